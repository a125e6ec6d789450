/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-features.h"

G_BEGIN_DECLS

/* What is known of a line once the lines around it have been judged by themselves. */
#define PLX_HTML_CONTEXTS(CONTEXT)                                                                                     \
  CONTEXT (BIAS)                                                                                                       \
  CONTEXT (EVIDENCE)                                                                                                   \
  CONTEXT (OWN)                                                                                                        \
  CONTEXT (PREVIOUS)                                                                                                   \
  CONTEXT (NEXT)                                                                                                       \
  CONTEXT (NEIGHBOURS)                                                                                                 \
  CONTEXT (VICINITY)                                                                                                   \
  CONTEXT (WIDE_VICINITY)                                                                                              \
  CONTEXT (PARENT)                                                                                                     \
  CONTEXT (GRANDPARENT)                                                                                                \
  CONTEXT (SECTION)                                                                                                    \
  CONTEXT (STYLE)                                                                                                      \
  CONTEXT (IN_BEST)                                                                                                    \
  CONTEXT (BEST_DISTANCE)                                                                                              \
  CONTEXT (BEFORE_FIRST)                                                                                               \
  CONTEXT (AFTER_LAST)                                                                                                 \
  CONTEXT (AFTER_LAST_SHORT)                                                                                           \
  CONTEXT (HEADING_NEXT)                                                                                               \
  CONTEXT (HEADING_VICINITY)                                                                                           \
  CONTEXT (LIST_STYLE)                                                                                                 \
  CONTEXT (LIST_PARENT)                                                                                                \
  CONTEXT (SHORT_PARENT)                                                                                               \
  CONTEXT (SHORT_VICINITY)                                                                                             \
  CONTEXT (LINKED_PARENT)                                                                                              \
  CONTEXT (LENGTH)                                                                                                     \
  CONTEXT (LINKED)                                                                                                     \
  CONTEXT (PHRASE)                                                                                                     \
  CONTEXT (TITLE)                                                                                                      \
  CONTEXT (CAPTION)                                                                                                    \
  CONTEXT (HEADING)                                                                                                    \
  CONTEXT (HIDDEN)                                                                                                     \
  CONTEXT (DECLARED)                                                                                                   \
  CONTEXT (NOT_DECLARED)                                                                                               \
  CONTEXT (ROW)

typedef enum
{
#define CONTEXT(name) PLX_HTML_CONTEXT_##name,
  PLX_HTML_CONTEXTS (CONTEXT)
#undef CONTEXT
      PLX_HTML_N_CONTEXTS
} PlxHtmlContext;

float *plx_html_score_lines (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table);
float *plx_html_score_contexts (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table, const float *line_scores);
float *plx_html_score (const PlxHtmlPage *page, const PlxHtmlFeatureTable *table);

G_END_DECLS
