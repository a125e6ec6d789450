/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-figures.h"

#include <math.h>
#include <string.h>

#include "engine/annotate/plx-counted-nouns.h"
#include "engine/annotate/plx-figures-private.h"

static const char *const months[] = { "january",   "february", "march",    "april",    "may",  "june", "july", "august",
                                      "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                                      "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec" };

/* A number behind one of these is a label. */
static const char *const labels[] = {
  "no",        "nos",      "number",   "article", "section",    "chapter",  "page",       "pages",
  "room",      "route",    "highway",  "flight",  "type",       "phase",    "part",       "volume",
  "figure",    "table",    "channel",  "level",   "category",   "grade",    "group",      "line",
  "gate",      "platform", "size",     "version", "season",     "episode",  "day",        "week",
  "round",     "stage",    "unit",     "title",   "district",   "division", "paragraph",  "item",
  "step",      "option",   "question", "world",   "interstate", "rule",     "resolution", "proposition",
  "amendment", "act",      "tel",      "phone",   "fax",        "zip",      "apollo",
};

typedef struct
{
  const PlxTokenView *view;
  GArray *figures;
} Finder;

static void
figure_clear (PlxFigure *figure)
{
  g_free (figure->hedge);
  g_free (figure->unit);
}

static gboolean
is_month (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (months[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Dates and names. Quantities are figures; times of day among them are told by their words. */
static gboolean
is_skipped_mention (const PlxTokenView *view, guint p, guint i)
{
  int mention = plx_token_view_mention (view, p, i);

  return mention >= 0 && g_array_index (view->mentions, PlxMention, mention).type != PLX_ENTITY_QUANTITY;
}

/* "rose from 5 to 9" tells of a change, "from 5 to 9 rose" of a range. */
static gboolean
is_change (const PlxTokenView *view, guint p, guint i)
{
  static const char *const ranging[] = { "ranging", "ranged", "ranges", "range", "varying", "varied", "anywhere" };
  char word[PLX_WORD_SIZE];

  if (i < 2 || strcmp (plx_figure_word (view, p, i - 1, word), "from") != 0)
    return FALSE;
  plx_figure_word (view, p, i - 2, word);
  for (gsize k = 0; k < G_N_ELEMENTS (ranging); k++)
    if (strcmp (ranging[k], word) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a number is part of a date, a time, a telephone number, a score, a version, a label or a name. */
static gboolean
is_no_figure (const PlxTokenView *view, guint p, const PlxFigureAmount *amount, gboolean hedged)
{
  guint first = amount->first, end = amount->end;
  char before[PLX_WORD_SIZE], behind[PLX_WORD_SIZE], word[PLX_WORD_SIZE];
  gunichar previous = first > 0 ? plx_figure_char (view, p, first - 1) : 0, next = plx_figure_char (view, p, end);

  for (guint i = first; i < end; i++)
    if (is_skipped_mention (view, p, i))
      return TRUE;
  plx_figure_word (view, p, end, behind);
  before[0] = '\0';
  if (first > 0)
    {
      plx_figure_word (view, p, first - 1, before);
      if (strcmp (before, ".") == 0 && first > 1)
        plx_figure_word (view, p, first - 2, before);
    }
  if (amount->currency != NULL)
    return FALSE;

  /* Dates. */
  if ((is_month (before) && (g_unichar_isupper (plx_figure_char (view, p, first - 1)) || previous == '.'))
      || (is_month (behind) && g_unichar_isupper (next)))
    return !amount->numeral.in_words;
  /* Times of day. */
  if (strcmp (behind, "a.m.") == 0 || strcmp (behind, "p.m.") == 0 || strcmp (behind, "am") == 0
      || strcmp (behind, "pm") == 0 || strcmp (behind, "o'clock") == 0 || strcmp (behind, "gmt") == 0
      || strcmp (behind, "noon") == 0 || strcmp (behind, "a.m") == 0 || strcmp (behind, "p.m") == 0)
    return TRUE;
  if (amount->numeral.in_words)
    return FALSE;

  /* 10:30, 3/4, 24/7, 2:1, 303-832-8160, 12-05-2025, F-35, 3-2: joined on by a mark. */
  if (first > 0 && plx_figure_joined (view, p, first))
    {
      if (previous == ':' || previous == '/' || previous == '#' || previous == '_' || previous == '.'
          || previous == '\'' || previous == 0x2019)
        return TRUE;
      if (plx_figure_is_dash (previous) && first > 1 && plx_figure_joined (view, p, first - 1))
        return TRUE;
      if (plx_token_view_get (view, p, first - 1)->kind != PLX_TOKEN_PUNCTUATION)
        return TRUE;
    }
  if ((next == ':' || next == '/') && plx_figure_joined (view, p, end) && plx_figure_is_number (view, p, end + 1))
    return TRUE;
  if (plx_figure_is_dash (next) && plx_figure_joined (view, p, end) && plx_figure_is_number (view, p, end + 1))
    return TRUE;
  /* "+44 20", "#5", "§ 5", "(1)" at the start of an item. */
  if (previous == '+' || previous == '#' || previous == 0xa7 || previous == 0x2116)
    return TRUE;
  if (first == 0 && (next == ')' || (next == '.' && end + 1 < plx_figure_count (view, p))) && end == 1)
    return TRUE;
  if (first == 1 && previous == '(' && next == ')')
    return TRUE;
  for (gsize k = 0; k < G_N_ELEMENTS (labels) && !hedged; k++)
    if (strcmp (labels[k], before) == 0)
      return TRUE;
  /* Boeing 737, Resolution 1701; but "In 12 villages" at the start of a sentence. */
  if (!hedged && first > 1 && g_unichar_isupper (previous)
      && plx_token_view_get (view, p, first - 1)->kind == PLX_TOKEN_WORD && previous != 'I'
      && plx_figure_char (view, p, first - 2) != '.' && plx_figure_char (view, p, first - 2) != ':'
      && plx_figure_char (view, p, first - 2) != '"' && plx_figure_char (view, p, first - 2) != 0x201c)
    return TRUE;
  /* Feet and inches. */
  if ((next == '\'' || next == 0x2019 || next == '"') && plx_figure_joined (view, p, end)
      && plx_figure_is_number (view, p, end + 1))
    return TRUE;
  /* Digits in groups, and votes: "20 7946 0018", "52 to 48". */
  if (plx_figure_is_number (view, p, end) && end == first + 1)
    return TRUE;
  if (strcmp (behind, "to") == 0 && plx_figure_is_number (view, p, end + 1) && !amount->range && !hedged
      && strcmp (before, "from") != 0)
    return TRUE;
  if (strcmp (before, "to") == 0 && first > 1 && plx_figure_is_number (view, p, first - 2) && !hedged
      && !(first > 2 && strcmp (plx_figure_word (view, p, first - 3, word), "from") == 0))
    return TRUE;
  /* A letter or a unit that is no word of its own: "4x4". */
  if (plx_figure_joined (view, p, end) && end < plx_figure_count (view, p)
      && plx_token_view_get (view, p, end)->kind == PLX_TOKEN_WORD && strlen (plx_figure_word (view, p, end, word)) == 1
      && strcmp (word, "m") != 0 && strcmp (word, "g") != 0)
    return TRUE;

  return FALSE;
}

/* Four digits like those of a year, which need a reason to be taken for a figure. */
static gboolean
looks_like_year (const PlxFigureAmount *amount)
{
  double last = amount->range ? amount->high : amount->numeral.value;

  return amount->numeral.plain && amount->numeral.value >= 1400 && last < 2100;
}

/* Hedges that compare with the level of a year as well: "below 2005 levels". */
static gboolean
is_comparison (const PlxTokenView *view, guint p, guint i)
{
  char word[PLX_WORD_SIZE];

  plx_figure_word (view, p, i, word);
  return strcmp (word, "below") == 0 || strcmp (word, "above") == 0 || strcmp (word, "under") == 0
         || strcmp (word, "over") == 0;
}

/* An age in apposition: "Maria Venn, 33, said". */
static gboolean
is_age (const PlxTokenView *view, guint p, const PlxFigureAmount *amount)
{
  gunichar next = plx_figure_char (view, p, amount->end);
  int mention;

  if (amount->first < 2 || amount->range || amount->numeral.in_words || amount->numeral.value > 120
      || amount->numeral.value != floor (amount->numeral.value) || plx_figure_char (view, p, amount->first - 1) != ','
      || (next != ',' && next != '.' && next != ')' && !plx_figure_is_dash (next) && next != 0x2015))
    return FALSE;
  mention = plx_token_view_mention (view, p, amount->first - 2);
  return mention >= 0 && g_array_index (view->mentions, PlxMention, mention).type == PLX_ENTITY_PERSON;
}

static gboolean
is_undivided (const PlxTokenView *view, guint p, guint i)
{
  const PlxToken *token = plx_token_view_get (view, p, i);
  const char *text = plx_article_get_paragraph (view->article, p)->text + token->byte_start;

  return memchr (text, ',', token->byte_end - token->byte_start) == NULL
         && memchr (text, '.', token->byte_end - token->byte_start) == NULL;
}

static gboolean
is_time (const char *unit)
{
  static const char *const units[] = {
    "year", "month", "week", "day", "hour", "minute", "second", "decade", "century"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i], unit) == 0)
      return TRUE;
  return FALSE;
}

/*
 * What befell those whom a number without a noun counts: "killed 12", "12 were killed", "the death toll rose to 12".
 */
static char *
find_victims (const PlxTokenView *view, guint p, guint start, guint end)
{
  static const char *const verbs[][2] = {
    { "killed", "dead" },         { "killing", "dead" },      { "kills", "dead" },        { "kill", "dead" },
    { "wounded", "injured" },     { "wounding", "injured" },  { "injured", "injured" },   { "injuring", "injured" },
    { "injures", "injured" },     { "wounds", "injured" },    { "arrested", "arrested" }, { "arresting", "arrested" },
    { "died", "dead" },           { "dead", "dead" },         { "missing", "missing" },   { "hurt", "injured" },
    { "displaced", "displaced" }, { "detained", "detained" },
  };
  char word[PLX_WORD_SIZE];
  guint at = end;

  plx_figure_word (view, p, at, word);
  for (guint k = 0; k < 2; k++)
    if (strcmp (word, "were") == 0 || strcmp (word, "was") == 0 || strcmp (word, "are") == 0
        || strcmp (word, "have") == 0 || strcmp (word, "had") == 0 || strcmp (word, "been") == 0
        || strcmp (word, "others") == 0 || strcmp (word, "more") == 0)
      plx_figure_word (view, p, ++at, word);
  for (gsize v = 0; v < G_N_ELEMENTS (verbs); v++)
    if (strcmp (verbs[v][0], word) == 0)
      return g_strdup (verbs[v][1]);

  if (start == 0)
    return NULL;
  plx_figure_word (view, p, start - 1, word);
  for (gsize v = 0; v < G_N_ELEMENTS (verbs); v++)
    if (strcmp (verbs[v][0], word) == 0)
      return g_strdup (verbs[v][1]);
  for (guint k = 1; k < 8 && k < start; k++)
    if (strcmp (plx_figure_word (view, p, start - k, word), "toll") == 0
        && strcmp (plx_figure_word (view, p, start - k - 1, word), "death") == 0)
      return g_strdup ("dead");
  return NULL;
}

/* Whether "one" before a noun counts it, and does not point at it: "the one thing", "one day". */
static gboolean
counts_one (const PlxTokenView *view, guint p, guint first, guint end, const char *unit, gboolean strong)
{
  static const char *const pointing[] = { "the",   "no",      "this", "that", "any",  "every", "each",
                                          "which", "another", "a",    "some", "only", "these", "those" };
  static const char *const adverbial[] = { "day",     "time", "way",  "thing", "reason", "side",  "hand",   "point",
                                           "another", "such", "must", "more",  "last",   "night", "morning" };
  char word[PLX_WORD_SIZE];
  gunichar next = plx_figure_char (view, p, end);
  gsize n;

  if (unit == NULL)
    return FALSE;
  if (strong)
    return TRUE;
  if (plx_figure_is_dash (plx_figure_char (view, p, first + 1)))
    return is_time (unit) || strcmp (unit, "page") == 0;
  if (first > 0)
    {
      plx_figure_word (view, p, first - 1, word);
      for (gsize k = 0; k < G_N_ELEMENTS (pointing); k++)
        if (strcmp (pointing[k], word) == 0 && strcmp (word, "only") != 0)
          return FALSE;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (adverbial); k++)
    if (strcmp (adverbial[k], unit) == 0)
      return FALSE;
  n = strlen (unit);
  if (n > 3
      && (strcmp (unit + n - 2, "ed") == 0 || strcmp (unit + n - 2, "ly") == 0 || strcmp (unit + n - 3, "ing") == 0))
    return FALSE;
  /* The word is a noun when the phrase ends behind it. */
  plx_figure_word (view, p, end, word);
  n = strlen (word);
  return end >= plx_figure_count (view, p) || !g_unichar_isalpha (next) || plx_counted_nouns_ends_phrase (word)
         || (n > 3 && strcmp (word + n - 2, "ed") == 0);
}

static void
add_figure (Finder *self, guint p, guint start, guint end, const PlxFigureAmount *amount, const char *hedge, char *unit)
{
  const PlxTokenView *view = self->view;
  PlxFigure figure = { p,
                       { plx_token_view_get (view, p, start)->span.start,
                         plx_token_view_get (view, p, end - 1)->span.end },
                       amount->range ? NAN : amount->numeral.value,
                       amount->range ? amount->numeral.value : NAN,
                       amount->range ? amount->high : NAN,
                       g_strdup (hedge),
                       unit };

  g_array_append_val (self->figures, figure);
}

/* Tries to read a figure at token @i; the token to go on from. */
static guint
read_figure (Finder *self, guint p, guint i)
{
  const PlxTokenView *view = self->view;
  PlxFigureAmount amount;
  const char *hedge, *later;
  guint start = i, end, behind, noun_end;
  gboolean hedged = FALSE, strong = FALSE;
  g_autofree char *unit = NULL;
  char word[PLX_WORD_SIZE];

  if (!plx_figure_amount_read (view, p, i, !is_change (view, p, i), &amount))
    return i + 1;

  /* "between 10 and 12", "from 10 to 12". */
  if (i > 0 && !amount.range && strcmp (plx_figure_word (view, p, i - 1, word), "between") == 0
      && strcmp (plx_figure_word (view, p, amount.end, word), "and") == 0)
    {
      PlxFigureAmount high;

      if (plx_figure_amount_read (view, p, amount.end + 1, FALSE, &high) && high.numeral.vague == NULL
          && high.numeral.value > amount.numeral.value)
        {
          amount.high = high.numeral.value;
          amount.range = TRUE;
          amount.numeral.plain = amount.numeral.plain && high.numeral.plain;
          if (high.currency != NULL)
            amount.currency = high.currency;
          amount.end = high.end;
          start = i - 1;
        }
    }
  else if (i > 0 && amount.range && strcmp (plx_figure_word (view, p, i - 1, word), "from") == 0)
    start = i - 1;

  /* "minus 5", "-5". */
  if (start > 0 && amount.numeral.vague == NULL && !amount.range
      && (strcmp (plx_figure_word (view, p, start - 1, word), "minus") == 0
          || (plx_figure_is_dash (plx_figure_char (view, p, start - 1)) && plx_figure_joined (view, p, start)
              && !plx_figure_joined (view, p, start - 1))))
    {
      amount.numeral.value = -amount.numeral.value;
      start--;
    }
  hedge = amount.numeral.vague == NULL ? plx_figure_hedge_before (view, p, start, &start, &hedged) : NULL;
  /* "about" of a person or a place is no hedge: "about one". */
  if (is_no_figure (view, p, &amount, hedged))
    {
      /* The rest of a telephone number. */
      for (end = amount.end; amount.currency == NULL && !amount.numeral.in_words && plx_figure_is_number (view, p, end);
           end++)
        ;
      return end;
    }
  end = amount.end;
  later = plx_figure_hedge_behind (view, p, end, &behind);
  if (later != NULL)
    end = behind;

  if (amount.currency != NULL)
    unit = g_strdup (amount.currency);
  else if ((unit = plx_figure_amount_read_percent (view, p, &end)) == NULL
           && (unit = plx_figure_amount_read_currency (view, p, amount.first, amount.numeral.vague != NULL, &end))
                  == NULL)
    {
      if (is_age (view, p, &amount))
        unit = g_strdup ("year-old");
      else
        {
          unit = plx_counted_nouns_find (view, p, end, amount.numeral.value, &strong, &noun_end);
          /* "5m people": million; "5m deep": metres. */
          if (amount.numeral.metres && unit != NULL && strcmp (unit, "metre") == 0)
            {
              gboolean strong_next;
              guint next_end;
              char *next = plx_counted_nouns_find (view, p, end + 1, NAN, &strong_next, &next_end);

              if (next != NULL)
                {
                  amount.numeral.value *= 1e6;
                  amount.high *= 1e6;
                  g_free (unit);
                  unit = next;
                  strong = strong_next;
                  noun_end = next_end;
                }
            }
          if (unit != NULL)
            end = noun_end;
          else if (strcmp (plx_figure_word (view, p, start > 0 ? start - 1 : plx_figure_count (view, p), word), "aged")
                   == 0)
            {
              unit = g_strdup ("year-old");
              start--;
            }
        }
    }
  if (later == NULL && (later = plx_figure_hedge_behind (view, p, end, &behind)) != NULL)
    end = behind;
  if (hedge == NULL)
    hedge = later;
  if (amount.numeral.vague != NULL)
    {
      hedge = amount.numeral.vague;
      if (start > 0 && strcmp (plx_figure_word (view, p, start, word), "few") == 0
          && strcmp (plx_figure_word (view, p, start - 1, word), "a") == 0)
        start--;
    }

  /* "over three years" is a time during which. */
  if (hedge != NULL && unit != NULL && strcmp (hedge, "more than") == 0 && is_time (unit)
      && strcmp (plx_figure_word (view, p, start, word), "over") == 0)
    {
      hedge = later;
      start++;
    }
  if (strcmp (plx_figure_word (view, p, end, word), "old") == 0 && g_strcmp0 (unit, "year") == 0)
    {
      g_free (unit);
      unit = g_strdup ("year-old");
      end++;
    }
  if (unit == NULL)
    unit = find_victims (view, p, start, end);

  /* "three days ago" is a date. */
  if (strcmp (plx_figure_word (view, p, end, word), "ago") == 0)
    return end;
  if (looks_like_year (&amount) && amount.currency == NULL
      && !(hedged && unit != NULL && !is_comparison (view, p, start)) && !strong && g_strcmp0 (unit, "percent") != 0)
    return amount.end;
  /* Long digits that nobody divided and that count nothing are somebody's number of something. */
  if (!amount.numeral.in_words && unit == NULL && amount.numeral.value >= 1e6 && end == amount.first + 1
      && is_undivided (view, p, amount.first))
    return amount.end;
  /* "one" by itself is a pronoun, and a range that counts nothing is a score. */
  if (amount.numeral.in_words && amount.numeral.value == 1 && !amount.range
      && !counts_one (view, p, amount.first, end, unit, strong) && amount.currency == NULL)
    return amount.end;
  if (amount.range && unit == NULL && !hedged && start == i)
    return amount.end;
  if (amount.numeral.fraction && unit == NULL && !hedged
      && strcmp (plx_figure_word (view, p, amount.end, word), "of") != 0)
    return amount.end;

  add_figure (self, p, start, end, &amount, hedge, g_steal_pointer (&unit));
  return end;
}

/**
 * plx_figures_find:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @mentions: (element-type PlxMention): its mentions, in order
 *
 * Finds the figures of an article: numbers in digits and in English words with what they count, in the singular, or the
 * code of their currency (ISO 4217), "percent", "year-old" for ages. Dates, years, times of day, telephone numbers,
 * scores, labels ("Article 5") and numbers in names are left out.
 *
 * Returns: (transfer full) (element-type PlxFigure): figures in order
 */
GArray *
plx_figures_find (PlxArticle *article, GPtrArray *tokens, const GArray *mentions)
{
  g_autoptr (GArray) no_stretches = g_array_new (FALSE, FALSE, sizeof (PlxQuotedStretch));
  g_autoptr (PlxTokenView) view = plx_token_view_new (article, tokens, mentions, no_stretches);
  Finder self = { view, g_array_new (FALSE, FALSE, sizeof (PlxFigure)) };

  g_array_set_clear_func (self.figures, (GDestroyNotify)figure_clear);
  for (guint p = 0; p < tokens->len; p++)
    {
      guint n = plx_token_view_count (view, p);

      for (guint i = 0; i < n;)
        i = read_figure (&self, p, i);
    }

  return self.figures;
}
