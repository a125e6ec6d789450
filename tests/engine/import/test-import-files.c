/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/import/plx-import-format.h"
#include "engine/import/plx-import-limits.h"
#include "engine/import/plx-import.h"

#define TEXT                                                                                                           \
  "Mill to reopen\n\nThe mill on the Orra will reopen in the spring, its new owner told the town on Sunday evening.\n"

typedef struct
{
  char *path;
} Folder;

static void
folder_set_up (Folder *folder, gconstpointer data)
{
  (void)data;
  folder->path = g_dir_make_tmp ("plx-import-XXXXXX", NULL);
  g_assert_nonnull (folder->path);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

static void
folder_tear_down (Folder *folder, gconstpointer data)
{
  (void)data;
  remove_all (folder->path);
  g_free (folder->path);
}

static char *
put (Folder *folder, const char *name, const void *data, gssize length)
{
  char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, length, NULL));

  return path;
}

static PlxImportResult *
import (const char *path, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));

  return plx_import_files (files, PLX_IMPORT_NONE, NULL, NULL, cancellable);
}

/* One input that must fail, with the reason. */
static void
assert_fails (const char *path, int code)
{
  g_autoptr (PlxImportResult) result = import (path, NULL);
  PlxImportFailure *failure;

  g_assert_cmpuint (result->articles->len, ==, 0);
  g_assert_cmpuint (result->failures->len, ==, 1);
  failure = result->failures->pdata[0];
  g_assert_cmpstr (failure->name, ==, path);
  g_assert_error (failure->error, PLX_IMPORT_ERROR, code);
  /* A sentence: it is shown to the user as it is. */
  g_assert_true (g_ascii_isupper (failure->error->message[0]));
  g_assert_nonnull (strchr (failure->error->message, '.'));
}

static void
test_bad (Folder *folder, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize length;
    int code;
  } table[] = {
    { "empty.txt", "", 0, PLX_IMPORT_ERROR_EMPTY },
    { "blank.txt", " \n\r\n\t\n", -1, PLX_IMPORT_ERROR_NO_ARTICLE },
    { "mark.txt", "\xef\xbb\xbf", 3, PLX_IMPORT_ERROR_NO_ARTICLE },
    { "labels.txt", "Share\nComments\nSubscribe\n", -1, PLX_IMPORT_ERROR_NO_ARTICLE },
    { "picture.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, PLX_IMPORT_ERROR_NOT_TEXT },
    { "paper.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", -1, PLX_IMPORT_ERROR_NOT_TEXT },
    { "archive.zip", "PK\3\4\24\0\0\0\10\0", 10, PLX_IMPORT_ERROR_NOT_TEXT },
    { "zeros.bin", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32, PLX_IMPORT_ERROR_NOT_TEXT },
    { "noise.bin", "\1\2\3\4\5\6\7\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x80\x81\xfe\xff\1\2\3\4\5\6\7", 28,
      PLX_IMPORT_ERROR_NOT_TEXT },
  };

  (void)data;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = put (folder, table[i].name, table[i].bytes, table[i].length);

      g_test_message ("%s", table[i].name);
      assert_fails (path, table[i].code);
    }
}

static void
test_unreadable (Folder *folder, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (folder->path, "missing.txt", NULL);

  (void)data;
  assert_fails (missing, PLX_IMPORT_ERROR_UNREADABLE);
  if (geteuid () == 0)
    g_test_skip ("the superuser may read everything");
  else
    {
      g_autofree char *path = put (folder, "secret.txt", TEXT, -1);

      g_chmod (path, 0000);
      assert_fails (path, PLX_IMPORT_ERROR_UNREADABLE);
    }
}

