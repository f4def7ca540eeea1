"""The theme: its templates' names and digests, its recipes for images, its addresses and its interface text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator

from galeri.model.appearance import Appearance, ContrastRule, SettingRule
from galeri.model.facts_shared import Strict
from galeri.model.records import KINDS
from galeri.model.values import Colour, FileName, Line, fail

PAGE_TEMPLATES = ("home.html", *(f"{kind}.html" for kind in KINDS), "index.html", "404.html")
"""The templates that every theme must have; others are theirs to include."""
SEARCH_TEMPLATE = "search.html"
"""A theme that has this one, too, gets a search page in each language, and an index to search."""
CATALOGUES_TEMPLATE = "catalogues.html"
"""A theme that has this one, too, gets a page in each language for the catalogues to download, where there are any."""


Format = Literal["avif", "webp", "jpeg"]
"""What photos are published in."""

QUALITY: Mapping[Format, int] = MappingProxyType({"avif": 60, "webp": 78, "jpeg": 76})
"""What a format gets where a recipe does not say: the same to the eye, as docs/formats.md measures it."""


class Recipe(Strict):
    """How photos of one role are made: which widths (pixels), which ratio, which formats."""

    widths: Annotated[
        tuple[Annotated[int, Field(gt=0, le=8000)], ...], Field(min_length=1, description="Widths, px.")
    ]
    fallback: Annotated[
        tuple[Annotated[int, Field(gt=0, le=8000)], ...],
        Field(
            description="Widths of the last format, px, which few browsers need by now: all of `widths` without it."
        ),
    ] = ()
    ratio: Annotated[
        tuple[Annotated[int, Field(gt=0)], Annotated[int, Field(gt=0)]] | None,
        Field(
            description="Width to height of the crop, such as [4, 5]; without it the photo is not cropped."
        ),
    ] = None
    formats: Annotated[
        tuple[Format, ...],
        Field(
            min_length=1,
            description="Formats in the order a browser is offered them; the last is `jpeg`, which all can show.",
        ),
    ] = ("avif", "jpeg")
    quality: Annotated[
        dict[Format, Annotated[int, Field(ge=1, le=100)]],
        Field(description="Quality by format; a format that is not named keeps its own."),
    ] = Field(default_factory=dict)
    heaviest: Annotated[
        dict[int, Annotated[int, Field(ge=1)]],
        Field(
            description="By width, how many kilobytes a file of at most that width may have: one that is heavier is "
            "made again in a lower quality. JPEG is left as it is."
        ),
    ] = Field(default_factory=dict)
    sharpen: Annotated[
        int,
        Field(
            ge=0,
            le=200,
            strict=True,
            description="How crisp photos are after downscaling, percent: 0 is a plain average, 100 a cubic filter.",
        ),
    ] = 100
    ground: Annotated[
        Colour, Field(description="What shows through transparent parts in formats that have none.")
    ] = "#fffdf8"
    sizes: Annotated[Line, Field(description="The `sizes` attribute: how wide the photo is shown.")] = "100vw"

    @model_validator(mode="after")
    def _filled(self) -> "Recipe":
        if self.formats[-1] != "jpeg":
            fail("no-fallback", self.formats[-1], field="formats")
        for name in ("widths", "fallback"):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "quality", {**QUALITY, **self.quality})
        return self

    def widths_in(self, fmt: Format) -> tuple[int, ...]:
        """Give the widths wanted in a format, rising."""
        return self.fallback if self.fallback and fmt == self.formats[-1] else self.widths


INDEX_NAMES: Mapping[str, str] = {
    "home": "Home",
    "product": "Pieces",
    "artisan": "Makers",
    "region": "Regions",
    "technique": "Techniques",
    "material": "Materials",
    "motif": "Motifs",
    "collection": "Collections",
    "venue": "Places to visit",
    "article": "Reading",
    "search": "Search",
    "catalogues": "Catalogues",
}
"""The English names of the first page, of each index, and of the pages that search and that list catalogues: msgids
with the context `index` in a theme's catalogues."""

OPTIONAL_SEGMENTS = ("search", "catalogues")
"""The pages beside indexes and records, each in a folder of this name where a theme does not say."""

Role = Literal["card", "page", "step", "portrait", "share", "zoom"]
"""What a photo is for on a page, in the picture that is shown where the page is shared (`share`), or where it is looked
at closely (`zoom`); every theme has a recipe for each."""


