/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/plx-compare-column.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_GRID (plx_compare_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareGrid, plx_compare_grid, PLX, COMPARE_GRID, GtkWidget)

GtkWidget *plx_compare_grid_new (void);
void plx_compare_grid_add_column (PlxCompareGrid *self, GtkWidget *head, PlxCompareColumn *column);
void plx_compare_grid_clear (PlxCompareGrid *self);
guint plx_compare_grid_get_n_columns (PlxCompareGrid *self);
guint plx_compare_grid_get_n_rows (PlxCompareGrid *self);
PlxCompareColumn *plx_compare_grid_get_column (PlxCompareGrid *self, guint column);
GtkWidget *plx_compare_grid_get_head (PlxCompareGrid *self, guint column);
GtkAdjustment *plx_compare_grid_get_adjustment (PlxCompareGrid *self);
int plx_compare_grid_get_row_top (PlxCompareGrid *self, guint row);
void plx_compare_grid_set_current_row (PlxCompareGrid *self, int row, int active_column);
int plx_compare_grid_get_current_row (PlxCompareGrid *self);
void plx_compare_grid_queue_reflow (PlxCompareGrid *self);

G_END_DECLS
