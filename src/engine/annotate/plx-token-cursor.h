/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "engine/article/plx-paragraph.h"
#include "engine/text/plx-tokens.h"

G_BEGIN_DECLS

/**
 * PlxTokenCursor:
 * @text: the paragraph's text
 * @tokens: its tokens
 * @n: how many
 *
 * What grammars read. All functions take the index of a token and may be asked beyond the ends.
 */
typedef struct
{
  const char *text;
  const PlxToken *tokens;
  guint n;
} PlxTokenCursor;

static inline PlxTokenCursor
plx_token_cursor (const PlxParagraph *paragraph, const GArray *tokens)
{
  return (PlxTokenCursor){ paragraph->text, (const PlxToken *)(const void *)tokens->data, tokens->len };
}

static inline gboolean
plx_token_cursor_has (const PlxTokenCursor *self, gint64 i)
{
  return i >= 0 && i < (gint64)self->n;
}

static inline const char *
plx_token_cursor_text (const PlxTokenCursor *self, gint64 i, gsize *length)
{
  if (!plx_token_cursor_has (self, i))
    {
      *length = 0;
      return "";
    }
  *length = self->tokens[i].byte_end - self->tokens[i].byte_start;
  return self->text + self->tokens[i].byte_start;
}

/* g_ascii_tolower() without the call: grammars compare many words. */
static inline char
plx_token_cursor_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Whether token @i is @word, ASCII, in any case. */
static inline gboolean
plx_token_cursor_is (const PlxTokenCursor *self, gint64 i, const char *word)
{
  gsize length;
  const char *text = plx_token_cursor_text (self, i, &length);

  for (gsize k = 0; k < length; k++)
    if (word[k] == '\0' || plx_token_cursor_lower (text[k]) != plx_token_cursor_lower (word[k]))
      return FALSE;
  return length > 0 && word[length] == '\0';
}

/* Which of the words, which end with %NULL, token @i is, or -1. */
static inline int
plx_token_cursor_which (const PlxTokenCursor *self, gint64 i, const char *const *words)
{
  for (int w = 0; words[w] != NULL; w++)
    if (plx_token_cursor_is (self, i, words[w]))
      return w;
  return -1;
}

static inline gboolean
plx_token_cursor_is_number (const PlxTokenCursor *self, gint64 i)
{
  return plx_token_cursor_has (self, i) && self->tokens[i].kind == PLX_TOKEN_NUMBER;
}

static inline gboolean
plx_token_cursor_is_word (const PlxTokenCursor *self, gint64 i)
{
  return plx_token_cursor_has (self, i) && self->tokens[i].kind == PLX_TOKEN_WORD;
}

static inline gboolean
plx_token_cursor_is_capital (const PlxTokenCursor *self, gint64 i)
{
  return plx_token_cursor_has (self, i)
         && g_unichar_isupper (g_utf8_get_char (self->text + self->tokens[i].byte_start));
}

/* Whether nothing stands between token @i and the one before it. */
static inline gboolean
plx_token_cursor_touches (const PlxTokenCursor *self, gint64 i)
{
  return i > 0 && plx_token_cursor_has (self, i) && self->tokens[i].byte_start == self->tokens[i - 1].byte_end;
}

G_END_DECLS
