/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_html_clean_title (const char *title, const char *site, const char *host);
char *plx_html_clean_byline (const char *byline, gboolean declared);
char *plx_html_find_agency (const char *byline);
gboolean plx_html_same_name (const char *a, const char *b);

G_END_DECLS
