/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Trains data/models/names.en.plx: see README.md.
 */

#include "config.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "crf-trainer.h"
#include "engine/annotate/plx-name-model.h"
#include "engine/text/plx-tokens.h"

/* What a set's labels leave open. */
typedef enum
{
  /* Labelled with all types. */
  LABELS_ALL,
  /* MISC may be a group, an event or other. */
  LABELS_FOUR,
  /* The same, and what is not labelled may be one of these too. */
  LABELS_FOUR_OPEN,
  /* Only people, organisations and places are labelled. */
  LABELS_THREE,
} LabelSet;

typedef struct
{
  const char *file;
  LabelSet labels;
  float weight;
  gboolean held_out;
} TrainingSet;

static const TrainingSet training_sets[] = {
  { "wikinews_news.conll", LABELS_ALL, 1, TRUE },        { "world_news.conll", LABELS_ALL, 1, TRUE },
  { "wikigold.conll", LABELS_FOUR, 0.7f, FALSE },        { "uner_ewt_dev.conll", LABELS_THREE, 0.5f, FALSE },
  { "gum_bio_voyage.conll", LABELS_FOUR, 0.5f, FALSE },  { "re3d_clean.conll", LABELS_FOUR_OPEN, 0.2f, FALSE },
  { "crossner.conll", LABELS_FOUR_OPEN, 0.3f, FALSE },   { "wnut17_train.conll", LABELS_FOUR_OPEN, 0.3f, FALSE },
  { "wnut17_dev.conll", LABELS_FOUR_OPEN, 0.3f, FALSE }, { "btc.conll", LABELS_THREE, 0.3f, FALSE },
};

typedef struct
{
  PlxArticle *article;
  GPtrArray *tokens;
  PlxNameDocument *names;
  /* Allowed labels of each token of the document. */
  guint32 *allowed;
  /* Where the document's tokens begin in the arrays of features. */
  guint first;
  float weight;
  LabelSet labels;
  gboolean held_out;
  guint fold;
} Document;

/* Features of all tokens, one after the other; bounds has one entry a token and one more. */
typedef struct
{
  GArray *ids;
  GArray *bounds;
} Features;

typedef struct
{
  GString *text;
  GArray *starts;
  GPtrArray *words;
  GPtrArray *tags;
} Line;

/* Words of names, to put other names in the place of those that a document has. */
enum
{
  POOL_GIVEN,
  POOL_SURNAME,
  POOL_PLACE,
  POOL_ORG,
  N_POOLS,
};

typedef struct
{
  GPtrArray *documents;
  const char *folder;
  gboolean hold_out;
  GPtrArray *pools[N_POOLS];
  /* Names that nobody has. */
  GPtrArray *invented;
  GRand *random;
} Reader;

static gboolean
is_one_of (const char *word, const char *list)
{
  g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);

  return strstr (list, spaced) != NULL;
}

/* Puts the tokens of a data set together again as they were written. */
static void
line_add (Line *line, const char *token, const char *previous, const char *tag, gboolean *in_quotation)
{
  static const char *const before = " . , ; : ! ? ) ] } % 's n't 're 've 'll 'd 'm '' ";
  static const char *const after = " ( [ { $ # `` ";
  const char *word = g_str_equal (token, "``") ? "“" : g_str_equal (token, "''") ? "”" : token;
  gboolean quote = g_str_equal (token, "\"");
  gboolean glue = line->text->len == 0 || is_one_of (token, before) || (previous != NULL && is_one_of (previous, after))
                  || (quote && *in_quotation) || (g_strcmp0 (previous, "\"") == 0 && *in_quotation);
  guint span[2];

  if (quote)
    *in_quotation = !*in_quotation;
  if (!glue)
    g_string_append_c (line->text, ' ');
  span[0] = (guint)g_utf8_strlen (line->text->str, (gssize)line->text->len);
  g_string_append (line->text, word);
  span[1] = (guint)g_utf8_strlen (line->text->str, (gssize)line->text->len);
  g_array_append_vals (line->starts, span, 2);
  g_ptr_array_add (line->words, g_strdup (token));
  g_ptr_array_add (line->tags, g_strdup (tag));
}

