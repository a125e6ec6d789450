/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-cell.h"

#include <glib/gi18n.h>

#include "engine/text/plx-word-diff.h"

/* Joins the passages of a cell: a line break that does not end the buffer's line. */
#define JOINER "\xe2\x80\xa8"

/* A buffer ends its line at each of these, but a cell is one line: they become spaces, one for one. */
static void
append_on_one_line (GString *string, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == 0x2029)
        g_string_append_c (string, ' ');
      else
        g_string_append_len (string, p, g_utf8_next_char (p) - p);
    }
}

static char *
dup_defect_words (const PlxDefect *defect)
{
  switch (defect->kind)
    {
    case PLX_DEFECT_CUT:
      return g_strdup (_ ("Damaged: breaks off"));
    case PLX_DEFECT_SPLICED:
      if (defect->other > defect->paragraph)
        return g_strdup_printf (_ ("Damaged: breaks off; its end is in ¶ %u"), defect->other);
      if (defect->other > 0)
        return g_strdup_printf (_ ("Damaged: holds the end of ¶ %u"), defect->other);
      return g_strdup (_ ("Damaged: two texts run together"));
    case PLX_DEFECT_UNCLOSED_QUOTE:
      return g_strdup (_ ("Damaged: a quotation is not closed"));
    case PLX_DEFECT_REPEATED:
      if (defect->other > 0)
        return g_strdup_printf (_ ("Damaged: repeats ¶ %u"), defect->other);
      return g_strdup (_ ("Damaged: repeated text"));
    case PLX_DEFECT_ENCODING:
      return g_strdup (_ ("Damaged: wrongly decoded characters"));
    case PLX_DEFECT_FOREIGN:
      return g_strdup (_ ("Damaged: text from elsewhere"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Adds a state in words unless another passage of the cell has said so. */
static void
add_words (GPtrArray *words, char *more)
{
  if (g_ptr_array_find_with_equal_func (words, more, g_str_equal, NULL))
    g_free (more);
  else
    g_ptr_array_add (words, more);
}

static void
add_state (PlxCompareCell *self, GPtrArray *words, PlxAnnotation *annotation, const PlxPassage *passage)
{
  if (passage->defect >= 0)
    {
      const GArray *defects = plx_annotation_get_defects (annotation);
      g_autofree char *text = dup_defect_words (&g_array_index (defects, PlxDefect, passage->defect));

      add_words (words, g_strdup_printf ("⚠ %s", text));
      self->mark = PLX_CELL_DAMAGED;
    }
  if (passage->state == PLX_PASSAGE_ONLY_HERE)
    {
      add_words (words, g_strdup (_ ("Only here")));
      self->mark = MAX (self->mark, PLX_CELL_ONLY_HERE);
    }
  if (passage->moved)
    {
      add_words (words, g_strdup_printf (_ ("⇅ from ¶ %u"), passage->paragraph));
      self->mark = MAX (self->mark, PLX_CELL_MOVED);
    }
}

static void
add_names (PlxCompareCell *self, PlxComparison *comparison, guint article, const PlxPassage *passage)
{
  PlxAnnotation *annotation = plx_comparison_get_annotation (comparison, article);
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  guint first, n;

  plx_annotation_find_mentions (annotation, passage->paragraph, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);

      if (mention->span.start >= passage->span.start && mention->span.end <= passage->span.end)
        {
          guint at = self->n_chars - passage->span.start;
          PlxCellName name = { { mention->span.start + at, mention->span.end + at },
                               mention->type,
                               plx_entities_of_mention (plx_comparison_get_entities (comparison), article, i) };

          g_array_append_val (self->names, name);
        }
    }
}

/* The column whose wording a cell is set against: the reference, or for the reference the first that has the row. */
static int
find_counterpart (PlxRows *rows, guint row, guint column, guint reference)
{
  if (column != reference && plx_rows_get_cell (rows, row, reference)->len > 0)
    return reference;
  for (guint other = 0; other < plx_rows_get_n_columns (rows); other++)
    if (other != column && plx_rows_get_cell (rows, row, other)->len > 0)
      return other;
  return -1;
}

static void
add_differences (PlxCompareCell *self, PlxRows *rows, guint row, guint column, guint reference)
{
  int other = self->neutral ? -1 : find_counterpart (rows, row, column, reference);
  g_autoptr (GArray) differences = NULL;

  if (other < 0)
    return;

  differences = plx_rows_dup_differences (rows, row, column, other);
  for (guint i = 0; i < differences->len; i++)
    {
      const PlxDifference *difference = &g_array_index (differences, PlxDifference, i);

      if (difference->kind == PLX_DIFFERENCE_WORDING && difference->left.start < difference->left.end)
        g_array_append_val (self->differences, difference->left);
    }
}

static gboolean
row_has_statement (PlxRows *rows, guint row)
{
  for (guint column = 0; column < plx_rows_get_n_columns (rows); column++)
    {
      const GArray *cell = plx_rows_get_cell (rows, row, column);

      for (guint i = 0; i < cell->len; i++)
        if (g_array_index (cell, PlxPassage, i).state != PLX_PASSAGE_NEUTRAL)
          return TRUE;
    }
  return FALSE;
}

/**
 * plx_compare_cell_new:
 * @comparison: the comparison
 * @rows: rows laid out from it
 * @row: a row
 * @column: a column
 * @reference: the reference column, against which wording is set
 *
 * Makes what one column shows in one row.
 *
 * Returns: (transfer full): a cell
 */
PlxCompareCell *
plx_compare_cell_new (PlxComparison *comparison, PlxRows *rows, guint row, guint column, guint reference)
{
  PlxCompareCell *self = g_new0 (PlxCompareCell, 1);
  guint article = plx_rows_get_article (rows, column);
  const GArray *passages = plx_rows_get_cell (rows, row, column);
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  self->names = g_array_new (FALSE, FALSE, sizeof (PlxCellName));
  self->differences = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->kind = PLX_PARAGRAPH_TEXT;
  self->missing = passages->len == 0 && row_has_statement (rows, row);
  self->shared = TRUE;
  self->neutral = TRUE;

  for (guint i = 0; i < passages->len; i++)
    {
      const PlxPassage *passage = &g_array_index (passages, PlxPassage, i);
      PlxArticle *source = plx_comparison_get_article (comparison, article);
      g_autofree char *part =
          plx_paragraph_dup_text (plx_article_get_paragraph (source, passage->paragraph), passage->span);

      if (i == 0)
        {
          self->paragraph = passage->paragraph;
          self->kind = passage->kind;
        }
      else
        {
          g_string_append (text, JOINER);
          self->n_chars++;
        }
      self->shared &= passage->state == PLX_PASSAGE_SHARED || passage->state == PLX_PASSAGE_NEUTRAL;
      self->neutral &= passage->state == PLX_PASSAGE_NEUTRAL;
      add_state (self, words, plx_comparison_get_annotation (comparison, article), passage);
      add_names (self, comparison, article, passage);
      append_on_one_line (text, part);
      self->n_chars += passage->span.end - passage->span.start;
    }

  if (words->len > 0)
    self->label = g_strjoinv (" · ", (char **)words->pdata);
  self->text = g_string_free (text, FALSE);
  add_differences (self, rows, row, column, reference);

  return self;
}

/**
 * plx_compare_cell_free:
 * @self: (transfer full): a cell
 */
void
plx_compare_cell_free (PlxCompareCell *self)
{
  g_free (self->text);
  g_free (self->label);
  g_array_unref (self->names);
  g_array_unref (self->differences);
  g_free (self);
}

/**
 * plx_compare_cell_find_name:
 * @self: a cell
 * @offset: code point of its text; the place right after a name counts as the name's
 *
 * Returns: (transfer none) (nullable): the name there
 */
const PlxCellName *
plx_compare_cell_find_name (const PlxCompareCell *self, guint offset)
{
  const PlxCellName *before = NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      const PlxCellName *name = &g_array_index (self->names, PlxCellName, i);

      if (offset >= name->span.start && offset < name->span.end)
        return name;
      if (offset == name->span.end)
        before = name;
    }
  return before;
}

/**
 * plx_compare_cell_dup_description:
 * @self: a cell
 *
 * Says in words what the marks of the cell show, for assistive technology.
 *
 * Returns: (transfer full): translated words
 */
char *
plx_compare_cell_dup_description (const PlxCompareCell *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->missing)
    return g_strdup (_ ("Not found here"));
  if (self->text[0] == '\0')
    return g_strdup (_ ("Nothing here"));

  if (self->kind == PLX_PARAGRAPH_HEADING)
    g_string_append (words, _ ("Heading"));
  else if (self->kind == PLX_PARAGRAPH_CAPTION)
    g_string_append (words, _ ("Caption"));
  else
    g_string_append_printf (words, _ ("Paragraph %u"), self->paragraph);
  if (self->label != NULL)
    g_string_append_printf (words, ", %s", self->label);
  else if (self->neutral)
    return g_string_free (g_steal_pointer (&words), FALSE);
  else if (self->shared)
    g_string_append_printf (words, ", %s", _ ("in the same words elsewhere"));
  if (self->differences->len > 0)
    {
      guint n = self->differences->len;

      g_string_append (words, ", ");
      g_string_append_printf (words, ngettext ("%u wording differs", "%u wordings differ", n), n);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
