"""Pages of makers, regions, topics, collections, venues and articles gather what belongs to them."""

from typing import Any

from galeri.model.gallery import Gallery
from galeri.model.records import Ref
from galeri.model.views import Card, Link
from galeri.planning.other_views import (
    article_view,
    artisan_view,
    collection_view,
    region_view,
    topic_view,
    venue_view,
)
from galeri.planning.product_views import product_view
from tests.planning.makers import gallery, localized, photo, planned, record, told


def ids(found: tuple[Card | Link, ...]) -> list[str]:
    return [each.path.split("/")[-2] for each in found]


def island() -> Gallery:
    return gallery(
        record("region", "jatim", {"id": "Jawa Timur"}, level="province"),
        record("region", "madura", {"id": "Madura"}, parent="jatim"),
        record("region", "tanjungbumi", {"id": "Tanjungbumi"}, level="city", parent="madura"),
        record("region", "bali", {"id": "Bali"}, level="province"),
        record("artisan", "siti", region="madura"),
        record("artisan", "dewi", region="tanjungbumi"),
        record("artisan", "made", region="bali"),
        record("technique", "tulis"),
        record("technique", "celup"),
        record("venue", "gerai", region="madura"),
        record("motif", "awan", regions=("bali",)),
        record("product", "kain", artisan="siti", region="madura", techniques=("tulis",), motifs=("awan",)),
        record("product", "topi", artisan="dewi", region="tanjungbumi", techniques=("celup",)),
        record("product", "ukir", artisan="made", region="bali", made_in="jatim"),
    )


def region(name: str) -> Any:  # noqa: ANN401 - a RegionView
    made = island()
    return region_view(localized(made, "id"), made.records["region"][name])


def test_a_region_counts_what_lies_in_the_regions_directly_below_it_as_its_own() -> None:
    madura = region("madura")
    assert ids(madura.regions) == ["tanjungbumi"]
    assert ids(madura.products) == ["kain", "topi"]
    assert ids(madura.artisans) == ["dewi", "siti"]
    assert ids(madura.techniques) == ["celup", "tulis"]
    assert ids(madura.venues) == ["gerai"]
    assert ids(madura.trail) == ["jatim"]


def test_a_region_counts_what_lies_in_the_regions_further_below_it_as_its_own() -> None:
    province = region("jatim")
    assert ids(province.regions) == ["madura"]
    assert ids(province.products) == ["kain", "topi", "ukir"]
    assert ids(province.artisans) == ["dewi", "siti"]
    assert ids(province.venues) == ["gerai"]


def test_a_region_shows_nothing_of_its_neighbours_nor_of_the_region_above() -> None:
    assert ids(region("tanjungbumi").products) == ["topi"]
    assert ids(region("tanjungbumi").trail) == ["jatim", "madura"]
    assert ids(region("bali").products) == ["ukir"]
    assert region("bali").trail == ()


def test_a_piece_that_names_a_region_twice_is_there_once() -> None:
    made = gallery(record("region", "madura"), record("product", "kain", region="madura", made_in="madura"))
    assert ids(region_view(localized(made, "id"), made.records["region"]["madura"]).products) == ["kain"]


def test_a_topic_gathers_pieces_makers_and_the_regions_where_it_is_at_home_or_in_use() -> None:
    made = island()
    view = topic_view(localized(made, "id"), made.records["motif"]["awan"])
    assert ids(view.regions) == ["bali", "madura"]
    assert ids(view.products) == ["kain"]
    assert topic_view(localized(made, "id"), made.records["technique"]["tulis"]).artisans == ()


def test_a_maker_shows_the_portrait_the_place_and_the_pieces() -> None:
    made = gallery(
        record("region", "jatim", {"id": "Jawa Timur"}, level="province"),
        record("region", "kabupaten", {"id": "Kabupaten"}, parent="jatim"),
        record(
            "artisan",
            "siti",
            {"id": told("artisan", "Siti", quote="Saya membatik.")},
            [photo("muka.jpg"), photo("kain.jpg")],
            portrait="muka.jpg",
            since=1998,
            languages=("id", "mad"),
        ),
        record("product", "kain", artisans=("siti",)),
        record("product", "lain"),
    )
    view = artisan_view(localized(made, "id"), made.records["artisan"]["siti"])
    assert view.portrait is not None
    assert (view.portrait.width, view.portrait.height) == (900, 900)
    assert (view.quote, view.since, view.languages) == ("Saya membatik.", 1998, ("id", "mad"))
    assert ids(view.region) == ["jatim", "kabupaten"]
    assert ids(view.products) == ["kain"]


