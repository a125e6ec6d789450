/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSpan:
 * @start: first code point
 * @end: one past the last code point
 *
 * A stretch of a paragraph's text, counted in Unicode code points.
 */
typedef struct
{
  guint start;
  guint end;
} PlxSpan;

static inline gboolean
plx_span_overlaps (PlxSpan a, PlxSpan b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
