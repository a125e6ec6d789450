/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-model-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/plx-data-file.h"

/*
 * The frame that the model files share, all numbers little-endian:
 *
 *   8 bytes  magic
 *   4 bytes  version
 *   4 bytes  count: how many entries the tables have
 *   8 bytes  checksum of what follows
 *   the tables
 */

GQuark
plx_model_file_error_quark (void)
{
  return g_quark_from_static_string ("plx-model-file-error");
}

static guint64
read_u64 (const guint8 *data)
{
  return (guint64)plx_model_file_u32 (data, 0) | (guint64)plx_model_file_u32 (data, 1) << 32;
}

/**
 * plx_model_file_checksum:
 * @data: bytes
 * @length: how many
 *
 * Returns: a checksum that finds damage (not forgery), eight bytes at a time so that megabytes take milliseconds
 */
guint64
plx_model_file_checksum (const guint8 *data, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i += 8)
    {
      guint8 last[8] = { 0 };
      const guint8 *word = data + i;

      if (length - i < 8)
        {
          memcpy (last, data + i, length - i);
          word = last;
        }
      hash = (hash ^ read_u64 (word)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }

  return hash;
}

/**
 * plx_model_file_open:
 * @bytes: a model file
 * @magic: the eight characters it must begin with
 * @version: the version it must have
 * @count: (out): how many entries its tables have
 * @length: (out): length of the tables in bytes
 * @error: set in %PLX_MODEL_FILE_ERROR
 *
 * Checks the frame of a model file.
 *
 * Returns: (transfer none) (nullable): the tables, which live as long as @bytes
 */
const guint8 *
plx_model_file_open (GBytes *bytes, const char *magic, guint32 version, guint32 *count, gsize *length, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < PLX_MODEL_FILE_HEAD)
    {
      g_set_error_literal (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED, _ ("The file is cut off"));
      return NULL;
    }
  if (memcmp (data, magic, 8) != 0 || plx_model_file_u32 (data, 2) != version)
    {
      g_set_error_literal (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_VERSION,
                           _ ("The file belongs to another version of Parallax"));
      return NULL;
    }
  *count = plx_model_file_u32 (data, 3);
  *length = size - PLX_MODEL_FILE_HEAD;
  if (plx_model_file_checksum (data + PLX_MODEL_FILE_HEAD, *length) != read_u64 (data + 16))
    {
      g_set_error_literal (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED, _ ("The file is damaged"));
      return NULL;
    }

  return data + PLX_MODEL_FILE_HEAD;
}

/**
 * plx_model_file_close:
 * @magic: eight characters
 * @version: the version of the format
 * @count: how many entries the tables have
 * @body: the tables
 *
 * The counterpart of plx_model_file_open(), for the programs that train models.
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
plx_model_file_close (const char *magic, guint32 version, guint32 count, GByteArray *body)
{
  GByteArray *file = g_byte_array_new ();
  guint64 checksum = GUINT64_TO_LE (plx_model_file_checksum (body->data, body->len));
  guint32 numbers[2] = { GUINT32_TO_LE (version), GUINT32_TO_LE (count) };

  g_byte_array_append (file, (const guint8 *)magic, 8);
  g_byte_array_append (file, (const guint8 *)numbers, sizeof numbers);
  g_byte_array_append (file, (const guint8 *)&checksum, sizeof checksum);
  g_byte_array_append (file, body->data, body->len);

  return g_byte_array_free_to_bytes (file);
}

/**
 * plx_model_file_check_tables:
 * @buckets: where in the other tables the entries of each bucket begin, and where those of the last end; the first of
 *   the tables
 * @n_buckets: how many buckets there are
 * @count: the frame's count
 * @length: bytes of all tables
 * @expected: how many there should be with this count, @buckets among them
 * @error: set to %PLX_MODEL_FILE_ERROR_DAMAGED when something is wrong
 *
 * Checks that the tables may be looked up without looking further.
 *
 * Returns: whether they fit
 */
gboolean
plx_model_file_check_tables (const guint8 *buckets, guint n_buckets, guint32 count, gsize length, guint64 expected,
                             GError **error)
{
  if (length != expected || plx_model_file_u32 (buckets, n_buckets) != count)
    {
      g_set_error_literal (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED,
                           _ ("The tables do not fit their count"));
      return FALSE;
    }
  for (guint i = 0; i < n_buckets; i++)
    if (plx_model_file_u32 (buckets, i) > plx_model_file_u32 (buckets, i + 1))
      {
        g_set_error_literal (error, PLX_MODEL_FILE_ERROR, PLX_MODEL_FILE_ERROR_DAMAGED,
                             _ ("The tables are not in order"));
        return FALSE;
      }
  return TRUE;
}

/**
 * plx_model_file_map:
 * @name: name of a data file
 * @error: set when it is missing or unreadable
 *
 * Returns: (transfer full) (nullable): the shipped file, mapped into memory
 */
GBytes *
plx_model_file_map (const char *name, GError **error)
{
  g_autoptr (GMappedFile) file = plx_data_file_map (name, error);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
