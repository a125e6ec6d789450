/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/plx-cell-layout.h"
#include "ui/compare/plx-compare-column.h"

G_BEGIN_DECLS

/* Pixels above and below the text of a cell, of the stripe at its edge, and between a paragraph's number and the text.
 */
#define PLX_CELL_PAD_ABOVE    9
#define PLX_CELL_PAD_BELOW    9
#define PLX_CELL_STRIPE_WIDTH 4
#define PLX_CELL_NUMBER_SPACE 4

struct _PlxCompareColumn
{
  GtkTextView parent_instance;

  /* Of PlxCompareCell, PlxCellLayout (made when first measured) and GtkTextTag, one a row; extents likewise. */
  GPtrArray *cells;
  GPtrArray *layouts;
  GPtrArray *tags;
  GArray *extents;
  /* Of int: y of each row and, last, of the end; the grid's. */
  GArray *tops;

  GtkTextTag *heading_tag;
  GtkTextTag *caption_tag;
  GtkTextTag *wording_tag;

  PangoContext *measured_context;
  guint measured_serial;
  int measured_width;

  guint highlights;
  int current_row;
  gboolean active;
};

PlxCellLayout *plx_compare_column_get_layout (PlxCompareColumn *self, guint row);
void plx_compare_column_draw_rows (PlxCompareColumn *self, GtkSnapshot *snapshot);

G_END_DECLS
