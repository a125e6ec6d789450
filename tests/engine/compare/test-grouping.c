/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "engine/compare/plx-grouping.h"
#include "engine/import/plx-import.h"

typedef struct
{
  const char *title;
  const char *text;
  const char *published;
} Text;

static PlxAnnotation *
annotate (const Text *text)
{
  g_autoptr (PlxArticle) article = plx_article_new ();

  plx_article_set_title (article, text->title);
  plx_article_set_published (article, text->published);
  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text->text);
  plx_article_freeze (article);

  return plx_annotation_new (article);
}

/* Three events; the first two look alike. */
static const Text texts[] = {
  { "Flood drowns Ostermouth harbour",
    "The flood that hit Ostermouth on Monday drowned the harbour and drove two thousand people from their homes, Mayor "
    "Helga Brandt said.",
    NULL },
  { "Kellerfurt flood cuts railway",
    "A flood cut the railway at Kellerfurt on Friday, and Governor Otto Lindqvist closed both stations for a week.",
    NULL },
  { "Two thousand leave homes in Ostermouth",
    "Two thousand people left their homes in Ostermouth after Monday's flood, according to Mayor Helga Brandt.", NULL },
  { "Varga wins chess final",
    "Grandmaster Piet Varga beat Anna Moor in the chess final at Norwick after a rook sacrifice.", NULL },
  { "Trains stop as flood reaches Kellerfurt",
    "No trains run at Kellerfurt after Friday's flood cut the railway, Governor Otto Lindqvist said.", NULL },
  { "Rook sacrifice decides Norwick final",
    "Piet Varga sacrificed a rook and won the chess final at Norwick against Anna Moor.", NULL },
};

static GPtrArray *
profiles_of (const Text *list, guint n)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (&list[i]);

      g_ptr_array_add (profiles, plx_profile_new (annotation));
    }
  return profiles;
}

static char *
describe (const GArray *numbers)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%u", g_array_index (numbers, guint, i));
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  guint fixed[G_N_ELEMENTS (texts)];
  const char *expected;
} assign_cases[] = {
#define F PLX_GROUPING_FREE
#define A PLX_GROUPING_ALONE
  { "all-free", { F, F, F, F, F, F }, "010212" },
  { "all-alone", { A, A, A, A, A, A }, "012345" },
  { "one-alone", { F, F, A, F, F, F }, "012313" },
  { "known-story-draws", { 7, F, F, F, F, F }, "010212" },
  { "known-stories-stay-apart", { 1, F, 2, F, F, F }, "012313" },
  { "known-story-keeps-what-does-not-fit", { 5, F, F, 5, F, F }, NULL },
  { "known-story-whole", { 0, 1, 0, 2, 1, 2 }, "010212" },
#undef F
#undef A
};

static void
test_assign (void)
{
  g_autoptr (GPtrArray) profiles = profiles_of (texts, G_N_ELEMENTS (texts));

  for (guint i = 0; i < G_N_ELEMENTS (assign_cases); i++)
    {
      g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) numbers = NULL;
      g_autofree char *found = NULL;

      g_array_append_vals (fixed, assign_cases[i].fixed, G_N_ELEMENTS (texts));
      numbers = plx_grouping_assign (profiles, fixed);
      found = describe (numbers);
      g_test_message ("%s: %s", assign_cases[i].name, found);
      if (assign_cases[i].expected != NULL)
        g_assert_cmpstr (found, ==, assign_cases[i].expected);
      else
        g_assert_cmpint (found[0], ==, found[3]);
    }
}

