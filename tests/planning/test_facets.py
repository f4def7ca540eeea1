"""What pieces can be chosen by: only what tells them apart, with counts, and a table that says which piece has what."""

from typing import Any

from galeri.model.facts_shared import Price
from galeri.model.outputs import Table
from galeri.model.views import Facet
from galeri.planning.facets import table
from tests.planning.makers import gallery, localized, record

REGIONS = (
    record("region", "jatim", level="province"),
    record("region", "tuban", parent="jatim"),
    record("region", "kepri", {"id": "Riau", "en": "Riau Islands"}, level="province"),
)


def facets(
    *pieces: Any,  # noqa: ANN401 - records of any kind
    tag: str = "id",
) -> tuple[dict[str, Facet], Table]:
    shown = gallery(
        *REGIONS, record("technique", "tulis", {"id": "Batik tulis"}), record("technique", "cap"), *pieces
    )
    found, output = table(localized(shown, tag), ("produk/",))
    data = output.data if output else Table(0, (), (), ())
    assert isinstance(data, Table)
    return {each.name: each for each in found}, data


def counts(facet: Facet) -> dict[str, int]:
    return {choice.key: choice.count for choice in facet.choices}


def has(made: Table, piece: int) -> set[str]:
    return {made.choices[number] for number in made.pieces[piece]}


def test_each_piece_has_its_own_choices_in_the_order_of_the_index() -> None:
    found, made = facets(
        record("product", "b", techniques=("tulis", "cap"), region="tuban", on_display=({"venue": "x"},)),
        record("product", "a", techniques=("tulis",), region="kepri", kind="wood"),
    )
    assert counts(found["technique"]) == {"tulis": 2, "cap": 1}
    assert counts(found["region"]) == {"jatim": 1, "kepri": 1}
    assert counts(found["craft"]) == {"textile": 1, "wood": 1}
    assert has(made, 0) == {"technique:tulis", "region:kepri", "craft:wood"}
    assert has(made, 1) == {"technique:tulis", "technique:cap", "region:jatim", "craft:textile", "shown:yes"}
    assert made.pages == ("produk/",)


def test_what_all_pieces_share_or_none_has_is_no_choice() -> None:
    found, _ = facets(record("product", "a", techniques=("cap",)), record("product", "b"))
    assert found.keys() == {"technique"}
    assert facets(record("product", "a"), record("product", "b"))[0] == {}
    assert facets()[0] == {}


def test_records_are_named_and_ordered_as_the_language_has_them_and_others_by_their_count() -> None:
    found, _ = facets(
        record("product", "a", region="kepri", techniques=("tulis", "cap"), kind="wood"),
        record("product", "b", region="tuban"),
        record("product", "c", region="tuban"),
        tag="en",
    )
    assert [(choice.text, choice.lang) for choice in found["region"].choices] == [
        ("jatim", "id"),
        ("Riau Islands", ""),
    ]
    assert [choice.text for choice in found["technique"].choices] == ["Batik tulis", "cap"]
    assert [choice.key for choice in found["craft"].choices] == ["textile", "wood"]


def test_a_technique_that_is_not_published_is_no_choice() -> None:
    found, made = facets(record("product", "a", techniques=("hilang", "cap")), record("product", "b"))
    assert counts(found["technique"]) == {"cap": 1}
    assert has(made, 0) == {"technique:cap"}


def test_prices_are_parted_at_round_amounts_so_that_each_has_one_range() -> None:
    amounts = (100_000, 180_000, 420_000, 730_000, 1_200_000, 1_250_000, 6_000_000, 9_900_000)
    pieces = [record("product", f"p{n}", price={"amount": amount}) for n, amount in enumerate(amounts)]
    found, made = facets(
        *pieces,
        record("product", "q", price="ask"),
        record("product", "r", price={"amount": 40, "currency": "USD"}),
    )
    choices = found["price"].choices
    assert [choice.key for choice in choices] == [
        "-400000",
        "400000-1000000",
        "1000000-6000000",
        "6000000-",
        "ask",
    ]
    assert [choice.count for choice in choices] == [2, 2, 3, 1, 1]
    assert (choices[0].least, choices[0].most) == (None, Price(amount=400_000))
    assert (choices[1].least, choices[1].most) == (Price(amount=400_000), Price(amount=1_000_000))
    assert [len([each for each in has(made, n) if each.startswith("price:")]) for n in range(10)] == [
        1
    ] * 9 + [0]


def test_a_certificate_is_a_choice() -> None:
    papers = ({"scheme": "sni", "number": "1"},)
    found, _ = facets(record("product", "a", certifications=papers), record("product", "b"))
    assert counts(found["certified"]) == {"yes": 1}
