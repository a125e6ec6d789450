/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "crf-trainer.h"

#include <math.h>
#include <string.h>

#include "engine/annotate/plx-name-model.h"

#define NEVER      (-1e30f)
#define MAX_TOKENS 2000

/* The transitions that leave names whole. */
typedef struct
{
  guint8 from;
  guint8 to;
} Arc;

typedef struct
{
  guint n_arcs;
  Arc arcs[CRF_N * CRF_N];
  float factors[CRF_N * CRF_N];
  float start[CRF_N];
} Lattice;

static void
lattice_init (Lattice *lattice, const CrfTrainer *trainer)
{
  lattice->n_arcs = 0;
  for (guint to = 0; to < CRF_N; to++)
    for (guint from = 0; from < CRF_N; from++)
      if (plx_name_label_may_follow (from, to))
        {
          lattice->arcs[lattice->n_arcs] = (Arc){ (guint8)from, (guint8)to };
          lattice->factors[lattice->n_arcs++] = expf (trainer->transitions[from][to]);
        }
  for (guint l = 0; l < CRF_N; l++)
    lattice->start[l] = plx_name_label_may_follow (0, l) ? expf (trainer->transitions[0][l]) : 0;
}

/* Adds, @sign times, the expected counts of labels and arcs over the paths that @allowed leaves, and returns the
 * logarithm of their sum. */
static double
expect (const Lattice *lattice, guint n, const float *potentials, const guint32 *allowed, float sign, float *gradient,
        double arc_counts[CRF_N][CRF_N])
{
  g_autofree float *alpha = g_new0 (float, (gsize)n *CRF_ROW);
  g_autofree float *beta = g_new0 (float, (gsize)n *CRF_ROW);
  g_autofree float *norm = g_new (float, n);
  double logarithm = 0;
  float total = 0;

  for (guint i = 0; i < n; i++)
    {
      float *a = alpha + (gsize)i * CRF_ROW;
      const float *p = potentials + (gsize)i * CRF_ROW;
      guint32 mask = allowed != NULL ? allowed[i] : G_MAXUINT32;
      float sum = 0;

      if (i == 0)
        memcpy (a, lattice->start, sizeof lattice->start);
      else
        for (guint k = 0; k < lattice->n_arcs; k++)
          a[lattice->arcs[k].to] += (a - CRF_ROW)[lattice->arcs[k].from] * lattice->factors[k];
      for (guint l = 0; l < CRF_N; l++)
        {
          a[l] = mask >> l & 1 ? a[l] * p[l] : 0;
          sum += a[l];
        }
      if (!(sum > 0))
        return NAN;
      norm[i] = sum;
      for (guint l = 0; l < CRF_N; l++)
        a[l] /= sum;
      logarithm += log (sum);
    }

  /* A sentence may not end inside a name. */
  for (guint l = 0; l < CRF_N; l++)
    beta[(gsize)(n - 1) * CRF_ROW + l] = plx_name_label_may_follow (l, 0) ? 1 : 0;
  for (guint i = n - 1; i-- > 0;)
    {
      float *b = beta + (gsize)i * CRF_ROW;
      const float *p = potentials + (gsize)(i + 1) * CRF_ROW;
      guint32 mask = allowed != NULL ? allowed[i + 1] : G_MAXUINT32;
      float ready[CRF_ROW];

      for (guint l = 0; l < CRF_N; l++)
        ready[l] = mask >> l & 1 ? p[l] * b[CRF_ROW + l] / norm[i + 1] : 0;
      for (guint k = 0; k < lattice->n_arcs; k++)
        b[lattice->arcs[k].from] += ready[lattice->arcs[k].to] * lattice->factors[k];
    }
  for (guint l = 0; l < CRF_N; l++)
    total += alpha[(gsize)(n - 1) * CRF_ROW + l] * beta[(gsize)(n - 1) * CRF_ROW + l];
  if (!(total > 0))
    return NAN;
  logarithm += log (total);

  for (guint i = 0; i < n; i++)
    {
      const float *a = alpha + (gsize)i * CRF_ROW;
      const float *b = beta + (gsize)i * CRF_ROW;
      const float *p = potentials + (gsize)i * CRF_ROW;
      guint32 mask = allowed != NULL ? allowed[i] : G_MAXUINT32;
      float share = sign / total;

      for (guint l = 0; l < CRF_N; l++)
        gradient[(gsize)i * CRF_ROW + l] += share * a[l] * b[l];
      if (i > 0)
        {
          float ready[CRF_ROW];

          for (guint l = 0; l < CRF_N; l++)
            ready[l] = mask >> l & 1 ? share * p[l] * b[l] / norm[i] : 0;
          for (guint k = 0; k < lattice->n_arcs; k++)
            arc_counts[lattice->arcs[k].from][lattice->arcs[k].to] +=
                (a - CRF_ROW)[lattice->arcs[k].from] * lattice->factors[k] * ready[lattice->arcs[k].to];
        }
      else
        for (guint l = 0; l < CRF_N; l++)
          arc_counts[0][l] += share * a[l] * b[l];
    }

  return logarithm;
}

