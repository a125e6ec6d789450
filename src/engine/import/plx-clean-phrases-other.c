/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/import/plx-clean-phrases-private.h"

/* Other languages: the furniture of news pages. Whole lines, as plx_text_line_key() makes them, "|" between them. */
const PlxPhraseList plx_clean_phrases_other[] = {
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_LINE,
    "pubblicità|publicidade|reklama|reclame|continua a leggere dopo la pubblicità" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_ANCHOR,
    "commenti|# commenti|lascia un commento|comentários|deixe um comentário|komentarze|dodaj komentarz|reacties|"
    "kommentarer" },
  { PLX_REMOVAL_RELATED, PLX_PHRASE_ANCHOR,
    "leggi anche|articoli correlati|leia também|leia mais|czytaj także|czytaj też|zobacz także|lees ook|läs också|"
    "les også|čtěte také|lue myös" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_LINE,
    "condividi|compartilhe|compartilhar|udostępnij|podziel się|delen|sdílet|paylaş|jaa" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_EDGE, "dela|del" },
  { 0 },
};
