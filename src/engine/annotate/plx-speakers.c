/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-speakers.h"

#include <string.h>

#include "engine/annotate/plx-antecedents.h"
#include "engine/annotate/plx-cue-verbs.h"

/* How many tokens are looked at on either side of a cue. */
#define MAX_FRAME       80
#define MAX_SUBJECT     40
#define MAX_INVERTED    16
#define MAX_AFTER_QUOTE 30

/* A sentence's words around a quotation: tokens from @first to before @quote, and from @behind to before @last. */
typedef struct
{
  guint paragraph;
  guint first;
  guint quote;
  guint behind;
  guint last;
} Frame;

typedef struct
{
  const PlxTokenView *view;
  PlxAntecedents *antecedents;
  int last_speaker;
} Attributor;

/* Who says it, by which words. A subject may be recognised without it being known who that is. */
typedef struct
{
  gboolean found;
  int speaker;
  int cue;
} Attribution;

static const Attribution nothing = { FALSE, -1, -1 };

static gboolean
may_speak (const PlxTokenView *view, int mention)
{
  PlxEntityType type;

  if (mention < 0)
    return FALSE;
  type = g_array_index (view->mentions, PlxMention, mention).type;
  return type == PLX_ENTITY_PERSON || type == PLX_ENTITY_ORG || type == PLX_ENTITY_PLACE || type == PLX_ENTITY_GROUP;
}

static gboolean
is_person (const PlxTokenView *view, int mention)
{
  return mention >= 0 && g_array_index (view->mentions, PlxMention, mention).type == PLX_ENTITY_PERSON;
}

