/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-parse.h"

G_BEGIN_DECLS

/**
 * PlxHtmlRole:
 *
 * What page authors call the parts of a page in class names, ids and roles. Bits of a mask.
 */
typedef enum
{
  PLX_HTML_ROLE_COMMENTS = 1 << 0,
  PLX_HTML_ROLE_RELATED = 1 << 1,
  PLX_HTML_ROLE_SHARE = 1 << 2,
  PLX_HTML_ROLE_ADVERTISING = 1 << 3,
  PLX_HTML_ROLE_NAVIGATION = 1 << 4,
  PLX_HTML_ROLE_FOOTER = 1 << 5,
  PLX_HTML_ROLE_SUBSCRIBE = 1 << 6,
  PLX_HTML_ROLE_CONSENT = 1 << 7,
  PLX_HTML_ROLE_META = 1 << 8,
  PLX_HTML_ROLE_AUTHOR = 1 << 9,
  PLX_HTML_ROLE_SIDEBAR = 1 << 10,
  PLX_HTML_ROLE_CAPTION = 1 << 11,
  PLX_HTML_ROLE_BODY = 1 << 12,
  PLX_HTML_ROLE_POST = 1 << 13,
  PLX_HTML_ROLE_HIDDEN = 1 << 14,
  PLX_HTML_ROLE_CONTENTS = 1 << 15,
  PLX_HTML_ROLE_HEADER = 1 << 16,
  PLX_HTML_ROLE_TEASER = 1 << 17,
  PLX_HTML_ROLE_POPUP = 1 << 18,
  PLX_HTML_ROLE_ASIDE = 1 << 19,
  PLX_HTML_ROLE_FORM = 1 << 20,
} PlxHtmlRole;

#define PLX_HTML_N_ROLES 21

guint plx_html_roles_of_names (const char *names);
guint plx_html_roles_of_element (const PlxHtmlDocument *document, guint node);

G_END_DECLS
