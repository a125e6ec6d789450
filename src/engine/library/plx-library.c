/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/library/plx-library.h"

#include "engine/compare/plx-grouping.h"
#include "engine/library/plx-library-key.h"
#include "engine/library/plx-library-private.h"

typedef struct
{
  GPtrArray *articles;
  PlxLibraryProgress progress;
  gpointer progress_data;
  /* (element-type PlxLibraryEntry): those of the articles; then only of the new ones; the others' are in @known. */
  GPtrArray *entries;
  GPtrArray *known;
  /* The library when grouping began. */
  PlxLibrarySnapshot *snapshot;
  /* What grouping found. */
  GArray *numbers;
} AddJob;

static void list_model_init (GListModelInterface *iface);
static void start_addition (PlxLibrary *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxLibrary, plx_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
entry_clear (PlxLibraryEntry *entry)
{
  g_object_unref (entry->article);
  plx_annotation_unref (entry->annotation);
  plx_profile_unref (entry->profile);
  g_clear_object (&entry->story);
  g_free (entry->key);
}

static PlxLibraryEntry *
entry_new (PlxArticle *article)
{
  PlxLibraryEntry *entry = g_atomic_rc_box_new0 (PlxLibraryEntry);

  entry->article = g_object_ref (article);
  entry->annotation = plx_annotation_for_article (article);
  entry->profile = plx_profile_new (entry->annotation);
  entry->key = plx_library_dup_key (article);

  return entry;
}

static void
add_job_free (AddJob *job)
{
  g_ptr_array_unref (job->articles);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_clear_pointer (&job->known, g_ptr_array_unref);
  g_clear_pointer (&job->snapshot, plx_library_snapshot_free);
  g_clear_pointer (&job->numbers, g_array_unref);
  g_free (job);
}

/* The entries of articles, each once; those that are not in the library, or not grouped yet, are left out. */
static GPtrArray *
find_entries (PlxLibrary *self, GPtrArray *articles)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_library_entry_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      PlxLibraryEntry *entry = g_hash_table_lookup (self->by_article, g_ptr_array_index (articles, i));

      if (entry != NULL && entry->story != NULL && !g_ptr_array_find (entries, entry, NULL))
        g_ptr_array_add (entries, g_atomic_rc_box_acquire (entry));
    }
  return entries;
}

/* Records where the entries stand, does with them what is asked, and tidies the stories they left. */
static PlxLibraryUndo *
change (PlxLibrary *self, GPtrArray *entries, PlxStory *story)
{
  PlxLibraryUndo *undo = plx_library_undo_new ();
  GPtrArray *stories = plx_library_undo_get_stories (undo);

  for (guint i = 0; i < entries->len; i++)
    plx_library_undo_record (undo, self, g_ptr_array_index (entries, i));
  for (guint i = 0; i < stories->len; i++)
    plx_library_undo_record_last (undo, self, g_ptr_array_index (stories, i));
  for (guint i = 0; i < entries->len; i++)
    {
      PlxLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (story == NULL)
        {
          plx_library_entry_put (entry, NULL, 0);
          plx_library_leave (self, entry);
        }
      else if (entry->story != story)
        {
          plx_library_entry_put (entry, story, G_MAXUINT);
          entry->placed_by_user = TRUE;
        }
    }
  for (guint i = 0; i < stories->len; i++)
    plx_library_tidy (self, g_ptr_array_index (stories, i));

  return undo;
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
  job->numbers = plx_grouping_assign (job->snapshot->profiles, job->snapshot->fixed);
  g_task_return_boolean (task, TRUE);
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
  plx_library_apply_grouping (self, job->snapshot, job->numbers);
  addition->added = g_ptr_array_new_with_free_func (g_object_unref);
  addition->known = g_steal_pointer (&job->known);
  for (guint i = 0; i < job->entries->len; i++)
    g_ptr_array_add (addition->added, g_object_ref (((PlxLibraryEntry *)g_ptr_array_index (job->entries, i))->article));
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
      PlxLibraryEntry *entry = g_ptr_array_index (job->entries, i);
      PlxLibraryEntry *known = g_hash_table_lookup (self->by_key, entry->key);

      if (known != NULL)
        {
          g_ptr_array_add (job->known, g_object_ref (known->article));
          g_ptr_array_remove_index (job->entries, i);
        }
      else
        {
          plx_library_enter (self, entry);
          i++;
        }
    }

  job->snapshot = plx_library_take_snapshot (self);
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
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_library_entry_unref);
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
  PlxLibraryEntry *entry;

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
  PlxLibraryEntry *entry;

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
  job->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_library_entry_unref);
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
  g_return_val_if_fail (PLX_IS_STORY (story) && plx_library_has_story (self, story), NULL);

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
  story = plx_story_new (title != NULL ? title : plx_library_find_title (entries));
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
 * plx_library_entry_unref:
 * @entry: an entry
 *
 * Gives up a reference; safe from any thread.
 */
void
plx_library_entry_unref (PlxLibraryEntry *entry)
{
  g_atomic_rc_box_release_full (entry, (GDestroyNotify)entry_clear);
}

/**
 * plx_library_enter:
 * @self: a library
 * @entry: an entry that is not in it
 *
 * Makes an entry part of the library; it is in no story yet.
 */
void
plx_library_enter (PlxLibrary *self, PlxLibraryEntry *entry)
{
  g_ptr_array_add (self->entries, g_atomic_rc_box_acquire (entry));
  g_hash_table_insert (self->by_article, entry->article, entry);
  g_hash_table_insert (self->by_key, entry->key, entry);
}

/**
 * plx_library_leave:
 * @self: a library
 * @entry: an entry of it that is in no story
 *
 * Takes an entry out of the library.
 */
void
plx_library_leave (PlxLibrary *self, PlxLibraryEntry *entry)
{
  g_hash_table_remove (self->by_article, entry->article);
  g_hash_table_remove (self->by_key, entry->key);
  g_ptr_array_remove (self->entries, entry);
}

/**
 * plx_library_entry_put:
 * @entry: an entry
 * @story: (nullable): where to put it; %NULL puts it nowhere
 * @position: its place there; the end when there are fewer
 *
 * Puts an entry into a story, out of the one it is in.
 */
void
plx_library_entry_put (PlxLibraryEntry *entry, PlxStory *story, guint position)
{
  if (entry->story != NULL)
    plx_story_remove (entry->story, entry->article);
  g_set_object (&entry->story, story);
  if (story != NULL)
    plx_story_insert (story, position, entry->article);
}

/**
 * plx_library_has_story:
 * @self: a library
 * @story: a story
 *
 * Returns: whether it is one of the library's, or its list of loose articles
 */
gboolean
plx_library_has_story (PlxLibrary *self, PlxStory *story)
{
  return story == self->loose || g_list_store_find (self->stories, story, NULL);
}

/**
 * plx_library_tidy:
 * @self: a library
 * @story: one of its stories
 *
 * Takes down a story that is empty, and one that grouping made and that has a single article left: that one is in no
 * story any more.
 */
void
plx_library_tidy (PlxLibrary *self, PlxStory *story)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (story)), position;

  if (story == self->loose || n > 1 || (n == 1 && g_hash_table_contains (self->kept, story)))
    return;
  if (n == 1)
    {
      g_autoptr (PlxArticle) last = g_list_model_get_item (G_LIST_MODEL (story), 0);

      plx_library_entry_put (g_hash_table_lookup (self->by_article, last), self->loose, G_MAXUINT);
    }
  if (g_list_store_find (self->stories, story, &position))
    g_list_store_remove (self->stories, position);
}
