/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-clean-phrases.h"

/**
 * PlxPhraseList:
 * @reason: why lines of these phrases are removed
 * @use: where they are
 * @phrases: (nullable): whole lines in the form of plx_text_line_key(), "|" between them; %NULL ends a table
 *
 * A row of a language's table.
 */
typedef struct
{
  PlxRemovalReason reason;
  PlxPhraseUse use;
  const char *phrases;
} PlxPhraseList;

extern const PlxPhraseList plx_clean_phrases_de[];
extern const PlxPhraseList plx_clean_phrases_en[];
extern const PlxPhraseList plx_clean_phrases_es[];
extern const PlxPhraseList plx_clean_phrases_fr[];
extern const PlxPhraseList plx_clean_phrases_other[];
extern const PlxPhraseList plx_clean_phrases_ru[];
extern const PlxPhraseList plx_clean_phrases_uk[];
