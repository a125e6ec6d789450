/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-sentences.h"

#include <string.h>
#include <unicode/uchar.h>

#include "engine/text/plx-abbreviations.h"

/* How many marks may stand between a full stop and the next word, and how many words before a reporting verb. */
#define MAX_MARKS           6
#define MAX_REPORTING_WORDS 4

/* What follows the white space behind a possible end. */
typedef enum
{
  NEXT_NOTHING,
  NEXT_UPPER,
  NEXT_LOWER,
  NEXT_DIGIT,
  NEXT_UNCASED,
  NEXT_CLOSING,
  NEXT_OTHER,
} NextKind;

typedef struct
{
  NextKind kind;
  gboolean quoted;
  gboolean dashed;
  gboolean bracketed;
  /* The next word, without the marks before it. */
  const char *word;
  gsize length;
} Next;

/* A run of terminators with the quotation marks and brackets that close behind it. */
typedef struct
{
  const char *start;
  const char *end;
  guint n_chars;
  guint n_stops;
  gboolean strong;
  gboolean ellipsis;
  gboolean unspaced_script;
  gboolean closes_quote;
  gboolean closes;
} Terminator;

typedef struct
{
  const char *language;
  GArray *sentences;
  const char *p;
  guint offset;
  /* Of the sentence that is being read; G_MAXUINT before its first visible character. */
  guint start;
  guint end;
  const char *start_p;
  /* The word that is being read. */
  const char *word;
  /* Whether the run of visible characters that is being read looks like an address. */
  gboolean address;
  /* Whether a straight double quotation mark is open. */
  gboolean straight_open;
} Scanner;

static gboolean
is_terminal (gunichar c)
{
  if (c < 0x80)
    return c == '.' || c == '!' || c == '?';
  if (c < 0x589)
    return FALSE;
  return c == 0x2026 || u_hasBinaryProperty (c, UCHAR_S_TERM);
}

static gboolean
is_double_closing (gunichar c)
{
  return c == '"' || c == 0x201d || c == 0xbb || c == 0x201c || c == 0x300d || c == 0x300f;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == '\'' || c == 0x2019 || c == 0x203a || is_double_closing (c);
}

static gboolean
is_quote_opening (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x201c || c == 0x2018 || c == 0x201e || c == 0x201a || c == 0xab || c == 0x2039;
}

static gboolean
is_bracket_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{';
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2022;
}

static gsize
word_length (const char *p)
{
  const char *end = p;

  while (end - p < 64)
    {
      gunichar c = g_utf8_get_char (end);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c)
          && !((c == '\'' || c == 0x2019) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (end)))))
        break;
      end = g_utf8_next_char (end);
    }
  return end - p;
}

