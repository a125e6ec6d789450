/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY (plx_story_get_type ())
G_DECLARE_FINAL_TYPE (PlxStory, plx_story, PLX, STORY, GObject)

PlxStory *plx_story_new (const char *title);
const char *plx_story_get_title (PlxStory *self);
void plx_story_set_title (PlxStory *self, const char *title);
void plx_story_append (PlxStory *self, PlxArticle *article);
void plx_story_append_all (PlxStory *self, GPtrArray *articles);
void plx_story_insert (PlxStory *self, guint position, PlxArticle *article);
gboolean plx_story_find (PlxStory *self, PlxArticle *article, guint *position);
gboolean plx_story_remove (PlxStory *self, PlxArticle *article);

G_END_DECLS
