/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import-text.h"

/**
 * plx_import_text:
 * @text: valid UTF-8
 * @name: display name of the input
 * @flags: how to read it
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Reads the articles of a plain text.
 *
 * Returns: (transfer full) (nullable) (element-type PlxArticle): frozen articles, at least one
 */
GPtrArray *
plx_import_text (const char *text, const char *name, PlxImportFlags flags, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean first = !(flags & PLX_IMPORT_AS_LINES);

  plx_article_set_file (article, name);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] == '\0')
        continue;
      if (first)
        plx_article_set_title (article, lines[i]);
      else
        plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, lines[i]);
      first = FALSE;
    }
  if (plx_article_get_n_paragraphs (article) == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE, "There is no article text in it.");
      return NULL;
    }
  plx_article_freeze (article);
  g_ptr_array_add (articles, g_steal_pointer (&article));

  return g_steal_pointer (&articles);
}
