/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/annotate/plx-quotations.h"

#include "marked-article.h"

/*
 * @text: paragraphs with line breaks between them; names stand in braces, {=…} an organisation, {@…} a place, others
 * persons
 * @expected: "group:words<speaker|cue|venue" for each quotation, with line breaks between them; "-" for what is not
 * known
 */
typedef struct
{
  const char *text;
  const char *expected;
} QuotationCase;

static const QuotationCase cases[] = {
  /* Marks. */
  { "“It broke,” {Venn} said.", "0:It broke,<Venn|said|-" },
  { "\"It broke,\" {Venn} said.", "0:It broke,<Venn|said|-" },
  { "‘It broke,’ {Venn} said. ‘We ran.’", "0:It broke,<Venn|said|-\n0:We ran.<Venn|-|-" },
  { "'It didn't break,' {Venn} said. 'The dogs' bowls moved.'",
    "0:It didn't break,<Venn|said|-\n0:The dogs' bowls moved.<Venn|-|-" },
  { "{Venn} said: «It broke at dawn.»", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: « It broke at dawn. »", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: „It broke at dawn.“", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: »It broke at dawn.«", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: ”It broke at dawn.”", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: \"It broke at dawn.” We ran.", "0:It broke at dawn.<Venn|said|-" },
  { "{Venn} said: “He cried ‘run’ and ran.”", "0:He cried ‘run’ and ran.<Venn|said|-" },
  { "{Venn} said: “The so-called “safe” dam broke.” We ran.", "0:The so-called “safe” dam broke.<Venn|said|-" },
  { "The farmers' dogs and the mayor's cats don't mind.", "" },
  { "A gap 12\" wide and 5' deep.", "" },
  { "{Venn} said: “It broke at dawn and nobody came", "0:It broke at dawn and nobody came<Venn|said|-" },
  /* Titles, words as such, single words nobody utters. */
  { "The film “Water Over Stone” opens today.", "" },
  { "The “guardians” of the dam slept.", "" },
  { "{Otto “Dam” Lund} came.", "" },
  { "{Otto} “Dam” {Lund} came.", "" },
  { "{Maria Venn} met us.\n“VENN: It broke at dawn, and we ran.”\n“(Applause.)”",
    "0:VENN: It broke at dawn, and we ran.<Maria Venn|-|-" },
  { "Orlovan claims and {Venn} further called it “a very bad plan”.", "0:a very bad plan<Venn|called|-" },
  { "{Venn} called the plan “reckless” and “a con”.", "0:reckless<Venn|called|-\n1:a con<Venn|called|-" },
  /* Subjects and verbs. */
  { "“It broke,” said {Venn}.", "0:It broke,<Venn|said|-" },
  { "“It broke,” said the mayor, {Maria Venn}.", "0:It broke,<Maria Venn|said|-" },
  { "According to {Venn}, it “broke at dawn”.", "0:broke at dawn<Venn|according to|-" },
  { "It “broke at dawn”, according to {Venn}.", "0:broke at dawn<Venn|according to|-" },
  { "{Venn}, the mayor of {@Orlova}, said it “broke at dawn”.", "0:broke at dawn<Venn|said|-" },
  { "“It broke at dawn,” {Venn}, who was there, later added.", "0:It broke at dawn,<Venn|added|-" },
  { "{Venn} told {=Channel Nine}: “It broke at dawn.”", "0:It broke at dawn.<Venn|told|Channel Nine" },
  { "“It broke,” {Venn} said in an interview with {=Channel Nine}.", "0:It broke,<Venn|said|Channel Nine" },
  { "“It broke.” — {Maria Venn}", "0:It broke.<Maria Venn|-|-" },
  { "“It broke,” the announcer said. {Venn} left.", "0:It broke,<-|said|-" },
  { "{Venn} accused {Lund} of lying, saying “it broke at dawn”.", "0:it broke at dawn<Venn|saying|-" },
  { "“Did it break?” {Lund} asked. “It did!” cried {Venn}.", "0:Did it break?<Lund|asked|-\n1:It did!<Venn|cried|-" },
  /* Parts and paragraphs. */
  { "“It broke,” {Venn} said, “and we ran.”", "0:It broke,<Venn|said|-\n0:and we ran.<Venn|said|-" },
  { "“It broke,” {Venn} said. The water came. “We ran.”", "0:It broke,<Venn|said|-\n1:We ran.<Venn|-|-" },
  { "“It broke,” {Venn} said.\n“We ran,” {Lund} said.", "0:It broke,<Venn|said|-\n1:We ran,<Lund|said|-" },
  { "{Venn} said: “It broke.\n“We ran.\n“Nobody helped.” It was late.",
    "0:It broke.<Venn|said|-\n0:We ran.<Venn|-|-\n0:Nobody helped.<Venn|-|-" },
  { "{Venn} went on:\n“Nobody helped us at all.”", "0:Nobody helped us at all.<Venn|-|-" },
  /* Pronouns and roles. */
  { "{Maria Venn} met {Peter Lund} at the dam. “It broke,” she said.", "0:It broke,<Maria Venn|said|-" },
  { "{Maria Venn} met {Peter Lund} at the dam. “It broke,” he said.", "0:It broke,<Peter Lund|said|-" },
  { "The engineer {Peter Lund} came with the lawyer {Maria Venn}. “It broke,” the lawyer said.",
    "0:It broke,<Maria Venn|said|-" },
  { "Orlovan President {Peter Lund} met Varnian President {Maria Venn}. The Orlovan president said it “broke at dawn”.",
    "0:broke at dawn<Peter Lund|said|-" },
  { "{Peter Lund} came. Varnian President {Maria Venn} slept. {Peter Lund} left. The Orlovan president said it "
    "“broke”.",
    "0:broke<Peter Lund|said|-" },
  { "{Lund} called the plan “the only way” that works, but {Venn} noted the cost.", "0:the only way<Lund|called|-" },
  { "He spoke on the show “The Long Night with Otto Lund and Friends of the Valley” today.", "" },
  { "{Lund} slept. “It broke,” a spokesman said.", "0:It broke,<-|said|-" },
};

