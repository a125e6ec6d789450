/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-ui-test.h"

G_BEGIN_DECLS

/* Texts about two invented events, and ways to put them before the window. */

extern const char plx_test_ferry_gazette[];
extern const char plx_test_ferry_mail[];
extern const char plx_test_library_post[];
extern const char plx_test_library_sun[];

char *plx_test_sample_file (const char *name);
void plx_test_add_body (const char *name, PlxTestBody body);
void plx_test_open_ferry (PlxWindow *window);
gboolean plx_test_is_comparing (gpointer window);
guint plx_test_count_articles (PlxWindow *window);
GtkWidget *plx_test_find_row (PlxWindow *window, const char *text);

G_END_DECLS