/* A file of holes takes no room on the disk; it must be refused by its size, not by reading it. */
static void
test_huge (Folder *folder, gconstpointer data)
{
  g_autofree char *path = put (folder, "huge.txt", TEXT, -1);
  gint64 start = g_get_monotonic_time ();

  (void)data;
  g_assert_cmpint (truncate (path, (off_t)PLX_IMPORT_MAX_BYTES * 64), ==, 0);
  assert_fails (path, PLX_IMPORT_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* A stream that never ends and does not say so. */
static void
test_endless (Folder *folder, gconstpointer data)
{
  (void)folder;
  (void)data;
  if (!g_file_test ("/dev/zero", G_FILE_TEST_EXISTS))
    g_test_skip ("there is no /dev/zero");
  else
    assert_fails ("/dev/zero", PLX_IMPORT_ERROR_TOO_LARGE);
}

static void
test_long_line (Folder *folder, gconstpointer data)
{
  const gsize length = (gsize)50 * 1024 * 1024;
  g_autofree char *line = g_malloc (length);
  g_autofree char *path = NULL;

  (void)data;
  memset (line, 'a', length);
  path = put (folder, "line.txt", line, (gssize)length);
  assert_fails (path, PLX_IMPORT_ERROR_TOO_LARGE);
  g_free (path);
  path = put (folder, "short.txt", line, 8 * 1024 * 1024);
  assert_fails (path, PLX_IMPORT_ERROR_TOO_LARGE);
}

/* Ordering combining marks costs the square of their number if nobody bounds it. */
static void
test_marks (Folder *folder, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Marks\n\nThe first letter of this line carries more marks than any: a");
  g_autofree char *path = NULL;
  g_autoptr (PlxImportResult) result = NULL;

  (void)data;
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x81\xcc\xa3");
  path = put (folder, "marks.txt", text->str, (gssize)text->len);
  result = import (path, NULL);
  g_assert_cmpuint (result->articles->len, ==, 1);
}

static void
test_invalid (Folder *folder, gconstpointer data)
{
  g_autofree char *path = put (folder, "invalid.txt",
                               "Stor\xc3\xb8\n\nThe m\xff"
                               "ayor of Stor\xc3\xb8 and B\xc3\xa5rd \xc3\x86sir said "
                               "on Monday that the ferry to R\xc3\xb8st would go again.\0\n",
                               100);
  g_autoptr (PlxImportResult) result = import (path, NULL);

  (void)data;
  g_assert_cmpuint (result->articles->len, ==, 1);
  g_assert_nonnull (strstr (plx_article_get_paragraph (result->articles->pdata[0], 1)->text, "Storø and Bård Æsir"));
}

static void
test_folders (Folder *folder, gconstpointer data)
{
  static const char *const names[] = { "b.txt",       "a/two.txt",     "a/one.txt", "c/deep/er/three.txt",
                                       ".hidden.txt", ".git/four.txt", "kept.txt~" };
  static const char *const expected[] = { "a/one.txt", "a/two.txt", "b.txt", "c/deep/er/three.txt" };
  g_autofree char *empty = g_build_filename (folder->path, "d", NULL);
  g_autofree char *loop = g_build_filename (folder->path, "a", "loop", NULL);
  g_autofree char *dangling = g_build_filename (folder->path, "c", "dangling.txt", NULL);

  (void)data;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (put (folder, names[i], TEXT, -1));
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_cmpint (symlink (folder->path, loop), ==, 0);
  g_assert_cmpint (symlink ("/nonexistent/file", dangling), ==, 0);

  g_autoptr (PlxImportResult) result = import (folder->path, NULL);

  g_assert_cmpuint (result->articles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, expected[i], NULL);

      g_assert_cmpstr (plx_article_get_file (result->articles->pdata[i]), ==, path);
    }
  /* The link to nothing, and the folder with nothing in it. */
  g_assert_cmpuint (result->failures->len, ==, 2);
  g_assert_cmpstr (((PlxImportFailure *)result->failures->pdata[0])->name, ==, dangling);
  g_assert_cmpstr (((PlxImportFailure *)result->failures->pdata[1])->name, ==, empty);
  g_assert_error (((PlxImportFailure *)result->failures->pdata[1])->error, PLX_IMPORT_ERROR,
                  PLX_IMPORT_ERROR_NO_ARTICLE);
}

static void
test_deep (Folder *folder, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("x");

  (void)data;
  for (guint i = 0; i < PLX_IMPORT_MAX_DEPTH + 4; i++)
    g_string_append (name, "/x");
  g_string_append (name, "/text.txt");
  g_free (put (folder, name->str, TEXT, -1));

  g_autoptr (PlxImportResult) result = import (folder->path, NULL);

  g_assert_cmpuint (result->articles->len, ==, 0);
  g_assert_cmpuint (result->failures->len, ==, 1);
  g_assert_error (((PlxImportFailure *)result->failures->pdata[0])->error, PLX_IMPORT_ERROR,
                  PLX_IMPORT_ERROR_TOO_LARGE);
}

static void
cancel_after_two_cb (guint done, guint total, const char *name, gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  g_assert_nonnull (name);
  if (done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Folder *folder, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  (void)data;
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      g_free (put (folder, name, TEXT, -1));
    }
  g_ptr_array_add (files, g_file_new_for_path (folder->path));

  g_autoptr (PlxImportResult) result =
      plx_import_files (files, PLX_IMPORT_NONE, cancel_after_two_cb, cancellable, cancellable);

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_cmpuint (result->failures->len, ==, 0);
}

static void
imported_cb (GObject *source, GAsyncResult *async, gpointer user_data)
{
  PlxImportResult **result = user_data;
  g_autoptr (GError) error = NULL;

  (void)source;
  *result = plx_import_files_finish (async, &error);
  g_assert_no_error (error);
}

static void
test_async (Folder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlxImportResult) result = NULL;

  (void)data;
  g_free (put (folder, "a.txt", TEXT, -1));
  g_ptr_array_add (files, g_file_new_for_path (folder->path));
  plx_import_files_async (files, PLX_IMPORT_NONE, NULL, NULL, NULL, imported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (result->articles->len, ==, 1);
}

static void
test_html (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean html;
  } table[] = {
    { "<!DOCTYPE html><html><body></body></html>", "a", TRUE },
    { "\n <!-- saved --> <html lang=\"en\">", "a.txt", TRUE },
    { "<?xml version=\"1.0\"?><html>", NULL, TRUE },
    { "Some <b>words</b> and <p>a paragraph</p>", "a.HTML", TRUE },
    { "Some <b>words</b> and <p>a paragraph</p>", "a.txt", FALSE },
    { "<Thoughts> about the mill", "a.txt", FALSE },
    { "Plain words", "a.html", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (plx_import_format_is_html (bytes, table[i].name), ==, table[i].html);
    }
}

#define ADD(path, function) g_test_add (path, Folder, NULL, folder_set_up, function, folder_tear_down)

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 20);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static gpointer
write_text (gpointer path)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (write (descriptor, TEXT, strlen (TEXT)), ==, strlen (TEXT));
  g_assert_true (g_close (descriptor, NULL));
  return NULL;
}

