"""Pieces → the chapters of a book, and its indexes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any

from galeri.model.book_views import BookProduct, Chapter, Index, IndexEntry
from galeri.model.editions import Edition
from galeri.model.records import Record, Ref
from galeri.model.views import CollectionView, Link, ProductView, RegionView, TopicView
from galeri.planning.localized import Localized
from galeri.planning.other_views import collection_view, region_view, topic_view

_INDEXED = ("artisan", "technique", "material", "motif", "region")


def chapters(localized: Localized, edition: Edition, pieces: Sequence[BookProduct]) -> Iterator[Chapter]:
    """Part the pieces as the edition asks, and number them in the order in which they stand.

    A piece stands in the first chapter that has a place for it; those without one stand in a last chapter that
    nothing opens.
    """
    numbers = count(1)
    left = {each.view.record.id: each for each in pieces}
    parts: Iterator[tuple[Ref | None, list[str]]] = chain(
        _parts(localized, edition, pieces), [(None, [each.view.record.id for each in pieces])]
    )
    for ref, ids in parts:
        mine = [left.pop(name) for name in ids if name in left]
        if mine:
            numbered = tuple(replace(each, number=next(numbers)) for each in mine)
            makers = {card.path: card for each in mine for card in each.view.makers}
            yield Chapter(_opening(localized, ref) if ref else None, numbered, tuple(makers.values()))


def chapters_like(
    localized: Localized, others: Sequence[Chapter], pieces: Sequence[BookProduct]
) -> Iterator[Chapter]:
    """Part the pieces as the chapters in another language are, in the same order and under the same numbers."""
    mine = {each.view.record.id: each for each in pieces}
    for other in others:
        numbered = tuple(replace(mine[each.view.record.id], number=each.number) for each in other.products)
        record = other.opening.record if other.opening else None
        makers = {card.path: card for each in numbered for card in each.view.makers}
        opening = _opening(localized, Ref(record.kind, record.id)) if record else None
        yield Chapter(opening, numbered, tuple(makers.values()))


def _parts(
    localized: Localized, edition: Edition, pieces: Sequence[BookProduct]
) -> Iterator[tuple[Ref, list[str]]]:
    """Give what opens each chapter, and the ids of its pieces in their order."""
    records = localized.gallery.records
    if edition.order == "collection" or edition.collection:
        asked = edition.collection
        for each in localized.by_title(records["collection"].values()):
            if asked in {None, each.id}:
                yield each.ref, list(each.facts.products)
    elif edition.order == "technique":
        for each in localized.by_title(records["technique"].values()):
            yield each.ref, [p.view.record.id for p in pieces if each.id in _facts(localized, p).techniques]
    else:
        yield from _by_region(localized, pieces)


def _by_region(localized: Localized, pieces: Sequence[BookProduct]) -> Iterator[tuple[Ref, list[str]]]:
    """Part by province; by what lies below it where all pieces are from one."""
    trails = {each.view.record.id: _trail(localized, each) for each in pieces}
    depth = 0 if len({trail[:1] for trail in trails.values() if trail}) > 1 else 1
    openings = {trail[min(depth, len(trail) - 1)] for trail in trails.values() if trail}
    for opening in localized.by_title(localized.gallery.records["region"][name] for name in openings):
        mine = [each for each in pieces if opening.id in trails[each.view.record.id]]
        mine.sort(key=lambda each: [link.text for link in each.view.region])
        yield opening.ref, [each.view.record.id for each in mine]


def _trail(localized: Localized, piece: BookProduct) -> tuple[str, ...]:
    """Give the ids of the regions that a piece is from, from the province down."""
    regions = localized.gallery.records["region"]
    name = _facts(localized, piece).region
    trail: list[str] = []
    while name in regions:
        trail.append(name)
        name = regions[name].facts.parent
    return tuple(reversed(trail))


def _facts(localized: Localized, piece: BookProduct) -> Any:  # noqa: ANN401 - the facts of a product
    return localized.gallery.records["product"][piece.view.record.id].facts


def _opening(localized: Localized, ref: Ref) -> RegionView | TopicView | CollectionView:
    record: Record[Any] = localized.gallery.records[ref.kind][ref.id]
    if ref.kind == "region":
        return region_view(localized, record)
    return collection_view(localized, record) if ref.kind == "collection" else topic_view(localized, record)


def indexes(localized: Localized, pieces: Sequence[BookProduct]) -> Iterator[Index]:
    """List makers, techniques, materials, motifs and places with the pieces that name them."""
    for kind in _INDEXED:
        named: dict[str, list[Link]] = {}
        for piece in pieces:
            view = piece.view
            here = Link(
                localized.addresses.record(Ref("product", view.record.id)),
                view.record.title,
                view.record.lang,
            )
            for path in _paths(view, kind):
                named.setdefault(path, []).append(here)
        entries = [
            IndexEntry(localized.link(each.ref), tuple(named[localized.link(each.ref).path]))
            for each in localized.by_title(localized.gallery.records[kind].values())
            if localized.link(each.ref).path in named
        ]
        if entries:
            yield Index(kind, tuple(entries))


def _paths(view: ProductView, kind: str) -> list[str]:
    """Give the pages of the records of a kind that a piece names, each once."""
    lists: dict[str, list[str]] = {
        "artisan": [card.path for card in view.makers],
        "technique": [link.path for link in view.techniques],
        "material": [link.path for link in view.materials],
        "motif": [card.path for card in view.motifs],
        "region": [link.path for link in (*view.region, view.made_in, view.designed_in) if link],
    }
    return list(dict.fromkeys(lists[kind]))
