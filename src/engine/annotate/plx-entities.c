/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-entities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-name-fold.h"
#include "engine/annotate/plx-name-forms.h"

struct _PlxEntities
{
  gatomicrefcount references;
  GPtrArray *entities;
  /* For each article, a GArray of guint: the entity of each mention. */
  GPtrArray *of_mentions;
};

static void
variant_clear (PlxVariant *variant)
{
  g_free (variant->text);
  g_free (variant->reason);
}

static void
entity_free (PlxEntity *entity)
{
  g_free (entity->name);
  g_array_unref (entity->variants);
  g_free (entity);
}

/* How much of a person's name a form has: initials count less than names. */
static guint
fullness (const PlxNameForm *form)
{
  guint n = 0;

  if (form->person == NULL)
    return form->type == PLX_ENTITY_ORG ? MIN (form->n_words, 2) : 1;
  for (guint i = 0; i < form->person->bare->len; i++)
    n += strlen (g_ptr_array_index (form->person->bare, i)) > 1 ? 2 : 1;
  return n;
}

static gboolean
is_acronym_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && *p != '.')
      return FALSE;
  return TRUE;
}

/* Whether form @a is the better name for an entity: the fuller, the more frequent, then the one that sorts first. */
static gboolean
is_better_name (const PlxNameForm *a, guint count_a, const PlxNameForm *b, guint count_b)
{
  gboolean person = a->person != NULL && b->person != NULL;

  if (person && fullness (a) != fullness (b))
    return fullness (a) > fullness (b);
  if (!person && is_acronym_text (a->text) != is_acronym_text (b->text))
    return is_acronym_text (b->text);
  if (!person && (a->flags & PLX_GAZETTEER_EXONYM) != (b->flags & PLX_GAZETTEER_EXONYM))
    return (b->flags & PLX_GAZETTEER_EXONYM) != 0;
  if (count_a != count_b)
    return count_a > count_b;
  if (fullness (a) != fullness (b))
    return fullness (a) > fullness (b);
  return strcmp (a->text, b->text) < 0;
}

static char *
reason_of_person (const PlxNameForm *form, const PlxNameForm *name)
{
  const PlxPersonName *a = form->person, *b = name->person;

  if (a->bare->len == 1 && b->bare->len > 1)
    {
      const char *word = plx_person_name_get_last (a);
      PlxSpelling last = plx_name_compare_spelling (word, plx_person_name_get_last (b));

      if (last == PLX_SPELLING_SAME)
        return g_strdup_printf (_ ("surname of %s"), name->text);
      if (last >= PLX_SPELLING_VARIANT)
        return g_strdup_printf (_ ("other spelling of the surname of %s"), name->text);
      if (plx_name_compare_spelling (word, plx_person_name_get_first (b)) >= PLX_SPELLING_VARIANT)
        return g_strdup_printf (_ ("given name of %s"), name->text);
      if (last == PLX_SPELLING_SLIP)
        return g_strdup_printf (_ ("slip in the surname of %s"), name->text);
      return g_strdup_printf (_ ("part of the name %s"), name->text);
    }
  if (a->bare->len == b->bare->len)
    {
      const char *x = plx_person_name_get_first (a), *y = plx_person_name_get_first (b);

      if (plx_name_compare_spelling (x, y) == PLX_SPELLING_DIFFERENT && plx_name_is_short_form (x, y))
        return g_strdup_printf (_ ("short form of %s"), name->text);
      if (strlen (x) == 1 || strlen (y) == 1)
        return g_strdup_printf (_ ("initial and surname of %s"), name->text);
      return g_strdup_printf (_ ("other spelling of %s"), name->text);
    }
  return a->bare->len < b->bare->len ? g_strdup_printf (_ ("shorter name of %s"), name->text)
                                     : g_strdup_printf (_ ("fuller name of %s"), name->text);
}

