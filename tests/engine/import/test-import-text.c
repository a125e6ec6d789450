/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/import/plx-clean-phrases.h"
#include "engine/import/plx-text-line.h"
#include "plx-import-testing.h"

#define BODY                                                                                                           \
  "The council of Tarnby voted on Monday to close the old swimming hall before the winter, the mayor said.\n\n"        \
  "Swimmers had asked for two more years, but the roof could not be mended for less than a new hall would cost.\n"

/* A line above, inside or below a text, and why it goes; -1 when it must stay. */
static const struct
{
  const char *line;
  int reason;
} below[] = {
  { "Advertisement", PLX_REMOVAL_ADVERTISING },
  { "ADVERTISEMENT", PLX_REMOVAL_ADVERTISING },
  { "Anzeige", PLX_REMOVAL_ADVERTISING },
  { "Publicité", PLX_REMOVAL_ADVERTISING },
  { "Реклама", PLX_REMOVAL_ADVERTISING },
  { "Comment", PLX_REMOVAL_COMMENTS },
  { "12 Comments", PLX_REMOVAL_COMMENTS },
  { "LEAVE A REPLY", PLX_REMOVAL_COMMENTS },
  { "Kommentar schreiben", PLX_REMOVAL_COMMENTS },
  { "Добавить комментарий", PLX_REMOVAL_COMMENTS },
  { "Залишити коментар", PLX_REMOVAL_COMMENTS },
  { "No votes yet.", PLX_REMOVAL_COMMENTS },
  { "Please wait...", PLX_REMOVAL_COMMENTS },
  { "Related Articles", PLX_REMOVAL_RELATED },
  { "You may also like:", PLX_REMOVAL_RELATED },
  { "READ MORE: Ten things to do in Tarnby", PLX_REMOVAL_RELATED },
  { "À lire aussi", PLX_REMOVAL_RELATED },
  { "Te puede interesar", PLX_REMOVAL_RELATED },
  { "Читайте також: Басейн закриють", PLX_REMOVAL_RELATED },
  { "Share on Facebook", PLX_REMOVAL_SHARE },
  { "ShareTweet", PLX_REMOVAL_SHARE },
  { "0 Fans Like", PLX_REMOVAL_SHARE },
  { "0FansLike", PLX_REMOVAL_SHARE },
  { "1,204FollowersFollow", PLX_REMOVAL_SHARE },
  { "Stay Connected", PLX_REMOVAL_SHARE },
  { "Teilen", PLX_REMOVAL_SHARE },
  { "Поделиться", PLX_REMOVAL_SHARE },
  { "Skip to content", PLX_REMOVAL_NAVIGATION },
  { "© 2024 Tarnby Courier. All rights reserved.", PLX_REMOVAL_NAVIGATION },
  { "Datenschutzerklärung", PLX_REMOVAL_NAVIGATION },
  { "DOWNLOAD THE APP", PLX_REMOVAL_APP },
  { "Subscribe to our newsletter", PLX_REMOVAL_SUBSCRIBE },
  { "Newsletter abonnieren", PLX_REMOVAL_SUBSCRIBE },
  { "Source link", PLX_REMOVAL_SOURCE_LINK },
  { "Source: Tarnby Courier", PLX_REMOVAL_SOURCE_LINK },
  { "Your email address will not be published. Required fields are marked *", PLX_REMOVAL_FORM },
  { "Save my name, email, and website in this browser for the next time I comment.", PLX_REMOVAL_FORM },
  { "___", PLX_REMOVAL_OTHER },
  { "The advertisement in the hall still hangs there.", -1 },
  { "Comments by the mayor were not to be had on Monday evening.", -1 },
  { "Swimmers will share the hall of the next town.", -1 },
  { "It closes in May.", -1 },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      g_autofree char *text = g_strdup_printf ("Tarnby to close its swimming hall\n\n" BODY "\n%s\n", below[i].line);
      g_autoptr (GPtrArray) articles = import_text (text);
      GPtrArray *removed = plx_article_get_removed (articles->pdata[0]);

      g_test_message ("%s", below[i].line);
      g_assert_cmpuint (articles->len, ==, 1);
      g_assert_cmpuint (plx_article_get_n_paragraphs (articles->pdata[0]), ==, below[i].reason < 0 ? 3 : 2);
      g_assert_cmpuint (removed->len, ==, below[i].reason < 0 ? 0 : 1);
      if (below[i].reason >= 0)
        {
          const PlxRemovedLine *line = removed->pdata[0];

          g_assert_cmpuint (line->line, ==, 7);
          g_assert_cmpint ((int)line->reason, ==, below[i].reason);
          g_assert_cmpstr (line->text, ==, below[i].line);
        }
      assert_complete (text, articles);
    }
}

