/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-statement-clusters.h"

/* Two clusters are joined when their sentences are linked by at least this on average; unlinked ones count as zero, so
 * that a chain of weak links does not pull everything together. Two single sentences need no more than their link. */
#define LEAST_MEAN 0.4

/* A sentence that does not stand next to those its article already has in the cluster must fit better: it may be said
 * twice there, but more often it says something near. */
#define LEAST_MEAN_APART 0.5

/* No more sentences of one article make a statement. */
#define MOST_SENTENCES 8

typedef struct
{
  guint article;
  PlxSentenceRef ref;
  guint cluster;
} Node;

/* Two linked nodes, the lower first. */
typedef struct
{
  guint a;
  guint b;
  float score;
  PlxRelation relation;
} Edge;

/* The end of an edge, as its other node has it. */
typedef struct
{
  guint node;
  float score;
  PlxRelation relation;
} Neighbour;

struct _PlxStatementClusters
{
  GArray *nodes;
  /* For each article, the number of the first node of each paragraph, and one more. */
  GPtrArray *first_nodes;
  GArray *edges;
  /* For each node a GArray of Neighbour, NULL when it has none. */
  GPtrArray *neighbours;
  /* For each cluster its nodes ascending, in a GArray of guint; empty when it was joined to another. */
  GPtrArray *members;
};

static void
free_neighbours (GArray *neighbours)
{
  if (neighbours != NULL)
    g_array_unref (neighbours);
}

static void
add_nodes (PlxStatementClusters *self, guint index, PlxArticle *article)
{
  GArray *first_nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p <= plx_article_get_n_paragraphs (article); p++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      gboolean counts = p > 0 && paragraph->kind != PLX_PARAGRAPH_HEADING && paragraph->kind != PLX_PARAGRAPH_CAPTION;

      g_array_append_val (first_nodes, self->nodes->len);
      for (guint s = 1; counts && s <= paragraph->sentences->len; s++)
        {
          Node node = { index, { p, s }, self->nodes->len };
          GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

          g_array_append_val (members, self->nodes->len);
          g_ptr_array_add (self->members, members);
          g_ptr_array_add (self->neighbours, NULL);
          g_array_append_val (self->nodes, node);
        }
    }
  g_ptr_array_add (self->first_nodes, first_nodes);
}

static guint
node_of (const PlxStatementClusters *self, guint article, PlxSentenceRef ref)
{
  const GArray *first_nodes = g_ptr_array_index (self->first_nodes, article);

  return g_array_index (first_nodes, guint, ref.paragraph) + ref.sentence - 1;
}

static void
add_neighbour (PlxStatementClusters *self, guint node, Neighbour neighbour)
{
  GArray *neighbours = g_ptr_array_index (self->neighbours, node);

  if (neighbours == NULL)
    g_ptr_array_index (self->neighbours, node) = neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  g_array_append_val (neighbours, neighbour);
}

static void
add_edges (PlxStatementClusters *self, const PlxPair *pair)
{
  for (guint l = 0; l < pair->links->len; l++)
    {
      const PlxLink *link = g_ptr_array_index (pair->links, l);

      for (guint s = 0; s < link->sentences->len; s++)
        {
          const PlxSentencePair *sentences = &g_array_index (link->sentences, PlxSentencePair, s);
          Edge edge = { node_of (self, pair->left, sentences->left), node_of (self, pair->right, sentences->right),
                        sentences->score, sentences->relation };

          g_array_append_val (self->edges, edge);
          add_neighbour (self, edge.a, (Neighbour){ edge.b, edge.score, edge.relation });
          add_neighbour (self, edge.b, (Neighbour){ edge.a, edge.score, edge.relation });
        }
    }
}

static int
compare_refs (PlxSentenceRef a, PlxSentenceRef b)
{
  if (a.paragraph != b.paragraph)
    return a.paragraph < b.paragraph ? -1 : 1;
  return (a.sentence > b.sentence) - (a.sentence < b.sentence);
}

