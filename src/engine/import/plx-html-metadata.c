/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-metadata.h"

#include <string.h>

#include "engine/import/plx-html-date.h"
#include "engine/import/plx-html-entities.h"
#include "engine/import/plx-html-names.h"

/* What is said of the article in the page itself stands so near its headline, in lines. */
#define LINES_BEFORE_TITLE 4
#define LINES_AFTER_TITLE  10

#define MAX_TITLE_BYTES    220

/* A heading with less in common with the other titles of the page than this is not the headline. */
#define MIN_TITLE_OVERLAP 0.25

typedef struct
{
  GArray *candidates;
  const PlxHtmlMetadata *metadata;
  char *host;
  guint title_line;
  gboolean month_first;
} Reconciler;

typedef gboolean (*UseFunc) (Reconciler *reconciler, const PlxHtmlCandidate *candidate);

static inline const PlxHtmlCandidate *
candidate_at (GArray *candidates, guint i)
{
  return &g_array_index (candidates, PlxHtmlCandidate, i);
}

static const char *
value_of (GArray *candidates, PlxHtmlField field, PlxHtmlOrigin origin)
{
  const PlxHtmlCandidate *candidate = plx_html_candidates_find (candidates, field, origin);

  return candidate != NULL ? candidate->value : NULL;
}

/* Resolves references that were written twice, as content management systems do in JSON and meta elements. */
static char *
dup_resolved (const char *value)
{
  g_autofree char *resolved = g_strdup (value);

  for (guint round = 0; round < 2 && resolved != NULL && strchr (resolved, '&') != NULL; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *end = resolved + strlen (resolved);

      for (const char *p = resolved; p < end;)
        if (*p == '&')
          p = plx_html_append_reference (text, p, end, TRUE);
        else
          g_string_append_c (text, *p++);
      g_free (resolved);
      resolved = g_strdup (text->str);
    }
  if (resolved != NULL)
    g_strstrip (resolved);

  return g_steal_pointer (&resolved);
}

static char *
host_of (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}

static char *
choose_url (GArray *candidates)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_REL, PLX_HTML_ORIGIN_OPEN_GRAPH, PLX_HTML_ORIGIN_JSON_LD };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      const char *url = value_of (candidates, PLX_HTML_FIELD_URL, origins[i]);

      if (url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")))
        return g_strdup (url);
    }
  return NULL;
}

/* The outlet, as it calls itself; where it does not, by its address. */
static char *
choose_source (Reconciler *reconciler)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_OPEN_GRAPH, PLX_HTML_ORIGIN_JSON_LD,
                                           PLX_HTML_ORIGIN_DUBLIN_CORE, PLX_HTML_ORIGIN_MICRODATA,
                                           PLX_HTML_ORIGIN_META };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *name = dup_resolved (value_of (reconciler->candidates, PLX_HTML_FIELD_SITE, origins[i]));

      if (name != NULL && *name != '\0' && strlen (name) < 100 && !g_str_has_prefix (name, "http"))
        return g_steal_pointer (&name);
    }
  return g_strdup (reconciler->host);
}

static char *
choose_language (GArray *candidates)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_META, PLX_HTML_ORIGIN_JSON_LD, PLX_HTML_ORIGIN_DUBLIN_CORE,
                                           PLX_HTML_ORIGIN_OPEN_GRAPH };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *tag = g_strdup (value_of (candidates, PLX_HTML_FIELD_LANGUAGE, origins[i]));
      gsize length = tag != NULL ? strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") : 0;
      gsize primary = tag != NULL ? strcspn (tag, "-_") : 0;

      if (length == 0 || tag[length] != '\0' || length > 20 || primary < 2 || primary > 3)
        continue;
      return g_strdelimit (g_steal_pointer (&tag), "_", '-');
    }
  return NULL;
}

/* The words of a title that carry meaning: those of four bytes and more, or with a digit. */
static GHashTable *
telling_words (const char *title)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lower = g_utf8_casefold (title, -1);
  g_auto (GStrv) tokens = g_str_tokenize_and_fold (lower, NULL, NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (strlen (tokens[i]) >= 4 || g_ascii_isdigit (tokens[i][0]))
      g_hash_table_add (words, g_strdup (tokens[i]));
  return words;
}

/* How much two titles have in common: the share of the telling words of both that stand in the other, 0 to 1. */
static double
overlap (const char *a, const char *b)
{
  g_autoptr (GHashTable) words_a = telling_words (a);
  g_autoptr (GHashTable) words_b = telling_words (b);
  guint n_all = g_hash_table_size (words_a) + g_hash_table_size (words_b);
  guint n = 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words_a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (words_b, word);
  return n_all > 0 ? 2.0 * n / n_all : plx_html_same_name (a, b);
}

