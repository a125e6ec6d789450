/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-link.h"

static void
link_free (PlxLink *link)
{
  g_array_unref (link->left);
  g_array_unref (link->right);
  g_array_unref (link->sentences);
  g_strfreev (link->why);
  g_free (link);
}

/**
 * plx_link_new:
 * @left: number of a paragraph of the left article
 * @right: number of a paragraph of the right article
 *
 * Returns: (transfer full): a link between two paragraphs, without sentences and reasons, to be added to a #PlxPair
 */
PlxLink *
plx_link_new (guint left, guint right)
{
  PlxLink *link = g_new0 (PlxLink, 1);

  link->left = g_array_new (FALSE, FALSE, sizeof (guint));
  link->right = g_array_new (FALSE, FALSE, sizeof (guint));
  link->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSentencePair));
  link->relation = PLX_RELATION_PARTIAL;
  link->why = g_new0 (char *, 1);
  g_array_append_val (link->left, left);
  g_array_append_val (link->right, right);

  return link;
}

/**
 * plx_pair_new:
 * @left: index of an article
 * @right: index of another, greater than @left
 *
 * Returns: (transfer full): a pair of articles without links
 */
PlxPair *
plx_pair_new (guint left, guint right)
{
  PlxPair *pair = g_new0 (PlxPair, 1);

  pair->left = left;
  pair->right = right;
  pair->links = g_ptr_array_new_with_free_func ((GDestroyNotify)link_free);

  return pair;
}

void
plx_pair_free (PlxPair *pair)
{
  g_ptr_array_unref (pair->links);
  g_free (pair);
}

const char *
plx_relation_to_string (PlxRelation relation)
{
  static const char *const names[] = { "same", "reworded", "partial" };

  g_return_val_if_fail ((guint)relation < G_N_ELEMENTS (names), "partial");
  return names[relation];
}
