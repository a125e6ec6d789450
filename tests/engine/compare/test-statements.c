/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "align-fixture.h"

#define COMPARE(...)                                                                                                   \
  fixture_new ((const char *const *const[]){ __VA_ARGS__ },                                                            \
               G_N_ELEMENTS (((const char *const *const[]){ __VA_ARGS__ })))

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The statements as lines of text, "a:paragraph.sentence …", sorted: article letters instead of indices, so that they
 * can be compared when the articles come in another order. */
static GPtrArray *
describe (const Fixture *fixture, const char *letters)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < fixture->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (fixture->statements, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint c = 0; c < statement->cells->len; c++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, c);
          GString *text = g_string_new (NULL);

          g_string_append_printf (text, "%c%d", letters[cell->article], cell->relation);
          for (guint s = 0; s < cell->sentences->len; s++)
            {
              const PlxSentenceRef *ref = &g_array_index (cell->sentences, PlxSentenceRef, s);

              g_string_append_printf (text, " %u.%u", ref->paragraph, ref->sentence);
            }
          g_ptr_array_add (cells, g_string_free (text, FALSE));
        }
      g_ptr_array_sort (cells, compare_lines);
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (lines, g_strjoinv ("; ", (char **)cells->pdata));
    }
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}

static void
test_every_sentence_once (void)
{
  g_autoptr (Fixture) fixture =
      COMPARE (fixture_harbour_gazette, fixture_coast_radio, fixture_inland_post, fixture_chess);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < fixture->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (fixture->statements, i);

      g_assert_cmpuint (statement->id, ==, i);
      g_assert_cmpuint (statement->cells->len, >, 0);
      for (guint c = 0; c < statement->cells->len; c++)
        {
          const PlxCell *cell = g_ptr_array_index (statement->cells, c);

          if (c > 0)
            g_assert_cmpuint (cell->article, >, ((PlxCell *)g_ptr_array_index (statement->cells, c - 1))->article);
          g_assert_true (plx_statement_get_cell (statement, cell->article) == cell);
          for (guint s = 0; s < cell->sentences->len; s++)
            {
              const PlxSentenceRef *ref = &g_array_index (cell->sentences, PlxSentenceRef, s);

              g_assert_true (
                  g_hash_table_add (seen, g_strdup_printf ("%u %u %u", cell->article, ref->paragraph, ref->sentence)));
            }
        }
    }
  for (guint a = 0; a < fixture->annotations->len; a++)
    {
      PlxArticle *article = plx_annotation_get_article (g_ptr_array_index (fixture->annotations, a));

      for (guint p = 1; p <= plx_article_get_n_paragraphs (article); p++)
        n += plx_article_get_paragraph (article, p)->sentences->len;
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
}

static void
test_order_of_articles (void)
{
  static const char *const *const articles[] = { fixture_harbour_gazette, fixture_coast_radio, fixture_inland_post,
                                                 fixture_chess };
  static const guint orders[][4] = { { 1, 0, 2, 3 }, { 3, 2, 1, 0 }, { 2, 3, 0, 1 }, { 1, 2, 3, 0 } };
  g_autoptr (Fixture) fixture = fixture_new (articles, 4);
  g_autoptr (GPtrArray) expected = describe (fixture, "abcd");

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      const char *const *permuted[4];
      char letters[5] = "";

      for (guint i = 0; i < 4; i++)
        {
          permuted[i] = articles[orders[o][i]];
          letters[i] = "abcd"[orders[o][i]];
        }

      g_autoptr (Fixture) other = fixture_new (permuted, 4);
      g_autoptr (GPtrArray) got = describe (other, letters);

      g_assert_cmpuint (got->len, ==, expected->len);
      for (guint i = 0; i < got->len; i++)
        g_assert_cmpstr (g_ptr_array_index (got, i), ==, g_ptr_array_index (expected, i));
    }
}

