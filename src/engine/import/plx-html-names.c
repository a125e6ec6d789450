/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-names.h"

#include <string.h>

#include "engine/import/plx-text-agency.h"

#define MAX_NAME_WORDS 5

/* How sure a mark sets the name of the site apart from the title. */
typedef enum
{
  COLON,
  DASH,
  BAR,
} Strength;

/* Letters and digits of @text in lower case and nothing else. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (squeezed, FALSE);
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

/**
 * plx_html_same_name:
 * @a: (nullable): a name
 * @b: (nullable): another
 *
 * Returns: whether they are the same but for case, spaces and marks
 */
gboolean
plx_html_same_name (const char *a, const char *b)
{
  g_autofree char *squeezed_a = a != NULL ? squeeze (a) : NULL;
  g_autofree char *squeezed_b = b != NULL ? squeeze (b) : NULL;

  return a != NULL && b != NULL && *squeezed_a != '\0' && strcmp (squeezed_a, squeezed_b) == 0;
}

/* Whether a part of a title names the site: it is the site's name, or begins or ends with it, or its host is made of
 * it. */
static gboolean
names_site (const char *part, const char *site, const char *host, gboolean exactly)
{
  g_autofree char *name = squeeze (part);
  g_autofree char *squeezed_host = host != NULL ? squeeze (host) : NULL;
  g_autofree char *squeezed_site = site != NULL ? squeeze (site) : NULL;
  gsize length = strlen (name);

  if (length < 2)
    return FALSE;
  if (squeezed_site != NULL && strcmp (name, squeezed_site) == 0)
    return TRUE;
  if (exactly)
    return FALSE;
  if (squeezed_site != NULL && *squeezed_site != '\0' && length >= 3 && count_words (part) <= count_words (site) + 2
      && (g_str_has_prefix (squeezed_site, name) || g_str_has_suffix (squeezed_site, name)
          || g_str_has_prefix (name, squeezed_site)))
    return TRUE;
  return squeezed_host != NULL && length >= 4 && strstr (squeezed_host, name) != NULL;
}

static const char *
next_separator (const char *position, const char **after, Strength *strength)
{
  static const struct
  {
    const char *mark;
    Strength strength;
  } separators[] = {
    { " | ", BAR }, { " - ", DASH }, { " – ", DASH }, { " — ", DASH }, { " • ", BAR },
    { " · ", BAR }, { " » ", BAR },  { " :: ", BAR }, { " « ", BAR },  { " › ", BAR },
    { " ~ ", BAR }, { " // ", BAR }, { ": ", COLON },
  };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = strstr (position, separators[i].mark);

      if (found == NULL || (first != NULL && found >= first))
        continue;
      first = found;
      *after = found + strlen (separators[i].mark);
      *strength = separators[i].strength;
    }
  return first;
}

/**
 * plx_html_clean_title:
 * @title: a title, white space collapsed
 * @site: (nullable): the name of the site
 * @host: (nullable): its host
 *
 * Takes the name of the site off a title, at its end or beginning. What follows a bar at the end goes also where the
 * site's name is not known, as long as it is short.
 *
 * Returns: (transfer full): the title
 */
char *
plx_html_clean_title (const char *title, const char *site, const char *host)
{
  g_autofree char *rest = g_strdup (title);

  for (guint round = 0; round < 3; round++)
    {
      const char *after = NULL;
      const char *last = NULL;
      const char *last_after = NULL;
      const char *first;
      const char *first_after = NULL;
      Strength strength = COLON;
      Strength first_strength;
      Strength last_strength = COLON;
      g_autofree char *beginning = NULL;

      first = next_separator (rest, &first_after, &strength);
      first_strength = strength;
      for (const char *p = first; p != NULL; p = next_separator (after, &after, &strength))
        {
          if (last == NULL)
            after = first_after;
          last = p;
          last_after = after;
          last_strength = strength;
        }
      if (first == NULL)
        break;
      beginning = g_strndup (rest, first - rest);
      if (names_site (last_after, site, host, last_strength == COLON)
          || (last_strength == BAR && count_words (last_after) <= 4
              && count_words (rest) >= 2 * count_words (last_after) + 2))
        rest[last - rest] = '\0';
      else if (names_site (beginning, site, host, first_strength == COLON) && strlen (first_after) > 0)
        memmove (rest, first_after, strlen (first_after) + 1);
      else
        break;
    }

  return g_steal_pointer (&rest);
}

