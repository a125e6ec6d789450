/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

#define PLX_TYPE_REMOVED_WINDOW (plx_removed_window_get_type ())
G_DECLARE_FINAL_TYPE (PlxRemovedWindow, plx_removed_window, PLX, REMOVED_WINDOW, AdwWindow)

GtkWidget *plx_removed_window_new (PlxArticle *article);

G_END_DECLS