static Line *
line_new (void)
{
  Line *line = g_new0 (Line, 1);

  line->text = g_string_new (NULL);
  line->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  line->words = g_ptr_array_new_with_free_func (g_free);
  line->tags = g_ptr_array_new_with_free_func (g_free);

  return line;
}

static void
line_free (Line *line)
{
  g_string_free (line->text, TRUE);
  g_array_unref (line->starts);
  g_ptr_array_unref (line->words);
  g_ptr_array_unref (line->tags);
  g_free (line);
}

static guint32
mask_of_types (PlxNamePosition position, const PlxNameType *types, guint n)
{
  guint32 mask = 0;

  for (guint i = 0; i < n; i++)
    mask |= 1u << PLX_NAME_LABEL (types[i], position);
  return mask;
}

/* The labels that a token may have whose data set labels it @type, or not at all when @type is NULL. */
static guint32
allowed_labels (const char *type, PlxNamePosition position, LabelSet labels)
{
  static const PlxNameType open[] = { PLX_NAME_GROUP, PLX_NAME_EVENT, PLX_NAME_OTHER };
  static const struct
  {
    const char *tag;
    PlxNameType type;
  } types[] = { { "PER", PLX_NAME_PERSON }, { "ORG", PLX_NAME_ORG },   { "LOC", PLX_NAME_PLACE },
                { "GRP", PLX_NAME_GROUP },  { "EVT", PLX_NAME_EVENT }, { "MISC", PLX_NAME_OTHER } };

  if (type == NULL)
    {
      guint32 mask = 1;

      if (labels == LABELS_FOUR_OPEN || labels == LABELS_THREE)
        for (guint p = 0; p < 4; p++)
          mask |= mask_of_types (p, open, G_N_ELEMENTS (open));
      return mask;
    }
  if (labels != LABELS_ALL && g_str_equal (type, "MISC"))
    return mask_of_types (position, open, G_N_ELEMENTS (open));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].tag))
      return 1u << PLX_NAME_LABEL (types[i].type, position);

  /* Dates and quantities are found by grammar. */
  return 1;
}

/* Gives our tokens the labels of the data set's: a token belongs to the name that it overlaps. */
static void
label_tokens (const Line *line, const GArray *tokens, LabelSet labels, guint32 *allowed)
{
  guint t = 0;

  for (guint i = 0; i < tokens->len; i++)
    allowed[i] = allowed_labels (NULL, 0, labels);

  for (guint i = 0; i < line->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (line->tags, i);
      PlxSpan span;
      guint first, last;

      if (tag[0] != 'B' && tag[0] != 'I')
        continue;
      span.start = g_array_index (line->starts, guint, 2 * i);
      while (i + 1 < line->tags->len && ((const char *)g_ptr_array_index (line->tags, i + 1))[0] == 'I')
        i++;
      span.end = g_array_index (line->starts, guint, 2 * i + 1);

      while (t < tokens->len && g_array_index (tokens, PlxToken, t).span.end <= span.start)
        t++;
      first = t;
      while (t < tokens->len && g_array_index (tokens, PlxToken, t).span.start < span.end)
        t++;
      if (t == first)
        continue;
      last = t - 1;
      for (guint k = first; k <= last; k++)
        allowed[k] = allowed_labels (tag + 2,
                                     first == last ? PLX_NAME_UNIT
                                     : k == first  ? PLX_NAME_BEGIN
                                     : k == last   ? PLX_NAME_LAST
                                                   : PLX_NAME_INSIDE,
                                     labels);
    }
}

/* How a document is written, so that the model learns from headlines too. */
typedef enum
{
  AS_WRITTEN,
  IN_CAPITALS,
  IN_TITLE_CASE,
} Writing;