/* Looks at what stands at @p, behind a possible end of a sentence. */
static Next
look_ahead (const char *p)
{
  Next next = { NEXT_NOTHING };
  gunichar c;

  for (;; p = g_utf8_next_char (p))
    {
      c = g_utf8_get_char (p);
      if (c == 0 || !g_unichar_isspace (c))
        break;
    }
  for (guint i = 0; i < MAX_MARKS && c != 0; i++)
    {
      if (is_quote_opening (c))
        next.quoted = TRUE;
      else if (is_bracket_opening (c))
        next.bracketed = TRUE;
      else if (is_dash (c))
        next.dashed = TRUE;
      else if (c != 0xbf && c != 0xa1 && c != '*' && c != '_' && !(c == ' ' && next.dashed))
        break;
      p = g_utf8_next_char (p);
      c = g_utf8_get_char (p);
    }

  next.word = p;
  next.length = word_length (p);
  if (c == 0)
    next.kind = NEXT_NOTHING;
  else if (g_unichar_isdigit (c))
    next.kind = NEXT_DIGIT;
  else if (g_unichar_isupper (c) || g_unichar_istitle (c))
    next.kind = NEXT_UPPER;
  else if (g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://") || g_str_has_prefix (p, "www."))
    next.kind = NEXT_UNCASED;
  else if (g_unichar_islower (c))
    next.kind = NEXT_LOWER;
  else if (g_unichar_isalpha (c))
    next.kind = NEXT_UNCASED;
  else if (is_closing (c) || is_terminal (c) || c == ',' || c == ';' || c == ':')
    next.kind = NEXT_CLOSING;
  else
    next.kind = NEXT_OTHER;

  return next;
}

static gboolean
opens_sentence (const Next *next)
{
  return next->kind == NEXT_UPPER && plx_abbreviations_is_sentence_opener (next->word, next->length);
}

/* Reads the terminators at the scanner's place and the marks that close behind them. */
static Terminator
read_terminator (const Scanner *self)
{
  Terminator t = { .start = self->p };
  const char *p = self->p;

  for (;;)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_terminal (c))
        {
          if (c == '.')
            t.n_stops++;
          else if (c == 0x2026)
            t.ellipsis = TRUE;
          else
            t.strong = TRUE;
          t.unspaced_script = t.unspaced_script || (c >= 0x3000 && c != 0xa4ff);
        }
      else if (p > self->p && is_closing (c))
        {
          gunichar after = g_utf8_get_char (g_utf8_next_char (p));

          /* A straight mark, and one that opens in English but closes in German, closes only before a gap. */
          if ((c == '"' || c == '\'' || c == 0x201c) && g_unichar_isalnum (after) && !(c == '"' && self->straight_open))
            break;
          t.closes = TRUE;
          t.closes_quote = t.closes_quote || (c != ')' && c != ']' && c != '}');
        }
      else
        break;
      p = g_utf8_next_char (p);
      t.n_chars++;
    }
  t.ellipsis = t.ellipsis || t.n_stops > 1;

  /* Reference marks of encyclopaedias and papers stand behind the full stop: "so.[12] Then", "so. [12] Then". */
  for (;;)
    {
      gsize n = *p == ' ' && t.n_stops > 0 ? 1 : 0;

      if (p[n] != '[' || !g_ascii_isdigit (p[n + 1]))
        break;
      for (n++; n < 8 && (g_ascii_isdigit (p[n]) || p[n] == ','); n++)
        ;
      if (p[n] != ']' || (p[n + 1] != '\0' && p[n + 1] != ' ' && p[n + 1] != '['))
        break;
      p += n + 1;
      t.n_chars += n + 1;
    }
  t.end = p;

  return t;
}

/* Whether a reporting clause with its subject first begins at @p: "Smith asked", "the minister said". */
static gboolean
is_reporting_clause (const char *p)
{
  static const char *const verbs[] = {
    "said",   "says",    "asked",   "asks",      "added",    "told",      "wrote",
    "writes", "replied", "cried",   "shouted",   "wondered", "exclaimed", "tweeted",
    "joked",  "yelled",  "quipped", "responded", "answered", "declared",  "demanded"
  };

  for (guint i = 0; i <= MAX_REPORTING_WORDS; i++)
    {
      gsize length = word_length (p);

      if (length == 0)
        return FALSE;
      for (gsize v = 0; i > 0 && v < G_N_ELEMENTS (verbs); v++)
        if (strlen (verbs[v]) == length && strncmp (p, verbs[v], length) == 0)
          return TRUE;
      p += length;
      while (*p == '.' || *p == '-')
        p++;
      if (*p != ' ')
        return FALSE;
      p++;
    }
  return FALSE;
}

