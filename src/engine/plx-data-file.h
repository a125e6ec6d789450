/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GMappedFile *plx_data_file_map (const char *name, GError **error);
char *plx_data_file_find (const char *name);

G_END_DECLS