static void
rewrite (GString *text, Writing writing)
{
  gboolean start = TRUE;

  for (char *p = text->str; *p != '\0'; p++)
    {
      if (writing == IN_CAPITALS || (writing == IN_TITLE_CASE && start))
        *p = g_ascii_toupper (*p);
      start = *p == ' ' || *p == '"';
    }
}

static guint
hash_of_lines (GPtrArray *lines)
{
  return 31 * g_str_hash (((Line *)g_ptr_array_index (lines, 0))->text->str)
         + g_str_hash (((Line *)g_ptr_array_index (lines, lines->len - 1))->text->str);
}

static void
add_document (Reader *reader, GPtrArray *lines, const TrainingSet *set, guint hash, float weight, Writing writing)
{
  Document *document = g_new0 (Document, 1);
  GArray *allowed = g_array_new (FALSE, TRUE, sizeof (guint32));

  document->held_out = reader->hold_out && set->held_out && hash % 10 == 0;
  document->weight = set->weight * weight;
  document->labels = set->labels;
  document->fold = (hash / 10) % 2;
  document->article = plx_article_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);

      rewrite (line->text, writing);
      plx_article_add_paragraph (document->article, PLX_PARAGRAPH_TEXT, line->text->str);
    }
  plx_article_freeze (document->article);
  document->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i <= plx_article_get_n_paragraphs (document->article); i++)
    {
      GArray *tokens = plx_tokens_split (plx_article_get_paragraph (document->article, i)->text);
      guint before = allowed->len;

      g_ptr_array_add (document->tokens, tokens);
      g_array_set_size (allowed, before + tokens->len);
      if (i > 0)
        label_tokens (g_ptr_array_index (lines, i - 1), tokens, set->labels, (guint32 *)(void *)allowed->data + before);
    }
  document->allowed = (guint32 *)(void *)g_array_free (allowed, FALSE);
  g_ptr_array_add (reader->documents, document);
}

static gboolean
is_name_word (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word)) && g_utf8_strlen (word, -1) > 2
         && strpbrk (word, ".-'&0123456789") == NULL;
}

/* The pool that a word of a name belongs to, or -1. */
static int
pool_of (const Line *line, guint i)
{
  const char *tag = g_ptr_array_index (line->tags, i);
  gboolean goes_on = i + 1 < line->tags->len && ((char *)g_ptr_array_index (line->tags, i + 1))[0] == 'I';

  if (!is_name_word (g_ptr_array_index (line->words, i)))
    return -1;
  if (g_str_equal (tag, "B-PER"))
    return goes_on ? POOL_GIVEN : POOL_SURNAME;
  if (g_str_equal (tag, "I-PER"))
    return POOL_SURNAME;
  if (g_str_equal (tag, "B-LOC") && !goes_on)
    return POOL_PLACE;
  if (g_str_equal (tag, "B-ORG") && !goes_on)
    return POOL_ORG;
  return -1;
}

static void
fill_pools (Reader *reader, GPtrArray *lines)
{
  for (guint l = 0; l < lines->len; l++)
    {
      const Line *line = g_ptr_array_index (lines, l);

      for (guint i = 0; i < line->words->len; i++)
        {
          int pool = pool_of (line, i);

          if (pool >= 0)
            g_ptr_array_add (reader->pools[pool], g_strdup (g_ptr_array_index (line->words, i)));
        }
    }
}

static const char *
pick (Reader *reader, int pool)
{
  return g_ptr_array_index (reader->pools[pool],
                            g_rand_int_range (reader->random, 0, (gint32)reader->pools[pool]->len));
}

/* Another word for a name: one that is in use, or, one time in three for people and organisations, the front of one and
 * the back of another, which no gazetteer knows. */
