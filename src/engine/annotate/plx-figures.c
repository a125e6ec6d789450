/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-figures.h"

#include <math.h>
#include <string.h>

#include "engine/annotate/plx-counted-nouns.h"
#include "engine/annotate/plx-numerals.h"

/* Longest hedge in words, "no fewer than" or "an estimated". */
#define MAX_HEDGE 4

typedef struct
{
  const char *words;
  const char *form;
} Hedge;

/* Longer ones first, so that "no more than" is not taken for "more than". */
static const Hedge hedges_before[] = {
  { "a minimum of", "at least" },
  { "a maximum of", "up to" },
  { "an estimated", "about" },
  { "no fewer than", "at least" },
  { "no less than", "at least" },
  { "not less than", "at least" },
  { "no more than", "up to" },
  { "not more than", "up to" },
  { "as many as", "up to" },
  { "as much as", "up to" },
  { "as few as", "at least" },
  { "in excess of", "more than" },
  { "a little over", "more than" },
  { "a little under", "nearly" },
  { "something like", "about" },
  { "a total of", NULL },
  { "at least", "at least" },
  { "at most", "up to" },
  { "up to", "up to" },
  { "more than", "more than" },
  { "greater than", "more than" },
  { "less than", "less than" },
  { "fewer than", "less than" },
  { "just over", "more than" },
  { "just under", "nearly" },
  { "well over", "more than" },
  { "upwards of", "more than" },
  { "upward of", "more than" },
  { "close to", "nearly" },
  { "or so", "about" },
  { "over", "more than" },
  { "above", "more than" },
  { "exceeding", "more than" },
  { "under", "less than" },
  { "below", "less than" },
  { "about", "about" },
  { "around", "about" },
  { "roughly", "about" },
  { "approximately", "about" },
  { "some", "about" },
  { "circa", "about" },
  { "estimated", "about" },
  { "nearly", "nearly" },
  { "almost", "nearly" },
  { "minimum", "at least" },
  { "maximum", "up to" },
  { "~", "about" },
  { ">", "more than" },
  { "<", "less than" },
};

static const Hedge hedges_behind[] = {
  { "or more", "at least" }, { "or so", "about" },          { "or fewer", "up to" }, { "or less", "up to" },
  { "or over", "at least" }, { "or thereabouts", "about" }, { "plus", "at least" },  { "odd", "about" },
};

typedef struct
{
  const char *sign;
  const char *code;
} Currency;

static const Currency currency_signs[] = {
  { "$", "USD" }, { "€", "EUR" }, { "£", "GBP" }, { "¥", "JPY" }, { "₹", "INR" }, { "₽", "RUB" }, { "₴", "UAH" },
  { "₪", "ILS" }, { "₩", "KRW" }, { "₺", "TRY" }, { "₦", "NGN" }, { "฿", "THB" }, { "₫", "VND" },   { "₱", "PHP" },
};

/* Words before a "$" that say whose dollar it is. */
static const Currency dollar_prefixes[] = {
  { "us", "USD" }, { "u.s.", "USD" }, { "a", "AUD" }, { "au", "AUD" }, { "c", "CAD" }, { "ca", "CAD" },
  { "hk", "HKD" }, { "nz", "NZD" },   { "s", "SGD" }, { "nt", "TWD" }, { "r", "BRL" },
};

