/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "marked-article.h"

static PlxEntityType
type_of (char mark)
{
  return mark == '='   ? PLX_ENTITY_ORG
         : mark == '@' ? PLX_ENTITY_PLACE
         : mark == '~' ? PLX_ENTITY_DATE
                       : PLX_ENTITY_PERSON;
}

/*
 * Reads an article, a paragraph a line, in which names stand in braces: {a person}, {=an organisation}, {@a place},
 * {~a date}. The names are added to @mentions.
 */
PlxArticle *
marked_article_read (const char *marked, GArray *mentions)
{
  PlxArticle *article = plx_article_new ();
  g_auto (GStrv) lines = g_strsplit (marked, "\n", -1);

  for (guint p = 0; lines[p] != NULL; p++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      PlxMention mention = { p + 1, { 0, 0 }, PLX_ENTITY_PERSON, PLX_QUANTITY_NONE };

      for (const char *c = lines[p]; *c != '\0'; c++)
        if (*c == '{')
          {
            mention.type = type_of (c[1]);
            mention.span.start = g_utf8_strlen (text->str, -1);
            if (mention.type != PLX_ENTITY_PERSON)
              c++;
          }
        else if (*c == '}')
          {
            mention.span.end = g_utf8_strlen (text->str, -1);
            g_array_append_val (mentions, mention);
          }
        else
          g_string_append_c (text, *c);
      plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text->str);
    }
  plx_article_freeze (article);

  return article;
}

/* The tokens of each paragraph, from the title. */
GPtrArray *
marked_article_split_tokens (PlxArticle *article)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint p = 0; p <= plx_article_get_n_paragraphs (article); p++)
    g_ptr_array_add (tokens, plx_tokens_split (plx_article_get_paragraph (article, p)->text));
  return tokens;
}
