/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-rows.h"

#include "engine/compare/plx-passages.h"
#include "engine/compare/plx-row-order.h"

/* Where a passage stands. */
typedef struct
{
  PlxPassage passage;
  guint row;
  /* Code points before it in its cell's text. */
  guint cell_offset;
} Place;

struct _PlxRows
{
  gatomicrefcount references;
  PlxComparison *comparison;
  GArray *articles;
  guint reference;
  guint n_rows;
  /* Row-major: row * n_columns + column; each a GArray of PlxPassage. */
  GPtrArray *cells;
  /* For each column a GArray of Place in the order of its article. */
  GPtrArray *places;
};

static GArray *
cell_at (const PlxRows *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->articles->len + column);
}

static void
fill (PlxRows *self, const PlxPassages *passages, const GArray *row_of_block)
{
  for (guint b = 0; b < row_of_block->len; b++)
    if (g_array_index (passages->sizes, guint, b) > 0)
      self->n_rows = MAX (self->n_rows, g_array_index (row_of_block, guint, b) + 1);
  for (guint i = 0; i < self->n_rows * self->articles->len; i++)
    g_ptr_array_add (self->cells, g_array_new (FALSE, FALSE, sizeof (PlxPassage)));

  for (guint c = 0; c < self->articles->len; c++)
    {
      const GArray *cuts = g_ptr_array_index (passages->columns, c);
      g_autofree guint *lengths = g_new0 (guint, self->n_rows + 1);
      GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), cuts->len);

      for (guint i = 0; i < cuts->len; i++)
        {
          const PlxCutPassage *cut = &g_array_index (cuts, PlxCutPassage, i);
          Place place = { cut->passage, g_array_index (row_of_block, guint, cut->block), 0 };
          GArray *cell = cell_at (self, place.row, c);

          place.cell_offset = lengths[place.row] + (cell->len > 0 ? 1 : 0);
          lengths[place.row] = place.cell_offset + cut->passage.span.end - cut->passage.span.start;
          g_array_append_val (cell, cut->passage);
          g_array_append_val (places, place);
        }
      g_ptr_array_add (self->places, places);
    }
}

/**
 * plx_rows_new:
 * @comparison: a comparison
 * @articles: (array length=n_articles): indices of the articles to show, each once, in the order of the columns
 * @n_articles: how many columns, at least 1
 * @reference: column whose own order the rows follow
 *
 * Lays articles side by side: the reference in its own order, what others say alike beside it, what only others have
 * where their neighbours stand. The passages of every column that are not marked as moved stand in their article's own
 * order. The same arguments always give the same rows.
 *
 * Returns: (transfer full): the rows
 */
PlxRows *
plx_rows_new (PlxComparison *comparison, const guint *articles, guint n_articles, guint reference)
{
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (GArray) row_of_block = NULL;
  PlxRows *self;

  g_return_val_if_fail (PLX_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (n_articles > 0 && reference < n_articles, NULL);

  self = g_new0 (PlxRows, 1);
  g_atomic_ref_count_init (&self->references);
  self->comparison = g_object_ref (comparison);
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->articles, articles, n_articles);
  self->reference = reference;
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  passages = plx_passages_cut (comparison, articles, n_articles, reference);
  row_of_block = plx_row_order_find (passages);
  fill (self, passages, row_of_block);

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
  g_ptr_array_unref (self->places);
  g_free (self);
}

/**
 * plx_rows_get_comparison:
 * @self: rows
 *
 * Returns: (transfer none): the comparison they show
 */
PlxComparison *
plx_rows_get_comparison (const PlxRows *self)
{
  return self->comparison;
}

guint
plx_rows_get_n_rows (const PlxRows *self)
{
  return self->n_rows;
}

guint
plx_rows_get_n_columns (const PlxRows *self)
{
  return self->articles->len;
}

/* The column whose order the rows follow. */
guint
plx_rows_get_reference (const PlxRows *self)
{
  return self->reference;
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
 * Returns: (transfer none) (element-type PlxPassage): the passages of the cell, in the order of the article; empty
 *   where the article does not have it
 */
const GArray *
plx_rows_get_cell (const PlxRows *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->articles->len, NULL);
  return cell_at (self, row, column);
}

static gboolean
passage_has_statement (const PlxRows *self, guint column, const PlxPassage *passage, int statement)
{
  for (guint s = 0; s < passage->n_sentences; s++)
    if (plx_comparison_find_statement (self->comparison, g_array_index (self->articles, guint, column),
                                       passage->paragraph, passage->first_sentence + s)
        == statement)
      return TRUE;
  return FALSE;
}

static gboolean
share_statement (const PlxRows *self, guint row, guint column, guint other)
{
  const GArray *cell = cell_at (self, row, column), *counterpart = cell_at (self, row, other);

  for (guint i = 0; i < cell->len; i++)
    {
      const PlxPassage *passage = &g_array_index (cell, PlxPassage, i);

      for (guint s = 0; s < passage->n_sentences; s++)
        {
          int statement = plx_comparison_find_statement (self->comparison, plx_rows_get_article (self, column),
                                                         passage->paragraph, passage->first_sentence + s);

          for (guint k = 0; statement >= 0 && k < counterpart->len; k++)
            if (passage_has_statement (self, other, &g_array_index (counterpart, PlxPassage, k), statement))
              return TRUE;
        }
    }
  return FALSE;
}

/**
 * plx_rows_get_counterpart:
 * @self: rows
 * @row: a row
 * @column: a column
 *
 * The column that a cell's wording is best compared with: the reference, where it says the same thing in this row,
 * else the first column that does.
 *
 * Returns: the column, or -1 when no other cell of the row says it
 */
