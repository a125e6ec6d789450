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

/* What a sentence brings to every comparison it takes part in. */
typedef struct
{
  /* The weight of all its stems, and of those in quotations. */
  float total;
  float quoted;
  /* Logarithms of its words and of the sentences before it. */
  double length;
  double place;
} UnitSums;

/* Two articles and the weight of each of their stems. */
typedef struct
{
  const PlxArticleUnits *left;
  const PlxArticleUnits *right;
  float *left_weights;
  float *right_weights;
  /* For each term of the left article the same one of the right, or %G_MAXUINT. */
  guint *partners;
  UnitSums *left_sums;
  UnitSums *right_sums;
  /* By the number of sentences before both. */
  double *leads;
  double size;
} Articles;

static void
articles_clear (Articles *articles)
{
  g_free (articles->left_weights);
  g_free (articles->right_weights);
  g_free (articles->partners);
  g_free (articles->left_sums);
  g_free (articles->right_sums);
  g_free (articles->leads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Articles, articles_clear)

/* A sentence of the left article spread over the terms of the right, zero where it does not have them: the weight of
 * its terms, of its quoted terms, and one for terms that stand once in either article. So the weight that it shares
 * with any sentence of the right is a sum over that sentence's terms. */
typedef struct
{
  const PlxUnit *unit;
  float *weights;
  float *quoted;
  float *unique;
} SpreadUnit;

static void
spread_unit_init (SpreadUnit *self, const Articles *articles)
{
  guint n = articles->right->terms->len;

  self->weights = g_new0 (float, n);
  self->quoted = g_new0 (float, n);
  self->unique = g_new0 (float, n);
}

static void
spread_unit_clear (SpreadUnit *self)
{
  g_free (self->weights);
  g_free (self->quoted);
  g_free (self->unique);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpreadUnit, spread_unit_clear)

static void
spread_unit_wipe (SpreadUnit *self, const Articles *articles)
{
  for (guint i = 0; self->unit != NULL && i < self->unit->n_terms; i++)
    {
      guint partner = articles->partners[self->unit->terms[i]];

      if (partner != G_MAXUINT)
        self->weights[partner] = self->quoted[partner] = self->unique[partner] = 0;
    }
}

static void
spread_unit_set (SpreadUnit *self, const Articles *articles, const PlxUnit *unit)
{
  spread_unit_wipe (self, articles);
  self->unit = unit;
  for (guint i = 0; i < unit->n_terms; i++)
    {
      guint term = unit->terms[i], partner = articles->partners[term];

      if (partner == G_MAXUINT)
        continue;
      self->weights[partner] = articles->left_weights[term];
      self->unique[partner] = g_array_index (articles->left->terms, PlxTerm, term).n_units == 1
                              && g_array_index (articles->right->terms, PlxTerm, partner).n_units == 1;
    }
  for (guint i = 0; i < unit->n_quoted; i++)
    {
      guint partner = articles->partners[unit->quoted[i]];

      if (partner != G_MAXUINT)
        self->quoted[partner] = articles->left_weights[unit->quoted[i]];
    }
}

static double
total_weight (const float *weights, const guint *terms, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[terms[i]];
  return sum;
}

static UnitSums *
sum_units (const PlxArticleUnits *article, const float *weights)
{
  UnitSums *sums = g_new (UnitSums, article->units->len);

  for (guint u = 0; u < article->units->len; u++)
    {
      const PlxUnit *unit = &g_array_index (article->units, PlxUnit, u);

      sums[u].total = total_weight (weights, unit->terms, unit->n_terms);
      sums[u].quoted = total_weight (weights, unit->quoted, unit->n_quoted);
      sums[u].length = log1p (unit->n_words);
      sums[u].place = log1p (u);
    }
  return sums;
}

static void
articles_init (Articles *self, const PlxUnits *units, const PlxArticleUnits *left, const PlxArticleUnits *right)
{
  guint n_units = left->units->len + right->units->len, i = 0, j = 0;

  self->left = left;
  self->right = right;
  self->left_weights = g_new0 (float, left->terms->len);
  self->right_weights = g_new0 (float, right->terms->len);
  self->partners = g_new (guint, left->terms->len);

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
        {
          self->partners[i] = has_y ? j : G_MAXUINT;
          self->left_weights[i++] = weight;
        }
      if (has_y)
        self->right_weights[j++] = weight;
    }

  self->left_sums = sum_units (left, self->left_weights);
  self->right_sums = sum_units (right, self->right_weights);
  self->leads = g_new (double, n_units);
  for (guint k = 0; k < n_units; k++)
    self->leads[k] = exp (-(double)k / 3);
  self->size = -log (MAX ((double)left->units->len * right->units->len, LEAST_PAIRS));
}

