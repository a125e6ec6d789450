/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-import.h"
#include "engine/library/plx-library.h"

G_BEGIN_DECLS

/**
 * PlxImportPhase:
 * @PLX_IMPORT_PHASE_NONE: nothing to do
 * @PLX_IMPORT_PHASE_READING: files are read
 * @PLX_IMPORT_PHASE_GROUPING: the articles in them are annotated and put into stories
 */
typedef enum
{
  PLX_IMPORT_PHASE_NONE,
  PLX_IMPORT_PHASE_READING,
  PLX_IMPORT_PHASE_GROUPING,
} PlxImportPhase;

#define PLX_TYPE_IMPORT_OPERATION (plx_import_operation_get_type ())
G_DECLARE_FINAL_TYPE (PlxImportOperation, plx_import_operation, PLX, IMPORT_OPERATION, GObject)

PlxImportOperation *plx_import_operation_new (PlxLibrary *library);
void plx_import_operation_add_files (PlxImportOperation *self, GPtrArray *files);
void plx_import_operation_add_text (PlxImportOperation *self, GPtrArray *texts, const char *name);
void plx_import_operation_cancel (PlxImportOperation *self);
PlxImportPhase plx_import_operation_get_phase (PlxImportOperation *self);
guint plx_import_operation_get_done (PlxImportOperation *self);
guint plx_import_operation_get_total (PlxImportOperation *self);

G_END_DECLS
