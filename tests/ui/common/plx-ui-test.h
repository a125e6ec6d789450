/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/plx-window.h"

G_BEGIN_DECLS

/* What the tests of the window share. Keys and the pointer are real: they go through the X server. */

typedef gboolean (*PlxTestCondition) (gpointer user_data);
typedef void (*PlxTestBody) (PlxWindow *window);

#define plx_test_wait_until(condition, user_data) plx_test_wait (G_STRLOC, #condition, (condition), (user_data))

void plx_test_init (int *argc, char ***argv);
void plx_test_wait (const char *place, const char *what, PlxTestCondition condition, gpointer user_data);
void plx_test_settle (guint milliseconds);

void plx_test_in_application (PlxTestBody body);
void plx_test_focus (GtkWindow *window);
void plx_test_import (PlxWindow *window, const char *const *paths);
char *plx_test_write_file (const char *name, const char *contents, gssize length);

gpointer plx_test_find_type (GtkWidget *root, GType type);
GtkWidget *plx_test_find_text (GtkWidget *root, const char *text);
GtkWidget *plx_test_find_button (GtkWidget *root, const char *action_name);
GtkWindow *plx_test_find_toplevel (GType type);
char *plx_test_dup_shown_text (GtkWidget *root);
gboolean plx_test_shows (GtkWidget *root, const char *text);

char *plx_test_dup_clipboard (GtkWidget *widget);

void plx_test_key (guint keysym, GdkModifierType modifiers);
void plx_test_hold (GdkModifierType modifiers, gboolean press);
void plx_test_point (double x, double y);
void plx_test_point_at (GtkWidget *widget, double x, double y);
void plx_test_button (guint button, gboolean press);
void plx_test_click (GtkWidget *widget, guint button);
gboolean plx_test_find_window (const char *title, GdkRectangle *place);
void plx_test_place_window (const char *title, int x, int y, int width, int height);
void plx_test_screenshot (const char *name);

G_END_DECLS
