/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/text/plx-normalize.h"
#include "engine/text/plx-stemmer.h"

typedef struct
{
  const char *text;
  const char *folded;
  const char *base;
} FoldCase;

static const FoldCase cases[] = {
  { "", "", "" },
  { "The DAM Broke", "the dam broke", "the dam broke" },
  { "a\tb\nc", "a b c", "a b c" },
  { "“It’s” ‘so’ „da“ «là»", "\"it's\" 'so' \"da\" \"là\"", "\"it's\" 'so' \"da\" \"la\"" },
  { "1–2—3−4‑5", "1-2-3-4-5", "1-2-3-4-5" },
  { "Müller Straße", "müller strasse", "muller strasse" },
  { "Mu\xcc\x88ller", "müller", "muller" },
  { "ﬁre ｆｕｌｌ ²", "fire full 2", "fire full 2" },
  { "Støre Łódź", "støre łódź", "støre łodz" },
  { "КИЇВ", "київ", "киів" },
  { "a\xc2\xa0"
    "b\xe2\x80\xaf"
    "c",
    "a b c", "a b c" },
  { "O’Hara", "o'hara", "o'hara" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = plx_normalize_fold (cases[i].text, -1);
      g_autofree char *base = plx_normalize_base_letters (cases[i].text, -1);
      g_autofree char *again = plx_normalize_fold (folded, -1);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (base, ==, cases[i].base);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_length (void)
{
  g_autofree char *plain = plx_normalize_fold ("The DAM", 3);
  g_autofree char *other = plx_normalize_fold ("Müller DAM", 7);
  g_autofree char *past_end = plx_normalize_fold ("ab", 10);

  g_assert_cmpstr (plain, ==, "the");
  g_assert_cmpstr (other, ==, "müller");
  g_assert_cmpstr (past_end, ==, "ab");
}

static void
test_stems (void)
{
  static const char *const words[][3] = {
    { "en", "running", "run" },
    { "en", "villages", "villag" },
    { "en-GB", "walked", "walk" },
    { "de", "häusern", "haus" },
    { "fr", "continué", "continu" },
    { "xx", "running", "running" },
    { "en", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PlxStemmer) stemmer = plx_stemmer_new (words[i][0]);

      g_assert_cmpstr (plx_stemmer_stem (stemmer, words[i][1]), ==, words[i][2]);
    }
  g_autoptr (PlxStemmer) unknown = plx_stemmer_new (NULL);

  g_assert_cmpstr (plx_stemmer_stem (unknown, "running"), ==, "run");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/fold", test_fold);
  g_test_add_func ("/normalize/length", test_length);
  g_test_add_func ("/stemmer/stems", test_stems);

  return g_test_run ();
}
