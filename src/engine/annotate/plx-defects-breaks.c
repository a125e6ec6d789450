/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-defects-private.h"

#include <string.h>

/* Letters of a paragraph from which on it is running text, which must end as a sentence. */
#define TEXT_MIN_CHARS 60u
/* A tail is a part of a sentence, not a slip of the keyboard. */
#define TAIL_MIN_CHARS 10u
/* A last paragraph of fewer words may be a link or a line of credits. */
#define CUT_MIN_WORDS 20u
/* More breaks than this are the way a text is set, not damage. */
#define BREAKS_MAX 4u

typedef struct
{
  guint text;
  guint start;
} Tail;

static gboolean
is_closer (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201d || c == 0x201c || c == 0x00bb;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x061f || c == 0x0964;
}

/* Whether a paragraph stops in the middle of a sentence: on a letter, a digit or a comma. */
static gboolean
breaks_off (const PlxDefectText *text)
{
  gunichar last;

  if (text->n < TEXT_MIN_CHARS || text->paragraph->kind != PLX_PARAGRAPH_TEXT)
    return FALSE;
  last = text->chars[text->n - 1];

  return g_unichar_isalnum (last) || last == ',' || last == '-' || last == 0x2013 || last == 0x2014;
}

static guint
last_sentence_start (const PlxDefectText *text)
{
  const GArray *sentences = text->paragraph->sentences;

  return sentences->len > 0 ? g_array_index (sentences, PlxSpan, sentences->len - 1).start : 0;
}

/* Whether the letters between @start and @end end an address, "example.com". */
static gboolean
is_domain (const PlxDefectText *text, guint start, guint end)
{
  static const char *const domains[] = { "com", "org", "net", "edu", "gov", "info", "co", "io", "tv",
                                         "me",  "app", "uk",  "us",  "ru",  "ua",   "de", "fr", "es",
                                         "it",  "pl",  "eu",  "ie",  "ca",  "au",   "in", "ai" };
  char letters[8];
  guint n = end - start;

  if (n >= sizeof letters)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (text->chars[start + i] > 0x7f)
        return FALSE;
      letters[i] = (char)text->chars[start + i];
    }
  letters[n] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (letters, domains[i]))
      return TRUE;

  return FALSE;
}

/* Whether the text before @end ends with a word of three letters or more, all small: "Example.dev" has a capital. */
static gboolean
ends_with_small_word (const PlxDefectText *text, guint end)
{
  guint start = end;

  while (start > 0 && g_unichar_islower (text->chars[start - 1]))
    start--;

  return end - start >= 3 && start > 0 && g_unichar_isspace (text->chars[start - 1]);
}

/*
 * Where the end of another sentence is glued to a paragraph: a small letter right after the mark that ends a sentence,
 * "… attacks.”ssian court". Addresses ("example.com") and omissions ("points...which") look like it.
 */
static gboolean
find_tail (const PlxDefectText *text, guint *start)
{
  for (guint i = text->n; i-- > 4;)
    {
      gboolean quoted = FALSE;
      guint k = i, word = i;

      if (!g_unichar_islower (text->chars[i]) || text->n - i < TAIL_MIN_CHARS)
        continue;
      while (k > 0 && is_closer (text->chars[k - 1]) && i - k < 3)
        {
          k--;
          quoted = TRUE;
        }
      if (k < 4 || !is_stop (text->chars[k - 1]) || is_stop (text->chars[k - 2]))
        continue;
      /* Before the stop a word in small letters, after it a word with a space behind: no address, no abbreviation. */
      if (!quoted && !ends_with_small_word (text, k - 1))
        continue;
      while (word < text->n && g_unichar_isalpha (text->chars[word]))
        word++;
      if (word == text->n || strchr (" ,", (int)text->chars[word]) == NULL || text->chars[word] > 0x7f)
        continue;
      if (!quoted && is_domain (text, i, word))
        continue;
      *start = i;
      return TRUE;
    }

  return FALSE;
}

static guint
count_breaks (const PlxDefectText *texts, guint n)
{
  guint count = 0;

  for (guint i = 0; i + 1 < n; i++)
    count += breaks_off (&texts[i]);

  return count;
}

