/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-failures-window.h"

#include <glib/gi18n.h>

#include "engine/import/plx-import.h"

/* More rows than anybody reads; what is copied has them all. */
#define MAX_ROWS 500

/**
 * PlxFailuresWindow:
 *
 * A list of the files that gave no article, each with the reason.
 */
struct _PlxFailuresWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkListBox *list;
  GString *text;
};

G_DEFINE_FINAL_TYPE (PlxFailuresWindow, plx_failures_window, ADW_TYPE_WINDOW)

static void
add_row (PlxFailuresWindow *self, const PlxImportFailure *failure)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (failure->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), failure->error->message);
  gtk_widget_set_tooltip_text (row, failure->name);
  gtk_list_box_append (self->list, row);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void)name;
  (void)parameter;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), PLX_FAILURES_WINDOW (widget)->text->str);
}

static void
plx_failures_window_finalize (GObject *object)
{
  g_string_free (PLX_FAILURES_WINDOW (object)->text, TRUE);

  G_OBJECT_CLASS (plx_failures_window_parent_class)->finalize (object);
}

static void
plx_failures_window_class_init (PlxFailuresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_failures_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/parallaxnews/Parallax/ui/plx-failures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresWindow, list);
  gtk_widget_class_install_action (widget_class, "failures.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_failures_window_init (PlxFailuresWindow *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_failures_window_new:
 * @failures: (element-type PlxImportFailure): inputs that gave no article
 *
 * Returns: (transfer none): a window that lists them; GTK keeps it until it is closed
 */
PlxFailuresWindow *
plx_failures_window_new (GPtrArray *failures)
{
  PlxFailuresWindow *self = g_object_new (PLX_TYPE_FAILURES_WINDOW, NULL);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < failures->len; i++)
    {
      const PlxImportFailure *failure = g_ptr_array_index (failures, i);

      if (i < MAX_ROWS)
        add_row (self, failure);
      g_string_append_printf (self->text, "%s: %s\n", failure->name, failure->error->message);
    }
  if (failures->len > MAX_ROWS)
    {
      subtitle = g_strdup_printf (_ ("The first %u of %u"), MAX_ROWS, failures->len);
      adw_window_title_set_subtitle (self->window_title, subtitle);
    }

  return self;
}
