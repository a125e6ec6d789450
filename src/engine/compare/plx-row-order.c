/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare"

#include "config.h"

#include "engine/compare/plx-row-order.h"

/* How many passages may stand between two of a cell and still be taken into it. */
#define MAX_GAP 2

/* The blocks placed so far as a doubly linked list; index n is the head and tail of the ring. */
typedef struct
{
  guint n;
  guint *next;
  guint *previous;
  guint *rank;
  gboolean *placed;
} Ring;

static void
ring_init (Ring *ring, guint n)
{
  ring->n = n;
  ring->next = g_new0 (guint, n + 1);
  ring->previous = g_new0 (guint, n + 1);
  ring->rank = g_new0 (guint, n + 1);
  ring->placed = g_new0 (gboolean, n + 1);
  ring->next[n] = ring->previous[n] = n;
}

static void
ring_clear (Ring *ring)
{
  g_free (ring->next);
  g_free (ring->previous);
  g_free (ring->rank);
  g_free (ring->placed);
}

static void
ring_insert_after (Ring *ring, guint place, guint block)
{
  guint after = ring->next[place];

  ring->next[place] = block;
  ring->previous[block] = place;
  ring->next[block] = after;
  ring->previous[after] = block;
  ring->placed[block] = TRUE;
}

static guint
ring_number (Ring *ring)
{
  guint rank = 0;

  for (guint block = ring->next[ring->n]; block != ring->n; block = ring->next[block])
    ring->rank[block] = rank++;
  return rank;
}

typedef struct
{
  guint64 weight;
  guint passage;
} Best;

/*
 * Marks as moved the passages of a column that break its own order: all the placed ones but those of the heaviest
 * non-decreasing subsequence of rows, found with a Fenwick tree of prefix maxima in O(n log n).
 */
static void
mark_moved (Ring *ring, GArray *column)
{
  guint n_ranks = ring_number (ring);
  g_autofree Best *tree = g_new0 (Best, n_ranks + 1);
  g_autofree guint *before = g_new0 (guint, column->len + 1);
  Best best = { 0, 0 };

  /* Passages count from 1 here: 0 is "none". */
  for (guint i = 1; i <= column->len; i++)
    {
      PlxCutPassage *cut = &g_array_index (column, PlxCutPassage, i - 1);
      Best mine = { 0, 0 };
      guint rank;

      if (!ring->placed[cut->block])
        continue;
      cut->passage.moved = TRUE;
      rank = ring->rank[cut->block] + 1;
      for (guint k = rank; k > 0; k -= k & -k)
        if (tree[k].weight > mine.weight)
          mine = tree[k];
      before[i] = mine.passage;
      mine.weight += cut->weight;
      mine.passage = i;
      for (guint k = rank; k <= n_ranks; k += k & -k)
        if (mine.weight > tree[k].weight)
          tree[k] = mine;
      if (mine.weight > best.weight)
        best = mine;
    }
  for (guint i = best.passage; i > 0; i = before[i])
    g_array_index (column, PlxCutPassage, i - 1).passage.moved = FALSE;
}

static gboolean
stays (const Ring *ring, const PlxCutPassage *cut)
{
  return ring->placed[cut->block] && !cut->passage.moved;
}

/*
 * One or two passages that stand between two of one cell and are in no other article join that cell, so that the cell
 * stays in one piece.
 */
static void
absorb_gaps (Ring *ring, PlxPassages *passages, GArray *cuts)
{
  for (guint i = 0; i < cuts->len; i++)
    {
      guint block = g_array_index (cuts, PlxCutPassage, i).block;
      guint end = i + 1;

      if (!ring->placed[block])
        continue;
      while (end < cuts->len && end - i <= MAX_GAP && !ring->placed[g_array_index (cuts, PlxCutPassage, end).block]
             && g_array_index (passages->sizes, guint, g_array_index (cuts, PlxCutPassage, end).block) == 1)
        end++;
      if (end < cuts->len && g_array_index (cuts, PlxCutPassage, end).block == block)
        for (guint k = i + 1; k < end; k++)
          g_array_index (cuts, PlxCutPassage, k).block = block;
    }
}

/* Where more stands between two passages of one cell, the later of them has been moved there. */
static void
part_gaps (Ring *ring, GArray *cuts)
{
  guint last = ring->n;
  gboolean gap = FALSE;

  for (guint i = 0; i < cuts->len; i++)
    {
      PlxCutPassage *cut = &g_array_index (cuts, PlxCutPassage, i);

      if (!ring->placed[cut->block])
        gap = TRUE;
      else if (!cut->passage.moved)
        {
          if (gap && cut->block == last)
            cut->passage.moved = TRUE;
          else
            gap = FALSE;
          last = cut->block;
        }
    }
}

