/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-column-selection.h"

/*
 * What is selected goes out as the source's own text, without the empty lines that keep the rows level: to what pastes
 * the selection with the middle button, and to where it is dragged. A text view would offer its buffer's text.
 */

/* The most that stands beside the pointer while text is dragged, in characters. */
#define DRAG_ICON_WIDTH 40

static GdkContentProvider *
create_content (PlxCompareColumn *column)
{
  g_autofree char *text = plx_compare_column_dup_selected_text (column);

  return text != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL;
}

static gboolean
offer_cb (gpointer data)
{
  PlxCompareColumn *column = data;
  g_autoptr (GdkContentProvider) content = NULL;

  g_object_set_data (G_OBJECT (column), "offer-source", NULL);
  if (!gtk_widget_get_realized (GTK_WIDGET (column)))
    return G_SOURCE_REMOVE;
  content = create_content (column);
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (column)), content);
  return G_SOURCE_REMOVE;
}

/* A selection that is being drawn out changes with every move of the pointer: it is offered when nothing else is to do.
 */
static void
mark_set_cb (PlxCompareColumn *column, const GtkTextIter *place, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  (void)place;
  if ((mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
      || !gtk_widget_get_realized (GTK_WIDGET (column)) || !gtk_text_buffer_get_has_selection (buffer)
      || g_object_get_data (G_OBJECT (column), "offer-source") != NULL)
    return;
  g_object_set_data (
      G_OBJECT (column), "offer-source",
      GUINT_TO_POINTER (g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, offer_cb, g_object_ref (column), g_object_unref)));
}

static gboolean
is_selected_at (PlxCompareColumn *column, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (column);
  GtkTextIter start, end, iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x, &buffer_y);
  return gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end)
         && gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y)
         && gtk_text_iter_in_range (&iter, &start, &end);
}

static GdkContentProvider *
drag_prepare_cb (PlxCompareColumn *column, double x, double y)
{
  return is_selected_at (column, x, y) ? create_content (column) : NULL;
}

static void
drag_begin_cb (PlxCompareColumn *column, GdkDrag *drag)
{
  g_autofree char *text = plx_compare_column_dup_selected_text (column);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DRAG_ICON_WIDTH);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* Sets up a new column. */
void
plx_column_selection_init (PlxCompareColumn *column)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (column)), "mark-set", G_CALLBACK (mark_set_cb),
                           column, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), column, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), column, G_CONNECT_SWAPPED);
  /* Before the text view's own, which would drag the buffer's text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (column), GTK_EVENT_CONTROLLER (source));
}

/* The text view has just offered its buffer as the primary selection. */
void
plx_column_selection_realized (PlxCompareColumn *column)
{
  gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (column)),
                                              gtk_widget_get_primary_clipboard (GTK_WIDGET (column)));
}

/* The text view is about to take back the offer. */
void
plx_column_selection_unrealizing (PlxCompareColumn *column)
{
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (column)),
                                           gtk_widget_get_primary_clipboard (GTK_WIDGET (column)));
}

/**
 * plx_compare_column_dup_selected_text:
 * @self: a column
 *
 * Returns: (transfer full) (nullable): the selected text of the source: rows without text left out, passages of one
 *   cell on lines of their own; %NULL without a selection
 */
char *
plx_compare_column_dup_selected_text (PlxCompareColumn *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  GString *copied;

  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), NULL);
  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return NULL;

  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end, FALSE);
  copied = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\n' && c != 0x2028)
        g_string_append_unichar (copied, c);
      else if (copied->len > 0 && copied->str[copied->len - 1] != '\n')
        g_string_append_c (copied, '\n');
    }
  if (copied->len > 0 && copied->str[copied->len - 1] == '\n')
    g_string_truncate (copied, copied->len - 1);
  return g_string_free (copied, FALSE);
}
