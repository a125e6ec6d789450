/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "engine/report/plx-text-layout.h"

#include <string.h>

#include "engine/text/plx-normalize.h"

/* A character of a text as it is set. */
typedef struct
{
  gunichar c;
  guint look;
  guint columns;
  gboolean break_after;
} Glyph;

static void
line_free (PlxTextLine *line)
{
  g_free (line->text);
  g_free (line);
}

/**
 * plx_text_layout_new_lines:
 *
 * Returns: (transfer full) (element-type PlxTextLine): an empty list of lines
 */
GPtrArray *
plx_text_layout_new_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
}

/*
 * The characters of a text. Control characters would be commands to the terminal; in their place stands U+FFFD, for
 * white space a space.
 */
static GArray *
glyphs_of (const char *text, guint look, const GArray *looks)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Glyph glyph = { c, look, 1, FALSE };

      if (g_unichar_isspace (c) && c != 0x2028 && c != 0x00a0 && c != 0x202f)
        glyph.c = ' ';
      else if (plx_normalize_is_unprintable (c))
        glyph.c = 0xfffd;
      else if (g_unichar_iszerowidth (c))
        glyph.columns = 0;
      else if (g_unichar_iswide (c))
        glyph.columns = 2;
      glyph.break_after = glyph.c == ' ' || glyph.columns == 2 || c == '-' || c == 0x2013 || c == 0x2014 || c == '/';
      g_array_append_val (glyphs, glyph);
    }
  for (guint i = 0; looks != NULL && i < looks->len; i++)
    {
      const PlxLookSpan *span = &g_array_index (looks, PlxLookSpan, i);

      for (guint k = span->span.start; k < MIN (span->span.end, glyphs->len); k++)
        {
          guint *here = &g_array_index (glyphs, Glyph, k).look;

          if ((span->look & PLX_LOOK_COLOR_MASK) != 0)
            *here &= ~(guint)PLX_LOOK_COLOR_MASK;
          *here |= span->look;
        }
    }

  return glyphs;
}

static void
append_look (GString *out, guint look)
{
  g_string_append (out, "\033[0");
  if ((look & PLX_LOOK_BOLD) != 0)
    g_string_append (out, ";1");
  if ((look & PLX_LOOK_DIM) != 0)
    g_string_append (out, ";2");
  if ((look & PLX_LOOK_UNDERLINE) != 0)
    g_string_append (out, ";4");
  if ((look & PLX_LOOK_COLOR_MASK) != 0)
    g_string_append_printf (out, ";%u", look & PLX_LOOK_COLOR_MASK);
  g_string_append_c (out, 'm');
}

static void
add_line (GPtrArray *lines, const GArray *glyphs, guint first, guint end, guint indent, gboolean color)
{
  PlxTextLine *line = g_new0 (PlxTextLine, 1);
  GString *out = g_string_new (NULL);
  guint look = PLX_LOOK_PLAIN;

  while (end > first && g_array_index (glyphs, Glyph, end - 1).c == ' ')
    end--;
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
  line->columns = indent;
  for (guint i = first; i < end; i++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      if (color && glyph->look != look)
        append_look (out, glyph->look);
      look = glyph->look;
      g_string_append_unichar (out, glyph->c);
      line->columns += glyph->columns;
    }
  if (color && look != PLX_LOOK_PLAIN)
    g_string_append (out, "\033[0m");
  line->text = g_string_free (out, FALSE);
  g_ptr_array_add (lines, line);
}

/**
 * plx_text_layout_wrap:
 * @lines: (element-type PlxTextLine): where to add the lines
 * @text: UTF-8; a line separator (U+2028) begins a new line
 * @look: #PlxLook of all of it
 * @looks: (nullable) (element-type PlxLookSpan): how parts of it look besides
 * @indent: columns to leave free before every line
 * @style: how to set it; its width is that of the lines
 *
 * Breaks a text into lines of a terminal, between words where it can.
 */
void
plx_text_layout_wrap (GPtrArray *lines, const char *text, guint look, const GArray *looks, guint indent,
                      const PlxTextStyle *style)
{
  g_autoptr (GArray) glyphs = glyphs_of (text, look, looks);
  guint width = style->width > indent + 4 ? style->width - indent : 4;
  guint first = 0, last_break = 0, columns = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      if (glyph->c == 0x2028)
        {
          add_line (lines, glyphs, first, i, indent, style->color);
          first = last_break = i + 1;
          columns = 0;
          continue;
        }
      if (columns + glyph->columns > width && glyph->c != ' ')
        {
          guint end = last_break > first ? last_break : i;

          add_line (lines, glyphs, first, end, indent, style->color);
          first = last_break = end;
          columns = 0;
          for (guint k = first; k < i; k++)
            columns += g_array_index (glyphs, Glyph, k).columns;
        }
      if (glyph->c == ' ' && i == first && i > 0)
        first = last_break = i + 1;
      else
        columns += glyph->columns;
      if (glyph->break_after)
        last_break = i + 1;
    }
  if (first < glyphs->len || glyphs->len == 0)
    add_line (lines, glyphs, first, glyphs->len, indent, style->color);
}

/**
 * plx_text_layout_print:
 * @out: where to print
 * @lines: (element-type PlxTextLine): lines
 *
 * Prints lines one below the other.
 */
void
plx_text_layout_print (GString *out, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", ((PlxTextLine *)g_ptr_array_index (lines, i))->text);
}

static void
strip_trailing_spaces (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/**
 * plx_text_layout_print_columns:
 * @out: where to print
 * @columns: (element-type GPtrArray): for each column its lines, none wider than @column_width
 * @column_width: width of a column
 * @style: how to set them
 *
 * Prints columns side by side, with a line between them.
 */
void
plx_text_layout_print_columns (GString *out, GPtrArray *columns, guint column_width, const PlxTextStyle *style)
{
  guint n_lines = 0;

  for (guint c = 0; c < columns->len; c++)
    n_lines = MAX (n_lines, ((GPtrArray *)g_ptr_array_index (columns, c))->len);
  for (guint i = 0; i < n_lines; i++)
    {
      for (guint c = 0; c < columns->len; c++)
        {
          GPtrArray *lines = g_ptr_array_index (columns, c);
          const PlxTextLine *line = i < lines->len ? g_ptr_array_index (lines, i) : NULL;

          if (c > 0)
            g_string_append (out, style->color ? " \033[2m│\033[0m " : " │ ");
          if (line != NULL)
            g_string_append (out, line->text);
          for (guint k = line != NULL ? line->columns : 0; k < column_width; k++)
            g_string_append_c (out, ' ');
        }
      strip_trailing_spaces (out);
      g_string_append_c (out, '\n');
    }
}

/**
 * plx_text_layout_print_rule:
 * @out: where to print
 * @title: (nullable): what to write at its beginning
 * @style: how to set it
 *
 * Prints a horizontal line across the terminal.
 */
void
plx_text_layout_print_rule (GString *out, const char *title, const PlxTextStyle *style)
{
  guint at = 0;

  if (style->color)
    g_string_append (out, "\033[2m");
  if (title != NULL)
    {
      g_string_append_printf (out, "── %s ", title);
      at = 4 + g_utf8_strlen (title, -1);
    }
  for (; at < style->width; at++)
    g_string_append (out, "─");
  g_string_append (out, style->color ? "\033[0m\n" : "\n");
}
