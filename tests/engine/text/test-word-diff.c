/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "engine/text/plx-word-diff.h"

/*
 * @left and @right hold names as {text|entity}. @expected lists the differences, "left>right", "left~right" where it is
 * one of naming, "left?right" where it is minor, with "; " between them.
 */
typedef struct
{
  const char *left;
  const char *right;
  const char *expected;
} DiffCase;

static const DiffCase cases[] = {
  /* Nothing, or nothing but typography. */
  { "", "", "" },
  { "The dam broke at dawn.", "The dam broke at dawn.", "" },
  { "“The dam broke,” she said.", "\"The dam broke\" she said.", "" },
  { "a well-known engineer — retired", "a well known engineer - retired", "" },
  { "The cease-fire held.", "The ceasefire held.", "" },
  { "Prices rose 12%.", "Prices rose 12 per cent.", "" },
  { "Prices rose 12 percent.", "Prices rose 12 per cent.", "" },
  { "some 1,200 homes", "some 1200 homes", "" },
  { "THE DAM BROKE", "The dam broke", "" },
  { "the U.S. dam inspectors", "the US dam inspectors", "" },

  { "The dam isn't safe.", "The dam is not safe.", "" },

  /* One word or phrase. */
  { "The dam broke at dawn.", "The dam burst at dawn.", "broke>burst" },
  { "The dam broke at dawn.", "The old dam broke at dawn.", ">old" },
  { "The old dam broke at dawn.", "The dam broke at dawn.", "old>" },
  { "The dam broke at dawn.", "The dam broke at dawn on Tuesday.", ">on Tuesday" },
  { "Water reached 5 villages.", "Water reached 15 villages.", "5>15" },
  { "Damage is put at $5 million.", "Damage is put at €5 million.", "$>€" },
  { "They're leaving the valley.", "They are leaving the valley.", "'re?are" },

  /* Words that tell nothing, and little words that tell much. */
  { "The dam broke on Thursday.", "The dam broke Thursday.", "on?" },
  { "The dam was inspected in May.", "The dam had been inspected in May.", "was?had been" },
  { "Crews reached the school.", "Crews reached a school.", "the?a" },
  { "The dam was inspected in May.", "The dam was not inspected in May.", ">not" },
  { "The dam may break tonight.", "The dam will break tonight.", "may>will" },
  { "She spoke against the dam.", "She spoke of the dam.", "against>of" },
  { "Crews came in boats.", "Crews came by helicopter.", "in boats>by helicopter" },

  /* Several changes, coincidences between them. */
  { "The minister announced the closure of the dam.", "The minister denied the failure of the dam.",
    "announced the closure>denied the failure" },
  { "The mayor blamed the operator of the dam for the flood.",
    "The mayor praised the crews of the rescue boats for the work.", "" },
  { "Crews searched the river on Monday for two missing children.",
    "Crews searched the river for two missing children on Monday.", "on Monday>; >on Monday" },
  { "The valley, the largest in the region, was flooded.", "The valley was flooded.", "the largest in the region>" },
  { "It flooded the big and the small farms.", "It flooded the small farms.", "the big and>" },
  { "He walked to the bridge and waited.", "He walked to the bridge and sat down and waited.", ">and sat down" },
  { "Rescuers in boats reached the school late on Friday, officials said.",
    "Rescuers reached the school by helicopter early on Saturday, according to officials.",
    "in boats>; late on Friday>by helicopter early on Saturday, according to; said>" },
  { "The governor said the dam had been inspected in May and found safe.",
    "The dam was found to be safe when it was inspected in May, the governor said.",
    "The governor said>; had been>was found to be safe when it was; and found safe>the governor said" },
  { "A total of 14 people died in the flood.", "At least 14 people were killed in the flood.",
    "A total of>At least; died>were killed" },
  { "The company said it would cooperate fully.", "The company promised full cooperation.",
    "said it would cooperate fully>promised full cooperation" },
  { "The committee will publish its report in June.", "The committee published its report last week.",
    "will publish>published; in June>last week" },
  { "The colour of the water changed.", "The color of the water changed.", "colour>color" },

  /* Names. */
  { "Officials in {Orlowa|1} met {Sergey Pankin|2}.", "Officials in {Orlova|1} met {Sergei Pankin|2}.",
    "Orlowa~Orlova; Sergey Pankin~Sergei Pankin" },
  { "{Pankin|2} left {Orlowa|1}.", "{Sergei Pankin|2} fled {Orlova|1}.",
    "Pankin~Sergei Pankin; left>fled; Orlowa~Orlova" },
  { "{U.N.|3} inspectors came.", "{UN|3} inspectors came.", "" },
  { "{Pankin|2} left the town.", "He left the town.", "Pankin>He" },
  { "{Pankin|2} met {Lund|4} at the dam.", "{Lund|4} met {Pankin|2} at the dam.", ">Lund met; met Lund>" },

  { "It rained on {Thursday|5} morning.", "It rained {Thursday|6} morning.", "on?" },
  { "{Lund|4} left the town.", "{Mary Lund|7} left the town.", "Lund>Mary Lund" },

  /* Versions of other things, or of nothing. */
  { "Rain is expected over the weekend in the north.", "The council voted to close the library.", "" },
  { "The of and in", "The of and in to", "" },
  { "dam", "bridge", "" },
  { "The dam broke.", "", "" },
  { "The dam broke at dawn, and by noon the water had reached the lower town, where the school stands empty.",
    "Farmers had warned about the dam for years, but nobody at the ministry listened to what they wrote.", "" },

  /* Other scripts. */
  { "Плотина прорвалась на рассвете.", "Плотина рухнула на рассвете.", "прорвалась>рухнула" },
  { "大坝在黎明时决堤", "大坝在中午时决堤", "黎明>中午" },
};

