/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-word-diff.h"

#include <string.h>

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-sequence.h"
#include "engine/text/plx-stop-words.h"
#include "engine/text/plx-tokens.h"

/* What words are worth, in tenths of an ordinary one. */
#define WEIGHT_STOP    2
#define WEIGHT_CONTENT 10
#define WEIGHT_NAME    15

/* A run that weighs less than this share of the smaller change beside it, in words, is a coincidence. */
#define COINCIDENCE_SHARE 4

/* Texts that have less than this part of the lighter one's weight in common are not versions of one another. */
#define MIN_COMMON_PERCENT 25

/* A unit of comparison: a word, number or sign, or a whole name. */
typedef struct
{
  guint symbol;
  PlxSpan span;
  guint byte_start;
  guint byte_end;
  gboolean name;
  /* Whether punctuation stands between this unit and the one before it. */
  gboolean after_mark;
} Unit;

typedef struct
{
  GHashTable *symbols;
  GPtrArray *keys;
  GArray *weights;
  /* Other keys of the same symbols. */
  GPtrArray *aliases;
} Vocabulary;

/* Changed ranges of units. */
typedef struct
{
  guint l0;
  guint l1;
  guint r0;
  guint r1;
} Change;

static guint
vocabulary_add (Vocabulary *self, char *key, guint weight)
{
  gpointer symbol;

  if (g_hash_table_lookup_extended (self->symbols, key, NULL, &symbol))
    {
      g_free (key);
      return GPOINTER_TO_UINT (symbol);
    }
  g_hash_table_insert (self->symbols, key, GUINT_TO_POINTER (self->keys->len));
  g_ptr_array_add (self->keys, key);
  g_array_append_val (self->weights, weight);

  return self->keys->len - 1;
}

/* Gives a symbol that is there another key. */
static void
vocabulary_alias (Vocabulary *self, char *key, guint symbol)
{
  g_hash_table_insert (self->symbols, key, GUINT_TO_POINTER (symbol));
  g_ptr_array_add (self->aliases, key);
}

