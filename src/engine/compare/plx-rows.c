/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-rows.h"

#include "engine/text/plx-word-diff.h"

struct _PlxRows
{
  gatomicrefcount references;
  PlxComparison *comparison;
  GArray *articles;
  /* Row-major: row * n_columns + column; each a GArray of PlxPassage. */
  GPtrArray *cells;
};

static void
append_row (PlxRows *self)
{
  for (guint c = 0; c < self->articles->len; c++)
    g_ptr_array_add (self->cells, g_array_new (FALSE, FALSE, sizeof (PlxPassage)));
}

/* Cuts an article into passages: whole paragraphs, or runs of sentences where a paragraph holds several statements. */
static GArray *
passages_of (PlxComparison *comparison, guint article)
{
  PlxArticle *text = plx_comparison_get_article (comparison, article);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (PlxPassage));

  for (guint p = 1; p <= plx_article_get_n_paragraphs (text); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (text, p);
      PlxPassage passage = {
        p, paragraph->kind, { 0, paragraph->n_chars }, 1, paragraph->sentences->len, -1, PLX_PASSAGE_NEUTRAL, FALSE, -1
      };

      if (paragraph->kind != PLX_PARAGRAPH_HEADING && paragraph->kind != PLX_PARAGRAPH_CAPTION)
        {
          GPtrArray *statements = plx_comparison_get_statements (comparison);

          passage.statement = plx_comparison_find_statement (comparison, article, p, 1);
          passage.state = PLX_PASSAGE_ONLY_HERE;
          if (passage.statement >= 0
              && ((PlxStatement *)g_ptr_array_index (statements, passage.statement))->cells->len > 1)
            passage.state = PLX_PASSAGE_REWORDED;
        }
      g_array_append_val (passages, passage);
    }

  return passages;
}

/**
 * plx_rows_new:
 * @comparison: a comparison
 * @articles: (array length=n_articles): indices of the articles to show, in the order of the columns
 * @n_articles: how many columns
 * @reference: column whose own order the rows follow
 *
 * Lays articles side by side: the reference in its own order, what others say alike beside it, what only others have
 * where their neighbours stand.
 *
 * Returns: (transfer full): the rows
 */
PlxRows *
plx_rows_new (PlxComparison *comparison, const guint *articles, guint n_articles, guint reference)
{
  PlxRows *self = g_new0 (PlxRows, 1);
  g_autoptr (GHashTable) row_of_statement = g_hash_table_new (NULL, NULL);

  g_atomic_ref_count_init (&self->references);
  self->comparison = g_object_ref (comparison);
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->articles, articles, n_articles);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint k = 0; k < n_articles; k++)
    {
      guint column = k == 0 ? reference : k <= reference ? k - 1 : k;
      g_autoptr (GArray) passages = passages_of (comparison, articles[column]);

      for (guint i = 0; i < passages->len; i++)
        {
          const PlxPassage *passage = &g_array_index (passages, PlxPassage, i);
          gpointer row = NULL;

          if (passage->statement < 0
              || !g_hash_table_lookup_extended (row_of_statement, GINT_TO_POINTER (passage->statement), NULL, &row))
            {
              row = GUINT_TO_POINTER (plx_rows_get_n_rows (self));
              append_row (self);
              g_hash_table_insert (row_of_statement, GINT_TO_POINTER (passage->statement), row);
            }
          g_array_append_val (
              (GArray *)g_ptr_array_index (self->cells, GPOINTER_TO_UINT (row) * self->articles->len + column),
              *passage);
        }
    }

  return self;
}

