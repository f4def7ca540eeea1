"""Makers, regions, topics, collections, venues and articles → the views of their pages."""

from collections.abc import Iterator
from typing import Any

from galeri.model.records import Article, Artisan, Collection, Record, Ref, Region, Venue
from galeri.model.views import (
    ArticleView,
    ArtisanView,
    CollectionView,
    RegionView,
    Stop,
    TopicView,
    VenueView,
)
from galeri.model.words import CollectionWords
from galeri.planning.localized import Localized
from galeri.planning.maps import gallery_map
from galeri.planning.record_views import photo_of, record_view, region_trail, said


def artisan_view(localized: Localized, artisan: Artisan) -> ArtisanView:
    """Gather what the page of a maker shows."""
    facts = artisan.facts
    return ArtisanView(
        record=record_view(localized, artisan),
        maker=facts.kind,
        quote=said(localized, artisan, "quote"),
        portrait=photo_of(localized, artisan, facts.portrait, "portrait"),
        region=region_trail(localized, facts.region),
        place=facts.place,
        techniques=localized.links("technique", facts.techniques),
        since=facts.since,
        level=facts.level or "",
        succession=facts.succession or "",
        trained=facts.trained,
        programmes=facts.programmes,
        languages=facts.languages,
        links=facts.links,
        contact=facts.contact,
        verified=facts.verified,
        products=localized.cards(localized.gallery.linked_from(artisan.ref, "product")),
    )


def region_view(localized: Localized, region: Region) -> RegionView:
    """Gather what the page of a region shows: records of the regions below it count as its own."""
    gallery, facts = localized.gallery, region.facts
    below = [each for each in gallery.linked_from(region.ref, "region") if each.facts.parent == region.id]
    places = list(_and_below(localized, region.ref))
    products = _all_of(localized, places, "product")
    techniques = {name: None for each in products for name in each.facts.techniques}
    return RegionView(
        record=record_view(localized, region),
        level=facts.level,
        trail=region_trail(localized, facts.parent),
        codes=facts.codes,
        position=facts.position,
        island=facts.island,
        regions=localized.cards(below),
        artisans=localized.cards(_all_of(localized, places, "artisan")),
        techniques=localized.links("technique", sorted(techniques)),
        products=localized.cards(products),
        venues=localized.cards(_all_of(localized, places, "venue")),
        map=gallery_map(localized, region),
    )


def topic_view(localized: Localized, topic: Record[Any]) -> TopicView:
    """Gather what the page of a technique, a material or a motif shows."""
    gallery, facts = localized.gallery, topic.facts
    products = gallery.linked_from(topic.ref, "product")
    regions = dict.fromkeys(getattr(facts, "regions", ()))
    regions |= {each.facts.region: None for each in products if each.facts.region}
    return TopicView(
        record=record_view(localized, topic),
        same_as=facts.same_as,
        regions=localized.links("region", sorted(regions)),
        artisans=localized.cards(gallery.linked_from(topic.ref, "artisan")),
        products=localized.cards(products),
    )


def collection_view(localized: Localized, collection: Collection) -> CollectionView:
    """Gather what the page of a curated selection shows; unpublished pieces are passed over."""
    facts, gallery = collection.facts, localized.gallery
    words = localized.telling(collection)[0].words
    notes = words.notes if isinstance(words, CollectionWords) else {}
    products = [each for name in facts.products if (each := gallery.get(Ref("product", name)))]
    venue = gallery.get(Ref("venue", facts.venue or ""))
    return CollectionView(
        record=record_view(localized, collection),
        collection=facts.kind,
        venue=localized.card(venue) if venue else None,
        opens=facts.opens,
        closes=facts.closes,
        curators=facts.curators,
        stops=tuple(Stop(notes.get(each.id, ""), localized.card(each)) for each in products),
    )


def venue_view(localized: Localized, venue: Venue) -> VenueView:
    """Gather what the page of a venue shows."""
    facts, gallery = venue.facts, localized.gallery
    return VenueView(
        record=record_view(localized, venue),
        venue=facts.kind,
        region=region_trail(localized, facts.region),
        address=facts.address,
        position=facts.position,
        hours=facts.hours,
        contact=facts.contact,
        directions=said(localized, venue, "directions"),
        products=localized.cards(gallery.linked_from(venue.ref, "product")),
        collections=localized.cards(gallery.linked_from(venue.ref, "collection")),
    )


def article_view(localized: Localized, article: Article) -> ArticleView:
    """Gather what the page of an article shows."""
    facts = article.facts
    products = (localized.gallery.get(Ref("product", name)) for name in facts.products)
    return ArticleView(
        record=record_view(localized, article),
        article=facts.kind,
        authors=facts.authors,
        published=facts.date,
        products=tuple(localized.card(each) for each in products if each),
    )


def _and_below(localized: Localized, region: Ref) -> Iterator[Ref]:
    yield region
    for each in localized.gallery.linked_from(region, "region"):
        yield from _and_below(localized, each.ref)


def _all_of(localized: Localized, refs: list[Ref], kind: str) -> list[Record[Any]]:
    found = {record.ref: record for ref in refs for record in localized.gallery.linked_from(ref, kind)}
    return list(found.values())
