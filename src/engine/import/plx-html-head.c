/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-head.h"

#include <string.h>

#include "engine/import/plx-html-names.h"
#include "engine/import/plx-text-agency.h"
#include "engine/import/plx-text-date.h"
#include "engine/import/plx-text-dateline.h"
#include "engine/import/plx-text-metadata.h"

/* A line that only says who wrote the article, for whom, when, and how long it takes to read is not longer. */
#define MAX_LINE_WORDS 24u
#define MAX_LINE_CHARS 240u
/* A line that begins with the author's name may go on with what the author is. */
#define MAX_AUTHOR_WORDS 14u
/* Authors that are looked for in a line. */
#define MAX_AUTHORS 12
/* Credits stand among so many lines above the text. */
#define MAX_HEAD_LINES 12u

static gboolean
is_reading_time (const char *text)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(?:(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|время чтения"
                           "|час читання)\\s*:?\\s*)?(?:ca\\.?|about|~)?\\s*\\d{1,3}\\s*-?\\s*"
                           "(?:min(?:ute|uten|uto|uti)?s?|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?)\\.?"
                           "(?:\\s+(?:to\\s+)?(?:read(?:ing)?(?:\\s+time)?|lesezeit|de lecture|de lectura|чтения"
                           "|читання))?$",
                           G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return g_regex_match (regex, text, 0, NULL);
}

/* What stands in front of an author's name, or between two, and says nothing by itself. */
static gboolean
is_joint (const char *text)
{
  static const char *const joints[] = { "",         "by",        "and",         "von",        "und",
                                        "par",      "et",        "por",         "y",          "di",
                                        "e",        "written",   "text",        "written by", "words by",
                                        "story by", "posted by", "reported by", "in",         NULL };
  g_autofree char *key = plx_text_line_key (text);

  return g_strv_contains (joints, key);
}

/* Takes each occurrence of @name, which stands between others as a whole, out of @text. */
static void
cut_name (GString *text, const char *name)
{
  gsize length = strlen (name);

  if (length < 3)
    return;
  for (gsize i = 0; i + length <= text->len;)
    if (g_ascii_strncasecmp (text->str + i, name, length) == 0
        && !g_unichar_isalnum (g_utf8_get_char (text->str + i + length)))
      {
        g_string_erase (text, i, length);
        g_string_insert_c (text, i, '|');
      }
    else
      i += g_utf8_skip[(guchar)text->str[i]];
}

static GStrv
split_names (const char *byline)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("\\s*(?:[,;/&]|\\s(?:and|und|et|y)\\s)\\s*", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return g_regex_split_full (regex, byline, -1, 0, 0, MAX_AUTHORS, NULL);
}

/* "By Ines Calloway in Merrow", "Ines Calloway, harbour correspondent". */
static gboolean
begins_with_author (const PlxTextLine *line, const char *author)
{
  const char *rest = plx_text_metadata_skip_by (line->text);
  gsize length = strlen (author);
  gunichar next;

  if (line->ends || line->n_words > MAX_AUTHOR_WORDS || length < 3)
    return FALSE;
  if (g_ascii_strncasecmp (rest != NULL ? rest : line->text, author, length) != 0)
    return FALSE;
  if (rest != NULL)
    return !g_unichar_isalnum (g_utf8_get_char (rest + length));
  rest = line->text + length;
  while (*rest == ' ')
    rest++;
  next = g_utf8_get_char (rest);

  return next == 0 || next == ',' || next == '|' || next == '(' || next == 0x2022 || next == 0xb7 || next == 0x2013
         || next == 0x2014;
}

/* Whether a part of a line, as bars and dots cut it, says something about the article and nothing else. */
static gboolean
is_credit (const char *part)
{
  g_autofree char *trimmed = g_strdup (part);
  g_autofree char *date = NULL;
  g_autofree char *outlet = NULL;
  gboolean updated;

  g_strdelimit (trimmed, ",;:()", ' ');
  g_strstrip (trimmed);
  if (is_joint (trimmed) || is_reading_time (trimmed) || plx_text_agency_parse_credit (trimmed) != NULL)
    return TRUE;
  if (plx_text_metadata_is_relative_time (trimmed, &outlet))
    return TRUE;
  date = plx_text_date_parse_line (part, &updated);

  return date != NULL;
}

/**
 * plx_html_head_is_metadata:
 * @block: a line above the text of an article
 * @metadata: what is known of the article
 *
 * Whether a line says again what the metadata says, and nothing else: the headline, the authors, the outlet, the day,
 * or how long the article takes to read.
 *
 * Returns: whether it does; then it is no part of the text
 */
gboolean
plx_html_head_is_metadata (const PlxHtmlBlock *block, const PlxHtmlMetadata *metadata)
{
  static gsize once;
  static GRegex *bars;
  g_autoptr (PlxTextLine) line = NULL;
  g_autoptr (GString) rest = NULL;
  g_auto (GStrv) parts = NULL;

  if (plx_html_same_name (block->text, metadata->title))
    return TRUE;
  if (block->n_words > MAX_LINE_WORDS || block->n_chars > MAX_LINE_CHARS || block->kind == PLX_PARAGRAPH_CAPTION)
    return FALSE;
  line = plx_text_line_new (block->line, block->text);
  rest = g_string_new (block->text);
  if (metadata->byline != NULL)
    {
      g_auto (GStrv) names = split_names (metadata->byline);

      if (names[0] != NULL && begins_with_author (line, names[0]))
        return TRUE;
      for (guint i = 0; names[i] != NULL; i++)
        cut_name (rest, names[i]);
    }
  if (metadata->source != NULL)
    cut_name (rest, metadata->source);
  if (g_once_init_enter (&once))
    {
      bars = g_regex_new ("\\s*[|•·●/]\\s*|\\s+[-–—]\\s+", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  parts = g_regex_split (bars, rest->str, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_credit (parts[i]))
      return FALSE;

  return TRUE;
}

static void
take (char **field, char **value)
{
  if (*field == NULL)
    *field = g_steal_pointer (value);
}

/**
 * plx_html_head_complete:
 * @metadata: what the page says about the article
 * @blocks: (element-type PlxHtmlBlock): the page's lines
 * @text: index of the first line of running text
 *
 * Adds what only the text says: the place it is dated from, and agency and day where the page has not named them, read
 * as in a plain text.
 */
void
plx_html_head_complete (PlxHtmlMetadata *metadata, GArray *blocks, guint text)
{
  PlxTextMetadata found = { NULL };

  for (guint i = text > MAX_HEAD_LINES ? text - MAX_HEAD_LINES : 0; i < text && metadata->agency == NULL; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);

      if (!block->hidden && block->n_link_chars == 0)
        metadata->agency = g_strdup (plx_text_agency_parse_credit (block->text));
    }
  plx_text_dateline_take (&found, g_array_index (blocks, PlxHtmlBlock, text).text);
  take (&metadata->agency, &found.agency);
  take (&metadata->published, &found.published);
  metadata->dateline = g_steal_pointer (&found.dateline);
  plx_text_metadata_clear (&found);
}
