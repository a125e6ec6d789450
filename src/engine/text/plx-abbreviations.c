/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-abbreviations.h"

#include <string.h>

#define MAX_LENGTH 24

enum
{
  EN = 1 << 0,
  DE = 1 << 1,
  FR = 1 << 2,
  ES = 1 << 3,
  ALL = EN | DE | FR | ES,
};

typedef struct
{
  /* Lower case, without the last full stop. */
  const char *word;
  PlxAbbreviation kind;
  guint languages;
} Entry;

#define INNER    PLX_ABBREVIATION_INNER
#define OPEN     PLX_ABBREVIATION_OPEN
#define FINAL    PLX_ABBREVIATION_FINAL
#define NUMBERED PLX_ABBREVIATION_NUMBERED
#define MONTH    PLX_ABBREVIATION_MONTH

static const Entry entries[] = {
  /* Before a name. */
  { "mr", INNER, ALL },
  { "mrs", INNER, ALL },
  { "ms", INNER, EN },
  { "mx", INNER, EN },
  { "messrs", INNER, EN },
  { "dr", INNER, ALL },
  { "drs", INNER, EN },
  { "prof", INNER, ALL },
  { "gen", INNER, EN },
  { "lt", INNER, EN },
  { "col", INNER, EN },
  { "sgt", INNER, EN },
  { "cpl", INNER, EN },
  { "pvt", INNER, EN },
  { "pfc", INNER, EN },
  { "capt", INNER, EN },
  { "cmdr", INNER, EN },
  { "cdr", INNER, EN },
  { "adm", INNER, EN },
  { "maj", INNER, EN },
  { "brig", INNER, EN },
  { "det", INNER, EN },
  { "insp", INNER, EN },
  { "supt", INNER, EN },
  { "sen", INNER, EN },
  { "sens", INNER, EN },
  { "rep", INNER, EN },
  { "reps", INNER, EN },
  { "gov", INNER, EN },
  { "govs", INNER, EN },
  { "rev", INNER, EN },
  { "hon", INNER, EN },
  { "pres", INNER, EN },
  { "amb", INNER, EN },
  { "atty", INNER, EN },
  { "asst", INNER, EN },
  { "supr", INNER, EN },
  { "msgr", INNER, EN },
  { "mme", INNER, ALL },
  { "mlle", INNER, ALL },
  { "hr", INNER, DE },
  { "fr", INNER, DE },
  { "sr", INNER, ES },
  { "sra", INNER, ES },
  { "srta", INNER, ES },
  { "dña", INNER, ES },
  { "mm", INNER, FR },
  { "mgr", INNER, FR },
  { "ft", INNER, EN },
  { "mt", INNER, EN },

  /* In the middle of a phrase. */
  { "e.g", INNER, ALL },
  { "eg", INNER, EN },
  { "i.e", INNER, ALL },
  { "vs", INNER, ALL },
  { "v", INNER, EN },
  { "cf", INNER, ALL },
  { "viz", INNER, ALL },
  { "approx", INNER, EN },
  { "ca", INNER, DE },
  { "c.f", INNER, ALL },
  { "z.b", INNER, DE },
  { "z", INNER, DE },
  { "d.h", INNER, DE },
  { "bzw", INNER, DE },
  { "vgl", INNER, DE },
  { "evtl", INNER, DE },
  { "ggf", INNER, DE },
  { "inkl", INNER, DE },
  { "sog", INNER, DE },
  { "geb", INNER, DE },
  { "gest", INNER, DE },
  { "bspw", INNER, DE },
  { "u.a", OPEN, DE },
  { "env", INNER, FR },
  { "p.ex", INNER, FR },
  { "p.ej", INNER, ES },
  { "ej", INNER, ES },

  /* Parts of names, and others that end sentences as well. */
  { "inc", OPEN, EN },
  { "corp", OPEN, EN },
  { "co", OPEN, EN },
  { "cos", OPEN, EN },
  { "ltd", OPEN, EN },
  { "llc", OPEN, EN },
  { "plc", OPEN, EN },
  { "bros", OPEN, EN },
  { "jr", OPEN, EN },
  { "sr", OPEN, EN },
  { "esq", OPEN, EN },
  { "st", OPEN, ALL },
  { "ste", OPEN, EN | FR },
  { "ave", OPEN, EN },
  { "blvd", OPEN, EN },
  { "rd", OPEN, EN },
  { "hwy", OPEN, EN },
  { "dept", OPEN, EN },
  { "assn", OPEN, EN },
  { "univ", OPEN, EN },
  { "ph.d", OPEN, ALL },
  { "phd", OPEN, ALL },
  { "u.s", OPEN, ALL },
  { "calif", OPEN, EN },
  { "conn", OPEN, EN },
  { "fla", OPEN, EN },
  { "ga", OPEN, EN },
  { "ill", OPEN, EN },
  { "ind", OPEN, EN },
  { "kan", OPEN, EN },
  { "ky", OPEN, EN },
  { "mass", OPEN, EN },
  { "md", OPEN, EN },
  { "mich", OPEN, EN },
  { "minn", OPEN, EN },
  { "nev", OPEN, EN },
  { "okla", OPEN, EN },
  { "ore", OPEN, EN },
  { "pa", OPEN, EN },
  { "tenn", OPEN, EN },
  { "va", OPEN, EN },
  { "wash", OPEN, EN },
  { "wis", OPEN, EN },
  { "al", OPEN, ALL },
  { "mio", OPEN, DE },
  { "mrd", OPEN, DE },
  { "jh", OPEN, DE },
  { "str", OPEN, DE },
  { "ee.uu", OPEN, ES },
  { "uu", OPEN, ES },
  { "ee", INNER, ES },
  { "ud", OPEN, ES },
  { "uds", OPEN, ES },
  { "av", OPEN, FR | ES },
  { "apr", OPEN, FR },

  { "a.m", FINAL, ALL },
  { "p.m", FINAL, ALL },
  { "am", FINAL, EN },
  { "pm", FINAL, EN },
  { "etc", FINAL, ALL },
  { "usw", FINAL, DE },

  { "no", NUMBERED, EN },
  { "nos", NUMBERED, EN },
  { "nr", NUMBERED, DE },
  { "núm", NUMBERED, ES },
  { "p", NUMBERED, ALL },
  { "c", NUMBERED, ALL },
  { "b", NUMBERED, EN },
  { "d", NUMBERED, EN },
  { "pp", NUMBERED, ALL },
  { "pág", NUMBERED, ES },
  { "vol", NUMBERED, ALL },
  { "vols", NUMBERED, EN },
  { "fig", NUMBERED, ALL },
  { "figs", NUMBERED, EN },
  { "eq", NUMBERED, EN },
  { "sec", NUMBERED, EN },
  { "art", NUMBERED, ALL },
  { "arts", NUMBERED, EN },
  { "abs", NUMBERED, DE },
  { "ch", NUMBERED, EN },
  { "cap", NUMBERED, ES },
  { "ed", NUMBERED, EN },
  { "ext", NUMBERED, EN },
  { "tel", NUMBERED, ALL },
  { "rs", NUMBERED, EN },

  { "jan", MONTH, EN | DE },
  { "feb", MONTH, EN | DE },
  { "mar", MONTH, EN },
  { "apr", MONTH, EN | DE },
  { "jun", MONTH, EN },
  { "jul", MONTH, EN },
  { "aug", MONTH, EN | DE },
  { "sep", MONTH, EN },
  { "sept", MONTH, EN | DE | FR },
  { "oct", MONTH, EN | FR },
  { "okt", MONTH, DE },
  { "nov", MONTH, ALL },
  { "dec", MONTH, EN },
  { "dez", MONTH, DE },
  { "déc", MONTH, FR },
  { "janv", MONTH, FR },
};

