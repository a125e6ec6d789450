/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <uchardet/uchardet.h>

#include "engine/import/plx-import-error.h"
#include "engine/import/plx-import-limits.h"
#include "engine/import/plx-language.h"

/* How much of a long input the detectors look at. */
#define SAMPLE_BYTES 65536u
/* UAX #15 section 13: a Stream-Safe text has at most this many non-starters in a row. */
#define MAX_NON_STARTERS 30u

static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
} byte_order_marks[] = {
  /* UTF-32 first: its little-endian mark begins with that of UTF-16. */
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
};

static gboolean
is_continuation (char byte)
{
  return ((guchar)byte & 0xc0) == 0x80;
}

/* Counts the well-formed characters beyond ASCII and the bytes that fit nowhere. */
static void
count_utf8 (const char *data, gsize length, guint *good, guint *bad)
{
  const char *end = data + length;

  *good = *bad = 0;
  while (data < end)
    {
      gunichar c;

      if (!((guchar)*data & 0x80))
        {
          data++;
          continue;
        }
      c = g_utf8_get_char_validated (data, end - data);
      /* The end may cut a character: that alone says nothing. */
      if (c == (gunichar)-2 && *good > 0)
        return;
      if (c == (gunichar)-1 || c == (gunichar)-2)
        {
          (*bad)++;
          data++;
          while (data < end && is_continuation (*data))
            data++;
        }
      else
        {
          (*good)++;
          data = g_utf8_next_char (data);
        }
    }
}

/*
 * UTF-16 and UTF-32 without a mark: in the languages of the press spaces, line ends and most punctuation are below
 * U+0100, and leave zero bytes at positions that tell width and order.
 */
static const char *
detect_wide (const char *data, gsize length)
{
  gsize zeros[4] = { 0, 0, 0, 0 };
  gsize quarter = length / 4;

  for (gsize i = 0; i < quarter * 4; i++)
    zeros[i & 3] += data[i] == '\0';
  if (quarter >= 2)
    {
      if (zeros[3] == quarter && zeros[2] * 10 >= quarter * 9 && zeros[0] == 0)
        return "UTF-32LE";
      if (zeros[0] == quarter && zeros[1] * 10 >= quarter * 9 && zeros[3] == 0)
        return "UTF-32BE";
    }

  gsize even = zeros[0] + zeros[2];
  gsize odd = zeros[1] + zeros[3];

  if (odd >= 2 && odd * 10 >= length / 2 && even * 50 <= odd)
    return "UTF-16LE";
  if (even >= 2 && even * 10 >= length / 2 && odd * 50 <= even)
    return "UTF-16BE";
  return NULL;
}

/*
 * Names, as uchardet gives them and documents declare them, where ICU has no converter of that name or one narrower
 * than what is found in the wild (WHATWG Encoding Standard, section 4.2).
 */
