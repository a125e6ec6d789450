/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"
#include "engine/compare/plx-link.h"

G_BEGIN_DECLS

/**
 * PlxStatementClusters:
 *
 * All sentences of the articles of a comparison, numbered through, and which of them say one thing.
 */
typedef struct _PlxStatementClusters PlxStatementClusters;

PlxStatementClusters *plx_statement_clusters_new (GPtrArray *annotations, GPtrArray *pairs);
void plx_statement_clusters_free (PlxStatementClusters *self);
guint plx_statement_clusters_get_n_sentences (const PlxStatementClusters *self);
guint plx_statement_clusters_get_article (const PlxStatementClusters *self, guint sentence);
PlxSentenceRef plx_statement_clusters_get_ref (const PlxStatementClusters *self, guint sentence);
guint plx_statement_clusters_get_cluster (const PlxStatementClusters *self, guint sentence);
PlxRelation plx_statement_clusters_get_relation (const PlxStatementClusters *self, guint sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStatementClusters, plx_statement_clusters_free)

G_END_DECLS
