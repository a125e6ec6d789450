/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-normalize.h"

#include <string.h>

static gunichar
plain_mark (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x2033:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

/* The folded form of @text when all of it is ASCII, which most words are; NULL when it is not. */
static char *
fold_ascii (const char *text, gsize length)
{
  g_autofree char *out = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (c >= 0x80)
        return NULL;
      out[i] = g_ascii_isspace (c) ? ' ' : g_ascii_tolower (c);
    }
  out[length] = '\0';

  return g_steal_pointer (&out);
}

/**
 * plx_normalize_fold:
 * @text: UTF-8
 * @length: bytes of @text, or -1 when it is terminated
 *
 * The normalised shadow of a text, for comparison only: NFKC, case folded, one kind of quotation mark, apostrophe,
 * dash and space. Offsets into it are not offsets into @text.
 *
 * Returns: (transfer full): the folded text
 */
char *
plx_normalize_fold (const char *text, gssize length)
{
  gsize n_bytes = length >= 0 ? strnlen (text, length) : strlen (text);
  char *ascii = fold_ascii (text, n_bytes);

  if (ascii != NULL)
    return ascii;

  g_autofree char *composed = g_utf8_normalize (text, n_bytes, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  GString *out = g_string_sized_new (n_bytes);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, plain_mark (g_utf8_get_char (p)));

  return g_string_free (out, FALSE);
}

/**
 * plx_normalize_base_letters:
 * @text: UTF-8
 * @length: bytes of @text, or -1 when it is terminated
 *
 * Folds like plx_normalize_fold() and drops diacritics as well: "Støre" stays apart from "Store" only by its stroke,
 * "Müller" becomes "muller".
 *
 * Returns: (transfer full): the folded text
 */
char *
plx_normalize_base_letters (const char *text, gssize length)
{
  g_autofree char *folded = plx_normalize_fold (text, length);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT);
  GString *out = g_string_sized_new (32);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * plx_normalize_is_unprintable:
 * @c: a code point
 *
 * Returns: whether a terminal would obey it rather than show it: a control, or an override of the direction of writing
 *   (Unicode Standard Annex 9), which could make a line read as another
 */
gboolean
plx_normalize_is_unprintable (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x202d || c == 0x202e;
}

/**
 * plx_normalize_printable:
 * @text: a text from outside, such as a file's name; may be invalid UTF-8
 *
 * Makes a text fit for a line of a terminal.
 *
 * Returns: (transfer full): valid UTF-8 with U+FFFD in place of what a terminal would obey
 */
char *
plx_normalize_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, plx_normalize_is_unprintable (c) ? 0xfffd : c);
    }

  return g_string_free (out, FALSE);
}
