/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

GArray *plx_recognizer_find_mentions (PlxArticle *article, GPtrArray *tokens);

G_END_DECLS
