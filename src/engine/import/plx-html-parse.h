/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/import/plx-html-tags.h"

G_BEGIN_DECLS

/**
 * PlxHtmlAttribute:
 *
 * The attributes that are kept, in the order of their names; all others are read over.
 */
typedef enum
{
  PLX_HTML_ATTRIBUTE_ARIA_HIDDEN,
  PLX_HTML_ATTRIBUTE_CLASS,
  PLX_HTML_ATTRIBUTE_CONTENT,
  PLX_HTML_ATTRIBUTE_DATETIME,
  PLX_HTML_ATTRIBUTE_HIDDEN,
  PLX_HTML_ATTRIBUTE_HREF,
  PLX_HTML_ATTRIBUTE_ID,
  PLX_HTML_ATTRIBUTE_ITEMPROP,
  PLX_HTML_ATTRIBUTE_ITEMTYPE,
  PLX_HTML_ATTRIBUTE_LANG,
  PLX_HTML_ATTRIBUTE_NAME,
  PLX_HTML_ATTRIBUTE_PROPERTY,
  PLX_HTML_ATTRIBUTE_REL,
  PLX_HTML_ATTRIBUTE_ROLE,
  PLX_HTML_ATTRIBUTE_STYLE,
  PLX_HTML_ATTRIBUTE_TYPE,
  PLX_HTML_N_ATTRIBUTES
} PlxHtmlAttribute;

/**
 * PlxHtmlNode:
 * @tag: what it is
 * @depth: number of ancestors
 * @n_attributes: how many attributes are kept
 * @parent: index of the parent; the root, index 0, is its own parent
 * @end: index of the first node that is not within this one
 * @line: line of the input it begins on, from 1
 * @offset: of a text: where it starts in the document's characters; of an unknown element: where its name does
 * @length: of a text: its bytes. Of a link: index of the first node that no longer belongs to it, where the page
 *   closes it before elements within it
 * @name_hash: hash of the element's name
 * @attributes: index of the first kept attribute
 */
typedef struct
{
  guint16 tag;
  guint16 depth;
  guint n_attributes;
  guint parent;
  guint end;
  guint line;
  guint offset;
  guint length;
  guint name_hash;
  guint attributes;
} PlxHtmlNode;

/**
 * PlxHtmlAttributeValue:
 * @attribute: a #PlxHtmlAttribute
 * @offset: where its value begins in the characters of the document
 *
 * An attribute of an element that is wanted.
 */
typedef struct
{
  guint attribute;
  guint offset;
} PlxHtmlAttributeValue;

/**
 * PlxHtmlDocument:
 * @nodes: the nodes in the order of the page, each followed by what is in it
 * @n_nodes: how many
 * @characters: text and attribute values, UTF-8
 *
 * A parsed page. Walking it needs no recursion: parents stand before their children, and @end skips a subtree.
 */
typedef struct
{
  PlxHtmlNode *nodes;
  guint n_nodes;
  char *characters;
  PlxHtmlAttributeValue *values;
} PlxHtmlDocument;

PlxHtmlDocument *plx_html_document_new (const char *html, gsize length, GError **error);
void plx_html_document_free (PlxHtmlDocument *self);
const char *plx_html_document_get_attribute (const PlxHtmlDocument *self, guint node, PlxHtmlAttribute attribute);
char *plx_html_document_dup_text (const PlxHtmlDocument *self, guint node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlDocument, plx_html_document_free)

G_END_DECLS
