/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-date-grammar.h"

#include <stdlib.h>

#include "engine/annotate/plx-token-cursor.h"

/* What an expression says of when. Parts that it leaves out are 0 or NULL. */
typedef struct
{
  guint end;
  int year;
  int month;
  int day;
  int weekday;
  const char *part;
  gboolean vague;
} Date;

static const char *const months[] = { "january", "february",  "march",   "april",    "may",      "june", "july",
                                      "august",  "september", "october", "november", "december", NULL };
static const char *const short_months[] = { "jan", "feb", "mar", "apr", "may", "jun",  "jul",
                                            "aug", "sep", "oct", "nov", "dec", "sept", NULL };
static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday",    NULL };
static const char *const day_parts[] = { "morning", "afternoon", "evening", "night", NULL };
static const char *const units[] = { "second",  "seconds",   "minute",    "minutes", "hour",    "hours",
                                     "day",     "days",      "week",      "weeks",   "month",   "months",
                                     "quarter", "quarters",  "year",      "years",   "decade",  "decades",
                                     "century", "centuries", "fortnight", "season",  "seasons", NULL };
static const char *const periods[] = { "week",      "month",   "year",   "decade",    "century", "quarter", "season",
                                       "weekend",   "spring",  "summer", "autumn",    "fall",    "winter",  "morning",
                                       "afternoon", "evening", "night",  "fortnight", "term",    NULL };
static const char *const small_numbers[] = { "a",         "an",       "one",      "two",      "three",   "four",
                                             "five",      "six",      "seven",    "eight",    "nine",    "ten",
                                             "eleven",    "twelve",   "thirteen", "fourteen", "fifteen", "sixteen",
                                             "seventeen", "eighteen", "nineteen", "twenty",   "thirty",  "forty",
                                             "fifty",     "several",  "few",      "couple",   NULL };

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

/* The number in digits alone at token @i, or -1; @digits tells how many there are. */
static int
digits_at (const PlxTokenCursor *c, gint64 i, guint *digits)
{
  gsize length;
  const char *text = plx_token_cursor_text (c, i, &length);
  int value = 0;

  *digits = (guint)length;
  if (length == 0 || length > 4)
    return -1;
  for (gsize k = 0; k < length; k++)
    {
      if (!g_ascii_isdigit (text[k]))
        return -1;
      value = 10 * value + (text[k] - '0');
    }
  return value;
}

/* A day of the month, "24" or "24th", at token @i; where it ends goes into @end. */
static int
day_at (const PlxTokenCursor *c, gint64 i, guint *end)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
  gsize length;
  const char *text = plx_token_cursor_text (c, i, &length);
  int value = 0;
  gsize k = 0;

  while (k < length && k < 2 && g_ascii_isdigit (text[k]))
    value = 10 * value + (text[k++] - '0');
  if (k == 0 || value < 1 || value > 31)
    return 0;
  *end = (guint)i + 1;
  if (k == length)
    {
      if (plx_token_cursor_touches (c, i + 1) && is_one_of (c, i + 1, endings))
        *end = (guint)i + 2;
      return value;
    }
  for (guint e = 0; endings[e] != NULL && length == k + 2; e++)
    if (g_ascii_strncasecmp (text + k, endings[e], 2) == 0)
      return value;
  return 0;
}

static int
year_at (const PlxTokenCursor *c, gint64 i)
{
  guint digits;
  int year = digits_at (c, i, &digits);

  return digits == 4 && year >= 1000 && year <= 2199 ? year : 0;
}

/* The month, 1 to 12, named at token @i; "may" and "march" are words too. An abbreviation may have a dot. */
static int
month_at (const PlxTokenCursor *c, gint64 i, guint *end, gboolean *short_form)
{
  int month;

  *short_form = FALSE;
  if (!plx_token_cursor_is_capital (c, i))
    return 0;
  *end = (guint)i + 1;
  month = plx_token_cursor_which (c, i, months) + 1;
  if (month > 0)
    return month;
  month = plx_token_cursor_which (c, i, short_months) + 1;
  if (month > 0)
    {
      *short_form = TRUE;
      if (is (c, i + 1, ".") && plx_token_cursor_touches (c, i + 1))
        *end = (guint)i + 2;
    }
  return month == 13 ? 9 : month;
}

