/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

/* Words of an invented tale; the sentences drawn from them mean nothing, but wrap like prose. */
static const char *const words[] = {
  "the",
  "harbour",
  "of",
  "Port Selwyn",
  "was",
  "closed",
  "after",
  "a",
  "freighter",
  "ran",
  "aground",
  "on",
  "Tuesday",
  "officials",
  "said",
  "Marta Oyelaran",
  "told",
  "reporters",
  "that",
  "no",
  "oil",
  "had",
  "reached",
  "shore",
  "while",
  "crews",
  "worked",
  "through",
  "night",
  "to",
  "refloat",
  "vessel",
  "Northmere Coastguard",
  "and",
  "insurers",
  "awaited",
  "findings",
  "from",
  "an",
  "inquiry",
  "expected",
  "within",
  "weeks",
  "in",
  "Veldland",
  "extraordinarily",
};

PlxComparison *
create_comparison (PlxArticle *const *articles, guint n_articles)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (GError) error = NULL;
  PlxComparison *comparison;

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (annotations, plx_annotation_new (articles[i]));
  comparison = plx_comparison_new (annotations, NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

/* Articles that share two paragraphs of three in words that differ a little. */
PlxComparison *
create_long_comparison (guint n_articles, guint n_paragraphs)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_articles; i++)
    {
      PlxArticle *article = plx_article_new ();
      g_autofree char *source = g_strdup_printf ("The Daily %c", 'A' + i);

      plx_article_set_source (article, source);
      plx_article_set_title (article, "Freighter aground off Port Selwyn as crews race the tide");
      for (guint p = 0; p < n_paragraphs; p++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (p % 3 == 2 ? p * 31 + i : p * 31);
          GString *text = g_string_new ("Crews");
          guint n_words = g_rand_int_range (rand, 8, 90);

          for (guint w = 0; w < n_words; w++)
            {
              const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

              g_string_append_printf (text, " %s", i > 0 && w % 11 == i ? "reportedly" : word);
            }
          g_string_append_c (text, '.');
          plx_article_add_paragraph (article, p % 17 == 9 ? PLX_PARAGRAPH_HEADING : PLX_PARAGRAPH_TEXT, text->str);
          g_string_free (text, TRUE);
        }
      plx_article_freeze (article);
      g_ptr_array_add (articles, article);
    }
  return create_comparison ((PlxArticle *const *)articles->pdata, n_articles);
}

/* Takes the paragraphs as a list that ends with NULL; one that starts with "# " is a heading. */
PlxArticle *
create_article (const char *source, const char *title, ...)
{
  PlxArticle *article = plx_article_new ();
  const char *text;
  va_list list;

  plx_article_set_source (article, source);
  plx_article_set_title (article, title);
  va_start (list, title);
  while ((text = va_arg (list, const char *)) != NULL)
    if (g_str_has_prefix (text, "# "))
      plx_article_add_paragraph (article, PLX_PARAGRAPH_HEADING, text + 2);
    else
      plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text);
  va_end (list);
  plx_article_freeze (article);

  return article;
}

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Opens a window and returns when its first frame has been drawn. */
void
compare_fixture_open (CompareFixture *self, PlxComparison *comparison, int width, int height)
{
  guint n = plx_comparison_get_n_articles (comparison);
  g_autofree guint *articles = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    articles[i] = i;
  self->window = GTK_WINDOW (gtk_window_new ());
  self->view = PLX_COMPARE_VIEW (plx_compare_view_new ());
  self->grid = PLX_COMPARE_GRID (find_descendant (GTK_WIDGET (self->view), PLX_TYPE_COMPARE_GRID));
  plx_compare_view_set_comparison (self->view, comparison, articles, n, 0);
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_present (self->window);
  compare_fixture_wait_frames (self, 1);
}

/* The first widget of a type in the view. */
GtkWidget *
compare_fixture_find (CompareFixture *self, GType type)
{
  GtkWidget *found = find_descendant (GTK_WIDGET (self->view), type);

  g_assert_nonnull (found);
  return found;
}

void
compare_fixture_close (CompareFixture *self)
{
  gtk_window_destroy (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
after_paint_cb (GdkFrameClock *clock, guint *n_frames)
{
  (void)clock;
  (*n_frames)++;
}

static gboolean
timeout_cb (gpointer expired)
{
  *(gboolean *)expired = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop for some frames, which it asks for. */
void
compare_fixture_wait_frames (CompareFixture *self, guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  guint n = 0;
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (20, timeout_cb, &expired);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &n);

  while (n < n_frames)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->view));
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (expired);
    }
  g_source_remove (timeout);
  g_signal_handler_disconnect (clock, handler);
}

/* Lets timeouts of animations and coalesced resizes run out. */
void
compare_fixture_wait_idle (CompareFixture *self)
{
  gboolean expired = FALSE;

  (void)self;
  g_timeout_add (500, timeout_cb, &expired);
  while (!expired)
    g_main_context_iteration (NULL, TRUE);
}

void
compare_fixture_resize (CompareFixture *self, int width, int height)
{
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (20, timeout_cb, &expired);

  gtk_window_set_default_size (self->window, width, height);
  while (gtk_widget_get_width (GTK_WIDGET (self->view)) != width)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (expired);
    }
  g_source_remove (timeout);
}

/* Counts the rows that are not where the first column has them, on the screen. */
guint
compare_fixture_count_uneven (CompareFixture *self, gboolean all_rows)
{
  guint n_rows = plx_compare_grid_get_n_rows (self->grid);
  int height = gtk_widget_get_height (GTK_WIDGET (plx_compare_grid_get_column (self->grid, 0)));
  guint n_uneven = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      int first = 0;
      gboolean uneven = FALSE;

      for (guint i = 0; i < plx_compare_grid_get_n_columns (self->grid); i++)
        {
          GtkTextView *view = GTK_TEXT_VIEW (plx_compare_grid_get_column (self->grid, i));
          GtkTextIter iter;
          int y;

          gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, row);
          gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
          gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, y, NULL, &y);
          if (i == 0)
            first = y;
          else if (y != first && (all_rows || (y >= 0 && y < height)))
            uneven = TRUE;
        }
      n_uneven += uneven;
    }
  return n_uneven;
}

/* Counts the cells whose height the text view has other than it was predicted. */
guint
compare_fixture_count_mispredicted (CompareFixture *self)
{
  guint n_wrong = 0;

  for (guint i = 0; i < plx_compare_grid_get_n_columns (self->grid); i++)
    {
      PlxCompareColumn *column = plx_compare_grid_get_column (self->grid, i);
      GtkTextView *view = GTK_TEXT_VIEW (column);

      for (guint row = 0; row < plx_compare_column_get_n_rows (column); row++)
        {
          GtkTextIter iter;
          int height;

          gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, row);
          gtk_text_view_get_line_yrange (view, &iter, NULL, &height);
          g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

          for (GSList *tag = tags; tag != NULL; tag = tag->next)
            {
              int above, below;

              g_object_get (tag->data, "pixels-above-lines", &above, "pixels-below-lines", &below, NULL);
              height -= above + below;
            }
          n_wrong += height != plx_compare_column_get_extents (column, row)->text;
        }
    }
  return n_wrong;
}
