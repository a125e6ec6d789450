/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/plx-compare-cell.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_COLUMN (plx_compare_column_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareColumn, plx_compare_column, PLX, COMPARE_COLUMN, GtkTextView)

/**
 * PlxCellExtents:
 * @label: pixels of the label above the text, 0 without one
 * @text: pixels of the text itself
 *
 * How tall a cell's parts are at the width it was measured for.
 */
typedef struct
{
  int label;
  int text;
} PlxCellExtents;

GtkWidget *plx_compare_column_new (void);
void plx_compare_column_set_cells (PlxCompareColumn *self, GPtrArray *cells);
guint plx_compare_column_get_n_rows (PlxCompareColumn *self);
const PlxCompareCell *plx_compare_column_get_cell (PlxCompareColumn *self, guint row);

gboolean plx_compare_column_measure_rows (PlxCompareColumn *self, int width);
const PlxCellExtents *plx_compare_column_get_extents (PlxCompareColumn *self, guint row);
void plx_compare_column_correct_extents (PlxCompareColumn *self, guint row, int text);
int plx_compare_column_get_cell_height (PlxCompareColumn *self, guint row);
void plx_compare_column_set_tops (PlxCompareColumn *self, GArray *tops);

guint plx_compare_column_get_row (PlxCompareColumn *self);
void plx_compare_column_place_row (PlxCompareColumn *self, guint row);
void plx_compare_column_set_current_row (PlxCompareColumn *self, int row, gboolean active);
void plx_compare_column_set_highlights (PlxCompareColumn *self, guint groups);
const PlxCellMention *plx_compare_column_get_name_at_iter (PlxCompareColumn *self, const GtkTextIter *iter);
void plx_compare_column_get_name_area (PlxCompareColumn *self, const PlxCellMention *name, const GtkTextIter *iter,
                                       GdkRectangle *area);
char *plx_compare_column_dup_selected_text (PlxCompareColumn *self);

G_END_DECLS