/* Whether a month's name stands where a noun of time stands. */
static gboolean
is_month_context (const PlxTokenCursor *c, gint64 i)
{
  static const char *const words[] = { "in",      "since",   "last",   "next",  "this",  "early", "late",   "mid",
                                       "until",   "till",    "from",   "to",    "by",    "of",    "during", "for",
                                       "through", "between", "before", "after", "every", NULL };
  guint end;
  gboolean short_form;

  return is_one_of (c, i - 1, words) || (is (c, i - 1, "-") && is (c, i - 2, "mid"))
         || ((is (c, i - 1, "and") || is (c, i - 1, "or") || is (c, i - 1, ",")) && i >= 2
             && month_at (c, i - 2, &end, &short_form) > 0);
}

static gboolean
is_dash (const PlxTokenCursor *c, gint64 i)
{
  return is (c, i, "-") || is (c, i, "\xe2\x80\x93");
}

/* ", 2008" or "2008" or "of last year" behind a month. */
static void
read_year (const PlxTokenCursor *c, Date *date)
{
  static const char *const which[] = { "last", "this", "next", "that", "previous", NULL };
  guint at = date->end + (is (c, date->end, ",") || is (c, date->end, "of"));
  int year = year_at (c, at);

  if (year > 0)
    {
      date->year = year;
      date->end = at + 1;
    }
  else if (is_one_of (c, at, which) && is (c, at + 1, "year") && !is (c, date->end, ","))
    date->end = at + 2;
}

/* The dates that a month's name makes: "March 1, 2008", "1 March", "March 2008", "March". */
static gboolean
read_month (const PlxTokenCursor *c, guint i, Date *date)
{
  guint end, after;
  gboolean short_form;
  int day = day_at (c, i, &end), month = 0;

  if (day > 0)
    {
      guint at = end + (is (c, end, "of"));
      guint last;

      /* "12-14 March" */
      if (is_dash (c, end) && day_at (c, end + 1, &last) > day)
        at = last;
      month = month_at (c, at, &after, &short_form);
      if (month == 0)
        return FALSE;
      *date = (Date){ after, 0, month, day, 0, NULL, FALSE };
      read_year (c, date);
      return TRUE;
    }

  month = month_at (c, i, &after, &short_form);
  if (month == 0)
    return FALSE;
  *date = (Date){ after, 0, month, 0, 0, NULL, FALSE };
  day = day_at (c, after, &end);
  if (day > 0 && !(is (c, end, "%") || is (c, end, ":")))
    {
      guint last;

      date->day = day;
      date->end = end;
      if (is_dash (c, end) && day_at (c, end + 1, &last) > day)
        date->end = last;
      read_year (c, date);
      return TRUE;
    }
  read_year (c, date);
  if (date->end > after)
    return TRUE;
  if (short_form)
    return FALSE;
  if (month == 3 || month == 5 || month == 8 || month == 4 || month == 6)
    return is_month_context (c, i) && !plx_token_cursor_is_capital (c, after);
  return TRUE;
}

