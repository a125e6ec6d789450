/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-score.h"

#include <math.h>

#include "engine/import/plx-html-weights.h"

/* No single paragraph decides which part of the page is the article. */
#define MAX_WEIGHT 80

/* Reach, in lines, of the narrow and the wide vicinity. */
#define VICINITY      3
#define WIDE_VICINITY 8

typedef struct
{
  float sum;
  float weight;
} Mean;

static float
logistic (float evidence)
{
  return 1.0f / (1.0f + expf (-CLAMP (evidence, -20.0f, 20.0f)));
}

static float
dot (const float *a, const float *b, guint n)
{
  float sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

static float
mean_of (Mean mean)
{
  return mean.weight > 0 ? mean.sum / mean.weight : 0.5f;
}

static inline const PlxHtmlBlock *
block_at (const PlxHtmlPage *page, guint i)
{
  return &g_array_index (page->blocks, PlxHtmlBlock, i);
}

static float
weight_of (const PlxHtmlBlock *block)
{
  return 0.5f + MIN (block->n_words, MAX_WEIGHT);
}

/* Word-weighted means of the lines' scores over each element with all that is in it. */
static Mean *
average_elements (const PlxHtmlPage *page, const float *scores)
{
  Mean *means = g_new0 (Mean, page->document->n_nodes);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const PlxHtmlBlock *block = block_at (page, i);
      float weight = weight_of (block);

      if (block->hidden)
        continue;
      means[block->node].sum += scores[i] * weight;
      means[block->node].weight += weight;
    }
  for (guint i = page->document->n_nodes - 1; i > 0; i--)
    {
      Mean *parent = &means[page->document->nodes[i].parent];

      parent->sum += means[i].sum;
      parent->weight += means[i].weight;
    }
  return means;
}

/* The element that gathers the most text of the article with the least else; of equals the innermost. */
static guint
find_best (const PlxHtmlPage *page, const Mean *means)
{
  guint best = 0;
  float best_gain = -G_MAXFLOAT;

  for (guint i = 0; i < page->document->n_nodes; i++)
    {
      float gain = means[i].sum - 0.5f * means[i].weight;

      if (means[i].weight > 0 && gain >= best_gain)
        {
          best_gain = gain;
          best = i;
        }
    }
  return best;
}

static gboolean
is_within (const PlxHtmlDocument *document, guint node, guint container)
{
  return node >= container && node < document->nodes[container].end;
}

/* Levels to climb from @container to an element that also holds @node. */
static guint
distance_to (const PlxHtmlDocument *document, guint node, guint container)
{
  guint steps = 0;

  while (!is_within (document, node, container))
    {
      container = document->nodes[container].parent;
      steps++;
    }
  return steps;
}

static GHashTable *
average_styles (const PlxHtmlPage *page, const guint *styles, const float *scores)
{
  GHashTable *means = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      Mean *mean = g_hash_table_lookup (means, GUINT_TO_POINTER (styles[i]));

      if (mean == NULL)
        {
          mean = g_new0 (Mean, 1);
          g_hash_table_insert (means, GUINT_TO_POINTER (styles[i]), mean);
        }
      mean->sum += scores[i] * weight_of (block_at (page, i));
      mean->weight += weight_of (block_at (page, i));
    }
  return means;
}

static float
average_vicinity (const PlxHtmlPage *page, const float *scores, guint index, guint reach)
{
  guint first = index > reach ? index - reach : 0;
  guint last = MIN (index + reach, page->blocks->len - 1);
  Mean mean = { 0 };

  for (guint i = first; i <= last; i++)
    {
      if (i == index)
        continue;
      mean.sum += scores[i] * weight_of (block_at (page, i));
      mean.weight += weight_of (block_at (page, i));
    }
  return mean_of (mean);
}

/* The score of the text a heading stands over. */
static float
score_below (const PlxHtmlPage *page, const float *scores, guint index)
{
  for (guint i = index + 1; i < page->blocks->len && i <= index + 3; i++)
    if (block_at (page, i)->kind != PLX_PARAGRAPH_HEADING)
      return scores[i];
  return 0;
}

/**
 * plx_html_score_lines:
 * @page: a page
 * @table: its features
 *
 * Judges each line by its own features alone, by logistic regression.
 *
 * Returns: (transfer full): for each line, how likely it belongs to the article, 0 to 1
 */
float *
plx_html_score_lines (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table)
{
  float *scores = g_new (float, page->blocks->len + 1);

  for (guint i = 0; i < page->blocks->len; i++)
    scores[i] = logistic (dot (line_weights, table->values + (gsize)i * PLX_HTML_N_FEATURES, PLX_HTML_N_FEATURES));
  return scores;
}

/**
 * plx_html_score_contexts:
 * @page: a page
 * @table: its features
 * @line_scores: what plx_html_score_lines() made of it
 *
 * Describes each line by how the lines around it were judged: its neighbours, those in the same containers, those of
 * the same style, and the part of the page that holds most of what looks like the article.
 *
 * Returns: (transfer full): %PLX_HTML_N_CONTEXTS numbers for each line
 */
