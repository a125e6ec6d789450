/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/report/plx-text-layout.h"

static const struct
{
  const char *name;
  const char *text;
  guint width;
  guint indent;
  const char *expected;
} wrap_cases[] = {
  { "empty", "", 10, 0, "" },
  { "fits", "one two", 10, 0, "one two" },
  { "fits-exactly", "one two", 7, 0, "one two" },
  { "breaks-at-spaces", "one two three four", 9, 0, "one two/three/four" },
  { "space-at-the-edge", "one two three", 5, 0, "one/two/three" },
  { "long-word", "abcdefghij", 4, 0, "abcd/efgh/ij" },
  { "long-word-after-short", "ab abcdefghij", 6, 0, "ab/abcdef/ghij" },
  { "hyphen", "first-class ticket", 8, 0, "first-/class/ticket" },
  { "no-break-space", "ab c\302\240d", 5, 0, "ab/c\302\240d" },
  { "line-separator", "one\342\200\250two three", 20, 0, "one/two three" },
  { "wide-letters", "東京東京", 6, 0, "東京東/京" },
  { "combining-mark", "cafe\314\201 au lait", 7, 0, "cafe\314\201 au/lait" },
  { "indent", "one two three", 11, 2, "  one two/  three" },
  { "tab-and-break", "one\ttwo\nthree", 20, 0, "one two three" },
  { "commands", "a\033[31mb\302\233c\177", 20, 0, "a\357\277\275[31mb\357\277\275c\357\277\275" },
};

static void
test_wrap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrap_cases); i++)
    {
      PlxTextStyle style = { wrap_cases[i].width, FALSE };
      g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
      g_autoptr (GString) found = g_string_new (NULL);

      plx_text_layout_wrap (lines, wrap_cases[i].text, PLX_LOOK_PLAIN, NULL, wrap_cases[i].indent, &style);
      for (guint k = 0; k < lines->len; k++)
        {
          const PlxTextLine *line = g_ptr_array_index (lines, k);

          g_string_append_printf (found, "%s%s", k > 0 ? "/" : "", line->text);
          g_assert_cmpuint (line->columns, <=, MAX (style.width, 4));
        }
      g_test_message ("%s", wrap_cases[i].name);
      g_assert_cmpstr (found->str, ==, wrap_cases[i].expected);
    }
}

static void
test_looks (void)
{
  PlxTextStyle style = { 7, TRUE };
  g_autoptr (GPtrArray) lines = plx_text_layout_new_lines ();
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (PlxLookSpan));
  g_autoptr (GString) out = g_string_new (NULL);
  PlxLookSpan name = { { 4, 13 }, PLX_LOOK_GREEN }, difference = { { 8, 99 }, PLX_LOOK_UNDERLINE };

  g_array_append_val (looks, name);
  g_array_append_val (looks, difference);
  plx_text_layout_wrap (lines, "see two three", PLX_LOOK_PLAIN, looks, 0, &style);
  plx_text_layout_print (out, lines);
  g_assert_cmpstr (out->str, ==, "see \033[0;32mtwo\033[0m\n\033[0;4;32mthree\033[0m\n");
}

static void
test_columns (void)
{
  PlxTextStyle style = { 5, FALSE };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *const texts[] = { "ab cde f", "", "xy" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GPtrArray *lines = plx_text_layout_new_lines ();

      plx_text_layout_wrap (lines, texts[i], PLX_LOOK_PLAIN, NULL, 0, &style);
      g_ptr_array_add (columns, lines);
    }
  plx_text_layout_print_columns (out, columns, 5, &style);
  g_assert_cmpstr (out->str, ==, "ab    │       │ xy\ncde f │       │\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-layout/wrap", test_wrap);
  g_test_add_func ("/text-layout/looks", test_looks);
  g_test_add_func ("/text-layout/columns", test_columns);

  return g_test_run ();
}