static char *
read_names (const char *marked, GArray *names)
{
  GString *out = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    if (*p == '{')
      {
        const char *bar = strchr (p, '|');
        PlxNameSpan name = { { g_utf8_strlen (out->str, -1), 0 }, strtoul (bar + 1, NULL, 10) };

        g_string_append_len (out, p + 1, bar - p - 1);
        name.span.end = g_utf8_strlen (out->str, -1);
        g_array_append_val (names, name);
        p = strchr (bar, '}');
      }
    else
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) left_names = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
      g_autoptr (GArray) right_names = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
      g_autofree char *left = read_names (cases[i].left, left_names);
      g_autofree char *right = read_names (cases[i].right, right_names);
      g_autoptr (GArray) differences = plx_word_diff (left, right, left_names, right_names);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < differences->len; k++)
        {
          const PlxDifference *difference = &g_array_index (differences, PlxDifference, k);
          g_autofree char *l = g_utf8_substring (left, difference->left.start, difference->left.end);
          g_autofree char *r = g_utf8_substring (right, difference->right.start, difference->right.end);

          g_string_append_printf (found, "%s%s%s%s", k > 0 ? "; " : "", l,
                                  difference->kind == PLX_DIFFERENCE_NAMING ? "~"
                                  : difference->minor                       ? "?"
                                                                            : ">",
                                  r);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* Words from a small generator, so that every run sees the same text. */
static void
append_words (GString *out, guint n, guint n_different, guint seed)
{
  for (guint i = 0; i < n; i++)
    {
      seed = seed * 1103515245u + 12345u;
      g_string_append_printf (out, "w%u ", (seed >> 8) % n_different);
    }
}

/* Spans lie in the texts, in order, and what stands between the differences is the same on both sides. */
static void
check_differences (const char *left, const char *right, const GArray *differences)
{
  guint l = 0, r = 0, n_left = strlen (left), n_right = strlen (right);

  for (guint k = 0; k <= differences->len; k++)
    {
      PlxDifference end = { PLX_DIFFERENCE_WORDING, { n_left, n_left }, { n_right, n_right }, FALSE };
      const PlxDifference *difference = k < differences->len ? &g_array_index (differences, PlxDifference, k) : &end;

      g_assert_cmpuint (difference->left.start, >=, l);
      g_assert_cmpuint (difference->right.start, >=, r);
      g_assert_cmpuint (difference->left.end, <=, n_left);
      g_assert_cmpuint (difference->right.end, <=, n_right);

      g_autofree char *l_same = g_strndup (left + l, difference->left.start - l);
      g_autofree char *r_same = g_strndup (right + r, difference->right.start - r);

      g_assert_true (g_str_equal (g_strstrip (l_same), g_strstrip (r_same)));
      l = difference->left.end;
      r = difference->right.end;
    }
}

/* Two texts of 20,000 words that are alike, unlike, or of few different words: the time is bounded. */
static void
test_large (void)
{
  static const guint vocabularies[] = { 2, 10, 300, 20000 };

  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    for (guint alike = 0; alike < 2; alike++)
      {
        g_autoptr (GString) left = g_string_new (NULL);
        g_autoptr (GString) right = g_string_new (NULL);
        g_autoptr (GArray) differences = NULL;
        gint64 before;

        for (guint part = 0; part < 20; part++)
          {
            append_words (left, 1000, vocabularies[i], part);
            append_words (right, 990, vocabularies[i], alike ? part : part + 1000);
            append_words (right, 10, vocabularies[i], part + 2000);
          }
        before = g_get_monotonic_time ();
        differences = plx_word_diff (left->str, right->str, NULL, NULL);
        g_assert_cmpint (g_get_monotonic_time () - before, <, 5 * G_USEC_PER_SEC);
        /* None at all where the texts are no versions of one another. */
        if (differences->len > 0)
          check_differences (left->str, right->str, differences);
        if (alike && vocabularies[i] == 20000)
          g_assert_cmpuint (differences->len, >=, 20);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/cases", test_cases);
  g_test_add_func ("/word-diff/large", test_large);

  return g_test_run ();
}
