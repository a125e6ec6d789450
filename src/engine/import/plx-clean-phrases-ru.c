/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/import/plx-clean-phrases-private.h"

/* Russian: the furniture of news pages. Whole lines, as plx_text_line_key() makes them, "|" between them. */
const PlxPhraseList plx_clean_phrases_ru[] = {
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_LINE, "реклама|на правах рекламы|спонсорский материал|партнерский материал" },
  { PLX_REMOVAL_ADVERTISING, PLX_PHRASE_EDGE, "реклама на сайте" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_ANCHOR,
    "комментарии|# комментариев|# комментария|# комментарий|комментировать|оставить комментарий|"
    "добавить комментарий|написать комментарий|обсудить|обсуждение|читать комментарии|показать комментарии|"
    "комментариев нет|нет комментариев|отменить ответ|добавить комментарий отменить ответ" },
  { PLX_REMOVAL_COMMENTS, PLX_PHRASE_LINE,
    "оцените статью|оцените материал|голосов пока нет|оценить|завантаження|загрузка" },
  { PLX_REMOVAL_RELATED, PLX_PHRASE_ANCHOR,
    "читайте также|читать также|читайте еще|читать далее|читать дальше|по теме|материалы по теме|похожие материалы|"
    "похожие статьи|похожие новости|похожие записи|другие новости|ещё новости|еще новости|главные новости|"
    "последние новости|новости по теме|популярное|самое читаемое|самое популярное|рекомендуем|"
    "вам может быть интересно|вам также может понравиться|смотрите также|главное|главное за сутки|лента новостей|"
    "новости партнеров|новости партнёров|все новости|теги|метки|популярные новости|подробнее|еще по теме|"
    "ещё по теме" },
  { PLX_REMOVAL_SHARE, PLX_PHRASE_LINE,
    "поделиться|поделиться в|поделиться новостью|поделиться ссылкой|поделись|поделитесь|поделитесь с друзьями|"
    "поделиться в социальных сетях|вконтакте|одноклассники|фейсбук|твиттер|телеграм|распечатать|отправить|"
    "скопировать ссылку|копировать ссылку|ссылка скопирована|подписывайтесь|подписывайтесь на нас|"
    "подписывайтесь на наш телеграм|подписывайтесь на наш телеграм канал|мы в соцсетях|слушать|закрыть|сохранить|"
    "время чтения # мин|просмотров #|# просмотров|просмотры" },
  { PLX_REMOVAL_APP, PLX_PHRASE_ANCHOR,
    "скачать приложение|скачайте приложение|скачайте наше приложение|установить приложение|завантажити застосунок|"
    "завантажте застосунок|завантажити додаток|завантажте додаток|наш застосунок" },
  { PLX_REMOVAL_SUBSCRIBE, PLX_PHRASE_ANCHOR,
    "подписаться|подпишитесь|подпишись|подписаться на рассылку|подпишитесь на рассылку|"
    "подпишитесь на нашу рассылку|подписка|рассылка|оформить подписку|зарегистрироваться|регистрация|"
    "поддержать нас|поддержите нас|подпишитесь на наш канал|подписаться на канал|подписаться на новости|"
    "подпишитесь на наш телеграм|подпишитесь на наш телеграм канал" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_LINE,
    "русский|українська|italiano|português|polski|العربية|中文|日本語|türkçe|languages|language|privacy policy|privacy|"
    "privacy notice|cookie policy|cookies|cookie settings|cookie preferences|manage cookies|"
    "manage cookie preferences|manage preferences|accept cookies|accept all cookies|accept all|reject all|i agree|"
    "got it|cookie notice|terms|terms of use|terms of service|terms and conditions|terms conditions|"
    "terms of use privacy policy|privacy policy terms of use|privacy policy terms of service|legal notice|imprint|"
    "disclaimer|contact|contact us|about|about us|about the author|about this site|who we are|our team|careers|"
    "help center|faq|faqs|press room|advertise|advertising info|corrections|editorial policy|editorial standards|"
    "editorial guidelines|code of ethics|ethics policy|feedback|send us feedback|give feedback|archive|archives|"
    "do not sell my info|do not sell my personal information|do not sell or share my personal information|"
    "your privacy choices|your privacy rights|ad choices|adchoices|ca notice at collection|powered by wordpress|"
    "powered by|proudly powered by wordpress|powered by blogger|all rights reserved|copyright|copyright #|"
    "copyright # all rights reserved|# all rights reserved|our standards the thomson reuters trust principles|"
    "purchase licensing rights|reprints|order reprints|reprints permissions|license this article|"
    "republish this article|permissions|view all posts|see all posts|view all posts by|view profile|view bio|"
    "see full bio|read full bio|author|authors|written by|posted by|posted in|categories|category|uncategorized|"
    "page #|page # of #|click here|click here to read more|learn more|find out more|read the full story|"
    "read full story|read full article|read the full article|view original article|view original|read original|"
    "tap to read|advertisement skip|horoscopes|crosswords|crossword|puzzles|games|e paper|epaper|podcasts|tv guide|"
    "live tv|watch live|on air|obituaries|classifieds|marketplace|today's paper|javascript is disabled|"
    "please enable javascript|enable javascript|image description|image credit|image source getty images|"
    "table of contents|on this page|expand all|show less|see less|read less|hide caption|toggle caption|"
    "show caption|caption|перейти к содержимому|перейти к основному содержанию|меню|главное меню|поиск|найти|"
    "главная|на главную|наверх|вверх|назад|войти|выйти|личный кабинет|политика конфиденциальности|"
    "пользовательское соглашение|контакты|о нас|о проекте|редакция|все права защищены|карта сайта|узнать больше|"
    "рубрики|разделы|помощь|правила использования" },
  { PLX_REMOVAL_NAVIGATION, PLX_PHRASE_EDGE,
    "accept|decline|agree|legal|jobs|help|press|weather|podcast|image #|contents|hide|show|вход|новости|политика|"
    "экономика|общество|мир|в мире|россия|украина|спорт|культура|наука|технологии|здоровье|происшествия|мнения|"
    "мнение|видео|фото|интервью|аналитика|бизнес|финансы|авто|армия|война|интересное|регионы|статьи" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_LINE,
    "ваш адрес email не будет опубликован|ваш адрес email не будет опубликован обязательные поля помечены|ваше имя|"
    "ваш email|электронная почта|пароль|забыли пароль|логин|обязательные поля" },
  { PLX_REMOVAL_FORM, PLX_PHRASE_EDGE, "имя|сообщение" },
  { PLX_REMOVAL_SOURCE_LINK, PLX_PHRASE_LINE, "источник|ссылка на источник|первоисточник" },
  { 0 },
};
