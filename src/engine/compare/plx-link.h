/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_RELATION_SAME,
  PLX_RELATION_REWORDED,
  PLX_RELATION_PARTIAL,
} PlxRelation;

/**
 * PlxSentenceRef:
 * @paragraph: number of the paragraph
 * @sentence: number of the sentence in it, from 1
 */
typedef struct
{
  guint paragraph;
  guint sentence;
} PlxSentenceRef;

/**
 * PlxSentencePair:
 *
 * Two sentences, one of either article, that say the same thing; @score is the calibrated probability of that.
 */
typedef struct
{
  PlxSentenceRef left;
  PlxSentenceRef right;
  PlxRelation relation;
  double score;
} PlxSentencePair;

/**
 * PlxLink:
 * @left: (element-type guint): paragraph numbers of the left article, ascending
 * @right: (element-type guint): paragraph numbers of the right article, ascending
 * @relation: how they are related
 * @score: 0 to 1, calibrated: of links scored 0.8 four in five are right
 * @moved: whether the link crosses the main order of the two articles
 * @sentences: (element-type PlxSentencePair): the sentences it rests on, in order
 * @why: (array zero-terminated=1): the evidence, strongest first: "quotation", "name:Lavrov", "figure:70", "words:…"
 *
 * Passages of two articles that say the same thing.
 */
typedef struct
{
  GArray *left;
  GArray *right;
  PlxRelation relation;
  double score;
  gboolean moved;
  GArray *sentences;
  GStrv why;
} PlxLink;

/**
 * PlxPair:
 * @left: index of an article
 * @right: index of another, greater than @left
 * @links: (element-type PlxLink): in the order of the left article
 */
typedef struct
{
  guint left;
  guint right;
  GPtrArray *links;
} PlxPair;

PlxLink *plx_link_new (guint left, guint right);
PlxPair *plx_pair_new (guint left, guint right);
void plx_pair_free (PlxPair *pair);
const char *plx_relation_to_string (PlxRelation relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPair, plx_pair_free)

G_END_DECLS
