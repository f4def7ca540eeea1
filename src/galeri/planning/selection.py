"""What of a gallery goes into a book: chosen pieces, and every record that these lead to."""

from collections.abc import Iterable, Iterator
from typing import Any

from galeri.model.editions import Edition
from galeri.model.facts import references
from galeri.model.gallery import Gallery, link
from galeri.model.records import Record, Ref


def selected(gallery: Gallery, edition: Edition) -> Gallery:
    """Keep the pieces that an edition asks for, with what they name; the whole gallery where it asks for nothing.

    Articles stay, as a foreword or a colophon may be any of them, and regions, as they are dots on its map.
    """
    wanted = [set(ids) for ids in _wanted(gallery, edition)]
    if not wanted:
        return gallery
    records = gallery.records
    pieces = [each for name, each in records["product"].items() if all(name in ids for ids in wanted)]
    kept = {each.ref: each for each in pieces}
    for kind in ("region", "article"):
        kept |= {each.ref: each for each in records[kind].values()}
    for each in pieces:
        kept |= {named.ref: named for named in _named(gallery, each)}
    chosen = (("collection", edition.collection), ("artisan", edition.artisan), ("venue", edition.venue))
    for kind, name in chosen:
        if name and (record := gallery.get(Ref(kind, name))):
            kept[record.ref] = record
    return link(gallery.settings, gallery.languages, kept.values())


def _wanted(gallery: Gallery, edition: Edition) -> Iterator[Iterable[str]]:
    """Give the ids of pieces that each of the edition's limits lets through."""
    if edition.product:
        yield (edition.product,)
    if edition.collection:
        collection = gallery.get(Ref("collection", edition.collection))
        yield collection.facts.products if collection else ()
    if edition.region:
        places = list(_and_below(gallery, Ref("region", edition.region)))
        yield [each.id for place in places for each in gallery.linked_from(place, "product")]
    for kind, name in (("artisan", edition.artisan), ("venue", edition.venue)):
        if name:
            yield [each.id for each in gallery.linked_from(Ref(kind, name), "product")]


def _and_below(gallery: Gallery, region: Ref) -> Iterator[Ref]:
    yield region
    for each in gallery.linked_from(region, "region"):
        yield from _and_below(gallery, each.ref)


def _named(gallery: Gallery, record: Record[Any]) -> Iterator[Record[Any]]:
    for _, kind, name in references(record.facts):
        if kind != "product" and (found := gallery.get(Ref(kind, name))):
            yield found
