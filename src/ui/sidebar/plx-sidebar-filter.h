/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/library/plx-story.h"

G_BEGIN_DECLS

#define PLX_TYPE_SIDEBAR_FILTER (plx_sidebar_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlxSidebarFilter, plx_sidebar_filter, PLX, SIDEBAR_FILTER, GObject)

PlxSidebarFilter *plx_sidebar_filter_new (GListModel *stories, PlxStory *loose);
GListModel *plx_sidebar_filter_dup_stories (PlxSidebarFilter *self);
GListModel *plx_sidebar_filter_new_articles (PlxSidebarFilter *self, PlxStory *story);
void plx_sidebar_filter_set_words (PlxSidebarFilter *self, const char *words);
gboolean plx_sidebar_filter_is_active (PlxSidebarFilter *self);
PlxStory *plx_sidebar_filter_get_common_story (PlxSidebarFilter *self, GPtrArray *articles);

G_END_DECLS
