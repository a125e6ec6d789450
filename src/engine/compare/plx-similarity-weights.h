/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made by training/fit-alignment; do not edit. */
#pragma once

/* Two sentences are linked from this score on: where the F1 of links is highest. */
#define PLX_LINK_THRESHOLD 0.30

/* By PlxFeature, then the constant. */
static const double plx_similarity_weights[] = {
  10.6255,    /* cosine */
  3.14674,    /* shared */
  0.452681,   /* unique */
  -0.752875,  /* length */
  0.622651,   /* size */
  0.558587,   /* lead */
  0.379589,   /* early */
  -0.980464,  /* position */
  1.06652,    /* neighbours */
  1.79607,    /* cosine-margin */
  4.30797,    /* cosine-best */
  -0.583696,  /* shared-margin */
  -0.282358,  /* shared-best */
  -0.435797,  /* quoted */
  2.97177,    /* quoted-part */
  -0.0143701, /* constant */
};
