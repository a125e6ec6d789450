/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "engine/annotate/plx-entities.h"
#include "engine/annotate/plx-name-similarity.h"

#define PERSON   PLX_ENTITY_PERSON
#define ORG      PLX_ENTITY_ORG
#define PLACE    PLX_ENTITY_PLACE
#define GROUP    PLX_ENTITY_GROUP
#define EVENT    PLX_ENTITY_EVENT
#define DATE     PLX_ENTITY_DATE
#define QUANTITY PLX_ENTITY_QUANTITY

typedef struct
{
  PlxEntityType type;
  const char *a;
  const char *b;
} Pair;

/* Names that one person, place or organisation goes by. */
static const Pair joined[] = {
  /* Surname and full name */
  { PERSON, "Donald Trump", "Trump" },
  { PERSON, "Angela Merkel", "Merkel" },
  { PERSON, "Ursula von der Leyen", "von der Leyen" },
  { PERSON, "Ursula von der Leyen", "Leyen" },
  { PERSON, "Bashar al-Assad", "Assad" },
  { PERSON, "Bashar al-Assad", "al-Assad" },
  { PERSON, "Mark Rutte", "Rutte" },
  { PERSON, "Narendra Modi", "Modi" },
  { PERSON, "Luiz Inácio Lula da Silva", "Lula" },
  { PERSON, "Ngozi Okonjo-Iweala", "Okonjo-Iweala" },
  { PERSON, "Cyril Ramaphosa", "Ramaphosa" },
  { PERSON, "Jens Stoltenberg", "Stoltenberg" },
  { PERSON, "Kim Jong Un", "Kim" },
  { PERSON, "Xi Jinping", "Xi" },
  { PERSON, "Yoon Suk Yeol", "Yoon" },
  { PERSON, "Andrés Manuel López Obrador", "López Obrador" },
  { PERSON, "Andrés Manuel López Obrador", "Obrador" },
  { PERSON, "Mohammed bin Salman", "bin Salman" },
  { PERSON, "Abdel Fattah el-Sisi", "Sisi" },
  { PERSON, "Nguyen Van Thieu", "Thieu" },
  { PERSON, "Aung San Suu Kyi", "Suu Kyi" },
  { PERSON, "Wangari Maathai", "Maathai" },
  { PERSON, "Desmond Tutu", "Tutu" },
  { PERSON, "Alexandria Ocasio-Cortez", "Ocasio-Cortez" },
  { PERSON, "Dilma Rousseff", "Rousseff" },
  { PERSON, "Ludwig van Beethoven", "Beethoven" },
  /* Given name */
  { PERSON, "Vladimir Putin", "Vladimir" },
  { PERSON, "Volodymyr Zelensky", "Volodymyr" },
  { PERSON, "Oprah Winfrey", "Oprah" },
  { PERSON, "Saddam Hussein", "Saddam" },
  /* Titles and suffixes */
  { PERSON, "President Emmanuel Macron", "Emmanuel Macron" },
  { PERSON, "Dr Anthony Fauci", "Anthony Fauci" },
  { PERSON, "Sir Keir Starmer", "Keir Starmer" },
  { PERSON, "Mr Lavrov", "Sergei Lavrov" },
  { PERSON, "Martin Luther King Jr.", "Martin Luther King" },
  { PERSON, "Pope Francis", "Francis" },
  { PERSON, "Gen. Mark Milley", "Milley" },
  { PERSON, "Prime Minister Shinzo Abe", "Abe" },
  /* Possessives */
  { PERSON, "Joe Biden's", "Joe Biden" },
  { PERSON, "Boris Johnson’s", "Johnson" },
  { ORG, "Boeing's", "Boeing" },
  { PLACE, "Ukraine’s", "Ukraine" },
  /* Middle names and initials */
  { PERSON, "George W. Bush", "George Bush" },
  { PERSON, "Vladimir Vladimirovich Putin", "Vladimir Putin" },
  { PERSON, "Vladimir V. Putin", "Vladimir Vladimirovich Putin" },
  { PERSON, "John F. Kennedy", "John Kennedy" },
  { PERSON, "J. Trudeau", "Justin Trudeau" },
  { PERSON, "A. Merkel", "Angela Merkel" },
  { PERSON, "Mohammed bin Salman Al Saud", "Mohammed bin Salman" },
  { PERSON, "Barack Hussein Obama", "Barack Obama" },
  /* Short forms */
  { PERSON, "Bill Clinton", "William Clinton" },
  { PERSON, "Joe Biden", "Joseph Biden" },
  { PERSON, "Mike Pence", "Michael Pence" },
  { PERSON, "Tony Blair", "Anthony Blair" },
  { PERSON, "Jim Carter", "James Carter" },
  { PERSON, "Bob Dole", "Robert Dole" },
  { PERSON, "Liz Cheney", "Elizabeth Cheney" },
  { PERSON, "Chuck Schumer", "Charles Schumer" },
  { PERSON, "Dmitry Medvedev", "Dmitri Medvedev" },
  { PERSON, "Bernie Sanders", "Sanders" },
  /* Russian and Ukrainian in Latin letters */
  { PERSON, "Volodymyr Zelenskyy", "Volodymyr Zelensky" },
  { PERSON, "Volodymyr Zelenskiy", "Volodymyr Zelenskyy" },
  { PERSON, "Zelenskyj", "Zelensky" },
  { PERSON, "Zelenskyy", "Volodymyr Zelensky" },
  { PERSON, "Sergey Lavrov", "Sergei Lavrov" },
  { PERSON, "Alexei Navalny", "Alexey Navalny" },
  { PERSON, "Aleksei Navalny", "Alexei Navalny" },
  { PERSON, "Yevgeny Prigozhin", "Evgeny Prigozhin" },
  { PERSON, "Valeriy Zaluzhnyi", "Valerii Zaluzhny" },
  { PERSON, "Vitali Klitschko", "Vitaly Klitschko" },
  { PERSON, "Oleksandr Syrskyi", "Oleksandr Syrsky" },
  { PERSON, "Dmytro Kuleba", "Dmitro Kuleba" },
  { PERSON, "Alexander Lukashenko", "Aleksandr Lukashenko" },
  { PERSON, "Mikhail Gorbachev", "Mikhail Gorbachov" },
  { PERSON, "Nikita Khrushchev", "Nikita Khruschev" },
  { PERSON, "Ramzan Kadyrov", "Ramzan Kadirov" },
  { PERSON, "Andriy Yermak", "Andrii Yermak" },
  { PERSON, "Maria Zakharova", "Mariya Zakharova" },
  { PERSON, "Sergei Shoigu", "Sergey Shoygu" },
  { PERSON, "Pyotr Tchaikovsky", "Pyotr Chaikovsky" },
  /* Arabic and Persian */
  { PERSON, "Muammar Gaddafi", "Muammar Qaddafi" },
  { PERSON, "Gaddafi", "Kadhafi" },
  { PERSON, "Moammar Gadhafi", "Muammar Gaddafi" },
  { PERSON, "Mohammed Morsi", "Mohamed Morsi" },
  { PERSON, "Muhammad Yunus", "Mohammed Yunus" },
  { PERSON, "Osama bin Laden", "Usama bin Laden" },
  { PERSON, "Moqtada al-Sadr", "Muqtada al-Sadr" },
  { PERSON, "Qassem Soleimani", "Qasem Soleimani" },
  { PERSON, "Ayman al-Zawahiri", "Ayman al-Zawahri" },
  { PERSON, "Hosni Mubarak", "Husni Mubarak" },
  { PERSON, "Yasser Arafat", "Yasir Arafat" },
  { PERSON, "Hassan Rouhani", "Hassan Ruhani" },
  { PERSON, "Ahmed Chalabi", "Ahmad Chalabi" },
  { PERSON, "Nouri al-Maliki", "Nuri al-Maliki" },
  { PERSON, "Mahmoud Abbas", "Mahmud Abbas" },
  { PERSON, "Khalid Sheikh Mohammed", "Khaled Sheikh Mohammed" },
  /* German, Nordic, Turkish, Slavic letters and others with diacritics */
  { PERSON, "Gerd Müller", "Gerd Mueller" },
  { PERSON, "Gerhard Schröder", "Gerhard Schroeder" },
  { PERSON, "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan" },
  { PERSON, "Jonas Gahr Støre", "Jonas Gahr Store" },
  { PERSON, "Lech Wałęsa", "Lech Walesa" },
  { PERSON, "Andrej Babiš", "Andrej Babis" },
  { PERSON, "Pedro Sánchez", "Pedro Sanchez" },
  { PERSON, "François Hollande", "Francois Hollande" },
  { PERSON, "Aleksandar Vučić", "Aleksandar Vucic" },
  { PERSON, "Viktor Orbán", "Orban" },
  { PERSON, "Nicolás Maduro", "Nicolas Maduro" },
  { PERSON, "Strauß", "Strauss" },
  { PERSON, "Ingvild Kjærstad", "Ingvild Kjaerstad" },
  { PERSON, "Novak Đoković", "Novak Djokovic" },
  /* East Asian order and hyphens */
  { PERSON, "Kim Jong-un", "Kim Jong Un" },
  { PERSON, "Ban Ki-moon", "Ban Ki Moon" },
  { PERSON, "Jinping Xi", "Xi Jinping" },
  { PERSON, "Moon Jae-in", "Moon" },
  /* Slips */
  { PERSON, "Steve Witkoff", "Steve Wiktoff" },
  { PERSON, "Benjamin Netanyahu", "Benjamin Netanyahuu" },
  { PERSON, "Olena Davydiuk", "Olena Davydiukk" },
  { PERSON, "Jacinda Ardern", "Jacinda Arden" },
  /* Places: other names, other spellings */
  { PLACE, "Kyiv", "Kiev" },
  { PLACE, "Beijing", "Peking" },
  { PLACE, "Mumbai", "Bombay" },
  { PLACE, "Kolkata", "Calcutta" },
  { PLACE, "United States", "US" },
  { PLACE, "U.S.", "US" },
  { PLACE, "USA", "America" },
  { PLACE, "United Kingdom", "Britain" },
  { PLACE, "UK", "U.K." },
  { PLACE, "Myanmar", "Burma" },
  { PLACE, "Netherlands", "the Netherlands" },
  { PLACE, "Czech Republic", "Czechia" },
  { PLACE, "Ivory Coast", "Côte d'Ivoire" },
  { PLACE, "Turkey", "Türkiye" },
  { PLACE, "Moscow", "Moskau" },
  { PLACE, "Warsaw", "Varsovie" },
  { PLACE, "Odessa", "Odesa" },
  { PLACE, "Kharkiv", "Kharkov" },
  { PLACE, "Sviatoshinsky district", "Sviatoshynskyi District" },
  { PLACE, "Donetsk region", "Donetsk Oblast" },
  { PLACE, "São Paulo", "Sao Paulo" },
  { PLACE, "UAE", "United Arab Emirates" },
  { PLACE, "Port-au-Prince", "Port au Prince" },
  /* Organisations */
  { ORG, "NATO", "North Atlantic Treaty Organization" },
  { ORG, "NATO", "Nato" },
  { ORG, "IAEA", "International Atomic Energy Agency" },
  { ORG, "UN", "United Nations" },
  { ORG, "U.N.", "UN" },
  { ORG, "EU", "European Union" },
  { ORG, "WHO", "World Health Organisation" },
  { ORG, "IMF", "International Monetary Fund" },
  { ORG, "Nordic Harbour Workers League", "NHWL" },
  { ORG, "Institute for the Study of Rivers", "ISR" },
  { ORG, "CBS News", "CBS" },
  { ORG, "Ministry of Defence", "Defence Ministry" },
  { ORG, "Ministry of Defence", "Ministry of Defense" },
  { ORG, "Ukrainian air force", "Ukraine’s air force" },
  { ORG, "State Emergency Service of Ukraine", "Ukraine’s state emergency services" },
  { ORG, "World Food Programme", "World Food Program" },
  { ORG, "the Kremlin", "Kremlin" },
  { ORG, "The Guardian", "Guardian" },
  { ORG, "Hezbollah", "Hizbollah" },
  { ORG, "al-Qaeda", "al-Qaida" },
  { ORG, "Médecins Sans Frontières", "MSF" },
  { ORG, "Airbus Group", "Airbus" },
  /* Groups, events, dates, quantities */
  { GROUP, "Russian", "Russians" },
  { GROUP, "North Korean", "North Koreans" },
  { GROUP, "Democrats", "Democrat" },
  { EVENT, "World War II", "world war II" },
  { DATE, "24 April 2025", "April 24, 2025" },
  { DATE, "early Thursday", "Thursday morning" },
  { QUANTITY, "$1.5 billion", "$1,500 million" },
  { QUANTITY, "at least 12 people", "12 people" },
};

