/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-text"

#include "config.h"

#include "engine/text/plx-tokens.h"

#include <string.h>

/* No mail address has more in front of its "@" (RFC 5321, 4.5.3.1.1). */
#define MAX_LOCAL_PART 64

typedef enum
{
  CHAR_SPACE,
  CHAR_LETTER,
  CHAR_EXTEND,
  CHAR_IDEOGRAPH,
  CHAR_DIGIT,
  CHAR_FRACTION,
  CHAR_FORMAT,
  CHAR_MARK,
} CharClass;

typedef struct
{
  const char *p;
  guint offset;
} Cursor;

/* Scripts whose words are not divided by spaces. */
static gboolean
is_undivided (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) || (c >= 0x3400 && c <= 0x4dbf)
         || (c >= 0x0e01 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff)
         || (c >= 0x20000 && c <= 0x3ffff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x31f0 && c <= 0x31ff);
}

static CharClass
char_class (gunichar c)
{
  if (c < 0x80)
    {
      if (g_ascii_isalpha (c))
        return CHAR_LETTER;
      if (g_ascii_isdigit (c))
        return CHAR_DIGIT;
      return c <= ' ' || c == 0x7f ? CHAR_SPACE : CHAR_MARK;
    }

  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
      return CHAR_LETTER;
    case G_UNICODE_OTHER_LETTER:
      return is_undivided (c) ? CHAR_IDEOGRAPH : CHAR_LETTER;
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return CHAR_EXTEND;
    case G_UNICODE_DECIMAL_NUMBER:
      return CHAR_DIGIT;
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
      return CHAR_FRACTION;
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_CONTROL:
      return CHAR_SPACE;
    case G_UNICODE_FORMAT:
      return CHAR_FORMAT;
    default:
      return CHAR_MARK;
    }
}

static inline CharClass
class_at (const char *p)
{
  return char_class (g_utf8_get_char (p));
}

static inline void
advance (Cursor *cursor)
{
  cursor->p = g_utf8_next_char (cursor->p);
  cursor->offset++;
}

static inline void
advance_ascii (Cursor *cursor, gsize n)
{
  cursor->p += n;
  cursor->offset += n;
}

static inline gboolean
is_word_class (CharClass class)
{
  return class == CHAR_LETTER || class == CHAR_EXTEND;
}

/* Length in bytes of the apostrophe at @p, or 0. */
static inline gsize
apostrophe_length (const char *p)
{
  if (*p == '\'')
    return 1;
  return (guchar)p[0] == 0xe2 && (guchar)p[1] == 0x80 && (guchar)p[2] == 0x99 ? 3 : 0;
}

static gboolean
word_ends (const char *p)
{
  CharClass class = class_at (p);

  return !is_word_class (class) && class != CHAR_DIGIT;
}

/* Length of the English clitic whose letters begin at @p, just behind an apostrophe; 0 when there is none. */
static gsize
clitic_length (const char *p)
{
  switch (g_ascii_tolower (p[0]))
    {
    case 's':
    case 'd':
    case 'm':
      return word_ends (p + 1) ? 1 : 0;
    case 'r':
    case 'v':
      return g_ascii_tolower (p[1]) == 'e' && word_ends (p + 2) ? 2 : 0;
    case 'l':
      return g_ascii_tolower (p[1]) == 'l' && word_ends (p + 2) ? 2 : 0;
    default:
      return 0;
    }
}

/* Whether "n't" stands at @p, and how many bytes it takes. */
static gsize
negation_length (const char *p)
{
  gsize apostrophe = (p[0] == 'n' || p[0] == 'N') ? apostrophe_length (p + 1) : 0;

  return apostrophe > 0 && g_ascii_tolower (p[1 + apostrophe]) == 't' && word_ends (p + 2 + apostrophe) ? apostrophe + 2
                                                                                                        : 0;
}

/* Length of the top-level domain at @p, just behind a full stop, when it is one that is written in running text. */
static gsize
domain_length (const char *p)
{
  static const char *const domains[] = { "com", "org", "net", "gov", "edu", "int", "info", "io",  "eu",
                                         "co",  "uk",  "de",  "fr",  "ru",  "ua",  "tv",   "news" };
  gsize n = 0;

  while (n < 5 && g_ascii_islower (p[n]))
    n++;
  if (n < 2 || n > 4 || !word_ends (p + n))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    if (strlen (domains[i]) == n && strncmp (p, domains[i], n) == 0)
      return n;
  return 0;
}

