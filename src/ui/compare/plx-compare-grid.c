/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-grid.h"

#include <adwaita.h>
#include <math.h>

#include "ui/compare/plx-compare-palette.h"

#define MIN_COLUMN_WIDTH 220
#define NATURAL_WIDTH    420
#define MIN_TEXT_HEIGHT  100
#define GAP              32
#define NARROW_GAP       12
#define NARROW_COLUMN    300
#define BAND_INSET       4
/* A reflow that takes longer than this is not done for every frame of a resize. */
#define REFLOW_BUDGET_US 12000

typedef struct
{
  GtkWidget *head;
  GtkWidget *scroller;
  PlxCompareColumn *view;
  int x;
  int width;
} Column;

/**
 * PlxCompareGrid:
 *
 * Columns of text whose rows are level, each under its head, with bands between cells that say the same.
 *
 * All columns scroll by one adjustment. For it to hold, the columns must agree on the height of every row in every
 * frame: when the width or font changes, the grid predicts the height of every cell, pads the cells, and has the text
 * views lay everything out at once, by allocating them their full height before the real one. That costs time in
 * proportion to the text; while a window is being resized, it is done as often as leaves half of the time for the rest.
 */
struct _PlxCompareGrid
{
  GtkWidget parent_instance;

  /* Of Column. */
  GArray *columns;
  GtkAdjustment *adjustment;
  /* Of int: y of each row, and of the end. */
  GArray *tops;

  int head_height;
  int flowed_width;
  gint64 flow_cost;
  gint64 flow_end;
  guint flow_timeout;
  gboolean must_flow;

  int current_row;
  int active_column;
};

G_DEFINE_FINAL_TYPE (PlxCompareGrid, plx_compare_grid, GTK_TYPE_WIDGET)

