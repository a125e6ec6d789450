/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-paragraph.h"
#include "engine/import/plx-html-parse.h"

G_BEGIN_DECLS

/**
 * PlxHtmlBlock:
 * @text: the text, in NFC, white space collapsed, no line breaks
 * @node: index of the block element it stands in directly
 * @first: index of its first node
 * @line: line of the input it begins on, from 1
 * @n_chars: code points of @text
 * @n_words: words of @text
 * @n_link_chars: of its characters, how many are links to elsewhere
 * @n_strong_chars: of its characters, how many are bold
 * @kind: what it would be in the article
 * @hidden: index of the element by which the page hides it, 0 when it is shown
 * @row: whether it is a row of a data table
 *
 * A line of text of a page: what lies between two places at which a browser begins a new line or paragraph.
 */
typedef struct
{
  char *text;
  guint node;
  guint first;
  guint line;
  guint n_chars;
  guint n_words;
  guint n_link_chars;
  guint n_strong_chars;
  PlxParagraphKind kind;
  guint hidden;
  gboolean row;
} PlxHtmlBlock;

GArray *plx_html_blocks_new (const PlxHtmlDocument *document);

G_END_DECLS
