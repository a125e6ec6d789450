/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-grouping.h"

#include <math.h>
#include <string.h>

#include "engine/compare/plx-profile.h"

/*
 * Two stories are joined while they are at least this similar. Set with the constants below and those of the profiles
 * on 50 long texts on 10 events, 982 short ones on 86, and small samples of both: F1 stays within 0.02 from 0.13 to
 * 0.16.
 */
#define THRESHOLD 0.14
/* Pairs of articles less similar than this count as not similar at all. */
#define FLOOR 0.03
/*
 * How far the similarity of two stories is measured by that of the articles within each: as if a story had so many
 * pairs more, of so much similarity.
 */
#define COHESION_POWER 0.4
#define PRIOR_COHESION 0.2
#define PRIOR_PAIRS    4.0
/*
 * An article left alone goes to the story it is most like, when it is this share of the threshold, and so many times as
 * much as to the next story.
 */
#define ATTACH_SHARE  0.5
#define ATTACH_MARGIN 1.5
/*
 * Collections are small: the share of articles that hold a word is estimated as if there were so many others, few
 * enough that what all articles at hand have in common soon counts as common, …
 */
#define PRIOR_ARTICLES 6.0
/* … each of so many sentences of the news at large. */
#define PRIOR_SENTENCES 40.0
/*
 * Articles published so many days apart may well be of one story; beyond, their similarity falls with the root of the
 * distance: to half after four weeks, to a seventh after a year. The collections have no dates: this is not measured.
 */
#define WINDOW_DAYS 7

typedef struct
{
  guint article;
  float weight;
} Posting;

/* The articles that hold a term. */
typedef struct
{
  GArray *postings;
  double background_idf;
} Term;

/* A pair of stories to join; the best one first, of equals the one with the lowest articles. */
typedef struct
{
  double similarity;
  guint a;
  guint b;
  guint version;
} Candidate;

/* A story in the making. */
typedef struct
{
  guint size;
  guint version;
  gboolean gone;
  gboolean fixed;
  /* The sum of similarities of its pairs of articles, and what it amounts to. */
  double within;
  double cohesion;
  /* Cluster -> the sum of similarities of their articles, the bits of a float. */
  GHashTable *sums;
} Cluster;

static void
term_free (Term *term)
{
  g_array_unref (term->postings);
  g_free (term);
}

/*
 * The inverse document frequency of a term among @n articles of which @df hold it, with the news at large as prior: a
 * background sentence holds it with the probability exp (-background_idf).
 */
static double
idf_of (double background_idf, guint df, guint n)
{
  double share = 1 - pow (1 - exp (-MAX (background_idf, 0)), PRIOR_SENTENCES);

  return MAX (log ((n + PRIOR_ARTICLES) / (df + PRIOR_ARTICLES * share)), 0);
}

/* The TF-IDF vectors of all articles, unit length, as an inverted index: term -> Term. */
static GHashTable *
build_index (GPtrArray *profiles)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)term_free);
  g_autofree double *norms = g_new0 (double, profiles->len + 1);
  GHashTableIter iterator;
  gpointer value;

  for (guint i = 0; i < profiles->len; i++)
    {
      const GArray *terms = plx_profile_get_terms (g_ptr_array_index (profiles, i));

      for (guint t = 0; t < terms->len; t++)
        {
          const PlxProfileTerm *found = &g_array_index (terms, PlxProfileTerm, t);
          Term *term = g_hash_table_lookup (index, &found->term);
          Posting posting = { i, (float)(1 + log (found->count)) };

          if (term == NULL)
            {
              term = g_new0 (Term, 1);
              term->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
              term->background_idf = found->background_idf;
              g_hash_table_insert (index, (gpointer)&found->term, term);
            }
          g_array_append_val (term->postings, posting);
        }
    }

  g_hash_table_iter_init (&iterator, index);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      const Term *term = value;
      double idf = idf_of (term->background_idf, term->postings->len, profiles->len);

      for (guint k = 0; k < term->postings->len; k++)
        {
          Posting *posting = &g_array_index (term->postings, Posting, k);

          posting->weight *= idf;
          norms[posting->article] += (double)posting->weight * posting->weight;
        }
    }
  g_hash_table_iter_init (&iterator, index);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    for (guint k = 0; k < ((const Term *)value)->postings->len; k++)
      {
        Posting *posting = &g_array_index (((const Term *)value)->postings, Posting, k);

        if (norms[posting->article] > 0)
          posting->weight /= sqrt (norms[posting->article]);
      }

  return index;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/* A binary heap, the best candidate on top. */
