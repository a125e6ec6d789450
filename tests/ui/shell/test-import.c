/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

#include "ui/plx-failures-window.h"
#include "ui/sidebar/plx-sidebar.h"

/* The ways in: real drops from another program's window, the clipboard, a second start. */

#define SOURCE_TITLE "Drag source"
#define N_MANY       6000u
#define N_LOOSE      2000u

/* How regularly the main loop turns, in microseconds. */
typedef struct
{
  gint64 last;
  gint64 longest;
} Pace;

/* What the application says in the terminal. */
static GString *told;

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

static gboolean
links_are_refused (gpointer window)
{
  return plx_test_shows (window, "Links can’t be opened yet");
}

static gboolean
failures_are_told (gpointer window)
{
  return plx_test_shows (window, "3 files could not be read");
}

static gboolean
details_are_shown (gpointer user_data)
{
  (void)user_data;
  return plx_test_find_toplevel (PLX_TYPE_FAILURES_WINDOW) != NULL;
}

static gboolean
is_known_already (gpointer window)
{
  return plx_test_shows (window, "This article is here already");
}

static gboolean
progress_is_told (gpointer window)
{
  g_autofree char *total = g_strdup_printf (" of %u", N_MANY);

  return plx_test_shows (window, "Reading articles…") && plx_test_shows (window, total);
}

static gboolean
progress_is_gone (gpointer window)
{
  return !plx_test_shows (window, "Reading articles…");
}

static gboolean
is_stopped (gpointer window)
{
  return plx_test_shows (window, "Stopped; nothing was added");
}

static gboolean
is_over (gpointer window)
{
  return plx_test_count_articles (window) == 1 || plx_test_shows (window, "could not be read");
}

static void
note_told (const char *text)
{
  g_string_append (told, text);
}

static gboolean
note_pace (gpointer user_data)
{
  Pace *pace = user_data;
  gint64 now = g_get_monotonic_time ();

  pace->longest = MAX (pace->longest, now - pace->last);
  pace->last = now;
  return G_SOURCE_CONTINUE;
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

/* A browser gives what is selected on a page as HTML and as text. */
static void
check_drop_html (PlxWindow *window)
{
  const char *arguments[] = { "html",
                              "<meta charset=\"utf-8\"><h1>Ferry stranded</h1><p>The ferry Marwenna ran aground on a "
                              "sandbank off <b>Ormsey</b> on Tuesday evening with 212 people aboard.</p><p>Two tugs "
                              "pulled her free shortly after midnight, the coastguard said.</p>",
                              "Ferry stranded The ferry Marwenna ran aground", NULL };
  g_autoptr (GPtrArray) articles = NULL;
  PlxArticle *article;

  drag_onto (window, arguments);
  plx_test_wait_until (has_one_article, window);
  articles = plx_sidebar_dup_chosen (plx_test_find_type (GTK_WIDGET (window), PLX_TYPE_SIDEBAR), NULL);
  g_assert_cmpuint (articles->len, ==, 1);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpstr (plx_article_get_title (article), ==, "Ferry stranded");
  g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, 2);
  g_assert_cmpstr (
      plx_article_get_paragraph (article, 1)->text, ==,
      "The ferry Marwenna ran aground on a sandbank off Ormsey on Tuesday evening with 212 people aboard.");
}

static void
check_drop_link (PlxWindow *window)
{
  const char *arguments[] = { "text", "https://news.example/ferry", NULL };

  drag_onto (window, arguments);
  plx_test_wait_until (links_are_refused, window);
  plx_test_screenshot ("link");
  g_assert_cmpuint (plx_test_count_articles (window), ==, 0);
}

