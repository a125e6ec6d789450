/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * plx_about_show:
 * @parent: the window to stand before
 *
 * Tells what Parallax is, its version and licence, and whose data it rests on.
 */
void
plx_about_show (GtkWindow *parent)
{
  /* Names of works and licences, which are the same in every language. */
  static const char *data[] = {
    "GeoNames (CC BY 4.0)",
    "Wikinews (CC BY 2.5)",
    "MEANTIME (CC BY 4.0)",
    "GUM (CC BY 4.0)",
    "Groningen Meaning Bank",
    "WordNet",
    "Unicode CLDR",
    "iso-codes",
    NULL,
  };
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);

  adw_about_window_set_application_name (about, _ ("Parallax"));
  adw_about_window_set_application_icon (about, PLX_APPLICATION_ID);
  adw_about_window_set_version (about, PLX_VERSION);
  adw_about_window_set_developer_name (about, _ ("The Parallax contributors"));
  adw_about_window_set_comments (about, _ ("Compare how news outlets told one story: what each of them says, in which "
                                           "words, and what it leaves out."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: replace with your names, one on a line. */
  adw_about_window_set_translator_credits (about, _ ("translator-credits"));
  adw_about_window_add_acknowledgement_section (about, _ ("Data from"), data);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
