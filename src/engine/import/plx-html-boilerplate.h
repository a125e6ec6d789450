/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"
#include "engine/import/plx-html-blocks.h"

G_BEGIN_DECLS

gboolean plx_html_boilerplate_find_phrase (const PlxHtmlBlock *block, PlxRemovalReason *reason);
PlxRemovalReason plx_html_boilerplate_reason (const PlxHtmlBlock *block, guint roles);

G_END_DECLS
