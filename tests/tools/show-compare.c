/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows files in the Compare view, in a window of their own: show-compare [options] FILE… */
#include "config.h"

#include <adwaita.h>

#include "engine/import/plx-import.h"
#include "ui/compare/plx-compare-view.h"

static int width = 1100;
static int height = 720;
static double zoom = 1.0;
static int reference;
static int row = -1;
static int dpi;
static char *font;
static gboolean dark;
static gboolean rtl;

static GtkWidget *view;

static gboolean
show_row_cb (gpointer data)
{
  (void)data;
  plx_compare_view_show_row (PLX_COMPARE_VIEW (view), row);
  return G_SOURCE_REMOVE;
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = plx_comparison_new_finish (result, &error);
  g_autofree guint *articles = NULL;
  guint n;

  (void)source;
  (void)data;
  if (comparison == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }
  n = plx_comparison_get_n_articles (comparison);
  articles = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    articles[i] = i;
  plx_compare_view_set_comparison (PLX_COMPARE_VIEW (view), comparison, articles, n, reference);
  if (row >= 0)
    g_timeout_add (300, show_row_cb, NULL);
}

static void
open_cb (GtkApplication *application, GFile **files, int n_files)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (inputs, files[i]);

  g_autoptr (PlxImportResult) result = plx_import_files (inputs, PLX_IMPORT_NONE, NULL, NULL, NULL);

  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (font != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  if (dpi > 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
  if (rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  view = plx_compare_view_new ();
  gtk_widget_set_vexpand (view, TRUE);
  plx_compare_view_set_zoom (PLX_COMPARE_VIEW (view), zoom);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  plx_comparison_new_async (result->articles, NULL, compared_cb, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS" },
    { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "Zoom of the text", "FACTOR" },
    { "reference", 0, 0, G_OPTION_ARG_INT, &reference, "Reference column, from 0", "COLUMN" },
    { "row", 0, 0, G_OPTION_ARG_INT, &row, "Row to go to, from 0", "ROW" },
    { "font", 0, 0, G_OPTION_ARG_STRING, &font, "Font of the interface", "FONT" },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &dpi, "Resolution for text; 96 is a text scale of 1", "DPI" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  application =
      adw_application_new ("io.github.parallaxnews.ShowCompare", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/parallaxnews/Parallax");
  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
