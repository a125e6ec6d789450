/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "parallax"

#include "config.h"

#include "ui/plx-settings.h"

/* GLib ends a program whose schema is not installed. One that was moved, or runs from its build tree, has the schema
 * beside it instead. */
static GSettingsSchema *
find_schema (void)
{
  static const char *const beside_program[] = { "../share/glib-2.0/schemas", "../data" };
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = program != NULL ? g_path_get_dirname (program) : NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, PLX_APPLICATION_ID, TRUE);
  for (guint i = 0; schema == NULL && bin != NULL && i < G_N_ELEMENTS (beside_program); i++)
    {
      g_autofree char *folder = g_build_filename (bin, beside_program[i], NULL);
      g_autoptr (GSettingsSchemaSource) source =
          g_settings_schema_source_new_from_directory (folder, installed, FALSE, NULL);

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, PLX_APPLICATION_ID, FALSE);
    }

  return schema;
}

/**
 * plx_settings_get:
 *
 * The application's settings. Ends the program when their schema is nowhere, as GLib does, since nothing could be
 * remembered.
 *
 * Returns: (transfer none): the settings, one object for the whole program
 */
GSettings *
plx_settings_get (void)
{
  static GSettings *settings;

  if (g_once_init_enter (&settings))
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema “%s” is missing; is Parallax installed whole?", PLX_APPLICATION_ID);
      g_once_init_leave (&settings, g_settings_new_full (schema, NULL, NULL));
    }

  return settings;
}
