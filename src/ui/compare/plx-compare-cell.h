/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-rows.h"

G_BEGIN_DECLS

/**
 * PlxCellMark:
 *
 * State of a cell that its stripe shows, in order of gravity; the label says the same in words.
 */
typedef enum
{
  PLX_CELL_PLAIN,
  PLX_CELL_MOVED,
  PLX_CELL_ONLY_HERE,
  PLX_CELL_DAMAGED,
} PlxCellMark;

/**
 * PlxPassageStart:
 * @offset: code point of the cell's text
 * @paragraph: number of the paragraph that begins there
 *
 * A place where the cell goes on to another paragraph.
 */
typedef struct
{
  guint offset;
  guint paragraph;
} PlxPassageStart;

/**
 * PlxCompareCell:
 * @text: UTF-8, one line; "" where the article does not have the row
 * @paragraph: number of the first passage's paragraph, 0 in an empty cell
 * @kind: kind of the first passage's paragraph
 * @starts: (element-type PlxPassageStart): where each paragraph begins
 * @elsewhere: for an empty cell, the row in which the article says it, or -1
 * @missing: whether the article says nowhere what others say here; %FALSE beside headings and captions
 * @shared: whether all its passages are shared in the same words
 * @neutral: whether it holds headings or captions only
 * @mark: state of the cell
 * @label: (nullable): the state in words, translated
 * @note: (nullable): words that stand in an empty cell, translated
 * @names: (element-type PlxCellMention): names in order
 * @differences: (element-type PlxSpan): wording that differs from the counterpart, in order
 * @only_here: (element-type PlxSpan): sentences that no other column has
 *
 * What one column shows in one row, ready to be laid out.
 */
typedef struct
{
  char *text;
  guint paragraph;
  PlxParagraphKind kind;
  GArray *starts;
  int elsewhere;
  gboolean missing;
  gboolean shared;
  gboolean neutral;
  PlxCellMark mark;
  char *label;
  char *note;
  GArray *names;
  GArray *differences;
  GArray *only_here;
} PlxCompareCell;

PlxCompareCell *plx_compare_cell_new (const PlxRows *rows, guint row, guint column);
void plx_compare_cell_free (PlxCompareCell *self);
const PlxCellMention *plx_compare_cell_find_name (const PlxCompareCell *self, guint offset);
char *plx_compare_cell_dup_description (const PlxCompareCell *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCompareCell, plx_compare_cell_free)

G_END_DECLS
