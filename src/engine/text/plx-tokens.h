/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-span.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_TOKEN_WORD,
  PLX_TOKEN_NUMBER,
  PLX_TOKEN_PUNCTUATION,
} PlxTokenKind;

/**
 * PlxToken:
 * @span: code points into the paragraph's text
 * @byte_start: first byte in the paragraph's UTF-8
 * @byte_end: one past the last byte
 * @kind: word, number (may hold separators: 1,200 or 3.5) or any other visible character
 *
 * A word, a number or a mark. White space is not a token. A possessive "'s" is a word token of its own, as is "n't".
 */
typedef struct
{
  PlxSpan span;
  guint byte_start;
  guint byte_end;
  PlxTokenKind kind;
} PlxToken;

GArray *plx_tokens_split (const char *text);

G_END_DECLS
