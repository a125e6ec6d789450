/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-places.h"

#include <string.h>

/* Cities that reports are dated from, so that "Washington: …" is told from "Analysis: …"; "|" between them. */
static const char cities[] =
    "abu dhabi|abuja|accra|addis ababa|aden|ahmedabad|aleppo|algiers|almaty|amman|amsterdam|ankara|antananarivo|"
    "ashgabat|astana|asunción|asuncion|athens|atlanta|auckland|baghdad|baku|bamako|bangalore|bengaluru|bangkok|bangui|"
    "barcelona|basra|beijing|beirut|belfast|belgrade|berlin|bern|birmingham|bishkek|bogota|bogotá|bonn|boston|brasilia|"
    "brasília|bratislava|brazzaville|brussels|bucharest|budapest|buenos aires|bujumbura|cairo|calgary|canberra|"
    "cape town|caracas|cardiff|chennai|chicago|chisinau|cologne|colombo|conakry|copenhagen|dakar|dallas|damascus|"
    "dar es salaam|delhi|denver|detroit|dhaka|dili|djibouti|doha|donetsk|dubai|dublin|durban|dushanbe|edinburgh|"
    "erbil|frankfurt|freetown|gaborone|gaza|gaza city|geneva|glasgow|guatemala city|hamburg|hanoi|harare|havana|"
    "helsinki|ho chi minh city|hong kong|honolulu|houston|hyderabad|islamabad|istanbul|jakarta|jeddah|jerusalem|"
    "johannesburg|juba|kabul|kampala|karachi|kathmandu|kharkiv|kherson|khartoum|kiev|kigali|kingston|kinshasa|"
    "kolkata|kuala lumpur|kuwait city|kyiv|la paz|lagos|lahore|las vegas|libreville|lilongwe|lima|lisbon|liverpool|"
    "ljubljana|london|los angeles|luanda|lucknow|lusaka|luxembourg|lviv|madrid|malé|managua|manama|manchester|manila|"
    "maputo|mariupol|melbourne|mexico city|miami|milan|minneapolis|minsk|mogadishu|monrovia|montevideo|montreal|"
    "montréal|moscow|mumbai|munich|muscat|nairobi|naypyidaw|naypyitaw|ndjamena|n'djamena|new delhi|new york|niamey|"
    "nicosia|nouakchott|odesa|odessa|osaka|oslo|ottawa|ouagadougou|panama city|paris|perth|peshawar|philadelphia|"
    "phnom penh|phoenix|port-au-prince|port moresby|portland|prague|pretoria|pristina|pyongyang|quetta|quito|rabat|"
    "ramallah|rangoon|rawalpindi|reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|san josé|san salvador|sanaa|"
    "santiago|santo domingo|sao paulo|são paulo|sarajevo|seattle|seoul|sevastopol|shanghai|sharm el-sheikh|"
    "simferopol|singapore|skopje|sochi|sofia|srinagar|stockholm|strasbourg|suva|sydney|st petersburg|st. petersburg|"
    "taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thimphu|tirana|tokyo|toronto|tripoli|tunis|"
    "ulaanbaatar|united nations|vancouver|vatican city|vienna|vientiane|vilnius|vladivostok|warsaw|washington|"
    "washington dc|washington d.c.|washington, dc|wellington|windhoek|yangon|yaoundé|yerevan|zagreb|zaporizhzhia|"
    "zurich|zürich|"
    "wien|köln|münchen|genf|brüssel|moskau|kiew|warschau|prag|rom|paris|london|mailand|peking|"
    "bruxelles|genève|londres|moscou|varsovie|pékin|le caire|beyrouth|alger|marseille|lyon|"
    "moscú|ginebra|bruselas|pekín|nueva york|ciudad de méxico|bilbao|sevilla|valencia|"
    "москва|киев|минск|вашингтон|лондон|париж|берлин|брюссель|женева|пекин|токио|стамбул|санкт-петербург|симферополь|"
    "донецк|луганск|київ|харків|львів|одеса|дніпро|запоріжжя|херсон|вашингтон|варшава|брюссель|женева";

/**
 * plx_text_places_has:
 * @place: a place as a dateline prints it, maybe with the country after a comma or bar
 *
 * Returns: whether it is a city that reports are often dated from
 */
gboolean
plx_text_places_has (const char *place)
{
  static gsize once;
  static GHashTable *table;
  g_autofree char *lower = g_utf8_strdown (place, -1);
  char *end;

  if (g_once_init_enter (&once))
    {
      g_auto (GStrv) list = g_strsplit (cities, "|", -1);

      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; list[i] != NULL; i++)
        g_hash_table_add (table, g_strdup (list[i]));
      g_once_init_leave (&once, 1);
    }
  if (g_hash_table_contains (table, lower))
    return TRUE;
  end = strpbrk (lower, ",/");
  if (end == NULL)
    return FALSE;
  *end = '\0';

  return g_hash_table_contains (table, g_strchomp (lower));
}
