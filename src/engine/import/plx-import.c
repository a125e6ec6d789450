/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import.h"

#include <string.h>

#include "engine/import/plx-html-import.h"
#include "engine/import/plx-import-text.h"

typedef struct
{
  GPtrArray *files;
  PlxImportFlags flags;
  PlxImportProgress progress;
  gpointer progress_data;
} ImportJob;

/* A page begins with a tag, a comment or a document type; a fragment off the clipboard may begin with a header. */
static gboolean
is_html (const char *data, gsize length, const char *name)
{
  gsize start = 0;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    start = 3;
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (length - start > 2 && data[start] == '<' && (g_ascii_isalpha (data[start + 1]) || data[start + 1] == '!'))
    return TRUE;
  return g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".htm") || g_str_has_suffix (name, ".xhtml");
}

static void
import_job_free (ImportJob *job)
{
  g_ptr_array_unref (job->files);
  g_free (job);
}

static void
failure_free (PlxImportFailure *failure)
{
  g_free (failure->name);
  g_clear_error (&failure->error);
  g_free (failure);
}

void
plx_import_result_free (PlxImportResult *result)
{
  g_ptr_array_unref (result->articles);
  g_ptr_array_unref (result->failures);
  g_free (result);
}

/**
 * plx_import_bytes:
 * @bytes: the input
 * @name: display name of the input
 * @flags: how to read it
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Detects what the bytes are, decodes them and reads the articles in them.
 *
 * Returns: (transfer full) (nullable) (element-type PlxArticle): frozen articles, at least one
 */
GPtrArray *
plx_import_bytes (GBytes *bytes, const char *name, PlxImportFlags flags, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = length > 0 ? g_utf8_make_valid (data, length) : NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY, "It is empty.");
      return NULL;
    }
  if (is_html (data, length, name))
    return plx_html_import (bytes, name, flags, error);
  return plx_import_text (text, name, flags, error);
}

/**
 * plx_import_files:
 * @files: (element-type GFile): files and folders
 * @flags: how to read them
 * @progress: (nullable) (scope call): told after each input
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop early; what was read so far is returned
 *
 * Reads the articles of files and, recursively, of folders. A file that gives none becomes a failure, the rest goes on.
 *
 * Returns: (transfer full): what came of it
 */
PlxImportResult *
plx_import_files (GPtrArray *files, PlxImportFlags flags, PlxImportProgress progress, gpointer progress_data,
                  GCancellable *cancellable)
{
  PlxImportResult *result = g_new0 (PlxImportResult, 1);

  result->articles = g_ptr_array_new_with_free_func (g_object_unref);
  result->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)failure_free);
  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_file_get_parse_name (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, &error);
      g_autoptr (GPtrArray) articles = bytes != NULL ? plx_import_bytes (bytes, name, flags, &error) : NULL;

      result->n_inputs++;
      if (articles != NULL)
        g_ptr_array_extend_and_steal (result->articles, g_steal_pointer (&articles));
      else
        {
          PlxImportFailure *failure = g_new0 (PlxImportFailure, 1);

          failure->name = g_strdup (name);
          failure->error = g_steal_pointer (&error);
          g_ptr_array_add (result->failures, failure);
        }
      if (progress != NULL)
        progress (i + 1, files->len, name, progress_data);
    }

  return result;
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ImportJob *job = data;

  (void)source;
  g_task_return_pointer (task,
                         plx_import_files (job->files, job->flags, job->progress, job->progress_data, cancellable),
                         (GDestroyNotify)plx_import_result_free);
}

/**
 * plx_import_files_async:
 * @files: (element-type GFile): files and folders
 * @flags: how to read them
 * @progress: (nullable): told after each input, in the importing thread
 * @progress_data: for @progress, must live until @callback is called
 * @cancellable: (nullable): to stop early; what was read so far is returned, not an error
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does plx_import_files() in a thread.
 */
void
plx_import_files_async (GPtrArray *files, PlxImportFlags flags, PlxImportProgress progress, gpointer progress_data,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ImportJob *job = g_new0 (ImportJob, 1);

  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (job->files, g_object_ref (g_ptr_array_index (files, i)));
  job->flags = flags;
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, plx_import_files_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify)import_job_free);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * plx_import_files_finish:
 * @result: what the callback got
 * @error: never set at present
 *
 * Returns: (transfer full) (nullable): what came of the import
 */
PlxImportResult *
plx_import_files_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
