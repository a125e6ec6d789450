/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-quotations.h"

#include <string.h>

#include "engine/annotate/plx-cue-verbs.h"
#include "engine/annotate/plx-quotation-marks.h"
#include "engine/annotate/plx-speakers.h"
#include "engine/annotate/plx-token-view.h"

/* Longest clause that may interrupt a quotation, in tokens. */
#define MAX_INTERRUPTION 24
/* Longest title, and longest phrase that may be set off as a name or a word as such. */
#define MAX_TITLE_WORDS  12
#define MAX_PHRASE_WORDS 6
/* How far behind a quotation its own cue may stand, in tokens. */
#define MAX_OWN_CUE 8
/* Longest phrase that marks set off without anybody having said it. */
#define MAX_SCARE_WORDS 3

static void
quotation_clear (PlxQuotation *quotation)
{
  g_free (quotation->cue);
}

/* Words behind which marks set off a name, a title or a word as such, and not what somebody says. */
static gboolean
announces_name (const char *word)
{
  static const char *const words[] = { "titled",   "entitled",    "named",  "dubbed",  "nicknamed", "nickname",
                                       "so",       "word",        "term",   "phrase",  "song",      "film",
                                       "movie",    "book",        "album",  "show",    "program",   "programme",
                                       "series",   "documentary", "novel",  "episode", "column",    "headline",
                                       "magazine", "hashtag",     "single", "play" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether every word but the small ones has a capital, as in titles. */
static gboolean
is_title_case (const PlxTokenView *view, guint paragraph, guint from, guint to)
{
  guint n_words = 0, n_capitals = 0;

  for (guint i = from; i < to; i++)
    {
      const PlxToken *token = plx_token_view_get (view, paragraph, i);

      if (token->kind == PLX_TOKEN_PUNCTUATION)
        continue;
      n_words++;
      if (g_unichar_isupper (plx_token_view_char (view, paragraph, i)) || token->kind == PLX_TOKEN_NUMBER)
        n_capitals++;
      else if (token->span.end - token->span.start > 4)
        return FALSE;
    }
  return n_words > 0 && 2 * n_capitals >= n_words;
}

static gboolean
has_cue_near (const PlxTokenView *view, guint paragraph, guint from, guint to)
{
  char word[PLX_WORD_SIZE];
  guint n = plx_token_view_count (view, paragraph);

  for (guint i = from > 12 ? from - 12 : 0; i < MIN (n, to + 8); i++)
    if (!plx_token_view_is_quoted (view, paragraph, i)
        && plx_cue_verbs_find (plx_token_view_word (view, paragraph, i, word)) != PLX_CUE_NONE)
      return TRUE;
  return FALSE;
}

/* Whether what stands between marks is somebody's words, and not a title, a name, or a word as such. */
static gboolean
is_utterance (const PlxTokenView *view, const PlxQuotedStretch *stretch)
{
  guint p = stretch->paragraph;
  guint from = plx_token_view_find (view, p, stretch->span.start),
        to = plx_token_view_find (view, p, stretch->span.end);
  guint n_words = 0, before;
  char word[PLX_WORD_SIZE];
  gboolean title_case;

  for (guint i = from; i < to; i++)
    n_words += plx_token_view_get (view, p, i)->kind == PLX_TOKEN_WORD;
  if (n_words == 0)
    return FALSE;
  if (n_words > MAX_TITLE_WORDS)
    return TRUE;

  /* The word before the opening mark. */
  before = from;
  while (before > 0 && plx_token_view_get (view, p, before - 1)->kind == PLX_TOKEN_PUNCTUATION)
    before--;
  if (before == 0)
    return TRUE;
  plx_token_view_word (view, p, before - 1, word);
  title_case = is_title_case (view, p, from, to);
  if (announces_name (word) && (title_case || n_words <= MAX_PHRASE_WORDS))
    return FALSE;
  if (n_words > MAX_PHRASE_WORDS)
    return TRUE;
  if (title_case && n_words > 1 && !has_cue_near (view, p, from, to))
    return FALSE;
  if (title_case && n_words > 1 && (strcmp (word, "'s") == 0 || strcmp (word, "on") == 0))
    return FALSE;

  return TRUE;
}

/*
 * Takes out short phrases of which nothing in the sentence says that anybody uttered them: marks of irony and distance.
 */
static void
remove_scare_quotes (const PlxTokenView *view, GArray *quotations)
{
  for (guint q = quotations->len; q-- > 0;)
    {
      const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, q);
      guint p = quotation->paragraph;
      guint from = plx_token_view_find (view, p, quotation->span.start);
      guint to = plx_token_view_find (view, p, quotation->span.end), n_words = 0;

      if (quotation->speaker >= 0 || quotation->cue != NULL || from < 2
          || plx_token_view_get (view, p, from - 2)->kind == PLX_TOKEN_PUNCTUATION)
        continue;
      for (guint i = from; i < to && n_words <= MAX_SCARE_WORDS; i++)
        n_words += plx_token_view_get (view, p, i)->kind == PLX_TOKEN_WORD;
      if (n_words <= MAX_SCARE_WORDS)
        g_array_remove_index (quotations, q);
    }
}

/* Whether the marks at hand are the ones the article uses for quotations; single marks often set off single words. */
static gboolean
are_main_marks (const GArray *stretches, gboolean single)
{
  guint n_single = 0;

  for (guint i = 0; i < stretches->len; i++)
    n_single += g_array_index (stretches, PlxQuotedStretch, i).single;
  return single ? n_single > stretches->len - n_single : TRUE;
}

/* Whether a verb of saying follows a quotation before anything else is quoted. */
static gboolean
has_own_cue (const PlxTokenView *view, const PlxQuotation *quotation)
{
  guint p = quotation->paragraph, n = plx_token_view_count (view, p);
  guint from = plx_token_view_find (view, p, quotation->span.end);
  char word[PLX_WORD_SIZE];

  for (guint i = from; i < MIN (n, from + MAX_OWN_CUE) && !plx_token_view_is_quoted (view, p, i); i++)
    {
      if (plx_token_view_char (view, p, i) == '.')
        return FALSE;
      if (plx_cue_verbs_find (plx_token_view_word (view, p, i, word)) == PLX_CUE_STRONG)
        return TRUE;
    }
  return FALSE;
}

/*
 * Whether only a clause with a cue stands between two quotations, so that they are parts of one: “A,” she said, “B.”
 * A full stop behind the cue does not part them, another sentence does.
 */
static gboolean
is_interruption (const PlxTokenView *view, const PlxQuotation *left, const PlxQuotation *right)
{
  const GArray *sentences = plx_article_get_paragraph (view->article, left->paragraph)->sentences;
  guint from, to, low = 0, high = sentences->len, end;
  gboolean cue = FALSE;
  char word[PLX_WORD_SIZE];

  if (left->paragraph != right->paragraph)
    return FALSE;
  from = plx_token_view_find (view, left->paragraph, left->span.end);
  to = plx_token_view_find (view, right->paragraph, right->span.start);
  if (to <= from || to - from > MAX_INTERRUPTION)
    return FALSE;

  /* The sentence that goes on behind the first part. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sentences, PlxSpan, middle).end <= left->span.end + 1)
        low = middle + 1;
      else
        high = middle;
    }
  end = low < sentences->len ? g_array_index (sentences, PlxSpan, low).end : G_MAXUINT;

  for (guint i = from; i < to; i++)
    {
      const PlxToken *token = plx_token_view_get (view, left->paragraph, i);
      gunichar c = plx_token_view_char (view, left->paragraph, i);

      if (token->kind != PLX_TOKEN_PUNCTUATION && token->span.end > end)
        return FALSE;
      if (c == ';' || c == ':')
        return FALSE;
      cue = cue || plx_cue_verbs_find (plx_token_view_word (view, left->paragraph, i, word)) == PLX_CUE_STRONG;
    }

  return cue && !has_own_cue (view, right);
}

/**
 * plx_quotations_find:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @mentions: (element-type PlxMention): its mentions, in order
 *
 * Finds the direct quotations in the paragraphs of an article, without its title and headings: what stands between
 * quotation marks unless it is a title, a name or a word as such. Parts that a cue interrupts and paragraphs of one
 * quotation share a group.
 *
 * Returns: (transfer full) (element-type PlxQuotation): direct quotations in order
 */
GArray *
plx_quotations_find (PlxArticle *article, GPtrArray *tokens, const GArray *mentions)
{
  GArray *quotations = g_array_new (FALSE, FALSE, sizeof (PlxQuotation));
  g_autoptr (GArray) stretches = plx_quotation_marks_find (article);
  g_autoptr (PlxTokenView) view = plx_token_view_new (article, tokens, mentions, stretches);
  gboolean single = are_main_marks (stretches, TRUE);
  guint last_chain = G_MAXUINT, n_groups = 0;

  g_array_set_clear_func (quotations, (GDestroyNotify)quotation_clear);
  for (guint s = 0; s < stretches->len; s++)
    {
      const PlxQuotedStretch *stretch = &g_array_index (stretches, PlxQuotedStretch, s);
      PlxQuotation quotation = { 0, stretch->paragraph, stretch->span, -1, NULL, -1 };
      const PlxQuotation *before =
          quotations->len > 0 ? &g_array_index (quotations, PlxQuotation, quotations->len - 1) : NULL;

      if ((stretch->single && !single) || !is_utterance (view, stretch))
        continue;
      if (before != NULL && (stretch->chain == last_chain || is_interruption (view, before, &quotation)))
        quotation.group = before->group;
      else
        quotation.group = n_groups++;
      last_chain = stretch->chain;
      g_array_append_val (quotations, quotation);
    }

  plx_speakers_attribute (view, quotations);
  remove_scare_quotes (view, quotations);

  return quotations;
}