static const char *
pick_other (Reader *reader, int pool)
{
  const char *front = pick (reader, pool), *back = pick (reader, pool);
  char *blend;

  if (pool == POOL_PLACE || g_rand_int_range (reader->random, 0, 3) > 0 || strlen (front) < 4 || strlen (back) < 4
      || !g_str_is_ascii (front) || !g_str_is_ascii (back) || !g_ascii_islower (front[1]) || !g_ascii_islower (back[1]))
    return front;
  blend = g_strdup_printf ("%.*s%s", (int)(strlen (front) + 1) / 2, front, back + strlen (back) / 2);
  g_ptr_array_add (reader->invented, blend);

  return blend;
}

/* The same document about others: each word of a name becomes one word everywhere. It teaches what does not hang on
 * the names that happened to be in the news. */
static GPtrArray *
rename_lines (Reader *reader, GPtrArray *lines)
{
  GPtrArray *renamed = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  g_autoptr (GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint l = 0; l < lines->len; l++)
    {
      const Line *line = g_ptr_array_index (lines, l);
      Line *copy = line_new ();
      const char *previous = NULL;
      gboolean in_quotation = FALSE;

      for (guint i = 0; i < line->words->len; i++)
        {
          const char *word = g_ptr_array_index (line->words, i);
          int pool = pool_of (line, i);

          if (pool >= 0)
            {
              const char *other = g_hash_table_lookup (others, word);

              if (other == NULL)
                {
                  other = pick_other (reader, pool);
                  g_hash_table_insert (others, (gpointer)word, (gpointer)other);
                }
              word = other;
            }
          line_add (copy, word, previous, g_ptr_array_index (line->tags, i), &in_quotation);
          previous = word;
        }
      g_ptr_array_add (renamed, copy);
    }

  return renamed;
}

static void
finish_document (Reader *reader, GPtrArray *lines, const TrainingSet *set, float renamed_weight)
{
  guint hash;
  g_autoptr (GPtrArray) others = NULL;

  if (lines->len == 0)
    return;
  hash = hash_of_lines (lines);
  if (renamed_weight <= 0)
    {
      fill_pools (reader, lines);
      add_document (reader, lines, set, hash, 1, AS_WRITTEN);
    }
  /* Nothing of what is held out may be seen in another dress. */
  if (set->labels == LABELS_ALL && !(reader->hold_out && set->held_out && hash % 10 == 0))
    {
      if (renamed_weight > 0)
        {
          others = rename_lines (reader, lines);
          add_document (reader, others, set, hash, renamed_weight, AS_WRITTEN);
        }
      else if (hash / 20 % 12 < 2)
        add_document (reader, lines, set, hash, 0.5f, hash / 20 % 12 == 0 ? IN_CAPITALS : IN_TITLE_CASE);
    }
  g_ptr_array_set_size (lines, 0);
}

/* Reads a set; with @renamed_weight above 0 only its documents with other names. */
static gboolean
read_set (Reader *reader, const TrainingSet *set, float renamed_weight, GError **error)
{
  g_autofree char *path = g_build_filename (reader->folder, set->file, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  Line *line = NULL;
  g_autofree char *previous = NULL;
  gboolean in_quotation = FALSE;

  if (!g_file_get_contents (path, &data, NULL, error))
    return FALSE;
  for (char *next = data, *row; (row = strsep (&next, "\n")) != NULL;)
    {
      g_auto (GStrv) fields = NULL;
      guint n;

      g_strdelimit (row, "\t\r", ' ');
      fields = g_strsplit (g_strstrip (row), " ", -1);
      n = g_strv_length (fields);
      if (n < 2 || g_str_has_prefix (fields[0], "-DOCSTART-"))
        {
          line = NULL;
          if (n >= 2)
            finish_document (reader, lines, set, renamed_weight);
          continue;
        }
      if (!g_utf8_validate (fields[0], -1, NULL))
        continue;
      if (line == NULL)
        {
          line = line_new ();
          g_ptr_array_add (lines, line);
          in_quotation = FALSE;
          g_clear_pointer (&previous, g_free);
        }
      line_add (line, fields[0], previous, fields[n - 1], &in_quotation);
      g_free (previous);
      previous = g_strdup (fields[0]);
    }
  finish_document (reader, lines, set, renamed_weight);

  return TRUE;
}

static guint
lookup_id (GHashTable *ids, guint32 hash)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (ids, GUINT_TO_POINTER (hash)));
}

