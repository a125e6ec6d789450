/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-name-document.h"

G_BEGIN_DECLS

/**
 * PlxNameModel:
 *
 * A linear-chain model that labels the tokens of a document as parts of names. Immutable.
 */
typedef struct _PlxNameModel PlxNameModel;

/**
 * PlxNamePasses:
 * @PLX_NAME_PASS_ONE: each sentence for itself
 * @PLX_NAME_PASS_BOTH: again, with what the first pass found in the rest of the document
 */
typedef enum
{
  PLX_NAME_PASS_ONE,
  PLX_NAME_PASS_BOTH,
} PlxNamePasses;

PlxNameModel *plx_name_model_new (GBytes *bytes, GError **error);
GBytes *plx_name_model_write (guint n_features, const guint32 *hashes, const float *weights,
                              const float transitions[PLX_N_NAME_LABELS][PLX_N_NAME_LABELS]);
void plx_name_model_free (PlxNameModel *self);
const PlxNameModel *plx_name_model_get_default (void);
guint8 *plx_name_model_label (const PlxNameModel *self, PlxNameDocument *document, PlxNamePasses passes);
gboolean plx_name_label_may_follow (guint before, guint after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameModel, plx_name_model_free)

G_END_DECLS
