/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-recognizer.h"

#include <string.h>

#include "engine/annotate/plx-date-grammar.h"
#include "engine/annotate/plx-name-model.h"
#include "engine/annotate/plx-quantity-grammar.h"

static const PlxToken *
token_of (const PlxNameDocument *document, GPtrArray *tokens, guint i)
{
  guint paragraph, token;

  plx_name_document_get_token (document, i, &paragraph, &token);
  return &g_array_index ((GArray *)g_ptr_array_index (tokens, paragraph), PlxToken, token);
}

static void
append_name (GArray *mentions, const PlxNameDocument *document, GPtrArray *tokens, guint start, guint end, guint type)
{
  PlxMention mention = { 0, { 0, 0 }, (PlxEntityType)type, PLX_QUANTITY_NONE };
  guint token;

  plx_name_document_get_token (document, start, &mention.paragraph, &token);
  mention.span.start = token_of (document, tokens, start)->span.start;
  mention.span.end = token_of (document, tokens, end - 1)->span.end;
  g_array_append_val (mentions, mention);
}

/* Whether a token is a possessive's "'s". */
static gboolean
is_possessive (PlxArticle *article, const PlxNameDocument *document, GPtrArray *tokens, guint i)
{
  guint paragraph, token;
  const PlxToken *t = token_of (document, tokens, i);
  const char *text;

  plx_name_document_get_token (document, i, &paragraph, &token);
  text = plx_article_get_paragraph (article, paragraph)->text + t->byte_start;
  return t->byte_end - t->byte_start >= 2 && text[t->byte_end - t->byte_start - 1] == 's'
         && (text[0] == '\'' || g_utf8_get_char (text) == 0x2019);
}

/* A place in a place, "Kyiv's Old Town", is two names. Otherwise the possessive is part of one: "St. Mary's Bay". */
static void
append_place (GArray *mentions, PlxArticle *article, const PlxNameDocument *document, GPtrArray *tokens, guint start,
              guint end)
{
  const guint32 owner = PLX_GAZETTEER_COUNTRY | PLX_GAZETTEER_BIG_CITY;

  for (guint i = start + 1; i + 1 < end; i++)
    if (is_possessive (article, document, tokens, i) && (plx_name_document_get_flags (document, i - 1) & owner) != 0)
      {
        append_name (mentions, document, tokens, start, i, PLX_NAME_PLACE);
        start = i + 1;
        break;
      }
  append_name (mentions, document, tokens, start, end, PLX_NAME_PLACE);
}

static void
find_by_model (GArray *mentions, PlxArticle *article, const PlxNameModel *model, PlxNameDocument *document,
               GPtrArray *tokens)
{
  g_autofree guint8 *labels = plx_name_model_label (model, document, PLX_NAME_PASS_BOTH);
  guint n = plx_name_document_get_n_tokens (document);

  for (guint i = 0; i < n; i++)
    {
      guint start = i;
      PlxNameType type;

      if (labels[i] == 0)
        continue;
      type = PLX_NAME_LABEL_TYPE (labels[i]);
      while (PLX_NAME_LABEL_POSITION (labels[i]) < PLX_NAME_LAST && i + 1 < n)
        i++;
      if (type == PLX_NAME_PLACE)
        append_place (mentions, article, document, tokens, start, i + 1);
      else if (type != PLX_NAME_OTHER)
        append_name (mentions, document, tokens, start, i + 1, type);
    }
}

/* The type that the gazetteer gives a capitalised word, or a guess. */
static PlxNameType
type_by_flags (guint32 flags)
{
  const guint32 place = PLX_GAZETTEER_COUNTRY | PLX_GAZETTEER_BIG_CITY | PLX_GAZETTEER_CITY | PLX_GAZETTEER_REGION
                        | PLX_GAZETTEER_PLACE | PLX_GAZETTEER_EXONYM;

  if (flags & PLX_GAZETTEER_COUNTRY)
    return PLX_NAME_PLACE;
  if (flags & PLX_GAZETTEER_PEOPLE)
    return PLX_NAME_GROUP;
  if (flags & (PLX_GAZETTEER_ACRONYM | PLX_GAZETTEER_MEDIA | PLX_GAZETTEER_ORG))
    return PLX_NAME_ORG;
  if (flags & (PLX_GAZETTEER_PERSON | PLX_GAZETTEER_GIVEN | PLX_GAZETTEER_GIVEN_ENGLISH | PLX_GAZETTEER_SURNAME))
    return flags & (PLX_GAZETTEER_BIG_CITY | PLX_GAZETTEER_PLACE) ? PLX_NAME_PLACE : PLX_NAME_PERSON;
  if (flags & place)
    return PLX_NAME_PLACE;
  if (flags & PLX_GAZETTEER_EVENT)
    return PLX_NAME_EVENT;
  return PLX_NAME_OTHER;
}

