/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-dateline.h"

#include "engine/import/plx-text-agency.h"
#include "engine/import/plx-text-date.h"
#include "engine/import/plx-text-places.h"

/* A dateline ends within so many bytes of a paragraph's start. */
#define DATELINE_MAX_BYTES 120u

/* What a dateline is made of; each part is empty or absent where it has none. */
typedef struct
{
  char *place;
  char *date;
  char *credit;
  char *dash;
} Dateline;

static void
dateline_clear (Dateline *self)
{
  g_free (self->place);
  g_free (self->date);
  g_free (self->credit);
  g_free (self->dash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dateline, dateline_clear)

/* "KYIV, April 24 (Reuters) - ", "LONDON (AP) — ", "PARIS — ", "(Reuters) - ", "Berlin (dpa) - ". */
static GRegex *
dateline_regex (void)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^(?:(?<place>\\p{Lu}[\\p{L}.'’/-]*(?:[ ,/-]+\\p{Lu}[\\p{L}.'’-]*){0,5})"
                           "(?:,?\\s+(?<date>(?:\\p{Lu}?\\p{Ll}{2,9}\\.?\\s+\\d{1,2}|\\d{1,2}\\.?\\s+\\p{L}{3,9})\\.?(?"
                           ":,?\\s+\\d{4})?))?"
                           "\\s*)?(?:[(\\[](?<agency>[^()\\[\\]]{2,40})[)\\]])?\\s*(?<dash>--|[-–—:])\\s*(?=\\S)",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return regex;
}

static gboolean
parse (const char *paragraph, Dateline *dateline)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *start = g_strndup (paragraph, DATELINE_MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);

  if (!g_regex_match (dateline_regex (), valid, 0, &match))
    return FALSE;
  dateline->place = g_match_info_fetch_named (match, "place");
  dateline->date = g_match_info_fetch_named (match, "date");
  dateline->credit = g_match_info_fetch_named (match, "agency");
  dateline->dash = g_match_info_fetch_named (match, "dash");

  return TRUE;
}

static gboolean
is_upper (const char *text)
{
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      letters += g_unichar_isalpha (c);
    }

  return letters >= 3;
}

/* A place in capitals with a name in parentheses before the dash is how wires sign, known here or not. */
static gboolean
is_signed (const Dateline *dateline)
{
  return dateline->place != NULL && is_upper (dateline->place) && *dateline->dash != ':' && dateline->credit != NULL
         && *dateline->credit != '\0' && plx_text_metadata_is_name (dateline->credit);
}

/**
 * plx_text_dateline_dup_credit:
 * @paragraph: the first paragraph of a text
 *
 * Returns: (transfer full) (nullable): who signs the text in its dateline, "Northern Wire" of "ORRA (Northern Wire) -",
 *   as printed
 */
char *
plx_text_dateline_dup_credit (const char *paragraph)
{
  g_auto (Dateline) dateline = { NULL };

  if (!parse (paragraph, &dateline) || !is_signed (&dateline))
    return NULL;

  return g_steal_pointer (&dateline.credit);
}

/**
 * plx_text_dateline_take:
 * @metadata: metadata
 * @paragraph: the first paragraph of the text
 *
 * Reads the place, the day and the agency in parentheses that a report begins with. They stay part of the paragraph.
 *
 * A place in capitals before a dash is believed; one in small letters, or before a colon, only with an agency or when
 * it is a city known to be in datelines, since "Analysis: …" and "Smith: …" begin texts too.
 */
void
plx_text_dateline_take (PlxTextMetadata *metadata, const char *paragraph)
{
  g_auto (Dateline) dateline = { NULL };
  g_autofree char *date = NULL;
  const char *agency;
  gboolean updated;

  if (!parse (paragraph, &dateline))
    return;
  agency = dateline.credit != NULL ? plx_text_agency_parse_credit (dateline.credit) : NULL;
  if (agency == NULL && is_signed (&dateline))
    agency = dateline.credit;
  plx_text_metadata_take (&metadata->agency, agency);
  if (dateline.place == NULL || *dateline.place == '\0')
    return;
  if (agency == NULL && !plx_text_places_has (dateline.place)
      && (!is_upper (dateline.place) || *dateline.dash == ':' || *dateline.dash == '-'))
    return;
  plx_text_metadata_take (&metadata->dateline, dateline.place);
  date = dateline.date != NULL ? plx_text_date_parse_line (dateline.date, &updated) : NULL;
  plx_text_metadata_take (&metadata->published, date);
}
