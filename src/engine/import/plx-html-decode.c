/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-decode.h"

#include <string.h>
#include <uchardet.h>

/* How far into a page its declaration is looked for, and how much of it is shown to the detector. */
#define DECLARATION_BYTES 8192
#define DETECTION_BYTES   262144

/* The labels that browsers read as a larger encoding of the same family (WHATWG Encoding Standard, section 4.2). */
static const struct
{
  const char *label;
  const char *encoding;
} encodings[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "iso-8859-11", "WINDOWS-874" },
  { "tis-620", "WINDOWS-874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "x-sjis", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "big5", "BIG5-HKSCS" },
  { "x-user-defined", "WINDOWS-1252" },
};

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

static const char *
encoding_for_label (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (label, encodings[i].label) == 0)
      return encodings[i].encoding;
  /* A page whose declaration can be read as ASCII is not in UTF-16, whatever it says. */
  if (g_ascii_strncasecmp (label, "utf-16", 6) == 0 || g_ascii_strncasecmp (label, "utf-32", 6) == 0)
    return "UTF-8";
  return label;
}

static char *
detect (const char *data, gsize length)
{
  uchardet_t detector = uchardet_new ();
  char *encoding;

  uchardet_handle_data (detector, data, MIN (length, DETECTION_BYTES));
  uchardet_data_end (detector);
  encoding = g_strdup (encoding_for_label (uchardet_get_charset (detector)));
  uchardet_delete (detector);

  return encoding;
}

/* Bytes that mean nothing in @encoding become U+FFFD, each at most once. NULL when the encoding is not known. */
static char *
convert (const char *data, gsize length, const char *encoding, gsize *converted_length)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  gsize size = length + length / 2 + 64;
  char *text;
  char *out;
  gsize room;
  char *in = (char *)data;

  if (converter == (GIConv)-1)
    return NULL;
  text = g_malloc (size);
  out = text;
  room = size - 8;
  while (length > 0)
    {
      if (g_iconv (converter, &in, &length, &out, &room) != (gsize)-1)
        continue;
      if (room < 16)
        {
          gsize used = out - text;

          size *= 2;
          text = g_realloc (text, size);
          out = text + used;
          room = size - used - 8;
        }
      else if (length > 0)
        {
          memcpy (out, "\xEF\xBF\xBD", 3);
          out += 3;
          room -= 3;
          in++;
          length--;
        }
    }
  g_iconv_close (converter);
  *converted_length = out - text;

  return text;
}

/* How many bytes of @data are not valid UTF-8, up to @limit. */
static gsize
count_invalid (const char *data, gsize length, gsize limit)
{
  const char *end = data + length;
  gsize n = 0;

  while (n <= limit && !g_utf8_validate (data, end - data, &data))
    {
      data++;
      n++;
    }
  return n;
}

static gsize
count_high (const char *data, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += (guchar)data[i] >= 0x80;
  return n;
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
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *detected = NULL;
  g_autofree char *decoded = NULL;
  g_autofree char *without_nuls = NULL;
  gsize decoded_length = 0;
  char *text;

  if (size == 0)
    {
      *length = 0;
      return g_strdup ("");
    }
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
      encoding = "UTF-8";
    }
  else if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "<\0", 2) == 0))
    encoding = "UTF-16LE";
  else if (size >= 2 && (memcmp (data, "\xFE\xFF", 2) == 0 || memcmp (data, "\0<", 2) == 0))
    encoding = "UTF-16BE";

  if ((encoding == NULL || encoding[4] == '8') && memchr (data, '\0', size) != NULL)
    data = without_nuls = dup_without_nuls (data, size, &size);

  if (encoding == NULL)
    {
      gsize n_high = count_high (data, size);
      gsize n_invalid = count_invalid (data, size, n_high / 10);

      /* A tenth of the bytes beyond ASCII may be damage: a page cut off, or one part pasted in from elsewhere. */
      if (n_high == 0 || n_invalid <= n_high / 10)
        encoding = "UTF-8";
      else
        {
          declared = find_declaration (data, size);
          encoding = declared != NULL ? encoding_for_label (declared) : NULL;
          if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0
              || g_ascii_strcasecmp (encoding, "UTF8") == 0)
            {
              detected = detect (data, size);
              encoding = *detected != '\0' ? detected : "WINDOWS-1252";
            }
        }
    }

  if (g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    {
      decoded = convert (data, size, encoding, &decoded_length);
      if (decoded == NULL)
        decoded = convert (data, size, "WINDOWS-1252", &decoded_length);
    }
  text = g_utf8_make_valid (decoded != NULL ? decoded : data, decoded != NULL ? decoded_length : size);
  *length = drop_controls (text, strlen (text));
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    {
      *length -= 3;
      memmove (text, text + 3, *length + 1);
    }

  return text;
}
