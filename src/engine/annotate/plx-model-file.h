/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLX_MODEL_FILE_ERROR (plx_model_file_error_quark ())

/**
 * PlxModelFileError:
 * @PLX_MODEL_FILE_ERROR_DAMAGED: too short, or its bytes do not match its checksum
 * @PLX_MODEL_FILE_ERROR_VERSION: another kind of file, or one of another version
 */
typedef enum
{
  PLX_MODEL_FILE_ERROR_DAMAGED,
  PLX_MODEL_FILE_ERROR_VERSION,
} PlxModelFileError;

#define PLX_MODEL_FILE_HEAD 24

GQuark plx_model_file_error_quark (void);
guint64 plx_model_file_checksum (const guint8 *data, gsize length);
const guint8 *plx_model_file_open (GBytes *bytes, const char *magic, guint32 version, guint32 *count, gsize *length,
                                   GError **error);
gboolean plx_model_file_check_tables (const guint8 *buckets, guint n_buckets, guint32 count, gsize length,
                                      guint64 expected, GError **error);
GBytes *plx_model_file_map (const char *name, GError **error);
GBytes *plx_model_file_close (const char *magic, guint32 version, guint32 count, GByteArray *body);

/* One 32-bit number of a little-endian table. */
static inline guint32
plx_model_file_u32 (const guint8 *table, gsize i)
{
  return (guint32)table[4 * i] | (guint32)table[4 * i + 1] << 8 | (guint32)table[4 * i + 2] << 16
         | (guint32)table[4 * i + 3] << 24;
}

static inline guint16
plx_model_file_u16 (const guint8 *table, gsize i)
{
  return (guint16)(table[2 * i] | table[2 * i + 1] << 8);
}

G_END_DECLS
