/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-statement.h"

/* Sentences of all articles, numbered through, and a union-find forest over them. */
typedef struct
{
  guint article;
  PlxSentenceRef ref;
  guint parent;
} Node;

static guint
root_of (GArray *nodes, guint i)
{
  while (g_array_index (nodes, Node, i).parent != i)
    i = g_array_index (nodes, Node, i).parent;
  return i;
}

static guint
find_node (GArray *nodes, guint article, PlxSentenceRef ref)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = &g_array_index (nodes, Node, i);

      if (node->article == article && node->ref.paragraph == ref.paragraph && node->ref.sentence == ref.sentence)
        return i;
    }
  g_return_val_if_reached (0);
}

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

/**
 * plx_statements_build:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @pairs: (element-type PlxPair): their links
 *
 * Clusters linked sentences into statements.
 *
 * Returns: (transfer full) (element-type PlxStatement): the statements
 */
GPtrArray *
plx_statements_build (GPtrArray *annotations, GPtrArray *pairs)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify)statement_free);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  for (guint a = 0; a < annotations->len; a++)
    {
      PlxArticle *article = plx_annotation_get_article (g_ptr_array_index (annotations, a));

      for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
        {
          const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);

          if (paragraph->kind == PLX_PARAGRAPH_HEADING || paragraph->kind == PLX_PARAGRAPH_CAPTION)
            continue;
          for (guint s = 1; s <= paragraph->sentences->len; s++)
            {
              Node node = { a, { p, s }, nodes->len };

              g_array_append_val (nodes, node);
            }
        }
    }

  for (guint k = 0; k < pairs->len; k++)
    {
      const PlxPair *pair = g_ptr_array_index (pairs, k);

      for (guint l = 0; l < pair->links->len; l++)
        {
          const PlxLink *link = g_ptr_array_index (pair->links, l);

          for (guint s = 0; s < link->sentences->len; s++)
            {
              const PlxSentencePair *sentences = &g_array_index (link->sentences, PlxSentencePair, s);
              guint x = root_of (nodes, find_node (nodes, pair->left, sentences->left));
              guint y = root_of (nodes, find_node (nodes, pair->right, sentences->right));

              g_array_index (nodes, Node, MAX (x, y)).parent = MIN (x, y);
            }
        }
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = &g_array_index (nodes, Node, i);
      gpointer root = GUINT_TO_POINTER (root_of (nodes, i) + 1);
      PlxStatement *statement = g_hash_table_lookup (by_root, root);
      PlxCell *cell;

      if (statement == NULL)
        {
          statement = g_new0 (PlxStatement, 1);
          statement->id = statements->len;
          statement->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cell_free);
          g_ptr_array_add (statements, statement);
          g_hash_table_insert (by_root, root, statement);
        }
      cell = (PlxCell *)plx_statement_get_cell (statement, node->article);
      if (cell == NULL)
        {
          cell = g_new0 (PlxCell, 1);
          cell->article = node->article;
          cell->relation = PLX_RELATION_REWORDED;
          cell->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
          g_ptr_array_add (statement->cells, cell);
        }
      g_array_append_val (cell->sentences, node->ref);
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
