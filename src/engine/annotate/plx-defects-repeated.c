/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects-private.h"

/* Shorter ones may be meant: a refrain, a caption, a heading. */
#define PARAGRAPH_MIN_LETTERS 60u
#define SENTENCE_MIN_LETTERS  80u

/* Letters and digits alone, in lower case, so that only the words count; NULL when there are fewer than @least. */
static char *
dup_letters (const PlxDefectText *text, PlxSpan span, guint least)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  guint n = 0;

  for (guint i = span.start; i < span.end && i < text->n; i++)
    if (g_unichar_isalnum (text->chars[i]))
      {
        g_string_append_unichar (letters, g_unichar_tolower (text->chars[i]));
        n++;
      }

  return n >= least ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

/**
 * plx_defects_find_repeated:
 * @texts: the paragraphs
 * @n: how many
 * @defects: takes what stands twice; the later place is the damage, the earlier the other end
 */
void
plx_defects_find_repeated (const PlxDefectText *texts, guint n, GArray *defects)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const PlxParagraph *paragraph = texts[i].paragraph;
      const PlxSpan whole = { 0, texts[i].n };
      g_autofree char *letters = NULL;
      guint first;

      if (paragraph->kind != PLX_PARAGRAPH_TEXT)
        continue;
      letters = dup_letters (&texts[i], whole, PARAGRAPH_MIN_LETTERS);
      if (letters == NULL)
        continue;
      first = GPOINTER_TO_UINT (g_hash_table_lookup (seen, letters));
      if (first != 0)
        {
          plx_defects_add (defects, PLX_DEFECT_REPEATED, paragraph->number, 0, texts[i].n, first);
          continue;
        }
      g_hash_table_insert (seen, g_steal_pointer (&letters), GUINT_TO_POINTER (paragraph->number));
      if (paragraph->sentences->len < 2)
        continue;
      for (guint k = 0; k < paragraph->sentences->len; k++)
        {
          const PlxSpan span = g_array_index (paragraph->sentences, PlxSpan, k);
          g_autofree char *sentence = dup_letters (&texts[i], span, SENTENCE_MIN_LETTERS);

          if (sentence == NULL)
            continue;
          first = GPOINTER_TO_UINT (g_hash_table_lookup (seen, sentence));
          if (first != 0)
            plx_defects_add (defects, PLX_DEFECT_REPEATED, paragraph->number, span.start, span.end, first);
          else
            g_hash_table_insert (seen, g_steal_pointer (&sentence), GUINT_TO_POINTER (paragraph->number));
        }
    }
}
