/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-counted-nouns.h"

#include <string.h>

/* How many words may stand between a number and what it counts: "12 heavily armed Orlovan border guards". */
#define MAX_BETWEEN 4

typedef struct
{
  const char *word;
  const char *unit;
} Noun;

/* Nouns whose plural does not tell by its ending, measures with short forms, and words for victims. */
static const Noun nouns[] = {
  { "people", "people" },
  { "person", "people" },
  { "persons", "people" },
  { "men", "man" },
  { "women", "woman" },
  { "children", "child" },
  { "policemen", "policeman" },
  { "firemen", "fireman" },
  { "fishermen", "fisherman" },
  { "servicemen", "serviceman" },
  { "lawmen", "lawman" },
  { "spokesmen", "spokesman" },
  { "businessmen", "businessman" },
  { "congressmen", "congressman" },
  { "gunmen", "gunman" },
  { "feet", "foot" },
  { "foot", "foot" },
  { "ft", "foot" },
  { "mice", "mouse" },
  { "teeth", "tooth" },
  { "police", "police" },
  { "personnel", "personnel" },
  { "staff", "staff" },
  { "cattle", "cattle" },
  { "sheep", "sheep" },
  { "fish", "fish" },
  { "aircraft", "aircraft" },
  { "spacecraft", "spacecraft" },
  { "dead", "dead" },
  { "killed", "dead" },
  { "injured", "injured" },
  { "wounded", "injured" },
  { "hurt", "injured" },
  { "missing", "missing" },
  { "unaccounted", "missing" },
  { "homeless", "homeless" },
  { "displaced", "displaced" },
  { "arrested", "arrested" },
  { "detained", "detained" },
  { "km", "kilometre" },
  { "kilometres", "kilometre" },
  { "kilometers", "kilometre" },
  { "kilometre", "kilometre" },
  { "kilometer", "kilometre" },
  { "m", "metre" },
  { "metres", "metre" },
  { "meters", "metre" },
  { "cm", "centimetre" },
  { "centimetres", "centimetre" },
  { "centimeters", "centimetre" },
  { "mm", "millimetre" },
  { "mi", "mile" },
  { "mile", "mile" },
  { "mph", "mile an hour" },
  { "kph", "kilometre an hour" },
  { "kmh", "kilometre an hour" },
  { "kg", "kilogram" },
  { "kilos", "kilogram" },
  { "kilograms", "kilogram" },
  { "kilogrammes", "kilogram" },
  { "g", "gram" },
  { "lb", "pound" },
  { "lbs", "pound" },
  { "mw", "megawatt" },
  { "gw", "gigawatt" },
  { "kw", "kilowatt" },
  { "kwh", "kilowatt-hour" },
  { "gb", "gigabyte" },
  { "tb", "terabyte" },
  { "mb", "megabyte" },
  { "ha", "hectare" },
  { "hrs", "hour" },
  { "mins", "minute" },
  { "secs", "second" },
  { "yrs", "year" },
  { "sq", "square" },
  { "troops", "troop" },
  { "wives", "wife" },
  { "lives", "life" },
  { "knives", "knife" },
  { "wolves", "wolf" },
  { "leaves", "leaf" },
  { "halves", "half" },
  { "crises", "crisis" },
  { "analyses", "analysis" },
  { "bases", "base" },
  { "cases", "case" },
  { "houses", "house" },
  { "horses", "horse" },
  { "nurses", "nurse" },
  { "phases", "phase" },
  { "licences", "licence" },
  { "gases", "gas" },
  { "lenses", "lens" },
  { "excuses", "excuse" },
  { "abuses", "abuse" },
  { "fuses", "fuse" },
  { "buses", "bus" },
  { "viruses", "virus" },
  { "movies", "movie" },
  { "calories", "calorie" },
  { "zombies", "zombie" },
  { "rookies", "rookie" },
  { "shoes", "shoe" },
  { "series", "series" },
  { "axes", "axe" },
  { "causes", "cause" },
  { "clauses", "clause" },
  { "purchases", "purchase" },
  { "caches", "cache" },
  { "avalanches", "avalanche" },
  { "degrees", "degree" },
  { "°c", "degree" },
};

