/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-name-document-private.h"

#include <string.h>

#include "engine/annotate/plx-name-fold.h"

static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 h = 0x811c9dc5;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar)text[i]) * 0x01000193;
  return mix (h);
}

/* Runs of one kind of character are written once or twice: "Xx", "XX", "Xx-x", "dd.d". */
static void
read_letters (Word *word, PlxTokenKind kind)
{
  guint n_upper = 0, n_lower = 0, n = 0;
  guint32 shape = 0;
  char last = 0;
  guint run = 0;
  gboolean first_upper = FALSE;

  for (const char *p = word->text; p < word->text + word->length; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);
      char class;

      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        {
          class = 'X';
          n_upper++;
          first_upper |= n == 0;
        }
      else if (g_unichar_isalpha (c))
        {
          class = 'x';
          n_lower++;
        }
      else if (g_unichar_isdigit (c))
        class = 'd';
      else
        class = (char)(c < 128 ? c : '?');
      run = class == last ? run + 1 : 1;
      if (run <= 2)
        shape = shape * 31 + (guint32) class;
      last = class;
    }

  word->shape = mix (shape);
  if (kind == PLX_TOKEN_NUMBER)
    word->letter_case = CASE_NUMBER;
  else if (n_upper + n_lower == 0)
    word->letter_case = CASE_MARK;
  else if (n_upper == 0)
    word->letter_case = CASE_LOWER;
  else if (n_upper == 1 && first_upper)
    word->letter_case = n_lower == 0 ? CASE_INITIAL : CASE_CAPITALISED;
  else
    word->letter_case = n_lower == 0 ? CASE_UPPER : CASE_MIXED;
}

static void
read_affixes (Word *word, const char *folded)
{
  const char *end = folded + strlen (folded);
  const char *p = folded, *q = end;

  for (guint i = 0; i < AFFIX; i++)
    {
      if (p < end)
        p = g_utf8_next_char (p);
      if (q > folded)
        q = g_utf8_prev_char (q);
      word->prefix[i] = hash_bytes (folded, p - folded);
      word->suffix[i] = hash_bytes (q, end - q);
    }
}

static guint *
find_slot (PlxNameDocument *self, const char *text, guint length, guint32 hash)
{
  guint i = hash & (self->n_slots - 1);

  while (self->slots[i] != 0)
    {
      Word *known = word_at (self, self->slots[i] - 1);

      if (known->exact == hash && known->length == length && memcmp (known->text, text, length) == 0)
        break;
      i = (i + 1) & (self->n_slots - 1);
    }

  return &self->slots[i];
}

static guint
intern_word (PlxNameDocument *self, const char *text, guint length, PlxTokenKind kind, GHashTable *twins)
{
  guint32 hash = hash_bytes (text, length);
  guint *slot = find_slot (self, text, length, hash);
  Word word = { 0 };
  g_autofree char *folded = NULL;
  gpointer twin;

  if (*slot != 0)
    return *slot - 1;

  word.text = text;
  word.length = length;
  word.exact = hash;
  read_letters (&word, kind);
  folded = g_utf8_strdown (text, length);
  word.folded = word.letter_case == CASE_NUMBER ? word.shape : hash_bytes (folded, strlen (folded));
  read_affixes (&word, folded);
  if (word.letter_case != CASE_MARK)
    word.flags = plx_gazetteer_lookup (self->gazetteer, plx_name_hash_add (PLX_NAME_HASH_START, text, length)).flags;
  /* The key has no case: "us" is not the country, nor "may" the month. */
  if (word.letter_case == CASE_LOWER)
    word.flags &= PLX_GAZETTEER_ROLE | PLX_GAZETTEER_ORG_HEAD | PLX_GAZETTEER_PLACE_HEAD | PLX_GAZETTEER_EVENT_HEAD
                  | PLX_GAZETTEER_COMMON | PLX_GAZETTEER_PERSON_NOUN | PLX_GAZETTEER_HONORIFIC | PLX_GAZETTEER_PARTICLE;

  if (g_hash_table_lookup_extended (twins, GUINT_TO_POINTER (word.folded), NULL, &twin))
    word.twin = GPOINTER_TO_UINT (twin);
  else
    {
      word.twin = self->words->len;
      g_hash_table_insert (twins, GUINT_TO_POINTER (word.folded), GUINT_TO_POINTER (word.twin));
    }
  g_array_append_val (self->words, word);
  *slot = self->words->len;

  return self->words->len - 1;
}

static gboolean
is_clitic (const Word *word)
{
  return word->text[0] == '\'' || strncmp (word->text, "\xe2\x80\x99", 3) == 0;
}

