/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"
#include "engine/import/plx-text-metadata.h"

G_BEGIN_DECLS

void plx_clean_mark_furniture (GPtrArray *lines);
void plx_clean_article (GPtrArray *lines, guint start, guint end, PlxTextMetadata *metadata);

G_END_DECLS
