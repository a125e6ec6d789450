/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-html-boilerplate.h"
#include "engine/import/plx-html-decode.h"
#include "engine/import/plx-html-head.h"
#include "engine/import/plx-html-metadata.h"
#include "engine/import/plx-html-score.h"

/* More than any article, and a page saved with its pictures in it, are smaller. */
#define MAX_BYTES  (64 * 1024 * 1024)
#define MAX_BLOCKS 200000

/* A line at least this likely to belong to the article is kept. */
#define KEEP 0.42f

/* A line of a kind that seldom belongs to articles, only when it is surer: what lines around articles say, and links.
 */
#define KEEP_PHRASE 0.9f
#define KEEP_LINKS  0.75f

/* A caption already when it is less sure: readers want it, and labels of articles have some of them only. */
#define KEEP_CAPTION 0.15f

/* Smaller pages have nothing but their text. */
#define MAX_BARE_WORDS 60

/* An article on a page has at least this many words, a text without anything around it so many. */
#define MIN_BARE_WORDS 3
#define MIN_WORDS      15

/* A paragraph of so many words is running text, and what stands above it the head of the article. */
#define TEXT_WORDS 15

/* Removed lines that stand together are entered into the ledger together, up to so many bytes. */
#define MAX_LEDGER_BYTES 400

/*
 * A part of a page, or a page so small that there is nothing around its text: all of it is what is wanted. A part with
 * many links is most of a page, with what stands around the article.
 */
static gboolean
is_bare (const PlxHtmlDocument *document, GArray *blocks)
{
  gboolean part = TRUE;
  guint n_chars = 0;
  guint n_link_chars = 0;
  guint n_words = 0;

  for (guint i = 1; i < document->n_nodes && part; i++)
    part = document->nodes[i].tag != PLX_HTML_HTML && document->nodes[i].tag != PLX_HTML_BODY
           && document->nodes[i].tag != PLX_HTML_HEAD;
  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);

      n_chars += block->n_chars;
      n_link_chars += block->n_link_chars;
      n_words += block->n_words;
    }

  return n_link_chars * 4 < n_chars && (part || n_words < MAX_BARE_WORDS);
}

/* A part of a page has no title but the heading it begins with. */
static char *
dup_first_heading (GArray *blocks)
{
  const PlxHtmlBlock *first = blocks->len > 1 ? &g_array_index (blocks, PlxHtmlBlock, 0) : NULL;

  return first != NULL && first->kind == PLX_PARAGRAPH_HEADING ? g_strdup (first->text) : NULL;
}

static void
flush_removed (PlxArticle *article, GString *pending, guint line, PlxRemovalReason reason)
{
  if (pending->len > 0)
    plx_article_add_removed (article, line, reason, pending->str);
  g_string_truncate (pending, 0);
}

/* How likely a line must be to belong to the article to be kept. */
static float
threshold_for (const PlxHtmlBlock *block, const float *values)
{
  if (values[PLX_HTML_FEATURE_PHRASE] > 0)
    return KEEP_PHRASE;
  if (values[PLX_HTML_FEATURE_ALL_LINKED] > 0 && block->kind != PLX_PARAGRAPH_HEADING)
    return KEEP_LINKS;
  return block->kind == PLX_PARAGRAPH_CAPTION ? KEEP_CAPTION : KEEP;
}

static gboolean
is_kept (const PlxHtmlBlock *block, const float *values, float score)
{
  return !block->hidden && score >= threshold_for (block, values) && (block->n_words > 0 || block->n_chars > 3);
}

/* The first line of running text, or the number of lines when nothing kept is long enough to be one. */
static guint
find_text (GArray *blocks, const PlxHtmlFeatureTable *table, const float *scores)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);
      const float *values = table->values + (gsize)i * PLX_HTML_N_FEATURES;

      if (block->kind != PLX_PARAGRAPH_HEADING && block->kind != PLX_PARAGRAPH_CAPTION && block->n_words >= TEXT_WORDS
          && values[PLX_HTML_FEATURE_IS_TITLE] == 0 && is_kept (block, values, scores[i]))
        return i;
    }

  return blocks->len;
}

