"""Editions of the printed catalogue: what `galeri.yaml` may say of each under `editions`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from galeri.model.facts_shared import Strict
from galeri.model.values import Date, Id, Line, Number, fail

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"square": (210, 210), "a4": (210, 297), "a5": (148, 210), "b5": (176, 250)}
)
"""Named papers: width and height in mm (ISO 216, and the square one that catalogues are fond of)."""

LIMITS = ("product", "artisan", "collection", "venue", "region")
"""The kinds of record that an edition may limit itself to, the narrowest first."""

WHOLE = "catalogue"
"""What the edition is called that holds the whole gallery, where galeri.yaml names none."""

PaperName = Literal["square", "a4", "a5", "b5"]
Side = Annotated[float, Field(ge=100, le=600)]
Bleed = Annotated[float, Field(ge=0, le=20)]


def is_isbn(text: str) -> bool:
    """Whether a text is an ISBN of 13 digits, hyphens and spaces aside, whose check digit is right (ISO 2108)."""
    digits = text.replace("-", "").replace(" ", "")
    if len(digits) != 13 or not (digits.isascii() and digits.isdigit()) or digits[:3] not in {"978", "979"}:  # noqa: PLR2004
        return False
    return sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits)) % 10 == 0


def _isbn(value: str) -> str:
    return value if not value or is_isbn(value) else fail("bad-isbn", value)


def _two(value: tuple[str, str]) -> tuple[str, str]:
    return value if value[0] != value[1] else fail("same-language", value[0])


class Role(Strict):
    """Who did what for the book."""

    role: Annotated[dict[str, Line], Field(min_length=1, description="What was done, by language.")]
    names: Annotated[tuple[Line, ...], Field(min_length=1, description="Who did it.")]


class Edition(Strict):
    """An edition of the catalogue."""

    title: Annotated[
        dict[str, Line], Field(description="The book's title, by language; the gallery's without it.")
    ] = Field(default_factory=dict)
    subtitle: Annotated[dict[str, Line], Field(description="A line below the title, by language.")] = Field(
        default_factory=dict
    )
    edition: Annotated[
        dict[str, Line], Field(description="Which edition it is, by language: `{id: Cetakan pertama}`.")
    ] = Field(default_factory=dict)
    isbn: Annotated[
        Number, AfterValidator(_isbn), Field(description="Its ISBN, with or without hyphens.")
    ] = ""
    date: Annotated[
        Date | None, Field(description="The day it is dated; without it the newest day in its records.")
    ] = None
    languages: Annotated[
        tuple[Line, ...], Field(description="Its languages, a book each; all of the gallery's without it.")
    ] = ()
    bilingual: Annotated[
        Annotated[tuple[Line, Line], AfterValidator(_two)] | None,
        Field(
            description="Two languages that one book sets side by side, such as [id, en], instead of a book for each."
        ),
    ] = None
    product: Annotated[Id | None, Field(description="Only this piece.")] = None
    collection: Annotated[Id | None, Field(description="Only this collection's pieces.")] = None
    region: Annotated[Id | None, Field(description="Only pieces of this region and those in it.")] = None
    artisan: Annotated[Id | None, Field(description="Only pieces of this maker.")] = None
    venue: Annotated[Id | None, Field(description="Only pieces on display at this venue.")] = None
    order: Annotated[
        Literal["region", "technique", "collection"], Field(description="What its chapters are.")
    ] = "region"
    cover: Annotated[
        Id | None, Field(description="The piece on the cover: a product's id; the first one without it.")
    ] = None
    foreword: Annotated[Id | None, Field(description="The article that is the foreword.")] = None
    signed: Annotated[tuple[Line, ...], Field(description="Who signs the foreword.")] = ()
    colophon: Annotated[Id | None, Field(description="An article whose story stands in the colophon.")] = None
    roles: Annotated[tuple[Role, ...], Field(description="Who did what, for the colophon.")] = ()
    price_list: Annotated[bool, Field(description="It ends with a dated list of prices.")] = True
    paper: Annotated[
        PaperName | tuple[Side, Side],
        Field(description="The trimmed page: a name, or width and height in mm, such as [240, 280]."),
    ] = "square"
    bleed: Annotated[
        Bleed, Field(description="How far pictures at the edge run over it, for the knife, in mm.")
    ] = 3
    crop_marks: Annotated[bool, Field(description="Marks outside the page show where it is cut.")] = False
    multiple_of_four: Annotated[
        bool, Field(description="Its pages are a multiple of four, as sheets that are folded twice need.")
    ] = False
    leaf: Annotated[
        float | None,
        Field(
            gt=0, le=2, description="How thick a leaf of its paper is, in mm; gives the width of the spine."
        ),
    ] = None
    publish: Annotated[bool, Field(description="It is built with the site and offered for download.")] = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the trimmed page, in mm."""
        return PAPERS[self.paper] if isinstance(self.paper, str) else self.paper


def references(edition: Edition) -> list[tuple[str, str, str]]:
    """List every record that an edition names: the field, the kind and the id."""
    fields = {
        "product": "product",
        "collection": "collection",
        "region": "region",
        "artisan": "artisan",
        "venue": "venue",
        "cover": "product",
        "foreword": "article",
        "colophon": "article",
    }
    return [(name, kind, wanted) for name, kind in fields.items() if (wanted := getattr(edition, name))]


def subject(edition: Edition) -> tuple[str, str] | None:
    """Give the kind and id of the record that an edition is about: the narrowest of its limits, if it has any."""
    return next(((kind, name) for kind in LIMITS if (name := getattr(edition, kind))), None)
