/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made by training/fit-alignment; do not edit. */
#pragma once

/* Two sentences are linked from this score on: where the F1 of links is highest. */
#define PLX_LINK_THRESHOLD 0.32

/* By PlxFeature, then the constant. */
static const double plx_similarity_weights[] = {
  11.4509,   /* cosine */
  3.09148,   /* shared */
  0.428649,  /* unique */
  -0.725314, /* length */
  0.598293,  /* size */
  0.577698,  /* lead */
  0.368662,  /* early */
  -0.966344, /* position */
  1.07899,   /* neighbours */
  1.77373,   /* cosine-margin */
  4.00066,   /* cosine-best */
  -0.57754,  /* shared-margin */
  -0.26231,  /* shared-best */
  -0.440695, /* quoted */
  2.90477,   /* quoted-part */
  -0.328707, /* constant */
};
