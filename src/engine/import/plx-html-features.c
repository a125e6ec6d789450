/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-html"

#include "config.h"

#include "engine/import/plx-html-features.h"

#include <math.h>
#include <string.h>

#include "engine/import/plx-html-boilerplate.h"

/* Words of an article's declared body that are compared at once. */
#define SHINGLE 5

/* So much of an element's class tells its style from others. */
#define MAX_STYLE_BYTES 80

typedef struct
{
  guint n_words;
  guint n_link_words;
  guint n_blocks;
} Tally;

typedef struct
{
  const PlxHtmlPage *page;
  const PlxHtmlDocument *document;
  Tally *tallies;
  guint *roles;
  guint *inherited;
  guint8 *places;
  GHashTable *styles;
  GHashTable *shingles;
  GHashTable *seen;
  guint n_words;
  guint title_block;
} Builder;

enum
{
  PLACE_ARTICLE = 1,
  PLACE_MAIN = 2,
};

static inline const PlxHtmlBlock *
block_at (Builder *builder, guint i)
{
  return &g_array_index (builder->page->blocks, PlxHtmlBlock, i);
}

static float
length_of (guint n_words)
{
  return MIN (logf (1.0f + n_words) / 5.0f, 1.2f);
}

static float
ratio (guint part, guint whole)
{
  return whole > 0 ? MIN ((float)part / whole, 1.0f) : 0.0f;
}

static void
add_to_tally (Tally *tally, const Tally *added)
{
  tally->n_words += added->n_words;
  tally->n_link_words += added->n_link_words;
  tally->n_blocks += added->n_blocks;
}

static Tally
tally_of (const PlxHtmlBlock *block)
{
  Tally tally = { block->n_words, 0, 1 };

  tally.n_link_words = block->n_chars > 0 ? (guint)((guint64)block->n_words * block->n_link_chars / block->n_chars) : 0;
  return tally;
}

/* Words of every element, those of its descendants included: children are added to their parents from the end. */
static void
count_elements (Builder *builder)
{
  builder->tallies = g_new0 (Tally, builder->document->n_nodes);
  for (guint i = 0; i < builder->page->blocks->len; i++)
    {
      const PlxHtmlBlock *block = block_at (builder, i);
      Tally tally = tally_of (block);

      if (!block->hidden)
        add_to_tally (&builder->tallies[block->node], &tally);
    }
  for (guint i = builder->document->n_nodes - 1; i > 0; i--)
    if (builder->tallies[i].n_blocks > 0)
      add_to_tally (&builder->tallies[builder->document->nodes[i].parent], &builder->tallies[i]);
  builder->n_words = builder->tallies[0].n_words;
}

/*
 * What the elements around each element are called. What holds half of the page's words or more is not judged by its
 * name: it is often named after what it has beside the article, or is a form around the whole page.
 */
static void
name_elements (Builder *builder)
{
  const PlxHtmlDocument *document = builder->document;
  const guint about_article = PLX_HTML_ROLE_BODY | PLX_HTML_ROLE_POST;

  builder->roles = g_new0 (guint, document->n_nodes);
  builder->inherited = g_new0 (guint, document->n_nodes);
  builder->places = g_new0 (guint8, document->n_nodes);
  for (guint i = 1; i < document->n_nodes; i++)
    {
      const PlxHtmlNode *node = &document->nodes[i];

      if (node->tag == PLX_HTML_TEXT || plx_html_tag_get_nature (node->tag) == PLX_HTML_NATURE_VOID)
        continue;
      if (builder->tallies[i].n_blocks > 0)
        {
          builder->roles[i] = plx_html_roles_of_element (document, i);
          if (builder->tallies[i].n_words * 2 >= builder->n_words)
            builder->roles[i] &= about_article;
        }
      builder->inherited[i] = builder->inherited[node->parent] | builder->roles[i];
      builder->places[i] = builder->places[node->parent] | (node->tag == PLX_HTML_ARTICLE ? PLACE_ARTICLE : 0)
                           | (node->tag == PLX_HTML_MAIN ? PLACE_MAIN : 0);
    }
}

static guint
style_of (Builder *builder, guint node)
{
  guint style = 0;

  for (guint step = 0; step < 3; step++, node = builder->document->nodes[node].parent)
    {
      const char *names = plx_html_document_get_attribute (builder->document, node, PLX_HTML_ATTRIBUTE_CLASS);

      style = style * 31 + builder->document->nodes[node].tag;
      for (guint i = 0; names != NULL && names[i] != '\0' && i < MAX_STYLE_BYTES; i++)
        style = style * 31 + (guchar)names[i];
    }
  return style;
}