/* 24/04/2025, 2025-04-24. Which of day and month comes first is not known, unless one is above 12. */
static gboolean
read_numeric (const PlxTokenCursor *c, guint i, Date *date)
{
  guint digits[3];
  int parts[3];
  gboolean slash = is (c, i + 1, "/");

  if (!(slash || is (c, i + 1, "-") || is (c, i + 1, ".")) || !plx_token_cursor_is_number (c, i + 4))
    return FALSE;
  for (guint k = 0; k < 3; k++)
    {
      parts[k] = digits_at (c, i + 2 * k, &digits[k]);
      if (parts[k] < 0 || (k > 0 && !plx_token_cursor_touches (c, i + 2 * k)))
        return FALSE;
    }
  if (digits[0] == 4 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31)
    *date = (Date){ i + 5, parts[0], parts[1], parts[2], 0, NULL, FALSE };
  else if (digits[2] == 4 && parts[1] >= 1 && parts[1] <= 12 && parts[0] >= 1 && parts[0] <= 31)
    *date = (Date){ i + 5, parts[2], parts[1], parts[0], 0, NULL, FALSE };
  else if (digits[2] == 4 && parts[0] >= 1 && parts[0] <= 12 && parts[1] >= 1 && parts[1] <= 31)
    *date = (Date){ i + 5, parts[2], parts[0], parts[1], 0, NULL, FALSE };
  else
    return FALSE;
  return is (c, i + 3, slash ? "/" : is (c, i + 1, "-") ? "-" : ".");
}

/* A year alone: four digits that count nothing. */
static gboolean
read_year_alone (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const before[] = { "in",     "since",  "by",      "of",    "until",  "till", "from", "during",
                                        "before", "after",  "between", "early", "late",   "mid",  "year", "fiscal",
                                        "spring", "summer", "autumn",  "fall",  "winter", "than", NULL };
  static const char *const never_before[] = { "$",      "£",      "€",        "¥",     "₹",     "#",       "no",
                                              "number", "flight", "highway",  "route", "about", "around",  "nearly",
                                              "almost", "some",   "over",     "least", "most",  "another", "only",
                                              "up",     "exceed", "exceeded", "usd",   "rs",    "article", "resolution",
                                              "/",      ":",      "+",        NULL };
  static const char *const never_after[] = { "%",       "percent", "per",     "km",       "kilometres", "kilometers",
                                             "miles",   "metres",  "meters",  "feet",     "tonnes",     "tons",
                                             "people",  "men",     "women",   "children", "gmt",        "utc",
                                             "hours",   "million", "billion", "/",        "+",          ":",
                                             "dollars", NULL };
  int year = year_at (c, i);
  gsize length;
  const char *next = plx_token_cursor_text (c, i, &length);

  /* "1990s" */
  if (length == 5 && (next[4] == 's' || next[4] == 'S') && next[3] == '0')
    {
      *date = (Date){ i + 1, atoi (next), 0, 0, 0, "decade", FALSE };
      return date->year >= 1500 && date->year <= 2100;
    }
  if (year < 1500 || is_one_of (c, i - 1, never_before) || is_one_of (c, i + 1, never_after)
      || (is (c, i - 1, ".") && plx_token_cursor_touches (c, i)))
    return FALSE;
  *date = (Date){ i + 1, year, 0, 0, 0, NULL, FALSE };

  /* "2004-05", "1990–1995" */
  if (is_dash (c, i + 1))
    {
      guint digits;
      int second = digits_at (c, i + 2, &digits);

      if ((digits == 4 && second > year) || (digits == 2 && second > year % 100))
        {
          date->end = i + 3;
          date->part = "range";
          return TRUE;
        }
    }
  if (is_one_of (c, i - 1, before))
    return TRUE;
  next = plx_token_cursor_text (c, i + 1, &length);
  if (year < 1900 || year > 2060)
    return FALSE;
  /* "2000 soldiers" */
  return !(plx_token_cursor_is_word (c, i + 1) && g_ascii_islower (next[0]) && length > 3 && next[length - 1] == 's');
}

/* "the late 19th century" */
static gboolean
read_century (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const ordinals[] = { "first",     "second",      "third",      "fourth",     "fifth",
                                          "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
                                          "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
                                          "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
                                          NULL };
  guint end = i + 1;

  if (!is_one_of (c, i, ordinals) && !(day_at (c, i, &end) > 0 && (end > i + 1 || !plx_token_cursor_is_number (c, i))))
    return FALSE;
  end += is_dash (c, end);
  if (!is (c, end, "century"))
    return FALSE;
  *date = (Date){ end + 1, 0, 0, 0, 0, "century", FALSE };
  return TRUE;
}