/* Words with the look of a plural that are none, or that end what a number counts. */
static const char *const no_plurals[] = {
  "is",      "was",       "has",       "his",    "its",      "this",     "as",       "us",
  "this",    "plus",      "minus",     "across", "less",     "unless",   "towards",  "afterwards",
  "always",  "perhaps",   "besides",   "thus",   "does",     "says",     "goes",     "makes",
  "takes",   "gets",      "comes",     "gives",  "wants",    "needs",    "remains",  "means",
  "shows",   "lies",      "sees",      "times",  "includes", "overseas", "previous", "various",
  "serious", "religious", "dangerous", "famous", "business", "press",
};

/* Words that stand before a counted noun without ending the search. */
static const char *const skippable[] = {
  "more",  "other", "others", "additional", "extra", "further", "new",   "different", "such", "of",
  "these", "those", "the",    "his",        "her",   "its",     "their", "our",       "my",   "your",
};

/* Words that no noun phrase goes over. */
static const char *const stops[] = {
  "a",       "an",    "and",     "or",    "but",       "in",        "on",    "at",      "by",      "for",
  "from",    "with",  "to",      "into",  "over",      "under",     "after", "before",  "during",  "since",
  "until",   "about", "against", "among", "is",        "are",       "was",   "were",    "be",      "been",
  "has",     "have",  "had",     "will",  "would",     "can",       "could", "may",     "might",   "must",
  "should",  "do",    "does",    "did",   "that",      "which",     "who",   "whom",    "whose",   "where",
  "when",    "while", "because", "if",    "although",  "than",      "so",    "as",      "not",     "it",
  "he",      "she",   "they",    "we",    "i",         "you",       "said",  "says",    "died",    "fell",
  "rose",    "per",   "percent", "out",   "up",        "down",      "off",   "through", "between", "within",
  "without", "near",  "also",    "then",  "there",     "here",      "this",  "still",   "now",     "just",
  "only",    "each",  "every",   "both",  "all",       "any",       "no",    "them",    "him",     "me",
  "us",      "what",  "how",     "why",   "including", "according", "via",
};

static gboolean
is_listed (const char *const *list, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;
  return FALSE;
}

#define IS_IN(list, word) is_listed (list, G_N_ELEMENTS (list), word)

static const char *
find_noun (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (nouns[i].word, word) == 0)
      return nouns[i].unit;
  return NULL;
}

/* Words for what has befallen people, which count them or stand before them. */
static gboolean
is_state (const char *word)
{
  static const char *const states[] = { "dead",     "injured",  "missing", "homeless", "displaced",
                                        "arrested", "detained", "wounded", "killed",   "hurt" };

  return IS_IN (states, word);
}

static gboolean
is_plural (const char *word)
{
  gsize n = strlen (word);

  return n > 3 && word[n - 1] == 's' && word[n - 2] != 's' && word[n - 2] != '\''
         && !(n > 4 && strcmp (word + n - 3, "ous") == 0) && !(n > 4 && strcmp (word + n - 2, "is") == 0)
         && !IS_IN (no_plurals, word);
}

/**
 * plx_counted_nouns_singular:
 * @noun: an English noun in lower case
 *
 * Returns: (transfer full): its singular by the regular rules and a list of others; "people" stays
 */
