/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"
#include "ui/compare/plx-compare-column.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_HOVER (plx_name_hover_get_type ())
G_DECLARE_FINAL_TYPE (PlxNameHover, plx_name_hover, PLX, NAME_HOVER, GObject)

PlxNameHover *plx_name_hover_new (GtkOverlay *overlay);
void plx_name_hover_set_comparison (PlxNameHover *self, PlxComparison *comparison, const guint *articles,
                                    guint n_articles);
void plx_name_hover_watch (PlxNameHover *self, PlxCompareColumn *column);
gboolean plx_name_hover_show_at_caret (PlxNameHover *self, PlxCompareColumn *column);
gboolean plx_name_hover_dismiss (PlxNameHover *self);

G_END_DECLS
