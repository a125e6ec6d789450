/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-gazetteer.h"
#include "engine/article/plx-article.h"

G_BEGIN_DECLS

/* The types that the model of names tells apart; products, laws and works are recognised so as not to be taken for
 * organisations, but make no mention. */
typedef enum
{
  PLX_NAME_PERSON,
  PLX_NAME_ORG,
  PLX_NAME_PLACE,
  PLX_NAME_GROUP,
  PLX_NAME_EVENT,
  PLX_NAME_OTHER,
} PlxNameType;

#define PLX_N_NAME_TYPES 6

/* Place of a token in a name: Ratinov and Roth (2009) found that telling the last and the only token apart helps. */
typedef enum
{
  PLX_NAME_BEGIN,
  PLX_NAME_INSIDE,
  PLX_NAME_LAST,
  PLX_NAME_UNIT,
} PlxNamePosition;

/* Label 0 is outside of names, then four for each type. */
#define PLX_N_NAME_LABELS              (1 + 4 * PLX_N_NAME_TYPES)
#define PLX_NAME_LABEL(type, position) (1 + 4 * (type) + (position))
#define PLX_NAME_LABEL_TYPE(label)     (((label)-1) / 4)
#define PLX_NAME_LABEL_POSITION(label) (((label)-1) % 4)

#define PLX_NAME_MAX_FEATURES          128

/**
 * PlxNameDocument:
 *
 * The tokens of an article in one row, with what the model of names asks about each of them.
 */
typedef struct _PlxNameDocument PlxNameDocument;

PlxNameDocument *plx_name_document_new (PlxArticle *article, GPtrArray *tokens, const PlxGazetteer *gazetteer);
void plx_name_document_free (PlxNameDocument *self);
guint plx_name_document_get_n_tokens (const PlxNameDocument *self);
guint plx_name_document_get_n_sentences (const PlxNameDocument *self);
void plx_name_document_get_sentence (const PlxNameDocument *self, guint sentence, guint *start, guint *end);
void plx_name_document_get_token (const PlxNameDocument *self, guint i, guint *paragraph, guint *token);
guint plx_name_document_collect (const PlxNameDocument *self, guint i, guint32 features[PLX_NAME_MAX_FEATURES]);
void plx_name_document_agree (PlxNameDocument *self, const guint8 *labels);
guint plx_name_document_collect_agreement (const PlxNameDocument *self, guint i,
                                           guint32 features[PLX_NAME_MAX_FEATURES]);
gboolean plx_name_document_is_capitalised (const PlxNameDocument *self, guint i);
guint32 plx_name_document_get_flags (const PlxNameDocument *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameDocument, plx_name_document_free)

G_END_DECLS
