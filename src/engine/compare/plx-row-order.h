/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-passages.h"

G_BEGIN_DECLS

GArray *plx_row_order_find (PlxPassages *passages);

G_END_DECLS
