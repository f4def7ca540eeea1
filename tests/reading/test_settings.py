"""galeri.yaml is read whole, or every problem in it is told and nothing goes on."""

from pathlib import Path

import pytest

from galeri.reading.settings import read_settings

GOOD = "title: {id: Galeri, en: Gallery}\nbase_url: https://a.example/galeri\nlanguages: [id, en]\n"


def told(root: Path, text: str | bytes) -> list[tuple[str, str]]:
    (root / "galeri.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    read = read_settings(root)
    settings, languages, problems = read.settings, read.languages, read.problems
    assert (settings is None) == bool(problems)
    assert bool(languages) == (settings is not None)
    return [(problem.code, str(problem.place).removeprefix("galeri.yaml:")) for problem in problems]


def test_good_settings_are_read_with_the_first_language_as_default(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == []
    read = read_settings(tmp_path)
    settings, languages = read.settings, read.languages
    assert settings is not None
    assert settings.base_url == "https://a.example/galeri/"
    assert settings.theme == "pendapa"
    assert [(each.tag, each.prefix) for each in languages] == [("id", ""), ("en", "en/")]


def test_a_language_may_be_given_with_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "galeri.yaml").write_text(
        GOOD.replace("[id, en]", "[{tag: id, name: Bahasa Indonesia}, mad, en]")
    )
    read = read_settings(tmp_path)
    languages, problems = read.languages, read.problems
    assert problems == ()
    assert [each.name for each in languages] == ["Bahasa Indonesia", "Madura", "English"]


def test_another_address_stands_in_for_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "galeri.yaml").write_text(GOOD)
    read = read_settings(tmp_path, "https://b.example/c")
    settings, problems = read.settings, read.problems
    assert problems == ()
    assert settings is not None
    assert settings.base_url == "https://b.example/c/"


def test_another_address_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "galeri.yaml").write_text(GOOD)
    read = read_settings(tmp_path, "b.example")
    settings, problems = read.settings, read.problems
    assert settings is None
    assert [problem.code for problem in problems] == ["bad-url"]


def test_a_folder_without_settings_is_no_gallery(tmp_path: Path) -> None:
    read = read_settings(tmp_path)
    settings, problems = read.settings, read.problems
    assert settings is None
    assert [(problem.code, str(problem.place)) for problem in problems] == [("no-gallery", "galeri.yaml")]


def test_settings_that_can_not_be_opened_are_told(tmp_path: Path) -> None:
    (tmp_path / "galeri.yaml").mkdir()
    read = read_settings(tmp_path)
    problems = read.problems
    assert [problem.code for problem in problems] == ["unreadable-file"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("not-a-mapping", "1:1")]),
        ("- a\n- b", [("not-a-mapping", "1:1")]),
        ("title: 'x", [("invalid-yaml", "1:10")]),
        (b"title: \xe9", [("not-utf8", "1")]),
        ("{}", [("missing-key", "1:1"), ("missing-key", "1:1"), ("missing-key", "1:1")]),
        (GOOD + "titel: x", [("unknown-key", "4:1")]),
        (GOOD + "licence: a\nlicence: b", [("duplicate-key", "5:1")]),
        (GOOD.replace("[id, en]", "[]"), [("wrong-type", "3:1")]),
        (GOOD.replace("[id, en]", "[id, en, id]"), [("same-language", "3:21")]),
        (GOOD.replace("[id, en]", "[id, en, indonesia, EN]"), [("bad-language", "3:21"), ("bad-language", "3:32")]),
        (GOOD.replace("https://", ""), [("bad-url", "2:1")]),
        (GOOD + "contact: {whatsapp: '0812'}", [("bad-phone", "4:11")]),
        (GOOD + "theme: ../other", [("bad-file-name", "4:1")]),
    ],
)  # fmt: skip
def test_every_error_of_the_settings_is_told_at_its_place(
    tmp_path: Path, text: str | bytes, expected: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, text) == expected


def test_a_title_in_a_language_that_the_gallery_has_not_is_a_warning(tmp_path: Path) -> None:
    text = GOOD.replace("en: Gallery", "nl: Galerij") + "description: {fr: x}"
    (tmp_path / "galeri.yaml").write_text(text)
    read = read_settings(tmp_path)
    settings, problems = read.settings, read.problems
    assert settings is not None
    assert [(problem.code, str(problem.place), problem.severity.value) for problem in problems] == [
        ("undeclared-language", "galeri.yaml:1:21", "warning"),
        ("undeclared-language", "galeri.yaml:4:15", "warning"),
    ]
