/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The elements that mean something to reading an article, in alphabetical order: the table of names is searched by
 * halves. Any other element is PLX_HTML_UNKNOWN and is told apart by the hash of its name.
 */
#define PLX_HTML_TAGS(TAG)                                                                                             \
  TAG (A, "a", INLINE)                                                                                                 \
  TAG (ABBR, "abbr", INLINE)                                                                                           \
  TAG (ADDRESS, "address", BLOCK)                                                                                      \
  TAG (AREA, "area", VOID)                                                                                             \
  TAG (ARTICLE, "article", BLOCK)                                                                                      \
  TAG (ASIDE, "aside", BLOCK)                                                                                          \
  TAG (AUDIO, "audio", EMBED)                                                                                          \
  TAG (B, "b", INLINE)                                                                                                 \
  TAG (BASE, "base", VOID)                                                                                             \
  TAG (BLOCKQUOTE, "blockquote", BLOCK)                                                                                \
  TAG (BODY, "body", BLOCK)                                                                                            \
  TAG (BR, "br", VOID)                                                                                                 \
  TAG (BUTTON, "button", BLOCK)                                                                                        \
  TAG (CANVAS, "canvas", EMBED)                                                                                        \
  TAG (CAPTION, "caption", BLOCK)                                                                                      \
  TAG (CENTER, "center", BLOCK)                                                                                        \
  TAG (CITE, "cite", INLINE)                                                                                           \
  TAG (CODE, "code", INLINE)                                                                                           \
  TAG (COL, "col", VOID)                                                                                               \
  TAG (COLGROUP, "colgroup", BLOCK)                                                                                    \
  TAG (DATALIST, "datalist", EMBED)                                                                                    \
  TAG (DD, "dd", BLOCK)                                                                                                \
  TAG (DETAILS, "details", BLOCK)                                                                                      \
  TAG (DIALOG, "dialog", BLOCK)                                                                                        \
  TAG (DIV, "div", BLOCK)                                                                                              \
  TAG (DL, "dl", BLOCK)                                                                                                \
  TAG (DT, "dt", BLOCK)                                                                                                \
  TAG (EM, "em", INLINE)                                                                                               \
  TAG (EMBED, "embed", VOID)                                                                                           \
  TAG (FIELDSET, "fieldset", BLOCK)                                                                                    \
  TAG (FIGCAPTION, "figcaption", BLOCK)                                                                                \
  TAG (FIGURE, "figure", BLOCK)                                                                                        \
  TAG (FONT, "font", INLINE)                                                                                           \
  TAG (FOOTER, "footer", BLOCK)                                                                                        \
  TAG (FORM, "form", BLOCK)                                                                                            \
  TAG (FRAME, "frame", VOID)                                                                                           \
  TAG (H1, "h1", BLOCK)                                                                                                \
  TAG (H2, "h2", BLOCK)                                                                                                \
  TAG (H3, "h3", BLOCK)                                                                                                \
  TAG (H4, "h4", BLOCK)                                                                                                \
  TAG (H5, "h5", BLOCK)                                                                                                \
  TAG (H6, "h6", BLOCK)                                                                                                \
  TAG (HEAD, "head", BLOCK)                                                                                            \
  TAG (HEADER, "header", BLOCK)                                                                                        \
  TAG (HGROUP, "hgroup", BLOCK)                                                                                        \
  TAG (HR, "hr", VOID)                                                                                                 \
  TAG (HTML, "html", BLOCK)                                                                                            \
  TAG (I, "i", INLINE)                                                                                                 \
  TAG (IFRAME, "iframe", RAW)                                                                                          \
  TAG (IMG, "img", VOID)                                                                                               \
  TAG (INPUT, "input", VOID)                                                                                           \
  TAG (LABEL, "label", INLINE)                                                                                         \
  TAG (LEGEND, "legend", BLOCK)                                                                                        \
  TAG (LI, "li", BLOCK)                                                                                                \
  TAG (LINK, "link", VOID)                                                                                             \
  TAG (MAIN, "main", BLOCK)                                                                                            \
  TAG (MAP, "map", EMBED)                                                                                              \
  TAG (MATH, "math", EMBED)                                                                                            \
  TAG (MENU, "menu", BLOCK)                                                                                            \
  TAG (META, "meta", VOID)                                                                                             \
  TAG (NAV, "nav", BLOCK)                                                                                              \
  TAG (NOFRAMES, "noframes", RAW)                                                                                      \
  TAG (NOSCRIPT, "noscript", EMBED)                                                                                    \
  TAG (OBJECT, "object", EMBED)                                                                                        \
  TAG (OL, "ol", BLOCK)                                                                                                \
  TAG (OPTGROUP, "optgroup", BLOCK)                                                                                    \
  TAG (OPTION, "option", BLOCK)                                                                                        \
  TAG (P, "p", BLOCK)                                                                                                  \
  TAG (PARAM, "param", VOID)                                                                                           \
  TAG (PICTURE, "picture", INLINE)                                                                                     \
  TAG (PRE, "pre", BLOCK)                                                                                              \
  TAG (Q, "q", INLINE)                                                                                                 \
  TAG (RP, "rp", EMBED)                                                                                                \
  TAG (RT, "rt", EMBED)                                                                                                \
  TAG (S, "s", INLINE)                                                                                                 \
  TAG (SCRIPT, "script", RAW)                                                                                          \
  TAG (SECTION, "section", BLOCK)                                                                                      \
  TAG (SELECT, "select", EMBED)                                                                                        \
  TAG (SMALL, "small", INLINE)                                                                                         \
  TAG (SOURCE, "source", VOID)                                                                                         \
  TAG (SPAN, "span", INLINE)                                                                                           \
  TAG (STRONG, "strong", INLINE)                                                                                       \
  TAG (STYLE, "style", RAW)                                                                                            \
  TAG (SUB, "sub", INLINE)                                                                                             \
  TAG (SUMMARY, "summary", BLOCK)                                                                                      \
  TAG (SUP, "sup", INLINE)                                                                                             \
  TAG (SVG, "svg", EMBED)                                                                                              \
  TAG (TABLE, "table", BLOCK)                                                                                          \
  TAG (TBODY, "tbody", BLOCK)                                                                                          \
  TAG (TD, "td", BLOCK)                                                                                                \
  TAG (TEMPLATE, "template", EMBED)                                                                                    \
  TAG (TEXTAREA, "textarea", RAW)                                                                                      \
  TAG (TFOOT, "tfoot", BLOCK)                                                                                          \
  TAG (TH, "th", BLOCK)                                                                                                \
  TAG (THEAD, "thead", BLOCK)                                                                                          \
  TAG (TIME, "time", INLINE)                                                                                           \
  TAG (TITLE, "title", RAW)                                                                                            \
  TAG (TR, "tr", BLOCK)                                                                                                \
  TAG (TRACK, "track", VOID)                                                                                           \
  TAG (U, "u", INLINE)                                                                                                 \
  TAG (UL, "ul", BLOCK)                                                                                                \
  TAG (VIDEO, "video", EMBED)                                                                                          \
  TAG (WBR, "wbr", VOID)

