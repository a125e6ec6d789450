/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sidebar/plx-sidebar-filter.h"
#include "ui/sidebar/plx-sidebar-row.h"
#include "ui/sidebar/plx-sidebar.h"

G_BEGIN_DECLS

struct _PlxSidebar
{
  AdwBin parent_instance;

  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *menu;

  GListModel *stories;
  PlxSidebarFilter *filter;
  GtkTreeListModel *tree;
  GtkSelectionModel *selection;
  PlxComparison *comparison;
  GHashTable *bound_rows; /* set of PlxSidebarRow, not owned */
  guint changed_source;
  guint activated_source;
  gboolean search_mode;
};

PlxSidebarRow *plx_sidebar_row_of_widget (GtkWidget *widget);

void plx_sidebar_install_actions (GtkWidgetClass *widget_class);
void plx_sidebar_init_actions (PlxSidebar *self);

G_END_DECLS