char *
plx_counted_nouns_singular (const char *noun)
{
  const char *known = find_noun (noun);
  gsize n = strlen (noun);

  if (known != NULL)
    return g_strdup (known);
  if (n < 4 || noun[n - 1] != 's' || noun[n - 2] == 's')
    return g_strdup (noun);
  if (strcmp (noun + n - 3, "ies") == 0 && n > 4)
    return g_strdup_printf ("%.*sy", (int)n - 3, noun);
  if (n > 4
      && (strcmp (noun + n - 4, "ches") == 0 || strcmp (noun + n - 4, "shes") == 0 || strcmp (noun + n - 4, "sses") == 0
          || strcmp (noun + n - 3, "xes") == 0
          || (strcmp (noun + n - 4, "uses") == 0 && strchr ("aeo", noun[n - 5]) == NULL)
          || strcmp (noun + n - 4, "toes") == 0))
    return g_strndup (noun, n - 2);
  return g_strndup (noun, n - 1);
}

/**
 * plx_counted_nouns_ends_phrase:
 * @word: a word in lower case
 *
 * Returns: whether no noun phrase goes on over it: an article, a preposition, a common verb
 */
gboolean
plx_counted_nouns_ends_phrase (const char *word)
{
  return IS_IN (stops, word);
}

static gboolean
is_hyphen_at (const PlxTokenView *view, guint paragraph, guint i)
{
  gunichar c = plx_token_view_char (view, paragraph, i);

  return c == '-' || c == 0x2010 || c == 0x2011;
}

/**
 * plx_counted_nouns_find:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @token: index of the token behind a number
 * @value: the number, NAN when it is vague
 * @strong: (out): whether the noun is one that is always counted or measured
 * @end: (out): index of the token behind the noun
 *
 * Finds what a number counts: the head of the noun phrase behind it, which is the last word of its first run that has
 * the form of a plural; a singular noun where the number is one or joined to it by a hyphen ("a 12-day strike").
 *
 * Returns: (transfer full) (nullable): the noun in the singular, or %NULL when it counts nothing that is named
 */
