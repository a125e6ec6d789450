/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-window-private.h"

#include <glib/gi18n.h>

#include "engine/plx-data-file.h"
#include "engine/text/plx-normalize.h"
#include "ui/plx-failures-window.h"
#include "ui/plx-incoming.h"

/* The ways in for articles: files, folders and text, dropped, pasted or opened. */

/* A few files are read before a bar for them could be seen. */
#define REVEAL_DELAY_MS 250

/* @added says what else came of the import, or is NULL. */
static void
show_failures_toast (PlxWindow *self, const char *added)
{
  guint n_failures = self->failures->len;
  g_autofree char *failed = NULL;
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (n_failures == 1)
    {
      PlxImportFailure *failure = g_ptr_array_index (self->failures, 0);
      g_autofree char *name = g_path_get_basename (failure->name);

      /* Translators: the name of a file. */
      failed = g_strdup_printf (_ ("“%s” could not be read"), name);
    }
  else
    failed =
        g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read", n_failures), n_failures);
  /* Translators: two messages beside each other: “2 articles added”, then “3 files could not be read”. */
  message = added != NULL ? g_strdup_printf (_ ("%s · %s"), added, failed) : g_strdup (failed);

  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _ ("Details"));
  adw_toast_set_action_name (toast, "win.show-failures");
  adw_toast_set_timeout (toast, 0);
  plx_window_show_toast (self, toast, &self->failures_toast);
  self->failures_pending = FALSE;
}

/* Chooses the story that new articles are of; those that are of none, themselves. */
static void
choose_added (PlxWindow *self, GPtrArray *added)
{
  PlxStory *loose = plx_library_get_loose (self->library);
  PlxStory *story = plx_library_find_story (self->library, g_ptr_array_index (added, 0));

  if (story != NULL && story != loose)
    plx_sidebar_choose_story (self->sidebar, story);
  else
    plx_sidebar_choose_articles (self->sidebar, added);
}

/*
 * Sees to it that something is chosen after an addition. Where the article on show has gone to a story that the new
 * ones made, the choice went with its old row: then that story is chosen. The sidebar is asked, since it tells of a
 * lost choice only a moment later.
 */
static void
keep_choice (PlxWindow *self, GPtrArray *added)
{
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (self->sidebar, NULL);

  if (chosen->len == 0)
    choose_added (self, self->compared != NULL ? self->compared : added);
}

static void
show_added_cb (PlxWindow *self, AdwToast *toast)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  choose_added (self, g_object_get_data (G_OBJECT (toast), "added"));
}

static void
tell_addition (PlxWindow *self, const PlxLibraryAddition *addition)
{
  PlxStory *story = NULL;
  g_autofree char *message = NULL;

  if (addition->n_added == 0)
    message =
        g_strdup (ngettext ("This article is here already", "These articles are here already", addition->n_duplicates));
  else if (addition->n_duplicates == 0)
    message =
        g_strdup_printf (ngettext ("%u article added", "%u articles added", addition->n_added), addition->n_added);
  else
    message = g_strdup_printf (
        ngettext ("%u article added, %u here already", "%u articles added, %u here already", addition->n_added),
        addition->n_added, addition->n_duplicates);

  if (addition->n_added > 0)
    story = plx_library_find_story (self->library, g_ptr_array_index (addition->added, 0));
  if (story != NULL)
    keep_choice (self, addition->added);

  if (self->failures_pending)
    show_failures_toast (self, message);
  else if (story == NULL || self->compared == NULL || story == self->compared_story)
    plx_window_show_message (self, message);
  else
    {
      AdwToast *toast = adw_toast_new (message);

      /* What the user reads stays; the way to what is new is offered. */
      g_object_set_data_full (G_OBJECT (toast), "added", g_ptr_array_ref (addition->added),
                              (GDestroyNotify)g_ptr_array_unref);
      adw_toast_set_button_label (toast, _ ("Show"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_added_cb), self, G_CONNECT_SWAPPED);
      plx_window_show_toast (self, toast, &self->message_toast);
    }
}

