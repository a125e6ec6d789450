/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-import.h"

G_BEGIN_DECLS

GPtrArray *plx_html_import (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error);

G_END_DECLS
