/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-cell.h"

#include <glib/gi18n.h>

/* A buffer ends its line at each of these, but a cell is one line: they become spaces, one for one. */
static char *
dup_on_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == 0x2029)
        g_string_append_c (line, ' ');
      else
        g_string_append_len (line, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (line, FALSE);
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
add_damage (PlxCompareCell *self, GPtrArray *words, const PlxDefect *defect)
{
  g_autofree char *text = dup_defect_words (defect);

  add_words (words, g_strdup_printf ("⚠ %s", text));
  self->mark = PLX_CELL_DAMAGED;
}

/* "⇅ from ¶ 15, 17": one list for all passages that stand out of their article's order. */
static void
add_moves (PlxCompareCell *self, GPtrArray *words, const GArray *passages)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const PlxPassage *passage = &g_array_index (passages, PlxPassage, i);

      if (!passage->moved || passage->paragraph == last)
        continue;
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", passage->paragraph);
      last = passage->paragraph;
    }
  if (numbers->len == 0)
    return;
  /* Translators: %s is a paragraph's number in its own article, or several, as "15, 17" */
  add_words (words, g_strdup_printf (_ ("⇅ from ¶ %s"), numbers->str));
  self->mark = MAX (self->mark, PLX_CELL_MOVED);
}

static void
add_starts (PlxCompareCell *self, const GArray *passages, const GArray *offsets)
{
  for (guint i = 0; i < passages->len; i++)
    {
      PlxPassageStart start = { g_array_index (offsets, guint, i), g_array_index (passages, PlxPassage, i).paragraph };

      if (i == 0 || start.paragraph != g_array_index (passages, PlxPassage, i - 1).paragraph)
        g_array_append_val (self->starts, start);
    }
}

/* An article alone has nothing beside which it could be the only one; only damage is told then. */
static void
add_states (PlxCompareCell *self, const GArray *passages, PlxAnnotation *annotation, gboolean compared)
{
  const GArray *defects = plx_annotation_get_defects (annotation);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  guint n_only_here = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const PlxPassage *passage = &g_array_index (passages, PlxPassage, i);

      if (passage->defect >= 0)
        add_damage (self, words, &g_array_index (defects, PlxDefect, passage->defect));
      n_only_here += passage->state == PLX_PASSAGE_ONLY_HERE;
      self->shared &= passage->state == PLX_PASSAGE_SHARED || passage->state == PLX_PASSAGE_NEUTRAL;
      self->neutral &= passage->state == PLX_PASSAGE_NEUTRAL;
    }
  if (!compared)
    n_only_here = 0;
  if (n_only_here == passages->len && n_only_here > 0)
    {
      add_words (words, g_strdup (_ ("Only here")));
      self->mark = MAX (self->mark, PLX_CELL_ONLY_HERE);
    }
  else if (self->only_here->len > 0)
    add_words (words, g_strdup (_ ("In part only here")));
  add_moves (self, words, passages);
  if (words->len > 0)
    self->label = g_strjoinv (" · ", (char **)words->pdata);
}

static gboolean
row_has_statement (const PlxRows *rows, guint row)
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

/* Says why a cell is empty. */
static void
explain_absence (PlxCompareCell *self, const PlxRows *rows, guint row, guint column)
{
  if (!row_has_statement (rows, row))
    return;

  self->elsewhere = plx_rows_get_elsewhere (rows, row, column);
  self->missing = self->elsewhere < 0;
  if (self->missing)
    self->note = g_strdup (_ ("not found here"));
  else
    self->note = g_strdup_printf (
        _ ("⇅ see ¶ %u"), g_array_index (plx_rows_get_cell (rows, self->elsewhere, column), PlxPassage, 0).paragraph);
}

/**
 * plx_compare_cell_new:
 * @rows: rows of a comparison
 * @row: a row
 * @column: a column
 *
 * Makes what one column shows in one row.
 *
 * Returns: (transfer full): a cell
 */
PlxCompareCell *
plx_compare_cell_new (const PlxRows *rows, guint row, guint column)
{
  PlxCompareCell *self = g_new0 (PlxCompareCell, 1);
  PlxAnnotation *annotation =
      plx_comparison_get_annotation (plx_rows_get_comparison (rows), plx_rows_get_article (rows, column));
  const GArray *passages = plx_rows_get_cell (rows, row, column);
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *text = plx_rows_dup_cell_text (rows, row, column, &offsets);
  gboolean compared = plx_rows_get_n_columns (rows) > 1;
  int counterpart = passages->len > 0 ? plx_rows_get_counterpart (rows, row, column) : -1;

  self->text = dup_on_one_line (text);
  self->names = plx_rows_dup_cell_mentions (rows, row, column);
  self->only_here =
      compared ? plx_rows_dup_only_here (rows, row, column) : g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->starts = g_array_new (FALSE, FALSE, sizeof (PlxPassageStart));
  self->elsewhere = -1;
  self->shared = TRUE;
  self->neutral = TRUE;
  if (passages->len > 0)
    {
      self->paragraph = g_array_index (passages, PlxPassage, 0).paragraph;
      self->kind = g_array_index (passages, PlxPassage, 0).kind;
      add_starts (self, passages, offsets);
      add_states (self, passages, annotation, compared);
    }
  else
    explain_absence (self, rows, row, column);
  self->differences = counterpart >= 0 ? plx_rows_dup_wording (rows, row, column, counterpart)
                                       : g_array_new (FALSE, FALSE, sizeof (PlxSpan));

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
  g_free (self->note);
  g_array_unref (self->names);
  g_array_unref (self->only_here);
  g_array_unref (self->starts);
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
const PlxCellMention *
plx_compare_cell_find_name (const PlxCompareCell *self, guint offset)
{
  const PlxCellMention *before = NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      const PlxCellMention *name = &g_array_index (self->names, PlxCellMention, i);

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