/*
 * The headline is what the page shows in its main heading, as long as the page's other titles bear it out or there is
 * nothing else; a heading that has little in common with them is the name of the site or of a section.
 */
static char *
choose_title (Reconciler *reconciler, const char *site)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_OPEN_GRAPH,   PLX_HTML_ORIGIN_JSON_LD,
                                           PLX_HTML_ORIGIN_TWITTER,      PLX_HTML_ORIGIN_META,
                                           PLX_HTML_ORIGIN_DUBLIN_CORE,  PLX_HTML_ORIGIN_MICRODATA,
                                           PLX_HTML_ORIGIN_TITLE_ELEMENT };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = NULL;
  guint n_reliable = 0;
  double best = -1;

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *title = dup_resolved (value_of (reconciler->candidates, PLX_HTML_FIELD_TITLE, origins[i]));

      if (title != NULL && *title != '\0' && strlen (title) < 1000 && !plx_html_same_name (title, site))
        {
          g_ptr_array_add (titles, plx_html_clean_title (title, site, reconciler->host));
          n_reliable += origins[i] == PLX_HTML_ORIGIN_OPEN_GRAPH || origins[i] == PLX_HTML_ORIGIN_JSON_LD;
        }
    }

  for (guint i = 0; i < reconciler->candidates->len; i++)
    {
      const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, i);
      double score = 0;
      double reliable = 0;

      if (candidate->field != PLX_HTML_FIELD_TITLE || candidate->origin != PLX_HTML_ORIGIN_HEADING
          || strlen (candidate->value) > MAX_TITLE_BYTES || plx_html_same_name (candidate->value, site)
          || plx_html_same_name (candidate->value, reconciler->host))
        continue;
      for (guint j = 0; j < titles->len; j++)
        {
          score = MAX (score, overlap (candidate->value, g_ptr_array_index (titles, j)));
          reliable = j < n_reliable ? score : reliable;
        }
      /* The title element holds the name of the site too; the titles made for sharing do not. */
      if (n_reliable > 0 && reliable < MIN_TITLE_OVERLAP / 2)
        continue;
      if (score > best)
        {
          best = score;
          g_free (heading);
          heading = g_strdup (candidate->value);
          reconciler->title_line = candidate->line;
        }
    }

  if (heading != NULL && (best >= MIN_TITLE_OVERLAP || titles->len == 0))
    return plx_html_clean_title (heading, site, reconciler->host);
  if (titles->len > 0)
    return g_strdup (g_ptr_array_index (titles, 0));
  return g_steal_pointer (&heading);
}

/* The line that is the title, best a heading; where none is, the beginning of the page. */
static guint
find_title_line (const char *title, GArray *blocks)
{
  guint found = 0;

  for (guint i = 0; title != NULL && i < blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);

      if (block->n_words > 60 || block->hidden || !plx_html_same_name (block->text, title))
        continue;
      if (block->kind == PLX_PARAGRAPH_HEADING)
        return i;
      found = found == 0 ? i : found;
    }
  return found;
}

static gboolean
is_near_title (Reconciler *reconciler, const PlxHtmlCandidate *candidate)
{
  return candidate->line != G_MAXUINT && reconciler->title_line != G_MAXUINT
         && candidate->line + LINES_BEFORE_TITLE >= reconciler->title_line
         && candidate->line <= reconciler->title_line + LINES_AFTER_TITLE;
}

/* An author that the page shows, near its headline, or else one the page marks as the author. */
static char *
find_shown_byline (Reconciler *reconciler, gboolean near)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_MICRODATA, PLX_HTML_ORIGIN_REL, PLX_HTML_ORIGIN_TEXT,
                                           PLX_HTML_ORIGIN_CLASS };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    for (guint j = 0; j < reconciler->candidates->len; j++)
      {
        const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, j);
        char *byline;

        if (candidate->field != PLX_HTML_FIELD_AUTHOR || candidate->origin != origins[i]
            || is_near_title (reconciler, candidate) != near
            || (!near && origins[i] != PLX_HTML_ORIGIN_MICRODATA && origins[i] != PLX_HTML_ORIGIN_REL))
          continue;
        byline = plx_html_clean_byline (candidate->value, FALSE);
        if (byline != NULL && !plx_html_same_name (byline, reconciler->metadata->title))
          return byline;
        g_free (byline);
      }
  return NULL;
}