static const char *
widen (const char *encoding)
{
  static const struct
  {
    const char *name;
    const char *wider;
  } table[] = {
    { "ISO-8859-1", "windows-1252" },
    { "ISO8859-1", "windows-1252" },
    { "latin1", "windows-1252" },
    { "latin-1", "windows-1252" },
    { "ASCII", "windows-1252" },
    { "US-ASCII", "windows-1252" },
    { "x-user-defined", "windows-1252" },
    { "GB2312", "GB18030" },
    { "GBK", "GB18030" },
    { "x-gbk", "GB18030" },
    { "Big5", "Big5-HKSCS" },
    { "KS_C_5601-1987", "windows-949" },
    { "SHIFT-JIS", "windows-31j" },
    { "x-sjis", "windows-31j" },
    { "ISO-8859-9", "windows-1254" },
    { "EUC-KR", "windows-949" },
    { "UHC", "windows-949" },
    { "SHIFT_JIS", "windows-31j" },
    { "TIS-620", "windows-874" },
    { "ISO-8859-11", "windows-874" },
    { "KOI8-R", "KOI8-U" },
    { "ISO-8859-16", "windows-1250" },
    { "MAC-CENTRALEUROPE", "x-mac-centraleurroman" },
    { "MAC-CYRILLIC", "x-mac-cyrillic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_ascii_strcasecmp (encoding, table[i].name) == 0)
      return table[i].wider;
  return encoding;
}

static char *
ask_uchardet (const char *data, gsize length)
{
  uchardet_t detector = uchardet_new ();
  char *encoding = NULL;

  if (uchardet_handle_data (detector, data, length) == 0)
    {
      uchardet_data_end (detector);
      encoding = g_strdup (widen (uchardet_get_charset (detector)));
    }
  uchardet_delete (detector);

  return encoding;
}

static gboolean
has_converter (const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);

  if (U_FAILURE (status))
    return FALSE;
  ucnv_close (converter);
  return TRUE;
}

/* Bytes that fit nowhere, and zeros, become U+FFFD, which is reported as a defect of the text. */
static char *
convert (const char *data, gsize length, const char *encoding, GError **error)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);
  g_autofree UChar *units = NULL;
  g_autofree char *text = NULL;
  int32_t n_units, n_bytes;

  if (U_FAILURE (status))
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NOT_TEXT,
                   _ ("Its character encoding, %s, is not known here."), encoding);
      return NULL;
    }

  /* One byte gives at most one unit in every encoding that is not UTF-7 or a compression, which are not detected. */
  units = g_new (UChar, length + 16);
  n_units = ucnv_toUChars (converter, units, (int32_t)length + 16, data, (int32_t)length, &status);
  ucnv_close (converter);
  if (U_FAILURE (status))
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NOT_TEXT, _ ("It is not a text."));
      return NULL;
    }
  for (int32_t i = 0; i < n_units; i++)
    if (units[i] == 0)
      units[i] = 0xfffd;

  text = g_malloc ((gsize)n_units * 3 + 1);
  u_strToUTF8WithSub (text, n_units * 3 + 1, &n_bytes, units, n_units, 0xfffd, NULL, &status);

  return U_FAILURE (status) ? g_strdup ("") : g_steal_pointer (&text);
}

/*
 * In the Latin alphabet the statistics of single bytes are weak, but most short words are ASCII: the language they tell
 * decides between the encodings of Western and Central Europe and of Turkish.
 */
static const char *
refine_latin (const char *sample, gsize length, const char *guess)
{
  static const struct
  {
    const char *languages;
    const char *encodings;
    const char *encoding;
  } table[] = {
    { "|en|de|fr|es|it|pt|nl|sv|da|fi|", "|windows-1252|ISO-8859-1|ISO-8859-15|", "windows-1252" },
    { "|pl|cs|hu|ro|", "|WINDOWS-1250|windows-1250|ISO-8859-2|IBM852|x-mac-centraleurroman|", "windows-1250" },
    { "|tr|", "|windows-1254|WINDOWS-1254|ISO-8859-3|", "windows-1254" },
  };
  g_autofree char *text = NULL;
  g_autofree char *language = NULL;
  g_autofree char *encoding = g_strdup_printf ("|%s|", guess);
  gsize high = 0;

  for (gsize i = 0; i < length; i++)
    high += ((guchar)sample[i] & 0x80) != 0;
  if (high * 5 > length)
    return guess;
  text = convert (sample, length, "windows-1252", NULL);
  language = text != NULL ? g_strdup_printf ("|%s|", plx_language_guess (text, -1)) : NULL;
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (table); i++)
    if (strstr (table[i].languages, language) != NULL)
      return strstr (table[i].encodings, encoding) != NULL ? guess : table[i].encoding;

  return guess;
}

