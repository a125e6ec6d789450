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
 * A word, a number or a mark. White space and invisible format characters are not tokens. The boundaries, which other
 * parts of the engine rely on:
 *
 * - A word is a run of letters, combining marks and the digits behind them ("G7", "COVID"), with an apostrophe inside
 *   it ("O'Brien", "l'homme"). English clitics are words of their own: "it" "'s", "they" "'re", "do" "n't".
 * - A hyphen or dash is a mark: "fine" "-" "tuned". So is the full stop of "Mr" "." and of an initial before a space;
 *   single letters with full stops between them are one word: "U.S.", "a.m.", "e.g.", "J.R.R.".
 * - A number is a run of digits with single separators inside it ("1,200", "3.5") or a fraction sign ("2½"). Letters
 *   behind it are a word of their own ("5" "bn", "9" "am"), but an ordinal or a decade is one word: "21st", "1990s".
 * - A web or mail address is one word: "https://example.org/a", "www.example.org", "example.com", "desk@example.org".
 * - Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) give one word a character.
 * - An emoji with its modifiers is one mark. Every other visible character, "$" and "%" too, is a mark by itself.
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