/* Names that are not one's. */
static const Pair apart[] = {
  /* One surname, two people */
  { PERSON, "George W. Bush", "George H. W. Bush" },
  { PERSON, "Bill Clinton", "Hillary Clinton" },
  { PERSON, "Donald Trump", "Melania Trump" },
  { PERSON, "Joe Biden", "Hunter Biden" },
  { PERSON, "Barack Obama", "Michelle Obama" },
  { PERSON, "Bashar al-Assad", "Hafez al-Assad" },
  { PERSON, "Volodymyr Zelensky", "Olena Zelenska" },
  { PERSON, "Vitali Klitschko", "Wladimir Klitschko" },
  { PERSON, "Kim Jong Un", "Kim Jong Il" },
  { PERSON, "Kim Jong Un", "Kim Yo Jong" },
  { PERSON, "Rajiv Gandhi", "Rahul Gandhi" },
  { PERSON, "Indira Gandhi", "Mahatma Gandhi" },
  { PERSON, "Nawaz Sharif", "Shehbaz Sharif" },
  { PERSON, "Mahinda Rajapaksa", "Gotabaya Rajapaksa" },
  { PERSON, "Raúl Castro", "Fidel Castro" },
  { PERSON, "John Kerry", "Bob Kerrey" },
  { PERSON, "Boris Johnson", "Lyndon Johnson" },
  { PERSON, "Jo Johnson", "Boris Johnson" },
  { PERSON, "Michael Jackson", "Jesse Jackson" },
  { PERSON, "Venus Williams", "Serena Williams" },
  { PERSON, "Mario Rossi", "Maria Rossi" },
  { PERSON, "Daniel Ortega", "Daniela Ortega" },
  { PERSON, "Paul Martin", "Paula Martin" },
  { PERSON, "Wang Wei", "Wang Yi" },
  { PERSON, "Li Keqiang", "Li Qiang" },
  { PERSON, "Nguyen Xuan Phuc", "Nguyen Phu Trong" },
  { PERSON, "Park Geun-hye", "Park Chung-hee" },
  { PERSON, "Lee Myung-bak", "Lee Jae-myung" },
  { PERSON, "John Smith", "Jane Smith" },
  { PERSON, "David Miliband", "Ed Miliband" },
  { PERSON, "Marine Le Pen", "Jean-Marie Le Pen" },
  { PERSON, "Jarosław Kaczyński", "Lech Kaczyński" },
  { PERSON, "Muhammad Ali", "Mahershala Ali" },
  { PERSON, "Sergei Lavrov", "Sergei Shoigu" },
  { PERSON, "Vladimir Putin", "Vladimir Medinsky" },
  { PERSON, "Ali Khamenei", "Mojtaba Khamenei" },
  { PERSON, "Salman Rushdie", "Salman Khan" },
  { PERSON, "Imran Khan", "Sadiq Khan" },
  { PERSON, "Ahmed Hassan", "Mahmoud Hassan" },
  { PERSON, "Mohammed bin Salman", "Mohammed bin Zayed" },
  { PERSON, "Mohammed bin Salman", "Salman bin Abdulaziz" },
  /* Surnames that look alike */
  { PERSON, "Harris", "Harrison" },
  { PERSON, "Johnson", "Johnston" },
  { PERSON, "Obama", "Osama" },
  { PERSON, "Putin", "Rutte" },
  { PERSON, "Khomeini", "Khamenei" },
  { PERSON, "Ruhollah Khomeini", "Ali Khamenei" },
  { PERSON, "Biden", "Bolton" },
  { PERSON, "Blair", "Blain" },
  { PERSON, "Wade", "Wada" },
  { PERSON, "Kerry", "Perry" },
  { PERSON, "Mandela", "Mandelson" },
  { PERSON, "Mark Milley", "Javier Milei" },
  { PERSON, "Sanders", "Sandford" },
  { PERSON, "Kim", "Lim" },
  { PERSON, "Wang", "Wong" },
  { PERSON, "Chen", "Chan" },
  { PERSON, "Lee", "Li" },
  { PERSON, "Jones", "James" },
  { PERSON, "Martin", "Martinez" },
  { PERSON, "Peters", "Peterson" },
  { PERSON, "Ibrahim", "Abrahams" },
  { PERSON, "Gates", "Gatwick" },
  { PERSON, "Tim Cook", "Tim Cooke-Hill" },
  { PERSON, "Boris Johnson", "Boris Nemtsov" },
  /* Places */
  { PLACE, "Iran", "Iraq" },
  { PLACE, "Niger", "Nigeria" },
  { PLACE, "Austria", "Australia" },
  { PLACE, "North Korea", "South Korea" },
  { PLACE, "Sudan", "South Sudan" },
  { PLACE, "Guinea", "Guinea-Bissau" },
  { PLACE, "Guinea", "Papua New Guinea" },
  { PLACE, "Congo-Brazzaville", "DR Congo" },
  { PLACE, "Mali", "Malawi" },
  { PLACE, "Slovakia", "Slovenia" },
  { PLACE, "Latvia", "Lithuania" },
  { PLACE, "Dominica", "Dominican Republic" },
  { PLACE, "Georgia", "South Georgia" },
  { PLACE, "York", "New York" },
  { PLACE, "Mexico", "New Mexico" },
  { PLACE, "Virginia", "West Virginia" },
  { PLACE, "Jersey", "New Jersey" },
  { PLACE, "Kyiv", "Kyiv region" },
  { PLACE, "East Timor", "West Timor" },
  { PLACE, "Ireland", "Northern Ireland" },
  { PLACE, "Washington", "Wellington" },
  { PLACE, "Budapest", "Bucharest" },
  { PLACE, "Paris", "Parma" },
  { PLACE, "Moscow", "Ukraine" },
  { PLACE, "US", "UK" },
  { PLACE, "Black Sea", "Red Sea" },
  { PLACE, "Gambia", "Zambia" },
  /* Organisations */
  { ORG, "CBS News", "ABC News" },
  { ORG, "CBS", "NBC" },
  { ORG, "BBC", "NBC" },
  { ORG, "FBI", "FSB" },
  { ORG, "New York Times", "New York Post" },
  { ORG, "Financial Times", "Irish Times" },
  { ORG, "Ministry of Defence", "Ministry of Justice" },
  { ORG, "Russian Defence Ministry", "Ukrainian Defence Ministry" },
  { ORG, "Bank of England", "Bank of Ireland" },
  { ORG, "Manchester United", "Manchester City" },
  { ORG, "World Bank", "World Food Programme" },
  { ORG, "Supreme Court", "High Court" },
  { ORG, "European Commission", "European Council" },
  { ORG, "University of Oxford", "Oxford Union" },
  { ORG, "Security Council", "National Security Council" },
  { ORG, "African Union", "European Union" },
  { ORG, "IAEA", "International Energy Agency" },
  { ORG, "Democratic Party", "Democratic Unionist Party" },
  /* Groups, events, dates, quantities */
  { GROUP, "Iranian", "Iraqi" },
  { GROUP, "Austrian", "Australian" },
  { GROUP, "North Korean", "South Korean" },
  { EVENT, "World War I", "World War II" },
  { DATE, "Thursday", "Friday" },
  { DATE, "March 2008", "March 2009" },
  { DATE, "2014", "2015" },
  { QUANTITY, "12 people", "12 drones" },
  { QUANTITY, "$12", "$13" },
};

