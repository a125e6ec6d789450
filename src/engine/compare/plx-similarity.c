/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-similarity.h"

#include <math.h>
#include <string.h>

#include "engine/compare/plx-cosine.h"
#include "engine/compare/plx-similarity-weights.h"

G_STATIC_ASSERT (G_N_ELEMENTS (plx_similarity_weights) == PLX_N_FEATURES + 1);

/* How much a stem that runs through the articles is weighted down: it tells little about one sentence of them. */
#define TOPIC_PENALTY 10

/* A quotation of less weight than this is not taken for wholly repeated because its few words recur. */
#define LEAST_QUOTATION 8

/* A sentence of less weight than this is not taken for covered because its few words recur. */
#define LEAST_SENTENCE 8

/* Articles of so few sentence pairs are taken for longer ones: no shorter ones were learnt from, and in two snippets a
 * link must not come cheaper still. */
#define LEAST_PAIRS 150

/* So many times longer a list of stems is searched rather than walked through. */
#define LONGER 32

/* What makes a relation, given that there is one; logistic regressions on the labelled pairs of bench/align. */
#define SAME_COSINE    5.1
#define SAME_COVERAGE  4.5
#define SAME_LEAST     6.0
#define LEAST_REWORDED 0.133

/* Two articles and the weight of each of their stems. */
typedef struct
{
  const PlxArticleUnits *left;
  const PlxArticleUnits *right;
  float *left_weights;
  float *right_weights;
  /* By unit: the weight of all its stems, and of those in quotations. */
  float *left_totals;
  float *right_totals;
  float *left_quoted;
  float *right_quoted;
} Articles;

