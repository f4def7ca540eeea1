"""Links to records are found where a reader would see them, with the place of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.records import Ref
from galeri.reading.stories import links


def found(markdown: str) -> list[tuple[str, int, int]]:
    return [(f"{link.ref.kind}:{link.ref.id}", link.line, link.column) for link in links(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[Siti](artisan:siti)", [("artisan:siti", 1, 8)]),
        ("[](motif:tong-centong)", [("motif:tong-centong", 1, 4)]),
        ("a [b](motif:c) d [e](region:f)", [("motif:c", 1, 7), ("region:f", 1, 22)]),
        ("One\n\ntwo [x](material:é) three\n", [("material:é", 3, 9)]),
        ('[x](motif:m "Title")', [("motif:m", 1, 5)]),
        ("[x](<motif:m>)", [("motif:m", 1, 6)]),
        ("[x]( motif:m )", [("motif:m", 1, 6)]),
        ("[x][a]\n\n[a]: motif:m", [("motif:m", 3, 6)]),
        ("[![alt](foto.jpg)](artisan:siti)", [("artisan:siti", 1, 20)]),
        ("[`code`](motif:m)", [("motif:m", 1, 10)]),
        ("[x](nothing:m)", [("nothing:m", 1, 5)]),
    ],
)
def test_a_link_to_a_record_is_found_with_its_place(
    markdown: str, expected: list[tuple[str, int, int]]
) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](https://example.org/motif:m)",
        "[x](http://example.org)",
        "[x](mailto:a@example.org)",
        "[x](tel:+62812)",
        "[x](javascript:alert)",
        "[x](/motif:m)",
        "[x](foto.jpg)",
        "artisan:siti and (artisan:siti)",
        "[x] (motif:m)",
    ],
)
def test_what_is_no_link_to_a_record_is_passed_over(markdown: str) -> None:
    assert found(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "`[x](motif:m)`",
        "a ``[x](motif:m) ` `` b",
        "```\n[x](motif:m)\n```",
        "~~~\n[x](motif:m)\n\n[y](motif:m)\n~~~",
        "````\n```\n[x](motif:m)\n```\n````",
        "```yaml\n[x](motif:m)",
        "~~~\n```\n[x](motif:m)\n~~~",
    ],
)
def test_code_holds_no_links(markdown: str) -> None:
    assert found(markdown) == []


def test_a_link_after_code_is_found() -> None:
    assert found("```\n[x](motif:m)\n```\n[y](motif:n) `c` [z](motif:o)") == [
        ("motif:n", 4, 5),
        ("motif:o", 4, 22),
    ]


@pytest.mark.parametrize("kind", ["Artisan", "ARTISAN"])
def test_a_kind_in_capitals_is_found_too_so_that_its_misspelling_is_told(kind: str) -> None:
    assert found(f"[Siti]({kind}:siti)") == [(f"{kind}:siti", 1, 8)]


IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="`[]()\\~<"), max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, IDS), max_size=5))
def test_every_link_of_a_story_is_found_at_its_line_and_column(parts: list[tuple[str, str, str]]) -> None:
    lines = [f"{before}[{text}](product:{name})" for before, text, name in parts]
    assert [link.ref for link in links("\n".join(lines))] == [Ref("product", name) for *_, name in parts]
    for link in links("\n".join(lines)):
        assert lines[link.line - 1][link.column - 1 :].startswith(f"product:{link.ref.id})")


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    list(links(text))
