/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

static void
check_empty (PlxWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);

  g_assert_true (plx_test_shows (widget, "Drop Articles Here"));
  g_assert_nonnull (plx_test_find_button (widget, "win.open"));
  g_assert_nonnull (plx_test_find_button (widget, "win.open-sample"));
  g_assert_null (plx_test_find_button (widget, "win.next-difference"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Parallax");
  plx_test_screenshot ("empty");
}

static void
check_sample (PlxWindow *window)
{
  GtkWidget *open_sample = plx_test_find_button (GTK_WIDGET (window), "win.open-sample");

  g_assert_nonnull (open_sample);
  plx_test_click (open_sample, 1);
  plx_test_wait_until (plx_test_is_comparing, window);
  g_assert_cmpuint (plx_test_count_articles (window), ==, 4);
  g_assert_nonnull (plx_test_find_row (window, "The Harbour Courier"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), !=, "Parallax");
  plx_test_settle (300);
  plx_test_screenshot ("sample");
}

/* Every row's widgets shrink: the window fits a phone, and the list makes way for what is read. */
static void
check_narrow (PlxWindow *window)
{
  plx_test_open_ferry (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 294);
  plx_test_settle (600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, 294);
  plx_test_screenshot ("narrow");
}

static void
check_dark (PlxWindow *window)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  plx_test_screenshot ("empty-dark");
  plx_test_open_ferry (window);
  plx_test_screenshot ("ferry-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_true (plx_test_is_comparing (window));
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  plx_test_add_body ("/start/empty", check_empty);
  plx_test_add_body ("/start/sample", check_sample);
  plx_test_add_body ("/start/dark", check_dark);
  plx_test_add_body ("/start/narrow", check_narrow);
  return g_test_run ();
}