static char *
mention_text (PlxArticle *article, const GArray *mentions, int index)
{
  if (index < 0)
    return g_strdup ("-");

  const PlxMention *mention = &g_array_index (mentions, PlxMention, index);

  return plx_paragraph_dup_text (plx_article_get_paragraph (article, mention->paragraph), mention->span);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
      g_autoptr (PlxArticle) article = marked_article_read (cases[i].text, mentions);
      g_autoptr (GPtrArray) tokens = marked_article_split_tokens (article);
      g_autoptr (GArray) quotations = plx_quotations_find (article, tokens, mentions);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint q = 0; q < quotations->len; q++)
        {
          const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, q);
          g_autofree char *words =
              plx_paragraph_dup_text (plx_article_get_paragraph (article, quotation->paragraph), quotation->span);
          g_autofree char *speaker = mention_text (article, mentions, quotation->speaker);
          g_autofree char *venue = mention_text (article, mentions, quotation->venue);

          g_string_append_printf (found, "%s%u:%s<%s|%s|%s", q > 0 ? "\n" : "", quotation->group, words, speaker,
                                  quotation->cue != NULL ? quotation->cue : "-", venue);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* Marks without end or order: bounded time, spans in order and within the text. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "“",      "”",      "\"",    "\" ",      " \"a",         "'",      " 'a ", "« ",
                                       "„a “b ", "“a” x ", "said ", "“a said ", "he said “x” ", "\"\n\"", "“a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
      g_autoptr (GString) text = g_string_new ("x ");
      gint64 before = g_get_monotonic_time ();

      while (text->len < 200000)
        g_string_append (text, parts[i]);

      g_autoptr (PlxArticle) article = marked_article_read (text->str, mentions);
      g_autoptr (GPtrArray) tokens = marked_article_split_tokens (article);
      g_autoptr (GArray) quotations = plx_quotations_find (article, tokens, mentions);
      guint paragraph = 0, end = 0;

      for (guint q = 0; q < quotations->len; q++)
        {
          const PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, q);

          if (quotation->paragraph != paragraph)
            end = 0;
          paragraph = quotation->paragraph;
          g_assert_cmpuint (quotation->span.start, >=, end);
          g_assert_cmpuint (quotation->span.start, <, quotation->span.end);
          g_assert_cmpuint (quotation->span.end, <=, plx_article_get_paragraph (article, paragraph)->n_chars);
          end = quotation->span.end;
        }
      g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotations/cases", test_cases);
  g_test_add_func ("/quotations/hostile", test_hostile);

  return g_test_run ();
}
