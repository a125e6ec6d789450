/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-words.h"

#include <string.h>

#define COMMENTS    PLX_HTML_ROLE_COMMENTS
#define RELATED     PLX_HTML_ROLE_RELATED
#define SHARE       PLX_HTML_ROLE_SHARE
#define ADVERTISING PLX_HTML_ROLE_ADVERTISING
#define NAVIGATION  PLX_HTML_ROLE_NAVIGATION
#define FOOTER      PLX_HTML_ROLE_FOOTER
#define SUBSCRIBE   PLX_HTML_ROLE_SUBSCRIBE
#define CONSENT     PLX_HTML_ROLE_CONSENT
#define META        PLX_HTML_ROLE_META
#define AUTHOR      PLX_HTML_ROLE_AUTHOR
#define SIDEBAR     PLX_HTML_ROLE_SIDEBAR
#define CAPTION     PLX_HTML_ROLE_CAPTION
#define BODY        PLX_HTML_ROLE_BODY
#define POST        PLX_HTML_ROLE_POST
#define HIDDEN      PLX_HTML_ROLE_HIDDEN
#define CONTENTS    PLX_HTML_ROLE_CONTENTS
#define HEADER      PLX_HTML_ROLE_HEADER
#define TEASER      PLX_HTML_ROLE_TEASER
#define POPUP       PLX_HTML_ROLE_POPUP