static void
articles_clear (Articles *articles)
{
  g_free (articles->left_weights);
  g_free (articles->right_weights);
  g_free (articles->left_totals);
  g_free (articles->right_totals);
  g_free (articles->left_quoted);
  g_free (articles->right_quoted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Articles, articles_clear)

static double
total_weight (const float *weights, const guint *terms, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[terms[i]];
  return sum;
}

static void
sum_units (const PlxArticleUnits *article, const float *weights, float **totals, float **quoted)
{
  *totals = g_new0 (float, article->units->len);
  *quoted = g_new0 (float, article->units->len);
  for (guint u = 0; u < article->units->len; u++)
    {
      const PlxUnit *unit = &g_array_index (article->units, PlxUnit, u);

      (*totals)[u] = total_weight (weights, unit->terms, unit->n_terms);
      (*quoted)[u] = total_weight (weights, unit->quoted, unit->n_quoted);
    }
}

static void
articles_init (Articles *self, const PlxUnits *units, const PlxArticleUnits *left, const PlxArticleUnits *right)
{
  guint i = 0, j = 0;

  self->left = left;
  self->right = right;
  self->left_weights = g_new0 (float, left->terms->len);
  self->right_weights = g_new0 (float, right->terms->len);

  while (i < left->terms->len || j < right->terms->len)
    {
      const PlxTerm *x = i < left->terms->len ? &g_array_index (left->terms, PlxTerm, i) : NULL;
      const PlxTerm *y = j < right->terms->len ? &g_array_index (right->terms, PlxTerm, j) : NULL;
      gboolean has_x = x != NULL && (y == NULL || x->id <= y->id);
      gboolean has_y = y != NULL && (x == NULL || y->id <= x->id);
      double share =
          ((has_x ? (double)x->n_units / left->units->len : 0) + (has_y ? (double)y->n_units / right->units->len : 0))
          / 2;
      double weight = plx_units_get_idf (units, has_x ? x->id : y->id) / (1 + TOPIC_PENALTY * share);

      if (has_x)
        self->left_weights[i++] = weight;
      if (has_y)
        self->right_weights[j++] = weight;
    }

  sum_units (left, self->left_weights, &self->left_totals, &self->left_quoted);
  sum_units (right, self->right_weights, &self->right_totals, &self->right_quoted);
}

/* The first of the ascending @terms, from @low on, whose stem is not before @id. */
static guint
skip_to (const GArray *terms_of_article, const guint *terms, guint low, guint high, guint id)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (terms_of_article, PlxTerm, terms[middle]).id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Summed weight of the stems that two ascending lists of terms share; counts those that stand once in either article
 * in @n_unique. */
static double
shared_weight (const Articles *articles, const guint *x, guint n_x, const guint *y, guint n_y, guint *n_unique)
{
  double sum = 0;
  guint i = 0, j = 0;

  while (i < n_x && j < n_y)
    {
      /* A sentence much longer than the other is searched instead of walked through. */
      if (n_y - j > LONGER * (n_x - i))
        j = skip_to (articles->right->terms, y, j, n_y, g_array_index (articles->left->terms, PlxTerm, x[i]).id);
      else if (n_x - i > LONGER * (n_y - j))
        i = skip_to (articles->left->terms, x, i, n_x, g_array_index (articles->right->terms, PlxTerm, y[j]).id);
      if (i == n_x || j == n_y)
        break;

      const PlxTerm *s = &g_array_index (articles->left->terms, PlxTerm, x[i]);
      const PlxTerm *t = &g_array_index (articles->right->terms, PlxTerm, y[j]);

      if (s->id == t->id)
        {
          sum += articles->left_weights[x[i]];
          if (n_unique != NULL)
            *n_unique += s->n_units == 1 && t->n_units == 1;
        }
      /* Both move on when they are equal. */
      gboolean left_on = s->id <= t->id, right_on = t->id <= s->id;

      i += left_on;
      j += right_on;
    }

  return sum;
}

static void
set_quotation_features (PlxSimilarity *similarity, const Articles *articles, const PlxUnit *x, const PlxUnit *y)
{
  double left = shared_weight (articles, x->quoted, x->n_quoted, y->terms, y->n_terms, NULL);
  double right = shared_weight (articles, x->terms, x->n_terms, y->quoted, y->n_quoted, NULL);
  double left_total = articles->left_quoted[similarity->left];
  double right_total = articles->right_quoted[similarity->right];

  similarity->features[PLX_FEATURE_QUOTED] = log1p (MAX (left, right));
  similarity->features[PLX_FEATURE_QUOTED_PART] =
      MAX (left / MAX (left_total, LEAST_QUOTATION), right / MAX (right_total, LEAST_QUOTATION));
}

static void
set_own_features (PlxSimilarity *similarity, const Articles *articles)
{
  const PlxUnit *x = &g_array_index (articles->left->units, PlxUnit, similarity->left);
  const PlxUnit *y = &g_array_index (articles->right->units, PlxUnit, similarity->right);
  double m = articles->left->units->len, n = articles->right->units->len;
  float *features = similarity->features;
  guint n_unique = 0;
  double shared = shared_weight (articles, x->terms, x->n_terms, y->terms, y->n_terms, &n_unique);
  double least = MIN (articles->left_totals[similarity->left], articles->right_totals[similarity->right]);

  similarity->coverage = shared / MAX (least, LEAST_SENTENCE);
  features[PLX_FEATURE_SHARED] = log1p (shared);
  features[PLX_FEATURE_UNIQUE] = n_unique;
  features[PLX_FEATURE_LENGTH] = log1p (x->n_words) + log1p (y->n_words);
  features[PLX_FEATURE_SIZE] = -log (MAX (m * n, LEAST_PAIRS));
  features[PLX_FEATURE_LEAD] = exp (-(double)(similarity->left + similarity->right) / 3);
  features[PLX_FEATURE_EARLY] = -(log1p (similarity->left) + log1p (similarity->right));
  features[PLX_FEATURE_POSITION] = fabs ((similarity->left + 0.5) / m - (similarity->right + 0.5) / n);
  set_quotation_features (similarity, articles, x, y);
}

/* The two highest values of a feature in each row (by left unit) or column (by right unit). */
typedef struct
{
  float best;
  float second;
} BestTwo;

static void
best_two_add (BestTwo *two, float value)
{
  if (value > two->best)
    {
      two->second = two->best;
      two->best = value;
    }
  else if (value > two->second)
    two->second = value;
}

/* How far a value is above the best of the others in its row or column; below zero when another is better. */
static float
best_two_margin (const BestTwo *two, float value)
{
  return value - (value >= two->best ? two->second : two->best);
}

/* Compares a feature with the next best of the same left and of the same right sentence. */
static void
set_margins (GArray *similarities, const Articles *articles, PlxFeature feature, PlxFeature margin, PlxFeature best)
{
  guint m = articles->left->units->len, n = articles->right->units->len;
  g_autofree BestTwo *rows = g_new0 (BestTwo, m);
  g_autofree BestTwo *columns = g_new0 (BestTwo, n);

  for (guint i = 0; i < similarities->len; i++)
    {
      const PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);

      best_two_add (&rows[similarity->left], similarity->features[feature]);
      best_two_add (&columns[similarity->right], similarity->features[feature]);
    }
  for (guint i = 0; i < similarities->len; i++)
    {
      PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);
      float in_row = best_two_margin (&rows[similarity->left], similarity->features[feature]);
      float in_column = best_two_margin (&columns[similarity->right], similarity->features[feature]);

      similarity->features[margin] = MIN (in_row, in_column);
      similarity->features[best] = MAX (in_row, in_column);
    }
}

/* Adds up the cosines of the sentences one and two before and after either sentence. Each row of the matrix needs the
 * four around it, of which one buffer keeps the sum. */
