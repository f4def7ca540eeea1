"""The page of a piece shows the piece whole, and pieces near it without favour."""

from collections import Counter

import pytest

from galeri.model.facts_shared import Price
from galeri.model.values import Quantity
from galeri.model.views import ProductView
from galeri.planning.product_views import RELATED, product_view
from tests.planning.makers import gallery, localized, photo, record, told


def related(shown: dict[str, ProductView], name: str) -> list[str]:
    return [card.path.split("/")[-2] for card in shown[name].related]


def views(*records: object) -> dict[str, ProductView]:
    made = gallery(*records)  # type: ignore[arg-type]
    teller = localized(made, "id")
    return {name: product_view(teller, piece) for name, piece in made.records["product"].items()}


@pytest.mark.parametrize("count", [1, 2, 8, 9, 10, 40])
def test_a_piece_is_never_related_to_itself_and_has_at_most_eight_relatives(count: int) -> None:
    shown = views(
        record("artisan", "siti"),
        *(record("product", f"p{n:02}", artisan="siti", techniques=("tulis",)) for n in range(count)),
        record("technique", "tulis"),
    )
    for name in shown:
        found = related(shown, name)
        assert name not in found
        assert len(found) == len(set(found)) == min(RELATED, count - 1)


def test_the_pieces_of_a_large_circle_show_one_another_evenly() -> None:
    shown = views(
        record("artisan", "siti"), *(record("product", f"p{n:02}", artisan="siti") for n in range(30))
    )
    counts = Counter(name for each in shown for name in related(shown, each))
    assert set(counts.values()) == {RELATED}
    assert len(counts) == 30


def test_relatives_come_by_maker_then_motif_then_region_then_technique() -> None:
    shown = views(
        record("artisan", "siti"),
        record("motif", "awan"),
        record("region", "kabupaten"),
        record("technique", "tulis"),
        record("product", "m", artisan="siti", motifs=("awan",), region="kabupaten", techniques=("tulis",)),
        record("product", "a-technique", techniques=("tulis",)),
        record("product", "b-region", region="kabupaten"),
        record("product", "c-motif", motifs=("awan",)),
        record("product", "d-maker", artisan="siti"),
        record("product", "e-stranger"),
    )
    assert related(shown, "m") == ["d-maker", "c-motif", "b-region", "a-technique"]
    assert related(shown, "e-stranger") == []


def test_a_piece_of_several_makers_is_related_to_the_pieces_of_each() -> None:
    shown = views(
        record("artisan", "a"),
        record("artisan", "b"),
        record("product", "both", artisans=("a", "b")),
        record("product", "one", artisan="a"),
        record("product", "other", artisan="b"),
    )
    assert related(shown, "both") == ["one", "other"]


def test_everything_that_the_facts_and_words_hold_is_on_the_page() -> None:
    steps = [{"title": "Nyanting", "text": "Malam.", "photo": "b.jpg"}, {"title": "Mewarna"}]
    made = gallery(
        record("region", "jatim", {"id": "Jawa Timur", "en": "East Java"}, level="province"),
        record("region", "kabupaten", {"id": "Kabupaten", "en": "Regency"}, parent="jatim"),
        record("region", "kota", {"id": "Kota"}, level="city"),
        record("artisan", "siti", {"id": "Kelompok"}),
        record("technique", "tulis", {"id": "Tulis", "en": "Hand drawn"}),
        record("material", "katun", {"id": "Katun"}),
        record("motif", "awan", {"id": "Awan"}),
        record("venue", "utama", {"id": "Galeri"}),
        record("collection", "pameran", {"id": "Pameran"}, products=("kain",)),
        record(
            "product",
            "kain",
            {
                "id": told("product", "Kain", process=steps, philosophy="Makna.", care="Cuci."),
                "en": told("product", "Cloth", philosophy="Meaning.", claims="tradition"),
            },
            [photo("a.jpg"), photo("b.jpg")],
            artisan="siti",
            region="kabupaten",
            made_in="kota",
            designed_in="kabupaten",
            techniques=("tulis",),
            materials=("katun",),
            motifs=("awan",),
            dimensions={"length": "200 cm"},
            weight="380 g",
            year=2025,
            edition={"limited": 25},
            price={"amount": 1250000},
            order={"whatsapp": "council", "shopee": "https://shopee.example/1"},
            on_display=[{"venue": "utama", "since": "2026-10-01"}],
        ),
        contact={"whatsapp": "+6280000000000"},
    )
    view = product_view(localized(made, "en"), made.records["product"]["kain"])
    assert (view.record.title, view.record.lang, view.philosophy, view.care) == ("Cloth", "", "Meaning.", "")
    assert view.claims == "tradition"
    assert [(link.text, link.lang) for link in view.region] == [("East Java", ""), ("Regency", "")]
    assert view.made_in is not None
    assert (view.made_in.text, view.made_in.lang) == ("Kota", "id")
    assert [card.title for card in view.makers] == ["Kelompok"]
    assert [link.text for link in view.techniques] == ["Hand drawn"]
    assert [link.text for link in view.materials] == ["Katun"]
    assert [card.title for card in view.motifs] == ["Awan"]
    assert view.dimensions.length == Quantity(200, "cm")
    assert view.weight == Quantity(380, "g")
    assert (view.year, view.edition, view.limited, view.ask) == (2025, "", 25, False)
    assert view.price == Price(amount=1250000)
    assert (view.order.whatsapp, view.order.shopee) == ("+6280000000000", "https://shopee.example/1")
    assert [seen.venue.text for seen in view.seen] == ["Galeri"]
    assert [link.text for link in view.collections] == ["Pameran"]
    assert view.process == ()
    indonesian = product_view(localized(made, "id"), made.records["product"]["kain"])
    assert [(step.title, step.picture is not None) for step in indonesian.process] == [
        ("Nyanting", True),
        ("Mewarna", False),
    ]
    assert (indonesian.philosophy, indonesian.care, indonesian.claims) == ("Makna.", "Cuci.", "")


def test_a_price_on_request_is_no_price() -> None:
    view = views(record("product", "kain", price="ask"))["kain"]
    assert view.ask
    assert view.price is None


@pytest.mark.parametrize(
    ("order", "council", "expected"),
    [
        ("council", "+6280000000000", "+6280000000000"),
        ("council", None, ""),
        ("artisan", "+6280000000000", "+6281111111111"),
        (None, "+6280000000000", ""),
    ],
)
def test_orders_by_whatsapp_go_to_whom_the_facts_name(
    order: str | None, council: str | None, expected: str
) -> None:
    made = gallery(
        record("artisan", "siti", {"id": "Siti"}, contact={"whatsapp": "+6281111111111"}),
        record("product", "kain", artisan="siti", order={"whatsapp": order}),
        contact={"whatsapp": council},
    )
    assert product_view(localized(made, "id"), made.records["product"]["kain"]).order.whatsapp == expected


def test_what_a_buyer_of_food_must_know_is_on_the_page() -> None:
    food = record("product", "dodol", kind="food", shelf_life="6 months", halal=False)
    shown = views(food, record("product", "kain"))
    assert (shown["dodol"].shelf_life, shown["dodol"].halal) == (Quantity(6, "month"), False)
    assert (shown["kain"].shelf_life, shown["kain"].halal) == (None, None)