char *
plx_counted_nouns_find (const PlxTokenView *view, guint paragraph, guint token, double value, gboolean *strong,
                        guint *end)
{
  guint n = plx_token_view_count (view, paragraph), limit;
  char word[PLX_WORD_SIZE];
  gboolean of = FALSE;

  *strong = FALSE;
  *end = token;
  if (token >= n)
    return NULL;

  /* "12-day", "33-year-old". */
  if (is_hyphen_at (view, paragraph, token) && token + 1 < n
      && plx_token_view_get (view, paragraph, token)->span.start
             == plx_token_view_get (view, paragraph, token - 1)->span.end
      && plx_token_view_get (view, paragraph, token + 1)->span.start
             == plx_token_view_get (view, paragraph, token)->span.end)
    {
      char third[PLX_WORD_SIZE];

      if (plx_token_view_get (view, paragraph, token + 1)->kind != PLX_TOKEN_WORD)
        return NULL;
      plx_token_view_word (view, paragraph, token + 1, word);
      if (strcmp (word, "plus") == 0 || strcmp (word, "odd") == 0)
        return plx_counted_nouns_find (view, paragraph, token + 2, value, strong, end);
      *end = token + 2;
      if ((strcmp (word, "year") == 0 || strcmp (word, "month") == 0 || strcmp (word, "week") == 0
           || strcmp (word, "day") == 0)
          && token + 3 < n && is_hyphen_at (view, paragraph, token + 2)
          && (strcmp (plx_token_view_word (view, paragraph, token + 3, third), "old") == 0
              || strcmp (third, "olds") == 0))
        {
          *end = token + 4;
          *strong = TRUE;
          return g_strdup_printf ("%s-old", word);
        }
      *strong = find_noun (word) != NULL;
      return plx_counted_nouns_singular (word);
    }

  limit = MIN (n, token + MAX_BETWEEN + 1);
  for (guint i = token; i < limit; i++)
    {
      const PlxToken *at = plx_token_view_get (view, paragraph, i);
      const char *known;

      if (at->kind == PLX_TOKEN_PUNCTUATION)
        {
          /* "12 well-known artists", "12 young, armed men". */
          if (is_hyphen_at (view, paragraph, i) && i > token && i + 1 < n
              && at->span.start == plx_token_view_get (view, paragraph, i - 1)->span.end)
            {
              limit = MIN (n, limit + 1);
              continue;
            }
          break;
        }
      if (at->kind == PLX_TOKEN_NUMBER)
        {
          /* "12 of the 50 passengers". */
          if (!of)
            break;
          limit = MIN (n, limit + 1);
          continue;
        }
      plx_token_view_word (view, paragraph, i, word);
      if (strcmp (word, "of") == 0)
        {
          if (i != token)
            break;
          of = TRUE;
          limit = MIN (n, limit + 2);
          continue;
        }
      known = find_noun (word);
      if (known != NULL)
        {
          *strong = TRUE;
          *end = i + 1;
          /* "12 missing hikers", "12 injured people". */
          if (is_state (known) && i + 1 < n && plx_token_view_get (view, paragraph, i + 1)->kind == PLX_TOKEN_WORD)
            {
              plx_token_view_word (view, paragraph, i + 1, word);
              if (!is_state (word) && !IS_IN (stops, word) && (find_noun (word) != NULL || is_plural (word)))
                {
                  *end = i + 2;
                  return plx_counted_nouns_singular (word);
                }
            }
          /* "square kilometres", "police officers", "staff members", "aircraft carriers". */
          if (strcmp (known, "square") == 0 && i + 1 < n)
            {
              g_autofree char *measure =
                  plx_counted_nouns_singular (plx_token_view_word (view, paragraph, i + 1, word));

              *end = i + 2;
              return g_strdup_printf ("square %s", measure);
            }
          if (i + 1 < n && plx_token_view_get (view, paragraph, i + 1)->kind == PLX_TOKEN_WORD
              && (strcmp (known, "police") == 0 || strcmp (known, "staff") == 0 || strcmp (known, "aircraft") == 0)
              && is_plural (plx_token_view_word (view, paragraph, i + 1, word)))
            {
              *end = i + 2;
              return plx_counted_nouns_singular (word);
            }
          return g_strdup (known);
        }
      if (strcmp (word, "square") == 0 || strcmp (word, "cubic") == 0)
        {
          char measure[PLX_WORD_SIZE];

          if (i + 1 >= n)
            break;
          plx_token_view_word (view, paragraph, i + 1, measure);
          g_autofree char *singular = plx_counted_nouns_singular (measure);

          *strong = TRUE;
          *end = i + 2;
          return g_strdup_printf ("%s %s", word, singular);
        }
      if (IS_IN (stops, word) && !g_unichar_isupper (plx_token_view_char (view, paragraph, i)))
        break;
      if (is_plural (word) || (strcmp (word, "others") == 0))
        {
          char next[PLX_WORD_SIZE];

          /* "four plain-clothes officers" */
          if (i > token && is_hyphen_at (view, paragraph, i - 1) && i + 1 < n
              && plx_token_view_get (view, paragraph, i + 1)->kind == PLX_TOKEN_WORD
              && !IS_IN (stops, plx_token_view_word (view, paragraph, i + 1, next)))
            continue;

          /* A chain of plurals: the last is the head, "12 sports clubs". */
          if (i + 1 < n && plx_token_view_get (view, paragraph, i + 1)->kind == PLX_TOKEN_WORD
              && is_plural (plx_token_view_word (view, paragraph, i + 1, next)) && !IS_IN (stops, next)
              && strcmp (word, "years") != 0 && strcmp (word, "days") != 0 && strcmp (word, "others") != 0
              && plx_token_view_mention (view, paragraph, i + 1) < 0)
            continue;
          *end = i + 1;
          return plx_counted_nouns_singular (word);
        }
      if (value == 1 && i == token && !IS_IN (skippable, word)
          && g_unichar_islower (plx_token_view_char (view, paragraph, i)))
        {
          *end = i + 1;
          return g_strdup (word);
        }
      if (value == 1)
        break;
    }
  return NULL;
}