/* Words that tell what somebody is, not who, and those that stand where names do. */
static gboolean
is_occupation (const char *word, gsize length)
{
  static const char *const occupations[] = {
    "advisor",   "analyst",    "associate",  "author",       "authors",     "blogger",   "ceo",           "chief",
    "cmo",       "consultant", "content",    "contributing", "contributor", "coo",       "correspondent", "cto",
    "deputy",    "director",   "editor",     "editors",      "engineer",    "executive", "expert",        "experts",
    "founder",   "freelance",  "guest",      "head",         "journalist",  "lead",      "manager",       "managing",
    "officer",   "partner",    "president",  "producer",     "professor",   "reporter",  "researcher",    "senior",
    "seo",       "specialist", "strategist", "vice",         "vp",          "writer",    "writers",       "co-founder",
    "cofounder", "copywriter", "marketer",   "educator",     "educators",   "certified", "licensed",      "reviewer",
    "marketing", "edit",       "follow",     "last",         "login",       "posted",    "profile",       "published",
    "share",     "subscribe",  "updated",    "view",         "comments",    "click",
  };

  for (guint i = 0; i < G_N_ELEMENTS (occupations); i++)
    if (strlen (occupations[i]) == length && g_ascii_strncasecmp (word, occupations[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_particle (const char *word, gsize length)
{
  static const char *const particles[] = { "al", "and", "bin", "da",  "de",  "del", "den", "der", "di",
                                           "do", "dos", "du",  "el",  "et",  "ibn", "la",  "le",  "the",
                                           "of", "ten", "ter", "und", "van", "von", "y" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (strlen (particles[i]) == length && g_ascii_strncasecmp (word, particles[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Degrees stand after a comma and belong to the name. */
static gboolean
is_degree (const char *text)
{
  static const char *const degrees[] = { "md",   "phd", "rd",  "rdn", "jd",  "mph",  "rn",   "dds",
                                         "dvm",  "cpa", "cfp", "mba", "esq", "jr",   "sr",   "msw",
                                         "lcsw", "np",  "pa",  "dpt", "ms",  "psyd", "cscs", "ld" };
  g_autofree char *squeezed = squeeze (text);

  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (strcmp (squeezed, degrees[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @text could be one name, or two joined by "and". */
static gboolean
is_name (const char *text)
{
  guint n = 0;
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = strcspn (p, " ");
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || is_occupation (p, length))
        return FALSE;
      if (!g_unichar_isupper (c) && !is_particle (p, length) && (g_unichar_islower (c) || !g_unichar_isalpha (c)))
        return FALSE;
      n++;
      p += length;
      p += strspn (p, " ");
    }
  return n > 0 && n <= 2 * MAX_NAME_WORDS;
}

static const char *
skip_mark (const char *text)
{
  static const char *const marks[] = { "written and photographed by",
                                       "written by",
                                       "authored by",
                                       "words by",
                                       "posted by",
                                       "story by",
                                       "reported by",
                                       "published by",
                                       "article by",
                                       "by",
                                       "authors",
                                       "author",
                                       "von",
                                       "par" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if (g_ascii_strncasecmp (text, marks[i], length) == 0 && (text[length] == ' ' || text[length] == ':'))
        {
          text += length;
          return text + strspn (text, " :");
        }
    }
  return text;
}

static gboolean
is_month (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return TRUE;
  return FALSE;
}

/* Where a line that begins with names goes over to something else. */
static gsize
length_of_names (const char *text)
{
  static const char *const ends[] = {
    " | ",    " • ",      " · ",           " ● ",        " – ",          " — ",           " - ",
    " / ",    " in ",     " on ",          " for ",      " updated ",    " published ",   " posted ",
    " last ", " follow ", " and reviewed", " reviewed ", " medically ",  " fact checked", " edited ",
    "(",      " @",       " min read",     ";",          "\xE2\x80\xA2", " with ",        "- ",
    " view ",
  };
  g_autofree char *lower = g_ascii_strdown (text, -1);
  gsize length = strcspn (text, "0123456789");
  gsize word = length;

  /* A month goes with the day or year it stands before. */
  while (word > 0 && text[word - 1] == ' ')
    word--;
  while (word > 0 && text[word - 1] != ' ')
    word--;
  if (word > 0 && text[length] != '\0' && is_month (text + word))
    length = word;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *found = strstr (lower, ends[i]);

      if (found != NULL && found > lower)
        length = MIN (length, (gsize)(found - lower));
    }
  return length;
}

/**
 * plx_html_clean_byline:
 * @byline: (nullable): what names the authors, white space collapsed
 * @declared: whether the page's metadata gives it, so that it holds names and nothing else
 *
 * Takes off "By", what the authors do, dates and reading times.
 *
 * Returns: (transfer full) (nullable): the names as written, %NULL when there seem to be none
 */
char *
plx_html_clean_byline (const char *byline, gboolean declared)
{
  g_autofree char *names = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  if (byline == NULL || strchr (byline, '@') != NULL || strstr (byline, "://") != NULL)
    return NULL;
  declared = declared && skip_mark (byline) == byline;
  byline = skip_mark (byline);
  if (declared)
    {
      names = g_strdup (byline);
      g_strstrip (names);
      return *names != '\0' && strlen (names) < 200 ? g_steal_pointer (&names) : NULL;
    }

  names = g_strndup (byline, length_of_names (byline));
  g_strstrip (names);
  parts = g_strsplit (names, ",", 12);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part == '\0')
        continue;
      if (!is_degree (part) && !is_name (part))
        break;
      if (is_degree (part) && kept->len == 0)
        break;
      if (kept->len > 0)
        g_string_append (kept, ", ");
      g_string_append (kept, part);
    }
  g_string_truncate (kept, strlen (g_strchomp (kept->str)));

  if (is_month (kept->str) && count_words (kept->str) == 1)
    return NULL;
  return kept->len >= 3 && count_words (kept->str) <= 3 * MAX_NAME_WORDS ? g_strdup (kept->str) : NULL;
}

/**
 * plx_html_find_agency:
 * @byline: (nullable): the authors
 *
 * Returns: (transfer full) (nullable): the news agency among them
 */
char *
plx_html_find_agency (const char *byline)
{
  g_auto (GStrv) parts = NULL;

  if (byline == NULL)
    return NULL;
  parts = g_strsplit_set (byline, ",/|;()", 20);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const char *agency;

      if (g_str_has_prefix (part, "with "))
        part += 5;
      if (g_str_has_prefix (part, "and "))
        part += 4;
      agency = plx_text_agency_find (part);
      if (agency != NULL)
        return g_strdup (agency);
    }
  return NULL;
}
