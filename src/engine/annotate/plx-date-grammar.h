/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

void plx_date_grammar_find (const PlxParagraph *paragraph, const GArray *tokens, GArray *mentions);
char *plx_date_grammar_normalize (const char *text);

G_END_DECLS
