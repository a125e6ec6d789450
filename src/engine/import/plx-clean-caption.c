/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-clean-caption.h"

/**
 * plx_clean_is_caption:
 * @line: a line
 *
 * Whether a line is a picture's caption or credit, told by the credit: "(Photo/Agency)", "Photo: …", "… Getty Images".
 *
 * Returns: whether it is
 */
gboolean
plx_clean_is_caption (const PlxTextLine *line)
{
  static gsize once;
  static GRegex *regex;

  if (line->n_words > 80 || line->n_chars > 600)
    return FALSE;
  if (g_once_init_enter (&once))
    {
      regex = g_regex_new (
          "[(\\[](?:(?:file |stock "
          ")?(?:photo|image|picture|credit|photograph|foto|bild|фото|archivbild|illustration)s?\\b"
          "[^()\\[\\]]{0,80}|[^()\\[\\]]{1,60}/(?:reuters|afp|ap|getty(?: "
          "images)?|epa|dpa|tass|xinhua|anadolu|efe|ansa|pti|ap photo|pa)"
          "[^()\\[\\]]{0,30}|(?:reuters|afp|getty images|epa|ap photo)[^()\\[\\]]{0,60})[)\\]]\\.?$"
          "|^(?:photo|image|picture|photograph|photo credit|image credit|image source|picture credit|photo by|image by|"
          "foto|bild|bildquelle|photo courtesy|file photo|фото|ілюстрація|caption|photograph by)\\s?:.{1,300}$"
          "|^(?:file photo|file image|photo by|getty images|ap photo)\\b.{0,200}$"
          "|\\b(?:photo|image|picture|photograph|credit|foto|фото)s?\\s?(?:by|credit|courtesy)?\\s?:\\s?[^.!?]{2,60}$"
          "|\\b(?:getty images|/reuters|/afp|/ap|/epa|via ap|via getty images|ap "
          "photo/[^.]{2,40}|reuters/[^.]{2,40})\\)?$",
          G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return g_regex_match (regex, line->text, 0, NULL);
}
