/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-annotation.h"

G_BEGIN_DECLS

/**
 * PlxDefectText:
 * @paragraph: the paragraph
 * @chars: its text as code points
 * @n: how many
 *
 * A paragraph as the finders of damage look at it. The title, paragraph 0, is not among them.
 */
typedef struct
{
  const PlxParagraph *paragraph;
  gunichar *chars;
  guint n;
} PlxDefectText;

void plx_defects_add (GArray *defects, PlxDefectKind kind, guint paragraph, guint start, guint end, guint other);
void plx_defects_find_breaks (const PlxDefectText *texts, guint n, GArray *defects);
void plx_defects_find_encoding (const PlxDefectText *text, GArray *defects);
void plx_defects_find_quotes (const PlxDefectText *texts, guint n, GArray *defects);
void plx_defects_find_repeated (const PlxDefectText *texts, guint n, GArray *defects);

G_END_DECLS
