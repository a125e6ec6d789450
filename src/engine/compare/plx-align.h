/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/compare/plx-link.h"
#include "engine/compare/plx-units.h"

G_BEGIN_DECLS

/**
 * PlxAligner:
 *
 * Finds what two of the articles of a comparison say alike. Made once for all pairs of it.
 */
typedef struct _PlxAligner PlxAligner;

/**
 * PlxExplanation:
 * @feature: name of a feature
 * @value: its value for the two sentences
 * @contribution: what it adds to the log-odds of the score
 *
 * One of the things that a score is made of.
 */
typedef struct
{
  const char *feature;
  double value;
  double contribution;
} PlxExplanation;

PlxAligner *plx_aligner_new (GPtrArray *annotations, PlxEntities *entities);
void plx_aligner_free (PlxAligner *self);
const PlxUnits *plx_aligner_get_units (const PlxAligner *self);
PlxPair *plx_aligner_align (const PlxAligner *self, guint left, guint right, GCancellable *cancellable, GError **error);
GArray *plx_aligner_explain (const PlxAligner *self, guint left, PlxSentenceRef left_sentence, guint right,
                             PlxSentenceRef right_sentence, double *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAligner, plx_aligner_free)

G_END_DECLS
