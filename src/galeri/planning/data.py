"""Pages → the files for machines: sitemap, feeds, robots.txt."""

from collections.abc import Iterator

from galeri.model.outputs import (
    DataOutput,
    Feed,
    FeedEntry,
    PageOutput,
    Robots,
    Sitemap,
    SitemapEntry,
    SitemapIndex,
)
from galeri.planning.addresses import url
from galeri.planning.home_views import newest
from galeri.planning.localized import Localized
from galeri.planning.site_views import feed_path, site_view

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap file (sitemaps.org protocol)."""
FEED_LENGTH = 50


def sitemaps(base_url: str, pages: list[PageOutput], limit: int = SITEMAP_LIMIT) -> Iterator[DataOutput]:
    """Plan the sitemap of all pages that are their own original, in files of at most `limit` addresses."""
    entries = [_entry(base_url, page) for page in pages if not (page.page.fallback or page.page.robots)]
    if len(entries) <= limit:
        yield DataOutput("sitemap.xml", Sitemap(tuple(entries)))
        return
    names: list[str] = []
    for start in range(0, len(entries), limit):
        names.append(f"sitemap-{len(names) + 1}.xml")
        yield DataOutput(names[-1], Sitemap(tuple(entries[start : start + limit])))
    yield DataOutput("sitemap.xml", SitemapIndex(tuple(url(base_url, name) for name in names)))


def feed(localized: Localized) -> DataOutput:
    """Plan the feed of new pieces that have words in this language and a day on which they joined the gallery."""
    site = site_view(localized)
    entries = tuple(
        FeedEntry(
            url(site.base_url, localized.addresses.record(piece.ref)),
            localized.card(piece),
            piece.facts.added,
        )
        for piece in newest(localized)
        if piece.facts.added and localized.language.tag in piece.tellings
    )
    return DataOutput(
        feed_path(localized),
        Feed(
            url=url(site.base_url, feed_path(localized)),
            home=url(site.base_url, localized.addresses.home()),
            language=localized.language.tag,
            title=site.title,
            subtitle=site.description,
            author=site.publisher or site.title,
            entries=entries[:FEED_LENGTH],
        ),
    )


def robots(base_url: str) -> DataOutput:
    """Plan robots.txt."""
    return DataOutput("robots.txt", Robots(url(base_url, "sitemap.xml")))


def _entry(base_url: str, output: PageOutput) -> SitemapEntry:
    page = output.page
    record = getattr(output.view, "record", None)
    pictures = record.pictures if record else ()
    return SitemapEntry(
        url=page.canonical,
        alternates=tuple((each.hreflang, each.href) for each in page.alternates),
        images=tuple(url(base_url, picture.sources[-1].files[-1][0]) for picture in pictures),
    )
