/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/compare/plx-units.h"

G_BEGIN_DECLS

/**
 * PlxSimilarity:
 * @left: index of a unit of the left article
 * @right: index of a unit of the right article
 * @cosine: cosine of their character n-grams, 0 to 1
 * @shared: summed weight of the stems both have
 * @score: calibrated probability that they say the same thing
 *
 * How alike two sentences are.
 */
typedef struct
{
  guint left;
  guint right;
  double cosine;
  double shared;
  double score;
} PlxSimilarity;

GArray *plx_similarity_of_articles (const PlxUnits *units, guint left, guint right, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
