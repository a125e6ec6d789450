/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plx-import"

#include "config.h"

#include "engine/import/plx-text-agency.h"

#include <string.h>

/* A credit names agencies and little else. */
#define CREDIT_MAX_BYTES 80u

/* News agencies, as printed and as called here. */
static const struct
{
  const char *printed;
  const char *name;
} agencies[] = {
  { "aap", "AAP" },
  { "aa", "Anadolu" },
  { "afp", "AFP" },
  { "agence france-presse", "AFP" },
  { "agence france presse", "AFP" },
  { "agerpres", "Agerpres" },
  { "anadolu", "Anadolu" },
  { "anadolu agency", "Anadolu" },
  { "ani", "ANI" },
  { "anp", "ANP" },
  { "ansa", "ANSA" },
  { "antara", "Antara" },
  { "ap", "AP" },
  { "apa", "APA" },
  { "app", "APP" },
  { "associated press", "AP" },
  { "associated press of pakistan", "APP" },
  { "the associated press", "AP" },
  { "australian associated press", "AAP" },
  { "belga", "Belga" },
  { "bernama", "Bernama" },
  { "bta", "BTA" },
  { "bss", "BSS" },
  { "canadian press", "The Canadian Press" },
  { "the canadian press", "The Canadian Press" },
  { "cna", "CNA" },
  { "ctk", "ČTK" },
  { "čtk", "ČTK" },
  { "dpa", "dpa" },
  { "deutsche presse-agentur", "dpa" },
  { "efe", "EFE" },
  { "hina", "Hina" },
  { "ians", "IANS" },
  { "interfax", "Interfax" },
  { "interfax-ukraine", "Interfax-Ukraine" },
  { "интерфакс", "Interfax" },
  { "інтерфакс-україна", "Interfax-Ukraine" },
  { "irna", "IRNA" },
  { "jiji", "Jiji" },
  { "jiji press", "Jiji" },
  { "kcna", "KCNA" },
  { "keystone-sda", "Keystone-SDA" },
  { "sda", "Keystone-SDA" },
  { "kuna", "KUNA" },
  { "kyodo", "Kyodo" },
  { "kyodo news", "Kyodo" },
  { "lusa", "Lusa" },
  { "mena", "MENA" },
  { "mti", "MTI" },
  { "nan", "NAN" },
  { "ntb", "NTB" },
  { "pa", "PA" },
  { "pa media", "PA" },
  { "press association", "PA" },
  { "pap", "PAP" },
  { "pna", "PNA" },
  { "pti", "PTI" },
  { "press trust of india", "PTI" },
  { "reuters", "Reuters" },
  { "thomson reuters", "Reuters" },
  { "ria novosti", "RIA Novosti" },
  { "риа новости", "RIA Novosti" },
  { "ritzau", "Ritzau" },
  { "sana", "SANA" },
  { "spa", "SPA" },
  { "saudi press agency", "SPA" },
  { "stt", "STT" },
  { "sid", "SID" },
  { "tanjug", "Tanjug" },
  { "tasr", "TASR" },
  { "tass", "TASS" },
  { "тасс", "TASS" },
  { "tt", "TT" },
  { "ukrinform", "Ukrinform" },
  { "укринформ", "Ukrinform" },
  { "укрінформ", "Ukrinform" },
  { "uni", "UNI" },
  { "upi", "UPI" },
  { "united press international", "UPI" },
  { "vna", "VNA" },
  { "wam", "WAM" },
  { "xinhua", "Xinhua" },
  { "xinhua news agency", "Xinhua" },
  { "yonhap", "Yonhap" },
  { "yonhap news agency", "Yonhap" },
};

/**
 * plx_text_agency_find:
 * @name: a name as printed
 *
 * Returns: (nullable): the news agency of that name as Parallax calls it, or %NULL
 */
const char *
plx_text_agency_find (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *lower = g_utf8_strdown (trimmed, -1);
  gboolean capitals = strchr (lower, ' ') == NULL && strlen (lower) <= 4;

  /* Short ones are acronyms: "pa" or "Mena" is no agency. */
  if (capitals && !g_str_equal (lower, "dpa") && !g_str_equal (lower, "efe"))
    for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_islower (g_utf8_get_char (p)) && !g_str_equal (lower, "hina"))
        return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    if (g_str_equal (lower, agencies[i].printed))
      return agencies[i].name;

  return NULL;
}

/**
 * plx_text_agency_parse_credit:
 * @text: a line, or what stands in the parentheses of a dateline
 *
 * Reads a credit to one agency or several, "AFP/APP", "Reuters, AP", "dpa mit AFP". The first named is the one whose
 * text it is; the others passed it on or were added.
 *
 * Returns: (nullable): the first agency, or %NULL when the line is anything but a credit
 */
const char *
plx_text_agency_parse_credit (const char *text)
{
  static gsize once;
  static GRegex *separators;
  g_auto (GStrv) parts = NULL;
  const char *first = NULL;

  if (strlen (text) > CREDIT_MAX_BYTES)
    return NULL;
  if (g_once_init_enter (&once))
    {
      separators =
          g_regex_new ("\\s*(?:[/,|+&;–—]|\\s-\\s|\\band\\b|\\bmit\\b|\\bund\\b|\\bavec\\b|\\bwith\\b|\\by\\b)\\s*",
                       G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  parts = g_regex_split (separators, text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = plx_text_agency_find (parts[i]);

      if (name == NULL)
        return NULL;
      if (first == NULL)
        first = name;
    }

  return first;
}
