/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-model.h"

#include <math.h>
#include <string.h>

#include "engine/annotate/plx-model-file.h"

/*
 * The tables, in the frame of plx-model-file.c; n is the frame's count:
 *
 *   65,537 × 4 bytes  where the features begin whose hash has these top 16 bits
 *   n × 2 bytes       the low 16 bits of each feature's hash, the features sorted by hash; then 2 bytes if n is odd
 *   25 × 25 × 2 bytes weights of the transitions, signed, the label before first; then 2 bytes
 *   n × 25 bytes      weights of each feature for each label, signed
 *   8 bytes           nothing, so that a row may be read as 32 bytes
 */

#define N_BUCKETS 65536
#define N_LABELS  PLX_N_NAME_LABELS
#define ROW       32
#define UNIT      32.0f

struct _PlxNameModel
{
  GBytes *bytes;
  guint32 n_features;
  const guint8 *buckets;
  const guint8 *hashes;
  const gint8 *weights;
  gint16 transitions[N_LABELS][N_LABELS];
  /* By how much, at best, a way over each label into the next name or gap is better than the way over no name. */
  gint32 lead[N_LABELS];
};

/* Sums of at most PLX_NAME_MAX_FEATURES weights of 8 bits in each pass. */
typedef struct
{
  gint16 scores[ROW];
} Emission;

G_STATIC_ASSERT (2 * PLX_NAME_MAX_FEATURES * 128 <= 32768);

static gsize
even (gsize n)
{
  return n + (n & 1);
}

static gboolean
is_open (guint label)
{
  return label != 0
         && (PLX_NAME_LABEL_POSITION (label) == PLX_NAME_BEGIN || PLX_NAME_LABEL_POSITION (label) == PLX_NAME_INSIDE);
}

static gboolean
is_start (guint label)
{
  return label == 0 || PLX_NAME_LABEL_POSITION (label) == PLX_NAME_BEGIN
         || PLX_NAME_LABEL_POSITION (label) == PLX_NAME_UNIT;
}

/**
 * plx_name_label_may_follow:
 * @before: a label
 * @after: the label of the next token
 *
 * Returns: whether names stay whole when @after follows @before
 */
gboolean
plx_name_label_may_follow (guint before, guint after)
{
  if (!is_open (before))
    return is_start (after);
  return !is_start (after) && PLX_NAME_LABEL_TYPE (before) == PLX_NAME_LABEL_TYPE (after);
}

/**
 * plx_name_model_new:
 * @bytes: the file
 * @error: set in %PLX_MODEL_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the model in @bytes
 */
PlxNameModel *
plx_name_model_new (GBytes *bytes, GError **error)
{
  g_autoptr (PlxNameModel) self = g_new0 (PlxNameModel, 1);
  const guint8 *transitions;
  gsize length;
  guint64 expected;

  self->bytes = g_bytes_ref (bytes);
  self->buckets = plx_model_file_open (bytes, "PLXNAMES", 1, &self->n_features, &length, error);
  if (self->buckets == NULL)
    return NULL;

  expected = 4 * ((guint64)N_BUCKETS + 1) + 2 * even (self->n_features) + 2 * even (N_LABELS * N_LABELS)
             + (guint64)self->n_features * N_LABELS + 8;
  if (!plx_model_file_check_tables (self->buckets, N_BUCKETS, self->n_features, length, expected, error))
    return NULL;
  self->hashes = self->buckets + 4 * (N_BUCKETS + 1);
  transitions = self->hashes + 2 * even (self->n_features);
  for (guint a = 0; a < N_LABELS; a++)
    for (guint b = 0; b < N_LABELS; b++)
      self->transitions[a][b] = (gint16)plx_model_file_u16 (transitions, a * N_LABELS + b);
  for (guint a = 0; a < N_LABELS; a++)
    {
      self->lead[a] = G_MININT16;
      for (guint b = 0; b < N_LABELS; b++)
        if (is_start (b))
          self->lead[a] = MAX (self->lead[a], self->transitions[a][b] - self->transitions[0][b]);
    }
  self->weights = (const gint8 *)(transitions + 2 * even (N_LABELS * N_LABELS));

  return g_steal_pointer (&self);
}

