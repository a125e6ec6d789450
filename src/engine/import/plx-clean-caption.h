/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

gboolean plx_clean_is_caption (const PlxTextLine *line);

G_END_DECLS
