/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/compare/plx-compare-grid.h"
#include "ui/compare/plx-compare-view.h"
#include "ui/compare/plx-name-hover.h"

G_BEGIN_DECLS

#define PLX_MIN_ZOOM  0.5
#define PLX_MAX_ZOOM  3.0
#define PLX_ZOOM_STEP 1.1

struct _PlxCompareView
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *scroller;
  PlxCompareGrid *grid;
  GtkWidget *strip;
  PlxNameHover *hover;
  GtkCssProvider *zoom_provider;
  AdwAnimation *scroll_animation;

  PlxComparison *comparison;
  PlxRows *rows;
  /* Of guint: the articles in the columns. */
  GArray *articles;
  guint reference;

  double zoom;
  guint highlights;
  guint active_column;
  /* A row to bring into view as soon as it is known where the rows stand, or -1. */
  int pending_row;
};

void plx_compare_view_go_to_row (PlxCompareView *self, guint row);
void plx_compare_view_rearrange (PlxCompareView *self, const guint *articles, guint n_articles, guint reference);

void plx_compare_view_install_actions (GtkWidgetClass *widget_class);
void plx_compare_view_update_actions (PlxCompareView *self);

G_END_DECLS
