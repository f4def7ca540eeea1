"""Outputs: frozen descriptions of every file of the site, and the plan that holds them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from galeri.model.book_views import BookView
from galeri.model.theme import StyleFile
from galeri.model.values import Focus
from galeri.model.views import Card, PageView, SiteView, View


@dataclass(frozen=True, slots=True)
class PageOutput:
    """A page: the template and all that it sees. `language` is a tag and names the plan's SiteView."""

    path: str
    template: str
    language: str
    page: PageView
    view: View


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a photo that a derivative shows, in pixels of the upright photo."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Rights:
    """Whose a photo is, as it is written into every copy of it.

    `terms` is the licence as the curator wrote it and `licence` its address; `licensor` is who gives it, and `site`
    the licensor's web address. What is unknown is "".
    """

    title: str = ""
    credit: str = ""
    terms: str = ""
    licence: str = ""
    licensor: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class ImageOutput:
    """A derivative of a photo: the source by path and digest, the frame, the size in pixels, the format.

    `quality` is the codec's own, from 1 to 100; `sharpen` is in percent; `ground` is the colour, as `#fffdf8`, that
    shows through where the photo is transparent and the format can't be; `rights` is all its metadata.
    """

    path: str
    source: str
    digest: str
    frame: Frame
    width: int
    height: int
    format: str
    quality: int
    sharpen: int = 0
    ground: str = "#fffdf8"
    rights: Rights = Rights()


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page in the sitemap: its address, its alternates by `hreflang`, its pictures' addresses."""

    url: str
    alternates: tuple[tuple[str, str], ...]
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One sitemap file."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndex:
    """The addresses of several sitemap files."""

    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A new piece: its card, full address, and the day it joined the gallery."""

    url: str
    card: Card
    added: date


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed of new pieces in one language, newest first."""

    url: str
    home: str
    language: str
    title: str
    subtitle: str
    author: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Robots:
    """robots.txt: all may be read; the sitemap's address."""

    sitemap: str


Data = Sitemap | SitemapIndex | Feed | Robots


@dataclass(frozen=True, slots=True)
class DataOutput:
    """A file for machines."""

    path: str
    data: Data


@dataclass(frozen=True, slots=True)
class FileOutput:
    """A file that is published as it is: a theme's stylesheet, a film. `source` is relative to `origin`."""

    path: str
    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class StylesheetOutput:
    """The theme's stylesheet: custom properties by name and value, then its parts, the one that wins last."""

    path: str
    properties: tuple[tuple[str, str], ...]
    parts: tuple[StyleFile, ...]


@dataclass(frozen=True, slots=True)
class BookPhoto:
    """A photo of a book: its name there, the source by path and digest, its size in pixels, its focus and rights."""

    name: str
    source: str
    digest: str
    width: int
    height: int
    focus: Focus
    rights: Rights


@dataclass(frozen=True, slots=True)
class Paper:
    """What a book is set on: width and height of the trimmed page and the bleed around it, in mm.

    `ppi` is how many pixels of a photo go into an inch, `quality` the JPEG's, from 1 to 100; `screen` marks a book
    that is not for the press.
    """

    width: float
    height: float
    bleed: float
    ppi: int
    quality: int
    screen: bool


@dataclass(frozen=True, slots=True)
class BookOutput:
    """A print in one language: its template, all that this one sees, its photos by name, and its paper."""

    path: str
    template: str
    language: str
    view: BookView
    photos: tuple[BookPhoto, ...]
    paper: Paper


Output = BookOutput | PageOutput | ImageOutput | DataOutput | FileOutput | StylesheetOutput


@dataclass(frozen=True, slots=True)
class Plan:
    """Every output by its path, what the pages of each language share, and each output's key."""

    outputs: Mapping[str, Output]
    sites: Mapping[str, SiteView]
    keys: Mapping[str, str]
