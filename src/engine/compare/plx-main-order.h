/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plx_main_order_mark_moved (GPtrArray *links);

G_END_DECLS
