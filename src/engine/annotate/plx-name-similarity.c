/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-similarity.h"

#include <string.h>

/* Longer names are compared letter by letter for equality only: keeps the table below small. */
#define MAX_LENGTH 40

typedef struct
{
  const char *from;
  const char *to;
} Rule;

/* Spellings of one sound in the ways that Cyrillic, Arabic, German and other names are put into Latin letters. The
 * first that fits is taken. */
static const Rule rules[] = {
  { "shch", "S" }, { "sch", "S" }, { "tsch", "C" }, { "tch", "C" }, { "kh", "h" },  { "zh", "Z" },  { "gh", "g" },
  { "dh", "d" },   { "ph", "f" },  { "th", "t" },   { "sh", "S" },  { "ch", "C" },  { "ck", "k" },  { "cz", "C" },
  { "tz", "ts" },  { "dj", "j" },  { "dzh", "j" },  { "x", "ks" },  { "q", "k" },   { "w", "v" },   { "ou", "u" },
  { "oo", "u" },   { "ee", "i" },  { "ae", "e" },   { "oe", "o" },  { "ue", "u" },  { "yo", "io" }, { "ye", "e" },
  { "ie", "e" },   { "yu", "iu" }, { "ya", "ia" },  { "ja", "ia" }, { "ju", "iu" }, { "y", "i" },
};

/**
 * plx_name_simplify:
 * @folded: a name as plx_name_fold() gives it
 *
 * Brings spellings of one name in Latin letters together: "zelenskyy", "zelensky" and "zelenskiy" become one, so do
 * "mueller" and "muller".
 *
 * Returns: (transfer full): the simplified name; letters in capitals stand for single sounds
 */
