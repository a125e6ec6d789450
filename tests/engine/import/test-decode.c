/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-decode.h"
#include "engine/import/plx-import-error.h"
#include "engine/import/plx-import-limits.h"

static const char *const texts[] = {
  "The café in Ærø reopened – “at last”, as one guest from Málaga said – on Sunday after years of work on its façade.",
  "Die Mühle von Großhübel soll im Frühling wieder öffnen, wie der Bürgermeister am Sonntag in der Stadt erklärte.",
  "Мельницу на реке откроют весной, сказал в воскресенье её новый владелец, который купил и старый мост у города.",
  "Le château a rouvert dimanche après des années de travaux, a déclaré l'hôte à des élèves étonnés de la région.",
};

static const struct
{
  const char *encoding;
  guint text;
} encodings[] = {
  { "UTF-8", 0 },        { "UTF-16LE", 0 },     { "UTF-16BE", 2 },     { "UTF-32LE", 1 }, { "UTF-32BE", 3 },
  { "windows-1252", 0 }, { "windows-1252", 1 }, { "windows-1251", 2 }, { "KOI8-R", 2 },   { "ISO-8859-1", 3 },
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autoptr (GError) error = NULL;
      char *data = g_convert (texts[encodings[i].text], -1, encodings[i].encoding, "UTF-8", NULL, &length, &error);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
      g_autofree char *encoding = NULL;
      g_autofree char *text = plx_decode (bytes, NULL, &encoding, &error);

      g_test_message ("%s, taken for %s", encodings[i].encoding, encoding);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, texts[encodings[i].text]);
    }
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *declared;
    const char *text;
  } table[] = {
    { "\xef\xbb\xbfMill", 7, NULL, "Mill" },
    { "\xff\xfeM\0i\0", 6, NULL, "Mi" },
    { "\xfe\xff\0M\0i", 6, NULL, "Mi" },
    { "\xff\xfe\0\0M\0\0\0", 8, NULL, "M" },
    { "M\0i\0l\0l\0 \0i\0n\0", 14, NULL, "Mill in" },
    /* Half a pair, and bytes that fit nowhere. */
    { "\xff\xfe\x3d\xd8M\0", 6, NULL, "\xef\xbf\xbdM" },
    { "Stor\xc3\xb8 B\xc3\xa5rd \xc3\x86sir\xff.", 20, NULL, "Storø Bård Æsir\xef\xbf\xbd." },
    /* Declared, and declared wrongly. */
    { "caf\xe9", 4, "ISO-8859-1", "café" },
    { "caf\xc3\xa9", 5, "ISO-8859-1", "café" },
    { "caf\xe9", 4, "no-such-encoding", "café" },
    /* Normal form, control characters. */
    { "Cafe\xcc\x81", 6, NULL, "Café" },
    { "a\1b\ac", 5, NULL, "a b c" },
    { "a\tb\r\nc", 6, NULL, "a\tb\r\nc" },
    { "Mill and\0 river", 15, NULL, "Mill and\xef\xbf\xbd river" },
    /* What was decoded wrongly before stays to be seen. */
    { "caf\xc3\x83\xc2\xa9", 7, NULL, "cafÃ©" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].bytes, table[i].length);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = plx_decode (bytes, table[i].declared, NULL, &error);

      g_test_message ("%u: %s", i, table[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, table[i].text);
    }
}

/* What no article can have is refused before it is copied; the wider encodings need more bytes for as much text. */
static void
test_too_large (void)
{
  static const struct
  {
    const char *bom;
    gsize unit;
  } table[] = { { "aaaa", 1 },
                { "\xff\xfe"
                  "a",
                  2 },
                { "\xff\xfe\0", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gsize length = table[i].unit * (PLX_IMPORT_MAX_TEXT + 8);
      char *data = g_malloc0 (length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
      g_autoptr (GError) error = NULL;

      for (gsize k = 0; k < length; k += table[i].unit)
        data[k] = 'a';
      memcpy (data, table[i].bom, 4);
      g_assert_null (plx_decode (bytes, NULL, NULL, &error));
      g_assert_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decode/encodings", test_encodings);
  g_test_add_func ("/decode/bytes", test_bytes);
  g_test_add_func ("/decode/too-large", test_too_large);

  return g_test_run ();
}
