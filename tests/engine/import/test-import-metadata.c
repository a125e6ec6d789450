/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/import/plx-language.h"
#include "engine/import/plx-text-agency.h"
#include "engine/import/plx-text-date.h"
#include "plx-import-testing.h"

#define BODY "The mill on the river Orra will reopen in the spring, its new owner told the town on Sunday evening."

typedef struct
{
  const char *head;
  const char *lead;
  const char *tail;
  const char *source;
  const char *agency;
  const char *byline;
  const char *dateline;
  const char *published;
  const char *url;
} Case;

/* Lines above the text, what the text begins with, lines below it, and what must be read from them. */
static const Case cases[] = {
  { "", "", "", NULL, NULL, NULL, NULL, NULL, NULL },
  { "By Ada Holm", "", "", NULL, NULL, "Ada Holm", NULL, NULL, NULL },
  { "BY ADA HOLM AND JENS VAN DER BEEK", "", "", NULL, NULL, "ADA HOLM AND JENS VAN DER BEEK", NULL, NULL, NULL },
  { "Von Ada Holm", "", "", NULL, NULL, "Ada Holm", NULL, NULL, NULL },
  { "AFP", "", "", "AFP", "AFP", "AFP", NULL, NULL, NULL },
  { "Reuters/AP", "", "", "Reuters/AP", "Reuters", "Reuters/AP", NULL, NULL, NULL },
  { "By AFP", "", "", NULL, "AFP", "AFP", NULL, NULL, NULL },
  { "", "KYIV, April 24 (Reuters) - ", "", NULL, "Reuters", NULL, "KYIV", NULL, NULL },
  { "", "LONDON (AP) — ", "", NULL, "AP", NULL, "LONDON", NULL, NULL },
  { "", "(Reuters) - ", "", NULL, "Reuters", NULL, NULL, NULL, NULL },
  { "", "Washington: ", "", NULL, NULL, NULL, "Washington", NULL, NULL },
  { "", "ORRA MILLS — ", "", NULL, NULL, NULL, "ORRA MILLS", NULL, NULL },
  { "", "Berlin (dpa) - ", "", NULL, "dpa", NULL, "Berlin", NULL, NULL },
  { "", "Analysis: ", "", NULL, NULL, NULL, NULL, NULL, NULL },
  { "", "Holm: ", "", NULL, NULL, NULL, NULL, NULL, NULL },
  { "24 April 2025", "", "", NULL, NULL, NULL, NULL, "2025-04-24", NULL },
  { "Published: Apr 24, 2025, 10:30 AM", "", "", NULL, NULL, NULL, NULL, "2025-04-24", NULL },
  { "Updated: Apr 25, 2025", "", "", NULL, NULL, NULL, NULL, NULL, NULL },
  { "5 hours ago", "", "", NULL, NULL, NULL, NULL, NULL, NULL },
  { "Orra Post5 hours ago", "", "", "Orra Post", NULL, NULL, NULL, NULL, NULL },
  { "Orra Post • 2 days ago", "", "", "Orra Post", NULL, NULL, NULL, NULL, NULL },
  { "Orra Post\nan hour ago", "", "", "Orra Post", NULL, NULL, NULL, NULL, NULL },
  { "", "", "Source: Orra Post", "Orra Post", NULL, NULL, NULL, NULL, NULL },
  { "", "", "Sourse: orrapost.example", "orrapost.example", NULL, NULL, NULL, NULL, NULL },
  { "", "", "Source: AFP", "AFP", "AFP", NULL, NULL, NULL, NULL },
  { "", "", "Quelle: Orra Bote", "Orra Bote", NULL, NULL, NULL, NULL, NULL },
  { "", "", "Source: https://orrapost.example/mill", NULL, NULL, NULL, NULL, NULL, "https://orrapost.example/mill" },
  { "https://orrapost.example/mill", "", "", NULL, NULL, NULL, NULL, NULL, "https://orrapost.example/mill" },
  { "URL: https://orrapost.example/mill", "", "", NULL, NULL, NULL, NULL, NULL, "https://orrapost.example/mill" },
  /* Outlets that no table knows, by what signs the dateline or by what stands beside them. */
  { "Tarn Valley Service", "ORRA, March 12, 2025 (Tarn Valley Service) - ", "", "Tarn Valley Service",
    "Tarn Valley Service", NULL, "ORRA", "2025-03-12", NULL },
  { "— Tarn Valley Service", "ORRA (TARN VALLEY SERVICE) — ", "", "Tarn Valley Service", "Tarn Valley Service", NULL,
    "ORRA", NULL, NULL },
  { "", "ORRA, 2 May 2024 (Tarn Valley Service) - ", "— Tarn Valley Service", "Tarn Valley Service",
    "Tarn Valley Service", NULL, "ORRA", "2024-05-02", NULL },
  { "By Ada Holm, Tarn Valley Service", "ORRA (Tarn Valley Service) - ", "", "Tarn Valley Service",
    "Tarn Valley Service", "Ada Holm", "ORRA", NULL, NULL },
  { "By Ada Holm, Orra Gazette", "", "", "Orra Gazette", NULL, "Ada Holm", NULL, NULL, NULL },
  { "By Ada Holm, Jens Beek", "", "", NULL, NULL, "Ada Holm, Jens Beek", NULL, NULL, NULL },
  { "Orra Gazette | March 12, 2025", "", "", "Orra Gazette", NULL, NULL, NULL, "2025-03-12", NULL },
  { "12 March 2025 · The Orra Gazette · By Ada Holm", "", "", "The Orra Gazette", NULL, "Ada Holm", NULL, "2025-03-12",
    NULL },
  { "— Orra Gazette", "", "", "Orra Gazette", NULL, NULL, NULL, NULL, NULL },
  { "", "ORRA (closed since May) - ", "", NULL, NULL, NULL, NULL, NULL, NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *text =
          g_strdup_printf ("Old mill to reopen\n%s\n\n%s" BODY "\n\n" BODY "\n\n%s\n", c->head, c->lead, c->tail);
      g_autoptr (GPtrArray) articles = import_text (text);
      PlxArticle *article = articles->pdata[0];

      g_test_message ("%s|%s|%s", c->head, c->lead, c->tail);
      g_assert_cmpstr (plx_article_get_title (article), ==, "Old mill to reopen");
      g_assert_cmpuint (plx_article_get_n_paragraphs (article), ==, 2);
      g_assert_true (g_str_has_prefix (plx_article_get_paragraph (article, 1)->text, c->lead));
      g_assert_cmpstr (plx_article_get_source (article), ==, c->source);
      g_assert_cmpstr (plx_article_get_agency (article), ==, c->agency);
      g_assert_cmpstr (plx_article_get_byline (article), ==, c->byline);
      g_assert_cmpstr (plx_article_get_dateline (article), ==, c->dateline);
      g_assert_cmpstr (plx_article_get_published (article), ==, c->published);
      g_assert_cmpstr (plx_article_get_url (article), ==, c->url);
      assert_complete (text, articles);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } table[] = {
    { "2025-04-24", "2025-04-24" },
    { "2025-04-24T10:30:00Z", "2025-04-24" },
    { "April 24, 2025", "2025-04-24" },
    { "Thursday, 24th of April 2025", "2025-04-24" },
    { "Posted on 24.04.2025 um 10:30 Uhr", "2025-04-24" },
    { "24/04/2025", "2025-04-24" },
    { "04/24/2025", "2025-04-24" },
    { "04/05/2025", "" },
    { "24. April 2025", "2025-04-24" },
    { "24 avril 2025 à 10h30", "2025-04-24" },
    { "24 de abril de 2025", "2025-04-24" },
    { "24 апреля 2025 г.", "2025-04-24" },
    { "24 квітня 2025 року", "2025-04-24" },
    { "31 February 2025", "" },
    { "April 24", "" },
    { "Mark 24 2025", NULL },
    { "Marches on 24 May 2025", NULL },
    { "In 2025", NULL },
    { "The mill reopened on 24 April 2025.", NULL },
    { "May", NULL },
    { "12", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gboolean updated;
      g_autofree char *date = plx_text_date_parse_line (table[i].text, &updated);

      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (date, ==, table[i].date);
    }
}

static void
test_agencies (void)
{
  static const struct
  {
    const char *text;
    const char *agency;
  } table[] = {
    { "AFP/APP", "AFP" },     { "Reuters", "Reuters" },     { "Associated Press", "AP" },
    { "dpa mit AFP", "dpa" }, { "Укрінформ", "Ukrinform" }, { "Pa", NULL },
    { "AFP reports", NULL },  { "Orra Post", NULL },        { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpstr (plx_text_agency_parse_credit (table[i].text), ==, table[i].agency);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } table[] = {
    { BODY, "en" },
    { "Die Mühle an der Orra soll im Frühling wieder öffnen, wie der neue Besitzer am Sonntag in der Stadt sagte.",
      "de" },
    { "Le moulin sur l'Orra doit rouvrir au printemps, selon son nouveau propriétaire, qui est venu dans la ville.",
      "fr" },
    { "El molino del río Orra volverá a abrir en la primavera, según dijo el domingo su nuevo dueño a los vecinos.",
      "es" },
    { "Il mulino sul fiume Orra riaprirà in primavera, ha detto il nuovo proprietario della città che non è lontana.",
      "it" },
    { "Młyn nad Orrą zostanie otwarty na wiosnę, jak powiedział w niedzielę jego nowy właściciel, który się cieszy.",
      "pl" },
    { "Млин на річці Орра відкриють навесні, сказав у неділю його новий власник, який також купив і старий міст.",
      "uk" },
    { "Мельницу на реке Орра откроют весной, сказал в воскресенье её новый владелец, который купил и старый мост.",
      "ru" },
    { "オラ川の水車小屋は春に再開すると、新しい所有者が日曜日の夜に町の人々に語った。", "ja" },
    { "Orra mill", NULL },
    { "1234 5678", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (plx_language_guess (table[i].text, -1), ==, table[i].language);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/metadata/cases", test_cases);
  g_test_add_func ("/import/metadata/dates", test_dates);
  g_test_add_func ("/import/metadata/agencies", test_agencies);
  g_test_add_func ("/import/metadata/languages", test_languages);

  return g_test_run ();
}
