/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/compare/plx-compare-head.h"
#include "ui/compare/plx-compare-palette.h"
#include "ui/compare/plx-overview-strip.h"
#include "ui/widgets/plx-source-color.h"

#define SCROLL_TIME 250

/**
 * PlxCompareView:
 *
 * Articles of a comparison side by side: one column each, passages that say the same thing level with each other.
 *
 * Actions: `compare.next-difference`, `compare.previous-difference`, `compare.next-column`, `compare.previous-column`
 * (in the order of the columns), `compare.go-right`, `compare.go-left` (on the screen),
 * `compare.zoom-in`, `compare.zoom-out`, `compare.zoom-reset`, `compare.copy`, `compare.show-name`, the stateful
 * `compare.highlight-people`, `-organisations`, `-places`, `-groups` and `-dates`, and for a column's number
 * `compare.make-reference`, `compare.move-left`, `compare.move-right`, `compare.hide-column` and
 * `compare.show-removed`.
 */
G_DEFINE_FINAL_TYPE (PlxCompareView, plx_compare_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_HIGHLIGHTS,
  PROP_HIGHLIGHT_PEOPLE,
  PROP_HIGHLIGHT_ORGANISATIONS,
  PROP_HIGHLIGHT_PLACES,
  PROP_HIGHLIGHT_GROUPS,
  PROP_HIGHLIGHT_DATES,
  N_PROPS
};

enum
{
  REFERENCE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The types of entity that a group's switch covers. */
static guint
types_of_group (PlxNameGroup group)
{
  guint types = 0;

  for (guint type = 0; type < PLX_N_ENTITY_TYPES; type++)
    if (plx_name_group_of_type (type) == group)
      types |= PLX_HIGHLIGHT (type);
  return types;
}

static guint
groups_of_types (guint types)
{
  guint groups = 0;

  for (guint group = 0; group < PLX_N_NAME_GROUPS; group++)
    if (types & types_of_group (group))
      groups |= 1u << group;
  return groups;
}

static void
update_zoom (PlxCompareView *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = g_strdup_printf ("textview { font-size: %s%%; }",
                                          g_ascii_formatd (number, sizeof number, "%.2f", self->zoom * 100));

  gtk_css_provider_load_from_data (self->zoom_provider, css, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.zoom-in", self->zoom < PLX_MAX_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.zoom-out", self->zoom > PLX_MIN_ZOOM);
}

static void
scroll_value_cb (double value, PlxCompareView *self)
{
  gtk_adjustment_set_value (plx_compare_grid_get_adjustment (self->grid), value);
}

static void
scroll_to (PlxCompareView *self, double value)
{
  GtkAdjustment *adjustment = plx_compare_grid_get_adjustment (self->grid);
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  /* Text is sharp at whole pixels. */
  value = round (CLAMP (value, 0, MAX (0, most)));
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->scroll_animation),
                                      gtk_adjustment_get_value (adjustment));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->scroll_animation), value);
  adw_animation_play (self->scroll_animation);
}

/* Scrolls no further than needed for the row to be seen whole, with some of its neighbours. */
static void
scroll_to_row (PlxCompareView *self, guint row)
{
  GtkAdjustment *adjustment = plx_compare_grid_get_adjustment (self->grid);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double top = plx_compare_grid_get_row_top (self->grid, row);
  double bottom = plx_compare_grid_get_row_top (self->grid, row + 1);
  double room = MIN (page / 6, MAX (0, page - (bottom - top)));

  if (top - room < value)
    scroll_to (self, top - room);
  else if (bottom + room > value + page)
    scroll_to (self, MIN (top - room, bottom + room - page));
}

static gboolean
is_laid_out (PlxCompareView *self)
{
  return plx_compare_grid_get_row_top (self->grid, plx_compare_grid_get_n_rows (self->grid)) > 0;
}

