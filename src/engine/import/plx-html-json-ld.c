/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* json-glib reads nested values by recursion, so the depth is looked at before. */
#define MAX_JSON_DEPTH 64
#define MAX_JSON_BYTES (4 * 1024 * 1024)
#define MAX_OBJECTS    2000
#define MAX_AUTHORS    20

typedef enum
{
  TYPE_OTHER,
  TYPE_SITE,
  TYPE_LIST,
  TYPE_PAGE,
  TYPE_ARTICLE,
} Type;

typedef struct
{
  GPtrArray *parsers;
  GPtrArray *objects;
  GHashTable *by_id;
} Reader;

/*
 * Makes JSON of what content management systems write: control characters within strings become spaces, the comment or
 * CDATA marks around the whole go. NULL when it is nested too deep.
 */
static char *
sanitize (const char *text)
{
  const char *start = text + strcspn (text, "{[");
  char *json = g_strdup (start);
  gboolean in_string = FALSE;
  guint depth = 0;
  char *p;

  for (p = json; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (in_string)
        *p = (guchar)*p < 0x20 ? ' ' : *p;
      else if (*p == '{' || *p == '[')
        {
          if (++depth > MAX_JSON_DEPTH)
            {
              g_free (json);
              return NULL;
            }
        }
      else if ((*p == '}' || *p == ']') && depth > 0 && --depth == 0)
        {
          p[1] = '\0';
          break;
        }
    }
  return json;
}

/* All objects of a script, those within others included, in the order in which they are written. */
static void
collect (Reader *reader, JsonNode *root)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_ptr_array_add (pending, root);
  while (pending->len > 0 && reader->objects->len < MAX_OBJECTS)
    {
      JsonNode *node = g_ptr_array_remove_index (pending, pending->len - 1);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint i = json_array_get_length (array); i-- > 0;)
            g_ptr_array_add (pending, json_array_get_element (array, i));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);
          g_autoptr (GList) members = json_object_get_members (object);
          JsonNode *id = json_object_get_member (object, "@id");

          g_ptr_array_add (reader->objects, object);
          if (id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_string (id) != NULL
              && json_object_get_size (object) > 1)
            g_hash_table_insert (reader->by_id, (gpointer)json_node_get_string (id), object);
          for (GList *member = g_list_last (members); member != NULL; member = member->prev)
            g_ptr_array_add (pending, json_object_get_member (object, member->data));
        }
    }
}

static const char *
string_of (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static const char *
member_string (JsonObject *object, const char *name)
{
  return string_of (json_object_get_member (object, name));
}

static Type
type_of_name (const char *name)
{
  if (g_str_has_prefix (name, "http"))
    name = strrchr (name, '/') + 1;
  if (g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "Posting") || g_str_equal (name, "Report")
      || g_str_equal (name, "Recipe") || g_str_equal (name, "HowTo"))
    return TYPE_ARTICLE;
  if (g_str_equal (name, "CollectionPage") || g_str_equal (name, "Blog"))
    return TYPE_LIST;
  if (g_str_has_suffix (name, "WebPage") || g_str_equal (name, "ItemPage"))
    return TYPE_PAGE;
  if (g_str_equal (name, "WebSite"))
    return TYPE_SITE;
  return TYPE_OTHER;
}

static Type
type_of (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");
  Type type = TYPE_OTHER;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        const char *name = string_of (json_array_get_element (json_node_get_array (node), i));

        type = MAX (type, name != NULL ? type_of_name (name) : TYPE_OTHER);
      }
  else if (string_of (node) != NULL)
    type = type_of_name (string_of (node));

  return type;
}

/* The object @node is or refers to. */
static JsonObject *
resolve (Reader *reader, JsonNode *node)
{
  JsonObject *object;
  JsonObject *referred;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  id = member_string (object, "@id");
  if (id == NULL || json_object_has_member (object, "name"))
    return object;
  referred = g_hash_table_lookup (reader->by_id, id);
  return referred != NULL ? referred : object;
}

static void
append_name (GString *names, const char *name)
{
  if (name == NULL || *name == '\0' || strstr (name, "://") != NULL || strstr (names->str, name) != NULL)
    return;
  if (names->len > 0)
    g_string_append (names, ", ");
  g_string_append (names, name);
}

