/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_DOT (plx_source_dot_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourceDot, plx_source_dot, PLX, SOURCE_DOT, GtkWidget)

GtkWidget *plx_source_dot_new (guint color);
void plx_source_dot_set_color (PlxSourceDot *self, guint color);

G_END_DECLS
