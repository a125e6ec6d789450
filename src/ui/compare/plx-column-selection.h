/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/plx-compare-column.h"

G_BEGIN_DECLS

void plx_column_selection_init (PlxCompareColumn *column);
void plx_column_selection_realized (PlxCompareColumn *column);
void plx_column_selection_unrealizing (PlxCompareColumn *column);

G_END_DECLS
