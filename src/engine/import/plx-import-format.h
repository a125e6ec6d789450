/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-import.h"

G_BEGIN_DECLS

GPtrArray *plx_import_format_read (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error);
gboolean plx_import_format_is_html (GBytes *bytes, const char *name);

G_END_DECLS
