/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/annotate/plx-entities.h"
#include "engine/annotate/plx-person-name.h"

G_BEGIN_DECLS

/**
 * PlxNameForm:
 * @key: the name as plx_name_fold() gives it, without "the", a possessive or a title
 * @type: its type
 * @text: the most frequent way that articles write it
 * @n_words: how many words @text has
 * @flags: what the gazetteer knows of it
 * @identity: the number that names of one place or organisation share, or 0
 * @count: how many mentions have it
 * @person: (nullable): the name taken apart, for people
 * @parent: index of another form of the same entity, or its own
 *
 * One name of one type, in whatever case and with whatever marks it is written.
 */
typedef struct
{
  char *key;
  PlxEntityType type;
  char *text;
  guint n_words;
  guint32 flags;
  guint32 identity;
  guint count;
  PlxPersonName *person;
  guint parent;
} PlxNameForm;

/**
 * PlxNameForms:
 * @forms: (element-type PlxNameForm): the forms in order of type and key, whatever the order of the articles
 * @of_mention: the form of each mention
 */
typedef struct
{
  GArray *forms;
  guint *of_mention;
  const PlxNamedMention *mentions;
  guint n_mentions;
} PlxNameForms;

static inline PlxNameForm *
plx_name_forms_get (const PlxNameForms *self, guint i)
{
  return &g_array_index (self->forms, PlxNameForm, i);
}

PlxNameForms *plx_name_forms_new (const PlxNamedMention *mentions, guint n_mentions);
void plx_name_forms_free (PlxNameForms *self);
guint plx_name_forms_root (const PlxNameForms *self, guint i);
void plx_name_forms_unite (PlxNameForms *self, guint a, guint b);

void plx_name_forms_join_things (PlxNameForms *self);
void plx_name_forms_join_people (PlxNameForms *self, guint *entity_of_mention);

char *plx_name_forms_dup_bag (const char *text);
gboolean plx_name_forms_is_acronym_of (const char *acronym, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameForms, plx_name_forms_free)

G_END_DECLS
