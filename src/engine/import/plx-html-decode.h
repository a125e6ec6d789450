/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plx_html_decode (GBytes *bytes, gsize *length);

G_END_DECLS
