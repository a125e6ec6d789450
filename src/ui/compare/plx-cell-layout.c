/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-cell-layout.h"

#define LABEL_SCALE   0.82
#define LABEL_SPACING 2
#define NOTE_SCALE    0.92
#define NUMBER_SCALE  0.68

struct _PlxCellLayout
{
  const PlxCompareCell *cell;
  PangoLayout *text;
  PangoLayout *label;
  PangoLayout *note;
  /* Of PlxTextBox at the present width, or NULL when not asked for yet. */
  GArray *name_boxes;
};

static void
forget_boxes (PlxCellLayout *self)
{
  g_clear_pointer (&self->name_boxes, g_array_unref);
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute)
{
  attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
  attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert (attributes, attribute);
}

/* A small layout of words that are not the article's. */
static PangoLayout *
create_small_layout (PangoContext *context, const char *words, double scale, PangoAttribute *style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  insert_attribute (attributes, style);
  insert_attribute (attributes, pango_attr_scale_new (scale));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, words, -1);

  return layout;
}

/* Adds the boxes of the part of a stretch that stands on one line. */
static void
add_boxes_on_line (GArray *boxes, PangoLayoutIter *iter, int start, int end, PlxEntityType type)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle extents;
  int *ranges = NULL;
  int n_ranges;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, MAX (start, line->start_index), MIN (end, line->start_index + line->length),
                                  &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      float x = ranges[2 * i] / (float)PANGO_SCALE;
      float width = ranges[2 * i + 1] / (float)PANGO_SCALE - x;
      PlxTextBox box = {
        GRAPHENE_RECT_INIT (x, extents.y / (float)PANGO_SCALE, width, extents.height / (float)PANGO_SCALE), type
      };

      if (width > 0)
        g_array_append_val (boxes, box);
    }
  g_free (ranges);
}

static int
line_end (PangoLayoutIter *iter)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);

  return line->start_index + line->length;
}

/**
 * plx_cell_layout_new:
 * @cell: the cell; must outlive the layout
 * @context: the text view's context for text from left to right; that for the other way has the same fonts
 *
 * Makes the layout as GtkTextView does, with the attributes that its tags for headings and captions have.
 *
 * Returns: (transfer full): a layout, without a width yet
 */