static gboolean
is_joined (PlxEntityType type_a, const char *a, PlxEntityType type_b, const char *b, guint article_b)
{
  const PlxNamedMention mentions[] = { { 0, a, type_a }, { article_b, b, type_b } };
  g_autoptr (PlxEntities) entities = plx_entities_join_names (article_b + 1, mentions, 2);

  return plx_entities_get_n (entities) == 1;
}

static void
test_joined (void)
{
  guint n_wrong = 0;

  g_assert_cmpuint (G_N_ELEMENTS (joined), >=, 150);
  for (gsize i = 0; i < G_N_ELEMENTS (joined); i++)
    for (guint way = 0; way < 4; way++)
      {
        const char *a = way < 2 ? joined[i].a : joined[i].b, *b = way < 2 ? joined[i].b : joined[i].a;

        if (!is_joined (joined[i].type, a, joined[i].type, b, way % 2))
          {
            g_test_message ("apart: %s | %s (%u)", a, b, way);
            n_wrong++;
          }
      }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_apart (void)
{
  guint n_wrong = 0;

  g_assert_cmpuint (G_N_ELEMENTS (apart), >=, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    for (guint way = 0; way < 4; way++)
      {
        const char *a = way < 2 ? apart[i].a : apart[i].b, *b = way < 2 ? apart[i].b : apart[i].a;

        if (is_joined (apart[i].type, a, apart[i].type, b, way % 2))
          {
            g_test_message ("joined: %s | %s (%u)", a, b, way);
            n_wrong++;
          }
      }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* A newspaper is not the city it is named after, nor a person the place. */
static void
test_types (void)
{
  g_assert_false (is_joined (PLACE, "Washington", ORG, "Washington Post", 0));
  g_assert_false (is_joined (PLACE, "Washington", PERSON, "Denzel Washington", 0));
  g_assert_false (is_joined (PLACE, "Washington", PERSON, "Washington", 1));
  g_assert_false (is_joined (PLACE, "Russia", GROUP, "Russian", 0));
  g_assert_false (is_joined (PLACE, "Jordan", PERSON, "Michael Jordan", 0));
}

static guint
entity_of (const PlxEntities *entities, guint article, guint mention)
{
  return plx_entities_of_mention (entities, article, mention);
}

/* Where two people share a surname, it goes to the one that the article named last. */
static void
test_one_surname (void)
{
  const PlxNamedMention mentions[] = {
    { 0, "Bill Clinton", PERSON }, { 0, "Clinton", PERSON }, { 0, "Hillary Clinton", PERSON },
    { 0, "Clinton", PERSON },      { 1, "Clinton", PERSON }, { 1, "Hillary Clinton", PERSON },
    { 2, "Clinton", PERSON },
  };
  g_autoptr (PlxEntities) entities = plx_entities_join_names (3, mentions, G_N_ELEMENTS (mentions));

  g_assert_cmpuint (plx_entities_get_n (entities), ==, 3);
  g_assert_cmpuint (entity_of (entities, 0, 0), ==, entity_of (entities, 0, 1));
  g_assert_cmpuint (entity_of (entities, 0, 2), ==, entity_of (entities, 0, 3));
  g_assert_cmpuint (entity_of (entities, 0, 2), ==, entity_of (entities, 1, 0));
  g_assert_cmpuint (entity_of (entities, 0, 2), ==, entity_of (entities, 1, 1));
  g_assert_cmpuint (entity_of (entities, 0, 0), !=, entity_of (entities, 0, 2));
  /* The third article does not say who. */
  g_assert_cmpuint (entity_of (entities, 2, 0), !=, entity_of (entities, 0, 0));
  g_assert_cmpuint (entity_of (entities, 2, 0), !=, entity_of (entities, 0, 2));
}

static const PlxVariant *
find_variant (const PlxEntity *entity, const char *text)
{
  for (guint i = 0; i < entity->variants->len; i++)
    if (g_str_equal (g_array_index (entity->variants, PlxVariant, i).text, text))
      return &g_array_index (entity->variants, PlxVariant, i);
  return NULL;
}

static void
test_reasons (void)
{
  const PlxNamedMention mentions[] = {
    { 0, "Zelensky", PERSON },
    { 0, "Volodymyr Zelensky", PERSON },
    { 1, "Volodymyr Zelenskyy", PERSON },
    { 1, "Volodymyr Zelensky", PERSON },
    { 1, "Zelenskiy", PERSON },
    { 1, "Volodymyr", PERSON },
    { 0, "NATO", ORG },
    { 0, "Kyiv", PLACE },
    { 0, "Kyiv", PLACE },
    { 1, "North Atlantic Treaty Organization", ORG },
    { 1, "Kiev", PLACE },
    { 1, "KYIV", PLACE },
  };
  static const struct
  {
    guint mention;
    guint article;
    const char *text;
    const char *reason;
  } wanted[] = {
    { 0, 0, "Zelensky", "surname of Volodymyr Zelensky" },
    { 0, 0, "Volodymyr Zelensky", NULL },
    { 0, 0, "Volodymyr Zelenskyy", "other spelling of Volodymyr Zelensky" },
    { 0, 0, "Zelenskiy", "other spelling of the surname of Volodymyr Zelensky" },
    { 0, 0, "Volodymyr", "given name of Volodymyr Zelensky" },
    { 2, 0, "NATO", "acronym of North Atlantic Treaty Organization" },
    { 3, 0, "Kiev", "other name of Kyiv" },
    { 3, 0, "KYIV", "other way of writing Kyiv" },
    { 3, 0, "Kyiv", NULL },
  };
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));

  for (guint article = 0; article < 2; article++)
    for (gsize i = 0; i < G_N_ELEMENTS (mentions); i++)
      if (mentions[i].article == article)
        g_array_append_val (sorted, mentions[i]);

  g_autoptr (PlxEntities) entities =
      plx_entities_join_names (2, (const PlxNamedMention *)(const void *)sorted->data, sorted->len);

  g_assert_cmpuint (plx_entities_get_n (entities), ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const PlxEntity *entity = plx_entities_get (entities, entity_of (entities, wanted[i].article, wanted[i].mention));
      const PlxVariant *variant = find_variant (entity, wanted[i].text);

      g_assert_nonnull (variant);
      g_assert_cmpstr (variant->reason, ==, wanted[i].reason);
    }
}

/* Which mentions are joined does not depend on the order of the articles. */
static void
test_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  const gsize n_names = G_N_ELEMENTS (joined) + G_N_ELEMENTS (apart);
  const guint n_articles = 6, each = 80;
  g_autoptr (GArray) forward = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));
  g_autoptr (GArray) backward = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));

  for (guint i = 0; i < n_articles * each; i++)
    {
      guint k = (guint)g_rand_int_range (random, 0, (gint32)n_names);
      const Pair *pair = k < G_N_ELEMENTS (joined) ? &joined[k] : &apart[k - G_N_ELEMENTS (joined)];
      PlxNamedMention mention = { i / each, g_rand_boolean (random) ? pair->a : pair->b, pair->type };

      g_array_append_val (forward, mention);
    }
  for (guint a = n_articles; a-- > 0;)
    for (guint i = 0; i < each; i++)
      {
        PlxNamedMention mention = g_array_index (forward, PlxNamedMention, a * each + i);

        mention.article = n_articles - 1 - a;
        g_array_append_val (backward, mention);
      }

  g_autoptr (PlxEntities) x =
      plx_entities_join_names (n_articles, (const PlxNamedMention *)(const void *)forward->data, forward->len);
  g_autoptr (PlxEntities) y =
      plx_entities_join_names (n_articles, (const PlxNamedMention *)(const void *)backward->data, backward->len);

  g_assert_cmpuint (plx_entities_get_n (x), ==, plx_entities_get_n (y));
  for (guint i = 0; i < n_articles * each; i++)
    for (guint k = i + 1; k < n_articles * each; k++)
      {
        gboolean in_x = entity_of (x, i / each, i % each) == entity_of (x, k / each, k % each);
        gboolean in_y =
            entity_of (y, n_articles - 1 - i / each, i % each) == entity_of (y, n_articles - 1 - k / each, k % each);

        g_assert_cmpint (in_x, ==, in_y);
      }
  for (guint i = 0; i < n_articles * each; i++)
    g_assert_cmpstr (plx_entities_get (x, entity_of (x, i / each, i % each))->name, ==,
                     plx_entities_get (y, entity_of (y, n_articles - 1 - i / each, i % each))->name);
}

