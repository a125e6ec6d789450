/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-rows.h"

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stop-words.h"
#include "engine/text/plx-tokens.h"
#include "engine/text/plx-word-diff.h"

/* The side of a row that is looked at. */
typedef struct
{
  char *text;
  GArray *tokens;
  GArray *names;
} Side;

static void
side_init (Side *self, const PlxRows *rows, guint row, guint column)
{
  self->text = plx_rows_dup_cell_text (rows, row, column, NULL);
  self->tokens = plx_tokens_split (self->text);
  self->names = plx_rows_dup_cell_mentions (rows, row, column);
}

static void
side_clear (Side *self)
{
  g_free (self->text);
  g_array_unref (self->tokens);
  g_array_unref (self->names);
}

/* The first of the things in order, each of which begins with its span, that ends behind @offset. */
static guint
first_behind (const GArray *things, guint offset)
{
  guint low = 0, high = things->len;
  guint size = g_array_get_element_size ((GArray *)things);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const PlxSpan *span = (gconstpointer)(things->data + (gsize)middle * size);

      if (span->end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_light (const Side *side, const PlxToken *token)
{
  g_autofree char *word = plx_normalize_fold (side->text + token->byte_start, token->byte_end - token->byte_start);

  return token->kind == PLX_TOKEN_WORD && plx_stop_words_are_light (word);
}

/* Whether there is nothing between two places but one light word at most, so that two marks read as one. */
static gboolean
is_bridge (const Side *side, guint start, guint end)
{
  guint i = first_behind (side->tokens, start);
  const PlxToken *token = i < side->tokens->len ? &g_array_index (side->tokens, PlxToken, i) : NULL;

  if (token == NULL || token->span.start >= end)
    return TRUE;
  return token->span.end <= end && is_light (side, token) && (i + 1 == side->tokens->len || token[1].span.start >= end);
}

static char *
dup_folded (const Side *side, PlxSpan span)
{
  g_autofree char *name = g_utf8_substring (side->text, span.start, span.end);

  return plx_normalize_fold (name, -1);
}

/* Whether a name of one side stands in @span of the other side too. */
static gboolean
has_name (const Side *side, PlxSpan span, const Side *name_side, const PlxCellMention *name)
{
  g_autofree char *folded = NULL;

  for (guint i = first_behind (side->names, span.start); i < side->names->len; i++)
    {
      const PlxCellMention *other = &g_array_index (side->names, PlxCellMention, i);
      g_autofree char *other_folded = NULL;

      if (other->span.start >= span.end)
        break;
      if (other->entity == name->entity)
        return TRUE;
      if (folded == NULL)
        folded = dup_folded (name_side, name->span);
      other_folded = dup_folded (side, other->span);
      if (g_str_equal (folded, other_folded))
        return TRUE;
    }
  return FALSE;
}

/* Adds the names in a difference that its other side has as well: other words stand around them, but not in them. */
static void
add_shared_names (const Side *left, const Side *right, const PlxDifference *difference, GArray *shared)
{
  for (guint i = first_behind (left->names, difference->left.start); i < left->names->len; i++)
    {
      const PlxCellMention *name = &g_array_index (left->names, PlxCellMention, i);

      if (name->span.start >= difference->left.end)
        break;
      if (has_name (right, difference->right, left, name))
        g_array_append_val (shared, name->span);
    }
}

/* Adds what is left of a span when the marks and light words at its ends are taken off; @cut tells at which. */
static void
add_trimmed (const Side *side, PlxSpan span, gboolean cut, GArray *out)
{
  guint first = first_behind (side->tokens, span.start);
  guint last = first;
  const PlxToken *tokens = (const PlxToken *)(gpointer)side->tokens->data;
  gboolean any = !cut;

  if (!cut)
    {
      if (span.start < span.end)
        g_array_append_val (out, span);
      return;
    }
  while (last < side->tokens->len && tokens[last].span.start < span.end)
    last++;
  while (first < last && tokens[first].kind == PLX_TOKEN_PUNCTUATION)
    first++;
  while (last > first && tokens[last - 1].kind == PLX_TOKEN_PUNCTUATION)
    last--;
  for (guint i = first; i < last && !any; i++)
    any = tokens[i].kind != PLX_TOKEN_PUNCTUATION && !is_light (side, &tokens[i]);
  if (!any)
    return;
  span.start = MAX (span.start, tokens[first].span.start);
  span.end = MIN (span.end, tokens[last - 1].span.end);
  g_array_append_val (out, span);
}

/* Takes the names out of the spans. Both are in order. */
static GArray *
cut_out (const Side *side, const GArray *spans, const GArray *names)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      PlxSpan rest = g_array_index (spans, PlxSpan, i);
      gboolean cut = FALSE;

      for (guint k = first_behind (names, rest.start); k < names->len; k++)
        {
          PlxSpan name = g_array_index (names, PlxSpan, k);
          PlxSpan before = { rest.start, name.start };

          if (name.start >= rest.end)
            break;
          cut = TRUE;
          if (before.start < before.end)
            add_trimmed (side, before, TRUE, out);
          rest.start = MIN (name.end, rest.end);
        }
      add_trimmed (side, rest, cut, out);
    }
  return out;
}

/**
 * plx_rows_dup_wording:
 * @self: rows
 * @row: a row
 * @column: the column whose wording is asked for
 * @other_column: the column it is compared with, as plx_rows_get_counterpart() gives it
 *
 * Finds the wording of a cell that a reader should be shown as different: the differences in wording that
 * plx_rows_dup_differences() finds, without the minor ones and without names that both sides of a difference have. Two
 * of them with nothing but a word like "the" between them are one.
 *
 * Returns: (transfer full) (element-type PlxSpan): stretches of @column's cell text, in order, none empty
 */
GArray *
plx_rows_dup_wording (const PlxRows *self, guint row, guint column, guint other_column)
{
  g_autoptr (GArray) differences = plx_rows_dup_differences (self, row, column, other_column);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  Side left, right;
  GArray *out;

  side_init (&left, self, row, column);
  side_init (&right, self, row, other_column);
  for (guint i = 0; i < differences->len; i++)
    {
      const PlxDifference *difference = &g_array_index (differences, PlxDifference, i);
      PlxSpan *last = spans->len > 0 ? &g_array_index (spans, PlxSpan, spans->len - 1) : NULL;

      if (difference->kind != PLX_DIFFERENCE_WORDING || difference->minor
          || difference->left.start >= difference->left.end)
        continue;
      add_shared_names (&left, &right, difference, shared);
      if (last != NULL && difference->left.start <= last->end)
        last->end = MAX (last->end, difference->left.end);
      else if (last != NULL && is_bridge (&left, last->end, difference->left.start))
        last->end = difference->left.end;
      else
        g_array_append_val (spans, difference->left);
    }
  out = cut_out (&left, spans, shared);
  side_clear (&left);
  side_clear (&right);

  return out;
}
