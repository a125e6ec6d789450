/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-annotate"

#include "config.h"

#include "engine/annotate/plx-antecedents.h"

#include <string.h>

/* How far back a pronoun may refer, in paragraphs and in mentions. */
#define MAX_PARAGRAPHS 4
#define MAX_MENTIONS   60
/* How far from a name a word may stand that says what the person is. */
#define ROLE_WINDOW 6

typedef enum
{
  GENDER_UNKNOWN,
  GENDER_MALE,
  GENDER_FEMALE,
} Gender;

struct _PlxAntecedents
{
  const PlxTokenView *view;
  /* Last word of a person's name → gender, so that "Venn" is known by "Maria Venn" and "Ms. Venn". */
  GHashTable *genders;
  /* Role → GArray of indices of the mentions that bear it, in order. */
  GHashTable *bearers;
};

/* Frequent given names in news, and forms of address. */
static const char *const male_names[] = {
  "mr",        "sir",      "lord",      "king",        "prince",   "aaron",     "adam",     "ahmed",   "alan",
  "albert",    "alex",     "alexander", "ali",         "andrew",   "andriy",    "anthony",  "antonio", "barack",
  "ben",       "benjamin", "bernie",    "bill",        "bob",      "boris",     "brian",    "bruce",   "carl",
  "carlos",    "charles",  "chris",     "christopher", "chuck",    "craig",     "daniel",   "dave",    "david",
  "dennis",    "dick",     "dmitri",    "dmitry",      "don",      "donald",    "doug",     "ed",      "edward",
  "emmanuel",  "eric",     "francis",   "frank",       "franklin", "friedrich", "gary",     "gavin",   "george",
  "gerald",    "giorgio",  "glenn",     "greg",        "gregory",  "hans",      "harold",   "harry",   "henry",
  "hassan",    "hussein",  "ian",       "igor",        "ivan",     "jack",      "jacob",    "james",   "jason",
  "jean",      "jeff",     "jeffrey",   "jeremy",      "jerry",    "jim",       "joe",      "john",    "jon",
  "jonathan",  "jose",     "joseph",    "joshua",      "juan",     "julian",    "justin",   "keir",    "keith",
  "ken",       "kenneth",  "kevin",     "kyle",        "larry",    "lawrence",  "leo",      "lloyd",   "louis",
  "luis",      "luke",     "marco",     "mario",       "mark",     "martin",    "matt",     "matthew", "michael",
  "mike",      "mikhail",  "mitch",     "mohammed",    "mohamed",  "muhammad",  "narendra", "nathan",  "neil",
  "nicholas",  "nick",     "nicolas",   "nigel",       "olaf",     "oleksandr", "oliver",   "omar",    "oscar",
  "patrick",   "paul",     "pavel",     "pedro",       "peter",    "philip",    "phil",     "pierre",  "ralph",
  "randy",     "ray",      "raymond",   "richard",     "rick",     "rishi",     "rob",      "robert",  "roger",
  "ron",       "ronald",   "russell",   "ryan",        "sam",      "samuel",    "scott",    "sean",    "sergei",
  "sergey",    "simon",    "stephen",   "steve",       "steven",   "stuart",    "ted",      "terry",   "thomas",
  "tim",       "timothy",  "todd",      "tom",         "tony",     "tyler",     "victor",   "viktor",  "vladimir",
  "volodymyr", "walter",   "wayne",     "will",        "william",  "xi",        "yuri",     "zachary", "pope",
  NULL,
};

