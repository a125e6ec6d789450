/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-import.h"

G_BEGIN_DECLS

GPtrArray *import_bytes (const void *data, gsize length, const char *name, PlxImportFlags flags);
GPtrArray *import_text (const char *text);
GPtrArray *import_fixture (const char *name);
char *dup_body (PlxArticle *article);
void assert_complete (const char *text, GPtrArray *articles);

G_END_DECLS
