/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "ui/sidebar/plx-sidebar-filter.h"

#include <gtk/gtk.h>
#include <string.h>

/**
 * PlxSidebarFilter:
 *
 * What of the stories is shown: those that are not empty and, while the user filters, those in which every word of the
 * filter stands in the title or in what an article's row says. The articles in no story come last.
 */
struct _PlxSidebarFilter
{
  GObject parent_instance;

  GListModel *all; /* every story, the loose articles last */
  GtkFilter *story_filter;
  GHashTable *article_filters; /* PlxStory to GtkFilter */
  GStrv words;                 /* case-folded; empty when nothing is filtered */
};

typedef struct
{
  PlxSidebarFilter *self;
  PlxStory *story;
} ArticleFilterData;

G_DEFINE_FINAL_TYPE (PlxSidebarFilter, plx_sidebar_filter, G_TYPE_OBJECT)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
contains_words (PlxSidebarFilter *self, const char *text)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;

  if (folded == NULL)
    return FALSE;
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
article_matches (PlxSidebarFilter *self, PlxArticle *article)
{
  g_autofree char *label = plx_article_dup_label (article);
  g_autofree char *text = g_strjoin (" ", label, plx_article_get_title (article), NULL);

  return contains_words (self, text);
}

static gboolean
article_shown (gpointer item, gpointer user_data)
{
  const ArticleFilterData *data = user_data;

  return *data->self->words == NULL || contains_words (data->self, plx_story_get_title (data->story))
         || article_matches (data->self, item);
}

static gboolean
story_shown (gpointer item, gpointer user_data)
{
  PlxSidebarFilter *self = user_data;
  guint n_articles = g_list_model_get_n_items (item);

  if (n_articles == 0 || *self->words == NULL || contains_words (self, plx_story_get_title (item)))
    return n_articles > 0;
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (item, i);

      if (article_matches (self, article))
        return TRUE;
    }
  return FALSE;
}

/* Many articles may come one by one, so all stories are looked at again only where it can matter. */
static void
story_changed_cb (PlxSidebarFilter *self, guint position, guint removed, guint added, GListModel *story)
{
  guint n_now = g_list_model_get_n_items (story);
  guint n_before = n_now + removed - added;

  (void)position;
  if (*self->words != NULL || (n_now == 0) != (n_before == 0))
    gtk_filter_changed (self->story_filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
is_gone (gpointer story, gpointer filter, gpointer user_data)
{
  PlxSidebarFilter *self = user_data;

  (void)filter;
  for (guint i = 0; i < g_list_model_get_n_items (self->all); i++)
    {
      g_autoptr (PlxStory) other = g_list_model_get_item (self->all, i);

      if (other == story)
        return FALSE;
    }
  return TRUE;
}

static void
stories_changed_cb (PlxSidebarFilter *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_hash_table_foreach_remove (self->article_filters, is_gone, self);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (self->all, i);

      g_signal_handlers_disconnect_by_func (story, story_changed_cb, self);
      g_signal_connect_object (story, "items-changed", G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
plx_sidebar_filter_finalize (GObject *object)
{
  PlxSidebarFilter *self = PLX_SIDEBAR_FILTER (object);

  g_clear_object (&self->all);
  g_clear_object (&self->story_filter);
  g_hash_table_unref (self->article_filters);
  g_strfreev (self->words);

  G_OBJECT_CLASS (plx_sidebar_filter_parent_class)->finalize (object);
}

static void
plx_sidebar_filter_class_init (PlxSidebarFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_sidebar_filter_finalize;
}

static void
plx_sidebar_filter_init (PlxSidebarFilter *self)
{
  self->words = g_new0 (char *, 1);
  self->article_filters = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->story_filter = GTK_FILTER (gtk_custom_filter_new (story_shown, self, NULL));
}

/**
 * plx_sidebar_filter_new:
 * @stories: (element-type PlxStory): the stories
 * @loose: the articles that are in no story
 *
 * Returns: (transfer full): a filter that hides nothing but what is empty
 */
PlxSidebarFilter *
plx_sidebar_filter_new (GListModel *stories, PlxStory *loose)
{
  PlxSidebarFilter *self = g_object_new (PLX_TYPE_SIDEBAR_FILTER, NULL);
  g_autoptr (GListStore) sections = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) loose_section = g_list_store_new (PLX_TYPE_STORY);

  g_list_store_append (loose_section, loose);
  g_list_store_append (sections, stories);
  g_list_store_append (sections, loose_section);
  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&sections))));
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (stories_changed_cb), self, G_CONNECT_SWAPPED);
  stories_changed_cb (self, 0, 0, g_list_model_get_n_items (self->all));
  return self;
}

