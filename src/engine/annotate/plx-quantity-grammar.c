/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-quantity-grammar.h"

#include "engine/annotate/plx-token-cursor.h"

typedef struct
{
  guint end;
  double value;
  gboolean digits;
  gboolean vague;
} Number;

static const char *const scales[] = { "hundred",  "thousand", "lakh", "lakhs", "million", "crore", "crores", "billion",
                                      "trillion", "m",        "mn",   "bn",    "tn",      "k",     "dozen",  NULL };
static const double scale_values[] = { 1e2, 1e3, 1e5, 1e5, 1e6, 1e7, 1e7, 1e9, 1e12, 1e6, 1e6, 1e9, 1e12, 1e3, 12 };
static const char *const plural_scales[] = { "hundreds", "thousands", "millions", "billions", "trillions",
                                             "dozens",   "tens",      "scores",   NULL };
static const char *const ones[] = { "zero",     "one",     "two",     "three",     "four",     "five",     "six",
                                    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                                    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", NULL };
static const char *const tens[] = {
  "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", NULL
};
static const char *const symbols[] = { "$", "£", "€", "¥", "₹", "₽", "₩", "₦", "₺",
                                       "₪", "₱", "฿", "₫", "₴", "₵",   "#", NULL };
/* Written before an amount: "US$", "Rs 500", "USD 5". */
static const char *const currency_prefixes[] = {
  "US",  "USD", "HK",  "AU",  "A",   "C",   "CA",  "NZ",  "S",   "NT",  "R",   "GB",  "EUR", "GBP", "JPY", "CNY",
  "RMB", "INR", "Rs",  "Dh",  "Dhs", "AED", "SAR", "ZAR", "KES", "KSh", "Ksh", "Sh",  "NGN", "GHS", "RM",  "MYR",
  "SGD", "HKD", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "TL",  "TRY", "PKR", "LKR", "BDT", "Tk",  "UGX",
  "TZS", "PHP", "Php", "P",   "QR",  "QAR", "KD",  "KWD", "BD",  "OMR", "EGP", "LE",  "Rp",  "IDR", "THB", NULL
};
/* Written behind one; the first of each row stands for all of them when amounts are compared. */
static const char *const currency_words[] = {
  "dollar",  "dollars",  "cent",     "cents",    "euro",      "euros",  "pound",   "pounds",  "pence",    "penny",
  "yen",     "yuan",     "renminbi", "ruble",    "rubles",    "rouble", "roubles", "rupee",   "rupees",   "ringgit",
  "baht",    "won",      "rand",     "shilling", "shillings", "naira",  "cedi",    "cedis",   "dirham",   "dirhams",
  "riyal",   "riyals",   "rial",     "rials",    "dinar",     "dinars", "lira",    "liras",   "franc",    "francs",
  "peso",    "pesos",    "real",     "reais",    "krona",     "kronor", "kroner",  "guilder", "guilders", "zloty",
  "hryvnia", "hryvnias", "forint",   "shekel",   "shekels",   "taka",   "rupiah",  "dong",    "usd",      "eur",
  "gbp",     "birr",     "kwacha",   "pula",     "quid",      NULL
};
static const char *const currency_adjectives[] = { "us",       "u.s.",     "american",   "australian", "canadian",
                                                   "hong",     "kong",     "new",        "zealand",    "singapore",
                                                   "taiwan",   "swiss",    "british",    "indian",     "chinese",
                                                   "japanese", "zimbabwe", "zimbabwean", NULL };

static gboolean
is (const PlxTokenCursor *c, gint64 i, const char *word)
{
  return plx_token_cursor_is (c, i, word);
}

static gboolean
is_one_of (const PlxTokenCursor *c, gint64 i, const char *const *words)
{
  return plx_token_cursor_which (c, i, words) >= 0;
}

static gboolean
is_dash (const PlxTokenCursor *c, gint64 i)
{
  return is (c, i, "-") || is (c, i, "\xe2\x80\x93");
}

/* Digits with separators of thousands and a decimal point. A token may end with a scale, "5bn", or with other letters:
 * then it is no number. */
static gboolean
read_digits (const PlxTokenCursor *c, guint i, Number *number)
{
  gsize length;
  const char *text = plx_token_cursor_text (c, i, &length);
  double value = 0, unit = 0;
  gsize k = 0;

  if (length == 0 || length > 24 || !g_ascii_isdigit (text[0]))
    return FALSE;
  for (; k < length && (g_ascii_isdigit (text[k]) || text[k] == ',' || text[k] == '.'); k++)
    {
      if (text[k] == '.')
        {
          if (unit > 0)
            return FALSE;
          unit = 1;
        }
      else if (g_ascii_isdigit (text[k]) && unit > 0)
        {
          unit /= 10;
          value += unit * (text[k] - '0');
        }
      else if (g_ascii_isdigit (text[k]))
        value = 10 * value + (text[k] - '0');
    }
  if (k < length)
    {
      static const char *const endings[] = { "m", "mn", "bn", "tn", "k", "th", "st", "nd", "rd", NULL };
      const double factors[] = { 1e6, 1e6, 1e9, 1e12, 1e3 };

      for (guint e = 0; endings[e] != NULL; e++)
        if (length - k == strlen (endings[e]) && g_ascii_strncasecmp (text + k, endings[e], length - k) == 0 && e < 5)
          {
            *number = (Number){ i + 1, value * factors[e], TRUE, FALSE };
            return TRUE;
          }
      return FALSE;
    }
  *number = (Number){ i + 1, value, TRUE, FALSE };
  return TRUE;
}

/* "twenty-five", "three" */
static gboolean
read_words (const PlxTokenCursor *c, guint i, Number *number)
{
  int ten = plx_token_cursor_which (c, i, tens);
  int one;

  if (ten < 0)
    {
      one = plx_token_cursor_which (c, i, ones);
      *number = (Number){ i + 1, one, FALSE, FALSE };
      return one >= 0;
    }
  *number = (Number){ i + 1, 10 * (ten + 2), FALSE, FALSE };
  if (is_dash (c, i + 1))
    {
      one = plx_token_cursor_which (c, i + 2, ones);
      if (one >= 1 && one <= 9)
        {
          number->end = i + 3;
          number->value += one;
        }
    }
  return TRUE;
}

/* "tens of thousands", "hundreds of millions", "dozens", "a few hundred" */
static gboolean
read_vague (const PlxTokenCursor *c, guint i, Number *number)
{
  guint at = i;

  if (!is_one_of (c, at, plural_scales))
    return FALSE;
  at++;
  while (is (c, at, "of") && is_one_of (c, at + 1, plural_scales))
    at += 2;
  *number = (Number){ at, 0, FALSE, TRUE };
  return TRUE;
}

/* "million", "-million", "bn" behind a number */
static void
read_scales (const PlxTokenCursor *c, Number *number)
{
  int scale;

  for (guint at = number->end + (is_dash (c, number->end)); (scale = plx_token_cursor_which (c, at, scales)) >= 0;
       at = number->end)
    {
      gsize length;

      plx_token_cursor_text (c, at, &length);
      /* "5 m" is metres; "5m" beside a currency is millions. */
      if (length == 1 && !plx_token_cursor_touches (c, at))
        break;
      number->value *= scale_values[scale];
      number->end = at + 1;
    }
}

static gboolean
read_number (const PlxTokenCursor *c, guint i, Number *number)
{
  if (read_vague (c, i, number))
    return TRUE;
  if (is (c, i, "half") && (is (c, i + 1, "a") || is (c, i + 1, "of")) && is_one_of (c, i + 2, scales))
    *number = (Number){ i + 2, 0.5, FALSE, FALSE };
  else if ((is (c, i, "a") || is (c, i, "an")) && is_one_of (c, i + 1, scales))
    *number = (Number){ i + 1, 1, FALSE, FALSE };
  else if (!read_digits (c, i, number) && !read_words (c, i, number))
    return FALSE;

  read_scales (c, number);

  return TRUE;
}

/* The currency before an amount: "$", "US$", "HK $", "Rs". Where the amount begins goes into @amount. */
static gboolean
read_currency_before (const PlxTokenCursor *c, guint i, guint *amount)
{
  gsize length;
  const char *text = plx_token_cursor_text (c, i, &length);

  /* The tokens of "US$" may be one or two. */
  if (length > 1 && text[length - 1] == '$')
    {
      *amount = i + 1;
      return TRUE;
    }
  if (is_one_of (c, i, symbols))
    {
      *amount = i + 1;
      return is (c, i, "#") == FALSE || plx_token_cursor_touches (c, i + 1);
    }
  if (plx_token_cursor_is_capital (c, i))
    {
      gboolean found = FALSE;

      for (guint k = 0; currency_prefixes[k] != NULL && !found; k++)
        found = length == strlen (currency_prefixes[k]) && strncmp (text, currency_prefixes[k], length) == 0;
      if (found && (is_one_of (c, i + 1, symbols) && !is (c, i + 1, "#")))
        {
          *amount = i + 2;
          return TRUE;
        }
      if (found && is (c, i + 1, ".") && plx_token_cursor_is_number (c, i + 2)
          && g_ascii_strncasecmp (text, "Rs", length) == 0)
        {
          *amount = i + 2;
          return TRUE;
        }
      if (found && length >= 2 && !is (c, i, "US") && !is (c, i, "AU") && !is (c, i, "CA") && !is (c, i, "NZ")
          && !is (c, i, "HK") && !is (c, i, "GB") && !is (c, i, "NT"))
        {
          *amount = i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

/* "Rs500", "RM1,200.50": the currency and the first digits are one word. */
static gboolean
read_glued_money (const PlxTokenCursor *c, guint i, Number *number)
{
  gsize length, letters = 0;
  const char *text = plx_token_cursor_text (c, i, &length);
  gboolean known = FALSE;
  double value = 0;
  guint end = i + 1;

  while (letters < length && g_ascii_isalpha (text[letters]))
    letters++;
  if (letters < 2 || letters == length || length > 20)
    return FALSE;
  for (guint k = 0; currency_prefixes[k] != NULL && !known; k++)
    known = strlen (currency_prefixes[k]) == letters && strncmp (text, currency_prefixes[k], letters) == 0;
  for (gsize k = letters; k < length; k++)
    {
      if (!g_ascii_isdigit (text[k]))
        return FALSE;
      value = 10 * value + (text[k] - '0');
    }
  if (!known)
    return FALSE;
  while ((is (c, end, ",") || is (c, end, ".")) && plx_token_cursor_touches (c, end)
         && plx_token_cursor_touches (c, end + 1) && plx_token_cursor_is_number (c, end + 1))
    {
      gsize more;
      const char *digits = plx_token_cursor_text (c, end + 1, &more);
      double rest = g_ascii_strtod (digits, NULL), unit = 1;

      for (gsize k = 0; k < more && g_ascii_isdigit (digits[k]); k++)
        unit *= 10;
      value = is (c, end, ",") ? value * unit + rest : value + rest / unit;
      end += 2;
    }
  *number = (Number){ end, value, TRUE, FALSE };
  read_scales (c, number);
  return TRUE;
}

static gboolean
read_money (const PlxTokenCursor *c, guint i, Number *number)
{
  guint amount, at;

  if (read_glued_money (c, i, number))
    return TRUE;
  if (read_currency_before (c, i, &amount))
    {
      if (!plx_token_cursor_is_number (c, amount) || !read_number (c, amount, number))
        return FALSE;
      at = number->end;
      if (is_one_of (c, at, currency_adjectives))
        at++;
      if (is_one_of (c, at, currency_words))
        number->end = at + 1;
      return TRUE;
    }

  if (!read_number (c, i, number))
    return FALSE;
  at = number->end;
  if (is (c, at, "of"))
    at++;
  at += is_dash (c, at);
  for (guint k = 0; k < 2 && is_one_of (c, at, currency_adjectives); k++)
    at++;
  if (is_one_of (c, at, symbols) && !is (c, at, "#") && !plx_token_cursor_is_number (c, at + 1))
    {
      number->end = at + 1;
      return TRUE;
    }
  if (!is_one_of (c, at, currency_words))
    return FALSE;
  number->end = at + 1;
  return TRUE;
}

static gboolean
is_percent (const PlxTokenCursor *c, guint i, guint *end)
{
  *end = i + 1;
  if (is (c, i, "%") || is (c, i, "percent") || is (c, i, "pc") || is (c, i, "pct"))
    return TRUE;
  *end = i + 2;
  return is (c, i, "per") && is (c, i + 1, "cent");
}

static gboolean
read_percent (const PlxTokenCursor *c, guint i, Number *number)
{
  guint end;
  Number second;

  if (!read_number (c, i, number))
    return FALSE;
  if (is_percent (c, number->end + is_dash (c, number->end), &end))
    {
      number->end = end;
      return TRUE;
    }
  /* "5-10 percent", "5 to 10 percent" */
  if ((is_dash (c, number->end) || is (c, number->end, "to") || is (c, number->end, "and"))
      && read_number (c, number->end + 1, &second) && is_percent (c, second.end, &end))
    {
      number->end = end;
      number->vague = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* "5:30 pm (1430 GMT)", "10 a.m.", "1430 GMT" */
static gboolean
read_clock (const PlxTokenCursor *c, guint i, Number *number)
{
  static const char *const halves[] = { "am", "pm", "a.m.", "p.m.", "a.m", "p.m", NULL };
  static const char *const zones[] = {
    "gmt", "utc", "est", "edt", "bst", "cet", "cest", "ist", "et", "pst", "pdt", NULL
  };
  guint at = i + 1;
  gboolean found = FALSE;
  gsize length;
  const char *text = plx_token_cursor_text (c, i, &length);

  if (!plx_token_cursor_is_number (c, i) || length > 5)
    return FALSE;
  *number = (Number){ at, g_ascii_strtod (text, NULL), TRUE, TRUE };
  if (is (c, at, ":") && plx_token_cursor_touches (c, at) && plx_token_cursor_is_number (c, at + 1)
      && plx_token_cursor_touches (c, at + 1))
    {
      at += 2;
      found = TRUE;
    }
  if (is_one_of (c, at, halves))
    {
      at++;
      found = TRUE;
    }
  else if ((is (c, at, "a") || is (c, at, "p")) && is (c, at + 1, ".") && is (c, at + 2, "m"))
    {
      at += 3 + is (c, at + 3, ".");
      found = TRUE;
    }
  if (is_one_of (c, at, zones) && (found || length == 4))
    {
      at++;
      found = TRUE;
    }
  if (found && is (c, at, "(") && plx_token_cursor_is_number (c, at + 1))
    {
      Number inner;

      if (read_clock (c, at + 1, &inner) && is (c, inner.end, ")"))
        at = inner.end + 1;
    }
  number->end = at;
  return found;
}

/* "three-year", "33-year-old", "two weeks", "five hours" */
static gboolean
read_duration (const PlxTokenCursor *c, guint i, Number *number, gboolean *age)
{
  static const char *const units[] = { "second", "minute",  "hour",    "day",       "week",  "month", "year",
                                       "decade", "century", "seconds", "minutes",   "hours", "days",  "weeks",
                                       "months", "years",   "decades", "centuries", NULL };
  static const char *const before[] = { "in", "for", "within", "after", "over", NULL };
  static const char *const plural[] = { "hours", "days", "weeks", "months", "years", "decades", "centuries", NULL };
  guint at;

  *age = FALSE;
  if (is_one_of (c, i, plural) && is_one_of (c, i - 1, before))
    {
      *number = (Number){ i + 1, 0, FALSE, TRUE };
      return TRUE;
    }
  if (!read_number (c, i, number))
    return FALSE;
  at = number->end + is_dash (c, number->end);
  if (is (c, at, "more"))
    at++;
  if (!is_one_of (c, at, units))
    return FALSE;
  number->end = at + 1;
  if (is_dash (c, number->end) && is (c, number->end + 1, "old"))
    {
      number->end += 2;
      *age = TRUE;
    }
  return TRUE;
}

/* The plural noun that a number counts: "145 drones", "12 people", "dozens of civilians". At most one adjective or
 * nationality stands between; longer phrases are left to the eye. */
static guint
counted_end (const PlxTokenCursor *c, guint at)
{
  static const char *const irregular[] = { "people", "men", "women", "children", "police", "others", "persons", NULL };
  guint i = at + is (c, at, "of");

  for (guint k = 0; k < 1 && plx_token_cursor_is_word (c, i); k++, i++)
    {
      gsize length;
      const char *text = plx_token_cursor_text (c, i, &length);

      if (is_one_of (c, i, irregular))
        return i + 1;
      if (!g_ascii_islower (text[0]))
        return at;
      if (length > 3 && text[length - 1] == 's' && text[length - 2] != 's' && text[length - 2] != 'u'
          && text[length - 2] != '\'')
        return i + 1;
    }

  return at;
}

/* How far back a hedge reaches: "at least 12 people", "more than 70 missiles", "about 90". */
static guint
hedge_start (const PlxTokenCursor *c, guint i)
{
  static const char *const single[] = { "about",   "around", "nearly", "almost", "approximately",
                                        "roughly", "some",   "over",   NULL };
  static const char *const two[] = { "least", "most", NULL };
  static const char *const comparatives[] = { "more", "less", "fewer", NULL };

  if (i >= 2 && is (c, i - 2, "at") && is_one_of (c, i - 1, two))
    return i - 2;
  if (i >= 2 && is (c, i - 1, "than") && is_one_of (c, i - 2, comparatives))
    return i - 2;
  if (i >= 2 && is (c, i - 2, "up") && is (c, i - 1, "to"))
    return i - 2;
  if (i >= 1 && is_one_of (c, i - 1, single))
    return i - 1;
  return i;
}

/* Whether the digits at token @i are part of something that is no quantity: "F-35", "Flight 447", "G20", "3.1". */
static gboolean
is_part_of_name (const PlxTokenCursor *c, guint i)
{
  static const char *const before[] = { "no",      "number", "flight",  "page",       "article", "chapter", "section",
                                        "channel", "route",  "highway", "resolution", "covid",   "part",    "phase",
                                        "level",   "act",    "+",       "#",          NULL };

  if (plx_token_cursor_touches (c, i) && !is (c, i - 1, "(") && !is (c, i - 1, "\"") && !is (c, i - 1, "[")
      && !is (c, i - 1, "\xe2\x80\x9c"))
    return TRUE;
  if (is_one_of (c, i - 1, before) || is (c, i + 1, "/") || is (c, i + 1, ":"))
    return TRUE;
  return i > 0 && plx_token_cursor_is_capital (c, i - 1) && plx_token_cursor_is_word (c, i - 1) && i > 1;
}

static gboolean
read_count (const PlxTokenCursor *c, guint i, Number *number)
{
  guint end;

  if (!read_number (c, i, number))
    return FALSE;
  if (number->digits && is_part_of_name (c, i))
    return FALSE;
  if (is_dash (c, number->end) && plx_token_cursor_touches (c, number->end))
    return FALSE;
  end = counted_end (c, number->end);
  /* "one" is a pronoun; small numbers in words count only what is named. */
  if (!number->digits && end == number->end && !number->vague && number->value < 21)
    return FALSE;
  if (!number->digits && number->value < 2 && !number->vague)
    return FALSE;
  number->end = end;
  return TRUE;
}

static gboolean
read_quantity (const PlxTokenCursor *c, guint i, Number *number, PlxQuantityKind *kind, guint *start)
{
  gboolean age;

  *start = i;
  *kind = PLX_QUANTITY_MONEY;
  if (read_money (c, i, number))
    return TRUE;
  *kind = PLX_QUANTITY_PERCENT;
  if (read_percent (c, i, number))
    return TRUE;
  *kind = PLX_QUANTITY_TIME;
  if (read_clock (c, i, number))
    return TRUE;
  if (read_duration (c, i, number, &age))
    {
      if (age)
        *kind = PLX_QUANTITY_NUMBER;
      return TRUE;
    }
  *kind = PLX_QUANTITY_NUMBER;
  *start = hedge_start (c, i);
  return read_count (c, i, number);
}

/**
 * plx_quantity_grammar_find:
 * @paragraph: a paragraph in English
 * @tokens: (element-type PlxToken): its tokens
 * @mentions: (element-type PlxMention): where the quantities found are added
 *
 * Finds amounts of money, percentages, times, and numbers with what they count.
 */
void
plx_quantity_grammar_find (const PlxParagraph *paragraph, const GArray *tokens, GArray *mentions)
{
  PlxTokenCursor c = plx_token_cursor (paragraph, tokens);

  for (guint i = 0; i < c.n;)
    {
      Number number;
      PlxMention mention = { paragraph->number, { 0, 0 }, PLX_ENTITY_QUANTITY, PLX_QUANTITY_NONE };
      guint start;

      if (!read_quantity (&c, i, &number, &mention.quantity, &start) || number.end <= i || number.end > c.n)
        {
          i++;
          continue;
        }
      mention.span.start = c.tokens[start].span.start;
      mention.span.end = c.tokens[number.end - 1].span.end;
      g_array_append_val (mentions, mention);
      i = number.end;
    }
}

/**
 * plx_quantity_grammar_normalize:
 * @text: a quantity as written
 *
 * Brings the ways of writing one quantity together: "twelve people" and "12 people", "$1.5bn" and "$1,500 million". The
 * hedge does not count, what is counted does.
 *
 * Returns: (transfer full) (nullable): a key, or %NULL when @text has no definite value
 */
char *
plx_quantity_grammar_normalize (const char *text)
{
  g_autoptr (GArray) tokens = plx_tokens_split (text);
  PlxTokenCursor c = { text, (const PlxToken *)(const void *)tokens->data, tokens->len };

  for (guint i = 0; i < c.n; i++)
    {
      Number number = { 0 }, value = { 0 };
      PlxQuantityKind kind;
      guint start, amount = i;
      g_autoptr (GString) key = NULL;

      if (!read_quantity (&c, i, &number, &kind, &start))
        continue;
      if (number.end != c.n || number.vague)
        return NULL;
      key = g_string_new (NULL);
      if (kind == PLX_QUANTITY_MONEY && read_currency_before (&c, i, &amount))
        for (guint k = i; k < amount; k++)
          g_string_append_len (key, text + c.tokens[k].byte_start, c.tokens[k].byte_end - c.tokens[k].byte_start);
      if (kind == PLX_QUANTITY_MONEY && amount == i && read_glued_money (&c, i, &value))
        g_string_append_len (key, text + c.tokens[i].byte_start, strcspn (text + c.tokens[i].byte_start, "0123456789"));
      else if (!read_number (&c, amount, &value))
        return NULL;
      g_string_append_printf (key, " %.6g ", value.value);
      for (guint k = value.end; k < number.end; k++)
        if (!is (&c, k, "-") && !is (&c, k, "of"))
          g_string_append_len (key, text + c.tokens[k].byte_start, c.tokens[k].byte_end - c.tokens[k].byte_start);
      return g_ascii_strdown (key->str, -1);
    }

  return NULL;
}
