/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/compare/plx-comparison.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_VIEW (plx_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareView, plx_compare_view, PLX, COMPARE_VIEW, GtkWidget)

#define PLX_HIGHLIGHT(type) (1u << (type))
#define PLX_HIGHLIGHT_ALL   ((1u << PLX_N_ENTITY_TYPES) - 1)

GtkWidget *plx_compare_view_new (void);
void plx_compare_view_set_comparison (PlxCompareView *self, PlxComparison *comparison, const guint *articles,
                                      guint n_articles, guint reference);
double plx_compare_view_get_zoom (PlxCompareView *self);
void plx_compare_view_set_zoom (PlxCompareView *self, double zoom);
guint plx_compare_view_get_highlights (PlxCompareView *self);
void plx_compare_view_set_highlights (PlxCompareView *self, guint highlights);
int plx_compare_view_get_current_row (PlxCompareView *self);
void plx_compare_view_show_row (PlxCompareView *self, guint row);
gboolean plx_compare_view_show_passage (PlxCompareView *self, guint article, guint paragraph, guint offset);

G_END_DECLS
