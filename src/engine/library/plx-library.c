/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/library/plx-library.h"

#include "engine/compare/plx-grouping.h"
#include "engine/text/plx-normalize.h"

/* An article of the library. */
typedef struct
{
  PlxArticle *article;
  PlxAnnotation *annotation;
  PlxProfile *profile;
  char *key;
  PlxStory *story;
  /* The user put it where it is: grouping leaves it alone. */
  gboolean placed_by_user;
  /* While what grouping found is put into effect: which of the stories found it is in, or G_MAXUINT. */
  guint found;
} Entry;

/**
 * PlxLibrary:
 *
 * The user's articles, grouped into stories: a #GListModel of #PlxStory. Articles that share their event with no other
 * are in the list of plx_library_get_loose(). What the user moves stays where it was put.
 *
 * It lives in memory, for one session, and belongs to the thread that made it; only annotation and grouping happen in
 * others.
 */
struct _PlxLibrary
{
  GObject parent_instance;

  GListStore *stories;
  PlxStory *loose;
  /* (element-type Entry), in the order in which they came. */
  GPtrArray *entries;
  /* PlxArticle -> Entry, and key of a text -> Entry. */
  GHashTable *by_article;
  GHashTable *by_key;
  /* Stories that the user made or named: they stay even with one article. */
  GHashTable *kept;
  /* (element-type GTask): additions wait for the one before, so that their articles meet. */
  GQueue additions;
};

/* Where an article stood. */
typedef struct
{
  Entry *entry;
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

typedef struct
{
  GPtrArray *articles;
  PlxLibraryProgress progress;
  gpointer progress_data;
  /* (element-type Entry): those of the articles; then only of the new ones; the others' are in @known. */
  GPtrArray *entries;
  GPtrArray *known;
  /* The library when grouping began: its entries, their profiles, and what the user has settled. */
  GPtrArray *grouped;
  GPtrArray *profiles;
  GArray *fixed;
  /* What grouping found. */
  GArray *numbers;
} AddJob;

static void list_model_init (GListModelInterface *iface);
static void start_addition (PlxLibrary *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxLibrary, plx_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
entry_clear (Entry *entry)
{
  g_object_unref (entry->article);
  plx_annotation_unref (entry->annotation);
  plx_profile_unref (entry->profile);
  g_clear_object (&entry->story);
  g_free (entry->key);
}

static void
entry_unref (Entry *entry)
{
  g_atomic_rc_box_release_full (entry, (GDestroyNotify)entry_clear);
}

/* What tells an article from any other: its source and the words of its title and text. */
static char *
key_of (PlxArticle *article)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *source = plx_article_get_source (article);

  g_checksum_update (checksum, (const guchar *)(source != NULL ? source : ""), -1);
  for (guint p = 0; p <= plx_article_get_n_paragraphs (article); p++)
    {
      g_autofree char *text = plx_normalize_fold (plx_article_get_paragraph (article, p)->text, -1);

      g_checksum_update (checksum, (const guchar *)"\n", 1);
      g_checksum_update (checksum, (const guchar *)text, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static Entry *
entry_new (PlxArticle *article)
{
  Entry *entry = g_atomic_rc_box_new0 (Entry);

  entry->article = g_object_ref (article);
  entry->annotation = plx_annotation_for_article (article);
  entry->profile = plx_profile_new (entry->annotation);
  entry->key = key_of (article);

  return entry;
}

static void
add_job_free (AddJob *job)
{
  g_ptr_array_unref (job->articles);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_clear_pointer (&job->known, g_ptr_array_unref);
  g_clear_pointer (&job->grouped, g_ptr_array_unref);
  g_clear_pointer (&job->profiles, g_ptr_array_unref);
  g_clear_pointer (&job->fixed, g_array_unref);
  g_clear_pointer (&job->numbers, g_array_unref);
  g_free (job);
}

static gboolean
has_story (PlxLibrary *self, PlxStory *story)
{
  return story == self->loose || g_list_store_find (self->stories, story, NULL);
}

/* Makes an entry part of the library; it is in no story yet. */
static void
enter (PlxLibrary *self, Entry *entry)
{
  g_ptr_array_add (self->entries, g_atomic_rc_box_acquire (entry));
  g_hash_table_insert (self->by_article, entry->article, entry);
  g_hash_table_insert (self->by_key, entry->key, entry);
}

static void
leave (PlxLibrary *self, Entry *entry)
{
  g_hash_table_remove (self->by_article, entry->article);
  g_hash_table_remove (self->by_key, entry->key);
  g_ptr_array_remove (self->entries, entry);
}

/* Puts an entry into a story, out of the one it is in; %NULL puts it nowhere. */
static void
put (Entry *entry, PlxStory *story, guint position)
{
  if (entry->story != NULL)
    plx_story_remove (entry->story, entry->article);
  g_set_object (&entry->story, story);
  if (story != NULL)
    plx_story_insert (story, position, entry->article);
}

static PlxLibraryUndo *
undo_new (void)
{
  PlxLibraryUndo *undo = g_new0 (PlxLibraryUndo, 1);

  undo->standings = g_array_new (FALSE, FALSE, sizeof (Standing));
  undo->stories = g_ptr_array_new_with_free_func (g_object_unref);
  undo->positions = g_array_new (FALSE, FALSE, sizeof (guint));

  return undo;
}

static gboolean
is_recorded (const PlxLibraryUndo *undo, const Entry *entry)
{
  for (guint i = 0; i < undo->standings->len; i++)
    if (g_array_index (undo->standings, Standing, i).entry == entry)
      return TRUE;
  return FALSE;
}

static void
record_entry (PlxLibrary *self, PlxLibraryUndo *undo, Entry *entry)
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

/* Records the article of a story that the change leaves alone in it, because it has to leave it then as well. */
static void
record_last (PlxLibrary *self, PlxLibraryUndo *undo, PlxStory *story)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (story));
  Entry *last = NULL;

  if (g_hash_table_contains (self->kept, story))
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), i);
      Entry *entry = g_hash_table_lookup (self->by_article, article);

      if (is_recorded (undo, entry))
        continue;
      if (last != NULL)
        return;
      last = entry;
    }
  if (last != NULL)
    record_entry (self, undo, last);
}

