/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/compare/plx-comparison.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_CARD (plx_name_card_get_type ())
G_DECLARE_FINAL_TYPE (PlxNameCard, plx_name_card, PLX, NAME_CARD, GtkWidget)

GtkWidget *plx_name_card_new (void);
void plx_name_card_set_entity (PlxNameCard *self, PlxComparison *comparison, guint entity, const guint *articles,
                               guint n_articles);
const char *plx_name_card_get_text (PlxNameCard *self);

G_END_DECLS
