/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-metadata.h"

#include <string.h>

#include "engine/import/plx-text-agency.h"
#include "engine/import/plx-text-date.h"

/* Longer names of outlets and authors are none. */
#define NAME_MAX_BYTES 90u
#define NAME_MAX_WORDS 10u

/**
 * plx_text_metadata_take:
 * @field: (inout) (nullable): a field of a #PlxTextMetadata
 * @value: (nullable): what a line says
 *
 * Sets a field that no line before has set.
 */
void
plx_text_metadata_take (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

/**
 * plx_text_metadata_clear:
 * @metadata: metadata
 *
 * Frees what @metadata holds.
 */
void
plx_text_metadata_clear (PlxTextMetadata *metadata)
{
  g_clear_pointer (&metadata->source, g_free);
  g_clear_pointer (&metadata->agency, g_free);
  g_clear_pointer (&metadata->byline, g_free);
  g_clear_pointer (&metadata->dateline, g_free);
  g_clear_pointer (&metadata->published, g_free);
  g_clear_pointer (&metadata->url, g_free);
}

static gboolean
is_url (const char *text)
{
  return (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "www."))
         && strpbrk (text, " \t\n") == NULL && strlen (text) < 2048;
}

/* The rest of @text after a label and a colon, when the label is one of @labels ("|" between them). */
static const char *
after_label (const char *text, const char *labels)
{
  const char *colon = strpbrk (text, ":");
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  g_auto (GStrv) list = NULL;

  if (colon == NULL || colon - text > 40)
    return NULL;
  label = g_strndup (text, colon - text);
  key = plx_text_line_key (label);
  list = g_strsplit (labels, "|", -1);
  if (!g_strv_contains ((const char *const *)list, key))
    return NULL;
  for (colon++; g_ascii_isspace (*colon); colon++)
    ;

  return colon;
}

/**
 * plx_text_metadata_is_name:
 * @text: a line or a part of one
 *
 * Returns: whether it may name somebody or something: words that begin with capitals, joined by small words at most
 */
gboolean
plx_text_metadata_is_name (const char *text)
{
  g_auto (GStrv) words = NULL;
  guint n = 0;

  if (*text == '\0' || strlen (text) > NAME_MAX_BYTES || strpbrk (text, "?!:;\"") != NULL)
    return FALSE;
  words = g_strsplit_set (text, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      static const char *const small[] = { "and", "de",  "da",  "del", "der", "di",  "du", "el",  "in",   "la",  "le",
                                           "of",  "the", "van", "von", "bin", "ibn", "al", "und", "et",   "y",   "e",
                                           "i",   "и",   "та",  "і",   "for", "at",  "to", "dos", "with", "den", NULL };
      gunichar c = g_utf8_get_char (words[i]);

      if (*words[i] == '\0')
        continue;
      if (++n > NAME_MAX_WORDS)
        return FALSE;
      if (!g_unichar_isupper (c) && !g_unichar_isdigit (c) && strchr ("|/&,-(@", *words[i]) == NULL
          && !g_strv_contains (small, words[i]) && !(g_unichar_isalpha (c) && !g_unichar_islower (c)))
        return FALSE;
    }

  return n > 0;
}

/**
 * plx_text_metadata_skip_by:
 * @text: a line
 *
 * Returns: (nullable): what follows "By", in the languages that have such a word, or %NULL when it does not begin so
 */
const char *
plx_text_metadata_skip_by (const char *text)
{
  static const char *const words[] = { "By ",  "BY ",  "by ",  "Von ", "VON ", "Par ",
                                       "PAR ", "Por ", "POR ", "Di ",  "Door " };
  const char *rest = after_label (text, "by|author|authors|written by|story by|reported by|von|par|por|автор|авторы|"
                                        "автори|text|autor|auteur");

  if (rest != NULL)
    return rest;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);

  return NULL;
}

static gboolean
take_byline (PlxTextMetadata *metadata, const PlxTextLine *line)
{
  const char *rest = plx_text_metadata_skip_by (line->text);
  const char *agency;
  g_autofree char *name = NULL;
  char *bar;

  if (rest == NULL || line->n_words > NAME_MAX_WORDS + 1)
    return FALSE;
  name = g_strdup (rest);
  bar = strpbrk (name, "|•·");
  if (bar != NULL && bar > name)
    *bar = '\0';
  g_strchomp (name);
  if (!g_utf8_validate (name, -1, NULL) || !plx_text_metadata_is_name (name))
    return FALSE;
  agency = plx_text_agency_parse_credit (name);
  plx_text_metadata_take (&metadata->agency, agency);
  plx_text_metadata_take (&metadata->byline, name);

  return TRUE;
}

static gboolean
take_credit (PlxTextMetadata *metadata, const char *text)
{
  const char *agency = plx_text_agency_parse_credit (text);

  if (agency == NULL)
    return FALSE;
  /* A credit line is all such a text says of where it comes from and who wrote it. */
  plx_text_metadata_take (&metadata->agency, agency);
  plx_text_metadata_take (&metadata->byline, text);
  plx_text_metadata_take (&metadata->source, text);

  return TRUE;
}

