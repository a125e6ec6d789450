/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxGazetteerFlags:
 *
 * What a word or name is known as. The numbers are part of the file's format: training/build-gazetteer.py has the same.
 */
typedef enum
{
  PLX_GAZETTEER_GIVEN_ENGLISH = 1 << 0,
  PLX_GAZETTEER_GIVEN = 1 << 1,
  PLX_GAZETTEER_SURNAME = 1 << 2,
  PLX_GAZETTEER_PERSON = 1 << 3,
  PLX_GAZETTEER_COUNTRY = 1 << 4,
  PLX_GAZETTEER_BIG_CITY = 1 << 5,
  PLX_GAZETTEER_CITY = 1 << 6,
  PLX_GAZETTEER_TOWN = 1 << 7,
  PLX_GAZETTEER_REGION = 1 << 8,
  PLX_GAZETTEER_PLACE = 1 << 9,
  PLX_GAZETTEER_ORG = 1 << 10,
  PLX_GAZETTEER_ACRONYM = 1 << 11,
  PLX_GAZETTEER_PEOPLE = 1 << 12,
  PLX_GAZETTEER_CAPITAL_ADJECTIVE = 1 << 13,
  PLX_GAZETTEER_MONTH = 1 << 14,
  PLX_GAZETTEER_WEEKDAY = 1 << 15,
  PLX_GAZETTEER_ROLE = 1 << 16,
  PLX_GAZETTEER_ORG_HEAD = 1 << 17,
  PLX_GAZETTEER_PLACE_HEAD = 1 << 18,
  PLX_GAZETTEER_EVENT_HEAD = 1 << 19,
  PLX_GAZETTEER_COMMON = 1 << 20,
  PLX_GAZETTEER_EVENT = 1 << 21,
  PLX_GAZETTEER_PERSON_NOUN = 1 << 22,
  PLX_GAZETTEER_MEDIA = 1 << 23,
  PLX_GAZETTEER_HONORIFIC = 1 << 24,
  PLX_GAZETTEER_PARTICLE = 1 << 25,
  PLX_GAZETTEER_EXONYM = 1 << 26,
} PlxGazetteerFlags;

#define PLX_GAZETTEER_N_FLAGS 27

/**
 * PlxGazetteerEntry:
 * @flags: what the name is known as, 0 when it is not known
 * @identity: names of one place or organisation share a number; 0 when the name has none
 */
typedef struct
{
  guint32 flags;
  guint32 identity;
} PlxGazetteerEntry;

/**
 * PlxGazetteer:
 *
 * Known names and words, found by the hash of their key (see plx_name_hash()). Immutable.
 */
typedef struct _PlxGazetteer PlxGazetteer;

PlxGazetteer *plx_gazetteer_new (GBytes *bytes, GError **error);
void plx_gazetteer_free (PlxGazetteer *self);
const PlxGazetteer *plx_gazetteer_get_default (void);
PlxGazetteerEntry plx_gazetteer_lookup (const PlxGazetteer *self, guint64 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGazetteer, plx_gazetteer_free)

G_END_DECLS
