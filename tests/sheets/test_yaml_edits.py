"""Editing YAML changes what it is told to, and no other character."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.reading.yaml_tree import Tree, parse
from galeri.sheets.trees import ABSENT, at, put, without
from galeri.sheets.yaml_edits import Edit, UneditableError, edited
from galeri.sheets.yaml_writing import document

FACTS = """\
# A cloth.
kind: textile   # not wood
dimensions: {length: 200 cm,  width: 105 cm}

price:
  # as told in the market
  amount: 5   # in rupiah
  currency: IDR

photos:
  - {file: 01.jpg,  role: piece}   # the whole
  - file: 02.jpg
    role: process
note: |
  two
  lines

# Nobody knows.
year:
last: "x"   # the end
"""
ENTRIES = (
    "{key}: plain {n}   # why\n",
    "# about {key}\n{key}: 'it''s {n}'\n",
    '{key}:    "\\u00e9 {n}"\n\n',
    "{key}: [a{n},  b, c]  # three\n",
    "{key}:\n- a{n}\n# between\n- b\n",
    "{key}:\n    - {{x: {n},   y: [1, 2]}}\n    - x: 2\n      y: z\n",
    "{key}: {{one: {n}, two: {{three: 3}}}}\n",
    "{key}:\n  one: {n}   # first\n  # second\n  two:\n    three: 3\n",
    "{key}: |\n  line {n}\n\n  line\n\n",
    "{key}: >-\n  folded {n}\n  text\n",
    "{key}: plain {n}\n  that goes on\n",
    "{key}:   # nothing\n",
    "{key}: ~\n",
    "{key}: 2026-11-{n:02}\n",
    "😀{key}: é😀 {n}\n",
)
"""What an author may write for one field, in every style that YAML has."""

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    [
        "no",
        "1e3",
        "0o17",
        "~",
        "a: b",
        "- a",
        "#a",
        "a #b",
        "12:30",
        "2026-01-02",
        "a\nb\n",
        " a ",
        "'",
        "x,y]",
        "=1",
    ]
)
VALUE: st.SearchStrategy[Any] = st.recursive(
    TEXT | st.integers(-(10**9), 10**9) | st.booleans(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXT, inner, min_size=1, max_size=3)
    ),
    max_leaves=4,
)


@st.composite
def written(draw: st.DrawFn) -> list[str]:
    styles = draw(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return [style.format(key=f"k{n}", n=n).replace("\n", newline) for n, style in enumerate(styles, 1)]


def paths(tree: Tree, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path for key, value in inside for path in ((*above, key), *paths(value, (*above, key)))]


@given(written(), VALUE, st.data())
def test_a_value_that_is_set_changes_its_own_field_and_no_other_byte(
    entries: list[str], value: Tree, data: st.DataObject
) -> None:
    text = "".join(entries)
    tree = parse(text).tree
    path = data.draw(st.sampled_from(paths(tree)))
    made = edited(text, [Edit(path, value)])
    assert parse(made).tree == put(tree, path, value)
    index = list(tree).index(path[0])
    assert made.startswith("".join(entries[:index]))
    assert made.endswith("".join(entries[index + 1 :]))
    assert ("\r\n" in made) >= ("\r\n" in text)
    assert made.count("\n") == made.count("\r\n") or "\r\n" not in text


@given(written(), TEXT.filter(bool), VALUE, st.data())
def test_a_field_that_is_added_adds_lines_and_changes_none(
    entries: list[str], key: str, value: Tree, data: st.DataObject
) -> None:
    text = "".join(entries)
    tree = parse(text).tree
    homes: list[tuple[str | int, ...]] = [
        (),
        *(path for path in paths(tree) if isinstance(at(tree, path), dict)),
    ]
    path = (*data.draw(st.sampled_from(homes)), f"new {key}")
    made = edited(text, [Edit(path, value)])
    assert parse(made).tree == put(tree, path, value)
    index = list(tree).index(path[0]) if len(path) > 1 else len(entries) - 1
    assert made.startswith("".join(entries[:index]))
    assert made.endswith("".join(entries[index + 1 :]))
    rest = iter(made)
    assert all(char in rest for char in text), "every character is still there, in order"


@given(written(), st.data())
def test_a_value_that_is_taken_out_takes_no_other_line_with_it(
    entries: list[str], data: st.DataObject
) -> None:
    text = "".join(entries)
    tree = parse(text).tree
    path = data.draw(st.sampled_from(paths(tree)))
    wanted = without(tree, path)
    if not wanted:
        return
    made = edited(text, [Edit(path, ABSENT)])
    assert parse(made).tree == wanted
    index = list(tree).index(path[0])
    assert made.startswith("".join(entries[:index]))
    assert made.endswith("".join(entries[index + 1 :]))


@given(st.dictionaries(TEXT.filter(bool), VALUE, min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_it_was(tree: Tree) -> None:
    assert parse(document(tree)).tree == tree


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("kind",), "wood", "kind: textile   #", "kind: wood   #"),
        (("dimensions", "length"), "3 m", "length: 200 cm,  w", "length: 3 m,  w"),
        (("dimensions", "height"), "2 m", "105 cm}", "105 cm, height: 2 m}"),
        (("price", "amount"), 7, "amount: 5   #", "amount: 7   #"),
        (("price", "as_of"), "2026-01-02", "IDR\n", "IDR\n  as_of: 2026-01-02\n"),
        (("photos", 1, "role"), "place", "role: process\n", "role: place\n"),
        (("photos", 2), {"file": "03.jpg"}, "process\n", "process\n  - {file: 03.jpg}\n"),
        (("photos", 1), ABSENT, "  - file: 02.jpg\n    role: process\n", ""),
        (("note",), "no\nway", "|\n  two\n  lines\n", "|-\n  no\n  way\n"),
        (("year",), 1990, "year:\n", "year: 1990\n"),
        (("weight",), "380 g", "# the end\n", "# the end\nweight: 380 g\n"),
    ],
)
def test_edits_are_as_small_as_an_author_would_make_them(
    path: tuple[str | int, ...], value: Tree, old: str, new: str
) -> None:
    assert FACTS.count(old) == 1
    assert edited(FACTS, [Edit(path, value)]) == FACTS.replace(old, new)


@pytest.mark.parametrize("text", ["a: &x {b: 1}\nc: *x\n", "a: &x 1\nb: *x\n", "a: {b: &x 1}\nc: *x\n"])
def test_a_value_that_another_repeats_is_not_changed(text: str) -> None:
    path = ("a", "b") if "{" in text else ("a",)
    with pytest.raises(UneditableError):
        edited(text, [Edit(path, 2)])


def test_an_empty_file_gets_its_first_field() -> None:
    assert edited("# nothing yet\n", [Edit(("kind",), "wood")]) == "# nothing yet\nkind: wood\n"
    assert edited("", [Edit(("kind",), "wood")]) == "kind: wood\n"
    assert edited("{}\n", [Edit(("kind",), "wood")]) == "{kind: wood}\n"


def test_letters_of_every_alphabet_stay_what_they_are() -> None:
    assert all(char in document({"a": string.ascii_letters + "éꦗرअ"}) for char in "éꦗرअ")
