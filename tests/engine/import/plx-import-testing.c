/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-import-testing.h"

#include <string.h>

/* Imports what must be importable. */
GPtrArray *
import_bytes (const void *data, gsize length, const char *name, PlxImportFlags flags)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  GPtrArray *articles = plx_import_bytes (bytes, name, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (articles);
  g_assert_cmpuint (articles->len, >, 0);

  return articles;
}

GPtrArray *
import_text (const char *text)
{
  return import_bytes (text, strlen (text), "test.txt", PLX_IMPORT_NONE);
}

GPtrArray *
import_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *articles;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  articles = plx_import_bytes (bytes, name, PLX_IMPORT_NONE, &error);
  g_assert_no_error (error);

  return articles;
}

/* The paragraphs, a line each, with a mark of the kind before all but text. */
char *
dup_body (PlxArticle *article)
{
  static const char *const marks[] = { "", "# ", "= ", "- ", "> " };
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 1; i <= plx_article_get_n_paragraphs (article); i++)
    {
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, i);

      g_string_append_printf (body, "%s%s\n", marks[paragraph->kind], paragraph->text);
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static char *
dup_letters (const char *text)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/*
 * Every line that is not empty is in an article's title or paragraphs or, with its number and in order, in a ledger.
 * Only letters and digits are compared, since markup is taken off.
 */
void
assert_complete (const char *text, GPtrArray *articles)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree gboolean *removed = g_new0 (gboolean, g_strv_length (lines) + 1);
  g_autofree char *letters = NULL;

  for (guint i = 0; i < articles->len; i++)
    {
      PlxArticle *article = g_ptr_array_index (articles, i);
      GPtrArray *ledger = plx_article_get_removed (article);
      guint before = 0;

      for (guint k = 0; k <= plx_article_get_n_paragraphs (article); k++)
        g_string_append_printf (kept, "%s\n", plx_article_get_paragraph (article, k)->text);
      for (guint k = 0; k < ledger->len; k++)
        {
          const PlxRemovedLine *line = g_ptr_array_index (ledger, k);
          g_autofree char *trimmed = NULL;

          g_assert_cmpuint (line->line, >, before);
          g_assert_cmpuint (line->line, <=, g_strv_length (lines));
          trimmed = g_strstrip (g_strdup (lines[line->line - 1]));
          g_assert_cmpstr (line->text, ==, trimmed);
          removed[line->line - 1] = TRUE;
          before = line->line;
        }
    }
  letters = dup_letters (kept->str);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_letters (lines[i]);

      if (*line != '\0' && !removed[i] && strstr (letters, line) == NULL)
        g_error ("line %u is neither kept nor in the ledger: %s", i + 1, lines[i]);
    }
}
