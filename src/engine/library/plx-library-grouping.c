/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/compare/plx-grouping.h"
#include "engine/library/plx-library-private.h"

/* Whether the user had a hand in where an article is: grouping leaves it alone then. */
static gboolean
is_settled (PlxLibrary *self, const PlxLibraryEntry *entry)
{
  return entry->placed_by_user || (entry->story != NULL && g_hash_table_contains (self->kept, entry->story));
}

/* A story that grouping found, and the library's story that it is taken to be. */
typedef struct
{
  GPtrArray *members;
  PlxStory *story;
} Found;

/* What is new in the lists that are on show. They change once for all of it: every change costs those who look on. */
typedef struct
{
  /* (element-type PlxStory), owned */
  GPtrArray *stories;
  /* (element-type PlxArticle), for the list of loose articles */
  GPtrArray *loose;
} Arrivals;

/* How many of a found story's members are in a story; G_MAXUINT when the user has settled one of them there. */
static guint
count_overlap (PlxLibrary *self, const Found *found, PlxStory *story)
{
  guint n = 0;

  for (guint i = 0; i < found->members->len; i++)
    {
      const PlxLibraryEntry *entry = g_ptr_array_index (found->members, i);

      if (entry->story != story)
        continue;
      if (is_settled (self, entry))
        return G_MAXUINT;
      n++;
    }
  return n;
}

/* Finds for each story of the library which of the found ones goes on as it: the one it shares most articles with. */
static void
match_stories (PlxLibrary *self, GArray *found)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stories));

  for (guint s = 0; s < n; s++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (self->stories), s);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      Found *best = NULL;
      guint most = 0;

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (story)); i++)
        {
          g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), i);
          const PlxLibraryEntry *entry = g_hash_table_lookup (self->by_article, article);
          Found *candidate = entry->found < found->len ? &g_array_index (found, Found, entry->found) : NULL;
          guint overlap;

          if (candidate == NULL || !g_hash_table_add (seen, candidate))
            continue;
          overlap = count_overlap (self, candidate, story);
          if (candidate->story != NULL && count_overlap (self, candidate, candidate->story) >= overlap)
            continue;
          if (overlap > most)
            {
              most = overlap;
              best = candidate;
            }
        }
      if (best != NULL)
        best->story = story;
    }
}

/* Whether a story still has the article it is named after. */
static gboolean
has_title (const GPtrArray *members, const char *title)
{
  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (
            plx_article_get_title (((const PlxLibraryEntry *)g_ptr_array_index ((GPtrArray *)members, i))->article),
            title)
        == 0)
      return TRUE;
  return FALSE;
}

/* Moves the articles of a found story to where they belong. */
static void
settle_story (PlxLibrary *self, const Found *found, Arrivals *arrivals)
{
  g_autoptr (PlxStory) story = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  if (found->story != NULL)
    story = g_object_ref (found->story);
  else if (found->members->len > 1)
    story = plx_story_new (plx_library_find_title (found->members));
  else
    story = g_object_ref (self->loose);

  for (guint i = 0; i < found->members->len; i++)
    {
      PlxLibraryEntry *entry = g_ptr_array_index (found->members, i);

      if (!is_settled (self, entry) && entry->story != story)
        {
          plx_library_entry_put (entry, NULL, 0);
          entry->story = g_object_ref (story);
          g_ptr_array_add (story == self->loose ? arrivals->loose : articles, entry->article);
        }
    }
  plx_story_append_all (story, articles);
  if (!plx_library_has_story (self, story))
    g_ptr_array_add (arrivals->stories, g_object_ref (story));
  else if (story != self->loose && !g_hash_table_contains (self->kept, story)
           && !has_title (found->members, plx_story_get_title (story)))
    plx_story_set_title (story, plx_library_find_title (found->members));
}

/**
 * plx_library_find_title:
 * @entries: (element-type PlxLibraryEntry): articles of one story
 *
 * Returns: (transfer none): the title of the most central of them, or ""; it belongs to the article
 */
