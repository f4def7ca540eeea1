"""Book views: everything that the templates of a printed catalogue may see, and nothing else.

They are made of the views of pages. A link's path is that of the record's page on the site; a template turns it into
the number of a page of the book where the book has that record. A picture's one file is named after its photo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from galeri.model.facts_shared import Contact
from galeri.model.views import (
    ArticleView,
    ArtisanView,
    Card,
    CollectionView,
    LanguageView,
    Link,
    MapView,
    Picture,
    ProductView,
    RegionView,
    TopicView,
    VenueView,
)


@dataclass(frozen=True, slots=True)
class RoleView:
    """Who did what for the book."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookProduct:
    """A piece: what its page shows, that page's full address, and the number the piece has in this book."""

    view: ProductView
    url: str
    number: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book: what opens it, if anything, and its pieces; `makers` are theirs."""

    opening: RegionView | TopicView | CollectionView | None
    products: tuple[BookProduct, ...]
    makers: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of an index: a record, and the pieces of this book that name it."""

    link: Link
    products: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index by the kind of record that it lists."""

    kind: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class BookView:
    """A catalogue, or another print, in one language.

    `map` shows all regions with a position, also those without pieces; `interface` is the language of the theme's own
    sentences where it has none in the book's language. `home` is the full address of the site's first page,
    `subject` the `kind:id` of the record that the print is about, "" for the whole gallery, and `url` the full address
    of that one's page. `paths` gives by `kind:id` the path of each record's page.
    """

    title: str
    subtitle: str
    edition: str
    isbn: str
    date: date
    year: int
    publisher: str
    licence: str
    home: str
    subject: str
    url: str
    contact: Contact
    language: LanguageView
    interface: str
    cover: Picture | None
    foreword: ArticleView | None
    signed: tuple[str, ...]
    colophon: ArticleView | None
    roles: tuple[RoleView, ...]
    chapters: tuple[Chapter, ...]
    artisans: tuple[ArtisanView, ...]
    techniques: tuple[TopicView, ...]
    materials: tuple[TopicView, ...]
    motifs: tuple[TopicView, ...]
    venues: tuple[VenueView, ...]
    indexes: tuple[Index, ...]
    map: MapView | None
    price_list: bool
    paths: Mapping[str, str]