def test_a_collection_keeps_the_curators_order_and_passes_over_pieces_that_are_not_published() -> None:
    notes = {"c": "Terakhir dibuat.", "b": "Belum selesai."}
    source = gallery(
        record("product", "a"),
        record("product", "b", curation="draft"),
        record("product", "c"),
        record("venue", "utama"),
        record(
            "collection",
            "pameran",
            {"id": told("collection", "Pameran", notes=notes)},
            products=("c", "b", "a"),
            venue="utama",
        ),
    )
    view: Any = planned(source).outputs["collections/pameran/index.html"]
    assert [(stop.note, stop.card.path) for stop in view.view.stops] == [
        ("Terakhir dibuat.", "produk/c/"),
        ("", "produk/a/"),
    ]
    assert "Belum selesai." not in repr(view)
    assert view.view.venue.path == "venues/utama/"


def test_a_collection_without_its_venue_stands() -> None:
    made = gallery(record("collection", "pameran", products=()))
    view = collection_view(localized(made, "id"), made.records["collection"]["pameran"])
    assert (view.venue, view.stops) == (None, ())


def test_a_venue_shows_pieces_and_collections_that_are_there() -> None:
    made = gallery(
        record("venue", "utama", {"id": told("venue", "Galeri", directions="Naik bus.")}),
        record("product", "kain", on_display=[{"venue": "utama"}]),
        record("collection", "pameran", products=("kain",), venue="utama"),
    )
    view = venue_view(localized(made, "id"), made.records["venue"]["utama"])
    assert (ids(view.products), ids(view.collections), view.directions) == (
        ["kain"],
        ["pameran"],
        "Naik bus.",
    )


def test_an_article_shows_the_pieces_it_speaks_of_in_its_own_order() -> None:
    made = gallery(
        record("product", "a"), record("product", "b"), record("article", "berita", products=("b", "a"))
    )
    assert ids(article_view(localized(made, "id"), made.records["article"]["berita"]).products) == ["b", "a"]


def test_a_story_knows_where_its_links_and_photos_lead_and_which_lead_nowhere() -> None:
    made = gallery(
        record("motif", "awan", {"id": "Awan", "en": "Cloud"}),
        record(
            "article",
            "berita",
            {
                "id": told(
                    "article",
                    "Berita",
                    "[](motif:awan) [x](motif:gone) ![Kain](a.jpg)",
                    [Ref("motif", "awan"), Ref("motif", "gone"), Ref("motif", "awan")],
                )
            },
            [photo("a.jpg"), photo("b.jpg")],
        ),
    )
    story = article_view(localized(made, "en"), made.records["article"]["berita"]).record.story
    assert story.links == (("motif:awan", Link("en/motifs/awan/", "Cloud")),)
    assert [name for name, _ in story.pictures] == ["a.jpg"]


def test_the_page_of_a_record_shows_each_photo_once_and_leaves_none_out() -> None:
    steps = [{"title": "Nyanting", "photo": "step.jpg"}]
    story = "![Motif](batik-kain.jpg)"
    names = ["first.jpg", "kain.jpg", "batik-kain.jpg", "step.jpg"]
    made = gallery(
        record(
            "product",
            "kain",
            {"id": told("product", "Kain", story, process=steps)},
            [photo(n) for n in names],
        )
    )
    view = product_view(localized(made, "id"), made.records["product"]["kain"])
    shown = [
        picture.sources[-1].files[-1][0].split("/")[-1].rsplit("-", 1)[0] for picture in view.record.pictures
    ]
    assert shown == ["first", "kain"]
    assert "batik-kain.jpg" in dict(view.record.story.pictures)
    assert view.process[0].picture is not None