static void
set_neighbours (GArray *similarities, const Articles *articles)
{
  static const int around[] = { -2, -1, 1, 2 };
  guint m = articles->left->units->len, n = articles->right->units->len;
  g_autofree guint *rows = g_new0 (guint, m + 1);
  g_autofree float *sums = g_new0 (float, n);

  for (guint i = 0; i < similarities->len; i++)
    rows[g_array_index (similarities, PlxSimilarity, i).left + 1]++;
  for (guint i = 0; i < m; i++)
    rows[i + 1] += rows[i];

  for (guint i = 0; i < m; i++)
    {
      memset (sums, 0, n * sizeof *sums);
      for (guint k = 0; k < G_N_ELEMENTS (around); k++)
        {
          gint64 row = (gint64)i + around[k];

          if (row < 0 || row >= m)
            continue;
          for (guint c = rows[row]; c < rows[row + 1]; c++)
            {
              const PlxSimilarity *other = &g_array_index (similarities, PlxSimilarity, c);

              sums[other->right] += other->features[PLX_FEATURE_COSINE];
            }
        }
      for (guint c = rows[i]; c < rows[i + 1]; c++)
        {
          PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, c);

          for (guint k = 0; k < G_N_ELEMENTS (around); k++)
            {
              gint64 column = (gint64)similarity->right + around[k];

              if (column >= 0 && column < n)
                similarity->features[PLX_FEATURE_NEIGHBOURS] += sums[column];
            }
        }
    }
}

static void
set_score (PlxSimilarity *similarity)
{
  double z = plx_similarity_weights[PLX_N_FEATURES];

  for (guint f = 0; f < PLX_N_FEATURES; f++)
    z += plx_similarity_get_contribution (similarity, f);
  /* Rounded, so that the order of summing, which depends on the order of the articles, makes no difference. */
  similarity->score = round (1e4 / (1 + exp (-z))) / 1e4;
}

/**
 * plx_similarity_of_articles:
 * @units: the sentences of all articles
 * @left: index of an article
 * @right: index of another
 * @cancellable: (nullable): to stop early
 * @error: set to %G_IO_ERROR_CANCELLED when stopped
 *
 * Scores every two sentences of two articles that share enough to be worth it, by logistic regression over
 * #PlxFeature. Depends on these two articles alone, and not on which is the left one.
 *
 * Returns: (transfer full) (nullable) (element-type PlxSimilarity): by left unit, then by right unit
 */
GArray *
plx_similarity_of_articles (const PlxUnits *units, guint left, guint right, GCancellable *cancellable, GError **error)
{
  g_auto (Articles) articles = { NULL };
  g_autoptr (GArray) similarities = NULL;

  articles_init (&articles, units, plx_units_get_article (units, left), plx_units_get_article (units, right));
  similarities = plx_cosine_find_candidates (articles.left, articles.right, cancellable, error);
  if (similarities == NULL)
    return NULL;

  for (guint i = 0; i < similarities->len; i++)
    {
      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      set_own_features (&g_array_index (similarities, PlxSimilarity, i), &articles);
    }
  set_margins (similarities, &articles, PLX_FEATURE_COSINE, PLX_FEATURE_COSINE_MARGIN, PLX_FEATURE_COSINE_BEST);
  set_margins (similarities, &articles, PLX_FEATURE_SHARED, PLX_FEATURE_SHARED_MARGIN, PLX_FEATURE_SHARED_BEST);
  set_neighbours (similarities, &articles);
  for (guint i = 0; i < similarities->len; i++)
    set_score (&g_array_index (similarities, PlxSimilarity, i));

  return g_steal_pointer (&similarities);
}

/**
 * plx_similarity_is_link:
 * @similarity: how alike two sentences are
 *
 * Returns: whether the score is as high as links have it, by the threshold with the highest F1
 */
gboolean
plx_similarity_is_link (const PlxSimilarity *similarity)
{
  return similarity->score >= PLX_LINK_THRESHOLD;
}

/**
 * plx_similarity_get_relation:
 * @similarity: how alike two sentences are
 *
 * Tells same words from other words by the cosine and by how far the smaller sentence is covered, and from a part by
 * the cosine. Given that two sentences are linked, this is right for two of three.
 *
 * Returns: the relation
 */
PlxRelation
plx_similarity_get_relation (const PlxSimilarity *similarity)
{
  double cosine = similarity->features[PLX_FEATURE_COSINE];

  if (SAME_COSINE * cosine + SAME_COVERAGE * similarity->coverage > SAME_LEAST)
    return PLX_RELATION_SAME;
  return cosine > LEAST_REWORDED ? PLX_RELATION_REWORDED : PLX_RELATION_PARTIAL;
}

/**
 * plx_similarity_get_contribution:
 * @similarity: how alike two sentences are
 * @feature: one of the features
 *
 * Returns: what the feature adds to the score's log-odds
 */
double
plx_similarity_get_contribution (const PlxSimilarity *similarity, PlxFeature feature)
{
  g_return_val_if_fail ((guint)feature < PLX_N_FEATURES, 0);
  return plx_similarity_weights[feature] * similarity->features[feature];
}

const char *
plx_feature_to_string (PlxFeature feature)
{
  static const char *const names[] = { "cosine",      "shared",        "unique",      "length",     "size",
                                       "lead",        "early",         "position",    "neighbours", "cosine-margin",
                                       "cosine-best", "shared-margin", "shared-best", "quoted",     "quoted-part" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == PLX_N_FEATURES);
  g_return_val_if_fail ((guint)feature < G_N_ELEMENTS (names), NULL);
  return names[feature];
}