/* A pipe is read when it is named itself; one that nobody writes to can be given up. */
static void
test_pipe (Folder *folder, gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder->path, "pipe", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlxImportResult) cancelled = NULL;
  g_autoptr (PlxImportResult) read = NULL;
  GThread *thread;

  (void)data;
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  cancelled = import (path, cancellable);
  g_thread_join (thread);
  g_assert_cmpuint (cancelled->articles->len, ==, 0);
  g_assert_cmpuint (cancelled->failures->len, ==, 0);

  thread = g_thread_new ("write", write_text, path);
  read = import (path, NULL);
  g_thread_join (thread);
  g_assert_cmpuint (read->articles->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/files/bad", test_bad);
  ADD ("/import/files/unreadable", test_unreadable);
  ADD ("/import/files/huge", test_huge);
  ADD ("/import/files/endless", test_endless);
  ADD ("/import/files/long-line", test_long_line);
  ADD ("/import/files/marks", test_marks);
  ADD ("/import/files/invalid", test_invalid);
  ADD ("/import/files/folders", test_folders);
  ADD ("/import/files/deep", test_deep);
  ADD ("/import/files/cancel", test_cancel);
  ADD ("/import/files/pipe", test_pipe);
  ADD ("/import/files/async", test_async);
  g_test_add_func ("/import/files/html", test_html);

  return g_test_run ();
}