/* Makes a row the current one and brings it into view, now or when it is known where it stands. */
void
plx_compare_view_go_to_row (PlxCompareView *self, guint row)
{
  PlxCompareColumn *column = plx_compare_grid_get_column (self->grid, self->active_column);

  plx_compare_column_place_row (column, row);
  plx_compare_grid_set_current_row (self->grid, row, self->active_column);
  if (is_laid_out (self))
    scroll_to_row (self, row);
  else
    self->pending_row = row;
}

/* Rows have got their places: one that was asked for before is put near the top, without a move to be seen. */
static void
flowed_cb (PlxCompareView *self)
{
  GtkAdjustment *adjustment = plx_compare_grid_get_adjustment (self->grid);

  if (self->pending_row < 0)
    return;
  gtk_adjustment_set_value (adjustment, plx_compare_grid_get_row_top (self->grid, self->pending_row)
                                            - round (gtk_adjustment_get_page_size (adjustment) / 6));
  self->pending_row = -1;
}

static guint
find_column (PlxCompareView *self, GtkWidget *view)
{
  guint column = 0;

  while (GTK_WIDGET (plx_compare_grid_get_column (self->grid, column)) != view)
    column++;
  return column;
}

static void
caret_moved_cb (GtkWidget *view)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (gtk_widget_get_ancestor (view, PLX_TYPE_COMPARE_VIEW));

  if (self == NULL || !gtk_widget_has_focus (view))
    return;
  self->active_column = find_column (self, view);
  plx_compare_grid_set_current_row (self->grid, plx_compare_column_get_row (PLX_COMPARE_COLUMN (view)),
                                    self->active_column);
}

/* Where the columns are wider than the window: scrolls sideways until all of one is seen. */
static void
scroll_to_column (PlxCompareView *self, GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double x;

  if (gtk_widget_translate_coordinates (view, GTK_WIDGET (self->grid), 0, 0, &x, NULL))
    gtk_adjustment_clamp_page (adjustment, x, x + gtk_widget_get_width (view));
}

/* Coming from another column, the reader stays in the row. */
static void
focused_cb (GtkWidget *view)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (gtk_widget_get_ancestor (view, PLX_TYPE_COMPARE_VIEW));
  int row;

  if (self == NULL || !gtk_widget_has_focus (view))
    return;
  row = plx_compare_grid_get_current_row (self->grid);
  self->active_column = find_column (self, view);
  if (row >= 0 && plx_compare_column_get_row (PLX_COMPARE_COLUMN (view)) != (guint)row)
    plx_compare_column_place_row (PLX_COMPARE_COLUMN (view), row);
  scroll_to_column (self, view);
  caret_moved_cb (view);
}

static GPtrArray *
create_cells (PlxCompareView *self, guint column)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_compare_cell_free);

  for (guint row = 0; row < plx_rows_get_n_rows (self->rows); row++)
    g_ptr_array_add (cells, plx_compare_cell_new (self->rows, row, column));
  return cells;
}

static void
add_column (PlxCompareView *self, guint column, guint color)
{
  PlxCompareColumn *view = PLX_COMPARE_COLUMN (plx_compare_column_new ());
  PlxArticle *article = plx_comparison_get_article (self->comparison, plx_rows_get_article (self->rows, column));
  g_autofree char *source = plx_article_dup_label (article);
  g_autofree char *label = g_strdup_printf (_ ("Text of %s"), source);

  plx_compare_column_set_cells (view, create_cells (self, column));
  plx_compare_column_set_highlights (view, groups_of_types (self->highlights));
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (view)),
                                  GTK_STYLE_PROVIDER (self->zoom_provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  plx_compare_grid_add_column (
      self->grid, plx_compare_head_new (self->comparison, self->rows, column, self->reference, color), view);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), view, G_CONNECT_SWAPPED);
  plx_name_hover_watch (self->hover, view);
  g_signal_connect (view, "notify::has-focus", G_CALLBACK (focused_cb), NULL);
}

