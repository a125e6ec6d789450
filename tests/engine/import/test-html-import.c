/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-html-import.h"

#define MAX_LINES 12

typedef struct
{
  const char *file;
  const char *title;
  const char *source;
  const char *agency;
  const char *byline;
  const char *published;
  const char *language;
  const char *dateline;
  /* How each paragraph begins, after its kind. */
  const char *paragraphs[MAX_LINES];
  /* What the ledger holds, after its reason; in order, among others. */
  const char *removed[MAX_LINES];
} Page;

static const Page pages[] = {
  { "headline-twice.html",
    "Lighthouse keepers' cottages to be let again",
    "Skerry Herald",
    NULL,
    "Maud Tranter, Ivo Lindqvist",
    "2024-11-21T06:45:00Z",
    "en-GB",
    NULL,
    { "caption: The cottages on Skerry Point", "text: The three cottages", "text: Maud Tranter, no relation",
      "heading: Who may apply", "text: Applications open" },
    { "navigation: Home Islands",
      "other: Lighthouse keepers' cottages to be let again · By Maud Tranter and Ivo Lindqvist · "
      "Skerry Herald | 21 November 2024 | 4 min read",
      "other: LIGHTHOUSE KEEPERS' COTTAGES TO BE LET AGAIN · Maud Tranter, islands correspondent",
      "navigation: © 2024" } },
  { "agency-dateline.html",
    "Ore train derails in the Halvar pass",
    "Northmoor Times",
    "Reuters",
    NULL,
    "2023-02-06",
    "en",
    "HALVAR",
    { "text: HALVAR, February 6, 2023 (Reuters) - A train", "text: Nobody was hurt", "text: The line, the only one" },
    { "other: Ore train derails in the Halvar pass" } },
  { "news-json-ld-graph.html",
    "Harbour bridge closed after inspectors find cracks",
    "Merrow Post",
    NULL,
    "Ines Calloway, Tom Ardley",
    "2025-03-14T08:30:00+00:00",
    "en-GB",
    NULL,
    { "caption: The bridge was shut to all traffic",
      "text: The harbour bridge in Merrow has been closed to all traffic "
      "after inspectors found cracks in two of its main girders, the",
      "text: Engineers noticed", "text: “We would rather have", "heading: Weeks of detours",
      "text: Some 30,000 vehicles", "quote: It is a disaster", "text: Local traders fear" },
    { "navigation: Skip to content", "other: We use cookies", "share: Facebook", "related: Read more Ferry operator",
      "advertising: Advertisement", "subscribe: Get our morning briefing", "related: Related articles",
      "comments: Comments", "other: © 2025" } },
  { "news-microdata.html",
    "Valley growers count the cost of a late frost",
    "The Tarn Valley Courier",
    NULL,
    "Marta Oyelaran",
    "2024-05-02",
    "en-US",
    NULL,
    /* Two breaks end a paragraph, one does not. */
    { "text: Apple growers in the Tarn valley",
      "text: Temperatures fell to minus four degrees in the early hours of Tuesday, just as the trees had come into "
      "full "
      "blossom, the weather service said. It was the coldest night",
      "text: \"We lit every candle" },
    { "navigation: Home Farming", "navigation: Fire at the mill", "other: Copyright" } },
  { "blog-plain.html",
    "What I learned from a year of mending clocks",
    NULL,
    NULL,
    "Odile Brandt",
    "2023-09-07",
    "en",
    NULL,
    { "text: A year ago I bought", "text: The first thing you learn is patience. The second", "heading: Three rules",
      "list: Draw what you see", "list: Keep the screws", "list: Never force a wheel", "text: I have mended eleven" },
    { "navigation: Back to the list", "other: What I learned from a year of mending clocks · Posted on 7 September",
      "navigation: Older post Newer post" } },
  { "table.html",
    "Turnout by district",
    NULL,
    NULL,
    "Lena Fossum",
    "2022-11-09",
    "en",
    NULL,
    { "text: More people voted", "caption: Votes cast, by district", "text: District | Voters | Turnout",
      "text: Northgate | 12,400 | 68%", "text: Old Town | 9,150 | 54%", "text: Saltmarsh | 7,020 | 61%",
      "text: The officer, Dag Holm" },
    { "navigation: Home Data", "other: All rights reserved" } },
  { "live-blog.html",
    "Live: flood warning for the lower Sarn",
    "Sarn Today",
    NULL,
    "Sarn Today",
    "2023-01-12T06:00:00Z",
    "en",
    NULL,
    { "text: 09:40", "heading: Two roads shut", "text: The police have closed", "text: 08:15",
      "heading: Sandbags at the school", "text: Volunteers have been", "text: 06:05", "heading: Warning raised to red",
      "text: The river authority" },
    { "navigation: Home Live" } },
  { "hidden-until-script.html",
    "Museum returns a carved door",
    NULL,
    NULL,
    "Ruth Abara",
    NULL,
    "en",
    NULL,
    { "text: A museum in the capital", "text: The door, which is", "text: It had been in a store room" },
    { "other: Loading" } },
  { "agency-latin1.html",
    "Un pont fermé à Verrow",
    NULL,
    "AFP",
    "AFP",
    "2024-02-01T10:15:00+01:00",
    "fr",
    NULL,
    { "text: Le pont du port de Verrow a été fermé jeudi soir à toute", "text: Une déviation" },
    { "navigation: Accueil Monde" } },
  { "fragment.html",
    "Ferry operator adds early sailings",
    NULL,
    NULL,
    NULL,
    NULL,
    "en",
    NULL,
    { "text: The ferry will sail from half past five in the morning, an hour earlier than now.",
      "text: Fares stay the same, the operator said." },
    { NULL } },
};

