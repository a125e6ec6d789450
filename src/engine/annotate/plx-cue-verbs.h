/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxCueStrength:
 * @PLX_CUE_NONE: not a cue
 * @PLX_CUE_WEAK: reports words only where quoted ones follow: "wants", "blamed", "dismissed"
 * @PLX_CUE_NOUN: a verb of saying that is a noun as often: "claims", "calls", "tweets"; a cue only behind its subject
 * @PLX_CUE_STRONG: a verb of saying or writing: "said", "asked", "tweeted"
 */
typedef enum
{
  PLX_CUE_NONE,
  PLX_CUE_WEAK,
  PLX_CUE_NOUN,
  PLX_CUE_STRONG,
} PlxCueStrength;

PlxCueStrength plx_cue_verbs_find (const char *folded_word);

G_END_DECLS