static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const Standing *x = a, *y = b;

  return x->position < y->position ? -1 : x->position > y->position;
}

/*
 * Takes down a story that is empty, and one that grouping made and that has a single article left: that one is in no
 * story any more.
 */
static void
tidy (PlxLibrary *self, PlxStory *story)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (story)), position;

  if (story == self->loose || n > 1 || (n == 1 && g_hash_table_contains (self->kept, story)))
    return;
  if (n == 1)
    {
      g_autoptr (PlxArticle) last = g_list_model_get_item (G_LIST_MODEL (story), 0);

      put (g_hash_table_lookup (self->by_article, last), self->loose, G_MAXUINT);
    }
  if (g_list_store_find (self->stories, story, &position))
    g_list_store_remove (self->stories, position);
}

/* The entries of articles, each once; those that are not in the library, or not grouped yet, are left out. */
static GPtrArray *
find_entries (PlxLibrary *self, GPtrArray *articles)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->by_article, g_ptr_array_index (articles, i));

      if (entry != NULL && entry->story != NULL && !g_ptr_array_find (entries, entry, NULL))
        g_ptr_array_add (entries, g_atomic_rc_box_acquire (entry));
    }
  return entries;
}

/* Records where the entries stand, does with them what is asked, and tidies the stories they left. */
static PlxLibraryUndo *
change (PlxLibrary *self, GPtrArray *entries, PlxStory *story)
{
  PlxLibraryUndo *undo = undo_new ();

  for (guint i = 0; i < entries->len; i++)
    record_entry (self, undo, g_ptr_array_index (entries, i));
  for (guint i = 0; i < undo->stories->len; i++)
    record_last (self, undo, g_ptr_array_index (undo->stories, i));
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (story == NULL)
        {
          put (entry, NULL, 0);
          leave (self, entry);
        }
      else if (entry->story != story)
        {
          put (entry, story, G_MAXUINT);
          entry->placed_by_user = TRUE;
        }
    }
  for (guint i = 0; i < undo->stories->len; i++)
    tidy (self, g_ptr_array_index (undo->stories, i));

  return undo;
}

