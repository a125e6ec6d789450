/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-figures.h"

#include <math.h>

static void
figure_clear (PlxFigure *figure)
{
  g_free (figure->hedge);
  g_free (figure->unit);
}

/**
 * plx_figures_find:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @mentions: (element-type PlxMention): its mentions
 *
 * Returns: (transfer full) (element-type PlxFigure): figures in order
 */
GArray *
plx_figures_find (PlxArticle *article, GPtrArray *tokens, const GArray *mentions)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (PlxFigure));

  (void)mentions;
  g_array_set_clear_func (figures, (GDestroyNotify)figure_clear);
  for (guint p = 0; p < tokens->len; p++)
    {
      const GArray *line = g_ptr_array_index (tokens, p);
      const char *text = plx_article_get_paragraph (article, p)->text;

      for (guint i = 0; i < line->len; i++)
        {
          const PlxToken *token = &g_array_index (line, PlxToken, i);

          if (token->kind == PLX_TOKEN_NUMBER)
            {
              PlxFigure figure = {
                p, token->span, g_ascii_strtod (text + token->byte_start, NULL), NAN, NAN, NULL, NULL
              };

              g_array_append_val (figures, figure);
            }
        }
    }

  return figures;
}