static char *
names_of (Reader *reader, JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 1;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    n = MIN (json_array_get_length (json_node_get_array (node)), MAX_AUTHORS);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_element (json_node_get_array (node), i) : node;
      JsonObject *object = resolve (reader, element);
      JsonNode *name = object != NULL ? json_object_get_member (object, "name") : element;

      if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
        for (guint j = 0; j < MIN (json_array_get_length (json_node_get_array (name)), MAX_AUTHORS); j++)
          append_name (names, string_of (json_array_get_element (json_node_get_array (name), j)));
      else
        append_name (names, string_of (name));
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static void
set_from (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

static void
read_object (Reader *reader, PlxHtmlJsonLd *self, JsonObject *object, Type type)
{
  if (type == TYPE_ARTICLE)
    {
      set_from (&self->headline, member_string (object, "headline"));
      set_from (&self->headline, member_string (object, "name"));
      set_from (&self->body, member_string (object, "articleBody"));
      set_from (&self->url, member_string (object, "url"));
    }
  if (self->author == NULL)
    self->author = names_of (reader, json_object_get_member (object, "author"));
  if (self->author == NULL && type == TYPE_ARTICLE)
    self->author = names_of (reader, json_object_get_member (object, "creator"));
  if (self->publisher == NULL)
    self->publisher = names_of (reader, json_object_get_member (object, "publisher"));
  set_from (&self->published, member_string (object, "datePublished"));
  if (type == TYPE_ARTICLE)
    set_from (&self->published, member_string (object, "dateCreated"));
  set_from (&self->language, member_string (object, "inLanguage"));
}

/* Of several articles the one with the page's title, else the first; a list of teasers has none that stands out. */
static JsonObject *
choose_article (Reader *reader, const char *title_hint)
{
  JsonObject *chosen = NULL;
  int best = -1;

  for (guint i = 0; i < reader->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (reader->objects, i);
      const char *headline = member_string (object, "headline");
      int score = 0;

      if (type_of (object) != TYPE_ARTICLE)
        continue;
      score += json_object_has_member (object, "articleBody");
      score += json_object_has_member (object, "datePublished");
      if (headline != NULL && title_hint != NULL && strncmp (title_hint, headline, MIN (strlen (headline), 40)) == 0)
        score += 4;
      if (score > best)
        {
          best = score;
          chosen = object;
        }
    }
  return chosen;
}

static void
read_all (Reader *reader, PlxHtmlJsonLd *self, const char *title_hint)
{
  JsonObject *article = choose_article (reader, title_hint);

  if (article != NULL)
    read_object (reader, self, article, TYPE_ARTICLE);
  for (guint i = 0; i < reader->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (reader->objects, i);
      Type type = type_of (object);

      if (type == TYPE_PAGE)
        read_object (reader, self, object, type);
      else if (type == TYPE_SITE)
        set_from (&self->site, member_string (object, "name"));
      else if (type == TYPE_LIST)
        self->section_page = article == NULL;
    }
}

/**
 * plx_html_json_ld_new:
 * @document: a page
 * @title_hint: (nullable): the page's title by other metadata, to know the article by where there are several
 *
 * Reads schema.org's Article and its kinds, with what they refer to, from all JSON-LD scripts of a page. Scripts that
 * are no JSON are passed over.
 *
 * Returns: (transfer full): what they say, all fields empty when there are none
 */
PlxHtmlJsonLd *
plx_html_json_ld_new (const PlxHtmlDocument *document, const char *title_hint)
{
  PlxHtmlJsonLd *self = g_new0 (PlxHtmlJsonLd, 1);
  Reader reader = { NULL };
  gsize n_bytes = 0;

  reader.parsers = g_ptr_array_new_with_free_func (g_object_unref);
  reader.objects = g_ptr_array_new ();
  reader.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 1; i < document->n_nodes; i++)
    {
      const PlxHtmlNode *text = &document->nodes[i];
      g_autofree char *json = NULL;
      g_autoptr (JsonParser) parser = NULL;

      if (text->tag != PLX_HTML_TEXT || document->nodes[text->parent].tag != PLX_HTML_SCRIPT)
        continue;
      n_bytes += text->length;
      if (n_bytes > MAX_JSON_BYTES)
        break;
      json = sanitize (document->characters + text->offset);
      parser = json_parser_new ();
      if (json == NULL || !json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL)
        continue;
      collect (&reader, json_parser_get_root (parser));
      g_ptr_array_add (reader.parsers, g_steal_pointer (&parser));
    }
  read_all (&reader, self, title_hint);
  g_hash_table_unref (reader.by_id);
  g_ptr_array_unref (reader.objects);
  g_ptr_array_unref (reader.parsers);

  return self;
}

void
plx_html_json_ld_free (PlxHtmlJsonLd *self)
{
  g_free (self->headline);
  g_free (self->author);
  g_free (self->published);
  g_free (self->body);
  g_free (self->publisher);
  g_free (self->site);
  g_free (self->language);
  g_free (self->url);
  g_free (self);
}
