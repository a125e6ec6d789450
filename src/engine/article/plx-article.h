/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "engine/article/plx-paragraph.h"

G_BEGIN_DECLS

/**
 * PlxRemovalReason:
 *
 * Why cleaning took a line out. The JSON names are the lower-case words, "source-link" with a hyphen.
 */
typedef enum
{
  PLX_REMOVAL_ADVERTISING,
  PLX_REMOVAL_COMMENTS,
  PLX_REMOVAL_RELATED,
  PLX_REMOVAL_SHARE,
  PLX_REMOVAL_NAVIGATION,
  PLX_REMOVAL_APP,
  PLX_REMOVAL_SUBSCRIBE,
  PLX_REMOVAL_SOURCE_LINK,
  PLX_REMOVAL_FORM,
  PLX_REMOVAL_OTHER,
} PlxRemovalReason;

/**
 * PlxRemovedLine:
 * @line: line of the input it stood on, from 1
 * @reason: why it was removed
 * @text: the line itself, UTF-8
 */
typedef struct
{
  guint line;
  PlxRemovalReason reason;
  char *text;
} PlxRemovedLine;

#define PLX_TYPE_ARTICLE (plx_article_get_type ())
G_DECLARE_FINAL_TYPE (PlxArticle, plx_article, PLX, ARTICLE, GObject)

/*
 * An article is filled by an importer through the setters, then frozen: from there on it is immutable and may be read
 * from any thread. Setters on a frozen article are programming errors.
 */
PlxArticle *plx_article_new (void);
void plx_article_set_file (PlxArticle *self, const char *file);
void plx_article_set_title (PlxArticle *self, const char *title);
void plx_article_set_source (PlxArticle *self, const char *source);
void plx_article_set_agency (PlxArticle *self, const char *agency);
void plx_article_set_byline (PlxArticle *self, const char *byline);
void plx_article_set_dateline (PlxArticle *self, const char *dateline);
void plx_article_set_published (PlxArticle *self, const char *iso_date);
void plx_article_set_url (PlxArticle *self, const char *url);
void plx_article_set_language (PlxArticle *self, const char *language);
void plx_article_add_paragraph (PlxArticle *self, PlxParagraphKind kind, const char *text);
void plx_article_add_removed (PlxArticle *self, guint line, PlxRemovalReason reason, const char *text);
void plx_article_freeze (PlxArticle *self);

const char *plx_article_get_file (PlxArticle *self);
const char *plx_article_get_title (PlxArticle *self);
const char *plx_article_get_source (PlxArticle *self);
const char *plx_article_get_agency (PlxArticle *self);
const char *plx_article_get_byline (PlxArticle *self);
const char *plx_article_get_dateline (PlxArticle *self);
const char *plx_article_get_published (PlxArticle *self);
const char *plx_article_get_url (PlxArticle *self);
const char *plx_article_get_language (PlxArticle *self);
guint plx_article_get_n_paragraphs (PlxArticle *self);
const PlxParagraph *plx_article_get_paragraph (PlxArticle *self, guint number);
GPtrArray *plx_article_get_removed (PlxArticle *self);
char *plx_article_dup_label (PlxArticle *self);

const char *plx_removal_reason_to_string (PlxRemovalReason reason);

G_END_DECLS
