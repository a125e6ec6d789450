/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-word-diff.h"

#include <string.h>

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-tokens.h"

/* A unit of comparison: a word or number, or a whole name. */
typedef struct
{
  char *key;
  PlxSpan span;
  gboolean name;
} Unit;

static void
unit_clear (Unit *unit)
{
  g_free (unit->key);
}

static GArray *
units_of (const char *text, const GArray *names)
{
  g_autoptr (GArray) tokens = plx_tokens_split (text);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));
  guint next_name = 0;

  g_array_set_clear_func (units, (GDestroyNotify)unit_clear);
  for (guint i = 0; i < tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (tokens, PlxToken, i);
      Unit unit = { NULL, token->span, FALSE };

      if (token->kind == PLX_TOKEN_PUNCTUATION)
        continue;
      while (names != NULL && next_name < names->len
             && g_array_index (names, PlxNameSpan, next_name).span.end <= token->span.start)
        next_name++;
      if (names != NULL && next_name < names->len
          && g_array_index (names, PlxNameSpan, next_name).span.start <= token->span.start)
        {
          const PlxNameSpan *name = &g_array_index (names, PlxNameSpan, next_name);

          if (units->len > 0 && plx_span_overlaps (g_array_index (units, Unit, units->len - 1).span, name->span))
            continue;
          unit.key = g_strdup_printf ("\001%u", name->entity);
          unit.span = name->span;
          unit.name = TRUE;
        }
      else
        unit.key = plx_normalize_fold (text + token->byte_start, token->byte_end - token->byte_start);
      g_array_append_val (units, unit);
    }

  return units;
}

static void
add_difference (GArray *out, const GArray *left, guint l0, guint l1, const GArray *right, guint r0, guint r1)
{
  PlxDifference difference = { PLX_DIFFERENCE_WORDING, { 0, 0 }, { 0, 0 } };

  if (l0 < l1)
    difference.left =
        (PlxSpan){ g_array_index (left, Unit, l0).span.start, g_array_index (left, Unit, l1 - 1).span.end };
  if (r0 < r1)
    difference.right =
        (PlxSpan){ g_array_index (right, Unit, r0).span.start, g_array_index (right, Unit, r1 - 1).span.end };
  g_array_append_val (out, difference);
}

/**
 * plx_word_diff:
 * @left: UTF-8
 * @right: UTF-8
 * @left_names: (nullable) (element-type PlxNameSpan): names of @left, in order
 * @right_names: (nullable) (element-type PlxNameSpan): names of @right, in order
 *
 * Finds the phrases that differ between two texts, by a longest common subsequence of their words. A name counts as
 * one word, the same under all its spellings; where its spelling differs, a difference in naming is reported.
 *
 * Returns: (transfer full) (element-type PlxDifference): the differences in the order of the texts
 */
GArray *
plx_word_diff (const char *left, const char *right, const GArray *left_names, const GArray *right_names)
{
  g_autoptr (GArray) a = units_of (left, left_names);
  g_autoptr (GArray) b = units_of (right, right_names);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxDifference));
  gsize width = b->len + 1;
  g_autofree guint *table = g_new0 (guint, (gsize)(a->len + 1) * width);
  guint i = 0, j = 0, i0 = 0, j0 = 0;

  for (guint x = a->len; x-- > 0;)
    for (guint y = b->len; y-- > 0;)
      table[x * width + y] = strcmp (g_array_index (a, Unit, x).key, g_array_index (b, Unit, y).key) == 0
                                 ? table[(x + 1) * width + y + 1] + 1
                                 : MAX (table[(x + 1) * width + y], table[x * width + y + 1]);

  while (i < a->len && j < b->len)
    {
      const Unit *l = &g_array_index (a, Unit, i);
      const Unit *r = &g_array_index (b, Unit, j);

      if (strcmp (l->key, r->key) == 0)
        {
          if (i > i0 || j > j0)
            add_difference (out, a, i0, i, b, j0, j);
          if (l->name)
            {
              g_autofree char *lt = g_utf8_substring (left, l->span.start, l->span.end);
              g_autofree char *rt = g_utf8_substring (right, r->span.start, r->span.end);

              if (strcmp (lt, rt) != 0)
                {
                  PlxDifference naming = { PLX_DIFFERENCE_NAMING, l->span, r->span };

                  g_array_append_val (out, naming);
                }
            }
          i0 = ++i;
          j0 = ++j;
        }
      else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
        i++;
      else
        j++;
    }
  if (i0 < a->len || j0 < b->len)
    add_difference (out, a, i0, a->len, b, j0, b->len);

  return out;
}