int
plx_rows_get_counterpart (const PlxRows *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->articles->len, -1);

  if (column != self->reference && share_statement (self, row, column, self->reference))
    return self->reference;
  for (guint other = 0; other < self->articles->len; other++)
    if (other != column && other != self->reference && share_statement (self, row, column, other))
      return other;
  return -1;
}

/**
 * plx_rows_get_elsewhere:
 * @self: rows
 * @row: a row
 * @column: a column whose cell is empty in @row
 *
 * Finds out whether an article that has nothing in a row says it, or part of it, in another one, as when a long
 * paragraph of it takes up several statements: "not found here" would be wrong.
 *
 * Returns: the row where the article says it, or -1 when it does not
 */
int
plx_rows_get_elsewhere (const PlxRows *self, guint row, guint column)
{
  GPtrArray *statements = plx_comparison_get_statements (self->comparison);
  guint article;

  g_return_val_if_fail (row < self->n_rows && column < self->articles->len, -1);

  article = plx_rows_get_article (self, column);
  for (guint c = 0; c < self->articles->len; c++)
    for (guint i = 0; i < cell_at (self, row, c)->len; i++)
      {
        const PlxPassage *passage = &g_array_index (cell_at (self, row, c), PlxPassage, i);

        for (guint s = 0; s < passage->n_sentences; s++)
          {
            int statement = plx_comparison_find_statement (self->comparison, plx_rows_get_article (self, c),
                                                           passage->paragraph, passage->first_sentence + s);
            const PlxCell *cell =
                statement >= 0 ? plx_statement_get_cell (g_ptr_array_index (statements, statement), article) : NULL;

            if (cell != NULL)
              {
                PlxSentenceRef ref = g_array_index (cell->sentences, PlxSentenceRef, 0);
                const PlxParagraph *paragraph =
                    plx_article_get_paragraph (plx_comparison_get_article (self->comparison, article), ref.paragraph);

                return plx_rows_find (self, column, ref.paragraph,
                                      g_array_index (paragraph->sentences, PlxSpan, ref.sentence - 1).start);
              }
          }
      }
  return -1;
}

/* The place of a paragraph's code point, by binary search; between two passages that of the one before. */
static const Place *
find_place (const PlxRows *self, guint column, guint paragraph, guint offset)
{
  const GArray *places = g_ptr_array_index (self->places, column);
  const Place *place;
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      place = &g_array_index (places, Place, middle);
      if (place->passage.paragraph < paragraph
          || (place->passage.paragraph == paragraph && place->passage.span.start <= offset))
        low = middle + 1;
      else
        high = middle;
    }
  place = low > 0 ? &g_array_index (places, Place, low - 1) : NULL;

  return place != NULL && place->passage.paragraph == paragraph ? place : NULL;
}

/**
 * plx_rows_find:
 * @self: rows
 * @column: a column
 * @paragraph: number of a paragraph of its article
 * @offset: code point in the paragraph's text
 *
 * Returns: the row in which that place stands, or -1 when the article has no such paragraph
 */
int
plx_rows_find (const PlxRows *self, guint column, guint paragraph, guint offset)
{
  const Place *place;

  g_return_val_if_fail (column < self->articles->len, -1);

  place = find_place (self, column, paragraph, offset);
  return place != NULL ? (int)place->row : -1;
}

/**
 * plx_rows_find_offset:
 * @self: rows
 * @column: a column
 * @paragraph: number of a paragraph of its article
 * @offset: code point in the paragraph's text
 * @row: (out): the row in which that place stands
 * @cell_offset: (out): the same place in code points of the cell's text
 *
 * Returns: whether the article has such a paragraph
 */
gboolean
plx_rows_find_offset (const PlxRows *self, guint column, guint paragraph, guint offset, guint *row, guint *cell_offset)
{
  const Place *place;

  g_return_val_if_fail (column < self->articles->len, FALSE);

  place = find_place (self, column, paragraph, offset);
  if (place == NULL)
    return FALSE;
  *row = place->row;
  *cell_offset = place->cell_offset + MIN (offset, place->passage.span.end) - place->passage.span.start;
  return TRUE;
}

/**
 * plx_rows_find_statement:
 * @self: rows
 * @statement: id of a statement
 *
 * Returns: the row in which it stands, that of the reference's cell when it has one; -1 when no shown article has it
 */
int
plx_rows_find_statement (const PlxRows *self, guint statement)
{
  GPtrArray *statements = plx_comparison_get_statements (self->comparison);

  g_return_val_if_fail (statement < statements->len, -1);

  for (guint k = 0; k <= self->articles->len; k++)
    {
      guint column = k == 0 ? self->reference : k - 1;
      guint article = plx_rows_get_article (self, column);
      const PlxCell *cell = plx_statement_get_cell (g_ptr_array_index (statements, statement), article);

      if (cell != NULL)
        {
          PlxSentenceRef ref = g_array_index (cell->sentences, PlxSentenceRef, 0);
          const PlxParagraph *paragraph =
              plx_article_get_paragraph (plx_comparison_get_article (self->comparison, article), ref.paragraph);

          return plx_rows_find (self, column, ref.paragraph,
                                g_array_index (paragraph->sentences, PlxSpan, ref.sentence - 1).start);
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
  const GArray *places;

  g_return_if_fail (column < self->articles->len);

  places = g_ptr_array_index (self->places, column);
  for (guint i = 0; i < 5; i++)
    counts[i] = 0;
  for (guint i = 0; i < places->len; i++)
    counts[g_array_index (places, Place, i).passage.state]++;
}
