/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-figures-private.h"

#include <math.h>

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

static const char *
find_currency (const Currency *list, gsize n, const char *sign)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i].sign, sign) == 0)
      return list[i].code;
  return NULL;
}

/**
 * plx_figure_amount_read:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @token: index of a token
 * @allow_range: whether "5 to 9" is one amount
 * @amount: (out): the amount that begins there
 *
 * Reads a currency sign or none, a number, and the end of a range.
 *
 * Returns: whether there is one
 */
gboolean
plx_figure_amount_read (const PlxTokenView *view, guint p, guint i, gboolean allow_range, PlxFigureAmount *amount)
{
  char word[PLX_WORD_SIZE], sign[PLX_WORD_SIZE];
  guint at = i, n = plx_figure_count (view, p);
  const char *code;

  memset (amount, 0, sizeof *amount);
  amount->first = i;
  plx_figure_word (view, p, i, word);
  /* "US$5", "A$5". */
  if (plx_figure_char (view, p, i + 1) == '$' && plx_figure_joined (view, p, i + 1)
      && find_currency (dollar_prefixes, G_N_ELEMENTS (dollar_prefixes), word) != NULL)
    {
      amount->currency = find_currency (dollar_prefixes, G_N_ELEMENTS (dollar_prefixes), word);
      at = i + 2;
    }
  else if (plx_token_view_get (view, p, i)->kind == PLX_TOKEN_PUNCTUATION
           && (code = find_currency (currency_signs, G_N_ELEMENTS (currency_signs), word)) != NULL)
    {
      amount->currency = code;
      at = i + 1;
    }
  else if (g_unichar_isupper (plx_figure_char (view, p, i)) && plx_figure_is_number (view, p, i + 1)
           && strlen (word) == 3 && (code = find_currency (currency_words, G_N_ELEMENTS (currency_words), word)) != NULL
           && strcmp (word, "won") != 0 && strcmp (word, "yen") != 0)
    {
      amount->currency = code;
      at = i + 1;
    }
  else if (strcmp (word, "rs") == 0)
    {
      amount->currency = "INR";
      at = i + 1 + (plx_figure_char (view, p, i + 1) == '.');
    }
  if (at >= n || (at > i && !plx_figure_is_number (view, p, at)) || !plx_numerals_read (view, p, at, &amount->numeral))
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
      gboolean dash = plx_figure_is_dash (plx_figure_char (view, p, amount->end))
                      && plx_figure_is_number (view, p, amount->first + (at - i));

      plx_figure_word (view, p, amount->end, word);
      if (amount->currency != NULL
          && find_currency (currency_signs, G_N_ELEMENTS (currency_signs), plx_figure_word (view, p, second, sign))
                 != NULL)
        second++;
      if ((dash || strcmp (word, "to") == 0) && second < n && plx_numerals_read (view, p, second, &high)
          && high.vague == NULL && !high.fraction
          && (!dash || plx_figure_joined (view, p, second) || !plx_figure_joined (view, p, amount->end)))
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

/**
 * plx_figure_amount_read_percent:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @end: (inout): the token behind a number; moved over "percent", "per cent", "%" or "percentage points"
 *
 * Returns: (transfer full) (nullable): "percent" or "percentage point"
 */
char *
plx_figure_amount_read_percent (const PlxTokenView *view, guint p, guint *end)
{
  char word[PLX_WORD_SIZE], next[PLX_WORD_SIZE];
  guint at = *end;

  if (plx_figure_is_dash (plx_figure_char (view, p, at)) && plx_figure_joined (view, p, at))
    at++;
  plx_figure_word (view, p, at, word);
  plx_figure_word (view, p, at + 1, next);
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
is_weight (const PlxTokenView *view, guint p, guint first, guint pounds)
{
  char word[PLX_WORD_SIZE];

  if (strcmp (plx_figure_word (view, p, pounds + 1, word), "of") == 0)
    return TRUE;
  for (guint k = 1; k < 6 && k <= first; k++)
    if (g_str_has_prefix (plx_figure_word (view, p, first - k, word), "weigh"))
      return TRUE;
  return FALSE;
}

/**
 * plx_figure_amount_read_currency:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @first: first token of a number
 * @vague: whether the number is a vague word, which takes "of" behind it: "millions of dollars"
 * @end: (inout): the token behind the number; moved over the name of a currency
 *
 * Returns: (transfer full) (nullable): ISO 4217 code of "dollars", "US dollars", "euros"; %NULL for pounds of weight
 */
char *
plx_figure_amount_read_currency (const PlxTokenView *view, guint p, guint first, gboolean vague, guint *end)
{
  static const char *const adjectives[] = {
    "us", "u.s.", "american", "british", "indian", "russian", "chinese", "swiss"
  };
  char word[PLX_WORD_SIZE];
  guint at = *end;
  const char *code;

  plx_figure_word (view, p, at, word);
  if (vague && strcmp (word, "of") == 0)
    plx_figure_word (view, p, ++at, word);
  if (plx_figure_is_dash (plx_figure_char (view, p, at)) && plx_figure_joined (view, p, at))
    {
      plx_figure_word (view, p, ++at, word);
      /* A 500-pound bomb. */
      if (strcmp (word, "pound") == 0)
        return NULL;
    }
  for (gsize k = 0; k < G_N_ELEMENTS (adjectives); k++)
    if (strcmp (adjectives[k], word) == 0)
      {
        plx_figure_word (view, p, ++at, word);
        break;
      }
  code = find_currency (currency_words, G_N_ELEMENTS (currency_words), word);
  if (code == NULL || strcmp (word, "won") == 0)
    return NULL;
  if ((strcmp (word, "pounds") == 0 || strcmp (word, "pound") == 0) && is_weight (view, p, first, at))
    return NULL;
  *end = at + 1;
  return g_strdup (code);
}
