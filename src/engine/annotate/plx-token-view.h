/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"
#include "engine/annotate/plx-quotation-marks.h"

G_BEGIN_DECLS

/* Longest word that can be in a word list, with its end. */
#define PLX_WORD_SIZE 32

/**
 * PlxTokenView:
 * @article: the article
 * @tokens: (element-type GArray): the tokens of each paragraph
 * @mentions: (element-type PlxMention): the mentions
 * @mention_of: for each paragraph and token, the index of the mention it is in, or -1
 * @quoted: for each paragraph and token, whether it stands between quotation marks
 *
 * An article's tokens with what is known of each, to look for who says what.
 */
typedef struct
{
  PlxArticle *article;
  GPtrArray *tokens;
  const GArray *mentions;
  GPtrArray *mention_of;
  GPtrArray *quoted;
} PlxTokenView;

PlxTokenView *plx_token_view_new (PlxArticle *article, GPtrArray *tokens, const GArray *mentions,
                                  const GArray *stretches);
void plx_token_view_free (PlxTokenView *self);

const PlxToken *plx_token_view_get (const PlxTokenView *self, guint paragraph, guint token);
guint plx_token_view_count (const PlxTokenView *self, guint paragraph);
int plx_token_view_mention (const PlxTokenView *self, guint paragraph, guint token);
gboolean plx_token_view_is_quoted (const PlxTokenView *self, guint paragraph, guint token);
const char *plx_token_view_word (const PlxTokenView *self, guint paragraph, guint token, char buffer[PLX_WORD_SIZE]);
gunichar plx_token_view_char (const PlxTokenView *self, guint paragraph, guint token);
guint plx_token_view_find (const PlxTokenView *self, guint paragraph, guint offset);
guint plx_token_view_mention_start (const PlxTokenView *self, guint paragraph, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTokenView, plx_token_view_free)

G_END_DECLS
