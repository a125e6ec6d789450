/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell-fixture.h"

#include "ui/sidebar/plx-sidebar-row.h"
#include "ui/sidebar/plx-sidebar.h"
#include "ui/widgets/plx-share-bar.h"

#define FERRY_HEADLINE "Ferry runs aground off Ormsey with 212 aboard"

typedef struct
{
  PlxWindow *window;
  guint n_articles;
} Count;

static gboolean
has_articles (gpointer user_data)
{
  const Count *count = user_data;

  return plx_test_count_articles (count->window) == count->n_articles;
}

static void
wait_for_articles (PlxWindow *window, guint n_articles)
{
  Count count = { window, n_articles };

  plx_test_wait_until (has_articles, &count);
}

static gboolean
compares_nothing (gpointer window)
{
  return !plx_test_is_comparing (window);
}

static gboolean
menu_is_shown (gpointer window)
{
  return plx_test_find_text (window, "Copy Headline") != NULL || plx_test_find_text (window, "Copy Headlines") != NULL;
}

static gboolean
stories_are_offered (gpointer window)
{
  return plx_test_find_text (window, "New Story") != NULL;
}

static gboolean
nothing_is_found (gpointer window)
{
  return plx_test_find_text (window, "Nothing found") != NULL;
}

static gboolean
two_columns (gpointer window)
{
  return plx_test_shows (window, "2 articles");
}

static gboolean
three_columns (gpointer window)
{
  return plx_test_shows (window, "3 articles");
}

static gboolean
one_column (gpointer window)
{
  return g_str_has_prefix (gtk_window_get_title (window), "Storm-hit library");
}

static void
open_both_stories (PlxWindow *window)
{
  g_autofree char *post = plx_test_write_file ("post.txt", plx_test_library_post, -1);
  g_autofree char *sun = plx_test_write_file ("sun.txt", plx_test_library_sun, -1);
  const char *paths[] = { post, sun, NULL };

  plx_test_open_ferry (window);
  plx_test_import (window, paths);
  wait_for_articles (window, 4);
  plx_test_settle (300);
}

static void
check_rows (PlxWindow *window)
{
  GtkWidget *row;
  GtkWidget *bar;
  g_autofree char *name = NULL;
  g_autofree char *wrong = NULL;

  open_both_stories (window);
  plx_test_screenshot ("stories");
  row = plx_test_find_row (window, "Ormsey Gazette");
  g_assert_nonnull (row);
  g_assert_true (plx_test_shows (row, "12 Mar"));
  g_assert_true (plx_test_shows (row, FERRY_HEADLINE));
  bar = plx_test_find_type (row, PLX_TYPE_SHARE_BAR);
  g_assert_nonnull (bar);
  name = g_strdup_printf ("Ormsey Gazette, 12 Mar 2025, " FERRY_HEADLINE ", %s", gtk_widget_get_tooltip_text (bar));
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (wrong, ==, NULL);
  /* What is not compared has nothing to share. */
  g_assert_null (plx_test_find_type (plx_test_find_row (window, "Tolvane Post"), PLX_TYPE_SHARE_BAR));
}

static void
check_choose (PlxWindow *window)
{
  open_both_stories (window);
  plx_test_click (plx_test_find_row (window, "The Tolvane Sun"), 1);
  plx_test_wait_until (one_column, window);
  plx_test_screenshot ("alone");
  plx_test_point_at (plx_test_find_row (window, "Ormsey Gazette"), 0.5, 0.5);
  plx_test_hold (GDK_CONTROL_MASK, TRUE);
  plx_test_button (1, TRUE);
  plx_test_button (1, FALSE);
  plx_test_hold (GDK_CONTROL_MASK, FALSE);
  plx_test_wait_until (two_columns, window);
  plx_test_settle (300);
  plx_test_screenshot ("chosen");
}

static void
check_remove_and_undo (PlxWindow *window)
{
  open_both_stories (window);
  plx_test_click (plx_test_find_row (window, "Island Mail"), 1);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_Delete, 0);
  wait_for_articles (window, 3);
  g_assert_null (plx_test_find_row (window, "Island Mail"));
  plx_test_settle (500);
  plx_test_screenshot ("removed");
  plx_test_click (plx_test_find_text (GTK_WIDGET (window), "Undo"), 1);
  wait_for_articles (window, 4);
  g_assert_nonnull (plx_test_find_row (window, "Island Mail"));
}

