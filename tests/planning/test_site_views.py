"""Indexes, the first page and the files for machines: whole, in order, and only of what is original."""

import re
from datetime import date
from typing import Any

import pytest

from galeri.model.outputs import DataOutput, Feed, Robots, Sitemap, SitemapIndex
from galeri.planning.addresses import addresses
from galeri.planning.data import feed, sitemaps
from galeri.planning.home_views import newest
from galeri.planning.index_views import index_views
from galeri.planning.page_views import Tongues
from galeri.planning.pages import pages as pages_of
from galeri.planning.site_views import site_view
from galeri.planning.stylesheets import stylesheets
from tests.planning.makers import gallery, localized, pages, photo, planned, record, theme, told

BASE = "https://galeri.example/sub/"


@pytest.mark.parametrize(
    ("count", "size", "parts"),
    [(1, 3, [1]), (3, 3, [3]), (4, 3, [3, 1]), (7, 3, [3, 3, 1]), (9, 3, [3, 3, 3])],
)
def test_an_index_shows_every_record_once_over_its_pages(count: int, size: int, parts: list[int]) -> None:
    made = gallery(*(record("material", f"m{n}", {"id": f"Bahan {n}"}) for n in range(count)))
    views = list(index_views(localized(made, "id", theme(page_size=size)), "material"))
    assert [len(view.cards) for view in views] == parts
    assert [card.title for view in views for card in view.cards] == [f"Bahan {n}" for n in range(count)]
    assert [view.number for view in views] == list(range(1, len(parts) + 1))
    for view in views:
        assert view.total == count
        assert view.pages == ("materials/", *(f"materials/p/{n}/" for n in range(2, len(parts) + 1)))


def test_the_menu_holds_the_articles_that_asked_for_a_place_and_the_kinds_that_have_records() -> None:
    made = gallery(
        record("article", "b", {"id": "Zona", "en": "About"}, menu=True),
        record("article", "a", {"id": "Awal", "en": "Start"}, menu=True),
        record("article", "c", {"id": "Lain"}),
        record("motif", "awan"),
        description={"id": "Untuk diuji."},
    )
    view = site_view(localized(made, "en"), styles=stylesheets(theme()))
    assert [link.text for link in view.menu] == ["About", "Start"]
    assert view.indexes[0][1].path == "en/motifs/"
    assert [kind for kind, _ in view.indexes] == ["motif", "article"]
    assert (view.title, view.description) == ("Gallery", "Untuk diuji.")
    assert (view.home.path, view.feed) == ("en/", "en/feed.xml")
    (icon, style) = view.static
    assert icon == ("icon.svg", "static/icon.0123456789.svg")
    assert re.fullmatch(r"static/style\.[0-9a-f]{10}\.css", dict([style])["style.css"])
    assert [each.tag for each in view.languages] == ["id", "en"]


def test_the_menu_has_the_order_that_articles_asked_for_in_every_language() -> None:
    made = gallery(
        record("article", "a", {"id": "Awal", "en": "Zero"}, menu=True),
        record("article", "b", {"id": "Zona", "en": "About"}, menu=True, order=2),
        record("article", "c", {"id": "Bab", "en": "Zone"}, menu=True, order=1),
        record("article", "d", {"id": "Cerita", "en": "Chapter"}, menu=True),
    )
    for tag, titles in (
        ("id", ["Bab", "Zona", "Awal", "Cerita"]),
        ("en", ["Zone", "About", "Chapter", "Zero"]),
    ):
        assert [link.text for link in site_view(localized(made, tag)).menu] == titles


def test_a_title_that_no_language_of_the_page_has_is_taken_from_any() -> None:
    made = gallery(title={"en": "Gallery"}, tags=["id", "mad", "en"])
    assert [site_view(localized(made, tag)).title for tag in ("id", "mad", "en")] == ["Gallery"] * 3


def dated() -> Any:  # noqa: ANN401 - a Gallery
    return gallery(
        record("artisan", "siti", {"id": "Kelompok", "en": "Group"}),
        record("product", "old", {"id": "Lama", "en": "Old"}, added=date(2026, 1, 1)),
        record(
            "product",
            "new",
            {"id": told("product", "Baru", summary="Baru datang."), "en": "New"},
            added=date(2026, 9, 1),
            artisan="siti",
        ),
        record("product", "untold", {"id": "Belum"}, added=date(2026, 10, 1)),
        record("product", "undated", {"id": "Entah", "en": "Undated"}),
        record("product", "draft", {"id": "Draf", "en": "Draft"}, added=date(2026, 11, 1), curation="draft"),
        publisher="Dewan",
    )


