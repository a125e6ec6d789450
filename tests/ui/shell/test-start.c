/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-ui-test.h"

/* An empty library: the window says what to do. */

static void
check_empty (PlxWindow *plx_window)
{
  GtkWidget *window = GTK_WIDGET (plx_window);

  g_assert_true (plx_test_shows (window, "Drop Articles Here"));
  g_assert_nonnull (plx_test_find_button (window, "win.open"));
  g_assert_nonnull (plx_test_find_button (window, "win.open-sample"));
  g_assert_null (plx_test_find_button (window, "win.next-difference"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Parallax");
  plx_test_screenshot ("empty");
}

static gboolean
sample_shown (gpointer window)
{
  return plx_test_shows (window, "The Harbour Courier") && plx_test_find_button (window, "win.next-difference") != NULL;
}

static void
check_sample (PlxWindow *plx_window)
{
  GtkWidget *window = GTK_WIDGET (plx_window);
  GtkWidget *open_sample = plx_test_find_button (window, "win.open-sample");

  g_assert_nonnull (open_sample);
  plx_test_click (open_sample, 1);
  plx_test_wait_until (sample_shown, window);
  plx_test_settle (500);
  plx_test_screenshot ("sample");
}

static void
run (gconstpointer body)
{
  plx_test_in_application ((PlxTestBody)body);
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  g_test_add_data_func ("/start/empty", check_empty, run);
  g_test_add_data_func ("/start/sample", check_sample, run);
  return g_test_run ();
}
