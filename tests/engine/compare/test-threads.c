/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/report/plx-report-json.h"

#define N_ARTICLES 8
#define N_THREADS  4

/* Every article tells these, from another one on, so that all have something to compare. */
static const char *const sentences[] = {
  "The harbour bridge at Ostermouth collapsed shortly before dawn on Monday, Mayor Helga Brandt said.",
  "“We lost a bridge, but nobody was hurt,” Brandt told Radio Norwick.",
  "Insurance firms expect claims worth at least 40 million crowns.",
  "An engineer, Piet Varga, had warned about rusting cables nine years ago.",
  "Trains towards Kellerfurt will stop running until Christmas.",
};

static GPtrArray *
make_articles (void)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      PlxArticle *article = plx_article_new ();

      for (guint s = 0; s < G_N_ELEMENTS (sentences) - i % 2; s++)
        plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, sentences[(s + i) % G_N_ELEMENTS (sentences)]);
      plx_article_freeze (article);
      g_ptr_array_add (articles, article);
    }
  return articles;
}

static gpointer
compare_all (gpointer data)
{
  GPtrArray *articles = data;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (PlxComparison) comparison = NULL;

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_for_article (g_ptr_array_index (articles, i)));
  comparison = plx_comparison_new (annotations, NULL, NULL);

  return plx_report_to_json (comparison);
}

/* Threads that compare the same articles at once, tables not yet loaded, get what one alone gets. For the thread
 * sanitizer, too. */
static void
test_at_once (void)
{
  g_autoptr (GPtrArray) articles = make_articles ();
  GThread *threads[N_THREADS];
  char *results[N_THREADS];
  g_autofree char *alone = NULL;

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("compare", compare_all, articles);
  for (guint i = 0; i < N_THREADS; i++)
    results[i] = g_thread_join (threads[i]);
  alone = compare_all (articles);

  g_assert_nonnull (strstr (alone, "\"relation\""));
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_assert_cmpstr (results[i], ==, alone);
      g_free (results[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/threads/at-once", test_at_once);
  return g_test_run ();
}
