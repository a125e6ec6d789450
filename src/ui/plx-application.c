/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-application.h"

#include "ui/plx-window.h"

struct _PlxApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

static void
plx_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (plx_window_new (PLX_APPLICATION (application)));
  gtk_window_present (window);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = plx_application_activate;
}

static void
plx_application_init (PlxApplication *self)
{
  (void)self;
}

PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION, "application-id", PLX_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/parallaxnews/Parallax", NULL);
}
