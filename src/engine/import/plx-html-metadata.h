/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-candidates.h"

G_BEGIN_DECLS

/**
 * PlxHtmlMetadata:
 *
 * What a page says about its article, its statements reconciled. Each field is %NULL when it is not known.
 */
typedef struct
{
  char *title;
  char *source;
  char *agency;
  char *byline;
  char *dateline;
  char *published;
  char *url;
  char *language;
  char *body;
  gboolean section_page;
} PlxHtmlMetadata;

PlxHtmlMetadata *plx_html_metadata_new (GArray *candidates, GArray *blocks);
void plx_html_metadata_free (PlxHtmlMetadata *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlMetadata, plx_html_metadata_free)

G_END_DECLS
