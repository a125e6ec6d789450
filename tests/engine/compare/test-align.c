/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "align-fixture.h"

#include "engine/compare/plx-background.h"
#include "engine/compare/plx-main-order.h"
#include "engine/compare/plx-similarity.h"

#define COMPARE(...)                                                                                                   \
  fixture_new ((const char *const *const[]){ __VA_ARGS__ },                                                            \
               G_N_ELEMENTS (((const char *const *const[]){ __VA_ARGS__ })))

static void
test_finds_links (void)
{
  static const struct
  {
    guint left;
    guint right;
    gboolean linked;
  } cases[] = {
    { 1, 1, TRUE },  /* other order of words, active for passive */
    { 2, 3, TRUE },  /* quoted and reported speech */
    { 3, 4, TRUE },  /* same words, one of two sentences */
    { 5, 2, TRUE },  /* other words, far from the diagonal */
    { 4, 5, FALSE }, /* nothing in common */
    { 3, 5, FALSE },
  };
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_coast_radio);
  const PlxPair *pair = fixture_get_pair (fixture, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlxLink *link = fixture_find_link (pair, cases[i].left, cases[i].right);

      g_test_message ("%u and %u", cases[i].left, cases[i].right);
      g_assert_true ((link != NULL) == cases[i].linked);
    }

  g_assert_cmpint (fixture_find_link (pair, 3, 4)->relation, ==, PLX_RELATION_SAME);
  g_assert_cmpint (fixture_find_link (pair, 1, 1)->relation, !=, PLX_RELATION_SAME);
}

static void
test_same_article (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_harbour_gazette);
  const PlxPair *pair = fixture_get_pair (fixture, 0, 1);

  for (guint p = 1; fixture_harbour_gazette[p - 1] != NULL; p++)
    {
      const PlxLink *link = fixture_find_link (pair, p, p);

      g_assert_nonnull (link);
      g_assert_cmpint (link->relation, ==, PLX_RELATION_SAME);
      g_assert_cmpfloat (link->score, >, 0.95);
      g_assert_false (link->moved);
      for (guint s = 0; s < link->sentences->len; s++)
        {
          const PlxSentencePair *sentences = &g_array_index (link->sentences, PlxSentencePair, s);

          if (sentences->left.sentence == sentences->right.sentence)
            g_assert_cmpint (sentences->relation, ==, PLX_RELATION_SAME);
        }
    }
}

static void
test_mirrored (void)
{
  g_autoptr (Fixture) one = COMPARE (fixture_harbour_gazette, fixture_coast_radio);
  g_autoptr (Fixture) other = COMPARE (fixture_coast_radio, fixture_harbour_gazette);
  const PlxPair *pair = fixture_get_pair (one, 0, 1), *mirrored = fixture_get_pair (other, 0, 1);

  g_assert_cmpuint (pair->links->len, >, 0);
  g_assert_cmpuint (pair->links->len, ==, mirrored->links->len);
  for (guint i = 0; i < pair->links->len; i++)
    {
      const PlxLink *link = g_ptr_array_index (pair->links, i);
      const PlxLink *counterpart =
          fixture_find_link (mirrored, g_array_index (link->right, guint, 0), g_array_index (link->left, guint, 0));

      g_assert_nonnull (counterpart);
      g_assert_cmpfloat_with_epsilon (link->score, counterpart->score, 1e-9);
      g_assert_cmpint (link->relation, ==, counterpart->relation);
      g_assert_cmpint (link->moved, ==, counterpart->moved);
      g_assert_cmpuint (link->sentences->len, ==, counterpart->sentences->len);
      g_assert_cmpstrv (link->why, counterpart->why);
    }
}

static void
test_unrelated_article (void)
{
  g_autoptr (Fixture) two = COMPARE (fixture_harbour_gazette, fixture_coast_radio);
  g_autoptr (Fixture) three = COMPARE (fixture_harbour_gazette, fixture_chess, fixture_coast_radio);
  const PlxPair *before = fixture_get_pair (two, 0, 1), *after = fixture_get_pair (three, 0, 2);

  g_assert_cmpuint (before->links->len, ==, after->links->len);
  for (guint i = 0; i < before->links->len; i++)
    {
      const PlxLink *x = g_ptr_array_index (before->links, i), *y = g_ptr_array_index (after->links, i);

      g_assert_cmpuint (g_array_index (x->left, guint, 0), ==, g_array_index (y->left, guint, 0));
      g_assert_cmpuint (g_array_index (x->right, guint, 0), ==, g_array_index (y->right, guint, 0));
      g_assert_cmpfloat_with_epsilon (x->score, y->score, 1e-9);
    }

  /* Short fragments of another story ("Nobody …") are not linked by chance. */
  g_assert_cmpuint (fixture_get_pair (three, 0, 1)->links->len, ==, 0);
  g_assert_cmpuint (fixture_get_pair (three, 1, 2)->links->len, ==, 0);
}

static void
test_reasons (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_inland_post);
  const PlxPair *pair = fixture_get_pair (fixture, 0, 1);
  const PlxLink *quoted = fixture_find_link (pair, 2, 3), *built = fixture_find_link (pair, 4, 2);

  g_assert_nonnull (quoted);
  g_assert_true (g_strv_contains ((const char *const *)quoted->why, "quotation"));
  g_assert_nonnull (built);
  g_assert_true (g_strv_contains ((const char *const *)built->why, "words:1998"));
  for (guint i = 0; i < pair->links->len; i++)
    g_assert_cmpuint (g_strv_length (((PlxLink *)g_ptr_array_index (pair->links, i))->why), >, 0);
}