static void
heap_push (GArray *heap, Candidate candidate)
{
  guint i = heap->len;

  g_array_append_val (heap, candidate);
  while (i > 0)
    {
      guint parent = (i - 1) / 2;

      if (compare_candidates (&candidate, &g_array_index (heap, Candidate, parent)) >= 0)
        break;
      g_array_index (heap, Candidate, i) = g_array_index (heap, Candidate, parent);
      i = parent;
    }
  g_array_index (heap, Candidate, i) = candidate;
}

static Candidate
heap_pop (GArray *heap)
{
  Candidate top = g_array_index (heap, Candidate, 0);
  Candidate last = g_array_index (heap, Candidate, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  for (guint child = 1; child < heap->len; child = 2 * i + 1)
    {
      if (child + 1 < heap->len
          && compare_candidates (&g_array_index (heap, Candidate, child + 1), &g_array_index (heap, Candidate, child))
                 < 0)
        child++;
      if (compare_candidates (&last, &g_array_index (heap, Candidate, child)) <= 0)
        break;
      g_array_index (heap, Candidate, i) = g_array_index (heap, Candidate, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Candidate, i) = last;

  return top;
}

static double
sum_of (const Cluster *cluster, guint other)
{
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (cluster->sums, GUINT_TO_POINTER (other)));
  float sum;

  memcpy (&sum, &bits, sizeof sum);
  return sum;
}

static void
set_sum (Cluster *clusters, guint a, guint b, double sum)
{
  float value = sum;
  guint bits;

  memcpy (&bits, &value, sizeof bits);
  g_hash_table_insert (clusters[a].sums, GUINT_TO_POINTER (b), GUINT_TO_POINTER (bits));
  g_hash_table_insert (clusters[b].sums, GUINT_TO_POINTER (a), GUINT_TO_POINTER (bits));
}

static void
update_cohesion (Cluster *cluster)
{
  double pairs = cluster->size * (cluster->size - 1.0) / 2;
  double mean = (cluster->within + PRIOR_PAIRS * PRIOR_COHESION) / (pairs + PRIOR_PAIRS);

  cluster->cohesion = pow (mean / PRIOR_COHESION, COHESION_POWER);
}

static void
push_candidate (GArray *heap, const Cluster *clusters, guint a, guint b)
{
  double similarity = sum_of (&clusters[a], b) / ((double)clusters[a].size * clusters[b].size)
                      / (clusters[a].cohesion * clusters[b].cohesion);
  Candidate candidate = { similarity, MIN (a, b), MAX (a, b), clusters[a].version + clusters[b].version };

  if (similarity >= THRESHOLD && !(clusters[a].fixed && clusters[b].fixed))
    heap_push (heap, candidate);
}

/* Makes cluster @b part of cluster @a. */
static void
join (Cluster *clusters, guint a, guint b)
{
  GHashTableIter iterator;
  gpointer key;

  clusters[a].within += clusters[b].within + sum_of (&clusters[a], b);
  g_hash_table_remove (clusters[a].sums, GUINT_TO_POINTER (b));
  g_hash_table_remove (clusters[b].sums, GUINT_TO_POINTER (a));
  g_hash_table_iter_init (&iterator, clusters[b].sums);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    {
      guint other = GPOINTER_TO_UINT (key);

      g_hash_table_remove (clusters[other].sums, GUINT_TO_POINTER (b));
      set_sum (clusters, a, other, sum_of (&clusters[a], other) + sum_of (&clusters[b], other));
    }
  g_hash_table_remove_all (clusters[b].sums);
  clusters[a].size += clusters[b].size;
  clusters[a].fixed |= clusters[b].fixed;
  clusters[a].version++;
  clusters[b].gone = TRUE;
  update_cohesion (&clusters[a]);
}

/* By how much the dates of two articles, where known, lower their similarity. */
static double
date_factor (const PlxProfile *a, const PlxProfile *b)
{
  int day = plx_profile_get_day (a), other = plx_profile_get_day (b);

  return day != 0 && other != 0 && ABS (day - other) > WINDOW_DAYS ? sqrt ((double)WINDOW_DAYS / ABS (day - other)) : 1;
}

static void
find_similarities (GPtrArray *profiles, Cluster *clusters, const gboolean *alone)
{
  g_autoptr (GHashTable) index = build_index (profiles);
  g_autofree double *sums = g_new0 (double, profiles->len + 1);

  for (guint i = 0; i < profiles->len; i++)
    {
      const GArray *terms = plx_profile_get_terms (g_ptr_array_index (profiles, i));

      if (alone[i])
        continue;
      for (guint k = 0; k < i; k++)
        sums[k] = 0;
      for (guint t = 0; t < terms->len; t++)
        {
          const Term *term = g_hash_table_lookup (index, &g_array_index (terms, PlxProfileTerm, t).term);
          const GArray *postings = term->postings;
          double mine = 0;

          /* Postings stand in the order of the articles. */
          for (guint low = 0, high = postings->len; low < high;)
            {
              guint middle = low + (high - low) / 2;
              const Posting *posting = &g_array_index (postings, Posting, middle);

              if (posting->article == i)
                {
                  mine = posting->weight;
                  break;
                }
              if (posting->article < i)
                low = middle + 1;
              else
                high = middle;
            }
          for (guint k = 0; k < postings->len && g_array_index (postings, Posting, k).article < i; k++)
            sums[g_array_index (postings, Posting, k).article] += mine * g_array_index (postings, Posting, k).weight;
        }
      for (guint k = 0; k < i; k++)
        {
          if (sums[k] < FLOOR)
            continue;
          sums[k] *= date_factor (g_ptr_array_index (profiles, i), g_ptr_array_index (profiles, k));
          if (sums[k] >= FLOOR && !alone[k])
            set_sum (clusters, i, k, sums[k]);
        }
    }
}

static guint
root_of (const guint *parent, guint article)
{
  while (parent[article] != article)
    article = parent[article];
  return article;
}

/* Gives articles that are left alone to the story they are most like, when that is clear. */
static void
attach_rest (Cluster *clusters, guint n, guint *parent, const gboolean *alone)
{
  g_autofree guint *to = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GHashTableIter iterator;
      gpointer key;
      double best = 0, second = 0;

      to[i] = i;
      if (clusters[i].gone || clusters[i].size > 1 || clusters[i].fixed || alone[i])
        continue;
      g_hash_table_iter_init (&iterator, clusters[i].sums);
      while (g_hash_table_iter_next (&iterator, &key, NULL))
        {
          guint other = GPOINTER_TO_UINT (key);
          double similarity = sum_of (&clusters[i], other) / clusters[other].size;

          if (clusters[other].size == 1 && !clusters[other].fixed)
            continue;
          if (similarity > best)
            {
              second = best;
              best = similarity;
              to[i] = other;
            }
          else if (similarity > second)
            second = similarity;
        }
      if (best < ATTACH_SHARE * THRESHOLD || best < ATTACH_MARGIN * second)
        to[i] = i;
    }
  for (guint i = 0; i < n; i++)
    if (to[i] != i)
      parent[i] = to[i];
}