/* The same articles in any order make the same stories. */
static void
test_order (void)
{
  for (guint shift = 0; shift < G_N_ELEMENTS (texts); shift++)
    {
      Text shifted[G_N_ELEMENTS (texts)];
      g_autoptr (GPtrArray) profiles = NULL;
      g_autoptr (GArray) numbers = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        shifted[i] = texts[(i * 5 + shift) % G_N_ELEMENTS (texts)];
      profiles = profiles_of (shifted, G_N_ELEMENTS (texts));
      numbers = plx_grouping_assign (profiles, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        for (guint k = 0; k < i; k++)
          {
            static const guint events[] = { 0, 1, 0, 2, 1, 2 };
            gboolean same =
                events[(i * 5 + shift) % G_N_ELEMENTS (texts)] == events[(k * 5 + shift) % G_N_ELEMENTS (texts)];

            g_assert_cmpint (g_array_index (numbers, guint, i) == g_array_index (numbers, guint, k), ==, same);
          }
    }
}

/* Yearly reports read alike: the date tells them apart. */
static void
test_dates (void)
{
  Text yearly[] = {
    { "Ostermouth harbour festival opens", "The harbour festival opened with fireworks and a boat race for children.",
      "2023-06-01" },
    { "Harbour festival begins in Ostermouth",
      "With a boat race for children and fireworks the yearly festival began at the harbour.", "2023-06-01" },
  };
  g_autoptr (GPtrArray) same_day = profiles_of (yearly, 2);
  g_autoptr (GArray) together = plx_grouping_assign (same_day, NULL);

  g_assert_cmpuint (g_array_index (together, guint, 0), ==, g_array_index (together, guint, 1));
  yearly[1].published = "2024-05-30";

  g_autoptr (GPtrArray) next_year = profiles_of (yearly, 2);
  g_autoptr (GArray) apart = plx_grouping_assign (next_year, NULL);

  g_assert_cmpuint (g_array_index (apart, guint, 0), !=, g_array_index (apart, guint, 1));
}

static void
test_empty (void)
{
  const Text odd[] = { { NULL, "", NULL }, { NULL, "…", NULL }, { "The of and", "the of and", NULL } };
  g_autoptr (GPtrArray) profiles = profiles_of (odd, G_N_ELEMENTS (odd));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) numbers = plx_grouping_assign (profiles, NULL);
  g_autoptr (GArray) nothing = plx_grouping_assign (none, NULL);

  g_assert_cmpuint (numbers->len, ==, G_N_ELEMENTS (odd));
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_title (void)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_annotation_unref);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *title = NULL;
  const Text list[] = {
    { "Weather", "The flood at Ostermouth was mentioned, among much else, in our weekly look at gardens and roses.",
      NULL },
    texts[0],
    texts[2],
    { NULL, "The flood at Ostermouth drowned the harbour, Mayor Helga Brandt said on Monday.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    {
      g_ptr_array_add (annotations, annotate (&list[i]));
      g_array_append_val (members, i);
    }
  title = plx_grouping_dup_title (annotations, members);
  g_assert_nonnull (strstr (title, "Ostermouth"));
}

/* One labelled collection, in its own order or another. */
static double
b_cubed (GPtrArray *profiles, GPtrArray *stories, guint seed)
{
  guint n = profiles->len;
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) shuffled = g_ptr_array_new ();
  g_autoptr (GArray) numbers = NULL;
  double precision = 0, recall = 0;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; seed != 0 && i > 1; i--)
    {
      guint k = g_rand_int_range (random, 0, i), swap = order[i - 1];

      order[i - 1] = order[k];
      order[k] = swap;
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (shuffled, g_ptr_array_index (profiles, order[i]));
  numbers = plx_grouping_assign (shuffled, NULL);
  for (guint i = 0; i < n; i++)
    {
      guint found = 0, gold = 0, both = 0;

      for (guint k = 0; k < n; k++)
        {
          gboolean x = g_array_index (numbers, guint, i) == g_array_index (numbers, guint, k);
          gboolean y = g_str_equal (g_ptr_array_index (stories, order[i]), g_ptr_array_index (stories, order[k]));

          found += x;
          gold += y;
          both += x && y;
        }
      precision += (double)both / found;
      recall += (double)both / gold;
    }
  return 2 * precision * recall / (precision + recall) / n;
}

static void
test_collection (gconstpointer data)
{
  const char *name = data;
  const char *shared = g_getenv ("PLX_TEST_SHARED");
  g_autofree char *path = g_strdup_printf ("%s/bench/group/%s.jsonl", shared != NULL ? shared : "", name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_free);
  double own, other;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the labelled collection is not here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (node);
      g_autofree char *whole = g_strconcat (json_object_get_string_member (object, "title"), "\n\n",
                                            json_object_get_string_member (object, "text"), "\n", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
      g_autoptr (GPtrArray) articles = plx_import_bytes (bytes, "text", PLX_IMPORT_NONE, NULL);

      if (articles == NULL)
        continue;

      g_autoptr (PlxAnnotation) annotation = plx_annotation_new (g_ptr_array_index (articles, 0));

      g_ptr_array_add (profiles, plx_profile_new (annotation));
      g_ptr_array_add (stories, g_strdup (json_object_get_string_member (object, "story")));
    }

  own = b_cubed (profiles, stories, 0);
  other = b_cubed (profiles, stories, 20250424);
  g_test_message ("%s: B-cubed F1 %.4f, shuffled %.4f", name, own, other);
  g_assert_cmpfloat (own, >, 0.93);
  g_assert_cmpfloat (ABS (own - other), <, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grouping/assign", test_assign);
  g_test_add_func ("/grouping/order", test_order);
  g_test_add_func ("/grouping/dates", test_dates);
  g_test_add_func ("/grouping/empty", test_empty);
  g_test_add_func ("/grouping/title", test_title);
  g_test_add_data_func ("/grouping/newswcl50", "newswcl50", test_collection);
  g_test_add_data_func ("/grouping/ecbplus", "ecbplus", test_collection);

  return g_test_run ();
}
