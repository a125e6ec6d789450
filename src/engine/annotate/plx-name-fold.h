/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLX_NAME_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

char *plx_name_fold (const char *text, gssize length);
guint64 plx_name_hash_add (guint64 hash, const char *text, gsize length);
guint64 plx_name_hash (const char *text);

G_END_DECLS
