/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-language.h"

#include <string.h>

/* So much text decides; more would not change the answer. */
#define SAMPLE_CHARS 6000u
#define MIN_WORDS    12u

/* Words that are frequent in one language and rare in its neighbours, "|" between and around them. */
static const struct
{
  const char *language;
  const char *words;
} stop_words[] = {
  { "en", "|the|and|of|to|in|that|is|was|for|with|on|he|said|it|as|at|by|has|from|have|had|be|are|his|not|but|they|who|"
          "will|this|been|which|would|were|their|after|its|an|we|she|or|more|about|" },
  { "de", "|der|die|und|den|das|ist|von|mit|für|sich|nicht|auf|ein|eine|dem|des|auch|im|zu|hat|dass|wird|sie|er|nach|"
          "bei|aus|einen|wie|werden|über|einer|haben|sind|zur|zum|noch|war|wurde|" },
  { "fr", "|les|des|et|est|dans|une|pour|qui|sur|pas|au|il|par|avec|ce|sont|mais|du|aux|cette|ont|été|plus|selon|leur|"
          "elle|nous|ses|après|être|ces|entre|depuis|le|" },
  { "es", "|los|las|del|una|por|para|como|más|pero|sus|fue|este|ha|han|su|sobre|también|entre|desde|cuando|muy|hasta|"
          "esta|años|y|el|con|según|donde|porque|está|" },
  { "it",
    "|gli|della|che|per|una|con|sono|del|nel|alla|dei|delle|più|anche|è|ha|non|dal|nella|questo|dopo|essere|hanno|"
    "come|stato|degli|il|al|" },
  { "pt", "|os|uma|não|em|para|com|mais|dos|das|ao|foi|pela|pelo|são|também|na|no|às|está|após|você|seu|sua|ele|um|por|"
          "segundo|entre|" },
  { "nl", "|het|een|van|en|dat|niet|zijn|op|te|voor|met|aan|ook|maar|naar|bij|wordt|heeft|hebben|deze|uit|worden|nog|"
          "over|was|er|" },
  { "pl", "|się|nie|że|jest|do|na|w|z|przez|jak|oraz|który|które|która|będzie|został|także|po|od|dla|przed|ma|był|była|"
          "jego|ich|tym|już|" },
  { "cs", "|se|že|na|je|který|která|které|jsou|však|také|podle|pro|byl|byla|ale|jako|už|při|než|jeho|své|když|" },
  { "sv", "|och|att|det|som|är|för|på|av|inte|har|med|till|den|ett|från|var|men|han|hon|också|sig|efter|när|" },
  { "da", "|og|at|det|er|på|til|af|ikke|har|med|den|der|som|et|fra|var|men|han|hun|også|sig|efter|når|blev|" },
  { "ro", "|și|să|nu|din|este|care|pentru|mai|că|cu|sunt|au|fost|prin|după|această|lui|între|despre|" },
  { "hu", "|hogy|nem|egy|és|az|volt|meg|csak|már|még|után|szerint|amely|lehet|mint|ezt|" },
  { "tr", "|ve|bir|bu|için|ile|olarak|da|de|olan|çok|daha|sonra|dedi|gibi|kadar|ancak|ise|göre|" },
  { "fi", "|ja|on|ei|että|se|oli|hän|myös|mutta|kun|ovat|joka|sen|mukaan|jälkeen|" },
  { "ru", "|и|в|не|на|что|с|по|как|это|из|он|его|за|для|от|о|об|которые|также|был|было|были|или|после|года|при|она|"
          "только|если|чтобы|ее|её|их|" },
  { "uk", "|і|й|та|у|в|не|на|що|з|за|до|як|це|із|він|його|для|від|про|які|також|був|було|були|або|після|року|під|вона|"
          "лише|якщо|щоб|її|їх|" },
  { "be", "|і|у|не|на|што|з|як|гэта|ён|яго|для|ад|пра|якія|таксама|быў|было|або|пасля|года|" },
  { "bg", "|и|в|не|на|че|с|за|като|това|от|той|се|са|да|по|които|също|беше|или|след|" },
  { "sr", "|и|у|не|на|да|се|је|за|са|од|су|као|који|што|али|био|није|после|" },
};

