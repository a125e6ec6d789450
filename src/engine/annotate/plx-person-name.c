/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-person-name.h"

#include <string.h>

#include "engine/annotate/plx-gazetteer.h"
#include "engine/annotate/plx-name-fold.h"

static gboolean
is_listed (const char *word, const char *list)
{
  g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);

  return strstr (list, spaced) != NULL;
}

static gboolean
is_particle (const char *folded)
{
  return is_listed (folded,
                    " van von de del della der den di da dos das du la le el al bin ibn bint ben abu ould ter ten "
                    "zu af av st ul ur ");
}

static gboolean
is_suffix (const char *folded)
{
  return is_listed (folded, " jr sr ii iii iv phd md obe mbe cbe qc kc mp ");
}

static gboolean
is_title (const char *folded)
{
  return (plx_gazetteer_lookup (plx_gazetteer_get_default (), plx_name_hash (folded)).flags & PLX_GAZETTEER_HONORIFIC)
         != 0;
}

static void
add_part (PlxPersonName *self, GString *particles, const char *folded)
{
  g_ptr_array_add (self->parts, g_strconcat (particles->str, folded, NULL));
  g_ptr_array_add (self->bare, g_strdup (folded));
  g_string_truncate (particles, 0);
}

/**
 * plx_person_name_new:
 * @text: a person's name as written
 *
 * Returns: (transfer full): the name taken apart; it has one part at least
 */
PlxPersonName *
plx_person_name_new (const char *text)
{
  PlxPersonName *self = g_new0 (PlxPersonName, 1);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n,", -1);
  g_autoptr (GString) particles = g_string_new (NULL);
  guint n = g_strv_length (words);

  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->bare = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = plx_name_fold (words[i], -1);
      const char *word = words[i];

      if (*folded == '\0')
        continue;
      if (i + 1 < n && self->parts->len == 0 && particles->len == 0 && strlen (folded) > 1 && is_title (folded)
          && !is_particle (folded))
        continue;
      if (self->parts->len > 0 && is_suffix (folded))
        continue;
      /* A particle inside a name, or at its start in small letters or before "-": "al-Assad", "Al Gore" has none. */
      if (i + 1 < n && is_particle (folded) && (self->parts->len > 0 || g_unichar_islower (g_utf8_get_char (word))))
        {
          g_string_append (particles, folded);
          continue;
        }
      if (strlen (folded) > 4
          && (g_ascii_strncasecmp (word, "al-", 3) == 0 || g_ascii_strncasecmp (word, "el-", 3) == 0)
          && g_str_has_prefix (folded + 1, "l"))
        {
          g_string_append_len (particles, folded, 2);
          add_part (self, particles, folded + 2);
        }
      else
        add_part (self, particles, folded);
    }
  if (self->parts->len == 0)
    {
      g_autofree char *folded = plx_name_fold (text, -1);

      add_part (self, particles, folded);
    }

  return self;
}

void
plx_person_name_free (PlxPersonName *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->bare);
  g_free (self);
}

/* The surname in most languages, without particles. */
const char *
plx_person_name_get_last (const PlxPersonName *self)
{
  return g_ptr_array_index (self->bare, self->bare->len - 1);
}

/* The given name in most languages, the surname in Chinese, Korean and Hungarian. */
const char *
plx_person_name_get_first (const PlxPersonName *self)
{
  return g_ptr_array_index (self->bare, 0);
}

static gboolean
is_initial_of (const char *initial, const char *name)
{
  return initial[1] == '\0' && initial[0] == name[0];
}

static gboolean
is_known (const char *folded, guint32 flags)
{
  return (plx_gazetteer_lookup (plx_gazetteer_get_default (), plx_name_hash (folded)).flags & flags) != 0;
}

/* Whether two spellings are those of a man's and a woman's name: "Mario" and "Maria", "Oleksandr" and "Oleksandra". */
static gboolean
ends_differ (const char *a, const char *b)
{
  return g_str_has_suffix (a, "a") != g_str_has_suffix (b, "a");
}