static guint16
little_endian_16 (int value)
{
  return GUINT16_TO_LE ((guint16)(gint16)CLAMP (value, G_MININT16, G_MAXINT16));
}

/**
 * plx_name_model_write:
 * @n_features: how many features there are
 * @hashes: their hashes, ascending, none twice
 * @weights: their weights, label by label
 * @transitions: the weights of the transitions, the label before first
 *
 * Writes a model that has been trained. Weights are kept to a 32nd, within ±4.
 *
 * Returns: (transfer full): the file
 */
GBytes *
plx_name_model_write (guint n_features, const guint32 *hashes, const float *weights,
                      const float transitions[PLX_N_NAME_LABELS][PLX_N_NAME_LABELS])
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  const guint8 nothing[8] = { 0 };
  guint at = 0;

  for (guint32 bucket = 0; bucket <= N_BUCKETS; bucket++)
    {
      guint32 start;

      while (at < n_features && hashes[at] >> 16 < bucket)
        at++;
      start = GUINT32_TO_LE (at);
      g_byte_array_append (body, (const guint8 *)&start, sizeof start);
    }
  for (guint i = 0; i < n_features; i++)
    {
      guint16 low = GUINT16_TO_LE ((guint16)(hashes[i] & 0xffff));

      g_byte_array_append (body, (const guint8 *)&low, sizeof low);
    }
  g_byte_array_append (body, nothing, 2 * (n_features & 1));
  for (guint a = 0; a < N_LABELS; a++)
    for (guint b = 0; b < N_LABELS; b++)
      {
        guint16 weight = little_endian_16 ((int)lrintf (transitions[a][b] * UNIT));

        g_byte_array_append (body, (const guint8 *)&weight, sizeof weight);
      }
  g_byte_array_append (body, nothing, 2 * (N_LABELS * N_LABELS & 1));
  for (gsize i = 0; i < (gsize)n_features * N_LABELS; i++)
    {
      gint8 weight = (gint8)CLAMP (lrintf (weights[i] * UNIT), -127, 127);

      g_byte_array_append (body, (const guint8 *)&weight, 1);
    }
  g_byte_array_append (body, nothing, 8);

  return plx_model_file_close ("PLXNAMES", 1, n_features, body);
}

void
plx_name_model_free (PlxNameModel *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * plx_name_model_get_default:
 *
 * Maps the shipped model when first called. Without it there is one warning, and names are found by capitals and
 * gazetteer.
 *
 * Returns: (transfer none) (nullable): the model
 */
const PlxNameModel *
plx_name_model_get_default (void)
{
  static gsize once = 0;
  static PlxNameModel *model = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plx_model_file_map ("models/names.en.plx", &error);

      if (bytes != NULL)
        model = plx_name_model_new (bytes, &error);
      if (model == NULL)
        g_warning ("Names are recognised by capital letters only, without the model: %s", error->message);
      g_once_init_leave (&once, 1);
    }

  return model;
}

/* Adds a row to the sums, sixteen labels at a time. */
static inline void
add_row (Emission *emission, const gint8 *row)
{
  typedef gint8 Weights __attribute__ ((vector_size (16)));
  typedef gint16 Sums __attribute__ ((vector_size (32)));

  for (guint half = 0; half < ROW; half += 16)
    {
      Weights weights;
      Sums sums;

      memcpy (&weights, row + half, sizeof weights);
      memcpy (&sums, emission->scores + half, sizeof sums);
      sums += __builtin_convertvector(weights, Sums);
      memcpy (emission->scores + half, &sums, sizeof sums);
    }
}

static void
add_features (const PlxNameModel *self, const guint32 *features, guint n, Emission *emission)
{
  for (guint f = 0; f < n; f++)
    {
      guint32 bucket = features[f] >> 16;
      guint16 low = (guint16)features[f];
      guint32 end = plx_model_file_u32 (self->buckets, bucket + 1);

      for (guint32 i = plx_model_file_u32 (self->buckets, bucket); i < end; i++)
        if (plx_model_file_u16 (self->hashes, i) == low)
          {
            add_row (emission, self->weights + (gsize)i * N_LABELS);
            break;
          }
    }
}

