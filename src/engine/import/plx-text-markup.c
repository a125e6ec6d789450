/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-markup.h"

#include <string.h>

/* Longer lines carry no links worth a regular expression's time. */
#define LINKS_MAX_BYTES 20000u

static gboolean
is_rule (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (g_unichar_isalnum (c))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* "[words](address)" as its words, "**words**" as words; in Markdown files alone, since a text may mean its brackets.
 */
static char *
strip_inline (const char *text)
{
  static gsize once;
  static GRegex *links, *emphasis;
  g_autofree char *without = NULL;

  if (g_once_init_enter (&once))
    {
      links = g_regex_new ("!?\\[([^\\[\\]]*)\\]\\([^()\\s]*(?:\\([^()\\s]*\\))?[^()\\s]*(?:\\s+\"[^\"]*\")?\\)",
                           G_REGEX_OPTIMIZE, 0, NULL);
      emphasis =
          g_regex_new ("(\\*\\*|__|`)(?=\\S)([^*_`]+)(?<=\\S)\\1|(?<![\\w*])\\*(?=\\S)([^*]+)(?<=\\S)\\*(?![\\w*])"
                       "|(?<!\\w)[_](?=\\S)([^_]+)(?<=\\S)[_](?!\\w)",
                       G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (strlen (text) > LINKS_MAX_BYTES || strpbrk (text, "[*_`") == NULL)
    return g_strdup (text);
  without = g_regex_replace (links, text, -1, 0, "\\1", 0, NULL);
  if (without == NULL)
    return g_strdup (text);

  char *plain = g_regex_replace (emphasis, without, -1, 0, "\\2\\3\\4", 0, NULL);

  return plain != NULL ? plain : g_steal_pointer (&without);
}

/* Length of a list mark, "- ", "* ", "• ", "1. ", or 0. */
static gsize
list_mark (const char *text)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "◦ ", "▪ ", "● ", "■ ", "‣ ", "· ", "•\t", "-\t" };
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return strlen (bullets[i]);
  while (g_ascii_isdigit (text[n]))
    n++;
  if (n >= 1 && n <= 2 && (text[n] == '.' || text[n] == ')') && text[n + 1] == ' ' && text[n + 2] != '\0')
    return n + 2;

  return 0;
}

static void
mark (PlxTextLine *line, PlxParagraphKind kind, const char *rest)
{
  char *text = g_strdup (rest);

  line->kind = kind;
  line->marked = TRUE;
  plx_text_line_set_text (line, g_strstrip (text));
}

static void
apply_to_line (PlxTextLine *line, gboolean markdown)
{
  const char *text = line->text;
  gsize hashes = strspn (text, "#");
  gsize bullet;

  if (hashes >= 1 && hashes <= 6 && text[hashes] == ' ')
    {
      g_autofree char *heading = g_strdup (text + hashes + 1);
      char *end = heading + strlen (heading);

      while (end > heading && (end[-1] == '#' || end[-1] == ' '))
        *--end = '\0';
      if (*heading != '\0')
        mark (line, PLX_PARAGRAPH_HEADING, heading);
      return;
    }
  if (*text == '>' && text[1] != '\0' && (text[1] == ' ' || markdown))
    {
      while (*text == '>' || *text == ' ')
        text++;
      if (*text != '\0')
        mark (line, PLX_PARAGRAPH_QUOTE, text);
      return;
    }
  bullet = list_mark (text);
  /* A numbered line is an item; "12. " may also end a date or a sentence, which no line begins with. */
  if (bullet > 0 && text[bullet] != '\0')
    mark (line, PLX_PARAGRAPH_LIST, text + bullet);
}

/**
 * plx_text_markup_apply:
 * @lines: (element-type PlxTextLine): a text's lines
 * @name: (nullable): the input's name; ".md" and ".markdown" allow the markup inside lines too
 *
 * Reads the marks that Markdown shares with plain text written by hand: "#" headings, ">" quotes, list marks, rules.
 * A line that is only marks is removed.
 */
void
plx_text_markup_apply (GPtrArray *lines, const char *name)
{
  gboolean markdown = name != NULL && (g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown"));

  for (guint i = 0; i < lines->len; i++)
    {
      PlxTextLine *line = g_ptr_array_index (lines, i);

      if (is_rule (line->text))
        {
          const PlxTextLine *before = i > 0 ? g_ptr_array_index (lines, i - 1) : NULL;
          gboolean underline =
              markdown && before != NULL && line->blanks == 0 && !before->prose && !before->marked
              && before->fate == PLX_LINE_BODY
              && (line->text[strspn (line->text, "=")] == '\0' || line->text[strspn (line->text, "-")] == '\0');

          if (underline)
            mark (g_ptr_array_index (lines, i - 1), PLX_PARAGRAPH_HEADING, before->text);
          plx_text_line_remove (line, PLX_REMOVAL_OTHER);
          line->marked = TRUE;
          continue;
        }
      if (markdown)
        {
          char *plain = strip_inline (line->text);

          if (*plain != '\0')
            plx_text_line_set_text (line, plain);
          else
            g_free (plain);
        }
      apply_to_line (line, markdown);
    }
}