static void
test_moved (void)
{
  static const struct
  {
    guint left;
    guint right;
    double score;
    gboolean moved;
  } cases[] = {
    { 1, 1, 0.9, FALSE }, { 1, 5, 0.4, TRUE },  { 2, 2, 0.9, FALSE },
    { 3, 2, 0.5, FALSE }, { 4, 1, 0.95, TRUE }, { 5, 6, 0.5, FALSE },
  };
  g_autoptr (PlxPair) pair = plx_pair_new (0, 1);

  plx_main_order_mark_moved (pair->links);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxLink *link = plx_link_new (cases[i].left, cases[i].right);

      link->score = cases[i].score;
      g_ptr_array_add (pair->links, link);
    }
  plx_main_order_mark_moved (pair->links);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (((PlxLink *)g_ptr_array_index (pair->links, i))->moved, ==, cases[i].moved);
}

static void
test_headings (void)
{
  static const char *const text[] = { "Rescue teams reached the village of Ostrava Bay at dawn.", NULL };
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_autoptr (PlxArticle) other = plx_article_new ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (PlxEntities) entities = NULL;
  g_autoptr (PlxAligner) aligner = NULL;
  g_autoptr (PlxPair) pair = NULL;

  plx_article_set_title (article, text[0]);
  plx_article_add_paragraph (article, PLX_PARAGRAPH_HEADING, text[0]);
  plx_article_add_paragraph (article, PLX_PARAGRAPH_CAPTION, text[0]);
  plx_article_add_paragraph (article, PLX_PARAGRAPH_LIST, text[0]);
  plx_article_freeze (article);
  plx_article_add_paragraph (other, PLX_PARAGRAPH_QUOTE, text[0]);
  plx_article_freeze (other);
  g_ptr_array_add (annotations, plx_annotation_new (article));
  g_ptr_array_add (annotations, plx_annotation_new (other));
  entities = plx_entities_join (annotations);
  aligner = plx_aligner_new (annotations, entities);
  pair = plx_aligner_align (aligner, 0, 1, NULL, NULL);

  g_assert_cmpuint (pair->links->len, ==, 1);
  g_assert_nonnull (fixture_find_link (pair, 3, 1));
}

static void
test_empty_and_odd (void)
{
  static const char *const nothing[] = { NULL };
  static const char *const marks[] = { "… — !", "\xef\xbf\xbd\xef\xbf\xbd", "a", NULL };
  g_autoptr (Fixture) fixture = COMPARE (nothing, marks, fixture_chess, nothing);

  g_assert_cmpuint (fixture_get_pair (fixture, 0, 1)->links->len, ==, 0);
  g_assert_cmpuint (fixture_get_pair (fixture, 0, 3)->links->len, ==, 0);
  g_assert_cmpuint (fixture_get_pair (fixture, 1, 2)->links->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_coast_radio);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plx_aligner_align (fixture->aligner, 0, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_explain (void)
{
  g_autoptr (Fixture) fixture = COMPARE (fixture_harbour_gazette, fixture_coast_radio);
  const PlxLink *link = fixture_find_link (fixture_get_pair (fixture, 0, 1), 3, 4);
  const PlxSentencePair *sentences = &g_array_index (link->sentences, PlxSentencePair, 0);
  double score;
  g_autoptr (GArray) explanations =
      plx_aligner_explain (fixture->aligner, 0, sentences->left, 1, sentences->right, &score);

  g_assert_cmpfloat_with_epsilon (score, sentences->score, 1e-6);
  g_assert_cmpuint (explanations->len, ==, PLX_N_FEATURES);
  g_assert_cmpfloat (ABS (g_array_index (explanations, PlxExplanation, 0).contribution), >=,
                     ABS (g_array_index (explanations, PlxExplanation, 1).contribution));
  g_array_unref (g_steal_pointer (&explanations));

  explanations = plx_aligner_explain (fixture->aligner, 0, (PlxSentenceRef){ 99, 1 }, 1, sentences->right, &score);
  g_assert_cmpuint (explanations->len, ==, 0);
  g_assert_cmpfloat (score, ==, 0);
}

/* One paragraph of very many like sentences: time and memory stay in bounds. */
static void
test_huge (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "The guard at gate %u saw nothing. ", i);

  const char *const huge[] = { text->str, NULL };
  g_autoptr (Fixture) fixture = COMPARE (huge, huge);
  guint n = 0;

  for (guint i = 0; i < fixture->statements->len; i++)
    {
      const PlxStatement *statement = g_ptr_array_index (fixture->statements, i);

      for (guint c = 0; c < statement->cells->len; c++)
        n += ((const PlxCell *)g_ptr_array_index (statement->cells, c))->sentences->len;
    }
  g_assert_cmpuint (n, ==, 6000);
}

static void
test_background (void)
{
  double the = plx_background_get_idf ("the"), police = plx_background_get_idf ("polic");
  double unknown = plx_background_get_idf ("qqxyzzy");

  g_assert_cmpfloat (the, <, 1);
  g_assert_cmpfloat (the, <, police);
  g_assert_cmpfloat (police, <, unknown);
  g_assert_cmpfloat (plx_background_get_idf (""), ==, unknown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align/finds-links", test_finds_links);
  g_test_add_func ("/align/same-article", test_same_article);
  g_test_add_func ("/align/mirrored", test_mirrored);
  g_test_add_func ("/align/unrelated-article", test_unrelated_article);
  g_test_add_func ("/align/reasons", test_reasons);
  g_test_add_func ("/align/moved", test_moved);
  g_test_add_func ("/align/headings", test_headings);
  g_test_add_func ("/align/empty-and-odd", test_empty_and_odd);
  g_test_add_func ("/align/cancelled", test_cancelled);
  g_test_add_func ("/align/explain", test_explain);
  g_test_add_func ("/align/huge", test_huge);
  g_test_add_func ("/align/background", test_background);

  return g_test_run ();
}