/* Texts and what must come of them: title, and the body as dup_body() writes it. */
static const struct
{
  const char *name;
  const char *text;
  const char *title;
  const char *body;
} texts[] = {
  { "single newlines",
    "Hall to close\nThe hall in Tarnby will close before the winter, the mayor said on Monday evening.\n"
    "What comes next\nA new one is to be built beside the station within the next three years, she said.\n",
    "Hall to close",
    "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n# What comes next\n"
    "A new one is to be built beside the station within the next three years, she said.\n" },
  { "carriage returns",
    "Hall to close\r\n\r\nThe hall in Tarnby will close before the winter, the mayor said on Monday evening.\r\n",
    "Hall to close", "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n" },
  { "title twice",
    "Hall to close\n\nHall to close\n\nThe hall in Tarnby will close before the winter, the mayor said on Monday.\n",
    "Hall to close", "The hall in Tarnby will close before the winter, the mayor said on Monday.\n" },
  { "title that is a sentence",
    "The swimming hall in Tarnby is to close.\n\n"
    "The council voted on Monday to close the hall before the winter, the mayor of the town said.\n",
    "The swimming hall in Tarnby is to close.",
    "The council voted on Monday to close the hall before the winter, the mayor of the town said.\n" },
  { "no title",
    "The council voted on Monday to close the hall before the winter, the mayor of the town said. Nobody spoke.\n\n"
    "The doors had been shut by noon, and a notice hung on them.\n",
    NULL,
    "The council voted on Monday to close the hall before the winter, the mayor of the town said. Nobody spoke.\n"
    "The doors had been shut by noon, and a notice hung on them.\n" },
  { "one line", "The hall is shut.\n", NULL, "The hall is shut.\n" },
  { "short sentences", "Hall shut\n\nThe hall is shut.\n\nNobody swims.\n", "Hall shut",
    "The hall is shut.\nNobody swims.\n" },
  { "captions",
    "Hall to close\n\nThe hall in Tarnby on Monday. (Photo: Iva Holm)\n\n"
    "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n",
    "Hall to close",
    "= The hall in Tarnby on Monday. (Photo: Iva Holm)\n"
    "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n" },
  { "lists and quotes",
    "Hall to close\n\nThe council gave three reasons on Monday, none of which the swimmers would accept.\n\n"
    "• the roof\n• the heating\n\n> We are at the end of our means.\n\n"
    "The hall was built when the town had half as many people as it has today, the mayor said.\n",
    "Hall to close",
    "The council gave three reasons on Monday, none of which the swimmers would accept.\n- the roof\n- the heating\n"
    "> We are at the end of our means.\n"
    "The hall was built when the town had half as many people as it has today, the mayor said.\n" },
  { "links in the middle",
    "Hall to close\n\nThe hall in Tarnby will close before the winter, the mayor said on Monday evening.\n\n"
    "Related Stories\nTen swimming halls that are worth the journey\nWhy the heating of halls costs so much\n\n"
    "Swimmers had asked for two more years, but the roof could not be mended, the council was told.\n",
    "Hall to close",
    "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n"
    "Swimmers had asked for two more years, but the roof could not be mended, the council was told.\n" },
  { "site above",
    "Skip to content\nHome\nNews\nPolitics\nSport\n\nHall in Tarnby to close\n\n"
    "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n",
    "Hall in Tarnby to close", "The hall in Tarnby will close before the winter, the mayor said on Monday evening.\n" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) articles = import_text (texts[i].text);
      g_autofree char *body = dup_body (articles->pdata[0]);

      g_test_message ("%s", texts[i].name);
      g_assert_cmpuint (articles->len, ==, 1);
      g_assert_cmpstr (plx_article_get_title (articles->pdata[0]), ==, texts[i].title);
      g_assert_cmpstr (body, ==, texts[i].body);
      assert_complete (texts[i].text, articles);
    }
}

static void
test_as_lines (void)
{
  const char *text = "Advertisement\r\n\n  Two  spaces, kept \nCafe\xcc\x81\n# not a heading\n";
  g_autoptr (GPtrArray) articles = import_bytes (text, strlen (text), "x.html", PLX_IMPORT_AS_LINES);
  g_autofree char *body = dup_body (articles->pdata[0]);

  g_assert_cmpuint (articles->len, ==, 1);
  g_assert_null (plx_article_get_title (articles->pdata[0]));
  g_assert_cmpuint (plx_article_get_removed (articles->pdata[0])->len, ==, 0);
  g_assert_cmpstr (body, ==, "Advertisement\n  Two  spaces, kept\nCafé\n# not a heading\n");
  g_assert_cmpint (plx_article_get_paragraph (articles->pdata[0], 4)->kind, ==, PLX_PARAGRAPH_TEXT);
}