/* Places the blocks that a column founded among those that are placed already. */
static void
place_column (Ring *ring, PlxPassages *passages, guint column, guint reference)
{
  GArray *cuts = g_ptr_array_index (passages->columns, column);
  g_autofree guint *next_staying = g_new0 (guint, cuts->len + 1);
  g_autofree gboolean *has_staying = g_new0 (gboolean, ring->n + 1);
  guint last = ring->n;

  absorb_gaps (ring, passages, cuts);
  mark_moved (ring, cuts);
  part_gaps (ring, cuts);
  next_staying[cuts->len] = ring->n;
  for (guint i = cuts->len; i-- > 0;)
    {
      const PlxCutPassage *cut = &g_array_index (cuts, PlxCutPassage, i);

      next_staying[i] = stays (ring, cut) ? cut->block : next_staying[i + 1];
      if (stays (ring, cut))
        has_staying[cut->block] = TRUE;
    }

  for (guint i = 0; i < cuts->len; i++)
    {
      const PlxCutPassage *cut = &g_array_index (cuts, PlxCutPassage, i);
      gboolean leads = cut->passage.kind == PLX_PARAGRAPH_HEADING && i + 1 < cuts->len
                       && stays (ring, &g_array_index (cuts, PlxCutPassage, i + 1));

      if (ring->placed[cut->block])
        {
          if (!cut->passage.moved)
            last = cut->block;
          continue;
        }
      if (leads || last == ring->n)
        /* A heading stands above the paragraph it heads; a beginning without counterpart above what follows it. */
        ring_insert_after (ring, ring->previous[next_staying[i]], cut->block);
      else
        {
          /* After the predecessor, below what other columns have put there. */
          for (guint next = ring->next[last];
               next != ring->n && !has_staying[next] && g_array_index (passages->founders, guint, next) != reference;
               next = ring->next[next])
            last = next;
          ring_insert_after (ring, last, cut->block);
        }
      last = cut->block;
    }
}

/* Which blocks are a heading or a caption alone, which are level with nothing. */
static gboolean *
find_neutral (const PlxPassages *passages, guint n_blocks)
{
  gboolean *neutral = g_new0 (gboolean, n_blocks + 1);

  for (guint c = 0; c < passages->columns->len; c++)
    {
      const GArray *cuts = g_ptr_array_index (passages->columns, c);

      for (guint i = 0; i < cuts->len; i++)
        {
          const PlxCutPassage *cut = &g_array_index (cuts, PlxCutPassage, i);

          neutral[cut->block] =
              cut->passage.state == PLX_PASSAGE_NEUTRAL && g_array_index (passages->sizes, guint, cut->block) == 1;
        }
    }
  return neutral;
}

/*
 * Numbers the rows. Headings and captions of several columns that would follow one another down the page like stairs
 * share rows instead, the last of each column in the last of these rows, right above the text that it heads.
 */
static GArray *
number_rows (const Ring *ring, const PlxPassages *passages)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree gboolean *neutral = find_neutral (passages, ring->n);
  g_autofree guint *waiting = g_new0 (guint, passages->columns->len);
  guint row = 0;

  g_array_set_size (rows, ring->n);
  for (guint block = ring->next[ring->n]; block != ring->n;)
    {
      guint most = 0, end;

      if (!neutral[block])
        {
          g_array_index (rows, guint, block) = row++;
          block = ring->next[block];
          continue;
        }
      for (end = block; end != ring->n && neutral[end]; end = ring->next[end])
        {
          guint *count = &waiting[g_array_index (passages->founders, guint, end)];

          (*count)++;
          most = MAX (most, *count);
        }
      row += most;
      for (; block != end; block = ring->next[block])
        {
          guint *count = &waiting[g_array_index (passages->founders, guint, block)];

          g_array_index (rows, guint, block) = row - *count;
          (*count)--;
        }
    }
  return rows;
}

/**
 * plx_row_order_find:
 * @passages: passages dealt to blocks; which of them are moved is set here
 *
 * Puts the blocks in the order of the rows: those of the reference in its own order, every other block after the one
 * that holds its predecessor in its own article. A passage whose row breaks its article's order is marked as moved, as
 * few characters as possible in each column (heaviest increasing subsequence; Fredman 1975).
 *
 * Returns: (transfer full) (element-type guint): for each block its row
 */
GArray *
plx_row_order_find (PlxPassages *passages)
{
  GArray *rows;
  Ring ring;

  ring_init (&ring, passages->founders->len);
  for (guint k = 0; k < passages->order->len; k++)
    place_column (&ring, passages, g_array_index (passages->order, guint, k),
                  g_array_index (passages->order, guint, 0));
  rows = number_rows (&ring, passages);
  ring_clear (&ring);

  return rows;
}
