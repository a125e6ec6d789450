/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-numerals.h"

#include <math.h>
#include <string.h>

/* More words than this make no number that anybody writes. */
#define MAX_WORDS 12

typedef struct
{
  const char *word;
  double value;
} NumberWord;

static const NumberWord ones[] = {
  { "zero", 0 },      { "one", 1 },       { "two", 2 },       { "three", 3 },    { "four", 4 },     { "five", 5 },
  { "six", 6 },       { "seven", 7 },     { "eight", 8 },     { "nine", 9 },     { "ten", 10 },     { "eleven", 11 },
  { "twelve", 12 },   { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 },
  { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },   { "thirty", 30 },  { "forty", 40 },   { "fifty", 50 },
  { "sixty", 60 },    { "seventy", 70 },  { "eighty", 80 },   { "ninety", 90 },
};

static const NumberWord magnitudes[] = {
  { "hundred", 1e2 }, { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 }, { "trillion", 1e12 },
};

/* Short forms, which stand directly behind digits or after a space. */
static const NumberWord short_magnitudes[] = {
  { "k", 1e3 },  { "mn", 1e6 },  { "mln", 1e6 }, { "mio", 1e6 },
  { "bn", 1e9 }, { "bln", 1e9 }, { "tn", 1e12 }, { "trn", 1e12 },
};

static const NumberWord parts[] = {
  { "half", 2 },     { "halves", 2 },  { "third", 3 },  { "thirds", 3 },  { "quarter", 4 },
  { "quarters", 4 }, { "fourths", 4 }, { "fifth", 5 },  { "fifths", 5 },  { "sixth", 6 },
  { "sixths", 6 },   { "eighths", 8 }, { "tenth", 10 }, { "tenths", 10 },
};

static const NumberWord fraction_signs[] = {
  { "½", 0.5 }, { "⅓", 1.0 / 3 }, { "⅔", 2.0 / 3 }, { "¼", 0.25 }, { "¾", 0.75 }, { "⅛", 0.125 },
};

static const char *const vague_words[] = { "dozens",    "scores",   "tens",     "hundreds",
                                           "thousands", "millions", "billions", "trillions" };

static double
find_word (const NumberWord *list, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i].word, word) == 0)
      return list[i].value;
  return -1;
}

#define FIND(list, word) find_word (list, G_N_ELEMENTS (list), word)

/**
 * plx_numerals_are_joined:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens, not the first
 *
 * Returns: whether nothing stands between the token and the one before it
 */
gboolean
plx_numerals_are_joined (const PlxTokenView *view, guint paragraph, guint token)
{
  return plx_token_view_get (view, paragraph, token - 1)->span.end
         == plx_token_view_get (view, paragraph, token)->span.start;
}

/*
 * The value of digits with separators. A comma or, outside English, a full stop with three digits behind it divides
 * thousands; other single ones are decimal. NAN for what is no number: "3.5.1".
 */
static double
value_of_digits (const char *text, gsize length, gboolean english)
{
  g_autoptr (GString) digits = g_string_sized_new (length + 1);
  double fraction = 0;
  gboolean thousands = TRUE;
  guint n_separators = 0, n_digits = 0;
  gunichar separator = 0;

  for (const char *p = text; p <= text + length; p = g_utf8_next_char (p))
    {
      gunichar c = p < text + length ? g_utf8_get_char (p) : 0;

      if (g_unichar_isdigit (c))
        {
          n_digits++;
          continue;
        }
      if (n_separators > 0 && n_digits != 3)
        thousands = FALSE;
      if (c == 0)
        break;
      if (c == ',' || c == '.' || c == 0x66b || c == 0x66c)
        {
          if (separator != 0 && separator != c)
            thousands = FALSE;
          separator = c;
          n_separators++;
          n_digits = 0;
        }
      else
        break;
    }
  if (separator == 0x66b || (separator == '.' && english && n_separators == 1))
    thousands = FALSE;

  /* "1,234.5": the last separator is decimal, the others divide thousands. */
  separator = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char sign[8] = { 0 };

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, '0' + g_unichar_digit_value (c));
      else if (c == ',' || c == '.' || c == 0x66b || c == 0x66c)
        {
          const char *rest = g_utf8_next_char (p);
          gboolean last =
              memchr (rest, ',', text + length - rest) == NULL && memchr (rest, '.', text + length - rest) == NULL;

          if (!thousands && n_separators > 1 && last && separator == c)
            return NAN;
          if (!thousands && last)
            g_string_append_c (digits, '.');
          separator = c;
        }
      else
        {
          g_unichar_to_utf8 (c, sign);
          fraction += MAX (FIND (fraction_signs, sign), 0);
        }
    }
  return g_ascii_strtod (digits->str, NULL) + fraction;
}

