/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-import-operation.h"

/**
 * PlxImportOperation:
 *
 * The way of everything that was dropped, pasted and opened into the library, one batch after the other, in threads.
 * Its state is for the main thread.
 */
struct _PlxImportOperation
{
  GObject parent_instance;

  PlxLibrary *library;
  GQueue waiting; /* of Batch */
  GCancellable *cancellable;
  PlxImportResult *result; /* of the batch under way, once it is read */
  PlxImportPhase phase;
  guint done;
  guint total;

  GMutex lock;
  guint told_done; /* as the importing thread told it; with the two below under the lock */
  guint told_total;
  gboolean tell_pending;
};

/* Files, or the forms of one text. */
typedef struct
{
  GPtrArray *files;
  GPtrArray *texts;
  char *name;
} Batch;

G_DEFINE_FINAL_TYPE (PlxImportOperation, plx_import_operation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PHASE,
  N_PROPS
};

enum
{
  PROGRESS,
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void start_next (PlxImportOperation *self);

static void
batch_free (Batch *batch)
{
  g_clear_pointer (&batch->files, g_ptr_array_unref);
  g_clear_pointer (&batch->texts, g_ptr_array_unref);
  g_free (batch->name);
  g_free (batch);
}

static PlxImportResult *
import_text (GPtrArray *texts, const char *name)
{
  PlxImportResult *result = plx_import_result_new ();
  g_autoptr (GError) first_error = NULL;

  result->n_inputs = 1;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = plx_import_bytes (g_ptr_array_index (texts, i), name, PLX_IMPORT_NONE, &error);

      if (articles != NULL)
        {
          g_ptr_array_extend_and_steal (result->articles, g_steal_pointer (&articles));
          return result;
        }
      if (first_error == NULL)
        first_error = g_steal_pointer (&error);
    }
  if (first_error != NULL)
    g_ptr_array_add (result->failures, plx_import_failure_new (name, g_steal_pointer (&first_error)));
  return result;
}

static void
set_phase (PlxImportOperation *self, PlxImportPhase phase, guint total)
{
  self->done = 0;
  self->total = total;
  if (self->phase != phase)
    {
      self->phase = phase;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
    }
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
finish_batch (PlxImportOperation *self, PlxLibraryAddition *addition)
{
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);
  g_autoptr (PlxImportResult) result = g_steal_pointer (&self->result);

  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[FINISHED], 0, result, addition, cancelled);
  start_next (self);
}

static void
added_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (PlxImportOperation) self = user_data;
  g_autoptr (PlxLibraryAddition) addition = plx_library_add_finish (PLX_LIBRARY (source), async_result, NULL);

  finish_batch (self, addition);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  PlxImportOperation *self = user_data;

  g_mutex_lock (&self->lock);
  self->done = self->told_done;
  self->total = self->told_total;
  self->tell_pending = FALSE;
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[PROGRESS], 0);
  return G_SOURCE_REMOVE;
}

/* In the working thread. However fast it goes, the main loop is told once a turn. */
static void
add_progress_cb (guint done, guint total, gpointer user_data)
{
  PlxImportOperation *self = user_data;

  g_mutex_lock (&self->lock);
  self->told_done = done;
  self->told_total = total;
  if (!self->tell_pending)
    {
      self->tell_pending = TRUE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_progress_cb, g_object_ref (self), g_object_unref);
    }
  g_mutex_unlock (&self->lock);
}

static void
import_progress_cb (guint done, guint total, const char *name, gpointer user_data)
{
  (void)name;
  add_progress_cb (done, total, user_data);
}

static void
add_articles (PlxImportOperation *self, PlxImportResult *result)
{
  self->result = result;
  if (result->articles->len == 0 || g_cancellable_is_cancelled (self->cancellable))
    {
      finish_batch (self, NULL);
      return;
    }
  set_phase (self, PLX_IMPORT_PHASE_GROUPING, result->articles->len);
  plx_library_add_async (self->library, result->articles, add_progress_cb, self, self->cancellable, added_cb,
                         g_object_ref (self));
}

static void
files_imported_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (PlxImportOperation) self = user_data;

  (void)source;
  add_articles (self, plx_import_files_finish (async_result, NULL));
}

static void
text_imported_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  (void)user_data;
  add_articles (PLX_IMPORT_OPERATION (source), g_task_propagate_pointer (G_TASK (async_result), NULL));
}

static void
import_text_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Batch *batch = data;

  (void)source;
  (void)cancellable;
  g_task_return_pointer (task, import_text (batch->texts, batch->name), (GDestroyNotify)plx_import_result_free);
}

static void
start_next (PlxImportOperation *self)
{
  Batch *batch = g_queue_pop_head (&self->waiting);

  if (batch == NULL)
    {
      set_phase (self, PLX_IMPORT_PHASE_NONE, 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_phase (self, PLX_IMPORT_PHASE_READING, batch->files != NULL ? batch->files->len : 1);
  if (batch->files != NULL)
    {
      plx_import_files_async (batch->files, PLX_IMPORT_NONE, import_progress_cb, self, self->cancellable,
                              files_imported_cb, g_object_ref (self));
      batch_free (batch);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, text_imported_cb, NULL);

      g_task_set_source_tag (task, start_next);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, batch, (GDestroyNotify)batch_free);
      g_task_run_in_thread (task, import_text_thread);
    }
}

