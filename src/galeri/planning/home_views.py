"""What the first page shows."""

from datetime import date
from typing import Any

from galeri.model.facts import CollectionFacts
from galeri.model.records import Product, Record
from galeri.model.views import HomeView, Told
from galeri.planning.localized import Localized
from galeri.planning.maps import gallery_map
from galeri.planning.record_views import said

NEWEST = 16
FEATURED = 6
"""How many new pieces, and how many of the featured collection, the first page shows."""


def home_view(localized: Localized) -> HomeView:
    """Gather what the first page shows."""
    records = localized.gallery.records
    collection, recent = _featured(localized), newest(localized)
    featured = _pieces(localized, collection)[:FEATURED] if collection else []
    covered = next((piece for piece in [*featured, *recent] if piece.photos), None)
    roots = [
        each for each in records["region"].values() if localized.gallery.linked_from(each.ref, "product")
    ]
    return HomeView(
        featured=localized.card(collection) if collection else None,
        featured_products=tuple(map(localized.card, featured)),
        cover=localized.picture(covered, covered.photos[0], "page") if covered else None,
        covered=localized.card(covered) if covered else None,
        told=_told(localized, [piece for piece in recent if piece not in featured and piece != covered]),
        newest=tuple(localized.card(each) for each in recent[:NEWEST]),
        regions=localized.cards(roots),
        map=gallery_map(localized),
        techniques=localized.cards(records["technique"].values()),
        materials=localized.cards(records["material"].values()),
        motifs=localized.cards(records["motif"].values()),
        articles=localized.cards(each for each in records["article"].values() if each.facts.kind != "about"),
        totals=tuple((kind, len(each)) for kind, each in records.items()),
    )


def newest(localized: Localized) -> list[Product]:
    """List the pieces by the day they joined the gallery, newest first; those without a day come last."""
    pieces = localized.by_title(localized.gallery.records["product"].values())
    return sorted(pieces, key=lambda piece: piece.facts.added or date.min, reverse=True)


def _pieces(localized: Localized, collection: Record[CollectionFacts]) -> list[Product]:
    known = localized.gallery.records["product"]
    return [known[name] for name in collection.facts.products if name in known]


def _told(localized: Localized, pieces: list[Product]) -> Told | None:
    """Tell of the first of the pieces that has a photo and whose words say, in this language, what it means."""
    for piece in pieces:
        philosophy = said(localized, piece, "philosophy")
        if piece.photos and philosophy and not localized.card(piece).lang:
            return Told(localized.card(piece), localized.picture(piece, piece.photos[0], "page"), philosophy)
    return None


def _featured(localized: Localized) -> Record[CollectionFacts] | None:
    """Choose the collection that opened last; one without a day comes after those with one."""
    collections: list[Record[Any]] = list(localized.gallery.records["collection"].values())
    return max(collections, key=lambda each: (each.facts.opens or date.min, each.id), default=None)