static void
import_finished_cb (PlxWindow *self, PlxImportResult *result, PlxLibraryAddition *addition, gboolean cancelled)
{
  if (cancelled)
    {
      plx_window_show_message (self, _ ("Stopped; nothing was added"));
      return;
    }

  if (result->failures->len > 0)
    {
      g_ptr_array_set_size (self->failures, 0);
      for (guint i = 0; i < result->failures->len; i++)
        {
          const PlxImportFailure *failure = g_ptr_array_index (result->failures, i);
          g_autofree char *shown = plx_normalize_printable (failure->name);

          g_ptr_array_add (self->failures, plx_import_failure_copy (failure));
          g_printerr ("parallax: %s: %s\n", shown, failure->error->message);
        }
      self->failures_pending = TRUE;
    }
  if (addition != NULL)
    tell_addition (self, addition);
  else if (self->failures_pending)
    show_failures_toast (self, NULL);
  else
    plx_window_show_message (self, _ ("No articles found"));
  plx_window_update_page (self);
}

static void
import_progress_cb (PlxWindow *self)
{
  guint done = plx_import_operation_get_done (self->import);
  guint total = plx_import_operation_get_total (self->import);
  gboolean reading = plx_import_operation_get_phase (self->import) == PLX_IMPORT_PHASE_READING;
  g_autofree char *label = NULL;

  if (total > 1)
    {
      /* Translators: how many files or articles are done, and how many there are. */
      label =
          g_strdup_printf (reading ? _ ("Reading articles… %u of %u") : _ ("Grouping articles… %u of %u"), done, total);
      gtk_progress_bar_set_fraction (self->import_progress, (double)MIN (done, total) / total);
    }
  else
    {
      label = g_strdup (reading ? _ ("Reading articles…") : _ ("Grouping articles…"));
      gtk_progress_bar_pulse (self->import_progress);
    }
  gtk_label_set_label (self->import_label, label);
}

static gboolean
reveal_import_cb (gpointer user_data)
{
  PlxWindow *self = user_data;

  gtk_revealer_set_reveal_child (self->import_revealer, TRUE);
  import_progress_cb (self);
  /* Called again, since the bar of a single input moves without being told. */
  return G_SOURCE_CONTINUE;
}

static void
import_phase_cb (PlxWindow *self)
{
  gboolean running = plx_import_operation_get_phase (self->import) != PLX_IMPORT_PHASE_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", running);
  if (running && self->import_reveal_source == 0)
    self->import_reveal_source = g_timeout_add (REVEAL_DELAY_MS, reveal_import_cb, self);
  else if (!running)
    {
      g_clear_handle_id (&self->import_reveal_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->import_revealer, FALSE);
    }
}

static void
take_incoming (PlxWindow *self, PlxIncoming *incoming, const char *text_name)
{
  if (incoming->n_links > 0)
    plx_window_show_message (self, _ ("Links can’t be opened yet; drop the saved page"));
  if (incoming->files->len > 0)
    plx_import_operation_add_files (self->import, incoming->files);
  else if (incoming->texts->len > 0)
    plx_import_operation_add_text (self->import, incoming->texts, text_name);
  else if (incoming->n_links == 0)
    plx_window_show_message (self, _ ("There is no article in it"));
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (PlxIncoming) incoming = plx_incoming_read_finish (result, NULL);

  (void)source;
  if (!self->disposed && incoming != NULL)
    take_incoming (self, incoming, _ ("Pasted text"));
}

static void
drop_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (PlxIncoming) incoming = plx_incoming_read_finish (result, NULL);

  gdk_drop_finish (GDK_DROP (source), incoming != NULL ? GDK_ACTION_COPY : 0);
  if (!self->disposed && incoming != NULL)
    take_incoming (self, incoming, _ ("Dropped text"));
}

