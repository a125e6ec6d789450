/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"

G_BEGIN_DECLS

/**
 * PlxLineFate:
 * @PLX_LINE_BODY: a paragraph of the body
 * @PLX_LINE_TITLE: the headline
 * @PLX_LINE_REMOVED: not part of the article; goes into the ledger
 *
 * What cleaning makes of a line.
 */
typedef enum
{
  PLX_LINE_BODY,
  PLX_LINE_TITLE,
  PLX_LINE_REMOVED,
} PlxLineFate;

/**
 * PlxTextLine:
 * @number: its number in the input, from 1
 * @n_lines: how many lines of the input it was made of, more than one where hard-wrapped lines were joined
 * @blanks: empty lines before it
 * @indent: columns of white space before it
 * @raw: as the input has it, trimmed; joined lines with "\n" between them
 * @text: without markup, what an article would print
 * @key: (nullable): what phrase tables are looked up with, %NULL for a line too long to be in one
 * @kind: kind of paragraph it would be
 * @marked: the kind comes from markup, not from a guess
 * @n_chars: code points of @text
 * @n_words: words of @text; in scripts without spaces, half the code points
 * @ends: @text ends as a sentence does
 * @prose: long enough, and ending so, that it can only be running text
 * @anchor: it heads a box that is no part of the article, as "Related articles"
 * @edge: it is none where it stands before the article begins or after it ends, as "Politics"
 * @fate: what became of it
 * @reason: why it was removed, for %PLX_LINE_REMOVED
 *
 * A line of a text that is not empty, while the text is being cleaned.
 */
typedef struct
{
  guint number;
  guint n_lines;
  guint blanks;
  guint indent;
  char *raw;
  char *text;
  char *key;
  PlxParagraphKind kind;
  gboolean marked;
  guint n_chars;
  guint n_words;
  gboolean ends;
  gboolean prose;
  gboolean anchor;
  gboolean edge;
  PlxLineFate fate;
  PlxRemovalReason reason;
} PlxTextLine;

PlxTextLine *plx_text_line_new (guint number, const char *text);
void plx_text_line_free (PlxTextLine *line);
GPtrArray *plx_text_lines_split (const char *text, GError **error);
void plx_text_lines_join_wrapped (GPtrArray *lines);
void plx_text_line_set_text (PlxTextLine *line, char *text);
void plx_text_line_remove (PlxTextLine *line, PlxRemovalReason reason);
char *plx_text_line_key (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTextLine, plx_text_line_free)

G_END_DECLS
