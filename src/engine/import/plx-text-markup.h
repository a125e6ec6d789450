/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

void plx_text_markup_apply (GPtrArray *lines, const char *name);

G_END_DECLS