/* Whether most words are in capitals, as in a shouted headline, or begin with one, as in a headline of title case. */
static void
read_sentence (PlxNameDocument *self, Sentence *sentence)
{
  guint n_words = 0, n_upper = 0, n_capital = 0, n_long = 0;

  for (guint i = sentence->start; i < sentence->end; i++)
    {
      const Word *word = word_at (self, token_at (self, i)->word);

      if (word->letter_case >= CASE_NUMBER || is_clitic (word))
        continue;
      n_words++;
      n_upper += word->letter_case == CASE_UPPER || word->letter_case == CASE_INITIAL;
      if (word->length > 3)
        {
          n_long++;
          n_capital += is_capital (word);
        }
    }

  sentence->upper = n_words >= 3 && 10 * n_upper > 7 * n_words;
  sentence->headline = n_long >= 3 && 10 * n_capital > 8 * n_long;
}

static void
count_cases (PlxNameDocument *self, const Sentence *sentence)
{
  for (guint i = sentence->start; i < sentence->end; i++)
    {
      const Word *word = word_at (self, token_at (self, i)->word);
      Word *twin = word_at (self, word->twin);

      if (word->letter_case == CASE_LOWER && twin->n_lower < G_MAXUINT16)
        twin->n_lower++;
      else if (word->letter_case == CASE_CAPITALISED && i > sentence->start && !sentence->headline
               && twin->n_capital_inside < G_MAXUINT16)
        twin->n_capital_inside++;
    }
}

/* Marks the longest known phrases of two tokens or more that begin and end with a capital letter. */
static void
find_phrases (PlxNameDocument *self, const Sentence *sentence)
{
  for (guint i = sentence->start; i < sentence->end;)
    {
      guint best = 0;
      guint32 flags = 0;
      const Word *word = word_at (self, token_at (self, i)->word);
      guint64 hash = PLX_NAME_HASH_START;

      if (is_capital (word))
        for (guint n = 1; n <= MAX_PHRASE && i + n <= sentence->end; n++)
          {
            const Word *last = word_at (self, token_at (self, i + n - 1)->word);
            PlxGazetteerEntry entry;

            hash = plx_name_hash_add (hash, last->text, last->length);
            if (n < 2 || (!is_capital (last) && last->letter_case != CASE_NUMBER))
              continue;
            entry = plx_gazetteer_lookup (self->gazetteer, hash);
            if ((entry.flags & ~(guint32)PLX_GAZETTEER_COMMON) != 0)
              {
                best = n;
                flags = entry.flags;
              }
          }
      for (guint n = 0; n < best; n++)
        {
          Token *token = token_at (self, i + n);

          token->phrase_flags = flags;
          token->phrase_position = n == 0 ? PLX_NAME_BEGIN : n + 1 == best ? PLX_NAME_LAST : PLX_NAME_INSIDE;
        }
      i += MAX (best, 1);
    }
}

/**
 * plx_name_document_new:
 * @article: a frozen article
 * @tokens: (element-type GArray): the tokens of each paragraph, from the title
 * @gazetteer: (nullable): what names are known
 *
 * Lays out the tokens of an article. Both @article and @gazetteer must outlive the document.
 *
 * Returns: (transfer full): the document
 */
PlxNameDocument *
plx_name_document_new (PlxArticle *article, GPtrArray *tokens, const PlxGazetteer *gazetteer)
{
  PlxNameDocument *self = g_new0 (PlxNameDocument, 1);
  g_autoptr (GHashTable) twins = g_hash_table_new (NULL, NULL);
  guint n_tokens = 0;

  self->gazetteer = gazetteer;
  for (guint p = 0; p < tokens->len; p++)
    n_tokens += ((const GArray *)g_ptr_array_index (tokens, p))->len;
  for (self->n_slots = 64; self->n_slots < 2 * n_tokens;)
    self->n_slots *= 2;
  self->slots = g_new0 (guint, self->n_slots);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (Token), n_tokens);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));

  for (guint p = 0; p < tokens->len; p++)
    {
      const GArray *line = g_ptr_array_index (tokens, p);
      const PlxParagraph *paragraph = plx_article_get_paragraph (article, p);
      guint s = 0;

      for (guint i = 0; i < line->len; i++)
        {
          const PlxToken *source = &g_array_index (line, PlxToken, i);
          Token token = { 0 };
          gboolean begins = i == 0;

          while (s < paragraph->sentences->len
                 && source->span.start >= g_array_index (paragraph->sentences, PlxSpan, s).end)
            {
              s++;
              begins = TRUE;
            }
          if (begins)
            {
              Sentence sentence = { self->tokens->len, self->tokens->len, FALSE, FALSE };

              g_array_append_val (self->sentences, sentence);
            }
          token.word = intern_word (self, paragraph->text + source->byte_start, source->byte_end - source->byte_start,
                                    source->kind, twins);
          token.paragraph = p;
          token.token = i;
          token.sentence = self->sentences->len - 1;
          g_array_append_val (self->tokens, token);
          g_array_index (self->sentences, Sentence, token.sentence).end = self->tokens->len;
        }
    }

  for (guint s = 0; s < self->sentences->len; s++)
    {
      Sentence *sentence = &g_array_index (self->sentences, Sentence, s);

      read_sentence (self, sentence);
      count_cases (self, sentence);
      find_phrases (self, sentence);
    }

  return self;
}

