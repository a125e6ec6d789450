/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-blocks.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_HTML_FIELD_TITLE,
  PLX_HTML_FIELD_AUTHOR,
  PLX_HTML_FIELD_PUBLISHED,
  PLX_HTML_FIELD_SITE,
  PLX_HTML_FIELD_URL,
  PLX_HTML_FIELD_LANGUAGE,
  PLX_HTML_FIELD_BODY,
  PLX_HTML_FIELD_AGENCY,
  PLX_HTML_FIELD_KIND,
} PlxHtmlField;

/**
 * PlxHtmlOrigin:
 *
 * Where in a page a statement about the article stands.
 */
typedef enum
{
  PLX_HTML_ORIGIN_JSON_LD,
  PLX_HTML_ORIGIN_OPEN_GRAPH,
  PLX_HTML_ORIGIN_TWITTER,
  PLX_HTML_ORIGIN_META,
  PLX_HTML_ORIGIN_DUBLIN_CORE,
  PLX_HTML_ORIGIN_MICRODATA,
  PLX_HTML_ORIGIN_HEADING,
  PLX_HTML_ORIGIN_TITLE_ELEMENT,
  PLX_HTML_ORIGIN_REL,
  PLX_HTML_ORIGIN_CLASS,
  PLX_HTML_ORIGIN_TIME,
  PLX_HTML_ORIGIN_TEXT,
  PLX_HTML_ORIGIN_URL,
} PlxHtmlOrigin;

/**
 * PlxHtmlCandidate:
 * @field: what it is about
 * @origin: where it stands
 * @node: index of the node it was found in, 0 when it stands in JSON-LD
 * @line: index of the line it stands in or before, %G_MAXUINT when the page does not show it
 * @update: whether the page says that it is about a later version of the article
 * @value: what it says, white space collapsed
 */
typedef struct
{
  PlxHtmlField field;
  PlxHtmlOrigin origin;
  guint node;
  guint line;
  gboolean update;
  char *value;
} PlxHtmlCandidate;

GArray *plx_html_candidates_new (const PlxHtmlDocument *document, GArray *blocks);
const PlxHtmlCandidate *plx_html_candidates_find (GArray *candidates, PlxHtmlField field, PlxHtmlOrigin origin);

G_END_DECLS