def test_the_newest_pieces_come_first_and_those_without_a_day_last() -> None:
    assert [piece.id for piece in newest(localized(dated(), "id"))] == [
        "draft",
        "untold",
        "new",
        "old",
        "undated",
    ]


def test_the_feed_of_a_language_holds_its_dated_and_translated_pieces_newest_first() -> None:
    made = planned(dated())
    for path, expected in (("feed.xml", ["untold", "new", "old"]), ("en/feed.xml", ["new", "old"])):
        output = made.outputs[path]
        assert isinstance(output, DataOutput)
        assert isinstance(output.data, Feed)
        assert [entry.url.split("/")[-2] for entry in output.data.entries] == expected
    english = made.outputs["en/feed.xml"]
    assert isinstance(english, DataOutput)
    assert isinstance(english.data, Feed)
    assert (english.data.url, english.data.home) == (f"{BASE}en/feed.xml", f"{BASE}en/")
    assert (english.data.language, english.data.title, english.data.author) == ("en", "Gallery", "Dewan")
    assert english.data.entries[0].url == f"{BASE}en/products/new/"
    assert [maker.text for maker in english.data.entries[0].card.makers] == ["Group"]


def test_a_feed_stays_short() -> None:
    made = gallery(*(record("product", f"p{n:03}", added=date(2026, 1, 1)) for n in range(80)))
    output = feed(localized(made, "id"))
    assert isinstance(output.data, Feed)
    assert len(output.data.entries) == 50


def entries(made: Any) -> dict[str, Any]:  # noqa: ANN401 - a plan's outputs
    data = made.outputs["sitemap.xml"].data
    assert isinstance(data, Sitemap)
    found = {entry.url: entry for entry in data.entries}
    assert len(found) == len(data.entries)
    return found


def test_the_sitemap_holds_every_original_with_its_translations_and_photos_and_no_copy() -> None:
    made = planned(
        gallery(
            record("motif", "awan", {"id": "Awan", "en": "Cloud"}, [photo("a.jpg")]), record("motif", "hujan")
        )
    )
    found = entries(made)
    originals = {page.page.canonical for page in pages(made).values() if not page.page.robots}
    assert found.keys() == originals
    assert f"{BASE}en/motifs/hujan/" not in found
    assert f"{BASE}404.html" not in found
    cloud = found[f"{BASE}en/motifs/awan/"]
    assert dict(cloud.alternates) == {
        "id": f"{BASE}motifs/awan/",
        "en": f"{BASE}en/motifs/awan/",
        "x-default": f"{BASE}motifs/awan/",
    }
    assert [image.removeprefix(BASE) in made.outputs for image in cloud.images] == [True]


@pytest.mark.parametrize(("limit", "files"), [(100, 0), (13, 0), (12, 2), (5, 3), (1, 13)])
def test_a_sitemap_past_its_limit_is_split_and_indexed(limit: int, files: int) -> None:
    made = gallery(*(record("motif", f"m{n:02}") for n in range(11)), tags=["id"])
    teller = localized(made, "id")
    planned_pages = list(pages_of(teller, Tongues({"id": addresses(theme(), made.languages[0])}, "id")))
    outputs = {output.path: output.data for output in sitemaps(BASE, planned_pages, limit)}
    whole = [page.page.canonical for page in planned_pages if not page.page.robots]
    assert len(whole) == 13
    index = outputs["sitemap.xml"]
    if not files:
        assert isinstance(index, Sitemap)
        assert [entry.url for entry in index.entries] == whole
        return
    assert isinstance(index, SitemapIndex)
    assert index.urls == tuple(f"{BASE}sitemap-{n}.xml" for n in range(1, files + 1))
    parts = [outputs[address.removeprefix(BASE)] for address in index.urls]
    assert all(isinstance(part, Sitemap) and len(part.entries) <= limit for part in parts)
    assert [entry.url for part in parts if isinstance(part, Sitemap) for entry in part.entries] == whole


def test_robots_names_the_sitemap() -> None:
    output = planned(gallery()).outputs["robots.txt"]
    assert isinstance(output, DataOutput)
    assert output.data == Robots(f"{BASE}sitemap.xml")
