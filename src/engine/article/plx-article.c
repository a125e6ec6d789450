/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-article"

#include "config.h"

#include "engine/article/plx-article.h"

#include "engine/text/plx-sentences.h"

struct _PlxArticle
{
  GObject parent_instance;

  char *file;
  char *title;
  char *source;
  char *agency;
  char *byline;
  char *dateline;
  char *published;
  char *url;
  char *language;

  /* Index 0 is the title, which exists once the article is frozen. */
  GPtrArray *paragraphs;
  GPtrArray *removed;
  gboolean frozen;
};

G_DEFINE_FINAL_TYPE (PlxArticle, plx_article, G_TYPE_OBJECT)

static void
paragraph_free (PlxParagraph *paragraph)
{
  g_free (paragraph->text);
  g_clear_pointer (&paragraph->sentences, g_array_unref);
  g_free (paragraph);
}

static PlxParagraph *
paragraph_new (PlxParagraphKind kind, const char *text, guint number)
{
  PlxParagraph *paragraph = g_new0 (PlxParagraph, 1);

  paragraph->kind = kind;
  paragraph->number = number;
  paragraph->text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (paragraph->text == NULL)
    paragraph->text = g_utf8_make_valid (text, -1);
  paragraph->n_chars = g_utf8_strlen (paragraph->text, -1);

  return paragraph;
}

static void
removed_line_free (PlxRemovedLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
plx_article_finalize (GObject *object)
{
  PlxArticle *self = PLX_ARTICLE (object);

  g_free (self->file);
  g_free (self->title);
  g_free (self->source);
  g_free (self->agency);
  g_free (self->byline);
  g_free (self->dateline);
  g_free (self->published);
  g_free (self->url);
  g_free (self->language);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->removed);

  G_OBJECT_CLASS (plx_article_parent_class)->finalize (object);
}

static void
plx_article_class_init (PlxArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_article_finalize;
}

static void
plx_article_init (PlxArticle *self)
{
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)paragraph_free);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify)removed_line_free);
  g_ptr_array_add (self->paragraphs, paragraph_new (PLX_PARAGRAPH_TITLE, "", 0));
}

/**
 * plx_article_new:
 *
 * Returns: (transfer full): an article without text, to be filled and frozen by an importer
 */
PlxArticle *
plx_article_new (void)
{
  return g_object_new (PLX_TYPE_ARTICLE, NULL);
}

static void
set_text (PlxArticle *self, char **field, const char *value)
{
  g_return_if_fail (PLX_IS_ARTICLE (self));
  g_return_if_fail (!self->frozen);

  /* An unknown value is NULL, never an empty string: nothing is made up, and nothing pretends to be known. */
  g_free (*field);
  *field = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * plx_article_set_file:
 * @self: an article
 * @file: (nullable): the display name of the file it came from
 */
void
plx_article_set_file (PlxArticle *self, const char *file)
{
  set_text (self, &self->file, file);
}

/**
 * plx_article_set_title:
 * @self: an article
 * @title: (nullable): the headline as printed, or %NULL when there is none
 */
void
plx_article_set_title (PlxArticle *self, const char *title)
{
  set_text (self, &self->title, title);
}

/**
 * plx_article_set_source:
 * @self: an article
 * @source: (nullable): the outlet, as the text or the page names it
 */
void
plx_article_set_source (PlxArticle *self, const char *source)
{
  set_text (self, &self->source, source);
}

/**
 * plx_article_set_agency:
 * @self: an article
 * @agency: (nullable): the news agency credited for the text
 */
void
plx_article_set_agency (PlxArticle *self, const char *agency)
{
  set_text (self, &self->agency, agency);
}

/**
 * plx_article_set_byline:
 * @self: an article
 * @byline: (nullable): who wrote it, without "By"
 */
void
plx_article_set_byline (PlxArticle *self, const char *byline)
{
  set_text (self, &self->byline, byline);
}

/**
 * plx_article_set_dateline:
 * @self: an article
 * @dateline: (nullable): the place the report is dated from
 */
void
plx_article_set_dateline (PlxArticle *self, const char *dateline)
{
  set_text (self, &self->dateline, dateline);
}

/**
 * plx_article_set_published:
 * @self: an article
 * @iso_date: (nullable): date of publication, ISO 8601, day or time
 */
void
plx_article_set_published (PlxArticle *self, const char *iso_date)
{
  set_text (self, &self->published, iso_date);
}

/**
 * plx_article_set_url:
 * @self: an article
 * @url: (nullable): the canonical address
 */
void
plx_article_set_url (PlxArticle *self, const char *url)
{
  set_text (self, &self->url, url);
}

/**
 * plx_article_set_language:
 * @self: an article
 * @language: (nullable): BCP 47 tag
 */
void
plx_article_set_language (PlxArticle *self, const char *language)
{
  set_text (self, &self->language, language);
}

/**
 * plx_article_add_paragraph:
 * @self: an article
 * @kind: what it is, not %PLX_PARAGRAPH_TITLE
 * @text: valid UTF-8 without line breaks
 *
 * Appends a unit of the body.
 */
void
plx_article_add_paragraph (PlxArticle *self, PlxParagraphKind kind, const char *text)
{
  g_return_if_fail (PLX_IS_ARTICLE (self));
  g_return_if_fail (!self->frozen);
  g_return_if_fail (kind != PLX_PARAGRAPH_TITLE);

  g_ptr_array_add (self->paragraphs, paragraph_new (kind, text, self->paragraphs->len));
}

/**
 * plx_article_add_removed:
 * @self: an article
 * @line: line of the input, from 1
 * @reason: why it is not part of the article
 * @text: the line
 *
 * Enters a line into the cleaning ledger.
 */
void
plx_article_add_removed (PlxArticle *self, guint line, PlxRemovalReason reason, const char *text)
{
  g_return_if_fail (PLX_IS_ARTICLE (self));
  g_return_if_fail (!self->frozen);

  PlxRemovedLine *removed = g_new0 (PlxRemovedLine, 1);

  removed->line = line;
  removed->reason = reason;
  removed->text = g_strdup (text);
  g_ptr_array_add (self->removed, removed);
}

/**
 * plx_article_freeze:
 * @self: an article
 *
 * Ends the filling of the article: finds the sentences of every paragraph and makes the article immutable.
 */
void
plx_article_freeze (PlxArticle *self)
{
  g_return_if_fail (PLX_IS_ARTICLE (self));
  g_return_if_fail (!self->frozen);

  if (self->title != NULL)
    {
      paragraph_free (g_steal_pointer (&self->paragraphs->pdata[0]));
      self->paragraphs->pdata[0] = paragraph_new (PLX_PARAGRAPH_TITLE, self->title, 0);
    }

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      PlxParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->kind == PLX_PARAGRAPH_TITLE || paragraph->kind == PLX_PARAGRAPH_HEADING)
        {
          PlxSpan whole = { 0, paragraph->n_chars };

          paragraph->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
          if (paragraph->n_chars > 0)
            g_array_append_val (paragraph->sentences, whole);
        }
      else
        paragraph->sentences = plx_sentences_split (paragraph->text, self->language);
    }

  self->frozen = TRUE;
}

