/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-application.h"

#include <glib/gi18n.h>

#include "ui/plx-about.h"
#include "ui/plx-window.h"

/**
 * PlxApplication:
 *
 * The application: one library, and a window on it. A second start hands its files to the first.
 */
struct _PlxApplication
{
  AdwApplication parent_instance;

  PlxLibrary *library;
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

/* The shortcuts window lists them; a test compares the two. */
static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "win.open", { "<Control>o" } },
  { "win.open-folder", { "<Control><Shift>o" } },
  { "win.paste", { "<Control>v" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.menu", { "F10" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.next-difference", { "<Alt>Down" } },
  { "win.previous-difference", { "<Alt>Up" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-reset", { "<Control>0" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

static PlxWindow *
ensure_window (PlxApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (PLX_IS_WINDOW (l->data))
        return l->data;
    }
  return plx_window_new (self);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  (void)action;
  (void)parameter;
  plx_about_show (gtk_application_get_active_window (user_data));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  (void)action;
  (void)parameter;
  /* Closed one by one, so that each can remember its size; the last one ends the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

/* A desktop's menu of the application asks for this, also where none runs yet. */
static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *window = ensure_window (user_data);

  (void)action;
  (void)parameter;
  gtk_window_present (GTK_WINDOW (window));
  plx_window_open_sample (window);
}

static const GActionEntry actions[] = {
  { .name = "open-sample", .activate = open_sample_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
plx_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PLX_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].accels);
}

static void
plx_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (PLX_APPLICATION (application))));
}

static void
plx_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlxWindow *window = ensure_window (PLX_APPLICATION (application));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  (void)hint;
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));
  gtk_window_present (GTK_WINDOW (window));
  plx_window_import_files (window, list);
}

static int
plx_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("parallax %s\n", PLX_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "sample"))
    {
      /* In the instance that runs already, if there is one. */
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("parallax: %s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
    }
  return -1;
}

static void
plx_application_finalize (GObject *object)
{
  g_clear_object (&PLX_APPLICATION (object)->library);

  G_OBJECT_CLASS (plx_application_parent_class)->finalize (object);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_application_finalize;
  application_class->startup = plx_application_startup;
  application_class->activate = plx_application_activate;
  application_class->open = plx_application_open;
  application_class->handle_local_options = plx_application_handle_local_options;
}

static void
plx_application_init (PlxApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample story"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  self->library = plx_library_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Compare how news outlets told one story"));
}

/**
 * plx_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION, "application-id", PLX_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/parallaxnews/Parallax", NULL);
}

/**
 * plx_application_get_library:
 * @self: the application
 *
 * Returns: (transfer none): the articles of all windows
 */
PlxLibrary *
plx_application_get_library (PlxApplication *self)
{
  g_return_val_if_fail (PLX_IS_APPLICATION (self), NULL);
  return self->library;
}