/* Counts features; those of at least @least tokens get a number. */
static GArray *
number_features (GPtrArray *documents, guint least)
{
  const guint n_slots = 1u << 25;
  g_autofree guint32 *keys = g_new0 (guint32, n_slots);
  g_autofree guint8 *counts = g_new0 (guint8, n_slots);
  GArray *numbered = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 features[PLX_NAME_MAX_FEATURES];

  for (guint d = 0; d < documents->len; d++)
    {
      const Document *document = g_ptr_array_index (documents, d);

      for (guint i = 0; !document->held_out && i < plx_name_document_get_n_tokens (document->names); i++)
        for (guint n = plx_name_document_collect (document->names, i, features); n > 0; n--)
          {
            guint32 key = features[n - 1];
            guint32 slot = (key * 0x9e3779b1u) >> 7;

            while (counts[slot] != 0 && keys[slot] != key)
              slot = (slot + 1) & (n_slots - 1);
            keys[slot] = key;
            if (counts[slot] < 255)
              counts[slot]++;
          }
    }
  for (guint slot = 0; slot < n_slots; slot++)
    if (counts[slot] >= least)
      g_array_append_val (numbered, keys[slot]);

  return numbered;
}

static void
collect_features (GPtrArray *documents, GHashTable *ids, Features *features)
{
  guint32 hashes[PLX_NAME_MAX_FEATURES];

  features->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  features->bounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint d = 0; d < documents->len; d++)
    {
      Document *document = g_ptr_array_index (documents, d);

      document->first = features->bounds->len;
      for (guint i = 0; !document->held_out && i < plx_name_document_get_n_tokens (document->names); i++)
        {
          g_array_append_val (features->bounds, features->ids->len);
          for (guint n = plx_name_document_collect (document->names, i, hashes), f = 0; f < n; f++)
            {
              guint32 id = lookup_id (ids, hashes[f]);

              if (id > 0 && --id < G_MAXUINT32)
                g_array_append_val (features->ids, id);
            }
        }
    }
  g_array_append_val (features->bounds, features->ids->len);
}

/* The features of agreement, given the labels that another fold's model found; they get numbers as they come. */
static void
collect_agreement (GPtrArray *documents, GHashTable *ids, GArray *numbered, guint8 **labels, Features *features)
{
  guint32 hashes[PLX_NAME_MAX_FEATURES];

  features->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  features->bounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint d = 0; d < documents->len; d++)
    {
      Document *document = g_ptr_array_index (documents, d);

      if (document->held_out)
        continue;
      plx_name_document_agree (document->names, labels[d]);
      for (guint i = 0; i < plx_name_document_get_n_tokens (document->names); i++)
        {
          g_array_append_val (features->bounds, features->ids->len);
          for (guint n = plx_name_document_collect_agreement (document->names, i, hashes), f = 0; f < n; f++)
            {
              guint32 id = lookup_id (ids, hashes[f]);

              if (id == 0)
                {
                  g_array_append_val (numbered, hashes[f]);
                  id = numbered->len;
                  g_hash_table_insert (ids, GUINT_TO_POINTER (hashes[f]), GUINT_TO_POINTER (id));
                }
              id--;
              g_array_append_val (features->ids, id);
            }
        }
    }
  g_array_append_val (features->bounds, features->ids->len);
}

