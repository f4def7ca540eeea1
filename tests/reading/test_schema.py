"""Whatever breaks the schema is told once, where it was written, with what was likely meant."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.facts import ArtisanFacts, CollectionFacts, MaterialFacts, ProductFacts, VenueFacts
from galeri.model.facts_shared import Facts
from galeri.model.problem_codes import PROBLEMS
from galeri.model.values import Focus, Quantity
from galeri.model.words import ProductWords
from galeri.reading.schema import guess, place_of, validate
from galeri.reading.yaml_tree import parse


def problems(text: str, model: type[Facts] = ProductFacts) -> list[tuple[str, str]]:
    parsed = parse(text)
    _, found = validate(model, parsed.tree, "f.yaml", parsed.places)
    return [(problem.code, str(problem.place).removeprefix("f.yaml:")) for problem in found]


def values(text: str) -> dict[str, str]:
    parsed = parse(text)
    _, found = validate(ProductFacts, parsed.tree, "f.yaml", parsed.places)
    assert len(found) == 1, found
    return dict(found[0].values)


PLACES = [
    ("kind: textil", [("wrong-choice", "1:1")]),
    ("{}", [("missing-key", "1:1")]),
    ("kind: textile\nartisn: a", [("unknown-key", "2:1")]),
    ("kind: textile\nyear: '2025'", [("wrong-type", "2:1")]),
    ("kind: textile\nyear: yes", [("wrong-type", "2:1")]),
    ("kind: textile\ntechniques: batik", [("wrong-type", "2:1")]),
    ("kind: textile\ntechniques: [a, 1]", [("wrong-type", "2:17")]),
    ("kind: textile\nadded: 2026-02-30", [("bad-date", "2:1")]),
    ("kind: textile\nadded: 2026-2-3", [("bad-date", "2:1")]),
    ("kind: textile\nweight: 380", [("bad-weight", "2:1")]),
    ("kind: textile\nweight: 380 cm", [("bad-weight", "2:1")]),
    (
        "kind: textile\ndimensions:\n  length: 2 feet\n  widht: 3 cm",
        [("bad-length", "3:3"), ("unknown-key", "4:3")],
    ),
    (
        "kind: textile\nphotos:\n  - file: a.jpg\n    focus: middle\n  - file: b/c.jpg",
        [("bad-focus", "4:5"), ("bad-file-name", "5:5")],
    ),
    ("kind: textile\nphotos: [{file: a.jpg, focus: 101% 0%}]", [("bad-focus", "2:24")]),
    ("kind: textile\ncertifications: [{scheme: sni}, {grade: x}]", [("missing-key", "2:33")]),
    ("kind: textile\nheritage: [{register: wbtb, status: known}]", [("wrong-choice", "2:29")]),
    ("kind: textile\norder: {tokopedia: tokopedia.com/x}", [("bad-url", "2:9")]),
    ("kind: textile\nexport: {hs: '52'}", [("bad-hs-code", "2:10")]),
    ("kind: textile\nvideo: {}", [("video-source", "2:1")]),
    ("kind: textile\nvideo: {file: a.mp4, link: 'https://a.example/'}", [("video-source", "2:1")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_an_error_is_told_at_the_place_of_the_value_however_deep(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert problems(text) == expected


UNIONS = [
    ("edition: uniqe", "wrong-choice", "2:1"),
    ("edition: 25", "wrong-choice", "2:1"),
    ("edition: [unique]", "wrong-choice", "2:1"),
    ("edition: {limited: 0}", "out-of-range", "2:11"),
    ("edition: {limited: many}", "wrong-type", "2:11"),
    ("edition: {}", "missing-key", "2:1"),
    ("price: free", "bad-price", "2:1"),
    ("price: 1250000", "bad-price", "2:1"),
    ("price: Rp1.250.000", "bad-price", "2:1"),
    ("price: {amount: 12.5}", "bad-price", "2:9"),
    ("price: {amount: 0}", "bad-price", "2:9"),
    ("price: {amount: '1250000'}", "bad-price", "2:9"),
    ("price: {amount: 1, currency: rupiah}", "bad-price", "2:20"),
    ("price: {currency: IDR}", "missing-key", "2:1"),
    ("price: {amount: 1, as_of: soon}", "bad-date", "2:20"),
    ("price: {amount: 1, curency: IDR}", "unknown-key", "2:20"),
]


@pytest.mark.parametrize(("line", "code", "place"), UNIONS)
def test_a_value_that_may_be_written_in_two_ways_gives_one_problem(line: str, code: str, place: str) -> None:
    assert problems(f"kind: textile\n{line}") == [(code, place)]


OTHERS: list[tuple[type[Facts], str, list[tuple[str, str]]]] = [
    (VenueFacts, "position: [200, 1]", [("out-of-range", "1:12")]),
    (
        VenueFacts,
        "hours: [{days: [mon, thr], opens: 9:00, closes: '17:00'}]",
        [("wrong-choice", "1:22"), ("bad-time", "1:28")],
    ),
    (VenueFacts, "contact: {phone: 0812}", [("wrong-type", "1:11")]),
    (VenueFacts, "contact: {phone: '0812345678'}", [("bad-phone", "1:11")]),
    (VenueFacts, "contact: {email: a@b}", [("wrong-type", "1:11")]),
    (ArtisanFacts, "kind: person", [("missing-key", "1:1")]),
    (ArtisanFacts, "kind: person\nregion: a\nconsent: {name: maybe}", [("wrong-type", "3:11")]),
    (ArtisanFacts, "kind: person\nregion: a\nverified: {on: 2026-01-01}", [("missing-key", "3:1")]),
    (
        CollectionFacts,
        "products: [a]\nopens: 2026-02-01\ncloses: 2026-01-01",
        [("closes-before-opens", "3:1")],
    ),
    (MaterialFacts, "same_as: ['ftp://x.example/']", [("bad-url", "1:11")]),
]


@pytest.mark.parametrize(("model", "text", "expected"), OTHERS)
def test_every_kind_of_record_tells_its_errors_the_same_way(
    model: type[Facts], text: str, expected: list[tuple[str, str]]
) -> None:
    assert problems(text, model) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kind: textil", "textile"),
        ("kind: Textile", "textile"),
        ("kind: textile\nartisn: a", "artisan"),
        ("kind: textile\nphotos: [{file: a.jpg, licens: x}]", "licence"),
        ("kind: textile\ndimensions: {widht: 3 cm}", "width"),
        ("kind: textile\ncuration: aproved", "approved"),
        ("kind: textile\nheritage: [{register: wbtb, status: recorded, numbr: 1}]", "number"),
        ("kind: textile\nedition: uniqe", "unique"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_was_likely_meant(text: str, told: str) -> None:
    assert values(text)["guess"] == told


def test_what_resembles_nothing_is_told_without_a_guess() -> None:
    assert "guess" not in values("kind: textile\nzzzz: 1")
    assert guess("qqq", ["artisan", "region"]) == {}
    assert guess("artisn", []) == {}


def test_the_field_named_register_is_called_so_to_the_curator() -> None:
    assert values("kind: textile\nheritage: [{status: recorded}]") == {"key": "register"}


def test_a_long_value_is_shown_in_part() -> None:
    shown = values(f"kind: textile\nyear: {'9' * 80}x")["value"]
    assert shown == "9" * 57 + "…"


@pytest.mark.parametrize("tree", [None, [], "text", 5])
def test_what_is_no_mapping_is_told_at_the_start(tree: object) -> None:
    made, found = validate(MaterialFacts, tree, "f.yaml", {}, 3)
    assert made is None
    assert [(problem.code, str(problem.place)) for problem in found] == [("not-a-mapping", "f.yaml:3:1")]


def test_the_place_of_a_part_that_is_not_written_is_that_of_the_nearest_part_above() -> None:
    places = {("a",): (2, 1), ("a", 0): (3, 3)}
    assert str(place_of("f", ("a", 0, "b", "c"), places)) == "f:3:3"
    assert str(place_of("f", ("a", 1), places)) == "f:2:1"
    assert str(place_of("f", ("b",), places)) == "f:1:1"
    assert str(place_of("f", ("a",), places, first_line=5)) == "f:6:1"


def test_good_facts_are_read_with_their_units_and_defaults() -> None:
    parsed = parse(
        "kind: textile\nartisan: a\nartisans: [b, a]\ndimensions: {length: 2.5 m}\nweight: 380g\n"
        "edition: {limited: 25}\nprice: ask\nphotos: [{file: a.jpg, focus: 0% 100%}, {file: b.jpg}]\n"
        "certifications: [{scheme: halal, number: 12}]\nadded: 2026-11-01"
    )
    facts, found = validate(ProductFacts, parsed.tree, "f.yaml", parsed.places)
    assert found == []
    assert facts is not None
    assert facts.makers == ("a", "b")
    assert facts.dimensions.length == Quantity(2.5, "m")
    assert facts.weight == Quantity(380, "g")
    assert [photo.focus for photo in facts.photos] == [Focus(0, 100), Focus(50, 50)]
    assert facts.certifications[0].number == "12"
    assert facts.curation == "draft"


def test_text_is_composed_and_trimmed_and_invisible_characters_are_refused() -> None:
    words, found = validate(ProductWords, {"title": " cafe\u0301 "}, "w.md", {})
    assert found == []
    assert words is not None
    assert words.title == "café"
    _, found = validate(ProductWords, {"title": "a\x08"}, "w.md", {})
    assert [problem.code for problem in found] == ["control-character"]
    _, found = validate(ProductWords, {"title": "  "}, "w.md", {})
    assert [problem.code for problem in found] == ["empty-text"]


KEYS = st.sampled_from([*ProductFacts.model_fields, "limited", "amount", "file", "words", "x"])
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(
        ["textile", "ask", "unique", "a.jpg", "50% 50%", "2026-01-01", "2 cm", "IDR", "https://a.example/"]
    )
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, TREES, max_size=6))
def test_no_tree_breaks_the_schema_and_what_is_refused_is_told_with_a_known_code(
    tree: dict[str, Any],
) -> None:
    made, found = validate(ProductFacts, tree, "f.yaml", {})
    assert (made is None) == bool(found)
    assert {problem.code for problem in found} <= PROBLEMS.keys()
