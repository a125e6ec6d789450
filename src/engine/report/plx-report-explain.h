/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-link.h"
#include "engine/report/plx-text-layout.h"

G_BEGIN_DECLS

/**
 * PlxReportError:
 * @PLX_REPORT_ERROR_NO_SENTENCE: an article does not have the sentence asked for, or it is not compared
 */
typedef enum
{
  PLX_REPORT_ERROR_NO_SENTENCE,
} PlxReportError;

#define PLX_REPORT_ERROR (plx_report_error_quark ())
GQuark plx_report_error_quark (void);

char *plx_report_explanation_to_text (GPtrArray *annotations, PlxEntities *entities, PlxSentenceRef left,
                                      PlxSentenceRef right, const PlxTextStyle *style, GError **error);

G_END_DECLS
