/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-clean-core.h"

#include <string.h>

/* What a line adds to or takes from a stretch of text. A long line counts as a paragraph, not as its words. */
#define WORDS_MAX     50
#define LABEL_COST    3
#define REMOVED_COST  4
#define ANCHOR_COST   10
#define SENTENCE_GAIN 2
/* A second stretch with this share of the first's weight, one in so many, belongs to the text too. */
#define PART_SHARE 16
#define PART_MIN   400

static int
weigh (const PlxTextLine *line)
{
  if (line->fate == PLX_LINE_REMOVED)
    return line->anchor ? -ANCHOR_COST : -REMOVED_COST;
  if (line->prose)
    return (int)MIN (line->n_words, WORDS_MAX);
  if (line->ends && line->n_words >= 5)
    return SENTENCE_GAIN;
  /* Figures of a table, names in a list: they neither make a text nor end it as links do. */
  if (line->marked || strpbrk (line->text, "0123456789") != NULL)
    return -1;

  return -LABEL_COST;
}

/*
 * The maximum subsequence of line weights between @start and @end, and its weight. Of several that weigh the same it is
 * the last, or the first, so that a text of many equal parts is not gone over once for each of them.
 */
static gint64
find_heaviest (GPtrArray *lines, guint start, guint end, gboolean prefer_last, guint *first, guint *last)
{
  gint64 best = 0, sum = 0;
  guint from = start;

  for (guint i = start; i < end; i++)
    {
      if (sum <= 0)
        {
          sum = 0;
          from = i;
        }
      sum += weigh (g_ptr_array_index (lines, i));
      if (sum > best || (prefer_last && sum == best && best > 0))
        {
          best = sum;
          *first = from;
          *last = i;
        }
    }

  return best;
}

/**
 * plx_clean_find_core:
 * @lines: (element-type PlxTextLine): a text's lines, furniture marked
 * @start: the article's first line
 * @end: one past its last
 * @first: (out): the first line of the core
 * @last: (out): its last
 *
 * Finds the stretch of lines that holds the most running text for the fewest labels: the maximum subsequence of line
 * weights (after Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence
 * segmentation").
 *
 * Returns: whether there is any running text
 */
gboolean
plx_clean_find_core (GPtrArray *lines, guint start, guint end, guint *first, guint *last)
{
  gint64 weight = find_heaviest (lines, start, end, FALSE, first, last);
  guint other_first, other_last;

  if (weight <= 0)
    return FALSE;
  /* A long table or list can stand between two parts of one text. */
  while (find_heaviest (lines, start, *first, FALSE, &other_first, &other_last) * PART_SHARE >= MAX (weight, PART_MIN))
    *first = other_first;
  while (find_heaviest (lines, *last + 1, end, TRUE, &other_first, &other_last) * PART_SHARE >= MAX (weight, PART_MIN))
    *last = other_last;

  return TRUE;
}