/* "early Thursday", "Thursday morning", "next Monday", "Thursday, April 24" */
static gboolean
read_weekday (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const before[] = { "early", "late", "last", "next", "this", "past", NULL };
  int modifier = plx_token_cursor_which (c, i, before);
  guint at = i + (modifier >= 0);
  int weekday = plx_token_cursor_which (c, at, weekdays) + 1;
  int part;

  if (weekday == 0 || !plx_token_cursor_is_capital (c, at))
    return FALSE;
  *date = (Date){ at + 1, 0, 0, 0, weekday, modifier >= 0 ? before[modifier] : NULL, FALSE };
  part = plx_token_cursor_which (c, at + 1, day_parts);
  if (part >= 0)
    {
      date->end = at + 2;
      date->part = day_parts[part];
    }
  else
    {
      Date rest;

      at = date->end + is (c, date->end, ",");
      if (read_month (c, at, &rest) && rest.day > 0)
        {
          rest.weekday = weekday;
          rest.part = date->part;
          *date = rest;
        }
    }
  return TRUE;
}

/* Feasts that news use as dates. */
static gboolean
read_feast (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const feasts[] = { "Christmas", "Easter",   "Ramadan",   "Thanksgiving", "Lent", "Passover",
                                        "Diwali",    "Hanukkah", "Halloween", "Ashura",       NULL };
  static const char *const days[] = { "day", "eve", "monday", "sunday", NULL };
  guint end;

  if (!plx_token_cursor_is_capital (c, i))
    return FALSE;
  if (is_one_of (c, i, feasts))
    end = i + 1;
  else if (is (c, i, "New") && is (c, i + 1, "Year") && plx_token_cursor_is_capital (c, i + 1))
    end = i + 2 + (is (c, i + 2, "'s") || is (c, i + 2, "\xe2\x80\x99s"));
  else if (is (c, i, "Eid") && is (c, i + 1, "al") && is_dash (c, i + 2))
    end = i + 4;
  else
    return FALSE;
  if (plx_token_cursor_is_capital (c, end) && is_one_of (c, end, days))
    end++;
  if (plx_token_cursor_is_capital (c, end) || end > c->n)
    return FALSE;
  *date = (Date){ end, 0, 0, 0, 0, "feast", FALSE };
  return TRUE;
}