/* The title of the most central of some entries, or "". */
static const char *
find_title (GPtrArray *entries)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autofree double *centrality = NULL;
  const char *title = "";
  double best = -1;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (profiles, ((Entry *)g_ptr_array_index (entries, i))->profile);
  centrality = plx_grouping_dup_centrality (profiles);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *own = plx_article_get_title (((Entry *)g_ptr_array_index (entries, i))->article);

      if (own != NULL && centrality[i] > best)
        {
          best = centrality[i];
          title = own;
        }
    }
  return title;
}

static void
annotate_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AddJob *job = data;

  (void)source;
  for (guint i = 0; i < job->articles->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      g_ptr_array_add (job->entries, entry_new (g_ptr_array_index (job->articles, i)));
      if (job->progress != NULL)
        job->progress (i + 1, job->articles->len, job->progress_data);
    }
  g_task_return_boolean (task, TRUE);
}

static void
group_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AddJob *job = data;

  (void)source;
  (void)cancellable;
  job->numbers = plx_grouping_assign (job->profiles, job->fixed);
  g_task_return_boolean (task, TRUE);
}

/* Whether the user had a hand in where an article is: grouping leaves it alone then. */
static gboolean
is_settled (PlxLibrary *self, const Entry *entry)
{
  return entry->placed_by_user || (entry->story != NULL && g_hash_table_contains (self->kept, entry->story));
}

/*
 * Notes the present state of the library for grouping. All that the user has not settled is grouped anew, so that the
 * order in which articles come does not matter.
 */
static void
take_snapshot (PlxLibrary *self, AddJob *job)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  job->grouped = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_unref);
  job->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);
  job->fixed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
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
      g_ptr_array_add (job->grouped, g_atomic_rc_box_acquire (entry));
      g_ptr_array_add (job->profiles, plx_profile_ref (entry->profile));
      g_array_append_val (job->fixed, number);
    }
}

/* A story that grouping found, and the library's story that it is taken to be. */
typedef struct
{
  GPtrArray *members;
  PlxStory *story;
} Found;

/* How many of a found story's members are in a story; G_MAXUINT when the user has settled one of them there. */
static guint
count_overlap (PlxLibrary *self, const Found *found, PlxStory *story)
{
  guint n = 0;

  for (guint i = 0; i < found->members->len; i++)
    {
      const Entry *entry = g_ptr_array_index (found->members, i);

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
          const Entry *entry = g_hash_table_lookup (self->by_article, article);
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
    if (g_strcmp0 (plx_article_get_title (((const Entry *)g_ptr_array_index ((GPtrArray *)members, i))->article), title)
        == 0)
      return TRUE;
  return FALSE;
}

/* Moves the articles of a found story to where they belong. */
static void
settle_story (PlxLibrary *self, const Found *found)
{
  g_autoptr (PlxStory) story = NULL;

  if (found->story != NULL)
    story = g_object_ref (found->story);
  else if (found->members->len > 1)
    story = plx_story_new (find_title (found->members));
  else
    story = g_object_ref (self->loose);

  for (guint i = 0; i < found->members->len; i++)
    {
      Entry *entry = g_ptr_array_index (found->members, i);

      if (!is_settled (self, entry) && entry->story != story)
        put (entry, story, G_MAXUINT);
    }
  if (!has_story (self, story))
    g_list_store_append (self->stories, story);
  else if (story != self->loose && !g_hash_table_contains (self->kept, story)
           && !has_title (found->members, plx_story_get_title (story)))
    plx_story_set_title (story, find_title (found->members));
}

/*
 * Puts what grouping has found into effect. What the user did while it ran stands: articles that have gone meanwhile
 * are passed over, and those that were moved stay.
 */
static void
apply_grouping (PlxLibrary *self, AddJob *job)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stories));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (stories, g_list_model_get_item (G_LIST_MODEL (self->stories), i));
  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *)g_ptr_array_index (self->entries, i))->found = G_MAXUINT;

  for (guint i = 0; i < job->grouped->len; i++)
    {
      Entry *entry = g_ptr_array_index (job->grouped, i);
      guint number = g_array_index (job->numbers, guint, i);

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
      settle_story (self, &g_array_index (found, Found, i));
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_unref (g_array_index (found, Found, i).members);
  for (guint i = 0; i < stories->len; i++)
    tidy (self, g_ptr_array_index (stories, i));
}

