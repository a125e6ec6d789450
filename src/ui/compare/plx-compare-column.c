/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-column-private.h"

#include <adwaita.h>

#include "ui/compare/plx-column-selection.h"
#include "ui/compare/plx-compare-palette.h"

/* Pixels beside the text of a cell, and the most that a line of prose may measure, in characters. */
#define MARGIN  22
#define MEASURE 72
/* What the margin holds of a paragraph's number, in digits of the text's size. */
#define MARGIN_DIGITS 1.6
/* GtkTextView keeps this much of its width for the caret at the end of a line. */
#define CARET_SPACE 1

/**
 * PlxCompareColumn:
 *
 * The text of one article as a column of the Compare view: a read-only text view in which row r is line r. What marks
 * names and rows is drawn under the text, so that copied text is the source's own.
 *
 * A cell's height is known before the text view has laid it out: it equals that of a PangoLayout at the view's width
 * less margins and caret. The grid evens the rows out with one tag a cell that holds the space above and below.
 */
G_DEFINE_FINAL_TYPE (PlxCompareColumn, plx_compare_column, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (PlxCompareColumn *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
update_colors (PlxCompareColumn *self)
{
  const PlxComparePalette *palette = plx_compare_palette_get_current ();

  g_object_set (self->wording_tag, "underline-rgba", &palette->wording, NULL);
  g_object_set (self->caption_tag, "foreground-rgba", &palette->quiet, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Says in words where the caret stands. */
static void
update_description (PlxCompareColumn *self)
{
  g_autofree char *description = NULL;

  if (self->cells->len > 0)
    description = plx_compare_cell_dup_description (g_ptr_array_index (self->cells, plx_compare_column_get_row (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

/* The layout of a cell, made when it is first asked for. */
PlxCellLayout *
plx_compare_column_get_layout (PlxCompareColumn *self, guint row)
{
  PlxCellLayout *layout = g_ptr_array_index (self->layouts, row);

  if (layout == NULL)
    {
      layout = plx_cell_layout_new (g_ptr_array_index (self->cells, row),
                                    gtk_text_view_get_ltr_context (GTK_TEXT_VIEW (self)));
      g_ptr_array_index (self->layouts, row) = layout;
    }
  return layout;
}

static void
style_changed_cb (PlxCompareColumn *self)
{
  update_colors (self);
}

static void
cursor_moved_cb (PlxCompareColumn *self)
{
  update_description (self);
}

static void
plx_compare_column_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PlxCompareColumn *self = PLX_COMPARE_COLUMN (view);

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->cells->len == 0 || self->tops == NULL)
    return;

  plx_compare_column_draw_rows (self, snapshot);
}

static void
plx_compare_column_copy_clipboard (GtkTextView *view)
{
  g_autofree char *text = plx_compare_column_dup_selected_text (PLX_COMPARE_COLUMN (view));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
plx_compare_column_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_compare_column_parent_class)->realize (widget);

  plx_column_selection_realized (PLX_COMPARE_COLUMN (widget));
}

static void
plx_compare_column_unrealize (GtkWidget *widget)
{
  plx_column_selection_unrealizing (PLX_COMPARE_COLUMN (widget));

  GTK_WIDGET_CLASS (plx_compare_column_parent_class)->unrealize (widget);
}

static void
plx_compare_column_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlxCompareColumn *self = PLX_COMPARE_COLUMN (widget);

  GTK_WIDGET_CLASS (plx_compare_column_parent_class)->css_changed (widget, change);

  if (self->measured_context != NULL
      && (self->measured_context != gtk_text_view_get_ltr_context (GTK_TEXT_VIEW (self))
          || self->measured_serial != pango_context_get_serial (self->measured_context)))
    gtk_widget_queue_resize (widget);
}

static void
plx_compare_column_dispose (GObject *object)
{
  PlxCompareColumn *self = PLX_COMPARE_COLUMN (object);

  g_clear_object (&self->measured_context);
  /* The layouts point into the cells. */
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_pointer (&self->tops, g_array_unref);

  G_OBJECT_CLASS (plx_compare_column_parent_class)->dispose (object);
}

static void
plx_compare_column_class_init (PlxCompareColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_column_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = plx_compare_column_css_changed;
  GTK_WIDGET_CLASS (klass)->realize = plx_compare_column_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = plx_compare_column_unrealize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = plx_compare_column_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = plx_compare_column_copy_clipboard;
}

static void
free_layout (gpointer layout)
{
  if (layout != NULL)
    plx_cell_layout_free (layout);
}

static void
plx_compare_column_init (PlxCompareColumn *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkTextBuffer *buffer = get_buffer (self);

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_compare_cell_free);
  self->layouts = g_ptr_array_new_with_free_func (free_layout);
  self->tags = g_ptr_array_new ();
  self->extents = g_array_new (FALSE, TRUE, sizeof (PlxCellExtents));
  self->current_row = -1;
  self->measured_width = -1;
  self->highlights = (1u << PLX_N_NAME_GROUPS) - 1;

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, PLX_CELL_LINE_SPACING);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  self->heading_tag = gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);
  self->caption_tag = gtk_text_buffer_create_tag (buffer, "caption", "style", PANGO_STYLE_ITALIC, NULL);
  self->wording_tag = gtk_text_buffer_create_tag (buffer, "wording", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  update_colors (self);
  plx_column_selection_init (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plx_compare_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
plx_compare_column_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_COLUMN, NULL);
}

static void
tag_cell (PlxCompareColumn *self, guint row)
{
  const PlxCompareCell *cell = g_ptr_array_index (self->cells, row);
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, row);
  gtk_text_buffer_get_iter_at_line (buffer, &end, row + 1);
  gtk_text_buffer_apply_tag (buffer, g_ptr_array_index (self->tags, row), &start, &end);
  if (cell->kind == PLX_PARAGRAPH_HEADING)
    gtk_text_buffer_apply_tag (buffer, self->heading_tag, &start, &end);
  else if (cell->kind == PLX_PARAGRAPH_CAPTION)
    gtk_text_buffer_apply_tag (buffer, self->caption_tag, &start, &end);

  for (guint i = 0; i < cell->differences->len; i++)
    {
      PlxSpan span = g_array_index (cell->differences, PlxSpan, i);

      gtk_text_buffer_get_iter_at_line_offset (buffer, &start, row, span.start);
      gtk_text_buffer_get_iter_at_line_offset (buffer, &end, row, span.end);
      gtk_text_buffer_apply_tag (buffer, self->wording_tag, &start, &end);
    }
}

/**
 * plx_compare_column_set_cells:
 * @self: a column
 * @cells: (transfer full) (element-type PlxCompareCell): its cells, one a row
 *
 * Sets the text. The last row's line ends with a line break too, so that it can carry its cell's tag.
 */
void
plx_compare_column_set_cells (PlxCompareColumn *self, GPtrArray *cells)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter start;

  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));

  g_clear_pointer (&self->tops, g_array_unref);
  for (guint i = 0; i < self->tags->len; i++)
    gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (buffer), g_ptr_array_index (self->tags, i));
  g_ptr_array_set_size (self->tags, 0);
  g_ptr_array_set_size (self->layouts, 0);
  g_ptr_array_unref (self->cells);
  self->cells = cells;
  g_ptr_array_set_size (self->layouts, cells->len);
  g_array_set_size (self->extents, 0);
  g_array_set_size (self->extents, cells->len);
  self->measured_width = -1;
  self->current_row = -1;

  for (guint row = 0; row < cells->len; row++)
    {
      const PlxCompareCell *cell = g_ptr_array_index (cells, row);

      g_string_append (text, cell->text);
      g_string_append_c (text, '\n');
      g_ptr_array_add (self->tags, gtk_text_buffer_create_tag (buffer, NULL, NULL));
    }
  gtk_text_buffer_set_text (buffer, text->str, text->len);
  for (guint row = 0; row < cells->len; row++)
    tag_cell (self, row);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  update_description (self);
}