float *
plx_html_score_contexts (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table, const float *line_scores)
{
  const PlxHtmlDocument *document = page->document;
  guint n = page->blocks->len;
  g_autofree Mean *means = average_elements (page, line_scores);
  g_autoptr (GHashTable) styles = average_styles (page, table->styles, line_scores);
  guint best = find_best (page, means);
  float *contexts = g_new0 (float, (gsize)n *PLX_HTML_N_CONTEXTS + 1);
  guint first = n;
  guint last = 0;

  for (guint i = 0; i < n; i++)
    if (line_scores[i] > 0.6f && block_at (page, i)->n_words >= 15
        && is_within (document, block_at (page, i)->node, best))
      {
        first = MIN (first, i);
        last = i;
      }

  for (guint i = 0; i < n; i++)
    {
      const PlxHtmlBlock *block = block_at (page, i);
      const float *values = table->values + (gsize)i * PLX_HTML_N_FEATURES;
      float *context = contexts + (gsize)i * PLX_HTML_N_CONTEXTS;
      float score = CLAMP (line_scores[i], 0.001f, 0.999f);
      float previous = i > 0 ? line_scores[i - 1] : 0;
      float next = i + 1 < n ? line_scores[i + 1] : 0;
      guint parent = document->nodes[block->node].parent;
      guint grandparent = document->nodes[parent].parent;
      guint section = document->nodes[document->nodes[grandparent].parent].parent;
      Mean *style = g_hash_table_lookup (styles, GUINT_TO_POINTER (table->styles[i]));
      float vicinity = average_vicinity (page, line_scores, i, VICINITY);
      float in_parent = mean_of (means[parent]);
      gboolean heading = block->kind == PLX_PARAGRAPH_HEADING;
      gboolean list = block->kind == PLX_PARAGRAPH_LIST;
      gboolean is_short = block->n_words <= 8 && !heading && !list;
      guint distance = distance_to (document, block->node, best);

      context[PLX_HTML_CONTEXT_BIAS] = 1;
      context[PLX_HTML_CONTEXT_EVIDENCE] = logf (score / (1 - score)) / 4;
      context[PLX_HTML_CONTEXT_OWN] = score;
      context[PLX_HTML_CONTEXT_PREVIOUS] = previous;
      context[PLX_HTML_CONTEXT_NEXT] = next;
      context[PLX_HTML_CONTEXT_NEIGHBOURS] = MIN (previous, next);
      context[PLX_HTML_CONTEXT_VICINITY] = vicinity;
      context[PLX_HTML_CONTEXT_WIDE_VICINITY] = average_vicinity (page, line_scores, i, WIDE_VICINITY);
      context[PLX_HTML_CONTEXT_PARENT] = in_parent;
      context[PLX_HTML_CONTEXT_GRANDPARENT] = mean_of (means[grandparent]);
      context[PLX_HTML_CONTEXT_SECTION] = mean_of (means[section]);
      context[PLX_HTML_CONTEXT_STYLE] = mean_of (*style);
      context[PLX_HTML_CONTEXT_IN_BEST] = distance == 0;
      context[PLX_HTML_CONTEXT_BEST_DISTANCE] = MIN (distance, 8) / 8.0f;
      context[PLX_HTML_CONTEXT_BEFORE_FIRST] = i < first;
      context[PLX_HTML_CONTEXT_AFTER_LAST] = i > last;
      context[PLX_HTML_CONTEXT_AFTER_LAST_SHORT] = i > last && block->n_words < 15;
      context[PLX_HTML_CONTEXT_HEADING_NEXT] = heading ? score_below (page, line_scores, i) : 0;
      context[PLX_HTML_CONTEXT_HEADING_VICINITY] = heading ? vicinity : 0;
      context[PLX_HTML_CONTEXT_LIST_STYLE] = list ? mean_of (*style) : 0;
      context[PLX_HTML_CONTEXT_LIST_PARENT] = list ? in_parent : 0;
      context[PLX_HTML_CONTEXT_SHORT_PARENT] = is_short ? in_parent : 0;
      context[PLX_HTML_CONTEXT_SHORT_VICINITY] = is_short ? vicinity : 0;
      context[PLX_HTML_CONTEXT_LINKED_PARENT] = values[PLX_HTML_FEATURE_LINKED] * in_parent;
      context[PLX_HTML_CONTEXT_LENGTH] = values[PLX_HTML_FEATURE_LENGTH];
      context[PLX_HTML_CONTEXT_LINKED] = values[PLX_HTML_FEATURE_LINKED];
      context[PLX_HTML_CONTEXT_PHRASE] = values[PLX_HTML_FEATURE_PHRASE];
      context[PLX_HTML_CONTEXT_TITLE] = values[PLX_HTML_FEATURE_IS_TITLE];
      context[PLX_HTML_CONTEXT_CAPTION] = block->kind == PLX_PARAGRAPH_CAPTION;
      context[PLX_HTML_CONTEXT_HEADING] = heading;
      context[PLX_HTML_CONTEXT_HIDDEN] = block->hidden != 0;
      context[PLX_HTML_CONTEXT_DECLARED] = values[PLX_HTML_FEATURE_IN_DECLARED_BODY];
      context[PLX_HTML_CONTEXT_NOT_DECLARED] =
          values[PLX_HTML_FEATURE_HAS_DECLARED_BODY] - values[PLX_HTML_FEATURE_IN_DECLARED_BODY];
      context[PLX_HTML_CONTEXT_ROW] = block->row;
    }

  return contexts;
}

/**
 * plx_html_score:
 * @page: a page
 * @table: its features
 *
 * Judges each line by itself, then again by what the first look said of those around it: logistic regression, stacked
 * (D. Wolpert, Stacked generalization, 1992), over features in the manner of C. Kohlschütter et al., Boilerplate
 * detection using shallow text features (WSDM 2010).
 *
 * Returns: (transfer full): for each line, how likely it belongs to the article, 0 to 1
 */
float *
plx_html_score (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table)
{
  g_autofree float *line_scores = plx_html_score_lines (page, table);
  g_autofree float *contexts = plx_html_score_contexts (page, table, line_scores);
  float *scores = g_new (float, page->blocks->len + 1);

  for (guint i = 0; i < page->blocks->len; i++)
    scores[i] = logistic (dot (context_weights, contexts + (gsize)i * PLX_HTML_N_CONTEXTS, PLX_HTML_N_CONTEXTS));
  return scores;
}
