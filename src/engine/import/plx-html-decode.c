/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-decode.h"

#include <string.h>

#include "engine/import/plx-decode.h"

/* How far into a page its declaration is looked for. */
#define DECLARATION_BYTES 8192

/* The encoding the page declares in a meta element or an XML declaration. */
static char *
find_declaration (const char *data, gsize length)
{
  g_autofree char *head = g_ascii_strdown (data, MIN (length, DECLARATION_BYTES));
  const char *limit = head + MIN (length, DECLARATION_BYTES);
  const char *position = head;

  while ((position = g_strstr_len (position, limit - position, "<")) != NULL)
    {
      gboolean xml = limit - position > 5 && strncmp (position, "<?xml", 5) == 0;
      gboolean meta = limit - position > 5 && strncmp (position, "<meta", 5) == 0;
      const char *close = memchr (position, '>', limit - position);
      const char *key = xml ? "encoding" : "charset";
      const char *label;
      gsize label_length;

      if (limit - position > 4 && strncmp (position, "<!--", 4) == 0)
        close = g_strstr_len (position, limit - position, "-->");
      if (close == NULL)
        return NULL;
      label = xml || meta ? g_strstr_len (position, close - position, key) : NULL;
      position = close;
      if (label == NULL)
        continue;
      label += strlen (key);
      label += strspn (label, " \t\r\n=\"'");
      label_length = strcspn (label, " \t\r\n;\"'/>?");
      if (label < close && label_length > 0)
        return g_strndup (label, label_length);
    }

  return NULL;
}

static char *
dup_without_nuls (const char *data, gsize length, gsize *kept)
{
  char *copy = g_malloc (length + 1);

  *kept = 0;
  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0')
      copy[(*kept)++] = data[i];
  copy[*kept] = '\0';

  return copy;
}

/* Control characters have no place in a page; NULs would end it. */
static gsize
drop_controls (char *text, gsize length)
{
  gsize kept = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x20 || text[i] == '\n' || text[i] == '\t' || text[i] == '\r' || text[i] == '\f')
      text[kept++] = text[i];
  text[kept] = '\0';

  return kept;
}

/**
 * plx_html_decode:
 * @bytes: a page
 * @length: (out): bytes of the text
 *
 * Decodes a page by its byte order mark, by being UTF-8, by its declaration or, where that is missing or does not fit,
 * by detection. Text that is valid UTF-8 beyond ASCII is taken to be that whatever the page declares, since other
 * encodings hardly ever look so.
 *
 * Returns: (transfer full): valid UTF-8 without NULs or other control characters but white space; what could not be
 *   decoded is U+FFFD
 */
char *
plx_html_decode (GBytes *bytes, gsize *length)
{
  gsize size, bom_length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *encoding = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *without_nuls = NULL;
  char *text;

  *length = 0;
  if (size == 0)
    return g_strdup ("");
  encoding = plx_decode_detect (data, size, &bom_length);
  data += bom_length;
  size -= bom_length;
  if (!g_str_has_prefix (encoding, "UTF-16") && !g_str_has_prefix (encoding, "UTF-32"))
    {
      if (memchr (data, '\0', size) != NULL)
        data = without_nuls = dup_without_nuls (data, size, &size);
      declared = find_declaration (data, size);
      if (without_nuls != NULL && bom_length == 0)
        {
          g_free (encoding);
          encoding = plx_decode_detect (data, size, &bom_length);
        }
      if (bom_length == 0)
        plx_decode_believe (&encoding, declared);
    }
  text = plx_decode_convert (data, size, encoding);
  *length = drop_controls (text, strlen (text));
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    {
      *length -= 3;
      memmove (text, text + 3, *length + 1);
    }

  return text;
}
