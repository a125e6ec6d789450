/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-statement.h"

#include "engine/compare/plx-statement-clusters.h"

static void
cell_free (PlxCell *cell)
{
  g_array_unref (cell->sentences);
  g_free (cell);
}

static void
statement_free (PlxStatement *statement)
{
  g_ptr_array_unref (statement->cells);
  g_free (statement);
}

static PlxStatement *
statement_new (guint id)
{
  PlxStatement *statement = g_new0 (PlxStatement, 1);

  statement->id = id;
  statement->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cell_free);

  return statement;
}

static PlxCell *
add_cell (PlxStatement *statement, guint article)
{
  PlxCell *cell = g_new0 (PlxCell, 1);

  cell->article = article;
  cell->relation = PLX_RELATION_PARTIAL;
  cell->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  g_ptr_array_add (statement->cells, cell);

  return cell;
}

/**
 * plx_statements_build:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @pairs: (element-type PlxPair): the links of every two of them
 *
 * Gathers linked sentences into statements, so that every sentence is in exactly one and links within a statement are
 * strong on average: see plx_statement_clusters_new(). What the statements are does not depend on the order of the
 * articles, only their ids and the order of their cells do.
 *
 * Returns: (transfer full) (element-type PlxStatement): the statements, by their first sentence
 */
GPtrArray *
plx_statements_build (GPtrArray *annotations, GPtrArray *pairs)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify)statement_free);
  g_autoptr (PlxStatementClusters) clusters = plx_statement_clusters_new (annotations, pairs);
  guint n = plx_statement_clusters_get_n_sentences (clusters);
  g_autofree PlxStatement **of_cluster = g_new0 (PlxStatement *, n);

  for (guint i = 0; i < n; i++)
    {
      guint cluster = plx_statement_clusters_get_cluster (clusters, i);
      guint article = plx_statement_clusters_get_article (clusters, i);
      PlxSentenceRef ref = plx_statement_clusters_get_ref (clusters, i);
      PlxStatement *statement = of_cluster[cluster];
      PlxCell *cell;

      if (statement == NULL)
        {
          statement = of_cluster[cluster] = statement_new (statements->len);
          g_ptr_array_add (statements, statement);
        }
      /* Sentences come in order of article, so the cell is the last one or a new one. */
      cell = statement->cells->len > 0 ? g_ptr_array_index (statement->cells, statement->cells->len - 1) : NULL;
      if (cell == NULL || cell->article != article)
        cell = add_cell (statement, article);
      cell->relation = MIN (cell->relation, plx_statement_clusters_get_relation (clusters, i));
      g_array_append_val (cell->sentences, ref);
    }

  return statements;
}

/**
 * plx_statement_get_cell:
 * @statement: a statement
 * @article: index of an article
 *
 * Returns: (transfer none) (nullable): what the article says of it, %NULL when nothing
 */
const PlxCell *
plx_statement_get_cell (const PlxStatement *statement, guint article)
{
  for (guint i = 0; i < statement->cells->len; i++)
    {
      const PlxCell *cell = g_ptr_array_index (statement->cells, i);

      if (cell->article == article)
        return cell;
    }
  return NULL;
}
