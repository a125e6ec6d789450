/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/import/plx-clean-phrases-private.h"

/* Spanish: the furniture of news pages. Whole lines, as plx_text_line_key() makes them, "|" between them. */
const PlxPhraseList plx_clean_phrases_es[] = {
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_LINE,
    "publicidad|anuncio|contenido patrocinado|patrocinado|sigue leyendo después de la publicidad" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_ANCHOR,
    "comentarios|# comentarios|# comentario|comentario|deja un comentario|dejar un comentario|deja una respuesta|"
    "comentar|ver comentarios|escribe un comentario|añadir comentario" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_LINE, "sé el primero en comentar|aún no hay comentarios|sin comentarios" },
  { PLX_REMOVAL_RELATED, PLX_PHRASE_ANCHOR,
    "lea también|lee también|leer más|le puede interesar|te puede interesar|también te puede interesar|"
    "te recomendamos|más noticias|más información|noticias relacionadas|artículos relacionados|relacionado|"
    "relacionados|lo más leído|lo más visto|lo más reciente|más leídas|últimas noticias|no te pierdas|ver más|"
    "temas relacionados|etiquetas|archivado en|más sobre este tema" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_LINE,
    "compartir|comparte|compartir en facebook|compartir en twitter|compartir en x|compartir en whatsapp|"
    "compartir por correo|compartir en linkedin|enviar|enviar por correo|imprimir|copiar enlace|síguenos|"
    "síguenos en|seguir|guardar|escuchar|cerrar|comparte esta noticia|compartir esta noticia|compartir artículo" },
  { PLX_REMOVAL_APP, PLX_PHRASE_ANCHOR, "descarga la app|descargar la app|descarga nuestra app" },
  { PLX_REMOVAL_SUBSCRIBE, PLX_PHRASE_ANCHOR,
    "suscríbete|suscribirse|suscribete|suscríbase|suscríbete a nuestra newsletter|suscríbete a nuestro boletín|"
    "boletín|boletines|recibe nuestro boletín|regístrate|registrarse|crear cuenta|hazte socio|dona|"
    "apúntate a nuestra newsletter|solo para suscriptores" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_LINE,
    "ir al contenido|saltar al contenido|menú|menú principal|buscar|búsqueda|inicio|volver arriba|volver|"
    "iniciar sesión|cerrar sesión|mi cuenta|aviso legal|política de privacidad|política de cookies|"
    "términos y condiciones|términos de uso|quiénes somos|contacto|contáctenos|todos los derechos reservados|"
    "mapa del sitio|saber más|ayuda" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_EDGE,
    "noticias|política|economía|internacional|nacional|mundo|sociedad|deportes|cultura|ciencia|tecnología|salud|"
    "opinión|españa|vídeos|américa latina|sucesos" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_LINE,
    "tu dirección de correo electrónico no será publicada|"
    "tu dirección de correo electrónico no será publicada los campos obligatorios están marcados con|"
    "correo electrónico|tu correo electrónico|nombre|apellido|contraseña|olvidé mi contraseña|usuario|"
    "campos obligatorios|tu nombre" },
  { 0 },
};
