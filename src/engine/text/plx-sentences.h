/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-span.h"

G_BEGIN_DECLS

GArray *plx_sentences_split (const char *text, const char *language);

G_END_DECLS
