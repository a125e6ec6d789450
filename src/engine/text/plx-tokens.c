/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-tokens.h"

#include <string.h>

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Whether @p, just behind an apostrophe that follows a letter, begins a clitic that is a word of its own: 's, 're, … */
static gsize
clitic_length (const char *p)
{
  static const char *const clitics[] = { "s", "re", "ve", "ll", "d", "m", "t" };

  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    {
      gsize length = strlen (clitics[i]);

      if (g_ascii_strncasecmp (p, clitics[i], length) == 0 && !is_word_char (g_utf8_get_char (p + length)))
        return length;
    }
  return 0;
}

/**
 * plx_tokens_split:
 * @text: UTF-8 of one paragraph
 *
 * Cuts a paragraph into words, numbers and marks. Hyphens separate words, except that they are tokens of their own;
 * dots inside abbreviations ("U.S.") and initials stay in the word.
 *
 * Returns: (transfer full) (element-type PlxToken): the tokens in order
 */
GArray *
plx_tokens_split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (PlxToken));
  const char *p = text;
  guint offset = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      PlxToken token = { { offset, offset }, p - text, 0, PLX_TOKEN_PUNCTUATION };
      const char *next = g_utf8_next_char (p);
      guint n = 1;

      if (g_unichar_isspace (c))
        {
          p = next;
          offset++;
          continue;
        }

      if (is_apostrophe (c) && p > text && is_word_char (g_utf8_get_char (g_utf8_prev_char (p)))
          && clitic_length (next) > 0)
        {
          gsize length = clitic_length (next);

          token.kind = PLX_TOKEN_WORD;
          next += length;
          n += length;
        }
      else if (g_unichar_isdigit (c))
        {
          token.kind = PLX_TOKEN_NUMBER;
          for (;;)
            {
              gunichar d = g_utf8_get_char (next);
              gunichar after = d != 0 ? g_utf8_get_char (g_utf8_next_char (next)) : 0;

              if (!g_unichar_isdigit (d) && !((d == ',' || d == '.') && g_unichar_isdigit (after)))
                break;
              next = g_utf8_next_char (next);
              n++;
            }
        }
      else if (is_word_char (c))
        {
          token.kind = PLX_TOKEN_WORD;
          for (;;)
            {
              gunichar d = g_utf8_get_char (next);
              gunichar after = d != 0 ? g_utf8_get_char (g_utf8_next_char (next)) : 0;

              if (is_word_char (d) || g_unichar_isdigit (d))
                ;
              else if (is_apostrophe (d) && is_word_char (after) && clitic_length (g_utf8_next_char (next)) == 0)
                ;
              else if (d == '.' && n == 1 && g_unichar_isalpha (after)
                       && g_utf8_get_char (g_utf8_next_char (g_utf8_next_char (next))) == '.')
                {
                  /* A.B. and longer: take letter and dot together. */
                  while (g_utf8_get_char (next) == '.' && g_unichar_isalpha (g_utf8_get_char (next + 1))
                         && g_utf8_get_char (g_utf8_next_char (next + 1)) == '.')
                    {
                      next = g_utf8_next_char (next + 1);
                      n += 2;
                    }
                  if (*next == '.')
                    {
                      next++;
                      n++;
                    }
                  break;
                }
              else
                break;
              next = g_utf8_next_char (next);
              n++;
            }
        }

      offset += n;
      token.span.end = offset;
      token.byte_end = next - text;
      g_array_append_val (tokens, token);
      p = next;
    }

  return tokens;
}
