/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "engine/annotate/plx-defects.h"
#include "plx-import-testing.h"

/* Real articles as scraped, with labels. They are not part of the project: without them the tests are skipped. */
static char *
dup_shared (const char *folder, const char *name)
{
  const char *shared = g_getenv ("PLX_TEST_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "corpus", folder, name, NULL) : NULL;
  char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("the shared corpus is absent");

  return text;
}

static PlxParagraphKind
parse_kind (const char *kind)
{
  return g_str_equal (kind, "heading")   ? PLX_PARAGRAPH_HEADING
         : g_str_equal (kind, "caption") ? PLX_PARAGRAPH_CAPTION
                                         : PLX_PARAGRAPH_TEXT;
}

static void
assert_labelled (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *labels = g_strconcat (name, ".json", NULL);
  g_autofree char *text = dup_shared ("seeds", file);
  g_autofree char *json = text != NULL ? dup_shared ("labels", labels) : NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *label;
  JsonArray *paragraphs;
  PlxArticle *article;

  if (json == NULL)
    return;
  articles = import_text (text);
  g_assert_cmpuint (articles->len, ==, 1);
  article = articles->pdata[0];
  root = json_from_string (json, NULL);
  label = json_node_get_object (root);
  g_assert_cmpstr (plx_article_get_title (article), ==, json_object_get_string_member (label, "title"));
  g_assert_cmpstr (plx_article_get_source (article), ==, json_object_get_string_member (label, "source"));
  g_assert_cmpstr (plx_article_get_dateline (article), ==,
                   json_object_get_string_member_with_default (label, "dateline", NULL));
  g_assert_cmpstr (plx_article_get_byline (article), ==,
                   json_object_get_string_member_with_default (label, "byline", NULL));
  paragraphs = json_object_get_array_member (label, "paragraphs");
  g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, json_array_get_length (paragraphs));
  for (guint i = 0; i < json_array_get_length (paragraphs); i++)
    {
      JsonObject *expected = json_array_get_object_element (paragraphs, i);
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, i + 1);

      g_assert_cmpstr (paragraph->text, ==, json_object_get_string_member (expected, "text"));
      g_assert_cmpint (paragraph->kind, ==, parse_kind (json_object_get_string_member (expected, "kind")));
    }
  assert_complete (text, articles);
}

static void
test_first (void)
{
  assert_labelled ("000_37c16ca92bd457bf");
}

static void
test_second (void)
{
  g_autofree char *text = dup_shared ("seeds", "001_04c7a9e9c2268747.txt");
  g_autoptr (GPtrArray) articles = NULL;

  if (text == NULL)
    return;
  assert_labelled ("001_04c7a9e9c2268747");
  articles = import_text (text);
  g_assert_cmpstr (plx_article_get_agency (articles->pdata[0]), ==, "AFP");
}

static void
test_aggregator (void)
{
  g_autofree char *text = dup_shared ("seeds", "002_f6ca94376d23a34d.txt");
  g_autofree char *json = text != NULL ? dup_shared ("labels", "002_f6ca94376d23a34d.json") : NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *label, *first;
  JsonArray *others;

  if (json == NULL)
    return;
  articles = import_text (text);
  root = json_from_string (json, NULL);
  label = json_node_get_object (root);
  first = json_object_get_object_member (label, "first");
  others = json_object_get_array_member (label, "others");
  g_assert_cmpuint (articles->len, ==, json_object_get_int_member (label, "articles"));
  g_assert_cmpstr (plx_article_get_title (articles->pdata[0]), ==, json_object_get_string_member (first, "title"));
  g_assert_cmpuint (plx_article_get_n_paragraphs (articles->pdata[0]), ==,
                    json_object_get_int_member (first, "paragraphs"));
  for (guint i = 0; i < articles->len; i++)
    g_assert_cmpstr (plx_article_get_source (articles->pdata[i]), ==, json_object_get_string_member (first, "source"));
  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      PlxArticle *article = articles->pdata[i + 1];

      g_assert_cmpstr (plx_article_get_title (article), ==, json_array_get_string_element (others, i));
      g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, 1);
    }
  assert_complete (text, articles);
}

/* What is left of a page shows by its first words; every text of the corpus is prose but for headings and captions. */
static void
test_no_furniture (void)
{
  static const struct
  {
    const char *name;
    guint n_paragraphs;
    const char *source;
  } table[] = {
    { "003_987cf63001b8d419.txt", 32, NULL },
    { "004_658e56c58bbd5c43.txt", 22, "breakingnews.ie" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = dup_shared ("seeds", table[i].name);
      g_autoptr (GPtrArray) articles = NULL;
      PlxArticle *article;

      if (text == NULL)
        return;
      articles = import_text (text);
      g_assert_cmpuint (articles->len, ==, 1);
      article = articles->pdata[0];
      g_assert_cmpstr (plx_article_get_source (article), ==, table[i].source);
      g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, table[i].n_paragraphs);
      for (guint k = 1; k <= table[i].n_paragraphs; k++)
        {
          const PlxParagraph *paragraph = plx_article_get_paragraph (article, k);

          g_assert_cmpint (paragraph->kind, ==, PLX_PARAGRAPH_TEXT);
          g_assert_cmpuint (paragraph->n_chars, >, 40);
        }
      assert_complete (text, articles);
    }
}

static void
test_splice (void)
{
  g_autofree char *text = dup_shared ("seeds", "000_37c16ca92bd457bf.txt");
  g_autofree char *json = text != NULL ? dup_shared ("labels", "000_37c16ca92bd457bf.json") : NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GArray) defects = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *labels;
  guint n_spliced = 0;

  if (json == NULL)
    return;
  articles = import_text (text);
  defects = plx_defects_find (articles->pdata[0]);
  root = json_from_string (json, NULL);
  labels = json_object_get_array_member (json_node_get_object (root), "defects");
  for (guint i = 0; i < json_array_get_length (labels); i++)
    {
      JsonObject *label = json_array_get_object_element (labels, i);
      gboolean spliced = g_str_equal (json_object_get_string_member (label, "type"), "spliced");
      gboolean found = FALSE;

      for (guint k = 0; k < defects->len && !found; k++)
        {
          const PlxDefect *defect = &g_array_index (defects, PlxDefect, k);

          if (defect->kind != (spliced ? PLX_DEFECT_SPLICED : PLX_DEFECT_UNCLOSED_QUOTE)
              || defect->paragraph != json_object_get_int_member (label, "par"))
            continue;
          found = TRUE;
          g_assert_cmpuint (defect->span.start, ==, json_object_get_int_member (label, "start"));
          if (spliced)
            {
              n_spliced++;
              g_assert_cmpuint (defect->span.end, ==, json_object_get_int_member (label, "end"));
              g_assert_cmpuint (defect->other, >, 0);
            }
        }
      g_assert_true (found);
    }
  g_assert_cmpuint (n_spliced, ==, 2);
  g_assert_cmpuint (defects->len, ==, json_array_get_length (labels));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/corpus/first", test_first);
  g_test_add_func ("/import/corpus/second", test_second);
  g_test_add_func ("/import/corpus/aggregator", test_aggregator);
  g_test_add_func ("/import/corpus/no-furniture", test_no_furniture);
  g_test_add_func ("/import/corpus/splice", test_splice);

  return g_test_run ();
}