/* Makes the column of an article the active one, when the place is among what is shown. */
static gboolean
find_place (PlxCompareView *self, guint article, guint paragraph, guint offset, int *row)
{
  for (guint i = 0; i < self->articles->len; i++)
    if (g_array_index (self->articles, guint, i) == article)
      {
        *row = plx_rows_find (self->rows, i, paragraph, offset);
        if (*row >= 0)
          self->active_column = i;
        return *row >= 0;
      }
  return FALSE;
}

/* Fills the columns from the comparison. */
static void
populate (PlxCompareView *self)
{
  guint n = self->articles->len;

  adw_animation_pause (self->scroll_animation);
  plx_compare_grid_clear (self->grid);
  g_clear_pointer (&self->rows, plx_rows_unref);
  self->active_column = 0;
  self->pending_row = -1;
  plx_name_hover_set_comparison (self->hover, self->comparison, (const guint *)(gconstpointer)self->articles->data, n);
  gtk_widget_set_visible (self->strip, self->comparison != NULL && n > 0);
  g_signal_connect_object (plx_compare_grid_get_adjustment (self->grid), "value-changed",
                           G_CALLBACK (plx_name_hover_dismiss), self->hover, G_CONNECT_SWAPPED);
  if (self->comparison != NULL && n > 0)
    {
      g_autofree const char **sources = g_new0 (const char *, n);
      g_autofree guint *colors = g_new0 (guint, n);

      for (guint i = 0; i < n; i++)
        sources[i] = plx_article_get_source (
            plx_comparison_get_article (self->comparison, g_array_index (self->articles, guint, i)));
      plx_source_colors_assign (sources, n, colors);

      self->rows =
          plx_rows_new (self->comparison, (const guint *)(gconstpointer)self->articles->data, n, self->reference);
      self->active_column = self->reference;
      for (guint i = 0; i < n; i++)
        add_column (self, i, colors[i]);
    }
  plx_compare_view_update_actions (self);
}

/* Fills the columns in another order, and goes back to the passage the reader was at. */
void
plx_compare_view_rearrange (PlxCompareView *self, const guint *articles, guint n_articles, guint reference)
{
  int row = plx_compare_grid_get_current_row (self->grid);
  guint article = plx_rows_get_article (self->rows, self->active_column);
  const GArray *cell = row >= 0 ? plx_rows_get_cell (self->rows, row, self->active_column) : NULL;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  PlxPassage passage = { 0 };
  g_autoptr (GArray) new_articles = g_array_new (FALSE, FALSE, sizeof (guint));

  if (cell != NULL && cell->len > 0)
    passage = g_array_index (cell, PlxPassage, 0);
  /* The array given may be that of the view itself. */
  g_array_append_vals (new_articles, articles, n_articles);
  g_array_unref (self->articles);
  self->articles = g_steal_pointer (&new_articles);
  self->reference = reference;
  populate (self);

  if (passage.paragraph > 0 && find_place (self, article, passage.paragraph, passage.span.start, &row))
    {
      plx_compare_view_go_to_row (self, row);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (plx_compare_grid_get_column (self->grid, self->active_column)));
    }
}

