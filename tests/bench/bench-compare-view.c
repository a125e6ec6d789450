/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the Compare view on a display: how long until the first frame, how long each frame takes while the window is
 * resized and while the text is scrolled. bench-compare-view PARAGRAPHS COLUMNS
 */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "compare-fixture.h"

typedef struct
{
  gint64 begin;
  gint64 worst;
  gint64 total;
  guint n;
} Timer;

static void
before_cb (GdkFrameClock *clock, Timer *timer)
{
  (void)clock;
  timer->begin = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, Timer *timer)
{
  gint64 time = g_get_monotonic_time () - timer->begin;

  (void)clock;
  timer->worst = MAX (timer->worst, time);
  timer->total += time;
  timer->n++;
}

static void
print_frames (const char *what, Timer *timer)
{
  g_print ("%-14s %3u frames, mean %.1f ms, worst %.1f ms\n", what, timer->n, timer->total / 1000.0 / MAX (1, timer->n),
           timer->worst / 1000.0);
  *timer = (Timer){ 0 };
}

int
main (int argc, char **argv)
{
  guint n_paragraphs = argc > 1 ? atoi (argv[1]) : 80;
  guint n_columns = argc > 2 ? atoi (argv[2]) : 3;
  g_autofree guint *articles = g_new (guint, n_columns);
  g_autoptr (PlxComparison) comparison = NULL;
  CompareFixture fixture;
  GdkFrameClock *clock;
  GtkAdjustment *adjustment;
  Timer timer = { 0 };
  gint64 begin;

  adw_init ();
  comparison = create_long_comparison (n_columns, n_paragraphs);
  begin = g_get_monotonic_time ();
  compare_fixture_open (&fixture, comparison, 400 * n_columns, 900);
  g_print ("first frame    %.0f ms (%u rows, %u columns)\n", (g_get_monotonic_time () - begin) / 1000.0,
           plx_compare_grid_get_n_rows (fixture.grid), n_columns);
  compare_fixture_wait_idle (&fixture);

  for (guint i = 0; i < n_columns; i++)
    articles[i] = i;
  plx_compare_view_set_comparison (fixture.view, NULL, NULL, 0, 0);
  begin = g_get_monotonic_time ();
  plx_compare_view_set_comparison (fixture.view, comparison, articles, n_columns, 0);
  g_print ("fill columns   %.0f ms\n", (g_get_monotonic_time () - begin) / 1000.0);
  compare_fixture_wait_idle (&fixture);

  adjustment = plx_compare_grid_get_adjustment (fixture.grid);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture.window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &timer);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &timer);
  for (guint i = 0; i < 100; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 57);
      compare_fixture_wait_frames (&fixture, 1);
    }
  print_frames ("scroll", &timer);

  for (guint i = 0; i < 20; i++)
    {
      compare_fixture_resize (&fixture, 400 * n_columns + 7 * (i + 1), 900);
      compare_fixture_wait_frames (&fixture, 1);
    }
  print_frames ("resize", &timer);

  plx_compare_view_set_zoom (fixture.view, 1.5);
  compare_fixture_wait_frames (&fixture, 2);
  print_frames ("zoom", &timer);
  compare_fixture_close (&fixture);

  return EXIT_SUCCESS;
}
