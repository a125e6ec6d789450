/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double plx_background_get_idf (const char *stem);

G_END_DECLS