/* Everything can go, and the window then says again what to do. */
static void
check_remove_all (PlxWindow *window)
{
  plx_test_open_ferry (window);
  plx_test_click (plx_test_find_row (window, "Island Mail"), 1);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_a, GDK_CONTROL_MASK);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_Delete, 0);
  wait_for_articles (window, 0);
  plx_test_wait_until (compares_nothing, window);
  g_assert_true (plx_test_shows (GTK_WIDGET (window), "Drop Articles Here"));
}

static void
check_move (PlxWindow *window)
{
  GtkWidget *item;

  open_both_stories (window);
  plx_test_click (plx_test_find_row (window, "Island Mail"), 1);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_F10, GDK_SHIFT_MASK);
  plx_test_wait_until (menu_is_shown, window);
  plx_test_settle (300);
  plx_test_screenshot ("row-menu");
  plx_test_click (plx_test_find_text (GTK_WIDGET (window), "Move to Story"), 1);
  plx_test_wait_until (stories_are_offered, window);
  plx_test_settle (400);
  plx_test_screenshot ("row-menu-move");
  item = plx_test_find_text (GTK_WIDGET (window), "New Story");
  plx_test_click (item, 1);
  plx_test_settle (500);
  plx_test_screenshot ("moved");
  g_assert_true (plx_test_shows (GTK_WIDGET (window), "1 article moved to"));
  g_assert_cmpuint (plx_test_count_articles (window), ==, 4);
}

static gboolean
shows_the_library (gpointer window)
{
  return g_str_has_prefix (gtk_window_get_title (window), "Tolvane library");
}

/* New articles leave what is read alone, and are a click away. Here it is one that is of no story. */
static void
check_show_added (PlxWindow *window)
{
  g_autofree char *post = plx_test_write_file ("post.txt", plx_test_library_post, -1);
  const char *paths[] = { post, NULL };

  plx_test_open_ferry (window);
  plx_test_import (window, paths);
  wait_for_articles (window, 3);
  plx_test_settle (300);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Ferry"));
  plx_test_click (plx_test_find_text (GTK_WIDGET (window), "Show"), 1);
  plx_test_wait_until (shows_the_library, window);
  g_assert_nonnull (plx_test_find_text (GTK_WIDGET (window), "Not in a Story"));
}

static gboolean
has_moved (gpointer window)
{
  return plx_test_shows (window, "1 article moved to “Tolvane library reopens after roof repairs”");
}

/* A row is dragged onto the heading of another story. */
static void
check_drag (PlxWindow *window)
{
  GtkWidget *heading;

  open_both_stories (window);
  plx_test_point_at (plx_test_find_row (window, "Island Mail"), 0.4, 0.5);
  plx_test_button (1, TRUE);
  plx_test_point_at (plx_test_find_row (window, "Island Mail"), 0.45, 0.6);
  plx_test_point_at (plx_test_find_row (window, "Island Mail"), 0.5, 0.9);
  heading = plx_test_find_row (window, "Tolvane library reopens after roof repairs");
  for (guint step = 0; step <= 10; step++)
    plx_test_point_at (heading, 0.5, 0.2 + 0.03 * step);
  plx_test_settle (200);
  plx_test_screenshot ("drag-row");
  plx_test_button (1, FALSE);
  plx_test_wait_until (has_moved, window);
  plx_test_wait_until (three_columns, window);
}

static void
check_secondary_click (PlxWindow *window)
{
  g_autofree char *headline = NULL;

  open_both_stories (window);
  plx_test_click (plx_test_find_row (window, "Tolvane Post"), 3);
  plx_test_wait_until (menu_is_shown, window);
  plx_test_settle (300);
  plx_test_screenshot ("row-menu-click");
  plx_test_click (plx_test_find_text (GTK_WIDGET (window), "Copy Headline"), 1);
  plx_test_settle (200);
  headline = plx_test_dup_clipboard (GTK_WIDGET (window));
  g_assert_cmpstr (headline, ==, "Tolvane library reopens after roof repairs");
}

static void
check_filter (PlxWindow *window)
{
  GtkWidget *entry;

  open_both_stories (window);
  plx_test_key (GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  plx_test_settle (400);
  entry = plx_test_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "STRANDED ferry");
  wait_for_articles (window, 1);
  g_assert_nonnull (plx_test_find_row (window, "Island Mail"));
  plx_test_screenshot ("filtered");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zeppelin");
  plx_test_wait_until (nothing_is_found, window);
  plx_test_key (GDK_KEY_Escape, 0);
  wait_for_articles (window, 4);
}