/* The letters and digits of a name, folded. */
static char *
name_letters (const char *text, const Unit *unit)
{
  g_autofree char *folded = plx_normalize_fold (text + unit->byte_start, unit->byte_end - unit->byte_start);
  GString *out = g_string_sized_new (unit->byte_end - unit->byte_start);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* A name is the same word under all its spellings; and the same letters are the same word, whatever they name. */
static guint
vocabulary_add_name (Vocabulary *self, guint entity, char *letters)
{
  g_autofree char *key = g_strdup_printf ("\001%u", entity);
  g_autofree char *spelling = g_strdup_printf ("\002%s", letters);
  gpointer symbol;

  g_free (letters);
  if (g_hash_table_lookup_extended (self->symbols, key, NULL, &symbol)
      || g_hash_table_lookup_extended (self->symbols, spelling, NULL, &symbol))
    {
      if (!g_hash_table_contains (self->symbols, spelling))
        vocabulary_alias (self, g_steal_pointer (&spelling), GPOINTER_TO_UINT (symbol));
      return GPOINTER_TO_UINT (symbol);
    }
  symbol = GUINT_TO_POINTER (vocabulary_add (self, g_steal_pointer (&key), WEIGHT_NAME));
  vocabulary_alias (self, g_steal_pointer (&spelling), GPOINTER_TO_UINT (symbol));
  return GPOINTER_TO_UINT (symbol);
}

/* The form in which words are compared: folded, "U.S." as "us", "1,200" as "1200", "%" as "percent". */
static char *
key_of_token (const char *text, const PlxToken *token)
{
  char *key = plx_normalize_fold (text + token->byte_start, token->byte_end - token->byte_start);
  char *out = key;

  if (strcmp (key, "%") == 0)
    {
      g_free (key);
      return g_strdup ("percent");
    }
  /* "isn't" is "is not". */
  if (strcmp (key, "n't") == 0)
    {
      g_free (key);
      return g_strdup ("not");
    }
  for (const char *p = key; *p != '\0'; p++)
    if (!(*p == '.' && token->kind == PLX_TOKEN_WORD && g_ascii_isalpha (p[1]) != 0 && p > key)
        && !(*p == '.' && p[1] == '\0' && p > key) && !(*p == ',' && token->kind == PLX_TOKEN_NUMBER))
      *out++ = *p;
  *out = '\0';

  return key;
}

/* Whether a mark is read aloud, and so is part of the wording. */
static gboolean
is_spoken_mark (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == '%' || c == '&' || c == '+' || c == '=' || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static GArray *
units_of (Vocabulary *vocabulary, const char *text, const GArray *names)
{
  g_autoptr (GArray) tokens = plx_tokens_split (text);
  GArray *units = g_array_sized_new (FALSE, FALSE, sizeof (Unit), tokens->len);
  guint next_name = 0, n_names = names != NULL ? names->len : 0;
  gboolean after_mark = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (tokens, PlxToken, i);
      Unit unit = { 0, token->span, token->byte_start, token->byte_end, FALSE, after_mark };
      const PlxNameSpan *name = NULL;

      while (next_name < n_names && g_array_index (names, PlxNameSpan, next_name).span.end <= token->span.start)
        next_name++;
      if (next_name < n_names && g_array_index (names, PlxNameSpan, next_name).span.start <= token->span.start)
        name = &g_array_index (names, PlxNameSpan, next_name);

      if (name == NULL && token->kind == PLX_TOKEN_PUNCTUATION && !is_spoken_mark (text + token->byte_start))
        {
          gunichar mark = g_utf8_get_char (text + token->byte_start);

          after_mark = after_mark || g_unichar_type (mark) != G_UNICODE_DASH_PUNCTUATION || mark > 0x2012;
          continue;
        }
      if (name != NULL)
        {
          while (i + 1 < tokens->len && g_array_index (tokens, PlxToken, i + 1).span.start < name->span.end)
            i++;
          unit.span.end = g_array_index (tokens, PlxToken, i).span.end;
          unit.byte_end = g_array_index (tokens, PlxToken, i).byte_end;
          unit.name = TRUE;
          unit.symbol = vocabulary_add_name (vocabulary, name->entity, name_letters (text, &unit));
          next_name++;
        }
      else
        {
          char *key = key_of_token (text, token);
          guint weight = plx_stop_words_contain (key) ? WEIGHT_STOP : WEIGHT_CONTENT;

          unit.symbol = vocabulary_add (vocabulary, key, weight);
        }
      g_array_append_val (units, unit);
      after_mark = FALSE;
    }

  return units;
}

static inline const Unit *
unit_at (const GArray *units, guint i)
{
  return &g_array_index (units, Unit, i);
}

static guint *
symbols_of (const GArray *units)
{
  guint *symbols = g_new (guint, units->len + 1);

  for (guint i = 0; i < units->len; i++)
    symbols[i] = unit_at (units, i)->symbol;
  return symbols;
}

static guint
weigh (const Vocabulary *vocabulary, const GArray *units, guint from, guint to)
{
  guint weight = 0;

  for (guint i = from; i < to; i++)
    weight += g_array_index (vocabulary->weights, guint, unit_at (units, i)->symbol);
  return weight;
}

/* Whether two texts are versions of one another, so that it makes sense to speak of different words. */
static gboolean
are_versions (const Vocabulary *vocabulary, const GArray *a, const GArray *b, const GArray *runs)
{
  guint common = 0, least;
  gboolean anchored = FALSE;

  for (guint k = 0; k < runs->len; k++)
    {
      const PlxSequenceRun *run = &g_array_index (runs, PlxSequenceRun, k);

      common += weigh (vocabulary, a, run->left, run->left + run->length);
      for (guint i = run->left; i < run->left + run->length && !anchored; i++)
        anchored = g_array_index (vocabulary->weights, guint, unit_at (a, i)->symbol) >= WEIGHT_CONTENT;
    }
  least = MIN (weigh (vocabulary, a, 0, a->len), weigh (vocabulary, b, 0, b->len));

  return anchored && (guint64)common * 100 >= (guint64)least * MIN_COMMON_PERCENT;
}

static inline guint
change_size (const Change *change)
{
  return MAX (change->l1 - change->l0, change->r1 - change->r0);
}

/*
 * Turns the common runs into changes between them. A run that weighs little beside the changes around it is a
 * coincidence: the changes become one, which reads better than two with an "of the" between them.
 */
static GArray *
changes_between (const Vocabulary *vocabulary, const GArray *a, const GArray *b, const GArray *runs)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint l = 0, r = 0;

  for (guint k = 0; k <= runs->len; k++)
    {
      PlxSequenceRun end = { a->len, b->len, 0 };
      const PlxSequenceRun *run = k < runs->len ? &g_array_index (runs, PlxSequenceRun, k) : &end;
      Change change = { l, run->left, r, run->right };

      l = run->left + run->length;
      r = run->right + run->length;
      if (change.l0 == change.l1 && change.r0 == change.r1)
        continue;

      /* The new change may swallow the run before it, and then the grown change the one before that. */
      while (changes->len > 0)
        {
          Change *before = &g_array_index (changes, Change, changes->len - 1);
          guint weight = weigh (vocabulary, a, before->l1, change.l0);
          guint least = MIN (change_size (before), change_size (&change));

          if (weight > PLX_SEQUENCE_CHANGE_COST && weight * COINCIDENCE_SHARE >= least * WEIGHT_CONTENT)
            break;
          change.l0 = before->l0;
          change.r0 = before->r0;
          g_array_set_size (changes, changes->len - 1);
        }
      g_array_append_val (changes, change);
    }

  return changes;
}