static void
drop_hidden_cb (PlxWindow *self)
{
  if (!gtk_revealer_get_child_revealed (self->drop_revealer) && !gtk_revealer_get_reveal_child (self->drop_revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->drop_revealer), FALSE);
}

static void
show_drop_state (PlxWindow *self, gboolean dropping)
{
  if (dropping)
    gtk_widget_set_visible (GTK_WIDGET (self->drop_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->drop_revealer, dropping);
}

/* What is dragged within the window is text of an article, which is here already. */
static gboolean
drop_accept_cb (PlxWindow *self, GdkDrop *drop)
{
  (void)self;
  return gdk_drop_get_drag (drop) == NULL && plx_incoming_accepts (gdk_drop_get_formats (drop));
}

static GdkDragAction
drop_enter_cb (PlxWindow *self, GdkDrop *drop, double x, double y)
{
  (void)drop;
  (void)x;
  (void)y;
  show_drop_state (self, TRUE);
  return GDK_ACTION_COPY;
}

static GdkDragAction
drop_motion_cb (PlxWindow *self, GdkDrop *drop, double x, double y)
{
  (void)self;
  (void)drop;
  (void)x;
  (void)y;
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (PlxWindow *self)
{
  show_drop_state (self, FALSE);
}

static gboolean
drop_cb (PlxWindow *self, GdkDrop *drop, double x, double y)
{
  (void)x;
  (void)y;
  show_drop_state (self, FALSE);
  plx_incoming_read_drop_async (drop, NULL, drop_read_cb, g_object_ref (self));
  return TRUE;
}

/* Sets up the import and the drop target. */
void
plx_window_init_import (PlxWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (plx_incoming_get_formats (), GDK_ACTION_COPY);

  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_import_failure_free);
  self->import = plx_import_operation_new (self->library);
  g_signal_connect_object (self->import, "progress", G_CALLBACK (import_progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "finished", G_CALLBACK (import_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::phase", G_CALLBACK (import_phase_cb), self, G_CONNECT_SWAPPED);
  import_phase_cb (self);

  g_signal_connect_object (target, "accept", G_CALLBACK (drop_accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  /* Before the texts below, which would take text for themselves. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->drop_revealer, "notify::child-revealed", G_CALLBACK (drop_hidden_cb), self,
                           G_CONNECT_SWAPPED);
}

void
plx_window_dispose_import (PlxWindow *self)
{
  g_clear_handle_id (&self->import_reveal_source, g_source_remove);
  g_clear_object (&self->import);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_object (&self->chooser);
}

/* Takes in what is on the clipboard. */
void
plx_window_paste (PlxWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!plx_incoming_accepts (gdk_clipboard_get_formats (clipboard)))
    plx_window_show_message (self, _ ("There is no article on the clipboard"));
  else
    plx_incoming_read_clipboard_async (clipboard, NULL, clipboard_read_cb, g_object_ref (self));
}

/* Lists what could not be read in the last import that met such files. */
void
plx_window_show_failures (PlxWindow *self)
{
  PlxFailuresWindow *window = plx_failures_window_new (self->failures);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * plx_window_import_files:
 * @self: a window
 * @files: (element-type GFile): files and folders
 *
 * Reads articles from files and folders in the background and adds them to the library.
 */
void
plx_window_import_files (PlxWindow *self, GPtrArray *files)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  plx_import_operation_add_files (self->import, files);
}

/**
 * plx_window_open_sample:
 * @self: a window
 *
 * Opens the articles that come with Parallax to try it on.
 */
void
plx_window_open_sample (PlxWindow *self)
{
  g_autofree char *path = plx_data_file_find ("sample-story");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PLX_IS_WINDOW (self));
  if (path == NULL)
    {
      plx_window_show_message (self, _ ("The sample story is missing; is Parallax installed whole?"));
      return;
    }
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_import_files (self, files);
}