/* Tens of thousands of names, odd ones among them, take seconds at most. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (PlxNamedMention));
  static const char *const syllables[] = { "ka", "ro", "mi", "shch", "Ł",  "-", "al-", "'",
                                           ".",  " ",  " ",  "z",    "yy", "ß", "李" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("A");

      for (gint32 n = g_rand_int_range (random, 1, i == 0 ? 3000 : 9); n > 0; n--)
        g_string_append (text, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
      g_ptr_array_add (texts, g_strdup (text->str));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      PlxNamedMention mention = { i / 1000, g_ptr_array_index (texts, i),
                                  (PlxEntityType)g_rand_int_range (random, 0, PLX_N_ENTITY_TYPES) };

      g_array_append_val (mentions, mention);
    }

  gint64 start = g_get_monotonic_time ();
  g_autoptr (PlxEntities) entities =
      plx_entities_join_names (20, (const PlxNamedMention *)(const void *)mentions->data, mentions->len);

  g_test_message ("%u mentions in %.2f s", mentions->len, (double)(g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (plx_entities_get_n (entities), >, 100);
}

static void
test_nothing (void)
{
  g_autoptr (PlxEntities) entities = plx_entities_join_names (0, NULL, 0);
  const PlxNamedMention empty[] = { { 0, "", PERSON }, { 0, "…", ORG }, { 0, "The", PLACE } };
  g_autoptr (PlxEntities) odd = plx_entities_join_names (1, empty, G_N_ELEMENTS (empty));

  g_assert_cmpuint (plx_entities_get_n (entities), ==, 0);
  g_assert_cmpuint (plx_entities_get_n (odd), ==, 3);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotate/entities/joined", test_joined);
  g_test_add_func ("/annotate/entities/apart", test_apart);
  g_test_add_func ("/annotate/entities/types", test_types);
  g_test_add_func ("/annotate/entities/one-surname", test_one_surname);
  g_test_add_func ("/annotate/entities/reasons", test_reasons);
  g_test_add_func ("/annotate/entities/order", test_order);
  g_test_add_func ("/annotate/entities/many", test_many);
  g_test_add_func ("/annotate/entities/nothing", test_nothing);

  return g_test_run ();
}
