/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-name-hover.h"

#include "ui/widgets/plx-name-card.h"

/* Milliseconds the pointer rests on a name before its card comes. */
#define DELAY 450

/**
 * PlxNameHover:
 *
 * Shows the card of a name when the pointer rests on it in a column, or when asked for at the caret. The card goes when
 * the pointer leaves the name, a button is pressed, or it is dismissed.
 */
struct _PlxNameHover
{
  GObject parent_instance;

  GtkWidget *parent;
  PlxNameCard *card;
  PlxComparison *comparison;
  /* Of guint. */
  GArray *articles;

  /* The name under the pointer: it is in a cell of this column. */
  PlxCompareColumn *column;
  const PlxCellMention *name;
  GdkRectangle area;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlxNameHover, plx_name_hover, G_TYPE_OBJECT)

static void
show_card (PlxNameHover *self, PlxCompareColumn *column, const PlxCellMention *name, const GdkRectangle *area)
{
  double x, y;
  GdkRectangle target = *area;

  plx_name_card_set_entity (self->card, self->comparison, name->entity, (const guint *)self->articles->data,
                            self->articles->len);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (column), self->parent, area->x, area->y, &x, &y))
    return;
  target.x = x;
  target.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &target);
  gtk_popover_popup (GTK_POPOVER (self->card));
}

static void
forget (PlxNameHover *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->column = NULL;
  self->name = NULL;
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
  if (name == NULL)
    return;
  self->column = column;
  self->name = name;
  plx_compare_column_get_name_area (column, name, &iter, &self->area);
  self->timeout = g_timeout_add (DELAY, rested_cb, self);
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

  plx_name_hover_detach (self);
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
 * @parent: (transfer none): the widget whose child the card becomes; it must call plx_name_hover_detach() when disposed
 *
 * Returns: (transfer full): a new hover
 */
PlxNameHover *
plx_name_hover_new (GtkWidget *parent)
{
  PlxNameHover *self = g_object_new (PLX_TYPE_NAME_HOVER, NULL);

  self->parent = parent;
  self->card = PLX_NAME_CARD (plx_name_card_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->card), parent);

  return self;
}

/**
 * plx_name_hover_detach:
 * @self: a hover
 *
 * Takes the card from its parent. Nothing is shown from then on.
 */
void
plx_name_hover_detach (PlxNameHover *self)
{
  g_return_if_fail (PLX_IS_NAME_HOVER (self));

  forget (self);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
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
  g_signal_connect_object (motion, "leave", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
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

  forget (self);
  shown = self->card != NULL && gtk_widget_get_visible (GTK_WIDGET (self->card));
  if (shown)
    gtk_popover_popdown (GTK_POPOVER (self->card));
  return shown;
}
