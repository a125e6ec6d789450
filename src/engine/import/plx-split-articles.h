/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-text-line.h"

G_BEGIN_DECLS

GArray *plx_split_articles (GPtrArray *lines);

G_END_DECLS