guint
plx_compare_column_get_n_rows (PlxCompareColumn *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), 0);
  return self->cells->len;
}

/**
 * plx_compare_column_get_cell:
 * @self: a column
 * @row: a row
 *
 * Returns: (transfer none): its cell
 */
const PlxCompareCell *
plx_compare_column_get_cell (PlxCompareColumn *self, guint row)
{
  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), NULL);
  g_return_val_if_fail (row < self->cells->len, NULL);
  return g_ptr_array_index (self->cells, row);
}

/*
 * Takes what depends on the font. Wide columns get wide margins, so that the lines of prose do not get too long to
 * read. Returns the width left for the text.
 */
static int
update_metrics (PlxCompareColumn *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_text_view_get_ltr_context (view), NULL, NULL);
  int most = MEASURE * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  int digits = MARGIN_DIGITS * pango_font_metrics_get_approximate_digit_width (metrics) / PANGO_SCALE;
  int margin = MAX (MAX (MARGIN, PLX_CELL_STRIPE_WIDTH + PLX_CELL_NUMBER_SPACE + digits), (width - most) / 2);

  pango_font_metrics_unref (metrics);
  if (margin != gtk_text_view_get_left_margin (view))
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  return MAX (1, width - 2 * margin - CARET_SPACE);
}

