"""A piece → the view of its page."""

from collections.abc import Iterator
from itertools import islice

from galeri.model.facts import ProductFacts
from galeri.model.facts_shared import Limited, Price
from galeri.model.records import Product, Ref
from galeri.model.views import OrderLinks, ProductView, Seen, VideoView, Voice
from galeri.planning.localized import Localized
from galeri.planning.record_views import photo_of, record_view, region_trail, said, steps

RELATED = 8
"""How many related pieces a page shows."""


def product_view(localized: Localized, product: Product) -> ProductView:
    """Gather what the page of a piece shows."""
    facts, gallery = product.facts, localized.gallery
    return ProductView(
        record=record_view(localized, product),
        philosophy=said(localized, product, "philosophy"),
        care=said(localized, product, "care"),
        process=steps(localized, product),
        claims=said(localized, product, "claims"),
        makers=tuple(localized.card(gallery.records["artisan"][m]) for m in _makers(localized, facts)),
        voices=tuple(_voices(localized, facts)),
        region=region_trail(localized, facts.region),
        made_in=localized.maybe("region", facts.made_in),
        designed_in=localized.maybe("region", facts.designed_in),
        techniques=localized.links("technique", facts.techniques),
        materials=localized.links("material", facts.materials),
        motifs=tuple(localized.card(gallery.records["motif"][m]) for m in facts.motifs),
        craft=facts.kind,
        dimensions=facts.dimensions,
        weight=facts.weight,
        shelf_life=facts.shelf_life,
        halal=facts.halal,
        year=facts.year,
        edition=facts.edition if isinstance(facts.edition, str) else "",
        limited=facts.edition.limited if isinstance(facts.edition, Limited) else 0,
        price=facts.price if isinstance(facts.price, Price) else None,
        ask=facts.price == "ask",
        order=_order(localized, facts),
        export=facts.export,
        certifications=facts.certifications,
        heritage=facts.heritage,
        seen=tuple(Seen(localized.link(Ref("venue", each.venue)), each.since) for each in facts.on_display),
        collections=tuple(localized.link(c.ref) for c in gallery.linked_from(product.ref, "collection")),
        video=_video(localized, product),
        related=tuple(localized.card(each) for each in islice(_related(localized, product), RELATED)),
    )


def _makers(localized: Localized, facts: ProductFacts) -> Iterator[str]:
    return (maker for maker in facts.makers if maker in localized.gallery.records["artisan"])


def _voices(localized: Localized, facts: ProductFacts) -> Iterator[Voice]:
    for maker in _makers(localized, facts):
        artisan = localized.gallery.records["artisan"][maker]
        if quote := said(localized, artisan, "quote"):
            yield Voice(localized.card(artisan), quote, localized.foreign(localized.telling(artisan)[1]))


def _order(localized: Localized, facts: ProductFacts) -> OrderLinks:
    artisans = localized.gallery.records["artisan"]
    numbers = {
        "council": localized.gallery.settings.contact.whatsapp,
        "artisan": next(
            (number for m in _makers(localized, facts) if (number := artisans[m].facts.contact.whatsapp)),
            None,
        ),
    }
    order = facts.order
    return OrderLinks(
        whatsapp=numbers.get(order.whatsapp or "") or "",
        tokopedia=order.tokopedia or "",
        shopee=order.shopee or "",
        website=order.website or "",
    )


def _video(localized: Localized, product: Product) -> VideoView | None:
    video = product.facts.video
    if video is None:
        return None
    return VideoView(
        path=localized.film(product.film, f"films/{product.id}") if product.film else "",
        link=video.link or "",
        poster=photo_of(localized, product, video.poster, "page"),
    )


def _related(localized: Localized, product: Product) -> Iterator[Product]:
    """Walk pieces of the same maker, then motif, region, technique.

    Each circle starts after the piece itself, so that the pieces of a large circle show one another evenly.
    """
    facts = product.facts
    circles = [Ref("artisan", maker) for maker in facts.makers]
    circles += [Ref("motif", motif) for motif in facts.motifs]
    circles += [Ref("region", facts.region)] if facts.region else []
    circles += [Ref("technique", technique) for technique in facts.techniques]
    seen = {product.id}
    for circle in circles:
        for ref in _from(localized.products_naming(circle), product.id):
            if ref not in seen:
                seen.add(ref)
                yield localized.gallery.records["product"][ref]


def _from(ids: tuple[str, ...], start: str) -> Iterator[str]:
    after = ids.index(start) + 1 if start in ids else 0
    yield from islice(ids, after, after + RELATED)
    yield from islice(ids, 0, min(after, RELATED))
