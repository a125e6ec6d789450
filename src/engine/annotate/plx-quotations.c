/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-quotations.h"

static void
quotation_clear (PlxQuotation *quotation)
{
  g_free (quotation->cue);
}

/**
 * plx_quotations_find:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @mentions: (element-type PlxMention): its mentions
 *
 * Returns: (transfer full) (element-type PlxQuotation): direct quotations in order
 */
GArray *
plx_quotations_find (PlxArticle *article, GPtrArray *tokens, const GArray *mentions)
{
  GArray *quotations = g_array_new (FALSE, FALSE, sizeof (PlxQuotation));

  (void)mentions;
  g_array_set_clear_func (quotations, (GDestroyNotify)quotation_clear);
  for (guint p = 1; p < tokens->len; p++)
    {
      const char *text = plx_article_get_paragraph (article, p)->text;
      guint offset = 0, start = 0;

      for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), offset++)
        {
          gunichar mark = g_utf8_get_char (c);

          if (mark == 0x201c || (mark == '"' && start == 0))
            start = offset + 1;
          else if ((mark == 0x201d || mark == '"') && start > 0)
            {
              PlxQuotation quotation = { quotations->len, p, { start, offset }, -1, NULL, -1 };

              g_array_append_val (quotations, quotation);
              start = 0;
            }
        }
    }

  return quotations;
}
