/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/import/plx-html-entities.h"
#include "engine/import/plx-html-nesting.h"
#include "engine/import/plx-import-error.h"

/*
 * A tokenizer and tree builder after the HTML standard (WHATWG, sections 13.2.5 and 13.2.6), cut down to what reading
 * text needs. libxml2's parser is not used for the tree: in the 2.9 series it takes quadratic time on a tag of many
 * attributes and on end tags that match nothing, and gives up on a document 256 elements deep. Here every byte is
 * looked at a bounded number of times, and elements below MAX_DEPTH are read over while their text is kept.
 */
#define MAX_DEPTH       400
#define MAX_NODES       2000000
#define MAX_ATTRIBUTES  16
#define MAX_VALUE_BYTES 65536

typedef struct
{
  const char *position;
  const char *end;
  const char *line_position;
  guint line;

  GArray *nodes;
  GArray *values;
  GString *characters;

  guint open[MAX_DEPTH];
  guint n_open;
  guint n_open_of[PLX_HTML_N_TAGS];
  guint n_too_deep;
} Parser;

static const char *const attribute_names[PLX_HTML_N_ATTRIBUTES] = {
  "aria-hidden", "class", "content", "datetime", "hidden", "href", "id",    "itemprop",
  "itemtype",    "lang",  "name",    "property", "rel",    "role", "style", "type",
};

static inline PlxHtmlNode *
node_at (Parser *parser, guint index)
{
  return &g_array_index (parser->nodes, PlxHtmlNode, index);
}

static inline PlxHtmlTag
open_tag (Parser *parser, guint level)
{
  return node_at (parser, parser->open[level])->tag;
}

static guint
line_of (Parser *parser, const char *position)
{
  const char *newline;

  while (parser->line_position < position
         && (newline = memchr (parser->line_position, '\n', position - parser->line_position)) != NULL)
    {
      parser->line++;
      parser->line_position = newline + 1;
    }
  parser->line_position = MAX (parser->line_position, position);

  return parser->line;
}

static guint
append_node (Parser *parser, PlxHtmlTag tag, const char *position)
{
  PlxHtmlNode node = { .tag = tag, .depth = parser->n_open, .line = line_of (parser, position) };

  node.parent = parser->n_open > 0 ? parser->open[parser->n_open - 1] : 0;
  node.end = parser->nodes->len + 1;
  node.attributes = parser->values->len;
  g_array_append_val (parser->nodes, node);

  return parser->nodes->len - 1;
}

/* Closes the open elements from @level on. */
static void
close_from (Parser *parser, guint level)
{
  while (parser->n_open > level)
    {
      PlxHtmlNode *node = node_at (parser, parser->open[--parser->n_open]);

      node->end = parser->nodes->len;
      parser->n_open_of[node->tag]--;
    }
}

static void
close_implied (Parser *parser, PlxHtmlTag tag)
{
  if (parser->n_open_of[PLX_HTML_HEAD] > 0 && !plx_html_nesting_may_stand_in_head (tag))
    for (guint level = parser->n_open; level-- > 0;)
      if (open_tag (parser, level) == PLX_HTML_HEAD)
        close_from (parser, level);

  if (parser->n_open_of[PLX_HTML_P] > 0 && plx_html_nesting_ends_paragraph (tag))
    for (guint level = parser->n_open; level-- > 0 && !plx_html_nesting_is_scope (open_tag (parser, level));)
      if (open_tag (parser, level) == PLX_HTML_P)
        {
          close_from (parser, level);
          break;
        }

  for (guint level = parser->n_open; level-- > 0;)
    {
      gboolean barrier;

      if (plx_html_nesting_is_ended_by (open_tag (parser, level), tag, &barrier))
        {
          close_from (parser, level);
          break;
        }
      if (barrier)
        break;
    }
}

/* The text from @start to @end, its character references resolved, goes to the document's characters. */
static void
append_text (Parser *parser, const char *start, const char *end, gboolean in_attribute)
{
  while (start < end)
    {
      const char *reference = memchr (start, '&', end - start);

      if (reference == NULL)
        reference = end;
      g_string_append_len (parser->characters, start, reference - start);
      start = reference < end ? plx_html_append_reference (parser->characters, reference, end, in_attribute) : end;
    }
}

static gboolean
is_blank (const char *start, const char *end)
{
  while (start < end && g_ascii_isspace (*start))
    start++;
  return start == end;
}

static void
add_text (Parser *parser, const char *start, const char *end)
{
  guint node;

  if (start == end)
    return;
  if (parser->n_open_of[PLX_HTML_HEAD] > 0 && open_tag (parser, parser->n_open - 1) == PLX_HTML_HEAD)
    {
      if (is_blank (start, end))
        return;
      close_implied (parser, PLX_HTML_TEXT);
    }
  node = append_node (parser, PLX_HTML_TEXT, start);
  node_at (parser, node)->offset = parser->characters->len;
  append_text (parser, start, end, FALSE);
  node_at (parser, node)->length = parser->characters->len - node_at (parser, node)->offset;
  g_string_append_c (parser->characters, '\0');
}

