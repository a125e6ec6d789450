/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/compare/plx-similarity.h"

G_BEGIN_DECLS

GArray *plx_cosine_find_candidates (const PlxArticleUnits *left, const PlxArticleUnits *right,
                                    GCancellable *cancellable, GError **error);

G_END_DECLS
