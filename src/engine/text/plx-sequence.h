/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSequenceRun:
 * @left: index of its first symbol in the left sequence
 * @right: index of its first symbol in the right sequence
 * @length: how many symbols are the same, at least 1
 *
 * A stretch that two sequences have in common.
 */
typedef struct
{
  guint left;
  guint right;
  guint length;
} PlxSequenceRun;

/* What a change costs, in the units of the weights: a run that weighs no more than this is not worth another change. */
#define PLX_SEQUENCE_CHANGE_COST 7

GArray *plx_sequence_match (const guint *left, guint n_left, const guint *right, guint n_right, const guint *weights,
                            guint n_symbols);

G_END_DECLS
