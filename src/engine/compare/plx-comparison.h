/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/annotate/plx-entities.h"
#include "engine/compare/plx-link.h"
#include "engine/compare/plx-statement.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARISON (plx_comparison_get_type ())
G_DECLARE_FINAL_TYPE (PlxComparison, plx_comparison, PLX, COMPARISON, GObject)

PlxComparison *plx_comparison_new (GPtrArray *annotations, GCancellable *cancellable, GError **error);
void plx_comparison_new_async (GPtrArray *articles, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
PlxComparison *plx_comparison_new_finish (GAsyncResult *result, GError **error);

guint plx_comparison_get_n_articles (PlxComparison *self);
PlxArticle *plx_comparison_get_article (PlxComparison *self, guint article);
PlxAnnotation *plx_comparison_get_annotation (PlxComparison *self, guint article);
PlxEntities *plx_comparison_get_entities (PlxComparison *self);
GPtrArray *plx_comparison_get_pairs (PlxComparison *self);
const PlxPair *plx_comparison_get_pair (PlxComparison *self, guint left, guint right);
GPtrArray *plx_comparison_get_statements (PlxComparison *self);
int plx_comparison_find_statement (PlxComparison *self, guint article, guint paragraph, guint sentence);
GArray *plx_comparison_dup_names (PlxComparison *self, guint article, guint paragraph, PlxSpan span);

G_END_DECLS
