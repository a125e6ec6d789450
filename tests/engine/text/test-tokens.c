/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/text/plx-tokens.h"

/* @expected: the tokens with spaces between them; a number stands between "<" and ">", a mark between "[" and "]". */
typedef struct
{
  const char *text;
  const char *expected;
} TokenCase;

static const TokenCase cases[] = {
  { "", "" },
  { "  \t ", "" },
  { "Water rose.", "Water rose [.]" },
  { "It's the dam's fault", "It 's the dam 's fault" },
  { "It’s, they’re, I’ve, we’ll, he’d, I’m", "It ’s [,] they ’re [,] I ’ve [,] we ’ll [,] he ’d [,] I ’m" },
  { "don't can’t WON'T", "do n't ca n’t WO N'T" },
  { "the farmers' fields", "the farmers ['] fields" },
  { "O'Hara met d’Arc at ten o'clock", "O'Hara met d’Arc at ten o'clock" },
  { "a well-known well–known", "a well [-] known well [–] known" },
  { "1,200 or 3.5 or 2½ or 7,", "<1,200> or <3.5> or <2½> or <7> [,]" },
  { "5bn 9am 33kg 4x4", "<5> bn <9> am <33> kg <4> x4" },
  { "the 21st and 2ND, in the 1990s", "the 21st and 2ND [,] in the 1990s" },
  { "10:30 on 3/4", "<10> [:] <30> on <3> [/] <4>" },
  { "U.S. troops at 9 a.m.", "U.S. troops at <9> a.m." },
  { "the U.S-led e.g. this", "the U.S [-] led e.g. this" },
  { "Mr. J. Lund, J.R.R. Lund", "Mr [.] J [.] Lund [,] J.R.R. Lund" },
  { "the U.S.’s dam", "the U.S. ’s dam" },
  { "It ended.Then", "It ended [.] Then" },
  { "$5 €5.20 US$7 12% 5°C", "[$] <5> [€] <5.20> US [$] <7> <12> [%] <5> [°] C" },
  { "see https://dam.example/a?b=1&c=2, or", "see https://dam.example/a?b=1&c=2 [,] or" },
  { "(www.dam.example.) dam.com/x. Next", "[(] www.dam.example [.] [)] dam.com/x [.] Next" },
  { "to j.lund@dam.example or lund+x@dam.example.", "to j.lund@dam.example or lund+x@dam.example [.]" },
  { "@lund #flood", "[@] lund [#] flood" },
  { "G7 COVID-19 F-35 A380", "G7 COVID [-] <19> F [-] <35> A380" },
  { "cafe\xcc\x81 nai\xcc\x88ve", "cafe\xcc\x81 nai\xcc\x88ve" },
  { "co\xc2\xadoperate \xef\xbb\xbfnow", "co\xc2\xadoperate now" },
  { "Київ м’яч", "Київ м’яч" },
  { "السد انهار، فجرا ١٢٣", "السد انهار [،] فجرا <١٢٣>" },
  { "大坝决堤。2人", "大 坝 决 堤 [。] <2> 人" },
  { "👍🏽 👩‍👧 🇺🇦🇺🇦 ☔️!", "[👍🏽] [👩‍👧] [🇺🇦] [🇺🇦] [☔️] [!]" },
  { "5 km² x²", "<5> km² x²" },
  { "“So…” he — said", "[“] So […] [”] he [—] said" },
  { "...", "[.] [.] [.]" },
  { "n't 's ''", "n't ['] s ['] [']" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      g_autoptr (GArray) tokens = plx_tokens_split (text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < tokens->len; k++)
        {
          static const char *const brackets[] = { "", "", "<", ">", "[", "]" };
          const PlxToken *token = &g_array_index (tokens, PlxToken, k);

          g_assert_cmpuint (g_utf8_pointer_to_offset (text, text + token->byte_start), ==, token->span.start);
          g_assert_cmpuint (g_utf8_pointer_to_offset (text, text + token->byte_end), ==, token->span.end);
          g_string_append_printf (found, "%s%s%.*s%s", k > 0 ? " " : "", brackets[2 * token->kind],
                                  (int)(token->byte_end - token->byte_start), text + token->byte_start,
                                  brackets[2 * token->kind + 1]);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* Text without end, each kind made to look back or ahead as far as it can. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "a.",        "a.b.cd ",       "'",     "n't",          "a'",       "a@",   "1.",
                                       "http://",   "www.",          "a.com", "a-",           "\xcc\x81", "x+y_", "🇺🇦",
                                       "a\xc2\xad", "👩\xe2\x80\x8d", "1,2",   "\xe4\xb8\xad", ".com",     "Ω." };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) tokens = NULL;
      gint64 before = g_get_monotonic_time ();

      while (text->len < 1000000)
        g_string_append (text, parts[i]);
      tokens = plx_tokens_split (text->str);
      g_assert_cmpuint (tokens->len, >, 0);
      g_assert_cmpuint (g_array_index (tokens, PlxToken, tokens->len - 1).byte_end, <=, text->len);
      g_assert_cmpint (g_get_monotonic_time () - before, <, 5 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/cases", test_cases);
  g_test_add_func ("/tokens/hostile", test_hostile);

  return g_test_run ();
}
