/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"

G_BEGIN_DECLS

GArray *plx_grouping_group (GPtrArray *annotations);
char *plx_grouping_dup_title (GPtrArray *annotations, const GArray *members);

G_END_DECLS