/**
 * plx_compare_column_measure_rows:
 * @self: a column
 * @width: pixels the column will be allocated
 *
 * Finds how tall every cell is at a width, in the present font.
 *
 * Returns: whether anything had to be measured anew
 */
gboolean
plx_compare_column_measure_rows (PlxCompareColumn *self, int width)
{
  PangoContext *context;
  gboolean new_context, new_style;
  int text_width;

  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), FALSE);

  context = gtk_text_view_get_ltr_context (GTK_TEXT_VIEW (self));
  new_context = context != self->measured_context;
  new_style = new_context || self->measured_serial != pango_context_get_serial (context);
  if (!new_style && width == self->measured_width)
    return FALSE;

  if (new_context)
    {
      g_ptr_array_set_size (self->layouts, 0);
      g_ptr_array_set_size (self->layouts, self->cells->len);
    }
  g_set_object (&self->measured_context, context);
  self->measured_serial = pango_context_get_serial (context);
  self->measured_width = width;
  text_width = update_metrics (self, width);

  for (guint row = 0; row < self->cells->len; row++)
    {
      PlxCellExtents *extents = &g_array_index (self->extents, PlxCellExtents, row);
      PlxCellLayout *layout = plx_compare_column_get_layout (self, row);

      if (new_style && !new_context)
        plx_cell_layout_context_changed (layout);
      plx_cell_layout_set_width (layout, text_width);
      extents->label = plx_cell_layout_get_label_height (layout);
      extents->text = plx_cell_layout_get_height (layout);
    }
  return TRUE;
}

/**
 * plx_compare_column_get_extents:
 * @self: a column
 * @row: a row
 *
 * Returns: (transfer none): how tall the row's cell was measured
 */
const PlxCellExtents *
plx_compare_column_get_extents (PlxCompareColumn *self, guint row)
{
  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), NULL);
  g_return_val_if_fail (row < self->extents->len, NULL);
  return &g_array_index (self->extents, PlxCellExtents, row);
}

/**
 * plx_compare_column_correct_extents:
 * @self: a column
 * @row: a row
 * @text: pixels that the text view gives the text
 *
 * Overrules what was measured, should a text view ever differ.
 */
void
plx_compare_column_correct_extents (PlxCompareColumn *self, guint row, int text)
{
  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));
  g_return_if_fail (row < self->extents->len);
  g_array_index (self->extents, PlxCellExtents, row).text = text;
}

/**
 * plx_compare_column_get_cell_height:
 * @self: a column
 * @row: a row
 *
 * Returns: pixels from the row's top to the end of what the cell itself needs
 */
int
plx_compare_column_get_cell_height (PlxCompareColumn *self, guint row)
{
  const PlxCellExtents *extents = plx_compare_column_get_extents (self, row);

  return PLX_CELL_PAD_ABOVE + extents->label + extents->text + PLX_CELL_PAD_BELOW;
}

