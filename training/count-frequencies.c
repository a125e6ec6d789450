/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "count-frequencies"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"
#include "engine/text/plx-tokens.h"

/* Writes data/models/frequencies.en.tsv: in how many sentences of news each stem stands.
 *
 *   count-frequencies FILE.conll… > frequencies.en.tsv
 *
 * The files hold a token and its tags a line, a blank line between sentences. Stems that stand once only are left out:
 * they weigh hardly less than unknown ones. */

static void
count_words (const char *text, PlxStemmer *stemmer, GHashTable *seen)
{
  g_autoptr (GArray) tokens = plx_tokens_split (text);

  for (guint i = 0; i < tokens->len; i++)
    {
      const PlxToken *token = &g_array_index (tokens, PlxToken, i);
      g_autofree char *folded = NULL;

      if (token->kind == PLX_TOKEN_PUNCTUATION)
        continue;
      folded = plx_normalize_fold (text + token->byte_start, token->byte_end - token->byte_start);
      g_hash_table_add (seen, g_strdup (plx_stemmer_stem (stemmer, folded)));
    }
}

static void
end_sentence (GString *sentence, PlxStemmer *stemmer, GHashTable *counts, guint *n_units)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iterator;
  gpointer stem;

  if (sentence->len == 0)
    return;
  count_words (sentence->str, stemmer, seen);
  (*n_units)++;
  g_hash_table_iter_init (&iterator, seen);
  while (g_hash_table_iter_next (&iterator, &stem, NULL))
    g_hash_table_insert (counts, g_strdup (stem),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) + 1));
  g_string_truncate (sentence, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (PlxStemmer) stemmer = plx_stemmer_new ("en");
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) sentence = g_string_new (NULL);
  guint n_units = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      lines = g_strsplit (text, "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        {
          (*line)[strcspn (*line, " \t\r")] = '\0';
          if (**line == '\0' || g_str_has_prefix (*line, "-DOCSTART-"))
            end_sentence (sentence, stemmer, counts, &n_units);
          else
            {
              /* The sets split clitics off, which the tokens of running text need joined: "it" "'s". */
              if (sentence->len > 0 && **line != '\'' && !g_str_equal (*line, "n't"))
                g_string_append_c (sentence, ' ');
              g_string_append (sentence, *line);
            }
        }
      end_sentence (sentence, stemmer, counts, &n_units);
    }

  g_autoptr (GList) stems = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc)strcmp);

  g_print ("#units %u\n", n_units);
  for (GList *l = stems; l != NULL; l = l->next)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data));

      if (count > 1)
        g_print ("%s\t%u\n", (const char *)l->data, count);
    }

  return 0;
}
