"""Outputs: frozen descriptions of every file of the site, and the plan that holds them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from galeri.model.theme import StyleFile
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


@dataclass(frozen=True, slots=True)
class Table:
    """Which piece of an index has what, for filters that work in the browser.

    `pages` are the paths of the index's pages with `size` pieces on each; `choices` are written `facet:key`, and
    `pieces` tells by their places which of them each piece has, in the order of the index.
    """

    size: int
    pages: tuple[str, ...]
    choices: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]


Data = Sitemap | SitemapIndex | Feed | Robots | Table


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


Output = PageOutput | ImageOutput | DataOutput | FileOutput | StylesheetOutput


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What visitors search: the pages that are indexed, and the folder of the index, whose files are known once made.

    `key` is that of all these pages together.
    """

    folder: str
    pages: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Every output by its path, what the pages of each language share, each output's key, and what is searched."""

    outputs: Mapping[str, Output]
    sites: Mapping[str, SiteView]
    keys: Mapping[str, str]
    search: SearchIndex | None = None