/* Fills the body and the ledger. Returns the words of the body. */
static guint
fill (PlxArticle *article, const PlxHtmlPage *page, const PlxHtmlMetadata *metadata, const PlxHtmlFeatureTable *table,
      const float *scores, guint text, gboolean as_lines)
{
  g_autoptr (GString) pending = g_string_new (NULL);
  PlxRemovalReason pending_reason = PLX_REMOVAL_OTHER;
  guint pending_line = 0;
  guint n_words = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (page->blocks, PlxHtmlBlock, i);
      const float *values = table->values + (gsize)i * PLX_HTML_N_FEATURES;
      gboolean kept = is_kept (block, values, as_lines ? 1 : scores[i]);
      PlxRemovalReason reason;
      gboolean again;

      /* Readers see headline and byline above the text; they are not shown twice. */
      again = kept && !as_lines
              && ((block->kind == PLX_PARAGRAPH_HEADING && values[PLX_HTML_FEATURE_IS_TITLE] > 0)
                  || (i < text && text < page->blocks->len && plx_html_head_is_metadata (block, metadata)));
      if (kept && !again)
        {
          flush_removed (article, pending, pending_line, pending_reason);
          plx_article_add_paragraph (article, block->kind, block->text);
          n_words += block->n_words;
          continue;
        }
      if (block->hidden)
        continue;
      reason = again ? PLX_REMOVAL_OTHER : plx_html_boilerplate_reason (block, table->roles[i]);
      if (reason != pending_reason || pending->len + strlen (block->text) > MAX_LEDGER_BYTES)
        flush_removed (article, pending, pending_line, pending_reason);
      if (pending->len == 0)
        {
          pending_line = block->line;
          pending_reason = reason;
        }
      else
        g_string_append (pending, " · ");
      g_string_append (pending, block->text);
    }
  flush_removed (article, pending, pending_line, pending_reason);

  return n_words;
}

/**
 * plx_html_import:
 * @bytes: a page, or a fragment of one as browsers give them away
 * @name: display name of the input
 * @flags: how to read it
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Reads the article of a page: its text in order, what the page says about it, and a ledger of the visible lines that
 * are not part of it. Nothing is fetched or run.
 *
 * Returns: (transfer full) (nullable) (element-type PlxArticle): the frozen article, alone in an array
 */
GPtrArray *
plx_html_import (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error)
{
  g_autoptr (PlxHtmlDocument) document = NULL;
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (PlxHtmlMetadata) metadata = NULL;
  g_autoptr (PlxHtmlFeatureTable) table = NULL;
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree float *scores = NULL;
  g_autofree char *html = NULL;
  gsize length;
  gboolean bare;
  guint n_words, text;

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                           _ ("The page is larger than Parallax reads."));
      return NULL;
    }
  html = plx_html_decode (bytes, &length);
  if (length == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY, _ ("It is empty."));
      return NULL;
    }
  document = plx_html_document_new (html, length, error);
  if (document == NULL)
    return NULL;
  g_clear_pointer (&html, g_free);
  blocks = plx_html_blocks_new (document);
  if (blocks->len > MAX_BLOCKS)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                           _ ("The page has more lines than Parallax reads."));
      return NULL;
    }
  candidates = plx_html_candidates_new (document, blocks);
  metadata = plx_html_metadata_new (candidates, blocks);
  bare = is_bare (document, blocks);
  if (bare && metadata->title == NULL && !(flags & PLX_IMPORT_AS_LINES))
    metadata->title = dup_first_heading (blocks);

  PlxHtmlPage page = { document, blocks, metadata->title, metadata->byline, metadata->body };

  table = plx_html_feature_table_new (&page);
  scores = plx_html_score (&page, table);
  for (guint i = 0; i < blocks->len && bare; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);

      scores[i] = !plx_html_boilerplate_find_phrase (block, NULL) && block->n_link_chars * 2 <= block->n_chars;
    }

  text = find_text (blocks, table, scores);
  if (text < blocks->len && !(flags & PLX_IMPORT_AS_LINES))
    plx_html_head_complete (metadata, blocks, text);
  plx_article_set_file (article, name);
  if (!(flags & PLX_IMPORT_AS_LINES))
    plx_article_set_title (article, metadata->title);
  plx_article_set_source (article, metadata->source);
  plx_article_set_agency (article, metadata->agency);
  plx_article_set_byline (article, metadata->byline);
  plx_article_set_dateline (article, metadata->dateline);
  plx_article_set_published (article, metadata->published);
  plx_article_set_url (article, metadata->url);
  plx_article_set_language (article, metadata->language);
  n_words = fill (article, &page, metadata, table, scores, text, flags & PLX_IMPORT_AS_LINES);
  if (n_words < (bare ? MIN_BARE_WORDS : MIN_WORDS) && !(flags & PLX_IMPORT_AS_LINES && n_words > 0))
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE,
                           metadata->section_page ? _ ("The page is a list of articles, not an article.")
                                                  : _ ("There is no article text on the page."));
      return NULL;
    }
  plx_article_freeze (article);
  g_ptr_array_add (articles, g_steal_pointer (&article));

  return g_steal_pointer (&articles);
}
