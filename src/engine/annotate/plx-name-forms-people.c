/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include <string.h>

#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-name-forms.h"

/* How many names under one key are compared with one another: beyond that a key says nothing. */
#define MAX_BLOCK 60
/* How many mentions back, or ahead, a surname looks for its full name. */
#define MAX_REACH 500

/* Lists of forms by a key. */
typedef struct
{
  GHashTable *lists;
} Blocks;

static void
blocks_init (Blocks *blocks)
{
  blocks->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
}

static void
blocks_add (Blocks *blocks, const char *kind, const char *key, guint form)
{
  char *id = g_strconcat (kind, key, NULL);
  GArray *list = g_hash_table_lookup (blocks->lists, id);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (blocks->lists, id, list);
    }
  else
    g_free (id);
  if (list->len < MAX_BLOCK && (list->len == 0 || g_array_index (list, guint, list->len - 1) != form))
    g_array_append_val (list, form);
}

static const GArray *
blocks_find (const Blocks *blocks, const char *kind, const char *key)
{
  g_autofree char *id = g_strconcat (kind, key, NULL);

  return g_hash_table_lookup (blocks->lists, id);
}

/* Enters a word under keys that it shares with its spellings: its consonants, and itself less any one letter, which
 * finds slips (Mor and Fraenkel, 1982). */
static GPtrArray *
keys_of_word (const char *folded)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *simple = plx_name_simplify (folded);
  gsize length = strlen (simple);

  g_ptr_array_add (keys, g_strdup (folded));
  g_ptr_array_add (keys, plx_name_skeleton (simple));
  if (length >= 5 && length <= 30 && g_str_is_ascii (simple))
    {
      g_ptr_array_add (keys, g_strdup (simple));
      for (gsize i = 0; i < length; i++)
        {
          char *less = g_strdup (simple);

          memmove (less + i, less + i + 1, length - i);
          g_ptr_array_add (keys, less);
        }
    }

  return keys;
}

static void
enter_word (Blocks *blocks, const char *kind, const char *folded, guint form)
{
  g_autoptr (GPtrArray) keys = keys_of_word (folded);

  for (guint k = 0; k < keys->len; k++)
    blocks_add (blocks, kind, g_ptr_array_index (keys, k), form);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* The forms that share a key with a word, each once, in order. */
static GArray *
candidates_of_word (const Blocks *blocks, const char *kind, const char *folded)
{
  g_autoptr (GPtrArray) keys = keys_of_word (folded);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint k = 0; k < keys->len; k++)
    {
      const GArray *list = blocks_find (blocks, kind, g_ptr_array_index (keys, k));

      if (list != NULL)
        g_array_append_vals (found, list->data, list->len);
    }
  g_array_sort (found, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, guint, i) != g_array_index (found, guint, i - 1))
      g_array_index (found, guint, n++) = g_array_index (found, guint, i);
  g_array_set_size (found, n);

  return found;
}

static gboolean
is_full (const PlxNameForm *form)
{
  return form->type == PLX_ENTITY_PERSON && form->person->bare->len >= 2;
}

static gboolean
is_single (const PlxNameForm *form)
{
  return form->type == PLX_ENTITY_PERSON && form->person->bare->len == 1;
}

typedef struct
{
  guint a;
  guint b;
} Pair;

/* Joins full names. Those that match outright are joined at once; those that match if nothing speaks against it are
 * joined when no two names of the whole chain contradict. */
