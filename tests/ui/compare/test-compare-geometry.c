/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "compare-fixture.h"

static void
check_level (CompareFixture *fixture)
{
  g_assert_cmpuint (compare_fixture_count_mispredicted (fixture), ==, 0);
  g_assert_cmpuint (compare_fixture_count_uneven (fixture, TRUE), ==, 0);
}

static void
test_widths (void)
{
  static const int widths[] = { 700, 911, 1100, 1237, 1600, 2400 };
  g_autoptr (PlxComparison) comparison = create_long_comparison (3, 30);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      CompareFixture fixture;

      compare_fixture_open (&fixture, comparison, widths[i], 700);
      /* Level from the first frame on, and in the end. */
      check_level (&fixture);
      compare_fixture_wait_idle (&fixture);
      check_level (&fixture);
      compare_fixture_close (&fixture);
    }
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  (void)clock;
  g_assert_cmpuint (compare_fixture_count_uneven (data, FALSE), ==, 0);
}

/* In the middle of the text every visible row is level in every frame, whatever happens above it. */
static void
check_resize (gboolean focused)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (3, 80);
  CompareFixture fixture;
  GdkFrameClock *clock;

  compare_fixture_open (&fixture, comparison, 1000, 700);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &fixture);

  GtkAdjustment *adjustment = plx_compare_grid_get_adjustment (fixture.grid);
  guint row = 60;
  double offset;

  if (focused)
    {
      plx_compare_view_show_row (fixture.view, row);
      compare_fixture_wait_idle (&fixture);
    }
  else
    gtk_adjustment_set_value (adjustment, plx_compare_grid_get_row_top (fixture.grid, row));
  compare_fixture_wait_frames (&fixture, 3);
  offset = gtk_adjustment_get_value (adjustment) - plx_compare_grid_get_row_top (fixture.grid, row);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);
  for (int width = 1000; width < 1400; width += 57)
    {
      compare_fixture_resize (&fixture, width, 700);
      compare_fixture_wait_frames (&fixture, 2);
    }
  compare_fixture_wait_idle (&fixture);
  check_level (&fixture);
  /* The row has not moved on the screen. */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     plx_compare_grid_get_row_top (fixture.grid, row) + offset);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, &fixture);
  compare_fixture_close (&fixture);
}

static void
test_resize (void)
{
  check_resize (FALSE);
}

static void
test_resize_focused (void)
{
  check_resize (TRUE);
}

static void
test_zoom (void)
{
  static const double zooms[] = { 0.5, 0.77, 1.1, 1.5, 2.0, 3.0, 1.0 };
  g_autoptr (PlxComparison) comparison = create_long_comparison (3, 30);
  CompareFixture fixture;
  guint n_rows;

  compare_fixture_open (&fixture, comparison, 1200, 700);
  n_rows = plx_compare_grid_get_n_rows (fixture.grid);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      int before = plx_compare_grid_get_row_top (fixture.grid, n_rows);

      plx_compare_view_set_zoom (fixture.view, zooms[i]);
      compare_fixture_wait_frames (&fixture, 2);
      g_assert_cmpint (plx_compare_grid_get_row_top (fixture.grid, n_rows), !=, before);
      check_level (&fixture);
    }
  compare_fixture_close (&fixture);
}

static void
test_odd_texts (void)
{
  g_autoptr (PlxArticle) first = create_article (
      "One", "Odd",
      "https://example.org/a/very/long/link/that/cannot/be/broken/at/spaces/and/so/must/be/broken/anywhere/else",
      "# A heading of some length that needs more than one line in a narrow column, as headings do",
      "שלום עולם, זה טקסט מימין לשמאל.",
      "A\xe2\x80\xa9paragraph with\rseparators\nof lines, which a cell may not have.",
      "日本語の文章は空白なしで折り返されます。日本語の文章は空白なしで折り返されます。",
      "Emoji 🙂🙃 and combining e\xcc\x81\xcc\x82\xcc\x83 marks.", NULL);
  g_autoptr (PlxArticle) second = create_article ("Two", "Odd", "One paragraph alone.", NULL);
  PlxArticle *articles[] = { first, second };
  g_autoptr (PlxComparison) comparison = create_comparison (articles, 2);
  CompareFixture fixture;

  compare_fixture_open (&fixture, comparison, 500, 500);
  g_assert_cmpuint (plx_compare_grid_get_n_rows (fixture.grid), >=, 6);
  check_level (&fixture);
  compare_fixture_close (&fixture);
}

static void
test_many_columns (void)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (8, 12);
  CompareFixture fixture;

  /* Narrower than the columns can be: they scroll sideways. */
  compare_fixture_open (&fixture, comparison, 800, 500);
  check_level (&fixture);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, i))), >=, 220);
  /* The keyboard brings a column into view. */
  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *column = GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, i));
      double x;

      gtk_widget_grab_focus (column);
      compare_fixture_wait_frames (&fixture, 2);
      gtk_widget_translate_coordinates (column, GTK_WIDGET (fixture.view), 0, 0, &x, NULL);
      g_assert_cmpfloat (x, >=, 0);
      g_assert_cmpfloat (x + gtk_widget_get_width (column), <=, 800);
    }
  compare_fixture_close (&fixture);
}

static void
test_finalize (void)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (2, 5);
  CompareFixture fixture;
  GObject *column;

  compare_fixture_open (&fixture, comparison, 800, 500);
  g_object_ref (fixture.view);
  column = g_object_ref (G_OBJECT (plx_compare_grid_get_column (fixture.grid, 1)));
  compare_fixture_wait_idle (&fixture);
  compare_fixture_close (&fixture);
  g_assert_finalize_object (fixture.view);
  g_assert_finalize_object (column);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/compare/geometry/widths", test_widths);
  g_test_add_func ("/compare/geometry/resize", test_resize);
  g_test_add_func ("/compare/geometry/resize-focused", test_resize_focused);
  g_test_add_func ("/compare/geometry/zoom", test_zoom);
  g_test_add_func ("/compare/geometry/odd-texts", test_odd_texts);
  g_test_add_func ("/compare/geometry/many-columns", test_many_columns);
  g_test_add_func ("/compare/geometry/finalize", test_finalize);

  return g_test_run ();
}
