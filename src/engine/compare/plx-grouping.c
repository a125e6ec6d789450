/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-grouping.h"

#include <math.h>

#include "engine/compare/plx-profile.h"

/* Stories are joined while their articles are on average at least this similar. */
#define THRESHOLD 0.2
/* Pairs less similar than this count as not similar at all. */
#define FLOOR 0.02
/* How many other articles a collection is taken to stand among, so that a small one has sensible weights as well. */
#define PRIOR_ARTICLES 200.0
#define PRIOR_SHARE    0.02

typedef struct
{
  guint article;
  float weight;
} Posting;

/* A pair of stories to join; the best one first, of equals the one with the lowest articles. */
typedef struct
{
  double similarity;
  guint a;
  guint b;
  guint version;
} Candidate;

/* A story in the making: its articles, and the sum of similarities to others. */
typedef struct
{
  guint size;
  guint version;
  gboolean gone;
  gboolean fixed;
  GHashTable *sums;
} Cluster;

/* The TF-IDF vectors of all articles, unit length, as an inverted index: term -> GArray of Posting. */
static GHashTable *
build_index (GPtrArray *profiles)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_array_unref);
  g_autofree double *norms = g_new0 (double, profiles->len + 1);
  GHashTableIter iterator;
  gpointer value;

  for (guint i = 0; i < profiles->len; i++)
    {
      const GArray *terms = plx_profile_get_terms (g_ptr_array_index (profiles, i));

      for (guint t = 0; t < terms->len; t++)
        {
          const PlxProfileTerm *term = &g_array_index (terms, PlxProfileTerm, t);
          GArray *postings = g_hash_table_lookup (index, &term->term);
          Posting posting = { i, (float)(1 + log (term->count)) };

          if (postings == NULL)
            {
              postings = g_array_new (FALSE, FALSE, sizeof (Posting));
              g_hash_table_insert (index, (gpointer)&term->term, postings);
            }
          g_array_append_val (postings, posting);
        }
    }

  g_hash_table_iter_init (&iterator, index);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      GArray *postings = value;
      double idf = log ((profiles->len + PRIOR_ARTICLES) / (postings->len + PRIOR_SHARE * PRIOR_ARTICLES * 0.25));

      for (guint k = 0; k < postings->len; k++)
        {
          Posting *posting = &g_array_index (postings, Posting, k);

          posting->weight *= MAX (idf, 0);
          norms[posting->article] += (double)posting->weight * posting->weight;
        }
    }
  g_hash_table_iter_init (&iterator, index);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    for (guint k = 0; k < ((GArray *)value)->len; k++)
      {
        Posting *posting = &g_array_index ((GArray *)value, Posting, k);

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
  const double *sum = g_hash_table_lookup (cluster->sums, GUINT_TO_POINTER (other));

  return sum != NULL ? *sum : 0;
}

static void
set_sum (Cluster *clusters, guint a, guint b, double sum)
{
  g_hash_table_insert (clusters[a].sums, GUINT_TO_POINTER (b), g_memdup2 (&sum, sizeof sum));
  g_hash_table_insert (clusters[b].sums, GUINT_TO_POINTER (a), g_memdup2 (&sum, sizeof sum));
}

static void
push_candidate (GArray *heap, const Cluster *clusters, guint a, guint b)
{
  double similarity = sum_of (&clusters[a], b) / ((double)clusters[a].size * clusters[b].size);
  Candidate candidate = { similarity, MIN (a, b), MAX (a, b), clusters[a].version + clusters[b].version };

  if (similarity >= THRESHOLD && !(clusters[a].fixed && clusters[b].fixed))
    heap_push (heap, candidate);
}

/* Makes cluster @b part of cluster @a. */
static void
join (Cluster *clusters, guint a, guint b)
{
  GHashTableIter iterator;
  gpointer other, sum;

  g_hash_table_remove (clusters[a].sums, GUINT_TO_POINTER (b));
  g_hash_table_remove (clusters[b].sums, GUINT_TO_POINTER (a));
  g_hash_table_iter_init (&iterator, clusters[b].sums);
  while (g_hash_table_iter_next (&iterator, &other, &sum))
    {
      g_hash_table_remove (clusters[GPOINTER_TO_UINT (other)].sums, GUINT_TO_POINTER (b));
      set_sum (clusters, a, GPOINTER_TO_UINT (other), sum_of (&clusters[a], GPOINTER_TO_UINT (other)) + *(double *)sum);
    }
  g_hash_table_remove_all (clusters[b].sums);
  clusters[a].size += clusters[b].size;
  clusters[a].fixed |= clusters[b].fixed;
  clusters[a].version++;
  clusters[b].gone = TRUE;
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
          const GArray *postings = g_hash_table_lookup (index, &g_array_index (terms, PlxProfileTerm, t).term);
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
        if (sums[k] >= FLOOR && !alone[k])
          set_sum (clusters, i, k, sums[k]);
    }
}

/**
 * plx_grouping_assign:
 * @profiles: (element-type PlxProfile): all articles
 * @stories: (nullable) (element-type guint): for each article the number of the story it is in and stays in, or
 *   %PLX_GROUPING_FREE or %PLX_GROUPING_ALONE; %NULL when all are free
 *
 * Groups articles into stories by agglomerative clustering with average linkage over the cosines of their TF-IDF
 * vectors. Articles that are in a story stay there, and two stories are never made one; free articles go into them or
 * form new ones. The result does not depend on the order of the articles but for ties.
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
      clusters[i].sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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

  for (guint i = 0; i < n; i++)
    {
      guint root = i;

      while (parent[root] != root)
        root = parent[root];
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
      const GArray *postings = value;
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
