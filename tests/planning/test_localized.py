"""A gallery told in one language: sorted as it sorts, and in other words only where its own are missing."""

import random

import pytest

from galeri.model.records import Ref
from tests.planning.makers import gallery, localized, photo, record, told

SORTED = [
    # language, titles in its order
    ("id", ["akar", "Álamo", "anyaman", "Batik", "batu", "Zaitun"]),
    ("id", ["Motif 2", "Motif 10", "Motif 101"]),
    ("sv", ["Apelsin", "ek", "Zebra", "ål", "ängel", "ö"]),
    ("en", ["ål", "ängel", "Apelsin", "ek", "ö", "Zebra"]),
    ("ar", ["إبريق", "بساط", "تحفة", "ثوب", "Batik"]),
    ("jv-Java", ["akar", "Batik", "zaitun", "ꦏꦮꦸꦁ", "ꦲꦏ꧀ꦱꦫ"]),
]


@pytest.mark.parametrize(("tag", "titles"), SORTED)
def test_records_are_sorted_as_their_language_sorts(tag: str, titles: list[str]) -> None:
    mixed = titles.copy()
    random.Random(1).shuffle(mixed)
    shown = gallery(
        *(record("material", f"m{index}", {"id": "?", tag: title}) for index, title in enumerate(mixed)),
        tags=dict.fromkeys(["id", tag]),
    )
    teller = localized(shown, tag)
    assert [card.title for card in teller.cards(shown.records["material"].values())] == titles


def test_records_of_the_same_title_are_sorted_by_id_so_that_the_order_never_changes() -> None:
    shown = gallery(*(record("material", name, {"id": "Katun"}) for name in ("c", "a", "b")))
    assert [each.id for each in localized(shown, "id").by_title(shown.records["material"].values())] == [
        "a",
        "b",
        "c",
    ]


def test_missing_words_are_taken_from_the_default_language_and_marked_as_such() -> None:
    shown = gallery(
        record("motif", "awan", {"id": "Awan", "en": "Cloud"}), record("motif", "hujan", {"id": "Hujan"})
    )
    teller = localized(shown, "en")
    assert [(card.title, card.lang) for card in teller.cards(shown.records["motif"].values())] == [
        ("Cloud", ""),
        ("Hujan", "id"),
    ]
    link = teller.link(Ref("motif", "hujan"))
    assert (link.path, link.text, link.lang) == ("en/motifs/hujan/", "Hujan", "id")
    assert localized(shown, "id").link(Ref("motif", "hujan")).lang == ""


def test_words_of_a_third_language_never_stand_in() -> None:
    shown = gallery(record("motif", "awan", {"id": "Awan", "ar": "سحاب"}), tags=["id", "en", "ar"])
    assert localized(shown, "en").link(Ref("motif", "awan")).text == "Awan"


def test_links_lead_only_to_records_that_are_there_in_the_order_they_were_named() -> None:
    shown = gallery(record("technique", "b"), record("technique", "a"))
    teller = localized(shown, "id")
    assert [link.text for link in teller.links("technique", ["b", "gone", "a"])] == ["b", "a"]
    assert teller.maybe("technique", "gone") is None
    assert teller.maybe("technique", None) is None


def test_a_card_names_makers_and_region_in_the_pages_language() -> None:
    shown = gallery(
        record("region", "kabupaten", {"id": "Kabupaten", "en": "Regency"}),
        record("artisan", "siti", {"id": "Kelompok", "en": "Group"}),
        record("product", "kain", {"id": "Kain"}, artisan="siti", region="kabupaten"),
    )
    card = localized(shown, "en").card(shown.records["product"]["kain"])
    assert (card.kind, card.type, card.path) == ("product", "textile", "en/products/kain/")
    assert (card.title, card.lang) == ("Kain", "id")
    assert [maker.text for maker in card.makers] == ["Group"]
    assert card.region
    assert card.region.text == "Regency"
    place = localized(shown, "en").card(shown.records["region"]["kabupaten"])
    assert (place.type, place.makers, place.region) == ("regency", (), None)


def test_the_maker_and_the_region_of_a_card_say_the_language_of_their_words() -> None:
    shown = gallery(
        record("region", "kabupaten", {"id": "Kabupaten"}),
        record("artisan", "siti", {"id": "Kelompok", "en": "Group"}),
        record("product", "kain", {"id": "Kain", "en": "Cloth"}, artisan="siti", region="kabupaten"),
    )
    card = localized(shown, "en").card(shown.records["product"]["kain"])
    assert [maker.lang for maker in card.makers] == [""]
    assert card.region
    assert card.region.lang == "id"


