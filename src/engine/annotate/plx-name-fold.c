/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-fold.h"

#include <string.h>

#include "engine/text/plx-normalize.h"

/* Letters that Unicode does not take apart, as they are written where the keyboard lacks them. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x0131: /* ı */
      return "i";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x00fe: /* þ */
      return "th";
    case 0x0127: /* ħ */
      return "h";
    case 0x0259: /* ə */
      return "e";
    default:
      return NULL;
    }
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * plx_name_fold:
 * @text: UTF-8
 * @length: bytes of @text, or -1 when it is terminated
 *
 * The key of a name: letters and digits only, without case, diacritics, spaces, hyphens or dots. "Port-au-Prince"
 * becomes "portauprince", "Łódź" becomes "lodz".
 *
 * Returns: (transfer full): the key, which may be empty
 */
char *
plx_name_fold (const char *text, gssize length)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  GString *out = g_string_sized_new (bytes + 1);

  if (is_ascii (text, bytes))
    {
      for (gsize i = 0; i < bytes; i++)
        if (g_ascii_isalnum (text[i]))
          g_string_append_c (out, g_ascii_tolower (text[i]));
    }
  else
    {
      g_autofree char *base = plx_normalize_base_letters (text, (gssize)bytes);

      for (const char *p = base; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          const char *plain = plain_letter (c);

          if (plain != NULL)
            g_string_append (out, plain);
          else if (g_unichar_isalnum (c))
            g_string_append_unichar (out, c);
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * plx_name_hash_add:
 * @hash: the hash so far, %PLX_NAME_HASH_START at first
 * @text: UTF-8
 * @length: bytes of @text
 *
 * Continues a hash (FNV-1a, 64 bits) with the key of a word, see plx_name_fold(). As keys have no spaces, the words of
 * a name can be added one by one.
 *
 * Returns: the hash with @text added
 */
guint64
plx_name_hash_add (guint64 hash, const char *text, gsize length)
{
  const guint64 prime = G_GUINT64_CONSTANT (0x100000001b3);

  if (is_ascii (text, length))
    {
      for (gsize i = 0; i < length; i++)
        if (g_ascii_isalnum (text[i]))
          hash = (hash ^ (guchar)g_ascii_tolower (text[i])) * prime;
    }
  else
    {
      g_autofree char *key = plx_name_fold (text, (gssize)length);

      for (const char *p = key; *p != '\0'; p++)
        hash = (hash ^ (guchar)*p) * prime;
    }

  return hash;
}

/**
 * plx_name_hash:
 * @text: a name, UTF-8
 *
 * Returns: the hash of the name's key
 */
guint64
plx_name_hash (const char *text)
{
  return plx_name_hash_add (PLX_NAME_HASH_START, text, strlen (text));
}
