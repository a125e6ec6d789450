/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-clean-title.h"

#include <string.h>

#include "engine/import/plx-clean-caption.h"
#include "engine/import/plx-text-metadata.h"

/* Words of a headline, at most; of one that ends like a sentence; and of one that is not a section's name. */
#define TITLE_MAX_WORDS      30u
#define TITLE_SENTENCE_WORDS 18u
#define TITLE_MIN_WORDS      3u
/* More lines than this above a text are a site's navigation, fewer may be headline, standfirst and credits. */
#define HEAD_LINES 6u
/* Under navigation the headline is among so many lines above the text. */
#define NEAR_LINES 25u
/* So many lines of text tell what a headline may speak of. */
#define TEXT_LINES 12u
/* Letters that two forms of a word share. */
#define STEM_CHARS 5u

static gboolean
can_be_title (const PlxTextLine *line)
{
  if (line->fate != PLX_LINE_BODY || line->n_words == 0 || line->n_words > TITLE_MAX_WORDS || line->edge)
    return FALSE;
  if (line->marked && line->kind != PLX_PARAGRAPH_HEADING)
    return FALSE;

  return !plx_clean_is_caption (line) && !plx_text_metadata_has_line (line);
}

/* The beginnings of a line's longer words. */
static void
add_stems (GHashTable *stems, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (const char *p = lower; *p != '\0';)
    {
      const char *start = p;
      const char *stem_end = p;
      guint n = 0;

      while (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          if (++n <= STEM_CHARS)
            stem_end = p;
        }
      if (n == 0)
        p = g_utf8_next_char (p);
      else if (n >= 4)
        g_hash_table_add (stems, g_strndup (start, stem_end - start));
    }
}

/* The share of a line's longer words that the text has too. */
static double
share_in_text (const PlxTextLine *line, GHashTable *text)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer stem;
  guint n = 0;

  add_stems (stems, line->text);
  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n += g_hash_table_contains (text, stem);

  return g_hash_table_size (stems) > 0 ? (double)n / g_hash_table_size (stems) : 0;
}

static gboolean
is_repeated (GPtrArray *lines, guint i, guint start, guint end)
{
  if (plx_text_lines_at (lines, i)->key == NULL)
    return FALSE;
  for (guint k = start; k < end; k++)
    if (k != i && g_strcmp0 (plx_text_lines_at (lines, i)->key, plx_text_lines_at (lines, k)->key) == 0)
      return TRUE;

  return FALSE;
}

/*
 * Among a page's menus a headline is told by speaking of what the text does, by its length, by being close to the text
 * and above credits, and by being repeated in breadcrumbs.
 */
static guint
find_among_menus (GPtrArray *lines, guint start, guint text, guint end)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint from = text - start > NEAR_LINES ? text - NEAR_LINES : start;
  guint best = text;
  double best_score = 0;

  for (guint i = text; i < end && i < text + TEXT_LINES; i++)
    if (plx_text_lines_at (lines, i)->fate == PLX_LINE_BODY)
      add_stems (stems, plx_text_lines_at (lines, i)->text);
  for (guint i = from; i < text; i++)
    {
      const PlxTextLine *line = plx_text_lines_at (lines, i);
      double score;

      if (!can_be_title (line) || line->n_words < 2)
        continue;
      score = 6 * share_in_text (line, stems) + 0.3 * MIN (line->n_words, 10) - 0.12 * (text - i);
      if (is_repeated (lines, i, from, text))
        score += 2;
      if (line->ends && !g_str_has_suffix (line->text, "?"))
        score -= 2;
      for (guint k = i + 1; k < text && k <= i + 3; k++)
        if (plx_text_metadata_has_line (plx_text_lines_at (lines, k)))
          {
            score += 1.5;
            break;
          }
      if (score > best_score)
        {
          best_score = score;
          best = i;
        }
    }

  return best;
}

/* A first line of text may be the headline: one that ends like a sentence, above a longer one. */
static gboolean
is_sentence_title (GPtrArray *lines, guint i, guint end)
{
  const PlxTextLine *line = plx_text_lines_at (lines, i);
  const PlxTextLine *next = i + 1 < end ? plx_text_lines_at (lines, i + 1) : NULL;

  return next != NULL && next->fate == PLX_LINE_BODY && can_be_title (line) && !line->marked
         && (!line->ends || line->n_words <= TITLE_SENTENCE_WORDS) && next->n_words > line->n_words
         && strstr (line->text, ". ") == NULL;
}

/**
 * plx_clean_find_title:
 * @lines: (element-type PlxTextLine): a text's lines, furniture marked
 * @start: the article's first line
 * @text: its first line of running text
 * @end: one past its last line
 *
 * Finds the headline: among the lines above the text, or else the first line of the text if that may be one.
 *
 * Returns: the line, or @end when the text has no headline
 */
guint
plx_clean_find_title (GPtrArray *lines, guint start, guint text, guint end)
{
  guint candidates = 0, first = text;

  for (guint i = start; i < text; i++)
    if (can_be_title (plx_text_lines_at (lines, i)))
      {
        candidates++;
        if (plx_text_lines_at (lines, i)->marked)
          return i;
        if (first == text)
          first = i;
      }
  if (candidates > HEAD_LINES)
    first = find_among_menus (lines, start, text, end);
  else
    for (guint i = start; i < text; i++)
      /* One or two words above a longer line are a section's name or an outlet's. */
      if (can_be_title (plx_text_lines_at (lines, i)) && plx_text_lines_at (lines, i)->n_words >= TITLE_MIN_WORDS)
        {
          first = i;
          break;
        }
  if (first < text)
    return first;

  return text < end && is_sentence_title (lines, text, end) ? text : end;
}
