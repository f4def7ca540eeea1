"""Files for machines are well formed, in their own vocabularies, and say the same whenever they are made."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from galeri.making.data import make_data
from galeri.model.outputs import Feed, FeedEntry, Robots, Sitemap, SitemapEntry, SitemapIndex
from galeri.model.views import Card, Link

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "x": "http://www.w3.org/1999/xhtml",
    "a": "http://www.w3.org/2005/Atom",
}
ENTRY = SitemapEntry(
    "https://a.example/?a=1&b=2",
    (("id", "https://a.example/"), ("x-default", "https://a.example/")),
    ("https://a.example/images/a.jpg",),
)


def parsed(data: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    return etree.fromstring(data)


def card(title: str, summary: str = "", makers: tuple[str, ...] = ()) -> Card:
    named = tuple(Link("m/", maker) for maker in makers)
    return Card("product", "textile", "p/", title, "", summary, None, named, None)


def feed(*entries: FeedEntry, subtitle: str = "", title: str = "Galeri") -> Feed:
    home = "https://a.example/en/"
    return Feed(f"{home}feed.xml", home, "en", title, subtitle, "Dewan", entries)


def test_a_sitemap_names_pages_translations_and_photos() -> None:
    root = parsed(make_data(Sitemap((ENTRY,))))
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    assert root.xpath("s:url/s:loc/text()", namespaces=NAMES) == [ENTRY.url]
    links = root.xpath("s:url/x:link", namespaces=NAMES)
    assert [dict(link.attrib) for link in links] == [
        {"rel": "alternate", "hreflang": "id", "href": "https://a.example/"},
        {"rel": "alternate", "hreflang": "x-default", "href": "https://a.example/"},
    ]
    assert root.xpath("s:url/i:image/i:loc/text()", namespaces=NAMES) == list(ENTRY.images)


def test_an_empty_sitemap_is_one() -> None:
    assert len(parsed(make_data(Sitemap(())))) == 0


def test_an_index_of_sitemaps_names_them() -> None:
    root = parsed(
        make_data(SitemapIndex(("https://a.example/sitemap-1.xml", "https://a.example/sitemap-2.xml")))
    )
    assert root.tag == f"{{{NAMES['s']}}}sitemapindex"
    assert root.xpath("s:sitemap/s:loc/text()", namespaces=NAMES) == [
        "https://a.example/sitemap-1.xml",
        "https://a.example/sitemap-2.xml",
    ]


def test_a_feed_has_what_atom_asks_of_it() -> None:
    entries = (
        FeedEntry(
            "https://a.example/en/b/", card("Baru", "Baru datang.", ("Siti", "Dewi")), date(2026, 11, 1)
        ),
        FeedEntry("https://a.example/en/a/", card("Lama"), date(2026, 1, 2)),
    )
    root = parsed(make_data(feed(*entries, subtitle="Untuk diuji.")))
    assert root.tag == f"{{{NAMES['a']}}}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"

    def text(path: str) -> list[str]:
        found: list[str] = root.xpath(path, namespaces=NAMES)
        return found

    assert text("a:id/text()") == ["https://a.example/en/feed.xml"]
    assert text("a:title/text()") == ["Galeri"]
    assert text("a:subtitle/text()") == ["Untuk diuji."]
    assert text("a:author/a:name/text()") == ["Dewan"]
    assert text("a:link[@rel='self']/@href") == ["https://a.example/en/feed.xml"]
    assert text("a:link[@rel='alternate']/@href") == ["https://a.example/en/"]
    assert text("a:updated/text()") == ["2026-11-01T00:00:00Z"]
    assert text("a:entry/a:id/text()") == ["https://a.example/en/b/", "https://a.example/en/a/"]
    assert text("a:entry/a:updated/text()") == ["2026-11-01T00:00:00Z", "2026-01-02T00:00:00Z"]
    assert text("a:entry[1]/a:author/a:name/text()") == ["Siti", "Dewi"]
    assert text("a:entry/a:summary/text()") == ["Baru datang."]


def test_a_feed_without_entries_has_a_time_that_is_always_the_same() -> None:
    root = parsed(make_data(feed()))
    assert root.xpath("a:updated/text()", namespaces=NAMES) == ["1970-01-01T00:00:00Z"]
    assert root.xpath("a:subtitle", namespaces=NAMES) == []


def test_robots_may_read_all_and_find_the_sitemap() -> None:
    assert make_data(Robots("https://a.example/sitemap.xml")) == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n"
    )


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@given(TEXT, TEXT)
def test_any_text_survives_xml(title: str, summary: str) -> None:
    entry = FeedEntry("https://a.example/", card(title, summary), date(2026, 1, 1))
    root = parsed(make_data(feed(entry, title=title)))
    assert (root.findtext("a:title", namespaces=NAMES) or "") == title
    assert (root.findtext("a:entry/a:summary", namespaces=NAMES) or "") == summary


@pytest.mark.parametrize("data", [Sitemap((ENTRY,)), feed(), Robots("x")])
def test_making_twice_gives_the_same_bytes(data: Sitemap | Feed | Robots) -> None:
    assert make_data(data) == make_data(data)