/* With Control, the wheel changes the size of the text. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PlxCompareView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  (void)dx;
  if (!(state & GDK_CONTROL_MASK))
    return FALSE;
  plx_compare_view_set_zoom (self, self->zoom * pow (PLX_ZOOM_STEP, -dy));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlxCompareView *self)
{
  (void)controller;
  (void)code;
  (void)state;
  return key == GDK_KEY_Escape && plx_name_hover_dismiss (self->hover);
}

static void
plx_compare_view_reference_requested (PlxCompareView *self, guint article)
{
  for (guint i = 0; i < self->articles->len; i++)
    if (g_array_index (self->articles, guint, i) == article && self->reference != i)
      {
        plx_compare_view_rearrange (self, (const guint *)(gconstpointer)self->articles->data, self->articles->len, i);
        return;
      }
}

static void
plx_compare_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HIGHLIGHTS:
      g_value_set_uint (value, self->highlights);
      break;
    case PROP_HIGHLIGHT_PEOPLE:
    case PROP_HIGHLIGHT_ORGANISATIONS:
    case PROP_HIGHLIGHT_PLACES:
    case PROP_HIGHLIGHT_GROUPS:
    case PROP_HIGHLIGHT_DATES:
      g_value_set_boolean (value, (self->highlights & types_of_group (id - PROP_HIGHLIGHT_PEOPLE)) != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_compare_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);
  guint types;

  switch (id)
    {
    case PROP_ZOOM:
      plx_compare_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HIGHLIGHTS:
      plx_compare_view_set_highlights (self, g_value_get_uint (value));
      break;
    case PROP_HIGHLIGHT_PEOPLE:
    case PROP_HIGHLIGHT_ORGANISATIONS:
    case PROP_HIGHLIGHT_PLACES:
    case PROP_HIGHLIGHT_GROUPS:
    case PROP_HIGHLIGHT_DATES:
      types = types_of_group (id - PROP_HIGHLIGHT_PEOPLE);
      plx_compare_view_set_highlights (self, g_value_get_boolean (value) ? self->highlights | types
                                                                         : self->highlights & ~types);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_compare_view_dispose (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  g_clear_object (&self->scroll_animation);
  g_clear_object (&self->hover);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_object (&self->zoom_provider);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->rows, plx_rows_unref);
  g_clear_pointer (&self->articles, g_array_unref);

  G_OBJECT_CLASS (plx_compare_view_parent_class)->dispose (object);
}

static void
plx_compare_view_class_init (PlxCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const char *const highlight_names[PLX_N_NAME_GROUPS] = {
    "highlight-people", "highlight-organisations", "highlight-places", "highlight-groups", "highlight-dates",
  };

  object_class->dispose = plx_compare_view_dispose;
  object_class->get_property = plx_compare_view_get_property;
  object_class->set_property = plx_compare_view_set_property;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, PLX_MIN_ZOOM, PLX_MAX_ZOOM, 1.0, flags);
  properties[PROP_HIGHLIGHTS] =
      g_param_spec_uint ("highlights", NULL, NULL, 0, PLX_HIGHLIGHT_ALL, PLX_HIGHLIGHT_ALL, flags);
  for (guint group = 0; group < PLX_N_NAME_GROUPS; group++)
    properties[PROP_HIGHLIGHT_PEOPLE + group] = g_param_spec_boolean (highlight_names[group], NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlxCompareView::reference-requested:
   * @self: the view
   * @article: index of the article that shall be the reference
   *
   * The view itself then makes the article the reference, unless a handler has set a comparison where it is.
   */
  signals[REFERENCE_REQUESTED] = g_signal_new_class_handler (
      "reference-requested", PLX_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST,
      G_CALLBACK (plx_compare_view_reference_requested), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  plx_compare_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "compareview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
plx_compare_view_init (PlxCompareView *self)
{
  AdwAnimationTarget *target;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->zoom = 1.0;
  self->pending_row = -1;
  self->highlights = PLX_HIGHLIGHT_ALL;
  self->zoom_provider = gtk_css_provider_new ();

  self->grid = PLX_COMPARE_GRID (plx_compare_grid_new ());
  g_signal_connect_object (self->grid, "flowed", G_CALLBACK (flowed_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->scroller);
  gtk_widget_set_hexpand (self->overlay, TRUE);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->strip = plx_overview_strip_new (self->grid);
  gtk_widget_set_visible (self->strip, FALSE);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->hover = plx_name_hover_new (GTK_OVERLAY (self->overlay));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc)scroll_value_cb, self, NULL);
  self->scroll_animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, SCROLL_TIME, target);
  update_zoom (self);
  plx_compare_view_update_actions (self);
}

/**
 * plx_compare_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
plx_compare_view_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_VIEW, NULL);
}

/**
 * plx_compare_view_set_comparison:
 * @self: a view
 * @comparison: (nullable): what to show
 * @articles: (array length=n_articles): indices of its articles, in the order of the columns
 * @n_articles: how many columns
 * @reference: the column whose own order the rows follow
 *
 * Shows articles of a comparison. Of a new comparison the top is shown; in the same one as before, the reader stays
 * with the passage.
 */
