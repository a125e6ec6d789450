/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "compare-fixture.h"
#include "ui/compare/plx-compare-head.h"
#include "ui/compare/plx-compare-palette.h"
#include "ui/widgets/plx-source-color.h"
#include "ui/widgets/plx-name-card.h"

/* Two reports of an invented event: a moved paragraph, one only in the first, one only in the second, a heading. */
static PlxComparison *
create_two_reports (void)
{
  g_autoptr (PlxArticle) first = create_article (
      "Northmere Courier", "Ferry halted off Veldland",
      "The ferry Kestrel Queen stopped off Veldland on Tuesday after its engine failed in heavy seas.",
      "Captain Marta Oyelaran told passengers to stay below until tugs had arrived from Port Selwyn.",
      "# What passengers saw",
      "Schoolchildren from Harrowgate sang for three hours in the dining room, a teacher recalled.",
      "Inspectors of the Northmere Coastguard will examine the engine's cooling pumps next week.", NULL);
  g_autoptr (PlxArticle) second = create_article (
      "Veldland Herald", "Kestrel Queen drifts for hours",
      "The ferry Kestrel Queen drifted off Veldland on Tuesday after its engine broke down in heavy seas.",
      "Inspectors of the Northmere Coastguard will examine the engine's cooling pumps next week.",
      "Captain Oyelaran told passengers to stay below until tugs had arrived from Port Selwyn.",
      "The company's shares fell sharply in the capital as insurers asked for papers.", NULL);
  PlxArticle *articles[] = { first, second };

  return create_comparison (articles, 2);
}

static GtkTextBuffer *
buffer_of (CompareFixture *fixture, guint column)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (plx_compare_grid_get_column (fixture->grid, column)));
}

static char *
dup_line (GtkTextBuffer *buffer, guint row)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, row);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Every line of every buffer is the row's cell, and has tags just where the cell has marks. */
static void
test_marks (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  guint n_underlined = 0, n_names = 0, n_only_here = 0, n_missing = 0, n_headings = 0;

  compare_fixture_open (&fixture, comparison, 900, 600);
  for (guint column = 0; column < 2; column++)
    {
      PlxCompareColumn *view = plx_compare_grid_get_column (fixture.grid, column);
      GtkTextBuffer *buffer = buffer_of (&fixture, column);
      GtkTextTag *wording = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "wording");
      GtkTextTag *heading = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "heading");

      g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, plx_compare_column_get_n_rows (view) + 1);
      for (guint row = 0; row < plx_compare_column_get_n_rows (view); row++)
        {
          const PlxCompareCell *cell = plx_compare_column_get_cell (view, row);
          g_autofree char *line = dup_line (buffer, row);
          GtkTextIter iter;

          g_assert_cmpstr (line, ==, cell->text);
          gtk_text_buffer_get_iter_at_line (buffer, &iter, row);
          g_assert_cmpint (gtk_text_iter_has_tag (&iter, heading), ==, cell->kind == PLX_PARAGRAPH_HEADING);
          n_headings += cell->kind == PLX_PARAGRAPH_HEADING;
          for (int offset = 0; offset < g_utf8_strlen (line, -1); offset++)
            {
              gboolean differs = FALSE;

              gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, row, offset);
              for (guint i = 0; i < cell->differences->len; i++)
                {
                  PlxSpan span = g_array_index (cell->differences, PlxSpan, i);

                  differs |= offset >= (int)span.start && offset < (int)span.end;
                }
              g_assert_cmpint (gtk_text_iter_has_tag (&iter, wording), ==, differs);
              n_underlined += differs;
              n_names += plx_compare_column_get_name_at_iter (view, &iter) != NULL;
            }
          n_only_here += cell->mark == PLX_CELL_ONLY_HERE;
          n_missing += cell->missing;
          g_assert_cmpint (cell->mark == PLX_CELL_PLAIN || cell->label != NULL, ==, TRUE);
        }
    }
  g_assert_cmpuint (n_underlined, >, 0);
  g_assert_cmpuint (n_names, >, 0);
  g_assert_cmpuint (n_only_here, ==, 2);
  g_assert_cmpuint (n_missing, ==, 2);
  g_assert_cmpuint (n_headings, ==, 1);
  compare_fixture_close (&fixture);
}

