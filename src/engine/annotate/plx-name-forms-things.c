/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include <string.h>

#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-name-fold.h"
#include "engine/annotate/plx-name-forms.h"

#define MAX_WORDS 12

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Spellings of common words in names that differ by country, and nouns for the same kind of place. */
static const char *
plain_word (const char *folded)
{
  static const char *const words[][2] = {
    { "defence", "defense" },
    { "programme", "program" },
    { "centre", "center" },
    { "theatre", "theater" },
    { "labour", "labor" },
    { "harbour", "harbor" },
    { "oblast", "region" },
    { "raion", "district" },
    { "rayon", "district" },
    { "services", "service" },
    { "organisation", "organization" },
    { "forces", "force" },
    { "emergencies", "emergency" },
    { "affairs", "affair" },
    { "rights", "right" },
    { "governorate", "province" },
    { "corporation", "corp" },
    { "company", "co" },
    { "limited", "ltd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i][0]))
      return words[i][1];
  return folded;
}

static gboolean
is_small_word (const char *folded)
{
  static const char *const words[] = {
    "the", "of",  "for", "and", "in",  "on",  "at",   "to", "a",   "de", "la", "le",
    "du",  "des", "del", "inc", "ltd", "plc", "corp", "co", "llc", "sa", "ag", NULL
  };

  return g_strv_contains (words, folded);
}

/* The words of a name, with possessives dropped. */
static GPtrArray *
split_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n-,/()&", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL && list->len < MAX_WORDS; i++)
    {
      gsize length = strlen (words[i]);

      if (g_str_has_suffix (words[i], "'s"))
        words[i][length - 2] = '\0';
      else if (g_str_has_suffix (words[i], "\xe2\x80\x99s"))
        words[i][length - 4] = '\0';
      if (words[i][0] != '\0')
        g_ptr_array_add (list, g_strdup (words[i]));
    }

  return list;
}

/**
 * plx_name_forms_dup_bag:
 * @text: a name of an organisation, place or event
 *
 * The words of a name without order: "Ministry of Defence" and "Defense Ministry" have one bag, so have "Ukraine's air
 * force" and "Ukrainian Air Force".
 *
 * Returns: (transfer full): the bag, "" when the name has only small words
 */
char *
plx_name_forms_dup_bag (const char *text)
{
  g_autoptr (GPtrArray) words = split_words (text);
  g_autoptr (GPtrArray) bag = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *folded = plx_name_fold (word, -1);
      PlxGazetteerEntry entry = plx_gazetteer_lookup (plx_gazetteer_get_default (), plx_name_hash (folded));

      if (*folded == '\0' || (is_small_word (folded) && words->len > 1))
        continue;
      if (words->len > 1 && g_unichar_isupper (g_utf8_get_char (word)) && entry.identity >> 31 != 0)
        g_ptr_array_add (bag, g_strdup_printf ("#%x", entry.identity));
      else
        g_ptr_array_add (bag, g_strdup (plain_word (folded)));
    }
  g_ptr_array_sort (bag, compare_strings);
  for (guint i = 0; i < bag->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", (const char *)g_ptr_array_index (bag, i));

  return g_string_free (out, FALSE);
}

/* The first letters of the words, with or without the small ones. */
static char *
initials_of (const char *text, gboolean with_small)
{
  g_autoptr (GPtrArray) words = split_words (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *folded = plx_name_fold (g_ptr_array_index (words, i), -1);

      if (*folded != '\0'
          && (with_small || !is_small_word (folded) || g_ascii_isupper (*(char *)g_ptr_array_index (words, i))))
        g_string_append_unichar (out, g_utf8_get_char (folded));
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_acronym (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isupper (*p) && *p != '.')
        return FALSE;
      n += *p != '.';
    }
  return n >= 2 && n <= 8;
}

/**
 * plx_name_forms_is_acronym_of:
 * @acronym: a name, as "I.A.E.A."
 * @text: a longer name
 *
 * Returns: whether @acronym is made of the first letters of @text
 */
gboolean
plx_name_forms_is_acronym_of (const char *acronym, const char *text)
{
  g_autofree char *letters = plx_name_fold (acronym, -1);
  g_autofree char *all = NULL, *large = NULL;

  if (!is_acronym (acronym))
    return FALSE;
  all = initials_of (text, TRUE);
  large = initials_of (text, FALSE);
  return g_str_equal (letters, all) || g_str_equal (letters, large);
}

/* Words that an organisation's name is used with or without: "CBS" and "CBS News". */
static gboolean
is_droppable (const char *folded)
{
  static const char *const words[] = { "news",         "tv",        "television", "radio",      "group",
                                       "corporation",  "corp",      "company",    "co",         "inc",
                                       "ltd",          "limited",   "plc",        "party",      "movement",
                                       "agency",       "holdings",  "militia",    "airlines",   "organisation",
                                       "organization", "newspaper", "university", "foundation", "network",
                                       "online",       NULL };

  return g_strv_contains (words, folded);
}

/* A key under which forms of a type find each other; the first form under a key keeps it. */
static void
unite_by_key (PlxNameForms *self, GHashTable *keys, guint form, char *key)
{
  gpointer known = g_hash_table_lookup (keys, key);

  if (known == NULL)
    g_hash_table_insert (keys, key, GUINT_TO_POINTER (form + 1));
  else
    {
      plx_name_forms_unite (self, GPOINTER_TO_UINT (known) - 1, form);
      g_free (key);
    }
}

/* "Russians" and "Russian" */
static char *
singular (const char *key)
{
  gsize length = strlen (key);

  return length > 4 && key[length - 1] == 's' && key[length - 2] != 's' ? g_strndup (key, length - 1) : g_strdup (key);
}

/* "World War II" is not another spelling of "World War I". */
static gboolean
is_numbered (const char *text)
{
  const char *last = strrchr (text, ' ');

  return last != NULL && last[1] != '\0' && strspn (last + 1, "IVX0123456789") == strlen (last + 1);
}

/* Joins by equal keys: what the gazetteer knows, the same words in another order, another transliteration. */
static void
join_by_keys (PlxNameForms *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      g_autofree char *bag = NULL, *simple = NULL;
      int type = (int)form->type;

      if (type == PLX_ENTITY_PERSON || type == PLX_ENTITY_DATE || type == PLX_ENTITY_QUANTITY)
        continue;
      if (form->identity != 0)
        unite_by_key (self, keys, f, g_strdup_printf ("%d id %x", type, form->identity));
      if (type == PLX_ENTITY_GROUP)
        {
          g_autofree char *one = singular (form->key);

          unite_by_key (self, keys, f, g_strdup_printf ("%d %s", type, one));
          continue;
        }
      bag = plx_name_forms_dup_bag (form->text);
      if (form->n_words > 1 && *bag != '\0')
        unite_by_key (self, keys, f, g_strdup_printf ("%d bag %s", type, bag));
      /* Names that are both known are not spellings of one another: they would share an identity. */
      if (form->identity != 0 || is_numbered (form->text))
        continue;
      simple = plx_name_simplify (form->key);
      if (strlen (simple) >= 5)
        unite_by_key (self, keys, f, g_strdup_printf ("%d simple %s", type, simple));
      if (form->n_words > 1 && *bag != '\0')
        {
          g_autofree char *simple_bag = plx_name_simplify (bag);

          unite_by_key (self, keys, f, g_strdup_printf ("%d bag %s", type, simple_bag));
        }
    }
}