/**
 * plx_decode_detect:
 * @data: the first bytes of a text, or all of them
 * @length: bytes of @data
 * @bom_length: (out): bytes of the byte order mark, which is no part of the text
 *
 * Detects a text's encoding: by byte order mark, then validity as UTF-8, then the zero bytes of UTF-16 and UTF-32,
 * then byte statistics (uchardet).
 *
 * Returns: (transfer full): a name ICU's converters know
 */
char *
plx_decode_detect (const char *data, gsize length, gsize *bom_length)
{
  g_autofree char *guess = NULL;
  const char *sample, *wide;
  gsize n_sample;
  guint good, bad;

  *bom_length = 0;
  for (guint i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    if (length >= byte_order_marks[i].length
        && memcmp (data, byte_order_marks[i].bytes, byte_order_marks[i].length) == 0)
      {
        *bom_length = byte_order_marks[i].length;
        return g_strdup (byte_order_marks[i].encoding);
      }

  n_sample = MIN (length, SAMPLE_BYTES);
  if (memchr (data, '\0', n_sample) != NULL)
    {
      wide = detect_wide (data, n_sample);
      if (wide != NULL)
        return g_strdup (wide);
    }
  if (g_utf8_validate_len (data, length, &sample))
    {
      /* ISO-2022-JP is ASCII that escapes switch between alphabets. */
      gboolean japanese =
          g_strstr_len (data, length, "\x1b$B") != NULL || g_strstr_len (data, length, "\x1b$@") != NULL;

      return g_strdup (japanese ? "ISO-2022-JP" : "UTF-8");
    }

  /* A few broken characters do not make a text of many well-formed ones anything else. */
  count_utf8 (data, length, &good, &bad);
  if (bad == 0 || (good >= 3 && good > 2 * bad))
    return g_strdup ("UTF-8");

  /* Long stretches of ASCII say nothing: look where it ends, with some words before it. */
  sample = sample - data > 256 ? sample - 256 : data;
  n_sample = MIN ((gsize)(data + length - sample), SAMPLE_BYTES);
  guess = ask_uchardet (sample, n_sample);
  if (guess != NULL && *guess != '\0' && g_ascii_strcasecmp (guess, "UTF-8") != 0 && has_converter (guess))
    return g_strdup (refine_latin (sample, n_sample, guess));
  /* Every byte is a character in it, and it is the commonest on the web after UTF-8. */
  return g_strdup (good > bad ? "UTF-8" : "windows-1252");
}

/* The share of characters that no text has. Bytes of pictures and programs show by them. */
static gboolean
looks_binary (const char *text)
{
  gsize n = 0, controls = 0, replaced = 0;

  for (const char *p = text; *p != '\0' && n < SAMPLE_BYTES; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a && c != 0x1b)
          || c == 0x7f)
        controls++;
      else if (c == 0xfffd)
        replaced++;
    }

  return controls * 50 + replaced * 10 > n + 200;
}

/*
 * Control characters become a space each, so that offsets into a line stay what they are; line ends other than "\n"
 * are left to those who split lines. C1 controls stay: they are what mis-decoding leaves, and are reported as such.
 * A line with more non-starters in a row than any language needs is made Stream-Safe (UAX #15), because ordering them
 * costs the square of their number.
 */
static char *
tame (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GString) out = g_string_sized_new (length + 1);
  guint run = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      guchar byte = *p;

      if (byte < 0x80)
        {
          gboolean kept = byte >= 0x20 ? byte != 0x7f : byte == '\t' || byte == '\n' || byte == '\r';

          run = 0;
          g_string_append_c (out, kept ? byte : ' ');
        }
      else
        {
          gunichar c = g_utf8_get_char (p);

          run = u_getCombiningClass ((UChar32)c) != 0 ? run + 1 : 0;
          if (run > MAX_NON_STARTERS)
            {
              g_string_append_unichar (out, 0x034f);
              run = 1;
            }
          g_string_append_len (out, p, next - p);
        }
      p = next;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * plx_decode_normalize:
 * @text: valid UTF-8
 *
 * Makes @text what the rest of the program expects: NFC, no control characters but tab and line ends, and no run of
 * combining marks so long that normalising it would take forever.
 *
 * Returns: (transfer full): the text
 */
