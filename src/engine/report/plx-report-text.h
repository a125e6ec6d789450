/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-rows.h"
#include "engine/report/plx-text-layout.h"

G_BEGIN_DECLS

char *plx_report_articles_to_text (GPtrArray *articles, const PlxTextStyle *style);
char *plx_report_annotations_to_text (GPtrArray *annotations, PlxEntities *entities, const PlxTextStyle *style);
char *plx_report_stories_to_text (GPtrArray *annotations, const GArray *stories, const PlxTextStyle *style);
char *plx_report_rows_to_text (const PlxRows *rows, const PlxTextStyle *style);

G_END_DECLS