/* What cannot be read is named with the reason, in the window and for the terminal, and the rest goes in. */
static void
check_bad_files (PlxWindow *window)
{
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\b\6\0\0\0";
  g_autofree char *good = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  g_autofree char *empty = plx_test_write_file ("nothing.txt", "", 0);
  g_autofree char *binary = plx_test_write_file ("picture.png", picture, sizeof picture);
  g_autofree char *folder = g_path_get_dirname (good);
  g_autofree char *missing = g_build_filename (folder, "gone.txt", NULL);
  g_autofree char *copied = NULL;
  const char *paths[] = { empty, good, missing, binary, NULL };
  GtkWidget *details;
  g_autofree char *shown = NULL;

  told = g_string_new (NULL);
  g_set_printerr_handler (note_told);
  plx_test_import (window, paths);
  plx_test_wait_until (has_one_article, window);
  plx_test_wait_until (failures_are_told, window);
  plx_test_settle (600);
  plx_test_screenshot ("failures-toast");
  plx_test_click (plx_test_find_text (GTK_WIDGET (window), "Details"), 1);
  plx_test_wait_until (details_are_shown, NULL);
  details = GTK_WIDGET (plx_test_find_toplevel (PLX_TYPE_FAILURES_WINDOW));
  plx_test_settle (400);
  plx_test_screenshot ("failures");
  shown = plx_test_dup_shown_text (details);
  g_assert_nonnull (strstr (shown, "nothing.txt\n"));
  g_assert_nonnull (strstr (shown, "gone.txt\n"));
  g_assert_nonnull (strstr (shown, "picture.png\n"));
  g_assert_null (strstr (shown, "gazette.txt"));

  plx_test_click (plx_test_find_button (details, "failures.copy"), 1);
  copied = plx_test_dup_clipboard (details);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: ", paths[i]);
      g_autofree char *told_line = g_strdup_printf ("parallax: %s: ", paths[i]);

      g_assert_cmpint (strstr (copied, line) != NULL, ==, paths[i] != good);
      g_assert_cmpint (strstr (told->str, told_line) != NULL, ==, paths[i] != good);
    }
  plx_test_key (GDK_KEY_Escape, 0);
  plx_test_settle (200);
  g_assert_false (details_are_shown (NULL));
  g_set_printerr_handler (NULL);
  g_string_free (g_steal_pointer (&told), TRUE);
}

static void
check_paste (PlxWindow *window)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), plx_test_ferry_mail);
  plx_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  plx_test_wait_until (has_one_article, window);
  g_assert_nonnull (plx_test_find_row (window, "Island Mail"));
}

static void
check_paste_files (PlxWindow *window)
{
  g_autofree char *path = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  GdkFileList *list = gdk_file_list_new_from_list (&files);

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  plx_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  plx_test_wait_until (has_one_article, window);
  g_assert_nonnull (plx_test_find_row (window, "Ormsey Gazette"));
}

/* Where text is typed, pasting is typing. */
static void
check_paste_into_entry (PlxWindow *window)
{
  GtkWidget *entry;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "sandbank");
  plx_test_key (GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  plx_test_settle (400);
  entry = plx_test_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  plx_test_key (GDK_KEY_v, GDK_CONTROL_MASK);
  plx_test_settle (200);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "sandbank");
  g_assert_cmpuint (plx_test_count_articles (window), ==, 0);
}

