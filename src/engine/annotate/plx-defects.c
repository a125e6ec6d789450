/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects.h"

/**
 * plx_defects_find:
 * @article: a frozen article
 *
 * Returns: (transfer full) (element-type PlxDefect): damage to the text, in order
 */
GArray *
plx_defects_find (PlxArticle *article)
{
  GArray *defects = g_array_new (FALSE, FALSE, sizeof (PlxDefect));

  (void)article;
  return defects;
}
