"""Records: the kinds there are, and one record with its facts, words and photos."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from galeri.model.facts import (
    ArticleFacts,
    ArtisanFacts,
    CollectionFacts,
    MaterialFacts,
    MotifFacts,
    ProductFacts,
    RegionFacts,
    TechniqueFacts,
    VenueFacts,
)
from galeri.model.facts_shared import Facts, Photo
from galeri.model.words import ArtisanWords, CollectionWords, ProductWords, VenueWords, Words

F = TypeVar("F", bound=Facts, covariant=True)  # noqa: PLC0105 - conventional in this one use


class Ref(NamedTuple):
    """The name of a record: its kind and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name, its folder in content/, and the schemas of its facts and words."""

    name: str
    folder: str
    facts: type[Facts]
    words: type[Words]


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("product", "products", ProductFacts, ProductWords),
        Kind("artisan", "artisans", ArtisanFacts, ArtisanWords),
        Kind("region", "regions", RegionFacts, Words),
        Kind("technique", "techniques", TechniqueFacts, Words),
        Kind("material", "materials", MaterialFacts, Words),
        Kind("motif", "motifs", MotifFacts, Words),
        Kind("collection", "collections", CollectionFacts, CollectionWords),
        Kind("venue", "venues", VenueFacts, VenueWords),
        Kind("article", "articles", ArticleFacts, Words),
    )
}


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """What the header of a photo's file says, before any pixel is decoded.

    `path` is relative to the gallery's folder; `digest` is of the file's bytes; `width` and `height` are pixels
    as a person sees the photo, after its EXIF orientation was applied. `located`: the file says where it was taken;
    `animated`: it holds a moving picture.
    """

    path: str
    digest: str
    width: int
    height: int
    located: bool = False
    animated: bool = False


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A film's file: its path relative to the gallery's folder, the digest of its bytes.

    `located`: it says where the film was taken.
    """

    path: str
    digest: str
    located: bool = False


@dataclass(frozen=True, slots=True)
class RecordPhoto:
    """A photo that a record shows: what the record says of it, and the file."""

    facts: Photo
    file: PhotoFile


class StoryLink(NamedTuple):
    """A link in a story to another record, with the line and column where it stands in the file."""

    ref: Ref
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Story:
    """The Markdown below the front matter, and the links to records that it holds."""

    markdown: str
    links: tuple[StoryLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """All that a record says in one language."""

    words: Words
    story: Story


@dataclass(frozen=True, slots=True)
class Record(Generic[F]):
    """One record: its facts once, its words once per language (by tag), its photos in order."""

    ref: Ref
    facts: F
    tellings: Mapping[str, Telling]
    photos: tuple[RecordPhoto, ...] = ()
    film: FilmFile | None = None

    @property
    def id(self) -> str:
        """The record's id: the name of its folder, and its slug."""
        return self.ref.id


Product = Record[ProductFacts]
Artisan = Record[ArtisanFacts]
Region = Record[RegionFacts]
Technique = Record[TechniqueFacts]
Material = Record[MaterialFacts]
Motif = Record[MotifFacts]
Collection = Record[CollectionFacts]
Venue = Record[VenueFacts]
Article = Record[ArticleFacts]
