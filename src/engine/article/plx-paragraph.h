/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-span.h"

G_BEGIN_DECLS

/**
 * PlxParagraphKind:
 *
 * What a unit of an article's body is. The names in the JSON are "text", "heading", "caption", "list" and "quote";
 * %PLX_PARAGRAPH_TITLE is the headline, paragraph 0, which the JSON gives as the article's title.
 */
typedef enum
{
  PLX_PARAGRAPH_TEXT,
  PLX_PARAGRAPH_HEADING,
  PLX_PARAGRAPH_CAPTION,
  PLX_PARAGRAPH_LIST,
  PLX_PARAGRAPH_QUOTE,
  PLX_PARAGRAPH_TITLE,
} PlxParagraphKind;

/**
 * PlxParagraph:
 * @number: 0 for the title, then from 1 in the order of the article
 * @kind: what it is
 * @text: UTF-8 in NFC, no line breaks
 * @n_chars: length of @text in code points
 * @sentences: (element-type PlxSpan): the sentences, in order, covering all but white space
 *
 * A unit of an article. Owned by its #PlxArticle and never changed once the article is frozen.
 */
typedef struct
{
  guint number;
  PlxParagraphKind kind;
  char *text;
  guint n_chars;
  GArray *sentences;
} PlxParagraph;

const char *plx_paragraph_kind_to_string (PlxParagraphKind kind);
char *plx_paragraph_dup_text (const PlxParagraph *paragraph, PlxSpan span);

G_END_DECLS
