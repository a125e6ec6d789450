/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"
#include "engine/text/plx-word-diff.h"

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
 * @statement: id of the statement, the weightiest where it holds several; -1 for headings and captions
 * @state: whether and how other articles of the rows have it, wherever it stands there
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
 * PlxCellMention:
 * @span: where it stands in the cell's text
 * @entity: id of the entity it names
 * @type: its type
 * @quantity: for %PLX_ENTITY_QUANTITY, of what
 *
 * A name in a cell.
 */
typedef struct
{
  PlxSpan span;
  guint entity;
  PlxEntityType type;
  PlxQuantityKind quantity;
} PlxCellMention;

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

PlxComparison *plx_rows_get_comparison (const PlxRows *self);
guint plx_rows_get_n_rows (const PlxRows *self);
guint plx_rows_get_n_columns (const PlxRows *self);
guint plx_rows_get_reference (const PlxRows *self);
guint plx_rows_get_article (const PlxRows *self, guint column);
const GArray *plx_rows_get_cell (const PlxRows *self, guint row, guint column);
int plx_rows_get_counterpart (const PlxRows *self, guint row, guint column);
int plx_rows_get_elsewhere (const PlxRows *self, guint row, guint column);
int plx_rows_find (const PlxRows *self, guint column, guint paragraph, guint offset);
gboolean plx_rows_find_offset (const PlxRows *self, guint column, guint paragraph, guint offset, guint *row,
                               guint *cell_offset);
int plx_rows_find_statement (const PlxRows *self, guint statement);
void plx_rows_count_states (const PlxRows *self, guint column, guint counts[5]);

/* What stands in a cell: plx-row-text.c */
char *plx_rows_dup_cell_text (const PlxRows *self, guint row, guint column, GArray **starts);
GArray *plx_rows_dup_cell_mentions (const PlxRows *self, guint row, guint column);
GArray *plx_rows_dup_only_here (const PlxRows *self, guint row, guint column);
GArray *plx_rows_dup_differences (const PlxRows *self, guint row, guint column, guint other_column);
GArray *plx_rows_dup_wording (const PlxRows *self, guint row, guint column, guint other_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRows, plx_rows_unref)

G_END_DECLS
