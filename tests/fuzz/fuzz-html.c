/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-html-import.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Whatever the bytes are, they give articles that keep their promises, or an error, and nothing is leaked. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_html_import (bytes, "fuzz.html", PLX_IMPORT_NONE, &error);

  g_assert_true ((articles != NULL) != (error != NULL));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      PlxArticle *article = g_ptr_array_index (articles, i);

      g_assert_cmpuint (plx_article_get_n_paragraphs (article), >, 0);
      for (guint n = 1; n <= plx_article_get_n_paragraphs (article); n++)
        {
          const char *text = plx_article_get_paragraph (article, n)->text;

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_null (strpbrk (text, "\n\r\t"));
          g_assert_cmpint (*text, !=, '\0');
        }
    }

  return 0;
}
