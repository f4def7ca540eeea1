"""The facts of each kind of record: what `<kind>.yaml` may hold, the same in every language.

`references` tells which fields name other records, so that reading checks them and the gallery is linked by them.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from galeri.model.facts_shared import (
    Certification,
    Consent,
    Contact,
    Export,
    Facts,
    Heritage,
    Limited,
    OnDisplay,
    Order,
    Price,
    Strict,
    Verified,
    Video,
)
from galeri.model.values import Date, Duration, FileName, Id, Length, Line, Number, Time, Url, Weight, fail

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Position = Annotated[
    tuple[Latitude, Longitude], Field(description="Latitude and longitude, in degrees (WGS 84).")
]


def one_or_many(one: str | None, many: tuple[str, ...]) -> tuple[str, ...]:
    """Join the two ways of naming makers: `artisan: a` and `artisans: [a, b]`."""
    return ((one,) if one else ()) + tuple(each for each in many if each != one)


class Dimensions(Strict):
    """The piece's measures."""

    length: Annotated[Length | None, Field(description="Length.")] = None
    width: Annotated[Length | None, Field(description="Width.")] = None
    height: Annotated[Length | None, Field(description="Height.")] = None
    depth: Annotated[Length | None, Field(description="Depth.")] = None
    diameter: Annotated[Length | None, Field(description="Diameter.")] = None


class ProductFacts(Facts):
    """The facts of a piece."""

    artisan: Annotated[Id | None, Field(description="Who made it: a maker's id.")] = None
    artisans: Annotated[tuple[Id, ...], Field(description="Who made it, where several did.")] = ()
    region: Annotated[Id | None, Field(description="Where the tradition lives: a region's id.")] = None
    made_in: Annotated[Id | None, Field(description="Where it was made, if elsewhere.")] = None
    designed_in: Annotated[Id | None, Field(description="Where it was designed, if elsewhere.")] = None
    techniques: Annotated[tuple[Id, ...], Field(description="How it was made: ids of techniques.")] = ()
    materials: Annotated[tuple[Id, ...], Field(description="What it is made of: ids of materials.")] = ()
    motifs: Annotated[tuple[Id, ...], Field(description="What it shows: ids of motifs.")] = ()
    kind: Annotated[
        Literal[
            "textile",
            "basketry",
            "wood",
            "metal",
            "leather",
            "stone",
            "glass",
            "ceramic",
            "instrument",
            "food",
            "other",
        ],
        Field(description="The kind of craft."),
    ]
    dimensions: Annotated[Dimensions, Field(description="The piece's measures.")] = Dimensions()
    weight: Annotated[Weight | None, Field(description="The piece's weight.")] = None
    year: Annotated[int | None, Field(ge=1000, le=2100, strict=True, description="The year it was made.")] = (
        None
    )
    edition: Annotated[
        Literal["unique", "open"] | Limited | None, Field(description="`unique`, `open`, or `{limited: 25}`.")
    ] = None
    price: Annotated[Price | Literal["ask"] | None, Field(description="The price, or `ask`.")] = None
    order: Annotated[Order, Field(description="How to buy it.")] = Order()
    export: Annotated[Export, Field(description="What a buyer abroad asks first.")] = Export()
    certifications: Annotated[tuple[Certification, ...], Field(description="Its certificates.")] = ()
    heritage: Annotated[tuple[Heritage, ...], Field(description="Entries in registers of heritage.")] = ()
    curation: Annotated[
        Literal["draft", "submitted", "approved", "export"],
        Field(description="How far the curators are; only `approved` and `export` are published."),
    ] = "draft"
    on_display: Annotated[tuple[OnDisplay, ...], Field(description="Where it can be seen.")] = ()
    video: Annotated[Video | None, Field(description="A film of the piece.")] = None
    shelf_life: Annotated[
        Duration | None, Field(description="How long a food keeps after it was made: `6 months`.")
    ] = None
    halal: Annotated[
        Literal[False] | None,
        Field(description="`false` for a food that is not halal; a certificate says that it is."),
    ] = None

    @property
    def makers(self) -> tuple[str, ...]:
        """The ids of its makers, in the order they are named."""
        return one_or_many(self.artisan, self.artisans)


class ArtisanFacts(Facts):
    """The facts of a maker: a person, a group, a workshop or a cooperative."""

    kind: Annotated[
        Literal["person", "group", "workshop", "cooperative"], Field(description="What the maker is.")
    ]
    region: Annotated[Id, Field(description="Where the maker works: a region's id.")]
    place: Annotated[Line, Field(description="The village; never a home address.")] = ""
    techniques: Annotated[
        tuple[Id, ...], Field(description="What the maker practises: ids of techniques.")
    ] = ()
    since: Annotated[int | None, Field(ge=1800, le=2100, description="Working since this year.")] = None
    level: Annotated[
        Literal["starter", "growing", "export"] | None, Field(description="How far the business is.")
    ] = None
    succession: Annotated[
        Literal["active", "at-risk"] | None,
        Field(description="Whether younger people learn the craft there."),
    ] = None
    trained: Annotated[int | None, Field(ge=0, description="How many apprentices were trained.")] = None
    programmes: Annotated[tuple[Line, ...], Field(description="Programmes taken part in.")] = ()
    languages: Annotated[
        tuple[Line, ...], Field(description="Languages spoken with visitors, as BCP 47 tags.")
    ] = ()
    portrait: Annotated[FileName | None, Field(description="The photo that is the portrait.")] = None
    links: Annotated[tuple[Url, ...], Field(description="The maker's own pages.")] = ()
    contact: Annotated[Contact, Field(description="Published only with consent for the telephone.")] = (
        Contact()
    )
    consent: Annotated[Consent, Field(description="What the maker agreed to have published.")] = Consent()
    verified: Annotated[Verified | None, Field(description="Who checked this record, and when.")] = None