static guint
find_attribute (const char *name)
{
  for (guint i = 0; i < PLX_HTML_N_ATTRIBUTES; i++)
    if (name[0] == attribute_names[i][0] && strcmp (name, attribute_names[i]) == 0)
      return i;
  return PLX_HTML_N_ATTRIBUTES;
}

static const char *
skip_spaces (const char *position, const char *end)
{
  while (position < end && g_ascii_isspace (*position))
    position++;
  return position;
}

/* Reads one attribute at @position, which is no space, slash or angle bracket; keeps it in @node when it is wanted. */
static const char *
read_attribute (Parser *parser, const char *position, guint node)
{
  const char *end = parser->end;
  char name[16];
  guint length = 0;
  const char *value = "";
  const char *value_end = value;
  guint attribute;

  do
    {
      if (length < sizeof (name))
        name[length] = g_ascii_tolower (*position);
      length++;
      position++;
    }
  while (position < end && !g_ascii_isspace (*position) && *position != '/' && *position != '>' && *position != '=');
  name[MIN (length, sizeof (name) - 1)] = '\0';

  position = skip_spaces (position, end);
  if (position < end && *position == '=')
    {
      position = skip_spaces (position + 1, end);
      if (position < end && (*position == '"' || *position == '\''))
        {
          value = position + 1;
          value_end = memchr (value, *position, end - value);
          if (value_end == NULL)
            value_end = end;
          position = MIN (value_end + 1, end);
        }
      else
        {
          value = position;
          while (position < end && !g_ascii_isspace (*position) && *position != '>')
            position++;
          value_end = position;
        }
    }

  if (node == 0 || length >= sizeof (name) || node_at (parser, node)->n_attributes >= MAX_ATTRIBUTES)
    return position;
  attribute = find_attribute (name);
  if (attribute < PLX_HTML_N_ATTRIBUTES)
    {
      PlxHtmlAttributeValue kept = { attribute, parser->characters->len };

      g_array_append_val (parser->values, kept);
      node_at (parser, node)->n_attributes++;
      value_end = MIN (value_end, value + MAX_VALUE_BYTES);
      /* A value that is cut must not end within a character. */
      while (value_end > value && value_end < end && ((guchar)*value_end & 0xC0) == 0x80)
        value_end--;
      append_text (parser, value, value_end, TRUE);
      g_string_append_c (parser->characters, '\0');
    }

  return position;
}

/* Finds the end tag of a raw text element; the end of the input when there is none. */
static const char *
find_raw_end (Parser *parser, const char *position, const char *name, gsize name_length)
{
  while ((position = memchr (position, '<', parser->end - position)) != NULL)
    {
      if ((gsize)(parser->end - position) > name_length + 2 && position[1] == '/'
          && g_ascii_strncasecmp (position + 2, name, name_length) == 0 && !g_ascii_isalnum (position[2 + name_length]))
        return position;
      position++;
    }
  return parser->end;
}

static void
read_raw_text (Parser *parser, PlxHtmlTag tag, guint node, const char *name)
{
  const char *start = parser->position;
  const char *type = NULL;
  PlxHtmlNode text;

  parser->position = find_raw_end (parser, start, name, strlen (name));
  if (node == 0 || start == parser->position)
    return;
  for (guint i = 0; i < node_at (parser, node)->n_attributes && type == NULL; i++)
    {
      PlxHtmlAttributeValue value =
          g_array_index (parser->values, PlxHtmlAttributeValue, node_at (parser, node)->attributes + i);

      if (value.attribute == PLX_HTML_ATTRIBUTE_TYPE)
        type = parser->characters->str + value.offset;
    }
  if (tag != PLX_HTML_TITLE && !(tag == PLX_HTML_SCRIPT && type != NULL && strstr (type, "ld+json") != NULL))
    return;

  text = (PlxHtmlNode){ .tag = PLX_HTML_TEXT, .parent = node, .end = node + 2, .offset = parser->characters->len };
  text.depth = node_at (parser, node)->depth + 1;
  text.line = line_of (parser, start);
  if (tag == PLX_HTML_TITLE)
    append_text (parser, start, parser->position, FALSE);
  else
    g_string_append_len (parser->characters, start, parser->position - start);
  text.length = parser->characters->len - text.offset;
  g_string_append_c (parser->characters, '\0');
  g_array_append_val (parser->nodes, text);
  node_at (parser, node)->end = node + 2;
}

