/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-blocks.h"

#include <string.h>

/* The average cell of a data table is shorter than this, in bytes; longer ones are columns of a layout. */
#define MAX_CELL_BYTES 160

/* Lines of so many words are prose, and a page that shows less prose than this shows no article. */
#define MIN_PROSE_WORDS 12
#define MAX_SHOWN_PROSE 120

typedef struct
{
  guint n_rows;
  guint n_cells;
  guint n_bytes;
  gboolean layout;
} TableInfo;

typedef struct
{
  const PlxHtmlDocument *document;
  GArray *blocks;
  GHashTable *tables;

  GString *text;
  PlxHtmlBlock block;
  gboolean space;
  gboolean visible;
  gboolean after_link;
  guint n_breaks;

  guint n_strong;
  guint n_links;
} Builder;

static void
block_clear (gpointer data)
{
  g_free (((PlxHtmlBlock *)data)->text);
}

/* Which tables hold data, to be read row by row, and which lay out the page. One pass, tables within tables included.
 */
static GHashTable *
find_data_tables (const PlxHtmlDocument *document)
{
  GHashTable *tables = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  TableInfo *current = NULL;

  for (guint i = 1; i < document->n_nodes; i++)
    {
      const PlxHtmlNode *node = &document->nodes[i];

      while (open->len > 0 && i >= document->nodes[g_array_index (open, guint, open->len - 1)].end)
        {
          g_array_set_size (open, open->len - 1);
          current = open->len > 0
                        ? g_hash_table_lookup (tables, GUINT_TO_POINTER (g_array_index (open, guint, open->len - 1)))
                        : NULL;
        }
      if (node->tag == PLX_HTML_TABLE)
        {
          if (current != NULL)
            current->layout = TRUE;
          current = g_new0 (TableInfo, 1);
          g_hash_table_insert (tables, GUINT_TO_POINTER (i), current);
          g_array_append_val (open, i);
        }
      else if (current == NULL)
        continue;
      else if (node->tag == PLX_HTML_TR)
        current->n_rows++;
      else if (node->tag == PLX_HTML_TD || node->tag == PLX_HTML_TH)
        current->n_cells++;
      else if (node->tag == PLX_HTML_TEXT)
        current->n_bytes += node->length;
      else if (plx_html_tag_is_heading (node->tag) || node->tag == PLX_HTML_FORM || node->tag == PLX_HTML_ARTICLE)
        current->layout = TRUE;
    }

  return tables;
}

static gboolean
is_data_table (Builder *builder, guint node)
{
  TableInfo *info = g_hash_table_lookup (builder->tables, GUINT_TO_POINTER (node));

  return info != NULL && !info->layout && info->n_rows > 1 && info->n_cells >= 2 * info->n_rows
         && info->n_bytes < info->n_cells * MAX_CELL_BYTES;
}

static gboolean
is_hidden (const PlxHtmlDocument *document, guint node)
{
  const char *style;
  const char *aria;

  if (document->nodes[node].n_attributes == 0)
    return FALSE;
  style = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_STYLE);
  aria = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_ARIA_HIDDEN);
  if (plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_HIDDEN) != NULL
      || g_strcmp0 (aria, "true") == 0)
    return TRUE;
  if (style != NULL)
    {
      const char *display = strstr (style, "display");
      const char *visibility = strstr (style, "visibility");

      if (display != NULL && g_str_has_prefix (display + 7 + strspn (display + 7, " :"), "none"))
        return TRUE;
      if (visibility != NULL && g_str_has_prefix (visibility + 10 + strspn (visibility + 10, " :"), "hidden"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
leads_elsewhere (const PlxHtmlDocument *document, guint node)
{
  const char *href = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_HREF);

  return href != NULL && *href != '\0';
}

/* What the text directly in @node is, by the elements around it. The nearest that says something decides. */
static PlxParagraphKind
kind_of (const PlxHtmlDocument *document, guint node)
{
  for (guint i = node, steps = 0; i != 0 && steps < 12; i = document->nodes[i].parent, steps++)
    switch (document->nodes[i].tag)
      {
      case PLX_HTML_FIGCAPTION:
      case PLX_HTML_CAPTION:
      case PLX_HTML_FIGURE:
        return PLX_PARAGRAPH_CAPTION;
      case PLX_HTML_H1:
      case PLX_HTML_H2:
      case PLX_HTML_H3:
      case PLX_HTML_H4:
      case PLX_HTML_H5:
      case PLX_HTML_H6:
        return PLX_PARAGRAPH_HEADING;
      case PLX_HTML_BLOCKQUOTE:
        return PLX_PARAGRAPH_QUOTE;
      case PLX_HTML_LI:
      case PLX_HTML_DD:
      case PLX_HTML_DT:
        return PLX_PARAGRAPH_LIST;
      case PLX_HTML_ARTICLE:
      case PLX_HTML_SECTION:
      case PLX_HTML_MAIN:
      case PLX_HTML_TD:
        return PLX_PARAGRAPH_TEXT;
      default:
        break;
      }
  return PLX_PARAGRAPH_TEXT;
}

static guint
count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      /* Scripts written without spaces: each letter counts for a word. */
      gunichar c = g_utf8_get_char (p);
      gboolean letter = c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);

      n += letter && (!in_word || c >= 0x2E80);
      in_word = letter || (in_word && (c == '\'' || c == 0x2019));
    }
  return n;
}

