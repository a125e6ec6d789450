/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"

G_BEGIN_DECLS

/**
 * PlxPassageState:
 * @PLX_PASSAGE_SHARED: another shown article says it in the same words
 * @PLX_PASSAGE_REWORDED: another shown article says it in other words
 * @PLX_PASSAGE_PARTIAL: another shown article says part of it
 * @PLX_PASSAGE_ONLY_HERE: no other shown article says it
 * @PLX_PASSAGE_NEUTRAL: headings and captions, which are not statements
 */
typedef enum
{
  PLX_PASSAGE_SHARED,
  PLX_PASSAGE_REWORDED,
  PLX_PASSAGE_PARTIAL,
  PLX_PASSAGE_ONLY_HERE,
  PLX_PASSAGE_NEUTRAL,
} PlxPassageState;

/**
 * PlxPassage:
 * @paragraph: number of the paragraph
 * @kind: what the paragraph is
 * @span: the part of the paragraph's text, the whole of it in most cases
 * @first_sentence: number of its first sentence, from 1
 * @n_sentences: how many sentences it has
 * @statement: id of the statement, or -1 for headings and captions
 * @state: whether and how other articles of the rows have it
 * @moved: whether it stands out of its own article's order in these rows
 * @defect: index into the annotation's defects of the one that touches it, or -1
 *
 * A whole paragraph, or a run of whole sentences of one, in a cell of the rows.
 */
typedef struct
{
  guint paragraph;
  PlxParagraphKind kind;
  PlxSpan span;
  guint first_sentence;
  guint n_sentences;
  int statement;
  PlxPassageState state;
  gboolean moved;
  int defect;
} PlxPassage;

/**
 * PlxRows:
 *
 * The order in which chosen articles of a comparison are laid side by side: rows × columns, each cell a list of
 * passages (often one, none where the article does not have it). Every passage of every column stands in exactly one
 * cell. Immutable, counted by reference.
 */
typedef struct _PlxRows PlxRows;

PlxRows *plx_rows_new (PlxComparison *comparison, const guint *articles, guint n_articles, guint reference);
PlxRows *plx_rows_ref (PlxRows *self);
void plx_rows_unref (PlxRows *self);

guint plx_rows_get_n_rows (const PlxRows *self);
guint plx_rows_get_n_columns (const PlxRows *self);
guint plx_rows_get_article (const PlxRows *self, guint column);
const GArray *plx_rows_get_cell (const PlxRows *self, guint row, guint column);
GArray *plx_rows_dup_differences (const PlxRows *self, guint row, guint column, guint other_column);
int plx_rows_find (const PlxRows *self, guint column, guint paragraph, guint offset);
void plx_rows_count_states (const PlxRows *self, guint column, guint counts[5]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRows, plx_rows_unref)

G_END_DECLS
