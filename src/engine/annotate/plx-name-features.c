/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-document-private.h"

static inline guint32
feature1 (guint kind, guint32 a)
{
  return mix (a + kind * 0x9e3779b1);
}

static inline guint32
feature2 (guint kind, guint32 a, guint32 b)
{
  return mix (feature1 (kind, a) ^ (b * 0x27d4eb2f + 0x165667b1));
}

static inline guint32
feature3 (guint kind, guint32 a, guint32 b, guint32 c)
{
  return mix (feature2 (kind, a, b) ^ (c * 0x85ebca77 + 0x61c88647));
}

/* Numbers of the templates: they are part of the model, new ones are added at the end. */
enum
{
  BIAS = 1,
  WORD,
  WORD_SHAPE,
  BEFORE,
  AFTER,
  BEFORE_2,
  AFTER_2,
  PAIR_BEFORE,
  PAIR_AFTER,
  PAIR_AROUND,
  PREFIX,
  SUFFIX = PREFIX + AFFIX,
  SHAPE = SUFFIX + AFFIX,
  SHAPE_BEFORE,
  SHAPE_AFTER,
  SHAPES_BEFORE,
  SHAPES_AFTER,
  SHAPES_AROUND,
  BEFORE_SHAPE,
  AFTER_SHAPE,
  PAIR_BEFORE_2,
  PAIR_AFTER_2,
  FIRST,
  LOUD,
  WORD_FLAG,
  WORD_FLAGS,
  PHRASE_FLAG,
  PHRASE_FLAGS,
  FLAGS_BEFORE,
  FLAGS_AFTER,
  FLAGS_BEFORE_2,
  FLAGS_AFTER_2,
  FLAGS_AROUND,
  ELSEWHERE,
  RUN_LAST,
  RUN_FIRST,
  RUN_PLACE,
  RUN_BEFORE,
  RUN_AFTER,
  RUN_LAST_FLAGS,
  RUN_BEFORE_FLAGS,
  RUN_AFTER_FLAGS,
  RUN_OF_BEFORE,
  RUN_OF_AFTER,
  RUN_FLAGS,
  AGREE_TYPE,
  AGREE_LAST,
  AGREE_FIRST,
  AGREE_ACRONYM,
  AGREE_OTHER,
};

#define SENTENCE_EDGE 0x5bd1e995u

typedef struct
{
  guint32 *features;
  guint n;
} Collector;

static inline void
add (Collector *c, guint32 feature)
{
  if (c->n < PLX_NAME_MAX_FEATURES)
    c->features[c->n++] = feature;
}

static inline const Word *
word_near (const PlxNameDocument *self, const Sentence *sentence, guint i, int offset)
{
  gint64 at = (gint64)i + offset;

  if (at < sentence->start || at >= sentence->end)
    return NULL;
  return word_at (self, token_at (self, (guint)at)->word);
}

static inline guint32
folded_of (const Word *word)
{
  return word != NULL ? word->folded : SENTENCE_EDGE;
}

static inline guint32
shape_of (const Word *word)
{
  return word != NULL ? word->shape : SENTENCE_EDGE;
}

static inline guint32
flags_of (const Word *word)
{
  return word != NULL ? word->flags : 1u << 31;
}

static void
collect_words (const PlxNameDocument *self, const Sentence *sentence, guint i, Collector *c)
{
  const Word *word = word_near (self, sentence, i, 0);
  const Word *before = word_near (self, sentence, i, -1);
  const Word *after = word_near (self, sentence, i, 1);
  const Word *before2 = word_near (self, sentence, i, -2);
  const Word *after2 = word_near (self, sentence, i, 2);
  guint32 w = word->folded, b = folded_of (before), a = folded_of (after);
  guint32 s = word->shape, sb = shape_of (before), sa = shape_of (after);

  add (c, feature1 (BIAS, 0));
  add (c, feature1 (WORD, w));
  add (c, feature2 (WORD_SHAPE, w, s));
  add (c, feature1 (BEFORE, b));
  add (c, feature1 (AFTER, a));
  add (c, feature1 (BEFORE_2, folded_of (before2)));
  add (c, feature1 (AFTER_2, folded_of (after2)));
  add (c, feature2 (PAIR_BEFORE, b, w));
  add (c, feature2 (PAIR_AFTER, w, a));
  add (c, feature2 (PAIR_AROUND, b, a));
  if (word->letter_case != CASE_MARK && word->letter_case != CASE_NUMBER)
    for (guint n = 0; n < AFFIX; n++)
      {
        if (n > 0)
          add (c, feature2 (PREFIX + n, word->prefix[n], word->letter_case));
        add (c, feature2 (SUFFIX + n, word->suffix[n], word->letter_case));
      }
  add (c, feature1 (SHAPE, s));
  add (c, feature1 (SHAPE_BEFORE, sb));
  add (c, feature1 (SHAPE_AFTER, sa));
  add (c, feature2 (SHAPES_BEFORE, sb, s));
  add (c, feature2 (SHAPES_AFTER, s, sa));
  add (c, feature3 (SHAPES_AROUND, sb, s, sa));
  add (c, feature2 (BEFORE_SHAPE, b, s));
  add (c, feature2 (AFTER_SHAPE, a, s));
  if (is_capital (word))
    {
      add (c, feature2 (PAIR_BEFORE_2, folded_of (before2), b));
      add (c, feature2 (PAIR_AFTER_2, a, folded_of (after2)));
    }
  if (i == sentence->start)
    add (c, feature2 (FIRST, word->letter_case, sa));
  if (sentence->upper || sentence->headline)
    add (c, feature3 (LOUD, word->letter_case, sentence->upper, sentence->headline));
}

