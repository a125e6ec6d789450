/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-main-order.h"

#include "engine/compare/plx-link.h"

/* The heaviest chain that ends at or before a right paragraph. */
typedef struct
{
  double weight;
  int last;
} Chain;

static guint
left_of (const PlxLink *link)
{
  return g_array_index (link->left, guint, 0);
}

static guint
right_of (const PlxLink *link)
{
  return g_array_index (link->right, guint, 0);
}

/* Chains are kept in a Fenwick tree (Fenwick 1994) by right paragraph, from 1. */
static Chain
heaviest_up_to (const Chain *tree, guint right)
{
  Chain best = { 0, -1 };

  for (; right > 0; right -= right & -right)
    if (tree[right].weight > best.weight)
      best = tree[right];
  return best;
}

static void
offer (Chain *tree, guint n, guint right, Chain chain)
{
  for (; right <= n; right += right & -right)
    if (chain.weight > tree[right].weight)
      tree[right] = chain;
}

/**
 * plx_main_order_mark_moved:
 * @links: (element-type PlxLink): the links of a pair, by left and then by right paragraph
 *
 * Finds the order that most of two articles share, as the heaviest chain of links that do not cross (a weighted
 * longest non-decreasing subsequence, Fredman 1975), and marks every link outside it as moved. Takes n·log n.
 */
void
plx_main_order_mark_moved (GPtrArray *links)
{
  g_autofree int *previous = g_new0 (int, links->len);
  g_autofree Chain *tree = NULL;
  guint n = 0;
  int last;

  for (guint i = 0; i < links->len; i++)
    n = MAX (n, right_of (g_ptr_array_index (links, i)));
  tree = g_new0 (Chain, n + 1);

  for (guint i = 0; i < links->len; i++)
    {
      PlxLink *link = g_ptr_array_index (links, i);
      Chain before = heaviest_up_to (tree, right_of (link));
      Chain chain = { before.weight + link->score, i };

      g_return_if_fail (i == 0 || left_of (g_ptr_array_index (links, i - 1)) <= left_of (link));
      link->moved = TRUE;
      previous[i] = before.last;
      offer (tree, n, right_of (link), chain);
    }

  last = n > 0 ? heaviest_up_to (tree, n).last : -1;
  for (; last >= 0; last = previous[last])
    ((PlxLink *)g_ptr_array_index (links, last))->moved = FALSE;
}
