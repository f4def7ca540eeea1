"""Pages → what visitors search, and the page on which they do."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from galeri.model.outputs import PageOutput, SearchIndex
from galeri.model.theme import SEARCH_TEMPLATE
from galeri.model.views import Link, SearchView
from galeri.planning.addresses import file_of
from galeri.planning.localized import Localized
from galeri.planning.page_views import Subject, Tongues, page_view

FOLDER = "pagefind"
"""Where the index lies. Pagefind's module finds the site's root by this name."""


def search_page(localized: Localized, tongues: Tongues) -> PageOutput:
    """Plan the search page of a language, which other searches have no use for."""
    names = localized.theme.names[localized.language.tag]
    own = Link(localized.addresses.search(), names["search"])
    subject = Subject(title=own.text, trail=(Link(localized.addresses.home(), names["home"]), own))
    page = page_view(localized, tongues, lambda addresses: addresses.search(), subject)
    page = replace(page, canonical="", alternates=(), robots="noindex")
    total = sum(
        localized.language.tag in record.tellings
        for records in localized.gallery.records.values()
        for record in records.values()
    )
    view = SearchView(total, f"{FOLDER}/pagefind.js")
    return PageOutput(file_of(page.path), SEARCH_TEMPLATE, localized.language.tag, page, view)


def searched(pages: Iterable[PageOutput]) -> Iterator[PageOutput]:
    """Choose the pages that are indexed: of records that have words in the page's language."""
    return (page for page in pages if getattr(page.view, "record", None) and not page.page.fallback)


def search_index(pages: Iterable[PageOutput], keys: Mapping[str, str]) -> SearchIndex | None:
    """Give the index of all pages that are searched, with its key; None if there are none."""
    chosen = tuple(page.path for page in searched(pages))
    if not chosen:
        return None
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(chosen):
        digest.update(f"{path}\0{keys[path]}\0".encode())
    return SearchIndex(FOLDER, chosen, digest.hexdigest())
