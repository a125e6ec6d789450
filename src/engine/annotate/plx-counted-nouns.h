/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-token-view.h"

G_BEGIN_DECLS

char *plx_counted_nouns_find (const PlxTokenView *view, guint paragraph, guint token, double value, gboolean *strong,
                              guint *end);
char *plx_counted_nouns_singular (const char *noun);
gboolean plx_counted_nouns_ends_phrase (const char *word);

G_END_DECLS