const char *
plx_library_find_title (GPtrArray *entries)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autofree double *centrality = NULL;
  const char *title = "";
  double best = -1;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (profiles, ((PlxLibraryEntry *)g_ptr_array_index (entries, i))->profile);
  centrality = plx_grouping_dup_centrality (profiles);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *own = plx_article_get_title (((PlxLibraryEntry *)g_ptr_array_index (entries, i))->article);

      if (own != NULL && centrality[i] > best)
        {
          best = centrality[i];
          title = own;
        }
    }
  return title;
}

void
plx_library_snapshot_free (PlxLibrarySnapshot *snapshot)
{
  g_ptr_array_unref (snapshot->entries);
  g_ptr_array_unref (snapshot->profiles);
  g_array_unref (snapshot->fixed);
  g_free (snapshot);
}

/**
 * plx_library_take_snapshot:
 * @self: a library
 *
 * Notes the present state of the library for grouping. All that the user has not settled is grouped anew, so that the
 * order in which articles come does not matter.
 *
 * Returns: (transfer full): what to group
 */
PlxLibrarySnapshot *
plx_library_take_snapshot (PlxLibrary *self)
{
  PlxLibrarySnapshot *snapshot = g_new0 (PlxLibrarySnapshot, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  snapshot->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_library_entry_unref);
  snapshot->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);
  snapshot->fixed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      PlxLibraryEntry *entry = g_ptr_array_index (self->entries, i);
      guint number = PLX_GROUPING_FREE;

      if (is_settled (self, entry) && entry->story == self->loose)
        number = PLX_GROUPING_ALONE;
      else if (is_settled (self, entry))
        {
          gpointer known;

          if (!g_hash_table_lookup_extended (numbers, entry->story, NULL, &known))
            {
              known = GUINT_TO_POINTER (g_hash_table_size (numbers));
              g_hash_table_insert (numbers, entry->story, known);
            }
          number = GPOINTER_TO_UINT (known);
        }
      g_ptr_array_add (snapshot->entries, g_atomic_rc_box_acquire (entry));
      g_ptr_array_add (snapshot->profiles, plx_profile_ref (entry->profile));
      g_array_append_val (snapshot->fixed, number);
    }
  return snapshot;
}

/**
 * plx_library_apply_grouping:
 * @self: a library
 * @snapshot: what was grouped
 * @numbers: (element-type guint): the story of each entry of @snapshot, as plx_grouping_assign() gives them
 *
 * Puts what grouping has found into effect. What the user did while it ran stands: articles that have gone meanwhile
 * are passed over, and those that were moved stay.
 */
void
plx_library_apply_grouping (PlxLibrary *self, const PlxLibrarySnapshot *snapshot, const GArray *numbers)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) new_stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  Arrivals arrivals = { new_stories, loose };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stories));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (stories, g_list_model_get_item (G_LIST_MODEL (self->stories), i));
  for (guint i = 0; i < self->entries->len; i++)
    ((PlxLibraryEntry *)g_ptr_array_index (self->entries, i))->found = G_MAXUINT;

  for (guint i = 0; i < snapshot->entries->len; i++)
    {
      PlxLibraryEntry *entry = g_ptr_array_index (snapshot->entries, i);
      guint number = g_array_index (numbers, guint, i);

      while (found->len <= number)
        {
          Found empty = { g_ptr_array_new (), NULL };

          g_array_append_val (found, empty);
        }
      if (g_hash_table_lookup (self->by_article, entry->article) != entry)
        continue;
      entry->found = number;
      g_ptr_array_add (g_array_index (found, Found, number).members, entry);
    }

  match_stories (self, found);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Found, i).members->len > 0)
      settle_story (self, &g_array_index (found, Found, i), &arrivals);
  plx_story_append_all (self->loose, loose);
  g_list_store_splice (self->stories, n, 0, new_stories->pdata, new_stories->len);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_unref (g_array_index (found, Found, i).members);
  for (guint i = 0; i < stories->len; i++)
    plx_library_tidy (self, g_ptr_array_index (stories, i));
}