/* Joins an acronym, or a short form, to the one long name that it fits. Where several fit it stays alone. */
static void
join_short_forms (PlxNameForms *self)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const gpointer several = GUINT_TO_POINTER (G_MAXUINT);

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      char *keys[3] = { NULL };

      if ((form->type != PLX_ENTITY_ORG && form->type != PLX_ENTITY_PLACE && form->type != PLX_ENTITY_EVENT)
          || form->n_words < 2)
        continue;
      if (form->n_words > 2)
        keys[0] = initials_of (form->text, TRUE);
      keys[1] = initials_of (form->text, FALSE);
      if (g_strcmp0 (keys[0], keys[1]) == 0)
        g_clear_pointer (&keys[0], g_free);
      if (form->type == PLX_ENTITY_ORG)
        {
          g_autoptr (GPtrArray) words = split_words (form->text);
          g_autofree char *last = plx_name_fold (g_ptr_array_index (words, words->len - 1), -1);

          if (words->len > 1 && is_droppable (last) && g_str_has_suffix (form->key, last))
            keys[2] = g_strndup (form->key, strlen (form->key) - strlen (last));
        }
      for (guint k = 0; k < 3; k++)
        {
          char *id;
          gpointer known;

          if (keys[k] == NULL || strlen (keys[k]) < 2)
            {
              g_free (keys[k]);
              continue;
            }
          id = g_strdup_printf ("%d %s %s", k < 2 ? 0 : (int)form->type, k < 2 ? "acronym" : "short", keys[k]);
          known = g_hash_table_lookup (owners, id);
          if (known == NULL)
            g_hash_table_insert (owners, id, GUINT_TO_POINTER (f + 1));
          else
            {
              if (known != several
                  && plx_name_forms_root (self, GPOINTER_TO_UINT (known) - 1) != plx_name_forms_root (self, f))
                g_hash_table_insert (owners, id, several);
              else
                g_free (id);
            }
          g_free (keys[k]);
        }
    }

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      g_autofree char *acronym = NULL, *brief = NULL;
      gpointer owner = NULL;

      if (form->type != PLX_ENTITY_ORG && form->type != PLX_ENTITY_PLACE && form->type != PLX_ENTITY_EVENT)
        continue;
      acronym = g_strdup_printf ("0 acronym %s", form->key);
      brief = g_strdup_printf ("%d short %s", (int)form->type, form->key);
      if (is_acronym (form->text))
        owner = g_hash_table_lookup (owners, acronym);
      if (owner == NULL)
        owner = g_hash_table_lookup (owners, brief);
      if (owner == NULL || owner == several)
        continue;
      {
        const PlxNameForm *full = plx_name_forms_get (self, GPOINTER_TO_UINT (owner) - 1);

        /* Known to be two. */
        if (full->type == form->type
            && !(full->identity != 0 && form->identity != 0 && full->identity != form->identity))
          plx_name_forms_unite (self, f, GPOINTER_TO_UINT (owner) - 1);
      }
    }
}

