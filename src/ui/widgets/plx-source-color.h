/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_N_SOURCE_COLORS 8

guint plx_source_color_of_name (const char *source);
void plx_source_colors_assign (const char *const *sources, guint n_sources, guint *colors);
void plx_source_color_get (guint color, gboolean dark, GdkRGBA *rgba);

G_END_DECLS
