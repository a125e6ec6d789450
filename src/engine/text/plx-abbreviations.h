/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxAbbreviation:
 * @PLX_ABBREVIATION_NONE: not an abbreviation
 * @PLX_ABBREVIATION_INNER: something always follows in the same sentence: "Mr.", "e.g."
 * @PLX_ABBREVIATION_OPEN: may end a sentence or not: "U.S.", "Inc."
 * @PLX_ABBREVIATION_FINAL: ends a sentence when a capital follows, but for days and time zones: "a.m.", "etc."
 * @PLX_ABBREVIATION_NUMBERED: inside a sentence when a number follows: "No.", "p."
 * @PLX_ABBREVIATION_MONTH: inside a sentence when a number follows: "Jan."
 *
 * How a full stop behind an abbreviation behaves.
 */
typedef enum
{
  PLX_ABBREVIATION_NONE,
  PLX_ABBREVIATION_INNER,
  PLX_ABBREVIATION_OPEN,
  PLX_ABBREVIATION_FINAL,
  PLX_ABBREVIATION_NUMBERED,
  PLX_ABBREVIATION_MONTH,
} PlxAbbreviation;

PlxAbbreviation plx_abbreviations_find (const char *word, gsize length, const char *language);
gboolean plx_abbreviations_is_sentence_opener (const char *word, gsize length);

G_END_DECLS
