/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-candidates.h"

#include <string.h>

#include "engine/import/plx-html-date.h"
#include "engine/import/plx-html-json-ld.h"
#include "engine/import/plx-html-words.h"

#define MAX_CANDIDATES 400

/* What is longer, apart from an article's text, says nothing. */
#define MAX_VALUE_BYTES 2000

/* Elements that name an author or a date are small; a larger one is something about the author. */
#define MAX_ELEMENT_NODES 60
#define MAX_ELEMENT_BYTES 200
#define MAX_TITLE_BYTES   1000

/* A line that says when an article was published says little else. */
#define MAX_DATE_WORDS 14

typedef struct
{
  const PlxHtmlDocument *document;
  GArray *blocks;
  GArray *candidates;
} Collector;

/* How lines begin that name the author. */
static const char *const byline_starts[] = {
  "by",      "written by", "words by", "posted by", "authored by", "story by", "reported by", "author",
  "authors", "von",        "par",      "por",       "di",          "door",     "af",
};

/* The meta elements that say something, by name or property in lower case. */
static const struct
{
  const char *name;
  PlxHtmlField field;
  PlxHtmlOrigin origin;
} meta_names[] = {
  { "og:title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:site_name", PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:url", PLX_HTML_FIELD_URL, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:type", PLX_HTML_FIELD_KIND, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:locale", PLX_HTML_FIELD_LANGUAGE, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:article:author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:published_time", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:article:published_time", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "og:pubdate", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "article:author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "article:author_name", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "article:published_time", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "article:published", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_OPEN_GRAPH },
  { "twitter:title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_TWITTER },
  { "twitter:creator_name", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_TWITTER },
  { "title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_META },
  { "headline", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_META },
  { "parsely-title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_META },
  { "citation_title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_META },
  { "author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "authors", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "byl", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "parsely-author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "sailthru.author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "article.author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "citation_author", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_META },
  { "date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "pubdate", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "publishdate", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "publish-date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "publish_date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "publication_date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "published_date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "published", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "parsely-pub-date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "sailthru.date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "article.published", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "article.created", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "article_date_original", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "cxenseparse:recs:publishtime", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "citation_publication_date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "created", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_META },
  { "application-name", PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_META },
  { "dc.title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.title", PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.creator", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.creator", PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.date.issued", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.date.created", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.date", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.issued", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.created", PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.publisher", PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dcterms.publisher", PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_DUBLIN_CORE },
  { "dc.language", PLX_HTML_FIELD_LANGUAGE, PLX_HTML_ORIGIN_DUBLIN_CORE },
};

static char *
collapse (const char *text)
{
  GString *collapsed = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF)
        {
          space = collapsed->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (collapsed, ' ');
      space = FALSE;
      g_string_append_unichar (collapsed, c);
    }
  return g_string_free (collapsed, FALSE);
}

static gboolean
contains_word_start (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = text; *p != '\0'; p++)
    if ((p == text || !g_ascii_isalpha (p[-1])) && g_ascii_strncasecmp (p, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @text says before its first number that what follows is the day of a change. */
static gboolean
speaks_of_update (const char *text)
{
  static const char *const publishing[] = { "publish", "posted", "first", "created", "original" };
  static const char *const updating[] = { "updat", "modif", "revis", "reviewed", "last", "aktualisiert", "mis à jour" };
  g_autofree char *before = g_strndup (text, MIN (strcspn (text, "0123456789"), MAX_ELEMENT_BYTES));

  for (guint i = 0; i < G_N_ELEMENTS (publishing); i++)
    if (contains_word_start (before, publishing[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (updating); i++)
    if (contains_word_start (before, updating[i]))
      return TRUE;
  return FALSE;
}

/* Index of the first line that begins at or after @node, or holds it. */
static guint
line_of (Collector *collector, guint node)
{
  guint low = 0;
  guint high = collector->blocks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (collector->blocks, PlxHtmlBlock, middle).first < node)
        low = middle + 1;
      else
        high = middle;
    }
  /* The line before holds the node when the line's element does. */
  if (low > 0)
    {
      guint element = g_array_index (collector->blocks, PlxHtmlBlock, low - 1).node;

      if (node > element && node < collector->document->nodes[element].end
          && (low == collector->blocks->len
              || g_array_index (collector->blocks, PlxHtmlBlock, low).first >= collector->document->nodes[node].end))
        return low - 1;
    }
  return low < collector->blocks->len ? low : G_MAXUINT;
}

static gboolean
stands_by_update (Collector *collector, guint line)
{
  const PlxHtmlBlock *block = &g_array_index (collector->blocks, PlxHtmlBlock, line);
  const PlxHtmlBlock *before = line > 0 ? block - 1 : NULL;

  if (block->n_words < 40 && speaks_of_update (block->text))
    return TRUE;
  return before != NULL && before->n_words <= 3 && speaks_of_update (before->text);
}

static void
add (Collector *collector, PlxHtmlField field, PlxHtmlOrigin origin, guint node, const char *value)
{
  PlxHtmlCandidate candidate = { field, origin, node, G_MAXUINT, FALSE, NULL };

  if (value == NULL || collector->candidates->len >= MAX_CANDIDATES
      || (field != PLX_HTML_FIELD_BODY && strlen (value) > MAX_VALUE_BYTES))
    return;
  candidate.value = collapse (value);
  if (*candidate.value == '\0')
    {
      g_free (candidate.value);
      return;
    }
  if (origin == PLX_HTML_ORIGIN_MICRODATA || origin >= PLX_HTML_ORIGIN_HEADING)
    candidate.line = line_of (collector, node);
  if (candidate.line != G_MAXUINT && field == PLX_HTML_FIELD_PUBLISHED)
    candidate.update = speaks_of_update (candidate.value) || stands_by_update (collector, candidate.line);
  g_array_append_val (collector->candidates, candidate);
}

static void
add_json_ld (Collector *collector, const char *title_hint)
{
  g_autoptr (PlxHtmlJsonLd) json = plx_html_json_ld_new (collector->document, title_hint);

  add (collector, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_JSON_LD, 0, json->headline);
  add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_JSON_LD, 0, json->author);
  add (collector, PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_JSON_LD, 0, json->published);
  add (collector, PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_JSON_LD, 0, json->publisher);
  add (collector, PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_JSON_LD, 0, json->site);
  add (collector, PLX_HTML_FIELD_LANGUAGE, PLX_HTML_ORIGIN_JSON_LD, 0, json->language);
  add (collector, PLX_HTML_FIELD_URL, PLX_HTML_ORIGIN_JSON_LD, 0, json->url);
  add (collector, PLX_HTML_FIELD_BODY, PLX_HTML_ORIGIN_JSON_LD, 0, json->body);
  add (collector, PLX_HTML_FIELD_KIND, PLX_HTML_ORIGIN_JSON_LD, 0, json->section_page ? "collection" : NULL);
}

static void
add_meta (Collector *collector, guint node)
{
  const char *name = plx_html_document_get_attribute (collector->document, node, PLX_HTML_ATTRIBUTE_PROPERTY);
  const char *content = plx_html_document_get_attribute (collector->document, node, PLX_HTML_ATTRIBUTE_CONTENT);

  if (name == NULL)
    name = plx_html_document_get_attribute (collector->document, node, PLX_HTML_ATTRIBUTE_NAME);
  if (name == NULL || content == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (meta_names); i++)
    if (g_ascii_strcasecmp (name, meta_names[i].name) == 0)
      {
        add (collector, meta_names[i].field, meta_names[i].origin, node, content);
        return;
      }
}

/* The text of an element that is small enough to hold nothing but a name or a date, at most @limit bytes. */
static char *
dup_small_text (Collector *collector, guint node, gsize limit)
{
  const PlxHtmlNode *nodes = collector->document->nodes;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (nodes[node].end - node > MAX_ELEMENT_NODES)
    return NULL;
  for (guint i = node; i < nodes[node].end; i++)
    length += nodes[i].tag == PLX_HTML_TEXT ? nodes[i].length : 0;
  /* White space is not counted in the end, but there is no end to it. */
  if (length > 20 * limit)
    return NULL;
  text = plx_html_document_dup_text (collector->document, node);

  return *text != '\0' && strlen (text) <= limit ? g_steal_pointer (&text) : NULL;
}

static gboolean
has_word (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = list; p != NULL && (p = strstr (p, word)) != NULL; p += length)
    if ((p == list || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;
  return FALSE;
}

/* The name within a nested Person or Organization, else the element's own text. */
static char *
dup_microdata_name (Collector *collector, guint node)
{
  const PlxHtmlDocument *document = collector->document;
  const char *content = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_CONTENT);

  if (content != NULL)
    return g_strdup (content);
  for (guint i = node + 1; i < document->nodes[node].end && i < node + MAX_ELEMENT_NODES; i++)
    {
      if (!has_word (plx_html_document_get_attribute (document, i, PLX_HTML_ATTRIBUTE_ITEMPROP), "name"))
        continue;
      content = plx_html_document_get_attribute (document, i, PLX_HTML_ATTRIBUTE_CONTENT);
      return content != NULL ? g_strdup (content) : dup_small_text (collector, i, MAX_ELEMENT_BYTES);
    }
  return dup_small_text (collector, node, MAX_ELEMENT_BYTES);
}

static void
add_microdata (Collector *collector, guint node, const char *property)
{
  const PlxHtmlDocument *document = collector->document;

  if (has_word (property, "author") || has_word (property, "creator"))
    {
      g_autofree char *name = dup_microdata_name (collector, node);

      add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_MICRODATA, node, name);
    }
  else if (has_word (property, "publisher"))
    {
      g_autofree char *name = dup_microdata_name (collector, node);

      add (collector, PLX_HTML_FIELD_SITE, PLX_HTML_ORIGIN_MICRODATA, node, name);
    }
  else if (has_word (property, "datePublished") || has_word (property, "dateCreated"))
    {
      const char *value = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_CONTENT);
      g_autofree char *text = NULL;

      if (value == NULL)
        value = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_DATETIME);
      if (value == NULL)
        value = text = dup_small_text (collector, node, MAX_ELEMENT_BYTES);
      add (collector, PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_MICRODATA, node, value);
    }
  else if (has_word (property, "headline"))
    {
      const char *value = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_CONTENT);
      g_autofree char *text = value == NULL ? dup_small_text (collector, node, MAX_TITLE_BYTES) : NULL;

      add (collector, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_MICRODATA, node, value != NULL ? value : text);
    }
}

static void
add_element (Collector *collector, guint node)
{
  const PlxHtmlDocument *document = collector->document;
  const char *property = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_ITEMPROP);
  const char *rel = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_REL);
  const char *names = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_CLASS);
  guint roles;
  g_autofree char *text = NULL;

  if (property != NULL)
    add_microdata (collector, node, property);
  if (document->nodes[node].tag == PLX_HTML_LINK)
    {
      if (has_word (rel, "canonical"))
        add (collector, PLX_HTML_FIELD_URL, PLX_HTML_ORIGIN_REL, node,
             plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_HREF));
      return;
    }
  if (document->nodes[node].tag == PLX_HTML_TIME)
    {
      const char *date = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_DATETIME);

      if (date == NULL || *date == '\0')
        date = text = dup_small_text (collector, node, MAX_ELEMENT_BYTES);
      add (collector, PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_TIME, node, date);
      return;
    }
  if (has_word (rel, "author"))
    {
      text = dup_small_text (collector, node, MAX_ELEMENT_BYTES);
      add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_REL, node, text);
      return;
    }
  if (names == NULL)
    names = plx_html_document_get_attribute (document, node, PLX_HTML_ATTRIBUTE_ID);
  if (names == NULL)
    return;
  roles = plx_html_roles_of_names (names);
  if (roles & (PLX_HTML_ROLE_COMMENTS | PLX_HTML_ROLE_RELATED))
    return;
  if (roles & PLX_HTML_ROLE_AUTHOR)
    {
      text = dup_small_text (collector, node, MAX_ELEMENT_BYTES);
      add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_CLASS, node, text);
    }
  else if (roles & PLX_HTML_ROLE_META)
    {
      g_autofree char *date = NULL;

      text = dup_small_text (collector, node, MAX_ELEMENT_BYTES);
      date = plx_html_date_parse (text, TRUE);
      if (date != NULL)
        add (collector, PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_CLASS, node, text);
    }
}

