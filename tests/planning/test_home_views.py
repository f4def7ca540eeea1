"""The first page: the chosen collection, its cover, and a piece that is told of."""

from typing import Any

from galeri.model.views import HomeView
from galeri.planning.home_views import home_view
from tests.planning.makers import gallery, localized, photo, planned, record, told

CLOTH = told("product", "Kain", philosophy="Sabar.")


def home(*records: Any, tag: str = "id") -> HomeView:  # noqa: ANN401 - records of any kind
    return home_view(localized(gallery(*records), tag))


def test_the_first_page_features_the_collection_that_opened_last() -> None:
    made = gallery(
        record("product", "a"),
        record("product", "b", curation="draft"),
        record("collection", "x", products=("a",)),
        record("collection", "y", products=("b", "a"), opens="2026-01-01"),
        record("collection", "z", products=("a",), opens="2025-01-01"),
        record("article", "about", kind="about"),
        record("article", "lesson"),
    )
    view: Any = planned(made).outputs["index.html"]
    assert view.view.featured.path == "collections/y/"
    assert [card.path for card in view.view.featured_products] == ["produk/a/"]
    assert [card.path for card in view.view.articles] == ["articles/lesson/"]
    assert dict(view.view.totals)["product"] == 1


def test_the_first_page_of_an_empty_gallery_stands() -> None:
    view = home_view(localized(gallery(), "id"))
    assert (view.featured, view.newest, view.regions) == (None, (), ())
    assert (view.cover, view.covered, view.told) == (None, None, None)


def test_the_cover_is_the_whole_photo_of_the_first_featured_piece_that_has_one() -> None:
    view = home(
        record("product", "a"),
        record("product", "b", None, [photo("b.jpg", (900, 1200))]),
        record("product", "c", None, [photo("c.jpg")]),
        record("collection", "x", products=("a", "b", "c")),
    )
    assert view.covered
    assert view.covered.title == "b"
    assert view.cover
    assert (view.cover.width, view.cover.height) == (900, 1200)


def test_without_a_collection_the_cover_is_of_the_newest_piece_that_has_a_photo() -> None:
    view = home(
        record("product", "a", None, [photo("a.jpg")], added="2026-01-01"),
        record("product", "b", None, [photo("b.jpg")], added="2026-01-02"),
        record("product", "c", added="2026-01-03"),
    )
    assert view.covered
    assert view.covered.title == "b"


def test_a_piece_is_told_of_that_is_not_shown_above_and_has_a_photo_and_a_philosophy() -> None:
    view = home(
        record("product", "covered", {"id": CLOTH}, [photo("a.jpg")]),
        record("product", "photoless", {"id": CLOTH}, added="2026-01-04"),
        record("product", "silent", None, [photo("b.jpg")], added="2026-01-03"),
        record("product", "told", {"id": CLOTH}, [photo("c.jpg")], added="2026-01-02"),
        record("product", "older", {"id": CLOTH}, [photo("d.jpg")], added="2026-01-01"),
        record("collection", "x", products=("covered",)),
    )
    assert view.told
    assert view.told.card.path == "produk/told/"
    assert view.told.philosophy == "Sabar."


def test_the_regions_are_on_a_map_where_one_has_a_position() -> None:
    placed = home(record("region", "kota", position=(-7.25, 112.75))).map
    assert placed
    assert len(placed.dots) == 1
    assert home(record("region", "kota")).map is None


def test_only_words_of_the_pages_own_language_are_told() -> None:
    records = (
        record("product", "cover", None, [photo("a.jpg")]),
        record("product", "told", {"id": CLOTH}, [photo("b.jpg")]),
        record("collection", "x", products=("cover",)),
    )
    assert home(*records).told
    assert home(*records, tag="en").told is None
