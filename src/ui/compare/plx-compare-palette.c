/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-compare-view"

#include "config.h"

#include "ui/compare/plx-compare-palette.h"

#include <adwaita.h>

#define RGB(value)                                                                                                     \
  {                                                                                                                    \
    ((value) >> 16 & 0xff) / 255.0f, ((value) >> 8 & 0xff) / 255.0f, ((value)&0xff) / 255.0f, 1.0f                     \
  }
#define BLACK(alpha)                                                                                                   \
  {                                                                                                                    \
    0.0f, 0.0f, 0.0f, (alpha)                                                                                          \
  }
#define WHITE(alpha)                                                                                                   \
  {                                                                                                                    \
    1.0f, 1.0f, 1.0f, (alpha)                                                                                          \
  }

/* Text stays above 4.5:1 on every tint, labels on the view's background: a test proves it. */
static const PlxComparePalette palettes[2][2] = {
  {
      {
          .tints = { RGB (0xe6d5f5), RGB (0xcfe2fa), RGB (0xd2f1d6), RGB (0xd2f1d6), RGB (0xfbe5bf) },
          .marks = { RGB (0x99c1f1), RGB (0x9141ac), RGB (0xe5a50a), RGB (0xe01b24) },
          .words = { RGB (0x1a5fb4), RGB (0x813d9c), RGB (0x8a5a00), RGB (0xc01c28) },
          .wording = RGB (0x1c71d8),
          .current = RGB (0x3584e4),
          .band = { 0.21f, 0.52f, 0.89f, 0.20f },
          .band_current = { 0.21f, 0.52f, 0.89f, 0.42f },
          .hatch = BLACK (0.05f),
          .quiet = BLACK (0.58f),
      },
      {
          .tints = { RGB (0xe6d5f5), RGB (0xcfe2fa), RGB (0xd2f1d6), RGB (0xd2f1d6), RGB (0xfbe5bf) },
          .marks = { RGB (0x1a5fb4), RGB (0x613583), RGB (0x9c6400), RGB (0xa51d2d) },
          .words = { RGB (0x1a5fb4), RGB (0x613583), RGB (0x6b4400), RGB (0xa51d2d) },
          .wording = RGB (0x0b4a9e),
          .current = RGB (0x1a5fb4),
          .band = { 0.10f, 0.37f, 0.71f, 0.35f },
          .band_current = { 0.10f, 0.37f, 0.71f, 0.65f },
          .hatch = BLACK (0.14f),
          .quiet = BLACK (0.8f),
          .outline_names = TRUE,
      },
  },
  {
      {
          .tints = { RGB (0x4a3463), RGB (0x25446d), RGB (0x23512f), RGB (0x23512f), RGB (0x5c4416) },
          .marks = { RGB (0x3a6ea8), RGB (0xb06bd0), RGB (0xe5a50a), RGB (0xed333b) },
          .words = { RGB (0x99c1f1), RGB (0xcf9fe6), RGB (0xf5c211), RGB (0xff7b72) },
          .wording = RGB (0x78aeed),
          .current = RGB (0x3584e4),
          .band = { 0.21f, 0.52f, 0.89f, 0.24f },
          .band_current = { 0.21f, 0.52f, 0.89f, 0.50f },
          .hatch = WHITE (0.045f),
          .quiet = WHITE (0.64f),
      },
      {
          .tints = { RGB (0x4a3463), RGB (0x25446d), RGB (0x23512f), RGB (0x23512f), RGB (0x5c4416) },
          .marks = { RGB (0x62a0ea), RGB (0xdcb5ee), RGB (0xf8e45c), RGB (0xff8a82) },
          .words = { RGB (0x99c1f1), RGB (0xdcb5ee), RGB (0xf8e45c), RGB (0xffa29b) },
          .wording = RGB (0xa8ccf5),
          .current = RGB (0x78aeed),
          .band = { 0.38f, 0.63f, 0.92f, 0.40f },
          .band_current = { 0.38f, 0.63f, 0.92f, 0.70f },
          .hatch = WHITE (0.13f),
          .quiet = WHITE (0.85f),
          .outline_names = TRUE,
      },
  },
};

/**
 * plx_name_group_of_type:
 * @type: type of an entity
 *
 * Returns: the group whose tint and switch it has; events go with groups, quantities with dates
 */
PlxNameGroup
plx_name_group_of_type (PlxEntityType type)
{
  switch (type)
    {
    case PLX_ENTITY_PERSON:
      return PLX_NAME_PEOPLE;
    case PLX_ENTITY_ORG:
      return PLX_NAME_ORGANISATIONS;
    case PLX_ENTITY_PLACE:
      return PLX_NAME_PLACES;
    case PLX_ENTITY_GROUP:
    case PLX_ENTITY_EVENT:
      return PLX_NAME_GROUPS;
    case PLX_ENTITY_DATE:
    case PLX_ENTITY_QUANTITY:
      return PLX_NAME_DATES;
    default:
      g_return_val_if_reached (PLX_NAME_GROUPS);
    }
}

/**
 * plx_compare_palette_get:
 * @dark: whether the style is dark
 * @high_contrast: whether it is one of high contrast
 *
 * Returns: (transfer none): the colours
 */
const PlxComparePalette *
plx_compare_palette_get (gboolean dark, gboolean high_contrast)
{
  return &palettes[dark ? 1 : 0][high_contrast ? 1 : 0];
}

/**
 * plx_compare_palette_get_current:
 *
 * Returns: (transfer none): the colours of the style in use
 */
const PlxComparePalette *
plx_compare_palette_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return plx_compare_palette_get (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
}
