/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-split-articles.h"

#include "engine/import/plx-text-metadata.h"

/* A tile with fewer words of running text is a teaser, with more an article. */
#define ARTICLE_WORDS 60u
/* Lines above a tile's text: title, its repetitions, outlet, time. */
#define TILE_HEAD_LINES 12u
/* A title has so many words. */
#define TITLE_WORDS 3u

typedef struct
{
  guint title;
  guint text;
  guint end;
} Tile;

/*
 * The title of a tile is a line that is repeated at once, or one that credits follow. Repetition farther away is no
 * sign: a table of contents repeats headings too.
 */
static gboolean
find_tile_title (GPtrArray *lines, guint start, guint end, guint *title)
{
  if (end - start > TILE_HEAD_LINES)
    start = end - TILE_HEAD_LINES;
  for (guint i = start; i + 1 < end; i++)
    if (plx_text_lines_at (lines, i)->key != NULL && plx_text_lines_at (lines, i)->n_words >= TITLE_WORDS
        && g_strcmp0 (plx_text_lines_at (lines, i)->key, plx_text_lines_at (lines, i + 1)->key) == 0)
      {
        *title = i;
        return TRUE;
      }
  for (guint i = start + 1; i < end; i++)
    {
      if (!plx_text_metadata_has_line (plx_text_lines_at (lines, i)))
        continue;
      for (guint k = i; k-- > start && k + 3 >= i;)
        if (plx_text_lines_at (lines, k)->n_words > TITLE_WORDS
            && plx_text_lines_at (lines, k)->fate != PLX_LINE_REMOVED
            && !plx_text_metadata_has_line (plx_text_lines_at (lines, k)))
          {
            *title = k;
            return TRUE;
          }
    }

  return FALSE;
}

static guint
count_words (GPtrArray *lines, guint start, guint end)
{
  guint words = 0;

  for (guint i = start; i < end; i++)
    if (plx_text_line_is_sentence (plx_text_lines_at (lines, i))
        && plx_text_lines_at (lines, i)->fate != PLX_LINE_REMOVED)
      words += plx_text_lines_at (lines, i)->n_words;

  return words;
}

/* The tile whose head begins at @start at the earliest, or none when what follows is not built as one. */
static gboolean
find_tile (GPtrArray *lines, guint start, Tile *tile)
{
  guint i = start;

  for (;; i++)
    {
      if (i == lines->len || plx_text_lines_at (lines, i)->anchor)
        return FALSE;
      /* A title may end as a sentence does; the text is below it. */
      if (plx_text_line_is_sentence (plx_text_lines_at (lines, i)) && find_tile_title (lines, start, i, &tile->title))
        break;
      if (plx_text_lines_at (lines, i)->prose)
        return FALSE;
    }
  tile->text = i;
  while (i < lines->len && plx_text_line_is_sentence (plx_text_lines_at (lines, i)))
    i++;
  tile->end = i;

  return TRUE;
}

/**
 * plx_split_articles:
 * @lines: (element-type PlxTextLine): a text's lines, furniture marked
 *
 * Finds where an aggregator's page carries further articles in full under "Related articles": tiles of a title, which
 * is usually repeated, with outlet and time, and a text. Tiles with a few words of text are teasers; they are removed.
 *
 * Returns: (transfer full) (element-type guint): the index of each article's first line; the first is 0
 */
GArray *
plx_split_articles (GPtrArray *lines)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0, words_before = 0;

  g_array_append_val (starts, first);
  for (guint i = 0; i < lines->len;)
    {
      Tile tile;

      /* What stands above the first text is the page's own article, below a list of links or not. */
      if (!plx_text_lines_at (lines, i)->anchor || plx_text_lines_at (lines, i)->reason != PLX_REMOVAL_RELATED
          || words_before < ARTICLE_WORDS)
        {
          words_before += count_words (lines, i, i + 1);
          i++;
          continue;
        }
      i++;
      while (find_tile (lines, i, &tile))
        {
          Tile next;
          guint words;

          /* A text may have headings; it ends where the next tile begins. */
          while (tile.end < lines->len && !plx_text_lines_at (lines, tile.end)->anchor
                 && !find_tile (lines, tile.end, &next) && tile.end + 1 < lines->len
                 && plx_text_lines_at (lines, tile.end + 1)->prose)
            {
              tile.end++;
              while (tile.end < lines->len && plx_text_line_is_sentence (plx_text_lines_at (lines, tile.end)))
                tile.end++;
            }
          words = count_words (lines, tile.text, tile.end);
          for (guint k = i; k < tile.title; k++)
            plx_text_line_remove (plx_text_lines_at (lines, k), PLX_REMOVAL_RELATED);
          if (words >= ARTICLE_WORDS)
            g_array_append_val (starts, tile.title);
          else
            for (guint k = tile.title; k < tile.end; k++)
              plx_text_line_remove (plx_text_lines_at (lines, k), PLX_REMOVAL_RELATED);
          i = tile.end;
        }
    }

  return starts;
}