/* For texts in languages that there is no model for: runs of capitalised words in mid-sentence, or known names at the
 * start of one, with the type of the first word that is known; an unknown run of two words or more is likeliest a
 * person. */
static void
find_by_capitals (GArray *mentions, const PlxNameDocument *document, GPtrArray *tokens)
{
  const guint32 known = PLX_GAZETTEER_COUNTRY | PLX_GAZETTEER_BIG_CITY | PLX_GAZETTEER_GIVEN | PLX_GAZETTEER_ACRONYM
                        | PLX_GAZETTEER_GIVEN_ENGLISH | PLX_GAZETTEER_PERSON;

  for (guint s = 0; s < plx_name_document_get_n_sentences (document); s++)
    {
      guint start, end;

      plx_name_document_get_sentence (document, s, &start, &end);
      for (guint i = start; i < end; i++)
        {
          guint begin = i;
          PlxNameType type = PLX_NAME_OTHER;

          if (!plx_name_document_is_capitalised (document, i)
              || (i == start && !(plx_name_document_get_flags (document, i) & known)))
            continue;
          while (i < end && plx_name_document_is_capitalised (document, i))
            {
              if (type == PLX_NAME_OTHER)
                type = type_by_flags (plx_name_document_get_flags (document, i));
              i++;
            }
          if (type == PLX_NAME_OTHER && i - begin >= 2)
            type = PLX_NAME_PERSON;
          if (type != PLX_NAME_OTHER)
            append_name (mentions, document, tokens, begin, i, type);
        }
    }
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const PlxMention *x = a, *y = b;

  if (x->paragraph != y->paragraph)
    return x->paragraph < y->paragraph ? -1 : 1;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  /* The longer first, then the name: what is left out below stands second. */
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return x->type < y->type ? -1 : x->type > y->type;
}

/* Of mentions that overlap the first stays, unless the second is longer. */
static void
drop_overlaps (GArray *mentions)
{
  guint kept = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      PlxMention mention = g_array_index (mentions, PlxMention, i);
      PlxMention *last = kept > 0 ? &g_array_index (mentions, PlxMention, kept - 1) : NULL;

      if (last != NULL && last->paragraph == mention.paragraph && plx_span_overlaps (last->span, mention.span))
        {
          if (mention.span.end - mention.span.start > last->span.end - last->span.start)
            *last = mention;
          continue;
        }
      g_array_index (mentions, PlxMention, kept++) = mention;
    }
  g_array_set_size (mentions, kept);
}

/**
 * plx_recognizer_find_mentions:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 *
 * Finds the names, dates and quantities of an article. English, and texts of unknown language, are read by the shipped
 * model of names and by grammars of dates and quantities; of other languages only capitals and known names are seen.
 *
 * Returns: (transfer full) (element-type PlxMention): mentions sorted by paragraph and start, none overlapping
 */
GArray *
plx_recognizer_find_mentions (PlxArticle *article, GPtrArray *tokens)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
  const char *language = plx_article_get_language (article);
  gboolean english = language == NULL || *language == '\0' || g_ascii_strncasecmp (language, "en", 2) == 0;
  const PlxNameModel *model = english ? plx_name_model_get_default () : NULL;
  g_autoptr (PlxNameDocument) document = plx_name_document_new (article, tokens, plx_gazetteer_get_default ());

  if (model != NULL)
    find_by_model (mentions, article, model, document, tokens);
  else
    find_by_capitals (mentions, document, tokens);
  if (english)
    for (guint p = 0; p < tokens->len; p++)
      {
        const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);

        plx_date_grammar_find (paragraph, g_ptr_array_index (tokens, p), mentions);
        plx_quantity_grammar_find (paragraph, g_ptr_array_index (tokens, p), mentions);
      }
  g_array_sort (mentions, compare_mentions);
  drop_overlaps (mentions);

  return mentions;
}
