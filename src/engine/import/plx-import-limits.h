/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an import takes in at most: inputs are not trusted, and time and memory must stay bounded. */

/* Bytes of one file, whatever it holds. */
#define PLX_IMPORT_MAX_BYTES ((gsize)200 * 1024 * 1024)
/* Bytes of one plain text after decoding: a long book has 2 MiB. */
#define PLX_IMPORT_MAX_TEXT ((gsize)32 * 1024 * 1024)
/* Bytes of one line, which becomes at most one paragraph. */
#define PLX_IMPORT_MAX_LINE ((gsize)1024 * 1024)
/* Lines of one text that are not empty. */
#define PLX_IMPORT_MAX_LINES 500000u
/* Folders inside folders. */
#define PLX_IMPORT_MAX_DEPTH 32u
/* Files of one import, those in folders included. */
#define PLX_IMPORT_MAX_FILES 20000u
/* Entries looked at in one import, hidden ones and folders included. */
#define PLX_IMPORT_MAX_ENTRIES 200000u

G_END_DECLS
