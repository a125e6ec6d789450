/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-name-document.h"

G_BEGIN_DECLS

#define CRF_N PLX_N_NAME_LABELS
/* Rows of weights are padded so that loops over them run in whole vectors. */
#define CRF_ROW 32

/**
 * CrfSentence:
 * @n: number of tokens
 * @ids: numbers of features, those of many sentences
 * @bounds: for each token where its features begin in @ids; one more at the end
 * @agreement_ids: (nullable): the same for the features of agreement, see plx_name_document_agree()
 * @agreement_bounds: (nullable): the same
 * @allowed: for each token the labels that it may have, a bit each; one bit only when it is labelled
 * @weight: how much the sentence counts
 */
typedef struct
{
  guint n;
  const guint32 *ids;
  const guint32 *bounds;
  const guint32 *agreement_ids;
  const guint32 *agreement_bounds;
  const guint32 *allowed;
  float weight;
} CrfSentence;

/**
 * CrfTrainer:
 *
 * A linear-chain conditional random field (Lafferty et al., 2001) trained by stochastic gradient descent with weight
 * decay (Bottou, 2010). Tokens whose label is known only in part are summed out (Tsuboi et al., 2008).
 */
typedef struct
{
  guint n_features;
  float *weights;
  guint8 *kept;
  float transitions[CRF_N][CRF_N];
  float scale;
  float rate;
  float decay;
  double steps;
  double epoch_steps;
  /* Sums of the weights at points of the last epochs, or NULL. */
  float *sums;
  float transition_sums[CRF_N][CRF_N];
  guint n_sums;
  GRand *random;
} CrfTrainer;

CrfTrainer *crf_trainer_new (guint n_features, float rate, float decay, double epoch_steps);
void crf_trainer_free (CrfTrainer *self);
double crf_trainer_epoch (CrfTrainer *self, GArray *sentences, float agreement_share);
void crf_trainer_keep (CrfTrainer *self, guint n);
void crf_trainer_start_averaging (CrfTrainer *self);
void crf_trainer_finish_averaging (CrfTrainer *self);
void crf_trainer_apply_scale (CrfTrainer *self);

G_END_DECLS