class ThemeSettings(Strict):
    """What `theme.yaml` may hold."""

    name: Annotated[Line, Field(description="The theme's name.")]
    extends: Annotated[
        FileName | None,
        Field(description="The theme that this one stands on: what it lacks is taken from there."),
    ] = None
    images: Annotated[dict[Role, Recipe], Field(description="The recipe of each role of photo.")]
    segments: Annotated[
        dict[str, dict[str, Line]],
        Field(
            description="By language, the folder of each kind's addresses, of the search page and of that of the "
            "catalogues: `{id: {product: produk, search: cari, catalogues: katalog}}`."
        ),
    ]
    page_size: Annotated[int, Field(gt=0, le=1000, description="How many records an index page shows.")] = 24
    ground: Annotated[
        Colour,
        Field(description="The colour behind its pages; a telephone that starts the gallery shows it."),
    ] = "#ffffff"
    settings: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")], SettingRule],
        Field(description="What a gallery may choose in its `appearance`, by name."),
    ] = Field(default_factory=dict)
    contrast: Annotated[
        tuple[ContrastRule, ...], Field(description="Which colours must be told apart, and how well.")
    ] = ()


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that the theme publishes as it is: its name in `static/`, where it lies and goes, and its digest."""

    name: str
    source: str
    path: str
    digest: str


_WITHOUT_GLYPH = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of characters (Unicode, 4.5) that nobody sees: spaces, joiners and the like."""


@dataclass(frozen=True, slots=True)
class Typesetting:
    """What sets the text of share pictures.

    `template` is the path of the theme's Typst file, "" where it has none; `fonts` are the paths of font files, the
    preferred ones first, and `covered` the code points that they have letters for. `digest` is of all these files
    and of the typesetter's version: the same digest, the same picture of the same text.
    """

    template: str = ""
    fonts: tuple[str, ...] = ()
    covered: frozenset[int] = frozenset()
    digest: str = ""

    def missing(self, text: str) -> str:
        """Give the characters of a text that no font has, each once, in their order."""
        return "".join(
            char
            for char in dict.fromkeys(text)
            if ord(char) not in self.covered and unicodedata.category(char) not in _WITHOUT_GLYPH
        )


@dataclass(frozen=True, slots=True)
class IconFile:
    """The one picture that all icons are made of, SVG or PNG: where it lies, and its digest.

    `shown` is how a person is told where it lies.
    """

    source: str
    shown: str
    digest: str

    @property
    def vector(self) -> bool:
        """Whether it is drawn anew in every size."""
        return self.source.lower().endswith(".svg")


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A part of the stylesheet: where it lies, and its digest."""

    source: str
    digest: str


FontRole = Literal["titles", "text", "labels"]
"""What a font of the gallery's own is for: titles, what is read at length, and labels and facts."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font of the gallery's own for pages: what it is for, where it lies, its digest, and what it says of itself.

    `shown` is how a person is told where it lies; `covered` are the code points that it has letters for. `weight` and
    `style` are those of CSS; a variable font has two weights, such as `200 900`.
    """

    role: FontRole
    source: str
    shown: str
    digest: str
    covered: frozenset[int]
    weight: str = "400"
    style: str = "normal"


@dataclass(frozen=True, slots=True)
class BookFiles:
    """What sets a printed catalogue: the theme's Typst files, the font files, and the digest of them all.

    `files` gives for each name in `catalogue/` where the file lies and how a person is told of it. `own` are the
    gallery's fonts, which come before all others, and `bundled` the program's.
    """

    files: tuple[tuple[str, str, str], ...] = ()
    own: tuple[str, ...] = ()
    bundled: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, read: its layers joined, where a file of an upper one stands in for that of the same name below.

    `folders` are its layers', the one that wins first. `templates` is a digest of all templates together, since one
    may include any other; `catalogues` gives by language tag the `.po` files with its interface text, the one that
    wins last, `texts` their digests, `interface` the tag of the language that they are in, and `names` what the
    indexes of records are called, by kind, and the first page (`home`). `styles` are the parts of its one
    stylesheet, the one that wins last. `appearance` holds the value of each setting. `book` is what sets catalogues.
    `searchable`: it has a template for the search page; `offering`: it has one for catalogues to download. `fonts` are
    the gallery's own for pages, and where there are any, `letters` gives by language tag the characters of the theme's
    own words.
    """

    settings: ThemeSettings
    folders: tuple[str, ...]
    templates: str
    catalogues: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    interface: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    static: tuple[StaticFile, ...]
    styles: tuple[StyleFile, ...]
    appearance: Appearance
    typesetting: Typesetting = Typesetting()
    icon: IconFile | None = None
    book: BookFiles = BookFiles()
    searchable: bool = False
    offering: bool = False
    fonts: tuple[FontFile, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)

    def segment(self, tag: str, kind: str) -> str:
        """Give the folder of a kind's addresses, or of an optional page; a language the theme lacks takes English."""
        segments = self.settings.segments
        own = segments.get(tag, segments.get(tag.partition("-")[0], segments["en"]))
        return own.get(kind, kind) if kind in OPTIONAL_SEGMENTS else own[kind]
