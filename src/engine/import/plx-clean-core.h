/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

gboolean plx_clean_find_core (GPtrArray *lines, guint start, guint end, guint *first, guint *last);

G_END_DECLS