typedef enum
{
  PLX_HTML_TEXT,    /* a run of text, not an element */
  PLX_HTML_UNKNOWN, /* an element not in the table */
#define TAG(id, name, nature) PLX_HTML_##id,
  PLX_HTML_TAGS (TAG)
#undef TAG
      PLX_HTML_N_TAGS
} PlxHtmlTag;

/**
 * PlxHtmlNature:
 * @PLX_HTML_NATURE_INLINE: stands within a line of text
 * @PLX_HTML_NATURE_BLOCK: begins and ends a line
 * @PLX_HTML_NATURE_VOID: has no content
 * @PLX_HTML_NATURE_RAW: its content is characters, not elements
 * @PLX_HTML_NATURE_EMBED: its content is not text of the page, or stands in for something that is not
 */
typedef enum
{
  PLX_HTML_NATURE_INLINE,
  PLX_HTML_NATURE_BLOCK,
  PLX_HTML_NATURE_VOID,
  PLX_HTML_NATURE_RAW,
  PLX_HTML_NATURE_EMBED,
} PlxHtmlNature;

PlxHtmlTag plx_html_tag_from_name (const char *name);
PlxHtmlNature plx_html_tag_get_nature (PlxHtmlTag tag);
gboolean plx_html_tag_is_heading (PlxHtmlTag tag);

G_END_DECLS