/* A second start hands its files to this one. */
static void
check_second_start (PlxWindow *window)
{
  g_autofree char *gazette = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  g_autofree char *mail = plx_test_write_file ("mail.txt", plx_test_ferry_mail, -1);
  const char *command[] = { g_getenv ("PLX_TEST_PROGRAM"), gazette, mail, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) second = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_autofree char *complaints = NULL;

  g_assert_no_error (error);
  plx_test_wait_until (has_two_articles, window);
  g_assert_true (g_subprocess_communicate_utf8 (second, NULL, NULL, NULL, &complaints, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (second), ==, 0);
  g_assert_cmpstr (complaints, ==, "");
}

static void
check_same_again (PlxWindow *window)
{
  g_autofree char *gazette = plx_test_write_file ("gazette.txt", plx_test_ferry_gazette, -1);
  const char *paths[] = { gazette, NULL };

  plx_test_open_ferry (window);
  plx_test_import (window, paths);
  plx_test_wait_until (is_known_already, window);
  g_assert_cmpuint (plx_test_count_articles (window), ==, 2);
}

/* Many files take long enough to be told how many, and to be stopped. */
static void
check_cancel (PlxWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("parallax-many-XXXXXX", NULL);
  const char *paths[] = { folder, NULL };

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.txt", folder, i);

      g_assert_true (g_file_set_contents_full (path, plx_test_ferry_mail, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  plx_test_import (window, paths);
  plx_test_wait_until (progress_is_told, window);
  plx_test_screenshot ("progress");
  plx_test_click (plx_test_find_button (GTK_WIDGET (window), "win.cancel-import"), 1);
  plx_test_wait_until (is_stopped, window);
  plx_test_wait_until (progress_is_gone, window);
  g_assert_cmpuint (plx_test_count_articles (window), ==, 0);
}

/* However large the file, the window answers meanwhile. */
static void
check_large (PlxWindow *window)
{
  const gsize length = 48 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  Pace pace = { 0, 0 };
  guint source;

  for (gsize i = 0; i < length; i++)
    text[i] = i % 997 == 996 ? '\n' : i % 7 == 6 ? ' ' : (char)('a' + i * i % 23);
  path = plx_test_write_file ("large.txt", text, (gssize)length);
  paths[0] = path;
  pace.last = g_get_monotonic_time ();
  source = g_timeout_add (5, note_pace, &pace);
  told = g_string_new (NULL);
  g_set_printerr_handler (note_told);
  plx_test_import (window, paths);
  plx_test_wait_until (is_over, window);
  g_set_printerr_handler (NULL);
  g_string_free (g_steal_pointer (&told), TRUE);
  g_source_remove (source);
  g_test_message ("longest pause %.0f ms", pace.longest / 1000.0);
  g_assert_cmpint (pace.longest, <, G_USEC_PER_SEC / 2);
}

static gboolean
loose_are_added (gpointer window)
{
  g_autofree char *added = g_strdup_printf ("%u articles added", N_LOOSE);

  return plx_test_shows (window, added);
}

/* Nor is it held up by a long list of articles that are of no story. */
static void
check_many_loose (PlxWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("parallax-loose-XXXXXX", NULL);
  const char *paths[] = { folder, NULL };
  Pace pace = { 0, 0 };
  guint source;

  for (guint i = 0; i < N_LOOSE; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.txt", folder, i);
      g_autoptr (GString) text = g_string_new (NULL);

      /* Words that no two files share. */
      for (guint j = 0; j < 60; j++)
        {
          for (guint number = i * 60 + j + 1; number > 0; number /= 20)
            g_string_append_printf (text, "%c%c", "bcdfghjklmnprstvwxyz"[number % 20], "aeiou"[number % 5]);
          g_string_append (text, j % 20 == 19 ? ".\n\n" : " ");
        }
      g_string_append_printf (text, "Source: The Paper Number %u\n", i);
      g_assert_true (
          g_file_set_contents_full (path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  pace.last = g_get_monotonic_time ();
  source = g_timeout_add (5, note_pace, &pace);
  plx_test_import (window, paths);
  plx_test_wait_until (loose_are_added, window);
  plx_test_settle (500);
  g_source_remove (source);
  g_test_message ("longest pause %.0f ms", pace.longest / 1000.0);
  g_assert_cmpint (pace.longest, <, 3 * G_USEC_PER_SEC / 2);
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  plx_test_add_body ("/import/drop-files", check_drop_files);
  plx_test_add_body ("/import/drop-folder", check_drop_folder);
  plx_test_add_body ("/import/drop-text", check_drop_text);
  plx_test_add_body ("/import/drop-html", check_drop_html);
  plx_test_add_body ("/import/drop-link", check_drop_link);
  plx_test_add_body ("/import/bad-files", check_bad_files);
  plx_test_add_body ("/import/paste", check_paste);
  plx_test_add_body ("/import/paste-files", check_paste_files);
  plx_test_add_body ("/import/paste-into-entry", check_paste_into_entry);
  plx_test_add_body ("/import/second-start", check_second_start);
  plx_test_add_body ("/import/same-again", check_same_again);
  plx_test_add_body ("/import/cancel", check_cancel);
  plx_test_add_body ("/import/large", check_large);
  plx_test_add_body ("/import/many-loose", check_many_loose);
  return g_test_run ();
}
