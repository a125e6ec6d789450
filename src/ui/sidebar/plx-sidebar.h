/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/compare/plx-comparison.h"
#include "engine/library/plx-story.h"

G_BEGIN_DECLS

#define PLX_TYPE_SIDEBAR (plx_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PlxSidebar, plx_sidebar, PLX, SIDEBAR, AdwBin)

void plx_sidebar_set_stories (PlxSidebar *self, GListModel *stories, PlxStory *loose);
GPtrArray *plx_sidebar_dup_chosen (PlxSidebar *self, PlxStory **story);
void plx_sidebar_choose_story (PlxSidebar *self, PlxStory *story);
void plx_sidebar_choose_articles (PlxSidebar *self, GPtrArray *articles);
void plx_sidebar_set_comparison (PlxSidebar *self, PlxComparison *comparison);
GtkListView *plx_sidebar_get_list (PlxSidebar *self);

G_END_DECLS
