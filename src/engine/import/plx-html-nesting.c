/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-nesting.h"

/* Which elements a start tag ends though no end tag says so, after the HTML standard (WHATWG, section 13.2.6.4). */

/**
 * plx_html_nesting_ends_paragraph:
 * @tag: a start tag
 *
 * Returns: whether it closes a paragraph that is open
 */
gboolean
plx_html_nesting_ends_paragraph (PlxHtmlTag tag)
{
  switch (tag)
    {
    case PLX_HTML_HR:
      return TRUE;
    case PLX_HTML_BODY:
    case PLX_HTML_BUTTON:
    case PLX_HTML_CAPTION:
    case PLX_HTML_COLGROUP:
    case PLX_HTML_HEAD:
    case PLX_HTML_HTML:
    case PLX_HTML_LEGEND:
    case PLX_HTML_OPTGROUP:
    case PLX_HTML_OPTION:
    case PLX_HTML_TBODY:
    case PLX_HTML_TD:
    case PLX_HTML_TFOOT:
    case PLX_HTML_TH:
    case PLX_HTML_THEAD:
    case PLX_HTML_TR:
      return FALSE;
    default:
      return plx_html_tag_get_nature (tag) == PLX_HTML_NATURE_BLOCK;
    }
}

/**
 * plx_html_nesting_is_scope:
 * @tag: an open element
 *
 * Returns: whether tags inside it leave open what is open outside
 */
gboolean
plx_html_nesting_is_scope (PlxHtmlTag tag)
{
  return tag == PLX_HTML_TABLE || tag == PLX_HTML_TD || tag == PLX_HTML_TH || tag == PLX_HTML_CAPTION
         || tag == PLX_HTML_TEMPLATE || tag == PLX_HTML_BUTTON || tag == PLX_HTML_OBJECT;
}

/**
 * plx_html_nesting_is_row_group:
 * @tag: a tag
 *
 * Returns: whether it groups the rows of a table
 */
gboolean
plx_html_nesting_is_row_group (PlxHtmlTag tag)
{
  return tag == PLX_HTML_TBODY || tag == PLX_HTML_THEAD || tag == PLX_HTML_TFOOT;
}

/**
 * plx_html_nesting_may_stand_in_head:
 * @tag: a start tag
 *
 * Returns: whether it may stand in the head of a page; others end it
 */
gboolean
plx_html_nesting_may_stand_in_head (PlxHtmlTag tag)
{
  return tag == PLX_HTML_META || tag == PLX_HTML_LINK || tag == PLX_HTML_TITLE || tag == PLX_HTML_SCRIPT
         || tag == PLX_HTML_STYLE || tag == PLX_HTML_BASE || tag == PLX_HTML_NOSCRIPT || tag == PLX_HTML_TEMPLATE;
}

/**
 * plx_html_nesting_is_ended_by:
 * @open: an open element
 * @tag: a start tag
 * @barrier: (out): whether the tag must not reach beyond @open to what is open around it
 *
 * Returns: whether the tag ends the element
 */
gboolean
plx_html_nesting_is_ended_by (PlxHtmlTag open, PlxHtmlTag tag, gboolean *barrier)
{
  gboolean block = plx_html_tag_get_nature (open) == PLX_HTML_NATURE_BLOCK;

  switch (tag)
    {
    case PLX_HTML_LI:
    case PLX_HTML_OPTION:
      *barrier = block && open != PLX_HTML_DIV && open != PLX_HTML_P && open != PLX_HTML_ADDRESS;
      return open == tag;
    case PLX_HTML_DD:
    case PLX_HTML_DT:
      *barrier = block && open != PLX_HTML_DIV && open != PLX_HTML_P && open != PLX_HTML_ADDRESS;
      return open == PLX_HTML_DD || open == PLX_HTML_DT;
    case PLX_HTML_TD:
    case PLX_HTML_TH:
      *barrier = open == PLX_HTML_TR || open == PLX_HTML_TABLE;
      return open == PLX_HTML_TD || open == PLX_HTML_TH;
    case PLX_HTML_TR:
      *barrier = plx_html_nesting_is_row_group (open) || open == PLX_HTML_TABLE;
      return open == PLX_HTML_TR;
    case PLX_HTML_TBODY:
    case PLX_HTML_THEAD:
    case PLX_HTML_TFOOT:
      *barrier = open == PLX_HTML_TABLE;
      return plx_html_nesting_is_row_group (open);
    case PLX_HTML_A:
      *barrier = block;
      return open == PLX_HTML_A;
    case PLX_HTML_BUTTON:
      *barrier = FALSE;
      return open == PLX_HTML_BUTTON;
    default:
      *barrier = TRUE;
      return plx_html_tag_is_heading (tag) && plx_html_tag_is_heading (open);
    }
}
