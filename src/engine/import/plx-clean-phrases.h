/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

/**
 * PlxPhraseUse:
 * @PLX_PHRASE_LINE: the line is no part of the article wherever it stands
 * @PLX_PHRASE_ANCHOR: it also heads a box whose other lines are none either
 * @PLX_PHRASE_EDGE: it is none before the article begins or after it ends; inside it may be a heading
 *
 * How a phrase is used.
 */
typedef enum
{
  PLX_PHRASE_LINE,
  PLX_PHRASE_ANCHOR,
  PLX_PHRASE_EDGE,
} PlxPhraseUse;

/**
 * PlxPhrase:
 * @text: the whole line, as plx_text_line_key() makes it
 * @reason: why such a line is removed
 * @use: where it is
 */
typedef struct
{
  const char *text;
  PlxRemovalReason reason;
  PlxPhraseUse use;
} PlxPhrase;

const PlxPhrase *plx_clean_phrases_lookup (const char *text, const char *key);
gboolean plx_clean_phrases_match_prompt (const char *text, PlxRemovalReason *reason);

G_END_DECLS