static void
add_headings (Collector *collector)
{
  GArray *blocks = collector->blocks;
  guint last = 0;

  for (guint i = 0; i < blocks->len && collector->candidates->len < MAX_CANDIDATES; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);
      guint node = block->node;

      /* A headline may hold a block of its own. */
      for (guint step = 0; step < 3 && node != 0; step++, node = collector->document->nodes[node].parent)
        if (collector->document->nodes[node].tag == PLX_HTML_H1)
          {
            g_autofree char *text = node != last ? dup_small_text (collector, node, MAX_TITLE_BYTES) : NULL;

            if (!block->hidden)
              add (collector, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_HEADING, node, text);
            last = node;
            break;
          }
    }
}

/* Bytes of the words that mark a line as naming the author, 0 when it begins with none. */
static gsize
byline_mark (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (byline_starts); i++)
    {
      gsize length = strlen (byline_starts[i]);

      if (g_ascii_strncasecmp (text, byline_starts[i], length) == 0 && !g_ascii_isalpha (text[length])
          && (guchar)text[length] < 0x80)
        return length;
    }
  return 0;
}

/* Lines that say who wrote the article or when, in words. */
static void
add_lines (Collector *collector)
{
  GArray *blocks = collector->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxHtmlBlock *block = &g_array_index (blocks, PlxHtmlBlock, i);
      gsize mark;

      if (block->hidden || block->n_words > 24 || block->n_words < 1 || block->n_chars > MAX_ELEMENT_BYTES)
        continue;
      mark = byline_mark (block->text);
      if (mark > 0 && block->text[mark + strspn (block->text + mark, " :")] != '\0')
        add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_TEXT, block->first, block->text);
      else if (mark > 0 && i + 1 < blocks->len && (block + 1)->n_words < 12)
        {
          g_autofree char *joined = g_strconcat (block->text, " ", (block + 1)->text, NULL);

          add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_TEXT, block->first, joined);
        }
      if (block->n_words <= MAX_DATE_WORDS && strpbrk (block->text, "0123456789") != NULL)
        {
          g_autofree char *date = plx_html_date_parse (block->text, TRUE);

          const char *author = date != NULL ? strstr (block->text, " by ") : NULL;

          if (date != NULL)
            add (collector, PLX_HTML_FIELD_PUBLISHED, PLX_HTML_ORIGIN_TEXT, block->first, block->text);
          if (author != NULL && mark == 0)
            add (collector, PLX_HTML_FIELD_AUTHOR, PLX_HTML_ORIGIN_TEXT, block->first, author + 1);
        }
    }
}