static const char *const female_names[] = {
  "mrs",      "ms",        "miss",      "mme",      "lady",      "queen",     "princess",  "alice",     "alicia",
  "alison",   "amanda",    "amy",       "ana",      "andrea",    "angela",    "ann",       "anna",      "anne",
  "annie",    "ashley",    "barbara",   "bella",    "beth",      "betty",     "brenda",    "camilla",   "carly",
  "carol",    "caroline",  "catherine", "cathy",    "charlotte", "cheryl",    "christina", "christine", "cindy",
  "claire",   "clara",     "cynthia",   "dana",     "deborah",   "debbie",    "denise",    "diana",     "diane",
  "donna",    "dorothy",   "elaine",    "elena",    "elizabeth", "ellen",     "emily",     "emma",      "erin",
  "eva",      "evelyn",    "fatima",    "fiona",    "frances",   "giorgia",   "gloria",    "grace",     "greta",
  "gretchen", "hannah",    "heather",   "heidi",    "helen",     "hillary",   "ivana",     "ivanka",    "jackie",
  "jacinda",  "jane",      "janet",     "jean",     "jennifer",  "jenny",     "jessica",   "jill",      "joan",
  "joanna",   "joyce",     "judith",    "judy",     "julia",     "julie",     "kamala",    "karen",     "karin",
  "kate",     "katherine", "kathleen",  "kathy",    "katie",     "kelly",     "kim",       "kristen",   "laura",
  "lauren",   "leila",     "leslie",    "linda",    "lisa",      "liz",       "loretta",   "louise",    "lucy",
  "lynn",     "madeleine", "margaret",  "maria",    "marie",     "marine",    "martha",    "mary",      "megan",
  "melania",  "melissa",   "michelle",  "monica",   "nancy",     "natalia",   "natalie",   "nicola",    "nicole",
  "nina",     "olga",      "oksana",    "olivia",   "pamela",    "patricia",  "paula",     "rachel",    "rebecca",
  "rosa",     "rose",      "ruth",      "samantha", "sandra",    "sarah",     "sara",      "sharon",    "sheila",
  "shirley",  "sofia",     "sonia",     "sophia",   "sophie",    "stephanie", "susan",     "suzanne",   "svetlana",
  "sylvia",   "teresa",    "tatiana",   "theresa",  "tina",      "ursula",    "valentina", "valerie",   "vanessa",
  "veronica", "victoria",  "virginia",  "wendy",    "yulia",     "yvonne",    NULL,
};

static const char *const roles[] = {
  "activist",       "adviser",       "advisor",    "aide",         "ambassador",  "analyst",       "attorney",
  "author",         "billionaire",   "boss",       "broadcaster",  "businessman", "businesswoman", "candidate",
  "captain",        "celebrity",     "chair",      "chairman",     "chairwoman",  "chancellor",    "chief",
  "coach",          "columnist",     "commander",  "commissioner", "congressman", "congresswoman", "contender",
  "coordinator",    "correspondent", "counsel",    "cleric",       "critic",      "democrat",      "deputy",
  "detective",      "developer",     "diplomat",   "director",     "doctor",      "economist",     "editor",
  "envoy",          "executive",     "expert",     "farmer",       "founder",     "general",       "governor",
  "head",           "historian",     "host",       "judge",        "journalist",  "justice",       "king",
  "lady",           "lawmaker",      "lawyer",     "leader",       "legislator",  "manager",       "mayor",
  "minister",       "moderator",     "mogul",      "mother",       "father",      "nominee",       "officer",
  "official",       "operative",     "owner",      "pastor",       "pilot",       "politician",    "pope",
  "premier",        "president",     "priest",     "professor",    "prosecutor",  "queen",         "reporter",
  "representative", "republican",    "researcher", "resident",     "scientist",   "secretary",     "senator",
  "sheriff",        "singer",        "source",     "speaker",      "spokesman",   "spokesperson",  "spokeswoman",
  "star",           "strategist",    "surrogate",  "teacher",      "treasurer",   "veteran",       "witness",
  "writer",         "woman",         "man",        NULL,
};

/* Bodies that speak: the name before them is part of theirs. */
static const char *const bodies[] = {
  "administration", "agency",     "army",         "association",  "authorities", "body",       "board",
  "bureau",         "cabinet",    "camp",         "campaign",     "coalition",   "commission", "committee",
  "company",        "council",    "court",        "department",   "firm",        "forces",     "foundation",
  "government",     "group",      "institute",    "ministry",     "military",    "network",    "newspaper",
  "office",         "opposition", "organization", "organisation", "paper",       "parliament", "party",
  "police",         "senate",     "service",      "staff",        "team",        "union",      "university",
  "organizers",     "allies",     "supporters",   "officials",    NULL,
};

