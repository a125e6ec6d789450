/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include "engine/import/plx-html-import.h"

/*
 * Processor seconds an input of some ten megabytes may take. An ordinary machine needs less than one; what takes
 * quadratic time takes minutes. With sanitizers everything is some times slower.
 */
#define MAX_SECONDS 10

typedef struct
{
  const char *name;
  const char *start;
  const char *repeated;
  guint times;
  const char *end;
  gboolean numbered;
} Case;

static const Case cases[] = {
  { "nested-blocks", "<html><body>", "<div>", 100000, "<p>Deep down there is a text that is worth reading.</p>",
    FALSE },
  { "nested-tables", "", "<table><tr><td>", 100000, "text", FALSE },
  { "nested-lists", "", "<ul><li class=author>", 100000, "text", FALSE },
  { "nested-inline", "", "<b>", 300000, "text", FALSE },
  { "nested-links", "", "<a href=x><div>", 100000, "text</a>", FALSE },
  { "nested-headlines", "", "<h1 itemprop=headline><span class=author>", 100000, "text", FALSE },
  { "stray-end-tags", "<span><span><span>", "</b>", 2000000, "text", FALSE },
  { "nested-then-stray", "", "<i></u></font></span>", 200000, "text", FALSE },
  { "attributes", "<p ", "a%x ", 800000, ">text", TRUE },
  { "same-attribute", "<p ", "class='x y' ", 500000, ">text", FALSE },
  { "long-attribute", "<p class='", "comment ", 1200000, "'>text", FALSE },
  { "open-quote", "<p title=\"", "<p>text</p>", 500000, "", FALSE },
  { "open-comments", "", "<!-- ", 1000000, "", FALSE },
  { "open-scripts", "", "<script>", 500000, "", FALSE },
  { "angle-brackets", "", "<", 5000000, "text", FALSE },
  { "ampersands", "<p>", "&", 5000000, "", FALSE },
  { "references", "<p>", "&amp;&lt;&#x41;&#99999999999999999999;", 200000, "", FALSE },
  { "breaks", "<p>text", "<br>", 1000000, "text", FALSE },
  { "lines", "<html><body>", "<p>one</p>", 150000, "", FALSE },
  { "too-many-lines", "<html><body>", "<p>one</p>", 500000, "", FALSE },
  { "headings", "<html><body>", "<h1>one two 3 May 2024</h1>", 100000, "", FALSE },
  { "in-one-heading", "<html><body><h1>", "<div>one</div>", 150000, "", FALSE },
  { "bylines", "<html><body>", "<p class=byline>By Ann Bell, 3 May 2024</p>", 100000, "", FALSE },
  { "one-word", "<p class=author>", "x", 10000000, "", FALSE },
  { "one-word-dated", "<p>By ", "2024-05-03", 500000, "", FALSE },
  { "spaces", "<p class=date>", " \n\t", 3000000, "text", FALSE },
  { "joiners", "<p>", "\xe2\x80\x8d", 3000000, "", FALSE },
  { "combining", "<p>a", "\xcc\x81", 500000, "", FALSE },
  { "json-depth", "<script type=application/ld+json>", "[{\"a\":", 500000, "</script>", FALSE },
  { "json-width", "<script type=application/ld+json>[", "{\"@type\":\"Article\",\"headline\":\"h\"},", 100000,
    "{}]</script>", FALSE },
  { "json-scripts", "", "<script type=application/ld+json>{\"@type\":\"Article\"}</script>", 60000, "", FALSE },
  { "meta", "", "<meta name=author content='Ann Bell'>", 200000, "", FALSE },
  { "table-rows", "<table>", "<tr><td><a href=x>one</a><td>two", 60000, "</table>", FALSE },
  { "table-cells", "<table><tr><td>a<td>b<tr>", "<td><a href=x>one</a>", 200000, "</table>", FALSE },
  { "cdata", "", "<![CDATA[", 1000000, "", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *input = data;
  g_autoptr (GString) html = g_string_new (input->start);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GBytes) bytes = NULL;
  clock_t start;

  for (guint i = 0; i < input->times; i++)
    if (input->numbered)
      g_string_append_printf (html, "a%x ", i);
    else
      g_string_append (html, input->repeated);
  g_string_append (html, input->end);
  bytes = g_string_free_to_bytes (g_steal_pointer (&html));

  start = clock ();
  articles = plx_html_import (bytes, "hostile.html", PLX_IMPORT_NONE, &error);
  g_test_message ("%.2f s", (double)(clock () - start) / CLOCKS_PER_SEC);
  g_assert_cmpfloat ((double)(clock () - start) / CLOCKS_PER_SEC, <, MAX_SECONDS);
  g_assert_true ((articles != NULL) != (error != NULL));
  g_assert_true (error == NULL || error->domain == PLX_IMPORT_ERROR);
}

/* Text below the depth that is kept is kept, paragraph by paragraph. */
static void
test_deep_text (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  PlxArticle *article;

  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "<p>One paragraph of the text.</p><p>Another paragraph of it.</p>");
  bytes = g_string_free_to_bytes (g_steal_pointer (&html));
  articles = plx_html_import (bytes, "deep.html", PLX_IMPORT_NONE, &error);
  g_assert_no_error (error);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, 2);
  g_assert_cmpstr (plx_article_get_paragraph (article, 1)->text, ==, "One paragraph of the text.");
  g_assert_cmpstr (plx_article_get_paragraph (article, 2)->text, ==, "Another paragraph of it.");
}

/* Random bytes with something of a page in them, the same in every run. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "<p>",
                                        "</p>",
                                        "<a href=",
                                        "\"",
                                        "'",
                                        ">",
                                        "<!--",
                                        "-->",
                                        "<script>",
                                        "</script",
                                        "&#",
                                        "&amp;",
                                        ";",
                                        "<table>",
                                        "<td>",
                                        "<h1>",
                                        "</",
                                        "text ",
                                        "\xc3",
                                        "\xff",
                                        "2024-01-02",
                                        "By ",
                                        "<meta property=\"og:title\" content=",
                                        "<br>",
                                        "{",
                                        "[" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = NULL;

      for (guint i = 0; i < 200; i++)
        if (g_rand_int_range (random, 0, 8) == 0)
          g_string_append_c (html, g_rand_int_range (random, 0, 256));
        else
          g_string_append (html, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      bytes = g_string_free_to_bytes (g_steal_pointer (&html));
      articles = plx_html_import (bytes, "noise.html", PLX_IMPORT_NONE, &error);
      g_assert_true ((articles != NULL) != (error != NULL));
      for (guint n = 1; articles != NULL && n <= plx_article_get_n_paragraphs (articles->pdata[0]); n++)
        {
          const char *text = plx_article_get_paragraph (articles->pdata[0], n)->text;

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_null (strpbrk (text, "\n\r\t"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/import/html/hostile/deep-text", test_deep_text);
  g_test_add_func ("/import/html/hostile/noise", test_noise);

  return g_test_run ();
}
