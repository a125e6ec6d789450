/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-align.h"

#include "engine/compare/plx-similarity.h"

struct _PlxAligner
{
  PlxUnits *units;
};

/* Two sentences to be linked, before they are gathered by paragraph. */
static int
compare_sentence_pairs (gconstpointer a, gconstpointer b)
{
  const PlxSentencePair *x = a, *y = b;

#define COMPARE(field)                                                                                                 \
  if (x->field != y->field)                                                                                            \
  return x->field < y->field ? -1 : 1
  COMPARE (left.paragraph);
  COMPARE (right.paragraph);
  COMPARE (left.sentence);
  COMPARE (right.sentence);
#undef COMPARE
  return 0;
}

static PlxRelation
relation_of (const PlxSimilarity *similarity)
{
  return similarity->features[PLX_FEATURE_COSINE] > 0.6    ? PLX_RELATION_SAME
         : similarity->features[PLX_FEATURE_COSINE] > 0.15 ? PLX_RELATION_REWORDED
                                                           : PLX_RELATION_PARTIAL;
}

static GArray *
decode (const PlxArticleUnits *left, const PlxArticleUnits *right, const GArray *similarities)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlxSentencePair));

  for (guint i = 0; i < similarities->len; i++)
    {
      const PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);
      PlxSentencePair pair;

      if (!plx_similarity_is_link (similarity))
        continue;
      pair.left = g_array_index (left->units, PlxUnit, similarity->left).ref;
      pair.right = g_array_index (right->units, PlxUnit, similarity->right).ref;
      pair.relation = relation_of (similarity);
      pair.score = similarity->score;
      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_sentence_pairs);

  return pairs;
}

/* Gathers the sentence pairs of each two paragraphs into a link. */
static void
lift_to_paragraphs (const GArray *pairs, GPtrArray *links)
{
  PlxLink *link = NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxSentencePair *pair = &g_array_index (pairs, PlxSentencePair, i);

      if (link == NULL || g_array_index (link->left, guint, 0) != pair->left.paragraph
          || g_array_index (link->right, guint, 0) != pair->right.paragraph)
        {
          link = plx_link_new (pair->left.paragraph, pair->right.paragraph);
          g_ptr_array_add (links, link);
        }
      g_array_append_val (link->sentences, *pair);
      if (pair->score > link->score)
        {
          link->score = pair->score;
          link->relation = pair->relation;
        }
    }
}

/**
 * plx_aligner_new:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @entities: their entities
 *
 * Returns: (transfer full): an aligner for these articles
 */
PlxAligner *
plx_aligner_new (GPtrArray *annotations, PlxEntities *entities)
{
  PlxAligner *self = g_new0 (PlxAligner, 1);

  (void)entities;
  self->units = plx_units_new (annotations);

  return self;
}

void
plx_aligner_free (PlxAligner *self)
{
  plx_units_free (self->units);
  g_free (self);
}

/**
 * plx_aligner_get_units:
 * @self: an aligner
 *
 * Returns: (transfer none): the sentences it compares
 */
const PlxUnits *
plx_aligner_get_units (const PlxAligner *self)
{
  return self->units;
}

/**
 * plx_aligner_align:
 * @self: an aligner
 * @left: index of an article
 * @right: index of another
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Finds the passages of two articles that say the same thing. Other articles have no influence on it.
 *
 * Returns: (transfer full) (nullable): the links
 */
PlxPair *
plx_aligner_align (PlxAligner *self, guint left, guint right, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) similarities = plx_similarity_of_articles (self->units, left, right, cancellable, error);
  g_autoptr (GArray) pairs = NULL;
  PlxPair *pair;

  if (similarities == NULL)
    return NULL;

  pairs = decode (plx_units_get_article (self->units, left), plx_units_get_article (self->units, right), similarities);
  pair = plx_pair_new (left, right);
  lift_to_paragraphs (pairs, pair->links);

  return pair;
}