/* Of these there is one at a time in a story: "the governor" is the governor who was named. */
static const char *const unique_roles[] = {
  "billionaire", "businessman", "businesswoman", "candidate", "chancellor", "congressman", "congresswoman",
  "contender",   "democrat",    "governor",      "king",      "mayor",      "minister",    "mogul",
  "nominee",     "pope",        "premier",       "president", "queen",      "republican",  "secretary",
  "senator",     "singer",      "star",          NULL,
};

static gpointer
make_set (gpointer words)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *const *word = words; *word != NULL; word++)
    g_hash_table_add (set, (gpointer)*word);
  return set;
}

static gboolean
is_in (GOnce *once, const char *const *words, const char *word)
{
  return g_hash_table_contains (g_once (once, make_set, (gpointer)words), word);
}

static Gender
gender_of_name (const char *word)
{
  static GOnce male = G_ONCE_INIT, female = G_ONCE_INIT;

  if (is_in (&male, male_names, word))
    return GENDER_MALE;
  return is_in (&female, female_names, word) ? GENDER_FEMALE : GENDER_UNKNOWN;
}

static Gender
gender_of_pronoun (const char *word)
{
  if (strcmp (word, "he") == 0 || strcmp (word, "him") == 0 || strcmp (word, "his") == 0)
    return GENDER_MALE;
  return strcmp (word, "she") == 0 || strcmp (word, "her") == 0 ? GENDER_FEMALE : GENDER_UNKNOWN;
}

/**
 * plx_antecedents_is_pronoun:
 * @word: a word in lower case
 *
 * Returns: whether it is a pronoun that can be the subject of a verb of saying
 */