static void
join_full_names (PlxNameForms *self, const Blocks *blocks)
{
  g_autoptr (GArray) possible = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      g_autoptr (GArray) near = NULL;

      if (!is_full (form))
        continue;
      near = candidates_of_word (blocks, "last ", plx_person_name_get_last (form->person));
      for (guint side = 0; side < 2; side++)
        {
          g_autoptr (GArray) more = candidates_of_word (blocks, "any ",
                                                        side == 0 ? plx_person_name_get_last (form->person)
                                                                  : plx_person_name_get_first (form->person));

          g_array_append_vals (near, more->data, more->len);
        }
      for (guint k = 0; k < near->len; k++)
        {
          guint g = g_array_index (near, guint, k);
          Pair pair = { f, g };

          if (g <= f)
            continue;
          switch (plx_person_name_match (form->person, plx_name_forms_get (self, g)->person))
            {
            case PLX_PERSON_SAME:
              plx_name_forms_unite (self, f, g);
              break;
            case PLX_PERSON_POSSIBLE:
              g_array_append_val (possible, pair);
              break;
            case PLX_PERSON_CONFLICT:
              g_array_append_val (conflicts, pair);
              break;
            case PLX_PERSON_UNRELATED:
            default:
              break;
            }
        }
    }

  for (guint round = 0; round < 2; round++)
    {
      /* What would hang together if all possible joins were made. */
      g_autofree guint *trial = g_new (guint, self->forms->len);
      g_autoptr (GHashTable) bad = g_hash_table_new (NULL, NULL);

      for (guint f = 0; f < self->forms->len; f++)
        trial[f] = plx_name_forms_root (self, f);
      for (guint p = 0; p < possible->len; p++)
        {
          Pair pair = g_array_index (possible, Pair, p);
          guint a = pair.a, b = pair.b;

          while (trial[a] != a)
            a = trial[a];
          while (trial[b] != b)
            b = trial[b];
          trial[MAX (a, b)] = MIN (a, b);
        }
      for (guint k = 0; k < conflicts->len; k++)
        {
          guint a = g_array_index (conflicts, Pair, k).a, b = g_array_index (conflicts, Pair, k).b;

          while (trial[a] != a)
            a = trial[a];
          while (trial[b] != b)
            b = trial[b];
          if (a == b)
            g_hash_table_add (bad, GUINT_TO_POINTER (a + 1));
        }
      for (guint p = 0; p < possible->len; p++)
        {
          Pair pair = g_array_index (possible, Pair, p);
          guint root = pair.a;

          while (trial[root] != root)
            root = trial[root];
          if (!g_hash_table_contains (bad, GUINT_TO_POINTER (root + 1)))
            plx_name_forms_unite (self, pair.a, pair.b);
        }
    }
}

/* How well a single name fits a full one: 0 not at all, then slip, other name than the last, spelling, surname. */
static guint
fit_single (const char *word, const PlxPersonName *full)
{
  PlxSpelling last = plx_name_compare_spelling (word, plx_person_name_get_last (full));
  guint best = 0;

  if (last == PLX_SPELLING_SAME)
    return 4;
  if (last == PLX_SPELLING_VARIANT)
    return 3;
  for (guint i = 0; i + 1 < full->bare->len; i++)
    {
      const char *part = g_ptr_array_index (full->bare, i);

      if (strlen (part) > 1 && plx_name_compare_spelling (word, part) >= PLX_SPELLING_VARIANT)
        best = 2;
    }
  if (best == 0 && last == PLX_SPELLING_SLIP)
    best = 1;
  return best;
}

/* The entities that a single name may be short for: those that fit best. */
static GArray *
find_owners (const PlxNameForms *self, const Blocks *blocks, const PlxNameForm *single)
{
  const char *word = plx_person_name_get_last (single->person);
  g_autoptr (GArray) near = candidates_of_word (blocks, "any ", word);
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint best = 1;

  for (guint k = 0; k < near->len; k++)
    {
      guint f = g_array_index (near, guint, k);
      const PlxNameForm *full = plx_name_forms_get (self, f);
      guint root = plx_name_forms_root (self, f);
      guint fit = fit_single (word, full->person);
      gboolean known = FALSE;

      /* A slip is rare, and no name that is known. */
      if (fit == 1 && (single->count > 1 || (single->flags & (PLX_GAZETTEER_SURNAME | PLX_GAZETTEER_GIVEN)) != 0))
        fit = 0;
      if (fit < best)
        continue;
      if (fit > best)
        {
          g_array_set_size (owners, 0);
          best = fit;
        }
      for (guint o = 0; o < owners->len; o++)
        known |= g_array_index (owners, guint, o) == root;
      if (!known)
        g_array_append_val (owners, root);
    }

  return owners;
}

/* Which of several people a single name means in an article: the one named in full last before it, or else the one
 * named most. */
