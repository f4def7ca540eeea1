"""Views → JSON-LD in the vocabulary of schema.org."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from galeri.model.facts import Hours
from galeri.model.facts_shared import Price
from galeri.model.licences import licence_url
from galeri.model.outputs import PageOutput
from galeri.model.views import (
    ArticleView,
    ArtisanView,
    Card,
    CollectionView,
    HomeView,
    Link,
    Picture,
    ProductView,
    RegionView,
    SiteView,
    TopicView,
    VenueView,
)

Node = dict[str, Any]

_VENUES = {"gallery": "ArtGallery", "outlet": "Store", "market": "Store", "workshop": "LocalBusiness"}
"""The types of places (each a schema.org Place) that venues are."""


def structured_data(output: PageOutput, site: SiteView) -> Node:
    """Describe a page's subject and its trail, as one graph with full addresses."""
    describe = _Describer(output, site)
    graph = [*describe.subject(), *describe.trail()]
    return {"@context": "https://schema.org", "@graph": graph}


class _Describer:
    def __init__(self, output: PageOutput, site: SiteView) -> None:
        self.page = output.page
        self.view = output.view
        self.site = site

    def subject(self) -> Iterator[Node]:
        by_view: dict[type, Callable[[Any], Node]] = {
            ProductView: self.product,
            ArtisanView: self.artisan,
            RegionView: self.region,
            VenueView: self.venue,
            CollectionView: self.collection,
            ArticleView: self.article,
            TopicView: self.topic,
            HomeView: self.home,
        }
        describe = by_view.get(type(self.view))
        if describe:
            yield _without_empty(describe(self.view))

    def trail(self) -> Iterator[Node]:
        if self.page.trail:
            items = [
                {"@type": "ListItem", "position": at, "name": link.text, "item": self.url(link.path)}
                for at, link in enumerate(self.page.trail, 1)
            ]
            yield {"@type": "BreadcrumbList", "itemListElement": items}

    def product(self, view: ProductView) -> Node:
        return self.thing("Product", view) | {
            "category": view.craft,
            "material": [link.text for link in view.materials],
            "brand": [self.maker(card) for card in view.makers][:1],
            "manufacturer": [self.maker(card) for card in view.makers],
            "countryOfOrigin": {"@type": "Country", "name": "Indonesia"} if view.region else None,
            "additionalProperty": self.origin(view.region),
            "productionDate": str(view.year) if view.year else None,
            "offers": self.offer(view.price) if view.price else None,
            "sku": view.record.id,
        }

    def origin(self, region: tuple[Link, ...]) -> list[Node]:
        return [
            {"@type": "PropertyValue", "propertyID": "region", "name": link.text, "url": self.url(link.path)}
            for link in region[-1:]
        ]

    def offer(self, price: Price) -> Node:
        return _without_empty(
            {
                "@type": "Offer",
                "price": price.amount,
                "priceCurrency": price.currency,
                "url": self.page.canonical,
                "seller": {"@type": "Organization", "name": self.site.publisher or self.site.title},
            }
        )

    def maker(self, card: Card) -> Node:
        kind = "Person" if card.type == "person" else "Organization"
        return {"@type": kind, "name": card.title, "url": self.url(card.path)}

    def artisan(self, view: ArtisanView) -> Node:
        kind = "Person" if view.maker == "person" else "Organization"
        place = [link.text for link in reversed(view.region)]
        return self.thing(kind, view) | {
            "knowsAbout": [link.text for link in view.techniques],
            "address": {"@type": "PostalAddress", "addressRegion": ", ".join(place), "addressCountry": "ID"},
            "foundingDate": str(view.since) if view.since and kind == "Organization" else None,
            "sameAs": list(view.links),
        }

    def region(self, view: RegionView) -> Node:
        above = [
            {"@type": "AdministrativeArea", "name": link.text, "url": self.url(link.path)}
            for link in view.trail
        ]
        return self.thing("AdministrativeArea", view) | {
            "geo": _position(view.position),
            "containedInPlace": above[-1:],
            "identifier": view.codes.kemendagri,
        }

    def venue(self, view: VenueView) -> Node:
        return self.thing(_VENUES[view.venue], view) | {
            "address": view.address,
            "geo": _position(view.position),
            "openingHours": [_hours(each) for each in view.hours],
            "telephone": view.contact.phone,
        }

    def collection(self, view: CollectionView) -> Node:
        shown = [
            {"@type": "Product", "name": stop.card.title, "url": self.url(stop.card.path)}
            for stop in view.stops
        ]
        if view.collection != "exhibition" or not view.opens:
            return self.thing("Collection", view) | {
                "hasPart": [self.reference("CreativeWork", s.card) for s in view.stops]
            }
        return self.thing("ExhibitionEvent", view) | {
            "startDate": view.opens.isoformat(),
            "endDate": view.closes.isoformat() if view.closes else None,
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": self.reference("Place", view.venue) if view.venue else None,
            "organizer": [{"@type": "Organization", "name": name} for name in view.curators],
            "about": shown,
        }

    def article(self, view: ArticleView) -> Node:
        return self.thing("Article", view) | {
            "headline": view.record.title,
            "datePublished": view.published.isoformat() if view.published else None,
            "author": [{"@type": "Organization", "name": name} for name in view.authors],
            "inLanguage": self.language,
        }

    def topic(self, view: TopicView) -> Node:
        return self.thing("DefinedTerm", view) | {"sameAs": list(view.same_as)}

    def home(self, _: HomeView) -> Node:
        return {
            "@type": "WebSite",
            "name": self.site.title,
            "description": self.site.description,
            "url": self.page.canonical,
            "inLanguage": self.language,
            "publisher": {"@type": "Organization", "name": self.site.publisher}
            if self.site.publisher
            else None,
        }

    def thing(self, kind: str, view: Any) -> Node:  # noqa: ANN401 - every view of a record
        return {
            "@type": kind,
            "@id": self.page.canonical,
            "name": view.record.title,
            "description": view.record.summary,
            "url": self.page.canonical,
            "image": [self.image(picture) for picture in view.record.pictures],
        }

    def image(self, picture: Picture) -> Node:
        address = self.url(picture.sources[-1].files[-1][0])
        return _without_empty(
            {
                "@type": "ImageObject",
                "contentUrl": address,
                "url": address,
                "width": _pixels(picture.width),
                "height": _pixels(picture.height),
                "caption": picture.caption or picture.alt,
                "creditText": picture.credit,
                "license": licence_url(picture.licence),
            }
        )

    def reference(self, kind: str, card: Card) -> Node:
        return {"@type": kind, "name": card.title, "url": self.url(card.path)}

    def url(self, path: str) -> str:
        return self.site.base_url + quote(path)

    @property
    def language(self) -> str:
        return self.page.fallback or self.site.language.tag


def _hours(hours: Hours) -> str:
    """Write opening hours as schema.org does: `Mo,Tu,We 09:00-16:00`."""
    return f"{','.join(day[:2].title() for day in hours.days)} {hours.opens}-{hours.closes}"


def _pixels(count: int) -> Node:
    return {"@type": "QuantitativeValue", "value": count, "unitCode": "E37"}


def _position(position: tuple[float, float] | None) -> Node | None:
    return (
        {"@type": "GeoCoordinates", "latitude": position[0], "longitude": position[1]} if position else None
    )


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}
