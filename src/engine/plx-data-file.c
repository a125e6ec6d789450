/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-data"

#include "config.h"

#include "engine/plx-data-file.h"

/* Folders that may hold the data, best first: what the environment says, what lies beside the program (a relocated
 * prefix, or the build tree), what was configured. */
static GPtrArray *
candidate_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *override = g_getenv ("PARALLAX_DATA_DIR");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (override != NULL && *override != '\0')
    g_ptr_array_add (folders, g_strdup (override));
  if (program != NULL)
    {
      g_autofree char *bin = g_path_get_dirname (program);

      g_ptr_array_add (folders, g_build_filename (bin, "..", "share", "parallax", NULL));
      g_ptr_array_add (folders, g_build_filename (bin, "..", "data", NULL));
      g_ptr_array_add (folders, g_build_filename (bin, "..", "..", "data", NULL));
    }
  g_ptr_array_add (folders, g_strdup (PLX_DATA_DIR));

  return folders;
}

/**
 * plx_data_file_map:
 * @name: path of a data file below the data folder, as "models/names.en.plx"
 * @error: set in %G_FILE_ERROR when the file is nowhere
 *
 * Maps one of the data files that Parallax ships into memory.
 *
 * Returns: (transfer full) (nullable): the read-only mapping
 */
GMappedFile *
plx_data_file_map (const char *name, GError **error)
{
  g_autoptr (GPtrArray) folders = candidate_folders ();

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), name, NULL);
      GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);

      if (file != NULL)
        return file;
    }

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "Data file “%s” is missing; is Parallax installed whole?",
               name);
  return NULL;
}

/**
 * plx_data_file_find:
 * @name: path of a data file or folder below the data folder, as "sample-story"
 *
 * Returns: (transfer full) (nullable): its path, or %NULL when it is nowhere
 */
char *
plx_data_file_find (const char *name)
{
  g_autoptr (GPtrArray) folders = candidate_folders ();

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return NULL;
}
