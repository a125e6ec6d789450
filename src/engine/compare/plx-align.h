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

PlxAligner *plx_aligner_new (GPtrArray *annotations, PlxEntities *entities);
void plx_aligner_free (PlxAligner *self);
const PlxUnits *plx_aligner_get_units (const PlxAligner *self);
PlxPair *plx_aligner_align (const PlxAligner *self, guint left, guint right, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAligner, plx_aligner_free)

G_END_DECLS