static gboolean
is_word_of (const char *word, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Words that stand between a subject and its verb. */
static gboolean
is_between_subject_and_verb (const char *word)
{
  static const char *const words[] = { "also", "has",    "had",   "have", "later", "then",  "once", "again",
                                       "even", "just",   "is",    "was",  "were",  "are",   "been", "would",
                                       "will", "never",  "first", "who",  "often", "still", "now",  "could",
                                       "did",  "does",   "not",   "n't",  "'s",    "'d",    "ever", "soon",
                                       "may",  "always", "only",  "both", "be",    "being" };
  gsize length = strlen (word);

  return is_word_of (word, words, G_N_ELEMENTS (words)) || (length > 4 && strcmp (word + length - 2, "ly") == 0);
}

static gboolean
is_preposition (const char *word)
{
  static const char *const words[] = { "of", "for", "in", "at", "from", "with", "on", "to", "by", "near", "and" };

  return is_word_of (word, words, G_N_ELEMENTS (words));
}

static gboolean
is_clause_break (gunichar c)
{
  return c == ';' || c == ':' || c == '?' || c == '!' || c == 0x2014 || c == '[';
}

static gboolean
is_long_dash (gunichar c)
{
  return c == 0x2013 || c == 0x2014 || c == 0x2015;
}

/* Whom the noun at token @i means: a person with that role, or the body that is named just before it. */
static int
resolve_noun (const Attributor *self, guint paragraph, guint i, guint low)
{
  const PlxTokenView *view = self->view;
  char word[PLX_WORD_SIZE];
  gboolean body;

  plx_token_view_word (view, paragraph, i, word);
  body = plx_antecedents_is_body (word);
  if (plx_antecedents_is_role (word))
    return plx_antecedents_find_role (self->antecedents, word, paragraph, i);

  for (guint k = i; body && k-- > low && i - k < 4;)
    {
      if (may_speak (view, plx_token_view_mention (view, paragraph, k)))
        return plx_token_view_mention (view, paragraph, k);
      if (plx_token_view_get (view, paragraph, k)->kind == PLX_TOKEN_PUNCTUATION)
        break;
    }
  return -1;
}

static gboolean
is_participle (const PlxTokenView *view, guint paragraph, guint verb)
{
  char word[PLX_WORD_SIZE];
  gsize length = strlen (plx_token_view_word (view, paragraph, verb, word));

  return length > 4 && strcmp (word + length - 3, "ing") == 0;
}

/* Words before a verb whose subject is that of an earlier verb: "left and said", "before asking", "wants to say". */
static gboolean
shares_subject (const char *word)
{
  static const char *const words[] = { "and",   "or", "but",     "to",   "before",  "after", "by",
                                       "while", "in", "without", "from", "despite", "for",   "when" };

  return is_word_of (word, words, G_N_ELEMENTS (words));
}

/* The first name or pronoun that can be a subject between two tokens outside quotations. */
static Attribution
first_subject (const Attributor *self, guint paragraph, guint from, guint to, int cue)
{
  const PlxTokenView *view = self->view;
  char word[PLX_WORD_SIZE], before[PLX_WORD_SIZE];

  to = MIN (to, from + MAX_FRAME);
  for (guint i = from; i < to; i++)
    {
      int mention = plx_token_view_mention (view, paragraph, i);

      if (plx_token_view_is_quoted (view, paragraph, i))
        continue;
      plx_token_view_word (view, paragraph, i, word);
      if (strcmp (word, "he") == 0 || strcmp (word, "she") == 0)
        return (Attribution){ TRUE,
                              plx_antecedents_find_pronoun (self->antecedents, word, paragraph, i, self->last_speaker),
                              cue };
      if (may_speak (view, mention) && (is_person (view, mention) || cue >= 0)
          && (i == from || !is_preposition (plx_token_view_word (view, paragraph, i - 1, before))))
        return (Attribution){ TRUE, mention, cue };
    }
  return nothing;
}

/*
 * The subject of the verb at token @verb, looked for leftwards down to token @low: over adverbs and auxiliaries, over
 * an apposition between commas, to a name, a pronoun or a noun.
 */
static Attribution
subject_before (const Attributor *self, guint paragraph, guint verb, guint low)
{
  const PlxTokenView *view = self->view;
  char word[PLX_WORD_SIZE];
  guint i = verb;

  low = MAX (low, verb > MAX_SUBJECT ? verb - MAX_SUBJECT : 0);
  while (i > low)
    {
      gunichar c = plx_token_view_char (view, paragraph, i - 1);
      int mention;

      if (plx_token_view_is_quoted (view, paragraph, i - 1))
        return nothing;
      mention = plx_token_view_mention (view, paragraph, i - 1);
      plx_token_view_word (view, paragraph, i - 1, word);

      if (mention < 0 && is_between_subject_and_verb (word))
        {
          i--;
          continue;
        }
      if (plx_antecedents_is_pronoun (word))
        return (Attribution){
          TRUE, plx_antecedents_find_pronoun (self->antecedents, word, paragraph, i - 1, self->last_speaker), verb
        };
      if (mention >= 0 && !may_speak (view, mention))
        {
          /* A day or a sum between subject and verb: "Venn on Monday said". */
          i = plx_token_view_mention_start (view, paragraph, i - 1);
          if (i > low && is_preposition (plx_token_view_word (view, paragraph, i - 1, word)))
            i--;
          continue;
        }
      if (mention >= 0)
        {
          guint start = plx_token_view_mention_start (view, paragraph, i - 1);

          /* "the mayor of Orlova", "Lund of the ministry": what stands before the preposition is the subject. */
          if (start > low + 1 && !is_person (view, mention))
            {
              guint before = start - 1;

              if (before > low && strcmp (plx_token_view_word (view, paragraph, before, word), "the") == 0)
                before--;
              plx_token_view_word (view, paragraph, before, word);
              if (is_preposition (word) && before > low)
                {
                  int head = plx_token_view_mention (view, paragraph, before - 1);

                  if (may_speak (view, head))
                    return (Attribution){ TRUE, head, verb };
                  head = resolve_noun (self, paragraph, before - 1, low);
                  if (head >= 0 || plx_antecedents_is_role (plx_token_view_word (view, paragraph, before - 1, word)))
                    return (Attribution){ TRUE, head, verb };
                }
            }
          return (Attribution){ TRUE, mention, verb };
        }
      if (c == ',' && is_participle (view, paragraph, verb))
        {
          Attribution first = first_subject (self, paragraph, low, i - 1, verb);

          if (first.found)
            return first;
        }
      if (c == ',' || c == ')')
        {
          guint k = i - 1;
          gunichar opening = c == ',' ? ',' : '(';

          while (k > low && plx_token_view_char (view, paragraph, k - 1) != opening
                 && !plx_token_view_is_quoted (view, paragraph, k - 1))
            k--;
          if (k > low + 1 && plx_token_view_char (view, paragraph, k - 1) == opening
              && !plx_token_view_is_quoted (view, paragraph, k - 1))
            {
              i = k - 1;
              continue;
            }
          /* No second comma: the name nearest to the verb. */
          i--;
          continue;
        }
      if (plx_token_view_get (view, paragraph, i - 1)->kind == PLX_TOKEN_PUNCTUATION)
        {
          if (is_clause_break (c) || c == '"' || c == 0x201d)
            return nothing;
          i--;
          continue;
        }
      if (plx_antecedents_is_role (word) || plx_antecedents_is_body (word))
        return (Attribution){ TRUE, resolve_noun (self, paragraph, i - 1, low), verb };
      if (shares_subject (word) || i == verb)
        return shares_subject (word) ? first_subject (self, paragraph, low, i - 1, verb)
                                     : (Attribution){ TRUE, -1, verb };
      i--;
    }
  return nothing;
}

static gboolean
is_according (const PlxTokenView *view, guint paragraph, guint i)
{
  char word[PLX_WORD_SIZE];

  return strcmp (plx_token_view_word (view, paragraph, i, word), "according") == 0;
}

/* The subject behind the verb at token @verb: "said Venn", "said the mayor, Maria Venn". */
static Attribution
subject_behind (const Attributor *self, guint paragraph, guint verb, guint high)
{
  const PlxTokenView *view = self->view;
  char word[PLX_WORD_SIZE];
  int role = -1, cue = verb;

  if (is_according (view, paragraph, verb))
    verb = MIN (verb + 1, high - 1);
  high = MIN (high, verb + 1 + MAX_INVERTED);
  for (guint i = verb + 1; i < high; i++)
    {
      int mention = plx_token_view_mention (view, paragraph, i);
      gunichar c = plx_token_view_char (view, paragraph, i);

      if (plx_token_view_is_quoted (view, paragraph, i) || is_clause_break (c))
        break;
      plx_token_view_word (view, paragraph, i, word);
      if (i == verb + 1 && plx_antecedents_is_pronoun (word))
        return (Attribution){ TRUE,
                              plx_antecedents_find_pronoun (self->antecedents, word, paragraph, i, self->last_speaker),
                              cue };
      if (may_speak (view, mention))
        {
          /* "said Orlova's mayor, Maria Venn": a person later in the phrase is the speaker rather than the place. */
          for (guint k = i;
               k < high && !is_person (view, mention) && !is_clause_break (plx_token_view_char (view, paragraph, k))
               && !plx_token_view_is_quoted (view, paragraph, k);
               k++)
            if (is_person (view, plx_token_view_mention (view, paragraph, k)))
              return (Attribution){ TRUE, plx_token_view_mention (view, paragraph, k), cue };
          return (Attribution){ TRUE, mention, cue };
        }
      if (plx_antecedents_is_role (word) && role < 0)
        role = i;
      else if (mention < 0 && plx_token_view_get (view, paragraph, i)->kind == PLX_TOKEN_WORD && i == verb + 1
               && (strcmp (word, "in") == 0 || strcmp (word, "on") == 0 || strcmp (word, "at") == 0
                   || strcmp (word, "to") == 0 || strcmp (word, "that") == 0))
        return nothing;
    }
  if (role >= 0)
    return (Attribution){ TRUE, resolve_noun (self, paragraph, role, verb + 1), cue };
  return nothing;
}

static PlxCueStrength
cue_at (const PlxTokenView *view, guint paragraph, guint i)
{
  char word[PLX_WORD_SIZE];
  PlxCueStrength strength;

  if (plx_token_view_get (view, paragraph, i)->kind != PLX_TOKEN_WORD || plx_token_view_is_quoted (view, paragraph, i)
      || plx_token_view_mention (view, paragraph, i) >= 0)
    return PLX_CUE_NONE;
  strength = plx_cue_verbs_find (plx_token_view_word (view, paragraph, i, word));
  if (strength != PLX_CUE_NOUN)
    return strength;
  if (i > 0
      && (may_speak (view, plx_token_view_mention (view, paragraph, i - 1))
          || plx_antecedents_is_pronoun (plx_token_view_word (view, paragraph, i - 1, word))
          || strcmp (word, "who") == 0))
    return PLX_CUE_STRONG;
  return PLX_CUE_NONE;
}

/* A cue behind the quotation: “…,” Venn said; “…,” said Venn; “…,” according to Venn. */
static Attribution
cue_behind (const Attributor *self, const Frame *frame)
{
  const PlxTokenView *view = self->view;
  guint p = frame->paragraph;
  guint high = MIN (frame->last, frame->behind + MAX_AFTER_QUOTE);
  guint i = frame->behind;

  /* “….” — Maria Venn: the dash stands in a sentence of its own. */
  if (i >= frame->last && i + 1 < plx_token_view_count (view, p) && is_long_dash (plx_token_view_char (view, p, i))
      && is_person (view, plx_token_view_mention (view, p, i + 1)))
    return (Attribution){ TRUE, plx_token_view_mention (view, p, i + 1), -1 };

  while (i < high && plx_token_view_get (view, p, i)->kind == PLX_TOKEN_PUNCTUATION)
    {
      gunichar c = plx_token_view_char (view, p, i);

      if ((is_long_dash (c) || c == '-') && i + 1 < high && is_person (view, plx_token_view_mention (view, p, i + 1)))
        return (Attribution){ TRUE, plx_token_view_mention (view, p, i + 1), -1 };
      if (c == ';' || c == ':' || c == '(')
        return nothing;
      i++;
    }
  if (i >= high)
    return nothing;

  if (is_according (view, p, i) || cue_at (view, p, i) == PLX_CUE_STRONG)
    {
      Attribution inverted = subject_behind (self, p, i, frame->last);

      if (inverted.found)
        return inverted;
    }
  for (guint k = i; k < high; k++)
    {
      gunichar c = plx_token_view_char (view, p, k);

      if (plx_token_view_is_quoted (view, p, k) || is_clause_break (c))
        break;
      if (c == '(')
        while (k + 1 < high && plx_token_view_char (view, p, k) != ')')
          k++;
      if (k > i && is_according (view, p, k))
        return subject_behind (self, p, k, frame->last);
      if (k > i && cue_at (view, p, k) == PLX_CUE_STRONG)
        {
          Attribution plain = subject_before (self, p, k, i);

          if (plain.found)
            return plain;
        }
    }
  return nothing;
}

/* A cue before the quotation: Venn said: “…”; Venn called it “…”; according to Venn, “…”. The nearest counts. */
static Attribution
cue_before (const Attributor *self, const Frame *frame)
{
  const PlxTokenView *view = self->view;
  guint p = frame->paragraph;
  guint low = MAX (frame->first, frame->quote > MAX_FRAME ? frame->quote - MAX_FRAME : 0);
  Attribution weak = nothing;

  for (guint i = frame->quote; i-- > low;)
    {
      PlxCueStrength strength = cue_at (view, p, i);
      Attribution here;

      if (strength == PLX_CUE_NONE)
        continue;
      here = is_according (view, p, i) ? subject_behind (self, p, i, frame->quote)
                                       : subject_before (self, p, i, frame->first);
      if (here.found && strength == PLX_CUE_STRONG)
        return here.speaker < 0 && weak.speaker >= 0 ? weak : here;
      if (here.found && !weak.found)
        weak = here;
    }
  return weak;
}

/* Index of the first sentence that ends behind @offset. */
static guint
sentence_at (const GArray *sentences, guint offset)
{
  guint low = 0, high = sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sentences, PlxSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static Frame
frame_of (const PlxTokenView *view, const PlxQuotation *quotation)
{
  const GArray *sentences = plx_article_get_paragraph (view->article, quotation->paragraph)->sentences;
  guint p = quotation->paragraph;
  guint mark = quotation->span.start > 0 ? quotation->span.start - 1 : 0;
  guint first = sentence_at (sentences, mark);
  guint last = sentence_at (sentences, quotation->span.end > 0 ? quotation->span.end - 1 : 0);
  Frame frame = { p, 0, 0, 0, plx_token_view_count (view, p) };

  if (first < sentences->len)
    frame.first = plx_token_view_find (view, p, g_array_index (sentences, PlxSpan, first).start);
  if (last < sentences->len)
    frame.last = plx_token_view_find (view, p, g_array_index (sentences, PlxSpan, last).end);
  frame.quote = plx_token_view_find (view, p, quotation->span.start);
  frame.behind = MIN (plx_token_view_find (view, p, quotation->span.end), frame.last);
  frame.first = MIN (frame.first, frame.quote);
  /* The closing mark itself. */
  if (frame.behind < frame.last && plx_token_view_get (view, p, frame.behind)->kind == PLX_TOKEN_PUNCTUATION
      && plx_token_view_get (view, p, frame.behind)->span.start == quotation->span.end)
    frame.behind++;

  return frame;
}

static gboolean
has_words (const PlxTokenView *view, guint paragraph, guint from, guint to)
{
  for (guint i = from; i < to && i < from + MAX_FRAME; i++)
    if (!plx_token_view_is_quoted (view, paragraph, i)
        && plx_token_view_get (view, paragraph, i)->kind != PLX_TOKEN_PUNCTUATION)
      return TRUE;
  return FALSE;
}

/* The organisation a speaker told it to, or on whose programme: "told CBS News", "in an interview with CBS". */
static int
find_venue (const PlxTokenView *view, const Frame *frame)
{
  static const char *const before[] = { "told", "tell", "tells", "telling", "with", "to", "on" };
  static const char *const speaking[] = { "told",      "tell",       "tells",    "telling",   "interview",
                                          "statement", "spoke",      "speaking", "remarks",   "briefing",
                                          "post",      "appearance", "said",     "appearing", "interviewed" };
  guint ranges[2][2] = { { frame->first, frame->quote }, { frame->behind, frame->last } };
  char word[PLX_WORD_SIZE];

  for (guint r = 0; r < 2; r++)
    {
      guint from = ranges[r][0], to = ranges[r][1];
      guint n_since = G_MAXUINT;

      from = r == 0 && to > from + MAX_FRAME ? to - MAX_FRAME : from;
      to = MIN (to, from + MAX_FRAME);
      for (guint i = from; i < to; i++)
        {
          int mention = plx_token_view_mention (view, frame->paragraph, i);

          if (plx_token_view_is_quoted (view, frame->paragraph, i))
            continue;
          plx_token_view_word (view, frame->paragraph, i, word);
          if (mention < 0 && is_word_of (word, speaking, G_N_ELEMENTS (speaking)))
            n_since = 0;
          else if (n_since != G_MAXUINT)
            n_since++;
          if (mention >= 0 && i > from && n_since <= 5
              && g_array_index (view->mentions, PlxMention, mention).type == PLX_ENTITY_ORG)
            {
              guint start = plx_token_view_mention_start (view, frame->paragraph, i);

              if (start > from && strcmp (plx_token_view_word (view, frame->paragraph, start - 1, word), "the") == 0)
                start--;
              if (start > from
                  && is_word_of (plx_token_view_word (view, frame->paragraph, start - 1, word), before,
                                 G_N_ELEMENTS (before)))
                return mention;
            }
        }
    }
  return -1;
}

/* What the words before a paragraph of nothing but quotation announce: "Venn went on:". */
static Attribution
announced_by (const Attributor *self, guint paragraph)
{
  const PlxTokenView *view = self->view;
  const GArray *sentences = plx_article_get_paragraph (view->article, paragraph)->sentences;
  guint n = plx_token_view_count (view, paragraph);
  Frame frame = { paragraph, 0, n, n, n };

  if (n == 0 || sentences->len == 0)
    return nothing;
  frame.first = plx_token_view_find (view, paragraph, g_array_index (sentences, PlxSpan, sentences->len - 1).start);
  if (plx_token_view_char (view, paragraph, n - 1) == ':')
    {
      Attribution cue = cue_before (self, &frame);

      return cue.found ? cue : first_subject (self, paragraph, frame.first, frame.quote, -1);
    }
  return nothing;
}

/*
 * Whether a clause ends with the quotation, so that a cue may follow: “It broke,” Venn said. In: Lund called it
 * “broken” when Venn said so, the words go on as part of the sentence.
 */
static gboolean
ends_clause (const PlxTokenView *view, const Frame *frame, const PlxQuotation *quotation)
{
  guint n = plx_token_view_count (view, frame->paragraph);
  guint last = plx_token_view_find (view, frame->paragraph, quotation->span.end - 1);

  if (last < n && plx_token_view_get (view, frame->paragraph, last)->kind == PLX_TOKEN_PUNCTUATION)
    return TRUE;
  return frame->behind >= n || frame->quote <= frame->first + 1
         || plx_token_view_get (view, frame->paragraph, frame->behind)->kind == PLX_TOKEN_PUNCTUATION;
}

/* Whether a sentence without quotation stands between the sentence of @before and @frame. */
static gboolean
has_sentence_between (const PlxTokenView *view, const PlxQuotation *before, const Frame *frame)
{
  Frame other = frame_of (view, before);

  return other.last < frame->first && has_words (view, frame->paragraph, other.last, frame->first);
}

/* Who speaks in the sentence before a quotation that is a sentence by itself: "It was over, Venn said. “…”" */
static Attribution
sentence_before (const Attributor *self, const Frame *frame)
{
  const GArray *sentences = plx_article_get_paragraph (self->view->article, frame->paragraph)->sentences;
  guint start = plx_token_view_get (self->view, frame->paragraph, frame->first)->span.start;
  guint index = sentence_at (sentences, start);
  Frame other = { frame->paragraph, 0, frame->first, frame->first, frame->first };
  Attribution cue;

  if (index == 0)
    return nothing;
  other.first = plx_token_view_find (self->view, frame->paragraph, g_array_index (sentences, PlxSpan, index - 1).start);
  cue = cue_before (self, &other);

  return cue.found ? cue : first_subject (self, frame->paragraph, other.first, other.quote, -1);
}

static void
set_attribution (const Attributor *self, PlxQuotation *quotation, Attribution attribution)
{
  quotation->speaker = attribution.speaker;
  if (attribution.cue >= 0)
    {
      const PlxToken *token = plx_token_view_get (self->view, quotation->paragraph, attribution.cue);
      const char *text = plx_article_get_paragraph (self->view->article, quotation->paragraph)->text;

      quotation->cue = is_according (self->view, quotation->paragraph, attribution.cue)
                           ? g_strdup ("according to")
                           : g_strndup (text + token->byte_start, token->byte_end - token->byte_start);
    }
}

/**
 * plx_speakers_attribute:
 * @view: the tokens of an article
 * @quotations: (element-type PlxQuotation): its quotations in order, without speaker, cue and venue, which are filled
 * in
 *
 * Finds who says what. First the verb of saying in the sentence around the quotation, behind it or before it, and its
 * subject; a pronoun or a role as subject is resolved. A quotation that is a sentence by itself belongs to whoever
 * spoke before it in the paragraph, is announced by the paragraph before, or spoke last.
 */
void
plx_speakers_attribute (const PlxTokenView *view, GArray *quotations)
{
  g_autoptr (PlxAntecedents) antecedents = plx_antecedents_new (view);
  Attributor self = { view, antecedents, -1 };
  g_autofree guint8 *resolved = g_new0 (guint8, quotations->len + 1);

  for (guint q = 0; q < quotations->len; q++)
    {
      PlxQuotation *quotation = &g_array_index (quotations, PlxQuotation, q);
      PlxQuotation *before = q > 0 ? &g_array_index (quotations, PlxQuotation, q - 1) : NULL;
      Frame frame = frame_of (view, quotation);
      gboolean closed = ends_clause (view, &frame, quotation);
      Attribution attribution = closed ? cue_behind (&self, &frame) : cue_before (&self, &frame);
      gboolean alone = !has_words (view, frame.paragraph, frame.first, frame.quote)
                       && !has_words (view, frame.paragraph, frame.behind, frame.last);

      if (!attribution.found)
        attribution = closed ? cue_before (&self, &frame) : cue_behind (&self, &frame);
      if (!attribution.found && !alone)
        attribution = first_subject (&self, frame.paragraph, frame.first, frame.quote, -1);

      if (attribution.found)
        {
          set_attribution (&self, quotation, attribution);
          quotation->venue = find_venue (view, &frame);
          resolved[q] = TRUE;
        }
      else if (before != NULL && before->group == quotation->group)
        {
          quotation->speaker = before->speaker;
          resolved[q] = resolved[q - 1];
        }
      else if (alone && before != NULL && before->paragraph == quotation->paragraph
               && !has_sentence_between (view, before, &frame))
        {
          quotation->speaker = before->speaker;
          resolved[q] = resolved[q - 1];
        }
      else if (alone && frame.first > 0 && (attribution = sentence_before (&self, &frame)).found)
        {
          quotation->speaker = attribution.speaker;
          resolved[q] = TRUE;
        }
      else if (alone)
        {
          Attribution announced = quotation->paragraph > 1 ? announced_by (&self, quotation->paragraph - 1) : nothing;

          if (announced.found)
            {
              quotation->speaker = announced.speaker;
              resolved[q] = TRUE;
            }
          else
            {
              /* Said on by the next words of the paragraph: “… . …,” Venn said. Else whoever spoke last goes on. */
              PlxQuotation *next = q + 1 < quotations->len ? &g_array_index (quotations, PlxQuotation, q + 1) : NULL;
              Attribution later = nothing;

              if (next != NULL && next->paragraph == quotation->paragraph)
                {
                  Frame next_frame = frame_of (view, next);

                  later = cue_behind (&self, &next_frame);
                }
              if (later.found)
                quotation->speaker = later.speaker;
              else if (before != NULL && before->paragraph + 1 >= quotation->paragraph)
                quotation->speaker = before->speaker;
            }
        }

      if (quotation->speaker >= 0)
        self.last_speaker = quotation->speaker;
    }
}
