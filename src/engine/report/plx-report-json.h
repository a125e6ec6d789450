/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"

G_BEGIN_DECLS

char *plx_report_articles_to_json (GPtrArray *articles);
char *plx_report_annotations_to_json (GPtrArray *annotations, PlxEntities *entities);
char *plx_report_to_json (PlxComparison *comparison);
char *plx_report_stories_to_json (GPtrArray *annotations, const GArray *stories);

G_END_DECLS
