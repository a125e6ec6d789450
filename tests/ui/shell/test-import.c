/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

#include "ui/plx-failures-window.h"

/* The ways in: real drops from another program's window, the clipboard, a second start. */

#define SOURCE_TITLE "Drag source"

static gboolean
source_is_shown (gpointer user_data)
{
  GdkRectangle place;

  (void)user_data;
  return plx_test_find_window (SOURCE_TITLE, &place);
}

static gboolean
drop_is_offered (gpointer window)
{
  return plx_test_shows (window, "Drop to Add Articles");
}

static gboolean
drop_is_over (gpointer window)
{
  return !drop_is_offered (window);
}

static gboolean
has_one_article (gpointer window)
{
  return plx_test_count_articles (window) == 1;
}

static gboolean
has_two_articles (gpointer window)
{
  return plx_test_count_articles (window) == 2;
}

static gboolean
has_four_articles (gpointer window)
{
  return plx_test_count_articles (window) == 4;
}

/* Drags from another program onto the window, by the pointer. */
static void
drag_onto (PlxWindow *window, const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) source = NULL;
  g_autoptr (GError) error = NULL;
  GdkRectangle place;

  g_strv_builder_add (builder, g_getenv ("PLX_TEST_DRAG_SOURCE"));
  g_strv_builder_addv (builder, (const char **)arguments);
  command = g_strv_builder_end (builder);
  plx_test_place_window (gtk_window_get_title (GTK_WINDOW (window)), 300, 100, 1000, 700);
  source = g_subprocess_newv ((const char *const *)command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  plx_test_wait_until (source_is_shown, NULL);
  plx_test_place_window (SOURCE_TITLE, 20, 20, 0, 0);
  g_assert_true (plx_test_find_window (SOURCE_TITLE, &place));

  plx_test_point (place.x + place.width / 2, place.y + place.height / 2);
  plx_test_settle (100);
  plx_test_button (1, TRUE);
  for (guint step = 1; step <= 20; step++)
    plx_test_point (place.x + place.width / 2 + step * 30, place.y + place.height / 2 + step * 18);
  plx_test_wait_until (drop_is_offered, window);
  plx_test_settle (250);
  plx_test_screenshot ("drop");
  plx_test_button (1, FALSE);
  plx_test_wait_until (drop_is_over, window);
  g_subprocess_force_exit (source);
  g_subprocess_wait (source, NULL, NULL);
}

static void
check_drop_files (PlxWindow *window)
{
  g_autofree char *gazette = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  g_autofree char *mail = plx_test_write_file ("mail.txt", plx_test_ferry_mail, -1);
  const char *arguments[] = { "files", gazette, mail, NULL };

  drag_onto (window, arguments);
  plx_test_wait_until (has_two_articles, window);
  g_assert_nonnull (plx_test_find_row (window, "Ormsey Gazette"));
  g_assert_nonnull (plx_test_find_row (window, "Island Mail"));
  plx_test_wait_until (plx_test_is_comparing, window);
}

static void
check_drop_folder (PlxWindow *window)
{
  g_autofree char *file = plx_test_sample_file ("northern-wire.txt");
  g_autofree char *folder = g_path_get_dirname (file);
  const char *arguments[] = { "files", folder, NULL };

  drag_onto (window, arguments);
  plx_test_wait_until (has_four_articles, window);
}

static void
check_drop_text (PlxWindow *window)
{
  const char *arguments[] = { "text", plx_test_ferry_gazette, NULL };

  drag_onto (window, arguments);
  plx_test_wait_until (has_one_article, window);
  g_assert_nonnull (plx_test_find_row (window, "Ormsey Gazette"));
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  plx_test_add_body ("/import/drop-files", check_drop_files);
  plx_test_add_body ("/import/drop-folder", check_drop_folder);
  plx_test_add_body ("/import/drop-text", check_drop_text);
  return g_test_run ();
}
