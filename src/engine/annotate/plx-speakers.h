/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-token-view.h"

G_BEGIN_DECLS

void plx_speakers_attribute (const PlxTokenView *view, GArray *quotations);

G_END_DECLS
