/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-stop-words.h"

/* Conjunctions, prepositions, relative pronouns and determiners: English phrases and clauses begin with them. */
static const char *const phrase_openers[] = {
  "and",    "or",      "but",   "nor",    "of",      "in",      "on",     "at",      "by",      "for",   "from",
  "with",   "to",      "as",    "into",   "over",    "under",   "after",  "before",  "during",  "since", "until",
  "about",  "against", "among", "around", "between", "through", "within", "without", "near",    "per",   "via",
  "that",   "which",   "who",   "whom",   "whose",   "where",   "when",   "while",   "because", "if",    "although",
  "though", "than",    "so",    "amid",   "despite", "upon",    "toward", "towards", "off",     "out",   "up",
  "the",    "a",       "an",    "his",    "her",     "its",     "their",  "our",     "my",      "your",
};

static const char *const others[] = {
  "this",  "that",  "these", "those", "i",    "me",   "we",   "us",    "you",   "he",     "him",  "she",
  "hers",  "it",    "they",  "them",  "am",   "is",   "are",  "was",   "were",  "be",     "been", "being",
  "have",  "has",   "had",   "do",    "does", "did",  "will", "would", "shall", "should", "can",  "could",
  "may",   "might", "must",  "not",   "n't",  "no",   "'s",   "'re",   "'ve",   "'ll",    "'d",   "'m",
  "there", "here",  "then",  "also",  "just", "some", "any",  "such",  "what",  "how",    "own",  "too",
  "very",  "all",   "each",  "other", "more", "most", "one",  "ca",    "wo",    "down",   "only", "both",
  "few",   "same",  "once",  "again", "now",  "said", "says", "say",
};

/*
 * Words that hold a sentence together and tell the reader nothing when they come, go or change: articles, the commonest
 * prepositions, forms of "be" and "have", pronouns for things. Not those that turn or colour what is said ("not",
 * "may", "against", "said") nor those that say who it is about ("he", "our").
 */
static const char *const light_words[] = {
  "a",    "an",    "the",   "of",    "in",    "on",    "at",     "by",   "for",  "from", "with", "to",  "into",
  "upon", "as",    "and",   "that",  "which", "who",   "whom",   "than", "am",   "is",   "are",  "was", "were",
  "be",   "been",  "being", "have",  "has",   "had",   "having", "do",   "does", "did",  "it",   "its", "they",
  "them", "their", "this",  "these", "those", "there", "also",   "so",   "'s",   "'re",  "'ve",  "'m",
};

static gpointer
make_light_set (gpointer data)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS (light_words); i++)
    g_hash_table_add (set, (gpointer)light_words[i]);
  return set;
}

static gpointer
make_set (gpointer data)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (phrase_openers); i++)
    g_hash_table_add (set, (gpointer)phrase_openers[i]);
  if (GPOINTER_TO_INT (data))
    for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
      g_hash_table_add (set, (gpointer)others[i]);
  return set;
}

/**
 * plx_stop_words_contain:
 * @folded_word: a word as plx_normalize_fold() gives it
 *
 * Returns: whether it is an English word that carries little meaning of its own
 */
gboolean
plx_stop_words_contain (const char *folded_word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, make_set, GINT_TO_POINTER (TRUE)), folded_word);
}

/**
 * plx_stop_words_open_phrase:
 * @folded_word: a word as plx_normalize_fold() gives it
 *
 * Returns: whether it is an English word that phrases or clauses begin with
 */
gboolean
plx_stop_words_open_phrase (const char *folded_word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, make_set, GINT_TO_POINTER (FALSE)), folded_word);
}

/**
 * plx_stop_words_are_light:
 * @folded_word: a word as plx_normalize_fold() gives it
 *
 * Returns: whether it is an English word that may come, go or change without the reader being told another thing
 */
gboolean
plx_stop_words_are_light (const char *folded_word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, make_light_set, NULL), folded_word);
}
