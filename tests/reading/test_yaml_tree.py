"""The text of a record's YAML keeps its meaning, each value knows its place, and no text breaks the reader."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from galeri.reading.yaml_tree import MAX_DEPTH, MAX_NODES, YamlError, parse

SCALARS = [
    # text that YAML 1.1 takes for something else
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("Y", "Y"),
    ("12:30", "12:30"),
    ("1:20:30", "1:20:30"),
    ("2026-11-01", "2026-11-01"),
    ("2026-11-01T09:00:00Z", "2026-11-01T09:00:00Z"),
    ("1_000", "1_000"),
    ("0b101", "0b101"),
    ("=", "="),
    ("<<", "<<"),
    # null
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("nULL", "nULL"),
    # booleans
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    # whole numbers
    ("0", 0),
    ("-12", -12),
    ("+12", 12),
    ("0o17", 15),
    ("017", 17),
    ("0x1F", 31),
    ("0o18", "0o18"),
    ("3273014107850001", 3273014107850001),
    ("9" * 60, int("9" * 60)),
    # fractions
    ("1.5", 1.5),
    (".5", 0.5),
    ("1.", 1.0),
    ("1e3", 1000.0),
    ("-2.5E-3", -0.0025),
    ("1.2.3", "1.2.3"),
    (".", "."),
    ("+", "+"),
    # quotes make text
    ("'no'", "no"),
    ('"12"', "12"),
    ('"\\u00e9"', "é"),
    ("'~'", "~"),
]


@pytest.mark.parametrize(("written", "read"), SCALARS)
def test_a_scalar_means_what_yaml_1_2_says_and_dates_stay_text(written: str, read: object) -> None:
    value = parse(f"key: {written}").tree["key"]
    assert value == read
    assert type(value) is type(read)


def test_as_text_keeps_every_scalar_as_it_was_written() -> None:
    written = "nik: 0012\nhas: no\nphone: +6281\nnothing: ~\nlist: [1e3, true]"
    assert parse(written, as_text=True).tree == {
        "nik": "0012",
        "has": "no",
        "phone": "+6281",
        "nothing": "~",
        "list": ["1e3", "true"],
    }


@pytest.mark.parametrize("digits", [399, 400, 4300, 5000])
def test_a_number_of_any_length_is_read_without_an_error(digits: int) -> None:
    assert parse("n: " + "9" * digits).tree["n"] > 10**300


def test_keys_are_text_however_they_look() -> None:
    assert parse("no: 1\n12: 2\nnull: 3\n2026-01-01: 4").tree == {
        "no": 1,
        "12": 2,
        "null": 3,
        "2026-01-01": 4,
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\n\n"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert parse(text).tree is None


def test_every_key_given_twice_is_reported_at_its_place_and_the_first_value_is_kept() -> None:
    parsed = parse("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n")
    assert parsed.tree == {"a": 1, "b": {"c": 1}}
    assert [(error.code, error.line, error.column, error.values) for error in parsed.errors] == [
        ("duplicate-key", 2, 11, {"key": "c"}),
        ("duplicate-key", 3, 1, {"key": "a"}),
        ("duplicate-key", 4, 1, {"key": "a"}),
    ]


def test_places_are_those_of_the_values_that_are_kept() -> None:
    parsed = parse("a: [x, y]\nb: {c: 1}\na: [p, q, r]\nb: {c: 2}\n")
    assert parsed.tree == {"a": ["x", "y"], "b": {"c": 1}}
    assert parsed.places["a",] == (1, 1)
    assert parsed.places["a", 0] == (1, 5)
    assert parsed.places["a", 1] == (1, 8)
    assert parsed.places["b", "c"] == (2, 5)


def test_the_place_of_every_key_and_item_is_exact() -> None:
    text = (
        "judul: Kain é dan あ\n"  # letters of two and three bytes before nothing else on the line
        "photos:\n"
        "  - {file: é.jpg, focus: 5% 5%}\n"
        "  - file: b.jpg\n"
        "    alt: >\n"
        "      long\n"
        "      text\n"
        "deep: {あ: {b: [1, [2]]}}\n"
    )
    assert dict(parse(text).places) == {
        ("judul",): (1, 1),
        ("photos",): (2, 1),
        ("photos", 0): (3, 5),
        ("photos", 0, "file"): (3, 6),
        ("photos", 0, "focus"): (3, 19),
        ("photos", 1): (4, 5),
        ("photos", 1, "file"): (4, 5),
        ("photos", 1, "alt"): (5, 5),
        ("deep",): (8, 1),
        ("deep", "あ"): (8, 8),
        ("deep", "あ", "b"): (8, 12),
        ("deep", "あ", "b", 0): (8, 16),
        ("deep", "あ", "b", 1): (8, 19),
        ("deep", "あ", "b", 1, 0): (8, 20),
    }


BROKEN = [
    ("a: 'x", "invalid-yaml", 1),
    ("a: 1\nb: c: d", "invalid-yaml", 2),
    ("a: 1\n\tb: 2", "invalid-yaml", 2),
    ("a: *nobody", "invalid-yaml", 1),
    ("a: &self [*self]", "invalid-yaml", 1),
    ("%YAML 3.0\n---\na: 1", "invalid-yaml", 1),
    ("a: !unknown!tag b", "invalid-yaml", 1),
    ("ok: 1\n? [a, b]\n: c", "bad-key", 2),
    ("? {a: b}\n: c", "bad-key", 1),
    ("a: &x 1\n*x : 2", "bad-key", 2),
    ("a: 1\n---\nb: 2", "several-documents", 2),
    ("a: 1\n...\n---\nb: 2", "several-documents", 3),
]


@pytest.mark.parametrize(("text", "code", "line"), BROKEN)
def test_what_no_record_may_hold_is_an_error_on_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.line) == (code, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: \x00", 1),
        ("a: 1\nb: \x01\n", 2),
        ("judul: 'é é é é'\n\n\nb: \x01\n", 4),
        ("x: '日本語日本語日本語'\n\n\nb: \x01\n", 4),
        ("x: 1\ny: \x7f\n\n\n\n", 2),
        ("x: 'ééééé'\ny: \ufffe\n\n\n\n\n\n\n\n\n", 2),
    ],
)
def test_a_character_that_yaml_forbids_is_an_error_on_its_line(text: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.line) == ("invalid-yaml", line)


def test_a_tag_can_not_make_anything_but_plain_values() -> None:
    assert parse("a: !!python/object/apply:os.system ['true']").tree == {"a": ["true"]}
    assert parse("a: !!int '5'").tree == {"a": "5"}


def test_an_alias_repeats_its_value() -> None:
    assert parse("a: &x [1, 2]\nb: *x").tree == {"a": [1, 2], "b": [1, 2]}


def test_aliases_that_multiply_are_stopped_before_they_fill_the_memory() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(YamlError) as caught:
        parse("\n".join(levels))
    assert caught.value.code == "yaml-bomb"


def test_a_long_list_is_stopped_at_the_limit_and_a_shorter_one_is_read() -> None:
    assert len(parse("[" + "1," * (MAX_NODES - 1) + "]").tree) == MAX_NODES - 1
    with pytest.raises(YamlError, match="yaml-bomb"):
        parse("[" + "1," * MAX_NODES + "]")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_beyond_the_limit_is_an_error_and_never_a_crash(opening: str) -> None:
    with pytest.raises(YamlError, match="yaml-too-deep"):
        parse(opening * 20_000)


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = MAX_DEPTH + 1
    assert parse("[" * depth + "]" * depth).tree is not None


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


class Quoting(yaml.SafeDumper):
    """Writes all text in quotes: PyYAML leaves text bare that only YAML 1.1 takes for text (`1e3`, `0o7`)."""


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, '"'))


@given(TREES)
def test_a_tree_that_was_written_is_read_back_the_same(tree: Any) -> None:  # noqa: ANN401 - any JSON-like tree
    assert parse(yaml.dump(tree, Dumper=Quoting, allow_unicode=True)).tree == tree
    assert parse(yaml.dump(tree, Dumper=Quoting, default_flow_style=True)).tree == tree


@given(TREES)
def test_json_is_yaml(tree: Any) -> None:  # noqa: ANN401 - any JSON-like tree
    text = json.dumps(tree, ensure_ascii=False)
    for char in "\x85\u2028\u2029":  # libyaml breaks lines at them, as YAML 1.1 did; nobody writes them bare
        text = text.replace(char, f"\\u{ord(char):04x}")
    assert parse(text).tree == tree


@given(TREES)
def test_whatever_stands_in_a_tree_has_a_place_inside_the_text(tree: Any) -> None:  # noqa: ANN401
    text = yaml.dump(tree, Dumper=Quoting, allow_unicode=True)
    lines = text.split("\n")
    parsed = parse(text)
    assert len(parsed.places) == _count(parsed.tree) - 1
    for line, column in parsed.places.values():
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


def _count(tree: object) -> int:
    if isinstance(tree, dict):
        return 1 + sum(map(_count, tree.values()))
    return 1 + (sum(map(_count, tree)) if isinstance(tree, list) else 0)


MARKS = [
    "a",
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "&x",
    "*x",
    "!",
    "!!str",
    "|",
    ">",
    "#",
    "%",
    "---",
    "...",
    "?",
    ",",
    "0x",
    "1e9",
    "~",
    "é",
    "<<",
    "@",
    "`",
    "\\",
]
SYNTAX = st.lists(
    st.sampled_from([*MARKS, "- ", ": ", " ", "\n", "\t", "\u2028", "\x00"]),
    max_size=40,
).map("".join)


@given(SYNTAX | st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_text_raises_anything_but_a_yaml_error_with_a_place_in_it(text: str) -> None:
    try:
        parsed = parse(text)
    except YamlError as error:
        assert 1 <= error.line <= text.count("\n") + text.count("\r") + _other_breaks(text) + 2  # noqa: PT017
        assert error.column >= 1  # noqa: PT017
    else:
        assert not isinstance(parsed.tree, set | bytes)


def _other_breaks(text: str) -> int:
    return sum(text.count(char) for char in "\x85\u2028\u2029")
