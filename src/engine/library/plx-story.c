/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/library/plx-story.h"

/**
 * PlxStory:
 *
 * The articles about one event; a #GListModel of #PlxArticle. A story without a title holds the articles that are not
 * in a story.
 */
struct _PlxStory
{
  GObject parent_instance;

  char *title;
  GListStore *articles;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
plx_story_get_item_type (GListModel *model)
{
  (void)model;
  return PLX_TYPE_ARTICLE;
}

static guint
plx_story_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLX_STORY (model)->articles));
}

static gpointer
plx_story_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLX_STORY (model)->articles), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plx_story_get_item_type;
  iface->get_n_items = plx_story_get_n_items;
  iface->get_item = plx_story_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxStory, plx_story, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
plx_story_finalize (GObject *object)
{
  PlxStory *self = PLX_STORY (object);

  g_free (self->title);
  g_object_unref (self->articles);

  G_OBJECT_CLASS (plx_story_parent_class)->finalize (object);
}

static void
plx_story_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, PLX_STORY (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_story_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    plx_story_set_title (PLX_STORY (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_story_class_init (PlxStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_story_finalize;
  object_class->get_property = plx_story_get_property;
  object_class->set_property = plx_story_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_story_init (PlxStory *self)
{
  self->articles = g_list_store_new (PLX_TYPE_ARTICLE);
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plx_story_new:
 * @title: (nullable): what to call it; %NULL for the articles that are not in a story
 *
 * Returns: (transfer full): an empty story
 */
PlxStory *
plx_story_new (const char *title)
{
  return g_object_new (PLX_TYPE_STORY, "title", title, NULL);
}

const char *
plx_story_get_title (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), NULL);
  return self->title;
}

void
plx_story_set_title (PlxStory *self, const char *title)
{
  g_return_if_fail (PLX_IS_STORY (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
plx_story_append (PlxStory *self, PlxArticle *article)
{
  g_return_if_fail (PLX_IS_STORY (self));
  g_list_store_append (self->articles, article);
}

/**
 * plx_story_append_all:
 * @self: a story
 * @articles: (element-type PlxArticle): articles, in order
 *
 * Puts articles at the end of a story in one change of the list, however many they are.
 */
void
plx_story_append_all (PlxStory *self, GPtrArray *articles)
{
  g_return_if_fail (PLX_IS_STORY (self));

  if (articles->len > 0)
    g_list_store_splice (self->articles, g_list_model_get_n_items (G_LIST_MODEL (self->articles)), 0, articles->pdata,
                         articles->len);
}

/**
 * plx_story_insert:
 * @self: a story
 * @position: where to put it; the end when that is beyond it
 * @article: an article
 *
 * Puts an article into a story.
 */
void
plx_story_insert (PlxStory *self, guint position, PlxArticle *article)
{
  g_return_if_fail (PLX_IS_STORY (self));
  g_list_store_insert (self->articles, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->articles))),
                       article);
}

/**
 * plx_story_find:
 * @self: a story
 * @article: an article
 * @position: (out) (optional): where it is
 *
 * Returns: whether the article is in the story
 */
gboolean
plx_story_find (PlxStory *self, PlxArticle *article, guint *position)
{
  g_return_val_if_fail (PLX_IS_STORY (self), FALSE);
  return g_list_store_find (self->articles, article, position);
}

/**
 * plx_story_remove:
 * @self: a story
 * @article: an article
 *
 * Returns: whether the article was in the story
 */
gboolean
plx_story_remove (PlxStory *self, PlxArticle *article)
{
  guint position;

  g_return_val_if_fail (PLX_IS_STORY (self), FALSE);

  if (!g_list_store_find (self->articles, article, &position))
    return FALSE;
  g_list_store_remove (self->articles, position);
  return TRUE;
}