static gboolean
is_address_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~:/?#@!$&*+,;=%", c) != NULL);
}

/* Moves to the end of the address that @cursor is in; marks that end a sentence or a clause are left outside. */
static void
skip_address (Cursor *cursor)
{
  gsize n = 0;

  while (is_address_char (cursor->p[n]))
    n++;
  while (n > 0 && strchr (".,;:!?*", cursor->p[n - 1]) != NULL)
    n--;
  advance_ascii (cursor, n);
}

/* Moves over a mail address and tells whether one was there. */
static gboolean
skip_mail_address (Cursor *cursor)
{
  gsize at = 0, n;

  while (at < MAX_LOCAL_PART
         && (g_ascii_isalnum (cursor->p[at]) || (cursor->p[at] != '\0' && strchr ("._+-", cursor->p[at]))))
    at++;
  if (at == 0 || cursor->p[at] != '@' || !g_ascii_isalnum (cursor->p[at + 1]))
    return FALSE;

  n = at + 1;
  while (g_ascii_isalnum (cursor->p[n])
         || ((cursor->p[n] == '.' || cursor->p[n] == '-') && g_ascii_isalnum (cursor->p[n + 1])))
    n++;
  if (memchr (cursor->p + at, '.', n - at) == NULL)
    return FALSE;

  advance_ascii (cursor, n);
  return TRUE;
}

/*
 * Single letters with full stops between them, as "U.S." or "e.g."; @cursor stands at the first. Whatever is passed
 * over is taken, so that no stretch is looked at twice.
 */
static gboolean
skip_initials (Cursor *cursor)
{
  Cursor probe = *cursor;
  guint n = 0;

  while (class_at (probe.p) == CHAR_LETTER && *g_utf8_next_char (probe.p) == '.')
    {
      advance (&probe);
      advance (&probe);
      n++;
    }
  if (n >= 1 && class_at (probe.p) == CHAR_LETTER && word_ends (g_utf8_next_char (probe.p))
      && apostrophe_length (g_utf8_next_char (probe.p)) == 0)
    {
      advance (&probe);
      n++;
    }
  if (n < 2)
    return FALSE;

  *cursor = probe;
  return TRUE;
}

static void
skip_word (Cursor *cursor)
{
  const char *start = cursor->p;

  if (g_ascii_isalpha (*start))
    {
      if ((start[0] == 'h' && (g_str_has_prefix (start, "http://") || g_str_has_prefix (start, "https://")))
          || (start[0] == 'w' && g_str_has_prefix (start, "www.") && g_ascii_isalnum (start[4])))
        {
          skip_address (cursor);
          return;
        }
      if (start[1] == '.' && (skip_mail_address (cursor) || skip_initials (cursor)))
        return;
    }
  else if (*g_utf8_next_char (start) == '.' && skip_initials (cursor))
    return;

  for (;;)
    {
      gsize apostrophe;

      /* The runs of plain letters that most words are. */
      while (g_ascii_isalpha (*cursor->p))
        {
          if ((*cursor->p == 'n' || *cursor->p == 'N') && cursor->p > start && negation_length (cursor->p) > 0)
            return;
          advance_ascii (cursor, 1);
        }

      apostrophe = apostrophe_length (cursor->p);
      if (apostrophe > 0)
        {
          const char *behind = cursor->p + apostrophe;

          if (!is_word_class (class_at (behind)) || clitic_length (behind) > 0)
            return;
          advance (cursor);
          continue;
        }

      switch (*cursor->p)
        {
        case '.':
          if (domain_length (cursor->p + 1) == 0)
            {
              Cursor probe = { start, cursor->offset - (guint)(cursor->p - start) };

              if (g_ascii_isalnum (cursor->p[1]) && skip_mail_address (&probe))
                *cursor = probe;
              return;
            }
          skip_address (cursor);
          return;
        case '@':
        case '_':
        case '+':
          {
            Cursor probe = { start, cursor->offset - (guint)(cursor->p - start) };

            if (skip_mail_address (&probe))
              *cursor = probe;
            return;
          }
        default:
          break;
        }

      switch (class_at (cursor->p))
        {
        case CHAR_LETTER:
        case CHAR_EXTEND:
        case CHAR_DIGIT:
        case CHAR_FRACTION:
          advance (cursor);
          continue;
        case CHAR_FORMAT:
          /* A soft hyphen or a joiner is part of the word only between two letters of it. */
          if (!is_word_class (class_at (g_utf8_next_char (cursor->p))))
            return;
          advance (cursor);
          continue;
        default:
          return;
        }
    }
}