static void
finish_block (Builder *builder)
{
  PlxHtmlBlock *block = &builder->block;

  /* Headings end with the sign of a link to themselves. */
  if (g_str_has_suffix (builder->text->str, "¶"))
    {
      g_string_truncate (builder->text, builder->text->len - strlen ("¶"));
      g_string_truncate (builder->text, strlen (g_strchomp (builder->text->str)));
      block->n_chars = g_utf8_strlen (builder->text->str, -1);
      block->n_link_chars = MIN (block->n_link_chars, block->n_chars);
    }
  if (builder->visible && builder->text->len > 0)
    {
      block->text = g_utf8_normalize (builder->text->str, builder->text->len, G_NORMALIZE_NFC);
      block->n_words = count_words (block->text);
      block->kind = kind_of (builder->document, block->node);
      g_array_append_val (builder->blocks, *block);
    }
  g_string_truncate (builder->text, 0);
  memset (block, 0, sizeof *block);
  builder->space = FALSE;
  builder->visible = FALSE;
  builder->n_breaks = 0;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x200E && c <= 0x200F)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0xE000 && c <= 0xF8FF);
}

static void
add_text (Builder *builder, guint node, guint owner)
{
  const PlxHtmlNode *text = &builder->document->nodes[node];
  const char *end = builder->document->characters + text->offset + text->length;

  for (const char *p = end - text->length; p < end;)
    {
      guchar byte = *p;
      gunichar c;

      if (byte > ' ' && byte < 0x80)
        {
          c = byte;
          p++;
        }
      else
        {
          c = g_utf8_get_char (p);
          p = g_utf8_next_char (p);
          if (c <= ' ' || g_unichar_isspace (c))
            {
              builder->space = TRUE;
              continue;
            }
          if (is_invisible (c))
            continue;
        }
      if (builder->n_breaks > 1)
        finish_block (builder);
      builder->n_breaks = 0;
      builder->after_link = FALSE;
      if (builder->text->len == 0)
        {
          builder->block.node = owner;
          builder->block.first = node;
          builder->block.line = text->line;
        }
      else if (builder->space)
        g_string_append_c (builder->text, ' ');
      builder->space = FALSE;
      if (c < 0x80)
        g_string_append_c (builder->text, c);
      else
        g_string_append_unichar (builder->text, c);
      /* Joiners shape the letters beside them and are nothing by themselves. */
      builder->visible = builder->visible || (c != 0x200C && c != 0x200D);
      builder->block.n_chars++;
      builder->block.n_link_chars += builder->n_links > 0;
      builder->block.n_strong_chars += builder->n_strong > 0;
    }
}

/* A row of a data table is one line, its cells set apart. */
static void
add_row (Builder *builder, guint row, guint hidden)
{
  const PlxHtmlDocument *document = builder->document;
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_link_chars = 0;

  finish_block (builder);
  for (guint i = row + 1; i < document->nodes[row].end; i++)
    {
      if (document->nodes[i].tag == PLX_HTML_A && leads_elsewhere (document, i))
        {
          g_autofree char *text = plx_html_document_dup_text (document, i);

          n_link_chars += g_utf8_strlen (text, -1);
          /* The cell's text has been read when its links are counted: nothing in a link can be a cell. */
          i = document->nodes[i].end - 1;
        }
      else if (document->nodes[i].tag == PLX_HTML_TD || document->nodes[i].tag == PLX_HTML_TH)
        {
          g_autofree char *text = plx_html_document_dup_text (document, i);

          if (*text != '\0' && line->len > 0)
            g_string_append (line, " | ");
          g_string_append (line, text);
        }
    }
  if (line->len == 0)
    return;
  builder->block.node = row;
  builder->block.first = row;
  builder->block.line = document->nodes[row].line;
  builder->block.n_chars = g_utf8_strlen (line->str, -1);
  builder->block.n_link_chars = MIN (n_link_chars, builder->block.n_chars);
  builder->block.hidden = hidden;
  builder->block.row = TRUE;
  builder->visible = TRUE;
  g_string_assign (builder->text, line->str);
  finish_block (builder);
}

static gboolean
is_strong (PlxHtmlTag tag)
{
  return tag == PLX_HTML_B || tag == PLX_HTML_STRONG || plx_html_tag_is_heading (tag);
}

