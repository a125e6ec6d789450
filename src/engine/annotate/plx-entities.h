/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

/**
 * PlxVariant:
 * @text: one spelling of the entity, as the article has it
 * @article: index of the article
 * @count: how often it stands there
 * @reason: (nullable): why this spelling was joined to the entity, as a short phrase in the user's language; %NULL for
 *   its own name
 */
typedef struct
{
  char *text;
  guint article;
  guint count;
  char *reason;
} PlxVariant;

/**
 * PlxEntity:
 * @id: index in the #PlxEntities
 * @type: its type
 * @name: the fullest, most frequent name
 * @variants: (element-type PlxVariant): every spelling by article, in order of article, then of count
 */
typedef struct
{
  guint id;
  PlxEntityType type;
  char *name;
  GArray *variants;
} PlxEntity;

/**
 * PlxNamedMention:
 * @article: index of the article
 * @text: what stands there, UTF-8
 * @type: type of what it names
 *
 * A mention as plx_entities_join_names() takes it.
 */
typedef struct
{
  guint article;
  const char *text;
  PlxEntityType type;
} PlxNamedMention;

/**
 * PlxEntities:
 *
 * The entities of a set of articles, all their spellings joined. Immutable, counted by reference.
 */
typedef struct _PlxEntities PlxEntities;

PlxEntities *plx_entities_join (GPtrArray *annotations);
PlxEntities *plx_entities_join_names (guint n_articles, const PlxNamedMention *mentions, guint n_mentions);
PlxEntities *plx_entities_ref (PlxEntities *self);
void plx_entities_unref (PlxEntities *self);
guint plx_entities_get_n (const PlxEntities *self);
const PlxEntity *plx_entities_get (const PlxEntities *self, guint id);
guint plx_entities_of_mention (const PlxEntities *self, guint article, guint mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEntities, plx_entities_unref)

G_END_DECLS
