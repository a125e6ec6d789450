/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/article/plx-article.h"
#include "engine/import/plx-import-error.h"

G_BEGIN_DECLS

/**
 * PlxImportFlags:
 * @PLX_IMPORT_AS_LINES: each line that is not empty is a paragraph; nothing is removed and no title is taken
 */
typedef enum
{
  PLX_IMPORT_NONE = 0,
  PLX_IMPORT_AS_LINES = 1 << 0,
} PlxImportFlags;

/**
 * PlxImportFailure:
 * @name: display name of the input
 * @error: why nothing came of it, in %PLX_IMPORT_ERROR
 */
typedef struct
{
  char *name;
  GError *error;
} PlxImportFailure;

/**
 * PlxImportResult:
 * @articles: (element-type PlxArticle): frozen articles, in the order of the inputs
 * @failures: (element-type PlxImportFailure): inputs that gave none
 * @n_inputs: how many files and texts were looked at, folders opened
 */
typedef struct
{
  GPtrArray *articles;
  GPtrArray *failures;
  guint n_inputs;
} PlxImportResult;

PlxImportFailure *plx_import_failure_new (const char *name, GError *error);
PlxImportFailure *plx_import_failure_copy (const PlxImportFailure *failure);
void plx_import_failure_free (PlxImportFailure *failure);

PlxImportResult *plx_import_result_new (void);
void plx_import_result_free (PlxImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportResult, plx_import_result_free)

/* Called in the importing thread after each input; @total grows while folders are being opened. */
typedef void (*PlxImportProgress) (guint done, guint total, const char *name, gpointer user_data);

GPtrArray *plx_import_bytes (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error);
PlxImportResult *plx_import_files (GPtrArray *files, PlxImportFlags flags, PlxImportProgress progress,
                                   gpointer progress_data, GCancellable *cancellable);
void plx_import_files_async (GPtrArray *files, PlxImportFlags flags, PlxImportProgress progress, gpointer progress_data,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
PlxImportResult *plx_import_files_finish (GAsyncResult *result, GError **error);

G_END_DECLS