/**
 * plx_grouping_assign:
 * @profiles: (element-type PlxProfile): all articles
 * @stories: (nullable) (element-type guint): for each article the number of the story it is in and stays in, or
 *   %PLX_GROUPING_FREE or %PLX_GROUPING_ALONE; %NULL when all are free
 *
 * Groups articles into stories by agglomerative clustering with average linkage over the cosines of their TF-IDF
 * vectors. The linkage is divided by how alike the articles within either story are, so that two events that have much
 * in common, but less than their own articles have, stay apart; articles that remain alone go to the story they are
 * clearly most like. Articles that are in a story stay there, and two stories are never made one; free articles go into
 * them or form new ones. The result does not depend on the order of the articles but for ties.
 *
 * Returns: (transfer full) (element-type guint): for each article a number; those that share it are one story. The
 *   numbers count from 0 in the order of each story's first article, and are not those of @stories
 */
GArray *
plx_grouping_assign (GPtrArray *profiles, const GArray *stories)
{
  guint n = profiles->len;
  g_autofree Cluster *clusters = g_new0 (Cluster, n + 1);
  g_autofree guint *parent = g_new (guint, n + 1);
  g_autofree guint *number = g_new (guint, n + 1);
  g_autofree gboolean *alone = g_new0 (gboolean, n + 1);
  g_autoptr (GHashTable) first_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_stories = 0;

  g_return_val_if_fail (stories == NULL || stories->len == n, out);

  for (guint i = 0; i < n; i++)
    {
      clusters[i].size = 1;
      clusters[i].sums = g_hash_table_new (NULL, NULL);
      update_cohesion (&clusters[i]);
      parent[i] = i;
      number[i] = G_MAXUINT;
      alone[i] = stories != NULL && g_array_index (stories, guint, i) == PLX_GROUPING_ALONE;
    }
  find_similarities (profiles, clusters, alone);

  for (guint i = 0; stories != NULL && i < n; i++)
    {
      guint story = g_array_index (stories, guint, i);
      gpointer first;

      if (story == PLX_GROUPING_FREE || story == PLX_GROUPING_ALONE)
        continue;
      clusters[i].fixed = TRUE;
      if (g_hash_table_lookup_extended (first_of, GUINT_TO_POINTER (story), NULL, &first))
        {
          join (clusters, GPOINTER_TO_UINT (first), i);
          parent[i] = GPOINTER_TO_UINT (first);
        }
      else
        g_hash_table_insert (first_of, GUINT_TO_POINTER (story), GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < n; i++)
    {
      GHashTableIter iterator;
      gpointer other;

      g_hash_table_iter_init (&iterator, clusters[i].sums);
      while (g_hash_table_iter_next (&iterator, &other, NULL))
        if (GPOINTER_TO_UINT (other) < i)
          push_candidate (heap, clusters, i, GPOINTER_TO_UINT (other));
    }
  while (heap->len > 0)
    {
      Candidate best = heap_pop (heap);
      GHashTableIter iterator;
      gpointer other;

      if (clusters[best.a].gone || clusters[best.b].gone
          || best.version != clusters[best.a].version + clusters[best.b].version)
        continue;
      join (clusters, best.a, best.b);
      parent[best.b] = best.a;
      g_hash_table_iter_init (&iterator, clusters[best.a].sums);
      while (g_hash_table_iter_next (&iterator, &other, NULL))
        push_candidate (heap, clusters, best.a, GPOINTER_TO_UINT (other));
    }

  attach_rest (clusters, n, parent, alone);

  for (guint i = 0; i < n; i++)
    {
      guint root = root_of (parent, i);

      if (number[root] == G_MAXUINT)
        number[root] = n_stories++;
      g_array_append_val (out, number[root]);
      g_hash_table_unref (clusters[i].sums);
    }

  return out;
}

/**
 * plx_grouping_group:
 * @annotations: (element-type PlxAnnotation): annotated articles
 *
 * Groups articles into stories: those about one event share a number.
 *
 * Returns: (transfer full) (element-type guint): the story of each article, numbered from 0 in order of first article
 */
GArray *
plx_grouping_group (GPtrArray *annotations)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);

  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (profiles, plx_profile_new (g_ptr_array_index (annotations, i)));

  return plx_grouping_assign (profiles, NULL);
}