PlxRows *
plx_rows_ref (PlxRows *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plx_rows_unref (PlxRows *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_object_unref (self->comparison);
  g_array_unref (self->articles);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

guint
plx_rows_get_n_rows (const PlxRows *self)
{
  return self->cells->len / self->articles->len;
}

guint
plx_rows_get_n_columns (const PlxRows *self)
{
  return self->articles->len;
}

/* The comparison's index of the article in a column. */
guint
plx_rows_get_article (const PlxRows *self, guint column)
{
  g_return_val_if_fail (column < self->articles->len, 0);
  return g_array_index (self->articles, guint, column);
}

/**
 * plx_rows_get_cell:
 * @self: rows
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none) (element-type PlxPassage): the passages of the cell, in order; empty where the article does
 *   not have it
 */
const GArray *
plx_rows_get_cell (const PlxRows *self, guint row, guint column)
{
  g_return_val_if_fail (row < plx_rows_get_n_rows (self) && column < self->articles->len, NULL);
  return g_ptr_array_index (self->cells, row * self->articles->len + column);
}

/**
 * plx_rows_dup_differences:
 * @self: rows
 * @row: a row
 * @column: the column whose wording is asked for
 * @other_column: the column it is compared with
 *
 * Finds what differs in @column's cell from @other_column's. The span "left" of each difference counts from the start
 * of @column's cell text, its passages joined by one character, "right" likewise in the other cell.
 *
 * Returns: (transfer full) (element-type PlxDifference): the differences; none when either cell is empty
 */
GArray *
plx_rows_dup_differences (const PlxRows *self, guint row, guint column, guint other_column)
{
  guint columns[2] = { column, other_column };
  GString *texts[2];
  GArray *names[2];
  GArray *differences;

  for (guint side = 0; side < 2; side++)
    {
      const GArray *cell = plx_rows_get_cell (self, row, columns[side]);
      guint article = plx_rows_get_article (self, columns[side]);
      guint at = 0;

      texts[side] = g_string_new (NULL);
      names[side] = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
      for (guint i = 0; i < cell->len; i++)
        {
          const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);
          const PlxParagraph *paragraph =
              plx_article_get_paragraph (plx_comparison_get_article (self->comparison, article), passage->paragraph);
          g_autofree char *text = plx_paragraph_dup_text (paragraph, passage->span);
          g_autoptr (GArray) inside =
              plx_comparison_dup_names (self->comparison, article, passage->paragraph, passage->span);

          if (i > 0)
            {
              g_string_append_c (texts[side], '\n');
              at++;
            }
          for (guint k = 0; k < inside->len; k++)
            {
              PlxNameSpan name = g_array_index (inside, PlxNameSpan, k);

              name.span.start += at - passage->span.start;
              name.span.end += at - passage->span.start;
              g_array_append_val (names[side], name);
            }
          g_string_append (texts[side], text);
          at += passage->span.end - passage->span.start;
        }
    }

  if (texts[0]->len > 0 && texts[1]->len > 0)
    differences = plx_word_diff (texts[0]->str, texts[1]->str, names[0], names[1]);
  else
    differences = g_array_new (FALSE, FALSE, sizeof (PlxDifference));
  g_array_unref (names[0]);
  g_array_unref (names[1]);
  g_string_free (texts[0], TRUE);
  g_string_free (texts[1], TRUE);

  return differences;
}

/**
 * plx_rows_find:
 * @self: rows
 * @column: a column
 * @paragraph: number of a paragraph of its article
 * @offset: code point in the paragraph's text
 *
 * Returns: the row in which that place stands, or -1
 */
int
plx_rows_find (const PlxRows *self, guint column, guint paragraph, guint offset)
{
  for (guint row = 0; row < plx_rows_get_n_rows (self); row++)
    {
      const GArray *cell = plx_rows_get_cell (self, row, column);

      for (guint i = 0; i < cell->len; i++)
        {
          const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);

          if (passage->paragraph == paragraph && offset >= passage->span.start && offset <= passage->span.end)
            return row;
        }
    }
  return -1;
}

/**
 * plx_rows_count_states:
 * @self: rows
 * @column: a column
 * @counts: (out): how many passages of the column are in each #PlxPassageState
 */
void
plx_rows_count_states (const PlxRows *self, guint column, guint counts[5])
{
  for (guint i = 0; i < 5; i++)
    counts[i] = 0;
  for (guint row = 0; row < plx_rows_get_n_rows (self); row++)
    {
      const GArray *cell = plx_rows_get_cell (self, row, column);

      for (guint i = 0; i < cell->len; i++)
        counts[g_array_index (cell, PlxPassage, i).state]++;
    }
}