CrfTrainer *
crf_trainer_new (guint n_features, float rate, float decay, double epoch_steps)
{
  CrfTrainer *self = g_new0 (CrfTrainer, 1);

  self->n_features = n_features;
  self->weights = g_new0 (float, (gsize)n_features *CRF_ROW);
  self->kept = g_new (guint8, n_features);
  memset (self->kept, 1, n_features);
  self->scale = 1;
  self->rate = rate;
  self->decay = decay;
  self->epoch_steps = epoch_steps;
  self->random = g_rand_new_with_seed (20250424);

  return self;
}

void
crf_trainer_free (CrfTrainer *self)
{
  g_rand_free (self->random);
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->kept);
  g_free (self);
}

static void
score (const CrfTrainer *self, const guint32 *ids, const guint32 *bounds, guint n, float *scores)
{
  for (guint i = 0; i < n; i++)
    {
      float *restrict s = scores + (gsize)i * CRF_ROW;

      for (guint32 f = bounds[i]; f < bounds[i + 1]; f++)
        {
          const float *restrict w = self->weights + (gsize)ids[f] * CRF_ROW;

          for (guint l = 0; l < CRF_ROW; l++)
            s[l] += w[l];
        }
    }
}

static void
update (CrfTrainer *self, const guint32 *ids, const guint32 *bounds, guint n, const float *gradient, float step)
{
  for (guint i = 0; i < n; i++)
    {
      const float *restrict g = gradient + (gsize)i * CRF_ROW;
      float largest = 0;

      for (guint l = 0; l < CRF_N; l++)
        largest = MAX (largest, fabsf (g[l]));
      if (largest < 0.002f)
        continue;
      for (guint32 f = bounds[i]; f < bounds[i + 1]; f++)
        if (self->kept[ids[f]])
          {
            float *restrict w = self->weights + (gsize)ids[f] * CRF_ROW;

            for (guint l = 0; l < CRF_ROW; l++)
              w[l] += step * g[l];
          }
    }
}

static double
learn (CrfTrainer *self, const CrfSentence *sentence, gboolean agreement)
{
  guint n = sentence->n;
  g_autofree float *scores = g_new0 (float, (gsize)n *CRF_ROW);
  g_autofree float *gradient = g_new0 (float, (gsize)n *CRF_ROW);
  double arc_counts[CRF_N][CRF_N] = { { 0 } };
  float step = self->rate / (1 + (float)(self->steps / self->epoch_steps)) * sentence->weight;
  Lattice lattice;
  double loss, with, without;

  score (self, sentence->ids, sentence->bounds, n, scores);
  if (agreement)
    score (self, sentence->agreement_ids, sentence->agreement_bounds, n, scores);
  for (guint i = 0; i < n; i++)
    {
      float *s = scores + (gsize)i * CRF_ROW;
      float top = NEVER;

      for (guint l = 0; l < CRF_N; l++)
        top = MAX (top, s[l] *= self->scale);
      for (guint l = 0; l < CRF_N; l++)
        s[l] = expf (s[l] - top);
    }

  lattice_init (&lattice, self);
  with = expect (&lattice, n, scores, sentence->allowed, 1, gradient, arc_counts);
  without = expect (&lattice, n, scores, NULL, -1, gradient, arc_counts);
  loss = without - with;
  self->steps++;
  if (!isfinite (loss))
    return 0;

  /* Weight decay by one multiplication: the weights are kept divided by the scale. */
  self->scale *= 1 - step * self->decay;
  update (self, sentence->ids, sentence->bounds, n, gradient, step / self->scale);
  if (agreement)
    update (self, sentence->agreement_ids, sentence->agreement_bounds, n, gradient, step / self->scale);
  for (guint a = 0; a < CRF_N; a++)
    for (guint b = 0; b < CRF_N; b++)
      self->transitions[a][b] += step * (float)arc_counts[a][b];
  if (self->scale < 1e-4f)
    crf_trainer_apply_scale (self);

  return loss;
}

