/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/library/plx-story.h"
#include "ui/widgets/plx-share-bar.h"

G_BEGIN_DECLS

#define PLX_TYPE_SIDEBAR_ROW (plx_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxSidebarRow, plx_sidebar_row, PLX, SIDEBAR_ROW, AdwBin)

PlxSidebarRow *plx_sidebar_row_new (void);
void plx_sidebar_row_bind (PlxSidebarRow *self, GtkTreeListRow *tree_row);
void plx_sidebar_row_unbind (PlxSidebarRow *self);
GtkTreeListRow *plx_sidebar_row_get_tree_row (PlxSidebarRow *self);
void plx_sidebar_row_set_color (PlxSidebarRow *self, guint color);
void plx_sidebar_row_set_shares (PlxSidebarRow *self, const PlxShares *shares);
void plx_sidebar_row_set_compared (PlxSidebarRow *self, gboolean compared);
char *plx_article_dup_day (PlxArticle *article);

G_END_DECLS