static const Currency currency_words[] = {
  { "dollar", "USD" },     { "dollars", "USD" },     { "euro", "EUR" },     { "euros", "EUR" },   { "pound", "GBP" },
  { "pounds", "GBP" },     { "sterling", "GBP" },    { "yen", "JPY" },      { "yuan", "CNY" },    { "renminbi", "CNY" },
  { "rupee", "INR" },      { "rupees", "INR" },      { "ruble", "RUB" },    { "rubles", "RUB" },  { "rouble", "RUB" },
  { "roubles", "RUB" },    { "hryvnia", "UAH" },     { "hryvnias", "UAH" }, { "hryvnas", "UAH" }, { "shekel", "ILS" },
  { "shekels", "ILS" },    { "zloty", "PLN" },       { "zlotys", "PLN" },   { "franc", "CHF" },   { "francs", "CHF" },
  { "krona", "SEK" },      { "kronor", "SEK" },      { "krone", "NOK" },    { "kroner", "NOK" },  { "lira", "TRY" },
  { "liras", "TRY" },      { "won", "KRW" },         { "peso", "MXN" },     { "pesos", "MXN" },   { "rand", "ZAR" },
  { "naira", "NGN" },      { "riyals", "SAR" },      { "dirhams", "AED" },  { "forint", "HUF" },  { "forints", "HUF" },
  { "cents", "USD cent" }, { "pence", "GBP penny" }, { "usd", "USD" },      { "eur", "EUR" },     { "gbp", "GBP" },
  { "chf", "CHF" },        { "jpy", "JPY" },         { "cny", "CNY" },      { "rub", "RUB" },     { "uah", "UAH" },
  { "inr", "INR" },        { "cad", "CAD" },         { "aud", "AUD" },
};

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

/* A number with the sign of its currency; for a range, its second number as well. */
typedef struct
{
  guint first;
  PlxNumeral numeral;
  double high;
  gboolean range;
  const char *currency;
  guint end;
} Amount;

static void
figure_clear (PlxFigure *figure)
{
  g_free (figure->hedge);
  g_free (figure->unit);
}

static guint
count (const Finder *self, guint p)
{
  return plx_token_view_count (self->view, p);
}

static const char *
word_at (const Finder *self, guint p, guint i, char buffer[PLX_WORD_SIZE])
{
  if (i >= count (self, p))
    {
      buffer[0] = '\0';
      return buffer;
    }
  return plx_token_view_word (self->view, p, i, buffer);
}

static gunichar
char_at (const Finder *self, guint p, guint i)
{
  return i < count (self, p) ? plx_token_view_char (self->view, p, i) : 0;
}

static gboolean
joined (const Finder *self, guint p, guint i)
{
  return i > 0 && i < count (self, p) && plx_numerals_are_joined (self->view, p, i);
}

static gboolean
is_number (const Finder *self, guint p, guint i)
{
  return i < count (self, p) && plx_token_view_get (self->view, p, i)->kind == PLX_TOKEN_NUMBER;
}

static gboolean
is_month (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (months[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

static const char *
find_currency (const Currency *list, gsize n, const char *sign)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i].sign, sign) == 0)
      return list[i].code;
  return NULL;
}

static gboolean
is_skipped_mention (const Finder *self, guint p, guint i)
{
  int mention = plx_token_view_mention (self->view, p, i);
  PlxEntityType type;

  if (mention < 0)
    return FALSE;
  type = g_array_index (self->view->mentions, PlxMention, mention).type;
  return type != PLX_ENTITY_QUANTITY
         || g_array_index (self->view->mentions, PlxMention, mention).quantity == PLX_QUANTITY_TIME;
}

