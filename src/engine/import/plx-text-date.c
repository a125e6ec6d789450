/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-date.h"

#include <string.h>

/* A line that is only a date, with its label, weekday, time and zone, is not longer. */
#define LINE_MAX_BYTES 120u

/* The names of the months in the languages of the phrase tables and a few more, "|" between and around them. */
static const char *const months[12] = {
  "|jan|january|januar|jänner|janvier|janv|enero|ene|gennaio|gen|januari|stycznia|января|янв|январь|січня|січ|січень|",
  "|feb|february|februar|février|fevrier|févr|febrero|febbraio|februari|lutego|февраля|фев|февраль|лютого|лют|лютий|",
  "|mar|march|märz|mars|marzo|maart|marca|марта|мар|март|березня|бер|березень|",
  "|apr|april|avril|avr|abril|abr|aprile|kwietnia|апреля|апр|апрель|квітня|кві|квітень|",
  "|may|mai|mayo|maggio|mag|mei|maja|maj|мая|май|травня|тра|травень|",
  "|jun|june|juni|juin|junio|giugno|giu|czerwca|июня|июн|июнь|червня|чер|червень|",
  "|jul|july|juli|juillet|juil|julio|luglio|lug|lipca|июля|июл|июль|липня|лип|липень|",
  "|aug|august|août|aout|agosto|ago|augustus|augusti|sierpnia|августа|авг|август|серпня|сер|серпень|",
  "|sep|sept|september|septembre|septiembre|set|settembre|września|сентября|сен|сентябрь|вересня|вер|вересень|",
  "|oct|october|oktober|okt|octobre|octubre|ottobre|ott|października|октября|окт|октябрь|жовтня|жов|жовтень|",
  "|nov|november|novembre|noviembre|listopada|ноября|ноя|нояб|ноябрь|листопада|лис|листопад|",
  ("|dec|december|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|grudnia|декабря|дек|декабрь|грудня|гру|"
   "грудень|"),
};

/* Words that may stand beside a date in a line that is only a date. */
static const char *const beside[] = {
  "published",
  "publish",
  "publication",
  "posted",
  "on",
  "at",
  "date",
  "dated",
  "first",
  "updated",
  "modified",
  "last",
  "update",
  "edited",
  "a",
  "p",
  "am",
  "pm",
  "m",
  "gmt",
  "utc",
  "est",
  "edt",
  "et",
  "pst",
  "pdt",
  "pt",
  "ct",
  "cst",
  "cdt",
  "mst",
  "mdt",
  "bst",
  "cet",
  "cest",
  "ist",
  "aest",
  "aedt",
  "msk",
  "eest",
  "eet",
  "z",
  "t",
  "of",
  "the",
  "st",
  "nd",
  "rd",
  "th",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "mon",
  "tue",
  "tues",
  "wed",
  "thu",
  "thur",
  "thurs",
  "fri",
  "sat",
  "sun",
  "pkt",
  "ago",
  "time",
  "local",
  "release",
  "released",
  "issued",
  "created",
  "stand",
  "vom",
  "am",
  "um",
  "uhr",
  "veröffentlicht",
  "aktualisiert",
  "montag",
  "dienstag",
  "mittwoch",
  "donnerstag",
  "freitag",
  "samstag",
  "sonntag",
  "publié",
  "le",
  "à",
  "mis",
  "jour",
  "lundi",
  "mardi",
  "mercredi",
  "jeudi",
  "vendredi",
  "samedi",
  "dimanche",
  "h",
  "de",
  "del",
  "publicado",
  "actualizado",
  "el",
  "las",
  "lunes",
  "martes",
  "miércoles",
  "jueves",
  "viernes",
  "sábado",
  "domingo",
  "опубликовано",
  "обновлено",
  "в",
  "г",
  "года",
  "понедельник",
  "вторник",
  "среда",
  "четверг",
  "пятница",
  "суббота",
  "воскресенье",
  "опубліковано",
  "оновлено",
  "о",
  "р",
  "року",
  "понеділок",
  "вівторок",
  "середа",
  "четвер",
  "п'ятниця",
  "субота",
  "неділя",
  "дата",
  "публикации",
  "публікації",
  "by",
};

static const char *const updated_words[] = { "updated", "modified",    "update",    "edited",   "aktualisiert",
                                             "jour",    "actualizado", "обновлено", "оновлено", NULL };

static guint
find_month (const char *word)
{
  g_autofree char *key = g_strdup_printf ("|%s|", word);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strstr (months[i], key) != NULL)
      return i + 1;

  return 0;
}