/* Multiplies the scale into the weights. */
void
crf_trainer_apply_scale (CrfTrainer *self)
{
  for (gsize i = 0; i < (gsize)self->n_features * CRF_ROW; i++)
    self->weights[i] *= self->scale;
  self->scale = 1;
}

/* From here on the weights are averaged, which takes the noise of the last steps out (Polyak and Juditsky, 1992). */
void
crf_trainer_start_averaging (CrfTrainer *self)
{
  self->sums = g_new0 (float, (gsize)self->n_features *CRF_ROW);
}

static void
take_average (CrfTrainer *self)
{
  for (gsize i = 0; i < (gsize)self->n_features * CRF_ROW; i++)
    self->sums[i] += self->scale * self->weights[i];
  for (guint a = 0; a < CRF_N; a++)
    for (guint b = 0; b < CRF_N; b++)
      self->transition_sums[a][b] += self->transitions[a][b];
  self->n_sums++;
}

/* Puts the averages in place of the weights. */
void
crf_trainer_finish_averaging (CrfTrainer *self)
{
  float share = 1.0f / (float)MAX (1, self->n_sums);

  for (gsize i = 0; i < (gsize)self->n_features * CRF_ROW; i++)
    self->weights[i] = share * self->sums[i];
  for (guint a = 0; a < CRF_N; a++)
    for (guint b = 0; b < CRF_N; b++)
      self->transitions[a][b] = share * self->transition_sums[a][b];
  self->scale = 1;
  g_clear_pointer (&self->sums, g_free);
}

/* One pass over the sentences in random order. A sentence sees the features of agreement with a probability of
 * @agreement_share, so that the weights serve both passes. Returns the loss per sentence. */
double
crf_trainer_epoch (CrfTrainer *self, GArray *sentences, float agreement_share)
{
  g_autofree guint *order = g_new (guint, sentences->len);
  double loss = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      guint j = (guint)g_rand_int_range (self->random, 0, (gint32)i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  for (guint i = 0; i < sentences->len; i++)
    {
      const CrfSentence *sentence = &g_array_index (sentences, CrfSentence, order[i]);
      gboolean agreement = g_rand_double (self->random) < agreement_share && sentence->agreement_ids != NULL;

      if (sentence->n > 0 && sentence->n <= MAX_TOKENS)
        loss += learn (self, sentence, agreement);
      if (self->sums != NULL && (i + 1) % (sentences->len / 8 + 1) == 0)
        take_average (self);
    }

  return loss / sentences->len;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  float x = *(const float *)a, y = *(const float *)b;

  return x < y ? 1 : x > y ? -1 : 0;
}

/* Keeps the @n features whose weights are largest and forgets the others for good. */
void
crf_trainer_keep (CrfTrainer *self, guint n)
{
  g_autofree float *norms = g_new0 (float, self->n_features);
  g_autofree float *sorted = NULL;
  float threshold;

  for (guint f = 0; f < self->n_features; f++)
    for (guint l = 0; l < CRF_N; l++)
      norms[f] += self->weights[(gsize)f * CRF_ROW + l] * self->weights[(gsize)f * CRF_ROW + l];
  sorted = g_memdup2 (norms, self->n_features * sizeof *norms);
  qsort (sorted, self->n_features, sizeof *sorted, compare_descending);
  threshold = n < self->n_features ? sorted[n] : 0;

  for (guint f = 0; f < self->n_features; f++)
    {
      self->kept[f] = norms[f] > threshold;
      if (!self->kept[f])
        memset (self->weights + (gsize)f * CRF_ROW, 0, CRF_ROW * sizeof (float));
    }
}
