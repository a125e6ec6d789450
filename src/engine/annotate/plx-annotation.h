/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/article/plx-article.h"
#include "engine/text/plx-tokens.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_ENTITY_PERSON,
  PLX_ENTITY_ORG,
  PLX_ENTITY_PLACE,
  PLX_ENTITY_GROUP,
  PLX_ENTITY_EVENT,
  PLX_ENTITY_DATE,
  PLX_ENTITY_QUANTITY,
} PlxEntityType;

#define PLX_N_ENTITY_TYPES 7

/* What a quantity is of; %PLX_QUANTITY_NONE for every other type of entity. */
typedef enum
{
  PLX_QUANTITY_NONE,
  PLX_QUANTITY_MONEY,
  PLX_QUANTITY_PERCENT,
  PLX_QUANTITY_NUMBER,
  PLX_QUANTITY_TIME,
} PlxQuantityKind;

/**
 * PlxMention:
 * @paragraph: number of the paragraph, 0 for the title
 * @span: code points of its text
 * @type: type of what it names
 * @quantity: for %PLX_ENTITY_QUANTITY, of what
 *
 * A span that names something. Which entity it is depends on the articles it is compared with: see #PlxEntities.
 */
typedef struct
{
  guint paragraph;
  PlxSpan span;
  PlxEntityType type;
  PlxQuantityKind quantity;
} PlxMention;

/**
 * PlxQuotation:
 * @group: quotations that a cue interrupts share a group
 * @paragraph: number of the paragraph
 * @span: the quoted words without the marks
 * @speaker: index into the annotation's mentions, or -1 when not known
 * @cue: (nullable): the cue verb as written, as "said"
 * @venue: index of the mention of where it was said ("told CBS News"), or -1
 */
typedef struct
{
  guint group;
  guint paragraph;
  PlxSpan span;
  int speaker;
  char *cue;
  int venue;
} PlxQuotation;

/**
 * PlxFigure:
 * @paragraph: number of the paragraph
 * @span: the figure with its hedge and unit
 * @value: its value, NAN when only a range or a vague word ("dozens") is given
 * @low: lower bound, NAN when there is none
 * @high: upper bound, NAN when there is none
 * @hedge: (nullable): "at least", "about", "dozens", as a fixed lower-case form
 * @unit: (nullable): what is counted, singular
 */
typedef struct
{
  guint paragraph;
  PlxSpan span;
  double value;
  double low;
  double high;
  char *hedge;
  char *unit;
} PlxFigure;

typedef enum
{
  PLX_DEFECT_CUT,
  PLX_DEFECT_SPLICED,
  PLX_DEFECT_UNCLOSED_QUOTE,
  PLX_DEFECT_REPEATED,
  PLX_DEFECT_ENCODING,
  PLX_DEFECT_FOREIGN,
} PlxDefectKind;

/**
 * PlxDefect:
 * @kind: what is wrong
 * @paragraph: number of the damaged paragraph
 * @span: the damaged stretch
 * @other: number of the paragraph with the other end, or 0 when there is none
 */
typedef struct
{
  PlxDefectKind kind;
  guint paragraph;
  PlxSpan span;
  guint other;
} PlxDefect;

/**
 * PlxAnnotation:
 *
 * Everything found in one article, without regard to other articles. Immutable once made, counted by reference, may
 * be read from any thread.
 */
typedef struct _PlxAnnotation PlxAnnotation;

PlxAnnotation *plx_annotation_new (PlxArticle *article);
PlxAnnotation *plx_annotation_for_article (PlxArticle *article);
PlxAnnotation *plx_annotation_ref (PlxAnnotation *self);
void plx_annotation_unref (PlxAnnotation *self);

PlxArticle *plx_annotation_get_article (const PlxAnnotation *self);
const GArray *plx_annotation_get_tokens (const PlxAnnotation *self, guint paragraph);
const GArray *plx_annotation_get_mentions (const PlxAnnotation *self);
const GArray *plx_annotation_get_quotations (const PlxAnnotation *self);
const GArray *plx_annotation_get_figures (const PlxAnnotation *self);
const GArray *plx_annotation_get_defects (const PlxAnnotation *self);
void plx_annotation_find_mentions (const PlxAnnotation *self, guint paragraph, guint *first, guint *n_mentions);

const char *plx_entity_type_to_string (PlxEntityType type);
const char *plx_quantity_kind_to_string (PlxQuantityKind kind);
const char *plx_defect_kind_to_string (PlxDefectKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnnotation, plx_annotation_unref)

G_END_DECLS