static void
candidate_clear (gpointer data)
{
  g_free (((PlxHtmlCandidate *)data)->value);
}

/**
 * plx_html_candidates_new:
 * @document: a page
 * @blocks: (element-type PlxHtmlBlock): its lines
 *
 * Gathers all that a page says about its article: in JSON-LD, Open Graph, other meta elements, Dublin Core, microdata,
 * time and link elements, class names, headings and lines such as "By …".
 *
 * Returns: (transfer full) (element-type PlxHtmlCandidate): the statements, those of one origin in the order of the
 * page
 */
GArray *
plx_html_candidates_new (const PlxHtmlDocument *document, GArray *blocks)
{
  Collector collector = { document, blocks, g_array_new (FALSE, FALSE, sizeof (PlxHtmlCandidate)) };
  const PlxHtmlCandidate *title;

  g_array_set_clear_func (collector.candidates, candidate_clear);
  for (guint i = 1; i < document->n_nodes; i++)
    switch (document->nodes[i].tag)
      {
      case PLX_HTML_TEXT:
        break;
      case PLX_HTML_META:
        add_meta (&collector, i);
        if (plx_html_document_get_attribute (document, i, PLX_HTML_ATTRIBUTE_ITEMPROP) != NULL)
          add_element (&collector, i);
        break;
      case PLX_HTML_TITLE:
        if (plx_html_candidates_find (collector.candidates, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_TITLE_ELEMENT)
            == NULL)
          {
            g_autofree char *text =
                i + 1 < document->nodes[i].end ? plx_html_document_dup_text (document, i + 1) : NULL;

            add (&collector, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_TITLE_ELEMENT, i, text);
          }
        break;
      case PLX_HTML_HTML:
        add (&collector, PLX_HTML_FIELD_LANGUAGE, PLX_HTML_ORIGIN_META, i,
             plx_html_document_get_attribute (document, i, PLX_HTML_ATTRIBUTE_LANG));
        break;
      default:
        if (document->nodes[i].n_attributes > 0 || document->nodes[i].tag == PLX_HTML_TIME)
          add_element (&collector, i);
        break;
      }
  add_headings (&collector);
  add_lines (&collector);
  title = plx_html_candidates_find (collector.candidates, PLX_HTML_FIELD_TITLE, PLX_HTML_ORIGIN_OPEN_GRAPH);
  {
    g_autofree char *hint = title != NULL ? g_strdup (title->value) : NULL;

    add_json_ld (&collector, hint);
  }

  return collector.candidates;
}

/**
 * plx_html_candidates_find:
 * @candidates: (element-type PlxHtmlCandidate): statements about an article
 * @field: what about
 * @origin: from where
 *
 * Returns: (transfer none) (nullable): the first such statement
 */
const PlxHtmlCandidate *
plx_html_candidates_find (GArray *candidates, PlxHtmlField field, PlxHtmlOrigin origin)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const PlxHtmlCandidate *candidate = &g_array_index (candidates, PlxHtmlCandidate, i);

      if (candidate->field == field && candidate->origin == origin)
        return candidate;
    }
  return NULL;
}