static guint
choose_owner (const PlxNameForms *self, const GArray *owners, guint mention, const guint *first_of_article)
{
  guint article = self->mentions[mention].article;
  g_autofree guint *counts = g_new0 (guint, owners->len);
  guint best = G_MAXUINT, best_count = 0;

  for (guint m = mention; m-- > first_of_article[article] && mention - m <= MAX_REACH;)
    {
      guint root = plx_name_forms_root (self, self->of_mention[m]);

      for (guint o = 0; o < owners->len && is_full (plx_name_forms_get (self, self->of_mention[m])); o++)
        if (g_array_index (owners, guint, o) == root)
          return root;
    }
  for (guint m = mention + 1; m < self->n_mentions && self->mentions[m].article == article && m - mention <= MAX_REACH;
       m++)
    for (guint o = 0; o < owners->len && is_full (plx_name_forms_get (self, self->of_mention[m])); o++)
      if (g_array_index (owners, guint, o) == plx_name_forms_root (self, self->of_mention[m]))
        counts[o]++;
  for (guint o = 0; o < owners->len; o++)
    if (counts[o] > best_count)
      {
        best_count = counts[o];
        best = g_array_index (owners, guint, o);
      }

  return best;
}

/**
 * plx_name_forms_join_people:
 * @self: forms
 * @entity_of_mention: the entity of each mention, which is set for those that a form does not settle
 *
 * Joins people's names: full names with one another, then surnames and given names with the full names they belong to.
 * Where two people share a surname, each mention of it goes to the one that its article named last; @entity_of_mention
 * then has a root other than its form's, and G_MAXUINT elsewhere.
 */
void
plx_name_forms_join_people (PlxNameForms *self, guint *entity_of_mention)
{
  Blocks blocks, singles;
  g_autofree guint *first_of_article = NULL;
  g_autoptr (GHashTable) ambiguous = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  guint n_articles = 0;

  blocks_init (&blocks);
  blocks_init (&singles);
  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);

      if (!is_full (form))
        continue;
      enter_word (&blocks, "last ", plx_person_name_get_last (form->person), f);
      for (guint i = 0; i < form->person->bare->len; i++)
        enter_word (&blocks, "any ", g_ptr_array_index (form->person->bare, i), f);
    }
  join_full_names (self, &blocks);

  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      GArray *owners;

      if (!is_single (form))
        continue;
      owners = find_owners (self, &blocks, form);
      if (owners->len == 1)
        plx_name_forms_unite (self, f, g_array_index (owners, guint, 0));
      else if (owners->len > 1)
        {
          g_hash_table_insert (ambiguous, GUINT_TO_POINTER (f + 1), g_array_ref (owners));
          g_array_unref (owners);
          continue;
        }
      else
        enter_word (&singles, "", plx_person_name_get_last (form->person), f);
      g_array_unref (owners);
    }

  /* Surnames whose full name nobody gives. */
  for (guint f = 0; f < self->forms->len; f++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, f);
      g_autoptr (GArray) near = NULL;

      if (!is_single (form) || g_hash_table_contains (ambiguous, GUINT_TO_POINTER (f + 1))
          || plx_name_forms_root (self, f) != f)
        continue;
      near = candidates_of_word (&singles, "", plx_person_name_get_last (form->person));
      for (guint k = 0; k < near->len; k++)
        {
          guint g = g_array_index (near, guint, k);

          if (g > f
              && plx_name_compare_spelling (plx_person_name_get_last (form->person),
                                            plx_person_name_get_last (plx_name_forms_get (self, g)->person))
                     >= PLX_SPELLING_VARIANT)
            plx_name_forms_unite (self, f, g);
        }
    }

  for (guint m = 0; m < self->n_mentions; m++)
    n_articles = MAX (n_articles, self->mentions[m].article + 1);
  first_of_article = g_new0 (guint, n_articles + 1);
  for (guint m = self->n_mentions; m-- > 0;)
    first_of_article[self->mentions[m].article] = m;
  for (guint m = 0; m < self->n_mentions; m++)
    {
      const GArray *owners = g_hash_table_lookup (ambiguous, GUINT_TO_POINTER (self->of_mention[m] + 1));

      entity_of_mention[m] = owners != NULL ? choose_owner (self, owners, m, first_of_article) : G_MAXUINT;
    }
  g_hash_table_unref (blocks.lists);
  g_hash_table_unref (singles.lists);
}