static void
test_copy (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  GtkTextIter start, end;

  compare_fixture_open (&fixture, comparison, 900, 600);
  gtk_text_buffer_get_bounds (buffer_of (&fixture, 1), &start, &end);
  gtk_text_buffer_select_range (buffer_of (&fixture, 1), &start, &end);

  g_autofree char *text = plx_compare_column_dup_selected_text (plx_compare_grid_get_column (fixture.grid, 1));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* Four paragraphs of the article and none of the empty lines beside the other's. */
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer_of (&fixture, 1)), >, 5);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (g_str_has_suffix (lines[i], "."));
  compare_fixture_close (&fixture);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **)text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* What the middle button pastes is the same as what is copied. */
static void
test_primary (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  GtkTextIter start, end;
  g_autofree char *pasted = NULL;

  compare_fixture_open (&fixture, comparison, 900, 600);
  gtk_text_buffer_get_bounds (buffer_of (&fixture, 1), &start, &end);
  gtk_text_buffer_select_range (buffer_of (&fixture, 1), &start, &end);
  compare_fixture_wait_idle (&fixture);
  gdk_clipboard_read_text_async (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture.view)), NULL, text_read_cb,
                                 &pasted);
  while (pasted == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_autofree char *copied = plx_compare_column_dup_selected_text (plx_compare_grid_get_column (fixture.grid, 1));

  g_assert_cmpstr (pasted, ==, copied);
  compare_fixture_close (&fixture);
}

static void
test_copy_joined (void)
{
  GtkWidget *column = g_object_ref_sink (plx_compare_column_new ());
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_compare_cell_free);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (column));
  const char *const texts[] = { "", "One.\u2028Two.", "", "", "Three." };
  GtkTextIter start, end;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PlxCompareCell *cell = g_new0 (PlxCompareCell, 1);

      cell->text = g_strdup (texts[i]);
      cell->elsewhere = -1;
      cell->starts = g_array_new (FALSE, FALSE, sizeof (PlxPassageStart));
      cell->names = g_array_new (FALSE, FALSE, sizeof (PlxCellMention));
      cell->differences = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      cell->only_here = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      g_ptr_array_add (cells, cell);
    }
  plx_compare_column_set_cells (PLX_COMPARE_COLUMN (column), cells);
  g_assert_null (plx_compare_column_dup_selected_text (PLX_COMPARE_COLUMN (column)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);

  g_autofree char *text = plx_compare_column_dup_selected_text (PLX_COMPARE_COLUMN (column));

  g_assert_cmpstr (text, ==, "One.\nTwo.\nThree.");
  g_assert_finalize_object (column);
}

/* One article alone is shown plainly: nothing is "only here" where there is nothing else. */
static void
test_alone (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  const guint first[] = { 0 };
  CompareFixture fixture;
  g_autoptr (PlxRows) alone = plx_rows_new (comparison, first, 1, 0);
  g_autofree char *counts = plx_compare_head_dup_counts (comparison, alone, 0);
  const guint both[] = { 0, 1 };
  g_autoptr (PlxRows) rows = plx_rows_new (comparison, both, 2, 0);
  g_autofree char *shared = plx_compare_head_dup_counts (comparison, rows, 0);

  g_assert_cmpstr (counts, ==, "4 paragraphs");
  g_assert_cmpstr (shared, ==, "3 of 4 passages shared");
  compare_fixture_open (&fixture, comparison, 900, 600);
  plx_compare_view_set_comparison (fixture.view, comparison, first, 1, 0);
  compare_fixture_wait_frames (&fixture, 2);
  for (guint row = 0; row < plx_compare_grid_get_n_rows (fixture.grid); row++)
    {
      const PlxCompareCell *cell = plx_compare_column_get_cell (plx_compare_grid_get_column (fixture.grid, 0), row);

      g_assert_cmpint (cell->mark, ==, PLX_CELL_PLAIN);
      g_assert_null (cell->label);
      g_assert_cmpuint (cell->only_here->len, ==, 0);
    }
  compare_fixture_close (&fixture);
}