/* Reads an amount: a currency sign or not, a number, and the end of a range. */
static gboolean
read_amount (const Finder *self, guint p, guint i, gboolean allow_range, Amount *amount)
{
  char word[PLX_WORD_SIZE], sign[PLX_WORD_SIZE];
  guint at = i, n = count (self, p);
  const char *code;

  memset (amount, 0, sizeof *amount);
  amount->first = i;
  word_at (self, p, i, word);
  /* "US$5", "A$5". */
  if (char_at (self, p, i + 1) == '$' && joined (self, p, i + 1)
      && find_currency (dollar_prefixes, G_N_ELEMENTS (dollar_prefixes), word) != NULL)
    {
      amount->currency = find_currency (dollar_prefixes, G_N_ELEMENTS (dollar_prefixes), word);
      at = i + 2;
    }
  else if (plx_token_view_get (self->view, p, i)->kind == PLX_TOKEN_PUNCTUATION
           && (code = find_currency (currency_signs, G_N_ELEMENTS (currency_signs), word)) != NULL)
    {
      amount->currency = code;
      at = i + 1;
    }
  else if (g_unichar_isupper (char_at (self, p, i)) && is_number (self, p, i + 1) && strlen (word) == 3
           && (code = find_currency (currency_words, G_N_ELEMENTS (currency_words), word)) != NULL
           && strcmp (word, "won") != 0 && strcmp (word, "yen") != 0)
    {
      amount->currency = code;
      at = i + 1;
    }
  else if (strcmp (word, "rs") == 0)
    {
      amount->currency = "INR";
      at = i + 1 + (char_at (self, p, i + 1) == '.');
    }
  if (at >= n || (at > i && !is_number (self, p, at)) || !plx_numerals_read (self->view, p, at, &amount->numeral))
    return FALSE;
  amount->end = amount->numeral.end;
  if (amount->currency != NULL && amount->numeral.metres)
    {
      amount->numeral.value *= 1e6;
      amount->end++;
      amount->numeral.metres = FALSE;
    }

  /* "10-12", "10 to 12", "$5m-$6m". */
  if (allow_range && amount->numeral.vague == NULL && amount->end + 1 < n)
    {
      guint second = amount->end + 1;
      PlxNumeral high;
      gboolean dash = is_dash (char_at (self, p, amount->end)) && is_number (self, p, amount->first + (at - i));

      word_at (self, p, amount->end, word);
      if (amount->currency != NULL
          && find_currency (currency_signs, G_N_ELEMENTS (currency_signs), word_at (self, p, second, sign)) != NULL)
        second++;
      if ((dash || strcmp (word, "to") == 0) && second < n && plx_numerals_read (self->view, p, second, &high)
          && high.vague == NULL && !high.fraction
          && (!dash || joined (self, p, second) || !joined (self, p, amount->end)))
        {
          double low = amount->numeral.value;

          if (amount->currency != NULL && high.metres)
            {
              high.value *= 1e6;
              high.end++;
            }
          /* "5-6 million", "5 to 6 million": the magnitude belongs to both. */
          if (high.value >= 1000 && low < 1000 && high.end > second + 1 && amount->numeral.end == at + 1)
            for (double scale = 1e12; scale >= 100; scale /= 10)
              if (low * scale < high.value && fmod (log10 (scale) + 0.5, 3) < 1 && low * scale * 1000 > high.value)
                {
                  low *= scale;
                  break;
                }
          if (low < high.value)
            {
              amount->numeral.value = low;
              amount->high = high.value;
              amount->range = TRUE;
              amount->numeral.plain = amount->numeral.plain && high.plain;
              amount->numeral.metres = high.metres;
              amount->end = high.end;
            }
        }
    }
  return TRUE;
}

