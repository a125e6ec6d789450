/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-html-date.h"
#include "engine/import/plx-html-metadata.h"
#include "engine/import/plx-html-names.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean month_first;
    const char *date;
  } cases[] = {
    { "2025-03-14", TRUE, "2025-03-14" },
    { "2025-03-14T08:30:00Z", TRUE, "2025-03-14T08:30:00Z" },
    { "2025-03-14 08:30:00 +0100", TRUE, "2025-03-14T08:30:00" },
    { "2025-03-14T08:30:00.123+0100", TRUE, "2025-03-14T08:30:00+01:00" },
    { "2025-03-14T08:30-05:00", TRUE, "2025-03-14T08:30-05:00" },
    { "2025-03-14T99:30", TRUE, "2025-03-14" },
    { "2025/3/4", TRUE, "2025-03-04" },
    { "20250314", TRUE, "2025-03-14" },
    { "March 14, 2025", TRUE, "2025-03-14" },
    { "Updated: Mar. 14th, 2025 at 3 pm", TRUE, "2025-03-14" },
    { "14 March 2025", FALSE, "2025-03-14" },
    { "the 1st of May, 2020", FALSE, "2020-05-01" },
    { "Fri, 14 Mar 2025 08:30:00 GMT", FALSE, "2025-03-14" },
    { "14. März 2025", FALSE, "2025-03-14" },
    { "le 3 février 2021", FALSE, "2021-02-03" },
    { "5 de enero de 2022", FALSE, "2022-01-05" },
    { "2023 Jan 7", TRUE, "2023-01-07" },
    { "3/4/2025", TRUE, "2025-03-04" },
    { "3/4/2025", FALSE, "2025-04-03" },
    { "14/3/2025", TRUE, "2025-03-14" },
    { "02-12-2025", TRUE, "2025-12-02" },
    { "31 April 2025", FALSE, NULL },
    { "2025-13-01", TRUE, NULL },
    { "Chapter 3 of 4", TRUE, NULL },
    { "May 2025", TRUE, NULL },
    { "", TRUE, NULL },
    { NULL, TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = plx_html_date_parse (cases[i].text, cases[i].month_first);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const char *title;
    const char *site;
    const char *host;
    const char *cleaned;
  } cases[] = {
    { "Bridge closed | Merrow Post", "Merrow Post", NULL, "Bridge closed" },
    { "Bridge closed - Merrow Post", "Merrow Post", NULL, "Bridge closed" },
    { "Merrow Post: Bridge closed", "Merrow Post", NULL, "Bridge closed" },
    { "Bridge closed – merrowpost", NULL, "merrowpost.example", "Bridge closed" },
    { "Bridge closed | Merrow Post | Merrow Post", "Merrow Post", NULL, "Bridge closed" },
    { "A bridge is closed for some weeks | News", NULL, NULL, "A bridge is closed for some weeks" },
    /* Marks that belong to the title. */
    { "Budget vote - what happens now", "Merrow Post", "merrowpost.example", "Budget vote - what happens now" },
    { "Merrow Post sold: who is the buyer?", "Merrow Post", NULL, "Merrow Post sold: who is the buyer?" },
    { "War | Peace", NULL, NULL, "War | Peace" },
    { "Merrow Post", "Merrow Post", NULL, "Merrow Post" },
    { "", "Merrow Post", NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cleaned = plx_html_clean_title (cases[i].title, cases[i].site, cases[i].host);

      g_assert_cmpstr (cleaned, ==, cases[i].cleaned);
    }
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *byline;
    gboolean declared;
    const char *cleaned;
  } cases[] = {
    { "By Ann Bell", FALSE, "Ann Bell" },
    { "Written by: Ann Bell and Tom de Vries", FALSE, "Ann Bell and Tom de Vries" },
    { "by Ann Bell, 3 May 2024", FALSE, "Ann Bell" },
    { "By Ann Bell May 3, 2024", FALSE, "Ann Bell" },
    { "By Ann Bell | Updated today", FALSE, "Ann Bell" },
    { "By Ann Bell, Senior Editor", FALSE, "Ann Bell" },
    { "By Ann Bell, MD", FALSE, "Ann Bell, MD" },
    { "By Ann Bell, Tom Rook, Eva Lind", FALSE, "Ann Bell, Tom Rook, Eva Lind" },
    { "By Ángel Núñez", FALSE, "Ángel Núñez" },
    { "By submitting this form you agree to our terms", FALSE, NULL },
    { "by the end of the week", FALSE, NULL },
    { "editor@post.example", FALSE, NULL },
    { "https://social.example/annbell", TRUE, NULL },
    { "the newsroom", TRUE, "the newsroom" },
    { "By Ann Bell, Weather Editor", TRUE, "Ann Bell" },
    { "Updated May 3, 2024", FALSE, NULL },
    { "Follow", FALSE, NULL },
    { "", TRUE, NULL },
    { NULL, TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cleaned = plx_html_clean_byline (cases[i].byline, cases[i].declared);

      g_assert_cmpstr (cleaned, ==, cases[i].cleaned);
    }
}

static void
test_agencies (void)
{
  static const struct
  {
    const char *byline;
    const char *agency;
  } cases[] = {
    { "AFP", "AFP" },
    { "Ann Bell, Reuters", "Reuters" },
    { "Ann Bell with Agence France-Presse", NULL },
    { "The Associated Press", "AP" },
    { "Ann Bell", NULL },
    { "Apsley Reuter", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *agency = plx_html_find_agency (cases[i].byline);

      g_assert_cmpstr (agency, ==, cases[i].agency);
    }
}

typedef struct
{
  const char *html;
  const char *title;
  const char *source;
  const char *byline;
  const char *published;
  const char *url;
  const char *language;
} Reconciled;

static void
test_reconcile (void)
{
  static const Reconciled cases[] = {
    /* Nothing is known. */
    { "<p>Text", NULL, NULL, NULL, NULL, NULL, NULL },
    /* The heading that other titles bear out, not the first; the site's name comes off. */
    { "<title>Bridge closed - The Post</title><meta property=og:site_name content='The Post'><h1>The "
      "Post</h1><h1>Bridge "
      "closed after cracks</h1>",
      "Bridge closed after cracks", "The Post", NULL, NULL, NULL, NULL },
    /* A heading with nothing in common is not the headline. */
    { "<meta property=og:title content='Bridge closed after cracks'><h1>Welcome</h1>", "Bridge closed after cracks",
      NULL, NULL, NULL, NULL, NULL },
    /* References written twice. */
    { "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Salt &amp;amp; "
      "light\"}</script>",
      "Salt & light", NULL, NULL, NULL, NULL, NULL },
    /* JSON-LD: an array of types, authors as strings and objects, the article found among others. */
    { "<meta property=og:title content='Second story'><script type='application/ld+json'>[{\"@type\":\"NewsArticle\","
      "\"headline\":\"First story\",\"author\":\"No "
      "One\"},{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"headline\":"
      "\"Second story\",\"author\":[\"Ann Bell\",{\"@type\":\"Person\",\"name\":\"Tom Rook\"}],\"datePublished\":"
      "\"2024-05-03\",\"publisher\":{\"name\":\"The Post\"},\"url\":\"https://post.example/2\"}]</script>",
      "Second story", "The Post", "Ann Bell, Tom Rook", "2024-05-03", "https://post.example/2", NULL },
    /* Broken JSON is passed over, and so is one within a comment that is not. */
    { "<script type='application/ld+json'>{\"@type\":</script><script type='application/ld+json'><!-- "
      "{\"@type\":\"Article\","
      "\"headline\":\"Line\nbreak\"} --></script>",
      "Line break", NULL, NULL, NULL, NULL, NULL },
    /* The author is the site: a name by the headline is better. */
    { "<meta property=og:site_name content='The Post'><meta name=author content='The Post'><h1>Bridge</h1><p>By Ann "
      "Bell</p>",
      "Bridge", "The Post", "Ann Bell", NULL, NULL, NULL },
    { "<meta name=author content=admin><h1>Bridge</h1><p class=byline>Ann Bell</p>", "Bridge", NULL, "Ann Bell", NULL,
      NULL, NULL },
    /* Several elements, one author each, one of them twice. */
    { "<meta name=author content='Ann Bell'><meta name=author content='Tom Rook'><meta name=author content='ANN BELL'>",
      NULL, NULL, "Ann Bell, Tom Rook", NULL, NULL, NULL },
    /* The day shown by the headline wins; where both name the day, the declared one has the time. */
    { "<meta property=article:published_time content='2020-01-01T00:00:00Z'><h1>Bridge</h1><p>3 May 2024</p>", "Bridge",
      NULL, NULL, "2024-05-03", NULL, NULL },
    { "<meta property=article:published_time content='2024-05-03T10:00:00Z'><h1>Bridge</h1><p>3 May 2024</p>", "Bridge",
      NULL, NULL, "2024-05-03T10:00:00Z", NULL, NULL },
    /* The day of a change does not. */
    { "<meta property=article:published_time content='2024-05-03T10:00:00Z'><h1>Bridge</h1><p>Updated 9 May 2024</p>",
      "Bridge", NULL, NULL, "2024-05-03T10:00:00Z", NULL, NULL },
    /* Dublin Core, and a date in an address. */
    { "<meta name=DC.title content='Bridge'><meta name=DC.creator content='Ann Bell'><meta name=DC.date "
      "content='2024-05-03'>"
      "<meta name=DC.publisher content='The Post'>",
      "Bridge", "The Post", "Ann Bell", "2024-05-03", NULL, NULL },
    { "<link rel=canonical href='https://www.post.example/2024/05/03/bridge'>", NULL, "post.example", NULL,
      "2024-05-03", "https://www.post.example/2024/05/03/bridge", NULL },
    /* Only absolute addresses, and only what looks like a language. */
    { "<html lang='en_US'><link rel=canonical href='/bridge'>", NULL, NULL, NULL, NULL, NULL, "en-US" },
    { "<html lang='{{ lang }}'><meta property=og:locale content=de_AT>", NULL, NULL, NULL, NULL, NULL, "de-AT" },
    /* Days first in Britain. */
    { "<html lang=en-GB><meta name=date content='3/4/2025'>", NULL, NULL, NULL, "2025-04-03", NULL, "en-GB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxHtmlDocument) document = plx_html_document_new (cases[i].html, strlen (cases[i].html), NULL);
      g_autoptr (GArray) blocks = plx_html_blocks_new (document);
      g_autoptr (GArray) candidates = plx_html_candidates_new (document, blocks);
      g_autoptr (PlxHtmlMetadata) metadata = plx_html_metadata_new (candidates, blocks);

      g_assert_cmpstr (metadata->title, ==, cases[i].title);
      g_assert_cmpstr (metadata->source, ==, cases[i].source);
      g_assert_cmpstr (metadata->byline, ==, cases[i].byline);
      g_assert_cmpstr (metadata->published, ==, cases[i].published);
      g_assert_cmpstr (metadata->url, ==, cases[i].url);
      g_assert_cmpstr (metadata->language, ==, cases[i].language);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html/metadata/dates", test_dates);
  g_test_add_func ("/import/html/metadata/titles", test_titles);
  g_test_add_func ("/import/html/metadata/bylines", test_bylines);
  g_test_add_func ("/import/html/metadata/agencies", test_agencies);
  g_test_add_func ("/import/html/metadata/reconcile", test_reconcile);

  return g_test_run ();
}