static void
test_fixtures (void)
{
  static const struct
  {
    const char *name;
    guint n_articles;
    const char *title;
    guint n_paragraphs;
    guint n_removed;
    const char *source;
    const char *language;
  } table[] = {
    { "harbour.txt", 1, "Ferry strike leaves thousands stranded at Port Velmar", 7, 18, "Coastal Herald", "en" },
    { "wrapped.txt", 1, "Quarry village votes to move its church", 3, 0, NULL, "en" },
    { "aggregator.txt", 2, "Lake Morn dam to be raised by two metres", 3, 8, "Northern Wire", "en" },
    { "splice.txt", 1, "Two bidders remain for the tram works", 4, 0, NULL, "en" },
    { "notes.md", 1, "Orchard festival moves to the station square", 6, 0, NULL, "en" },
    { "kyrylivka.txt", 1, "У Кирилівці відкрили нову школу на триста учнів", 2, 4, NULL, "uk" },
    { "muehle-windows-1252.txt", 1, "Sturm deckt Dach der alten Mühle ab", 2, 0, NULL, "de" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) articles = import_fixture (table[i].name);
      PlxArticle *first = articles->pdata[0];

      g_test_message ("%s", table[i].name);
      g_assert_cmpuint (articles->len, ==, table[i].n_articles);
      g_assert_cmpstr (plx_article_get_title (first), ==, table[i].title);
      g_assert_cmpuint (plx_article_get_n_paragraphs (first), ==, table[i].n_paragraphs);
      g_assert_cmpuint (plx_article_get_removed (first)->len, ==, table[i].n_removed);
      g_assert_cmpstr (plx_article_get_source (first), ==, table[i].source);
      g_assert_cmpstr (plx_article_get_language (first), ==, table[i].language);
      if (!g_str_has_suffix (table[i].name, ".md") && !strstr (table[i].name, "1252"))
        {
          g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", table[i].name, NULL);
          g_autofree char *text = NULL;

          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          assert_complete (text, articles);
        }
    }
}

static void
test_wrapped (void)
{
  g_autoptr (GPtrArray) articles = import_fixture ("wrapped.txt");

  g_assert_cmpstr (
      plx_article_get_paragraph (articles->pdata[0], 2)->text, ==,
      "Some 214 of the 260 who voted were in favour, the parish said on Sunday evening. The work is to begin "
      "in May and to take until the autumn after next.");
  g_assert_true (
      g_str_has_suffix (plx_article_get_paragraph (articles->pdata[0], 3)->text,
                        "Petra Lindqvist-Moe, who counted the ballots herself on the steps of the old school."));
}

/* A full text under "Related articles" is an article, a teaser there is not. */
static void
test_aggregator (void)
{
  g_autoptr (GPtrArray) articles = import_fixture ("aggregator.txt");
  PlxArticle *second = articles->pdata[1];

  g_assert_cmpstr (plx_article_get_title (second), ==, "Herders ask for a say over the new road");
  g_assert_cmpstr (plx_article_get_source (second), ==, "Northern Wire");
  g_assert_cmpuint (plx_article_get_n_paragraphs (second), ==, 1);
}

static void
test_markdown (void)
{
  g_autoptr (GPtrArray) articles = import_fixture ("notes.md");
  g_autofree char *body = dup_body (articles->pdata[0]);

  g_assert_cmpstr (
      body, ==,
      "The orchard festival moves to the station square this year, since the meadow is under water after the "
      "rains.\n# What changes\n- The market opens at nine\n- The orchestra plays at noon\n"
      "> We would rather move than cancel.\n"
      "Visitors are asked to come by train, as the car park beside the meadow stays closed until the end of "
      "the month.\n");
}

static void
test_keys (void)
{
  static const struct
  {
    const char *text;
    const char *key;
  } table[] = {
    { "12 Comments »", "# comments" },
    { "  Leave a Reply!", "leave a reply" },
    { "1,204 shares", "# shares" },
    { "0FansLike", "# fanslike" },
    { "Don’t miss", "don't miss" },
    { "ЧИТАЙТЕ ТАКОЖ", "читайте також" },
    { "—", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *key = plx_text_line_key (table[i].text);

      g_assert_cmpstr (key, ==, table[i].key);
    }
  g_assert_null (plx_clean_phrases_lookup ("Share prices", "share prices"));
  g_assert_nonnull (plx_clean_phrases_lookup ("Share", "share"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/text/lines", test_lines);
  g_test_add_func ("/import/text/texts", test_texts);
  g_test_add_func ("/import/text/as-lines", test_as_lines);
  g_test_add_func ("/import/text/fixtures", test_fixtures);
  g_test_add_func ("/import/text/wrapped", test_wrapped);
  g_test_add_func ("/import/text/aggregator", test_aggregator);
  g_test_add_func ("/import/text/markdown", test_markdown);
  g_test_add_func ("/import/text/keys", test_keys);

  return g_test_run ();
}
