/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxStemmer PlxStemmer;

PlxStemmer *plx_stemmer_new (const char *language);
void plx_stemmer_free (PlxStemmer *self);
const char *plx_stemmer_stem (PlxStemmer *self, const char *folded_word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStemmer, plx_stemmer_free)

G_END_DECLS
