/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

guint plx_clean_find_title (GPtrArray *lines, guint start, guint text, guint end);

G_END_DECLS
