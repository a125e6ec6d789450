/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-numerals.h"

#include <string.h>

G_BEGIN_DECLS

/**
 * PlxFigureAmount:
 * @first: its first token
 * @numeral: the number, the lower one of a range
 * @high: the higher one of a range
 * @range: whether it is a range
 * @currency: (nullable): ISO 4217 code by the sign before it
 * @end: index of the token behind it
 *
 * A number with the sign of its currency; for a range, its second number as well.
 */
typedef struct
{
  guint first;
  PlxNumeral numeral;
  double high;
  gboolean range;
  const char *currency;
  guint end;
} PlxFigureAmount;

gboolean plx_figure_amount_read (const PlxTokenView *view, guint paragraph, guint token, gboolean allow_range,
                                 PlxFigureAmount *amount);
char *plx_figure_amount_read_percent (const PlxTokenView *view, guint paragraph, guint *end);
char *plx_figure_amount_read_currency (const PlxTokenView *view, guint paragraph, guint first, gboolean vague,
                                       guint *end);

const char *plx_figure_hedge_before (const PlxTokenView *view, guint paragraph, guint first, guint *start,
                                     gboolean *hedged);
const char *plx_figure_hedge_behind (const PlxTokenView *view, guint paragraph, guint end, guint *behind);

/* Tokens beyond the end read as nothing. */

static inline guint
plx_figure_count (const PlxTokenView *view, guint p)
{
  return plx_token_view_count (view, p);
}

static inline const char *
plx_figure_word (const PlxTokenView *view, guint p, guint i, char buffer[PLX_WORD_SIZE])
{
  if (i >= plx_figure_count (view, p))
    {
      buffer[0] = '\0';
      return buffer;
    }
  return plx_token_view_word (view, p, i, buffer);
}

static inline gunichar
plx_figure_char (const PlxTokenView *view, guint p, guint i)
{
  return i < plx_figure_count (view, p) ? plx_token_view_char (view, p, i) : 0;
}

static inline gboolean
plx_figure_joined (const PlxTokenView *view, guint p, guint i)
{
  return i > 0 && i < plx_figure_count (view, p) && plx_numerals_are_joined (view, p, i);
}

static inline gboolean
plx_figure_is_number (const PlxTokenView *view, guint p, guint i)
{
  return i < plx_figure_count (view, p) && plx_token_view_get (view, p, i)->kind == PLX_TOKEN_NUMBER;
}

static inline gboolean
plx_figure_is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

G_END_DECLS
