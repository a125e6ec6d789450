/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-date.h"

#include <string.h>

/* A date stands near the beginning of what holds one. */
#define MAX_TOKENS 24

/* No page is older than the web is worth reading, and none is from far ahead of its reader. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2100

typedef struct
{
  const char *start;
  gsize length;
  guint value;
  guint month;
  char before;
} Token;

/* English, German, French, Spanish, Italian, Portuguese and Dutch, by as many letters as tell the month. */
static const struct
{
  const char *start;
  guint month;
} months[] = {
  { "jan", 1 },  { "jän", 1 },  { "gen", 1 },  { "ene", 1 },  { "feb", 2 },  { "fév", 2 },  { "fev", 2 },
  { "mar", 3 },  { "mär", 3 },  { "maa", 3 },  { "mrt", 3 },  { "apr", 4 },  { "avr", 4 },  { "abr", 4 },
  { "may", 5 },  { "mai", 5 },  { "mei", 5 },  { "mag", 5 },  { "jun", 6 },  { "juin", 6 }, { "giu", 6 },
  { "jul", 7 },  { "juil", 7 }, { "lug", 7 },  { "aug", 8 },  { "aoû", 8 },  { "ago", 8 },  { "sep", 9 },
  { "set", 9 },  { "oct", 10 }, { "okt", 10 }, { "ott", 10 }, { "out", 10 }, { "nov", 11 }, { "dec", 12 },
  { "déc", 12 }, { "dez", 12 }, { "dic", 12 },
};

static guint
month_of (const char *word, gsize length)
{
  g_autofree char *lower = NULL;

  if (length < 3 || length > 12)
    return 0;
  lower = g_utf8_strdown (word, length);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i].start))
      return months[i].month;
  return 0;
}

static char *
compose (guint year, guint month, guint day, const char *rest)
{
  guint hours, minutes, n = 0;

  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return NULL;
  /* The time is kept as the page has it, with its zone, where the whole is in ISO 8601 already. */
  if (rest != NULL && (*rest == 'T' || *rest == ' ') && strlen (rest) > 5 && g_ascii_isdigit (rest[1])
      && g_ascii_isdigit (rest[2]) && rest[3] == ':' && g_ascii_isdigit (rest[4]) && g_ascii_isdigit (rest[5]))
    {
      const char *end = rest + 6;

      hours = (rest[1] - '0') * 10 + rest[2] - '0';
      minutes = (rest[4] - '0') * 10 + rest[5] - '0';
      if (hours < 24 && minutes < 60)
        {
          if (*end == ':' && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2]))
            end += 3;
          n = end - (rest + 1);
          if (*end == '.')
            do
              end++;
            while (g_ascii_isdigit (*end));
          if (*end == 'Z')
            return g_strdup_printf ("%04u-%02u-%02uT%.*sZ", year, month, day, (int)n, rest + 1);
          if ((*end == '+' || *end == '-') && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2]))
            {
              const char *zone = end + (end[3] == ':' ? 4 : 3);

              if (g_ascii_isdigit (zone[0]) && g_ascii_isdigit (zone[1]))
                return g_strdup_printf ("%04u-%02u-%02uT%.*s%.3s:%.2s", year, month, day, (int)n, rest + 1, end, zone);
            }
          return g_strdup_printf ("%04u-%02u-%02uT%.*s", year, month, day, (int)n, rest + 1);
        }
    }
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static guint
tokenize (const char *text, Token *tokens)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_TOKENS;)
    {
      const char *start = p;
      Token *token = &tokens[n];

      if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (*p))
            p++;
          *token = (Token){ start, p - start, 0, 0, start > text ? start[-1] : '\0' };
          if (token->length <= 8)
            token->value = g_ascii_strtoull (start, NULL, 10);
          n++;
        }
      else if (g_ascii_isalpha (*p) || (guchar)*p >= 0x80)
        {
          while (g_ascii_isalpha (*p) || (guchar)*p >= 0x80)
            p++;
          *token = (Token){ start, p - start, 0, month_of (start, p - start), start > text ? start[-1] : '\0' };
          n++;
        }
      else
        p++;
    }
  return n;
}

static gboolean
is_year (const Token *token)
{
  return token->length == 4 && token->value >= FIRST_YEAR && token->value <= LAST_YEAR;
}

static gboolean
is_ordinal (const Token *token)
{
  return token->value == 0 && token->month == 0 && token->length == 2
         && (strncmp (token->start, "st", 2) == 0 || strncmp (token->start, "nd", 2) == 0
             || strncmp (token->start, "rd", 2) == 0 || strncmp (token->start, "th", 2) == 0
             || strncmp (token->start, "de", 2) == 0 || strncmp (token->start, "of", 2) == 0);
}

/**
 * plx_html_date_parse:
 * @text: (nullable): what holds a date, valid UTF-8: ISO 8601, RFC 5322, or a date in words or digits within a few
 * others
 * @month_first: whether 3/4/2025 is the fourth of March
 *
 * Returns: (transfer full) (nullable): the first date in it in ISO 8601, with the time and its zone where those are
 *   given in that form; %NULL when there is none
 */
char *
plx_html_date_parse (const char *text, gboolean month_first)
{
  Token tokens[MAX_TOKENS];
  guint n = text != NULL ? tokenize (text, tokens) : 0;

  for (guint i = 0; i < n; i++)
    {
      const Token *t = &tokens[i];
      const Token *second = i + 1 < n ? &tokens[i + 1] : NULL;
      const Token *third = i + 2 < n ? &tokens[i + 2] : NULL;
      char *date = NULL;

      if (t->length == 8 && t->value > 19000000)
        date = compose (t->value / 10000, t->value / 100 % 100, t->value % 100, NULL);
      else if (second == NULL)
        break;
      else if (third != NULL && is_year (t) && second->value > 0 && third->value > 0 && second->length <= 2
               && third->length <= 2 && second->before == third->before && strchr ("-/.", second->before) != NULL)
        date = compose (t->value, second->value, third->value, third->start + third->length);
      else if (third != NULL && t->value > 0 && t->length <= 2 && second->length <= 2 && second->value > 0
               && is_year (third) && second->before == third->before && strchr ("-/.", second->before) != NULL)
        {
          gboolean first_is_month = t->value <= 12 && (second->value > 12 || (month_first && second->before == '/'));

          date = first_is_month ? compose (third->value, t->value, second->value, NULL)
                                : compose (third->value, second->value, t->value, NULL);
        }
      else if (is_year (t) && second->month > 0 && third != NULL && third->value > 0 && third->length <= 2)
        date = compose (t->value, second->month, third->value, NULL);
      else if (t->month > 0 && second->value > 0 && second->length <= 2)
        {
          /* Month, day, perhaps as an ordinal, year. */
          if (third != NULL && is_ordinal (third) && i + 3 < n)
            third = &tokens[i + 3];
          if (third != NULL && is_year (third))
            date = compose (third->value, t->month, second->value, NULL);
        }
      else if (t->value > 0 && t->length <= 2)
        {
          guint next = i + 1;

          while (next < n && next < i + 3 && is_ordinal (&tokens[next]))
            next++;
          if (next + 1 < n && tokens[next].month > 0)
            {
              const Token *year = &tokens[next + 1];

              if (is_ordinal (year) && next + 2 < n)
                year = &tokens[next + 2];
              if (is_year (year))
                date = compose (year->value, tokens[next].month, t->value, NULL);
            }
        }
      if (date != NULL)
        return date;
    }

  return NULL;
}
