/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-window-private.h"

#include <glib/gi18n.h>

#include "ui/plx-settings.h"

/* What the window's menus, buttons and keys do. */

static const char *const highlight_settings[] = {
  "highlight-people", "highlight-organisations", "highlight-places", "highlight-groups", "highlight-dates",
};

/* Actions of the window that the compare view does under another name. */
static const struct
{
  const char *window;
  const char *view;
} compare_actions[] = {
  { "win.next-difference", "compare.next-difference" },
  { "win.previous-difference", "compare.previous-difference" },
  { "win.zoom-in", "compare.zoom-in" },
  { "win.zoom-out", "compare.zoom-out" },
  { "win.zoom-reset", "compare.zoom-reset" },
};

static void
remember_folder (GFile *file, GFileType type)
{
  g_autoptr (GFile) folder = type == G_FILE_TYPE_DIRECTORY ? g_object_ref (file) : g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (plx_settings_get (), "last-folder", uri);
}

static void
chooser_response_cb (PlxWindow *self, int response, GtkFileChooserNative *chooser)
{
  gboolean folder = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
    }
  g_clear_object (&self->chooser);
  if (files->len == 0)
    return;
  remember_folder (g_ptr_array_index (files, 0), folder ? G_FILE_TYPE_DIRECTORY : G_FILE_TYPE_REGULAR);
  plx_window_import_files (self, files);
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "txt", "text", "md", "html", "htm", "xhtml" };
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (articles, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
show_chooser (PlxWindow *self, gboolean folder)
{
  g_autofree char *last_folder = g_settings_get_string (plx_settings_get (), "last-folder");

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (
      folder ? _ ("Open Folder") : _ ("Open Files"), GTK_WINDOW (self),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  if (!folder)
    add_filters (GTK_FILE_CHOOSER (self->chooser));
  if (*last_folder != '\0')
    {
      g_autoptr (GFile) file = g_file_new_for_uri (last_folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
    }
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)parameter;
  show_chooser (PLX_WINDOW (widget), g_str_equal (name, "win.open-folder"));
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)name;
  (void)parameter;
  plx_window_open_sample (PLX_WINDOW (widget));
}

/* Where text is being typed, pasting belongs to it. */
static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));
  gboolean typing = focus != NULL
                    && ((GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
                        || (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))));

  (void)parameter;
  if (typing && g_str_equal (name, "win.paste"))
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
  else
    plx_window_paste (PLX_WINDOW (widget));
}

static void
cancel_import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)name;
  (void)parameter;
  plx_import_operation_cancel (PLX_WINDOW (widget)->import);
}

static void
show_failures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)name;
  (void)parameter;
  plx_window_show_failures (PLX_WINDOW (widget));
}

static void
compare_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)name;
  (void)parameter;
  plx_window_compare_again (PLX_WINDOW (widget));
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = PLX_WINDOW (widget)->flap;

  (void)name;
  (void)parameter;
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  (void)name;
  (void)parameter;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  g_object_set (self->sidebar, "search-mode", TRUE, NULL);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  (void)name;
  (void)parameter;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

/* Made only when asked for: it is a large part of a window's widgets. */
static void
show_help_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/parallaxnews/Parallax/ui/plx-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  (void)name;
  (void)parameter;
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  (void)parameter;
  for (guint i = 0; i < G_N_ELEMENTS (compare_actions); i++)
    {
      if (g_str_equal (name, compare_actions[i].window))
        gtk_widget_activate_action (GTK_WIDGET (self->compare_view), compare_actions[i].view, NULL);
    }
}

/* Declares the actions in PlxWindow's class. */
void
plx_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.paste-articles", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import_action);
  gtk_widget_class_install_action (widget_class, "win.show-failures", NULL, show_failures_action);
  gtk_widget_class_install_action (widget_class, "win.compare-again", NULL, compare_again_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay_action);
  for (guint i = 0; i < G_N_ELEMENTS (compare_actions); i++)
    gtk_widget_class_install_action (widget_class, compare_actions[i].window, NULL, compare_action);
}

/* Adds the actions that are settings, and has the compare view follow them. */
void
plx_window_init_actions (PlxWindow *self)
{
  GSettings *settings = plx_settings_get ();

  for (guint i = 0; i < G_N_ELEMENTS (highlight_settings); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, highlight_settings[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
      g_settings_bind (settings, highlight_settings[i], self->compare_view, highlight_settings[i],
                       G_SETTINGS_BIND_DEFAULT);
    }
  g_settings_bind (settings, "zoom", self->compare_view, "zoom", G_SETTINGS_BIND_DEFAULT);
}

/* Only what can be done now can be clicked. */
void
plx_window_update_actions (PlxWindow *self)
{
  gboolean shown = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "compare");
  gboolean differ = shown && self->comparison != NULL && plx_comparison_get_n_articles (self->comparison) > 1;

  gtk_widget_set_visible (self->highlights_button, shown);
  gtk_widget_set_visible (self->difference_box, differ);
  for (guint i = 0; i < G_N_ELEMENTS (compare_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), compare_actions[i].window,
                                   strstr (compare_actions[i].window, "difference") != NULL ? differ : shown);
}
