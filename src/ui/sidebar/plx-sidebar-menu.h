/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/library/plx-story.h"

G_BEGIN_DECLS

GMenuModel *plx_sidebar_menu_new (GListModel *stories, PlxStory *story, guint n_articles);

G_END_DECLS
