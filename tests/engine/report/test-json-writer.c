/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>

#include "engine/report/plx-json-writer.h"

static const char *const strings[] = {
  "", "plain", "\"quoted\" \\ back / slash", "\b\f\n\r\t\001\037\177", "naïve “Ærøskøbing” 東京 \xf0\x9f\x8c\x89",
};

static void
test_strings (void)
{
  PlxJsonWriter *writer = plx_json_writer_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *array;

  plx_json_writer_begin_object (writer, NULL);
  plx_json_writer_begin_array (writer, "strings");
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    plx_json_writer_string (writer, NULL, strings[i]);
  plx_json_writer_string (writer, NULL, NULL);
  plx_json_writer_string (writer, NULL, "not \xff UTF-8");
  plx_json_writer_end_array (writer);
  plx_json_writer_begin_array (writer, "empty");
  plx_json_writer_end_array (writer);
  plx_json_writer_begin_object (writer, "none");
  plx_json_writer_end_object (writer);
  plx_json_writer_boolean (writer, "yes", TRUE);
  plx_json_writer_end_object (writer);
  text = plx_json_writer_finish (writer);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  array = json_object_get_array_member (json_node_get_object (node), "strings");
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_assert_cmpstr (json_array_get_string_element (array, i), ==, strings[i]);
  g_assert_true (json_array_get_null_element (array, G_N_ELEMENTS (strings)));
  g_assert_cmpstr (json_array_get_string_element (array, G_N_ELEMENTS (strings) + 1), ==, "not \xef\xbf\xbd UTF-8");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "empty")), ==, 0);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (node), "yes"));
}

static const struct
{
  double value;
  const char *expected;
} numbers[] = {
  { 0, "0" },      { -3, "-3" },      { 0.91, "0.91" }, { 1.5e6, "1500000" }, { 0.1 + 0.2, NULL },
  { 1e300, NULL }, { 1.0 / 3, NULL }, { NAN, "null" },  { INFINITY, "null" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PlxJsonWriter *writer = plx_json_writer_new ();
      g_autofree char *text = NULL;

      plx_json_writer_number (writer, NULL, numbers[i].value);
      text = g_strchomp (plx_json_writer_finish (writer));
      if (numbers[i].expected != NULL)
        g_assert_cmpstr (text, ==, numbers[i].expected);
      else
        g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, numbers[i].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/numbers", test_numbers);

  return g_test_run ();
}
