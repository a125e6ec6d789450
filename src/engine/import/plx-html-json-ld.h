/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-parse.h"

G_BEGIN_DECLS

/**
 * PlxHtmlJsonLd:
 * @headline: (nullable): the article's title
 * @author: (nullable): its authors, joined by commas
 * @published: (nullable): when it was published, as written
 * @body: (nullable): its text
 * @publisher: (nullable): who publishes it
 * @site: (nullable): the name of the web site
 * @language: (nullable): BCP 47 tag, as written
 * @url: (nullable): its address
 * @section_page: whether the page says that it is a list of articles
 *
 * What the page's JSON-LD says about the article: strings as written, not trimmed, white space not collapsed.
 */
typedef struct
{
  char *headline;
  char *author;
  char *published;
  char *body;
  char *publisher;
  char *site;
  char *language;
  char *url;
  gboolean section_page;
} PlxHtmlJsonLd;

PlxHtmlJsonLd *plx_html_json_ld_new (const PlxHtmlDocument *document, const char *title_hint);
void plx_html_json_ld_free (PlxHtmlJsonLd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlJsonLd, plx_html_json_ld_free)

G_END_DECLS