enum
{
  FLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Column *
get_column (PlxCompareGrid *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static int
row_top (PlxCompareGrid *self, guint row)
{
  return g_array_index (self->tops, int, row);
}

static guint
row_at (PlxCompareGrid *self, double y)
{
  guint low = 0;
  guint high = self->tops->len - 1;

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

static int
gap_for (guint n_columns, int width)
{
  return width / (int)n_columns < NARROW_COLUMN ? NARROW_GAP : GAP;
}

/* Divides the width among the columns; the first ones get the pixels that are left over. */
static void
place_columns (PlxCompareGrid *self, int width)
{
  int n = self->columns->len;
  int gap = gap_for (n, width);
  int room = MAX (n, width - gap * (n - 1));
  int x = 0;

  for (int i = 0; i < n; i++)
    {
      Column *column = get_column (self, i);

      column->width = room / n + (i < room % n ? 1 : 0);
      column->x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x - column->width : x;
      x += column->width + gap;
    }
}

/* Computes where rows stand from the extents of all cells. */
static void
update_tops (PlxCompareGrid *self)
{
  guint n_rows = plx_compare_grid_get_n_rows (self);
  int y = 0;

  g_array_set_size (self->tops, 0);
  for (guint row = 0; row < n_rows; row++)
    {
      int height = 0;

      g_array_append_val (self->tops, y);
      for (guint i = 0; i < self->columns->len; i++)
        height = MAX (height, plx_compare_column_get_cell_height (get_column (self, i)->view, row));
      y += height;
    }
  g_array_append_val (self->tops, y);
  for (guint i = 0; i < self->columns->len; i++)
    plx_compare_column_set_tops (get_column (self, i)->view, self->tops);
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* A text view lays out what it shows as it is allocated: all of it, when it is allocated its full height. */
static void
lay_out_fully (PlxCompareGrid *self)
{
  int end = row_top (self, self->tops->len - 1);

  gtk_adjustment_set_value (self->adjustment, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);
      int minimum;

      gtk_widget_measure (column->scroller, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      allocate_child (column->scroller, column->x, self->head_height, column->width, MAX (minimum, end));
    }
}

/* Takes the text views' word where it differs from the prediction. */
static gboolean
correct_extents (PlxCompareGrid *self)
{
  gboolean corrected = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkTextView *view = GTK_TEXT_VIEW (get_column (self, i)->view);
      GtkTextIter iter;

      gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
      for (guint row = 0; row + 1 < self->tops->len; row++)
        {
          int expected = row_top (self, row + 1) - row_top (self, row);
          int height;

          gtk_text_view_get_line_yrange (view, &iter, NULL, &height);
          if (height != expected)
            {
              const PlxCellExtents *extents = plx_compare_column_get_extents (PLX_COMPARE_COLUMN (view), row);

              g_debug ("row %u of column %u is %d px tall, not %d", row, i, height, expected);
              plx_compare_column_correct_extents (PLX_COMPARE_COLUMN (view), row,
                                                  MAX (0, extents->text + height - expected));
              corrected = TRUE;
            }
          gtk_text_iter_forward_line (&iter);
        }
    }
  return corrected;
}

/* The row that shall stay where it is on the screen: the current one when it shows, or else the topmost. */
static guint
find_anchor (PlxCompareGrid *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);

  if (self->current_row >= 0 && self->current_row + 1 < (int)self->tops->len
      && row_top (self, self->current_row) >= value && row_top (self, self->current_row) < value + page)
    return self->current_row;
  return row_at (self, value);
}

/*
 * Makes the rows level at the columns' present widths. Returns whether anything had to change, and then in @place where
 * the columns shall be scrolled to once they are allocated what they get of the window.
 */
static gboolean
reflow (PlxCompareGrid *self, double *place)
{
  gint64 begin = g_get_monotonic_time ();
  gboolean changed = self->must_flow || self->tops->len == 0;
  double value = gtk_adjustment_get_value (self->adjustment);
  guint anchor = 0;
  double offset = 0;

  for (guint i = 0; i < self->columns->len; i++)
    changed |= plx_compare_column_measure_rows (get_column (self, i)->view, get_column (self, i)->width);
  if (!changed)
    return FALSE;

  if (self->tops->len > 1)
    {
      anchor = find_anchor (self);
      offset = value - row_top (self, anchor);
      if (offset > 0)
        offset /= row_top (self, anchor + 1) - row_top (self, anchor);
    }
  update_tops (self);
  lay_out_fully (self);
  if (correct_extents (self))
    {
      update_tops (self);
      lay_out_fully (self);
    }
  if (offset > 0 && self->tops->len > 1)
    offset *= row_top (self, anchor + 1) - row_top (self, anchor);
  *place = value > 0 && self->tops->len > 1 ? row_top (self, anchor) + round (offset) : 0;

  self->must_flow = FALSE;
  self->flow_end = g_get_monotonic_time ();
  self->flow_cost = self->flow_end - begin;
  g_debug ("reflow of %u rows in %u columns: %.1f ms", plx_compare_grid_get_n_rows (self), self->columns->len,
           self->flow_cost / 1000.0);
  return TRUE;
}

static void
draw_band (PlxCompareGrid *self, GtkSnapshot *snapshot, guint row, guint left, double y)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  const Column *a = get_column (self, left);
  const Column *b = get_column (self, left + 1);
  const PlxCompareCell *cells[2] = { plx_compare_column_get_cell (a->view, row),
                                     plx_compare_column_get_cell (b->view, row) };
  gboolean rtl = a->x > b->x;
  double x = rtl ? b->x + b->width : a->x + a->width;
  double width = (rtl ? a->x : b->x) - x;
  double top = y + BAND_INSET;
  double bottoms[2];
  double bottom;

  if (cells[0]->text[0] == '\0' || cells[1]->text[0] == '\0' || cells[0]->neutral || cells[1]->neutral)
    return;

  bottoms[0] = y + plx_compare_column_get_cell_height (rtl ? b->view : a->view, row) - BAND_INSET;
  bottoms[1] = y + plx_compare_column_get_cell_height (rtl ? a->view : b->view, row) - BAND_INSET;
  bottom = MAX (bottoms[0], bottoms[1]);

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, top, width, bottom - top));

  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + width, top);
  cairo_line_to (cr, x + width, bottoms[1]);
  cairo_curve_to (cr, x + width / 2, bottoms[1], x + width / 2, bottoms[0], x, bottoms[0]);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, (int)row == self->current_row ? &palette->band_current : &palette->band);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static gboolean
