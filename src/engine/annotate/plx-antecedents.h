/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-token-view.h"

G_BEGIN_DECLS

typedef struct _PlxAntecedents PlxAntecedents;

PlxAntecedents *plx_antecedents_new (const PlxTokenView *view);
void plx_antecedents_free (PlxAntecedents *self);
gboolean plx_antecedents_is_pronoun (const char *word);
gboolean plx_antecedents_is_role (const char *word);
gboolean plx_antecedents_is_body (const char *word);
int plx_antecedents_find_pronoun (const PlxAntecedents *self, const char *word, guint paragraph, guint token,
                                  int last_speaker);
int plx_antecedents_find_role (const PlxAntecedents *self, const char *role, guint paragraph, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAntecedents, plx_antecedents_free)

G_END_DECLS
