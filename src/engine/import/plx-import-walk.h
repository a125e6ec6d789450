/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxImportWalk:
 *
 * Goes over files and, recursively, the files of folders, in a fixed order and within bounds.
 */
typedef struct _PlxImportWalk PlxImportWalk;

/**
 * PlxImportItem:
 * @file: a file to be read
 * @name: its display name
 * @error: (nullable): why it cannot be read; the item stands for the folder or file it happened to
 *
 * What a walk comes to.
 */
typedef struct
{
  GFile *file;
  char *name;
  GError *error;
} PlxImportItem;

void plx_import_item_free (PlxImportItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportItem, plx_import_item_free)

PlxImportWalk *plx_import_walk_new (GPtrArray *files);
void plx_import_walk_free (PlxImportWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportWalk, plx_import_walk_free)

PlxImportItem *plx_import_walk_next (PlxImportWalk *walk, GCancellable *cancellable);
guint plx_import_walk_get_n_waiting (PlxImportWalk *walk);

G_END_DECLS
