/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"

G_BEGIN_DECLS

/**
 * PlxReportDetail:
 *
 * How much of a comparison a report holds; each level includes the one before.
 */
typedef enum
{
  PLX_REPORT_EXTRACT,
  PLX_REPORT_ANNOTATE,
  PLX_REPORT_COMPARE,
} PlxReportDetail;

char *plx_report_to_json (PlxComparison *comparison, PlxReportDetail detail);

G_END_DECLS