static gboolean
is_one_of (const Next *next, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strlen (words[i]) <= next->length && g_ascii_strncasecmp (next->word, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

/* What may follow "9 a.m." in the same sentence: a day, a month or a time zone. */
static gboolean
continues_time (const Next *next)
{
  static const char *const words[] = { "monday", "tuesday", "wednesday", "thursday", "friday",  "saturday",
                                       "sunday", "est",     "edt",       "et",       "pst",     "pdt",
                                       "pt",     "gmt",     "cst",       "cdt",      "mst",     "mdt",
                                       "utc",    "bst",     "cet",       "eastern",  "pacific", "central" };

  return is_one_of (next, words, G_N_ELEMENTS (words));
}

static gboolean
is_single_letter (const char *word, gsize length)
{
  return length > 0 && (gsize)(g_utf8_next_char (word) - word) == length && g_unichar_isupper (g_utf8_get_char (word));
}

/* Letters with full stops between them, the last full stop left out: "U.S.S.R". */
static gboolean
is_dotted (const char *word, gsize length)
{
  const char *p = word;
  guint n = 0;

  while (p < word + length && g_unichar_isalpha (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      n++;
      if (p >= word + length)
        return n > 1;
      if (*p != '.')
        return FALSE;
      p++;
    }
  return FALSE;
}

static gboolean
is_all_digits (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (word[i]))
      return FALSE;
  return length > 0;
}

static gboolean
is_all_lower (const char *word, gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Whether a single full stop behind the word the scanner has read ends a sentence before @next. */
static gboolean
stop_ends (const Scanner *self, const Terminator *t, const Next *next)
{
  const char *word = self->word;
  gsize length = t->start - word;
  PlxAbbreviation kind = plx_abbreviations_find (word, length, self->language);

  if (next->kind == NEXT_LOWER)
    return !t->closes && length > 2 && kind == PLX_ABBREVIATION_NONE && is_all_lower (word, length)
           && plx_abbreviations_is_sentence_opener (next->word, next->length);
  /* "1. First", "b. Second": the number belongs to what it numbers. */
  if (word == self->start_p && !t->closes
      && ((is_all_digits (word, length) && length <= 3) || (length == 1 && g_ascii_isalpha (*word))))
    return FALSE;
  if (kind == PLX_ABBREVIATION_NONE && is_single_letter (word, length))
    {
      if (t->closes || next->quoted)
        return TRUE;
      return opens_sentence (next) && next->word[next->length] != '.';
    }
  if (kind == PLX_ABBREVIATION_NONE && is_dotted (word, length))
    kind = PLX_ABBREVIATION_OPEN;
  if (t->closes && kind != PLX_ABBREVIATION_NONE)
    kind = PLX_ABBREVIATION_OPEN;

  switch (kind)
    {
    case PLX_ABBREVIATION_INNER:
      return FALSE;
    case PLX_ABBREVIATION_OPEN:
      return opens_sentence (next) || (next->kind == NEXT_UPPER && next->quoted);
    case PLX_ABBREVIATION_FINAL:
      return next->kind == NEXT_UPPER && !continues_time (next);
    case PLX_ABBREVIATION_NUMBERED:
      if (next->kind == NEXT_DIGIT || next->bracketed)
        return FALSE;
      /* A plain "No." is an answer more often than it counts. */
      return length == 2 && g_ascii_tolower (word[0]) == 'n' ? TRUE : opens_sentence (next);
    case PLX_ABBREVIATION_MONTH:
      return opens_sentence (next);
    case PLX_ABBREVIATION_NONE:
    default:
      break;
    }

  /* German writes its ordinals with a full stop: "am 3. Oktober". */
  if (self->language != NULL && g_str_has_prefix (self->language, "de") && is_all_digits (word, length) && length <= 2)
    return FALSE;

  return TRUE;
}

/* Whether a sentence ends behind a terminator that has white space behind it. */
static gboolean
ends_before_space (const Scanner *self, const Terminator *t)
{
  Next next = look_ahead (t->end);

  if (next.kind == NEXT_NOTHING || next.kind == NEXT_CLOSING)
    return FALSE;
  if (next.dashed && next.kind == NEXT_LOWER)
    return FALSE;
  if (t->strong)
    {
      if (next.kind == NEXT_LOWER && !next.quoted)
        return !t->closes;
      return !(t->closes_quote && next.kind == NEXT_UPPER && !next.quoted && is_reporting_clause (next.word));
    }
  if (t->ellipsis)
    return next.kind == NEXT_UPPER || next.kind == NEXT_UNCASED || (next.quoted && next.kind != NEXT_LOWER);
  return stop_ends (self, t, &next);
}

/* Whether a sentence ends behind a terminator with no white space behind it, which only a slip can cause in English. */
static gboolean
ends_before_text (const Scanner *self, const Terminator *t)
{
  Next next = { NEXT_NOTHING };
  gunichar before, c = g_utf8_get_char (t->end);

  if (t->unspaced_script)
    return TRUE;
  if (self->address || t->start == self->word || t->ellipsis)
    return FALSE;

  before = g_utf8_get_char (g_utf8_prev_char (t->start));
  if (!g_unichar_islower (before) || (t->start - self->word) < 2)
    return FALSE;
  next = look_ahead (t->end);
  if (next.kind != NEXT_UPPER || next.length < 2 || !g_unichar_islower (g_utf8_get_char (g_utf8_next_char (next.word))))
    return FALSE;
  if (t->closes_quote)
    return TRUE;
  if (c == 0x201c || c == 0x2018)
    return TRUE;

  return c == g_utf8_get_char (next.word) && opens_sentence (&next);
}

static void
end_sentence (Scanner *self)
{
  if (self->start == G_MAXUINT)
    return;

  PlxSpan span = { self->start, self->end };

  g_array_append_val (self->sentences, span);
  self->start = G_MAXUINT;
}

/* Moves over visible text up to @to. */
static void
take (Scanner *self, const char *to, guint n_chars)
{
  if (self->start == G_MAXUINT)
    {
      self->start = self->offset;
      self->start_p = self->p;
    }
  self->p = to;
  self->offset += n_chars;
  self->end = self->offset;
}

/**
 * plx_sentences_split:
 * @text: valid UTF-8 of one paragraph
 * @language: (nullable): BCP 47 tag; English, German, French and Spanish abbreviations are known
 *
 * Finds the sentences of a paragraph. The candidates are the sentence terminators of Unicode (Standard Annex 29) with
 * the quotation marks and brackets that close behind them; a candidate is an end unless the word before it or what
 * follows shows otherwise. Takes time linear in the length of @text.
 *
 * Returns: (transfer full) (element-type PlxSpan): spans in order, in code points, without the white space around them
 */
GArray *
plx_sentences_split (const char *text, const char *language)
{
  Scanner self = {
    .language = language,
    .sentences = g_array_new (FALSE, FALSE, sizeof (PlxSpan)),
    .p = text,
    .start = G_MAXUINT,
    .word = text,
  };

  while (*self.p != '\0')
    {
      gunichar c = g_utf8_get_char (self.p);

      if (is_terminal (c))
        {
          Terminator t = read_terminator (&self);
          gunichar after = g_utf8_get_char (t.end);
          gboolean ends =
              after != 0 && (g_unichar_isspace (after) ? ends_before_space (&self, &t) : ends_before_text (&self, &t));

          for (const char *q = t.start; q < t.end; q++)
            if (*q == '"')
              self.straight_open = !self.straight_open;
          take (&self, t.end, t.n_chars);
          if (ends)
            {
              end_sentence (&self);
              self.word = self.p;
              self.address = FALSE;
            }
          else if (t.closes)
            self.word = self.p;
          continue;
        }

      if (c < 0x80 ? c == ' ' || (c < ' ') : g_unichar_isspace (c))
        {
          if (c == 0x2028 || c == 0x2029 || c == '\n')
            end_sentence (&self);
          self.p = g_utf8_next_char (self.p);
          self.offset++;
          self.word = self.p;
          self.address = FALSE;
          continue;
        }

      take (&self, g_utf8_next_char (self.p), 1);
      if (c < 0x80 ? !g_ascii_isalnum (c) && c != '\'' : is_quote_opening (c) || is_dash (c))
        {
          self.address = self.address || c == '/' || c == '@';
          self.word = self.p;
          if (c == '"')
            self.straight_open = !self.straight_open;
        }
    }
  end_sentence (&self);

  return self.sentences;
}