static gboolean
row_differs (CompareFixture *fixture, guint row)
{
  for (guint column = 0; column < plx_compare_grid_get_n_columns (fixture->grid); column++)
    {
      const PlxCompareCell *cell =
          plx_compare_column_get_cell (plx_compare_grid_get_column (fixture->grid, column), row);

      if (!cell->shared || cell->note != NULL || cell->differences->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_differences (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  int n_rows, last = -1;
  guint n_found = 0;

  compare_fixture_open (&fixture, comparison, 900, 600);
  n_rows = plx_compare_grid_get_n_rows (fixture.grid);
  gtk_widget_grab_focus (GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, 0)));
  plx_compare_view_show_row (fixture.view, 0);
  for (int row = 1; row < n_rows; row++)
    if (row_differs (&fixture, row))
      {
        gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.next-difference", NULL);
        g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, row);
        g_assert_cmpuint (plx_compare_column_get_row (plx_compare_grid_get_column (fixture.grid, 0)), ==, row);
        last = row;
        n_found++;
      }
  g_assert_cmpuint (n_found, >=, 2);
  /* There is none after the last. */
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.next-difference", NULL);
  g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, last);

  for (int row = last - 1; row >= 0; row--)
    if (row_differs (&fixture, row))
      {
        gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.previous-difference", NULL);
        g_assert_cmpint (plx_compare_view_get_current_row (fixture.view), ==, row);
      }
  compare_fixture_close (&fixture);
}

static void
test_next_column (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;

  compare_fixture_open (&fixture, comparison, 900, 600);
  plx_compare_view_show_row (fixture.view, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.next-column", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window))
                 == GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, 1)));
  g_assert_cmpuint (plx_compare_column_get_row (plx_compare_grid_get_column (fixture.grid, 1)), ==, 3);
  compare_fixture_close (&fixture);
}

