/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/compare/plx-rows.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_HEAD (plx_compare_head_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareHead, plx_compare_head, PLX, COMPARE_HEAD, GtkWidget)

GtkWidget *plx_compare_head_new (PlxComparison *comparison, PlxRows *rows, guint column, guint reference, guint color);
char *plx_compare_head_dup_counts (PlxComparison *comparison, PlxRows *rows, guint column);

G_END_DECLS
