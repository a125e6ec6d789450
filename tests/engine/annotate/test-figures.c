/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "engine/annotate/plx-counted-nouns.h"
#include "engine/annotate/plx-figures.h"

#include "marked-article.h"

/*
 * @text: a paragraph; names stand in braces, {=…} an organisation, {~…} a date, others persons
 * @expected: "span=value|hedge|unit" for each figure, "; " between them; for a range "low..high" is the value
 */
typedef struct
{
  const char *text;
  const char *expected;
} FigureCase;

static const FigureCase cases[] = {
  /* Counted things. */
  { "The rebels fired 70 missiles and 145 drones.", "70 missiles=70||missile; 145 drones=145||drone" },
  { "The rebels fired 70 ballistic missiles.", "70 ballistic missiles=70||missile" },
  { "Crews saved 12 people.", "12 people=12||people" },
  { "Crews saved twelve people.", "twelve people=12||people" },
  { "A dozen villages were flooded.", "A dozen villages=12||village" },
  { "Two dozen villages were flooded.", "Two dozen villages=24||village" },
  { "Half a dozen farms burned.", "Half a dozen farms=6||farm" },
  { "She bought 3 dozen eggs.", "3 dozen eggs=36||egg" },
  { "Some 1,200 homes lost power.", "Some 1,200 homes=1200|about|home" },
  { "One person died.", "One person=1||people" },
  { "Only one soldier was hurt.", "one soldier=1||soldier" },
  { "One of them left.", "" },
  { "The two leaders met.", "two leaders=2||leader" },
  { "Twenty-one miners came up.", "Twenty-one miners=21||miner" },
  { "A hundred and five cows drowned.", "A hundred and five cows=105||cow" },
  { "A thousand sheep drowned.", "A thousand sheep=1000||sheep" },
  { "Three hundred thousand refugees crossed.", "Three hundred thousand refugees=300000||refugee" },
  { "Two hundred and fifty guests came.", "Two hundred and fifty guests=250||guest" },
  { "One hundred twenty guests came.", "One hundred twenty guests=120||guest" },
  { "There were 5,000 Orlovan prisoners of war.", "5,000 Orlovan prisoners=5000||prisoner" },
  { "The force has 12 well-trained border guards.", "12 well-trained border guards=12||guard" },
  { "Rescuers found 20 more bodies.", "20 more bodies=20||body" },
  { "Rescuers found 20 other people.", "20 other people=20||people" },
  { "12 of the 50 passengers drowned.", "12 of the 50 passengers=12||passenger" },
  { "Three of them drowned.", "Three=3||" },
  { "It killed 12 and wounded 30.", "12=12||dead; 30=30||injured" },
  { "12 dead, 30 injured", "12 dead=12||dead; 30 injured=30||injured" },
  { "At least 12 killed in flood", "At least 12 killed=12|at least|dead" },
  { "12 were killed.", "12=12||dead" },
  { "The dam holds 3 sports clubs back.", "3 sports clubs=3||club" },
  { "He owns 15 police dogs and 2 horses.", "15 police dogs=15||dog; 2 horses=2||horse" },
  { "They lost 40 aircraft.", "40 aircraft=40||aircraft" },
  { "They arrested 9 police officers.", "9 police officers=9||officer" },
  { "The firm has 300 staff members.", "300 staff members=300||member" },
  { "The firm has 300 staff.", "300 staff=300||staff" },
  { "Seven men, nine women and four children drowned.",
    "Seven men=7||man; nine women=9||woman; four children=4||child" },
  { "It has 14 factories.", "14 factories=14||factory" },
  { "It has 14 churches, 3 boxes and 2 buses.", "14 churches=14||church; 3 boxes=3||box; 2 buses=2||bus" },
  { "He quoted 6 analyses of 9 cases.", "6 analyses=6||analysis; 9 cases=9||case" },
  { "She won 52 votes to 48.", "52 votes=52||vote; 48=48||" },
  { "The army lost 5 tanks, 11 trucks and one helicopter.",
    "5 tanks=5||tank; 11 trucks=11||truck; one helicopter=1||helicopter" },
  { "There were 1.2 million visitors.", "1.2 million visitors=1200000||visitor" },
  { "There were 1,234.5 visitors on average.", "1,234.5 visitors=1234.5||visitor" },
  { "The town has 10 000 inhabitants.", "10 000 inhabitants=10000||inhabitant" },
  { "5m people live there.", "5m people=5000000||people" },
  { "The wall is 5m deep.", "5m=5||metre" },
  { "20k fans came.", "20k fans=20000||fan" },
  { "Around 2.5bn users saw it.", "Around 2.5bn users=2500000000|about|user" },
  { "Nearly 3 mn tonnes of grain rotted.", "Nearly 3 mn tonnes=3000000|nearly|tonne" },
  /* Hedges. */
  { "At least 70 missiles hit the port.", "At least 70 missiles=70|at least|missile" },
  { "No fewer than 70 missiles hit the port.", "No fewer than 70 missiles=70|at least|missile" },
  { "Not less than 70 missiles hit the port.", "Not less than 70 missiles=70|at least|missile" },
  { "A minimum of 70 guards is needed.", "A minimum of 70 guards=70|at least|guard" },
  { "Up to 70 missiles hit the port.", "Up to 70 missiles=70|up to|missile" },
  { "No more than 70 guests may come.", "No more than 70 guests=70|up to|guest" },
  { "As many as 70 guests came.", "As many as 70 guests=70|up to|guest" },
  { "About 70 guests came.", "About 70 guests=70|about|guest" },
  { "Around 70 guests came.", "Around 70 guests=70|about|guest" },
  { "Roughly 70 guests came.", "Roughly 70 guests=70|about|guest" },
  { "Approximately 70 guests came.", "Approximately 70 guests=70|about|guest" },
  { "An estimated 70 guests came.", "An estimated 70 guests=70|about|guest" },
  { "More than 70 guests came.", "More than 70 guests=70|more than|guest" },
  { "Over 70 guests came.", "Over 70 guests=70|more than|guest" },
  { "Well over 70 guests came.", "Well over 70 guests=70|more than|guest" },
  { "Just over 70 guests came.", "Just over 70 guests=70|more than|guest" },
  { "In excess of 70 guests came.", "In excess of 70 guests=70|more than|guest" },
  { "Upwards of 70 guests came.", "Upwards of 70 guests=70|more than|guest" },
  { "Less than 70 guests came.", "Less than 70 guests=70|less than|guest" },
  { "Fewer than 70 guests came.", "Fewer than 70 guests=70|less than|guest" },
  { "Under 70 guests came.", "Under 70 guests=70|less than|guest" },
  { "Nearly 70 guests came.", "Nearly 70 guests=70|nearly|guest" },
  { "Almost 70 guests came.", "Almost 70 guests=70|nearly|guest" },
  { "Close to 70 guests came.", "Close to 70 guests=70|nearly|guest" },
  { "Just under 70 guests came.", "Just under 70 guests=70|nearly|guest" },
  { "70 or more guests came.", "70 or more guests=70|at least|guest" },
  { "70 or so guests came.", "70 or so guests=70|about|guest" },
  { "70-odd guests came.", "70-odd guests=70|about|guest" },
  { "70-plus guests came.", "70-plus guests=70|at least|guest" },
  { "70+ guests came.", "70+ guests=70|at least|guest" },
  { "~70 guests came.", "~70 guests=70|about|guest" },
  { "A total of 70 guests came.", "A total of 70 guests=70||guest" },
  { "They spoke about twelve minutes.", "about twelve minutes=12|about|minute" },
  /* Vague. */
  { "Dozens of people drowned.", "Dozens of people=|dozens|people" },
  { "Dozens drowned.", "Dozens=|dozens|" },
  { "Hundreds of homes burned.", "Hundreds of homes=|hundreds|home" },
  { "Thousands marched.", "Thousands=|thousands|" },
  { "Tens of thousands of people marched.", "Tens of thousands of people=|tens of thousands|people" },
  { "Hundreds of thousands marched.", "Hundreds of thousands=|hundreds of thousands|" },
  { "Millions of birds died.", "Millions of birds=|millions|bird" },
  { "Several hundred people marched.", "Several hundred people=|hundreds|people" },
  { "A few dozen people marched.", "A few dozen people=|dozens|people" },
  { "Several people marched.", "" },
  { "Scores of goats died.", "Scores of goats=|scores|goat" },
  { "Dozens more were hurt.", "Dozens=|dozens|injured" },
  /* Ranges. */
  { "Between 10 and 12 guests came.", "Between 10 and 12 guests=10..12||guest" },
  { "From 10 to 12 guests came.", "From 10 to 12 guests=10..12||guest" },
  { "10 to 12 guests came.", "10 to 12 guests=10..12||guest" },
  { "10-12 guests came.", "10-12 guests=10..12||guest" },
  { "10–12 guests came.", "10–12 guests=10..12||guest" },
  { "It costs $5-6 million.", "$5-6 million=5000000..6000000||USD" },
  { "It costs between $5 million and $6 million.", "between $5 million and $6 million=5000000..6000000||USD" },
  { "It costs $5m to $6m.", "$5m to $6m=5000000..6000000||USD" },
  { "It grew by 2-3%.", "2-3%=2..3||percent" },
  { "It grew by 2 to 3 percent.", "2 to 3 percent=2..3||percent" },
  { "It will last 3-5 years.", "3-5 years=3..5||year" },
  { "About 10 to 12 guests came.", "About 10 to 12 guests=10..12|about|guest" },
  { "They won 3-2.", "" },
  { "They won by 52-48.", "" },
  /* Percent. */
  { "Prices rose 12%.", "12%=12||percent" },
  { "Prices rose 12 percent.", "12 percent=12||percent" },
  { "Prices rose 12 per cent.", "12 per cent=12||percent" },
  { "Prices rose by 12.5 per cent.", "12.5 per cent=12.5||percent" },
  { "A 12-percent rise followed.", "12-percent=12||percent" },
  { "Turnout fell 3 percentage points.", "3 percentage points=3||percentage point" },
  { "Nearly 40% of voters stayed away.", "Nearly 40%=40|nearly|percent" },
  { "Twenty percent of voters stayed away.", "Twenty percent=20||percent" },
  /* Fractions. */
  { "Two-thirds of voters agreed.", "Two-thirds of voters=0.6666666667||voter" },
  { "Two thirds of voters agreed.", "Two thirds of voters=0.6666666667||voter" },
  { "A third of the voters agreed.", "A third of the voters=0.3333333333||voter" },
  { "Three-quarters of the houses burned.", "Three-quarters of the houses=0.75||house" },
  { "A quarter of the houses burned.", "A quarter of the houses=0.25||house" },
  { "Half of the houses burned.", "Half of the houses=0.5||house" },
  { "Half the houses burned.", "Half the houses=0.5||house" },
  { "Half a million people left.", "Half a million people=500000||people" },
  { "He waited 2½ hours.", "2½ hours=2.5||hour" },
  { "One and a half million people left.", "One and a half million people=1500000||people" },
  { "Two and a half years passed.", "Two and a half years=2.5||year" },
  { "More than half of the houses burned.", "More than half of the houses=0.5|more than|house" },
  { "He is the better half.", "" },
  { "A third man came.", "" },
  /* Money. */
  { "It costs $5.", "$5=5||USD" },
  { "It costs $5bn.", "$5bn=5000000000||USD" },
  { "It costs $5 billion.", "$5 billion=5000000000||USD" },
  { "It costs $1.2 million.", "$1.2 million=1200000||USD" },
  { "It costs US$300.", "US$300=300||USD" },
  { "It costs A$300 or C$40.", "A$300=300||AUD; C$40=40||CAD" },
  { "It costs €5.2 million.", "€5.2 million=5200000||EUR" },
  { "It costs £300,000.", "£300,000=300000||GBP" },
  { "It costs ¥900.", "¥900=900||JPY" },
  { "It costs 5 million dollars.", "5 million dollars=5000000||USD" },
  { "It costs five dollars.", "five dollars=5||USD" },
  { "It costs 300 euros.", "300 euros=300||EUR" },
  { "It costs 20 billion rubles.", "20 billion rubles=2e+10||RUB" },
  { "It costs EUR 300.", "EUR 300=300||EUR" },
  { "It costs Rs 500.", "Rs 500=500||INR" },
  { "It costs 40 pence.", "40 pence=40||GBP penny" },
  { "More than $5 million was lost.", "More than $5 million=5000000|more than|USD" },
  { "A $20 bill lay there.", "$20=20||USD" },
  { "A 5-million-dollar house burned.", "5-million-dollar=5000000||USD" },
  { "They pledged $2.5 billion in aid over 3 years.", "$2.5 billion=2500000000||USD; 3 years=3||year" },
  { "It costs 300 yuan.", "300 yuan=300||CNY" },
  { "It costs $5k.", "$5k=5000||USD" },
  /* Ages. */
  { "A 33-year-old lawyer came.", "33-year-old=33||year-old" },
  { "The 33-year-old came.", "33-year-old=33||year-old" },
  { "{Maria Venn}, 33, came.", "33=33||year-old" },
  { "A boy aged 9 came.", "aged 9=9||year-old" },
  { "She is 33 years old.", "33 years old=33||year-old" },
  { "A two-year-old boy came.", "two-year-old=2||year-old" },
  { "A 6-month-old girl came.", "6-month-old=6||month-old" },
  /* Measures and durations. */
  { "It is 12 km away.", "12 km=12||kilometre" },
  { "It is 12km away.", "12km=12||kilometre" },
  { "It is 12 kilometers away.", "12 kilometers=12||kilometre" },
  { "It is 300 feet tall.", "300 feet=300||foot" },
  { "It covers 40 square kilometres.", "40 square kilometres=40||square kilometre" },
  { "It covers 40 sq km.", "40 sq km=40||square kilometre" },
  { "It holds 3 cubic metres.", "3 cubic metres=3||cubic metre" },
  { "It weighs 70kg.", "70kg=70||kilogram" },
  { "It blew at 90 mph.", "90 mph=90||mile an hour" },
  { "It makes 5 MW.", "5 MW=5||megawatt" },
  { "A 12-day strike ended.", "12-day=12||day" },
  { "A three-day strike ended.", "three-day=3||day" },
  { "The strike lasted 12 days.", "12 days=12||day" },
  { "The strike lasted three weeks.", "three weeks=3||week" },
  { "It rained for 40 minutes.", "40 minutes=40||minute" },
  { "It is 30 degrees warm.", "30 degrees=30||degree" },
  { "A 12-member panel met.", "12-member=12||member" },
  { "A 10-point plan was read.", "10-point=10||point" },
  { "A six-foot wall fell.", "six-foot=6||foot" },
  /* Not figures: dates, years and times. */
  { "In 2019 it fell.", "" },
  { "It fell in March 2019.", "" },
  { "It fell on April 24.", "" },
  { "It fell on 24 April.", "" },
  { "It fell on Jan. 5.", "" },
  { "It fell on April 24, 2025.", "" },
  { "It fell on 24/4/2025.", "" },
  { "It fell on 2025-04-24.", "" },
  { "The 2024 elections were close.", "" },
  { "The 1990s were calm.", "" },
  { "The 21st day came.", "" },
  { "He came third.", "" },
  { "It began at 9 a.m. and ended at 5pm.", "" },
  { "It began at 10:30.", "" },
  { "It began at 9 o'clock.", "" },
  { "It is open 24/7.", "" },
  { "It began three days ago.", "" },
  { "Since 1998 it has stood.", "" },
  { "About 2,000 people came.", "About 2,000 people=2000|about|people" },
  { "About 2000 people came.", "About 2000 people=2000|about|people" },
  { "2000 people came.", "2000 people=2000||people" },
  { "It fell {~on May 5}.", "" },
  { "The years 2010-2015 were wet.", "" },
  /* Not figures: labels, names, numbers of telephones. */
  { "Call 303-832-8160 now.", "" },
  { "Call +44 20 7946 now.", "" },
  { "See No. 5.", "" },
  { "See Article 5 and Section 12.", "" },
  { "See page 4.", "" },
  { "The Boeing 737 landed.", "" },
  { "An F-35 and an A380 landed.", "" },
  { "COVID-19 spread.", "" },
  { "{=Channel 4} reported it.", "" },
  { "Resolution 1701 passed.", "" },
  { "It is version 3.5.1.", "" },
  { "He lives in Room 101.", "" },
  { "1. Open the gate.", "" },
  { "2) Close the gate.", "" },
  { "See #5.", "" },
  { "The ratio is 2:1.", "" },
  { "Flight 17 landed.", "" },
  { "Highway 66 is closed.", "" },
  { "World War 2 ended.", "" },
  { "See https://dam.example/5/people.", "" },
  /* Sentence shapes. */
  { "In 12 villages the lights went out.", "12 villages=12||village" },
  { "12 villages had no light.", "12 villages=12||village" },
  { "Of the 300 houses, 12 burned.", "300 houses=300||house; 12=12||" },
  { "Some people came.", "" },
  { "He said about one thing.", "" },
  { "No one came.", "" },
  { "The one thing he wants is rest.", "" },
  { "They had one child and two dogs.", "one child=1||child; two dogs=2||dog" },
  { "He had one.", "" },
  { "It rose from 5 to 9.", "5=5||; 9=9||" },
  { "It rose to 9 million.", "9 million=9000000||" },
  { "“We lost 12 boats,” he said.", "12 boats=12||boat" },
  { "The death toll rose to 45.", "45=45||dead" },
  { "The vote was 52 to 48.", "" },
  { "He scored 12 points, 9 rebounds and 4 assists.",
    "12 points=12||point; 9 rebounds=9||rebound; 4 assists=4||assist" },
  { "They freed 12 hostages, including 3 children.", "12 hostages=12||hostage; 3 children=3||child" },
  { "12 houses, 7 shops and a school burned.", "12 houses=12||house; 7 shops=7||shop" },
  { "The fire destroyed 12 houses (7 of them empty).", "12 houses=12||house; 7=7||" },
  { "They walked 3 miles in 2 hours.", "3 miles=3||mile; 2 hours=2||hour" },
  { "Rain fell: 12 mm in one hour.", "12 mm=12||millimetre; one hour=1||hour" },
  { "She has 1,204,331 followers.", "1,204,331 followers=1204331||follower" },
  { "He ate three and a half pies.", "three and a half pies=3.5||pie" },
  { "They need 1½ tonnes of sand.", "1½ tonnes=1.5||tonne" },
  { "He won 12 gold medals.", "12 gold medals=12||medal" },
  { "It has 0 errors.", "0 errors=0||error" },
  { "It is minus 5 degrees.", "minus 5 degrees=-5||degree" },
  { "The storm killed 12, wounding 30.", "12=12||dead; 30=30||injured" },
  { "Dozens were killed.", "Dozens=|dozens|dead" },
  { "It was -5 at night.", "-5=-5||" },
  { "It ranged from 5 to 9 metres.", "from 5 to 9 metres=5..9||metre" },
  { "It rose from 5 to 9 metres.", "5=5||; 9 metres=9||metre" },
  { "A one-year ban began.", "one-year=1||year" },
  { "One such case stands out.", "" },
  { "One explosion was heard.", "One explosion=1||explosion" },
  { "One young soldier fell.", "" },
  { "Venn ({Maria Venn}, 33) came.", "33=33||year-old" },
  { "200 US troops came.", "200 US troops=200||troop" },
  { "It is a 5-star house.", "5-star=5||star" },
  { "They found 3 of 5 missing hikers.", "3 of 5 missing hikers=3||hiker" },
  { "The 12 or so guests came.", "12 or so guests=12|about|guest" },
  { "About 30 to 40 percent of them left.", "About 30 to 40 percent=30..40|about|percent" },
  { "{~Three days} passed.", "" },
  { "Nine out of 10 voters came.", "Nine=9||; 10 voters=10||voter" },
  { "The U.S. sent 31 Abrams tanks.", "31 Abrams tanks=31||tank" },
  { "The region has 4 nuclear plants.", "4 nuclear plants=4||plant" },
  { "An 8.1-magnitude quake hit.", "8.1-magnitude=8.1||magnitude" },
  { "The quake measured 7.2.", "7.2=7.2||" },
  { "It sank in 300-400 feet of water.", "300-400 feet=300..400||foot" },
  { "Firefighters battled 120 separate blazes across 3 counties.",
    "120 separate blazes=120||blaze; 3 counties=3||county" },
  /* More shapes from the news. */
  { "He weighs 236 pounds.", "236 pounds=236||pound" },
  { "They ate 20 pounds of flour.", "20 pounds=20||pound" },
  { "A 500-pound bomb fell.", "500-pound=500||pound" },
  { "It cost 500 pounds.", "500 pounds=500||GBP" },
  { "It cost millions of dollars.", "millions of dollars=|millions|USD" },
  { "Tens of billions of euros were lost.", "Tens of billions of euros=|tens of billions|EUR" },
  { "They waited four-and-a-half years.", "four-and-a-half years=4.5||year" },
  { "Four plain-clothes guards came.", "Four plain-clothes guards=4||guard" },
  { "They want cuts below 2005 levels.", "" },
  { "He is 6'3\" tall.", "" },
  { "It gave a one-sided view.", "" },
  { "They handed over millions of letters.", "millions of letters=|millions|letter" },
  { "The bank owes $65.4 billion.", "$65.4 billion=6.54e+10||USD" },
  { "The key is 1474387200.", "" },
  { "{Peter Lund}, 40 – a father – died.", "40=40||year-old" },
  { "The fee is $500 to $2,000.", "$500 to $2,000=500..2000||USD" },
  { "The plan cuts the fee from 5 percent to 3 percent.", "5 percent=5||percent; 3 percent=3||percent" },
  { "Six of the 12 gates held.", "Six of the 12 gates=6||gate" },
};

