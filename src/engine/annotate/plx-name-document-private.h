/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-name-document.h"
#include "engine/text/plx-tokens.h"

G_BEGIN_DECLS

#define MAX_PHRASE 6
#define MAX_RUN    12
#define AFFIX      4

typedef enum
{
  CASE_LOWER,
  CASE_CAPITALISED,
  CASE_UPPER,
  CASE_MIXED,
  CASE_INITIAL,
  CASE_NUMBER,
  CASE_MARK,
} LetterCase;

/* What is the same for every token that is written alike. */
typedef struct
{
  const char *text;
  guint length;
  guint32 exact;
  guint32 folded;
  guint32 shape;
  guint32 prefix[AFFIX];
  guint32 suffix[AFFIX];
  guint32 flags;
  LetterCase letter_case;
  /* Index of the word of the same letters that first appeared: counts of the case a word has elsewhere stand there. */
  guint twin;
  guint16 n_lower;
  guint16 n_capital_inside;
  guint16 n_type[PLX_N_NAME_TYPES + 1];
  guint16 n_first[PLX_N_NAME_TYPES];
  guint16 n_last[PLX_N_NAME_TYPES];
  guint8 acronym_types;
} Word;

typedef struct
{
  guint word;
  guint paragraph;
  guint token;
  guint sentence;
  guint32 phrase_flags;
  guint8 phrase_position;
  guint8 label;
  guint16 mention_length;
} Token;

typedef struct
{
  guint start;
  guint end;
  gboolean upper;
  gboolean headline;
} Sentence;

struct _PlxNameDocument
{
  const PlxGazetteer *gazetteer;
  GArray *words;
  GArray *tokens;
  GArray *sentences;
  guint *slots;
  guint n_slots;
};

/* The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
static inline guint32
mix (guint32 h)
{
  h ^= h >> 16;
  h *= 0x85ebca6b;
  h ^= h >> 13;
  h *= 0xc2b2ae35;
  h ^= h >> 16;
  return h;
}

static inline Word *
word_at (const PlxNameDocument *self, guint i)
{
  return &g_array_index (self->words, Word, i);
}

static inline Token *
token_at (const PlxNameDocument *self, guint i)
{
  return &g_array_index (self->tokens, Token, i);
}

/* Whether a word is written as a name may be. */
static inline gboolean
is_capital (const Word *word)
{
  return word->letter_case >= CASE_CAPITALISED && word->letter_case <= CASE_INITIAL;
}

G_END_DECLS