flow_timeout_cb (gpointer data)
{
  PlxCompareGrid *self = data;

  self->flow_timeout = 0;
  self->must_flow = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* In GTK 4.8 scrolled windows stay connected to an adjustment that outlives them: new ones get a new adjustment. */
static void
renew_adjustment (PlxCompareGrid *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static GtkSizeRequestMode
plx_compare_grid_get_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
plx_compare_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  PlxCompareGrid *self = PLX_COMPARE_GRID (widget);
  int n = self->columns->len;

  (void)for_size;
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (n == 0)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int widest = MIN_COLUMN_WIDTH;

      for (int i = 0; i < n; i++)
        {
          int head;

          gtk_widget_measure (get_column (self, i)->head, orientation, -1, &head, NULL, NULL, NULL);
          widest = MAX (widest, head);
        }
      *minimum = n * widest + (n - 1) * NARROW_GAP;
      *natural = MAX (*minimum, n * NATURAL_WIDTH + (n - 1) * GAP);
    }
  else
    {
      for (int i = 0; i < n; i++)
        {
          int head;

          gtk_widget_measure (get_column (self, i)->head, orientation, MIN_COLUMN_WIDTH, &head, NULL, NULL, NULL);
          *minimum = MAX (*minimum, head + MIN_TEXT_HEIGHT);
        }
      *natural = MAX (*minimum, 600);
    }
}

static void
plx_compare_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxCompareGrid *self = PLX_COMPARE_GRID (widget);
  int text_height;
  gboolean flowed;
  double place;

  (void)baseline;
  if (self->columns->len == 0)
    return;

  place_columns (self, width);
  self->head_height = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);
      int minimum;

      gtk_widget_measure (column->head, GTK_ORIENTATION_VERTICAL, column->width, &minimum, NULL, NULL, NULL);
      self->head_height = MAX (self->head_height, minimum);
    }
  text_height = MAX (1, height - self->head_height);

  if (!self->must_flow && self->tops->len > 0 && width != self->flowed_width && self->flow_cost > REFLOW_BUDGET_US
      && g_get_monotonic_time () < self->flow_end + self->flow_cost)
    {
      /* Too soon after the last one: the text keeps its width for the moment. */
      if (self->flow_timeout == 0)
        self->flow_timeout = g_timeout_add (self->flow_cost / 1000, flow_timeout_cb, self);
      for (guint i = 0; i < self->columns->len; i++)
        {
          Column *column = get_column (self, i);

          allocate_child (column->head, column->x, 0, column->width, self->head_height);
          allocate_child (column->scroller, column->x, self->head_height, gtk_widget_get_width (column->scroller),
                          text_height);
        }
      return;
    }

  g_clear_handle_id (&self->flow_timeout, g_source_remove);
  self->flowed_width = width;
  flowed = reflow (self, &place);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      allocate_child (column->head, column->x, 0, column->width, self->head_height);
      allocate_child (column->scroller, column->x, self->head_height, column->width, text_height);
    }
  /* Only now do the text views know how much of them is in view. */
  if (flowed)
    {
      gtk_adjustment_set_value (self->adjustment, place);
      g_signal_emit (self, signals[FLOWED], 0);
    }
}

static void
plx_compare_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxCompareGrid *self = PLX_COMPARE_GRID (widget);
  int height = gtk_widget_get_height (widget) - self->head_height;
  double value = gtk_adjustment_get_value (self->adjustment);

  for (guint i = 0; i < self->columns->len; i++)
    {
      gtk_widget_snapshot_child (widget, get_column (self, i)->head, snapshot);
      gtk_widget_snapshot_child (widget, get_column (self, i)->scroller, snapshot);
    }
  if (self->tops->len < 2 || height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->head_height, gtk_widget_get_width (widget), height));
  for (guint row = row_at (self, value); row + 1 < self->tops->len && row_top (self, row) < value + height; row++)
    for (guint left = 0; left + 1 < self->columns->len; left++)
      draw_band (self, snapshot, row, left, self->head_height + row_top (self, row) - value);
  gtk_snapshot_pop (snapshot);
}

static void
plx_compare_grid_dispose (GObject *object)
{
  PlxCompareGrid *self = PLX_COMPARE_GRID (object);

  g_clear_handle_id (&self->flow_timeout, g_source_remove);
  plx_compare_grid_clear (self);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (plx_compare_grid_parent_class)->dispose (object);
}

static void
plx_compare_grid_finalize (GObject *object)
{
  PlxCompareGrid *self = PLX_COMPARE_GRID (object);

  g_array_unref (self->columns);
  g_array_unref (self->tops);

  G_OBJECT_CLASS (plx_compare_grid_parent_class)->finalize (object);
}

static void
plx_compare_grid_class_init (PlxCompareGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_compare_grid_dispose;
  object_class->finalize = plx_compare_grid_finalize;
  widget_class->get_request_mode = plx_compare_grid_get_request_mode;
  widget_class->measure = plx_compare_grid_measure;
  widget_class->size_allocate = plx_compare_grid_size_allocate;
  widget_class->snapshot = plx_compare_grid_snapshot;

  /**
   * PlxCompareGrid::flowed:
   *
   * Rows have got another place or height.
   */
  signals[FLOWED] =
      g_signal_new ("flowed", PLX_TYPE_COMPARE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "comparegrid");
}