class RegionCodes(Strict):
    """A region's official codes."""

    kemendagri: Annotated[
        Number, Field(pattern=r"^\d{2}(\.\d{2}){0,3}$", description="The home ministry's.")
    ] = ""
    bps: Annotated[Number, Field(pattern=r"^\d{2,10}$", description="Statistics Indonesia's.")] = ""
    iso: Annotated[Line, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$", description="ISO 3166-2.")] = ""


class RegionFacts(Facts):
    """The facts of a province, regency or city."""

    level: Annotated[Literal["province", "regency", "city"], Field(description="What the region is.")]
    parent: Annotated[Id | None, Field(description="The province above it: a region's id.")] = None
    codes: Annotated[RegionCodes, Field(description="Official codes.")] = RegionCodes()
    position: Position | None = None
    island: Annotated[bool, Field(description="An island where boats and signal are rare.")] = False


class TechniqueFacts(Facts):
    """The facts of a technique."""

    same_as: Annotated[tuple[Url, ...], Field(description="The same in AAT, Wikidata or a register.")] = ()


class MaterialFacts(TechniqueFacts):
    """The facts of a material."""


class MotifFacts(TechniqueFacts):
    """The facts of a motif."""

    regions: Annotated[tuple[Id, ...], Field(description="Where it is at home: ids of regions.")] = ()


class CollectionFacts(Facts):
    """The facts of a curated selection."""

    kind: Annotated[
        Literal["exhibition", "tour", "selection", "export"], Field(description="What it is.")
    ] = "selection"
    products: Annotated[tuple[Id, ...], Field(description="The pieces, in the order they are met.")]
    venue: Annotated[Id | None, Field(description="Where it is shown: a venue's id.")] = None
    opens: Annotated[Date | None, Field(description="Its first day.")] = None
    closes: Annotated[Date | None, Field(description="Its last day.")] = None
    curators: Annotated[tuple[Line, ...], Field(description="Who chose the pieces.")] = ()

    @model_validator(mode="after")
    def _closes_after_it_opens(self) -> "CollectionFacts":
        if self.opens and self.closes and self.closes < self.opens:
            fail("closes-before-opens", self.closes, field="closes")
        return self


class Hours(Strict):
    """When a venue is open."""

    days: Annotated[
        tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...],
        Field(min_length=1, description="Which days."),
    ]
    opens: Annotated[Time, Field(description="From when.")]
    closes: Annotated[Time, Field(description="Until when.")]


class VenueFacts(Facts):
    """The facts of a place that shows or sells pieces."""

    kind: Annotated[Literal["gallery", "outlet", "workshop", "market"], Field(description="What it is.")] = (
        "gallery"
    )
    region: Annotated[Id | None, Field(description="Where it is: a region's id.")] = None
    address: Annotated[Line, Field(description="Its postal address.")] = ""
    position: Position | None = None
    hours: Annotated[tuple[Hours, ...], Field(description="When it is open.")] = ()
    contact: Annotated[Contact, Field(description="How to reach it.")] = Contact()


class ArticleFacts(Facts):
    """The facts of an article."""

    kind: Annotated[Literal["education", "programme", "news", "about"], Field(description="What it is.")] = (
        "education"
    )
    authors: Annotated[tuple[Line, ...], Field(description="Who wrote it.")] = ()
    date: Annotated[Date | None, Field(description="The day it was published.")] = None
    products: Annotated[tuple[Id, ...], Field(description="Pieces it speaks of.")] = ()
    menu: Annotated[bool, Field(description="It has a place in the site's menu.")] = False
    order: Annotated[
        int | None,
        Field(
            ge=1, strict=True, description="Its place in the menu; articles without one come last, by title."
        ),
    ] = None


PUBLISHED = frozenset({"approved", "export"})
"""How far the curators must be with a piece before it is shown."""

Reference = tuple[tuple[str | int, ...], str, str]
"""Where a reference stands in the facts, the kind it names, and the id."""

LINKED_FIELDS = {
    "artisan": "artisan",
    "artisans": "artisan",
    "region": "region",
    "regions": "region",
    "made_in": "region",
    "designed_in": "region",
    "parent": "region",
    "techniques": "technique",
    "materials": "material",
    "motifs": "motif",
    "products": "product",
    "venue": "venue",
}
"""Which kind of record each field names, wherever it stands."""


def references(facts: Facts) -> list[Reference]:
    """List every reference to another record, in the order of the fields."""
    found: list[Reference] = []
    for name in type(facts).model_fields:
        kind, value = LINKED_FIELDS.get(name), getattr(facts, name)
        if kind and isinstance(value, str):
            found.append(((name,), kind, value))
        elif kind and value:
            found.extend(((name, index), kind, each) for index, each in enumerate(value))
    if isinstance(facts, ProductFacts):
        found.extend(
            (("on_display", i, "venue"), "venue", each.venue) for i, each in enumerate(facts.on_display)
        )
    return found