/* "rose from 5 to 9" tells of a change, "from 5 to 9 rose" of a range. */
static gboolean
is_change (const Finder *self, guint p, guint i)
{
  static const char *const ranging[] = { "ranging", "ranged", "ranges", "range", "varying", "varied", "anywhere" };
  char word[PLX_WORD_SIZE];

  if (i < 2 || strcmp (word_at (self, p, i - 1, word), "from") != 0)
    return FALSE;
  word_at (self, p, i - 2, word);
  for (gsize k = 0; k < G_N_ELEMENTS (ranging); k++)
    if (strcmp (ranging[k], word) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a number is part of a date, a time, a telephone number, a score, a version, a label or a name. */
static gboolean
is_no_figure (const Finder *self, guint p, const Amount *amount, gboolean hedged)
{
  guint first = amount->first, end = amount->end;
  char before[PLX_WORD_SIZE], behind[PLX_WORD_SIZE], word[PLX_WORD_SIZE];
  gunichar previous = first > 0 ? char_at (self, p, first - 1) : 0, next = char_at (self, p, end);

  for (guint i = first; i < end; i++)
    if (is_skipped_mention (self, p, i))
      return TRUE;
  word_at (self, p, end, behind);
  before[0] = '\0';
  if (first > 0)
    {
      word_at (self, p, first - 1, before);
      if (strcmp (before, ".") == 0 && first > 1)
        word_at (self, p, first - 2, before);
    }
  if (amount->currency != NULL)
    return FALSE;

  /* Dates. */
  if ((is_month (before) && (g_unichar_isupper (char_at (self, p, first - 1)) || previous == '.'))
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
  if (first > 0 && joined (self, p, first))
    {
      if (previous == ':' || previous == '/' || previous == '#' || previous == '_' || previous == '.'
          || previous == '\'' || previous == 0x2019)
        return TRUE;
      if (is_dash (previous) && first > 1 && joined (self, p, first - 1))
        return TRUE;
      if (plx_token_view_get (self->view, p, first - 1)->kind != PLX_TOKEN_PUNCTUATION)
        return TRUE;
    }
  if ((next == ':' || next == '/') && joined (self, p, end) && is_number (self, p, end + 1))
    return TRUE;
  if (is_dash (next) && joined (self, p, end) && is_number (self, p, end + 1))
    return TRUE;
  /* "+44 20", "#5", "§ 5", "(1)" at the start of an item. */
  if (previous == '+' || previous == '#' || previous == 0xa7 || previous == 0x2116)
    return TRUE;
  if (first == 0 && (next == ')' || (next == '.' && end + 1 < count (self, p))) && end == 1)
    return TRUE;
  if (first == 1 && previous == '(' && next == ')')
    return TRUE;
  for (gsize k = 0; k < G_N_ELEMENTS (labels) && !hedged; k++)
    if (strcmp (labels[k], before) == 0)
      return TRUE;
  /* Boeing 737, Resolution 1701; but "In 12 villages" at the start of a sentence. */
  if (!hedged && first > 1 && g_unichar_isupper (previous)
      && plx_token_view_get (self->view, p, first - 1)->kind == PLX_TOKEN_WORD && previous != 'I'
      && char_at (self, p, first - 2) != '.' && char_at (self, p, first - 2) != ':'
      && char_at (self, p, first - 2) != '"' && char_at (self, p, first - 2) != 0x201c)
    return TRUE;
  /* Feet and inches. */
  if ((next == '\'' || next == 0x2019 || next == '"') && joined (self, p, end) && is_number (self, p, end + 1))
    return TRUE;
  /* Digits in groups, and votes: "20 7946 0018", "52 to 48". */
  if (is_number (self, p, end) && end == first + 1)
    return TRUE;
  if (strcmp (behind, "to") == 0 && is_number (self, p, end + 1) && !amount->range && !hedged
      && strcmp (before, "from") != 0)
    return TRUE;
  if (strcmp (before, "to") == 0 && first > 1 && is_number (self, p, first - 2) && !hedged
      && !(first > 2 && strcmp (word_at (self, p, first - 3, word), "from") == 0))
    return TRUE;
  /* A letter or a unit that is no word of its own: "4x4". */
  if (joined (self, p, end) && end < count (self, p) && plx_token_view_get (self->view, p, end)->kind == PLX_TOKEN_WORD
      && strlen (word_at (self, p, end, word)) == 1 && strcmp (word, "m") != 0 && strcmp (word, "g") != 0)
    return TRUE;

  return FALSE;
}

/* Four digits like those of a year, which need a reason to be taken for a figure. */
static gboolean
looks_like_year (const Amount *amount)
{
  double last = amount->range ? amount->high : amount->numeral.value;

  return amount->numeral.plain && amount->numeral.value >= 1400 && last < 2100;
}

/* Hedges that compare with the level of a year as well: "below 2005 levels". */
static gboolean
is_comparison (const Finder *self, guint p, guint i)
{
  char word[PLX_WORD_SIZE];

  word_at (self, p, i, word);
  return strcmp (word, "below") == 0 || strcmp (word, "above") == 0 || strcmp (word, "under") == 0
         || strcmp (word, "over") == 0;
}

/* The hedge that ends just before token @first; @start is moved to its first token. */
static const char *
hedge_before (const Finder *self, guint p, guint first, guint *start, gboolean *hedged)
{
  char word[PLX_WORD_SIZE];

  *hedged = FALSE;
  for (gsize h = 0; h < G_N_ELEMENTS (hedges_before); h++)
    {
      g_autofree char *words = g_strdup (hedges_before[h].words);
      guint at = first;
      gboolean matches = TRUE;

      while (matches && *words != '\0')
        {
          char *space = strrchr (words, ' ');

          matches = at > 0 && strcmp (word_at (self, p, at - 1, word), space != NULL ? space + 1 : words) == 0;
          at--;
          if (space == NULL)
            break;
          *space = '\0';
        }
      if (matches)
        {
          /* "the 12 or so", "more than half": fine; "over the weekend 12" is not reached. */
          *start = at;
          *hedged = TRUE;
          return hedges_before[h].form;
        }
    }
  return NULL;
}

static const char *
hedge_behind (const Finder *self, guint p, guint end, guint *behind)
{
  char first[PLX_WORD_SIZE], second[PLX_WORD_SIZE];
  guint at = end;

  if (is_dash (char_at (self, p, at)) && joined (self, p, at))
    at++;
  word_at (self, p, at, first);
  word_at (self, p, at + 1, second);
  if (strcmp (first, "+") == 0 && joined (self, p, at))
    {
      *behind = at + 1;
      return "at least";
    }
  for (gsize h = 0; h < G_N_ELEMENTS (hedges_behind); h++)
    {
      const char *space = strchr (hedges_behind[h].words, ' ');
      gsize length = space != NULL ? (gsize)(space - hedges_behind[h].words) : strlen (hedges_behind[h].words);

      if (strlen (first) != length || strncmp (first, hedges_behind[h].words, length) != 0)
        continue;
      if (space != NULL ? strcmp (second, space + 1) == 0 : at > end)
        {
          *behind = at + (space != NULL ? 2 : 1);
          return hedges_behind[h].form;
        }
    }
  return NULL;
}

/* "percent", "per cent", "%", "percentage points"; the end is moved over it. */
static char *
read_percent (const Finder *self, guint p, guint *end)
{
  char word[PLX_WORD_SIZE], next[PLX_WORD_SIZE];
  guint at = *end;

  if (is_dash (char_at (self, p, at)) && joined (self, p, at))
    at++;
  word_at (self, p, at, word);
  word_at (self, p, at + 1, next);
  if (strcmp (word, "%") == 0 || strcmp (word, "percent") == 0 || strcmp (word, "pct") == 0)
    *end = at + 1;
  else if (strcmp (word, "per") == 0 && strcmp (next, "cent") == 0)
    *end = at + 2;
  else if (strcmp (word, "percentage") == 0 && (strcmp (next, "points") == 0 || strcmp (next, "point") == 0))
    {
      *end = at + 2;
      return g_strdup ("percentage point");
    }
  else
    return NULL;

  return g_strdup ("percent");
}

/* "weighs 236 pounds", "20 pounds of flour". */
static gboolean
is_weight (const Finder *self, guint p, guint first, guint pounds)
{
  char word[PLX_WORD_SIZE];

  if (strcmp (word_at (self, p, pounds + 1, word), "of") == 0)
    return TRUE;
  for (guint k = 1; k < 6 && k <= first; k++)
    if (g_str_has_prefix (word_at (self, p, first - k, word), "weigh"))
      return TRUE;
  return FALSE;
}

/* "5 million dollars", "5 US dollars", "millions of dollars". */
static char *
read_currency_word (const Finder *self, guint p, guint first, gboolean vague, guint *end)
{
  static const char *const adjectives[] = {
    "us", "u.s.", "american", "british", "indian", "russian", "chinese", "swiss"
  };
  char word[PLX_WORD_SIZE];
  guint at = *end;
  const char *code;

  word_at (self, p, at, word);
  if (vague && strcmp (word, "of") == 0)
    word_at (self, p, ++at, word);
  if (is_dash (char_at (self, p, at)) && joined (self, p, at))
    {
      word_at (self, p, ++at, word);
      /* A 500-pound bomb. */
      if (strcmp (word, "pound") == 0)
        return NULL;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (adjectives); k++)
    if (strcmp (adjectives[k], word) == 0)
      {
        word_at (self, p, ++at, word);
        break;
      }
  code = find_currency (currency_words, G_N_ELEMENTS (currency_words), word);
  if (code == NULL || strcmp (word, "won") == 0)
    return NULL;
  if ((strcmp (word, "pounds") == 0 || strcmp (word, "pound") == 0) && is_weight (self, p, first, at))
    return NULL;
  *end = at + 1;
  return g_strdup (code);
}

/* An age in apposition: "Maria Venn, 33, said". */
static gboolean
is_age (const Finder *self, guint p, const Amount *amount)
{
  gunichar next = char_at (self, p, amount->end);
  int mention;

  if (amount->first < 2 || amount->range || amount->numeral.in_words || amount->numeral.value > 120
      || amount->numeral.value != floor (amount->numeral.value) || char_at (self, p, amount->first - 1) != ','
      || (next != ',' && next != '.' && next != ')' && !is_dash (next) && next != 0x2015))
    return FALSE;
  mention = plx_token_view_mention (self->view, p, amount->first - 2);
  return mention >= 0 && g_array_index (self->view->mentions, PlxMention, mention).type == PLX_ENTITY_PERSON;
}

static gboolean
is_undivided (const Finder *self, guint p, guint i)
{
  const PlxToken *token = plx_token_view_get (self->view, p, i);
  const char *text = plx_article_get_paragraph (self->view->article, p)->text + token->byte_start;

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
find_victims (const Finder *self, guint p, guint start, guint end)
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

  word_at (self, p, at, word);
  for (guint k = 0; k < 2; k++)
    if (strcmp (word, "were") == 0 || strcmp (word, "was") == 0 || strcmp (word, "are") == 0
        || strcmp (word, "have") == 0 || strcmp (word, "had") == 0 || strcmp (word, "been") == 0
        || strcmp (word, "others") == 0 || strcmp (word, "more") == 0)
      word_at (self, p, ++at, word);
  for (gsize v = 0; v < G_N_ELEMENTS (verbs); v++)
    if (strcmp (verbs[v][0], word) == 0)
      return g_strdup (verbs[v][1]);

  if (start == 0)
    return NULL;
  word_at (self, p, start - 1, word);
  for (gsize v = 0; v < G_N_ELEMENTS (verbs); v++)
    if (strcmp (verbs[v][0], word) == 0)
      return g_strdup (verbs[v][1]);
  for (guint k = 1; k < 8 && k < start; k++)
    if (strcmp (word_at (self, p, start - k, word), "toll") == 0
        && strcmp (word_at (self, p, start - k - 1, word), "death") == 0)
      return g_strdup ("dead");
  return NULL;
}

/* Whether "one" before a noun counts it, and does not point at it: "the one thing", "one day". */
static gboolean
counts_one (const Finder *self, guint p, guint first, guint end, const char *unit, gboolean strong)
{
  static const char *const pointing[] = { "the",   "no",      "this", "that", "any",  "every", "each",
                                          "which", "another", "a",    "some", "only", "these", "those" };
  static const char *const adverbial[] = { "day",     "time", "way",  "thing", "reason", "side",  "hand",   "point",
                                           "another", "such", "must", "more",  "last",   "night", "morning" };
  char word[PLX_WORD_SIZE];
  gunichar next = char_at (self, p, end);
  gsize n;

  if (unit == NULL)
    return FALSE;
  if (strong)
    return TRUE;
  if (is_dash (char_at (self, p, first + 1)))
    return is_time (unit) || strcmp (unit, "page") == 0;
  if (first > 0)
    {
      word_at (self, p, first - 1, word);
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
  word_at (self, p, end, word);
  n = strlen (word);
  return end >= count (self, p) || !g_unichar_isalpha (next) || plx_counted_nouns_ends_phrase (word)
         || (n > 3 && strcmp (word + n - 2, "ed") == 0);
}

static void
add_figure (Finder *self, guint p, guint start, guint end, const Amount *amount, const char *hedge, char *unit)
{
  PlxFigure figure = { p,
                       { plx_token_view_get (self->view, p, start)->span.start,
                         plx_token_view_get (self->view, p, end - 1)->span.end },
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
  Amount amount;
  const char *hedge, *later;
  guint start = i, end, behind, noun_end;
  gboolean hedged = FALSE, strong = FALSE;
  g_autofree char *unit = NULL;
  char word[PLX_WORD_SIZE];

  if (!read_amount (self, p, i, !is_change (self, p, i), &amount))
    return i + 1;

  /* "between 10 and 12", "from 10 to 12". */
  if (i > 0 && !amount.range && strcmp (word_at (self, p, i - 1, word), "between") == 0
      && strcmp (word_at (self, p, amount.end, word), "and") == 0)
    {
      Amount high;

      if (read_amount (self, p, amount.end + 1, FALSE, &high) && high.numeral.vague == NULL
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
  else if (i > 0 && amount.range && strcmp (word_at (self, p, i - 1, word), "from") == 0)
    start = i - 1;

  /* "minus 5", "-5". */
  if (start > 0 && amount.numeral.vague == NULL && !amount.range
      && (strcmp (word_at (self, p, start - 1, word), "minus") == 0
          || (is_dash (char_at (self, p, start - 1)) && joined (self, p, start) && !joined (self, p, start - 1))))
    {
      amount.numeral.value = -amount.numeral.value;
      start--;
    }
  hedge = amount.numeral.vague == NULL ? hedge_before (self, p, start, &start, &hedged) : NULL;
  /* "about" of a person or a place is no hedge: "about one". */
  if (is_no_figure (self, p, &amount, hedged))
    {
      /* The rest of a telephone number. */
      for (end = amount.end; amount.currency == NULL && !amount.numeral.in_words && is_number (self, p, end); end++)
        ;
      return end;
    }
  end = amount.end;
  later = hedge_behind (self, p, end, &behind);
  if (later != NULL)
    end = behind;

  if (amount.currency != NULL)
    unit = g_strdup (amount.currency);
  else if ((unit = read_percent (self, p, &end)) == NULL
           && (unit = read_currency_word (self, p, amount.first, amount.numeral.vague != NULL, &end)) == NULL)
    {
      if (is_age (self, p, &amount))
        unit = g_strdup ("year-old");
      else
        {
          unit = plx_counted_nouns_find (self->view, p, end, amount.numeral.value, &strong, &noun_end);
          /* "5m people": million; "5m deep": metres. */
          if (amount.numeral.metres && unit != NULL && strcmp (unit, "metre") == 0)
            {
              gboolean strong_next;
              guint next_end;
              char *next = plx_counted_nouns_find (self->view, p, end + 1, NAN, &strong_next, &next_end);

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
          else if (strcmp (word_at (self, p, start > 0 ? start - 1 : count (self, p), word), "aged") == 0)
            {
              unit = g_strdup ("year-old");
              start--;
            }
        }
    }
  if (later == NULL && (later = hedge_behind (self, p, end, &behind)) != NULL)
    end = behind;
  if (hedge == NULL)
    hedge = later;
  if (amount.numeral.vague != NULL)
    {
      hedge = amount.numeral.vague;
      if (start > 0 && strcmp (word_at (self, p, start, word), "few") == 0
          && strcmp (word_at (self, p, start - 1, word), "a") == 0)
        start--;
    }

  /* "over three years" is a time during which. */
  if (hedge != NULL && unit != NULL && strcmp (hedge, "more than") == 0 && is_time (unit)
      && strcmp (word_at (self, p, start, word), "over") == 0)
    {
      hedge = later;
      start++;
    }
  if (strcmp (word_at (self, p, end, word), "old") == 0 && g_strcmp0 (unit, "year") == 0)
    {
      g_free (unit);
      unit = g_strdup ("year-old");
      end++;
    }
  if (unit == NULL)
    unit = find_victims (self, p, start, end);

  /* "three days ago" is a date. */
  if (strcmp (word_at (self, p, end, word), "ago") == 0)
    return end;
  if (looks_like_year (&amount) && amount.currency == NULL
      && !(hedged && unit != NULL && !is_comparison (self, p, start)) && !strong && g_strcmp0 (unit, "percent") != 0)
    return amount.end;
  /* Long digits that nobody divided and that count nothing are somebody's number of something. */
  if (!amount.numeral.in_words && unit == NULL && amount.numeral.value >= 1e6 && end == amount.first + 1
      && is_undivided (self, p, amount.first))
    return amount.end;
  /* "one" by itself is a pronoun, and a range that counts nothing is a score. */
  if (amount.numeral.in_words && amount.numeral.value == 1 && !amount.range
      && !counts_one (self, p, amount.first, end, unit, strong) && amount.currency == NULL)
    return amount.end;
  if (amount.range && unit == NULL && !hedged && start == i)
    return amount.end;
  if (amount.numeral.fraction && unit == NULL && !hedged && strcmp (word_at (self, p, amount.end, word), "of") != 0)
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
