/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made by training/fit-alignment; do not edit. */
#pragma once

/* Two sentences are linked from this score on: where the F1 of links is highest. */
#define PLX_LINK_THRESHOLD 0.30

/* By PlxFeature, then the constant. */
static const double plx_similarity_weights[] = {
  11.5539,   /* cosine */
  3.06142,   /* shared */
  0.4379,    /* unique */
  -0.718775, /* length */
  0.592357,  /* size */
  0.589167,  /* lead */
  0.372066,  /* early */
  -0.956788, /* position */
  1.08073,   /* neighbours */
  1.73748,   /* cosine-margin */
  4.00397,   /* cosine-best */
  -0.564387, /* shared-margin */
  -0.261244, /* shared-best */
  -0.437883, /* quoted */
  2.86327,   /* quoted-part */
  -0.338044, /* constant */
};