/* The only author that lines anywhere on the page name; none where they name several. */
static char *
find_only_byline (Reconciler *reconciler)
{
  g_autofree char *only = NULL;

  for (guint i = 0; i < reconciler->candidates->len; i++)
    {
      const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, i);
      g_autofree char *byline = NULL;

      if (candidate->field != PLX_HTML_FIELD_AUTHOR || candidate->line == G_MAXUINT)
        continue;
      byline = plx_html_clean_byline (candidate->value, FALSE);
      if (byline == NULL)
        continue;
      if (only != NULL && !plx_html_same_name (only, byline))
        return NULL;
      g_free (only);
      only = g_steal_pointer (&byline);
    }
  return g_steal_pointer (&only);
}

static gboolean
names_hold (const char *names, const char *name)
{
  g_autofree char *folded_names = g_utf8_casefold (names, -1);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  return strstr (folded_names, folded_name) != NULL;
}

/* The authors by the page's metadata. Several meta elements name one author each. */
static char *
find_declared_byline (Reconciler *reconciler)
{
  static const PlxHtmlOrigin origins[] = { PLX_HTML_ORIGIN_JSON_LD, PLX_HTML_ORIGIN_META, PLX_HTML_ORIGIN_OPEN_GRAPH,
                                           PLX_HTML_ORIGIN_DUBLIN_CORE };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < reconciler->candidates->len && names->len < 200; j++)
        {
          const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, j);
          g_autofree char *resolved = NULL;
          g_autofree char *byline = NULL;

          if (candidate->field != PLX_HTML_FIELD_AUTHOR || candidate->origin != origins[i])
            continue;
          resolved = dup_resolved (candidate->value);
          byline = plx_html_clean_byline (resolved, TRUE);
          if (byline == NULL || names_hold (names->str, byline))
            continue;
          if (names->len > 0)
            g_string_append (names, ", ");
          g_string_append (names, byline);
        }
      if (names->len > 0)
        return g_strdup (names->str);
    }
  return NULL;
}

