/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-tags.h"

G_BEGIN_DECLS

gboolean plx_html_nesting_ends_paragraph (PlxHtmlTag tag);
gboolean plx_html_nesting_is_scope (PlxHtmlTag tag);
gboolean plx_html_nesting_is_row_group (PlxHtmlTag tag);
gboolean plx_html_nesting_may_stand_in_head (PlxHtmlTag tag);
gboolean plx_html_nesting_is_ended_by (PlxHtmlTag open, PlxHtmlTag tag, gboolean *barrier);

G_END_DECLS