/* "today", "last week", "earlier this month", "two years ago", "the past decade" */
static gboolean
read_relative (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const single[] = { "today", "yesterday", "tomorrow", "tonight", NULL };
  static const char *const which[] = { "this",   "last",    "next",      "past", "previous",
                                       "coming", "current", "following", NULL };
  static const char *const around[] = { "earlier", "later", "early", "late", NULL };
  guint at = i;

  *date = (Date){ i + 1, 0, 0, 0, 0, "relative", TRUE };
  if (is_one_of (c, i, single))
    return TRUE;
  if (is_one_of (c, at, around))
    at++;
  else if (is (c, at, "the"))
    at++;
  if (is_one_of (c, at, which))
    {
      guint unit = at + 1;

      if (is_one_of (c, unit, periods))
        {
          date->end = unit + 1;
          return !is (c, at, "past") || at > i;
        }
      if (is_one_of (c, unit, small_numbers) || plx_token_cursor_is_number (c, unit))
        unit++;
      if (unit > at + 1 && is_one_of (c, unit, units))
        {
          date->end = unit + 1;
          return TRUE;
        }
      return FALSE;
    }
  if (at > i)
    return FALSE;

  /* "two years ago", "a week ago", "years ago" */
  if (is (c, at, "a") && (is (c, at + 1, "few") || is (c, at + 1, "couple")))
    at += 2 + (is (c, at + 2, "of"));
  else if (is_one_of (c, at, small_numbers) || plx_token_cursor_is_number (c, at))
    at++;
  if (is_one_of (c, at, units) && is (c, at + 1, "ago"))
    {
      date->end = at + 2;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_date (const PlxTokenCursor *c, guint i, Date *date)
{
  static const char *const fore[] = { "early", "late", "mid", NULL };
  guint start = i;
  gboolean found;

  if (read_weekday (c, i, date))
    return TRUE;
  /* "early 2004", "the late 1990s", "mid-March" belong together. */
  if (is (c, start, "the") && is_one_of (c, start + 1, fore))
    start++;
  if (is_one_of (c, start, fore))
    {
      start++;
      start += is_dash (c, start);
    }
  found = read_numeric (c, start, date) || read_month (c, start, date) || read_century (c, start, date)
          || read_year_alone (c, start, date) || (start == i && read_feast (c, start, date));
  if (found && (start == i || date->day == 0))
    return TRUE;
  return read_relative (c, i, date);
}

/**
 * plx_date_grammar_find:
 * @paragraph: a paragraph in English
 * @tokens: (element-type PlxToken): its tokens
 * @mentions: (element-type PlxMention): where the dates found are added
 *
 * Finds dates: days, months, years, weekdays and feasts. Expressions that name no day, month or year of the calendar
 * but count from the day of writing ("two years ago", "last week") are added as quantities of time.
 */
void
plx_date_grammar_find (const PlxParagraph *paragraph, const GArray *tokens, GArray *mentions)
{
  PlxTokenCursor c = plx_token_cursor (paragraph, tokens);

  for (guint i = 0; i < c.n;)
    {
      Date date;
      PlxMention mention = { paragraph->number, { 0, 0 }, PLX_ENTITY_DATE, PLX_QUANTITY_NONE };

      if (!read_date (&c, i, &date) || date.end <= i || date.end > c.n)
        {
          i++;
          continue;
        }
      mention.span.start = c.tokens[i].span.start;
      mention.span.end = c.tokens[date.end - 1].span.end;
      if (date.vague)
        {
          mention.type = PLX_ENTITY_QUANTITY;
          mention.quantity = PLX_QUANTITY_TIME;
        }
      g_array_append_val (mentions, mention);
      i = date.end;
    }
}

/**
 * plx_date_grammar_normalize:
 * @text: a date as written
 *
 * Brings the ways of writing one date together: "24 April 2025" and "April 24th, 2025"; "early Thursday" and "Thursday
 * morning".
 *
 * Returns: (transfer full) (nullable): a key, or %NULL when @text is no date as plx_date_grammar_find() knows them
 */
char *
plx_date_grammar_normalize (const char *text)
{
  g_autoptr (GArray) tokens = plx_tokens_split (text);
  PlxTokenCursor c = { text, (const PlxToken *)(const void *)tokens->data, tokens->len };
  const char *part;
  Date date;

  if (c.n == 0 || !read_date (&c, 0, &date) || date.end != c.n || (date.part != NULL && date.weekday == 0))
    return NULL;
  if (date.year == 0 && date.month == 0 && date.weekday == 0)
    return NULL;
  part = date.part == NULL                                                        ? ""
         : g_str_equal (date.part, "early") || g_str_equal (date.part, "morning") ? "morning"
         : g_str_equal (date.part, "late") || g_str_equal (date.part, "night") || g_str_equal (date.part, "evening")
             ? "night"
             : date.part;
  /* The weekday says nothing more when the day is known. */
  if (date.day > 0)
    date.weekday = 0;
  if (is (&c, 0, "early") || is (&c, 0, "late") || is (&c, 0, "mid") || is (&c, 0, "the"))
    return date.weekday > 0 ? g_strdup_printf ("0-0-0 w%d%s", date.weekday, part) : NULL;

  return g_strdup_printf ("%d-%d-%d w%d%s", date.year, date.month, date.day, date.weekday, part);
}