static GArray *
list_sentences (GPtrArray *documents, const Features *features, const Features *agreement, int fold)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (CrfSentence));

  for (guint d = 0; d < documents->len; d++)
    {
      const Document *document = g_ptr_array_index (documents, d);

      if (document->held_out || (fold >= 0 && document->fold != (guint)fold))
        continue;
      for (guint s = 0; s < plx_name_document_get_n_sentences (document->names); s++)
        {
          guint start, end;
          CrfSentence sentence = { 0 };

          plx_name_document_get_sentence (document->names, s, &start, &end);
          sentence.n = end - start;
          sentence.ids = (const guint32 *)(void *)features->ids->data;
          sentence.bounds = (const guint32 *)(void *)features->bounds->data + document->first + start;
          if (agreement != NULL)
            {
              sentence.agreement_ids = (const guint32 *)(void *)agreement->ids->data;
              sentence.agreement_bounds = (const guint32 *)(void *)agreement->bounds->data + document->first + start;
            }
          sentence.allowed = document->allowed + start;
          sentence.weight = document->weight;
          g_array_append_val (sentences, sentence);
        }
    }

  return sentences;
}

static int
compare_hashes (gconstpointer a, gconstpointer b, gpointer hashes)
{
  guint32 x = g_array_index ((GArray *)hashes, guint32, *(const guint *)a);
  guint32 y = g_array_index ((GArray *)hashes, guint32, *(const guint *)b);

  return x < y ? -1 : x > y;
}

static GBytes *
write_model (CrfTrainer *trainer, GArray *numbered)
{
  g_autofree guint *order = g_new (guint, trainer->n_features);
  g_autofree guint32 *hashes = NULL;
  g_autofree float *weights = NULL;
  guint n = 0;

  crf_trainer_apply_scale (trainer);
  for (guint f = 0; f < trainer->n_features; f++)
    {
      gboolean any = FALSE;

      for (guint l = 0; l < CRF_N && trainer->kept[f]; l++)
        any |= trainer->weights[(gsize)f * CRF_ROW + l] > 1 / 64.0f
               || trainer->weights[(gsize)f * CRF_ROW + l] < -1 / 64.0f;
      if (any)
        order[n++] = f;
    }
  g_qsort_with_data (order, (gint)n, sizeof *order, compare_hashes, numbered);
  hashes = g_new (guint32, n);
  weights = g_new (float, (gsize)n *CRF_N);
  for (guint i = 0; i < n; i++)
    {
      hashes[i] = g_array_index (numbered, guint32, order[i]);
      memcpy (weights + (gsize)i * CRF_N, trainer->weights + (gsize)order[i] * CRF_ROW, CRF_N * sizeof (float));
    }
  g_print ("%u features in the model\n", n);

  return plx_name_model_write (n, hashes, weights, (const float (*)[CRF_N])trainer->transitions);
}

static void
evaluate (const PlxNameModel *model, GPtrArray *documents, PlxNamePasses passes)
{
  static const char *const names[] = { "person", "org", "place", "group", "event", "other" };
  guint right[PLX_N_NAME_TYPES] = { 0 }, found[PLX_N_NAME_TYPES] = { 0 }, gold[PLX_N_NAME_TYPES] = { 0 };
  guint sums[3] = { 0 };

  for (guint d = 0; d < documents->len; d++)
    {
      Document *document = g_ptr_array_index (documents, d);
      guint n = plx_name_document_get_n_tokens (document->names);
      g_autofree guint8 *labels = NULL;

      if (!document->held_out)
        continue;
      labels = plx_name_model_label (model, document->names, passes);
      for (guint i = 0; i < n; i++)
        {
          guint wanted = (guint)g_bit_nth_lsf (document->allowed[i], -1);
          gboolean starts_wanted = wanted != 0 && PLX_NAME_LABEL_POSITION (wanted) % 3 == 0;
          gboolean starts = labels[i] != 0 && PLX_NAME_LABEL_POSITION (labels[i]) % 3 == 0;

          if (starts_wanted)
            gold[PLX_NAME_LABEL_TYPE (wanted)]++;
          if (starts)
            found[PLX_NAME_LABEL_TYPE (labels[i])]++;
          if (!starts || !starts_wanted)
            continue;
          for (guint k = i; k < n && labels[k] == (guint)g_bit_nth_lsf (document->allowed[k], -1); k++)
            if (PLX_NAME_LABEL_POSITION (labels[k]) >= PLX_NAME_LAST)
              {
                right[PLX_NAME_LABEL_TYPE (wanted)]++;
                break;
              }
        }
    }
  for (guint t = 0; t < PLX_N_NAME_TYPES; t++)
    {
      g_print ("  %s %.3f of %u", names[t], 2.0 * right[t] / MAX (1, found[t] + gold[t]), gold[t]);
      if (t < 3)
        {
          sums[0] += right[t];
          sums[1] += found[t];
          sums[2] += gold[t];
        }
    }
  g_print ("\n  held out, pass %d: person+org+place P %.4f R %.4f F1 %.4f\n", passes + 1,
           (double)sums[0] / MAX (1, sums[1]), (double)sums[0] / MAX (1, sums[2]),
           2.0 * sums[0] / MAX (1, sums[1] + sums[2]));
}

