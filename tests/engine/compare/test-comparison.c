/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/compare/plx-comparison.h"

static GPtrArray *
sample (void)
{
  static const char *const texts[] = {
    "The harbour bridge at Ostermouth collapsed shortly before dawn, Mayor Helga Brandt said.",
    "Shortly before dawn the harbour bridge at Ostermouth collapsed.",
    "Bakers closed their ovens for an hour over the price of yeast.",
  };
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PlxArticle *article = plx_article_new ();

      plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, texts[i]);
      plx_article_freeze (article);
      g_ptr_array_add (articles, article);
    }
  return articles;
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  (void)object;
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static PlxComparison *
compare (GPtrArray *articles, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_comparison_new_async (articles, cancellable, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return plx_comparison_new_finish (result, error);
}

/* An article that is compared again, with others, is not annotated again. */
static void
test_reuse (void)
{
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  g_autoptr (PlxComparison) first = NULL;
  g_autoptr (PlxComparison) second = NULL;

  g_ptr_array_add (two, g_ptr_array_index (articles, 0));
  g_ptr_array_add (two, g_ptr_array_index (articles, 1));
  first = compare (two, NULL, NULL);
  second = compare (articles, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    g_assert_true (plx_comparison_get_annotation (first, i) == plx_comparison_get_annotation (second, i));
  g_assert_cmpuint (plx_comparison_get_pairs (second)->len, ==, 3);
  for (guint left = 0; left < 3; left++)
    for (guint right = left + 1; right < 3; right++)
      {
        g_assert_cmpuint (plx_comparison_get_pair (second, left, right)->left, ==, left);
        g_assert_cmpuint (plx_comparison_get_pair (second, left, right)->right, ==, right);
      }
  g_assert_cmpint (plx_comparison_find_statement (second, 0, 1, 1), ==,
                   plx_comparison_find_statement (second, 1, 1, 1));
  g_assert_cmpint (plx_comparison_find_statement (second, 0, 1, 1), !=,
                   plx_comparison_find_statement (second, 2, 1, 1));
}

/* The annotation goes with its last holder: nothing is kept for an article that is gone. */
static void
test_release (void)
{
  g_autoptr (GPtrArray) articles = sample ();
  PlxArticle *article = g_object_ref (g_ptr_array_index (articles, 0));
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  PlxComparison *comparison;

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_for_article (g_ptr_array_index (articles, i)));
  comparison = plx_comparison_new (annotations, NULL, NULL);
  g_clear_pointer (&articles, g_ptr_array_unref);
  g_clear_pointer (&annotations, g_ptr_array_unref);
  g_assert_finalize_object (comparison);
  g_assert_finalize_object (article);
}

static void
test_cancel (void)
{
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (annotations, plx_annotation_for_article (g_ptr_array_index (articles, i)));
  g_cancellable_cancel (cancellable);
  g_assert_null (plx_comparison_new (annotations, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (compare (articles, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/reuse", test_reuse);
  g_test_add_func ("/comparison/release", test_release);
  g_test_add_func ("/comparison/cancel", test_cancel);

  return g_test_run ();
}
