/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *plx_text_agency_find (const char *name);
const char *plx_text_agency_parse_credit (const char *text);

G_END_DECLS