/* In alphabetical order; a plural is looked up without its s. */
static const struct
{
  const char *word;
  guint roles;
} words[] = {
  { "ad", ADVERTISING },
  { "addthis", SHARE },
  { "addtoany", SHARE },
  { "adsense", ADVERTISING },
  { "advert", ADVERTISING },
  { "advertisement", ADVERTISING },
  { "advertising", ADVERTISING },
  { "affiliate", ADVERTISING },
  { "alert", POPUP },
  { "also", RELATED },
  { "article", POST },
  { "articlebody", BODY },
  { "articlecontent", BODY },
  { "articletext", BODY },
  { "aside", SIDEBAR },
  { "author", AUTHOR },
  { "avatar", AUTHOR },
  { "banner", ADVERTISING },
  { "bio", AUTHOR },
  { "biography", AUTHOR },
  { "blog", POST },
  { "body", BODY },
  { "bottom", FOOTER },
  { "breadcrumb", NAVIGATION },
  { "btn", SUBSCRIBE },
  { "button", SUBSCRIBE },
  { "byline", AUTHOR | META },
  { "caption", CAPTION },
  { "card", TEASER },
  { "carousel", TEASER },
  { "categories", META },
  { "category", META },
  { "ccpa", CONSENT },
  { "colophon", FOOTER },
  { "comment", COMMENTS },
  { "commentlist", COMMENTS },
  { "consent", CONSENT },
  { "content", BODY },
  { "contributor", AUTHOR },
  { "cookie", CONSENT },
  { "copyright", FOOTER },
  { "credit", CAPTION },
  { "cta", SUBSCRIBE },
  { "date", META },
  { "dateline", META },
  { "dialog", POPUP },
  { "disclaimer", FOOTER },
  { "disclosure", FOOTER },
  { "discussion", COMMENTS },
  { "disqus", COMMENTS },
  { "donate", SUBSCRIBE },
  { "drawer", NAVIGATION },
  { "dropdown", NAVIGATION },
  { "entry", BODY },
  { "excerpt", TEASER },
  { "eyebrow", META },
  { "facebook", SHARE },
  { "featured", RELATED },
  { "feed", TEASER },
  { "figcaption", CAPTION },
  { "follow", SHARE },
  { "footer", FOOTER },
  { "footnote", META },
  { "form", SUBSCRIBE },
  { "gallery", CAPTION },
  { "gdpr", CONSENT },
  { "grid", TEASER },
  { "header", HEADER },
  { "headline", HEADER },
  { "hentry", POST },
  { "hero", HEADER },
  { "hidden", HIDDEN },
  { "image", CAPTION },
  { "img", CAPTION },
  { "info", META },
  { "kicker", META },
  { "label", META },
  { "latest", RELATED },
  { "legal", FOOTER },
  { "lightbox", POPUP },
  { "linkedin", SHARE },
  { "login", SUBSCRIBE },
  { "main", BODY },
  { "markdown", BODY },
  { "masthead", NAVIGATION },
  { "media", CAPTION },
  { "menu", NAVIGATION },
  { "meta", META },
  { "metadata", META },
  { "modal", POPUP },
  { "more", RELATED },
  { "mostpopular", RELATED },
  { "mostread", RELATED },
  { "nav", NAVIGATION },
  { "navbar", NAVIGATION },
  { "navigation", NAVIGATION },
  { "newsletter", SUBSCRIBE },
  { "next", RELATED },
  { "notice", POPUP },
  { "offscreen", HIDDEN },
  { "onetrust", CONSENT },
  { "optin", SUBSCRIBE },
  { "outbrain", RELATED },
  { "overlay", POPUP },
  { "pager", NAVIGATION },
  { "pagination", NAVIGATION },
  { "paragraph", BODY },
  { "paywall", SUBSCRIBE },
  { "photo", CAPTION },
  { "pinterest", SHARE },
  { "popular", RELATED },
  { "popup", POPUP },
  { "post", POST },
  { "postbody", BODY },
  { "postcontent", BODY },
  { "prev", RELATED },
  { "previous", RELATED },
  { "privacy", CONSENT },
  { "product", TEASER },
  { "profile", AUTHOR },
  { "promo", RELATED },
  { "promoted", ADVERTISING },
  { "promotion", ADVERTISING },
  { "prose", BODY },
  { "publish", META },
  { "published", META },
  { "rail", SIDEBAR },
  { "rating", META },
  { "readmore", RELATED },
  { "recent", RELATED },
  { "recirc", RELATED },
  { "recirculation", RELATED },
  { "recommend", RELATED },
  { "recommendation", RELATED },
  { "recommended", RELATED },
  { "register", SUBSCRIBE },
  { "related", RELATED },
  { "replies", COMMENTS },
  { "reply", COMMENTS },
  { "respond", COMMENTS },
  { "response", COMMENTS },
  { "review", COMMENTS },
  { "rich", BODY },
  { "richtext", BODY },
  { "rte", BODY },
  { "search", NAVIGATION },
  { "secondary", SIDEBAR },
  { "share", SHARE },
  { "sharedaddy", SHARE },
  { "sharing", SHARE },
  { "sidebar", SIDEBAR },
  { "signup", SUBSCRIBE },
  { "similar", RELATED },
  { "single", POST },
  { "sitemap", NAVIGATION },
  { "skip", NAVIGATION },
  { "slider", TEASER },
  { "social", SHARE },
  { "sponsor", ADVERTISING },
  { "sponsored", ADVERTISING },
  { "sr", HIDDEN },
  { "sticky", SIDEBAR },
  { "story", POST },
  { "storybody", BODY },
  { "subhead", HEADER },
  { "subheading", HEADER },
  { "submenu", NAVIGATION },
  { "subscribe", SUBSCRIBE },
  { "subscription", SUBSCRIBE },
  { "subtitle", HEADER },
  { "suggested", RELATED },
  { "suggestion", RELATED },
  { "summary", CONTENTS },
  { "swiper", TEASER },
  { "tab", NAVIGATION },
  { "taboola", RELATED },
  { "tag", META },
  { "taxonomy", META },
  { "teaser", TEASER },
  { "testimonial", SUBSCRIBE },
  { "text", BODY },
  { "thumbnail", TEASER },
  { "tile", TEASER },
  { "time", META },
  { "timestamp", META },
  { "toc", CONTENTS },
  { "toggle", NAVIGATION },
  { "tool", SHARE },
  { "toolbar", SHARE },
  { "tooltip", HIDDEN },
  { "top", HEADER },
  { "topic", META },
  { "trending", RELATED },
  { "twitter", SHARE },
  { "visuallyhidden", HIDDEN },
  { "whatsapp", SHARE },
  { "widget", SIDEBAR },
  { "wysiwyg", BODY },
};

static guint
roles_of_word (const char *word)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (words);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (word, words[middle].word);

      if (order == 0)
        return words[middle].roles;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return 0;
}

