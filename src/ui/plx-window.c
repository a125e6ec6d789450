/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-window-private.h"

#include <glib/gi18n.h>

#include "ui/plx-settings.h"

/**
 * PlxWindow:
 *
 * The window: stories at the side, what was chosen of them laid side by side.
 */
G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

#define MAX_COLUMNS 8

/* Shorter than this, a spinner would only flash. */
#define SPINNER_DELAY_MS 200

static gboolean
same_articles (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
        return FALSE;
    }
  return TRUE;
}

static guint
reference_index (PlxWindow *self)
{
  guint index;

  if (self->reference != NULL && g_ptr_array_find (self->compared, self->reference, &index))
    return index;
  return 0;
}

static void
show_page (PlxWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0);
  plx_window_update_actions (self);
}

static void
update_title (PlxWindow *self)
{
  const char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *full = NULL;

  if (self->compared != NULL)
    {
      PlxArticle *first = g_ptr_array_index (self->compared, 0);
      guint n_articles = self->compared->len;

      label = plx_article_dup_label (first);
      if (n_articles > 1 && self->compared_story != NULL)
        title = plx_story_get_title (self->compared_story);
      if (title == NULL)
        title = plx_article_get_title (first);
      if (title == NULL)
        title = label;
      subtitle = n_articles == 1 ? g_strdup (title != label ? label : "")
                                 : g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
    }
  /* Translators: the title of the window: a story's title, then the application's name. */
  full = title != NULL ? g_strdup_printf (_ ("%s – Parallax"), title) : g_strdup (_ ("Parallax"));
  gtk_window_set_title (GTK_WINDOW (self), full);
  /* Beside the sidebar, which says so already, the name of the application would stand twice. */
  adw_window_title_set_title (self->window_title, title != NULL                           ? title
                                                  : adw_flap_get_reveal_flap (self->flap) ? ""
                                                                                          : _ ("Parallax"));
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
}

static void
show_comparison (PlxWindow *self)
{
  g_autofree guint *articles = g_new (guint, self->compared->len);

  for (guint i = 0; i < self->compared->len; i++)
    articles[i] = i;
  plx_compare_view_set_comparison (self->compare_view, self->comparison, articles, self->compared->len,
                                   reference_index (self));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = plx_comparison_new_finish (result, &error);

  (void)source;
  /* Only the newest request matters; the others were cancelled. */
  if (self->disposed || g_task_get_cancellable (G_TASK (result)) != self->compare_cancellable)
    return;
  g_clear_object (&self->compare_cancellable);
  if (comparison == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
      return;
    }

  g_set_object (&self->comparison, comparison);
  show_comparison (self);
  plx_sidebar_set_comparison (self->sidebar, comparison);
  show_page (self, "compare");
}

