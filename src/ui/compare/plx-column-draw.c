/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-column-private.h"

#include "ui/compare/plx-compare-palette.h"

/* What a column draws under its text: tints of names, stripes and labels of cells, and what fills the empty ones. */

#define HATCH_PERIOD 10.0f
#define TINT_RADIUS  3.0f

static int
row_top (PlxCompareColumn *self, guint row)
{
  return g_array_index (self->tops, int, row);
}

/* The last row that starts at or above y. */
static guint
row_at (PlxCompareColumn *self, int y)
{
  guint low = 0;
  guint high = self->cells->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (row_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_rtl (PlxCompareColumn *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
get_margin (PlxCompareColumn *self)
{
  return gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
}

static void
draw_hatch (GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const GdkRGBA clear = { palette->hatch.red, palette->hatch.green, palette->hatch.blue, 0 };
  const GskColorStop stops[4] = {
    { 0.0f, palette->hatch }, { 0.5f, palette->hatch }, { 0.5f, clear }, { 1.0f, clear }
  };

  /* The lines run on from one cell to the next. */
  gtk_snapshot_append_repeating_linear_gradient (snapshot, area, &GRAPHENE_POINT_INIT (0, 0),
                                                 &GRAPHENE_POINT_INIT (HATCH_PERIOD, HATCH_PERIOD), stops,
                                                 G_N_ELEMENTS (stops));
}

static void
draw_note (GtkSnapshot *snapshot, const graphene_rect_t *area, PangoLayout *note)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  PangoRectangle extents;

  pango_layout_get_pixel_extents (note, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + (area->size.width - extents.width) / 2,
                                                          area->origin.y + (area->size.height - extents.height) / 2));
  gtk_snapshot_append_layout (snapshot, note, &palette->quiet);
  gtk_snapshot_restore (snapshot);
}

/* A stripe along the whole cell or, where only some sentences are only here, along their lines. */
static void
draw_stripes (PlxCompareColumn *self, GtkSnapshot *snapshot, guint row, float y, float height)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const PlxCompareCell *cell = g_ptr_array_index (self->cells, row);
  float text_top = y + PLX_CELL_PAD_ABOVE + plx_compare_column_get_extents (self, row)->label;
  float x = is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - PLX_CELL_STRIPE_WIDTH : 0;

  if (cell->mark != PLX_CELL_PLAIN)
    gtk_snapshot_append_color (snapshot, &palette->marks[cell->mark],
                               &GRAPHENE_RECT_INIT (x, y + 1, PLX_CELL_STRIPE_WIDTH, height - 2));
  if (cell->mark == PLX_CELL_ONLY_HERE)
    return;
  for (guint i = 0; i < cell->only_here->len; i++)
    {
      PlxLineRange lines = plx_cell_layout_get_lines (plx_compare_column_get_layout (self, row),
                                                      g_array_index (cell->only_here, PlxSpan, i));

      gtk_snapshot_append_color (
          snapshot, &palette->marks[PLX_CELL_ONLY_HERE],
          &GRAPHENE_RECT_INIT (x, text_top + lines.top, PLX_CELL_STRIPE_WIDTH, lines.bottom - lines.top));
    }
}

static void
draw_names (PlxCompareColumn *self, GtkSnapshot *snapshot, guint row, float x, float y)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const GArray *boxes = plx_cell_layout_get_name_boxes (plx_compare_column_get_layout (self, row));

  for (guint i = 0; i < boxes->len; i++)
    {
      const PlxTextBox *box = &g_array_index (boxes, PlxTextBox, i);
      PlxNameGroup group = plx_name_group_of_type (box->type);
      GskRoundedRect shape;

      if (!(self->highlights & 1u << group))
        continue;

      gsk_rounded_rect_init_from_rect (&shape,
                                       &GRAPHENE_RECT_INIT (x + box->bounds.origin.x - 1, y + box->bounds.origin.y,
                                                            box->bounds.size.width + 2, box->bounds.size.height),
                                       TINT_RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &palette->tints[group], &shape.bounds);
      gtk_snapshot_pop (snapshot);
      if (palette->outline_names)
        gtk_snapshot_append_border (
            snapshot, &shape, (const float[4]){ 1, 1, 1, 1 },
            (const GdkRGBA[4]){ palette->quiet, palette->quiet, palette->quiet, palette->quiet });
    }
}

/* The paragraphs' numbers stand in the margin, so that "from ¶ 15" can be followed. */
static void
draw_numbers (PlxCompareColumn *self, GtkSnapshot *snapshot, guint row, float y)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const PlxCompareCell *cell = g_ptr_array_index (self->cells, row);

  for (guint i = 0; i < cell->starts->len; i++)
    {
      const PlxPassageStart *start = &g_array_index (cell->starts, PlxPassageStart, i);
      g_autoptr (PangoLayout) number =
          plx_cell_layout_create_number (plx_compare_column_get_layout (self, row), start->paragraph);
      float baseline = y + plx_cell_layout_get_baseline (plx_compare_column_get_layout (self, row), start->offset);
      int width;

      pango_layout_get_pixel_size (number, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self))
                                                                        - get_margin (self) + PLX_CELL_NUMBER_SPACE
                                                                  : get_margin (self) - PLX_CELL_NUMBER_SPACE - width,
                                                    baseline - PANGO_PIXELS (pango_layout_get_baseline (number))));
      gtk_snapshot_append_layout (snapshot, number, &palette->quiet);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_row (PlxCompareColumn *self, GtkSnapshot *snapshot, guint row)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const PlxCompareCell *cell = g_ptr_array_index (self->cells, row);
  const PlxCellExtents *extents = plx_compare_column_get_extents (self, row);
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float y = row_top (self, row);
  float height = row_top (self, row + 1) - y;
  float x = get_margin (self);

  if (cell->missing)
    draw_hatch (snapshot, &GRAPHENE_RECT_INIT (0, y + 1, width, height - 2));
  if (cell->note != NULL)
    draw_note (snapshot, &GRAPHENE_RECT_INIT (0, y, width, height),
               plx_cell_layout_get_note (plx_compare_column_get_layout (self, row)));
  if (cell->label != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + PLX_CELL_PAD_ABOVE));
      gtk_snapshot_append_layout (snapshot, plx_cell_layout_get_label (plx_compare_column_get_layout (self, row)),
                                  &palette->words[MAX (cell->mark, cell->only_here->len > 0 ? PLX_CELL_ONLY_HERE : 0)]);
      gtk_snapshot_restore (snapshot);
    }
  draw_names (self, snapshot, row, x, y + PLX_CELL_PAD_ABOVE + extents->label);
  draw_numbers (self, snapshot, row, y + PLX_CELL_PAD_ABOVE + extents->label);

  if ((int)row == self->current_row)
    {
      float thickness = self->active ? 2 : 1;
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, y + 1, width - 2, height - 2), 6);
      gtk_snapshot_append_border (
          snapshot, &outline, (const float[4]){ thickness, thickness, thickness, thickness },
          (const GdkRGBA[4]){ palette->current, palette->current, palette->current, palette->current });
    }
  draw_stripes (self, snapshot, row, y, height);
}

/* Draws the rows that are in view. */
void
plx_compare_column_draw_rows (PlxCompareColumn *self, GtkSnapshot *snapshot)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  for (guint row = row_at (self, visible.y); row < self->cells->len && row_top (self, row) < visible.y + visible.height;
       row++)
    draw_row (self, snapshot, row);
}
