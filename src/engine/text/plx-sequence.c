/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-sequence.h"

#include <string.h>

/* Ranges of up to so many pairs of symbols are solved exactly. */
#define MAX_CELLS (1u << 18)
/* How often a range is split before what is left of it counts as changed, which bounds the time. */
#define MAX_DEPTH 64
/* How many pairs of places of a symbol are tried as an anchor. */
#define MAX_PAIRS  256

#define IMPOSSIBLE (G_MININT / 2)

/* Where the best path into a cell comes from. */
enum
{
  FROM_MATCH = 0,
  FROM_LEFT = 1,
  FROM_RIGHT = 2,
  GAP_MASK = 3,
  RUN_GOES_ON = 4,
};

typedef struct
{
  const guint *left;
  const guint *right;
  const guint *weights;
  GArray *runs;
  /* For each symbol, how often and where last it stands in the range at hand; zero between uses. */
  guint *left_count;
  guint *right_count;
  guint *left_place;
  guint *right_place;
  /* Rows and steps of the exact solution. */
  guint8 *steps;
  int *rows;
  gsize n_rows;
} Matcher;

typedef struct
{
  guint left;
  guint right;
} Pair;

static void
add_pair (Matcher *self, guint left, guint right)
{
  if (self->runs->len > 0)
    {
      PlxSequenceRun *last = &g_array_index (self->runs, PlxSequenceRun, self->runs->len - 1);

      if (last->left + last->length == left && last->right + last->length == right)
        {
          last->length++;
          return;
        }
    }

  PlxSequenceRun run = { left, right, 1 };

  g_array_append_val (self->runs, run);
}

/*
 * The heaviest common subsequence less the cost of its changes, by dynamic programming with a state for "the last two
 * symbols match" (Gotoh 1982).
 */
static void
match_exactly (Matcher *self, guint l0, guint l1, guint r0, guint r1)
{
  guint n = l1 - l0, m = r1 - r0;
  gsize width = (gsize)m + 1;
  g_autoptr (GArray) pairs = NULL;
  guint i, j;
  gboolean matched;

  if (self->steps == NULL)
    self->steps = g_malloc (MAX_CELLS);
  if (self->n_rows < 4 * width)
    {
      self->n_rows = 4 * width;
      self->rows = g_renew (int, self->rows, self->n_rows);
    }

  int *gap = self->rows, *match = gap + width, *new_gap = match + width, *new_match = new_gap + width;

  for (j = 0; j <= m; j++)
    {
      gap[j] = 0;
      match[j] = IMPOSSIBLE;
    }
  match[0] = 0;

  for (i = 1; i <= n; i++)
    {
      guint symbol = self->left[l0 + i - 1];
      guint8 *step = self->steps + (i - 1) * (gsize)m;

      new_gap[0] = 0;
      new_match[0] = IMPOSSIBLE;
      for (j = 1; j <= m; j++)
        {
          int best = gap[j];
          guint8 from = FROM_LEFT;

          if (new_gap[j - 1] > best)
            {
              best = new_gap[j - 1];
              from = FROM_RIGHT;
            }
          if (symbol != self->right[r0 + j - 1])
            new_match[j] = IMPOSSIBLE;
          else
            {
              gboolean goes_on = match[j - 1] >= gap[j - 1] - PLX_SEQUENCE_CHANGE_COST;
              int score = (int)self->weights[symbol] + (goes_on ? match[j - 1] : gap[j - 1] - PLX_SEQUENCE_CHANGE_COST);

              new_match[j] = score;
              if (score >= best)
                {
                  best = score;
                  from = FROM_MATCH;
                }
              if (goes_on)
                from |= RUN_GOES_ON;
            }
          new_gap[j] = best;
          step[j - 1] = from;
        }

      int *swap = gap;

      gap = new_gap;
      new_gap = swap;
      swap = match;
      match = new_match;
      new_match = swap;
    }

  pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  matched = FALSE;
  for (i = n, j = m; i > 0 && j > 0;)
    {
      guint8 step = self->steps[(i - 1) * (gsize)m + j - 1];

      if (matched || (step & GAP_MASK) == FROM_MATCH)
        {
          Pair pair = { l0 + i - 1, r0 + j - 1 };

          g_array_append_val (pairs, pair);
          matched = (step & RUN_GOES_ON) != 0;
          i--;
          j--;
        }
      else if ((step & GAP_MASK) == FROM_LEFT)
        i--;
      else
        j--;
    }
  for (guint k = pairs->len; k-- > 0;)
    add_pair (self, g_array_index (pairs, Pair, k).left, g_array_index (pairs, Pair, k).right);
}

static void
count_range (Matcher *self, guint l0, guint l1, guint r0, guint r1)
{
  for (guint i = l0; i < l1; i++)
    {
      self->left_count[self->left[i]]++;
      self->left_place[self->left[i]] = i;
    }
  for (guint j = r0; j < r1; j++)
    {
      self->right_count[self->right[j]]++;
      self->right_place[self->right[j]] = j;
    }
}

static void
uncount_range (Matcher *self, guint l0, guint l1, guint r0, guint r1)
{
  for (guint i = l0; i < l1; i++)
    self->left_count[self->left[i]] = 0;
  for (guint j = r0; j < r1; j++)
    self->right_count[self->right[j]] = 0;
}

/*
 * Pairs of weighty symbols that stand once on either side, the longest series of them that is in order on both: the
 * patience difference of Bram Cohen.
 */