/**
 * plx_grouping_list_members:
 * @stories: (element-type guint): the number of each article's story, from 0 without gaps
 *
 * Returns: (transfer full) (element-type GArray): for each story the indices (guint) of its articles, ascending
 */
GPtrArray *
plx_grouping_list_members (const GArray *stories)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < stories->len; i++)
    {
      guint story = g_array_index (stories, guint, i);

      while (members->len <= story)
        g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val ((GArray *)g_ptr_array_index (members, story), i);
    }

  return members;
}

/**
 * plx_grouping_dup_centrality:
 * @profiles: (element-type PlxProfile): the articles of a story
 *
 * Finds how well each article stands for its story: the sum of its similarities to the articles of it.
 *
 * Returns: (transfer full) (array): a number for each article, rounded so that equals are equal
 */
double *
plx_grouping_dup_centrality (GPtrArray *profiles)
{
  g_autoptr (GHashTable) index = build_index (profiles);
  double *centrality = g_new0 (double, profiles->len + 1);
  GHashTableIter iterator;
  gpointer value;

  /* The sum of a vector's cosines is its product with the sum of all vectors. */
  g_hash_table_iter_init (&iterator, index);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      const GArray *postings = ((const Term *)value)->postings;
      double sum = 0;

      for (guint k = 0; k < postings->len; k++)
        sum += g_array_index (postings, Posting, k).weight;
      for (guint k = 0; k < postings->len; k++)
        centrality[g_array_index (postings, Posting, k).article] += g_array_index (postings, Posting, k).weight * sum;
    }
  for (guint i = 0; i < profiles->len; i++)
    centrality[i] = round (centrality[i] * 1e6) / 1e6;

  return centrality;
}

/**
 * plx_grouping_dup_title:
 * @annotations: (element-type PlxAnnotation): annotated articles
 * @members: (element-type guint): indices of those in one story
 *
 * Returns: (transfer full): what to call the story: the title of the member that stands for it best; empty when no
 *   member has a title
 */
char *
plx_grouping_dup_title (GPtrArray *annotations, const GArray *members)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_profile_unref);
  g_autofree double *centrality = NULL;
  const char *title = "";
  double best = -1;

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (profiles, plx_profile_new (g_ptr_array_index (annotations, g_array_index (members, guint, i))));
  centrality = plx_grouping_dup_centrality (profiles);
  for (guint i = 0; i < members->len; i++)
    {
      PlxArticle *article =
          plx_annotation_get_article (g_ptr_array_index (annotations, g_array_index (members, guint, i)));

      if (plx_article_get_title (article) != NULL && centrality[i] > best)
        {
          best = centrality[i];
          title = plx_article_get_title (article);
        }
    }

  return g_strdup (title);
}