static GPtrArray *
import (const char *html, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length < 0 ? strlen (html) : (gsize)length);

  return plx_html_import (bytes, "page.html", PLX_IMPORT_NONE, error);
}

static GPtrArray *
import_file (const char *name, GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "html", name, NULL);
  g_autofree char *html = NULL;
  gsize length;

  g_file_get_contents (path, &html, &length, error);
  g_assert_no_error (*error);
  return import (html, length, error);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = import_file (page->file, &error);
  PlxArticle *article;
  GPtrArray *removed;
  guint n_expected = 0;
  guint n_found = 0;
  guint last_line = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpstr (plx_article_get_title (article), ==, page->title);
  g_assert_cmpstr (plx_article_get_source (article), ==, page->source);
  g_assert_cmpstr (plx_article_get_agency (article), ==, page->agency);
  g_assert_cmpstr (plx_article_get_byline (article), ==, page->byline);
  g_assert_cmpstr (plx_article_get_published (article), ==, page->published);
  g_assert_cmpstr (plx_article_get_language (article), ==, page->language);
  g_assert_cmpstr (plx_article_get_dateline (article), ==, page->dateline);

  for (guint n = 1; n <= plx_article_get_n_paragraphs (article); n++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, n);
      g_autofree char *line =
          g_strdup_printf ("%s: %s", plx_paragraph_kind_to_string (paragraph->kind), paragraph->text);

      g_assert_cmpuint (n, <=, MAX_LINES);
      g_assert_nonnull (page->paragraphs[n - 1]);
      if (!g_str_has_prefix (line, page->paragraphs[n - 1]))
        g_assert_cmpstr (line, ==, page->paragraphs[n - 1]);
      n_expected++;
    }
  g_assert_null (page->paragraphs[n_expected]);

  removed = plx_article_get_removed (article);
  for (guint i = 0; i < removed->len; i++)
    {
      const PlxRemovedLine *entry = g_ptr_array_index (removed, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", plx_removal_reason_to_string (entry->reason), entry->text);

      g_assert_cmpuint (entry->line, >=, MAX (last_line, 1));
      last_line = entry->line;
      if (page->removed[n_found] != NULL && g_str_has_prefix (line, page->removed[n_found]))
        n_found++;
    }
  g_assert_cmpstr (page->removed[n_found], ==, NULL);
}

