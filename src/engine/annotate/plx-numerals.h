/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-token-view.h"

G_BEGIN_DECLS

/**
 * PlxNumeral:
 * @end: index of the token behind it
 * @value: its value, NAN when it is only a vague word
 * @vague: (nullable): "dozens", "hundreds of thousands" and the like
 * @in_words: whether it is written in words
 * @fraction: whether it is a part of one: "two-thirds"
 * @plain: whether it is four digits without a separator, as a year is
 * @metres: whether an "m" stands at the digits, which means either million or metre
 *
 * A number in a text.
 */
typedef struct
{
  guint end;
  double value;
  const char *vague;
  gboolean in_words;
  gboolean fraction;
  gboolean plain;
  gboolean metres;
} PlxNumeral;

gboolean plx_numerals_read (const PlxTokenView *view, guint paragraph, guint token, PlxNumeral *numeral);
gboolean plx_numerals_are_joined (const PlxTokenView *view, guint paragraph, guint token);

G_END_DECLS