/* Scripts that one language of the press uses. */
static const struct
{
  GUnicodeScript script;
  const char *language;
} scripts[] = {
  { G_UNICODE_SCRIPT_GREEK, "el" },    { G_UNICODE_SCRIPT_HEBREW, "he" },    { G_UNICODE_SCRIPT_HANGUL, "ko" },
  { G_UNICODE_SCRIPT_HIRAGANA, "ja" }, { G_UNICODE_SCRIPT_KATAKANA, "ja" },  { G_UNICODE_SCRIPT_HAN, "zh" },
  { G_UNICODE_SCRIPT_THAI, "th" },     { G_UNICODE_SCRIPT_GEORGIAN, "ka" },  { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
  { G_UNICODE_SCRIPT_BENGALI, "bn" },  { G_UNICODE_SCRIPT_TAMIL, "ta" },     { G_UNICODE_SCRIPT_TELUGU, "te" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "am" }, { G_UNICODE_SCRIPT_KHMER, "km" },     { G_UNICODE_SCRIPT_GUJARATI, "gu" },
  { G_UNICODE_SCRIPT_GURMUKHI, "pa" }, { G_UNICODE_SCRIPT_MALAYALAM, "ml" }, { G_UNICODE_SCRIPT_KANNADA, "kn" },
};

static const char *
guess_by_script (const char *text, const char *end)
{
  guint letters = 0, kana = 0, counts[G_N_ELEMENTS (scripts)] = { 0 };

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script;

      if (!g_unichar_isalpha (c))
        continue;
      letters++;
      if (c < 0x250)
        continue;
      script = g_unichar_get_script (c);
      for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        counts[i] += scripts[i].script == script;
      kana += script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
    }
  if (letters < MIN_WORDS)
    return NULL;
  if (kana * 10 > letters)
    return "ja";
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] * 2 > letters)
      return scripts[i].language;

  return NULL;
}

/**
 * plx_language_guess:
 * @text: valid UTF-8
 * @length: bytes of @text, or -1
 *
 * Guesses the language of a text by its script and its commonest short words (Grefenstette 1995, "Comparing two
 * language identification schemes", the small-words method).
 *
 * Returns: (nullable): the BCP 47 tag, or %NULL when the text is too short or no language stands out
 */
const char *
plx_language_guess (const char *text, gssize length)
{
  const char *limit = text + (length < 0 ? strlen (text) : (gsize)length);
  const char *end = text;
  guint hits[G_N_ELEMENTS (stop_words)] = { 0 };
  guint n_words = 0, best = 0, second = 0, best_index = 0;
  const char *language;

  for (guint n = 0; end < limit && n < SAMPLE_CHARS; n++)
    end = g_utf8_next_char (end);
  language = guess_by_script (text, end);
  if (language != NULL)
    return language;

  for (const char *p = text; p < end;)
    {
      const char *start = p;
      g_autofree char *word = NULL;
      g_autofree char *lower = NULL;
      g_autofree char *key = NULL;

      while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      n_words++;
      if (p - start > 20)
        continue;
      word = g_strndup (start, p - start);
      lower = g_utf8_strdown (word, -1);
      key = g_strdup_printf ("|%s|", lower);
      for (guint i = 0; i < G_N_ELEMENTS (stop_words); i++)
        hits[i] += strstr (stop_words[i].words, key) != NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (stop_words); i++)
    if (hits[i] > best)
      {
        second = best;
        best = hits[i];
        best_index = i;
      }
    else
      second = MAX (second, hits[i]);
  if (n_words < MIN_WORDS || best * 100 < n_words * 12 || best * 10 < second * 11)
    return NULL;

  return stop_words[best_index].language;
}