static void
report (CrfTrainer *trainer, GArray *numbered, GPtrArray *documents, gboolean agreement)
{
  g_autoptr (GBytes) bytes = write_model (trainer, numbered);
  g_autoptr (PlxNameModel) model = plx_name_model_new (bytes, NULL);

  evaluate (model, documents, PLX_NAME_PASS_ONE);
  if (agreement)
    evaluate (model, documents, PLX_NAME_PASS_BOTH);
}

/* Labels each document by a model that has not seen it. */
static guint8 **
cross_label (GPtrArray *documents, GArray *numbered, const Features *features, int epochs, float rate, float decay)
{
  guint8 **labels = g_new0 (guint8 *, documents->len);

  for (int fold = 0; fold < 2; fold++)
    {
      g_autoptr (GArray) sentences = list_sentences (documents, features, NULL, fold);
      CrfTrainer *trainer = crf_trainer_new (numbered->len, rate, decay, sentences->len);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PlxNameModel) model = NULL;

      for (int e = 0; e < epochs; e++)
        g_print ("fold %d epoch %d loss %.4f\n", fold, e, crf_trainer_epoch (trainer, sentences, 0));
      bytes = write_model (trainer, numbered);
      model = plx_name_model_new (bytes, NULL);
      for (guint d = 0; d < documents->len; d++)
        {
          Document *document = g_ptr_array_index (documents, d);

          if (document->fold != (guint)fold)
            labels[d] = plx_name_model_label (model, document->names, PLX_NAME_PASS_ONE);
        }
      crf_trainer_free (trainer);
    }

  return labels;
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL, *output = NULL, *gazetteer_path = NULL;
  gboolean hold_out = FALSE, no_agreement = FALSE, verbose = FALSE;
  int epochs = 8, fold_epochs = 3, tuning_epochs = 2, keep = 170000, least = 2;
  double rate = 0.1, decay = 1e-6, dropout = 0, renamed = 0.5;
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "Folder of the labelled sets", "DIR" },
    { "gazetteer", 0, 0, G_OPTION_ARG_FILENAME, &gazetteer_path, "Gazetteer; none to measure without", "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Model to write", "FILE" },
    { "hold-out", 0, 0, G_OPTION_ARG_NONE, &hold_out, "Keep a tenth of the news documents back and measure", NULL },
    { "no-agreement", 0, 0, G_OPTION_ARG_NONE, &no_agreement, "Without the second pass", NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Measure after each epoch", NULL },
    { "epochs", 0, 0, G_OPTION_ARG_INT, &epochs, "Passes over the data", "N" },
    { "fold-epochs", 0, 0, G_OPTION_ARG_INT, &fold_epochs, "Passes for the labels of agreement", "N" },
    { "tuning-epochs", 0, 0, G_OPTION_ARG_INT, &tuning_epochs, "Passes after small features are dropped", "N" },
    { "keep", 0, 0, G_OPTION_ARG_INT, &keep, "Features to keep", "N" },
    { "least", 0, 0, G_OPTION_ARG_INT, &least, "Tokens that a feature must have", "N" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &rate, "First learning rate", "R" },
    { "decay", 0, 0, G_OPTION_ARG_DOUBLE, &decay, "Weight decay", "R" },
    { "renamed", 0, 0, G_OPTION_ARG_DOUBLE, &renamed, "Weight of the documents with other names", "R" },
    { "dropout", 0, 0, G_OPTION_ARG_DOUBLE, &dropout, "Share of the features left out at random", "R" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) numbered = NULL, sentences = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxGazetteer) gazetteer = NULL;
  Features features, agreement = { NULL, NULL };
  CrfTrainer *trainer;
  Reader reader;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || data == NULL || output == NULL)
    {
      g_printerr ("train-names: %s\n", error != NULL ? error->message : "--data and --output are needed");
      return 2;
    }
  if (gazetteer_path != NULL)
    {
      char *contents;
      gsize length;

      if (g_file_get_contents (gazetteer_path, &contents, &length, &error))
        {
          g_autoptr (GBytes) file = g_bytes_new_take (contents, length);

          gazetteer = plx_gazetteer_new (file, &error);
        }
      if (gazetteer == NULL)
        {
          g_printerr ("train-names: %s: %s\n", gazetteer_path, error->message);
          return 1;
        }
    }
  reader = (Reader){ documents, data, hold_out, { NULL }, g_ptr_array_new (), g_rand_new_with_seed (11) };
  for (guint i = 0; i < N_POOLS; i++)
    reader.pools[i] = g_ptr_array_new ();
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (training_sets); i++)
      if ((pass == 0 || (renamed > 0 && training_sets[i].labels == LABELS_ALL))
          && !read_set (&reader, &training_sets[i], pass == 0 ? 0 : (float)renamed, &error))
        {
          g_printerr ("train-names: %s\n", error->message);
          return 1;
        }
  for (guint d = 0; d < documents->len; d++)
    {
      Document *document = g_ptr_array_index (documents, d);

      document->names = plx_name_document_new (document->article, document->tokens, gazetteer);
    }

  numbered = number_features (documents, (guint)least);
  for (guint i = 0; i < numbered->len; i++)
    g_hash_table_insert (ids, GUINT_TO_POINTER (g_array_index (numbered, guint32, i)), GUINT_TO_POINTER (i + 1));
  collect_features (documents, ids, &features);
  g_print ("%u documents, %u tokens, %u features\n", documents->len, features.bounds->len - 1, numbered->len);

  if (!no_agreement)
    {
      guint8 **labels = cross_label (documents, numbered, &features, fold_epochs, (float)rate, (float)decay);

      collect_agreement (documents, ids, numbered, labels, &agreement);
    }
  sentences = list_sentences (documents, &features, no_agreement ? NULL : &agreement, -1);
  trainer = crf_trainer_new (numbered->len, (float)rate, (float)decay, sentences->len);
  trainer->dropout = (float)dropout;
  for (int e = 0; e < epochs + tuning_epochs; e++)
    {
      if (e == epochs)
        {
          crf_trainer_keep (trainer, (guint)keep);
          crf_trainer_start_averaging (trainer);
        }
      g_print ("epoch %d loss %.4f\n", e, crf_trainer_epoch (trainer, sentences, 0.7f));
      if (e + 1 == epochs + tuning_epochs)
        crf_trainer_finish_averaging (trainer);
      if (hold_out && (verbose || e + 1 == epochs + tuning_epochs || e + 1 == epochs))
        report (trainer, numbered, documents, !no_agreement);
    }
  bytes = write_model (trainer, numbered);
  if (!g_file_set_contents (output, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error))
    {
      g_printerr ("train-names: %s\n", error->message);
      return 1;
    }
  crf_trainer_free (trainer);

  return 0;
}
