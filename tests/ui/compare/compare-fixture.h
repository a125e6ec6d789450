/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/plx-compare-grid.h"
#include "ui/compare/plx-compare-view.h"

G_BEGIN_DECLS

/* A window with the Compare view; columns are found through the grid. */
typedef struct
{
  GtkWindow *window;
  PlxCompareView *view;
  PlxCompareGrid *grid;
} CompareFixture;

PlxComparison *create_comparison (PlxArticle *const *articles, guint n_articles);
PlxComparison *create_long_comparison (guint n_articles, guint n_paragraphs);
PlxArticle *create_article (const char *source, const char *title, ...) G_GNUC_NULL_TERMINATED;

void compare_fixture_open (CompareFixture *self, PlxComparison *comparison, int width, int height);
GtkWidget *compare_fixture_find (CompareFixture *self, GType type);
void compare_fixture_close (CompareFixture *self);
void compare_fixture_wait_frames (CompareFixture *self, guint n_frames);
void compare_fixture_wait_idle (CompareFixture *self);
void compare_fixture_resize (CompareFixture *self, int width, int height);
guint compare_fixture_count_uneven (CompareFixture *self, gboolean all_rows);
guint compare_fixture_count_mispredicted (CompareFixture *self);

G_END_DECLS
