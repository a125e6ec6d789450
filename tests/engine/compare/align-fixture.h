/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-align.h"
#include "engine/compare/plx-statement.h"

/* Invented reports of one invented event, and one of something else; a paragraph a string, NULL at the end. */
extern const char *const fixture_harbour_gazette[];
extern const char *const fixture_coast_radio[];
extern const char *const fixture_inland_post[];
extern const char *const fixture_chess[];

/* What the articles, as given, make: everything up to the statements. */
typedef struct
{
  GPtrArray *annotations;
  PlxEntities *entities;
  PlxAligner *aligner;
  GPtrArray *pairs;
  GPtrArray *statements;
} Fixture;

Fixture *fixture_new (const char *const *const *articles, guint n_articles);
void fixture_free (Fixture *self);
const PlxPair *fixture_get_pair (const Fixture *self, guint left, guint right);
const PlxLink *fixture_find_link (const PlxPair *pair, guint left, guint right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