static gboolean
is_beside (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (g_str_equal (word, beside[i]))
      return TRUE;
  return FALSE;
}

/* Cuts lower-case words and numbers, "#12" and "monday", out of a line; "10:30" is one piece, so is "24.04.2025". */
static GStrv
cut (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = lower;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = p;

      if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (*p) || (*p != '\0' && strchr (":./-", *p) != NULL && g_ascii_isdigit (p[1])))
            p++;
        }
      else if (g_unichar_isalpha (c))
        while (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '\'')
          p = g_utf8_next_char (p);
      else
        {
          p = g_utf8_next_char (p);
          continue;
        }

      g_autofree char *piece = g_strndup (start, p - start);

      g_strv_builder_add (builder, piece);
    }

  return g_strv_builder_end (builder);
}

static gboolean
set_date (guint numbers[3], guint year, guint month, guint day)
{
  if (year < 1800 || year > 2200 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  numbers[0] = year;
  numbers[1] = month;
  numbers[2] = day;
  return TRUE;
}

/* "2025-04-24", "24.04.2025", and "04/24/2025" where only one reading is a date. */
static gboolean
parse_numeric (const char *piece, guint date[3])
{
  guint numbers[3] = { 0, 0, 0 };
  char separator = 0;
  const char *p = piece;

  for (guint i = 0; i < 3; i++)
    {
      char *end;
      guint64 number = g_ascii_strtoull (p, &end, 10);

      if (end == p || end - p > 4 || (i == 0 && *end == '\0') || (i == 1 && *end != separator)
          || (i == 2 && *end != '\0'))
        return FALSE;
      numbers[i] = (guint)number;
      if (i == 0)
        separator = *end;
      p = end + 1;
    }
  if (numbers[0] > 31)
    return set_date (date, numbers[0], numbers[1], numbers[2]);
  if (numbers[2] < 1000)
    return FALSE;
  if (separator == '.' || numbers[0] > 12 || numbers[0] == numbers[1])
    return set_date (date, numbers[2], numbers[1], numbers[0]);
  if (numbers[1] > 12)
    return set_date (date, numbers[2], numbers[0], numbers[1]);

  return FALSE;
}

/**
 * plx_text_date_parse_line:
 * @text: a line
 * @updated: (out): whether it says when the text was changed, not when it was published
 *
 * Reads a line that is nothing but a date with, maybe, a label, weekday and time. A date that can be read in two ways
 * (04/05/2025) is none.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, an empty string for a line that is only a date but not an
 *   absolute or clear one, or %NULL when the line is no date
 */
char *
plx_text_date_parse_line (const char *text, gboolean *updated)
{
  g_auto (GStrv) pieces = NULL;
  guint date[3] = { 0, 0, 0 };
  guint month = 0, day = 0, year = 0, n_dates = 0;
  gboolean numeric = FALSE;

  *updated = FALSE;
  if (strlen (text) > LINE_MAX_BYTES)
    return NULL;
  pieces = cut (text);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *piece = pieces[i];
      guint number;

      if (g_ascii_isdigit (*piece))
        {
          guint this_date[3];

          if (strpbrk (piece, "./-") != NULL && strchr (piece, ':') == NULL)
            {
              if (parse_numeric (piece, this_date))
                {
                  if (n_dates++ == 0)
                    memcpy (date, this_date, sizeof date);
                }
              else if (strlen (piece) < 6 || strlen (piece) > 10)
                return NULL;
              numeric = TRUE;
              continue;
            }
          if (strchr (piece, ':') != NULL)
            continue;
          number = (guint)g_ascii_strtoull (piece, NULL, 10);
          if (number >= 1800 && number <= 2200 && strlen (piece) == 4 && year == 0)
            year = number;
          else if (number >= 1 && number <= 31 && day == 0)
            day = number;
          else if (number > 60 && (number < 1800 || number > 2200) && strlen (piece) != 4)
            return NULL;
          continue;
        }
      if (g_strv_contains (updated_words, piece) && n_dates == 0 && month == 0)
        *updated = TRUE;
      number = find_month (piece);
      if (is_beside (piece))
        continue;
      if (number == 0)
        return NULL;
      if (month == 0)
        month = number;
    }
  if (n_dates == 0 && month != 0 && day != 0 && year != 0 && set_date (date, year, month, day))
    n_dates++;
  if (n_dates == 0)
    return numeric || (month != 0 && day != 0) ? g_strdup ("") : NULL;

  return g_strdup_printf ("%04u-%02u-%02u", date[0], date[1], date[2]);
}