gboolean
plx_antecedents_is_pronoun (const char *word)
{
  static const char *const pronouns[] = { "he", "she", "they", "it", "i", "we", "you" };

  for (gsize i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (strcmp (pronouns[i], word) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plx_antecedents_is_role:
 * @word: a word in lower case
 *
 * Returns: whether it says what a person is: "minister", "lawyer"
 */
gboolean
plx_antecedents_is_role (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return is_in (&once, roles, word);
}

/**
 * plx_antecedents_is_body:
 * @word: a word in lower case
 *
 * Returns: whether it names a kind of body that speaks: "ministry", "campaign"
 */
gboolean
plx_antecedents_is_body (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return is_in (&once, bodies, word);
}

static void
add_bearer (PlxAntecedents *self, const char *role, int mention)
{
  GArray *list = g_hash_table_lookup (self->bearers, role);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->bearers, g_strdup (role), list);
    }
  g_array_append_val (list, mention);
}

/*
 * The word before a role that says of what: "US president", "Orlovan minister". Writes it with the role into @key, by
 * its first letters, so that "Orlova's minister" is found as well; FALSE when there is none.
 */
static gboolean
qualified_role (const PlxTokenView *view, guint paragraph, guint at, const char *role, char key[2 * PLX_WORD_SIZE])
{
  char word[PLX_WORD_SIZE];

  for (guint k = 1; k <= 2 && k <= at; k++)
    {
      if (plx_token_view_get (view, paragraph, at - k)->kind != PLX_TOKEN_WORD)
        return FALSE;
      plx_token_view_word (view, paragraph, at - k, word);
      if (strcmp (word, "'s") == 0)
        continue;
      if (!g_unichar_isupper (plx_token_view_char (view, paragraph, at - k)) || strcmp (word, "the") == 0)
        return FALSE;
      if (strcmp (word, "u.s.") == 0 || g_str_has_prefix (word, "americ"))
        strcpy (word, "us");
      g_snprintf (key, 2 * PLX_WORD_SIZE, "%.5s %s", word, role);
      return TRUE;
    }
  return FALSE;
}

static void
add_bearers (PlxAntecedents *self, guint paragraph, guint at, const char *role, int mention)
{
  char key[2 * PLX_WORD_SIZE];

  add_bearer (self, role, mention);
  if (qualified_role (self->view, paragraph, at, role, key))
    add_bearer (self, key, mention);
}

/* Takes the roles that stand before a name ("the lawyer Maria Venn") and behind it ("Venn, a lawyer from Orlova"). */
static void
learn_roles (PlxAntecedents *self, guint paragraph, guint first, guint last, int mention)
{
  const PlxTokenView *view = self->view;
  guint n = plx_token_view_count (view, paragraph);
  char word[PLX_WORD_SIZE];

  for (guint k = 1; k <= ROLE_WINDOW && k <= first; k++)
    {
      guint at = first - k;

      int other = plx_token_view_mention (view, paragraph, at);

      if (plx_token_view_get (view, paragraph, at)->kind == PLX_TOKEN_PUNCTUATION
          || (other >= 0 && g_array_index (view->mentions, PlxMention, other).type == PLX_ENTITY_PERSON))
        break;
      if (plx_antecedents_is_role (plx_token_view_word (view, paragraph, at, word)))
        add_bearers (self, paragraph, at, word, mention);
      else if (!g_unichar_isupper (plx_token_view_char (view, paragraph, at)))
        break;
    }
  if (last + 1 >= n || plx_token_view_char (view, paragraph, last + 1) != ',')
    return;
  for (guint at = last + 2; at < n && at < last + 2 + ROLE_WINDOW; at++)
    {
      if (plx_token_view_get (view, paragraph, at)->kind == PLX_TOKEN_PUNCTUATION)
        break;
      if (plx_antecedents_is_role (plx_token_view_word (view, paragraph, at, word)))
        add_bearers (self, paragraph, at, word, mention);
    }
}

static void
learn_gender (PlxAntecedents *self, guint paragraph, guint first, guint last)
{
  char word[PLX_WORD_SIZE];
  Gender gender = gender_of_name (plx_token_view_word (self->view, paragraph, first, word));

  if (gender == GENDER_UNKNOWN && first > 0)
    {
      guint at = first - 1;

      if (at > 0 && plx_token_view_char (self->view, paragraph, at) == '.')
        at--;
      gender = gender_of_name (plx_token_view_word (self->view, paragraph, at, word));
    }
  if (gender == GENDER_UNKNOWN)
    return;
  plx_token_view_word (self->view, paragraph, last, word);
  if (!g_hash_table_contains (self->genders, word))
    g_hash_table_insert (self->genders, g_strdup (word), GINT_TO_POINTER (gender));
}

static guint
last_token_of (const PlxTokenView *view, const PlxMention *mention)
{
  guint last = plx_token_view_find (view, mention->paragraph, mention->span.end);
  guint n = plx_token_view_count (view, mention->paragraph);

  if (last >= n || plx_token_view_get (view, mention->paragraph, last)->span.start >= mention->span.end)
    last--;
  return last;
}

/**
 * plx_antecedents_new:
 * @view: the tokens of an article, which must live as long
 *
 * Returns: (transfer full): what the article says of the persons it names
 */
PlxAntecedents *
plx_antecedents_new (const PlxTokenView *view)
{
  PlxAntecedents *self = g_new0 (PlxAntecedents, 1);

  self->view = view;
  self->genders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bearers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint m = 0; m < view->mentions->len; m++)
    {
      const PlxMention *mention = &g_array_index (view->mentions, PlxMention, m);
      guint first;

      if (mention->type != PLX_ENTITY_PERSON || mention->span.start >= mention->span.end)
        continue;
      first = plx_token_view_find (view, mention->paragraph, mention->span.start);
      if (first >= plx_token_view_count (view, mention->paragraph))
        continue;
      learn_gender (self, mention->paragraph, first, last_token_of (view, mention));
      learn_roles (self, mention->paragraph, first, last_token_of (view, mention), m);
    }

  return self;
}

void
plx_antecedents_free (PlxAntecedents *self)
{
  g_hash_table_unref (self->genders);
  g_hash_table_unref (self->bearers);
  g_free (self);
}

static gboolean
is_compatible (const PlxAntecedents *self, const PlxMention *mention, const char *pronoun)
{
  char word[PLX_WORD_SIZE];
  Gender wanted = gender_of_pronoun (pronoun), known;

  if (strcmp (pronoun, "they") == 0 || strcmp (pronoun, "it") == 0)
    return mention->type == PLX_ENTITY_ORG || (pronoun[0] == 't' && mention->type == PLX_ENTITY_GROUP);
  if (mention->type != PLX_ENTITY_PERSON)
    return FALSE;
  if (wanted == GENDER_UNKNOWN)
    return *pronoun == '\0';
  plx_token_view_word (self->view, mention->paragraph, last_token_of (self->view, mention), word);
  known = GPOINTER_TO_INT (g_hash_table_lookup (self->genders, word));

  return known == GENDER_UNKNOWN || known == wanted;
}