static const char *
read_name (Parser *parser, const char *position, char *name, gsize size, guint *hash)
{
  gsize length = 0;

  *hash = 5381;
  while (position < parser->end && !g_ascii_isspace (*position) && *position != '/' && *position != '>')
    {
      char c = g_ascii_tolower (*position++);

      *hash = *hash * 33 + (guchar)c;
      if (length < size - 1)
        name[length++] = c;
    }
  name[length] = '\0';

  return position;
}

static void
read_start_tag (Parser *parser)
{
  const char *start = parser->position;
  char name[32];
  guint hash;
  const char *position = read_name (parser, start + 1, name, sizeof (name), &hash);
  PlxHtmlTag tag = plx_html_tag_from_name (name);
  PlxHtmlNature nature = plx_html_tag_get_nature (tag);
  gboolean closed = FALSE;
  gboolean repeated =
      (tag == PLX_HTML_HTML || tag == PLX_HTML_BODY || tag == PLX_HTML_HEAD) && parser->n_open_of[tag] > 0;
  guint node = 0;

  if (!repeated)
    {
      close_implied (parser, tag);
      if (parser->n_open < MAX_DEPTH)
        {
          node = append_node (parser, tag, start);
          node_at (parser, node)->name_hash = hash;
          node_at (parser, node)->length = G_MAXUINT;
          if (tag == PLX_HTML_UNKNOWN)
            {
              node_at (parser, node)->offset = parser->characters->len;
              g_string_append_len (parser->characters, name, strlen (name) + 1);
            }
        }
      else if (nature == PLX_HTML_NATURE_BLOCK)
        {
          /* Too deep to be kept: that it begins a paragraph is. */
          append_node (parser, PLX_HTML_BR, start);
          append_node (parser, PLX_HTML_BR, start);
        }
    }

  while ((position = skip_spaces (position, parser->end)) < parser->end && *position != '>')
    {
      if (*position == '/')
        {
          closed = position + 1 < parser->end && position[1] == '>';
          position++;
        }
      else
        position = read_attribute (parser, position, node);
    }
  parser->position = MIN (position + 1, parser->end);

  if (repeated || nature == PLX_HTML_NATURE_VOID)
    return;
  if (nature == PLX_HTML_NATURE_RAW)
    {
      read_raw_text (parser, tag, node, name);
      return;
    }
  /* A slash closes only foreign elements; authors of unknown elements mean it too. */
  if (closed && (tag == PLX_HTML_UNKNOWN || tag == PLX_HTML_SVG || tag == PLX_HTML_MATH))
    return;
  if (node == 0)
    parser->n_too_deep++;
  else
    {
      parser->open[parser->n_open++] = node;
      parser->n_open_of[tag]++;
    }
}

static void
read_end_tag (Parser *parser)
{
  const char *start = parser->position;
  char name[32];
  guint hash;
  const char *position = read_name (parser, start + 2, name, sizeof (name), &hash);
  PlxHtmlTag tag = plx_html_tag_from_name (name);
  gboolean block = plx_html_tag_get_nature (tag) == PLX_HTML_NATURE_BLOCK;
  gboolean table_part = tag == PLX_HTML_TABLE || tag == PLX_HTML_TR || tag == PLX_HTML_TD || tag == PLX_HTML_TH
                        || plx_html_nesting_is_row_group (tag);

  position = memchr (position, '>', parser->end - position);
  parser->position = position != NULL ? position + 1 : parser->end;

  if (plx_html_tag_get_nature (tag) == PLX_HTML_NATURE_RAW)
    return;
  if (parser->n_too_deep > 0)
    {
      parser->n_too_deep--;
      return;
    }
  if (tag == PLX_HTML_BR)
    {
      append_node (parser, tag, start);
      return;
    }
  /* Browsers go on adding to the body after its end tag; so does this. */
  if (tag == PLX_HTML_BODY || tag == PLX_HTML_HTML)
    return;
  if (parser->n_open_of[tag] == 0 && !plx_html_tag_is_heading (tag))
    return;

  for (guint level = parser->n_open; level-- > 1;)
    {
      PlxHtmlNode *node = node_at (parser, parser->open[level]);

      if ((node->tag == tag && node->name_hash == hash)
          || (plx_html_tag_is_heading (tag) && plx_html_tag_is_heading (node->tag)))
        {
          close_from (parser, level);
          return;
        }
      if (tag == PLX_HTML_LI && (node->tag == PLX_HTML_UL || node->tag == PLX_HTML_OL))
        return;
      if (table_part ? node->tag == PLX_HTML_TABLE : block && plx_html_nesting_is_scope (node->tag))
        return;
      if (!block && plx_html_tag_get_nature (node->tag) == PLX_HTML_NATURE_BLOCK)
        {
          /* The page closes a link around a block that is still open: what follows is not in the link. */
          for (; tag == PLX_HTML_A && level > 0; level--)
            if (open_tag (parser, level) == PLX_HTML_A)
              {
                node_at (parser, parser->open[level])->length = parser->nodes->len;
                break;
              }
          return;
        }
    }
}

