/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-parse.h"

void
plx_html_document_free (PlxHtmlDocument *self)
{
  g_free (self->nodes);
  g_free (self->values);
  g_free (self->characters);
  g_free (self);
}

/**
 * plx_html_document_get_attribute:
 * @self: a document
 * @node: index of a node
 * @attribute: which
 *
 * Returns: (transfer none) (nullable): the value, %NULL when the element does not have the attribute
 */
const char *
plx_html_document_get_attribute (const PlxHtmlDocument *self, guint node, PlxHtmlAttribute attribute)
{
  const PlxHtmlNode *element = &self->nodes[node];

  for (guint i = 0; i < element->n_attributes; i++)
    if (self->values[element->attributes + i].attribute == attribute)
      return self->characters + self->values[element->attributes + i].offset;
  return NULL;
}

/* The nearest element around @node that begins and ends a line. */
static guint
line_element_of (const PlxHtmlDocument *self, guint node)
{
  while (node != 0 && plx_html_tag_get_nature (self->nodes[node].tag) != PLX_HTML_NATURE_BLOCK)
    node = self->nodes[node].parent;
  return node;
}

/**
 * plx_html_document_dup_text:
 * @self: a document
 * @node: index of a node
 *
 * Returns: (transfer full): the text within the node, as it stands there but for white space, which is collapsed
 */
char *
plx_html_document_dup_text (const PlxHtmlDocument *self, guint node)
{
  GString *text = g_string_new (NULL);
  guint element = G_MAXUINT;
  gboolean space = FALSE;

  for (guint i = node; i < self->nodes[node].end; i++)
    {
      const PlxHtmlNode *child = &self->nodes[i];
      PlxHtmlNature nature = plx_html_tag_get_nature (child->tag);

      if (child->tag != PLX_HTML_TEXT)
        {
          space = space || child->tag == PLX_HTML_BR;
          if (i > node && (nature == PLX_HTML_NATURE_EMBED || nature == PLX_HTML_NATURE_RAW))
            i = child->end - 1;
          continue;
        }
      if (line_element_of (self, i) != element)
        {
          element = line_element_of (self, i);
          space = TRUE;
        }
      for (const char *p = self->characters + child->offset; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isspace (c))
            {
              space = TRUE;
              continue;
            }
          if (space && text->len > 0)
            g_string_append_c (text, ' ');
          space = FALSE;
          g_string_append_unichar (text, c);
        }
    }

  return g_string_free (text, FALSE);
}
