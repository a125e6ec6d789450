/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-span.h"

G_BEGIN_DECLS

/**
 * PlxDifferenceKind:
 * @PLX_DIFFERENCE_WORDING: other words
 * @PLX_DIFFERENCE_NAMING: the same entity under another name or spelling
 *
 * Differences that are only typographic are not reported: quotation marks, dashes and other punctuation, spaces,
 * hyphens
 * ("cease-fire", "cease fire", "ceasefire"), capitals, separators in numbers, the full stops of abbreviations, "n't"
 * for "not".
 */
typedef enum
{
  PLX_DIFFERENCE_WORDING,
  PLX_DIFFERENCE_NAMING,
} PlxDifferenceKind;

/**
 * PlxDifference:
 * @kind: what differs
 * @left: span of the left text; empty, at the place where the words would stand, when the right only adds
 * @right: span of the right text; empty, at the place where the words would stand, when the right lacks it
 * @minor: whether both sides have only such words as "the", "on" or "was", or none: true, but not worth a reader's
 *   attention
 *
 * One phrase that differs between two texts.
 */
typedef struct
{
  PlxDifferenceKind kind;
  PlxSpan left;
  PlxSpan right;
  gboolean minor;
} PlxDifference;

/**
 * PlxNameSpan:
 * @span: where the name stands
 * @entity: id of the entity it names
 */
typedef struct
{
  PlxSpan span;
  guint entity;
} PlxNameSpan;

GArray *plx_word_diff (const char *left, const char *right, const GArray *left_names, const GArray *right_names);

G_END_DECLS
