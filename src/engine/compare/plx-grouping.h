/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"

G_BEGIN_DECLS

/**
 * PLX_GROUPING_FREE:
 *
 * In place of a story's number: the article may go into any story, old or new.
 */
#define PLX_GROUPING_FREE (G_MAXUINT)

/**
 * PLX_GROUPING_ALONE:
 *
 * In place of a story's number: the article is to stay alone, and draws no other to it.
 */
#define PLX_GROUPING_ALONE (G_MAXUINT - 1)

/**
 * PlxProfile:
 *
 * What grouping knows of an article: its words and names with their weights, and its date. Immutable, counted by
 * reference, may be read from any thread.
 */
typedef struct _PlxProfile PlxProfile;

PlxProfile *plx_profile_new (PlxAnnotation *annotation);
PlxProfile *plx_profile_ref (PlxProfile *self);
void plx_profile_unref (PlxProfile *self);

GArray *plx_grouping_group (GPtrArray *annotations);
GArray *plx_grouping_assign (GPtrArray *profiles, const GArray *stories);
GPtrArray *plx_grouping_list_members (const GArray *stories);
double *plx_grouping_dup_centrality (GPtrArray *profiles);
char *plx_grouping_dup_title (GPtrArray *annotations, const GArray *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProfile, plx_profile_unref)

G_END_DECLS
