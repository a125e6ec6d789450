/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-name-hover.h"

#include "ui/widgets/plx-name-card.h"

/* Milliseconds the pointer rests on a name before its card comes. */
#define DELAY 450
/* Pixels between a name and its card, and between the card and the edge. */
#define DISTANCE 6

/**
 * PlxNameHover:
 *
 * Shows the card of a name when the pointer rests on it in a column, or when asked for at the caret. The card goes when
 * the pointer leaves the name, a button is pressed, or it is dismissed.
 */
struct _PlxNameHover
{
  GObject parent_instance;

  GtkOverlay *overlay;
  PlxNameCard *card;
  PlxComparison *comparison;
  /* Of guint. */
  GArray *articles;

  /* The name under the pointer, in a cell of this column. It stays when its card is dismissed, so that the card does
   * not come back before the pointer has left. */
  PlxCompareColumn *column;
  const PlxCellMention *name;
  GdkRectangle area;
  guint timeout;
  /* Where the name of the card stands in the overlay. */
  GdkRectangle target;
};

G_DEFINE_FINAL_TYPE (PlxNameHover, plx_name_hover, G_TYPE_OBJECT)

static void
show_card (PlxNameHover *self, PlxCompareColumn *column, const PlxCellMention *name, const GdkRectangle *area)
{
  double x, y;

  plx_name_card_set_entity (self->card, self->comparison, name->entity,
                            (const guint *)(gconstpointer)self->articles->data, self->articles->len);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (column), GTK_WIDGET (self->overlay), area->x, area->y, &x, &y))
    return;
  self->target = (GdkRectangle){ x, y, area->width, area->height };
  gtk_widget_set_visible (GTK_WIDGET (self->card), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self->card));
}

/* Below the name, or above where there is more room, and within the overlay. */
static gboolean
place_card_cb (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *allocation, PlxNameHover *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (overlay));
  int below = self->target.y + self->target.height + DISTANCE;
  int above = self->target.y - DISTANCE;
  GtkRequisition natural;

  if (child != GTK_WIDGET (self->card))
    return FALSE;

  gtk_widget_get_preferred_size (child, NULL, &natural);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural.width, NULL, &natural.height, NULL, NULL);
  allocation->width = natural.width;
  allocation->height = natural.height;
  allocation->x = CLAMP (self->target.x, DISTANCE, MAX (DISTANCE, width - natural.width - DISTANCE));
  allocation->y = below + natural.height <= height || height - below >= above ? below : above - natural.height;
  return TRUE;
}

static gboolean
rested_cb (gpointer data)
{
  PlxNameHover *self = data;

  self->timeout = 0;
  show_card (self, self->column, self->name, &self->area);
  return G_SOURCE_REMOVE;
}

static void
motion_cb (GtkEventController *controller, double x, double y, PlxNameHover *self)
{
  PlxCompareColumn *column = PLX_COMPARE_COLUMN (gtk_event_controller_get_widget (controller));
  const PlxCellMention *name = NULL;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (column), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!(gtk_event_controller_get_current_event_state (controller) & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK))
      && gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (column), &iter, buffer_x, buffer_y))
    name = plx_compare_column_get_name_at_iter (column, &iter);
  if (name != NULL && name == self->name && column == self->column)
    return;

  plx_name_hover_dismiss (self);
  self->column = column;
  self->name = name;
  if (name == NULL)
    return;
  plx_compare_column_get_name_area (column, name, &iter, &self->area);
  self->timeout = g_timeout_add (DELAY, rested_cb, self);
}

static void
leave_cb (PlxNameHover *self)
{
  plx_name_hover_dismiss (self);
  self->name = NULL;
}

static void
dismiss_cb (PlxNameHover *self)
{
  plx_name_hover_dismiss (self);
}

static void
plx_name_hover_dispose (GObject *object)
{
  PlxNameHover *self = PLX_NAME_HOVER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->card = NULL;
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->articles, g_array_unref);

  G_OBJECT_CLASS (plx_name_hover_parent_class)->dispose (object);
}

static void
plx_name_hover_class_init (PlxNameHoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_name_hover_dispose;
}

static void
plx_name_hover_init (PlxNameHover *self)
{
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * plx_name_hover_new:
 * @overlay: (transfer none): stands over the columns; gets the card as a child; the hover must go before it does
 *
 * Returns: (transfer full): a new hover
 */
PlxNameHover *
plx_name_hover_new (GtkOverlay *overlay)
{
  PlxNameHover *self = g_object_new (PLX_TYPE_NAME_HOVER, NULL);

  self->overlay = overlay;
  self->card = PLX_NAME_CARD (plx_name_card_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (place_card_cb), self, 0);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->card));

  return self;
}

/**
 * plx_name_hover_set_comparison:
 * @self: a hover
 * @comparison: (nullable): what the columns show from now on
 * @articles: (array length=n_articles): their articles
 * @n_articles: how many
 */
void
plx_name_hover_set_comparison (PlxNameHover *self, PlxComparison *comparison, const guint *articles, guint n_articles)
{
  g_return_if_fail (PLX_IS_NAME_HOVER (self));

  plx_name_hover_dismiss (self);
  self->column = NULL;
  self->name = NULL;
  g_set_object (&self->comparison, comparison);
  g_array_set_size (self->articles, 0);
  g_array_append_vals (self->articles, articles, n_articles);
}

/**
 * plx_name_hover_watch:
 * @self: a hover
 * @column: a column of the comparison
 *
 * Shows cards for names in a column.
 */
void
plx_name_hover_watch (PlxNameHover *self, PlxCompareColumn *column)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (PLX_IS_NAME_HOVER (self));

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (column), motion);
  /* Only looks on: the press is the text view's. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (column), GTK_EVENT_CONTROLLER (click));
}

/**
 * plx_name_hover_show_at_caret:
 * @self: a hover
 * @column: a column of the comparison
 *
 * Shows the card of the name at the caret at once, and has assistive technology told.
 *
 * Returns: whether there is a name
 */
gboolean
plx_name_hover_show_at_caret (PlxNameHover *self, PlxCompareColumn *column)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (column));
  const PlxCellMention *name;
  GdkRectangle area;
  GtkTextIter iter;

  g_return_val_if_fail (PLX_IS_NAME_HOVER (self), FALSE);

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  name = plx_compare_column_get_name_at_iter (column, &iter);
  plx_name_hover_dismiss (self);
  if (name == NULL)
    return FALSE;

  plx_compare_column_get_name_area (column, name, &iter, &area);
  show_card (self, column, name, &area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  plx_name_card_get_text (self->card), -1);
  return TRUE;
}

/**
 * plx_name_hover_dismiss:
 * @self: a hover
 *
 * Hides the card.
 *
 * Returns: whether one was shown
 */
gboolean
plx_name_hover_dismiss (PlxNameHover *self)
{
  gboolean shown;

  g_return_val_if_fail (PLX_IS_NAME_HOVER (self), FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  shown = self->card != NULL && gtk_widget_get_visible (GTK_WIDGET (self->card));
  if (shown)
    gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  return shown;
}
