/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"
#include "engine/compare/plx-similarity.h"

G_BEGIN_DECLS

/**
 * PlxReasonContext:
 * @units: the sentences of all articles
 * @annotations: (element-type PlxAnnotation): all articles
 * @entities: their entities
 * @left: index of the left article
 * @right: index of the right article
 *
 * Where reasons for links between two articles are looked for.
 */
typedef struct
{
  const PlxUnits *units;
  GPtrArray *annotations;
  PlxEntities *entities;
  guint left;
  guint right;
} PlxReasonContext;

GStrv plx_link_reasons_find (const PlxReasonContext *context, const PlxSimilarity *similarity);

G_END_DECLS