/* What programs that shorten texts put at the end. */
static gboolean
find_shortened (const PlxDefectText *text, guint *start)
{
  static gsize once;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  int at;

  if (g_once_init_enter (&once))
    {
      regex =
          g_regex_new ("(?:(?:…|\\.\\.\\.)\\s*)?\\[\\+?\\d+ (?:chars|characters)\\]$"
                       "|(?:…|\\.\\.\\.)\\s*(?:\\(?(?:read more|continue reading|read the full (?:story|article)|more|"
                       "weiterlesen|lire la suite|leer más|читать далее|читати далі)\\)?\\s*[»→>.]*)$"
                       "|\\[(?:…|\\.\\.\\.|&hellip;)\\]$",
                       G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (regex, text->paragraph->text, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &at, NULL);
  *start = (guint)g_utf8_strlen (text->paragraph->text, at);

  return TRUE;
}

/* Whether a last paragraph that breaks off was running text: no signature, no address, no list of names. */
static gboolean
is_cut (const PlxDefectText *text)
{
  guint start = last_sentence_start (text);
  guint words = 0, small = 0, all = 0, last = text->n;

  for (guint i = 0; i < text->n; i++)
    all += g_unichar_isspace (text->chars[i]);
  if (all < CUT_MIN_WORDS)
    return FALSE;
  for (guint i = start; i < text->n; i++)
    {
      gunichar c = text->chars[i];

      if (c == '@' || c == '|' || c == '/' || c == 0x00a9)
        return FALSE;
      if (g_unichar_isalpha (c) && (i == start || !g_unichar_isalpha (text->chars[i - 1])))
        {
          words++;
          small += g_unichar_islower (c);
          last = i;
        }
    }

  /* A name may end a credit; a sentence that stops on one cannot be told from it. */
  return words >= 5 && small * 2 > words && last < text->n && g_unichar_islower (text->chars[last]);
}

static guint
find_last_text (const PlxDefectText *texts, guint n)
{
  for (guint i = n; i-- > 0;)
    if (texts[i].paragraph->kind == PLX_PARAGRAPH_TEXT)
      return i;

  return n;
}

/**
 * plx_defects_find_breaks:
 * @texts: the paragraphs
 * @n: how many
 * @defects: takes the sentences that break off, spliced ones with both ends
 */
void
plx_defects_find_breaks (const PlxDefectText *texts, guint n, GArray *defects)
{
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (Tail));
  guint last = find_last_text (texts, n);
  guint start, used = 0;
  gboolean last_spliced = FALSE;

  for (guint i = 0; i < n; i++)
    {
      Tail tail = { i, 0 };

      if (texts[i].paragraph->kind == PLX_PARAGRAPH_TEXT && find_tail (&texts[i], &tail.start))
        g_array_append_val (tails, tail);
    }
  if (tails->len > 0 && count_breaks (texts, n) <= BREAKS_MAX)
    for (guint i = 0; i < n && used < tails->len; i++)
      {
        const Tail *tail = &g_array_index (tails, Tail, used);

        if (!breaks_off (&texts[i]))
          continue;
        while (used < tails->len && g_array_index (tails, Tail, used).text <= i)
          used++;
        if (used == tails->len)
          break;
        tail = &g_array_index (tails, Tail, used++);
        plx_defects_add (defects, PLX_DEFECT_SPLICED, texts[i].paragraph->number, last_sentence_start (&texts[i]),
                         texts[i].n, texts[tail->text].paragraph->number);
        plx_defects_add (defects, PLX_DEFECT_SPLICED, texts[tail->text].paragraph->number, tail->start,
                         texts[tail->text].n, texts[i].paragraph->number);
        last_spliced = last_spliced || i == last;
      }
  if (last == n)
    return;
  if (find_shortened (&texts[last], &start))
    plx_defects_add (defects, PLX_DEFECT_CUT, texts[last].paragraph->number, start, texts[last].n, 0);
  else if (!last_spliced && breaks_off (&texts[last]) && is_cut (&texts[last]))
    plx_defects_add (defects, PLX_DEFECT_CUT, texts[last].paragraph->number, last_sentence_start (&texts[last]),
                     texts[last].n, 0);
}
