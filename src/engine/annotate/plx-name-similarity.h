/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxSpelling:
 * @PLX_SPELLING_DIFFERENT: two names
 * @PLX_SPELLING_SLIP: one letter apart, as by a slip of the keyboard: the same name only if something else says so
 * @PLX_SPELLING_VARIANT: two ways of writing one name
 * @PLX_SPELLING_SAME: equal but for case, diacritics and marks
 */
typedef enum
{
  PLX_SPELLING_DIFFERENT,
  PLX_SPELLING_SLIP,
  PLX_SPELLING_VARIANT,
  PLX_SPELLING_SAME,
} PlxSpelling;

char *plx_name_simplify (const char *folded);
char *plx_name_skeleton (const char *simple);
PlxSpelling plx_name_compare_spelling (const char *folded_a, const char *folded_b);
gboolean plx_name_is_short_form (const char *folded_a, const char *folded_b);

G_END_DECLS
