/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *plx_html_append_reference (GString *text, const char *reference, const char *end, gboolean in_attribute);

G_END_DECLS