/* The letters that make an ordinal or a decade of the digits in front of them. */
static gsize
ordinal_length (const char *p)
{
  gsize n = 0;

  if (g_ascii_strncasecmp (p, "st", 2) == 0 || g_ascii_strncasecmp (p, "nd", 2) == 0
      || g_ascii_strncasecmp (p, "rd", 2) == 0 || g_ascii_strncasecmp (p, "th", 2) == 0)
    n = 2;
  else if (*p == 's')
    n = 1;

  return n > 0 && word_ends (p + n) ? n : 0;
}

static PlxTokenKind
skip_number (Cursor *cursor)
{
  gsize ordinal;

  for (;;)
    {
      CharClass class = class_at (cursor->p);

      if (class != CHAR_DIGIT && class != CHAR_FRACTION)
        {
          gunichar c = g_utf8_get_char (cursor->p);

          if ((c != ',' && c != '.' && c != 0x66b && c != 0x66c)
              || class_at (g_utf8_next_char (cursor->p)) != CHAR_DIGIT)
            break;
        }
      advance (cursor);
    }

  ordinal = ordinal_length (cursor->p);
  advance_ascii (cursor, ordinal);

  return ordinal > 0 ? PLX_TOKEN_WORD : PLX_TOKEN_NUMBER;
}

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* A visible character that is neither word nor number, with what Unicode lets modify it (UTS 51). */
static void
skip_mark (Cursor *cursor)
{
  gunichar c = g_utf8_get_char (cursor->p);

  advance (cursor);
  if (c < 0x80)
    return;
  if (is_regional_indicator (c) && is_regional_indicator (g_utf8_get_char (cursor->p)))
    {
      advance (cursor);
      return;
    }
  for (;;)
    {
      gunichar next = g_utf8_get_char (cursor->p);

      if (next < 0x80)
        return;
      if (char_class (next) == CHAR_EXTEND || (next >= 0x1f3fb && next <= 0x1f3ff))
        advance (cursor);
      else if (next == 0x200d && class_at (g_utf8_next_char (cursor->p)) == CHAR_MARK)
        {
          advance (cursor);
          advance (cursor);
        }
      else
        return;
    }
}

/**
 * plx_tokens_split:
 * @text: valid UTF-8 of one paragraph
 *
 * Cuts a paragraph into words, numbers and marks; #PlxToken says where. Takes time linear in the length of @text.
 *
 * Returns: (transfer full) (element-type PlxToken): the tokens in order
 */
GArray *
plx_tokens_split (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (PlxToken), strlen (text) / 5 + 4);
  Cursor cursor = { text, 0 };
  gboolean after_word = FALSE;

  while (*cursor.p != '\0')
    {
      const Cursor start = cursor;
      PlxTokenKind kind = PLX_TOKEN_PUNCTUATION;

      switch (class_at (cursor.p))
        {
        case CHAR_SPACE:
        case CHAR_FORMAT:
          advance (&cursor);
          after_word = FALSE;
          continue;

        case CHAR_LETTER:
        case CHAR_EXTEND:
          {
            gsize negation = after_word ? negation_length (cursor.p) : 0;

            if (negation > 0)
              {
                cursor.p += negation;
                cursor.offset += 3;
              }
            else
              skip_word (&cursor);
            kind = PLX_TOKEN_WORD;
          }
          break;

        case CHAR_IDEOGRAPH:
          advance (&cursor);
          while (class_at (cursor.p) == CHAR_EXTEND)
            advance (&cursor);
          kind = PLX_TOKEN_WORD;
          break;

        case CHAR_DIGIT:
        case CHAR_FRACTION:
          kind = skip_number (&cursor);
          break;

        case CHAR_MARK:
        default:
          {
            gsize apostrophe = after_word ? apostrophe_length (cursor.p) : 0;
            gsize clitic = apostrophe > 0 ? clitic_length (cursor.p + apostrophe) : 0;

            if (clitic > 0)
              {
                cursor.p += apostrophe + clitic;
                cursor.offset += 1 + clitic;
                kind = PLX_TOKEN_WORD;
              }
            else
              skip_mark (&cursor);
          }
          break;
        }

      PlxToken token = { { start.offset, cursor.offset }, start.p - text, cursor.p - text, kind };

      g_array_append_val (tokens, token);
      after_word = kind != PLX_TOKEN_PUNCTUATION;
    }

  return tokens;
}
