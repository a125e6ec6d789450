/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"
#include "engine/report/plx-text-layout.h"

G_BEGIN_DECLS

/* The words and looks that the text reports share. */
char *plx_report_dup_origin (PlxArticle *article);
char *plx_report_dup_place (guint paragraph);
char *plx_report_dup_defect (const PlxDefect *defect);
char *plx_report_dup_removed (PlxArticle *article);
const char *plx_report_removal_reason (PlxRemovalReason reason);
const char *plx_report_entity_type (PlxEntityType type);
guint plx_report_entity_look (PlxEntityType type);
void plx_report_print_heading (GString *out, const char *text, const PlxTextStyle *style);

G_END_DECLS
