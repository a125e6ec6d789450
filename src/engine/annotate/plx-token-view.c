/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-token-view.h"

/**
 * plx_token_view_new:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @mentions: (element-type PlxMention): its mentions, in order
 * @stretches: (element-type PlxQuotedStretch): what stands between quotation marks, in order
 *
 * The view borrows what it is made of.
 *
 * Returns: (transfer full): a new view
 */
PlxTokenView *
plx_token_view_new (PlxArticle *article, GPtrArray *tokens, const GArray *mentions, const GArray *stretches)
{
  PlxTokenView *self = g_new0 (PlxTokenView, 1);
  guint m = 0, s = 0;

  self->article = article;
  self->tokens = tokens;
  self->mentions = mentions;
  self->mention_of = g_ptr_array_new_with_free_func (g_free);
  self->quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint p = 0; p < tokens->len; p++)
    {
      const GArray *line = g_ptr_array_index (tokens, p);
      int *mention_of = g_new (int, line->len + 1);
      guint8 *quoted = g_new0 (guint8, line->len + 1);

      while (m < mentions->len && g_array_index (mentions, PlxMention, m).paragraph < p)
        m++;
      while (s < stretches->len && g_array_index (stretches, PlxQuotedStretch, s).paragraph < p)
        s++;
      for (guint i = 0; i < line->len; i++)
        {
          PlxSpan span = g_array_index (line, PlxToken, i).span;

          while (m < mentions->len && g_array_index (mentions, PlxMention, m).paragraph == p
                 && g_array_index (mentions, PlxMention, m).span.end <= span.start)
            m++;
          while (s < stretches->len && g_array_index (stretches, PlxQuotedStretch, s).paragraph == p
                 && g_array_index (stretches, PlxQuotedStretch, s).span.end <= span.start)
            s++;
          mention_of[i] = m < mentions->len && g_array_index (mentions, PlxMention, m).paragraph == p
                                  && plx_span_overlaps (g_array_index (mentions, PlxMention, m).span, span)
                              ? (int)m
                              : -1;
          quoted[i] = s < stretches->len && g_array_index (stretches, PlxQuotedStretch, s).paragraph == p
                      && plx_span_overlaps (g_array_index (stretches, PlxQuotedStretch, s).span, span);
        }
      g_ptr_array_add (self->mention_of, mention_of);
      g_ptr_array_add (self->quoted, quoted);
    }

  return self;
}

void
plx_token_view_free (PlxTokenView *self)
{
  g_ptr_array_unref (self->mention_of);
  g_ptr_array_unref (self->quoted);
  g_free (self);
}

/**
 * plx_token_view_count:
 * @self: a view
 * @paragraph: number of a paragraph
 *
 * Returns: how many tokens the paragraph has
 */
guint
plx_token_view_count (const PlxTokenView *self, guint paragraph)
{
  return ((const GArray *)g_ptr_array_index (self->tokens, paragraph))->len;
}

/**
 * plx_token_view_get:
 * @self: a view
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens
 *
 * Returns: (transfer none): the token
 */
const PlxToken *
plx_token_view_get (const PlxTokenView *self, guint paragraph, guint token)
{
  return &g_array_index ((const GArray *)g_ptr_array_index (self->tokens, paragraph), PlxToken, token);
}

/**
 * plx_token_view_mention:
 * @self: a view
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens
 *
 * Returns: index of the mention the token is part of, or -1
 */
int
plx_token_view_mention (const PlxTokenView *self, guint paragraph, guint token)
{
  return ((const int *)g_ptr_array_index (self->mention_of, paragraph))[token];
}

gboolean
plx_token_view_is_quoted (const PlxTokenView *self, guint paragraph, guint token)
{
  return ((const guint8 *)g_ptr_array_index (self->quoted, paragraph))[token];
}

/**
 * plx_token_view_word:
 * @self: a view
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens
 * @buffer: where to put the word
 *
 * Returns: @buffer: the token in lower case, cut off where it is longer than any word of a list
 */
const char *
plx_token_view_word (const PlxTokenView *self, guint paragraph, guint token, char buffer[PLX_WORD_SIZE])
{
  const PlxToken *at = plx_token_view_get (self, paragraph, token);
  const char *text = plx_article_get_paragraph (self->article, paragraph)->text;
  gsize n = 0;

  for (const char *p = text + at->byte_start; p < text + at->byte_end && n + 7 < PLX_WORD_SIZE;)
    {
      gunichar c;

      if ((guchar)*p < 0x80)
        {
          buffer[n++] = g_ascii_tolower (*p++);
          continue;
        }
      c = g_unichar_tolower (g_utf8_get_char (p));
      n += g_unichar_to_utf8 (c == 0x2019 ? '\'' : c, buffer + n);
      p = g_utf8_next_char (p);
    }
  buffer[n] = '\0';

  return buffer;
}

/**
 * plx_token_view_char:
 * @self: a view
 * @paragraph: number of a paragraph
 * @token: index of one of its tokens
 *
 * Returns: the token's first character
 */
gunichar
plx_token_view_char (const PlxTokenView *self, guint paragraph, guint token)
{
  return g_utf8_get_char (plx_article_get_paragraph (self->article, paragraph)->text
                          + plx_token_view_get (self, paragraph, token)->byte_start);
}

/**
 * plx_token_view_find:
 * @self: a view
 * @paragraph: number of a paragraph
 * @offset: code points into its text
 *
 * Returns: index of the first token that ends behind @offset; the number of tokens when there is none
 */
guint
plx_token_view_find (const PlxTokenView *self, guint paragraph, guint offset)
{
  guint low = 0, high = plx_token_view_count (self, paragraph);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (plx_token_view_get (self, paragraph, middle)->span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * plx_token_view_mention_start:
 * @self: a view
 * @paragraph: number of a paragraph
 * @token: index of a token that is part of a mention
 *
 * Returns: index of the mention's first token
 */
guint
plx_token_view_mention_start (const PlxTokenView *self, guint paragraph, guint token)
{
  int mention = plx_token_view_mention (self, paragraph, token);

  while (token > 0 && plx_token_view_mention (self, paragraph, token - 1) == mention)
    token--;
  return token;
}