static void
add_batch (PlxImportOperation *self, Batch *batch)
{
  g_queue_push_tail (&self->waiting, batch);
  if (self->phase == PLX_IMPORT_PHASE_NONE)
    start_next (self);
}

static void
plx_import_operation_finalize (GObject *object)
{
  PlxImportOperation *self = PLX_IMPORT_OPERATION (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify)batch_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->result, plx_import_result_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (plx_import_operation_parent_class)->finalize (object);
}

static void
plx_import_operation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PHASE)
    g_value_set_uint (value, PLX_IMPORT_OPERATION (object)->phase);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_import_operation_class_init (PlxImportOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_import_operation_finalize;
  object_class->get_property = plx_import_operation_get_property;

  /**
   * PlxImportOperation:phase:
   *
   * A #PlxImportPhase: what is being done.
   */
  properties[PROP_PHASE] = g_param_spec_uint ("phase", NULL, NULL, PLX_IMPORT_PHASE_NONE, PLX_IMPORT_PHASE_GROUPING,
                                              PLX_IMPORT_PHASE_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlxImportOperation::progress:
   *
   * Emitted when the counts of inputs have changed.
   */
  signals[PROGRESS] =
      g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlxImportOperation::finished:
   * @self: the operation
   * @result: (type PlxImportResult): what was read of one batch; valid during the emission
   * @addition: (type PlxLibraryAddition) (nullable): what came of it into the library, as long
   * @cancelled: whether it was stopped before its end
   *
   * Emitted after each batch.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
plx_import_operation_init (PlxImportOperation *self)
{
  g_queue_init (&self->waiting);
  g_mutex_init (&self->lock);
}

/**
 * plx_import_operation_new:
 * @library: where the articles go
 *
 * Returns: (transfer full): an operation with nothing to do yet
 */
PlxImportOperation *
plx_import_operation_new (PlxLibrary *library)
{
  PlxImportOperation *self = g_object_new (PLX_TYPE_IMPORT_OPERATION, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * plx_import_operation_add_files:
 * @self: an operation
 * @files: (element-type GFile): files and folders
 *
 * Reads files as one batch, after what is being read already.
 */
void
plx_import_operation_add_files (PlxImportOperation *self, GPtrArray *files)
{
  Batch *batch;

  g_return_if_fail (PLX_IS_IMPORT_OPERATION (self));

  if (files->len == 0)
    return;
  batch = g_new0 (Batch, 1);
  batch->files = g_ptr_array_ref (files);
  add_batch (self, batch);
}

/**
 * plx_import_operation_add_text:
 * @self: an operation
 * @texts: (element-type GBytes): forms of one text; the first that gives an article is taken
 * @name: what to call it where a file's name would stand
 *
 * Reads a text as one batch, after what is being read already.
 */
void
plx_import_operation_add_text (PlxImportOperation *self, GPtrArray *texts, const char *name)
{
  Batch *batch;

  g_return_if_fail (PLX_IS_IMPORT_OPERATION (self));

  if (texts->len == 0)
    return;
  batch = g_new0 (Batch, 1);
  batch->texts = g_ptr_array_ref (texts);
  batch->name = g_strdup (name);
  add_batch (self, batch);
}

/**
 * plx_import_operation_cancel:
 * @self: an operation
 *
 * Stops and forgets what waits. Nothing of the batch under way goes into the library.
 */
void
plx_import_operation_cancel (PlxImportOperation *self)
{
  g_return_if_fail (PLX_IS_IMPORT_OPERATION (self));

  g_queue_clear_full (&self->waiting, (GDestroyNotify)batch_free);
  g_cancellable_cancel (self->cancellable);
}

/**
 * plx_import_operation_get_phase:
 * @self: an operation
 *
 * Returns: what is being done
 */
PlxImportPhase
plx_import_operation_get_phase (PlxImportOperation *self)
{
  g_return_val_if_fail (PLX_IS_IMPORT_OPERATION (self), PLX_IMPORT_PHASE_NONE);
  return self->phase;
}

/**
 * plx_import_operation_get_done:
 * @self: an operation
 *
 * Returns: how many inputs or articles of the batch are done in this phase
 */
guint
plx_import_operation_get_done (PlxImportOperation *self)
{
  g_return_val_if_fail (PLX_IS_IMPORT_OPERATION (self), 0);
  return self->done;
}

/**
 * plx_import_operation_get_total:
 * @self: an operation
 *
 * Returns: how many there are known to be; grows while folders are opened
 */
guint
plx_import_operation_get_total (PlxImportOperation *self)
{
  g_return_val_if_fail (PLX_IS_IMPORT_OPERATION (self), 0);
  return self->total;
}
