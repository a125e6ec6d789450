/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/article/plx-article.h"

static void
test_freeze (void)
{
  g_autoptr (PlxArticle) article = plx_article_new ();

  plx_article_set_title (article, "A bridge falls");
  plx_article_set_source (article, "");
  plx_article_add_paragraph (article, PLX_PARAGRAPH_HEADING, "What is known. So far");
  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, "It fell. Nobody was hurt.");
  plx_article_freeze (article);

  g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, 2);
  g_assert_cmpstr (plx_article_get_paragraph (article, 0)->text, ==, "A bridge falls");
  g_assert_null (plx_article_get_source (article));
  g_assert_cmpuint (plx_article_get_paragraph (article, 1)->sentences->len, ==, 1);
  g_assert_cmpuint (plx_article_get_paragraph (article, 2)->sentences->len, ==, 2);
}

static void
test_composed (void)
{
  g_autoptr (PlxArticle) article = plx_article_new ();

  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, "Cafe\xcc\x81");
  plx_article_freeze (article);

  const PlxParagraph *paragraph = plx_article_get_paragraph (article, 1);
  g_autofree char *last = plx_paragraph_dup_text (paragraph, (PlxSpan){ 3, 4 });

  g_assert_cmpuint (paragraph->n_chars, ==, 4);
  g_assert_cmpstr (last, ==, "é");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/freeze", test_freeze);
  g_test_add_func ("/article/composed", test_composed);

  return g_test_run ();
}