/**
 * plx_html_roles_of_names:
 * @names: a class attribute, an id or a name: words joined by spaces, hyphens, underscores or capitals
 *
 * Returns: mask of #PlxHtmlRole: what the words in it say about the element
 */
guint
plx_html_roles_of_names (const char *names)
{
  char word[20];
  gsize length = 0;
  guint roles = 0;

  for (gsize i = 0; i < 400; i++)
    {
      char c = names[i];
      gboolean capital = g_ascii_isupper (c) && i > 0 && g_ascii_islower (names[i - 1]);

      if (!g_ascii_isalpha (c) || capital)
        {
          if (length > 1 && length < sizeof (word))
            {
              guint found;

              word[length] = '\0';
              found = roles_of_word (word);
              if (found == 0 && length > 2 && word[length - 1] == 's')
                {
                  word[length - 1] = '\0';
                  found = roles_of_word (word);
                }
              roles |= found;
            }
          length = 0;
          if (c == '\0')
            break;
        }
      if (g_ascii_isalpha (c))
        {
          if (length < sizeof (word))
            word[length] = g_ascii_tolower (c);
          length++;
        }
    }

  return roles;
}

static guint
roles_of_tag (PlxHtmlTag tag)
{
  switch (tag)
    {
    case PLX_HTML_NAV:
    case PLX_HTML_MENU:
      return PLX_HTML_ROLE_NAVIGATION;
    case PLX_HTML_ASIDE:
      return PLX_HTML_ROLE_ASIDE;
    case PLX_HTML_FOOTER:
      return PLX_HTML_ROLE_FOOTER;
    case PLX_HTML_HEADER:
      return PLX_HTML_ROLE_HEADER;
    case PLX_HTML_FORM:
    case PLX_HTML_FIELDSET:
      return PLX_HTML_ROLE_FORM;
    case PLX_HTML_DIALOG:
      return PLX_HTML_ROLE_POPUP;
    case PLX_HTML_FIGCAPTION:
    case PLX_HTML_FIGURE:
      return PLX_HTML_ROLE_CAPTION;
    case PLX_HTML_ADDRESS:
      return PLX_HTML_ROLE_META;
    default:
      return 0;
    }
}

/**
 * plx_html_roles_of_element:
 * @document: a page
 * @node: index of an element
 *
 * Returns: mask of #PlxHtmlRole: what the element's tag, class, id, role and property say about it
 */
guint
plx_html_roles_of_element (const PlxHtmlDocument *document, guint node)
{
  static const struct
  {
    const char *role;
    guint roles;
  } landmarks[] = {
    { "navigation", PLX_HTML_ROLE_NAVIGATION }, { "complementary", PLX_HTML_ROLE_ASIDE },
    { "contentinfo", PLX_HTML_ROLE_FOOTER },    { "dialog", PLX_HTML_ROLE_POPUP },
    { "alertdialog", PLX_HTML_ROLE_POPUP },     { "search", PLX_HTML_ROLE_NAVIGATION },
    { "menu", PLX_HTML_ROLE_NAVIGATION },       { "menubar", PLX_HTML_ROLE_NAVIGATION },
    { "tablist", PLX_HTML_ROLE_NAVIGATION },    { "form", PLX_HTML_ROLE_FORM },
    { "button", PLX_HTML_ROLE_SUBSCRIBE },
  };
  static const PlxHtmlAttribute named[] = { PLX_HTML_ATTRIBUTE_CLASS, PLX_HTML_ATTRIBUTE_ID,
                                            PLX_HTML_ATTRIBUTE_ITEMPROP };
  const PlxHtmlNode *element = &document->nodes[node];
  guint roles = roles_of_tag (element->tag);
  const char *role;

  if (element->tag == PLX_HTML_UNKNOWN && node > 0)
    roles |= plx_html_roles_of_names (document->characters + element->offset);
  if (element->n_attributes == 0)
    return roles;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const char *names = plx_html_document_get_attribute (document, node, named[i]);

      if (names != NULL)
        roles |= plx_html_roles_of_names (names);
    }
  role = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_ROLE);
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (landmarks); i++)
    if (strcmp (role, landmarks[i].role) == 0)
      roles |= landmarks[i].roles;

  return roles;
}
