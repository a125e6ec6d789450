/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-import-error.h"
#include "engine/import/plx-import-limits.h"

/* Longer lines are in no phrase table. */
#define KEY_MAX_CHARS 120u
/* Words of a line that is prose: with an end of sentence, and without. */
#define PROSE_WORDS      12u
#define PROSE_WORDS_OPEN 30u
/* Columns that a hard-wrapped text is wrapped at. */
#define WRAP_MIN 40u
#define WRAP_MAX 110u

static gboolean
is_unspaced (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_sentence_end (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff01:
    case 0xff1f:
    case 0x061f: /* ؟ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
    case 0x1362: /* ። */
    case 0x0589: /* ։ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_closer (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x00bb:
    case 0x00ab:
    case 0x203a:
    case 0x300d:
    case 0x300f:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
measure (PlxTextLine *line)
{
  guint unspaced = 0;
  gboolean in_word = FALSE;
  gunichar last = 0;

  line->n_chars = line->n_words = 0;
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean word = g_unichar_isalnum (c);

      line->n_chars++;
      if (word && is_unspaced (c))
        unspaced++;
      else
        {
          if (word && !in_word)
            line->n_words++;
          /* An apostrophe or hyphen inside a word does not end it. */
          in_word = word || (in_word && (c == '\'' || c == 0x2019 || c == '-' || c == '.' || c == ','));
          if (in_word && !word && !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))))
            in_word = FALSE;
        }
      if (!is_closer (c) && !g_unichar_isspace (c))
        last = c;
    }
  line->n_words += unspaced / 2;
  line->ends = is_sentence_end (last);
  line->prose = line->n_words >= (line->ends ? PROSE_WORDS : PROSE_WORDS_OPEN);
}

/**
 * plx_text_line_key:
 * @text: a line
 *
 * What a line is looked up with in phrase tables: lower case, every run of digits a "#", punctuation and symbols a
 * space, so that "12 Comments »" is "# comments".
 *
 * Returns: (transfer full): the key
 */
char *
plx_text_line_key (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean digits = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (!digits)
            g_string_append (key, key->len > 0 && key->str[key->len - 1] != ' ' ? " # " : "# ");
          digits = TRUE;
          continue;
        }
      if (digits && (c == '.' || c == ',') && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (p))))
        continue;
      digits = FALSE;
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
      else if (c == '\'' || c == 0x2019)
        g_string_append_c (key, '\'');
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  g_strchomp (key->str);

  return g_strdup (key->str);
}

/**
 * plx_text_line_set_text:
 * @line: a line
 * @text: (transfer full): what it prints
 *
 * Replaces the text of a line and measures it anew.
 */
void
plx_text_line_set_text (PlxTextLine *line, char *text)
{
  g_free (line->text);
  line->text = text;
  measure (line);
  g_free (line->key);
  line->key = line->n_chars <= KEY_MAX_CHARS ? plx_text_line_key (text) : NULL;
}

/**
 * plx_text_line_remove:
 * @line: a line
 * @reason: why it is no part of the article
 *
 * Sends a line to the ledger. The first reason given stays.
 */
void
plx_text_line_remove (PlxTextLine *line, PlxRemovalReason reason)
{
  if (line->fate == PLX_LINE_REMOVED)
    return;
  line->fate = PLX_LINE_REMOVED;
  line->reason = reason;
}

/**
 * plx_text_line_new:
 * @number: number of the line in the input, from 1
 * @text: the line, trimmed
 *
 * Returns: (transfer full): a line that is part of the body until somebody finds otherwise
 */
PlxTextLine *
plx_text_line_new (guint number, const char *text)
{
  PlxTextLine *line = g_new0 (PlxTextLine, 1);

  line->number = number;
  line->n_lines = 1;
  line->raw = g_strdup (text);
  plx_text_line_set_text (line, g_strdup (text));

  return line;
}

void
plx_text_line_free (PlxTextLine *line)
{
  g_free (line->raw);
  g_free (line->text);
  g_free (line->key);
  g_free (line);
}

/* White space at either end, no-break and zero-width spaces included. */
static char *
trim (const char *start, const char *end, guint *indent)
{
  *indent = 0;
  while (start < end)
    {
      gunichar c = g_utf8_get_char (start);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        break;
      *indent += c == '\t' ? 8 : 1;
      start = g_utf8_next_char (start);
    }
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        break;
      end = last;
    }

  return g_strndup (start, end - start);
}

/* The next line end of any kind: "\n", "\r\n", "\r", or Unicode's line and paragraph separators and NEL. */
static const char *
find_line_end (const char *p, gsize *length)
{
  for (;; p++)
    {
      *length = 1;
      if (*p == '\0')
        {
          *length = 0;
          return p;
        }
      if (*p == '\n')
        return p;
      if (*p == '\r')
        {
          *length = p[1] == '\n' ? 2 : 1;
          return p;
        }
      if ((guchar)p[0] == 0xe2 && (guchar)p[1] == 0x80 && ((guchar)p[2] == 0xa8 || (guchar)p[2] == 0xa9))
        {
          *length = 3;
          return p;
        }
    }
}

/**
 * plx_text_lines_split:
 * @text: valid UTF-8
 * @error: set in %PLX_IMPORT_ERROR
 *
 * Splits a text into its lines.
 *
 * Returns: (transfer full) (nullable) (element-type PlxTextLine): the lines that are not empty, or %NULL when there are
 *   more or longer ones than a text has
 */
