/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-import-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-import-error.h"
#include "engine/import/plx-import-limits.h"

#define ATTRIBUTES                                                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN            \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP "," G_FILE_ATTRIBUTE_ID_FILE

typedef struct
{
  GFile *file;
  guint depth;
} Waiting;

struct _PlxImportWalk
{
  /* A stack: the top is next. */
  GPtrArray *waiting;
  /* Identifiers of the folders opened, against links that lead back up. */
  GHashTable *opened;
  guint n_files;
  guint n_entries;
};

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->file);
  g_free (waiting);
}

static void
push (PlxImportWalk *walk, GFile *file, guint depth)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->file = g_object_ref (file);
  waiting->depth = depth;
  g_ptr_array_add (walk->waiting, waiting);
}

/**
 * plx_import_item_free:
 * @item: (transfer full): an item
 *
 * Frees an item.
 */
void
plx_import_item_free (PlxImportItem *item)
{
  g_clear_object (&item->file);
  g_free (item->name);
  g_clear_error (&item->error);
  g_free (item);
}

/**
 * plx_import_walk_new:
 * @files: (element-type GFile): files and folders
 *
 * Returns: (transfer full): a walk over them
 */
PlxImportWalk *
plx_import_walk_new (GPtrArray *files)
{
  PlxImportWalk *walk = g_new0 (PlxImportWalk, 1);

  walk->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)waiting_free);
  walk->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = files->len; i-- > 0;)
    push (walk, g_ptr_array_index (files, i), 0);

  return walk;
}

/**
 * plx_import_walk_free:
 * @walk: (transfer full): a walk
 *
 * Frees a walk.
 */
void
plx_import_walk_free (PlxImportWalk *walk)
{
  g_ptr_array_unref (walk->waiting);
  g_hash_table_unref (walk->opened);
  g_free (walk);
}

/**
 * plx_import_walk_get_n_waiting:
 * @walk: a walk
 *
 * Returns: how many files and unopened folders are known to come
 */
guint
plx_import_walk_get_n_waiting (PlxImportWalk *walk)
{
  return walk->waiting->len;
}

static PlxImportItem *
item_new (GFile *file, GError *error)
{
  PlxImportItem *item = g_new0 (PlxImportItem, 1);

  item->file = g_object_ref (file);
  item->name = g_file_get_parse_name (file);
  item->error = error;

  return item;
}

static GError *
error_too_many (void)
{
  return g_error_new (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                      _ ("It was left out, since one import takes in at most %u files."), PLX_IMPORT_MAX_FILES);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Waiting *left = *(Waiting *const *)a;
  const Waiting *right = *(Waiting *const *)b;
  g_autofree char *left_name = g_file_get_basename (left->file);
  g_autofree char *right_name = g_file_get_basename (right->file);

  /* Bytes, so that the order is the same everywhere; backwards, as the stack's top comes first. */
  return strcmp (right_name, left_name);
}

static gboolean
wants (GFileInfo *info)
{
  GFileType type = g_file_info_get_file_type (info);

  return !g_file_info_get_is_hidden (info) && !g_file_info_get_is_backup (info)
         && (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_SYMBOLIC_LINK);
}

/* Puts a folder's entries on the stack. Returns why it could not, or NULL. */
static GError *
open_folder (PlxImportWalk *walk, GFile *folder, guint depth, GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) entries = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)waiting_free);
  GError *error = NULL;

  if (depth >= PLX_IMPORT_MAX_DEPTH)
    return g_error_new (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                        _ ("It was not opened, since it lies more than %u folders deep."), PLX_IMPORT_MAX_DEPTH);
  entries = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, &error);
  if (entries == NULL)
    return error;
  for (;;)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (entries, &info, &child, cancellable, &error))
        return error;
      if (info == NULL)
        break;
      if (++walk->n_entries > PLX_IMPORT_MAX_ENTRIES)
        return error_too_many ();
      if (wants (info))
        {
          Waiting *waiting = g_new (Waiting, 1);

          waiting->file = g_object_ref (child);
          waiting->depth = depth + 1;
          g_ptr_array_add (found, waiting);
        }
    }
  if (found->len == 0)
    return g_error_new_literal (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE,
                                _ ("There is no article in this folder."));
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_extend_and_steal (walk->waiting, g_steal_pointer (&found));

  return NULL;
}

/* Readable by anyone, and of a kind that ends: a device or a pipe is read only when it is named itself. */
static PlxImportItem *
visit (PlxImportWalk *walk, const Waiting *waiting, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (waiting->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  GFileType type = info != NULL ? g_file_info_get_file_type (info) : G_FILE_TYPE_UNKNOWN;
  const char *id = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE) : NULL;
  GError *problem;

  if (info == NULL)
    return item_new (waiting->file, g_steal_pointer (&error));
  /* A link is followed; where it leads to nothing, what is seen is the link. */
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    return item_new (waiting->file, g_error_new_literal (PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNREADABLE,
                                                         _ ("It is a link to a file that is not there.")));
  if (type != G_FILE_TYPE_DIRECTORY)
    {
      if (waiting->depth > 0 && type != G_FILE_TYPE_REGULAR)
        return NULL;
      if (++walk->n_files > PLX_IMPORT_MAX_FILES)
        {
          g_ptr_array_set_size (walk->waiting, 0);
          return item_new (waiting->file, error_too_many ());
        }
      return item_new (waiting->file, NULL);
    }
  /* A link that leads back to a folder opened before. */
  if (id != NULL && !g_hash_table_add (walk->opened, g_strdup (id)))
    return NULL;
  problem = open_folder (walk, waiting->file, waiting->depth, cancellable);

  return problem != NULL ? item_new (waiting->file, problem) : NULL;
}

/**
 * plx_import_walk_next:
 * @walk: a walk
 * @cancellable: (nullable): to stop early
 *
 * Goes on to the next file, opening folders on the way: entries in byte order of their names, hidden ones and backups
 * left out, no folder twice. A folder without entries, one too deep and one that cannot be opened come as items with
 * an error.
 *
 * Returns: (transfer full) (nullable): the next file, or %NULL at the end
 */
PlxImportItem *
plx_import_walk_next (PlxImportWalk *walk, GCancellable *cancellable)
{
  while (walk->waiting->len > 0 && !g_cancellable_is_cancelled (cancellable))
    {
      Waiting *waiting = g_ptr_array_steal_index (walk->waiting, walk->waiting->len - 1);
      PlxImportItem *item = visit (walk, waiting, cancellable);

      waiting_free (waiting);
      if (item != NULL)
        return item;
    }

  return NULL;
}
