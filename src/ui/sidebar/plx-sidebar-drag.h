/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sidebar/plx-sidebar-row.h"
#include "ui/sidebar/plx-sidebar.h"

G_BEGIN_DECLS

void plx_sidebar_drag_add_to_row (PlxSidebarRow *row, PlxSidebar *sidebar);

G_END_DECLS