const char *
plx_article_get_file (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->file;
}

const char *
plx_article_get_title (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->title;
}

const char *
plx_article_get_source (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->source;
}

const char *
plx_article_get_agency (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->agency;
}

const char *
plx_article_get_byline (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->byline;
}

const char *
plx_article_get_dateline (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->dateline;
}

const char *
plx_article_get_published (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->published;
}

const char *
plx_article_get_url (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->url;
}

/**
 * plx_article_get_language:
 * @self: an article
 *
 * Returns: the BCP 47 tag, "en" where nothing else is known
 */
const char *
plx_article_get_language (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->language != NULL ? self->language : "en";
}

/**
 * plx_article_get_n_paragraphs:
 * @self: an article
 *
 * Returns: the number of the last paragraph; the title, number 0, is not counted
 */
guint
plx_article_get_n_paragraphs (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), 0);
  return self->paragraphs->len - 1;
}

/**
 * plx_article_get_paragraph:
 * @self: a frozen article
 * @number: 0 for the title (its text is empty when there is none), or a number from 1 to the last
 *
 * Returns: (transfer none): the paragraph
 */
const PlxParagraph *
plx_article_get_paragraph (PlxArticle *self, guint number)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (number < self->paragraphs->len, NULL);
  return g_ptr_array_index (self->paragraphs, number);
}

/**
 * plx_article_get_removed:
 * @self: an article
 *
 * Returns: (transfer none) (element-type PlxRemovedLine): the cleaning ledger, in the order of the input
 */
GPtrArray *
plx_article_get_removed (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);
  return self->removed;
}

/**
 * plx_article_dup_label:
 * @self: an article
 *
 * Returns: (transfer full): what to call the article's source where a name is needed: the source, else the file's
 *   name, else the title, else an empty string
 */
char *
plx_article_dup_label (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);

  if (self->source != NULL)
    return g_strdup (self->source);
  if (self->file != NULL)
    return g_path_get_basename (self->file);
  return g_strdup (self->title != NULL ? self->title : "");
}

/**
 * plx_removal_reason_to_string:
 * @reason: a reason
 *
 * Returns: the reason's name in the JSON, never translated
 */
const char *
plx_removal_reason_to_string (PlxRemovalReason reason)
{
  static const char *const names[] = { "advertising", "comments",  "related",     "share", "navigation",
                                       "app",         "subscribe", "source-link", "form",  "other" };

  g_return_val_if_fail ((guint)reason < G_N_ELEMENTS (names), "other");
  return names[reason];
}