/* The best path by dynamic programming (Viterbi), over the transitions that leave names whole. */
static void
decode (const PlxNameModel *self, const Emission *emissions, guint n, guint8 *labels)
{
  const gint32 never = G_MININT32 / 4;
  g_autofree guint8 *from = g_new (guint8, (gsize)n * N_LABELS);
  gint32 best[N_LABELS], next[N_LABELS];
  guint label = 0;

  for (guint l = 0; l < N_LABELS; l++)
    best[l] = is_start (l) ? emissions[0].scores[l] + self->transitions[0][l] : never;

  for (guint i = 1; i < n; i++)
    {
      gint32 top = G_MININT32;
      guint sources[N_LABELS], n_sources = 0;

      /* Labels that no way can gain from: most, as most words are in no name. */
      for (guint k = 0; k < N_LABELS; k++)
        if (!is_open (k) && best[k] + self->lead[k] >= best[0])
          sources[n_sources++] = k;

      for (guint l = 0; l < N_LABELS; l++)
        {
          gint32 score = never;
          guint source = 0;

          if (is_start (l))
            {
              for (guint k = 0; k < n_sources; k++)
                if (best[sources[k]] + self->transitions[sources[k]][l] > score)
                  {
                    source = sources[k];
                    score = best[source] + self->transitions[source][l];
                  }
            }
          else
            {
              guint begin = PLX_NAME_LABEL (PLX_NAME_LABEL_TYPE (l), PLX_NAME_BEGIN);

              for (guint k = begin; k <= begin + 1; k++)
                if (best[k] + self->transitions[k][l] > score)
                  {
                    score = best[k] + self->transitions[k][l];
                    source = k;
                  }
            }
          next[l] = MAX (score, never) + emissions[i].scores[l];
          top = MAX (top, next[l]);
          from[(gsize)i * N_LABELS + l] = (guint8)source;
        }
      /* Only differences matter: however long the sentence, the sums stay small. */
      for (guint l = 0; l < N_LABELS; l++)
        best[l] = MAX (next[l] - top, never);
    }

  for (guint l = 1; l < N_LABELS; l++)
    if (!is_open (l) && best[l] > best[label])
      label = l;
  for (guint i = n; i-- > 0;)
    {
      labels[i] = (guint8)label;
      label = i > 0 ? from[(gsize)i * N_LABELS + label] : 0;
    }
}

static void
decode_all (const PlxNameModel *self, const PlxNameDocument *document, const Emission *emissions, guint8 *labels)
{
  for (guint s = 0; s < plx_name_document_get_n_sentences (document); s++)
    {
      guint start, end;

      plx_name_document_get_sentence (document, s, &start, &end);
      decode (self, emissions + start, end - start, labels + start);
    }
}

/**
 * plx_name_model_label:
 * @self: a model
 * @document: a document; its agreement is set
 * @passes: how many times to look
 *
 * Labels the tokens of a document: Ratinov and Roth's (2009) two stages, whose second sees how the first labelled equal
 * words, with one set of weights.
 *
 * Returns: (transfer full): a label for each token
 */
guint8 *
plx_name_model_label (const PlxNameModel *self, PlxNameDocument *document, PlxNamePasses passes)
{
  guint n = plx_name_document_get_n_tokens (document);
  g_autofree Emission *emissions = g_new0 (Emission, n);
  guint8 *labels = g_new0 (guint8, n + 1);
  guint32 features[PLX_NAME_MAX_FEATURES];

  for (guint i = 0; i < n; i++)
    add_features (self, features, plx_name_document_collect (document, i, features), &emissions[i]);
  decode_all (self, document, emissions, labels);

  if (passes == PLX_NAME_PASS_BOTH)
    {
      plx_name_document_agree (document, labels);
      for (guint i = 0; i < n; i++)
        add_features (self, features, plx_name_document_collect_agreement (document, i, features), &emissions[i]);
      decode_all (self, document, emissions, labels);
    }

  return labels;
}
