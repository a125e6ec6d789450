/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-sentences.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/**
 * plx_sentences_split:
 * @text: UTF-8 of one paragraph
 * @language: (nullable): BCP 47 tag
 *
 * Finds the sentences of a paragraph by the sentence boundaries of Unicode Standard Annex 29.
 *
 * Returns: (transfer full) (element-type PlxSpan): spans in order, in code points, without the white space around them
 */
GArray *
plx_sentences_split (const char *text, const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;

  utext_openUTF8 (&utext, text, -1, &status);
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, language != NULL ? language : "en", NULL, 0, &status);
  ubrk_setUText (iterator, &utext, &status);

  if (U_SUCCESS (status))
    {
      const char *cursor = text;
      guint offset = 0;

      for (int32_t to = ubrk_next (iterator); to != UBRK_DONE; to = ubrk_next (iterator))
        {
          const char *end = text + to;
          PlxSpan span;

          while (cursor < end && g_unichar_isspace (g_utf8_get_char (cursor)))
            {
              cursor = g_utf8_next_char (cursor);
              offset++;
            }
          if (cursor >= end)
            continue;

          span.start = offset;
          span.end = offset;
          for (; cursor < end; cursor = g_utf8_next_char (cursor))
            {
              offset++;
              if (!g_unichar_isspace (g_utf8_get_char (cursor)))
                span.end = offset;
            }
          g_array_append_val (sentences, span);
        }
    }

  ubrk_close (iterator);
  utext_close (&utext);

  return sentences;
}
