/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-link.h"

G_BEGIN_DECLS

/**
 * PlxCell:
 * @article: index of the article
 * @sentences: (element-type PlxSentenceRef): the sentences that make the statement, in order
 * @relation: relation to the statement's other cells, the closest of them
 *
 * What one article says of a statement.
 */
typedef struct
{
  guint article;
  GArray *sentences;
  PlxRelation relation;
} PlxCell;

/**
 * PlxStatement:
 * @id: index in the comparison
 * @cells: (element-type PlxCell): at most one an article, in order of article; one alone when only one article has it
 *
 * The passages of all articles that say one thing. Every sentence of a text, list or quote paragraph belongs to
 * exactly one statement; titles, headings and captions to none.
 */
typedef struct
{
  guint id;
  GPtrArray *cells;
} PlxStatement;

GPtrArray *plx_statements_build (GPtrArray *annotations, GPtrArray *pairs);
const PlxCell *plx_statement_get_cell (const PlxStatement *statement, guint article);

G_END_DECLS