GPtrArray *
plx_text_lines_split (const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)plx_text_line_free);
  guint number = 0, blanks = 0;

  while (*text != '\0')
    {
      gsize length;
      const char *end = find_line_end (text, &length);
      guint indent;
      g_autofree char *raw = NULL;
      PlxTextLine *line;

      number++;
      if ((gsize)(end - text) > PLX_IMPORT_MAX_LINE || lines->len >= PLX_IMPORT_MAX_LINES)
        {
          g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                               end - text > (gssize)PLX_IMPORT_MAX_LINE
                                   ? _ ("It has a line of more than a million characters, which no article has.")
                                   : _ ("It has more lines than an article can have."));
          return NULL;
        }
      raw = trim (text, end, &indent);
      text = end + length;
      if (*raw == '\0')
        {
          blanks++;
          continue;
        }
      line = plx_text_line_new (number, raw);
      line->blanks = blanks;
      line->indent = indent;
      g_ptr_array_add (lines, line);
      blanks = 0;
    }

  return g_steal_pointer (&lines);
}

static guint
first_word_length (const PlxTextLine *line)
{
  guint n = 0;

  for (const char *p = line->text; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n++;

  return n;
}

/* Whether the break before line @i can only be there because the line was full. */
static gboolean
is_full_break (GPtrArray *lines, guint i, guint width)
{
  const PlxTextLine *before = g_ptr_array_index (lines, i - 1);

  return before->n_chars + 1 + first_word_length (g_ptr_array_index (lines, i)) > width;
}

static gboolean
is_adjacent (GPtrArray *lines, guint i)
{
  const PlxTextLine *before = g_ptr_array_index (lines, i - 1);
  const PlxTextLine *line = g_ptr_array_index (lines, i);

  return line->blanks == 0 && !before->marked && !line->marked;
}

/* The width a text is wrapped at, or 0 when its lines are paragraphs. */
static guint
find_wrap_width (GPtrArray *lines)
{
  guint width = 0, breaks = 0, full = 0;

  for (guint i = 1; i < lines->len; i++)
    if (is_adjacent (lines, i))
      width = MAX (width, ((PlxTextLine *)g_ptr_array_index (lines, i - 1))->n_chars);
  if (width < WRAP_MIN || width > WRAP_MAX)
    return 0;

  for (guint i = 1; i < lines->len; i++)
    if (is_adjacent (lines, i))
      {
        breaks++;
        full += is_full_break (lines, i, width);
      }

  /* Where paragraphs are not separated by empty lines, their last lines are breaks that are not full. */
  return full >= 3 && full * 10 >= breaks * 6 ? width : 0;
}

static gboolean
begins_lower (const PlxTextLine *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text));
}

static gboolean
is_wrapped (GPtrArray *lines, guint i, guint width)
{
  const PlxTextLine *before = g_ptr_array_index (lines, i - 1);
  const PlxTextLine *line = g_ptr_array_index (lines, i);

  if (!is_adjacent (lines, i))
    return FALSE;
  if (begins_lower (line) && !before->ends)
    return TRUE;
  return is_full_break (lines, i, width) && !(before->ends && line->indent > before->indent);
}

/**
 * plx_text_lines_join_wrapped:
 * @lines: (element-type PlxTextLine): a text's lines
 *
 * Where a text is wrapped at a fixed width, as mail and old archives are, makes its paragraphs lines again. A text is
 * taken for wrapped when its line breaks stand where one more word would have passed the longest line.
 */
void
plx_text_lines_join_wrapped (GPtrArray *lines)
{
  guint width = find_wrap_width (lines);
  guint kept = 0;

  if (width == 0)
    return;
  for (guint i = 0; i < lines->len;)
    {
      PlxTextLine *line = g_ptr_array_index (lines, i);
      guint end = i + 1;

      /* A line has at most four bytes a column, so a paragraph stays as long as one line may be. */
      while (end < lines->len && end - i < PLX_IMPORT_MAX_LINE / (4 * WRAP_MAX) && is_wrapped (lines, end, width))
        end++;
      if (end > i + 1)
        {
          g_autoptr (GString) raw = g_string_new (line->raw);
          g_autoptr (GString) text = g_string_new (line->text);

          for (guint k = i + 1; k < end; k++)
            {
              const PlxTextLine *next = g_ptr_array_index (lines, k);
              gboolean hyphen = text->len > 1 && text->str[text->len - 1] == '-' && begins_lower (next)
                                && g_ascii_isalpha (text->str[text->len - 2]);

              g_string_append_printf (raw, "\n%s", next->raw);
              /* A hyphen at a line's end is kept: whether it belongs to the word cannot be told. */
              if (!hyphen)
                g_string_append_c (text, ' ');
              g_string_append (text, next->text);
              line->n_lines += next->n_lines;
            }
          g_free (line->raw);
          line->raw = g_strdup (raw->str);
          plx_text_line_set_text (line, g_strdup (text->str));
        }
      for (guint k = i + 1; k < end; k++)
        {
          plx_text_line_free (g_ptr_array_index (lines, k));
          lines->pdata[k] = NULL;
        }
      lines->pdata[i] = NULL;
      lines->pdata[kept++] = line;
      i = end;
    }
  lines->len = kept;
}
