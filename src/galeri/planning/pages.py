"""Gallery + theme → every page, in every language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from galeri.model.outputs import PageOutput
from galeri.model.records import Record
from galeri.model.views import BookLink, IndexView, Link, MissingPart, MissingView, View
from galeri.planning.addresses import file_of, url
from galeri.planning.catalogues import catalogues_page, catalogues_share
from galeri.planning.home_views import home_view
from galeri.planning.index_views import index_views
from galeri.planning.localized import Localized
from galeri.planning.other_views import (
    article_view,
    artisan_view,
    collection_view,
    region_view,
    topic_view,
    venue_view,
)
from galeri.planning.page_views import Subject, Tongues, page_view, record_page
from galeri.planning.product_views import product_view
from galeri.planning.search import search_page
from galeri.planning.shares import page_share
from galeri.planning.site_views import language_view, site_title

_VIEWS: Mapping[str, Callable[[Localized, Record[Any]], View]] = {
    "product": product_view,
    "artisan": artisan_view,
    "region": region_view,
    "technique": topic_view,
    "material": topic_view,
    "motif": topic_view,
    "collection": collection_view,
    "venue": venue_view,
    "article": article_view,
}


def pages(localized: Localized, tongues: Tongues, books: Sequence[BookLink] = ()) -> Iterator[PageOutput]:
    """Plan the pages of one language: home, indexes, every record, search, and what stands for a missing page.

    Where there are `books` to download, a page lists them.
    """
    yield _home(localized, tongues)
    for kind, records in localized.gallery.records.items():
        if records:
            yield from _indexes(localized, tongues, kind)
        for record in records.values():
            yield record_output(localized, tongues, record)
    if localized.theme.searchable:
        yield search_page(localized, tongues)
    if offers := catalogues_page(localized, tongues, books):
        yield offers
    yield missing_page(localized, tongues)


def page_at(
    localized: Localized, tongues: Tongues, path: str, books: Sequence[BookLink] = ()
) -> PageOutput | None:
    """Plan the one page of a language that has the address `path`, or None where there is none."""
    addresses = localized.addresses
    if path == addresses.home():
        return _home(localized, tongues)
    if localized.theme.searchable and path == addresses.search():
        return search_page(localized, tongues)
    if path == addresses.catalogues():
        return catalogues_page(localized, tongues, books)
    for kind, records in localized.gallery.records.items():
        first = addresses.index(kind)
        if records and path.startswith(first):
            record = records.get(path.removeprefix(first).removesuffix("/"))
            if record:
                return record_output(localized, tongues, record)
            return next((each for each in _indexes(localized, tongues, kind) if each.page.path == path), None)
    return None


def missing_page(localized: Localized, tongues: Tongues) -> PageOutput:
    """Plan what a host serves for a missing page, at any depth: its links start at the site's own root.

    Hosts have one such page, `404.html`, in the root; some look for a nearer one, which is then in the language that
    was asked for (https://developers.cloudflare.com/pages/configuration/serving-pages/).
    """
    base, tag = localized.gallery.settings.base_url, localized.language.tag
    page = page_view(localized, tongues, lambda addresses: addresses.home(), Subject(tags=(tag,)))
    root = "/" + base.split("/", 3)[3]
    path = f"{page.path}404.html"
    page = replace(page, path=path, root=root, canonical=url(base, path), robots="noindex")
    return PageOutput(path, "404.html", tag, page, _missing_view(localized, tongues))


def _missing_view(localized: Localized, tongues: Tongues) -> MissingView:
    """Begin with the page's own language; the others follow in their order, where the theme speaks them."""
    theme, own = localized.theme, localized.language
    others = (each for each in localized.gallery.languages if each != own)
    spoken = (own, *(each for each in others if theme.interface[each.tag] == each.tag))
    return MissingView(
        tuple(
            MissingPart(
                language_view(each),
                Link(tongues.by_tag[each.tag].home(), theme.names[each.tag]["home"]),
                Link(tongues.by_tag[each.tag].search(), theme.names[each.tag]["search"])
                if theme.searchable
                else None,
            )
            for each in spoken
        )
    )


def shares_of_no_record(localized: Localized) -> None:
    """Plan the pictures that stand for the first page and the indexes where they are shared."""
    page_share(localized, "home", site_title(localized, localized.language.tag)[0])
    for kind, records in localized.gallery.records.items():
        if records:
            page_share(localized, kind, localized.theme.names[localized.language.tag][kind])
    catalogues_share(localized)


def record_output(localized: Localized, tongues: Tongues, record: Record[Any]) -> PageOutput:
    """Plan a record's page."""
    kind = record.ref.kind
    page = record_page(localized, tongues, record)
    return PageOutput(
        file_of(page.path), f"{kind}.html", localized.language.tag, page, _VIEWS[kind](localized, record)
    )


def _home(localized: Localized, tongues: Tongues) -> PageOutput:
    tag = localized.language.tag
    subject = Subject(share=page_share(localized, "home", site_title(localized, tag)[0]))
    page = page_view(localized, tongues, lambda addresses: addresses.home(), subject)
    return PageOutput(file_of(page.path), "home.html", tag, page, home_view(localized))


def _indexes(localized: Localized, tongues: Tongues, kind: str) -> Iterator[PageOutput]:
    names = localized.theme.names[localized.language.tag]
    trail = (
        Link(localized.addresses.home(), names["home"]),
        Link(localized.addresses.index(kind), names[kind]),
    )
    subject = Subject(title=names[kind], trail=trail, share=page_share(localized, kind, names[kind]))
    for view in index_views(localized, kind):
        yield _index(localized, tongues, view, subject)


def _index(localized: Localized, tongues: Tongues, view: IndexView, subject: Subject) -> PageOutput:
    page = page_view(localized, tongues, lambda addresses: addresses.index(view.kind, view.number), subject)
    return PageOutput(file_of(page.path), "index.html", localized.language.tag, page, view)