static gboolean
show_loading_cb (gpointer user_data)
{
  PlxWindow *self = user_data;

  if (!self->disposed && self->compare_cancellable != NULL)
    show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
forget_comparison (PlxWindow *self)
{
  g_cancellable_cancel (self->compare_cancellable);
  g_clear_object (&self->compare_cancellable);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  g_clear_object (&self->compared_story);
  g_clear_object (&self->comparison);
  plx_compare_view_set_comparison (self->compare_view, NULL, NULL, 0, 0);
  plx_sidebar_set_comparison (self->sidebar, NULL);
}

static void
sidebar_chosen_cb (PlxWindow *self)
{
  PlxStory *story;
  g_autoptr (GPtrArray) chosen = plx_sidebar_dup_chosen (self->sidebar, &story);
  guint n_chosen = chosen->len;

  if (n_chosen == 0)
    {
      forget_comparison (self);
      plx_window_update_page (self);
      update_title (self);
      return;
    }

  if (n_chosen > MAX_COLUMNS)
    g_ptr_array_set_size (chosen, MAX_COLUMNS);
  g_set_object (&self->compared_story, story);
  if (!same_articles (chosen, self->compared))
    {
      if (n_chosen > MAX_COLUMNS)
        {
          g_autofree char *message =
              g_strdup_printf (_ ("Comparing the first %u of %u articles"), MAX_COLUMNS, n_chosen);

          plx_window_show_message (self, message);
        }
      g_clear_pointer (&self->compared, g_ptr_array_unref);
      self->compared = g_steal_pointer (&chosen);
      plx_window_compare_again (self);
    }
  update_title (self);
}

static void
sidebar_activated_cb (PlxWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
undo_cb (PlxWindow *self, AdwToast *toast)
{
  PlxLibraryUndo *undo = g_object_get_data (G_OBJECT (toast), "undo");

  plx_library_restore (self->library, undo);
  plx_window_update_page (self);
}

static void
show_undo (PlxWindow *self, const char *message, PlxLibraryUndo *undo)
{
  AdwToast *toast = adw_toast_new (message);

  g_object_set_data_full (G_OBJECT (toast), "undo", undo, (GDestroyNotify)plx_library_undo_free);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  if (self->message_toast != NULL)
    adw_toast_dismiss (self->message_toast);
  plx_window_show_toast (self, toast, &self->undo_toast);
}

static void
sidebar_remove_cb (PlxWindow *self, GPtrArray *articles)
{
  guint n_articles = articles->len;
  g_autofree char *message =
      g_strdup_printf (ngettext ("%u article removed", "%u articles removed", n_articles), n_articles);
  PlxStory *chosen_story;
  g_autoptr (PlxStory) story = NULL;

  /* What is left of the story is compared in its place. */
  g_ptr_array_unref (plx_sidebar_dup_chosen (self->sidebar, &chosen_story));
  story = chosen_story != NULL ? g_object_ref (chosen_story) : NULL;
  show_undo (self, message, plx_library_remove (self->library, articles));
  if (story != NULL)
    plx_sidebar_choose_story (self->sidebar, story);
  plx_window_update_page (self);
}

static void
sidebar_move_cb (PlxWindow *self, GPtrArray *articles, PlxStory *story)
{
  guint n_articles = articles->len;
  PlxLibraryUndo *undo = NULL;
  g_autofree char *message = NULL;

  if (story != NULL)
    undo = plx_library_move (self->library, articles, story);
  else
    story = plx_library_new_story (self->library, articles, NULL, &undo);
  message = g_strdup_printf (ngettext ("%u article moved to “%s”", "%u articles moved to “%s”", n_articles), n_articles,
                             plx_story_get_title (story));
  show_undo (self, message, undo);
}

static void
reference_requested_cb (PlxWindow *self, guint article)
{
  /* The view puts the columns in order itself; it is remembered for the next comparison of these articles. */
  if (self->comparison != NULL && article < plx_comparison_get_n_articles (self->comparison))
    g_set_object (&self->reference, plx_comparison_get_article (self->comparison, article));
}

static void
flap_changed_cb (PlxWindow *self)
{
  gboolean beside = adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap);

  /* In a narrow window the list comes and goes by itself. */
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (plx_settings_get (), "sidebar-visible", adw_flap_get_reveal_flap (self->flap));
  adw_header_bar_set_show_start_title_buttons (self->header, !beside);
  gtk_widget_set_visible (self->show_stories_button, !beside);
  update_title (self);
}

static gboolean
plx_window_close_request (GtkWindow *window)
{
  PlxWindow *self = PLX_WINDOW (window);

  if (self->import != NULL)
    plx_import_operation_cancel (self->import);
  return GTK_WINDOW_CLASS (plx_window_parent_class)->close_request (window);
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  self->disposed = TRUE;
  plx_window_dispose_import (self);
  g_clear_weak_pointer (&self->message_toast);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_weak_pointer (&self->failures_toast);
  g_cancellable_cancel (self->compare_cancellable);
  g_clear_object (&self->compare_cancellable);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  g_clear_object (&self->compared_story);
  g_clear_object (&self->reference);
  g_clear_object (&self->comparison);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = plx_window_close_request;

  g_type_ensure (PLX_TYPE_SIDEBAR);
  g_type_ensure (PLX_TYPE_COMPARE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/parallaxnews/Parallax/ui/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, highlights_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, difference_box);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, show_stories_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, compare_view);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, import_revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, import_label);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, import_progress);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, drop_label);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_move_cb);
  plx_window_install_actions (widget_class);
}

static void
plx_window_init (PlxWindow *self)
{
  GSettings *settings = plx_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-visible", self->flap, "reveal-flap", G_SETTINGS_BIND_GET_NO_CHANGES);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (flap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_view, "reference-requested", G_CALLBACK (reference_requested_cb), self,
                           G_CONNECT_SWAPPED);
  plx_window_init_actions (self);
  flap_changed_cb (self);
}

/**
 * plx_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window on the application's library; the application keeps it
 */
PlxWindow *
plx_window_new (PlxApplication *application)
{
  PlxWindow *self = g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);

  self->library = g_object_ref (plx_application_get_library (application));
  plx_window_init_import (self);
  plx_sidebar_set_stories (self->sidebar, G_LIST_MODEL (self->library), plx_library_get_loose (self->library));
  plx_window_update_page (self);
  return self;
}

/* Puts @toast before the user now. The older one of its kind, which @place remembers, would only come back later, when
 * what it says is past. */
void
plx_window_show_toast (PlxWindow *self, AdwToast *toast, AdwToast **place)
{
  if (place != NULL)
    {
      if (*place != NULL)
        adw_toast_dismiss (*place);
      g_set_weak_pointer (place, toast);
    }
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
plx_window_show_message (PlxWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 3);
  plx_window_show_toast (self, toast, &self->message_toast);
}

/* Starts the comparison of the chosen articles anew; a slow one shows that it runs, and the old one stays until then.
 */
void
plx_window_compare_again (PlxWindow *self)
{
  g_return_if_fail (self->compared != NULL);

  g_cancellable_cancel (self->compare_cancellable);
  g_clear_object (&self->compare_cancellable);
  self->compare_cancellable = g_cancellable_new ();
  plx_comparison_new_async (self->compared, self->compare_cancellable, compared_cb, g_object_ref (self));
  g_timeout_add_full (G_PRIORITY_DEFAULT, SPINNER_DELAY_MS, show_loading_cb, g_object_ref (self), g_object_unref);
}

/* Shows the page for a window in which nothing is compared. */
void
plx_window_update_page (PlxWindow *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 0
                   && g_list_model_get_n_items (G_LIST_MODEL (plx_library_get_loose (self->library))) == 0;

  if (self->compared == NULL)
    show_page (self, empty ? "empty" : "choose");
}
