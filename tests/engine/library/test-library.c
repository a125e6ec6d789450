/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/library/plx-library.h"

static PlxArticle *
article_new (const char *source, const char *title, const char *text)
{
  PlxArticle *article = plx_article_new ();

  plx_article_set_source (article, source);
  plx_article_set_title (article, title);
  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text);
  plx_article_freeze (article);

  return article;
}

/* Two articles on a flood, two on a chess match, one on nothing else. */
static GPtrArray *
sample (void)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, article_new ("Morning Post", "Flood drowns Ostermouth harbour",
                                          "The flood that hit Ostermouth on Monday drowned the harbour and forced "
                                          "two thousand residents from their homes, Mayor Helga Brandt said."));
  g_ptr_array_add (articles, article_new ("Evening Star", "Varga beats Lindqvist in chess final",
                                          "Grandmaster Piet Varga beat Anna Lindqvist in the chess final at Norwick "
                                          "after a rook sacrifice in the fourth game."));
  g_ptr_array_add (articles, article_new ("Evening Star", "Ostermouth flood: thousands leave homes",
                                          "Thousands of residents left their homes in Ostermouth after Monday's "
                                          "flood drowned the harbour, according to Mayor Helga Brandt."));
  g_ptr_array_add (articles, article_new ("Morning Post", "Chess: rook sacrifice wins final for Varga",
                                          "A rook sacrifice in the fourth game won Piet Varga the chess final "
                                          "against Anna Lindqvist at Norwick."));
  g_ptr_array_add (articles, article_new ("Morning Post", "Bakers strike over yeast prices",
                                          "Bakers closed their ovens for an hour to protest against the price of "
                                          "imported yeast, which doubled within a year."));

  return articles;
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  (void)object;
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static PlxLibraryAddition *
add (PlxLibrary *library, GPtrArray *articles)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxLibraryAddition *addition;

  plx_library_add_async (library, articles, NULL, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  addition = plx_library_add_finish (library, result, &error);
  g_assert_no_error (error);

  return addition;
}

static GPtrArray *
list_of (GPtrArray *articles, guint index)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, g_ptr_array_index (articles, index));
  return list;
}

/* The library as text: the indices of the articles of each story, "|" between stories, the loose ones at the end. */
static char *
describe (PlxLibrary *library, GPtrArray *articles)
{
  GString *out = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (library));

  for (guint s = 0; s <= n; s++)
    {
      g_autoptr (PlxStory) story =
          s < n ? g_list_model_get_item (G_LIST_MODEL (library), s) : g_object_ref (plx_library_get_loose (library));

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (story)); i++)
        {
          g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), i);
          guint index = 9;

          g_ptr_array_find (articles, article, &index);
          g_string_append_printf (out, "%u", index);
          g_assert_true (plx_library_find_story (library, article) == story);
        }
      g_string_append (out, s < n ? "|" : "");
    }

  return g_string_free (out, FALSE);
}

#define assert_library(library, articles, expected)                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = describe (library, articles);                                                            \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

static void
test_add (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GPtrArray) same = sample ();
  g_autoptr (PlxLibraryAddition) first = add (library, articles);
  g_autoptr (PlxLibraryAddition) again = add (library, same);
  g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (library), 0);

  g_assert_cmpuint (first->n_added, ==, 5);
  g_assert_cmpuint (first->n_duplicates, ==, 0);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->n_duplicates, ==, 5);
  g_assert_true (g_ptr_array_index (again->known, 2) == g_ptr_array_index (articles, 2));
  g_assert_cmpuint (plx_library_get_n_articles (library), ==, 5);
  assert_library (library, articles, "02|13|4");
  g_assert_nonnull (g_strrstr (plx_story_get_title (story), "Ostermouth"));
  g_assert_null (plx_story_get_title (plx_library_get_loose (library)));
  g_assert_nonnull (plx_library_get_annotation (library, g_ptr_array_index (articles, 0)));
  g_assert_null (plx_library_get_annotation (library, g_ptr_array_index (same, 0)));
}

static void
test_twice_in_one (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (PlxArticle) twin = article_new ("Morning Post", "Bakers strike over yeast prices",
                                             "Bakers closed their ovens for an hour to protest against the price of "
                                             "imported yeast, which doubled within a year.");
  g_autoptr (PlxArticle) reprint = article_new ("Other Post", "Bakers strike over yeast prices",
                                                "Bakers closed their ovens for an hour to protest against the price "
                                                "of imported yeast, which doubled within a year.");
  g_autoptr (PlxLibraryAddition) addition = NULL;

  g_ptr_array_add (articles, g_object_ref (twin));
  g_ptr_array_add (articles, g_object_ref (reprint));
  addition = add (library, articles);

  /* The same text from another source is not a duplicate: it is what one wants to see. */
  g_assert_cmpuint (addition->n_added, ==, 6);
  g_assert_cmpuint (addition->n_duplicates, ==, 1);
  assert_library (library, articles, "02|13|46|");
}

static void
test_one_by_one (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();

  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (GPtrArray) one = list_of (articles, i);
      g_autoptr (PlxLibraryAddition) addition = add (library, one);

      g_assert_cmpuint (addition->n_added, ==, 1);
    }
  assert_library (library, articles, "02|13|4");
}

