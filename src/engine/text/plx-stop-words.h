/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plx_stop_words_contain (const char *folded_word);
gboolean plx_stop_words_open_phrase (const char *folded_word);
gboolean plx_stop_words_are_light (const char *folded_word);

G_END_DECLS