static void
plx_compare_grid_init (PlxCompareGrid *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->current_row = -1;
  self->active_column = -1;
  renew_adjustment (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plx_compare_grid_new:
 *
 * Returns: (transfer floating): a grid without columns
 */
GtkWidget *
plx_compare_grid_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_GRID, NULL);
}

/**
 * plx_compare_grid_add_column:
 * @self: a grid
 * @head: (transfer floating): what stands above the column and does not scroll
 * @view: (transfer floating): the column, with as many rows as the others
 *
 * Adds a column after the others.
 */
void
plx_compare_grid_add_column (PlxCompareGrid *self, GtkWidget *head, PlxCompareColumn *view)
{
  Column column = { head, gtk_scrolled_window_new (), view, 0, 0 };

  g_return_if_fail (PLX_IS_COMPARE_GRID (self));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (column.scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (column.scroller), self->adjustment);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (column.scroller), GTK_WIDGET (view));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (column.scroller, GTK_WIDGET (self));
  g_array_append_val (self->columns, column);
  plx_compare_grid_queue_reflow (self);
}

/**
 * plx_compare_grid_clear:
 * @self: a grid
 *
 * Removes all columns. The next ones scroll by a new adjustment, from the top.
 */
void
plx_compare_grid_clear (PlxCompareGrid *self)
{
  g_return_if_fail (PLX_IS_COMPARE_GRID (self));

  for (guint i = 0; i < self->columns->len; i++)
    {
      gtk_widget_unparent (get_column (self, i)->head);
      gtk_widget_unparent (get_column (self, i)->scroller);
    }
  g_array_set_size (self->columns, 0);
  /* Columns that outlive the grid's hold on them keep the old array. */
  g_array_unref (self->tops);
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->current_row = -1;
  self->active_column = -1;
  renew_adjustment (self);
}

guint
plx_compare_grid_get_n_columns (PlxCompareGrid *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), 0);
  return self->columns->len;
}

guint
plx_compare_grid_get_n_rows (PlxCompareGrid *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), 0);
  return self->columns->len > 0 ? plx_compare_column_get_n_rows (get_column (self, 0)->view) : 0;
}

PlxCompareColumn *
plx_compare_grid_get_column (PlxCompareGrid *self, guint column)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);
  return get_column (self, column)->view;
}

GtkWidget *
plx_compare_grid_get_head (PlxCompareGrid *self, guint column)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);
  return get_column (self, column)->head;
}

/**
 * plx_compare_grid_get_adjustment:
 * @self: a grid
 *
 * Returns: (transfer none): what all columns scroll by, in pixels of the rows
 */
GtkAdjustment *
plx_compare_grid_get_adjustment (PlxCompareGrid *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), NULL);
  return self->adjustment;
}

/**
 * plx_compare_grid_get_row_top:
 * @self: a grid
 * @row: a row, or the number of rows for the end of the last
 *
 * Returns: y of the row in every column's buffer coordinates, 0 before the first allocation
 */
int
plx_compare_grid_get_row_top (PlxCompareGrid *self, guint row)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), 0);
  return row < self->tops->len ? row_top (self, row) : 0;
}

/**
 * plx_compare_grid_set_current_row:
 * @self: a grid
 * @row: the row to outline across all columns, or -1
 * @active_column: the column the reader is in, or -1
 */
void
plx_compare_grid_set_current_row (PlxCompareGrid *self, int row, int active_column)
{
  g_return_if_fail (PLX_IS_COMPARE_GRID (self));

  self->current_row = row;
  self->active_column = active_column;
  for (guint i = 0; i < self->columns->len; i++)
    plx_compare_column_set_current_row (get_column (self, i)->view, row, (int)i == active_column);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
plx_compare_grid_get_current_row (PlxCompareGrid *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_GRID (self), -1);
  return self->current_row;
}

/**
 * plx_compare_grid_queue_reflow:
 * @self: a grid
 *
 * Has the rows made level anew, after the columns' text has changed.
 */
void
plx_compare_grid_queue_reflow (PlxCompareGrid *self)
{
  g_return_if_fail (PLX_IS_COMPARE_GRID (self));

  self->must_flow = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
