/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "engine/import/plx-import-format.h"
#include "engine/import/plx-import-limits.h"
#include "engine/import/plx-import-walk.h"

#define BLOCK_BYTES ((gsize)256 * 1024)

typedef struct
{
  GPtrArray *files;
  PlxImportFlags flags;
  PlxImportProgress progress;
  gpointer progress_data;
} ImportJob;

static void
import_job_free (ImportJob *job)
{
  g_ptr_array_unref (job->files);
  g_free (job);
}

/**
 * plx_import_failure_new:
 * @name: display name of the input
 * @error: (transfer full): why nothing came of it
 *
 * Returns: (transfer full): a failure
 */
PlxImportFailure *
plx_import_failure_new (const char *name, GError *error)
{
  PlxImportFailure *failure = g_new0 (PlxImportFailure, 1);

  failure->name = g_strdup (name);
  failure->error = error;
  return failure;
}

PlxImportFailure *
plx_import_failure_copy (const PlxImportFailure *failure)
{
  return plx_import_failure_new (failure->name, g_error_copy (failure->error));
}

void
plx_import_failure_free (PlxImportFailure *failure)
{
  g_free (failure->name);
  g_error_free (failure->error);
  g_free (failure);
}

/**
 * plx_import_result_new:
 *
 * Returns: (transfer full): the result of an import that has looked at nothing yet
 */
PlxImportResult *
plx_import_result_new (void)
{
  PlxImportResult *result = g_new0 (PlxImportResult, 1);

  result->articles = g_ptr_array_new_with_free_func (g_object_unref);
  result->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_import_failure_free);
  return result;
}

void
plx_import_result_free (PlxImportResult *result)
{
  g_ptr_array_unref (result->articles);
  g_ptr_array_unref (result->failures);
  g_free (result);
}

static void
set_too_large (GError **error)
{
  g_autofree char *limit = g_format_size_full (PLX_IMPORT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
               _ ("It is larger than %s, the most Parallax reads."), limit);
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
  if (g_bytes_get_size (bytes) > PLX_IMPORT_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  return plx_import_format_read (bytes, name, flags, error);
}

/* Says in a sentence what GIO says in a phrase of its own. */
static GError *
explain (GError *error)
{
  GError *explained;

  if (error->domain == PLX_IMPORT_ERROR)
    return error;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    explained = g_error_new_literal (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNREADABLE, _ ("There is no such file."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    explained =
        g_error_new_literal (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNREADABLE, _ ("You are not permitted to read it."));
  else
    explained =
        g_error_new (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNREADABLE, _ ("It could not be read: %s"), error->message);
  g_error_free (error);

  return explained;
}

/* Opening a pipe waits until a program writes to it, and cannot be cancelled: opened without waiting, it is the reading
 * that waits, which can. */
static GInputStream *
open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  GStatBuf status;

  if (path != NULL && g_stat (path, &status) == 0 && S_ISFIFO (status.st_mode))
    {
      int descriptor = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

      if (descriptor >= 0)
        return g_unix_input_stream_new (descriptor, TRUE);
    }
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

/* Reads a whole file, but not more of it than is taken in: its size may be unknown, or a lie. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = open_file (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree guint8 *block = NULL;

  if (stream == NULL)
    return NULL;
  if (G_IS_FILE_INPUT_STREAM (stream))
    info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream), G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable,
                                           NULL);
  if (info != NULL && g_file_info_get_size (info) > (goffset)PLX_IMPORT_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  bytes = g_byte_array_new ();
  block = g_malloc (BLOCK_BYTES);
  for (;;)
    {
      gssize n = g_input_stream_read (stream, block, BLOCK_BYTES, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize)n > PLX_IMPORT_MAX_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint)n);
    }
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
  PlxImportResult *result = plx_import_result_new ();
  g_autoptr (PlxImportWalk) walk = plx_import_walk_new (files);
  PlxImportItem *next;

  while ((next = plx_import_walk_next (walk, cancellable)) != NULL)
    {
      g_autoptr (PlxImportItem) item = next;
      GError *error = g_steal_pointer (&item->error);
      g_autoptr (GBytes) bytes = error == NULL ? load (item->file, cancellable, &error) : NULL;
      g_autoptr (GPtrArray) articles = bytes != NULL ? plx_import_bytes (bytes, item->name, flags, &error) : NULL;

      /* A file that was being read when the user gave up has not failed. */
      if (articles == NULL && g_cancellable_is_cancelled (cancellable))
        {
          g_clear_error (&error);
          break;
        }
      result->n_inputs++;
      if (articles != NULL)
        g_ptr_array_extend_and_steal (result->articles, g_steal_pointer (&articles));
      else
        g_ptr_array_add (result->failures, plx_import_failure_new (item->name, explain (error)));
      if (progress != NULL)
        progress (result->n_inputs, result->n_inputs + plx_import_walk_get_n_waiting (walk), item->name, progress_data);
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
