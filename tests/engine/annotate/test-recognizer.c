/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "engine/annotate/plx-annotation.h"
#include "engine/annotate/plx-date-grammar.h"
#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-model-file.h"
#include "engine/annotate/plx-name-fold.h"
#include "engine/annotate/plx-name-model.h"
#include "engine/annotate/plx-quantity-grammar.h"
#include "engine/annotate/plx-recognizer.h"

static PlxAnnotation *
annotate (const char *text, const char *language)
{
  g_autoptr (PlxArticle) article = plx_article_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  plx_article_set_language (article, language);
  for (guint i = 0; lines[i] != NULL; i++)
    plx_article_add_paragraph (article, PLX_PARAGRAPH_TEXT, lines[i]);
  plx_article_freeze (article);

  return plx_annotation_new (article);
}

/* The mentions as "type:text|type:text". */
static char *
list_mentions (PlxAnnotation *annotation)
{
  const GArray *mentions = plx_annotation_get_mentions (annotation);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMention *mention = &g_array_index (mentions, PlxMention, i);
      g_autofree char *text = plx_paragraph_dup_text (
          plx_article_get_paragraph (plx_annotation_get_article (annotation), mention->paragraph), mention->span);
      const char *type = mention->type == PLX_ENTITY_QUANTITY ? plx_quantity_kind_to_string (mention->quantity)
                                                              : plx_entity_type_to_string (mention->type);

      g_string_append_printf (list, "%s%s:%s", i > 0 ? "|" : "", type, text);
    }

  return g_string_free (list, FALSE);
}

typedef struct
{
  const char *text;
  const char *mentions;
} Case;

static void
check_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (cases[i].text, "en");
      g_autofree char *list = list_mentions (annotation);

      g_assert_cmpstr (list, ==, cases[i].mentions);
    }
}