static gboolean
is_word (const PlxTokenView *view, guint paragraph, guint i, const char *wanted)
{
  char word[PLX_WORD_SIZE];

  return i < plx_token_view_count (view, paragraph)
         && strcmp (plx_token_view_word (view, paragraph, i, word), wanted) == 0;
}

/* Whether token @i is a hyphen with nothing beside it but its words. */
static gboolean
is_hyphen (const PlxTokenView *view, guint paragraph, guint i)
{
  gunichar c;

  if (i == 0 || i + 1 >= plx_token_view_count (view, paragraph))
    return FALSE;
  c = plx_token_view_char (view, paragraph, i);
  return (c == '-' || c == 0x2010 || c == 0x2011) && plx_numerals_are_joined (view, paragraph, i)
         && plx_numerals_are_joined (view, paragraph, i + 1);
}

/* Digits with a magnitude behind them: "1.2 million", "5bn", "2½". */
static gboolean
read_digits (const PlxTokenView *view, guint paragraph, guint i, PlxNumeral *numeral)
{
  const char *text = plx_article_get_paragraph (view->article, paragraph)->text;
  const PlxToken *token = plx_token_view_get (view, paragraph, i);
  gboolean english = g_str_has_prefix (plx_article_get_language (view->article), "en");
  gsize length = token->byte_end - token->byte_start;
  char word[PLX_WORD_SIZE];
  guint n = plx_token_view_count (view, paragraph);
  double magnitude;

  numeral->value = value_of_digits (text + token->byte_start, length, english);
  if (isnan (numeral->value))
    return FALSE;
  numeral->plain = length == 4 && memchr (text + token->byte_start, ',', 4) == NULL
                   && memchr (text + token->byte_start, '.', 4) == NULL;
  numeral->end = i + 1;

  /* Thousands divided by spaces. An ordinary space divides them only where three digits follow at most three. */
  while (numeral->end < n && plx_token_view_get (view, paragraph, numeral->end)->kind == PLX_TOKEN_NUMBER
         && plx_token_view_get (view, paragraph, numeral->end)->byte_end
                    - plx_token_view_get (view, paragraph, numeral->end)->byte_start
                == 3)
    {
      gunichar gap = g_utf8_get_char (text + plx_token_view_get (view, paragraph, numeral->end - 1)->byte_end);

      if (gap != 0xa0 && gap != 0x202f && gap != 0x2009
          && (gap != ' ' || length > 3
              || (numeral->end + 1 < n
                  && plx_token_view_get (view, paragraph, numeral->end + 1)->kind == PLX_TOKEN_NUMBER)))
        break;
      numeral->value =
          numeral->value * 1000
          + value_of_digits (text + plx_token_view_get (view, paragraph, numeral->end)->byte_start, 3, english);
      numeral->plain = FALSE;
      numeral->end++;
    }

  for (guint at = numeral->end; at < n && at < numeral->end + 2; at++)
    {
      if (at > numeral->end && !is_hyphen (view, paragraph, numeral->end))
        break;
      plx_token_view_word (view, paragraph, at, word);
      magnitude = FIND (magnitudes, word);
      if (magnitude < 0 && at == numeral->end)
        {
          magnitude = FIND (short_magnitudes, word);
          if (magnitude == 1e3 && !plx_numerals_are_joined (view, paragraph, at))
            magnitude = -1;
          if (strcmp (word, "m") == 0 && plx_numerals_are_joined (view, paragraph, at))
            numeral->metres = TRUE;
        }
      if (strcmp (word, "dozen") == 0)
        magnitude = 12;
      if (magnitude > 0)
        {
          numeral->value *= magnitude;
          numeral->plain = FALSE;
          numeral->end = at + 1;
          break;
        }
    }
  return TRUE;
}

