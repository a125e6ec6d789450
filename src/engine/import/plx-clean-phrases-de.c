/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/import/plx-clean-phrases-private.h"

/* German: the furniture of news pages. Whole lines, as plx_text_line_key() makes them, "|" between them. */
const PlxPhraseList plx_clean_phrases_de[] = {
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_LINE,
    "anzeige|anzeigen|werbung|advertorial|sponsoren|gesponsert|weiter nach der anzeige|"
    "artikel wird nach der werbung fortgesetzt" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_ANCHOR,
    "kommentare|# kommentare|# kommentar|kommentar|kommentieren|kommentar schreiben|kommentar verfassen|"
    "kommentare anzeigen|alle kommentare|schreiben sie einen kommentar|schreibe einen kommentar|"
    "diskutieren sie mit|leserkommentare|kommentare lesen|mitdiskutieren" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_LINE,
    "noch keine bewertung|bewerten sie diesen artikel|bitte warten|ihre bewertung|war dieser artikel hilfreich" },
  { PLX_REMOVAL_RELATED, PLX_PHRASE_ANCHOR,
    "mehr zum thema|zum thema|lesen sie auch|lesen sie mehr|mehr lesen|weitere artikel|weitere meldungen|"
    "weitere nachrichten|weitere themen|auch interessant|das könnte sie auch interessieren|"
    "das könnte dich auch interessieren|das könnte sie interessieren|ähnliche artikel|verwandte artikel|"
    "verwandte themen|meistgelesen|meistgelesene artikel|am meisten gelesen|aktuelle nachrichten|neueste artikel|"
    "neueste beiträge|top themen|topthemen|empfehlungen|empfohlen|empfohlene artikel|weiterlesen|zur startseite|"
    "schlagworte|themen|schlagwörter|mehr aus|mehr aus dem ressort|die meistgelesenen artikel|mehr zu diesem thema|"
    "passend zum thema" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_LINE,
    "teilen|artikel teilen|auf facebook teilen|auf twitter teilen|auf x teilen|per mail teilen|per e mail teilen|"
    "auf whatsapp teilen|merken|drucken|artikel drucken|versenden|link kopieren|folgen|folgen sie uns|"
    "folgen sie uns auf|vorlesen|anhören|artikel anhören|lesezeit # minuten|lesezeit # min|# min lesezeit|"
    "artikel merken|newsletter teilen|schließen" },
  { PLX_REMOVAL_APP, PLX_PHRASE_ANCHOR, "app herunterladen|app laden|jetzt app laden|zur app" },
  { PLX_REMOVAL_SUBSCRIBE, PLX_PHRASE_ANCHOR,
    "newsletter abonnieren|newsletter bestellen|jetzt abonnieren|abonnieren|abonnieren sie unseren newsletter|"
    "jetzt anmelden|anmelden|kostenlos anmelden|jetzt registrieren|registrieren|abo|jetzt abo sichern|"
    "zum newsletter anmelden|unser newsletter|spenden|jetzt spenden" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_LINE,
    "zum inhalt springen|zum inhalt|zur navigation|zur suche|zum menü|menü|menü öffnen|hauptmenü|hauptnavigation|"
    "suche|suchen|suche öffnen|startseite|nach oben|zurück nach oben|zurück|einloggen|ausloggen|abmelden|"
    "mein konto|impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|kontakt|über uns|hilfe|"
    "alle rechte vorbehalten|mediadaten|barrierefreiheit|cookie einstellungen|mehr erfahren|inhaltsverzeichnis" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_EDGE,
    "mehr|nachrichten|politik|wirtschaft|kultur|wissenschaft|gesundheit|panorama|ausland|inland|welt|deutschland|"
    "regional|reise|netzwelt|meinung|finanzen|technik|digital|auto|leben|gesellschaft|bildung|ukraine krieg" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_LINE,
    "ihre e mail adresse|e mail adresse|ihre e mail adresse wird nicht veröffentlicht|"
    "deine e mail adresse wird nicht veröffentlicht|"
    "deine e mail adresse wird nicht veröffentlicht erforderliche felder sind mit markiert|pflichtfeld|"
    "pflichtfelder|passwort|passwort vergessen|benutzername|absenden|ihr name|nachricht" },
  { 0 },
};
