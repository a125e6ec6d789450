/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"
#include "engine/compare/plx-link.h"

G_BEGIN_DECLS

/**
 * PlxUnit:
 * @ref: which sentence of the article it is
 * @terms: its distinct stems, as indices into the article's @terms, ascending
 * @n_terms: how many
 * @quoted: those of @terms that stand in a direct quotation, ascending
 * @n_quoted: how many
 * @n_words: words and numbers in it
 * @n_grams: distinct character n-grams in it
 *
 * A sentence with what is compared of it.
 */
typedef struct
{
  PlxSentenceRef ref;
  const guint *terms;
  guint n_terms;
  const guint *quoted;
  guint n_quoted;
  guint n_words;
  guint n_grams;
} PlxUnit;

/**
 * PlxTerm:
 * @id: number of the stem, the same in all articles of the #PlxUnits
 * @n_units: how many units of the article hold it
 */
typedef struct
{
  guint id;
  guint n_units;
} PlxTerm;

/**
 * PlxGram:
 * @hash: of a run of three, four or five letters, digits and the spaces between words
 * @first: index of its first posting
 * @n_units: how many postings it has: one for each unit of the article that holds it
 */
typedef struct
{
  guint32 hash;
  guint first;
  guint n_units;
} PlxGram;

/**
 * PlxPosting:
 * @unit: index of a unit
 * @count: how often the n-gram stands in it
 */
typedef struct
{
  guint unit;
  guint count;
} PlxPosting;

/**
 * PlxArticleUnits:
 * @units: (element-type PlxUnit): the sentences of its text, list and quote paragraphs, in order
 * @terms: (element-type PlxTerm): its distinct stems, ascending by id
 * @grams: (element-type PlxGram): its distinct character n-grams, ascending by hash
 * @postings: (element-type PlxPosting): where they stand, ascending by unit for each n-gram
 * @unit_terms: (element-type guint): what @terms of the units point into
 * @unit_quoted: (element-type guint): what @quoted of the units point into
 *
 * One article as an inverted index over its sentences.
 */
typedef struct
{
  GArray *units;
  GArray *terms;
  GArray *grams;
  GArray *postings;
  GArray *unit_terms;
  GArray *unit_quoted;
} PlxArticleUnits;

/**
 * PlxUnits:
 *
 * The sentences of all articles of a comparison, made comparable: stems numbered over all of them. Made once,
 * immutable, may be read from any thread.
 */
typedef struct _PlxUnits PlxUnits;

PlxUnits *plx_units_new (GPtrArray *annotations, PlxEntities *entities);
void plx_units_free (PlxUnits *self);
const PlxArticleUnits *plx_units_get_article (const PlxUnits *self, guint article);
const char *plx_units_get_stem (const PlxUnits *self, guint id);
const char *plx_units_get_word (const PlxUnits *self, guint id);
double plx_units_get_idf (const PlxUnits *self, guint id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxUnits, plx_units_free)

G_END_DECLS