/* English words that open sentences and are no part of names, so that a capital on them means a new sentence. */
static const char *const openers[] = {
  "the",     "this",    "that",    "these",  "those",   "he",        "she",       "it",      "they",   "we",
  "you",     "i",       "his",     "her",    "its",     "their",     "our",       "my",      "your",   "in",
  "on",      "at",      "but",     "and",    "or",      "if",        "when",      "while",   "after",  "before",
  "for",     "from",    "with",    "as",     "by",      "there",     "here",      "however", "what",   "who",
  "why",     "how",     "where",   "which",  "is",      "are",       "was",       "were",    "do",     "did",
  "does",    "a",       "an",      "not",    "yes",     "so",        "then",      "to",      "some",   "many",
  "most",    "all",     "both",    "since",  "because", "although",  "though",    "also",    "yet",    "no",
  "it's",    "that's",  "he's",    "she's",  "there's", "i'm",       "i've",      "we're",   "let",    "they're",
  "you're",  "don't",   "can",     "will",   "would",   "could",     "should",    "please",  "have",   "has",
  "had",     "under",   "over",    "during", "despite", "according", "meanwhile", "among",   "each",   "every",
  "several", "another", "other",   "others", "such",    "unlike",    "until",     "once",    "now",    "just",
  "only",    "even",    "instead", "nobody", "nothing", "someone",   "everyone",  "whether", "later",  "earlier",
  "last",    "next",    "still",   "thus",   "hence",   "therefore", "moreover",  "besides", "anyway", "see",
};

