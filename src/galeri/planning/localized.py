"""The gallery as one language tells it: titles, links, cards and pictures, each made once and shared by pages."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import icu

from galeri.model.gallery import Gallery
from galeri.model.outputs import DataOutput, FileOutput, ShareOutput
from galeri.model.records import FilmFile, Record, RecordPhoto, Ref, Telling
from galeri.model.theme import Role, Theme
from galeri.model.views import Card, Link, Picture
from galeri.model.words import Language, PhotoWords
from galeri.planning.addresses import addresses
from galeri.planning.photos import Photos

_BORROWERS = {"collection", "article", "region", "technique", "material"}
"""Kinds whose cards may show a photo of a piece. A motif's may not: another motif of the piece could pass for it."""


class Localized:
    """A gallery in one language. Everything it gives is frozen; what it remembers only saves time."""

    def __init__(self, gallery: Gallery, theme: Theme, language: Language, photos: Photos) -> None:
        """Take what pages in `language` are made of; all languages share the `photos`."""
        self.gallery = gallery
        self.theme = theme
        self.language = language
        self.photos = photos
        self.default = gallery.languages[0].tag
        self.addresses = addresses(theme, language)
        self.films: dict[str, FileOutput] = {}
        self.tables: dict[str, DataOutput] = {}
        self.shares: dict[str, ShareOutput] = {}
        self._links: dict[Ref, Link] = {}
        self._cards: dict[Ref, Card] = {}
        self._products: dict[Ref, tuple[str, ...]] = {}

    def telling(self, record: Record[Any]) -> tuple[Telling, str]:
        """Give a record's words in this language, else in the default one, and the tag of the language given."""
        found = record.tellings.get(self.language.tag)
        return (found, self.language.tag) if found else (record.tellings[self.default], self.default)

    def foreign(self, tag: str) -> str:
        """Give `tag` where it is not this language's, else ""."""
        return "" if tag == self.language.tag else tag

    def link(self, ref: Ref) -> Link:
        """Give a link to a record, under its title."""
        made = self._links.get(ref)
        if made is None:
            telling, tag = self.telling(self.gallery.records[ref.kind][ref.id])
            made = Link(self.addresses.record(ref), telling.words.title, self.foreign(tag))
            self._links[ref] = made
        return made

    def maybe(self, kind: str, name: str | None) -> Link | None:
        """Give a link to a record that may be unnamed or unpublished."""
        ref = Ref(kind, name or "")
        return self.link(ref) if self.gallery.get(ref) else None

    def links(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Give links to those records that are published, in the order of `ids`."""
        return tuple(self.link(Ref(kind, name)) for name in ids if name in self.gallery.records[kind])

    def card(self, record: Record[Any]) -> Card:
        """Give a record's card."""
        made = self._cards.get(record.ref)
        if made is None:
            made = self._cards[record.ref] = self._card(record)
        return made

    def cards(self, records: Iterable[Record[Any]]) -> tuple[Card, ...]:
        """Give cards in the alphabetical order of this language."""
        return tuple(self.card(record) for record in self.by_title(records))

    def products_naming(self, ref: Ref) -> tuple[str, ...]:
        """Give the ids of the products that name a record in their facts."""
        found = self._products.get(ref)
        if found is None:
            backs = self.gallery.backlinks.get(ref, ())
            found = self._products[ref] = tuple(back.id for back in backs if back.kind == "product")
        return found

    def by_title(self, records: Iterable[Record[Any]]) -> list[Record[Any]]:
        """Sort records by title, as this language sorts (Unicode collation, CLDR's tailoring), 2 before 10."""
        return sorted(records, key=lambda record: self._ranks[record.ref])

    @cached_property
    def _ranks(self) -> dict[Ref, tuple[bytes, str]]:
        collator = icu.Collator.createInstance(
            icu.Locale.forLanguageTag(self.language.locale.replace("_", "-"))
        )
        collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
        return {
            record.ref: (collator.getSortKey(self.telling(record)[0].words.title), record.id)
            for record in self.gallery.all_records()
        }

    def _card(self, record: Record[Any]) -> Card:
        telling, tag = self.telling(record)
        facts = record.facts
        makers = self.links("artisan", facts.makers) if record.ref.kind == "product" else ()
        region = self.maybe("region", getattr(facts, "region", None))
        return Card(
            kind=record.ref.kind,
            type=str(getattr(facts, "kind", getattr(facts, "level", ""))),
            path=self.addresses.record(record.ref),
            title=telling.words.title,
            lang=self.foreign(tag),
            summary=telling.words.summary,
            picture=self._card_picture(record),
            makers=makers,
            region=region,
        )

    def _card_picture(self, record: Record[Any]) -> Picture | None:
        """Give a record's first photo as cards show it, or the one it borrows; a maker's is as square as portraits."""
        lender = record if record.photos else self._lender(record)
        if lender is None:
            return None
        return self.picture(lender, lender.photos[0], "portrait" if lender.ref.kind == "artisan" else "card")

    def _lender(self, record: Record[Any]) -> Record[Any] | None:
        """Find the first piece with a photo that can stand for a record that has none of its own."""
        if record.ref.kind not in _BORROWERS:
            return None
        pieces = self.gallery.records["product"]
        own = getattr(record.facts, "products", None)
        named = (
            name for name in (self.products_naming(record.ref) if own is None else own) if name in pieces
        )
        lender = next((pieces[name] for name in named if pieces[name].photos), None)
        below = self.gallery.linked_from(record.ref, "region") if lender is None else ()
        return lender or next(filter(None, map(self._lender, below)), None)

    def picture(
        self, record: Record[Any], photo: RecordPhoto, role: Role, *, enlarged: bool = False
    ) -> Picture:
        """Give a photo of `record` as a page shows it in `role`; its files are planned, the large one if `enlarged`."""
        shown = self.photos.shown(record, photo, role)
        said, tag = self._photo_words(record, photo.facts.file)
        return Picture(
            sources=shown.sources,
            sizes=self.theme.settings.images[role].sizes,
            width=shown.width,
            height=shown.height,
            alt=said.alt,
            caption=said.caption,
            lang=self.foreign(tag),
            credit=said.credit or photo.facts.credit,
            licence=photo.facts.licence or self.gallery.settings.licence,
            placeholder=shown.placeholder,
            large=self.photos.shown(record, photo, "zoom").sources[-1].files[-1][0] if enlarged else "",
        )

    def _photo_words(self, record: Record[Any], file: str) -> tuple[PhotoWords, str]:
        for tag in (self.language.tag, self.default):
            if (telling := record.tellings.get(tag)) and file in telling.words.photos:
                return telling.words.photos[file], tag
        return PhotoWords(), self.language.tag

    def film(self, film: FilmFile, folder: str) -> str:
        """Give the path where a film is published; its file is planned."""
        name = PurePosixPath(film.path)
        path = f"{folder}/film.{film.digest[:10]}{name.suffix.lower()}"
        self.films[path] = FileOutput(path, film.path, film.digest)
        return path
