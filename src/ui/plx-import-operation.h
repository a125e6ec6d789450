/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-import.h"

G_BEGIN_DECLS

#define PLX_TYPE_IMPORT_OPERATION (plx_import_operation_get_type ())
G_DECLARE_FINAL_TYPE (PlxImportOperation, plx_import_operation, PLX, IMPORT_OPERATION, GObject)

PlxImportOperation *plx_import_operation_new (void);
void plx_import_operation_add_files (PlxImportOperation *self, GPtrArray *files);
void plx_import_operation_add_text (PlxImportOperation *self, GPtrArray *texts, const char *name);
void plx_import_operation_cancel (PlxImportOperation *self);
gboolean plx_import_operation_is_running (PlxImportOperation *self);
guint plx_import_operation_get_done (PlxImportOperation *self);
guint plx_import_operation_get_total (PlxImportOperation *self);

G_END_DECLS
