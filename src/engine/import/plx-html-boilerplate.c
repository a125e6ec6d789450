/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-boilerplate.h"

#include <string.h>

#include "engine/import/plx-html-words.h"

#define ADVERTISING PLX_REMOVAL_ADVERTISING
#define COMMENTS    PLX_REMOVAL_COMMENTS
#define RELATED     PLX_REMOVAL_RELATED
#define SHARE       PLX_REMOVAL_SHARE
#define NAVIGATION  PLX_REMOVAL_NAVIGATION
#define APP         PLX_REMOVAL_APP
#define SUBSCRIBE   PLX_REMOVAL_SUBSCRIBE
#define SOURCE_LINK PLX_REMOVAL_SOURCE_LINK
#define FORM        PLX_REMOVAL_FORM
#define OTHER       PLX_REMOVAL_OTHER

typedef enum
{
  WHOLE,
  START,
  ANYWHERE,
} Where;

/*
 * What the lines around articles say: in lower case, words joined by single spaces, without other marks. @max_words is
 * how long a line may be for the phrase to settle what it is.
 */
static const struct
{
  const char *phrase;
  Where where;
  guint max_words;
  PlxRemovalReason reason;
} phrases[] = {
  { "advertisement", START, 6, ADVERTISING },
  { "advertising", WHOLE, 1, ADVERTISING },
  { "anzeige", WHOLE, 1, ADVERTISING },
  { "sponsored", START, 4, ADVERTISING },
  { "continue reading below", ANYWHERE, 8, ADVERTISING },
  { "story continues below", ANYWHERE, 8, ADVERTISING },
  { "article continues below", ANYWHERE, 8, ADVERTISING },
  { "article continues after", ANYWHERE, 8, ADVERTISING },
  { "scroll to continue", START, 6, ADVERTISING },
  { "comments", WHOLE, 1, COMMENTS },
  { "leave a reply", START, 8, COMMENTS },
  { "leave a comment", START, 8, COMMENTS },
  { "post a comment", START, 8, COMMENTS },
  { "join the conversation", START, 8, COMMENTS },
  { "join the discussion", START, 8, COMMENTS },
  { "view comments", START, 6, COMMENTS },
  { "show comments", START, 6, COMMENTS },
  { "add a comment", START, 6, COMMENTS },
  { "no comments", START, 4, COMMENTS },
  { "your email address will not be published", ANYWHERE, 20, COMMENTS },
  { "reply", WHOLE, 1, COMMENTS },
  { "related", WHOLE, 1, RELATED },
  { "related articles", START, 5, RELATED },
  { "related posts", START, 5, RELATED },
  { "related stories", START, 5, RELATED },
  { "related content", START, 5, RELATED },
  { "related topics", START, 5, RELATED },
  { "related reading", START, 5, RELATED },
  { "related resources", START, 5, RELATED },
  { "recommended", START, 4, RELATED },
  { "read more", START, 24, RELATED },
  { "read next", START, 24, RELATED },
  { "read also", START, 24, RELATED },
  { "also read", START, 24, RELATED },
  { "see also", START, 24, RELATED },
  { "you may also like", START, 8, RELATED },
  { "you might also like", START, 8, RELATED },
  { "you may like", START, 8, RELATED },
  { "more from", START, 8, RELATED },
  { "more stories", START, 8, RELATED },
  { "more articles", START, 8, RELATED },
  { "most popular", START, 5, RELATED },
  { "most read", START, 5, RELATED },
  { "trending", START, 4, RELATED },
  { "latest news", START, 5, RELATED },
  { "latest posts", START, 5, RELATED },
  { "recent posts", START, 5, RELATED },
  { "recent articles", START, 5, RELATED },
  { "popular posts", START, 5, RELATED },
  { "keep reading", START, 5, RELATED },
  { "up next", WHOLE, 2, RELATED },
  { "next post", START, 20, RELATED },
  { "previous post", START, 20, RELATED },
  { "next article", START, 20, RELATED },
  { "previous article", START, 20, RELATED },
  { "continue reading", START, 6, RELATED },
  { "learn more", WHOLE, 2, RELATED },
  { "view all", START, 5, RELATED },
  { "mehr zum thema", START, 5, RELATED },
  { "lesen sie auch", START, 20, RELATED },
  { "lire aussi", START, 20, RELATED },
  { "share", WHOLE, 1, SHARE },
  { "share this", START, 6, SHARE },
  { "share on", START, 6, SHARE },
  { "share via", START, 6, SHARE },
  { "share article", START, 6, SHARE },
  { "share the", START, 4, SHARE },
  { "click to share", START, 8, SHARE },
  { "copy link", START, 4, SHARE },
  { "link copied", START, 4, SHARE },
  { "tweet", WHOLE, 1, SHARE },
  { "facebook", WHOLE, 1, SHARE },
  { "twitter", WHOLE, 1, SHARE },
  { "linkedin", WHOLE, 1, SHARE },
  { "pinterest", WHOLE, 1, SHARE },
  { "whatsapp", WHOLE, 1, SHARE },
  { "email", WHOLE, 1, SHARE },
  { "print", WHOLE, 1, SHARE },
  { "pin it", WHOLE, 2, SHARE },
  { "follow us", START, 12, SHARE },
  { "follow me", START, 12, SHARE },
  { "home", WHOLE, 1, NAVIGATION },
  { "menu", WHOLE, 1, NAVIGATION },
  { "search", WHOLE, 1, NAVIGATION },
  { "skip to", START, 6, NAVIGATION },
  { "back to", START, 4, NAVIGATION },
  { "go to", START, 4, NAVIGATION },
  { "jump to", START, 4, NAVIGATION },
  { "table of contents", START, 5, NAVIGATION },
  { "in this article", WHOLE, 3, NAVIGATION },
  { "on this page", WHOLE, 3, NAVIGATION },
  { "previous", WHOLE, 1, NAVIGATION },
  { "next", WHOLE, 1, NAVIGATION },
  { "close", WHOLE, 1, NAVIGATION },
  { "show more", WHOLE, 2, NAVIGATION },
  { "load more", START, 3, NAVIGATION },
  { "download our app", ANYWHERE, 14, APP },
  { "download the app", ANYWHERE, 14, APP },
  { "get the app", ANYWHERE, 14, APP },
  { "subscribe", START, 14, SUBSCRIBE },
  { "sign up", START, 16, SUBSCRIBE },
  { "sign in", START, 5, SUBSCRIBE },
  { "log in", START, 5, SUBSCRIBE },
  { "register now", START, 5, SUBSCRIBE },
  { "create an account", START, 6, SUBSCRIBE },
  { "create account", START, 4, SUBSCRIBE },
  { "get our newsletter", ANYWHERE, 20, SUBSCRIBE },
  { "our newsletter", ANYWHERE, 14, SUBSCRIBE },
  { "to your inbox", ANYWHERE, 30, SUBSCRIBE },
  { "in your inbox", ANYWHERE, 30, SUBSCRIBE },
  { "thank you for subscribing", ANYWHERE, 14, SUBSCRIBE },
  { "thanks for signing up", ANYWHERE, 14, SUBSCRIBE },
  { "book a demo", START, 5, SUBSCRIBE },
  { "request a demo", START, 5, SUBSCRIBE },
  { "get a demo", START, 5, SUBSCRIBE },
  { "contact us", START, 4, SUBSCRIBE },
  { "get started", START, 4, SUBSCRIBE },
  { "buy now", START, 4, SUBSCRIBE },
  { "shop now", START, 4, SUBSCRIBE },
  { "add to cart", START, 4, SUBSCRIBE },
  { "enable javascript", ANYWHERE, 30, OTHER },
  { "this site uses", START, 30, OTHER },
  { "we use cookies", ANYWHERE, 60, OTHER },
  { "uses cookies", ANYWHERE, 60, OTHER },
  { "privacy policy", ANYWHERE, 24, OTHER },
  { "terms of use", ANYWHERE, 14, OTHER },
  { "terms of service", ANYWHERE, 24, OTHER },
  { "all rights reserved", ANYWHERE, 40, OTHER },
  { "copyright", START, 20, OTHER },
  { "affiliate commission", ANYWHERE, 40, OTHER },
  { "affiliate links", ANYWHERE, 40, OTHER },
  { "min read", ANYWHERE, 6, OTHER },
  { "minute read", ANYWHERE, 6, OTHER },
  { "minutes read", ANYWHERE, 6, OTHER },
  { "mins read", ANYWHERE, 6, OTHER },
  { "reading time", START, 6, OTHER },
  { "published", START, 12, OTHER },
  { "last updated", START, 12, OTHER },
  { "updated", START, 8, OTHER },
  { "posted on", START, 12, OTHER },
  { "posted in", START, 12, OTHER },
  { "posted by", START, 12, OTHER },
  { "written by", START, 12, OTHER },
  { "reviewed by", START, 12, OTHER },
  { "fact checked", START, 12, OTHER },
  { "filed under", START, 20, OTHER },
  { "tags", START, 20, OTHER },
  { "tagged", START, 20, OTHER },
  { "categories", START, 12, OTHER },
  { "about the author", START, 8, OTHER },
  { "meet the author", START, 8, OTHER },
  { "image credit", START, 14, OTHER },
  { "photo credit", START, 14, OTHER },
  { "image source", START, 14, OTHER },
  { "original article", START, 14, SOURCE_LINK },
  { "read the original", START, 14, SOURCE_LINK },
  { "this article was originally published", START, 30, SOURCE_LINK },
};

