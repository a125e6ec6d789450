/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/compare/plx-units.h"

G_BEGIN_DECLS

/**
 * PlxFeature:
 * @PLX_FEATURE_COSINE: cosine of character n-grams
 * @PLX_FEATURE_SHARED: logarithm of the summed weight of shared stems
 * @PLX_FEATURE_UNIQUE: shared stems that stand once in either article
 * @PLX_FEATURE_LENGTH: logarithm of both lengths: a short sentence is alike by chance more easily
 * @PLX_FEATURE_SIZE: logarithm of the number of sentence pairs, negative: the more pairs, the fewer are linked
 * @PLX_FEATURE_LEAD: whether both stand at the top, where articles sum up
 * @PLX_FEATURE_EARLY: whether either stands early
 * @PLX_FEATURE_POSITION: distance of their relative positions
 * @PLX_FEATURE_NEIGHBOURS: cosines of the sentences around them
 * @PLX_FEATURE_COSINE_MARGIN: how far the cosine is above the next best on the side where it is less so
 * @PLX_FEATURE_COSINE_BEST: the same on the other side
 * @PLX_FEATURE_SHARED_MARGIN: the same for the shared weight, where it is less so
 * @PLX_FEATURE_SHARED_BEST: and on the other side
 * @PLX_FEATURE_QUOTED: weight of the quoted stems of one that the other has, quoted or not
 * @PLX_FEATURE_QUOTED_PART: what part of the quotation's weight that is
 *
 * What the score of two sentences is made of.
 */
typedef enum
{
  PLX_FEATURE_COSINE,
  PLX_FEATURE_SHARED,
  PLX_FEATURE_UNIQUE,
  PLX_FEATURE_LENGTH,
  PLX_FEATURE_SIZE,
  PLX_FEATURE_LEAD,
  PLX_FEATURE_EARLY,
  PLX_FEATURE_POSITION,
  PLX_FEATURE_NEIGHBOURS,
  PLX_FEATURE_COSINE_MARGIN,
  PLX_FEATURE_COSINE_BEST,
  PLX_FEATURE_SHARED_MARGIN,
  PLX_FEATURE_SHARED_BEST,
  PLX_FEATURE_QUOTED,
  PLX_FEATURE_QUOTED_PART,
} PlxFeature;

#define PLX_N_FEATURES 15

/**
 * PlxSimilarity:
 * @left: index of a unit of the left article
 * @right: index of a unit of the right article
 * @features: values, by #PlxFeature
 * @coverage: how much of the sentence with less weight the other has, 0 to 1
 * @score: calibrated probability that they say the same thing
 *
 * How alike two sentences are.
 */
typedef struct
{
  guint left;
  guint right;
  float features[PLX_N_FEATURES];
  float coverage;
  float score;
} PlxSimilarity;

GArray *plx_similarity_of_articles (const PlxUnits *units, guint left, guint right, GCancellable *cancellable,
                                    GError **error);
gboolean plx_similarity_is_link (const PlxSimilarity *similarity);
PlxRelation plx_similarity_get_relation (const PlxSimilarity *similarity);
double plx_similarity_get_contribution (const PlxSimilarity *similarity, PlxFeature feature);
double plx_similarity_get_constant (void);
double plx_similarity_get_threshold (void);
const char *plx_feature_to_string (PlxFeature feature);

G_END_DECLS
