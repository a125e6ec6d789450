/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-clean-lines.h"

#include <string.h>

#include "engine/import/plx-clean-caption.h"
#include "engine/import/plx-clean-core.h"
#include "engine/import/plx-clean-phrases.h"
#include "engine/import/plx-clean-title.h"
#include "engine/import/plx-text-dateline.h"
#include "engine/import/plx-text-outlet.h"

/* Words of a heading inside the text, at most. */
#define HEADING_MAX_WORDS 14u
/* More lines than this above the text are a site's navigation, fewer may be standfirst and credits. */
#define HEAD_LINES 6u
/* Words from which a line that ends like a sentence is one, where labels are expected. */
#define SENTENCE_WORDS 5u
/* A box says no more to the reader. */
#define BOX_SENTENCES 3u
/* So many labels above or below the core of a text are a page's, whose menus hold sentences too. */
#define PAGE_LABELS 12u
/* A prompt that speaks to the reader is not longer. */
#define PROMPT_MAX_WORDS 45u

static PlxTextLine *
at (GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

static gboolean
is_body (GPtrArray *lines, guint i)
{
  return at (lines, i)->fate == PLX_LINE_BODY;
}

/* Patterns of whole lines that no table can list: counters, copyright lines, prompts of a fixed build. */
static gboolean
match_pattern (const PlxTextLine *line, PlxRemovalReason *reason)
{
  static gsize once;
  static GRegex *counter, *copyright, *consent, *app;

  if (line->key == NULL && line->n_words > PROMPT_MAX_WORDS)
    return FALSE;
  if (g_once_init_enter (&once))
    {
      const GRegexCompileFlags flags = G_REGEX_OPTIMIZE | G_REGEX_CASELESS;

      counter = g_regex_new ("^(?:k )?(?:# )?(?:fans|followers|subscribers|shares|views|likes|comments|reads)"
                             "(?: #)?(?: like| follow| subscribe| [a-z]{1,9})?$",
                             flags, 0, NULL);
      copyright = g_regex_new ("^(?:copyright\\b.{0,80}|(?:copyright )?(?:©|\\(c\\)) ?(?:copyright )?\\d{4}.{0,120}"
                               "|.{0,60}all rights reserved\\.?.{0,60}|©.{0,80})$",
                               flags, 0, NULL);
      consent = g_regex_new (
          "^(?:by (?:signing up|subscribing|clicking|submitting|registering|continuing)\\b.*\\b"
          "(?:terms|privacy|policy|agree|consent).*"
          "|(?:this (?:site|website|page) |we |our (?:site|website) )(?:and our partners )?uses? cookies\\b.*"
          "|this (?:site|form) is protected by recaptcha.*)$",
          flags, 0, NULL);
      app = g_regex_new ("^(?=.*\\b(?:download|install|get)\\b)(?=.*\\bapp\\b)(?=.*\\b(?:app store|google play|play "
                         "store|ios|android)\\b)"
                         ".{0,300}$",
                         flags, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (line->key != NULL && *line->key != '\0' && g_regex_match (counter, line->key, 0, NULL))
    {
      *reason = PLX_REMOVAL_SHARE;
      return TRUE;
    }
  if (line->n_words <= 20 && g_regex_match (copyright, line->text, 0, NULL))
    {
      *reason = PLX_REMOVAL_NAVIGATION;
      return TRUE;
    }
  if (g_regex_match (consent, line->text, 0, NULL))
    {
      *reason = PLX_REMOVAL_FORM;
      return TRUE;
    }
  if (g_regex_match (app, line->text, 0, NULL))
    {
      *reason = PLX_REMOVAL_APP;
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_clean_mark_furniture:
 * @lines: (element-type PlxTextLine): a text's lines
 *
 * Removes the lines that are the furniture of a page wherever they stand, and notes which of them head a box.
 */
void
plx_clean_mark_furniture (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      PlxTextLine *line = at (lines, i);
      const PlxPhrase *phrase;
      PlxRemovalReason reason;

      if (line->fate == PLX_LINE_REMOVED)
        continue;
      phrase = plx_clean_phrases_lookup (line->text, line->key);
      if (phrase != NULL && phrase->use == PLX_PHRASE_EDGE)
        {
          line->edge = TRUE;
          line->reason = phrase->reason;
        }
      else if (phrase != NULL)
        {
          line->anchor = phrase->use == PLX_PHRASE_ANCHOR;
          plx_text_line_remove (line, phrase->reason);
        }
      else if (plx_clean_phrases_match_prompt (line->text, &reason) || match_pattern (line, &reason))
        plx_text_line_remove (line, reason);
    }
}

/* Whether a line speaks to the reader, as prompts do and reports outside quotations do not. */
static gboolean
is_prompt (const PlxTextLine *line)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      /* "US" is a country. */
      regex = g_regex_new (
          "\\b(?:you|your|our|(?-i:us|Us)|please|sign up|subscribe|ihre?n?|unsere?n?|votre|vos|nos|nuestr[oa]s?|"
          "ваш\\w*|вас|вам|наш\\w*)\\b",
          G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return line->n_words <= PROMPT_MAX_WORDS && strpbrk (line->text, "\"") == NULL && strstr (line->text, "“") == NULL
         && strstr (line->text, "„") == NULL && strstr (line->text, "«") == NULL
         && g_regex_match (regex, line->text, 0, NULL);
}

static gboolean
is_sentence (const PlxTextLine *line)
{
  return line->prose || (line->ends && line->n_words >= SENTENCE_WORDS);
}

/* The lines a box holds under its anchor, where the text goes on after it: links, and prompts to the reader. */
static void
clean_box (GPtrArray *lines, guint anchor, guint end)
{
  PlxRemovalReason reason = at (lines, anchor)->reason;
  gboolean related = reason == PLX_REMOVAL_RELATED;
  guint i = anchor + 1, n_sentences = 0, run;

  for (; i < end && !at (lines, i)->anchor; i++)
    {
      const PlxTextLine *line = at (lines, i);

      if (!is_body (lines, i))
        continue;
      if (related ? is_sentence (line) : !is_prompt (line) || (n_sentences += is_sentence (line)) > BOX_SENTENCES)
        break;
    }
  run = i;
  if (related && i < end && is_body (lines, i) && is_sentence (at (lines, i)))
    {
      /* The line above the text may be its next heading; the titles of other articles are longer. */
      guint last = i - 1;

      if (last > anchor && is_body (lines, last) && at (lines, last)->n_words <= 5 && !at (lines, last)->edge)
        run = last;
    }
  for (guint k = anchor + 1; k < run; k++)
    if (is_body (lines, k))
      plx_text_line_remove (at (lines, k), reason);
}

/* Lines that are no sentences: labels, links, and what was already removed. */
static guint
count_labels (GPtrArray *lines, guint start, guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += !is_sentence (at (lines, i));

  return n;
}

/* The first and the last line of running text; sentences serve where nothing is longer. */
static gboolean
find_text (GPtrArray *lines, guint start, guint end, guint *first, guint *last)
{
  for (guint pass = 0; pass < 3; pass++)
    {
      gboolean found = FALSE;

      for (guint i = start; i < end; i++)
        {
          const PlxTextLine *line = at (lines, i);
          gboolean text = pass == 0 ? line->prose : pass == 1 ? line->ends : line->n_words > 0;

          if (!is_body (lines, i) || !text || line->marked || line->edge || plx_clean_is_caption (line))
            continue;
          /* A headline may be as long as prose and end so; it is told by what follows it. */
          if (pass == 1 && !found && i == start && i + 1 < end)
            continue;
          if (!found)
            *first = i;
          found = TRUE;
          *last = i;
        }
      if (found)
        return TRUE;
    }

  return FALSE;
}

static void
take_head (GPtrArray *lines, guint start, guint end, guint title, const char *credit, PlxTextMetadata *metadata)
{
  gboolean navigation = FALSE;
  guint kept = 0;

  for (guint i = start; i < end; i++)
    {
      PlxTextLine *line = at (lines, i);
      g_autofree char *outlet = NULL;

      /* An outlet's name stands beside the time. */
      if (i != title && is_body (lines, i) && i + 1 < end && line->n_words <= 5
          && plx_text_metadata_is_relative_time (at (lines, i + 1)->text, &outlet) && outlet == NULL
          && metadata->source == NULL)
        {
          metadata->source = g_strdup (line->text);
          plx_text_line_remove (line, PLX_REMOVAL_OTHER);
        }
    }
  for (guint i = start; i < end; i++)
    {
      PlxTextLine *line = at (lines, i);

      if (i == title || !is_body (lines, i))
        continue;
      if (title < end && line->key != NULL && g_strcmp0 (line->key, at (lines, title)->key) == 0)
        plx_text_line_remove (line, PLX_REMOVAL_OTHER);
      else if (plx_text_outlet_take_line (metadata, line, credit))
        plx_text_line_remove (line, PLX_REMOVAL_OTHER);
      else if (plx_text_metadata_take_line (metadata, line, TRUE))
        plx_text_line_remove (line, PLX_REMOVAL_OTHER);
      else if (metadata->source != NULL && g_strcmp0 (line->text, metadata->source) == 0)
        plx_text_line_remove (line, PLX_REMOVAL_OTHER);
      else if (line->edge)
        plx_text_line_remove (line, line->reason);
      else
        kept++;
    }
  navigation = kept > HEAD_LINES;
  for (guint i = start; i < end; i++)
    if (i != title && is_body (lines, i)
        && (i < title ? navigation || !is_sentence (at (lines, i)) : navigation && at (lines, i)->n_words <= 4)
        && !plx_clean_is_caption (at (lines, i)))
      plx_text_line_remove (at (lines, i), PLX_REMOVAL_NAVIGATION);
}

static void
take_tail (GPtrArray *lines, guint start, guint end, const char *credit, PlxTextMetadata *metadata)
{
  PlxRemovalReason reason = PLX_REMOVAL_NAVIGATION;
  guint furniture = 0, first = end;

  for (guint i = start; i < end; i++)
    {
      PlxTextLine *line = at (lines, i);

      if (is_body (lines, i)
          && (plx_text_metadata_take_source_line (metadata, line)
              || plx_text_outlet_take_line (metadata, line, credit)))
        plx_text_line_remove (line, PLX_REMOVAL_SOURCE_LINK);
      else if (is_body (lines, i) && plx_text_metadata_take_line (metadata, line, FALSE))
        plx_text_line_remove (line, PLX_REMOVAL_OTHER);
      if (!is_body (lines, i) && line->reason != PLX_REMOVAL_OTHER)
        {
          furniture++;
          first = MIN (first, i);
        }
    }
  if (furniture == 0)
    return;
  for (guint i = start; i < end; i++)
    {
      PlxTextLine *line = at (lines, i);
      gboolean label = !is_sentence (line) && (i > first || !line->ends);

      if (!is_body (lines, i))
        {
          if (line->anchor)
            reason = line->reason;
          continue;
        }
      if (line->edge)
        plx_text_line_remove (line, line->reason);
      else if ((label && (i > first || furniture > 1) && !(i < first && plx_clean_is_caption (line)))
               || (i > first && is_prompt (line)))
        plx_text_line_remove (line, reason);
    }
}

static gboolean
begins_like_heading (const PlxTextLine *line)
{
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return !g_unichar_islower (c);
      if (g_unichar_isdigit (c))
        return TRUE;
    }

  return FALSE;
}

/* Inside the text a short line that is no sentence, with text after it, is a heading. */
static void
find_kinds (GPtrArray *lines, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      PlxTextLine *line = at (lines, i);
      guint next = i + 1;

      if (!is_body (lines, i) || line->marked)
        continue;
      if (plx_clean_is_caption (line))
        {
          line->kind = PLX_PARAGRAPH_CAPTION;
          continue;
        }
      while (next < end && !is_body (lines, next))
        next++;
      if (next < end && !line->prose && line->n_words > 0 && line->n_words <= HEADING_MAX_WORDS
          && begins_like_heading (line) && (!line->ends || g_str_has_suffix (line->text, "?"))
          && is_sentence (at (lines, next)) && strchr (",;", line->text[strlen (line->text) - 1]) == NULL)
        line->kind = PLX_PARAGRAPH_HEADING;
    }
}

/* The first paragraph of running text. */
static guint
find_lead (GPtrArray *lines, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (is_body (lines, i) && at (lines, i)->prose)
      return i;

  return end;
}

/**
 * plx_clean_article:
 * @lines: (element-type PlxTextLine): a text's lines, furniture marked
 * @start: the article's first line
 * @end: one past its last
 * @metadata: takes what the lines say about the article
 *
 * Decides for each line of an article whether it is the headline, part of the body, and as what, or to be removed, and
 * why. When in doubt a line stays: a label left in does less harm than a sentence lost.
 */
void
plx_clean_article (GPtrArray *lines, guint start, guint end, PlxTextMetadata *metadata)
{
  guint first = start, last = start, core_first, core_last, title, lead;
  g_autofree char *credit = NULL;
  gboolean page_below = FALSE;

  for (guint i = start; i < end; i++)
    if (at (lines, i)->anchor)
      clean_box (lines, i, end);
  if (!find_text (lines, start, end, &first, &last))
    {
      for (guint i = start; i < end; i++)
        if (at (lines, i)->edge)
          plx_text_line_remove (at (lines, i), at (lines, i)->reason);
      return;
    }

  if (plx_clean_find_core (lines, first, last + 1, &core_first, &core_last))
    {
      if (count_labels (lines, start, core_first) >= PAGE_LABELS)
        first = core_first;
      page_below = count_labels (lines, core_last + 1, end) >= PAGE_LABELS;
      if (page_below)
        last = core_last;
    }
  title = plx_clean_find_title (lines, start, first, end);
  if (title == first)
    first++;
  if (title < end && first < end)
    at (lines, title)->fate = PLX_LINE_TITLE;
  lead = find_lead (lines, first, end);
  credit = lead < end ? plx_text_dateline_dup_credit (at (lines, lead)->text) : NULL;
  take_head (lines, start, first, title, credit, metadata);
  take_tail (lines, last + 1, end, credit, metadata);
  if (page_below)
    for (guint i = last + 1; i < end; i++)
      plx_text_line_remove (at (lines, i), PLX_REMOVAL_NAVIGATION);
  find_kinds (lines, start, end);
  /* Cleaning the lines below does not touch the first paragraph. */
  if (lead < end)
    plx_text_dateline_take (metadata, at (lines, lead)->text);
}
