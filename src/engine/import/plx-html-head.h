/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-metadata.h"

G_BEGIN_DECLS

gboolean plx_html_head_is_metadata (const PlxHtmlBlock *block, const PlxHtmlMetadata *metadata);
void plx_html_head_complete (PlxHtmlMetadata *metadata, GArray *blocks, guint text);

G_END_DECLS
