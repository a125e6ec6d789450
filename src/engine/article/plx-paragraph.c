/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/article/plx-paragraph.h"

/**
 * plx_paragraph_kind_to_string:
 * @kind: a kind
 *
 * Returns: the kind's name in the JSON, never translated
 */
const char *
plx_paragraph_kind_to_string (PlxParagraphKind kind)
{
  switch (kind)
    {
    case PLX_PARAGRAPH_HEADING:
      return "heading";
    case PLX_PARAGRAPH_CAPTION:
      return "caption";
    case PLX_PARAGRAPH_LIST:
      return "list";
    case PLX_PARAGRAPH_QUOTE:
      return "quote";
    case PLX_PARAGRAPH_TITLE:
      return "title";
    case PLX_PARAGRAPH_TEXT:
    default:
      return "text";
    }
}

/**
 * plx_paragraph_dup_text:
 * @paragraph: a paragraph
 * @span: code points of its text, within bounds
 *
 * Returns: (transfer full): a copy of the span's text
 */
char *
plx_paragraph_dup_text (const PlxParagraph *paragraph, PlxSpan span)
{
  g_return_val_if_fail (span.start <= span.end && span.end <= paragraph->n_chars, NULL);

  const char *start = g_utf8_offset_to_pointer (paragraph->text, span.start);
  const char *end = g_utf8_offset_to_pointer (start, span.end - span.start);

  return g_strndup (start, end - start);
}