/* Why a form was joined to the entity called by form @name; both are of one entity. */
static char *
reason_of (const PlxNameForm *form, const PlxNameForm *name, const char *text)
{
  if (form == name)
    {
      if (strcmp (text, name->text) == 0)
        return NULL;
      return g_strdup_printf (_ ("other way of writing %s"), name->text);
    }
  if (form->type != name->type)
    return g_strdup_printf (_ ("same words as %s"), name->text);
  switch (form->type)
    {
    case PLX_ENTITY_PERSON:
      return reason_of_person (form, name);
    case PLX_ENTITY_DATE:
      return g_strdup_printf (_ ("same date as %s"), name->text);
    case PLX_ENTITY_QUANTITY:
      return g_strdup_printf (_ ("same amount as %s"), name->text);
    case PLX_ENTITY_ORG:
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_GROUP:
    case PLX_ENTITY_EVENT:
    default:
      break;
    }
  if (is_acronym_text (form->text) && plx_name_forms_is_acronym_of (form->text, name->text))
    return g_strdup_printf (_ ("acronym of %s"), name->text);
  if (is_acronym_text (name->text) && plx_name_forms_is_acronym_of (name->text, form->text))
    return g_strdup_printf (_ ("full name of %s"), name->text);
  if (form->identity != 0 && form->identity == name->identity)
    return g_strdup_printf (_ ("other name of %s"), name->text);
  if (form->type == PLX_ENTITY_GROUP)
    return g_strdup_printf (_ ("other form of %s"), name->text);
  if (form->n_words < name->n_words)
    return g_strdup_printf (_ ("shorter name of %s"), name->text);
  if (form->n_words > name->n_words)
    return g_strdup_printf (_ ("fuller name of %s"), name->text);
  return g_strdup_printf (_ ("other spelling of %s"), name->text);
}

static int
compare_variants (gconstpointer a, gconstpointer b)
{
  const PlxVariant *x = a, *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return strcmp (x->text, y->text);
}

/* The entities of the mentions, numbered in order of first mention. */
typedef struct
{
  PlxNameForms *forms;
  guint *root_of_mention;
  GHashTable *ids;
  GArray *names;
} Roster;

static void
name_entities (Roster *roster)
{
  const PlxNameForms *forms = roster->forms;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  /* How often each form stands for each entity: a surname may stand for two. */
  for (guint m = 0; m < forms->n_mentions; m++)
    {
      gint64 id = (gint64)roster->root_of_mention[m] << 32 | forms->of_mention[m];
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));

      g_hash_table_replace (counts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (count + 1));
    }
  for (guint m = 0; m < forms->n_mentions; m++)
    {
      guint root = roster->root_of_mention[m], form = forms->of_mention[m];
      gint64 id = (gint64)root << 32 | form;
      gpointer known = g_hash_table_lookup (roster->ids, GUINT_TO_POINTER (root + 1));
      guint *name;

      if (known == NULL)
        {
          g_array_append_val (roster->names, form);
          g_hash_table_insert (roster->ids, GUINT_TO_POINTER (root + 1), GUINT_TO_POINTER (roster->names->len));
          continue;
        }
      name = &g_array_index (roster->names, guint, GPOINTER_TO_UINT (known) - 1);
      if (*name != form)
        {
          gint64 other = (gint64)root << 32 | *name;

          if (is_better_name (plx_name_forms_get (forms, form), GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id)),
                              plx_name_forms_get (forms, *name),
                              GPOINTER_TO_UINT (g_hash_table_lookup (counts, &other))))
            *name = form;
        }
    }
}

static PlxEntities *
build_entities (const Roster *roster, guint n_articles)
{
  PlxEntities *self = g_new0 (PlxEntities, 1);
  const PlxNameForms *forms = roster->forms;
  g_autoptr (GHashTable) variants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_atomic_ref_count_init (&self->references);
  self->entities = g_ptr_array_new_with_free_func ((GDestroyNotify)entity_free);
  self->of_mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint a = 0; a < n_articles; a++)
    g_ptr_array_add (self->of_mentions, g_array_new (FALSE, FALSE, sizeof (guint)));

  for (guint e = 0; e < roster->names->len; e++)
    {
      const PlxNameForm *name = plx_name_forms_get (forms, g_array_index (roster->names, guint, e));
      PlxEntity *entity = g_new0 (PlxEntity, 1);

      entity->id = e;
      entity->type = name->type;
      entity->name = g_strdup (name->text);
      entity->variants = g_array_new (FALSE, FALSE, sizeof (PlxVariant));
      g_array_set_clear_func (entity->variants, (GDestroyNotify)variant_clear);
      g_ptr_array_add (self->entities, entity);
    }

  for (guint m = 0; m < forms->n_mentions; m++)
    {
      const PlxNamedMention *mention = &forms->mentions[m];
      guint id =
          GPOINTER_TO_UINT (g_hash_table_lookup (roster->ids, GUINT_TO_POINTER (roster->root_of_mention[m] + 1))) - 1;
      PlxEntity *entity = g_ptr_array_index (self->entities, id);
      char *key = g_strdup_printf ("%u %u %s", id, mention->article, mention->text);
      gpointer known = g_hash_table_lookup (variants, key);

      g_array_append_val ((GArray *)g_ptr_array_index (self->of_mentions, mention->article), id);
      if (known == NULL)
        {
          PlxVariant variant = { g_strdup (mention->text), mention->article, 1, NULL };

          variant.reason =
              reason_of (plx_name_forms_get (forms, forms->of_mention[m]),
                         plx_name_forms_get (forms, g_array_index (roster->names, guint, id)), mention->text);
          g_array_append_val (entity->variants, variant);
          g_hash_table_insert (variants, key, GUINT_TO_POINTER (entity->variants->len));
        }
      else
        {
          g_array_index (entity->variants, PlxVariant, GPOINTER_TO_UINT (known) - 1).count++;
          g_free (key);
        }
    }
  for (guint e = 0; e < self->entities->len; e++)
    g_array_sort (((PlxEntity *)g_ptr_array_index (self->entities, e))->variants, compare_variants);

  return self;
}

