/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *plx_language_guess (const char *text, gssize length);

G_END_DECLS
