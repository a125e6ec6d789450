/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-rows.h"

G_BEGIN_DECLS

/**
 * PlxCutPassage:
 * @passage: the passage; its state is set, moved is not yet
 * @block: number of the row it belongs to, in no particular order
 * @weight: code points of it, at least 1
 *
 * A passage and the row it was dealt to, before the rows have an order.
 */
typedef struct
{
  PlxPassage passage;
  guint block;
  guint weight;
} PlxCutPassage;

/**
 * PlxPassages:
 * @columns: (element-type GArray): for each column its #PlxCutPassage, in the order of its article
 * @founders: (element-type guint): for each block the first column, in @order, that has it
 * @sizes: (element-type guint): for each block how many passages it has
 * @order: (element-type guint): the columns, the reference first
 *
 * The articles of some rows cut into passages, and the passages dealt to rows.
 */
typedef struct
{
  GPtrArray *columns;
  GArray *founders;
  GArray *sizes;
  GArray *order;
} PlxPassages;

PlxPassages *plx_passages_cut (PlxComparison *comparison, const guint *articles, guint n_articles, guint reference);
void plx_passages_free (PlxPassages *passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPassages, plx_passages_free)

G_END_DECLS
