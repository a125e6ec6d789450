/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-overview-strip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/compare/plx-compare-palette.h"

#define WIDTH       18
#define BAR_WIDTH   10
#define BAR_GAP     1.0f
#define MIN_HANDLE  24.0f
#define SCROLL_STEP 60

/**
 * PlxOverviewStrip:
 *
 * All rows of a grid in small, by the gravest state of their cells, and which of them are in view. A click or drag goes
 * there, as with a scroll bar.
 *
 * ## Accessibility
 *
 * The role is that of a scroll bar. What the colours tell is told in words by the columns and found with the actions
 * for the next and previous difference.
 */
struct _PlxOverviewStrip
{
  GtkWidget parent_instance;

  PlxCompareGrid *grid;
  GtkAdjustment *adjustment;
  /* The bars, until rows, size or style change. */
  GskRenderNode *bars;
  double drag_start;
};

G_DEFINE_FINAL_TYPE (PlxOverviewStrip, plx_overview_strip, GTK_TYPE_WIDGET)

static const GdkRGBA *
color_of_row (PlxOverviewStrip *self, guint row)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  PlxCellMark mark = PLX_CELL_PLAIN;
  gboolean neutral = TRUE;

  for (guint i = 0; i < plx_compare_grid_get_n_columns (self->grid); i++)
    {
      const PlxCompareCell *cell = plx_compare_column_get_cell (plx_compare_grid_get_column (self->grid, i), row);

      mark = MAX (mark, cell->mark);
      neutral &= cell->neutral;
    }
  return neutral ? NULL : &palette->marks[mark];
}

static void
draw_bars (PlxOverviewStrip *self, GtkSnapshot *snapshot)
{
  guint n_rows = plx_compare_grid_get_n_rows (self->grid);
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float x = (gtk_widget_get_width (GTK_WIDGET (self)) - BAR_WIDTH) / 2.0f;
  int end = plx_compare_grid_get_row_top (self->grid, n_rows);

  for (guint row = 0; row < n_rows; row++)
    {
      const GdkRGBA *color = color_of_row (self, row);
      float top = height * plx_compare_grid_get_row_top (self->grid, row) / end;
      float bottom = height * plx_compare_grid_get_row_top (self->grid, row + 1) / end;

      if (color != NULL)
        gtk_snapshot_append_color (
            snapshot, color, &GRAPHENE_RECT_INIT (x, top + BAR_GAP, BAR_WIDTH, MAX (1.0f, bottom - top - 2 * BAR_GAP)));
    }
}

static void
forget_bars_cb (PlxOverviewStrip *self)
{
  g_clear_pointer (&self->bars, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjustment_changed_cb (PlxOverviewStrip *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, gtk_adjustment_get_upper (self->adjustment),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, gtk_adjustment_get_value (self->adjustment), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The grid has laid its rows out anew, perhaps with an adjustment of other columns. */
static void
flowed_cb (PlxOverviewStrip *self)
{
  GtkAdjustment *adjustment = plx_compare_grid_get_adjustment (self->grid);

  if (self->adjustment != adjustment)
    {
      if (self->adjustment != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustment, self);
      g_set_object (&self->adjustment, adjustment);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
    }
  forget_bars_cb (self);
}

/* Puts the middle of the page at a place of the strip. */
static void
go_to (PlxOverviewStrip *self, double y)
{
  double fraction = y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));

  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, fraction * gtk_adjustment_get_upper (self->adjustment)
                                                    - gtk_adjustment_get_page_size (self->adjustment) / 2);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PlxOverviewStrip *self)
{
  (void)gesture;
  (void)x;
  self->drag_start = y;
  go_to (self, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, PlxOverviewStrip *self)
{
  (void)gesture;
  (void)x;
  go_to (self, self->drag_start + y);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PlxOverviewStrip *self)
{
  (void)controller;
  (void)dx;
  if (self->adjustment == NULL)
    return FALSE;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + dy * SCROLL_STEP);
  return TRUE;
}

static void
plx_overview_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  (void)widget;
  (void)for_size;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
plx_overview_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxOverviewStrip *self = PLX_OVERVIEW_STRIP (widget);

  (void)width;
  (void)height;
  (void)baseline;
  g_clear_pointer (&self->bars, gsk_render_node_unref);
}

static void
plx_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxOverviewStrip *self = PLX_OVERVIEW_STRIP (widget);
  const PlxComparePalette *palette = plx_compare_palette_get_current ();
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  double upper, page;
  float top, extent;
  GskRoundedRect handle;
  GdkRGBA fill = palette->quiet;

  if (self->adjustment == NULL || plx_compare_grid_get_n_rows (self->grid) == 0)
    return;

  if (self->bars == NULL)
    {
      GtkSnapshot *bars = gtk_snapshot_new ();

      draw_bars (self, bars);
      self->bars = gtk_snapshot_free_to_node (bars);
    }
  if (self->bars != NULL)
    gtk_snapshot_append_node (snapshot, self->bars);

  upper = gtk_adjustment_get_upper (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (page >= upper)
    return;
  extent = MAX (MIN_HANDLE, height * page / upper);
  top = (height - extent) * gtk_adjustment_get_value (self->adjustment) / (upper - page);
  gsk_rounded_rect_init_from_rect (&handle, &GRAPHENE_RECT_INIT (1, top, width - 2, extent), 4);
  fill.alpha *= 0.2f;
  gtk_snapshot_push_rounded_clip (snapshot, &handle);
  gtk_snapshot_append_color (snapshot, &fill, &handle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &handle, (const float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (const GdkRGBA[4]){ palette->quiet, palette->quiet, palette->quiet, palette->quiet });
}

static void
plx_overview_strip_dispose (GObject *object)
{
  PlxOverviewStrip *self = PLX_OVERVIEW_STRIP (object);

  g_clear_pointer (&self->bars, gsk_render_node_unref);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->grid);

  G_OBJECT_CLASS (plx_overview_strip_parent_class)->dispose (object);
}

static void
plx_overview_strip_class_init (PlxOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_overview_strip_dispose;
  widget_class->measure = plx_overview_strip_measure;
  widget_class->size_allocate = plx_overview_strip_size_allocate;
  widget_class->snapshot = plx_overview_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
plx_overview_strip_init (PlxOverviewStrip *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Overview of all rows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview of all rows"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_VERTICAL, -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (forget_bars_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (forget_bars_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plx_overview_strip_new:
 * @grid: the grid to show
 *
 * Returns: (transfer floating): a strip
 */
GtkWidget *
plx_overview_strip_new (PlxCompareGrid *grid)
{
  PlxOverviewStrip *self = g_object_new (PLX_TYPE_OVERVIEW_STRIP, NULL);

  self->grid = g_object_ref (grid);
  g_signal_connect_object (grid, "flowed", G_CALLBACK (flowed_cb), self, G_CONNECT_SWAPPED);
  flowed_cb (self);

  return GTK_WIDGET (self);
}
