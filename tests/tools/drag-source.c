/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

/* drag-source files PATH… | text TEXT | html HTML TEXT: a window that can be dragged from anywhere in it, as another
 * program would offer its files or its text. */

static GdkContentProvider *
files_provider (int n_paths, char **paths)
{
  GSList *files = NULL;
  GdkFileList *list;
  GdkContentProvider *provider;

  for (int i = n_paths; i-- > 0;)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (paths[i]));
  list = gdk_file_list_new_from_list (files);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);
  return provider;
}

static GdkContentProvider *
html_provider (const char *html, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *forms[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

int
main (int argc, char **argv)
{
  GtkWidget *window, *label;
  GtkDragSource *source;
  g_autoptr (GdkContentProvider) provider = NULL;

  gtk_init ();
  if (argc > 2 && g_str_equal (argv[1], "files"))
    provider = files_provider (argc - 2, argv + 2);
  else if (argc == 3 && g_str_equal (argv[1], "text"))
    provider = gdk_content_provider_new_typed (G_TYPE_STRING, argv[2]);
  else if (argc == 4 && g_str_equal (argv[1], "html"))
    provider = html_provider (argv[2], argv[3]);
  else
    {
      g_printerr ("usage: drag-source files PATH… | text TEXT | html HTML TEXT\n");
      return 2;
    }

  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, provider);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  label = gtk_label_new ("Drag from here");
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 120);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