/* How given names agree: 0 not at all, 1 perhaps (an initial), 2 by a slip, 3 as spellings or short forms. */
static int
match_given (const char *a, const char *b)
{
  const guint32 given = PLX_GAZETTEER_GIVEN | PLX_GAZETTEER_GIVEN_ENGLISH;

  switch (plx_name_compare_spelling (a, b))
    {
    case PLX_SPELLING_SAME:
      return 3;
    case PLX_SPELLING_VARIANT:
      return ends_differ (a, b) ? 0 : 3;
    case PLX_SPELLING_SLIP:
      if (!ends_differ (a, b) && !(is_known (a, given) && is_known (b, given)))
        return 2;
      break;
    case PLX_SPELLING_DIFFERENT:
    default:
      break;
    }
  if (plx_name_is_short_form (a, b))
    return 3;
  return is_initial_of (a, b) || is_initial_of (b, a);
}

static gboolean
starts_alike (const GPtrArray *shorter, const GPtrArray *longer, guint offset)
{
  for (guint i = 0; i < shorter->len; i++)
    if (plx_name_compare_spelling (g_ptr_array_index (shorter, i), g_ptr_array_index (longer, i + offset))
        < PLX_SPELLING_VARIANT)
      return FALSE;
  return TRUE;
}

/* Whether middle names contradict: "George W." and "George H. W.", but not "Vladimir V." and "Vladimir Vladimirovich".
 */
static gboolean
middles_conflict (const GPtrArray *a, const GPtrArray *b)
{
  guint n = MIN (a->len, b->len);

  if (a->len < 3 || b->len < 3)
    return FALSE;
  if (a->len != b->len)
    return TRUE;
  for (guint i = 1; i + 1 < n; i++)
    if (match_given (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plx_person_name_match:
 * @a: a name of two parts or more
 * @b: another
 *
 * Returns: whether two full names may be one person's
 */
PlxPersonMatch
plx_person_name_match (const PlxPersonName *a, const PlxPersonName *b)
{
  const PlxPersonName *shorter = a->bare->len <= b->bare->len ? a : b;
  const PlxPersonName *longer = shorter == a ? b : a;
  PlxSpelling last = plx_name_compare_spelling (plx_person_name_get_last (a), plx_person_name_get_last (b));
  int given = match_given (plx_person_name_get_first (a), plx_person_name_get_first (b));

  if (last == PLX_SPELLING_DIFFERENT)
    {
      guint more = longer->bare->len - shorter->bare->len;

      /* "Mohammed bin Salman" and "Mohammed bin Salman Al Saud" */
      if (more > 0 && shorter->bare->len >= 2 && starts_alike (shorter->bare, longer->bare, 0))
        return PLX_PERSON_POSSIBLE;
      /* "Jinping Xi" and "Xi Jinping" */
      if (more == 0 && shorter->bare->len == 2
          && plx_name_compare_spelling (g_ptr_array_index (a->bare, 0), g_ptr_array_index (b->bare, 1))
                 == PLX_SPELLING_SAME
          && plx_name_compare_spelling (g_ptr_array_index (a->bare, 1), g_ptr_array_index (b->bare, 0))
                 == PLX_SPELLING_SAME)
        return PLX_PERSON_SAME;
      return PLX_PERSON_UNRELATED;
    }

  /* "López Obrador" and "Andrés Manuel López Obrador" */
  if (given == 0 && shorter->bare->len >= 2 && longer->bare->len > shorter->bare->len
      && starts_alike (shorter->bare, longer->bare, longer->bare->len - shorter->bare->len))
    return PLX_PERSON_POSSIBLE;
  if (given == 0 || middles_conflict (a->bare, b->bare))
    return PLX_PERSON_CONFLICT;
  /* One slip is a slip, two are two names; so are two names that are both known. */
  if (last == PLX_SPELLING_SLIP
      && (given != 3
          || (is_known (plx_person_name_get_last (a), PLX_GAZETTEER_SURNAME)
              && is_known (plx_person_name_get_last (b), PLX_GAZETTEER_SURNAME))))
    return PLX_PERSON_CONFLICT;
  if (given == 2 && last != PLX_SPELLING_SAME)
    return PLX_PERSON_CONFLICT;
  if (given == 1 || a->bare->len != b->bare->len)
    return PLX_PERSON_POSSIBLE;
  return PLX_PERSON_SAME;
}
