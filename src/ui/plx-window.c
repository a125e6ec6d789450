/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-window.h"

struct _PlxWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
plx_window_class_init (PlxWindowClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/parallaxnews/Parallax/ui/plx-window.ui");
}

static void
plx_window_init (PlxWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxWindow *
plx_window_new (PlxApplication *application)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);
}
