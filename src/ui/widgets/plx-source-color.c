/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-widgets"

#include "config.h"

#include "ui/widgets/plx-source-color.h"

/* Each reaches 3:1 against its background (WCAG 2.1, 1.4.11), light ones on white, dark ones on #242424. */
static const guint32 light_palette[PLX_N_SOURCE_COLORS] = { 0xc01c28, 0x1a5fb4, 0x1f8a58, 0x813d9c,
                                                            0xc64600, 0x0e7c86, 0x865e3c, 0xb8397d };
static const guint32 dark_palette[PLX_N_SOURCE_COLORS] = { 0xf66151, 0x62a0ea, 0x57e389, 0xc77dde,
                                                           0xffa348, 0x4fd2dc, 0xcdab8f, 0xf48fc4 };

/**
 * plx_source_color_of_name:
 * @source: (nullable): name of a source
 *
 * Gives a source the same colour in every session: FNV-1a (Fowler, Noll, Vo) over the case-folded name.
 *
 * Returns: a colour, less than %PLX_N_SOURCE_COLORS
 */
guint
plx_source_color_of_name (const char *source)
{
  g_autofree char *folded = g_utf8_casefold (source != NULL ? source : "", -1);
  guint32 hash = 2166136261u;

  for (const char *byte = folded; *byte != '\0'; byte++)
    hash = (hash ^ (guchar)*byte) * 16777619u;

  /* The low bits of FNV are its weakest: fold the high ones in. */
  return (hash ^ hash >> 16) % PLX_N_SOURCE_COLORS;
}

/**
 * plx_source_colors_assign:
 * @sources: (array length=n_sources): names of sources that are shown together; %NULL where it is not known
 * @n_sources: how many
 * @colors: (out caller-allocates) (array length=n_sources): the colours
 *
 * Gives each source its own colour where that is free and the next free one where an earlier source has it. The same
 * name gets the same colour; with more than %PLX_N_SOURCE_COLORS names colours repeat.
 */
void
plx_source_colors_assign (const char *const *sources, guint n_sources, guint *colors)
{
  guint used = 0;
  guint n_used = 0;

  for (guint i = 0; i < n_sources; i++)
    {
      guint same = 0;

      while (same < i && (sources[i] == NULL || g_strcmp0 (sources[same], sources[i]) != 0))
        same++;
      if (same < i)
        {
          colors[i] = colors[same];
          continue;
        }

      colors[i] = plx_source_color_of_name (sources[i]);
      while (n_used < PLX_N_SOURCE_COLORS && used & 1u << colors[i])
        colors[i] = (colors[i] + 1) % PLX_N_SOURCE_COLORS;
      if (!(used & 1u << colors[i]))
        n_used++;
      used |= 1u << colors[i];
    }
}

/**
 * plx_source_color_get:
 * @color: a colour, less than %PLX_N_SOURCE_COLORS
 * @dark: whether it stands on a dark background
 * @rgba: (out): the colour
 */
void
plx_source_color_get (guint color, gboolean dark, GdkRGBA *rgba)
{
  guint32 value = (dark ? dark_palette : light_palette)[color % PLX_N_SOURCE_COLORS];

  *rgba = (GdkRGBA){ (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f, (value & 0xff) / 255.0f, 1.0f };
}
