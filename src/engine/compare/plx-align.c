/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-align.h"

#include "engine/compare/plx-link-reasons.h"
#include "engine/compare/plx-main-order.h"

struct _PlxAligner
{
  GPtrArray *annotations;
  PlxEntities *entities;
  PlxUnits *units;
};

/* Two linked sentences, on the way into the link of their paragraphs. */
typedef struct
{
  PlxSentencePair sentences;
  const PlxSimilarity *similarity;
} LinkedPair;

static int
compare_linked_pairs (gconstpointer a, gconstpointer b)
{
  const PlxSentencePair *x = &((const LinkedPair *)a)->sentences, *y = &((const LinkedPair *)b)->sentences;
  const guint x_keys[] = { x->left.paragraph, x->right.paragraph, x->left.sentence, x->right.sentence };
  const guint y_keys[] = { y->left.paragraph, y->right.paragraph, y->left.sentence, y->right.sentence };

  for (guint i = 0; i < G_N_ELEMENTS (x_keys); i++)
    if (x_keys[i] != y_keys[i])
      return x_keys[i] < y_keys[i] ? -1 : 1;
  return 0;
}

/* Every two sentences that score high enough are linked: forcing them one to one loses more than it gains. */
static GArray *
decode (const PlxArticleUnits *left, const PlxArticleUnits *right, const GArray *similarities)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LinkedPair));

  for (guint i = 0; i < similarities->len; i++)
    {
      const PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);
      LinkedPair pair = { .similarity = similarity };

      if (!plx_similarity_is_link (similarity))
        continue;
      pair.sentences.left = g_array_index (left->units, PlxUnit, similarity->left).ref;
      pair.sentences.right = g_array_index (right->units, PlxUnit, similarity->right).ref;
      pair.sentences.relation = plx_similarity_get_relation (similarity);
      pair.sentences.score = similarity->score;
      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_linked_pairs);

  return pairs;
}

/* Gathers the sentence pairs of two paragraphs, from @first on, into a link; the strongest speaks for it. Returns where
 * the next link begins. */
static guint
lift_to_paragraphs (const GArray *pairs, guint first, const PlxReasonContext *context, GPtrArray *links)
{
  const LinkedPair *best = &g_array_index (pairs, LinkedPair, first);
  PlxLink *link = plx_link_new (best->sentences.left.paragraph, best->sentences.right.paragraph);
  guint i = first;

  for (; i < pairs->len; i++)
    {
      const LinkedPair *pair = &g_array_index (pairs, LinkedPair, i);

      if (pair->sentences.left.paragraph != best->sentences.left.paragraph
          || pair->sentences.right.paragraph != best->sentences.right.paragraph)
        break;
      if (pair->sentences.score > best->sentences.score)
        best = pair;
      g_array_append_val (link->sentences, pair->sentences);
    }
  link->score = best->sentences.score;
  link->relation = best->sentences.relation;
  g_strfreev (link->why);
  link->why = plx_link_reasons_find (context, best->similarity);
  g_ptr_array_add (links, link);

  return i;
}

static int
compare_explanations (gconstpointer a, gconstpointer b)
{
  double x = ABS (((const PlxExplanation *)a)->contribution), y = ABS (((const PlxExplanation *)b)->contribution);

  return x != y ? (x > y ? -1 : 1) : 0;
}

static gboolean
is_unit (const PlxArticleUnits *article, guint unit, PlxSentenceRef ref)
{
  const PlxUnit *found = &g_array_index (article->units, PlxUnit, unit);

  return found->ref.paragraph == ref.paragraph && found->ref.sentence == ref.sentence;
}

/**
 * plx_aligner_new:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @entities: their entities
 *
 * Returns: (transfer full): an aligner for these articles; it may be used from one thread at a time or, as nothing in
 *   it changes, from several
 */
PlxAligner *
plx_aligner_new (GPtrArray *annotations, PlxEntities *entities)
{
  PlxAligner *self = g_new0 (PlxAligner, 1);

  self->annotations = g_ptr_array_ref (annotations);
  self->entities = plx_entities_ref (entities);
  self->units = plx_units_new (annotations, entities);

  return self;
}

void
plx_aligner_free (PlxAligner *self)
{
  g_ptr_array_unref (self->annotations);
  plx_entities_unref (self->entities);
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
 * @right: index of another, greater than @left
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Finds the passages of two articles that say the same thing: every two sentences whose score is high enough, gathered
 * by paragraph. Other articles have no influence on it, but for the spelling of names in the reasons.
 *
 * Returns: (transfer full) (nullable): the links
 */
PlxPair *
plx_aligner_align (const PlxAligner *self, guint left, guint right, GCancellable *cancellable, GError **error)
{
  PlxReasonContext context = { self->units, self->annotations, self->entities, left, right };
  g_autoptr (GArray) similarities = plx_similarity_of_articles (self->units, left, right, cancellable, error);
  g_autoptr (GArray) pairs = NULL;
  PlxPair *pair;

  if (similarities == NULL)
    return NULL;

  pairs = decode (plx_units_get_article (self->units, left), plx_units_get_article (self->units, right), similarities);
  pair = plx_pair_new (left, right);
  for (guint i = 0; i < pairs->len;)
    i = lift_to_paragraphs (pairs, i, &context, pair->links);
  plx_main_order_mark_moved (pair->links);

  return pair;
}

/**
 * plx_aligner_explain:
 * @self: an aligner
 * @left: index of an article
 * @left_sentence: a sentence of it
 * @right: index of another
 * @right_sentence: a sentence of it
 * @score: (out): their score, 0 when they have nothing in common
 *
 * Tells why two sentences are linked or why not.
 *
 * Returns: (transfer full) (element-type PlxExplanation): what the score is made of, heaviest first; empty when the
 *   sentences have nothing in common
 */
GArray *
plx_aligner_explain (const PlxAligner *self, guint left, PlxSentenceRef left_sentence, guint right,
                     PlxSentenceRef right_sentence, double *score)
{
  const PlxArticleUnits *a = plx_units_get_article (self->units, left);
  const PlxArticleUnits *b = plx_units_get_article (self->units, right);
  g_autoptr (GArray) similarities = plx_similarity_of_articles (self->units, left, right, NULL, NULL);
  GArray *explanations = g_array_new (FALSE, FALSE, sizeof (PlxExplanation));

  *score = 0;
  for (guint i = 0; i < similarities->len; i++)
    {
      const PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);

      if (!is_unit (a, similarity->left, left_sentence) || !is_unit (b, similarity->right, right_sentence))
        continue;
      *score = similarity->score;
      for (guint f = 0; f < PLX_N_FEATURES; f++)
        {
          PlxExplanation explanation = { plx_feature_to_string (f), similarity->features[f],
                                         plx_similarity_get_contribution (similarity, f) };

          g_array_append_val (explanations, explanation);
        }
    }
  g_array_sort (explanations, compare_explanations);

  return explanations;
}