static gboolean
has_term (const guint *terms, guint n, guint term)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (terms[middle] < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && terms[low] == term;
}

/* Summed @spread values of the stems that @x of the left article shares with @y of the right, both ascending. */
static double
shared_weight (const Articles *articles, const float *spread, const guint *x, guint n_x, const guint *y, guint n_y)
{
  double sum = 0;

  if (n_x == 0)
    return 0;
  if (n_y / LONGER <= n_x)
    return total_weight (spread, y, n_y);

  for (guint i = 0; i < n_x; i++)
    {
      guint partner = articles->partners[x[i]];

      if (partner != G_MAXUINT && has_term (y, n_y, partner))
        sum += spread[partner];
    }
  return sum;
}

static void
set_quotation_features (PlxSimilarity *similarity, const Articles *articles, const SpreadUnit *left, const PlxUnit *y)
{
  const PlxUnit *x = left->unit;
  double quoted_left = shared_weight (articles, left->quoted, x->quoted, x->n_quoted, y->terms, y->n_terms);
  double quoted_right = shared_weight (articles, left->weights, x->terms, x->n_terms, y->quoted, y->n_quoted);
  double left_total = articles->left_sums[similarity->left].quoted;
  double right_total = articles->right_sums[similarity->right].quoted;

  similarity->features[PLX_FEATURE_QUOTED] = log1p (MAX (quoted_left, quoted_right));
  similarity->features[PLX_FEATURE_QUOTED_PART] =
      MAX (quoted_left / MAX (left_total, LEAST_QUOTATION), quoted_right / MAX (right_total, LEAST_QUOTATION));
}

static void
set_own_features (PlxSimilarity *similarity, const Articles *articles, const SpreadUnit *left)
{
  const PlxUnit *x = left->unit;
  const PlxUnit *y = &g_array_index (articles->right->units, PlxUnit, similarity->right);
  const UnitSums *x_sums = &articles->left_sums[similarity->left];
  const UnitSums *y_sums = &articles->right_sums[similarity->right];
  double m = articles->left->units->len, n = articles->right->units->len;
  float *features = similarity->features;
  double shared = shared_weight (articles, left->weights, x->terms, x->n_terms, y->terms, y->n_terms);

  similarity->coverage = shared / MAX (MIN (x_sums->total, y_sums->total), LEAST_SENTENCE);
  features[PLX_FEATURE_SHARED] = log1p (shared);
  features[PLX_FEATURE_UNIQUE] = shared_weight (articles, left->unique, x->terms, x->n_terms, y->terms, y->n_terms);
  features[PLX_FEATURE_LENGTH] = x_sums->length + y_sums->length;
  features[PLX_FEATURE_SIZE] = articles->size;
  features[PLX_FEATURE_LEAD] = articles->leads[similarity->left + similarity->right];
  features[PLX_FEATURE_EARLY] = -(x_sums->place + y_sums->place);
  features[PLX_FEATURE_POSITION] = fabs ((similarity->left + 0.5) / m - (similarity->right + 0.5) / n);
  set_quotation_features (similarity, articles, left, y);
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

  if (similarities->len == 0)
    return;
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
    z += plx_similarity_weights[f] * similarity->features[f];
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
  g_auto (SpreadUnit) spread = { NULL };
  g_autoptr (GArray) similarities = NULL;

  articles_init (&articles, units, plx_units_get_article (units, left), plx_units_get_article (units, right));
  similarities = plx_cosine_find_candidates (articles.left, articles.right, cancellable, error);
  if (similarities == NULL)
    return NULL;

  spread_unit_init (&spread, &articles);
  for (guint i = 0; i < similarities->len; i++)
    {
      PlxSimilarity *similarity = &g_array_index (similarities, PlxSimilarity, i);
      const PlxUnit *unit = &g_array_index (articles.left->units, PlxUnit, similarity->left);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (unit != spread.unit)
        spread_unit_set (&spread, &articles, unit);
      set_own_features (similarity, &articles, &spread);
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

/**
 * plx_similarity_get_constant:
 *
 * Returns: what is added to the contributions of the features to make the score's log-odds
 */
double
plx_similarity_get_constant (void)
{
  return plx_similarity_weights[PLX_N_FEATURES];
}

/**
 * plx_similarity_get_threshold:
 *
 * Returns: the least score of a link
 */
double
plx_similarity_get_threshold (void)
{
  return PLX_LINK_THRESHOLD;
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
