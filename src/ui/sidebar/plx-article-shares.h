/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/compare/plx-comparison.h"
#include "ui/widgets/plx-share-bar.h"

G_BEGIN_DECLS

gboolean plx_article_shares (PlxComparison *comparison, guint article, PlxShares *shares);

G_END_DECLS