/**
 * plx_sidebar_filter_dup_stories:
 * @self: a filter
 *
 * Returns: (transfer full) (element-type PlxStory): the stories that are shown
 */
GListModel *
plx_sidebar_filter_dup_stories (PlxSidebarFilter *self)
{
  g_return_val_if_fail (PLX_IS_SIDEBAR_FILTER (self), NULL);
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (self->all), g_object_ref (self->story_filter)));
}

/**
 * plx_sidebar_filter_new_articles:
 * @self: a filter, which must outlive what is returned
 * @story: one of its stories
 *
 * Returns: (transfer full) (element-type PlxArticle): the articles of the story that are shown
 */
GListModel *
plx_sidebar_filter_new_articles (PlxSidebarFilter *self, PlxStory *story)
{
  ArticleFilterData *data;
  GtkFilter *filter;

  g_return_val_if_fail (PLX_IS_SIDEBAR_FILTER (self), NULL);

  data = g_new0 (ArticleFilterData, 1);
  data->self = self;
  data->story = story;
  filter = GTK_FILTER (gtk_custom_filter_new (article_shown, data, g_free));
  g_hash_table_replace (self->article_filters, g_object_ref (story), g_object_ref (filter));
  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (story)), filter));
}

/**
 * plx_sidebar_filter_set_words:
 * @self: a filter
 * @words: words that must all stand in what is shown; nothing is filtered when there are none
 */
void
plx_sidebar_filter_set_words (PlxSidebarFilter *self, const char *words)
{
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_auto (GStrv) split = NULL;
  GHashTableIter iter;
  gpointer filter;

  g_return_if_fail (PLX_IS_SIDEBAR_FILTER (self));

  folded = fold (words);
  split = g_strsplit_set (folded, " \t\n", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] != '\0')
        g_ptr_array_add (kept, g_strdup (split[i]));
    }
  g_ptr_array_add (kept, NULL);
  g_strfreev (self->words);
  self->words = (GStrv)g_ptr_array_free (g_steal_pointer (&kept), FALSE);

  gtk_filter_changed (self->story_filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_hash_table_iter_init (&iter, self->article_filters);
  while (g_hash_table_iter_next (&iter, NULL, &filter))
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * plx_sidebar_filter_is_active:
 * @self: a filter
 *
 * Returns: whether the user filters
 */
gboolean
plx_sidebar_filter_is_active (PlxSidebarFilter *self)
{
  g_return_val_if_fail (PLX_IS_SIDEBAR_FILTER (self), FALSE);
  return *self->words != NULL;
}

/**
 * plx_sidebar_filter_get_common_story:
 * @self: a filter
 * @articles: (element-type PlxArticle): articles
 *
 * Returns: (transfer none) (nullable): the story that all these articles are in, if there is one
 */
PlxStory *
plx_sidebar_filter_get_common_story (PlxSidebarFilter *self, GPtrArray *articles)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (PLX_IS_SIDEBAR_FILTER (self), NULL);

  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (articles, i));
  for (guint i = 0; articles->len > 0 && i < g_list_model_get_n_items (self->all); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (self->all, i);
      guint n_articles = g_list_model_get_n_items (G_LIST_MODEL (story));
      guint n_found = 0;

      for (guint j = 0; j < n_articles; j++)
        {
          g_autoptr (PlxArticle) article = g_list_model_get_item (G_LIST_MODEL (story), j);

          n_found += g_hash_table_contains (wanted, article) ? 1 : 0;
        }
      if (n_found > 0)
        return n_found == articles->len ? story : NULL;
    }
  return NULL;
}