/**
 * plx_compare_column_set_tops:
 * @self: a column
 * @tops: (element-type int): y of each row and, last, of the end
 *
 * Sets where the rows shall stand. Cells are padded to reach the next row's top.
 */
void
plx_compare_column_set_tops (PlxCompareColumn *self, GArray *tops)
{
  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));
  g_return_if_fail (tops->len == self->cells->len + 1);

  if (self->tops != tops)
    {
      g_clear_pointer (&self->tops, g_array_unref);
      self->tops = g_array_ref (tops);
    }
  for (guint row = 0; row < self->cells->len; row++)
    {
      const PlxCellExtents *extents = &g_array_index (self->extents, PlxCellExtents, row);
      GtkTextTag *tag = g_ptr_array_index (self->tags, row);
      int above = PLX_CELL_PAD_ABOVE + extents->label;
      int below = g_array_index (tops, int, row + 1) - g_array_index (tops, int, row) - above - extents->text;
      int old_above, old_below;

      g_object_get (tag, "pixels-above-lines", &old_above, "pixels-below-lines", &old_below, NULL);
      if (above != old_above || below != old_below)
        g_object_set (tag, "pixels-above-lines", above, "pixels-below-lines", below, NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_compare_column_get_row:
 * @self: a column with rows
 *
 * Returns: the row of the caret
 */
guint
plx_compare_column_get_row (PlxCompareColumn *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), 0);
  if (self->cells->len == 0)
    return 0;

  buffer = get_buffer (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return MIN ((guint)gtk_text_iter_get_line (&iter), self->cells->len - 1);
}

/**
 * plx_compare_column_place_row:
 * @self: a column
 * @row: a row
 *
 * Puts the caret at the start of a row.
 */
void
plx_compare_column_place_row (PlxCompareColumn *self, guint row)
{
  GtkTextIter iter;

  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));
  gtk_text_buffer_get_iter_at_line (get_buffer (self), &iter, row);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

/**
 * plx_compare_column_set_current_row:
 * @self: a column
 * @row: the row to outline, or -1
 * @active: whether the reader is in this column
 */
void
plx_compare_column_set_current_row (PlxCompareColumn *self, int row, gboolean active)
{
  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));

  if (self->current_row == row && self->active == active)
    return;
  self->current_row = row;
  self->active = active;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_compare_column_set_highlights:
 * @self: a column
 * @groups: a bit for each #PlxNameGroup whose names are tinted
 */
void
plx_compare_column_set_highlights (PlxCompareColumn *self, guint groups)
{
  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));

  self->highlights = groups;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_compare_column_get_name_at_iter:
 * @self: a column
 * @iter: a place in its buffer
 *
 * Returns: (transfer none) (nullable): the name that stands there
 */
const PlxCellMention *
plx_compare_column_get_name_at_iter (PlxCompareColumn *self, const GtkTextIter *iter)
{
  guint row = gtk_text_iter_get_line (iter);

  g_return_val_if_fail (PLX_IS_COMPARE_COLUMN (self), NULL);
  if (row >= self->cells->len)
    return NULL;
  return plx_compare_cell_find_name (g_ptr_array_index (self->cells, row), gtk_text_iter_get_line_offset (iter));
}

/**
 * plx_compare_column_get_name_area:
 * @self: a column
 * @name: a name of the cell at @iter
 * @iter: a place in the name
 * @area: (out): where the line's part of the name stands in the widget
 */
void
plx_compare_column_get_name_area (PlxCompareColumn *self, const PlxCellMention *name, const GtkTextIter *iter,
                                  GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start = *iter;
  GtkTextIter end = *iter;
  GdkRectangle at, first, last;

  g_return_if_fail (PLX_IS_COMPARE_COLUMN (self));

  gtk_text_iter_set_line_offset (&start, name->span.start);
  gtk_text_iter_set_line_offset (&end, name->span.end - 1);
  gtk_text_view_get_iter_location (view, iter, &at);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  *area = at;
  if (first.y == at.y)
    gdk_rectangle_union (area, &first, area);
  if (last.y == at.y)
    gdk_rectangle_union (area, &last, area);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x, &area->y);
}
