/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/annotate/plx-defects.h"

#define P1 "The council of Tarnby voted on Monday to close the old swimming hall before the winter."
#define P2 "Swimmers had asked for two more years, but the roof could not be mended in time."

/* Paragraphs, "|" between them, and the defects: kind:paragraph:other:damaged text, "|" between them. */
static const struct
{
  const char *paragraphs;
  const char *defects;
} table[] = {
  { P1 "|" P2, "" },
  /* Spliced: in the middle of a word, with and without a quotation. */
  { "The mayor spoke last. “The offers will be read out in the coun|" P1 "|" P2
    "cil chamber before anybody votes,” she said.",
    "spliced:1:3:“The offers will be read out in the coun|unclosed-quote:1:0:“The|"
    "spliced:3:1:cil chamber before anybody votes,” she said.|unclosed-quote:3:0:votes,”" },
  { "The hall was built when the town had half as many people as it has to|" P1
    "day, the mayor of Tarnby said in the end.|" P2,
    "spliced:1:2:The hall was built when the town had half as many people as it has to|"
    "spliced:2:1:day, the mayor of Tarnby said in the end." },
  /* What looks like a tail and is none. */
  { "The hall was built when the town had half as many people as it has to|" P1 " See tarnby.org for more of it.", "" },
  { P1 "|They spoke of many points...which nobody could settle that night, as the minutes show.", "" },
  { P1 "|It costs 3.5m and e.g.the roof is not counted in it, as the council was told on Monday.", "" },
  /* Cut off. */
  { P1 "|Swimmers had asked for two more years, but the roof could not be mended for less than a new hall would cost "
       "the to",
    "cut:2:0:Swimmers had asked for two more years, but the roof could not be mended for less than a new hall would "
    "cost "
    "the to" },
  { P1 "|" P2 " The mayor added that… [+1204 chars]", "cut:2:0:… [+1204 chars]" },
  { P1 "|" P2 " The mayor added… Read more", "cut:2:0:… Read more" },
  { P1 "|" P2 "|Ada Holm is a reporter of the Tarnby Courier", "" },
  { P1 "|" P2 "|— with reporting by Ada Holm and Jens Brandt", "" },
  /* Quotations. */
  { "“The hall is old,” she said. “It must be shut.|" P1, "unclosed-quote:1:0:“It" },
  { "“The hall is old,” she said. “It must be shut.|“We shall build another,” she added.|" P1, "" },
  { "She said: \"The hall is old.|\"It must be shut.|\"We shall build another.\"", "" },
  { "„Die Halle ist alt“, sagte sie. „Sie muss zu.“", "" },
  { "”Hallen är gammal”, sade hon.", "" },
  { "»Die Halle ist alt«, sagte sie. „Sie muss zu.“", "" },
  { "« La piscine est vieille », dit-elle.", "" },
  { "The board is 12\" wide, and the pool 25 metres.", "" },
  { "The swimmers' hall isn't ‘old’, they said, it’s '90s.", "" },
  /* Repetitions. */
  { P1 "|" P2 "|" P1, "repeated:3:1:" P1 },
  { "Yes.|No.|Yes.", "" },
  /* Characters decoded wrongly. */
  { "The swimmersâ€™ hall", "encoding:1:0:â€™" },
  { "A cafÃ© in the hall", "encoding:1:0:Ã©" },
  { "ÐŸÑ€Ð¸Ð²ÐµÑ‚ everybody", "encoding:1:0:ÐŸÑ€Ð¸Ð²ÐµÑ‚" },
  { "РџСЂРёРІРµС‚ everybody", "encoding:1:0:РџСЂРёРІРµС‚" },
  { "Lost \xef\xbf\xbd\xef\xbf\xbd letters", "encoding:1:0:\xef\xbf\xbd\xef\xbf\xbd" },
  { "“CAFÉ” and “château”, Ærø, São Tomé, Łódź, Ñandú, «Été»", "" },
  { "Россия и США, СССР", "" },
  /* Foreign matter. */
  { "The hall<br/> is old&nbsp;and shut.", "foreign:1:0:<br/>|foreign:1:0:&nbsp;" },
  { "The hall is old. googletag.cmd.push(function() { googletag.display('ad'); });",
    "foreign:1:0:googletag.cmd|foreign:1:0:function() {|foreign:1:0:googletag.display" },
  { "Five < six, and AT&T is a < b > c firm; R&D (see [caption]).", "foreign:1:0:[caption]" },
};

static const char *const kinds[] = { "cut", "spliced", "unclosed-quote", "repeated", "encoding", "foreign" };

static PlxArticle *
make_article (const char *paragraphs)
{
  PlxArticle *article = plx_article_new ();
  g_auto (GStrv) parts = g_strsplit (paragraphs, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, parts[i]);
  plx_article_freeze (article);

  return article;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (PlxArticle) article = make_article (table[i].paragraphs);
      g_autoptr (GArray) defects = plx_defects_find (article);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < defects->len; k++)
        {
          const PlxDefect *defect = &g_array_index (defects, PlxDefect, k);
          g_autofree char *text =
              plx_paragraph_dup_text (plx_article_get_paragraph (article, defect->paragraph), defect->span);

          g_string_append_printf (found, "%s%s:%u:%u:%s", k > 0 ? "|" : "", kinds[defect->kind], defect->paragraph,
                                  defect->other, text);
        }
      g_test_message ("%s", table[i].paragraphs);
      g_assert_cmpstr (found->str, ==, table[i].defects);
    }
}

/* A paragraph as long as a hostile text has them must not take time that grows with its square. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_autoptr (GArray) defects = NULL;

  while (text->len < 1000000)
    g_string_append (text, "â€™ “<br> .a \"»&amp;… ");
  plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, text->str);
  plx_article_freeze (article);

  gint64 start = g_get_monotonic_time ();

  defects = plx_defects_find (article);
  g_assert_cmpuint (defects->len, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/defects/table", test_table);
  g_test_add_func ("/defects/long", test_long);

  return g_test_run ();
}