void
plx_name_document_free (PlxNameDocument *self)
{
  g_array_unref (self->words);
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
  g_free (self->slots);
  g_free (self);
}

guint
plx_name_document_get_n_tokens (const PlxNameDocument *self)
{
  return self->tokens->len;
}

guint
plx_name_document_get_n_sentences (const PlxNameDocument *self)
{
  return self->sentences->len;
}

/**
 * plx_name_document_get_sentence:
 * @self: a document
 * @sentence: index of a sentence
 * @start: (out): its first token
 * @end: (out): one past its last token
 */
void
plx_name_document_get_sentence (const PlxNameDocument *self, guint sentence, guint *start, guint *end)
{
  *start = g_array_index (self->sentences, Sentence, sentence).start;
  *end = g_array_index (self->sentences, Sentence, sentence).end;
}

/**
 * plx_name_document_get_token:
 * @self: a document
 * @i: index of a token
 * @paragraph: (out): number of its paragraph
 * @token: (out): its index in the paragraph
 */
void
plx_name_document_get_token (const PlxNameDocument *self, guint i, guint *paragraph, guint *token)
{
  *paragraph = token_at (self, i)->paragraph;
  *token = token_at (self, i)->token;
}

/* Whether a token is written as a name may be. */
gboolean
plx_name_document_is_capitalised (const PlxNameDocument *self, guint i)
{
  return is_capital (word_at (self, token_at (self, i)->word));
}

/* What the gazetteer says of the token, of the phrase it stands in rather than of the word. */
guint32
plx_name_document_get_flags (const PlxNameDocument *self, guint i)
{
  const Token *token = token_at (self, i);

  return token->phrase_flags != 0 ? token->phrase_flags : word_at (self, token->word)->flags;
}

/* Puts the initials of the capitalised tokens of a name of three words or more where the acronym, if it is used,
 * stands. */
static void
note_acronym (PlxNameDocument *self, guint start, guint end, PlxNameType type)
{
  char initials[MAX_RUN + 1];
  guint n = 0;
  guint slot;

  for (guint i = start; i < end; i++)
    {
      const Word *word = word_at (self, token_at (self, i)->word);

      if (!is_capital (word) || !g_ascii_isupper (word->text[0]))
        continue;
      if (n == MAX_RUN)
        return;
      initials[n++] = word->text[0];
    }
  if (n < 2)
    return;
  slot = *find_slot (self, initials, n, hash_bytes (initials, n));
  if (slot != 0)
    word_at (self, slot - 1)->acronym_types |= (guint8)(1 << type);
}

/**
 * plx_name_document_agree:
 * @self: a document
 * @labels: a label for each token, from a first pass
 *
 * Notes how words are labelled over the whole document, for plx_name_document_collect_agreement(): a surname alone
 * is most likely what it is in the full name elsewhere.
 */
void
plx_name_document_agree (PlxNameDocument *self, const guint8 *labels)
{
  for (guint w = 0; w < self->words->len; w++)
    {
      Word *word = word_at (self, w);

      memset (word->n_type, 0, sizeof word->n_type);
      memset (word->n_first, 0, sizeof word->n_first);
      memset (word->n_last, 0, sizeof word->n_last);
      word->acronym_types = 0;
    }

  for (guint i = 0; i < self->tokens->len; i++)
    {
      Token *token = token_at (self, i);
      Word *word = word_at (self, token->word);
      guint end = i + 1;
      PlxNameType type;

      token->label = labels[i];
      if (labels[i] == 0)
        {
          if (word->n_type[PLX_N_NAME_TYPES] < G_MAXUINT16)
            word->n_type[PLX_N_NAME_TYPES]++;
          continue;
        }
      type = PLX_NAME_LABEL_TYPE (labels[i]);
      if (word->n_type[type] < G_MAXUINT16)
        word->n_type[type]++;
      if (PLX_NAME_LABEL_POSITION (labels[i]) != PLX_NAME_BEGIN)
        continue;
      while (end < self->tokens->len && labels[end] != 0 && PLX_NAME_LABEL_POSITION (labels[end - 1]) != PLX_NAME_LAST)
        end++;
      if (word->n_first[type] < G_MAXUINT16)
        word->n_first[type]++;
      word = word_at (self, token_at (self, end - 1)->word);
      if (word->n_last[type] < G_MAXUINT16)
        word->n_last[type]++;
      if (end - i >= 2)
        note_acronym (self, i, end, type);
    }
}
