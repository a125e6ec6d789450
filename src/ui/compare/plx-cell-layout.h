/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/plx-compare-cell.h"

G_BEGIN_DECLS

/* Pixels between the lines of a paragraph. */
#define PLX_CELL_LINE_SPACING 3

/**
 * PlxTextBox:
 * @bounds: where it stands, from the top left of the cell's text
 * @type: for a name, type of the entity
 *
 * One line's part of a stretch of text.
 */
typedef struct
{
  graphene_rect_t bounds;
  PlxEntityType type;
} PlxTextBox;

/**
 * PlxLineRange:
 * @top: pixels from the top of the cell's text
 * @bottom: where the last line ends
 *
 * The lines over which a stretch of text goes.
 */
typedef struct
{
  int top;
  int bottom;
} PlxLineRange;

/**
 * PlxCellLayout:
 *
 * The layout that a text view makes of a cell, made beforehand: its height at a width and where its names stand.
 */
typedef struct _PlxCellLayout PlxCellLayout;

PlxCellLayout *plx_cell_layout_new (const PlxCompareCell *cell, PangoContext *context);
void plx_cell_layout_free (PlxCellLayout *self);
void plx_cell_layout_context_changed (PlxCellLayout *self);
void plx_cell_layout_set_width (PlxCellLayout *self, int width);
int plx_cell_layout_get_height (PlxCellLayout *self);
int plx_cell_layout_get_label_height (PlxCellLayout *self);
PangoLayout *plx_cell_layout_get_label (PlxCellLayout *self);
PangoLayout *plx_cell_layout_get_note (PlxCellLayout *self);
PlxLineRange plx_cell_layout_get_lines (PlxCellLayout *self, PlxSpan span);
const GArray *plx_cell_layout_get_name_boxes (PlxCellLayout *self);
PangoLayout *plx_cell_layout_create_number (PlxCellLayout *self, guint number);
float plx_cell_layout_get_baseline (PlxCellLayout *self, guint offset);

G_END_DECLS
