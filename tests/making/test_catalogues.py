"""Interface text is read from a `.po` file, with the plurals of its language."""

from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from galeri.making.catalogues import translations

ARABIC = """\
msgid ""
msgstr ""
"Language: ar\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
"n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);\\n"

msgid "%(num)s piece"
msgid_plural "%(num)s pieces"
msgstr[0] "صفر"
msgstr[1] "واحدة"
msgstr[2] "اثنتان"
msgstr[3] "بضع"
msgstr[4] "كثير"
msgstr[5] "غير ذلك"

msgctxt "index"
msgid "Pieces"
msgstr "القطع"

msgid "Menu"
msgstr ""

#, fuzzy
msgid "Close"
msgstr "خطأ"
"""


@pytest.fixture
def arabic(tmp_path: Path) -> str:
    (tmp_path / "ar.po").write_text(ARABIC, encoding="utf-8")
    return str(tmp_path / "ar.po")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "صفر"),
        (1, "واحدة"),
        (2, "اثنتان"),
        (3, "بضع"),
        (10, "بضع"),
        (11, "كثير"),
        (99, "كثير"),
        (100, "غير ذلك"),
        (102, "غير ذلك"),
        (103, "بضع"),
        (111, "كثير"),
    ],
)
def test_arabic_has_six_plurals(arabic: str, number: int, text: str) -> None:
    assert translations([arabic]).ngettext("%(num)s piece", "%(num)s pieces", number) == text


def test_a_sentence_in_a_context_is_another_sentence(arabic: str) -> None:
    found = translations([arabic])
    assert found.pgettext("index", "Pieces") == "القطع"  # type: ignore[no-untyped-call]
    assert found.gettext("Pieces") == "Pieces"


@pytest.mark.parametrize("sentence", ["Menu", "Close", "Never said"])
def test_what_is_not_translated_or_only_guessed_is_said_in_english(arabic: str, sentence: str) -> None:
    assert translations([arabic]).gettext(sentence) == sentence


def test_without_a_catalogue_everything_is_said_in_english() -> None:
    found = translations([])
    assert found.gettext("Menu") == "Menu"
    assert [found.ngettext("%(num)s piece", "%(num)s pieces", number) for number in (0, 1, 2)] == [
        "%(num)s pieces",
        "%(num)s piece",
        "%(num)s pieces",
    ]


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text("this is no catalogue\n")
    with pytest.raises(PoFileError):
        translations([str(tmp_path / "x.po")])


@pytest.mark.parametrize("header", ['"Language: mad\\n"\n', '"Language: id\\n"\n', ""])
def test_plurals_are_those_that_the_file_states_also_in_a_language_that_cldr_lacks(
    tmp_path: Path, header: str
) -> None:
    (tmp_path / "x.po").write_text(
        f'msgid ""\nmsgstr ""\n{header}"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgid "one piece"\nmsgid_plural "many pieces"\nmsgstr[0] "karya"\n'
    )
    found = translations([str(tmp_path / "x.po")])
    assert [found.ngettext("one piece", "many pieces", number) for number in (0, 1, 2)] == ["karya"] * 3
