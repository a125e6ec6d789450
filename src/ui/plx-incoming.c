/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-incoming.h"

#include <string.h>

/* A browser's selection comes as HTML and as plain text: both are read, since the plain form may do where the HTML
 * holds no article. */

typedef struct
{
  GObject *source; /* a GdkDrop or a GdkClipboard */
  PlxIncoming *incoming;
} ReadJob;

static void
read_job_free (ReadJob *job)
{
  g_object_unref (job->source);
  g_clear_pointer (&job->incoming, plx_incoming_free);
  g_free (job);
}

static PlxIncoming *
plx_incoming_new (void)
{
  PlxIncoming *incoming = g_new0 (PlxIncoming, 1);

  incoming->files = g_ptr_array_new_with_free_func (g_object_unref);
  incoming->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  return incoming;
}

static void
take_file (PlxIncoming *incoming, GFile *file)
{
  if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    incoming->n_links++;
  else
    g_ptr_array_add (incoming->files, g_object_ref (file));
}

/* Some programs give links and files as plain text only, one on a line. */
static gboolean
take_uris (PlxIncoming *incoming, const char *text)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = NULL;

  if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://")
      && !g_str_has_prefix (text, "file://"))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (strpbrk (line, " \t") != NULL || !g_uri_is_valid (line, G_URI_FLAGS_NONE, NULL))
        return FALSE;
      g_ptr_array_add (files, g_file_new_for_uri (line));
    }
  for (guint i = 0; i < files->len; i++)
    take_file (incoming, g_ptr_array_index (files, i));
  return TRUE;
}

static GdkContentFormats *
source_formats (GObject *source)
{
  GdkContentFormats *formats = GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                                                    : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));

  return gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
}

static void
read_value (GTask *task, GType type, GAsyncReadyCallback callback)
{
  ReadJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (GDK_IS_DROP (job->source))
    gdk_drop_read_value_async (GDK_DROP (job->source), type, G_PRIORITY_DEFAULT, cancellable, callback,
                               g_object_ref (task));
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (job->source), type, G_PRIORITY_DEFAULT, cancellable, callback,
                                    g_object_ref (task));
}

static const GValue *
read_value_finish (GObject *source, GAsyncResult *result)
{
  return GDK_IS_DROP (source) ? gdk_drop_read_value_finish (GDK_DROP (source), result, NULL)
                              : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
finish_reading (GTask *task)
{
  ReadJob *job = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&job->incoming), (GDestroyNotify)plx_incoming_free);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlxIncoming *incoming = ((ReadJob *)g_task_get_task_data (task))->incoming;
  const GValue *value = read_value_finish (source, result);
  const char *text = value != NULL ? g_value_get_string (value) : NULL;

  if (text != NULL && take_uris (incoming, text))
    g_ptr_array_set_size (incoming->texts, 0);
  else if (text != NULL)
    g_ptr_array_add (incoming->texts, g_bytes_new (text, strlen (text)));
  finish_reading (task);
}

static void
read_text (GTask *task)
{
  ReadJob *job = g_task_get_task_data (task);
  g_autoptr (GdkContentFormats) formats = source_formats (job->source);

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    read_value (task, G_TYPE_STRING, text_read_cb);
  else
    finish_reading (task);
}

static void
html_spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlxIncoming *incoming = ((ReadJob *)g_task_get_task_data (task))->incoming;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    g_ptr_array_add (incoming->texts, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)));
  read_text (task);
}

static void
html_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GInputStream) stream = GDK_IS_DROP (source)
                                        ? gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL)
                                        : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      read_text (task);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
      g_task_get_cancellable (task), html_spliced_cb, g_object_ref (task));
}

static void
read_html (GTask *task)
{
  static const char *mime_types[] = { "text/html", NULL };
  ReadJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GdkContentFormats) formats = source_formats (job->source);

  if (!gdk_content_formats_contain_mime_type (formats, mime_types[0]))
    read_text (task);
  else if (GDK_IS_DROP (job->source))
    gdk_drop_read_async (GDK_DROP (job->source), mime_types, G_PRIORITY_DEFAULT, cancellable, html_opened_cb,
                         g_object_ref (task));
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (job->source), mime_types, G_PRIORITY_DEFAULT, cancellable, html_opened_cb,
                              g_object_ref (task));
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlxIncoming *incoming = ((ReadJob *)g_task_get_task_data (task))->incoming;
  const GValue *value = read_value_finish (source, result);

  for (GSList *l = value != NULL ? g_value_get_boxed (value) : NULL; l != NULL; l = l->next)
    take_file (incoming, l->data);
  if (incoming->files->len > 0 || incoming->n_links > 0)
    finish_reading (task);
  else
    read_html (task);
}

static void
start_reading (gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GdkContentFormats) formats = source_formats (source);
  ReadJob *job = g_new0 (ReadJob, 1);

  job->source = g_object_ref (source);
  job->incoming = plx_incoming_new ();
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, (GDestroyNotify)read_job_free);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    read_value (task, GDK_TYPE_FILE_LIST, files_read_cb);
  else
    read_html (task);
}

void
plx_incoming_free (PlxIncoming *incoming)
{
  g_ptr_array_unref (incoming->files);
  g_ptr_array_unref (incoming->texts);
  g_free (incoming);
}

/**
 * plx_incoming_get_formats:
 *
 * Returns: (transfer full): the formats that can be dropped and pasted
 */
GdkContentFormats *
plx_incoming_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/html");
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  return gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_builder_free_to_formats (builder));
}

/**
 * plx_incoming_accepts:
 * @formats: what a drop or the clipboard offers
 *
 * Returns: whether something of it can be read as articles
 */
gboolean
plx_incoming_accepts (GdkContentFormats *formats)
{
  g_autoptr (GdkContentFormats) accepted = plx_incoming_get_formats ();

  return gdk_content_formats_match (accepted, formats);
}

/**
 * plx_incoming_read_clipboard_async:
 * @clipboard: a clipboard
 * @cancellable: (nullable): to stop
 * @callback: called when read
 * @user_data: for @callback
 *
 * Reads the files or the text of a clipboard. Files win over text.
 */
void
plx_incoming_read_clipboard_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));
  start_reading (clipboard, cancellable, callback, user_data);
}

/**
 * plx_incoming_read_drop_async:
 * @drop: a drop that has been accepted; the caller finishes it
 * @cancellable: (nullable): to stop
 * @callback: called when read
 * @user_data: for @callback
 *
 * Reads the files or the text of a drop. Files win over text.
 */
void
plx_incoming_read_drop_async (GdkDrop *drop, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GDK_IS_DROP (drop));
  start_reading (drop, cancellable, callback, user_data);
}

/**
 * plx_incoming_read_finish:
 * @result: what the callback got
 * @error: set when reading was cancelled
 *
 * Returns: (transfer full) (nullable): what came, with nothing in it when none of it could be read
 */
PlxIncoming *
plx_incoming_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
