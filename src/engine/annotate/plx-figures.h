/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

GArray *plx_figures_find (PlxArticle *article, GPtrArray *tokens, const GArray *mentions);

G_END_DECLS
