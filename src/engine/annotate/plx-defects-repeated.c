/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects-private.h"

/* Shorter ones may be meant: a refrain, a caption, a heading. */
#define PARAGRAPH_MIN_LETTERS 60u
#define SENTENCE_MIN_LETTERS  80u

/* What stands more often than this is a refrain or a form, not damage. */
#define TIMES_MAX 2u

typedef struct
{
  guint paragraph;
  guint times;
} Seen;

/* Letters and digits alone, in lower case, so that only the words count; NULL for what is too short to count. */
static char *
dup_letters (const PlxDefectText *text, PlxSpan span, guint least)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gboolean ends = FALSE;
  guint n = 0;

  for (guint i = span.start; i < span.end && i < text->n; i++)
    {
      gunichar c = text->chars[i];

      if (g_unichar_isalnum (c))
        {
          g_string_append_unichar (letters, g_unichar_tolower (c));
          n++;
        }
      ends = c == '.' || c == '!' || c == '?' || (ends && !g_unichar_isalnum (c));
    }

  /* A row of a table or a line of credits is no sentence. */
  return n >= least && ends ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

/* Counts a stretch of text, or, when the counts are known, reports it where it stands again. */
static gboolean
meet (GHashTable *seen, const PlxDefectText *text, PlxSpan span, guint least, GArray *defects)
{
  g_autofree char *letters = dup_letters (text, span, least);
  guint number = text->paragraph->number;
  Seen *before;

  if (letters == NULL)
    return FALSE;
  before = g_hash_table_lookup (seen, letters);
  if (defects == NULL)
    {
      if (before == NULL)
        {
          before = g_new0 (Seen, 1);
          before->paragraph = number;
          g_hash_table_insert (seen, g_steal_pointer (&letters), before);
        }
      before->times++;
    }
  else if (before->paragraph != number && before->times <= TIMES_MAX)
    {
      plx_defects_add (defects, PLX_DEFECT_REPEATED, number, span.start, span.end, before->paragraph);
      return TRUE;
    }

  return FALSE;
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
  g_autoptr (GHashTable) paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const PlxParagraph *paragraph = texts[i].paragraph;
        const PlxSpan whole = { 0, texts[i].n };
        GArray *into = pass == 0 ? NULL : defects;

        if (paragraph->kind != PLX_PARAGRAPH_TEXT || meet (paragraphs, &texts[i], whole, PARAGRAPH_MIN_LETTERS, into))
          continue;
        for (guint k = 0; k < paragraph->sentences->len; k++)
          meet (sentences, &texts[i], g_array_index (paragraph->sentences, PlxSpan, k), SENTENCE_MIN_LETTERS, into);
      }
}