static void
test_three_reports (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_coast_radio, fixture_inland_post);
  guint everywhere = 0, alone = 0;

  for (guint i = 0; i < fixture->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (fixture->statements, i);

      everywhere += statement->cells->len == 3;
      alone += statement->cells->len == 1;
    }
  /* All three tell of the grounding; "Nobody else was hurt", the weather and the grain are told once. */
  g_assert_cmpuint (everywhere, >=, 1);
  g_assert_cmpuint (alone, >=, 3);
}

static void
test_same_article (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_harbour_gazette);

  for (guint i = 0; i < fixture->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (fixture->statements, i);
      const PlxCell *left, *right;

      g_assert_cmpuint (statement->cells->len, ==, 2);
      left = g_ptr_array_index (statement->cells, 0);
      right = g_ptr_array_index (statement->cells, 1);
      g_assert_cmpint (left->relation, ==, PLX_RELATION_SAME);
      g_assert_cmpuint (left->sentences->len, ==, right->sentences->len);
      g_assert_cmpmem (left->sentences->data, left->sentences->len * sizeof (PlxSentenceRef), right->sentences->data,
                       right->sentences->len * sizeof (PlxSentenceRef));
    }
}

static void
add_link (PlxPair *pair, guint left, guint right, double score)
{
  PlxLink *link = plx_link_new (left, right);
  PlxSentencePair sentences = { { left, 1 }, { right, 1 }, PLX_RELATION_REWORDED, score };

  link->score = score;
  g_array_append_val (link->sentences, sentences);
  g_ptr_array_add (pair->links, link);
}

/* A chain of links, each to the next article, is one statement only when the links are strong. */
static void
test_chains (void)
{
  static const char *const one[] = { "One sentence stands here.", NULL };
  static const struct
  {
    double score;
    guint n_statements;
  } cases[] = { { 0.35, 2 }, { 0.95, 1 } };
  g_autoptr (Fixture) fixture = COMPARE (one, one, one);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_pair_free);
      g_autoptr (GPtrArray) statements = NULL;

      g_ptr_array_add (pairs, plx_pair_new (0, 1));
      g_ptr_array_add (pairs, plx_pair_new (0, 2));
      g_ptr_array_add (pairs, plx_pair_new (1, 2));
      add_link (g_ptr_array_index (pairs, 0), 1, 1, cases[i].score);
      add_link (g_ptr_array_index (pairs, 2), 1, 1, cases[i].score);
      statements = plx_statements_build (fixture->annotations, pairs);
      g_assert_cmpuint (statements->len, ==, cases[i].n_statements);
    }
}

/* A sentence linked to two of the other article goes with both when they stand together, with the better one when they
 * do not. */
static void
test_cells_stand_together (void)
{
  static const char *const one[] = { "One sentence stands here.", NULL };
  static const char *const four[] = { "The first.", "The second.", "The third.", "The fourth.", NULL };
  static const struct
  {
    guint second;
    guint n_cells;
  } cases[] = { { 2, 2 }, { 4, 1 } };
  g_autoptr (Fixture) fixture = COMPARE (one, four);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_pair_free);
      g_autoptr (GPtrArray) statements = NULL;
      const PlxStatement *first;

      g_ptr_array_add (pairs, plx_pair_new (0, 1));
      add_link (g_ptr_array_index (pairs, 0), 1, 1, 0.9);
      add_link (g_ptr_array_index (pairs, 0), 1, cases[i].second, 0.45);
      statements = plx_statements_build (fixture->annotations, pairs);
      first = g_ptr_array_index (statements, 0);
      g_assert_cmpuint (plx_statement_get_cell (first, 1)->sentences->len, ==, cases[i].n_cells);
      g_assert_null (plx_statement_get_cell (first, 2));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/every-sentence-once", test_every_sentence_once);
  g_test_add_func ("/statements/order-of-articles", test_order_of_articles);
  g_test_add_func ("/statements/three-reports", test_three_reports);
  g_test_add_func ("/statements/same-article", test_same_article);
  g_test_add_func ("/statements/chains", test_chains);
  g_test_add_func ("/statements/cells-stand-together", test_cells_stand_together);

  return g_test_run ();
}