/* Strongest first. Ties are broken by where the sentences stand, and only at last by the order of the articles. */
static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const Edge *x = a, *y = b;
  const PlxStatementClusters *self = data;
  const Node *nodes = (const Node *)(gconstpointer)self->nodes->data;
  PlxSentenceRef x_ends[] = { nodes[x->a].ref, nodes[x->b].ref }, y_ends[] = { nodes[y->a].ref, nodes[y->b].ref };
  gboolean x_turned = compare_refs (x_ends[0], x_ends[1]) > 0, y_turned = compare_refs (y_ends[0], y_ends[1]) > 0;
  guint x_distance = x_ends[!x_turned].paragraph - x_ends[x_turned].paragraph;
  guint y_distance = y_ends[!y_turned].paragraph - y_ends[y_turned].paragraph;
  int order;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x_distance != y_distance)
    return x_distance < y_distance ? -1 : 1;
  order = compare_refs (x_ends[x_turned], y_ends[y_turned]);
  if (order == 0)
    order = compare_refs (x_ends[!x_turned], y_ends[!y_turned]);
  if (order == 0)
    order = (x->a > y->a) - (x->a < y->a);
  if (order == 0)
    order = (x->b > y->b) - (x->b < y->b);
  return order;
}

/* What joining two clusters would bring. */
typedef struct
{
  guint n_across;
  double linked;
  gboolean single;
  gboolean too_many;
  gboolean apart;
} Fit;

/* Looks at the sentences that one article has in both clusters: whether they stand together. */
static void
judge_cell (const GArray *x, guint x_from, guint x_to, const GArray *y, guint y_from, guint y_to, Fit *fit)
{
  guint low = MIN (g_array_index (x, guint, x_from), g_array_index (y, guint, y_from));
  guint high = MAX (g_array_index (x, guint, x_to - 1), g_array_index (y, guint, y_to - 1));
  guint n = x_to - x_from + y_to - y_from;

  fit->too_many |= n > MOST_SENTENCES;
  fit->apart |= high - low + 1 > n;
}

static guint
end_of_article (const PlxStatementClusters *self, const GArray *members, guint from)
{
  guint article = g_array_index (self->nodes, Node, g_array_index (members, guint, from)).article;
  guint to = from;

  while (to < members->len && g_array_index (self->nodes, Node, g_array_index (members, guint, to)).article == article)
    to++;
  return to;
}

static Fit
judge (const PlxStatementClusters *self, guint cluster, guint other)
{
  const GArray *x = g_ptr_array_index (self->members, cluster);
  const GArray *y = g_ptr_array_index (self->members, other);
  Fit fit = { .n_across = x->len * y->len, .single = x->len == 1 && y->len == 1 };
  guint i = 0, j = 0;

  while (i < x->len && j < y->len)
    {
      guint x_article = g_array_index (self->nodes, Node, g_array_index (x, guint, i)).article;
      guint y_article = g_array_index (self->nodes, Node, g_array_index (y, guint, j)).article;
      guint x_to = end_of_article (self, x, i), y_to = end_of_article (self, y, j);

      if (x_article == y_article)
        {
          fit.n_across -= (x_to - i) * (y_to - j);
          judge_cell (x, i, x_to, y, j, y_to, &fit);
        }
      if (x_article <= y_article)
        i = x_to;
      if (y_article <= x_article)
        j = y_to;
    }

  for (guint k = 0; k < x->len; k++)
    {
      const GArray *neighbours = g_ptr_array_index (self->neighbours, g_array_index (x, guint, k));

      for (guint e = 0; neighbours != NULL && e < neighbours->len; e++)
        {
          const Neighbour *neighbour = &g_array_index (neighbours, Neighbour, e);

          if (g_array_index (self->nodes, Node, neighbour->node).cluster == other)
            fit.linked += neighbour->score;
        }
    }

  return fit;
}

static gboolean
fits (const Fit *fit)
{
  if (fit->too_many)
    return FALSE;
  return fit->single || fit->linked >= fit->n_across * (fit->apart ? LEAST_MEAN_APART : LEAST_MEAN);
}

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

