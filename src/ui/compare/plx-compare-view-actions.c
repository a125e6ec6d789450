/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-view-private.h"

#include "ui/compare/plx-removed-window.h"

/* The actions of the Compare view and their keys. */

/* Whether the columns differ in a row: one lacks it, or not all have it in the same words. */
static gboolean
row_differs (PlxCompareView *self, guint row)
{
  for (guint i = 0; i < plx_compare_grid_get_n_columns (self->grid); i++)
    {
      const PlxCompareCell *cell = plx_compare_column_get_cell (plx_compare_grid_get_column (self->grid, i), row);

      if (cell->missing || !cell->shared || cell->differences->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
go_to_difference (PlxCompareView *self, int step)
{
  int n_rows = plx_compare_grid_get_n_rows (self->grid);
  int row = plx_compare_grid_get_current_row (self->grid);

  if (row < 0)
    row = step > 0 ? -1 : n_rows;
  for (row += step; row >= 0 && row < n_rows; row += step)
    if (row_differs (self, row))
      {
        plx_compare_view_go_to_row (self, row);
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
go_to_column (PlxCompareView *self, int step)
{
  int column = (int)self->active_column + step;

  if (column < 0 || column >= (int)plx_compare_grid_get_n_columns (self->grid))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (plx_compare_grid_get_column (self->grid, column)));
}

static void
next_difference_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)parameter;
  go_to_difference (PLX_COMPARE_VIEW (widget), g_str_equal (name, "compare.next-difference") ? 1 : -1);
}

static void
next_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)parameter;
  go_to_column (PLX_COMPARE_VIEW (widget), g_str_equal (name, "compare.next-column") ? 1 : -1);
}

/* The column beside on the screen. */
static void
go_beside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int step = g_str_equal (name, "compare.go-right") ? 1 : -1;

  (void)parameter;
  go_to_column (PLX_COMPARE_VIEW (widget), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  (void)parameter;
  plx_compare_view_set_zoom (self, g_str_equal (name, "compare.zoom-in")    ? self->zoom * PLX_ZOOM_STEP
                                   : g_str_equal (name, "compare.zoom-out") ? self->zoom / PLX_ZOOM_STEP
                                                                            : 1.0);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  (void)name;
  (void)parameter;
  g_signal_emit_by_name (plx_compare_grid_get_column (self->grid, self->active_column), "copy-clipboard");
}

static void
make_reference_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  guint column = g_variant_get_uint32 (parameter);

  (void)name;
  if (column < self->articles->len)
    g_signal_emit_by_name (self, "reference-requested", g_array_index (self->articles, guint, column));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  guint column = g_variant_get_uint32 (parameter);
  guint other = g_str_equal (name, "compare.move-left") ? column - 1 : column + 1;
  guint n = self->articles->len;
  g_autofree guint *articles = NULL;

  if (column >= n || other >= n)
    return;
  articles = g_memdup2 (self->articles->data, n * sizeof (guint));
  articles[column] = g_array_index (self->articles, guint, other);
  articles[other] = g_array_index (self->articles, guint, column);
  plx_compare_view_rearrange (self, articles, n,
                              self->reference == column  ? other
                              : self->reference == other ? column
                                                         : self->reference);
}

static void
hide_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  guint column = g_variant_get_uint32 (parameter);

  guint n = self->articles->len;
  g_autofree guint *articles = NULL;

  (void)name;
  if (column >= n || n < 2)
    return;
  articles = g_memdup2 (self->articles->data, n * sizeof (guint));
  memmove (articles + column, articles + column + 1, (n - column - 1) * sizeof (guint));
  plx_compare_view_rearrange (self, articles, n - 1,
                              self->reference == column  ? 0
                              : self->reference > column ? self->reference - 1
                                                         : self->reference);
}

static void
show_removed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  guint column = g_variant_get_uint32 (parameter);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;

  (void)name;
  if (column >= self->articles->len)
    return;
  window = plx_removed_window_new (
      plx_comparison_get_article (self->comparison, g_array_index (self->articles, guint, column)));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_name_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  (void)name;
  (void)parameter;
  if (!plx_name_hover_show_at_caret (self->hover, plx_compare_grid_get_column (self->grid, self->active_column)))
    gtk_widget_error_bell (widget);
}

/* Called by the class. */
void
plx_compare_view_install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType alt = GDK_ALT_MASK;

  gtk_widget_class_install_action (widget_class, "compare.next-difference", NULL, next_difference_action);
  gtk_widget_class_install_action (widget_class, "compare.previous-difference", NULL, next_difference_action);
  gtk_widget_class_install_action (widget_class, "compare.next-column", NULL, next_column_action);
  gtk_widget_class_install_action (widget_class, "compare.previous-column", NULL, next_column_action);
  gtk_widget_class_install_action (widget_class, "compare.go-right", NULL, go_beside_action);
  gtk_widget_class_install_action (widget_class, "compare.go-left", NULL, go_beside_action);
  gtk_widget_class_install_action (widget_class, "compare.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "compare.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "compare.zoom-reset", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "compare.make-reference", "u", make_reference_action);
  gtk_widget_class_install_action (widget_class, "compare.move-left", "u", move_action);
  gtk_widget_class_install_action (widget_class, "compare.move-right", "u", move_action);
  gtk_widget_class_install_action (widget_class, "compare.hide-column", "u", hide_column_action);
  gtk_widget_class_install_action (widget_class, "compare.show-removed", "u", show_removed_action);
  gtk_widget_class_install_action (widget_class, "compare.show-name", NULL, show_name_action);
  gtk_widget_class_install_property_action (widget_class, "compare.highlight-people", "highlight-people");
  gtk_widget_class_install_property_action (widget_class, "compare.highlight-organisations", "highlight-organisations");
  gtk_widget_class_install_property_action (widget_class, "compare.highlight-places", "highlight-places");
  gtk_widget_class_install_property_action (widget_class, "compare.highlight-groups", "highlight-groups");
  gtk_widget_class_install_property_action (widget_class, "compare.highlight-dates", "highlight-dates");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, alt, "compare.next-difference", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, alt, "compare.previous-difference", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, alt, "compare.go-right", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, alt, "compare.go-left", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, control, "compare.show-name", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, control, "compare.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, control, "compare.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, control, "compare.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, control, "compare.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, control, "compare.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, control, "compare.zoom-reset", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, control, "compare.zoom-reset", NULL);
}

/* Enables what can be done with what is shown. */
void
plx_compare_view_update_actions (PlxCompareView *self)
{
  gboolean any = self->rows != NULL && plx_rows_get_n_rows (self->rows) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next-difference", any && self->articles->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous-difference", any && self->articles->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next-column", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous-column", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.go-right", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.go-left", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.show-name", any);
}