char *
plx_decode_normalize (const char *text)
{
  g_autofree char *tamed = tame (text);
  char *composed;

  if (g_str_is_ascii (tamed))
    return g_steal_pointer (&tamed);
  composed = g_utf8_normalize (tamed, -1, G_NORMALIZE_NFC);

  return composed != NULL ? composed : g_steal_pointer (&tamed);
}

/**
 * plx_decode_believe:
 * @encoding: (inout) (transfer full): what plx_decode_detect() found, without a byte order mark
 * @declared: (nullable): the encoding a header or the document itself names
 *
 * Takes the declared encoding for the detected one unless the bytes disprove it: well-formed UTF-8 and the zero bytes
 * of UTF-16 prove themselves, and what they are not they cannot be declared to be.
 */
void
plx_decode_believe (char **encoding, const char *declared)
{
  const char *wider = declared != NULL ? widen (declared) : NULL;

  if (wider == NULL || g_str_has_prefix (*encoding, "UTF-") || g_ascii_strncasecmp (wider, "UTF", 3) == 0
      || !has_converter (wider))
    return;
  g_free (*encoding);
  *encoding = g_strdup (wider);
}

/**
 * plx_decode_convert:
 * @data: a text without its byte order mark
 * @length: bytes of @data
 * @encoding: a name that plx_decode_detect() or plx_decode_believe() gave
 *
 * Returns: (transfer full): the text in UTF-8, not normalised; what is no character in the encoding is U+FFFD
 */
char *
plx_decode_convert (const char *data, gsize length, const char *encoding)
{
  char *text = g_str_equal (encoding, "UTF-8") ? NULL : convert (data, length, encoding, NULL);

  return text != NULL ? text : g_utf8_make_valid (data, (gssize)length);
}

/* Bytes of UTF-8 that so many bytes of the encoding give at least: ASCII is four bytes in UTF-32, two in UTF-16. */
static gsize
smallest_text (const char *encoding, gsize length)
{
  return g_str_has_prefix (encoding, "UTF-32")   ? length / 4
         : g_str_has_prefix (encoding, "UTF-16") ? length / 2
                                                 : length;
}

/**
 * plx_decode:
 * @bytes: a text in any encoding
 * @declared: (nullable): the encoding a header or the document itself names; believed unless the bytes disprove it
 * @encoding: (out) (optional) (nullable) (transfer full): the encoding used
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Decodes a text to UTF-8 in NFC. Bytes that are no character in the encoding become U+FFFD; characters that an
 * earlier program decoded wrongly ("â€™") stay as they are, to be reported as a defect.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the bytes are no text
 */
char *
plx_decode (GBytes *bytes, const char *declared, char **encoding, GError **error)
{
  gsize length, bom_length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *used = NULL;
  g_autofree char *text = NULL;

  if (encoding != NULL)
    *encoding = NULL;
  if (length == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY, _ ("It is empty."));
      return NULL;
    }

  used = plx_decode_detect (data, length, &bom_length);
  if (bom_length == 0)
    plx_decode_believe (&used, declared);
  data += bom_length;
  length -= bom_length;
  /* Copies of what is too much for an article are not worth their memory. */
  if (smallest_text (used, length) > PLX_IMPORT_MAX_TEXT)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                           _ ("It has more text than Parallax reads from one document."));
      return NULL;
    }

  if (g_str_equal (used, "UTF-8"))
    text = g_utf8_make_valid (data, length);
  else
    text = convert (data, length, used, error);
  if (text == NULL)
    return NULL;
  if (looks_binary (text))
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NOT_TEXT, _ ("It is not a text."));
      return NULL;
    }
  if (encoding != NULL)
    *encoding = g_steal_pointer (&used);

  return plx_decode_normalize (text);
}
