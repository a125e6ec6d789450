/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-outlet.h"

#include <string.h>

#include "engine/import/plx-text-date.h"

/* Names of outlets have so many words. */
#define OUTLET_MAX_WORDS 5u
/* A line of author, outlet and day is not longer. */
#define LINE_MAX_WORDS 16u
#define LINE_MAX_BYTES 200u

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *key_a = plx_text_line_key (a);
  g_autofree char *key_b = b != NULL ? plx_text_line_key (b) : NULL;

  return *key_a != '\0' && g_strcmp0 (key_a, key_b) == 0;
}

/* Whether a name is of a kind that only outlets have: "Orra Post", "Radio Tarn", "The Merrow Gazette". */
static gboolean
has_outlet_word (const char *name)
{
  static const char *const words[] = {
    "agency",    "bote",       "broadcasting", "bulletin", "chronicle", "courier",  "daily",  "diario",   "echo",
    "examiner",  "gazette",    "gazeta",       "guardian", "herald",    "journal",  "kurier", "mirror",   "observer",
    "post",      "presse",     "press",        "radio",    "rundschau", "sentinel", "star",   "standard", "sun",
    "telegraph", "television", "times",        "tribune",  "tv",        "wire",     "weekly", "zeitung",  "газета",
    "радио",     "радіо",      "вести",        "вісті",    "новости",   "новини",   NULL,
  };
  g_autofree char *key = plx_text_line_key (name);
  g_auto (GStrv) parts = g_strsplit (key, " ", -1);
  guint n = g_strv_length (parts);

  return n >= 2 && n <= OUTLET_MAX_WORDS
         && (g_strv_contains (words, parts[n - 1]) || g_strv_contains (words, parts[0])
             || (g_str_equal (parts[0], "the") && g_strv_contains (words, parts[1])));
}

/* Takes a part that names the outlet. Where the dateline signs with the same name, the outlet is the agency too. */
static gboolean
take_outlet (PlxTextMetadata *metadata, const char *name, const char *credit)
{
  gboolean signs = same_name (name, credit);

  if (!signs && !(plx_text_metadata_is_name (name) && has_outlet_word (name)))
    return FALSE;
  plx_text_metadata_take (&metadata->source, name);
  if (signs)
    plx_text_metadata_take (&metadata->agency, name);

  return TRUE;
}

static gboolean
take_time (PlxTextMetadata *metadata, const char *part)
{
  gboolean updated;
  g_autofree char *date = plx_text_date_parse_line (part, &updated);
  g_autofree char *outlet = NULL;

  if (date == NULL)
    return plx_text_metadata_is_relative_time (part, &outlet) && outlet == NULL;
  if (!updated)
    plx_text_metadata_take (&metadata->published, date);

  return TRUE;
}

/* "By Ada Holm, Northern Wire": the outlet is what follows the last comma. */
static gboolean
take_author (PlxTextMetadata *metadata, const char *part, const char *credit)
{
  const char *rest = plx_text_metadata_skip_by (part);
  g_autofree char *name = g_strdup (rest);
  char *comma = rest != NULL ? strrchr (name, ',') : NULL;

  if (rest == NULL)
    return FALSE;
  if (comma != NULL)
    {
      *comma = '\0';
      if (!plx_text_metadata_is_name (g_strstrip (name)) || !take_outlet (metadata, g_strstrip (comma + 1), credit))
        return FALSE;
    }
  else if (!plx_text_metadata_is_name (name))
    return FALSE;
  plx_text_metadata_take (&metadata->byline, name);

  return TRUE;
}

/**
 * plx_text_outlet_take_line:
 * @metadata: metadata
 * @line: a line above or below the text
 * @credit: (nullable): who signs the text in its dateline
 *
 * Reads a line that names the outlet, alone or beside author and day: "Northern Wire", "— Northern Wire",
 * "Northern Wire | March 12, 2025", "By Ada Holm, Northern Wire". That a name is an outlet's is told by the dateline's
 * being signed with it or, where something beside it shows that it is a credit, by a word as only outlets' names have.
 *
 * Returns: whether it is one; then it is no part of the text
 */
gboolean
plx_text_outlet_take_line (PlxTextMetadata *metadata, const PlxTextLine *line, const char *credit)
{
  static gsize once;
  static GRegex *bars, *dash;
  PlxTextMetadata found = { NULL };
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  gboolean is = TRUE;
  guint n_outlets = 0, n_others = 0;

  if (line->prose || line->n_words > LINE_MAX_WORDS || strlen (line->text) > LINE_MAX_BYTES)
    return FALSE;
  if (g_once_init_enter (&once))
    {
      bars = g_regex_new ("\\s*[|•·●]\\s*|\\s+[-–—]\\s+", G_REGEX_OPTIMIZE, 0, NULL);
      dash = g_regex_new ("^\\s*(?:--|[-–—])\\s*(?=\\p{L})", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  text = g_regex_replace_literal (dash, line->text, -1, 0, "", 0, NULL);
  /* A dash before a name is as good a sign of a credit as a day beside it. */
  n_others = !g_str_equal (text, line->text);
  parts = g_regex_split (bars, text, 0);
  for (guint i = 0; parts[i] != NULL && is; i++)
    {
      gboolean author = take_author (&found, parts[i], credit);

      if (author || take_time (&found, parts[i]))
        n_others++;
      else if (take_outlet (&found, parts[i], credit))
        n_outlets++;
      else
        is = FALSE;
    }
  is = is && found.source != NULL && (n_others > 0 || (n_outlets == 1 && same_name (found.source, credit)));
  if (is)
    {
      plx_text_metadata_take (&metadata->source, found.source);
      plx_text_metadata_take (&metadata->agency, found.agency);
      plx_text_metadata_take (&metadata->byline, found.byline);
      plx_text_metadata_take (&metadata->published, found.published);
    }
  plx_text_metadata_clear (&found);

  return is;
}
