/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_text_date_parse_line (const char *text, gboolean *updated);

G_END_DECLS
