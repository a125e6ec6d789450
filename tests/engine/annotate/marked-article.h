/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

PlxArticle *marked_article_read (const char *marked, GArray *mentions);
GPtrArray *marked_article_split_tokens (PlxArticle *article);

G_END_DECLS