static void
test_concurrent (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  GAsyncResult *results[5] = { NULL };
  guint n_done = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GPtrArray) one = list_of (articles, i);

      plx_library_add_async (library, one, NULL, NULL, NULL, finished_cb, &results[i]);
    }
  while (n_done < 5)
    {
      g_main_context_iteration (NULL, TRUE);
      n_done = 0;
      for (guint i = 0; i < 5; i++)
        n_done += results[i] != NULL;
    }
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (PlxLibraryAddition) addition = plx_library_add_finish (library, results[i], NULL);

      g_assert_nonnull (addition);
      g_object_unref (results[i]);
    }
  assert_library (library, articles, "02|13|4");
}

static void
test_cancel (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_add_async (library, articles, NULL, NULL, cancellable, finished_cb, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (plx_library_add_finish (library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_library (library, articles, "");
}

static void
test_remove (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (PlxLibraryAddition) addition = add (library, articles);
  g_autoptr (GPtrArray) one = list_of (articles, 0);
  g_autoptr (PlxLibraryUndo) undo = plx_library_remove (library, one);
  g_autoptr (PlxLibraryUndo) undo_all = NULL;

  g_assert_cmpuint (addition->n_added, ==, articles->len);
  assert_library (library, articles, "13|42");
  g_assert_null (plx_library_find_story (library, g_ptr_array_index (articles, 0)));
  plx_library_restore (library, undo);
  assert_library (library, articles, "02|13|4");

  undo_all = plx_library_remove (library, articles);
  assert_library (library, articles, "");
  g_assert_cmpuint (plx_library_get_n_articles (library), ==, 0);
  plx_library_restore (library, undo_all);
  assert_library (library, articles, "02|13|4");
  plx_library_restore (library, undo_all);
  assert_library (library, articles, "02|13|4");
}

static void
test_removed_then_added (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GPtrArray) same = sample ();
  g_autoptr (PlxLibraryAddition) addition = add (library, articles);
  g_autoptr (PlxLibraryUndo) undo = plx_library_remove (library, articles);
  g_autoptr (PlxLibraryAddition) again = add (library, same);

  g_assert_cmpuint (addition->n_added, ==, articles->len);
  g_assert_cmpuint (again->n_added, ==, 5);
  plx_library_restore (library, undo);
  g_assert_cmpuint (plx_library_get_n_articles (library), ==, 5);
  assert_library (library, same, "02|13|4");
}

static void
test_move (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (GPtrArray) early = g_ptr_array_new ();
  g_autoptr (GPtrArray) late = g_ptr_array_new ();
  g_autoptr (GPtrArray) chess = list_of (articles, 1);
  g_autoptr (GPtrArray) flood = list_of (articles, 0);
  g_autoptr (PlxLibraryAddition) addition = NULL;
  g_autoptr (PlxLibraryAddition) addition_late = NULL;
  g_autoptr (PlxLibraryUndo) undo = NULL;
  g_autoptr (PlxLibraryUndo) undo_loose = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (early, g_ptr_array_index (articles, i));
  for (guint i = 3; i < 5; i++)
    g_ptr_array_add (late, g_ptr_array_index (articles, i));
  addition = add (library, early);
  assert_library (library, articles, "02|1");

  undo = plx_library_move (library, chess, plx_library_find_story (library, g_ptr_array_index (articles, 0)));
  assert_library (library, articles, "021|");
  plx_library_restore (library, undo);
  assert_library (library, articles, "02|1");

  /* What the user took out of a story stays out of it, and draws no other article to it. */
  undo_loose = plx_library_move (library, flood, plx_library_get_loose (library));
  assert_library (library, articles, "102");
  addition_late = add (library, late);
  assert_library (library, articles, "13|024");
}

static void
test_new_story (void)
{
  g_autoptr (PlxLibrary) library = plx_library_new ();
  g_autoptr (GPtrArray) articles = sample ();
  g_autoptr (PlxLibraryAddition) addition = add (library, articles);
  g_autoptr (GPtrArray) bakers = list_of (articles, 4);
  g_autoptr (PlxLibraryUndo) undo = NULL;
  PlxStory *story = plx_library_new_story (library, bakers, NULL, &undo);

  g_assert_cmpuint (addition->n_added, ==, articles->len);
  g_assert_cmpstr (plx_story_get_title (story), ==, "Bakers strike over yeast prices");
  assert_library (library, articles, "02|13|4|");
  plx_library_rename (library, story, "Yeast");
  g_assert_cmpstr (plx_story_get_title (story), ==, "Yeast");
  plx_library_restore (library, undo);
  assert_library (library, articles, "02|13|4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/add", test_add);
  g_test_add_func ("/library/twice-in-one", test_twice_in_one);
  g_test_add_func ("/library/one-by-one", test_one_by_one);
  g_test_add_func ("/library/concurrent", test_concurrent);
  g_test_add_func ("/library/cancel", test_cancel);
  g_test_add_func ("/library/remove", test_remove);
  g_test_add_func ("/library/removed-then-added", test_removed_then_added);
  g_test_add_func ("/library/move", test_move);
  g_test_add_func ("/library/new-story", test_new_story);

  return g_test_run ();
}
