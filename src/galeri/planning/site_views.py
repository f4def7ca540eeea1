"""What all pages of a language share, the first page, and the pages of each index."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from galeri.model.facts import ArticleFacts, CollectionFacts
from galeri.model.records import KINDS, Product, Record
from galeri.model.views import BookLink, HomeView, IconsView, IndexView, LanguageView, Link, SiteView
from galeri.model.words import Language
from galeri.planning.facets import table
from galeri.planning.localized import Localized
from galeri.planning.stylesheets import stylesheets

NEWEST = 12
FEATURED = 6
"""How many new pieces, and how many of the featured collection, the first page shows."""


def language_view(language: Language) -> LanguageView:
    """Give what templates need of a language."""
    return LanguageView(language.tag, language.locale, language.direction, language.name)


def site_view(
    localized: Localized, icons: IconsView | None = None, books: Iterable[BookLink] = ()
) -> SiteView:
    """Gather what all pages of this language share; `books` are those that the site offers."""
    gallery, theme, settings = localized.gallery, localized.theme, localized.gallery.settings
    names = theme.names[localized.language.tag]
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
        menu=tuple(localized.link(each.ref) for each in localized.by_title(_menu(localized))),
        indexes=tuple(
            (kind, Link(localized.addresses.index(kind), names[kind]))
            for kind in KINDS
            if gallery.records[kind]
        ),
        feed=feed_path(localized),
        search=Link(localized.addresses.search(), names["search"]) if theme.searchable else None,
        static=(
            *((file.name, file.path) for file in theme.static),
            *(("style.css", each.path) for each in stylesheets(theme)),
        ),
        appearance=theme.appearance,
        books=tuple(books),
        icons=icons,
    )


def feed_path(localized: Localized) -> str:
    """Give the path of the feed of new pieces."""
    return f"{localized.language.prefix}feed.xml"


def index_views(localized: Localized, kind: str) -> Iterator[IndexView]:
    """Give the pages of a kind's index, in this language's alphabetical order; each is made when it is taken."""
    records = localized.by_title(localized.gallery.records[kind].values())
    size = localized.theme.settings.page_size
    count = max(1, -(-len(records) // size))
    paths = tuple(localized.addresses.index(kind, number) for number in range(1, count + 1))
    facets, filed = table(localized, paths) if kind == "product" else ((), None)
    if filed:
        localized.tables[filed.path] = filed
    for number in range(1, count + 1):
        shown = tuple(localized.card(each) for each in records[(number - 1) * size : number * size])
        yield IndexView(kind, shown, len(records), number, paths, facets, filed.path if filed else "")


def newest(localized: Localized) -> list[Product]:
    """List the pieces by the day they joined the gallery, newest first; those without a day come last."""
    pieces = localized.by_title(localized.gallery.records["product"].values())
    return sorted(pieces, key=lambda piece: piece.facts.added or date.min, reverse=True)


def home_view(localized: Localized) -> HomeView:
    """Gather what the first page shows."""
    records = localized.gallery.records
    featured = _featured(localized)
    shown = (
        [records["product"][name] for name in featured.facts.products if name in records["product"]]
        if featured
        else []
    )
    roots = [
        each for each in records["region"].values() if localized.gallery.linked_from(each.ref, "product")
    ]
    return HomeView(
        featured=localized.card(featured) if featured else None,
        featured_products=tuple(localized.card(each) for each in shown[:FEATURED]),
        newest=tuple(localized.card(each) for each in newest(localized)[:NEWEST]),
        regions=localized.cards(roots),
        techniques=localized.cards(records["technique"].values()),
        articles=localized.cards(each for each in records["article"].values() if each.facts.kind != "about"),
        totals=tuple((kind, len(each)) for kind, each in records.items()),
    )


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
    return [article for article in localized.gallery.records["article"].values() if article.facts.menu]


def _featured(localized: Localized) -> Record[CollectionFacts] | None:
    """Choose the collection that opened last; one without a day comes after those with one."""
    collections: list[Record[Any]] = list(localized.gallery.records["collection"].values())
    return max(collections, key=lambda each: (each.facts.opens or date.min, each.id), default=None)
