/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-metadata.h"

G_BEGIN_DECLS

gboolean plx_text_outlet_take_line (PlxTextMetadata *metadata, const PlxTextLine *line, const char *credit);

G_END_DECLS
