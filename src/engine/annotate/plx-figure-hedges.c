/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-figures-private.h"

typedef struct
{
  const char *words;
  const char *form;
} Hedge;

/* Longer ones first, so that "no more than" is not taken for "more than". */
static const Hedge hedges_before[] = {
  { "a minimum of", "at least" },
  { "a maximum of", "up to" },
  { "an estimated", "about" },
  { "no fewer than", "at least" },
  { "no less than", "at least" },
  { "not less than", "at least" },
  { "no more than", "up to" },
  { "not more than", "up to" },
  { "as many as", "up to" },
  { "as much as", "up to" },
  { "as few as", "at least" },
  { "in excess of", "more than" },
  { "a little over", "more than" },
  { "a little under", "nearly" },
  { "something like", "about" },
  { "a total of", NULL },
  { "at least", "at least" },
  { "at most", "up to" },
  { "up to", "up to" },
  { "more than", "more than" },
  { "greater than", "more than" },
  { "less than", "less than" },
  { "fewer than", "less than" },
  { "just over", "more than" },
  { "just under", "nearly" },
  { "well over", "more than" },
  { "upwards of", "more than" },
  { "upward of", "more than" },
  { "close to", "nearly" },
  { "or so", "about" },
  { "over", "more than" },
  { "above", "more than" },
  { "exceeding", "more than" },
  { "under", "less than" },
  { "below", "less than" },
  { "about", "about" },
  { "around", "about" },
  { "roughly", "about" },
  { "approximately", "about" },
  { "some", "about" },
  { "circa", "about" },
  { "estimated", "about" },
  { "nearly", "nearly" },
  { "almost", "nearly" },
  { "minimum", "at least" },
  { "maximum", "up to" },
  { "~", "about" },
  { ">", "more than" },
  { "<", "less than" },
};

static const Hedge hedges_behind[] = {
  { "or more", "at least" }, { "or so", "about" },          { "or fewer", "up to" }, { "or less", "up to" },
  { "or over", "at least" }, { "or thereabouts", "about" }, { "plus", "at least" },  { "odd", "about" },
};

/**
 * plx_figure_hedge_before:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @first: first token of a number
 * @start: (out): first token of the hedge that ends just before it; left alone when there is none
 * @hedged: (out): whether there is one, which may have no form of its own ("a total of")
 *
 * Returns: (transfer none) (nullable): the fixed form of the hedge
 */
const char *
plx_figure_hedge_before (const PlxTokenView *view, guint p, guint first, guint *start, gboolean *hedged)
{
  char word[PLX_WORD_SIZE];

  *hedged = FALSE;
  for (gsize h = 0; h < G_N_ELEMENTS (hedges_before); h++)
    {
      g_autofree char *words = g_strdup (hedges_before[h].words);
      guint at = first;
      gboolean matches = TRUE;

      while (matches && *words != '\0')
        {
          char *space = strrchr (words, ' ');

          matches = at > 0 && strcmp (plx_figure_word (view, p, at - 1, word), space != NULL ? space + 1 : words) == 0;
          at--;
          if (space == NULL)
            break;
          *space = '\0';
        }
      if (matches)
        {
          /* "the 12 or so", "more than half": fine; "over the weekend 12" is not reached. */
          *start = at;
          *hedged = TRUE;
          return hedges_before[h].form;
        }
    }
  return NULL;
}

/**
 * plx_figure_hedge_behind:
 * @view: the tokens of an article
 * @paragraph: number of a paragraph
 * @end: the token behind a number
 * @behind: (out): the token behind the hedge that begins there; left alone when there is none
 *
 * Returns: (transfer none) (nullable): the fixed form of the hedge: "or more" gives "at least"
 */
const char *
plx_figure_hedge_behind (const PlxTokenView *view, guint p, guint end, guint *behind)
{
  char first[PLX_WORD_SIZE], second[PLX_WORD_SIZE];
  guint at = end;

  if (plx_figure_is_dash (plx_figure_char (view, p, at)) && plx_figure_joined (view, p, at))
    at++;
  plx_figure_word (view, p, at, first);
  plx_figure_word (view, p, at + 1, second);
  if (strcmp (first, "+") == 0 && plx_figure_joined (view, p, at))
    {
      *behind = at + 1;
      return "at least";
    }
  for (gsize h = 0; h < G_N_ELEMENTS (hedges_behind); h++)
    {
      const char *space = strchr (hedges_behind[h].words, ' ');
      gsize length = space != NULL ? (gsize)(space - hedges_behind[h].words) : strlen (hedges_behind[h].words);

      if (strlen (first) != length || strncmp (first, hedges_behind[h].words, length) != 0)
        continue;
      if (space != NULL ? strcmp (second, space + 1) == 0 : at > end)
        {
          *behind = at + (space != NULL ? 2 : 1);
          return hedges_behind[h].form;
        }
    }
  return NULL;
}