static void
test_names (void)
{
  static const Case cases[] = {
    { "French Foreign Minister Pierre Lambert met Maria Keller in Geneva.",
      "group:French|person:Pierre Lambert|person:Maria Keller|place:Geneva" },
    { "The European Commission said Russia and Ukraine would send envoys to Vienna.",
      "org:European Commission|place:Russia|place:Ukraine|place:Vienna" },
    { "Germany's parliament voted, Reuters reported.", "place:Germany|org:Reuters" },
    { "the cat sat on the mat.", "" },
    { "", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A surname at the start of a sentence is known from the full name elsewhere in the text. */
static void
test_agreement (void)
{
  g_autoptr (PlxAnnotation) annotation =
      annotate ("The mayor, Anna Walden, opened the bridge.\nWalden thanked the builders.", "en");
  g_autofree char *list = list_mentions (annotation);

  g_assert_cmpstr (list, ==, "person:Anna Walden|person:Walden");
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "it began on 24 April 2025 and ended on May 3rd, 2025.", "date:24 April 2025|date:May 3rd, 2025" },
    { "it may happen in May, or in the late 1990s.", "date:May|date:the late 1990s" },
    { "they met early Thursday and again on Friday morning.", "date:early Thursday|date:Friday morning" },
    { "it was built in 1907 for 2000 workers.", "date:1907|number:2000 workers" },
    { "the war of 1914-1918 was over.", "date:1914-1918" },
    { "it was two years ago, not last week.", "time:two years ago|time:last week" },
    { "the form is dated 2025-04-24.", "date:2025-04-24" },
    { "the march went on.", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_quantities (void)
{
  static const Case cases[] = {
    { "it cost $1.5 billion, or about 12 percent of it.", "money:$1.5 billion|percent:12 percent" },
    { "they paid 40 million euros and Rs 500 crore.", "money:40 million euros|money:Rs 500 crore" },
    { "it fell to RM1,200 from Rs500 crore.", "money:RM1,200|money:Rs500 crore" },
    { "at least 70 missiles and dozens of rockets fell.", "number:at least 70 missiles|number:dozens of rockets" },
    { "the 33-year-old came at 5:30 pm (1430 GMT).", "number:33-year-old|time:5:30 pm (1430 GMT)" },
    { "hundreds of millions of dollars went to the three-year project.",
      "money:hundreds of millions of dollars|time:three-year" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_normalize (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } dates[] = {
    { "24 April 2025", "April 24th, 2025", TRUE },  { "early Thursday", "Thursday morning", TRUE },
    { "Thursday", "Thursday morning", FALSE },      { "Jan. 5", "January 5", TRUE },
    { "March 2008", "March 2009", FALSE },          { "2025-04-24", "24 April 2025", TRUE },
    { "late Wednesday", "Wednesday night", TRUE },
  },
    quantities[] = {
      { "$1.5 billion", "$1,500 million", TRUE },      { "twelve people", "12 people", TRUE },
      { "at least 12 people", "12 people", TRUE },     { "12 people", "12 drones", FALSE },
      { "$12", "12 dollars", FALSE },
      { "Rs500", "Rs 500", TRUE },                  { "five percent", "5 percent", TRUE },
    };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *a = plx_date_grammar_normalize (dates[i].a);
      g_autofree char *b = plx_date_grammar_normalize (dates[i].b);

      g_assert_nonnull (a);
      g_assert_nonnull (b);
      g_assert_cmpint (g_str_equal (a, b), ==, dates[i].equal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      g_autofree char *a = plx_quantity_grammar_normalize (quantities[i].a);
      g_autofree char *b = plx_quantity_grammar_normalize (quantities[i].b);

      g_assert_nonnull (a);
      g_assert_nonnull (b);
      g_assert_cmpint (g_str_equal (a, b), ==, quantities[i].equal);
    }
  g_assert_null (plx_date_grammar_normalize ("nothing"));
  g_assert_null (plx_quantity_grammar_normalize ("dozens of people"));
}

/* Mentions are in order, do not overlap and lie within their paragraph, whatever the text. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  static const char *const pieces[] = { "Paris",    " ",   "$",       "12",  "\xe2\x80\x99s", "A.",  "-",     "of",
                                        "\xcc\x81", "May", "(",       "\"",  "2004",          ",",   "ﷺ",     "İ",
                                        "ß",        "ǅ",   "percent", ":",   "million",       "%",   "early", "the",
                                        "Thursday", "\n",  "𝔘𝔫",      "ago", "century",       "U.S." };

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (i % 3 == 0)
        g_string_append_c (text, ' ');
    }

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (text->str, pass == 0 ? "en" : "xx");
      PlxArticle *article = plx_annotation_get_article (annotation);
      const GArray *mentions = plx_annotation_get_mentions (annotation);

      g_assert_cmpuint (mentions->len, >, 0);
      for (guint i = 0; i < mentions->len; i++)
        {
          const PlxMention *mention = &g_array_index (mentions, PlxMention, i);

          g_assert_cmpuint (mention->span.start, <, mention->span.end);
          g_assert_cmpuint (mention->span.end, <=, plx_article_get_paragraph (article, mention->paragraph)->n_chars);
          if (i > 0 && mention[-1].paragraph == mention->paragraph)
            g_assert_cmpuint (mention[-1].span.end, <=, mention->span.start);
          else if (i > 0)
            g_assert_cmpuint (mention[-1].paragraph, <, mention->paragraph);
        }
    }
}

static void
test_other_language (void)
{
  g_autoptr (PlxAnnotation) annotation =
      annotate ("Gestern traf sich die Ministerin Anna Walden mit Vertretern aus Frankreich in Berlin.", "de");
  g_autofree char *list = list_mentions (annotation);

  g_assert_nonnull (strstr (list, "Anna Walden"));
  g_assert_nonnull (strstr (list, "place:Berlin"));
}

/* Every single damaged byte of the head, and a cut anywhere, is an error, never a crash. */
static void
test_damaged_files (void)
{
  static const char *const names[] = { "gazetteer.plx", "names.en.plx" };

  for (guint f = 0; f < G_N_ELEMENTS (names); f++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_DATA_DIR"), "models", names[f], NULL);
      g_autofree char *data = NULL;
      gsize length;
      gboolean read = g_file_get_contents (path, &data, &length, NULL);

      g_assert_true (read);
      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (PlxGazetteer) gazetteer = NULL;
          g_autoptr (PlxNameModel) model = NULL;

          if (i < 30)
            {
              g_autofree guint8 *copy = g_memdup2 (data, length);

              copy[i < 24 ? i : length / 30 * i] ^= 0x40;
              bytes = g_bytes_new (copy, length);
            }
          else
            bytes = g_bytes_new (data, length / 30 * (i - 30));
          if (f == 0)
            gazetteer = plx_gazetteer_new (bytes, &error);
          else
            model = plx_name_model_new (bytes, &error);
          g_assert_true (gazetteer == NULL && model == NULL);
          g_assert_true (g_error_matches (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED)
                         || g_error_matches (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_VERSION));
        }
    }
}

/* A file whose checksum is right but whose tables are not. */
static void
test_wrong_tables (void)
{
  for (guint count = 0; count < 3; count++)
    {
      g_autoptr (GByteArray) body = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      g_byte_array_set_size (body, 4 * 65537 + (count == 2 ? 12 : 0));
      memset (body->data, count == 2 ? 0xff : 0, body->len);
      if (count == 2)
        {
          memset (body->data + 4 * 65536, 0, 4);
          body->data[4 * 65536] = 1;
        }
      g_autoptr (GBytes) bytes = plx_model_file_close ("PLXGAZET", 1, count == 2 ? 1 : count, body);
      g_autoptr (PlxGazetteer) gazetteer = plx_gazetteer_new (bytes, &error);

      if (count == 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (plx_gazetteer_lookup (gazetteer, 1).flags, ==, 0);
        }
      else
        g_assert_error (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED);
    }
}

static void
test_gazetteer (void)
{
  const PlxGazetteer *gazetteer = plx_gazetteer_get_default ();
  static const char *const same[][2] = { { "Kiev", "Kyiv" },
                                         { "Peking", "Beijing" },
                                         { "Bombay", "Mumbai" },
                                         { "U.S.", "America" },
                                         { "NATO", "North Atlantic Treaty Organization" },
                                         { "Burma", "Myanmar" } };

  g_assert_nonnull (gazetteer);
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      PlxGazetteerEntry a = plx_gazetteer_lookup (gazetteer, plx_name_hash (same[i][0]));
      PlxGazetteerEntry b = plx_gazetteer_lookup (gazetteer, plx_name_hash (same[i][1]));

      g_assert_cmpuint (a.identity, !=, 0);
      g_assert_cmpuint (a.identity, ==, b.identity);
    }
  g_assert_cmpuint (plx_gazetteer_lookup (gazetteer, plx_name_hash ("qqxzzq")).flags, ==, 0);
  g_assert_cmpuint (plx_name_hash ("Port-au-Prince"), ==, plx_name_hash ("port au prince"));
  g_assert_cmpuint (plx_name_hash ("Łódź"), ==, plx_name_hash ("Lodz"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotate/recognizer/names", test_names);
  g_test_add_func ("/annotate/recognizer/agreement", test_agreement);
  g_test_add_func ("/annotate/recognizer/dates", test_dates);
  g_test_add_func ("/annotate/recognizer/quantities", test_quantities);
  g_test_add_func ("/annotate/recognizer/normalize", test_normalize);
  g_test_add_func ("/annotate/recognizer/hostile", test_hostile);
  g_test_add_func ("/annotate/recognizer/other-language", test_other_language);
  g_test_add_func ("/annotate/recognizer/damaged-files", test_damaged_files);
  g_test_add_func ("/annotate/recognizer/wrong-tables", test_wrong_tables);
  g_test_add_func ("/annotate/recognizer/gazetteer", test_gazetteer);

  return g_test_run ();
}
