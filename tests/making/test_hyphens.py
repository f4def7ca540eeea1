"""Where words may break at the end of a line."""

import pytest

from galeri.making.hyphens import hyphenator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pertanggungjawaban", "per|tang|gung|ja|waban"),
        ("kain batik", "kain batik"),
        ("https://contoh.example/perjalanan", "https://contoh.example/perjalanan"),
        ("redaksi@perpustakaan.example", "redaksi@perpustakaan.example"),
    ],
)
def test_indonesian_words_break_where_they_should(text: str, expected: str) -> None:
    assert hyphenator("id")(text).replace("\u00ad", "|") == expected


@pytest.mark.parametrize("tag", ["en", "ar", "jv-Java", "zh-Hans"])
def test_other_languages_are_left_to_typst(tag: str) -> None:
    assert hyphenator(tag)("pertanggungjawaban") == "pertanggungjawaban"