PlxCellLayout *
plx_cell_layout_new (const PlxCompareCell *cell, PangoContext *context)
{
  PlxCellLayout *self = g_new0 (PlxCellLayout, 1);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->cell = cell;
  self->text = pango_layout_new (context);
  pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (self->text, PLX_CELL_LINE_SPACING * PANGO_SCALE);
  if (cell->kind == PLX_PARAGRAPH_HEADING)
    insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else if (cell->kind == PLX_PARAGRAPH_CAPTION)
    insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_attributes (self->text, attributes);
  pango_layout_set_text (self->text, cell->text, -1);

  if (cell->label != NULL)
    self->label = create_small_layout (context, cell->label, LABEL_SCALE, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (cell->note != NULL)
    self->note = create_small_layout (context, cell->note, NOTE_SCALE, pango_attr_style_new (PANGO_STYLE_ITALIC));

  return self;
}

/**
 * plx_cell_layout_free:
 * @self: (transfer full): a layout
 */
void
plx_cell_layout_free (PlxCellLayout *self)
{
  g_object_unref (self->text);
  g_clear_object (&self->label);
  g_clear_object (&self->note);
  forget_boxes (self);
  g_free (self);
}

/**
 * plx_cell_layout_context_changed:
 * @self: a layout
 *
 * To be called when the contexts have another font or resolution.
 */
void
plx_cell_layout_context_changed (PlxCellLayout *self)
{
  pango_layout_context_changed (self->text);
  if (self->label != NULL)
    pango_layout_context_changed (self->label);
  if (self->note != NULL)
    pango_layout_context_changed (self->note);
  forget_boxes (self);
}

/**
 * plx_cell_layout_set_width:
 * @self: a layout
 * @width: pixels that the text may take
 */
void
plx_cell_layout_set_width (PlxCellLayout *self, int width)
{
  pango_layout_set_width (self->text, width * PANGO_SCALE);
  if (self->label != NULL)
    pango_layout_set_width (self->label, width * PANGO_SCALE);
  forget_boxes (self);
}

/**
 * plx_cell_layout_get_height:
 * @self: a layout
 *
 * Returns: pixels the text takes in a text view, which rounds to the nearest where pango_layout_get_pixel_size()
 *   rounds up
 */
int
plx_cell_layout_get_height (PlxCellLayout *self)
{
  int height;

  pango_layout_get_size (self->text, NULL, &height);
  return PANGO_PIXELS (height);
}

/**
 * plx_cell_layout_get_label_height:
 * @self: a layout
 *
 * Returns: pixels the label takes above the text, 0 without one
 */
int
plx_cell_layout_get_label_height (PlxCellLayout *self)
{
  int height;

  if (self->label == NULL)
    return 0;
  pango_layout_get_pixel_size (self->label, NULL, &height);
  return height + LABEL_SPACING;
}

/**
 * plx_cell_layout_get_label:
 * @self: a layout
 *
 * Returns: (transfer none) (nullable): the layout of the label
 */
PangoLayout *
plx_cell_layout_get_label (PlxCellLayout *self)
{
  return self->label;
}

/**
 * plx_cell_layout_get_note:
 * @self: a layout
 *
 * Returns: (transfer none) (nullable): the layout of the words in an empty cell
 */
PangoLayout *
plx_cell_layout_get_note (PlxCellLayout *self)
{
  return self->note;
}

/**
 * plx_cell_layout_get_lines:
 * @self: a layout
 * @span: code points of the cell's text, at least one
 *
 * Returns: the lines that the stretch goes over
 */
PlxLineRange
plx_cell_layout_get_lines (PlxCellLayout *self, PlxSpan span)
{
  const char *start = g_utf8_offset_to_pointer (self->cell->text, span.start);
  const char *last = g_utf8_offset_to_pointer (start, span.end - span.start - 1);
  PangoRectangle first, end;

  pango_layout_index_to_pos (self->text, start - self->cell->text, &first);
  pango_layout_index_to_pos (self->text, last - self->cell->text, &end);

  return (PlxLineRange){ PANGO_PIXELS (first.y), PANGO_PIXELS (end.y + end.height) };
}

/* A walk over the lines of a layout, to find boxes for stretches of text that come in order: one pass over either. */
typedef struct
{
  PangoLayoutIter *iter;
  const char *start;
  const char *text;
  guint at;
} Walk;

static void
walk_to (Walk *walk, PlxSpan span, PlxEntityType type, GArray *boxes)
{
  int start, end;

  if (span.start < walk->at)
    return;
  walk->text = g_utf8_offset_to_pointer (walk->text, span.start - walk->at);
  start = walk->text - walk->start;
  walk->text = g_utf8_offset_to_pointer (walk->text, span.end - span.start);
  end = walk->text - walk->start;
  walk->at = span.end;

  while (line_end (walk->iter) <= start && pango_layout_iter_next_line (walk->iter))
    ;
  do
    add_boxes_on_line (boxes, walk->iter, start, end, type);
  while (line_end (walk->iter) < end && pango_layout_iter_next_line (walk->iter));
}

/**
 * plx_cell_layout_get_name_boxes:
 * @self: a layout
 *
 * Returns: (transfer none) (element-type PlxTextBox): where the names stand; until the width or context changes
 */
const GArray *
plx_cell_layout_get_name_boxes (PlxCellLayout *self)
{
  if (self->name_boxes == NULL)
    {
      Walk walk = { pango_layout_get_iter (self->text), self->cell->text, self->cell->text, 0 };

      self->name_boxes = g_array_new (FALSE, FALSE, sizeof (PlxTextBox));
      for (guint i = 0; i < self->cell->names->len; i++)
        {
          const PlxCellMention *name = &g_array_index (self->cell->names, PlxCellMention, i);

          walk_to (&walk, name->span, name->type, self->name_boxes);
        }
      pango_layout_iter_free (walk.iter);
    }
  return self->name_boxes;
}

/**
 * plx_cell_layout_create_number:
 * @self: a layout
 * @number: number of a paragraph
 *
 * Returns: (transfer full): a layout of the number, small enough for the margin
 */
PangoLayout *
plx_cell_layout_create_number (PlxCellLayout *self, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);

  return create_small_layout (pango_layout_get_context (self->text), words, NUMBER_SCALE,
                              pango_attr_style_new (PANGO_STYLE_NORMAL));
}

/**
 * plx_cell_layout_get_baseline:
 * @self: a layout
 * @offset: code point of the cell's text
 *
 * Returns: y of the baseline of the line it stands on
 */
float
plx_cell_layout_get_baseline (PlxCellLayout *self, guint offset)
{
  const char *place = g_utf8_offset_to_pointer (self->cell->text, offset);
  PangoRectangle position;
  PangoLayoutLine *line;
  PangoRectangle extents;
  int index;

  pango_layout_index_to_line_x (self->text, place - self->cell->text, FALSE, &index, NULL);
  pango_layout_index_to_pos (self->text, place - self->cell->text, &position);
  line = pango_layout_get_line_readonly (self->text, index);
  pango_layout_line_get_extents (line, NULL, &extents);
  /* Extents of a line count from its baseline. */
  return (position.y - extents.y) / (float)PANGO_SCALE;
}
