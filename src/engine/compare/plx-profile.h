/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-grouping.h"

G_BEGIN_DECLS

/**
 * PlxProfileTerm:
 * @term: hash of the stem of a word or number, or of a full name
 * @count: how often it stands in the article, weighted by where
 * @background_idf: how rare it is in news at large, as plx_background_get_idf() gives it
 */
typedef struct
{
  guint64 term;
  double count;
  double background_idf;
} PlxProfileTerm;

const GArray *plx_profile_get_terms (const PlxProfile *self);
int plx_profile_get_day (const PlxProfile *self);

G_END_DECLS