static void
collect_flags (const PlxNameDocument *self, const Sentence *sentence, guint i, Collector *c)
{
  const Token *token = token_at (self, i);
  const Word *word = word_near (self, sentence, i, 0);
  guint32 before = flags_of (word_near (self, sentence, i, -1));
  guint32 after = flags_of (word_near (self, sentence, i, 1));
  gboolean capital = is_capital (word);

  if (self->gazetteer == NULL)
    return;
  for (guint32 bits = word->flags; bits != 0; bits &= bits - 1)
    add (c, feature3 (WORD_FLAG, bits & -bits, capital, i == sentence->start));
  for (guint32 bits = token->phrase_flags; bits != 0; bits &= bits - 1)
    add (c, feature2 (PHRASE_FLAG, bits & -bits, token->phrase_position));
  add (c, feature3 (WORD_FLAGS, word->flags, word->letter_case, token->phrase_flags != 0));
  if (token->phrase_flags != 0)
    add (c, feature2 (PHRASE_FLAGS, token->phrase_flags, token->phrase_position));
  add (c, feature2 (FLAGS_BEFORE, before, capital));
  add (c, feature2 (FLAGS_AFTER, after, capital));
  if (capital)
    {
      add (c, feature1 (FLAGS_BEFORE_2, flags_of (word_near (self, sentence, i, -2))));
      add (c, feature1 (FLAGS_AFTER_2, flags_of (word_near (self, sentence, i, 2))));
      add (c, feature3 (FLAGS_AROUND, before, word->flags, after));
    }
}

/* A word that joins the capitalised words of one name: "Bank of England", "Médecins sans Frontières". */
static gboolean
is_joint (const Word *word)
{
  return word->length == 1 ? word->text[0] == '-' || word->text[0] == '&' : FALSE;
}

/* Features of the run of capitalised words that a word stands in: its head says most about the type. */
static void
collect_run (const PlxNameDocument *self, const Sentence *sentence, guint i, Collector *c)
{
  guint start = i, end = i + 1;
  const Word *word = word_near (self, sentence, i, 0);
  const Word *first, *last, *before, *after;
  guint length;

  if (!is_capital (word) && !is_joint (word))
    {
      const Word *next = word_near (self, sentence, i, 1);

      /* "of" between two runs belongs to both. */
      if (word->letter_case == CASE_LOWER && word->length <= 3 && i > sentence->start && next != NULL
          && is_capital (next) && is_capital (word_near (self, sentence, i, -1)))
        {
          for (end = i + 1;
               end < sentence->end && end - i < MAX_RUN && is_capital (word_at (self, token_at (self, end)->word));)
            end++;
          for (start = i; start > sentence->start && i - start < MAX_RUN
                          && is_capital (word_at (self, token_at (self, start - 1)->word));)
            start--;
          add (c, feature2 (RUN_OF_BEFORE, word_at (self, token_at (self, start)->word)->folded, word->folded));
          add (c, feature2 (RUN_OF_AFTER, word_at (self, token_at (self, end - 1)->word)->folded, word->folded));
          add (c, feature3 (RUN_FLAGS, flags_of (word_near (self, sentence, i, -1)), flags_of (next), word->folded));
        }
      return;
    }

  while (start > sentence->start && i - start < MAX_RUN)
    {
      const Word *w = word_at (self, token_at (self, start - 1)->word);

      if (!is_capital (w)
          && !(is_joint (w) && start - 1 > sentence->start
               && is_capital (word_at (self, token_at (self, start - 2)->word))))
        break;
      start--;
    }
  while (end < sentence->end && end - i < MAX_RUN)
    {
      const Word *w = word_at (self, token_at (self, end)->word);

      if (!is_capital (w)
          && !(is_joint (w) && end + 1 < sentence->end && is_capital (word_at (self, token_at (self, end + 1)->word))))
        break;
      end++;
    }

  first = word_at (self, token_at (self, start)->word);
  last = word_at (self, token_at (self, end - 1)->word);
  before = word_near (self, sentence, start, -1);
  after = word_near (self, sentence, end - 1, 1);
  length = MIN (end - start, 5);
  add (c, feature3 (RUN_PLACE, length, MIN (i - start, 4), start == sentence->start));
  add (c, feature2 (RUN_LAST, last->folded, i + 1 == end));
  add (c, feature2 (RUN_FIRST, first->folded, i == start));
  add (c, feature2 (RUN_BEFORE, folded_of (before), length > 1));
  add (c, feature2 (RUN_AFTER, folded_of (after), length > 1));
  add (c, feature3 (RUN_LAST_FLAGS, last->flags, i + 1 == end, length));
  add (c, feature2 (RUN_BEFORE_FLAGS, flags_of (before), length > 1));
  add (c, feature2 (RUN_AFTER_FLAGS, flags_of (after), length > 1));
  if (before != NULL && before->letter_case == CASE_LOWER && before->length <= 3 && start > sentence->start + 1)
    {
      const Word *head = word_near (self, sentence, start, -2);

      add (c, feature3 (RUN_OF_BEFORE, head->folded, before->folded, is_capital (head)));
    }
  if (after != NULL && after->letter_case == CASE_LOWER && after->length <= 3 && end + 1 < sentence->end)
    {
      const Word *tail = word_at (self, token_at (self, end + 1)->word);

      add (c, feature3 (RUN_OF_AFTER, tail->folded, after->folded, is_capital (tail)));
    }
}