static void
test_no_article (void)
{
  static const struct
  {
    const char *html;
    PlxImportError code;
  } cases[] = {
    { "", PLX_IMPORT_ERROR_EMPTY },
    { "\xef\xbb\xbf", PLX_IMPORT_ERROR_EMPTY },
    { "<html><head><title>Nothing</title></head><body></body></html>", PLX_IMPORT_ERROR_NO_ARTICLE },
    { "<html><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
      "<script>run ('A long text that is no text at all, since it stands in a script.')</script></body></html>",
      PLX_IMPORT_ERROR_NO_ARTICLE },
    { "<html><body><p>Please enable JavaScript to view the page.</p></body></html>", PLX_IMPORT_ERROR_NO_ARTICLE },
    { "<html><body><form><input><button>Log in</button></form></body></html>", PLX_IMPORT_ERROR_NO_ARTICLE },
  };
  g_autoptr (GError) list_error = NULL;
  g_autoptr (GPtrArray) list = import_file ("front-page.html", &list_error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (cases[i].html, -1, &error);

      g_assert_null (articles);
      g_assert_error (error, PLX_IMPORT_ERROR, (int)cases[i].code);
    }

  g_assert_null (list);
  g_assert_error (list_error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE);
  g_assert_nonnull (strstr (list_error->message, "list of articles"));
}

static void
test_joining (void)
{
  static const struct
  {
    const char *html;
    const char *paragraphs[4];
  } cases[] = {
    { "<p>One<b>two</b> three <i>four</i>.</p>", { "Onetwo three four." } },
    { "<p>One<br>two</p><p>three</p>", { "One two", "three" } },
    { "One two<br><br>three four<br> <br/>five", { "One two", "three four", "five" } },
    { "<p>soft\xc2\xad"
      "hyphen and zero\xe2\x80\x8bwidth here</p>",
      { "softhyphen and zerowidth here" } },
    { "<p>line\n  breaks\tand\xc2\xa0spaces</p>", { "line breaks and spaces" } },
    { "<p>Cafe\xcc\x81 in the morning</p>", { "Café in the morning" } },
    { "<div>one two three<div>four five six</div>seven eight nine</div>",
      { "one two three", "four five six", "seven eight nine" } },
    { "<p>Words <span hidden>not shown </span>are shown</p>", { "Words are shown" } },
    { "<p>See <svg><text>icon</text></svg>the picture<sup>2</sup></p>", { "See the picture2" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (cases[i].html, -1, &error);
      PlxArticle *article;

      g_assert_no_error (error);
      article = g_ptr_array_index (articles, 0);
      for (guint n = 1; n <= plx_article_get_n_paragraphs (article); n++)
        g_assert_cmpstr (plx_article_get_paragraph (article, n)->text, ==, cases[i].paragraphs[n - 1]);
      g_assert_null (cases[i].paragraphs[plx_article_get_n_paragraphs (article)]);
    }
}

static void
test_as_lines (void)
{
  static const char html[] =
      "<html><body><h1>Title</h1><nav><a href=/>Home</a></nav><p>Read more</p><p>Text</p></body></html>";
  static const char *const lines[] = { "Title", "Home", "Read more", "Text" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_html_import (bytes, "page.html", PLX_IMPORT_AS_LINES, &error);
  PlxArticle *article;

  g_assert_no_error (error);
  article = g_ptr_array_index (articles, 0);
  g_assert_null (plx_article_get_title (article));
  g_assert_cmpuint (plx_article_get_removed (article)->len, ==, 0);
  g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, G_N_ELEMENTS (lines));
  for (guint n = 1; n <= G_N_ELEMENTS (lines); n++)
    g_assert_cmpstr (plx_article_get_paragraph (article, n)->text, ==, lines[n - 1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/page/", pages[i].file, NULL);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/import/html/no-article", test_no_article);
  g_test_add_func ("/import/html/joining", test_joining);
  g_test_add_func ("/import/html/as-lines", test_as_lines);

  return g_test_run ();
}