/* How well a phrase may begin at unit @i. */
static guint
boundary_score (const Vocabulary *vocabulary, const GArray *units, guint i)
{
  if (i == 0 || i >= units->len)
    return 4;
  if (unit_at (units, i)->after_mark)
    return 4;
  return plx_stop_words_open_phrase (g_ptr_array_index (vocabulary->keys, unit_at (units, i)->symbol)) ? 2 : 0;
}

/*
 * Words that only one side has can often be cut out at several places with the same result: "the [big and the] small",
 * "[the big and] the small". Takes the place whose ends are ends of phrases.
 */
static void
slide (const Vocabulary *vocabulary, const GArray *units, guint *from, guint *to, guint lowest, guint highest,
       int *moved)
{
  guint start = *from, end = *to, best, score;
  int at = 0, best_at = 0;

  while (start > lowest && unit_at (units, start - 1)->symbol == unit_at (units, end - 1)->symbol)
    {
      start--;
      end--;
      at--;
    }
  best = 0;
  for (gboolean first = TRUE;; first = FALSE)
    {
      score = boundary_score (vocabulary, units, start) + boundary_score (vocabulary, units, end);
      if (first || score > best || (score == best && at == 0))
        {
          best = score;
          best_at = at;
        }
      if (end >= highest || unit_at (units, start)->symbol != unit_at (units, end)->symbol)
        break;
      start++;
      end++;
      at++;
    }
  *from += best_at;
  *to += best_at;
  *moved = best_at;
}

static void
slide_changes (const Vocabulary *vocabulary, const GArray *a, const GArray *b, GArray *changes)
{
  for (guint k = 0; k < changes->len; k++)
    {
      Change *change = &g_array_index (changes, Change, k);
      const Change *next = k + 1 < changes->len ? change + 1 : NULL;
      gboolean only_left = change->r0 == change->r1, only_right = change->l0 == change->l1;
      int moved;

      if (only_left)
        {
          slide (vocabulary, a, &change->l0, &change->l1, k > 0 ? change[-1].l1 + 1 : 0,
                 next != NULL ? next->l0 - 1 : a->len, &moved);
          change->r0 += moved;
          change->r1 += moved;
        }
      else if (only_right)
        {
          slide (vocabulary, b, &change->r0, &change->r1, k > 0 ? change[-1].r1 + 1 : 0,
                 next != NULL ? next->r0 - 1 : b->len, &moved);
          change->l0 += moved;
          change->l1 += moved;
        }
    }
}

/* Whether a change is only one of spaces and hyphens: "cease-fire", "ceasefire"; "per cent", "percent". */
static gboolean
is_same_letters (const Vocabulary *vocabulary, const GArray *a, const GArray *b, const Change *change)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);

  if (change->l1 - change->l0 > 4 || change->r1 - change->r0 > 4)
    return FALSE;
  for (guint i = change->l0; i < change->l1; i++)
    g_string_append (left, g_ptr_array_index (vocabulary->keys, unit_at (a, i)->symbol));
  for (guint j = change->r0; j < change->r1; j++)
    g_string_append (right, g_ptr_array_index (vocabulary->keys, unit_at (b, j)->symbol));

  return g_string_equal (left, right);
}