static GHashTable *
table_for (guint language)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].languages & language)
      g_hash_table_insert (table, (gpointer)entries[i].word, GUINT_TO_POINTER (entries[i].kind));

  return table;
}

static gpointer
make_tables (gpointer data)
{
  GHashTable **tables = g_new0 (GHashTable *, 4);

  (void)data;
  for (guint i = 0; i < 4; i++)
    tables[i] = table_for (1u << i);
  return tables;
}

static gpointer
make_openers (gpointer data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    g_hash_table_add (table, (gpointer)openers[i]);
  return table;
}

/* Copies @word in lower case with straight apostrophes; FALSE when it is too long to be in any table. */
static gboolean
lower_word (const char *word, gsize length, char out[MAX_LENGTH])
{
  gsize n = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (n + 7 > MAX_LENGTH)
        return FALSE;
      n += g_unichar_to_utf8 (c == 0x2019 ? '\'' : c, out + n);
    }
  out[n] = '\0';
  return n > 0;
}

/**
 * plx_abbreviations_find:
 * @word: UTF-8, without the full stop behind it
 * @length: bytes of @word
 * @language: (nullable): BCP 47 tag; English for a language that is not known here
 *
 * Returns: what kind of abbreviation @word is
 */
PlxAbbreviation
plx_abbreviations_find (const char *word, gsize length, const char *language)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable **tables = g_once (&once, make_tables, NULL);
  static const char *const languages[] = { "en", "de", "fr", "es" };
  char lower[MAX_LENGTH];
  guint index = 0;

  if (!lower_word (word, length, lower))
    return PLX_ABBREVIATION_NONE;
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (strncmp (language, languages[i], 2) == 0 && !g_ascii_isalpha (language[2]))
      index = i;

  return GPOINTER_TO_UINT (g_hash_table_lookup (tables[index], lower));
}

/**
 * plx_abbreviations_is_sentence_opener:
 * @word: UTF-8
 * @length: bytes of @word
 *
 * Returns: whether @word is an English word which, with a capital, shows that a sentence begins
 */
gboolean
plx_abbreviations_is_sentence_opener (const char *word, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *table = g_once (&once, make_openers, NULL);
  char lower[MAX_LENGTH];

  return lower_word (word, length, lower) && g_hash_table_contains (table, lower);
}