static void
tally_styles (Builder *builder, guint *styles)
{
  builder->styles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < builder->page->blocks->len; i++)
    {
      Tally tally = tally_of (block_at (builder, i));
      Tally *total;

      styles[i] = style_of (builder, block_at (builder, i)->node);
      total = g_hash_table_lookup (builder->styles, GUINT_TO_POINTER (styles[i]));
      if (total == NULL)
        {
          total = g_new0 (Tally, 1);
          g_hash_table_insert (builder->styles, GUINT_TO_POINTER (styles[i]), total);
        }
      add_to_tally (total, &tally);
    }
}

typedef void (*ShingleFunc) (Builder *builder, guint hash, guint *n);

/* Calls @func for each run of SHINGLE words of @text, ASCII letters' case and everything but letters and digits aside.
 */
static guint
for_each_shingle (Builder *builder, const char *text, ShingleFunc func, guint *n_found)
{
  guint recent[SHINGLE] = { 0 };
  guint n_words = 0;
  guint n = 0;
  guint hash = 0;

  for (const char *p = text;; p++)
    {
      gboolean letter = g_ascii_isalnum (*p) || (guchar)*p >= 0x80;

      if (letter)
        hash = (hash == 0 ? 5381 : hash) * 33 + (guchar)g_ascii_tolower (*p);
      else if (hash != 0)
        {
          guint mixed = 0;

          recent[n_words++ % SHINGLE] = hash;
          hash = 0;
          if (n_words >= SHINGLE)
            {
              for (guint i = 0; i < SHINGLE; i++)
                mixed = mixed * 0x9E3779B1u + recent[(n_words + i) % SHINGLE];
              func (builder, mixed, n_found);
              n++;
            }
        }
      if (*p == '\0')
        return n;
    }
}

static void
keep_shingle (Builder *builder, guint hash, guint *n)
{
  (void)n;
  g_hash_table_add (builder->shingles, GUINT_TO_POINTER (hash));
}

static void
find_shingle (Builder *builder, guint hash, guint *n)
{
  *n += g_hash_table_contains (builder->shingles, GUINT_TO_POINTER (hash));
}

