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
 * PlxCellName:
 * @span: code points of the cell's text
 * @type: type of the entity
 * @entity: id of the entity in the comparison
 *
 * A name in a cell.
 */
typedef struct
{
  PlxSpan span;
  PlxEntityType type;
  guint entity;
} PlxCellName;

/**
 * PlxCompareCell:
 * @text: UTF-8; passages joined by U+2028, "" where the article does not have the row
 * @n_chars: length of @text in code points
 * @paragraph: number of the first passage's paragraph, 0 in an empty cell
 * @kind: kind of the first passage's paragraph
 * @missing: whether the article lacks what others say here; %FALSE for an empty cell beside headings and captions
 * @shared: whether all its passages are shared in the same words
 * @neutral: whether it holds headings or captions only
 * @mark: state of the cell
 * @label: (nullable): the state in words, translated
 * @names: (element-type PlxCellName): names in order
 * @differences: (element-type PlxSpan): wording that differs from the counterpart, in order
 *
 * What one column shows in one row, ready to be laid out.
 */
typedef struct
{
  char *text;
  guint n_chars;
  guint paragraph;
  PlxParagraphKind kind;
  gboolean missing;
  gboolean shared;
  gboolean neutral;
  PlxCellMark mark;
  char *label;
  GArray *names;
  GArray *differences;
} PlxCompareCell;

PlxCompareCell *plx_compare_cell_new (PlxComparison *comparison, PlxRows *rows, guint row, guint column,
                                      guint reference);
void plx_compare_cell_free (PlxCompareCell *self);
const PlxCellName *plx_compare_cell_find_name (const PlxCompareCell *self, guint offset);
char *plx_compare_cell_dup_description (const PlxCompareCell *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCompareCell, plx_compare_cell_free)

G_END_DECLS
