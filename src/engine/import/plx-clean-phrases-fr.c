/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/import/plx-clean-phrases-private.h"

/* French: the furniture of news pages. Whole lines, as plx_text_line_key() makes them, "|" between them. */
const PlxPhraseList plx_clean_phrases_fr[] = {
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_LINE,
    "publicité|publicite|annonce|contenu sponsorisé|la suite après la publicité|la suite apres la publicite|"
    "la suite après cette publicité" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_ANCHOR,
    "commentaires|# commentaires|# commentaire|commentaire|laisser un commentaire|commenter|lire les commentaires|"
    "réagir|réactions|ajouter un commentaire|voir les commentaires|votre commentaire|poster un commentaire" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_LINE, "aucun vote|soyez le premier à commenter|aucun commentaire" },
  { PLX_REMOVAL_RELATED, PLX_PHRASE_ANCHOR,
    "à lire aussi|a lire aussi|lire aussi|lire plus|lire la suite|sur le même sujet|sur le meme sujet|"
    "articles liés|articles similaires|articles connexes|à voir aussi|voir aussi|les plus lus|les plus populaires|"
    "plus d'articles|à découvrir|vous aimerez aussi|vous pourriez aussi aimer|dernières actualités|"
    "derniers articles|dernières nouvelles|à la une|plus d'informations|nos recommandations|mots clés|thèmes|"
    "dans la même rubrique|dans l'actualité" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_LINE,
    "partager|partager sur facebook|partager sur twitter|partager sur x|partager sur whatsapp|"
    "partager sur linkedin|partager par email|partager l'article|partager cet article|partagez|envoyer|imprimer|"
    "copier le lien|suivez nous|suivez nous sur|nous suivre|écouter|enregistrer|sauvegarder|fermer|"
    "temps de lecture # min|lecture # min|écouter l'article|ajouter à mes favoris|envoyer par email" },
  { PLX_REMOVAL_APP, PLX_PHRASE_ANCHOR,
    "télécharger l'application|téléchargez l'application|téléchargez notre application|téléchargez l'appli" },
  { PLX_REMOVAL_SUBSCRIBE, PLX_PHRASE_ANCHOR,
    "s'abonner|abonnez vous|je m'abonne|je m'inscris|s'inscrire|inscrivez vous|inscrivez vous à notre newsletter|"
    "inscription à la newsletter|recevez notre newsletter|abonnez vous à notre newsletter|nos newsletters|"
    "déjà abonné|déjà abonné connectez vous|faire un don|réservé aux abonnés|article réservé aux abonnés|"
    "s'inscrire à la newsletter|créer un compte" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_LINE,
    "aller au contenu|aller au contenu principal|menu principal|rechercher|recherche|accueil|retour en haut|retour|"
    "haut de page|se connecter|connexion|déconnexion|mon compte|mentions légales|politique de confidentialité|"
    "conditions générales|cgu|cgv|gestion des cookies|qui sommes nous|contactez nous|nous contacter|"
    "tous droits réservés|plan du site|accessibilité|en savoir plus|aide" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_EDGE,
    "actualités|actualité|politique|économie|monde|société|sciences|santé|france|planète|idées|débats|régions|"
    "vidéos" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_LINE,
    "votre adresse e mail ne sera pas publiée|"
    "votre adresse e mail ne sera pas publiée les champs obligatoires sont indiqués avec|votre adresse email|"
    "votre email|adresse e mail|mot de passe|mot de passe oublié|nom d'utilisateur|prénom|champs obligatoires|"
    "votre nom" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_EDGE, "nom" },
  { 0 },
};
