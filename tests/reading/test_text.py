"""Files become text and stories split into front matter and body, and every line keeps its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.reading.text import MAX_BYTES, TextError, decode, split


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é あ 😀".encode(), "é あ 😀"),
        (b"\xef\xbb\xbftitle: x", "title: x"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"a\r\r\nb", "a\n\nb"),
    ],
)
def test_utf_8_is_read_with_any_line_ends_and_without_its_byte_order_mark(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff", 1),
        (b"a\nb\ncaf\xe9\nd", 3),
        (b"a\r\nb\r\n\xe9", 3),
        ("judul".encode("utf-16"), 1),
        (b"a\n\xed\xa0\x80", 2),
        (b"a\nb\xc3", 2),
    ],
)
def test_bytes_that_are_not_utf_8_are_reported_with_their_line(data: bytes, line: int) -> None:
    with pytest.raises(TextError) as caught:
        decode(data)
    assert (caught.value.code, caught.value.line) == ("not-utf8", line)


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_too_large() -> None:
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(TextError) as caught:
        decode(b"a" * (MAX_BYTES + 1))
    assert (caught.value.code, caught.value.line) == ("file-too-large", 0)
    assert caught.value.values == {"size": str(MAX_BYTES + 1), "limit": str(MAX_BYTES)}


@pytest.mark.parametrize(
    ("text", "front", "body", "body_line"),
    [
        ("---\ntitle: A\n---\nStory.\n", "\ntitle: A\n", "Story.", 4),
        ("---\ntitle: A\n---\n\n\n\nStory.\n\nMore.\n\n", "\ntitle: A\n", "Story.\n\nMore.", 7),
        ("---\ntitle: A\n---", "\ntitle: A\n", "", 3),
        ("---\ntitle: A\n---\n", "\ntitle: A\n", "", 4),
        ("---\n---\nStory.", "\n", "Story.", 3),
        ("---  \ntitle: A\n---\t\nStory.", "\ntitle: A\n", "Story.", 4),
        ("---\ntext: |\n  ---\n  a\n---\nStory.", "\ntext: |\n  ---\n  a\n", "Story.", 6),
        ("---\na: 1\n---\n    code that is indented", "\na: 1\n", "    code that is indented", 4),
    ],
)
def test_a_story_splits_into_front_matter_and_body(text: str, front: str, body: str, body_line: int) -> None:
    sheet = split(text)
    assert (sheet.front, sheet.body, sheet.body_line) == (front, body, body_line)


@pytest.mark.parametrize("inside", ["```\n---\ntitle: B\n---\n```", "a\n\n---\n\nb", "Title\n---\ntext"])
def test_three_hyphens_in_the_body_belong_to_the_body(inside: str) -> None:
    assert split(f"---\ntitle: A\n---\n{inside}\n").body == inside


@pytest.mark.parametrize(
    "text", ["", "title: A\n---\n", "\n---\ntitle: A\n---\n", " ---\n---\n", "----\n---\n"]
)
def test_a_story_starts_with_its_front_matter(text: str) -> None:
    with pytest.raises(TextError) as caught:
        split(text)
    assert (caught.value.code, caught.value.line) == ("no-front-matter", 1)


@pytest.mark.parametrize(
    "text", ["---", "---\ntitle: A\n", "---\ntitle: A\n --- \n", "---\ntitle: A\n----\n"]
)
def test_front_matter_that_never_closes_is_reported(text: str) -> None:
    with pytest.raises(TextError) as caught:
        split(text)
    assert (caught.value.code, caught.value.line) == ("open-front-matter", 1)


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(
        lambda line: line.strip() != "---"
    )
)


@given(LINES, LINES)
def test_line_numbers_of_front_matter_and_body_are_those_of_the_file(
    front: list[str], body: list[str]
) -> None:
    lines = ["---", *front, "---", *body]
    sheet = split("\n".join(lines))
    assert sheet.front.split("\n")[1:-1] == front
    told = sheet.body.split("\n") if sheet.body else []
    for offset, line in enumerate(told):
        assert lines[sheet.body_line - 1 + offset].startswith(line)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_text_error(data: bytes) -> None:
    try:
        split(decode(data))
    except TextError as error:
        assert error.line <= data.count(b"\n") + 1  # noqa: PT017
