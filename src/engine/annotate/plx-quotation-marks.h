/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

/**
 * PlxQuotedStretch:
 * @paragraph: number of the paragraph
 * @span: the words between the marks, without the white space beside them
 * @chain: the same for stretches that are one quotation over several paragraphs
 * @closed: whether the closing mark is there
 * @single: whether the marks are single ones
 *
 * Words between quotation marks, whatever the marks mean: a quotation, a title, irony.
 */
typedef struct
{
  guint paragraph;
  PlxSpan span;
  guint chain;
  gboolean closed;
  gboolean single;
} PlxQuotedStretch;

GArray *plx_quotation_marks_find (PlxArticle *article);

G_END_DECLS
