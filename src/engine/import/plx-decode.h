/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plx_decode_believe (char **encoding, const char *declared);
char *plx_decode_convert (const char *data, gsize length, const char *encoding);
char *plx_decode_detect (const char *data, gsize length, gsize *bom_length);
char *plx_decode (GBytes *bytes, const char *declared, char **encoding, GError **error);
char *plx_decode_normalize (const char *text);

G_END_DECLS
