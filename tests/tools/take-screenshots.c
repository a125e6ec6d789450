/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the pictures that README and metainfo show, of the real window with the sample story:
 *   PARALLAX_DATA_DIR=data tests/tools/with-display build/tests/tools/take-screenshots OUTPUT_FOLDER */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/plx-window-private.h"

/* The size of the pictures for software centres, and of the one for the README. */
#define WIDTH           1000
#define HEIGHT          700
#define OVERVIEW_WIDTH  1440
#define OVERVIEW_HEIGHT 900

/* Long enough for a frame, its fonts and every transition to have come to rest. */
#define SETTLE_MILLISECONDS 1500

static const char *output_folder;

static gboolean
settled_cb (gpointer done)
{
  *(gboolean *)done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean done = FALSE;

  g_timeout_add (SETTLE_MILLISECONDS, settled_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (GtkWidget *window, const char *name)
{
  settle ();

  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autofree char *path = g_build_filename (output_folder, name, NULL);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window));

  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);

  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_autoptr (GdkTexture) texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);

  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

/* The default size counts what the toolkit draws around a window too. */
static void
resize (GtkWidget *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  settle ();
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * width - gtk_widget_get_width (window),
                               2 * height - gtk_widget_get_height (window));
  settle ();
}

/* Shows where the sources begin to tell the same, rather than what only one of them opens with. */
static void
show_beginning (PlxWindow *window)
{
  guint n_articles = plx_comparison_get_n_articles (window->comparison);

  plx_compare_view_show_passage (window->compare_view, n_articles - 1, 9, 0);
  settle ();
  plx_compare_view_show_passage (window->compare_view, 1, 2, 0);
  settle ();
}

static void
activate_cb (PlxApplication *application)
{
  GtkWidget *widget = GTK_WIDGET (plx_window_new (application));
  PlxWindow *window = PLX_WINDOW (widget);

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_present (GTK_WINDOW (window));
  /* Framed as on a desktop whose compositor draws shadows. */
  gtk_widget_remove_css_class (widget, "solid-csd");
  gtk_widget_add_css_class (widget, "csd");
  resize (widget, WIDTH, HEIGHT);
  save (widget, "empty.png");

  plx_window_open_sample (window);
  while (window->comparison == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The toast that says what went in has to be gone. */
  for (int i = 0; i < 4; i++)
    settle ();
  resize (widget, OVERVIEW_WIDTH, OVERVIEW_HEIGHT);
  show_beginning (window);
  save (widget, "overview.png");

  /* Here the columns need the room that the stories take. */
  adw_flap_set_reveal_flap (window->flap, FALSE);
  resize (widget, WIDTH, HEIGHT);
  show_beginning (window);
  save (widget, "compare.png");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  save (widget, "compare-dark.png");
  g_application_quit (G_APPLICATION (application));
}

int
main (int argc, char **argv)
{
  g_autoptr (PlxApplication) application = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: take-screenshots OUTPUT_FOLDER\n");
      return 2;
    }
  output_folder = argv[1];
  g_mkdir_with_parents (output_folder, 0755);
  application = plx_application_new ();
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
