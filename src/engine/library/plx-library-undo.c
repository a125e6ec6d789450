/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/library/plx-library-private.h"

/* Where an article stood. */
typedef struct
{
  PlxLibraryEntry *entry;
  PlxStory *story;
  guint position;
  gboolean placed_by_user;
} Standing;

struct _PlxLibraryUndo
{
  GArray *standings;
  /* The stories that had those articles, and where they stood among the stories. */
  GPtrArray *stories;
  GArray *positions;
};

/**
 * plx_library_undo_new:
 *
 * Returns: (transfer full): the record of a change that has not begun
 */
PlxLibraryUndo *
plx_library_undo_new (void)
{
  PlxLibraryUndo *undo = g_new0 (PlxLibraryUndo, 1);

  undo->standings = g_array_new (FALSE, FALSE, sizeof (Standing));
  undo->stories = g_ptr_array_new_with_free_func (g_object_unref);
  undo->positions = g_array_new (FALSE, FALSE, sizeof (guint));

  return undo;
}

/**
 * plx_library_undo_get_stories:
 * @undo: the record of a change
 *
 * Returns: (transfer none) (element-type PlxStory): the stories that the articles recorded so far stood in, but for
 *   the list of loose articles
 */
GPtrArray *
plx_library_undo_get_stories (const PlxLibraryUndo *undo)
{
  return undo->stories;
}

static gboolean
is_recorded (const PlxLibraryUndo *undo, const PlxLibraryEntry *entry)
{
  for (guint i = 0; i < undo->standings->len; i++)
    if (g_array_index (undo->standings, Standing, i).entry == entry)
      return TRUE;
  return FALSE;
}

/**
 * plx_library_undo_record:
 * @undo: the record of a change
 * @self: the library
 * @entry: an article that the change is going to move or remove
 *
 * Records where an article stands.
 */
void
plx_library_undo_record (PlxLibraryUndo *undo, PlxLibrary *self, PlxLibraryEntry *entry)
{
  Standing standing = { NULL, NULL, 0, entry->placed_by_user };
  guint position;

  standing.entry = g_atomic_rc_box_acquire (entry);
  standing.story = g_object_ref (entry->story);
  plx_story_find (entry->story, entry->article, &standing.position);
  g_array_append_val (undo->standings, standing);

  if (!g_ptr_array_find (undo->stories, entry->story, NULL)
      && g_list_store_find (self->stories, entry->story, &position))
    {
      g_ptr_array_add (undo->stories, g_object_ref (entry->story));
      g_array_append_val (undo->positions, position);
    }
}

/**
 * plx_library_undo_record_last:
 * @undo: the record of a change, with all articles that it moves or removes
 * @self: the library
 * @story: a story that some of them are in
 *
 * Records the article of a story that the change leaves alone in it, because it has to leave it then as well.
 */
void
plx_library_undo_record_last (PlxLibraryUndo *undo, PlxLibrary *self, PlxStory *story)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (story));
  PlxLibraryEntry *last = NULL;

  if (g_hash_table_contains (self->kept, story))
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), i);
      PlxLibraryEntry *entry = g_hash_table_lookup (self->by_article, article);

      if (is_recorded (undo, entry))
        continue;
      if (last != NULL)
        return;
      last = entry;
    }
  if (last != NULL)
    plx_library_undo_record (undo, self, last);
}

static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const Standing *x = a, *y = b;

  return x->position < y->position ? -1 : x->position > y->position;
}

/**
 * plx_library_restore:
 * @self: a library
 * @undo: what a change of this library returned
 *
 * Puts the articles of a change back where they stood, with the stories that went meanwhile. What else happened since
 * stays. An article that has been added anew in the meantime is not doubled.
 */
void
plx_library_restore (PlxLibrary *self, PlxLibraryUndo *undo)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (undo != NULL);

  for (guint i = 0; i < undo->standings->len; i++)
    {
      PlxLibraryEntry *entry = g_array_index (undo->standings, Standing, i).entry;

      if (entry->story != NULL && !g_ptr_array_find (left, entry->story, NULL))
        g_ptr_array_add (left, g_object_ref (entry->story));
      if (g_hash_table_lookup (self->by_article, entry->article) == entry)
        plx_library_entry_put (entry, NULL, 0);
    }
  g_array_sort (undo->standings, compare_standings);
  for (guint i = 0; i < undo->standings->len; i++)
    {
      Standing *standing = &g_array_index (undo->standings, Standing, i);
      gboolean present = g_hash_table_lookup (self->by_article, standing->entry->article) == standing->entry;

      if (!present && g_hash_table_contains (self->by_key, standing->entry->key))
        continue;
      if (!present)
        plx_library_enter (self, standing->entry);
      standing->entry->placed_by_user = standing->placed_by_user;
      plx_library_entry_put (standing->entry, standing->story, standing->position);
    }
  /* Lowest position first, so that each is counted among those before it. */
  for (;;)
    {
      guint lowest = G_MAXUINT;

      for (guint i = 0; i < undo->stories->len; i++)
        if (!plx_library_has_story (self, g_ptr_array_index (undo->stories, i))
            && g_list_model_get_n_items (g_ptr_array_index (undo->stories, i)) > 0
            && (lowest == G_MAXUINT
                || g_array_index (undo->positions, guint, i) < g_array_index (undo->positions, guint, lowest)))
          lowest = i;
      if (lowest == G_MAXUINT)
        break;
      g_list_store_insert (
          self->stories,
          MIN (g_array_index (undo->positions, guint, lowest), g_list_model_get_n_items (G_LIST_MODEL (self->stories))),
          g_ptr_array_index (undo->stories, lowest));
    }
  for (guint i = 0; i < left->len; i++)
    plx_library_tidy (self, g_ptr_array_index (left, i));
}

void
plx_library_undo_free (PlxLibraryUndo *undo)
{
  for (guint i = 0; i < undo->standings->len; i++)
    {
      Standing *standing = &g_array_index (undo->standings, Standing, i);

      plx_library_entry_unref (standing->entry);
      g_object_unref (standing->story);
    }
  g_array_unref (undo->standings);
  g_ptr_array_unref (undo->stories);
  g_array_unref (undo->positions);
  g_free (undo);
}
