/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-article-shares.h"

static guint
cell_length (PlxArticle *article, const PlxCell *cell)
{
  guint length = 0;

  for (guint i = 0; i < cell->sentences->len; i++)
    {
      const PlxSentenceRef *ref = &g_array_index (cell->sentences, PlxSentenceRef, i);
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, ref->paragraph);
      PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, ref->sentence - 1);

      length += span.end - span.start;
    }

  return length;
}

/**
 * plx_article_shares:
 * @comparison: a comparison
 * @article: index of one of its articles
 * @shares: (out): how the article's text divides, by code points of its sentences
 *
 * Returns: whether there is something to tell: the article has text and is compared with another
 */
gboolean
plx_article_shares (PlxComparison *comparison, guint article, PlxShares *shares)
{
  PlxArticle *object = plx_comparison_get_article (comparison, article);
  GPtrArray *statements = plx_comparison_get_statements (comparison);
  double total = 0.0;

  *shares = (PlxShares){ 0.0, 0.0, 0.0 };
  if (plx_comparison_get_n_articles (comparison) < 2)
    return FALSE;

  for (guint i = 0; i < statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (statements, i);
      const PlxCell *cell = plx_statement_get_cell (statement, article);
      double length = cell != NULL ? cell_length (object, cell) : 0.0;

      total += length;
      if (cell == NULL)
        continue;
      if (statement->cells->len == 1)
        shares->only_here += length;
      else if (cell->relation == PLX_RELATION_SAME)
        shares->shared += length;
      else
        shares->reworded += length;
    }
  if (total <= 0.0)
    return FALSE;

  shares->shared /= total;
  shares->reworded /= total;
  shares->only_here /= total;
  return TRUE;
}