void
plx_compare_view_set_comparison (PlxCompareView *self, PlxComparison *comparison, const guint *articles,
                                 guint n_articles, guint reference)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));
  g_return_if_fail (comparison == NULL || PLX_IS_COMPARISON (comparison));
  g_return_if_fail (n_articles == 0 || reference < n_articles);

  if (comparison != NULL && comparison == self->comparison && self->rows != NULL && n_articles > 0)
    {
      plx_compare_view_rearrange (self, articles, n_articles, reference);
      return;
    }
  g_set_object (&self->comparison, comparison);
  g_array_set_size (self->articles, 0);
  if (comparison != NULL)
    g_array_append_vals (self->articles, articles, n_articles);
  self->reference = reference;
  populate (self);
}

double
plx_compare_view_get_zoom (PlxCompareView *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_VIEW (self), 1.0);
  return self->zoom;
}

/**
 * plx_compare_view_set_zoom:
 * @self: a view
 * @zoom: factor of the text's size, brought between 0.5 and 3
 */
void
plx_compare_view_set_zoom (PlxCompareView *self, double zoom)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  zoom = CLAMP (zoom, PLX_MIN_ZOOM, PLX_MAX_ZOOM);
  /* Steps in and out again shall end at the true size. */
  if (ABS (zoom - 1.0) < 0.02)
    zoom = 1.0;
  if (G_APPROX_VALUE (zoom, self->zoom, DBL_EPSILON))
    return;
  self->zoom = zoom;
  update_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

guint
plx_compare_view_get_highlights (PlxCompareView *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_VIEW (self), 0);
  return self->highlights;
}

/**
 * plx_compare_view_set_highlights:
 * @self: a view
 * @highlights: PLX_HIGHLIGHT() of each type of entity whose names are tinted
 */
void
plx_compare_view_set_highlights (PlxCompareView *self, guint highlights)
{
  guint before, after;

  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  if (self->highlights == highlights)
    return;
  before = groups_of_types (self->highlights);
  after = groups_of_types (highlights);
  self->highlights = highlights;
  for (guint i = 0; i < plx_compare_grid_get_n_columns (self->grid); i++)
    plx_compare_column_set_highlights (plx_compare_grid_get_column (self->grid, i), after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHTS]);
  for (guint group = 0; group < PLX_N_NAME_GROUPS; group++)
    if ((before ^ after) & 1u << group)
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT_PEOPLE + group]);
}

/**
 * plx_compare_view_get_current_row:
 * @self: a view
 *
 * Returns: the row the reader is in, or -1
 */
int
plx_compare_view_get_current_row (PlxCompareView *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_VIEW (self), -1);
  return plx_compare_grid_get_current_row (self->grid);
}

/**
 * plx_compare_view_show_row:
 * @self: a view
 * @row: a row
 *
 * Makes a row the current one, brings it into view and the keyboard focus to it.
 */
void
plx_compare_view_show_row (PlxCompareView *self, guint row)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));
  g_return_if_fail (row < plx_compare_grid_get_n_rows (self->grid));

  gtk_widget_grab_focus (GTK_WIDGET (plx_compare_grid_get_column (self->grid, self->active_column)));
  plx_compare_view_go_to_row (self, row);
}

/**
 * plx_compare_view_show_passage:
 * @self: a view
 * @article: index of an article of the comparison
 * @paragraph: number of one of its paragraphs
 * @offset: code point in the paragraph
 *
 * Brings a place of an article into view.
 *
 * Returns: whether it is among what is shown
 */
gboolean
plx_compare_view_show_passage (PlxCompareView *self, guint article, guint paragraph, guint offset)
{
  int row;

  g_return_val_if_fail (PLX_IS_COMPARE_VIEW (self), FALSE);

  if (!find_place (self, article, paragraph, offset, &row))
    return FALSE;
  plx_compare_view_show_row (self, row);
  return TRUE;
}