/* "dozens", "tens of thousands", "hundreds of millions", "several hundred", "a few dozen". */
static gboolean
read_vague (const PlxTokenView *view, guint paragraph, guint i, const char *word, PlxNumeral *numeral)
{
  static const char *const combined[][3] = {
    { "tens", "thousands", "tens of thousands" },         { "hundreds", "thousands", "hundreds of thousands" },
    { "tens", "millions", "tens of millions" },           { "hundreds", "millions", "hundreds of millions" },
    { "tens", "billions", "tens of billions" },           { "hundreds", "billions", "hundreds of billions" },
    { "thousands", "millions", "thousands of millions" },
  };

  static const char *const after_few[][2] = {
    { "dozen", "dozens" },     { "hundred", "hundreds" }, { "thousand", "thousands" },
    { "million", "millions" }, { "billion", "billions" },
  };
  char second[PLX_WORD_SIZE];

  if ((strcmp (word, "several") == 0 || strcmp (word, "few") == 0) && i + 1 < plx_token_view_count (view, paragraph))
    {
      plx_token_view_word (view, paragraph, i + 1, second);
      for (gsize k = 0; k < G_N_ELEMENTS (after_few); k++)
        if (strcmp (after_few[k][0], second) == 0)
          {
            numeral->value = NAN;
            numeral->in_words = TRUE;
            numeral->vague = after_few[k][1];
            numeral->end = i + 2;
            return TRUE;
          }
      return FALSE;
    }

  for (gsize v = 0; v < G_N_ELEMENTS (vague_words); v++)
    {
      if (strcmp (vague_words[v], word) != 0)
        continue;
      numeral->value = NAN;
      numeral->in_words = TRUE;
      numeral->vague = vague_words[v];
      numeral->end = i + 1;
      if (i + 2 >= plx_token_view_count (view, paragraph) || !is_word (view, paragraph, i + 1, "of"))
        return strcmp (word, "tens") != 0;
      plx_token_view_word (view, paragraph, i + 2, second);
      for (gsize c = 0; c < G_N_ELEMENTS (combined); c++)
        if (strcmp (combined[c][0], word) == 0 && strcmp (combined[c][1], second) == 0)
          {
            numeral->vague = combined[c][2];
            numeral->end = i + 3;
            return TRUE;
          }
      return strcmp (word, "tens") != 0;
    }
  return FALSE;
}

/* "a third of", "a quarter", "half of", "half the", "half a million", "half a dozen". */
static gboolean
read_part (const PlxTokenView *view, guint paragraph, guint i, const char *word, PlxNumeral *numeral)
{
  guint at = i;
  char next[PLX_WORD_SIZE];
  guint n = plx_token_view_count (view, paragraph);
  double part;

  numeral->in_words = TRUE;
  if (strcmp (word, "half") == 0)
    {
      if (i + 1 >= n)
        return FALSE;
      plx_token_view_word (view, paragraph, i + 1, next);
      if (strcmp (next, "a") == 0 && i + 2 < n)
        {
          plx_token_view_word (view, paragraph, i + 2, next);
          part = strcmp (next, "dozen") == 0 ? 12 : FIND (magnitudes, next);
          if (part < 0)
            return FALSE;
          numeral->value = part / 2;
          numeral->end = i + 3;
          return TRUE;
        }
      numeral->value = 0.5;
      numeral->fraction = TRUE;
      numeral->end = i + 1;
      return strcmp (next, "of") == 0 || strcmp (next, "the") == 0 || strcmp (next, "its") == 0
             || strcmp (next, "their") == 0 || strcmp (next, "all") == 0;
    }
  if (strcmp (word, "a") != 0)
    return FALSE;
  at = i + 1;
  if (at >= n)
    return FALSE;
  plx_token_view_word (view, paragraph, at, next);
  part = FIND (parts, next);
  if (part < 3 || !is_word (view, paragraph, at + 1, "of"))
    return FALSE;
  numeral->value = 1 / part;
  numeral->fraction = TRUE;
  numeral->end = at + 1;
  return TRUE;
}

