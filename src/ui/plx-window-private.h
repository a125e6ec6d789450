/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/library/plx-library.h"
#include "ui/compare/plx-compare-view.h"
#include "ui/plx-import-operation.h"
#include "ui/plx-window.h"
#include "ui/sidebar/plx-sidebar.h"

G_BEGIN_DECLS

/* What the files of the window share: plx-window.c has its parts and the comparison, plx-window-actions.c what menus
 * and keys do, plx-window-import.c the ways in for articles. */
struct _PlxWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwFlap *flap;
  AdwHeaderBar *header;
  GtkMenuButton *menu_button;
  PlxSidebar *sidebar;
  AdwWindowTitle *window_title;
  GtkWidget *highlights_button;
  GtkWidget *difference_box;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkWidget *show_stories_button;
  PlxCompareView *compare_view;
  GtkRevealer *import_revealer;
  GtkLabel *import_label;
  GtkProgressBar *import_progress;
  GtkRevealer *drop_revealer;
  GtkLabel *drop_label;
  GtkFileChooserNative *chooser;
  AdwToast *message_toast;  /* weak */
  AdwToast *undo_toast;     /* weak */
  AdwToast *failures_toast; /* weak */

  PlxLibrary *library;
  PlxImportOperation *import;
  guint import_reveal_source;
  GPtrArray *failures; /* of the last import, for its details */
  gboolean failures_pending;

  GPtrArray *compared; /* the articles that are shown or being compared; %NULL when none */
  PlxStory *compared_story;
  PlxArticle *reference;
  PlxComparison *comparison;
  GCancellable *compare_cancellable;

  gboolean disposed;
};

void plx_window_show_toast (PlxWindow *self, AdwToast *toast, AdwToast **place);
void plx_window_show_message (PlxWindow *self, const char *message);
void plx_window_compare_again (PlxWindow *self);
void plx_window_update_page (PlxWindow *self);

void plx_window_install_actions (GtkWidgetClass *widget_class);
void plx_window_init_actions (PlxWindow *self);
void plx_window_update_actions (PlxWindow *self);

void plx_window_init_import (PlxWindow *self);
void plx_window_dispose_import (PlxWindow *self);
void plx_window_paste (PlxWindow *self);
void plx_window_show_failures (PlxWindow *self);

G_END_DECLS
