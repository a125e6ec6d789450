/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-cue-verbs.h"

#include <string.h>

/* Base forms; the regular endings are made from them. */
static const char *const strong_regular[] = {
  "add",       "admit",       "allege",    "announce",  "answer",     "argue",     "ask",      "assert",   "bellow",
  "blurt",     "boast",       "caution",   "chant",     "claim",      "comment",   "complain", "concede",  "conclude",
  "confess",   "confirm",     "contend",   "continue",  "counter",    "cry",       "declare",  "demand",   "deny",
  "exclaim",   "explain",     "gush",      "insist",    "interject",  "joke",      "lament",   "maintain", "mention",
  "mumble",    "murmur",      "muse",      "mutter",    "note",       "observe",   "opine",    "plead",    "post",
  "predict",   "proclaim",    "promise",   "pronounce", "query",      "question",  "quip",     "reason",   "recall",
  "recount",   "remark",      "remember",  "reply",     "report",     "respond",   "retort",   "reveal",   "scoff",
  "scream",    "shout",       "sigh",      "snap",      "state",      "stress",    "suggest",  "testify",  "thunder",
  "tweet",     "urge",        "utter",     "vow",       "warn",       "whisper",   "wonder",   "yell",     "reiterate",
  "elaborate", "acknowledge", "emphasize", "emphasise", "underscore", "underline", "affirm",   "assure",   "retweet",
  "caption",   "summarize",   "summarise", "implore",   "exhort",     "inquire",   "charge",
};

static const char *const strong_irregular[] = {
  "said",      "say",    "says",    "saying",  "told",   "tell",  "tells",  "telling",  "wrote",
  "write",     "writes", "written", "writing", "spoke",  "speak", "speaks", "speaking", "quoted",
  "according", "read",   "reads",   "began",   "begins", "sang",  "sings",
};

/* Verbs whose base and third person are nouns as well. */
static const char *const nouns[] = {
  "answer",  "attack",  "call",  "caption",  "charge", "chant",   "claim",   "comment", "counter", "credit",
  "cry",     "demand",  "dub",   "fear",     "hail",   "hope",    "insult",  "joke",    "label",   "lament",
  "mention", "murmur",  "note",  "offer",    "order",  "pen",     "pledge",  "point",   "post",    "praise",
  "press",   "promise", "query", "question", "quip",   "reason",  "release", "remark",  "reply",   "report",
  "request", "retort",  "rip",   "rule",     "scream", "shout",   "sigh",    "signal",  "snap",    "state",
  "stress",  "talk",    "tweet", "type",     "urge",   "voice",   "vow",     "whisper", "wonder",  "worry",
  "yell",    "appeal",  "brand", "blast",    "cite",   "lecture", "repeat",  "request", "address", "back",
  "welcome", "thunder", "snap",  "blame",    "slam",   "want",    "retweet",
};

static gboolean
is_noun (const char *verb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (nouns[i], verb) == 0)
      return TRUE;
  return FALSE;
}

static const char *const weak_regular[] = {
  "accuse",    "address",   "advise",    "agree",     "appeal",       "applaud",      "attack",  "back",     "believe",
  "blame",     "blast",     "brand",     "call",      "characterize", "characterise", "cite",    "condemn",  "compare",
  "consider",  "criticize", "criticise", "decry",     "defend",       "denounce",     "deride",  "describe", "dismiss",
  "discuss",   "dub",       "encourage", "express",   "fear",         "hail",         "hope",    "imply",    "indicate",
  "label",     "mock",      "offer",     "order",     "pen",          "pledge",       "point",   "praise",   "press",
  "propose",   "refer",     "reject",    "release",   "repeat",       "ridicule",     "request", "signal",   "slam",
  "tout",      "type",      "invoke",    "want",      "welcome",      "bemoan",       "lash",    "rail",     "rip",
  "insult",    "lambast",   "lambaste",  "recommend", "regard",       "worry",        "lecture", "claim",    "talk",
  "introduce", "deem",      "credit",    "decide",    "rule",         "conclude",
};

static const char *const weak_irregular[] = {
  "gave", "give",  "gives", "made",  "makes", "thinks", "thought", "think", "feels", "felt", "feel",  "sees",
  "saw",  "found", "finds", "knows", "knew",  "seeks",  "sought",  "shot",  "hit",   "hits", "wants",
};

static void
add_regular (GHashTable *table, const char *verb, PlxCueStrength strength)
{
  gsize n = strlen (verb);
  char last = verb[n - 1];
  gboolean doubled = strcmp (verb, "admit") == 0 || strcmp (verb, "quip") == 0 || strcmp (verb, "snap") == 0
                     || strcmp (verb, "refer") == 0 || strcmp (verb, "slam") == 0 || strcmp (verb, "dub") == 0
                     || strcmp (verb, "rip") == 0 || strcmp (verb, "pen") == 0;
  gboolean e = last == 'e';
  gboolean y = last == 'y' && n > 2 && strchr ("aeiou", verb[n - 2]) == NULL;
  gboolean hissing = last == 's' || last == 'x' || g_str_has_suffix (verb, "sh") || g_str_has_suffix (verb, "ch");
  int stem = e || y ? (int)n - 1 : (int)n;
  char *forms[] = {
    g_strdup (verb),
    g_strdup_printf ("%.*s%s%s", y ? stem : (int)n, verb,
                     y         ? "ie"
                     : hissing ? "e"
                               : "",
                     "s"),
    g_strdup_printf ("%.*s%.*s%s", stem, verb, doubled ? 1 : 0, verb + n - 1, y ? "ied" : "ed"),
    g_strdup_printf ("%.*s%.*s%s", e ? stem : (int)n, verb, doubled ? 1 : 0, verb + n - 1, "ing"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (i > 1 || !is_noun (verb))
      g_hash_table_insert (table, forms[i], GINT_TO_POINTER (strength));
    else if (i == 1)
      g_hash_table_insert (table, forms[i], GINT_TO_POINTER (PLX_CUE_NOUN));
    else
      g_free (forms[i]);
}

static gpointer
make_table (gpointer data)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS (weak_regular); i++)
    add_regular (table, weak_regular[i], PLX_CUE_WEAK);
  for (gsize i = 0; i < G_N_ELEMENTS (weak_irregular); i++)
    g_hash_table_insert (table, g_strdup (weak_irregular[i]), GINT_TO_POINTER (PLX_CUE_WEAK));
  for (gsize i = 0; i < G_N_ELEMENTS (strong_regular); i++)
    add_regular (table, strong_regular[i], PLX_CUE_STRONG);
  for (gsize i = 0; i < G_N_ELEMENTS (strong_irregular); i++)
    g_hash_table_insert (table, g_strdup (strong_irregular[i]), GINT_TO_POINTER (PLX_CUE_STRONG));

  return table;
}

/**
 * plx_cue_verbs_find:
 * @folded_word: a word as plx_normalize_fold() gives it
 *
 * Returns: whether and how strongly the word, a form of an English verb or "according", announces somebody's words
 */
PlxCueStrength
plx_cue_verbs_find (const char *folded_word)
{
  static GOnce once = G_ONCE_INIT;

  return GPOINTER_TO_INT (g_hash_table_lookup (g_once (&once, make_table, NULL), folded_word));
}
