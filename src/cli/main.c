/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "cli/plx-cli.h"

int
main (int argc, char **argv)
{
  PlxCliOptions options = { 0 };
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PLX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("parallax-cli");

  status = plx_cli_options_parse (&options, argc, argv);
  if (status < 0)
    status = plx_cli_run (&options);
  plx_cli_options_clear (&options);

  return status;
}