static const char *
skip_time_icon (const char *text)
{
  static const char *const icons[] = { "time", "clock", "schedule", "access_time" };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_has_prefix (text, icons[i]))
      {
        const char *rest = text + strlen (icons[i]);

        while (*rest == ' ')
          rest++;
        return rest;
      }

  return text;
}

/**
 * plx_text_metadata_is_relative_time:
 * @text: a line
 * @source: (out) (nullable): what stands before the time, "Morning Post" of "Morning Post · 5 hours ago"
 *
 * Whether a line says how long ago something was published, which is no date.
 *
 * Returns: whether it does
 */
gboolean
plx_text_metadata_is_relative_time (const char *text, char **source)
{
  static gsize once;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  *source = NULL;
  if (strlen (text) > 120)
    return FALSE;
  if (g_once_init_enter (&once))
    {
      regex = g_regex_new (
          "^(.*?)[\\s·•|,–—-]*(?:(?:published|updated|posted)\\s*:?\\s*)?"
          "(?:(?:about\\s+)?(?:an?|\\d{1,3})\\s*"
          "(?:s|m|h|d|w|sec|secs|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?)"
          "\\s*ago|just now|yesterday|vor\\s+(?:einer|einem|\\d{1,3})\\s+"
          "(?:Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monat(?:en)?)"
          "|il y a\\s+(?:une?|\\d{1,3})\\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois)"
          "|hace\\s+(?:una?|\\d{1,3})\\s+(?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?)"
          "|(?:\\d{1,3}\\s+)?(?:секунд[уы]?|минут[уы]?|хвилин[уи]?|час(?:а|ов)?|годин[уи]?|день|дня|дней|дні|днів)"
          "\\s+(?:назад|тому))\\s*$",
          G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (regex, skip_time_icon (text), 0, &match))
    return FALSE;
  *source = g_match_info_fetch (match, 1);
  g_strstrip (*source);
  if (**source == '\0')
    g_clear_pointer (source, g_free);
  else if (!plx_text_metadata_is_name (*source) && plx_text_agency_find (*source) == NULL)
    {
      g_clear_pointer (source, g_free);
      return FALSE;
    }

  return TRUE;
}

/**
 * plx_text_metadata_take_source_line:
 * @metadata: metadata
 * @line: a line
 *
 * Reads a line that names where the text comes from, "Source: Morning Post", wherever it stands.
 *
 * Returns: whether it is one
 */
gboolean
plx_text_metadata_take_source_line (PlxTextMetadata *metadata, const PlxTextLine *line)
{
  /* "Sourse" is common enough in copies of copies. */
  const char *rest = after_label (line->text, "source|sourse|sources|quelle|quellen|source article|original source|"
                                              "news source|fuente|fuentes|fonte|źródło|bron|kaynak|источник|джерело|"
                                              "originally published by|originally published at|"
                                              "originally published on|first published by|read more at|via|publisher");

  if (rest == NULL || line->n_words > NAME_MAX_WORDS + 1 || strlen (rest) > 2048)
    return FALSE;
  if (is_url (rest))
    {
      plx_text_metadata_take (&metadata->url, rest);
      return TRUE;
    }
  if (line->ends && line->n_words > 6)
    return FALSE;
  plx_text_metadata_take (&metadata->agency, plx_text_agency_parse_credit (rest));
  if (strlen (rest) <= NAME_MAX_BYTES)
    plx_text_metadata_take (&metadata->source, rest);

  return TRUE;
}

/**
 * plx_text_metadata_take_line:
 * @metadata: metadata
 * @line: a line
 * @head: whether it stands above the text, where names and dates are those of the article
 *
 * Reads a line that only says something about the article: byline, agency credit, date, address, outlet and time.
 *
 * Returns: whether it is one; then it is no part of the text
 */
gboolean
plx_text_metadata_take_line (PlxTextMetadata *metadata, const PlxTextLine *line, gboolean head)
{
  g_autofree char *outlet = NULL;
  g_autofree char *date = NULL;
  gboolean updated;
  const char *rest;

  if (line->prose)
    return FALSE;
  if (plx_text_metadata_take_source_line (metadata, line))
    return TRUE;
  rest = after_label (line->text, "url|link|address|permalink|web address|short url");
  if (rest != NULL && is_url (rest))
    {
      plx_text_metadata_take (&metadata->url, rest);
      return TRUE;
    }
  if (is_url (line->text))
    {
      if (head)
        plx_text_metadata_take (&metadata->url, line->text);
      return TRUE;
    }
  date = plx_text_date_parse_line (line->text, &updated);
  if (date != NULL)
    {
      if (head && !updated)
        plx_text_metadata_take (&metadata->published, date);
      return TRUE;
    }
  if (plx_text_metadata_is_relative_time (line->text, &outlet))
    {
      if (head)
        plx_text_metadata_take (&metadata->source, outlet);
      return TRUE;
    }
  if (!head)
    return FALSE;

  return take_credit (metadata, line->text) || take_byline (metadata, line);
}