/* Comments, document types, processing instructions and the like. */
static void
read_declaration (Parser *parser)
{
  const char *start = parser->position;
  const char *close;

  if (parser->end - start >= 4 && strncmp (start, "<!--", 4) == 0)
    {
      if (start + 4 < parser->end && start[4] == '>')
        parser->position = start + 5;
      else
        {
          close = g_strstr_len (start + 4, parser->end - start - 4, "-->");
          parser->position = close != NULL ? close + 3 : parser->end;
        }
      return;
    }
  close = memchr (start, '>', parser->end - start);
  parser->position = close != NULL ? close + 1 : parser->end;
}

/* What a browser puts on the clipboard says by comments, or by a header of offsets, where the selected part is. */
static void
find_fragment (Parser *parser)
{
  static const char start_mark[] = "<!--StartFragment-->";
  static const char end_mark[] = "<!--EndFragment-->";
  gsize length = parser->end - parser->position;
  const char *start = g_strstr_len (parser->position, MIN (length, 65536), start_mark);
  const char *end;

  if (start != NULL)
    {
      parser->position = start + strlen (start_mark);
      end = g_strrstr_len (parser->position, parser->end - parser->position, end_mark);
      if (end != NULL)
        parser->end = end;
    }
  else if (length > 8 && strncmp (parser->position, "Version:", 8) == 0)
    {
      start = memchr (parser->position, '<', length);
      if (start != NULL)
        parser->position = start;
    }
}

static void
parse (Parser *parser)
{
  const char *text = parser->position;

  while (text < parser->end && parser->nodes->len < MAX_NODES)
    {
      const char *mark = memchr (parser->position, '<', parser->end - parser->position);
      gunichar next = mark != NULL && mark + 1 < parser->end ? mark[1] : '\0';

      if (mark == NULL)
        mark = parser->end;
      else if (!g_ascii_isalpha (next) && next != '!' && next != '?'
               && !(next == '/' && mark + 2 < parser->end && g_ascii_isalpha (mark[2])))
        {
          /* An angle bracket that begins no tag is a character; "</" before anything else a comment. */
          if (next == '/')
            {
              add_text (parser, text, mark);
              parser->position = mark;
              read_declaration (parser);
              text = parser->position;
            }
          else
            parser->position = mark + 1;
          continue;
        }
      add_text (parser, text, mark);
      parser->position = mark;
      if (mark < parser->end)
        {
          if (next == '/')
            read_end_tag (parser);
          else if (next == '!' || next == '?')
            read_declaration (parser);
          else
            read_start_tag (parser);
        }
      text = parser->position;
    }
  close_from (parser, 0);
}

/**
 * plx_html_document_new:
 * @html: the page or fragment, valid UTF-8 without NULs
 * @length: its bytes
 * @error: set to %PLX_IMPORT_ERROR_TOO_LARGE
 *
 * Parses a page. There are no ill-formed pages: anything gives a document, as in a browser. Nothing is fetched and no
 * script is run. Time and memory grow with @length and no faster.
 *
 * Returns: (transfer full) (nullable): the document, %NULL when it has more elements than Parallax reads
 */
PlxHtmlDocument *
plx_html_document_new (const char *html, gsize length, GError **error)
{
  PlxHtmlDocument *self;
  gboolean complete;
  Parser parser = { .position = html, .end = html + length, .line_position = html, .line = 1 };

  parser.nodes = g_array_sized_new (FALSE, FALSE, sizeof (PlxHtmlNode), MIN (length / 40, MAX_NODES) + 16);
  parser.values = g_array_new (FALSE, FALSE, sizeof (PlxHtmlAttributeValue));
  parser.characters = g_string_sized_new (length / 4 + 16);
  parser.open[parser.n_open++] = append_node (&parser, PLX_HTML_UNKNOWN, html);
  parser.n_open_of[PLX_HTML_UNKNOWN]++;
  find_fragment (&parser);
  parse (&parser);

  complete = parser.nodes->len < MAX_NODES;
  self = g_new0 (PlxHtmlDocument, 1);
  self->n_nodes = parser.nodes->len;
  self->nodes = (PlxHtmlNode *)(gpointer)g_array_free (parser.nodes, FALSE);
  self->values = (PlxHtmlAttributeValue *)(gpointer)g_array_free (parser.values, FALSE);
  self->characters = g_string_free (parser.characters, FALSE);
  if (!complete)
    {
      plx_html_document_free (self);
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                           _ ("The page has more elements than Parallax reads."));
      return NULL;
    }

  return self;
}
