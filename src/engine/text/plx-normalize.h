/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_normalize_fold (const char *text, gssize length);
char *plx_normalize_base_letters (const char *text, gssize length);
gboolean plx_normalize_is_unprintable (gunichar c);
char *plx_normalize_printable (const char *text);

G_END_DECLS
