/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-metadata.h"

#include <string.h>

#include "engine/import/plx-html-date.h"

static const char *
value_of (GArray *candidates, PlxHtmlField field, PlxHtmlOrigin origin)
{
  const PlxHtmlCandidate *candidate = plx_html_candidates_find (candidates, field, origin);

  return candidate != NULL ? candidate->value : NULL;
}

static const char *
first_of (GArray *candidates, PlxHtmlField field, const PlxHtmlOrigin *origins, guint n_origins)
{
  for (guint i = 0; i < n_origins; i++)
    {
      const char *value = value_of (candidates, field, origins[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

static char *
choose_title (GArray *candidates)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_JSON_LD, PLX_HTML_ORIGIN_HEADING, PLX_HTML_ORIGIN_OPEN_GRAPH,
                                           PLX_HTML_ORIGIN_TITLE_ELEMENT };

  return g_strdup (first_of (candidates, PLX_HTML_FIELD_TITLE, origins, G_N_ELEMENTS (origins)));
}

static char *
choose_byline (GArray *candidates)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_JSON_LD, PLX_HTML_ORIGIN_META, PLX_HTML_ORIGIN_REL,
                                           PLX_HTML_ORIGIN_CLASS };

  return g_strdup (first_of (candidates, PLX_HTML_FIELD_AUTHOR, origins, G_N_ELEMENTS (origins)));
}

static char *
choose_published (GArray *candidates)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_JSON_LD,   PLX_HTML_ORIGIN_OPEN_GRAPH, PLX_HTML_ORIGIN_META,
                                           PLX_HTML_ORIGIN_MICRODATA, PLX_HTML_ORIGIN_TIME,       PLX_HTML_ORIGIN_CLASS,
                                           PLX_HTML_ORIGIN_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      char *date = plx_html_date_parse (value_of (candidates, PLX_HTML_FIELD_PUBLISHED, origins[i]), TRUE);

      if (date != NULL)
        return date;
    }
  return NULL;
}

/**
 * plx_html_metadata_new:
 * @document: a page
 * @candidates: (element-type PlxHtmlCandidate): what it says about its article
 *
 * Reconciles what a page says about its article.
 *
 * Returns: (transfer full): the result
 */
PlxHtmlMetadata *
plx_html_metadata_new (const PlxHtmlDocument *document, GArray *candidates)
{
  PlxHtmlMetadata *self = g_new0 (PlxHtmlMetadata, 1);
  static const PlxHtmlOrigin site[] = { PLX_HTML_ORIGIN_OPEN_GRAPH, PLX_HTML_ORIGIN_JSON_LD };
  static const PlxHtmlOrigin url[] = { PLX_HTML_ORIGIN_REL, PLX_HTML_ORIGIN_OPEN_GRAPH, PLX_HTML_ORIGIN_JSON_LD };

  (void)document;
  self->title = choose_title (candidates);
  self->byline = choose_byline (candidates);
  self->published = choose_published (candidates);
  self->source = g_strdup (first_of (candidates, PLX_HTML_FIELD_SITE, site, G_N_ELEMENTS (site)));
  self->url = g_strdup (first_of (candidates, PLX_HTML_FIELD_URL, url, G_N_ELEMENTS (url)));
  self->body = g_strdup (value_of (candidates, PLX_HTML_FIELD_BODY, PLX_HTML_ORIGIN_JSON_LD));
  self->section_page = value_of (candidates, PLX_HTML_FIELD_KIND, PLX_HTML_ORIGIN_JSON_LD) != NULL;

  return self;
}

void
plx_html_metadata_free (PlxHtmlMetadata *self)
{
  g_free (self->title);
  g_free (self->source);
  g_free (self->agency);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->url);
  g_free (self->language);
  g_free (self->body);
  g_free (self);
}