/* Ends the addition at the head of the queue, which the caller has answered, and begins the next. */
static void
end_addition (PlxLibrary *self)
{
  g_object_unref (g_queue_pop_head (&self->additions));
  start_addition (self);
}

static void
grouped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  PlxLibrary *self = PLX_LIBRARY (object);
  GTask *task = g_queue_peek_head (&self->additions);
  AddJob *job = g_task_get_task_data (task);
  PlxLibraryAddition *addition = g_new0 (PlxLibraryAddition, 1);

  (void)result;
  (void)user_data;
  apply_grouping (self, job);
  addition->added = g_ptr_array_new_with_free_func (g_object_unref);
  addition->known = g_steal_pointer (&job->known);
  for (guint i = 0; i < job->entries->len; i++)
    g_ptr_array_add (addition->added, g_object_ref (((Entry *)g_ptr_array_index (job->entries, i))->article));
  addition->n_added = addition->added->len;
  addition->n_duplicates = addition->known->len;
  g_task_return_pointer (task, addition, (GDestroyNotify)plx_library_addition_free);
  end_addition (self);
}

static void
annotated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  PlxLibrary *self = PLX_LIBRARY (object);
  GTask *task = g_queue_peek_head (&self->additions);
  AddJob *job = g_task_get_task_data (task);
  g_autoptr (GTask) grouping = NULL;

  (void)result;
  (void)user_data;
  if (g_task_return_error_if_cancelled (task))
    {
      end_addition (self);
      return;
    }

  for (guint i = 0; i < job->entries->len;)
    {
      Entry *entry = g_ptr_array_index (job->entries, i);
      Entry *known = g_hash_table_lookup (self->by_key, entry->key);

      if (known != NULL)
        {
          g_ptr_array_add (job->known, g_object_ref (known->article));
          g_ptr_array_remove_index (job->entries, i);
        }
      else
        {
          enter (self, entry);
          i++;
        }
    }

  take_snapshot (self, job);
  grouping = g_task_new (self, NULL, grouped_cb, NULL);
  g_task_set_task_data (grouping, job, NULL);
  g_task_run_in_thread (grouping, group_in_thread);
}

static void
start_addition (PlxLibrary *self)
{
  GTask *task = g_queue_peek_head (&self->additions);
  g_autoptr (GTask) annotating = NULL;

  if (task == NULL)
    return;
  annotating = g_task_new (self, g_task_get_cancellable (task), annotated_cb, NULL);
  g_task_set_check_cancellable (annotating, FALSE);
  g_task_set_task_data (annotating, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (annotating, annotate_in_thread);
}

static GType
plx_library_get_item_type (GListModel *model)
{
  (void)model;
  return PLX_TYPE_STORY;
}

static guint
plx_library_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLX_LIBRARY (model)->stories));
}

static gpointer
plx_library_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLX_LIBRARY (model)->stories), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plx_library_get_item_type;
  iface->get_n_items = plx_library_get_n_items;
  iface->get_item = plx_library_get_item;
}

static void
plx_library_finalize (GObject *object)
{
  PlxLibrary *self = PLX_LIBRARY (object);

  g_object_unref (self->stories);
  g_object_unref (self->loose);
  g_hash_table_unref (self->by_article);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->kept);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (plx_library_parent_class)->finalize (object);
}

