/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-clean-phrases.h"

#include <string.h>

#include "engine/import/plx-clean-phrases-private.h"
#include "engine/import/plx-text-line.h"

/* Words run together ("FollowersFollow") are looked up apart only in lines as short as labels are. */
#define GLUED_MAX_BYTES 60u
/* A prompt with what it points to, "Read more: …", is one line of at most so many bytes. */
#define PROMPT_MAX_BYTES 400u

/* What stands before a colon or bar where the rest of the line is the title of another article. */
static const struct
{
  PlxRemovalReason reason;
  const char *phrases;
} prompts[] = {
  { PLX_REMOVAL_RELATED,
    "read more|read also|also read|read next|must read|more|related|related story|related stories|related article|"
    "related articles|related news|related coverage|see also|also see|see more|next|previous|next article|"
    "previous article|next post|previous post|up next|recommended|don't miss|you may also like|keep reading|"
    "watch also|more on this|in case you missed it|tags|tags #|topics|filed under|filed in|posted in|categories|"
    "category|keywords|lesen sie auch|lesen sie mehr|mehr zum thema|mehr dazu|auch interessant|lire aussi|"
    "à lire aussi|a lire aussi|à voir aussi|voir aussi|lea también|lee también|te puede interesar|leggi anche|"
    "leia também|czytaj także|czytaj też|zobacz także|lees ook|läs också|читайте также|читайте ещё|читайте еще|"
    "смотрите также|по теме|теги|метки|читайте також|дивіться також|за темою|теґи|мітки|schlagworte|mots clés|"
    "etiquetas" },
  { PLX_REMOVAL_SHARE, "share on|follow us on|follow us|share this|share this article|teilen|partager|compartir|"
                       "поделиться|поділитися" },
};

static GHashTable *phrases;
static GHashTable *prompt_phrases;

static void
add_list (GHashTable *table, const char *list, PlxRemovalReason reason, PlxPhraseUse use)
{
  g_auto (GStrv) parts = g_strsplit (list, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      PlxPhrase *phrase = g_new (PlxPhrase, 1);

      phrase->text = g_strdup (parts[i]);
      phrase->reason = reason;
      phrase->use = use;
      g_hash_table_insert (table, (gpointer)phrase->text, phrase);
    }
}

static void
ensure_tables (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      const PlxPhraseList *const lists[] = { plx_clean_phrases_other, plx_clean_phrases_ru, plx_clean_phrases_uk,
                                             plx_clean_phrases_es,    plx_clean_phrases_fr, plx_clean_phrases_de,
                                             plx_clean_phrases_en };

      phrases = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (const PlxPhraseList *list = lists[i]; list->phrases != NULL; list++)
          add_list (phrases, list->phrases, list->reason, list->use);
      prompt_phrases = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
        add_list (prompt_phrases, prompts[i].phrases, prompts[i].reason, PLX_PHRASE_LINE);
      g_once_init_leave (&ready, 1);
    }
}

/* "FollowersFollow" as "Followers Follow", or NULL when no capital follows a small letter. */
static char *
split_glued (const char *text)
{
  g_autoptr (GString) split = NULL;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c) && g_unichar_islower (before))
        {
          if (split == NULL)
            split = g_string_new_len (text, p - text);
          g_string_append_c (split, ' ');
        }
      if (split != NULL)
        g_string_append_unichar (split, c);
      before = c;
    }

  return split != NULL ? g_string_free (g_steal_pointer (&split), FALSE) : NULL;
}

/**
 * plx_clean_phrases_lookup:
 * @text: a line
 * @key: (nullable): its key
 *
 * Looks a line up among the phrases that are the furniture of news pages. Only whole lines are compared.
 *
 * Returns: (nullable): the phrase it is, or %NULL
 */
const PlxPhrase *
plx_clean_phrases_lookup (const char *text, const char *key)
{
  const PlxPhrase *found;

  if (key == NULL)
    return NULL;
  ensure_tables ();
  found = g_hash_table_lookup (phrases, key);
  if (found == NULL && strlen (text) <= GLUED_MAX_BYTES)
    {
      g_autofree char *split = split_glued (text);
      g_autofree char *split_key = split != NULL ? plx_text_line_key (split) : NULL;

      found = split_key != NULL ? g_hash_table_lookup (phrases, split_key) : NULL;
    }

  return found;
}

/**
 * plx_clean_phrases_match_prompt:
 * @text: a line
 * @reason: (out): why such a line is removed
 *
 * Whether a line is a prompt with what it points to: "READ MORE: Title of another article".
 *
 * Returns: whether it is
 */
gboolean
plx_clean_phrases_match_prompt (const char *text, PlxRemovalReason *reason)
{
  const char *separator = strpbrk (text, ":|>");
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  const PlxPhrase *found;

  if (separator == NULL || separator - text > (gssize)GLUED_MAX_BYTES || strlen (text) > PROMPT_MAX_BYTES)
    return FALSE;
  ensure_tables ();
  label = g_strndup (text, separator - text);
  key = plx_text_line_key (label);
  found = g_hash_table_lookup (prompt_phrases, key);
  if (found == NULL)
    return FALSE;
  *reason = found->reason;

  return TRUE;
}