/* Numbers in words: "twenty-one", "a hundred and five", "two dozen", "one and a half million", "two-thirds". */
static gboolean
read_words (const PlxTokenView *view, guint paragraph, guint i, PlxNumeral *numeral)
{
  guint n = MIN (plx_token_view_count (view, paragraph), i + MAX_WORDS);
  double total = 0, current = -1, last = -1;
  guint at = i, end = i;
  gboolean article = FALSE;
  char word[PLX_WORD_SIZE];

  plx_token_view_word (view, paragraph, i, word);
  if (strcmp (word, "a") == 0 || strcmp (word, "an") == 0)
    {
      if (i + 1 >= n)
        return FALSE;
      plx_token_view_word (view, paragraph, i + 1, word);
      if (FIND (magnitudes, word) < 0 && strcmp (word, "dozen") != 0)
        return FALSE;
      current = 1;
      article = TRUE;
      at = i + 1;
    }

  for (; at < n; at++)
    {
      double value, magnitude, part;

      if (at > i && at == end && is_hyphen (view, paragraph, at))
        {
          /* "four-and-a-half" */
          if (current >= 0 && is_word (view, paragraph, at + 1, "and") && is_hyphen (view, paragraph, at + 2)
              && is_word (view, paragraph, at + 3, "a") && is_hyphen (view, paragraph, at + 4)
              && is_word (view, paragraph, at + 5, "half"))
            {
              current += 0.5;
              end = at + 6;
              break;
            }
          continue;
        }
      plx_token_view_word (view, paragraph, at, word);
      value = FIND (ones, word);
      magnitude = strcmp (word, "dozen") == 0 ? 12 : FIND (magnitudes, word);
      part = FIND (parts, word);

      if (strcmp (word, "and") == 0 && end == at && current >= 0 && at + 1 < n)
        {
          char next[PLX_WORD_SIZE];

          plx_token_view_word (view, paragraph, at + 1, next);
          if (strcmp (next, "a") == 0 && is_word (view, paragraph, at + 2, "half"))
            {
              current += 0.5;
              last = 0.5;
              at += 2;
              end = at + 1;
              continue;
            }
          /* "a hundred and five", but not "two hundred and two thousand more" read as one, nor "five and six". */
          if ((current >= 100 || total > 0) && last >= 100 && FIND (ones, next) > 0)
            continue;
          break;
        }
      if (part >= 2 && current >= 1 && current < 10 && total == 0 && end == at - 1
          && is_hyphen (view, paragraph, at - 1))
        {
          current /= part;
          numeral->fraction = TRUE;
          end = at + 1;
          break;
        }
      if (part >= 3 && current >= 1 && current < 10 && total == 0 && end == at && !article
          && word[strlen (word) - 1] == 's')
        {
          current /= part;
          numeral->fraction = TRUE;
          end = at + 1;
          break;
        }
      if (value >= 0
          && (current < 0 || (last >= 20 && last < 100 && value < 10 && value > 0) || (last >= 100 && value < last)
              || (end == at - 1 && last >= 100)))
        {
          current = MAX (current, 0) + value;
          last = value;
        }
      else if (magnitude > 0 && current >= 0)
        {
          if (magnitude == 100 || magnitude == 12)
            current *= magnitude;
          else
            {
              total += current * magnitude;
              current = 0;
            }
          last = magnitude;
        }
      else
        break;
      end = at + 1;
    }
  if (end == i || (article && end == i + 1))
    return FALSE;

  numeral->value = total + MAX (current, 0);
  numeral->in_words = TRUE;
  numeral->end = end;

  return TRUE;
}

static gpointer
make_starts (gpointer data)
{
  static const char *const others[] = { "a", "an", "half", "few", "several" };
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS (ones); i++)
    g_hash_table_add (set, (gpointer)ones[i].word);
  for (gsize i = 0; i < G_N_ELEMENTS (vague_words); i++)
    g_hash_table_add (set, (gpointer)vague_words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_hash_table_add (set, (gpointer)others[i]);
  return set;
}

/* Whether a number in words can begin with @word: most words are turned away here. */
static gboolean
may_begin (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, make_starts, NULL), word);
}

/**
 * plx_numerals_read:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens
 * @numeral: (out): the number that begins there
 *
 * Reads a number in digits or in English words.
 *
 * Returns: whether there is one
 */
gboolean
plx_numerals_read (const PlxTokenView *view, guint paragraph, guint token, PlxNumeral *numeral)
{
  const PlxToken *first = plx_token_view_get (view, paragraph, token);
  char word[PLX_WORD_SIZE];

  memset (numeral, 0, sizeof *numeral);
  if (first->kind == PLX_TOKEN_NUMBER)
    return read_digits (view, paragraph, token, numeral);
  if (first->kind != PLX_TOKEN_WORD)
    return FALSE;

  plx_token_view_word (view, paragraph, token, word);
  if (!may_begin (word))
    return FALSE;
  if (read_vague (view, paragraph, token, word, numeral))
    return TRUE;
  memset (numeral, 0, sizeof *numeral);
  if (read_part (view, paragraph, token, word, numeral))
    return TRUE;
  memset (numeral, 0, sizeof *numeral);
  return read_words (view, paragraph, token, numeral);
}
