/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_html_date_parse (const char *text, gboolean month_first);

G_END_DECLS
