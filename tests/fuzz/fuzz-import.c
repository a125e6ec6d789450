/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/annotate/plx-defects.h"
#include "engine/import/plx-import.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* What an import promises of any bytes: articles with text, or an error that says why there are none. */
static void
check (GBytes *bytes, const char *name, PlxImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_import_bytes (bytes, name, flags, &error);

  if (articles == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == PLX_IMPORT_ERROR);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, >, 0);
  for (guint i = 0; i < articles->len; i++)
    {
      PlxArticle *article = g_ptr_array_index (articles, i);
      g_autoptr (GArray) defects = plx_defects_find (article);

      g_assert_cmpuint (plx_article_get_n_paragraphs (article), >, 0);
      for (guint k = 0; k <= plx_article_get_n_paragraphs (article); k++)
        {
          const PlxParagraph *paragraph = plx_article_get_paragraph (article, k);

          g_assert_true (g_utf8_validate (paragraph->text, -1, NULL));
          g_assert_cmpint (g_utf8_strlen (paragraph->text, -1), ==, paragraph->n_chars);
        }
      for (guint k = 0; k < defects->len; k++)
        {
          const PlxDefect *defect = &g_array_index (defects, PlxDefect, k);
          const PlxParagraph *paragraph = plx_article_get_paragraph (article, defect->paragraph);

          g_assert_cmpuint (defect->span.start, <=, defect->span.end);
          g_assert_cmpuint (defect->span.end, <=, paragraph->n_chars);
          g_assert_cmpuint (defect->other, <=, plx_article_get_n_paragraphs (article));
        }
    }
}

/* The first byte chooses the name too: Markdown allows more markup. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new_static (data, size);
  check (bytes, data[0] & 1 ? "fuzz.md" : "fuzz.txt", PLX_IMPORT_NONE);
  check (bytes, "fuzz.txt", PLX_IMPORT_AS_LINES);

  return 0;
}
