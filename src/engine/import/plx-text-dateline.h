/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-metadata.h"

G_BEGIN_DECLS

char *plx_text_dateline_dup_credit (const char *paragraph);
void plx_text_dateline_take (PlxTextMetadata *metadata, const char *paragraph);

G_END_DECLS
