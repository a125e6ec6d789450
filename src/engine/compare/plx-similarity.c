/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-similarity.h"

#include <math.h>
#include <string.h>

/* An n-gram that stands in more sentences than this finds no candidates: what bounds the time for very long texts.
 * Articles of the usual length do not come near it. */
#define MOST_POSTINGS 200

/* So many candidates are kept for a sentence of the left article, the best by cosine. */
#define MOST_CANDIDATES 128

/* The two articles' n-grams joined: weights of each, and which one of the right is the same as one of the left. */
typedef struct
{
  float *left_weights;
  float *right_weights;
  guint *partners;
  float *left_norms;
  float *right_norms;
} GramJoin;

static void
gram_join_clear (GramJoin *join)
{
  g_free (join->left_weights);
  g_free (join->right_weights);
  g_free (join->partners);
  g_free (join->left_norms);
  g_free (join->right_norms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramJoin, gram_join_clear)

static float
frequency_weight (guint count)
{
  return count == 1 ? 1.0f : 1.0f + logf (count);
}

static void
add_to_norms (float *norms, const PlxArticleUnits *article, const PlxGram *gram, float weight)
{
  for (guint p = gram->first; p < gram->first + gram->n_units; p++)
    {
      const PlxPosting *posting = &g_array_index (article->postings, PlxPosting, p);
      float value = weight * frequency_weight (posting->count);

      norms[posting->unit] += value * value;
    }
}

/* Merges the sorted n-grams of both articles. Their weight is the inverse document frequency among the sentences of
 * these two articles alone, so that other articles of the comparison have no say in it. */
static void
gram_join_init (GramJoin *join, const PlxArticleUnits *left, const PlxArticleUnits *right)
{
  double n = left->units->len + right->units->len;
  guint i = 0, j = 0;

  join->left_weights = g_new0 (float, left->grams->len);
  join->right_weights = g_new0 (float, right->grams->len);
  join->partners = g_new (guint, left->grams->len);
  join->left_norms = g_new0 (float, left->units->len);
  join->right_norms = g_new0 (float, right->units->len);

  while (i < left->grams->len || j < right->grams->len)
    {
      const PlxGram *x = i < left->grams->len ? &g_array_index (left->grams, PlxGram, i) : NULL;
      const PlxGram *y = j < right->grams->len ? &g_array_index (right->grams, PlxGram, j) : NULL;
      gboolean has_x = x != NULL && (y == NULL || x->hash <= y->hash);
      gboolean has_y = y != NULL && (x == NULL || y->hash <= x->hash);
      float weight = logf ((n + 1) / ((has_x ? x->n_units : 0) + (has_y ? y->n_units : 0)));

      if (has_x)
        {
          join->left_weights[i] = weight;
          join->partners[i] = has_y ? j : G_MAXUINT;
          add_to_norms (join->left_norms, left, x, weight);
          i++;
        }
      if (has_y)
        {
          join->right_weights[j] = weight;
          add_to_norms (join->right_norms, right, y, weight);
          j++;
        }
    }
}

/* Summed weight of the stems that two sentences share. A stem that runs through the articles tells little about one
 * sentence of them, so it is weighted down by the share of sentences that hold it. */
static double
shared_stems (const PlxUnits *units, const PlxArticleUnits *left, const PlxUnit *x, const PlxArticleUnits *right,
              const PlxUnit *y)
{
  double sum = 0;
  guint i = 0, j = 0;

  while (i < x->n_terms && j < y->n_terms)
    {
      const PlxTerm *s = &g_array_index (left->terms, PlxTerm, x->terms[i]);
      const PlxTerm *t = &g_array_index (right->terms, PlxTerm, y->terms[j]);

      if (s->id == t->id)
        {
          double share = ((double)s->n_units / left->units->len + (double)t->n_units / right->units->len) / 2;

          sum += plx_units_get_idf (units, s->id) / (1 + 6 * share);
        }
      i += s->id <= t->id;
      j += t->id <= s->id;
    }

  return sum;
}

static double
score_of (const PlxSimilarity *similarity, guint m, guint n)
{
  double z = -4.83 + 26.7 * similarity->cosine + 1.95 * log1p (similarity->shared)
             + 2.92 * exp (-(double)(similarity->left + similarity->right) / 3) - 0.672 * log ((double)m * n);

  return 1 / (1 + exp (-z));
}

static int
compare_by_cosine (gconstpointer a, gconstpointer b)
{
  const PlxSimilarity *x = a, *y = b;

  if (x->cosine != y->cosine)
    return x->cosine > y->cosine ? -1 : 1;
  return (x->right > y->right) - (x->right < y->right);
}

static int
compare_by_right (gconstpointer a, gconstpointer b)
{
  const PlxSimilarity *x = a, *y = b;

  return (x->right > y->right) - (x->right < y->right);
}

/* Cosines of one sentence of the left with all of the right that share an n-gram with it, added to @row. */
static void
find_candidates (const PlxArticleUnits *left, guint unit, const GArray *unit_grams, const PlxArticleUnits *right,
                 const GramJoin *join, float *products, GArray *row)
{
  for (guint g = 0; g < unit_grams->len; g++)
    {
      const PlxPosting *own = &g_array_index (unit_grams, PlxPosting, g);
      guint partner = join->partners[own->unit];
      const PlxGram *gram;
      float weight = join->left_weights[own->unit];

      if (partner == G_MAXUINT)
        continue;
      gram = &g_array_index (right->grams, PlxGram, partner);
      if (gram->n_units + g_array_index (left->grams, PlxGram, own->unit).n_units > MOST_POSTINGS)
        continue;
      weight *= weight;
      for (guint p = gram->first; p < gram->first + gram->n_units; p++)
        {
          const PlxPosting *posting = &g_array_index (right->postings, PlxPosting, p);

          if (products[posting->unit] == 0)
            {
              PlxSimilarity candidate = { .left = unit, .right = posting->unit };

              g_array_append_val (row, candidate);
            }
          products[posting->unit] += weight * (frequency_weight (own->count) * frequency_weight (posting->count));
        }
    }

  for (guint c = 0; c < row->len; c++)
    {
      PlxSimilarity *candidate = &g_array_index (row, PlxSimilarity, c);
      float norm = join->left_norms[unit] * join->right_norms[candidate->right];

      candidate->cosine = norm > 0 ? MIN (products[candidate->right] / sqrtf (norm), 1.0f) : 0;
      products[candidate->right] = 0;
    }
}

/* The n-grams of each unit of an article, as indices into its n-grams: the postings turned round. */
static GPtrArray *
grams_by_unit (const PlxArticleUnits *article)
{
  GPtrArray *by_unit = g_ptr_array_new_full (article->units->len, (GDestroyNotify)g_array_unref);

  for (guint u = 0; u < article->units->len; u++)
    g_ptr_array_add (by_unit, g_array_sized_new (FALSE, FALSE, sizeof (PlxPosting),
                                                 g_array_index (article->units, PlxUnit, u).n_grams));
  for (guint g = 0; g < article->grams->len; g++)
    {
      const PlxGram *gram = &g_array_index (article->grams, PlxGram, g);

      for (guint p = gram->first; p < gram->first + gram->n_units; p++)
        {
          const PlxPosting *posting = &g_array_index (article->postings, PlxPosting, p);
          PlxPosting turned = { g, posting->count };

          g_array_append_val ((GArray *)g_ptr_array_index (by_unit, posting->unit), turned);
        }
    }

  return by_unit;
}

/**
 * plx_similarity_of_articles:
 * @units: the sentences of all articles
 * @left: index of an article
 * @right: index of another
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Scores every two sentences of two articles that share enough to be worth it. Depends on these two articles alone.
 *
 * Returns: (transfer full) (nullable) (element-type PlxSimilarity): by left unit, then by right unit
 */
GArray *
plx_similarity_of_articles (const PlxUnits *units, guint left, guint right, GCancellable *cancellable, GError **error)
{
  const PlxArticleUnits *a = plx_units_get_article (units, left);
  const PlxArticleUnits *b = plx_units_get_article (units, right);
  g_auto (GramJoin) join = { NULL };
  g_autoptr (GPtrArray) by_unit = grams_by_unit (a);
  g_autofree float *products = g_new0 (float, b->units->len);
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (PlxSimilarity));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlxSimilarity));

  gram_join_init (&join, a, b);
  for (guint i = 0; i < a->units->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      g_array_set_size (row, 0);
      find_candidates (a, i, g_ptr_array_index (by_unit, i), b, &join, products, row);
      if (row->len > MOST_CANDIDATES)
        {
          g_array_sort (row, compare_by_cosine);
          g_array_set_size (row, MOST_CANDIDATES);
        }
      g_array_sort (row, compare_by_right);
      for (guint c = 0; c < row->len; c++)
        {
          PlxSimilarity *candidate = &g_array_index (row, PlxSimilarity, c);

          candidate->shared = shared_stems (units, a, &g_array_index (a->units, PlxUnit, i), b,
                                            &g_array_index (b->units, PlxUnit, candidate->right));
          candidate->score = score_of (candidate, a->units->len, b->units->len);
        }
      g_array_append_vals (all, row->data, row->len);
    }

  return g_steal_pointer (&all);
}