static gboolean
are_light (const Vocabulary *vocabulary, const GArray *units, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (unit_at (units, i)->name
        || !plx_stop_words_are_light (g_ptr_array_index (vocabulary->keys, unit_at (units, i)->symbol)))
      return FALSE;
  return TRUE;
}

static PlxSpan
span_of (const GArray *units, guint from, guint to)
{
  guint place = from > 0 ? unit_at (units, from - 1)->span.end : 0;

  if (from == to)
    return (PlxSpan){ place, place };
  return (PlxSpan){ unit_at (units, from)->span.start, unit_at (units, to - 1)->span.end };
}

/* Adds the names of a common run that are spelt in different ways. */
static void
add_namings (GArray *out, const char *left, const GArray *a, guint l, const char *right, const GArray *b, guint r,
             guint length)
{
  for (guint k = 0; k < length; k++)
    {
      const Unit *x = unit_at (a, l + k), *y = unit_at (b, r + k);

      if (!x->name)
        continue;

      g_autofree char *x_letters = name_letters (left, x);
      g_autofree char *y_letters = name_letters (right, y);

      if (strcmp (x_letters, y_letters) != 0)
        {
          PlxDifference naming = { PLX_DIFFERENCE_NAMING, x->span, y->span, FALSE };

          g_array_append_val (out, naming);
        }
    }
}

/**
 * plx_word_diff:
 * @left: valid UTF-8
 * @right: valid UTF-8
 * @left_names: (nullable) (element-type PlxNameSpan): names of @left, in order, none overlapping
 * @right_names: (nullable) (element-type PlxNameSpan): names of @right, in order, none overlapping
 *
 * Finds the phrases that differ between two texts: what is left of them beside the heaviest common subsequence of
 * their words, stop words weighing little. A name counts as one word, the same under all its spellings, and as the same
 * word as another name that is spelt like it; where its spelling differs, a difference in naming is reported. Common
 * words that only stand between two changes by coincidence are part of one larger change, and changes begin and end at
 * ends of phrases where there is a choice.
 *
 * Two texts that have no content word in common in order, or less than a quarter of the shorter one by weight, are not
 * versions of one another: nothing is reported, for an underline below everything would tell the reader nothing.
 *
 * Memory is linear in the length of the texts, time nearly so.
 *
 * Returns: (transfer full) (element-type PlxDifference): the differences in the order of the texts
 */
GArray *
plx_word_diff (const char *left, const char *right, const GArray *left_names, const GArray *right_names)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxDifference));
  g_autoptr (GHashTable) symbols = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_free);
  Vocabulary vocabulary = { symbols, keys, weights, aliases };
  g_autoptr (GArray) a = units_of (&vocabulary, left, left_names);
  g_autoptr (GArray) b = units_of (&vocabulary, right, right_names);
  g_autofree guint *a_symbols = symbols_of (a);
  g_autofree guint *b_symbols = symbols_of (b);
  g_autoptr (GArray) runs =
      plx_sequence_match (a_symbols, a->len, b_symbols, b->len, (const guint *)(gconstpointer)weights->data, keys->len);
  g_autoptr (GArray) changes = NULL;
  guint l = 0, r = 0;

  if (!are_versions (&vocabulary, a, b, runs))
    return out;

  changes = changes_between (&vocabulary, a, b, runs);
  slide_changes (&vocabulary, a, b, changes);
  for (guint k = 0; k < changes->len; k++)
    {
      const Change *change = &g_array_index (changes, Change, k);

      add_namings (out, left, a, l, right, b, r, change->l0 - l);
      l = change->l1;
      r = change->r1;
      if (!is_same_letters (&vocabulary, a, b, change))
        {
          PlxDifference difference = { PLX_DIFFERENCE_WORDING, span_of (a, change->l0, change->l1),
                                       span_of (b, change->r0, change->r1),
                                       are_light (&vocabulary, a, change->l0, change->l1)
                                           && are_light (&vocabulary, b, change->r0, change->r1) };

          g_array_append_val (out, difference);
        }
    }
  add_namings (out, left, a, l, right, b, r, a->len - l);

  return out;
}
