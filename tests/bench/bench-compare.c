/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times annotation and comparison: two articles of 100 to 100,000 words, and 2 to 50 articles of 1,000 words.
 * Prints a table of CPU times; with --svg FILE draws them as curves.
 *
 *   bench-compare [--svg FILE]
 */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <time.h>

#include "engine/compare/plx-comparison.h"

#define WORDS_IN_SENTENCE      20
#define SENTENCES_IN_PARAGRAPH 3
#define N_STEMS                5000
/* One word in so many differs between the articles. */
#define CHANGED    10

#define SVG_WIDTH  640
#define SVG_HEIGHT 400
#define SVG_MARGIN 80

typedef struct
{
  guint n_articles;
  guint n_words;
  double annotate_ms;
  double compare_ms;
} Measure;

static double
cpu_ms (void)
{
  return clock () * 1000.0 / CLOCKS_PER_SEC;
}

/* A word made up of syllables; a few are frequent and most are rare, as in any text (Zipf 1949). */
static void
append_word (GString *text, GRand *rand, gboolean first)
{
  static const char *const syllables[] = { "ba",  "dor", "fen", "gil", "har", "ki", "lum", "mo",
                                           "nes", "pra", "ros", "sta", "tel", "ur", "vin", "zo" };
  guint rank = pow (N_STEMS, g_rand_double (rand));
  gsize start = text->len;

  for (; rank > 0 || text->len == start; rank /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[rank % G_N_ELEMENTS (syllables)]);
  if (first || g_rand_int_range (rand, 0, 12) == 0)
    text->str[start] = g_ascii_toupper (text->str[start]);
}

/* All articles tell the same sentences; which of the words are replaced depends on the article. */
static PlxArticle *
make_article (guint number, guint n_words)
{
  g_autoptr (GRand) common = g_rand_new_with_seed (1), own = g_rand_new_with_seed (100 + number);
  PlxArticle *article = plx_article_new ();

  for (guint n = 0; n < n_words;)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint s = 0; s < SENTENCES_IN_PARAGRAPH && n < n_words; s++)
        {
          for (guint w = 0; w < WORDS_IN_SENTENCE; w++, n++)
            {
              g_autoptr (GString) shared = g_string_new (NULL);

              if (text->len > 0)
                g_string_append_c (text, ' ');
              append_word (shared, common, w == 0);
              if (g_rand_int_range (own, 0, CHANGED) == 0)
                append_word (text, own, w == 0);
              else
                g_string_append (text, shared->str);
            }
          g_string_append_c (text, '.');
        }
      plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text->str);
    }
  plx_article_freeze (article);

  return article;
}

static void
measure (Measure *self)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (PlxComparison) comparison = NULL;
  double begin;

  for (guint i = 0; i < self->n_articles; i++)
    g_ptr_array_add (articles, make_article (i, self->n_words));

  begin = cpu_ms ();
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_new (g_ptr_array_index (articles, i)));
  self->annotate_ms = cpu_ms () - begin;

  begin = cpu_ms ();
  comparison = plx_comparison_new (annotations, NULL, NULL);
  self->compare_ms = cpu_ms () - begin;
}

/* A curve over the logarithms of words (in 2 articles) or articles (of 1,000 words) and of time. */
static void
append_curve (GString *svg, const Measure *measures, guint n, gboolean by_words, const char *color, const char *label)
{
  double x = 0, y = 0;

  g_string_append_printf (svg, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"", color);
  for (guint i = 0; i < n; i++)
    {
      char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];

      /* All words of all articles, 100 to 1,000,000, and 0.1 to 100,000 milliseconds. */
      x = SVG_MARGIN + (SVG_WIDTH - 2 * SVG_MARGIN) * (log10 (measures[i].n_words * measures[i].n_articles) - 2) / 4;
      y = SVG_HEIGHT - SVG_MARGIN - (SVG_HEIGHT - 2 * SVG_MARGIN) * (log10 (MAX (measures[i].compare_ms, 0.1)) + 1) / 6;
      g_string_append_printf (svg, "%s,%s ", g_ascii_formatd (x_text, sizeof x_text, "%.1f", x),
                              g_ascii_formatd (y_text, sizeof y_text, "%.1f", y));
    }
  g_string_append_printf (svg, "\"/>\n<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s</text>\n", x + 8,
                          by_words ? y + 16 : y - 8, color, label);
}

static gboolean
write_svg (const char *file, const Measure *by_words, guint n_by_words, const Measure *by_articles, guint n_by_articles)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                          "font-family=\"sans-serif\" font-size=\"12\">\n"
                          "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                          SVG_WIDTH, SVG_HEIGHT);
  for (guint k = 2; k <= 6; k++)
    {
      double x = SVG_MARGIN + (SVG_WIDTH - 2.0 * SVG_MARGIN) * (k - 2) / 4;

      g_string_append_printf (svg, "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.0f words</text>\n", x,
                              SVG_HEIGHT - SVG_MARGIN + 20, pow (10, k));
    }
  for (int k = -1; k <= 5; k++)
    {
      double y = SVG_HEIGHT - SVG_MARGIN - (SVG_HEIGHT - 2.0 * SVG_MARGIN) * (k + 1) / 6;

      g_string_append_printf (svg,
                              "<line x1=\"%d\" x2=\"%d\" y1=\"%.0f\" y2=\"%.0f\" stroke=\"#ccc\"/>\n"
                              "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.6g ms</text>\n",
                              SVG_MARGIN, SVG_WIDTH - SVG_MARGIN, y, y, SVG_MARGIN - 4, y + 4, pow (10, k));
    }
  append_curve (svg, by_words, n_by_words, TRUE, "#1a5fb4", "2 articles");
  append_curve (svg, by_articles, n_by_articles, FALSE, "#a51d2d", "2 to 50 articles of 1,000 words");
  g_string_append (svg, "</svg>\n");
  if (g_file_set_contents (file, svg->str, svg->len, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

static void
measure_and_print (Measure *measures, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      measure (&measures[i]);
      g_print ("%8u %8u %13.1f %12.1f\n", measures[i].n_articles, measures[i].n_words, measures[i].annotate_ms,
               measures[i].compare_ms);
    }
}

int
main (int argc, char **argv)
{
  Measure by_words[] = { { 2, 100, 0, 0 },   { 2, 300, 0, 0 },   { 2, 1000, 0, 0 },  { 2, 3000, 0, 0 },
                         { 2, 10000, 0, 0 }, { 2, 30000, 0, 0 }, { 2, 100000, 0, 0 } };
  Measure by_articles[] = {
    { 2, 1000, 0, 0 }, { 5, 1000, 0, 0 }, { 10, 1000, 0, 0 }, { 20, 1000, 0, 0 }, { 50, 1000, 0, 0 }
  };
  Measure first = { 2, 100, 0, 0 };

  if (argc != 1 && (argc != 3 || g_strcmp0 (argv[1], "--svg") != 0))
    {
      g_printerr ("Usage: bench-compare [--svg FILE]\n");
      return 2;
    }
  /* The tables are loaded before the clock runs. */
  measure (&first);
  g_print ("articles    words   annotate ms   compare ms   (CPU)\n");
  measure_and_print (by_words, G_N_ELEMENTS (by_words));
  measure_and_print (by_articles, G_N_ELEMENTS (by_articles));
  if (argc == 3 && !write_svg (argv[2], by_words, G_N_ELEMENTS (by_words), by_articles, G_N_ELEMENTS (by_articles)))
    return 1;
  return 0;
}