static void
join (PlxStatementClusters *self, guint cluster, guint other)
{
  GArray *members = g_ptr_array_index (self->members, cluster);
  GArray *moving = g_ptr_array_index (self->members, other);

  for (guint i = 0; i < moving->len; i++)
    g_array_index (self->nodes, Node, g_array_index (moving, guint, i)).cluster = cluster;
  g_array_append_vals (members, moving->data, moving->len);
  g_array_sort (members, compare_guint);
  g_array_set_size (moving, 0);
}

/* Joins clusters along the edges, strongest first, until no edge joins two any more: one that was refused may fit
 * after its cluster has grown. */
static void
cluster (PlxStatementClusters *self)
{
  gboolean changed;

  g_array_sort_with_data (self->edges, compare_edges, self);
  do
    {
      changed = FALSE;
      for (guint e = 0; e < self->edges->len; e++)
        {
          const Edge *edge = &g_array_index (self->edges, Edge, e);
          guint a = g_array_index (self->nodes, Node, edge->a).cluster;
          guint b = g_array_index (self->nodes, Node, edge->b).cluster;
          Fit fit;

          if (a == b)
            continue;
          fit = judge (self, a, b);
          if (fits (&fit))
            {
              join (self, MIN (a, b), MAX (a, b));
              changed = TRUE;
            }
        }
    }
  while (changed);
}

/**
 * plx_statement_clusters_new:
 * @annotations: (element-type PlxAnnotation): all articles of the comparison
 * @pairs: (element-type PlxPair): the links of every two of them
 *
 * Clusters the sentences of all articles by their links: agglomerative correlation clustering (Bansal, Blum and Chawla
 * 2004) with average linkage, where a missing link speaks against joining. Within an article, sentences of a cluster
 * stand together unless they fit very well.
 *
 * Returns: (transfer full): the clusters
 */
PlxStatementClusters *
plx_statement_clusters_new (GPtrArray *annotations, GPtrArray *pairs)
{
  PlxStatementClusters *self = g_new0 (PlxStatementClusters, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->first_nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify)free_neighbours);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint a = 0; a < annotations->len; a++)
    add_nodes (self, a, plx_annotation_get_article (g_ptr_array_index (annotations, a)));
  for (guint p = 0; p < pairs->len; p++)
    add_edges (self, g_ptr_array_index (pairs, p));
  cluster (self);

  return self;
}

void
plx_statement_clusters_free (PlxStatementClusters *self)
{
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->first_nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->neighbours);
  g_ptr_array_unref (self->members);
  g_free (self);
}

guint
plx_statement_clusters_get_n_sentences (const PlxStatementClusters *self)
{
  return self->nodes->len;
}

guint
plx_statement_clusters_get_article (const PlxStatementClusters *self, guint sentence)
{
  return g_array_index (self->nodes, Node, sentence).article;
}

PlxSentenceRef
plx_statement_clusters_get_ref (const PlxStatementClusters *self, guint sentence)
{
  return g_array_index (self->nodes, Node, sentence).ref;
}

/**
 * plx_statement_clusters_get_cluster:
 * @self: clusters
 * @sentence: number of a sentence
 *
 * Returns: the cluster it is in, the same number for all its sentences, less than the number of sentences
 */
guint
plx_statement_clusters_get_cluster (const PlxStatementClusters *self, guint sentence)
{
  return g_array_index (self->nodes, Node, sentence).cluster;
}

/**
 * plx_statement_clusters_get_relation:
 * @self: clusters
 * @sentence: number of a sentence
 *
 * Returns: its closest relation to a sentence of its cluster; partial when it is linked to none of them
 */
PlxRelation
plx_statement_clusters_get_relation (const PlxStatementClusters *self, guint sentence)
{
  const GArray *neighbours = g_ptr_array_index (self->neighbours, sentence);
  guint own = g_array_index (self->nodes, Node, sentence).cluster;
  PlxRelation relation = PLX_RELATION_PARTIAL;

  for (guint e = 0; neighbours != NULL && e < neighbours->len; e++)
    {
      const Neighbour *neighbour = &g_array_index (neighbours, Neighbour, e);

      if (g_array_index (self->nodes, Node, neighbour->node).cluster == own)
        relation = MIN (relation, neighbour->relation);
    }
  return relation;
}