static GArray *
find_figures (PlxArticle *article, const GArray *mentions)
{
  g_autoptr (GPtrArray) tokens = marked_article_split_tokens (article);

  return plx_figures_find (article, tokens, mentions);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
      g_autoptr (PlxArticle) article = marked_article_read (cases[i].text, mentions);
      g_autoptr (GArray) figures = find_figures (article, mentions);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint f = 0; f < figures->len; f++)
        {
          const PlxFigure *figure = &g_array_index (figures, PlxFigure, f);
          g_autofree char *text = plx_paragraph_dup_text (plx_article_get_paragraph (article, 1), figure->span);

          g_string_append_printf (found, "%s%s=", f > 0 ? "; " : "", text);
          if (!isnan (figure->value))
            g_string_append_printf (found, "%.10g", figure->value);
          if (!isnan (figure->low))
            g_string_append_printf (found, "%.10g..%.10g", figure->low, figure->high);
          g_string_append_printf (found, "|%s|%s", figure->hedge != NULL ? figure->hedge : "",
                                  figure->unit != NULL ? figure->unit : "");
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static void
test_singular (void)
{
  static const char *const nouns[][2] = {
    { "missiles", "missile" }, { "people", "people" }, { "women", "woman" },  { "bodies", "body" },
    { "churches", "church" },  { "boxes", "box" },     { "losses", "loss" },  { "buses", "bus" },
    { "campuses", "campus" },  { "houses", "house" },  { "causes", "cause" }, { "mice", "mouse" },
    { "potatoes", "potato" },  { "lives", "life" },    { "troops", "troop" }, { "gas", "gas" },
    { "loss", "loss" },        { "series", "series" }, { "km", "kilometre" }, { "blazes", "blaze" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      g_autofree char *singular = plx_counted_nouns_singular (nouns[i][0]);

      g_assert_cmpstr (singular, ==, nouns[i][1]);
    }
}

/* Numbers without end: bounded time, spans in order and within the text. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "1,",         "1 ",
                                       "1-",         "one ",
                                       "hundred ",   "a hundred and ",
                                       "$",          "10 to ",
                                       "2000 ",      "between 1 and ",
                                       "dozens of ", "1,234,",
                                       "twenty-",    "%",
                                       "1.1.",       "9",
                                       "12 well-",   "½",
                                       "two-thirds " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (PlxMention));
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 before = g_get_monotonic_time ();
      guint end = 0;

      while (text->len < 200000)
        g_string_append (text, parts[i]);

      g_autoptr (PlxArticle) article = marked_article_read (text->str, mentions);
      g_autoptr (GArray) figures = find_figures (article, mentions);

      for (guint f = 0; f < figures->len; f++)
        {
          const PlxFigure *figure = &g_array_index (figures, PlxFigure, f);

          g_assert_cmpuint (figure->span.start, >=, end);
          g_assert_cmpuint (figure->span.start, <, figure->span.end);
          g_assert_cmpuint (figure->span.end, <=, plx_article_get_paragraph (article, 1)->n_chars);
          end = figure->span.end;
        }
      g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/cases", test_cases);
  g_test_add_func ("/figures/singular", test_singular);
  g_test_add_func ("/figures/hostile", test_hostile);

  return g_test_run ();
}