/**
 * plx_entities_join_names:
 * @n_articles: how many articles there are
 * @mentions: (array length=n_mentions): what they mention, article by article, in the order of the text
 * @n_mentions: how many mentions
 *
 * Joins mentions into entities. What is joined does not depend on the order of the articles; the ids do, which count
 * from the first mention.
 *
 * Returns: (transfer full): the entities
 */
PlxEntities *
plx_entities_join_names (guint n_articles, const PlxNamedMention *mentions, guint n_mentions)
{
  g_autoptr (PlxNameForms) forms = plx_name_forms_new (mentions, n_mentions);
  g_autofree guint *roots = g_new (guint, n_mentions + 1);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (guint));
  Roster roster = { forms, roots, ids, names };

  plx_name_forms_join_things (forms);
  plx_name_forms_join_people (forms, roots);
  for (guint m = 0; m < n_mentions; m++)
    roots[m] = plx_name_forms_root (forms, roots[m] != G_MAXUINT ? roots[m] : forms->of_mention[m]);
  name_entities (&roster);

  return build_entities (&roster, n_articles);
}

/**
 * plx_entities_join:
 * @annotations: (element-type PlxAnnotation): the annotated articles
 *
 * Joins the mentions of all articles into entities.
 *
 * Returns: (transfer full): the entities
 */
PlxEntities *
plx_entities_join (GPtrArray *annotations)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint a = 0; a < annotations->len; a++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, a);
      const GArray *mentions = plx_annotation_get_mentions (annotation);
      const char *at = NULL;
      guint offset = 0;

      for (guint m = 0; m < mentions->len; m++)
        {
          const PlxMention *mention = &g_array_index (mentions, PlxMention, m);
          PlxNamedMention name = { a, NULL, mention->type };
          const char *start, *end;

          /* Mentions are in order: each is looked for from where the last one ended, lest a long paragraph take for
           * ever. */
          if (m == 0 || mention->paragraph != mention[-1].paragraph)
            {
              at = plx_article_get_paragraph (plx_annotation_get_article (annotation), mention->paragraph)->text;
              offset = 0;
            }
          start = g_utf8_offset_to_pointer (at, mention->span.start - offset);
          end = g_utf8_offset_to_pointer (start, mention->span.end - mention->span.start);
          name.text = g_strndup (start, end - start);
          g_ptr_array_add (texts, (gpointer)name.text);
          g_array_append_val (named, name);
          at = end;
          offset = mention->span.end;
        }
    }

  return plx_entities_join_names (annotations->len, (const PlxNamedMention *)(const void *)named->data, named->len);
}

PlxEntities *
plx_entities_ref (PlxEntities *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plx_entities_unref (PlxEntities *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->of_mentions);
  g_free (self);
}

guint
plx_entities_get_n (const PlxEntities *self)
{
  return self->entities->len;
}

const PlxEntity *
plx_entities_get (const PlxEntities *self, guint id)
{
  g_return_val_if_fail (id < self->entities->len, NULL);
  return g_ptr_array_index (self->entities, id);
}

/**
 * plx_entities_of_mention:
 * @self: entities
 * @article: index of the article in the array they were joined from
 * @mention: index of the mention in its annotation
 *
 * Returns: the id of the entity
 */
guint
plx_entities_of_mention (const PlxEntities *self, guint article, guint mention)
{
  const GArray *ids = g_ptr_array_index (self->of_mentions, article);

  return g_array_index (ids, guint, mention);
}