static void
test_highlights (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  gboolean people;

  compare_fixture_open (&fixture, comparison, 900, 600);
  g_assert_cmpuint (plx_compare_view_get_highlights (fixture.view), ==, PLX_HIGHLIGHT_ALL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.highlight-people", NULL);
  g_assert_cmpuint (plx_compare_view_get_highlights (fixture.view), ==,
                    PLX_HIGHLIGHT_ALL & ~PLX_HIGHLIGHT (PLX_ENTITY_PERSON));
  g_object_get (fixture.view, "highlight-people", &people, NULL);
  g_assert_false (people);
  plx_compare_view_set_highlights (fixture.view, PLX_HIGHLIGHT (PLX_ENTITY_PERSON));
  g_object_get (fixture.view, "highlight-people", &people, NULL);
  g_assert_true (people);
  compare_fixture_wait_frames (&fixture, 2);
  compare_fixture_close (&fixture);
}

static void
reference_requested_cb (PlxCompareView *view, guint article, guint *requested)
{
  (void)view;
  *requested = article;
}

static void
test_columns (void)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (3, 9);
  CompareFixture fixture;
  guint requested = 99;

  compare_fixture_open (&fixture, comparison, 900, 600);
  g_signal_connect (fixture.view, "reference-requested", G_CALLBACK (reference_requested_cb), &requested);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.make-reference", "u", 2);
  g_assert_cmpuint (requested, ==, 2);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_cmpuint (compare_fixture_count_uneven (&fixture, TRUE), ==, 0);

  g_autofree char *before = dup_line (buffer_of (&fixture, 2), 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.move-left", "u", 2);
  compare_fixture_wait_frames (&fixture, 2);
  g_autofree char *after = dup_line (buffer_of (&fixture, 1), 0);
  g_assert_cmpstr (before, ==, after);

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.hide-column", "u", 0);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_cmpuint (plx_compare_grid_get_n_columns (fixture.grid), ==, 2);
  g_assert_cmpuint (compare_fixture_count_uneven (&fixture, TRUE), ==, 0);

  plx_compare_view_set_comparison (fixture.view, NULL, NULL, 0, 0);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_cmpuint (plx_compare_grid_get_n_columns (fixture.grid), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.next-difference", NULL);
  compare_fixture_close (&fixture);
}

/* What is asked for before the first allocation is done with it, and survives another order of the columns. */
static void
test_place (void)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (3, 40);
  const guint articles[] = { 0, 1, 2 };
  CompareFixture fixture;
  GtkAdjustment *adjustment;
  guint row, paragraph;

  compare_fixture_open (&fixture, comparison, 900, 600);
  plx_compare_view_set_comparison (fixture.view, NULL, NULL, 0, 0);
  plx_compare_view_set_comparison (fixture.view, comparison, articles, 3, 0);
  g_assert_true (plx_compare_view_show_passage (fixture.view, 1, 31, 0));
  compare_fixture_wait_frames (&fixture, 2);
  for (guint pass = 0; pass < 2; pass++)
    {
      adjustment = plx_compare_grid_get_adjustment (fixture.grid);
      row = plx_compare_view_get_current_row (fixture.view);
      paragraph = plx_compare_column_get_cell (plx_compare_grid_get_column (fixture.grid, 1), row)->paragraph;
      g_assert_cmpuint (paragraph, ==, 31);
      g_assert_cmpfloat (plx_compare_grid_get_row_top (fixture.grid, row), >=, gtk_adjustment_get_value (adjustment));
      g_assert_cmpfloat (plx_compare_grid_get_row_top (fixture.grid, row), <,
                         gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
      gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.make-reference", "u", 1);
      compare_fixture_wait_frames (&fixture, 2);
    }
  g_assert_false (plx_compare_view_show_passage (fixture.view, 1, 999, 0));
  compare_fixture_close (&fixture);
}

/* Nothing is out of level or warned of when the style or the text's scale changes. */
static void
test_styles (void)
{
  g_autoptr (PlxComparison) comparison = create_long_comparison (2, 12);
  GtkSettings *settings = gtk_settings_get_default ();
  CompareFixture fixture;
  int height, dpi;

  compare_fixture_open (&fixture, comparison, 900, 600);
  height = plx_compare_grid_get_row_top (fixture.grid, 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_cmpint (plx_compare_grid_get_row_top (fixture.grid, 1), ==, height);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  compare_fixture_wait_frames (&fixture, 3);
  g_assert_cmpint (plx_compare_grid_get_row_top (fixture.grid, 1), >, height);
  g_assert_cmpuint (compare_fixture_count_mispredicted (&fixture), ==, 0);
  g_assert_cmpuint (compare_fixture_count_uneven (&fixture, TRUE), ==, 0);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  compare_fixture_wait_frames (&fixture, 3);
  g_assert_cmpuint (compare_fixture_count_mispredicted (&fixture), ==, 0);
  g_assert_cmpuint (compare_fixture_count_uneven (&fixture, TRUE), ==, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  compare_fixture_close (&fixture);
}

static double
luminance (const GdkRGBA *color)
{
  const float parts[3] = { color->red, color->green, color->blue };
  double linear[3];

  for (guint i = 0; i < 3; i++)
    linear[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/* WCAG 2.1's contrast ratio; the front may let the back shine through. */
static double
contrast (GdkRGBA front, const GdkRGBA *back)
{
  front.red = front.red * front.alpha + back->red * (1 - front.alpha);
  front.green = front.green * front.alpha + back->green * (1 - front.alpha);
  front.blue = front.blue * front.alpha + back->blue * (1 - front.alpha);

  double a = luminance (&front);
  double b = luminance (back);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
test_contrast (void)
{
  /* libadwaita's text and view colours, light and dark. */
  const GdkRGBA text[2] = { { 0, 0, 0, 0.8 }, { 1, 1, 1, 1 } };
  const GdkRGBA view[2] = { { 1, 1, 1, 1 }, { 0.118, 0.118, 0.118, 1 } };

  for (guint dark = 0; dark < 2; dark++)
    for (guint high = 0; high < 2; high++)
      {
        const PlxComparePalette *palette = plx_compare_palette_get (dark, high);

        for (guint group = 0; group < PLX_N_NAME_GROUPS; group++)
          {
            g_assert_cmpfloat (contrast (text[dark], &palette->tints[group]), >=, 4.5);
            /* Captions are written in the quieter colour. */
            g_assert_cmpfloat (contrast (palette->quiet, &palette->tints[group]), >=, 4.5);
          }
        for (guint mark = PLX_CELL_MOVED; mark <= PLX_CELL_DAMAGED; mark++)
          g_assert_cmpfloat (contrast (palette->words[mark], &view[dark]), >=, high ? 7 : 4.5);
        g_assert_cmpfloat (contrast (palette->quiet, &view[dark]), >=, high ? 7 : 4.5);
        g_assert_cmpfloat (contrast (palette->wording, &view[dark]), >=, 3);
        g_assert_cmpfloat (contrast (palette->current, &view[dark]), >=, 3);
        for (guint color = 0; color < PLX_N_SOURCE_COLORS; color++)
          {
            GdkRGBA dot;

            plx_source_color_get (color, dark, &dot);
            g_assert_cmpfloat (contrast (dot, &view[dark]), >=, 3);
          }
      }
}

static void
test_source_colors (void)
{
  const char *sources[] = {
    "Northmere Courier", "Veldland Herald", "Northmere Courier", NULL, NULL, "A", "B", "C", "D"
  };
  guint colors[G_N_ELEMENTS (sources)];
  guint seen = 0;

  plx_source_colors_assign (sources, G_N_ELEMENTS (sources), colors);
  g_assert_cmpuint (colors[0], ==, plx_source_color_of_name ("northmere COURIER"));
  g_assert_cmpuint (colors[2], ==, colors[0]);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (i != 2)
      {
        g_assert_cmpuint (colors[i], <, PLX_N_SOURCE_COLORS);
        g_assert_false (seen & 1u << colors[i]);
        seen |= 1u << colors[i];
      }
}

static void
test_name_card (void)
{
  g_autoptr (PlxComparison) comparison = create_two_reports ();
  CompareFixture fixture;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  PlxNameCard *card;

  compare_fixture_open (&fixture, comparison, 900, 300);
  card = PLX_NAME_CARD (compare_fixture_find (&fixture, PLX_TYPE_NAME_CARD));
  buffer = buffer_of (&fixture, 0);
  gtk_widget_grab_focus (GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, 0)));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "Oyelaran", 0, &iter, NULL, NULL));
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.show-name", NULL);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (card)));
  g_assert_nonnull (strstr (plx_name_card_get_text (card), "Oyelaran"));
  g_assert_nonnull (strstr (plx_name_card_get_text (card), "Northmere Courier: "));
  g_assert_nonnull (strstr (plx_name_card_get_text (card), "Veldland Herald: "));
  /* The reader can go on reading. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window))
                 == GTK_WIDGET (plx_compare_grid_get_column (fixture.grid, 0)));

  gtk_adjustment_set_value (plx_compare_grid_get_adjustment (fixture.grid), 10);
  compare_fixture_wait_idle (&fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));

  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "stopped", 0, &iter, NULL, NULL));
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.show-name", NULL);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  compare_fixture_close (&fixture);
}

static void
test_removed (void)
{
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());
  CompareFixture fixture;
  guint n_before;

  plx_article_set_source (article, "Northmere Courier");
  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, "The ferry stopped off Veldland.");
  plx_article_add_removed (article, 3, PLX_REMOVAL_ADVERTISING, "ADVERTISEMENT");
  plx_article_add_removed (article, 9, PLX_REMOVAL_SHARE, "Share this");
  plx_article_freeze (article);

  PlxArticle *articles[] = { article };
  g_autoptr (PlxComparison) comparison = create_comparison (articles, 1);

  compare_fixture_open (&fixture, comparison, 900, 600);
  n_before = g_list_model_get_n_items (toplevels);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "compare.show-removed", "u", 0);
  compare_fixture_wait_frames (&fixture, 2);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, n_before + 1);
  g_autoptr (GtkWindow) window = NULL;
  for (guint i = 0; i <= n_before; i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (each) == fixture.window)
        g_set_object (&window, each);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "removed.copy-all", NULL);

  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Line 3: advertising\nADVERTISEMENT\n"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Share this"));
  gtk_window_destroy (window);
  g_assert_finalize_object (g_steal_pointer (&window));
  compare_fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/compare/view/marks", test_marks);
  g_test_add_func ("/compare/view/copy", test_copy);
  g_test_add_func ("/compare/view/alone", test_alone);
  g_test_add_func ("/compare/view/primary", test_primary);
  g_test_add_func ("/compare/view/copy-joined", test_copy_joined);
  g_test_add_func ("/compare/view/differences", test_differences);
  g_test_add_func ("/compare/view/next-column", test_next_column);
  g_test_add_func ("/compare/view/highlights", test_highlights);
  g_test_add_func ("/compare/view/columns", test_columns);
  g_test_add_func ("/compare/view/place", test_place);
  g_test_add_func ("/compare/view/styles", test_styles);
  g_test_add_func ("/compare/view/contrast", test_contrast);
  g_test_add_func ("/compare/view/source-colors", test_source_colors);
  g_test_add_func ("/compare/view/name-card", test_name_card);
  g_test_add_func ("/compare/view/removed", test_removed);

  return g_test_run ();
}