BORROWING = (
    record("region", "provinsi", level="province"),
    record("region", "kabupaten", parent="provinsi"),
    record("technique", "tulis"),
    record("motif", "awan"),
    record("product", "a", region="kabupaten", techniques=("tulis",), motifs=("awan",)),
    record(
        "product", "b", None, [photo("b.jpg")], region="kabupaten", techniques=("tulis",), motifs=("awan",)
    ),
    record("collection", "x", products=("a", "b")),
    record("collection", "y", products=("a",)),
)


@pytest.mark.parametrize(
    ("kind", "name", "borrows"),
    [
        ("region", "kabupaten", True),
        ("region", "provinsi", True),
        ("technique", "tulis", True),
        ("collection", "x", True),
        ("collection", "y", False),
        ("motif", "awan", False),
        ("product", "a", False),
    ],
)
def test_what_has_no_photo_borrows_that_of_its_first_piece_but_a_motif_or_a_piece_does_not(
    kind: str, name: str, *, borrows: bool
) -> None:
    shown = gallery(*BORROWING)
    teller = localized(shown, "id")
    picture = teller.card(shown.records[kind][name]).picture
    assert (picture is not None) == borrows
    assert not picture or picture == teller.card(shown.records["product"]["b"]).picture


def test_a_makers_card_is_square_as_portraits_are() -> None:
    shown = gallery(record("artisan", "siti", None, [photo("a.jpg")]))
    picture = localized(shown, "id").card(shown.records["artisan"]["siti"]).picture
    assert picture
    assert picture.width == picture.height


PHOTOS = [photo("a.jpg"), photo("b.jpg", credit="Dewi", licence="CC0-1.0")]


def test_each_photo_has_its_words_in_the_pages_language_else_in_the_default_one() -> None:
    shown = gallery(
        record(
            "motif",
            "awan",
            {
                "id": told("motif", "Awan", photos={"a.jpg": {"alt": "satu"}, "b.jpg": {"alt": "dua"}}),
                "en": told("motif", "Cloud", photos={"a.jpg": {"alt": "one", "caption": "first"}}),
            },
            PHOTOS,
        ),
        licence="CC-BY-4.0",
    )
    motif = shown.records["motif"]["awan"]
    first, second = (localized(shown, "en").picture(motif, each, "page") for each in motif.photos)
    assert (first.alt, first.caption, first.lang, first.licence) == ("one", "first", "", "CC-BY-4.0")
    assert (second.alt, second.caption, second.lang, second.licence) == ("dua", "", "id", "CC0-1.0")
    assert second.credit == "Dewi"


def test_a_photo_s_credit_is_said_in_the_page_s_language_else_as_the_facts_have_it() -> None:
    words = {"b.jpg": {"alt": "two", "credit": "Drawn by Dewi"}}
    shown = gallery(
        record(
            "motif",
            "awan",
            {"id": told("motif", "Awan"), "en": told("motif", "Cloud", photos=words)},
            PHOTOS,
        )
    )
    motif = shown.records["motif"]["awan"]
    credits_ = [localized(shown, tag).picture(motif, motif.photos[1], "page").credit for tag in ("id", "en")]
    assert credits_ == ["Dewi", "Drawn by Dewi"]


def test_a_photo_without_words_has_an_empty_alternative_text_and_no_other_language() -> None:
    shown = gallery(record("motif", "awan", {"id": "Awan"}, PHOTOS))
    motif = shown.records["motif"]["awan"]
    picture = localized(shown, "en").picture(motif, motif.photos[0], "page")
    assert (picture.alt, picture.lang) == ("", "")


def test_every_file_that_a_picture_names_is_planned_and_its_size_is_that_of_the_widest() -> None:
    shown = gallery(record("motif", "awan", {"id": "Awan"}, PHOTOS))
    motif = shown.records["motif"]["awan"]
    teller = localized(shown, "id")
    picture = teller.picture(motif, motif.photos[0], "card")
    named = {path for source in picture.sources for path, _ in source.files}
    assert named == teller.photos.images.keys()
    assert all(path.startswith("images/motifs/awan/a-") for path in named)
    assert picture.width == max(width for source in picture.sources for _, width in source.files)
    assert abs(picture.width / picture.height - 4 / 5) < 0.01