static void
build (Builder *builder)
{
  const PlxHtmlDocument *document = builder->document;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint hidden_end = 0;
  guint hidden_root = 0;
  guint data_table_end = 0;
  guint root = 0;

  g_array_append_val (owners, root);
  for (guint i = 1; i < document->n_nodes; i++)
    {
      const PlxHtmlNode *node = &document->nodes[i];
      PlxHtmlNature nature = plx_html_tag_get_nature (node->tag);

      while (open->len > 0)
        {
          guint last = g_array_index (open, guint, open->len - 1);
          PlxHtmlTag tag = document->nodes[last].tag;

          if (i < document->nodes[last].end)
            break;
          if (plx_html_tag_get_nature (tag) == PLX_HTML_NATURE_BLOCK)
            {
              finish_block (builder);
              g_array_set_size (owners, owners->len - 1);
            }
          builder->n_strong -= is_strong (tag);
          g_array_set_size (open, open->len - 1);
        }
      while (links->len > 0)
        {
          const PlxHtmlNode *link = &document->nodes[g_array_index (links, guint, links->len - 1)];

          if (i < MIN (link->end, link->length))
            break;
          g_array_set_size (links, links->len - 1);
          builder->after_link = TRUE;
        }
      builder->n_links = links->len;

      if (node->tag == PLX_HTML_TEXT)
        {
          add_text (builder, i, g_array_index (owners, guint, owners->len - 1));
          builder->block.hidden = i < hidden_end ? hidden_root : 0;
          continue;
        }
      if (node->tag == PLX_HTML_BR)
        {
          builder->n_breaks++;
          builder->space = TRUE;
          continue;
        }
      if (node->tag == PLX_HTML_HR)
        {
          finish_block (builder);
          continue;
        }
      if (nature == PLX_HTML_NATURE_EMBED || nature == PLX_HTML_NATURE_RAW || node->tag == PLX_HTML_HEAD)
        {
          i = node->end - 1;
          continue;
        }
      if (nature == PLX_HTML_NATURE_VOID)
        continue;

      if (i >= hidden_end && is_hidden (document, i))
        {
          /* An icon within a line does not end it. */
          if (nature != PLX_HTML_NATURE_BLOCK)
            {
              i = node->end - 1;
              continue;
            }
          hidden_end = node->end;
          hidden_root = i;
        }
      if (node->tag == PLX_HTML_TABLE && is_data_table (builder, i))
        data_table_end = node->end;
      if (node->tag == PLX_HTML_TR && i < data_table_end)
        {
          add_row (builder, i, i < hidden_end ? hidden_root : 0);
          i = node->end - 1;
          continue;
        }
      if (nature == PLX_HTML_NATURE_BLOCK)
        {
          finish_block (builder);
          g_array_append_val (owners, i);
        }
      if (node->tag == PLX_HTML_A && leads_elsewhere (document, i))
        {
          /* Two links side by side are two things, however the page sets them apart. */
          builder->space = builder->space || builder->after_link;
          g_array_append_val (links, i);
        }
      builder->n_strong += is_strong (node->tag);
      g_array_append_val (open, i);
    }
  finish_block (builder);
}

static guint
prose_of (const PlxHtmlBlock *block)
{
  return block->n_words >= MIN_PROSE_WORDS && block->n_link_chars * 2 < block->n_chars ? block->n_words : 0;
}

/*
 * Some pages hide all they hold until a script has run. Where a page shows next to no prose, the part of it that is
 * hidden and has the most is what it is about.
 */
static void
reveal (GArray *blocks)
{
  guint n_shown = 0;
  guint n_words = 0;
  guint n_most = 0;
  guint root = 0;
  guint most = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);

      if (block->hidden == 0)
        {
          n_shown += prose_of (block);
          continue;
        }
      /* Lines hidden by one element stand together. */
      if (block->hidden != root)
        n_words = 0;
      root = block->hidden;
      n_words += prose_of (block);
      if (n_words > n_most)
        {
          n_most = n_words;
          most = root;
        }
    }
  for (guint i = 0; n_shown < MAX_SHOWN_PROSE && n_most > 2 * n_shown && i < blocks->len; i++)
    if (g_array_index (blocks, PlxHtmlBlock, i).hidden == most)
      g_array_index (blocks, PlxHtmlBlock, i).hidden = 0;
}

/**
 * plx_html_blocks_new:
 * @document: a page
 *
 * Reads the lines of text of a page, in order: paragraphs, headings, list items, captions, table rows, and everything
 * that is none of the article. Two line breaks in a row end a paragraph, as does any element that is a block.
 *
 * Returns: (transfer full) (element-type PlxHtmlBlock): the lines
 */
GArray *
plx_html_blocks_new (const PlxHtmlDocument *document)
{
  Builder builder = { .document = document };

  builder.blocks = g_array_new (FALSE, TRUE, sizeof (PlxHtmlBlock));
  g_array_set_clear_func (builder.blocks, block_clear);
  builder.tables = find_data_tables (document);
  builder.text = g_string_new (NULL);
  build (&builder);
  reveal (builder.blocks);
  g_hash_table_unref (builder.tables);
  g_string_free (builder.text, TRUE);

  return builder.blocks;
}
