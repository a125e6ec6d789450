/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-gazetteer.h"

#include "engine/annotate/plx-model-file.h"

/*
 * The tables, in the frame of plx-model-file.c; n is the frame's count:
 *
 *   65,537 × 4 bytes  where the names begin whose hash has these top 16 bits
 *   n × 4 bytes       bits 16 to 47 of each name's hash, the names sorted by hash
 *   n × 4 bytes       its flags
 *   n × 4 bytes       its identity
 *
 * The strings themselves are not kept: 48 bits of hash mistake one word in a billion for a name.
 */

#define N_BUCKETS 65536

struct _PlxGazetteer
{
  GBytes *bytes;
  guint32 n_names;
  const guint8 *buckets;
  const guint8 *hashes;
  const guint8 *flags;
  const guint8 *identities;
};

/**
 * plx_gazetteer_new:
 * @bytes: the file
 * @error: set in %PLX_MODEL_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the gazetteer in @bytes
 */
PlxGazetteer *
plx_gazetteer_new (GBytes *bytes, GError **error)
{
  g_autoptr (PlxGazetteer) self = g_new0 (PlxGazetteer, 1);
  guint64 expected;
  gsize length;

  self->bytes = g_bytes_ref (bytes);
  self->buckets = plx_model_file_open (bytes, "PLXGAZET", 1, &self->n_names, &length, error);
  if (self->buckets == NULL)
    return NULL;

  expected = 4 * ((guint64)N_BUCKETS + 1) + 12 * (guint64)self->n_names;
  if (!plx_model_file_check_tables (self->buckets, N_BUCKETS, self->n_names, length, expected, error))
    return NULL;
  self->hashes = self->buckets + 4 * (N_BUCKETS + 1);
  self->flags = self->hashes + 4 * (gsize)self->n_names;
  self->identities = self->flags + 4 * (gsize)self->n_names;

  return g_steal_pointer (&self);
}

void
plx_gazetteer_free (PlxGazetteer *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * plx_gazetteer_get_default:
 *
 * Maps the shipped gazetteer when first called. Without it there is one warning, and nothing is known.
 *
 * Returns: (transfer none) (nullable): the gazetteer
 */
const PlxGazetteer *
plx_gazetteer_get_default (void)
{
  static gsize once = 0;
  static PlxGazetteer *gazetteer = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plx_model_file_map ("models/gazetteer.plx", &error);

      if (bytes != NULL)
        gazetteer = plx_gazetteer_new (bytes, &error);
      if (gazetteer == NULL)
        g_warning ("Names are recognised less well without the gazetteer: %s", error->message);
      g_once_init_leave (&once, 1);
    }

  return gazetteer;
}

/**
 * plx_gazetteer_lookup:
 * @self: (nullable): a gazetteer; %NULL knows nothing
 * @hash: hash of a name's key, see plx_name_hash()
 *
 * Returns: what is known of the name
 */
PlxGazetteerEntry
plx_gazetteer_lookup (const PlxGazetteer *self, guint64 hash)
{
  PlxGazetteerEntry entry = { 0, 0 };
  guint32 middle = (guint32)(hash >> 16);

  if (self == NULL)
    return entry;
  for (guint32 i = plx_model_file_u32 (self->buckets, hash >> 48),
               end = plx_model_file_u32 (self->buckets, (hash >> 48) + 1);
       i < end; i++)
    if (plx_model_file_u32 (self->hashes, i) == middle)
      {
        entry.flags = plx_model_file_u32 (self->flags, i);
        entry.identity = plx_model_file_u32 (self->identities, i);
        break;
      }

  return entry;
}