static void
plx_library_class_init (PlxLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_library_finalize;
}

static void
plx_library_init (PlxLibrary *self)
{
  self->stories = g_list_store_new (PLX_TYPE_STORY);
  g_signal_connect_object (self->stories, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  self->loose = plx_story_new (NULL);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_unref);
  self->by_article = g_hash_table_new (NULL, NULL);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->kept = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_queue_init (&self->additions);
}

/**
 * plx_library_new:
 *
 * Returns: (transfer full): an empty library
 */
PlxLibrary *
plx_library_new (void)
{
  return g_object_new (PLX_TYPE_LIBRARY, NULL);
}

/**
 * plx_library_get_loose:
 * @self: a library
 *
 * Returns: (transfer none): the articles that are not in a story, as a story without a title that is not among the
 *   library's items
 */
PlxStory *
plx_library_get_loose (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);
  return self->loose;
}

guint
plx_library_get_n_articles (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), 0);
  return self->entries->len;
}

/**
 * plx_library_find_story:
 * @self: a library
 * @article: an article
 *
 * Returns: (transfer none) (nullable): the story it is in, which may be that of plx_library_get_loose(); %NULL when it
 *   is not in the library
 */
PlxStory *
plx_library_find_story (PlxLibrary *self, PlxArticle *article)
{
  Entry *entry;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  entry = g_hash_table_lookup (self->by_article, article);
  return entry != NULL ? entry->story : NULL;
}

/**
 * plx_library_get_annotation:
 * @self: a library
 * @article: an article
 *
 * Returns: (transfer none) (nullable): its annotation; %NULL when it is not in the library
 */
PlxAnnotation *
plx_library_get_annotation (PlxLibrary *self, PlxArticle *article)
{
  Entry *entry;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  entry = g_hash_table_lookup (self->by_article, article);
  return entry != NULL ? entry->annotation : NULL;
}

/**
 * plx_library_add_async:
 * @self: a library
 * @articles: (element-type PlxArticle): frozen articles
 * @progress: (nullable): told after each article, in the working thread
 * @progress_data: for @progress, must live until @callback is called
 * @cancellable: (nullable): to stop early; nothing is added then
 * @callback: called when done
 * @user_data: for @callback
 *
 * Annotates articles and puts them into the stories of the library, or into new ones; those that share their event
 * with no other into the list of plx_library_get_loose(). What the user moved, made or named stays as it is; other
 * articles may change their story when the new ones show that they belong together differently, so that the order in
 * which articles come does not matter. A story goes on as the one that has most of its articles, and keeps its title
 * while it has the article with it. An article with the source, title and text of one that is there is not added again.
 * Additions happen one after the other.
 */
void
plx_library_add_async (PlxLibrary *self, GPtrArray *articles, PlxLibraryProgress progress, gpointer progress_data,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  AddJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  job = g_new0 (AddJob, 1);
  job->articles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (job->articles, g_object_ref (g_ptr_array_index (articles, i)));
  job->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_unref);
  job->known = g_ptr_array_new_with_free_func (g_object_unref);
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, plx_library_add_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify)add_job_free);

  g_queue_push_tail (&self->additions, task);
  if (self->additions.length == 1)
    start_addition (self);
}

/**
 * plx_library_add_finish:
 * @self: a library
 * @result: what the callback got
 * @error: set to %G_IO_ERROR_CANCELLED when it was stopped
 *
 * Returns: (transfer full) (nullable): what came of it
 */
PlxLibraryAddition *
plx_library_add_finish (PlxLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
plx_library_addition_free (PlxLibraryAddition *addition)
{
  g_ptr_array_unref (addition->added);
  g_ptr_array_unref (addition->known);
  g_free (addition);
}

/**
 * plx_library_remove:
 * @self: a library
 * @articles: (element-type PlxArticle): articles; those that are not in the library are passed over
 *
 * Takes articles out of the library. A story that this empties goes with them, and a story that grouping made and that
 * has one article left is dissolved.
 *
 * Returns: (transfer full): to take it back with plx_library_restore()
 */
PlxLibraryUndo *
plx_library_remove (PlxLibrary *self, GPtrArray *articles)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  entries = find_entries (self, articles);
  return change (self, entries, NULL);
}

