/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-cosine.h"

#include <math.h>
#include <string.h>

/* An n-gram that stands in more sentences than this finds no candidates: what bounds the time for very long texts.
 * Articles of the usual length do not come near it. */
#define MOST_POSTINGS 200

/* So many candidates are kept for a sentence of the left article, the best by cosine. */
#define MOST_CANDIDATES 64

/* Where fewer than one sentence in so many is a candidate, they are sorted. */
#define SPARSE 16

/* Power of the inverse document frequency: rare n-grams count for a little more than its logarithm gives them. */
#define RARENESS 1.3f

/* Weights of frequencies up to this one are kept: few n-grams stand in a sentence more often. */
#define MOST_KEPT_FREQUENCIES 16

/* The two articles' n-grams joined: weights of each, and which one of the right is the same as one of the left. */
typedef struct
{
  float *left_weights;
  float *right_weights;
  guint *partners;
  float *left_norms;
  float *right_norms;
  float frequency_weights[MOST_KEPT_FREQUENCIES];
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
frequency_weight (const GramJoin *join, guint count)
{
  return count < MOST_KEPT_FREQUENCIES ? join->frequency_weights[count] : 1.0f + logf (count);
}

static void
add_to_norms (const GramJoin *join, float *norms, const PlxArticleUnits *article, const PlxGram *gram, float weight)
{
  for (guint p = gram->first; p < gram->first + gram->n_units; p++)
    {
      const PlxPosting *posting = &g_array_index (article->postings, PlxPosting, p);
      float value = weight * frequency_weight (join, posting->count);

      norms[posting->unit] += value * value;
    }
}

/* Merges the sorted n-grams of both articles. Their weight is the inverse document frequency among the sentences of
 * these two articles alone, so that other articles of the comparison have no say in it. */
static void
gram_join_init (GramJoin *join, const PlxArticleUnits *left, const PlxArticleUnits *right)
{
  guint n = left->units->len + right->units->len, i = 0, j = 0;
  g_autofree float *rareness = g_new0 (float, n + 1);

  for (guint k = 1; k < MOST_KEPT_FREQUENCIES; k++)
    join->frequency_weights[k] = 1.0f + logf (k);
  for (guint k = 1; k <= n; k++)
    rareness[k] = powf (logf ((n + 1.0f) / k), RARENESS);
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
      float weight = rareness[(has_x ? x->n_units : 0) + (has_y ? y->n_units : 0)];

      if (has_x)
        {
          join->left_weights[i] = weight;
          join->partners[i] = has_y ? j : G_MAXUINT;
          add_to_norms (join, join->left_norms, left, x, weight);
          i++;
        }
      if (has_y)
        {
          join->right_weights[j] = weight;
          add_to_norms (join, join->right_norms, right, y, weight);
          j++;
        }
    }
}

/* A sentence of the right article that shares an n-gram with the one of the left. */
typedef struct
{
  guint unit;
  float cosine;
} Candidate;

static int
compare_by_cosine (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->cosine != y->cosine)
    return x->cosine > y->cosine ? -1 : 1;
  return (x->unit > y->unit) - (x->unit < y->unit);
}

static int
compare_by_unit (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  return (x->unit > y->unit) - (x->unit < y->unit);
}

/* Puts the candidates in the order of their units: by looking at all units where most are candidates, which is usual,
 * else by sorting. */
static void
sort_by_unit (GArray *row, const float *products, guint n_units)
{
  if (n_units / SPARSE > row->len)
    {
      g_array_sort (row, compare_by_unit);
      return;
    }
  g_array_set_size (row, 0);
  for (guint u = 0; u < n_units; u++)
    if (products[u] != 0)
      {
        Candidate candidate = { .unit = u };

        g_array_append_val (row, candidate);
      }
}

/* Cosines of one sentence of the left with all of the right that share an n-gram with it, put into @row by unit.
 * @products is all zero before and after. */
static void
find_candidates (guint unit, const PlxArticleUnits *left, const GArray *unit_grams, const PlxArticleUnits *right,
                 const GramJoin *join, float *products, GArray *row)
{
  g_array_set_size (row, 0);
  for (guint g = 0; g < unit_grams->len; g++)
    {
      const PlxPosting *own = &g_array_index (unit_grams, PlxPosting, g);
      guint partner = join->partners[own->unit];
      const PlxGram *gram;
      const PlxPosting *postings;
      float weight = join->left_weights[own->unit];
      float own_frequency = frequency_weight (join, own->count);

      if (partner == G_MAXUINT)
        continue;
      gram = &g_array_index (right->grams, PlxGram, partner);
      if (gram->n_units + g_array_index (left->grams, PlxGram, own->unit).n_units > MOST_POSTINGS)
        continue;
      weight *= weight;
      postings = &g_array_index (right->postings, PlxPosting, gram->first);
      for (guint p = 0; p < gram->n_units; p++)
        {
          float *product = &products[postings[p].unit];

          if (*product == 0)
            {
              Candidate candidate = { .unit = postings[p].unit };

              g_array_append_val (row, candidate);
            }
          *product += weight * (own_frequency * frequency_weight (join, postings[p].count));
        }
    }

  sort_by_unit (row, products, right->units->len);
  for (guint c = 0; c < row->len; c++)
    {
      Candidate *candidate = &g_array_index (row, Candidate, c);
      float norm = join->left_norms[unit] * join->right_norms[candidate->unit];

      candidate->cosine = norm > 0 ? MIN (products[candidate->unit] / sqrtf (norm), 1.0f) : 0;
      products[candidate->unit] = 0;
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
 * plx_cosine_find_candidates:
 * @left: an article's sentences
 * @right: another's
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Finds the sentences of two articles that share character n-grams (Cavnar and Trenkle 1994), with the cosine of
 * their n-grams: tf·idf weights, the inverse document frequencies from the sentences of these two articles alone. In
 * a very long right article only the best candidates of each left sentence are kept.
 *
 * Returns: (transfer full) (nullable) (element-type PlxSimilarity): by left unit, then by right unit, with the units
 *   and the cosine set
 */
GArray *
plx_cosine_find_candidates (const PlxArticleUnits *left, const PlxArticleUnits *right, GCancellable *cancellable,
                            GError **error)
{
  g_auto (GramJoin) join = { NULL };
  g_autoptr (GPtrArray) by_unit = grams_by_unit (left);
  g_autofree float *products = g_new0 (float, right->units->len);
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlxSimilarity));

  gram_join_init (&join, left, right);
  for (guint i = 0; i < left->units->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      find_candidates (i, left, g_ptr_array_index (by_unit, i), right, &join, products, row);
      if (row->len > MOST_CANDIDATES)
        {
          g_array_sort (row, compare_by_cosine);
          g_array_set_size (row, MOST_CANDIDATES);
          g_array_sort (row, compare_by_unit);
        }
      for (guint c = 0; c < row->len; c++)
        {
          const Candidate *candidate = &g_array_index (row, Candidate, c);
          PlxSimilarity similarity = { .left = i, .right = candidate->unit };

          similarity.features[PLX_FEATURE_COSINE] = candidate->cosine;
          g_array_append_val (all, similarity);
        }
    }

  return g_steal_pointer (&all);
}