static gboolean
columns_are_limited (gpointer window)
{
  return plx_test_shows (window, "Comparing the first 8 of 9 articles");
}

/* The ferry's story as another source would tell it. */
static char *
write_version (guint number)
{
  g_autofree char *name = g_strdup_printf ("version-%u.txt", number);
  g_autofree char *text = g_strdup_printf ("Ferry Marwenna aground off Ormsey, version %u\n\n"
                                           "Version %u: the ferry Marwenna ran aground on a sandbank off Ormsey on "
                                           "Tuesday evening with 212 people aboard, the coastguard said.\n\n"
                                           "Two tugs pulled the Marwenna free shortly after midnight. Skerry Lines "
                                           "said that Wednesday's crossings were cancelled.\n\n"
                                           "Source: Paper %u\n",
                                           number, number, number);

  return plx_test_write_file (name, text, -1);
}

/* An article that joins the story on show joins the columns; what was chosen stays so. */
static void
check_join (PlxWindow *window)
{
  g_autofree char *third = write_version (1);
  const char *paths[] = { third, NULL };

  plx_test_open_ferry (window);
  g_assert_true (two_columns (window));
  plx_test_import (window, paths);
  plx_test_wait_until (three_columns, window);
  g_assert_nonnull (plx_test_find_row (window, "Paper 1"));
  plx_test_wait_until (plx_test_is_comparing, window);
}

static gboolean
one_is_shown (gpointer window)
{
  return plx_test_count_articles (window) == 1 && plx_test_shows (GTK_WIDGET (window), "Paper 1");
}

/* An article that is shown alone, and then finds its story, is shown with it. */
static void
check_find_story (PlxWindow *window)
{
  g_autofree char *first = write_version (1);
  g_autofree char *second = write_version (2);
  g_autofree char *third = write_version (3);
  const char *alone[] = { first, NULL }, *others[] = { second, third, NULL };

  plx_test_import (window, alone);
  plx_test_wait_until (one_is_shown, window);
  plx_test_settle (300);
  plx_test_import (window, others);
  plx_test_wait_until (three_columns, window);
  plx_test_wait_until (plx_test_is_comparing, window);
}

static void
check_many (PlxWindow *window)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= 9; i++)
    g_ptr_array_add (paths, write_version (i));
  g_ptr_array_add (paths, NULL);
  plx_test_import (window, (const char *const *)paths->pdata);
  plx_test_wait_until (columns_are_limited, window);
  plx_test_wait_until (plx_test_is_comparing, window);
  plx_test_settle (300);
  plx_test_screenshot ("many");
  g_assert_true (plx_test_shows (GTK_WIDGET (window), "8 articles"));
}

/* Left and Right fold a story; what was chosen in it stays chosen. */
static void
check_fold (PlxWindow *window)
{
  open_both_stories (window);
  plx_test_click (plx_test_find_row (window, "Island Mail"), 1);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_Left, 0);
  plx_test_settle (200);
  plx_test_key (GDK_KEY_Left, 0);
  wait_for_articles (window, 2);
  plx_test_wait_until (plx_test_is_comparing, window);
  plx_test_key (GDK_KEY_Right, 0);
  wait_for_articles (window, 4);
}

int
main (int argc, char **argv)
{
  plx_test_init (&argc, &argv);
  plx_test_add_body ("/sidebar/rows", check_rows);
  plx_test_add_body ("/sidebar/choose", check_choose);
  plx_test_add_body ("/sidebar/remove-and-undo", check_remove_and_undo);
  plx_test_add_body ("/sidebar/remove-all", check_remove_all);
  plx_test_add_body ("/sidebar/move", check_move);
  plx_test_add_body ("/sidebar/drag", check_drag);
  plx_test_add_body ("/sidebar/show-added", check_show_added);
  plx_test_add_body ("/sidebar/secondary-click", check_secondary_click);
  plx_test_add_body ("/sidebar/filter", check_filter);
  plx_test_add_body ("/sidebar/join", check_join);
  plx_test_add_body ("/sidebar/find-story", check_find_story);
  plx_test_add_body ("/sidebar/many", check_many);
  plx_test_add_body ("/sidebar/fold", check_fold);
  return g_test_run ();
}
