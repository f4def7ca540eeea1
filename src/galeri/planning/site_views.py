"""What all pages of a language share."""

import math
from collections.abc import Iterable

from galeri.model.facts import ArticleFacts
from galeri.model.outputs import StylesheetOutput
from galeri.model.records import KINDS, Record
from galeri.model.views import BookLink, IconsView, LanguageView, Link, SiteView
from galeri.model.words import Language
from galeri.planning.localized import Localized


def language_view(language: Language) -> LanguageView:
    """Give what templates need of a language."""
    return LanguageView(language.tag, language.locale, language.direction, language.name)


def site_view(
    localized: Localized,
    icons: IconsView | None = None,
    books: Iterable[BookLink] = (),
    styles: Iterable[StylesheetOutput] = (),
    fonts: tuple[str, ...] = (),
) -> SiteView:
    """Gather what all pages of this language share; `books` are those that the site offers."""
    gallery, theme, settings = localized.gallery, localized.theme, localized.gallery.settings
    names, books = theme.names[localized.language.tag], tuple(books)
    title, title_tag = site_title(localized, localized.language.tag)
    description, description_tag = site_description(localized, localized.language.tag)
    return SiteView(
        title=title,
        title_lang=localized.foreign(title_tag),
        description=description,
        description_lang=localized.foreign(description_tag),
        interface=localized.foreign(theme.interface[localized.language.tag]),
        colour=settings.colour or "",
        base_url=settings.base_url,
        publisher=settings.publisher,
        licence=settings.licence,
        contact=settings.contact,
        language=language_view(localized.language),
        languages=tuple(map(language_view, gallery.languages)),
        home=Link(localized.addresses.home(), names["home"]),
        menu=tuple(localized.link(each.ref) for each in _menu(localized)),
        indexes=tuple(
            (kind, Link(localized.addresses.index(kind), names[kind]))
            for kind in KINDS
            if gallery.records[kind]
        ),
        feed=feed_path(localized),
        search=Link(localized.addresses.search(), names["search"]) if theme.searchable else None,
        static=(
            *((file.name, file.path) for file in theme.static),
            *(("style.css", each.path) for each in styles),
        ),
        appearance=theme.appearance,
        books=books,
        catalogues=Link(localized.addresses.catalogues(), names["catalogues"])
        if books and theme.offering
        else None,
        icons=icons,
        fonts=fonts,
    )


def feed_path(localized: Localized) -> str:
    """Give the path of the feed of new pieces."""
    return f"{localized.language.prefix}feed.xml"


def site_title(localized: Localized, wanted: str) -> tuple[str, str]:
    """Give the gallery's name and the tag of its language: the `wanted` one, else the default one, else any."""
    return said_in(localized, localized.gallery.settings.title, wanted)


def site_description(localized: Localized, wanted: str) -> tuple[str, str]:
    """Give the sentence about the gallery and the tag of its language, chosen as the name is."""
    return said_in(localized, localized.gallery.settings.description, wanted)


def said_in(localized: Localized, texts: dict[str, str], wanted: str) -> tuple[str, str]:
    """Choose a setting's text and say its language: the `wanted` one, else the default one, else any."""
    tags = (wanted, localized.default, *texts)
    return next(((texts[tag], tag) for tag in tags if tag in texts), ("", wanted))


def _menu(localized: Localized) -> list[Record[ArticleFacts]]:
    """List the articles that asked for a place, in the order they asked for, the same in every language."""
    asked = [article for article in localized.gallery.records["article"].values() if article.facts.menu]
    return sorted(localized.by_title(asked), key=lambda article: article.facts.order or math.inf)