/* The recogniser may take one of many mentions of a name for another type: where one type has four times as many
 * mentions as another, the other goes along. */
static void
join_stray_types (PlxNameForms *self)
{
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      gpointer known = g_hash_table_lookup (best, form->key);

      if (form->type == PLX_ENTITY_DATE || form->type == PLX_ENTITY_QUANTITY)
        continue;
      if (known == NULL || plx_name_forms_get (self, GPOINTER_TO_UINT (known) - 1)->count < form->count)
        g_hash_table_insert (best, form->key, GUINT_TO_POINTER (f + 1));
    }
  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      gpointer known = g_hash_table_lookup (best, form->key);

      if (known != NULL && form->type != PLX_ENTITY_DATE && form->type != PLX_ENTITY_QUANTITY
          && plx_name_forms_get (self, GPOINTER_TO_UINT (known) - 1)->count >= 4 * form->count)
        plx_name_forms_unite (self, f, GPOINTER_TO_UINT (known) - 1);
    }
}

/**
 * plx_name_forms_join_things:
 * @self: forms
 *
 * Joins the names of all that are not people: places, organisations, groups and events.
 */
void
plx_name_forms_join_things (PlxNameForms *self)
{
  join_by_keys (self);
  join_short_forms (self);
  join_stray_types (self);
}
