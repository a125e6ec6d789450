/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-decode.h"
#include "engine/import/plx-html-import.h"
#include "engine/import/plx-import-text.h"

/* Marks of a web page are looked for so far into a file. */
#define HTML_SNIFF_BYTES 4096u

typedef gboolean (*Detector) (GBytes *bytes, const char *name);
typedef GPtrArray *(*Reader) (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error);

/* First bytes of files that are documents of another kind, so that the reason can be given. */
static const struct
{
  const char *bytes;
  gsize length;
  gsize offset;
  const char *reason;
} signatures[] = {
  { "%PDF-", 5, 0, N_ ("It is a PDF document, which Parallax does not read.") },
  { "PK\3\4", 4, 0, N_ ("It is an archive or an office document, which Parallax does not read.") },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0, N_ ("It is an old office document, which Parallax does not read.") },
  { "\x89PNG\r\n\x1a\n", 8, 0, N_ ("It is a picture, not a text.") },
  { "\xff\xd8\xff", 3, 0, N_ ("It is a picture, not a text.") },
  { "GIF8", 4, 0, N_ ("It is a picture, not a text.") },
  { "WEBP", 4, 8, N_ ("It is a picture, not a text.") },
  { "\0\0\1\0", 4, 0, N_ ("It is a picture, not a text.") },
  { "OggS", 4, 0, N_ ("It is a sound or a film, not a text.") },
  { "ID3", 3, 0, N_ ("It is a sound or a film, not a text.") },
  { "ftyp", 4, 4, N_ ("It is a sound or a film, not a text.") },
  { "\x1a\x45\xdf\xa3", 4, 0, N_ ("It is a sound or a film, not a text.") },
  { "\x1f\x8b", 2, 0, N_ ("It is a compressed archive, which Parallax does not read.") },
  { "BZh", 3, 0, N_ ("It is a compressed archive, which Parallax does not read.") },
  { "\xfd"
    "7zXZ",
    5, 0, N_ ("It is a compressed archive, which Parallax does not read.") },
  { "7z\xbc\xaf", 4, 0, N_ ("It is a compressed archive, which Parallax does not read.") },
  { "Rar!", 4, 0, N_ ("It is a compressed archive, which Parallax does not read.") },
  { "\x7f"
    "ELF",
    4, 0, N_ ("It is a program, not a text.") },
  { "MZ\x90", 3, 0, N_ ("It is a program, not a text.") },
  { "SQLite format 3", 16, 0, N_ ("It is a database, which Parallax does not read.") },
  { "{\\rtf", 5, 0, N_ ("It is a rich text document, which Parallax does not read.") },
};

static gboolean
is_anything (GBytes *bytes, const char *name)
{
  (void)bytes;
  (void)name;
  return TRUE;
}

static GPtrArray *
read_text (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].offset + signatures[i].length
        && memcmp (data + signatures[i].offset, signatures[i].bytes, signatures[i].length) == 0)
      {
        g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NOT_TEXT, _ (signatures[i].reason));
        return NULL;
      }
  text = plx_decode (bytes, NULL, NULL, error);

  return text != NULL ? plx_import_text (text, name, flags, error) : NULL;
}

/* What a file may be, tried in order; the last is plain text. A new format is one line. */
static const struct
{
  Detector detect;
  Reader read;
} formats[] = {
  { plx_import_format_is_html, plx_html_import },
  { is_anything, read_text },
};

/**
 * plx_import_format_is_html:
 * @bytes: a file
 * @name: (nullable): its name
 *
 * Whether a file is a web page or a fragment of one: by what it begins with or, for names that say so, by any tag.
 *
 * Returns: whether it is
 */
gboolean
plx_import_format_is_html (GBytes *bytes, const char *name)
{
  static gsize once;
  static GRegex *page, *tag;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *start = NULL;
  g_autofree char *lower = NULL;

  if (g_once_init_enter (&once))
    {
      page = g_regex_new (
          "^\\W*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|article|main|div"
          "|section|meta|title|link|script|style)\\b",
          G_REGEX_OPTIMIZE | G_REGEX_CASELESS | G_REGEX_DOTALL | G_REGEX_RAW, 0, NULL);
      tag = g_regex_new ("<(?:html|head|body|article|div|p|span|a|h[1-6]|br|ul|table)\\b[^<>]*>",
                         G_REGEX_OPTIMIZE | G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (length == 0)
    return FALSE;
  start = g_malloc (HTML_SNIFF_BYTES);
  length = MIN (length, HTML_SNIFF_BYTES);
  /* Zero bytes out of the way, UTF-16 reads as the ASCII that tags are. */
  gsize n = 0;
  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0')
      start[n++] = data[i];
  if (g_regex_match_full (page, start, n, 0, 0, NULL, NULL))
    return TRUE;
  lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL
         && (g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm")
             || g_str_has_suffix (lower, ".xhtml"))
         && g_regex_match_full (tag, start, n, 0, 0, NULL, NULL);
}

/**
 * plx_import_format_read:
 * @bytes: a file
 * @name: its display name
 * @flags: how to read it
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Reads a file with the reader of the first format it is of.
 *
 * Returns: (transfer full) (nullable) (element-type PlxArticle): frozen articles, at least one
 */
GPtrArray *
plx_import_format_read (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error)
{
  /* Lines are lines, whatever they look like. */
  if (flags & PLX_IMPORT_AS_LINES)
    return read_text (bytes, name, flags, error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].detect (bytes, name))
      return formats[i].read (bytes, name, flags, error);

  g_return_val_if_reached (NULL);
}
