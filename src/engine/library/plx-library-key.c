/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "engine/library/plx-library-key.h"

#include "engine/text/plx-normalize.h"

/**
 * plx_library_dup_key:
 * @article: a frozen article
 *
 * What tells an article from any other: its source and the words of its title and text. The same text from another
 * source has another key.
 *
 * Returns: (transfer full): a SHA-256 digest in hexadecimal
 */
char *
plx_library_dup_key (PlxArticle *article)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *source = plx_article_get_source (article);

  g_checksum_update (checksum, (const guchar *)(source != NULL ? source : ""), -1);
  for (guint p = 0; p <= plx_article_get_n_paragraphs (article); p++)
    {
      g_autofree char *text = plx_normalize_fold (plx_article_get_paragraph (article, p)->text, -1);

      g_checksum_update (checksum, (const guchar *)"\n", 1);
      g_checksum_update (checksum, (const guchar *)text, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}
