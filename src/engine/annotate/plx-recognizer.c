/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-recognizer.h"

/**
 * plx_recognizer_find_mentions:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 *
 * Returns: (transfer full) (element-type PlxMention): mentions sorted by paragraph and start, none overlapping
 */
GArray *
plx_recognizer_find_mentions (PlxArticle *article, GPtrArray *tokens)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));

  for (guint p = 0; p < tokens->len; p++)
    {
      const GArray *line = g_ptr_array_index (tokens, p);
      const char *text = plx_article_get_paragraph (article, p)->text;

      for (guint i = 1; i < line->len; i++)
        {
          const PlxToken *token = &g_array_index (line, PlxToken, i);
          PlxMention mention = { p, token->span, PLX_ENTITY_PERSON, PLX_QUANTITY_NONE };

          if (token->kind != PLX_TOKEN_WORD || !g_unichar_isupper (g_utf8_get_char (text + token->byte_start)))
            continue;
          while (i + 1 < line->len && g_array_index (line, PlxToken, i + 1).kind == PLX_TOKEN_WORD
                 && g_unichar_isupper (g_utf8_get_char (text + g_array_index (line, PlxToken, i + 1).byte_start)))
            mention.span.end = g_array_index (line, PlxToken, ++i).span.end;
          g_array_append_val (mentions, mention);
        }
    }

  return mentions;
}