static gboolean
same_words (const char *a, const char *b)
{
  for (;;)
    {
      while (*a != '\0' && !g_ascii_isalnum (*a) && (guchar)*a < 0x80)
        a++;
      while (*b != '\0' && !g_ascii_isalnum (*b) && (guchar)*b < 0x80)
        b++;
      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}

/* The line that is the headline: the one the metadata gives, in the largest heading, else the first h1. */
static guint
find_title (Builder *builder)
{
  guint found = G_MAXUINT;
  int best = 0;

  for (guint i = 0; i < builder->page->blocks->len; i++)
    {
      const PlxHtmlBlock *block = block_at (builder, i);
      PlxHtmlTag tag = builder->document->nodes[block->node].tag;
      int score = tag == PLX_HTML_H1 ? 2 : plx_html_tag_is_heading (tag) ? 1 : 0;

      if (block->hidden)
        continue;
      if (score == 1)
        score = 0;
      if (builder->page->title != NULL && block->n_words < 60 && same_words (block->text, builder->page->title))
        score += plx_html_tag_is_heading (tag) ? 4 : 1;
      if (score > best)
        {
          best = score;
          found = i;
        }
    }
  return found;
}

static gboolean
is_stop_word (const char *word, gsize length)
{
  /* The commonest words of English, German, French, Spanish, Italian, Portuguese and Dutch. */
  static const char stop_words[] =
      " a al an and are as at aus but by da das de dei del della den der des di die do du e "
      "ein eine el en er es est et for from had has have he het his i il im in is ist it "
      "its la las le les los mit nicht not o of on or para por que se sich that the their "
      "they this to um un una und une van von was we were which who will with you your zu ";
  char padded[12];

  if (length > 9)
    return FALSE;
  padded[0] = ' ';
  for (gsize i = 0; i < length; i++)
    padded[i + 1] = g_ascii_tolower (word[i]);
  padded[length + 1] = ' ';
  padded[length + 2] = '\0';

  return strstr (stop_words, padded) != NULL;
}

static void
describe_text (const PlxHtmlBlock *block, float *values)
{
  guint n_stop = 0;
  guint n_digits = 0;
  guint n_capitals = 0;
  guint n_letters = 0;
  guint n_commas = 0;
  guint n_symbols = 0;
  gsize length = strlen (block->text);
  gsize word = 0;
  gsize last = length;

  for (gsize i = 0; i <= length && i < 4000; i++)
    {
      char c = block->text[i];

      n_digits += g_ascii_isdigit (c) != 0;
      n_capitals += g_ascii_isupper (c) != 0;
      n_letters += g_ascii_isalpha (c) || (guchar)c >= 0x80;
      n_commas += c == ',';
      n_symbols += c == '|' || c == '>' || c == '#' || c == '@' || c == '+' || c == '/';
      if (!g_ascii_isalpha (c))
        {
          n_stop += i > word && is_stop_word (block->text + word, i - word);
          word = i + 1;
        }
    }
  /* Closing quotation marks and brackets come after the end of a sentence. */
  while (last > 0 && ((guchar)block->text[last - 1] >= 0x80 || strchr ("\"')]", block->text[last - 1]) != NULL))
    last--;
  values[PLX_HTML_FEATURE_SENTENCE_END] = last > 0 && strchr (".!?", block->text[last - 1]) != NULL;
  values[PLX_HTML_FEATURE_COLON_END] = length > 0 && block->text[length - 1] == ':';
  values[PLX_HTML_FEATURE_COMMA] = n_commas > 0;
  values[PLX_HTML_FEATURE_STOP_WORDS] = ratio (n_stop * 2, block->n_words);
  values[PLX_HTML_FEATURE_CAPITALS] = n_letters > 2 && n_capitals * 10 > n_letters * 7;
  values[PLX_HTML_FEATURE_DIGITS] = ratio (n_digits, n_digits + n_letters);
  values[PLX_HTML_FEATURE_SYMBOLS] = n_symbols > 0 && block->n_words < 30;
}

static void
describe_element (Builder *builder, const PlxHtmlBlock *block, float *values)
{
  switch (builder->document->nodes[block->node].tag)
    {
    case PLX_HTML_P:
      values[PLX_HTML_FEATURE_TAG_P] = 1;
      break;
    case PLX_HTML_LI:
      values[PLX_HTML_FEATURE_TAG_LI] = 1;
      break;
    case PLX_HTML_H1:
      values[PLX_HTML_FEATURE_TAG_H1] = 1;
      break;
    case PLX_HTML_H2:
      values[PLX_HTML_FEATURE_TAG_H2] = 1;
      break;
    case PLX_HTML_H3:
      values[PLX_HTML_FEATURE_TAG_H3] = 1;
      break;
    case PLX_HTML_H4:
    case PLX_HTML_H5:
    case PLX_HTML_H6:
      values[PLX_HTML_FEATURE_TAG_H4] = 1;
      break;
    case PLX_HTML_TD:
    case PLX_HTML_TH:
      values[PLX_HTML_FEATURE_TAG_CELL] = 1;
      break;
    case PLX_HTML_BUTTON:
    case PLX_HTML_SUMMARY:
    case PLX_HTML_LEGEND:
      values[PLX_HTML_FEATURE_TAG_CONTROL] = 1;
      break;
    case PLX_HTML_PRE:
      values[PLX_HTML_FEATURE_TAG_PRE] = 1;
      break;
    case PLX_HTML_DIV:
      values[PLX_HTML_FEATURE_TAG_DIV] = 1;
      break;
    default:
      break;
    }
  values[PLX_HTML_FEATURE_ROW] = block->row;
  values[PLX_HTML_FEATURE_HIDDEN] = block->hidden != 0;
  values[PLX_HTML_FEATURE_KIND_LIST] = block->kind == PLX_PARAGRAPH_LIST;
  values[PLX_HTML_FEATURE_KIND_QUOTE] = block->kind == PLX_PARAGRAPH_QUOTE;
  values[PLX_HTML_FEATURE_KIND_CAPTION] = block->kind == PLX_PARAGRAPH_CAPTION;
  values[PLX_HTML_FEATURE_IN_ARTICLE] = (builder->places[block->node] & PLACE_ARTICLE) != 0;
  values[PLX_HTML_FEATURE_IN_MAIN] = (builder->places[block->node] & PLACE_MAIN) != 0;
}

static void
describe_container (Builder *builder, guint node, PlxHtmlFeature share, float *values)
{
  const Tally *tally = &builder->tallies[node];

  values[share] = ratio (tally->n_words, builder->n_words);
  values[share + 1] = ratio (tally->n_link_words, tally->n_words);
  values[share + 2] = tally->n_blocks > 0 ? length_of (tally->n_words / tally->n_blocks) : 0;
}

static void
describe_surroundings (Builder *builder, guint index, guint style, float *values)
{
  const PlxHtmlNode *nodes = builder->document->nodes;
  const PlxHtmlBlock *block = block_at (builder, index);
  const PlxHtmlBlock *previous = index > 0 ? block_at (builder, index - 1) : NULL;
  const PlxHtmlBlock *next = index + 1 < builder->page->blocks->len ? block_at (builder, index + 1) : NULL;
  const Tally *tally = g_hash_table_lookup (builder->styles, GUINT_TO_POINTER (style));
  guint parent = nodes[block->node].parent;
  guint grandparent = nodes[parent].parent;
  guint section = grandparent;
  guint near = builder->roles[block->node] | builder->roles[parent] | builder->roles[grandparent];
  guint far;

  describe_container (builder, parent, PLX_HTML_FEATURE_PARENT_SHARE, values);
  describe_container (builder, grandparent, PLX_HTML_FEATURE_GRANDPARENT_SHARE, values);
  for (guint step = 0; step < 2; step++)
    section = nodes[section].parent;
  values[PLX_HTML_FEATURE_SECTION_SHARE] = ratio (builder->tallies[section].n_words, builder->n_words);
  values[PLX_HTML_FEATURE_SECTION_LINKED] =
      ratio (builder->tallies[section].n_link_words, builder->tallies[section].n_words);
  values[PLX_HTML_FEATURE_STYLE_SHARE] = ratio (tally->n_words, builder->n_words);
  values[PLX_HTML_FEATURE_STYLE_LINKED] = ratio (tally->n_link_words, tally->n_words);
  values[PLX_HTML_FEATURE_STYLE_MEAN_LENGTH] = length_of (tally->n_words / tally->n_blocks);

  if (previous != NULL)
    {
      values[PLX_HTML_FEATURE_PREVIOUS_LENGTH] = length_of (previous->n_words);
      values[PLX_HTML_FEATURE_PREVIOUS_LINKED] = ratio (previous->n_link_chars, previous->n_chars);
      values[PLX_HTML_FEATURE_PREVIOUS_SIBLING] =
          nodes[previous->node].parent == parent || previous->node == block->node;
    }
  if (next != NULL)
    {
      values[PLX_HTML_FEATURE_NEXT_LENGTH] = length_of (next->n_words);
      values[PLX_HTML_FEATURE_NEXT_LINKED] = ratio (next->n_link_chars, next->n_chars);
      values[PLX_HTML_FEATURE_NEXT_SIBLING] = nodes[next->node].parent == parent || next->node == block->node;
    }

  far = builder->inherited[nodes[grandparent].parent];
  for (guint i = 0; i < PLX_HTML_N_ROLES; i++)
    {
      values[PLX_HTML_FEATURE_NEAR_ROLES + i] = (near >> i) & 1;
      values[PLX_HTML_FEATURE_FAR_ROLES + i] = (far >> i) & 1;
    }
}

static void
describe (Builder *builder, guint index, guint style, guint words_before, float *values)
{
  const PlxHtmlBlock *block = block_at (builder, index);
  const PlxHtmlPage *page = builder->page;
  guint n_found = 0;
  guint n_shingles;

  values[PLX_HTML_FEATURE_BIAS] = 1;
  values[PLX_HTML_FEATURE_LENGTH] = length_of (block->n_words);
  values[PLX_HTML_FEATURE_WORDS_3] = block->n_words <= 3;
  values[PLX_HTML_FEATURE_WORDS_10] = block->n_words > 3 && block->n_words <= 10;
  values[PLX_HTML_FEATURE_WORDS_25] = block->n_words > 25;
  values[PLX_HTML_FEATURE_LINKED] = ratio (block->n_link_chars, block->n_chars);
  values[PLX_HTML_FEATURE_ALL_LINKED] = block->n_link_chars * 10 > block->n_chars * 9;
  values[PLX_HTML_FEATURE_LINKED_SHORT] = block->n_words <= 8 ? values[PLX_HTML_FEATURE_LINKED] : 0;
  values[PLX_HTML_FEATURE_STRONG] = block->n_strong_chars * 10 > block->n_chars * 9;
  values[PLX_HTML_FEATURE_PHRASE] = plx_html_boilerplate_find_phrase (block, NULL);
  describe_text (block, values);
  describe_element (builder, block, values);
  describe_surroundings (builder, index, style, values);

  if (builder->shingles != NULL)
    {
      n_shingles = for_each_shingle (builder, block->text, find_shingle, &n_found);
      values[PLX_HTML_FEATURE_HAS_DECLARED_BODY] = n_shingles > 0;
      values[PLX_HTML_FEATURE_IN_DECLARED_BODY] = n_shingles > 0 && n_found * 2 >= n_shingles;
    }
  values[PLX_HTML_FEATURE_IS_TITLE] =
      index == builder->title_block
      || (page->title != NULL && block->n_words < 60 && same_words (block->text, page->title));
  values[PLX_HTML_FEATURE_IS_BYLINE] =
      page->byline != NULL && block->n_words < 14 && strstr (block->text, page->byline) != NULL;
  values[PLX_HTML_FEATURE_BEFORE_TITLE] = builder->title_block != G_MAXUINT && index < builder->title_block;
  values[PLX_HTML_FEATURE_POSITION] = (float)index / page->blocks->len;
  values[PLX_HTML_FEATURE_WORDS_BEFORE] = ratio (words_before, builder->n_words);
  values[PLX_HTML_FEATURE_REPEATED] = block->n_words > 0 && !g_hash_table_add (builder->seen, block->text);
}

/**
 * plx_html_feature_table_new:
 * @page: a page
 *
 * Describes each line of the page in numbers. Takes time in proportion to the page.
 *
 * Returns: (transfer full): the table
 */
PlxHtmlFeatureTable *
plx_html_feature_table_new (const PlxHtmlPage *page)
{
  PlxHtmlFeatureTable *self = g_new0 (PlxHtmlFeatureTable, 1);
  guint n_blocks = page->blocks->len;
  guint words_before = 0;
  guint n_articles = 0;
  Builder builder = { .page = page, .document = page->document };

  self->values = g_new0 (float, (gsize)n_blocks *PLX_HTML_N_FEATURES);
  self->roles = g_new0 (guint, n_blocks);
  self->styles = g_new0 (guint, n_blocks);
  self->n_words = g_new0 (guint, page->document->n_nodes);

  count_elements (&builder);
  name_elements (&builder);
  tally_styles (&builder, self->styles);
  builder.title_block = find_title (&builder);
  builder.seen = g_hash_table_new (g_str_hash, g_str_equal);
  if (page->body != NULL)
    {
      builder.shingles = g_hash_table_new (NULL, NULL);
      for_each_shingle (&builder, page->body, keep_shingle, NULL);
      if (g_hash_table_size (builder.shingles) < 50)
        g_clear_pointer (&builder.shingles, g_hash_table_unref);
    }

  for (guint i = 1; i < page->document->n_nodes; i++)
    n_articles += page->document->nodes[i].tag == PLX_HTML_ARTICLE;
  for (guint i = 0; i < n_blocks; i++)
    {
      const PlxHtmlBlock *block = block_at (&builder, i);
      float *values = self->values + (gsize)i * PLX_HTML_N_FEATURES;

      describe (&builder, i, self->styles[i], words_before, values);
      values[PLX_HTML_FEATURE_IN_PAGE_ARTICLES] = n_articles == 1 ? values[PLX_HTML_FEATURE_IN_ARTICLE] : 0;
      self->roles[i] = builder.inherited[block->node];
      words_before += block->hidden ? 0 : block->n_words;
    }
  for (guint i = 0; i < page->document->n_nodes; i++)
    self->n_words[i] = builder.tallies[i].n_words;

  g_free (builder.tallies);
  g_free (builder.roles);
  g_free (builder.inherited);
  g_free (builder.places);
  g_hash_table_unref (builder.styles);
  g_hash_table_unref (builder.seen);
  g_clear_pointer (&builder.shingles, g_hash_table_unref);

  return self;
}

void
plx_html_feature_table_free (PlxHtmlFeatureTable *self)
{
  g_free (self->values);
  g_free (self->roles);
  g_free (self->styles);
  g_free (self->n_words);
  g_free (self);
}