char *
plx_name_simplify (const char *folded)
{
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0';)
    {
      const char *from = NULL, *to = NULL;

      for (gsize r = 0; r < G_N_ELEMENTS (rules) && from == NULL; r++)
        if (g_str_has_prefix (p, rules[r].from))
          {
            from = rules[r].from;
            to = rules[r].to;
          }
      if (from == NULL)
        {
          if (out->len == 0 || out->str[out->len - 1] != *p)
            g_string_append_c (out, *p);
          p++;
          continue;
        }
      for (; *to != '\0'; to++)
        if (out->len == 0 || out->str[out->len - 1] != *to)
          g_string_append_c (out, *to);
      p += strlen (from);
    }
  /* "Dmitri", "Dmitriy", "Dmitrij" */
  while (out->len > 3 && strchr ("ij", out->str[out->len - 1]) != NULL && strchr ("ij", out->str[out->len - 2]) != NULL)
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/* Consonants that are written for one another stand in one class. */
static char
consonant_class (char c)
{
  switch (c)
    {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'h':
    case 'j':
      return 0;
    case 'g':
    case 'c':
      return 'k';
    case 'z':
    case 'S':
    case 'Z':
      return 's';
    case 'f':
      return 'v';
    case 'C':
      return 'C';
    default:
      return c;
    }
}

/**
 * plx_name_skeleton:
 * @simple: a name as plx_name_simplify() gives it
 *
 * Returns: (transfer full): the classes of its consonants, by which names worth comparing find each other
 */
char *
plx_name_skeleton (const char *simple)
{
  GString *out = g_string_new (NULL);

  for (const char *p = simple; *p != '\0'; p++)
    {
      char class = consonant_class (*p);

      if (class == 0 && p == simple)
        class = strchr ("hj", *p) != NULL ? 0 : 'a';
      if (class != 0 && (out->len == 0 || out->str[out->len - 1] != class))
        g_string_append_c (out, class);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL && c != '\0';
}

static int
substitution_cost (char a, char b)
{
  if (a == b)
    return 0;
  if (is_vowel (a) && is_vowel (b))
    return 4;
  if ((a == 'i' && b == 'j') || (a == 'j' && b == 'i'))
    return 1;
  if (consonant_class (a) != 0 && consonant_class (a) == consonant_class (b))
    return 4;
  return 10;
}

static int
insertion_cost (char c)
{
  return is_vowel (c) ? 5 : c == 'h' || c == 'j' ? 3 : 10;
}

/* Damerau and Levenshtein's distance in tenths of a letter, with letters that are written for one another nearer. */
static int
distance (const char *a, const char *b)
{
  int table[MAX_LENGTH + 1][MAX_LENGTH + 1];
  int n = (int)strlen (a), m = (int)strlen (b);

  if (n > MAX_LENGTH || m > MAX_LENGTH)
    return G_MAXINT;
  table[0][0] = 0;
  for (int i = 1; i <= n; i++)
    table[i][0] = table[i - 1][0] + insertion_cost (a[i - 1]);
  for (int j = 1; j <= m; j++)
    table[0][j] = table[0][j - 1] + insertion_cost (b[j - 1]);
  for (int i = 1; i <= n; i++)
    for (int j = 1; j <= m; j++)
      {
        int best = table[i - 1][j - 1] + substitution_cost (a[i - 1], b[j - 1]);

        best = MIN (best, table[i - 1][j] + insertion_cost (a[i - 1]));
        best = MIN (best, table[i][j - 1] + insertion_cost (b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          best = MIN (best, table[i - 2][j - 2] + 8);
        table[i][j] = best;
      }

  return table[n][m];
}

/**
 * plx_name_compare_spelling:
 * @folded_a: one word of a name as plx_name_fold() gives it
 * @folded_b: another
 *
 * Returns: how near the two spellings are
 */
PlxSpelling
plx_name_compare_spelling (const char *folded_a, const char *folded_b)
{
  g_autofree char *a = NULL, *b = NULL, *skeleton_a = NULL, *skeleton_b = NULL;
  int apart, shorter;

  if (strcmp (folded_a, folded_b) == 0)
    return PLX_SPELLING_SAME;
  a = plx_name_simplify (folded_a);
  b = plx_name_simplify (folded_b);
  shorter = (int)MIN (strlen (a), strlen (b));
  if (shorter < 3)
    return PLX_SPELLING_DIFFERENT;
  if (strcmp (a, b) == 0)
    return shorter >= 4 ? PLX_SPELLING_VARIANT : PLX_SPELLING_DIFFERENT;
  apart = distance (a, b);
  skeleton_a = plx_name_skeleton (a);
  skeleton_b = plx_name_skeleton (b);
  if (strcmp (skeleton_a, skeleton_b) == 0 && shorter >= 5 && apart <= shorter + 1 && apart <= 9)
    return PLX_SPELLING_VARIANT;
  if (shorter >= 5 && apart <= 10)
    return PLX_SPELLING_SLIP;
  return PLX_SPELLING_DIFFERENT;
}

/**
 * plx_name_is_short_form:
 * @folded_a: a given name as plx_name_fold() gives it
 * @folded_b: another
 *
 * Returns: whether one of the names is used for short in place of the other, as "Bill" for "William"
 */
gboolean
plx_name_is_short_form (const char *folded_a, const char *folded_b)
{
  /* Each row: names that stand for one another. */
  static const char *const rows[] = {
    " william bill will billy willie ",
    " robert bob rob bobby robbie ",
    " richard dick rick rich ricky ",
    " james jim jimmy jamie ",
    " john johnny jack ",
    " joseph joe joey jose ",
    " thomas tom tommy ",
    " michael mike mick mickey ",
    " edward ed eddie ted teddy ",
    " charles charlie chuck ",
    " david dave davey ",
    " daniel dan danny ",
    " donald don donny ",
    " anthony tony ",
    " antony tony ",
    " christopher chris ",
    " nicholas nick nicky ",
    " nicolas nico nick ",
    " alexander alex sasha sandy ",
    " alexandra alex sasha ",
    " aleksandr sasha alex ",
    " oleksandr sasha ",
    " dmitry dima ",
    " vladimir volodya vova ",
    " volodymyr volodya vova ",
    " mikhail misha ",
    " benjamin ben benny bibi ",
    " samuel sam sammy ",
    " matthew matt ",
    " andrew andy drew ",
    " stephen steve stevie ",
    " steven steve ",
    " peter pete ",
    " patrick pat paddy ",
    " gregory greg ",
    " geoffrey geoff jeff ",
    " jeffrey jeff ",
    " timothy tim ",
    " ronald ron ronnie ",
    " kenneth ken kenny ",
    " lawrence larry ",
    " gerald gerry jerry ",
    " jerome jerry ",
    " walter walt ",
    " frederick fred freddie ",
    " albert al bert ",
    " alfred al fred alf ",
    " philip phil ",
    " phillip phil ",
    " raymond ray ",
    " douglas doug ",
    " leonard len lenny leo ",
    " vincent vince ",
    " zachary zach zack ",
    " joshua josh ",
    " jonathan jon ",
    " nathaniel nathan nate ",
    " elizabeth liz beth betty lizzie eliza ",
    " katherine kate kathy katie ",
    " catherine kate cathy katie ",
    " margaret maggie meg peggy ",
    " susan sue susie ",
    " deborah debbie deb ",
    " barbara barb ",
    " patricia pat patty trish ",
    " jennifer jen jenny ",
    " rebecca becky becca ",
    " victoria vicky tori ",
    " kimberly kim ",
    " pamela pam ",
    " cynthia cindy ",
    " christina chris tina ",
    " francisco paco pancho ",
    " ignacio nacho ",
    " luiz lula ",
    " giuseppe beppe ",
    " abraham abe ",
    " maximilian max ",
    " frank francis ",
  };
  g_autofree char *a = g_strconcat (" ", folded_a, " ", NULL);
  g_autofree char *b = g_strconcat (" ", folded_b, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (rows[i], a) != NULL && strstr (rows[i], b) != NULL)
      return TRUE;
  return FALSE;
}
