/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-blocks.h"
#include "engine/import/plx-html-words.h"

G_BEGIN_DECLS

/* What is known of a line by itself and by where it stands. Each lies between 0 and 1, or little beyond. */
#define PLX_HTML_FEATURES(FEATURE)                                                                                     \
  FEATURE (BIAS)                                                                                                       \
  FEATURE (LENGTH)                                                                                                     \
  FEATURE (WORDS_3)                                                                                                    \
  FEATURE (WORDS_10)                                                                                                   \
  FEATURE (WORDS_25)                                                                                                   \
  FEATURE (LINKED)                                                                                                     \
  FEATURE (ALL_LINKED)                                                                                                 \
  FEATURE (LINKED_SHORT)                                                                                               \
  FEATURE (SENTENCE_END)                                                                                               \
  FEATURE (COMMA)                                                                                                      \
  FEATURE (COLON_END)                                                                                                  \
  FEATURE (STOP_WORDS)                                                                                                 \
  FEATURE (STRONG)                                                                                                     \
  FEATURE (CAPITALS)                                                                                                   \
  FEATURE (DIGITS)                                                                                                     \
  FEATURE (SYMBOLS)                                                                                                    \
  FEATURE (PHRASE)                                                                                                     \
  FEATURE (HIDDEN)                                                                                                     \
  FEATURE (ROW)                                                                                                        \
  FEATURE (TAG_P)                                                                                                      \
  FEATURE (TAG_LI)                                                                                                     \
  FEATURE (TAG_H1)                                                                                                     \
  FEATURE (TAG_H2)                                                                                                     \
  FEATURE (TAG_H3)                                                                                                     \
  FEATURE (TAG_H4)                                                                                                     \
  FEATURE (TAG_DIV)                                                                                                    \
  FEATURE (TAG_CELL)                                                                                                   \
  FEATURE (TAG_CONTROL)                                                                                                \
  FEATURE (TAG_PRE)                                                                                                    \
  FEATURE (KIND_LIST)                                                                                                  \
  FEATURE (KIND_QUOTE)                                                                                                 \
  FEATURE (KIND_CAPTION)                                                                                               \
  FEATURE (IN_ARTICLE)                                                                                                 \
  FEATURE (IN_MAIN)                                                                                                    \
  FEATURE (IN_PAGE_ARTICLES)                                                                                           \
  FEATURE (HAS_DECLARED_BODY)                                                                                          \
  FEATURE (IN_DECLARED_BODY)                                                                                           \
  FEATURE (IS_TITLE)                                                                                                   \
  FEATURE (IS_BYLINE)                                                                                                  \
  FEATURE (BEFORE_TITLE)                                                                                               \
  FEATURE (POSITION)                                                                                                   \
  FEATURE (WORDS_BEFORE)                                                                                               \
  FEATURE (PREVIOUS_LENGTH)                                                                                            \
  FEATURE (NEXT_LENGTH)                                                                                                \
  FEATURE (PREVIOUS_LINKED)                                                                                            \
  FEATURE (NEXT_LINKED)                                                                                                \
  FEATURE (PREVIOUS_SIBLING)                                                                                           \
  FEATURE (NEXT_SIBLING)                                                                                               \
  FEATURE (PARENT_SHARE)                                                                                               \
  FEATURE (PARENT_LINKED)                                                                                              \
  FEATURE (PARENT_MEAN_LENGTH)                                                                                         \
  FEATURE (GRANDPARENT_SHARE)                                                                                          \
  FEATURE (GRANDPARENT_LINKED)                                                                                         \
  FEATURE (GRANDPARENT_MEAN_LENGTH)                                                                                    \
  FEATURE (SECTION_SHARE)                                                                                              \
  FEATURE (SECTION_LINKED)                                                                                             \
  FEATURE (STYLE_SHARE)                                                                                                \
  FEATURE (STYLE_LINKED)                                                                                               \
  FEATURE (STYLE_MEAN_LENGTH)                                                                                          \
  FEATURE (REPEATED)

typedef enum
{
#define FEATURE(name) PLX_HTML_FEATURE_##name,
  PLX_HTML_FEATURES (FEATURE)
#undef FEATURE
  /* Then, a bit each: what the element and the two around it are called, and what those further out are called. */
  PLX_HTML_FEATURE_NEAR_ROLES,
  PLX_HTML_FEATURE_FAR_ROLES = PLX_HTML_FEATURE_NEAR_ROLES + PLX_HTML_N_ROLES,
  PLX_HTML_N_FEATURES = PLX_HTML_FEATURE_FAR_ROLES + PLX_HTML_N_ROLES
} PlxHtmlFeature;

/**
 * PlxHtmlPage:
 * @document: the page
 * @blocks: (element-type PlxHtmlBlock): its lines
 * @title: (nullable): the article's title, by the metadata
 * @byline: (nullable): its authors, by the metadata
 * @body: (nullable): its text, where the metadata has it
 */
typedef struct
{
  const PlxHtmlDocument *document;
  GArray *blocks;
  const char *title;
  const char *byline;
  const char *body;
} PlxHtmlPage;

/**
 * PlxHtmlFeatureTable:
 * @values: %PLX_HTML_N_FEATURES numbers for each line
 * @roles: for each line, mask of #PlxHtmlRole: what all elements around it are called
 * @styles: for each line, a number that is the same for lines in elements of the same names
 * @n_words: for each node of the document, the words in it that the page shows
 */
typedef struct
{
  float *values;
  guint *roles;
  guint *styles;
  guint *n_words;
} PlxHtmlFeatureTable;

PlxHtmlFeatureTable *plx_html_feature_table_new (const PlxHtmlPage *page);
void plx_html_feature_table_free (PlxHtmlFeatureTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlFeatureTable, plx_html_feature_table_free)

G_END_DECLS
