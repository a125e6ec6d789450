/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/annotate/plx-annotation.h"
#include "ui/compare/plx-compare-cell.h"

G_BEGIN_DECLS

/**
 * PlxNameGroup:
 *
 * The kinds of names that have a tint of their own and can be highlighted apart.
 */
typedef enum
{
  PLX_NAME_PEOPLE,
  PLX_NAME_ORGANISATIONS,
  PLX_NAME_PLACES,
  PLX_NAME_GROUPS,
  PLX_NAME_DATES,
} PlxNameGroup;

#define PLX_N_NAME_GROUPS 5

/**
 * PlxComparePalette:
 * @tints: background of names by #PlxNameGroup
 * @marks: stripe and overview by #PlxCellMark
 * @words: the label, likewise
 * @wording: underline of wording that differs
 * @current: outline of the current row
 * @band: connection of cells that say the same
 * @band_current: the same in the current row
 * @hatch: lines over missing cells
 * @quiet: words of lesser weight
 * @outline_names: whether names get a border as well, in high contrast
 *
 * The colours of the Compare view in one style.
 */
typedef struct
{
  GdkRGBA tints[PLX_N_NAME_GROUPS];
  GdkRGBA marks[4];
  GdkRGBA words[4];
  GdkRGBA wording;
  GdkRGBA current;
  GdkRGBA band;
  GdkRGBA band_current;
  GdkRGBA hatch;
  GdkRGBA quiet;
  gboolean outline_names;
} PlxComparePalette;

PlxNameGroup plx_name_group_of_type (PlxEntityType type);
const PlxComparePalette *plx_compare_palette_get (gboolean dark, gboolean high_contrast);
const PlxComparePalette *plx_compare_palette_get_current (void);

G_END_DECLS
