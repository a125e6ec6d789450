/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-entities.h"

#include <string.h>

#include "engine/text/plx-normalize.h"

struct _PlxEntities
{
  gatomicrefcount references;
  GPtrArray *entities;
  /* For each article, a GArray of guint: the entity of each mention. */
  GPtrArray *of_mentions;
};

static void
variant_clear (PlxVariant *variant)
{
  g_free (variant->text);
  g_free (variant->reason);
}

static void
entity_free (PlxEntity *entity)
{
  g_free (entity->name);
  g_array_unref (entity->variants);
  g_free (entity);
}

static void
count_variant (PlxEntity *entity, const char *text, guint article)
{
  PlxVariant variant = { NULL, article, 1, NULL };

  for (guint i = 0; i < entity->variants->len; i++)
    {
      PlxVariant *known = &g_array_index (entity->variants, PlxVariant, i);

      if (known->article == article && strcmp (known->text, text) == 0)
        {
          known->count++;
          return;
        }
    }
  variant.text = g_strdup (text);
  g_array_append_val (entity->variants, variant);
}

/**
 * plx_entities_join:
 * @annotations: (element-type PlxAnnotation): the annotated articles
 *
 * Joins the mentions of all articles into entities.
 *
 * Returns: (transfer full): the entities
 */
PlxEntities *
plx_entities_join (GPtrArray *annotations)
{
  PlxEntities *self = g_new0 (PlxEntities, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_atomic_ref_count_init (&self->references);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify)entity_free);
  self->of_mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint a = 0; a < annotations->len; a++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, a);
      const GArray *mentions = plx_annotation_get_mentions (annotation);
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint m = 0; m < mentions->len; m++)
        {
          const PlxMention *mention = &g_array_index (mentions, PlxMention, m);
          g_autofree char *text = plx_paragraph_dup_text (
              plx_article_get_paragraph (plx_annotation_get_article (annotation), mention->paragraph), mention->span);
          g_autofree char *key = plx_normalize_base_letters (text, -1);
          PlxEntity *entity = g_hash_table_lookup (by_key, key);

          if (entity == NULL)
            {
              entity = g_new0 (PlxEntity, 1);
              entity->id = self->entities->len;
              entity->type = mention->type;
              entity->name = g_strdup (text);
              entity->variants = g_array_new (FALSE, FALSE, sizeof (PlxVariant));
              g_array_set_clear_func (entity->variants, (GDestroyNotify)variant_clear);
              g_ptr_array_add (self->entities, entity);
              g_hash_table_insert (by_key, g_steal_pointer (&key), entity);
            }
          count_variant (entity, text, a);
          g_array_append_val (ids, entity->id);
        }
      g_ptr_array_add (self->of_mentions, ids);
    }

  return self;
}

PlxEntities *
plx_entities_ref (PlxEntities *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plx_entities_unref (PlxEntities *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->of_mentions);
  g_free (self);
}

guint
plx_entities_get_n (const PlxEntities *self)
{
  return self->entities->len;
}

const PlxEntity *
plx_entities_get (const PlxEntities *self, guint id)
{
  g_return_val_if_fail (id < self->entities->len, NULL);
  return g_ptr_array_index (self->entities, id);
}

/**
 * plx_entities_of_mention:
 * @self: entities
 * @article: index of the article in the array they were joined from
 * @mention: index of the mention in its annotation
 *
 * Returns: the id of the entity
 */
guint
plx_entities_of_mention (const PlxEntities *self, guint article, guint mention)
{
  const GArray *ids = g_ptr_array_index (self->of_mentions, article);

  return g_array_index (ids, guint, mention);
}
