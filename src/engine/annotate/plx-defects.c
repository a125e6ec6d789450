/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects.h"

#include "engine/annotate/plx-defects-private.h"

/* A paragraph with more foreign matter than this is all foreign. */
#define FOREIGN_MAX 20u

/**
 * plx_defects_add:
 * @defects: takes the defect
 * @kind: what is wrong
 * @paragraph: number of the paragraph
 * @start: first code point
 * @end: one past the last
 * @other: number of the paragraph with the other end, or 0
 */
void
plx_defects_add (GArray *defects, PlxDefectKind kind, guint paragraph, guint start, guint end, guint other)
{
  const PlxDefect defect = { kind, paragraph, { start, end }, other };

  g_array_append_val (defects, defect);
}

/* What programs left in a text: markup, entities, placeholders, shortcodes, and scraps of scripts. */
static GRegex *
foreign_regex (void)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new (
          "</?(?:p|div|span|br|a|b|i|em|strong|img|script|style|iframe|figure|figcaption|h[1-6]|ul|ol|li|table|td|tr"
          "|blockquote|section|article)\\b[^<>]{0,400}>"
          "|&(?:nbsp|amp|lt|gt|quot|apos|[lr]dquo|[lr]squo|[mn]dash|hellip|#\\d{2,6}|#x[0-9a-fA-F]{2,5});"
          "|\\{\\{[^{}]{1,80}\\}\\}|\\$\\{[A-Za-z_.]{1,60}\\}|\\[/"
          "?(?:caption|gallery|embed|audio|video|vc_\\w+)\\b[^\\[\\]]{0,300}\\]"
          "|\\[email\\s?protected\\]"
          "|\\b(?:var|let|const)\\s+\\w+\\s*=\\s*[^;]{1,200};|\\bfunction\\s*\\w*\\s*\\([^()]{0,80}\\)\\s*\\{"
          "|\\b(?:document|window)\\.\\w+\\s*[(=.]|\\bgoogletag\\.\\w+|\\b(?:adsbygoogle|dataLayer)\\b",
          G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return regex;
}

static void
find_foreign (const PlxDefectText *text, GArray *defects)
{
  const char *string = text->paragraph->text;
  const char *before = string;
  g_autoptr (GMatchInfo) match = NULL;
  guint offset = 0, n = 0;

  for (g_regex_match (foreign_regex (), string, 0, &match); g_match_info_matches (match) && n < FOREIGN_MAX; n++)
    {
      int start, end;
      guint length;

      g_match_info_fetch_pos (match, 0, &start, &end);
      offset += (guint)g_utf8_strlen (before, string + start - before);
      length = (guint)g_utf8_strlen (string + start, end - start);
      plx_defects_add (defects, PLX_DEFECT_FOREIGN, text->paragraph->number, offset, offset + length, 0);
      offset += length;
      before = string + end;
      if (!g_match_info_next (match, NULL))
        break;
    }
}

static int
compare_defects (gconstpointer a, gconstpointer b)
{
  const PlxDefect *left = a;
  const PlxDefect *right = b;

  if (left->paragraph != right->paragraph)
    return left->paragraph < right->paragraph ? -1 : 1;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return (int)left->kind - (int)right->kind;
}

/**
 * plx_defects_find:
 * @article: a frozen article
 *
 * Looks for damage in a text: sentences that break off, with where their ends stand if they do; quotations that are
 * not closed; what stands twice; characters decoded wrongly; what is no text at all. A sound article must not be called
 * damaged, so a sign that sound texts show too is none.
 *
 * Returns: (transfer full) (element-type PlxDefect): the defects, sorted by paragraph and start
 */
GArray *
plx_defects_find (PlxArticle *article)
{
  GArray *defects = g_array_new (FALSE, FALSE, sizeof (PlxDefect));
  guint n = plx_article_get_n_paragraphs (article);
  g_autofree PlxDefectText *texts = g_new (PlxDefectText, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, i + 1);

      texts[i].paragraph = paragraph;
      texts[i].chars = g_utf8_to_ucs4_fast (paragraph->text, -1, NULL);
      texts[i].n = paragraph->n_chars;
      plx_defects_find_encoding (&texts[i], defects);
      find_foreign (&texts[i], defects);
    }
  plx_defects_find_breaks (texts, n, defects);
  plx_defects_find_quotes (texts, n, defects);
  plx_defects_find_repeated (texts, n, defects);
  g_array_sort (defects, compare_defects);
  for (guint i = 0; i < n; i++)
    g_free (texts[i].chars);

  return defects;
}