static GArray *
find_unique_anchors (Matcher *self, guint l0, guint l1)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Pair));
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = l0; i < l1; i++)
    {
      guint symbol = self->left[i];

      if (self->left_count[symbol] == 1 && self->right_count[symbol] == 1
          && self->weights[symbol] > PLX_SEQUENCE_CHANGE_COST)
        {
          Pair pair = { i, self->right_place[symbol] };

          g_array_append_val (candidates, pair);
        }
    }
  if (candidates->len == 0)
    return anchors;

  /* Longest increasing subsequence of the right places. */
  g_autofree guint *piles = g_new (guint, candidates->len);
  g_autofree guint *before = g_new (guint, candidates->len);
  guint n_piles = 0;

  for (guint c = 0; c < candidates->len; c++)
    {
      guint right = g_array_index (candidates, Pair, c).right;
      guint low = 0, high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (candidates, Pair, piles[middle]).right < right)
            low = middle + 1;
          else
            high = middle;
        }
      before[c] = low > 0 ? piles[low - 1] : G_MAXUINT;
      piles[low] = c;
      n_piles = MAX (n_piles, low + 1);
    }
  g_array_set_size (anchors, n_piles);
  for (guint c = piles[n_piles - 1], k = n_piles; k-- > 0; c = before[c])
    g_array_index (anchors, Pair, k) = g_array_index (candidates, Pair, c);

  return anchors;
}

/* The place of the rarest weighty symbol that both ranges have, with the longest common run around it. */
static gboolean
find_rare_anchor (Matcher *self, guint l0, guint l1, guint r0, guint r1, Pair *anchor)
{
  guint rarest = G_MAXUINT, fewest = MAX_PAIRS + 1, longest = 0;

  for (guint i = l0; i < l1; i++)
    {
      guint symbol = self->left[i];
      guint l = self->left_count[symbol], r = self->right_count[symbol];

      if (r > 0 && l <= MAX_PAIRS && r <= MAX_PAIRS && l * r < fewest
          && self->weights[symbol] > PLX_SEQUENCE_CHANGE_COST)
        {
          fewest = l * r;
          rarest = symbol;
        }
    }
  if (rarest == G_MAXUINT)
    return FALSE;

  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = r0; j < r1; j++)
    if (self->right[j] == rarest)
      g_array_append_val (places, j);
  for (guint i = l0; i < l1; i++)
    for (guint k = 0; self->left[i] == rarest && k < places->len; k++)
      {
        guint j = g_array_index (places, guint, k);
        guint length = 0;

        while (length < MAX_PAIRS && i + length < l1 && j + length < r1
               && self->left[i + length] == self->right[j + length])
          length++;
        if (length > longest)
          {
            longest = length;
            *anchor = (Pair){ i, j };
          }
      }
  return TRUE;
}

static void
match_range (Matcher *self, guint l0, guint l1, guint r0, guint r1, guint depth)
{
  guint suffix = 0;

  while (l0 < l1 && r0 < r1 && self->left[l0] == self->right[r0])
    add_pair (self, l0++, r0++);
  while (l0 < l1 && r0 < r1 && self->left[l1 - 1] == self->right[r1 - 1])
    {
      l1--;
      r1--;
      suffix++;
    }

  if (l0 < l1 && r0 < r1)
    {
      if ((guint64)(l1 - l0) * (r1 - r0) <= MAX_CELLS)
        match_exactly (self, l0, l1, r0, r1);
      else if (depth < MAX_DEPTH)
        {
          g_autoptr (GArray) anchors = NULL;
          Pair rare;
          guint l = l0, r = r0;

          count_range (self, l0, l1, r0, r1);
          anchors = find_unique_anchors (self, l0, l1);
          if (anchors->len == 0 && find_rare_anchor (self, l0, l1, r0, r1, &rare))
            g_array_append_val (anchors, rare);
          uncount_range (self, l0, l1, r0, r1);

          for (guint a = 0; a < anchors->len; a++)
            {
              const Pair *anchor = &g_array_index (anchors, Pair, a);

              match_range (self, l, anchor->left, r, anchor->right, depth + 1);
              add_pair (self, anchor->left, anchor->right);
              l = anchor->left + 1;
              r = anchor->right + 1;
            }
          if (anchors->len > 0)
            match_range (self, l, l1, r, r1, depth + 1);
        }
    }

  for (guint k = 0; k < suffix; k++)
    add_pair (self, l1 + k, r1 + k);
}

/**
 * plx_sequence_match:
 * @left: symbols, each less than @n_symbols
 * @n_left: their number
 * @right: symbols
 * @n_right: their number
 * @weights: for each symbol, what a match of it is worth
 * @n_symbols: how many different symbols there are
 *
 * Finds what two sequences have in common, in order: the heaviest common subsequence less a cost for each change. Long
 * sequences are cut at symbols that stand once on either side, then at rare ones. Memory is linear in the length, time
 * nearly so.
 *
 * Returns: (transfer full) (element-type PlxSequenceRun): the common runs in order, none touching the next on both
 * sides
 */
GArray *
plx_sequence_match (const guint *left, guint n_left, const guint *right, guint n_right, const guint *weights,
                    guint n_symbols)
{
  g_autofree guint *counters = g_new0 (guint, 4 * (gsize)n_symbols + 1);
  Matcher self = {
    .left = left,
    .right = right,
    .weights = weights,
    .runs = g_array_new (FALSE, FALSE, sizeof (PlxSequenceRun)),
    .left_count = counters,
    .right_count = counters + n_symbols,
    .left_place = counters + 2 * (gsize)n_symbols,
    .right_place = counters + 3 * (gsize)n_symbols,
  };

  match_range (&self, 0, n_left, 0, n_right, 0);
  g_free (self.steps);
  g_free (self.rows);

  return self.runs;
}