/**
 * plx_name_document_collect:
 * @self: a document
 * @i: index of a token
 * @features: (out): hashes of the features
 *
 * Collects what the model asks about a token, but for what depends on labels of other tokens.
 *
 * Returns: how many features there are
 */
guint
plx_name_document_collect (const PlxNameDocument *self, guint i, guint32 features[PLX_NAME_MAX_FEATURES])
{
  const Token *token = token_at (self, i);
  const Sentence *sentence = &g_array_index (self->sentences, Sentence, token->sentence);
  const Word *word = word_at (self, token->word);
  Collector c = { features, 0 };

  collect_words (self, sentence, i, &c);
  collect_flags (self, sentence, i, &c);
  collect_run (self, sentence, i, &c);
  if (is_capital (word))
    {
      const Word *twin = word_at (self, word->twin);

      add (&c, feature3 (ELSEWHERE, MIN (twin->n_lower, 1), MIN (twin->n_capital_inside, 2), i == sentence->start));
    }

  return c.n;
}

/**
 * plx_name_document_collect_agreement:
 * @self: a document that plx_name_document_agree() has been called for
 * @i: index of a token
 * @features: (out): hashes of the features
 *
 * Collects what the labels of equal words elsewhere in the document say about a token; its own label does not count.
 *
 * Returns: how many features there are
 */
guint
plx_name_document_collect_agreement (const PlxNameDocument *self, guint i, guint32 features[PLX_NAME_MAX_FEATURES])
{
  const Token *token = token_at (self, i);
  const Word *word = word_at (self, token->word);
  Collector c = { features, 0 };
  guint best = PLX_N_NAME_TYPES, best_count = 0, total = 0, first = 0, last = 0;
  int own_type = token->label != 0 ? (int)PLX_NAME_LABEL_TYPE (token->label) : PLX_N_NAME_TYPES;

  if (!is_capital (word))
    return 0;
  for (guint t = 0; t <= PLX_N_NAME_TYPES; t++)
    {
      guint n = word->n_type[t] - ((int)t == own_type && word->n_type[t] > 0);

      total += n;
      if (n > best_count)
        {
          best = t;
          best_count = n;
        }
    }
  for (guint t = 0; t < PLX_N_NAME_TYPES; t++)
    {
      gboolean own = (int)t == own_type;
      PlxNamePosition position = own ? PLX_NAME_LABEL_POSITION (token->label) : PLX_NAME_UNIT;

      if (word->n_first[t] > (own && position == PLX_NAME_BEGIN))
        first |= 1u << t;
      if (word->n_last[t] > (own && position == PLX_NAME_LAST))
        last |= 1u << t;
    }
  if (total > 0)
    {
      add (&c, feature3 (AGREE_TYPE, best, MIN (best_count, 3), best_count == total));
      if (best_count < total)
        add (&c, feature2 (AGREE_OTHER, best, own_type == (int)best));
    }
  if (first != 0)
    add (&c, feature1 (AGREE_FIRST, first));
  if (last != 0)
    add (&c, feature1 (AGREE_LAST, last));
  if (word->acronym_types != 0)
    add (&c, feature1 (AGREE_ACRONYM, word->acronym_types));

  return c.n;
}
