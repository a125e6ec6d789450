/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/text/plx-sentences.h"

/* The text holds "|" where one sentence ends and the next begins; the space behind it is part of the text. */
typedef struct
{
  const char *language;
  const char *marked;
} SentenceCase;

static const SentenceCase cases[] = {
  { "en", "" },
  { "en", "The dam broke.| Nobody was hurt.| Why?| Nobody knows!" },
  { "en", "No full stop" },
  /* Abbreviations and initials. */
  { "en", "Mr. Lund met Dr. Orla Venn and Gen. Pask.| They spoke." },
  { "en", "J. R. Lund and Maria K. Venn signed.| Both left." },
  { "en", "The U.S. Army came.| It came from the U.S.| The army left the U.S. on Monday." },
  { "en", "Venn Corp. bought Lund Inc. in May.| It sold Pask Bros. Ltd.| The price was low." },
  { "en", "It began at 9 a.m. Monday.| It ended at 5 p.m.| Nobody came." },
  { "en", "On Jan. 5 and Feb. 7, the No. 2 gate of St. Orla's broke.| See p. 12 and fig. 3." },
  { "en", "Was it so?| No.| The gate held, e.g. Monday, i.e. Day 3." },
  { "en", "He has a Ph.D. in water.| She lives at 5 Mill St. in town." },
  { "en", "They chose plan B.| The mayor agreed." },
  /* Quotations. */
  { "en", "“The dam broke.”| Lund left." },
  { "en", "\"The dam broke.\"| Lund left.| \"We ran.\"" },
  { "en", "“Did it break?” he asked.| “Run!” she cried." },
  { "en", "“Did it break?” Lund asked.| “It did!” the mayor said." },
  { "en", "“It broke.| We ran,” he said.| “Nobody helped.”" },
  { "en", "‘It broke.’| He left." },
  /* Brackets, ellipses, dashes. */
  { "en", "It broke (at dawn.)| He left." },
  { "en", "It broke (see p. 3).| He left." },
  { "en", "He paused ... and spoke.| He said: “It …| We ran.”" },
  { "en", "It broke — he knew!| — She ran." },
  /* Numbers and lists. */
  { "en", "It rose by 3.5 metres in 2019.| In 2020 it fell." },
  { "en", "1. Open the gate." },
  { "en", "It broke.[12]| Then it fell. [13]| Nobody came (c. 1818)." },
  { "en", "it broke at dawn.| they ran.| See approx. the end." },
  { "en", "12 people came in May.| 7 left." },
  /* Addresses and slips. */
  { "en", "See www.dam.example/a.b?c=D.e for more.| Or not." },
  { "en", "It broke in the night.|The mayor left." },
  { "en", "He said it broke.”|The mayor left." },
  { "en", "Yahoo!, a firm, and Lund.com, agreed." },
  /* Other languages. */
  { "de", "Am 3. Oktober kam z.B. Herr Dr. Lund.| Er blieb bis ca. 5 Uhr.| Das war alles." },
  { "fr", "M. Lund et Mme. Venn sont venus.| Ils sont partis." },
  { "es", "El Sr. Lund vino a EE.UU. ayer.| ¿Por qué?| ¡No se sabe!" },
  { "ru", "Плотина рухнула.| Никто не пострадал." },
  { "ar", "انهار السد.| لماذا؟| لا نعرف." },
  { "zh", "大坝决堤了。|没有人受伤。|为什么？" },
  { "hi", "बाँध टूट गया।| कोई घायल नहीं हुआ।" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].marked, "|", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autoptr (GArray) sentences = plx_sentences_split (text, cases[i].language);
      g_autoptr (GString) found = g_string_new (NULL);
      guint at = 0;

      for (guint k = 0; k < sentences->len; k++)
        {
          PlxSpan span = g_array_index (sentences, PlxSpan, k);
          g_autofree char *between = g_utf8_substring (text, at, span.start);
          g_autofree char *sentence = g_utf8_substring (text, span.start, span.end);

          g_string_append_printf (found, "%s%s%s", k > 0 ? "|" : "", between, sentence);
          at = span.end;
        }
      g_assert_cmpstr (found->str, ==, cases[i].marked);
    }
}

static void
test_hostile (void)
{
  static const char *const parts[] = { ".",   ". ",  "? \"", "a. ", "\"", "A.B. ", "…",
                                       "[1]", ".[1", " ",    "(",   "“",  "a.B",   "! A b c " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("A b");
      g_autoptr (GArray) sentences = NULL;
      gint64 before = g_get_monotonic_time ();

      while (text->len < 1000000)
        g_string_append (text, parts[i]);
      sentences = plx_sentences_split (text->str, "en");
      g_assert_cmpuint (sentences->len, >, 0);
      g_assert_cmpuint (g_array_index (sentences, PlxSpan, sentences->len - 1).end, <=, g_utf8_strlen (text->str, -1));
      g_assert_cmpint (g_get_monotonic_time () - before, <, 5 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/cases", test_cases);
  g_test_add_func ("/sentences/hostile", test_hostile);

  return g_test_run ();
}
