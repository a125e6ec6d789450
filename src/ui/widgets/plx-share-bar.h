/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlxShares:
 * @shared: of an article's text, how much another compared article has in the same words, 0 to 1
 * @reworded: how much another has in other words, wholly or in part
 * @only_here: how much no other has
 *
 * How an article's text divides among what the compared articles have of it. Sums to 1, or all 0 when not known.
 */
typedef struct
{
  double shared;
  double reworded;
  double only_here;
} PlxShares;

#define PLX_TYPE_SHARE_BAR (plx_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxShareBar, plx_share_bar, PLX, SHARE_BAR, GtkWidget)

void plx_share_bar_set_shares (PlxShareBar *self, const PlxShares *shares);
char *plx_shares_dup_description (const PlxShares *shares);

G_END_DECLS
