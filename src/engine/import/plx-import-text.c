/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-clean-lines.h"
#include "engine/import/plx-decode.h"
#include "engine/import/plx-import-limits.h"
#include "engine/import/plx-language.h"
#include "engine/import/plx-split-articles.h"
#include "engine/import/plx-text-markup.h"

static PlxArticle *
read_lines (const char *text, GError **error)
{
  g_autoptr (PlxArticle) article = plx_article_new ();

  while (*text != '\0')
    {
      const char *end = text + strcspn (text, "\n");
      g_autofree char *line = NULL;

      if ((gsize)(end - text) > PLX_IMPORT_MAX_LINE || plx_article_get_n_paragraphs (article) >= PLX_IMPORT_MAX_LINES)
        {
          g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                               _ ("It has more or longer lines than an article can have."));
          return NULL;
        }
      line = g_strchomp (g_strndup (text, end - text));
      /* Offsets count from the line's beginning: white space before the text is kept. */
      if (*line != '\0')
        plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, g_strdelimit (line, "\r", ' '));
      text = *end != '\0' ? end + 1 : end;
    }

  return g_steal_pointer (&article);
}

static void
add_removed (PlxArticle *article, const PlxTextLine *line)
{
  g_auto (GStrv) parts = g_strsplit (line->raw, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    plx_article_add_removed (article, line->number + i, line->reason, parts[i]);
}

static PlxArticle *
read_article (GPtrArray *lines, guint start, guint end)
{
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_autoptr (GString) sample = g_string_new (NULL);
  PlxTextMetadata metadata = { NULL };

  plx_clean_article (lines, start, end, &metadata);
  for (guint i = start; i < end; i++)
    {
      const PlxTextLine *line = g_ptr_array_index (lines, i);

      switch (line->fate)
        {
        case PLX_LINE_TITLE:
          plx_article_set_title (article, line->text);
          break;
        case PLX_LINE_REMOVED:
          add_removed (article, line);
          break;
        case PLX_LINE_BODY:
        default:
          plx_article_add_paragraph (article, line->kind, line->text);
          if (sample->len < 16384)
            g_string_append_printf (sample, "%s\n", line->text);
          break;
        }
    }
  plx_article_set_source (article, metadata.source);
  plx_article_set_agency (article, metadata.agency);
  plx_article_set_byline (article, metadata.byline);
  plx_article_set_dateline (article, metadata.dateline);
  plx_article_set_published (article, metadata.published);
  plx_article_set_url (article, metadata.url);
  plx_article_set_language (article, plx_language_guess (sample->str, sample->len));
  plx_text_metadata_clear (&metadata);

  return g_steal_pointer (&article);
}

/**
 * plx_import_text:
 * @text: valid UTF-8
 * @name: display name of the input
 * @flags: how to read it
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Reads the articles of a plain text: removes what is the furniture of a page, each line with its reason, takes title,
 * source, agency, byline, dateline and date from it, and makes several articles of an aggregator's page. Every line
 * that is not empty becomes the title or a paragraph, or is in the ledger of removed lines.
 *
 * Returns: (transfer full) (nullable) (element-type PlxArticle): frozen articles, at least one
 */
GPtrArray *
plx_import_text (const char *text, const char *name, PlxImportFlags flags, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *normal = NULL;

  if (strlen (text) > PLX_IMPORT_MAX_TEXT)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                           _ ("It has more text than Parallax reads from one document."));
      return NULL;
    }
  normal = plx_decode_normalize (text);
  if (flags & PLX_IMPORT_AS_LINES)
    {
      PlxArticle *article = read_lines (normal, error);

      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
    }
  else
    {
      g_autoptr (GPtrArray) lines = plx_text_lines_split (normal, error);
      g_autoptr (GArray) starts = NULL;

      if (lines == NULL)
        return NULL;
      plx_text_markup_apply (lines, name);
      plx_text_lines_join_wrapped (lines);
      plx_clean_mark_furniture (lines);
      starts = plx_split_articles (lines);
      for (guint i = 0; i < starts->len; i++)
        {
          guint end = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : lines->len;
          PlxArticle *article = read_article (lines, g_array_index (starts, guint, i), end);

          g_ptr_array_add (articles, article);
        }
    }

  for (guint i = articles->len; i-- > 0;)
    {
      PlxArticle *article = g_ptr_array_index (articles, i);

      plx_article_set_file (article, name);
      if (plx_article_get_n_paragraphs (article) == 0)
        g_ptr_array_remove_index (articles, i);
      else
        plx_article_freeze (article);
    }
  if (articles->len == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE, _ ("There is no article text in it."));
      return NULL;
    }

  return g_steal_pointer (&articles);
}
