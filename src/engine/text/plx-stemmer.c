/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-stemmer.h"

#include <libstemmer.h>
#include <string.h>

struct _PlxStemmer
{
  struct sb_stemmer *snowball;
};

/**
 * plx_stemmer_new:
 * @language: (nullable): BCP 47 tag; a language without a stemmer keeps its words whole
 *
 * A stemmer belongs to one thread.
 *
 * Returns: (transfer full): a new stemmer
 */
PlxStemmer *
plx_stemmer_new (const char *language)
{
  PlxStemmer *self = g_new0 (PlxStemmer, 1);
  g_autofree char *primary =
      g_strndup (language != NULL ? language : "en", strcspn (language != NULL ? language : "en", "-_"));

  self->snowball = sb_stemmer_new (primary, "UTF_8");

  return self;
}

void
plx_stemmer_free (PlxStemmer *self)
{
  if (self->snowball != NULL)
    sb_stemmer_delete (self->snowball);
  g_free (self);
}

/**
 * plx_stemmer_stem:
 * @self: a stemmer
 * @folded_word: a word as plx_normalize_fold() gives it
 *
 * Returns: (transfer none): the word's stem (Snowball; Porter 1980), valid until the next call
 */
const char *
plx_stemmer_stem (PlxStemmer *self, const char *folded_word)
{
  if (self->snowball == NULL)
    return folded_word;

  const sb_symbol *stem = sb_stemmer_stem (self->snowball, (const sb_symbol *)folded_word, strlen (folded_word));

  return stem != NULL ? (const char *)stem : folded_word;
}
