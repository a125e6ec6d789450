/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

char *plx_library_dup_key (PlxArticle *article);

G_END_DECLS