static guint
sentence_of (const PlxTokenView *view, guint paragraph, guint offset)
{
  const GArray *sentences = plx_article_get_paragraph (view->article, paragraph)->sentences;
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

/* How many mentions end before a place. */
static guint
mentions_before (const PlxTokenView *view, guint paragraph, guint offset)
{
  guint low = 0, high = view->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PlxMention *mention = &g_array_index (view->mentions, PlxMention, middle);

      if (mention->paragraph < paragraph || (mention->paragraph == paragraph && mention->span.end <= offset))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * plx_antecedents_find_pronoun:
 * @self: what is known of the persons
 * @word: "he", "she", "it", "they" in lower case, or "" for any person
 * @paragraph: number of the paragraph it stands in
 * @token: index of its token
 * @last_speaker: mention of whoever spoke last, or -1
 *
 * Finds whom a pronoun means: the first compatible name, outside quotations, of the nearest sentence before it that has
 * one, for subjects come first; whoever spoke last when that was after it. Names in the pronoun's own sentence come
 * first of all.
 *
 * Returns: index of a mention, or -1
 */
int
plx_antecedents_find_pronoun (const PlxAntecedents *self, const char *word, guint paragraph, guint token,
                              int last_speaker)
{
  const PlxTokenView *view = self->view;
  guint offset = plx_token_view_get (view, paragraph, token)->span.start;
  guint n = 0;
  guint found_paragraph = 0, found_sentence = 0;
  int found = -1;

  for (guint m = mentions_before (view, paragraph, offset); m-- > 0 && n < MAX_MENTIONS; n++)
    {
      const PlxMention *mention = &g_array_index (view->mentions, PlxMention, m);
      guint at, sentence;

      if (mention->paragraph + MAX_PARAGRAPHS < paragraph)
        break;
      at = plx_token_view_find (view, mention->paragraph, mention->span.start);
      if (at >= plx_token_view_count (view, mention->paragraph)
          || plx_token_view_is_quoted (view, mention->paragraph, at) || !is_compatible (self, mention, word))
        continue;
      sentence = sentence_of (view, mention->paragraph, mention->span.start);
      if (found >= 0 && (mention->paragraph != found_paragraph || sentence != found_sentence))
        break;
      found = m;
      found_paragraph = mention->paragraph;
      found_sentence = sentence;
    }

  if (last_speaker >= 0 && last_speaker > found
      && is_compatible (self, &g_array_index (view->mentions, PlxMention, last_speaker), word)
      && g_array_index (view->mentions, PlxMention, last_speaker).paragraph + MAX_PARAGRAPHS >= paragraph)
    return last_speaker;
  return found;
}

/**
 * plx_antecedents_find_role:
 * @self: what is known of the persons
 * @role: a role in lower case
 * @paragraph: number of the paragraph it stands in
 * @token: index of its token; a name before it counts as part of the role: "Orlovan minister"
 *
 * Returns: index of the latest mention before it of a person said to have the role; for roles that one person has at a
 *   time, of the person last spoken of; or -1
 */
int
plx_antecedents_find_role (const PlxAntecedents *self, const char *role, guint paragraph, guint token)
{
  static GOnce once = G_ONCE_INIT;
  char key[2 * PLX_WORD_SIZE];
  gboolean qualified = qualified_role (self->view, paragraph, token, role, key);
  const GArray *list = g_hash_table_lookup (self->bearers, qualified ? key : role);
  int end = mentions_before (self->view, paragraph, plx_token_view_get (self->view, paragraph, token)->span.start);
  guint low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, int, middle) < end)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    return g_array_index (list, int, low - 1);
  return is_in (&once, unique_roles, role) ? plx_antecedents_find_pronoun (self, "", paragraph, token, -1) : -1;
}