/* The block's words in lower case, joined by single spaces, without any other mark. At most 60 words matter. */
static gboolean
simplify (const char *text, char *simple, gsize size)
{
  gsize length = 0;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      char c = g_ascii_tolower (*p);

      if (!g_ascii_isalnum (c) && (guchar)c < 0x80)
        {
          space = space || c != '\'';
          continue;
        }
      if (length + 3 >= size)
        return FALSE;
      if (space && length > 0)
        simple[length++] = ' ';
      space = FALSE;
      simple[length++] = c;
    }
  simple[length] = '\0';

  return length > 0;
}

/**
 * plx_html_boilerplate_find_phrase:
 * @block: a line of a page
 * @reason: (out) (optional): what it is
 *
 * Returns: whether the line consists of, or begins with, words that are found around articles and seldom in them
 */
gboolean
plx_html_boilerplate_find_phrase (const PlxHtmlBlock *block, PlxRemovalReason *reason)
{
  char simple[512];

  if (block->n_words > 60 || !simplify (block->text, simple, sizeof (simple)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *found = simple;
      gsize length;

      if (block->n_words > phrases[i].max_words || (phrases[i].where != ANYWHERE && simple[0] != phrases[i].phrase[0]))
        continue;
      length = strlen (phrases[i].phrase);
      if (phrases[i].where == ANYWHERE)
        found = strstr (simple, phrases[i].phrase);
      else if (strncmp (simple, phrases[i].phrase, length) != 0)
        found = NULL;
      if (found == NULL || (found[length] != '\0' && (found[length] != ' ' || phrases[i].where == WHOLE)))
        continue;
      if (reason != NULL)
        *reason = phrases[i].reason;
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_html_boilerplate_reason:
 * @block: a line that is not part of the article
 * @roles: mask of #PlxHtmlRole: what the elements around it are called
 *
 * Returns: why it is not: what it says, or else where it stands
 */
PlxRemovalReason
plx_html_boilerplate_reason (const PlxHtmlBlock *block, guint roles)
{
  static const struct
  {
    guint roles;
    PlxRemovalReason reason;
  } places[] = {
    { PLX_HTML_ROLE_CONSENT, PLX_REMOVAL_OTHER },
    { PLX_HTML_ROLE_COMMENTS, PLX_REMOVAL_COMMENTS },
    { PLX_HTML_ROLE_ADVERTISING, PLX_REMOVAL_ADVERTISING },
    { PLX_HTML_ROLE_SHARE, PLX_REMOVAL_SHARE },
    { PLX_HTML_ROLE_NAVIGATION | PLX_HTML_ROLE_CONTENTS, PLX_REMOVAL_NAVIGATION },
    { PLX_HTML_ROLE_FORM, PLX_REMOVAL_FORM },
    { PLX_HTML_ROLE_SUBSCRIBE, PLX_REMOVAL_SUBSCRIBE },
    { PLX_HTML_ROLE_RELATED | PLX_HTML_ROLE_TEASER, PLX_REMOVAL_RELATED },
    { PLX_HTML_ROLE_FOOTER, PLX_REMOVAL_NAVIGATION },
  };
  PlxRemovalReason reason;

  if (plx_html_boilerplate_find_phrase (block, &reason))
    return reason;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (roles & places[i].roles)
      return places[i].reason;
  return block->n_link_chars * 2 > block->n_chars ? PLX_REMOVAL_NAVIGATION : PLX_REMOVAL_OTHER;
}
