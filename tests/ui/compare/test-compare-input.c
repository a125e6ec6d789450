/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Compare view worked with a real keyboard and pointer, which xdotool moves on the test's own display. */
#include "config.h"

#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

#include "compare-fixture.h"
#include "ui/widgets/plx-name-card.h"

static void
press (CompareFixture *fixture, const char *command)
{
  g_autofree char *line = g_strdup_printf ("xdotool %s", command);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  compare_fixture_wait_idle (fixture);
}

/* Moves the pointer over the middle of the first occurrence of a word in a column, and brings the word into view. */
static void
point_at (CompareFixture *fixture, guint column, const char *word)
{
  GtkTextView *view = GTK_TEXT_VIEW (plx_compare_grid_get_column (fixture->grid, column));
  GtkTextIter iter, end;
  GdkRectangle from, to;
  double x, y, shadow_x, shadow_y;
  g_autofree char *command = NULL;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, word, 0, &iter, &end, NULL));
  gtk_text_view_get_iter_location (view, &iter, &from);
  gtk_text_view_get_iter_location (view, &end, &to);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, (from.x + to.x) / 2, from.y + from.height / 2,
                                         &from.x, &from.y);
  g_assert_true (
      gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (fixture->window), from.x, from.y, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &shadow_x, &shadow_y);
  command = g_strdup_printf ("mousemove --window %lu %d %d mousemove_relative 1 1",
                             gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window))),
                             (int)(x + shadow_x), (int)(y + shadow_y));
  press (fixture, command);
}

static guint
focused_column (CompareFixture *fixture)
{
  for (guint i = 0; i < plx_compare_grid_get_n_columns (fixture->grid); i++)
    if (gtk_widget_is_focus (GTK_WIDGET (plx_compare_grid_get_column (fixture->grid, i))))
      return i;
  g_assert_not_reached ();
}

static PlxComparison *
create_reports (void)
{
  g_autoptr (PlxArticle) first = create_article (
      "Northmere Courier", "Ferry halted",
      "The ferry Kestrel Queen stopped off Veldland on Tuesday after its engine failed in heavy seas.",
      "Schoolchildren from Harrowgate sang for three hours in the dining room, a teacher recalled.",
      "Captain Marta Oyelaran told passengers to stay below until tugs had arrived from Port Selwyn.", NULL);
  g_autoptr (PlxArticle) second = create_article (
      "Veldland Herald", "Kestrel Queen drifts",
      "The ferry Kestrel Queen drifted off Veldland on Tuesday after its engine broke down in heavy seas.",
      "Captain Oyelaran told passengers to stay below until tugs had arrived from Port Selwyn.", NULL);
  PlxArticle *articles[] = { first, second };

  return create_comparison (articles, 2);
}

static void
test_keyboard (void)
{
  g_autoptr (PlxComparison) comparison = create_reports ();
  CompareFixture fixture;
  int row;
  double zoom;

  compare_fixture_open (&fixture, comparison, 900, 500);
  point_at (&fixture, 0, "ferry");
  press (&fixture, "click 1");
  g_assert_cmpuint (focused_column (&fixture), ==, 0);
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, 0);

  press (&fixture, "key alt+Down");
  row = plx_compare_view_get_current_row (fixture.view);
  g_assert_cmpint (row, >, 0);
  press (&fixture, "key alt+Up");
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), <, row);
  press (&fixture, "key alt+Down");

  /* The same passage in the other column and back. */
  press (&fixture, "key Tab");
  g_assert_cmpuint (focused_column (&fixture), ==, 1);
  g_assert_cmpuint (plx_compare_column_get_row (plx_compare_grid_get_column (fixture.grid, 1)), ==, row);
  press (&fixture, "key shift+Tab");
  g_assert_cmpuint (focused_column (&fixture), ==, 0);
  press (&fixture, "key alt+Right");
  g_assert_cmpuint (focused_column (&fixture), ==, 1);
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, row);
  press (&fixture, "key alt+Left");
  g_assert_cmpuint (focused_column (&fixture), ==, 0);

  /* The caret can be walked, and takes the outline with it. */
  press (&fixture, "key ctrl+Home");
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, 0);
  press (&fixture, "key ctrl+Down");
  press (&fixture, "key ctrl+Down");
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), >, 0);

  zoom = plx_compare_view_get_zoom (fixture.view);
  press (&fixture, "key ctrl+plus");
  g_assert_cmpfloat (plx_compare_view_get_zoom (fixture.view), >, zoom);
  press (&fixture, "key ctrl+minus");
  g_assert_cmpfloat_with_epsilon (plx_compare_view_get_zoom (fixture.view), zoom, 0.001);
  press (&fixture, "key ctrl+0");
  g_assert_cmpfloat (plx_compare_view_get_zoom (fixture.view), ==, 1.0);
  g_assert_cmpuint (compare_fixture_count_uneven (&fixture, TRUE), ==, 0);
  compare_fixture_close (&fixture);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static void
test_selecting (void)
{
  g_autoptr (PlxComparison) comparison = create_reports ();
  CompareFixture fixture;
  g_autofree char *text = NULL;
  GtkTextView *view;

  compare_fixture_open (&fixture, comparison, 900, 500);
  view = GTK_TEXT_VIEW (plx_compare_grid_get_column (fixture.grid, 1));
  point_at (&fixture, 1, "Oyelaran");
  press (&fixture, "click 1");
  press (&fixture, "key ctrl+a");
  press (&fixture, "key ctrl+c");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);

  /* With the mouse: from one row to another. */
  point_at (&fixture, 1, "drifted");
  press (&fixture, "mousedown 1");
  point_at (&fixture, 1, "passengers");
  press (&fixture, "mouseup 1");
  g_clear_pointer (&text, g_free);
  text = plx_compare_column_dup_selected_text (PLX_COMPARE_COLUMN (view));
  g_assert_nonnull (strstr (text, "Veldland on Tuesday"));
  g_assert_nonnull (strstr (text, "Captain"));
  g_assert_null (strstr (text, "\n\n"));
  compare_fixture_close (&fixture);
}

static void
test_pointing (void)
{
  g_autoptr (PlxComparison) comparison = create_reports ();
  CompareFixture fixture;
  GtkWidget *card;

  compare_fixture_open (&fixture, comparison, 900, 500);
  card = compare_fixture_find (&fixture, PLX_TYPE_NAME_CARD);
  point_at (&fixture, 0, "Oyelaran");
  compare_fixture_wait_idle (&fixture);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_nonnull (strstr (plx_name_card_get_text (PLX_NAME_CARD (card)), "Oyelaran"));
  point_at (&fixture, 0, "sang for three");
  g_assert_false (gtk_widget_get_visible (card));

  /* By keyboard, and away with Escape. */
  point_at (&fixture, 0, "Oyelaran");
  press (&fixture, "click 1");
  g_assert_false (gtk_widget_get_visible (card));
  press (&fixture, "key ctrl+i");
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_cmpuint (focused_column (&fixture), ==, 0);
  press (&fixture, "key Escape");
  g_assert_false (gtk_widget_get_visible (card));
  compare_fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  g_test_init (&argc, &argv, NULL);
  if (xdotool == NULL)
    {
      g_test_message ("xdotool is not installed");
      return 77;
    }
  adw_init ();
  g_test_add_func ("/compare/input/keyboard", test_keyboard);
  g_test_add_func ("/compare/input/selecting", test_selecting);
  g_test_add_func ("/compare/input/pointing", test_pointing);

  return g_test_run ();
}
