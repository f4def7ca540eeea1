"""Outputs: frozen descriptions of every file of the site, and the plan that holds them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from galeri.model.book_views import BookView
from galeri.model.records import PhotoFile
from galeri.model.theme import FontRole, StyleFile
from galeri.model.values import Focus
from galeri.model.views import Card, PageView, Placeholder, SiteView, View


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

    `quality` is the codec's own, from 1 to 100; `sharpen` is in percent of what a cubic does; `ground` is the colour,
    as `#fffdf8`, that shows through where the photo is transparent and the format can't be; `rights` is all its
    metadata.
    `fine` asks the encoder to take more time for fewer bytes; `heaviest` is how many kilobytes the file may have before
    its quality is lowered, or None.
    `pixels` is how many the whole photo has, by which memory is shared out among those that are decoded at once.
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
    fine: bool = False
    heaviest: int | None = None
    pixels: int = 0

    @property
    def placeholder(self) -> Placeholder:
        """What stands in its place until it is there: the same for every width and format."""
        frame = self.frame
        return Placeholder(self.source, self.digest, frame.left, frame.top, frame.width, frame.height)


SHARE_SIZE = (1200, 630)
"""Pixels: the size of the picture that is shown where a page is shared, as Open Graph's readers want it."""


@dataclass(frozen=True, slots=True)
class ShareOutput:
    """The picture that is shown where a page is shared: a JPEG of SHARE_SIZE.

    `title` and `gallery` are set on it, as far as there are fonts for them ("" where not), in the `language` of a tag
    and its `direction`, `ltr` or `rtl`. `colours` are those of the theme by name. `photo` says what of a photo lies
    beneath; its own path is "".
    """

    path: str
    title: str
    gallery: str
    language: str
    direction: str
    quality: int
    photo: ImageOutput | None = None
    colours: tuple[tuple[str, str], ...] = ()


IconForm = Literal["plain", "filled", "maskable"]


@dataclass(frozen=True, slots=True)
class IconOutput:
    """Icons of the site as one file, PNG or ICO: `source` by path and digest, and the `sizes` in it, pixels each way.

    `form`: plain, as it is; filled, so that nothing shines through; maskable, filled and with room for a telephone to
    cut its own shape out of (Web Application Manifest, “icon masks”).
    """

    path: str
    source: str
    shown: str
    digest: str
    sizes: tuple[int, ...]
    form: IconForm


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a telephone knows of the site once it stands among its programs (Web Application Manifest).

    `icons` are addresses relative to the manifest, with size in pixels and form.
    """

    name: str
    description: str
    language: str
    direction: str
    colour: str
    ground: str
    icons: tuple[tuple[str, int, IconForm], ...]


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


Data = Sitemap | SitemapIndex | Feed | Robots | Manifest | Table


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
class FontOutput:
    """A font cut down to the `letters` of one language's pages, as WOFF2: `source` by path and digest."""

    path: str
    source: str
    shown: str
    digest: str
    letters: str


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font as the stylesheet knows it: for which language and role, its file's path, its weight and style.

    `letters` are told where another font of the same role, weight and style has others, else "".
    """

    language: str
    role: FontRole
    path: str
    weight: str
    style: str
    letters: str = ""


@dataclass(frozen=True, slots=True)
class StylesheetOutput:
    """The theme's stylesheet: custom properties by name and value, then its parts, the one that wins last.

    `faces` are the fonts of the gallery's own.
    """

    path: str
    properties: tuple[tuple[str, str], ...]
    parts: tuple[StyleFile, ...]
    faces: tuple[FontFace, ...] = ()


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
    that is not for the press. `marks` says whether crop marks are drawn around the page, `multiple` of what number
    the count of pages is a multiple, and `leaf` how thick a leaf is, in mm (0: not known).
    """

    width: float
    height: float
    bleed: float
    ppi: int
    quality: int
    screen: bool
    marks: bool = False
    multiple: int = 2
    leaf: float = 0


@dataclass(frozen=True, slots=True)
class BookFile:
    """A book that is set: the size of its file in bytes, how many pages it has, and the picture of its first one."""

    size: int
    pages: int
    cover: PhotoFile | None = None


@dataclass(frozen=True, slots=True)
class BookOutput:
    """A print in one language: its template, all that this one sees, its photos by name, and its paper.

    `beside` is what a print in two languages sees of the other one; `fonts` are the families that set it before others.
    """

    path: str
    template: str
    view: BookView
    photos: tuple[BookPhoto, ...]
    paper: Paper
    beside: BookView | None = None
    fonts: tuple[str, ...] = ()

    @property
    def views(self) -> tuple[BookView, ...]:
        """What it tells in each of its languages."""
        return (self.view, self.beside) if self.beside else (self.view,)


Output = (
    BookOutput
    | PageOutput
    | ImageOutput
    | ShareOutput
    | IconOutput
    | DataOutput
    | FileOutput
    | FontOutput
    | StylesheetOutput
)


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
