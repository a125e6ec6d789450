/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "engine/annotate/plx-name-similarity.h"

G_BEGIN_DECLS

/**
 * PlxPersonName:
 * @parts: (element-type utf8): the words of the name as plx_name_fold() gives them, without titles; particles are part
 *   of the word they stand before ("vonderleyen")
 * @bare: (element-type utf8): the same without particles ("leyen")
 *
 * A person's name taken apart.
 */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *bare;
} PlxPersonName;

/**
 * PlxPersonMatch:
 * @PLX_PERSON_CONFLICT: cannot be one person
 * @PLX_PERSON_UNRELATED: nothing says that they are one
 * @PLX_PERSON_POSSIBLE: one, unless another fits as well: a middle name or all but an initial left out
 * @PLX_PERSON_SAME: one
 */
typedef enum
{
  PLX_PERSON_CONFLICT,
  PLX_PERSON_UNRELATED,
  PLX_PERSON_POSSIBLE,
  PLX_PERSON_SAME,
} PlxPersonMatch;

PlxPersonName *plx_person_name_new (const char *text);
void plx_person_name_free (PlxPersonName *self);
const char *plx_person_name_get_last (const PlxPersonName *self);
const char *plx_person_name_get_first (const PlxPersonName *self);
PlxPersonMatch plx_person_name_match (const PlxPersonName *a, const PlxPersonName *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPersonName, plx_person_name_free)

G_END_DECLS
