/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-forms.h"

#include <string.h>

#include "engine/annotate/plx-date-grammar.h"
#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-name-fold.h"
#include "engine/annotate/plx-quantity-grammar.h"

/* A name without "the" before it and "'s" behind it. */
static char *
strip (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  const char *start;

  g_strstrip (plain);
  start = g_ascii_strncasecmp (plain, "the ", 4) == 0 ? plain + 4 : plain;
  if (g_str_has_suffix (start, "'s"))
    plain[strlen (plain) - 2] = '\0';
  else if (g_str_has_suffix (start, "\xe2\x80\x99s"))
    plain[strlen (plain) - 4] = '\0';

  return g_strdup (start);
}

/* The key of a person's name is that of its parts, so that titles do not count. */
static char *
key_of_person (const char *text)
{
  g_autoptr (PlxPersonName) person = plx_person_name_new (text);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < person->parts->len; i++)
    g_string_append (key, g_ptr_array_index (person->parts, i));

  return g_string_free (key, FALSE);
}

static char *
key_of (const PlxNamedMention *mention)
{
  g_autofree char *text = strip (mention->text);
  char *key = NULL;

  if (mention->type == PLX_ENTITY_PERSON)
    return key_of_person (text);
  if (mention->type == PLX_ENTITY_DATE)
    key = plx_date_grammar_normalize (text);
  else if (mention->type == PLX_ENTITY_QUANTITY)
    key = plx_quantity_grammar_normalize (text);
  if (key == NULL)
    key = plx_name_fold (text, -1);
  /* Marks alone: they are their own key. */
  if (*key == '\0')
    {
      g_free (key);
      key = g_strdup (text);
    }

  return key;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const PlxNameForm *x = a, *y = b;

  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  return strcmp (x->key, y->key);
}

static void
clear_form (PlxNameForm *form)
{
  g_free (form->key);
  g_free (form->text);
  g_clear_pointer (&form->person, plx_person_name_free);
}

/* Takes the text that occurs most, then the one that sorts first, as the form's own. */
static void
choose_texts (PlxNameForms *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *best = g_new0 (guint, self->forms->len);

  for (guint m = 0; m < self->n_mentions; m++)
    {
      g_autofree char *text = strip (self->mentions[m].text);
      char *id = g_strdup_printf ("%u %s", self->of_mention[m], text);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1;

      g_hash_table_insert (counts, id, GUINT_TO_POINTER (count));
    }
  for (guint m = 0; m < self->n_mentions; m++)
    {
      guint f = self->of_mention[m];
      PlxNameForm *form = plx_name_forms_get (self, f);
      g_autofree char *text = strip (self->mentions[m].text);
      g_autofree char *id = g_strdup_printf ("%u %s", f, text);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      if (count > best[f] || (count == best[f] && strcmp (text, form->text) < 0))
        {
          best[f] = count;
          g_free (form->text);
          form->text = g_steal_pointer (&text);
        }
    }
}

/**
 * plx_name_forms_new:
 * @mentions: mentions, which must outlive the forms
 * @n_mentions: how many
 *
 * Sorts mentions by the names they use.
 *
 * Returns: (transfer full): the forms, none joined
 */
PlxNameForms *
plx_name_forms_new (const PlxNamedMention *mentions, guint n_mentions)
{
  PlxNameForms *self = g_new0 (PlxNameForms, 1);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *rank = NULL;

  self->forms = g_array_new (FALSE, FALSE, sizeof (PlxNameForm));
  g_array_set_clear_func (self->forms, (GDestroyNotify)clear_form);
  self->of_mention = g_new0 (guint, n_mentions + 1);
  self->mentions = mentions;
  self->n_mentions = n_mentions;

  for (guint m = 0; m < n_mentions; m++)
    {
      g_autofree char *key = key_of (&mentions[m]);
      char *id = g_strdup_printf ("%d %s", (int)mentions[m].type, key);
      gpointer known = g_hash_table_lookup (index, id);

      if (known == NULL)
        {
          PlxNameForm form = {
            g_steal_pointer (&key), mentions[m].type, strip (mentions[m].text), 0, 0, 0, 0, NULL, 0
          };

          form.parent = self->forms->len;
          g_array_append_val (self->forms, form);
          known = GUINT_TO_POINTER (self->forms->len);
          g_hash_table_insert (index, id, known);
        }
      else
        g_free (id);
      self->of_mention[m] = GPOINTER_TO_UINT (known) - 1;
      plx_name_forms_get (self, self->of_mention[m])->count++;
    }

  /* In order of name: what is joined must not depend on the order of the articles. */
  rank = g_new (guint, self->forms->len + 1);
  g_array_sort (self->forms, compare_forms);
  for (guint f = 0; f < self->forms->len; f++)
    {
      rank[plx_name_forms_get (self, f)->parent] = f;
      plx_name_forms_get (self, f)->parent = f;
    }
  for (guint m = 0; m < n_mentions; m++)
    self->of_mention[m] = rank[self->of_mention[m]];
  choose_texts (self);

  for (guint f = 0; f < self->forms->len; f++)
    {
      PlxNameForm *form = plx_name_forms_get (self, f);

      form->n_words = count_words (form->text);
      if (form->type == PLX_ENTITY_PERSON)
        form->person = plx_person_name_new (form->text);
      if (form->type != PLX_ENTITY_DATE && form->type != PLX_ENTITY_QUANTITY)
        {
          PlxGazetteerEntry entry = plx_gazetteer_lookup (plx_gazetteer_get_default (), plx_name_hash (form->text));

          form->flags = entry.flags;
          form->identity = entry.identity;
        }
    }

  return self;
}

void
plx_name_forms_free (PlxNameForms *self)
{
  g_array_unref (self->forms);
  g_free (self->of_mention);
  g_free (self);
}

/* The form that stands for all that are joined with form @i. */
guint
plx_name_forms_root (const PlxNameForms *self, guint i)
{
  while (plx_name_forms_get (self, i)->parent != i)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);

      form->parent = plx_name_forms_get (self, form->parent)->parent;
      i = form->parent;
    }
  return i;
}

/* Joins the entities of two forms; the form that comes first stands for both. */
void
plx_name_forms_unite (PlxNameForms *self, guint a, guint b)
{
  guint x = plx_name_forms_root (self, a), y = plx_name_forms_root (self, b);

  plx_name_forms_get (self, MAX (x, y))->parent = MIN (x, y);
}