static gboolean
is_placeholder (const char *byline)
{
  static const char *const placeholders[] = { "admin",  "administrator", "editor",    "guest", "staff",
                                              "author", "user",          "webmaster", "root" };

  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (g_ascii_strcasecmp (byline, placeholders[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *
choose_byline (Reconciler *reconciler)
{
  g_autofree char *declared = find_declared_byline (reconciler);
  g_autofree char *shown = NULL;

  /* The site itself, or what an editing system fills in, stands aside for a name that the page shows. */
  if (declared != NULL && !is_placeholder (declared) && !plx_html_same_name (declared, reconciler->metadata->source))
    return g_steal_pointer (&declared);
  shown = find_shown_byline (reconciler, TRUE);
  if (shown == NULL && declared == NULL)
    shown = find_shown_byline (reconciler, FALSE);
  if (shown == NULL && declared == NULL)
    shown = find_only_byline (reconciler);
  if (shown != NULL && !is_placeholder (shown))
    return g_steal_pointer (&shown);
  return declared != NULL && !is_placeholder (declared) ? g_steal_pointer (&declared) : NULL;
}

static char *
find_date (Reconciler *reconciler, const PlxHtmlOrigin *origins, guint n_origins, UseFunc use)
{
  for (guint i = 0; i < n_origins; i++)
    for (guint j = 0; j < reconciler->candidates->len; j++)
      {
        const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, j);
        char *date;

        if (candidate->field != PLX_HTML_FIELD_PUBLISHED || candidate->origin != origins[i]
            || !use (reconciler, candidate))
          continue;
        date = plx_html_date_parse (candidate->value, reconciler->month_first);
        if (date != NULL)
          return date;
      }
  return NULL;
}

static gboolean
is_first_version_near_title (Reconciler *reconciler, const PlxHtmlCandidate *candidate)
{
  return is_near_title (reconciler, candidate) && !candidate->update;
}

static gboolean
is_anything (Reconciler *reconciler, const PlxHtmlCandidate *candidate)
{
  (void)reconciler;
  (void)candidate;
  return TRUE;
}

/* The only day that lines anywhere on the page name; none where they name several. */
static char *
find_only_date (Reconciler *reconciler)
{
  g_autofree char *only = NULL;

  for (guint i = 0; i < reconciler->candidates->len; i++)
    {
      const PlxHtmlCandidate *candidate = candidate_at (reconciler->candidates, i);
      g_autofree char *date = NULL;

      if (candidate->field != PLX_HTML_FIELD_PUBLISHED || candidate->line == G_MAXUINT)
        continue;
      date = plx_html_date_parse (candidate->value, reconciler->month_first);
      if (date == NULL)
        continue;
      if (only != NULL && strncmp (only, date, 10) != 0)
        return NULL;
      g_free (only);
      only = g_steal_pointer (&date);
    }
  return g_steal_pointer (&only);
}

/*
 * The day that the page shows by its headline is the one its readers saw; the metadata, which often has the day the
 * page was set up or changed, gives the time where it agrees, and the date where the page shows none.
 */
static char *
choose_published (Reconciler *reconciler)
{
  static const PlxHtmlOrigin shown_origins[] = { PLX_HTML_ORIGIN_TEXT, PLX_HTML_ORIGIN_TIME, PLX_HTML_ORIGIN_CLASS };
  static const PlxHtmlOrigin declared_origins[] = { PLX_HTML_ORIGIN_JSON_LD, PLX_HTML_ORIGIN_OPEN_GRAPH,
                                                    PLX_HTML_ORIGIN_META, PLX_HTML_ORIGIN_MICRODATA,
                                                    PLX_HTML_ORIGIN_DUBLIN_CORE };
  g_autofree char *shown =
      find_date (reconciler, shown_origins, G_N_ELEMENTS (shown_origins), is_first_version_near_title);
  g_autofree char *declared = find_date (reconciler, declared_origins, G_N_ELEMENTS (declared_origins), is_anything);
  const char *url = reconciler->metadata->url;

  if (shown != NULL && (declared == NULL || strncmp (shown, declared, 10) != 0))
    return g_steal_pointer (&shown);
  if (declared != NULL)
    return g_steal_pointer (&declared);
  shown = find_date (reconciler, shown_origins, G_N_ELEMENTS (shown_origins), is_near_title);
  if (shown == NULL)
    shown = find_only_date (reconciler);
  if (shown != NULL)
    return g_steal_pointer (&shown);

  /* Addresses hold the day as year, month and day between slashes. */
  for (const char *p = url != NULL ? strchr (url, '/') : NULL; p != NULL; p = strchr (p + 1, '/'))
    if (strlen (p) >= 11 && p[5] == '/' && p[8] == '/' && strspn (p + 1, "0123456789") == 4
        && strspn (p + 6, "0123456789") == 2 && strspn (p + 9, "0123456789") == 2)
      {
        g_autofree char *day = g_strndup (p + 1, 10);

        return plx_html_date_parse (day, FALSE);
      }
  return NULL;
}

/* Whether the page's readers write the month first: Americans, and who does not say otherwise in English. */
static gboolean
writes_month_first (const char *language, const char *host)
{
  static const char *const others[] = { ".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu" };

  for (guint i = 0; host != NULL && i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (host, others[i]))
      return FALSE;
  return language == NULL || g_ascii_strcasecmp (language, "en") == 0 || g_ascii_strcasecmp (language, "en-US") == 0;
}

/**
 * plx_html_metadata_new:
 * @candidates: (element-type PlxHtmlCandidate): what a page says about its article
 * @blocks: (element-type PlxHtmlBlock): the page's lines
 *
 * Reconciles what a page says about its article.
 *
 * Returns: (transfer full): the result
 */
PlxHtmlMetadata *
plx_html_metadata_new (GArray *candidates, GArray *blocks)
{
  PlxHtmlMetadata *self = g_new0 (PlxHtmlMetadata, 1);
  const char *kind = value_of (candidates, PLX_HTML_FIELD_KIND, PLX_HTML_ORIGIN_JSON_LD);
  Reconciler reconciler = { .candidates = candidates, .metadata = self, .title_line = G_MAXUINT };

  self->url = choose_url (candidates);
  reconciler.host = host_of (self->url);
  self->source = choose_source (&reconciler);
  self->language = choose_language (candidates);
  reconciler.month_first = writes_month_first (self->language, reconciler.host);
  self->title = choose_title (&reconciler, self->source);
  if (reconciler.title_line == G_MAXUINT)
    reconciler.title_line = find_title_line (self->title, blocks);
  self->byline = choose_byline (&reconciler);
  self->agency = plx_html_find_agency (self->byline);
  self->published = choose_published (&reconciler);
  self->body = dup_resolved (value_of (candidates, PLX_HTML_FIELD_BODY, PLX_HTML_ORIGIN_JSON_LD));
  self->section_page = kind != NULL;
  g_free (reconciler.host);

  return self;
}

void
plx_html_metadata_free (PlxHtmlMetadata *self)
{
  g_free (self->title);
  g_free (self->source);
  g_free (self->agency);
  g_free (self->byline);
  g_free (self->dateline);
  g_free (self->published);
  g_free (self->url);
  g_free (self->language);
  g_free (self->body);
  g_free (self);
}
