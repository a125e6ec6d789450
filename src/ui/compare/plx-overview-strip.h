/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/plx-compare-grid.h"

G_BEGIN_DECLS

#define PLX_TYPE_OVERVIEW_STRIP (plx_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlxOverviewStrip, plx_overview_strip, PLX, OVERVIEW_STRIP, GtkWidget)

GtkWidget *plx_overview_strip_new (PlxCompareGrid *grid);

G_END_DECLS