/**
 * plx_library_move:
 * @self: a library
 * @articles: (element-type PlxArticle): articles of the library
 * @story: one of its stories, or that of plx_library_get_loose()
 *
 * Moves articles to a story. They stay there whatever is added later.
 *
 * Returns: (transfer full): to take it back with plx_library_restore()
 */
PlxLibraryUndo *
plx_library_move (PlxLibrary *self, GPtrArray *articles, PlxStory *story)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (PLX_IS_STORY (story) && has_story (self, story), NULL);

  entries = find_entries (self, articles);
  return change (self, entries, story);
}

/**
 * plx_library_new_story:
 * @self: a library
 * @articles: (element-type PlxArticle): articles of the library, at least one
 * @title: (nullable): what to call it; %NULL for the title of the article that stands for it best
 * @undo: (out) (optional) (transfer full): to take it back with plx_library_restore()
 *
 * Makes a new story of articles, out of the stories they are in.
 *
 * Returns: (transfer none) (nullable): the story; %NULL when none of the articles is in the library
 */
PlxStory *
plx_library_new_story (PlxLibrary *self, GPtrArray *articles, const char *title, PlxLibraryUndo **undo)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (PlxLibraryUndo) own_undo = NULL;
  g_autoptr (PlxStory) story = NULL;

  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  if (undo != NULL)
    *undo = NULL;
  entries = find_entries (self, articles);
  if (entries->len == 0)
    return NULL;
  story = plx_story_new (title != NULL ? title : find_title (entries));
  g_hash_table_add (self->kept, g_object_ref (story));
  g_list_store_append (self->stories, story);
  own_undo = change (self, entries, story);
  if (undo != NULL)
    *undo = g_steal_pointer (&own_undo);

  return story;
}

/**
 * plx_library_rename:
 * @self: a library
 * @story: one of its stories
 * @title: what to call it
 *
 * Gives a story a title of the user's own.
 */
void
plx_library_rename (PlxLibrary *self, PlxStory *story, const char *title)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story) && story != self->loose && title != NULL);

  plx_story_set_title (story, title);
  g_hash_table_add (self->kept, g_object_ref (story));
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
      Entry *entry = g_array_index (undo->standings, Standing, i).entry;

      if (entry->story != NULL && !g_ptr_array_find (left, entry->story, NULL))
        g_ptr_array_add (left, g_object_ref (entry->story));
      if (g_hash_table_lookup (self->by_article, entry->article) == entry)
        put (entry, NULL, 0);
    }
  g_array_sort (undo->standings, compare_standings);
  for (guint i = 0; i < undo->standings->len; i++)
    {
      Standing *standing = &g_array_index (undo->standings, Standing, i);
      gboolean present = g_hash_table_lookup (self->by_article, standing->entry->article) == standing->entry;

      if (!present && g_hash_table_contains (self->by_key, standing->entry->key))
        continue;
      if (!present)
        enter (self, standing->entry);
      standing->entry->placed_by_user = standing->placed_by_user;
      put (standing->entry, standing->story, standing->position);
    }
  /* Lowest position first, so that each is counted among those before it. */
  for (;;)
    {
      guint lowest = G_MAXUINT;

      for (guint i = 0; i < undo->stories->len; i++)
        if (!has_story (self, g_ptr_array_index (undo->stories, i))
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
    tidy (self, g_ptr_array_index (left, i));
}

void
plx_library_undo_free (PlxLibraryUndo *undo)
{
  for (guint i = 0; i < undo->standings->len; i++)
    {
      Standing *standing = &g_array_index (undo->standings, Standing, i);

      entry_unref (standing->entry);
      g_object_unref (standing->story);
    }
  g_array_unref (undo->standings);
  g_ptr_array_unref (undo->stories);
  g_array_unref (undo->positions);
  g_free (undo);
}
