"""A theme is whole before a page is made with it, and each language finds its interface text."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from galeri.model.problem import Problem
from galeri.model.records import KINDS
from galeri.model.settings import LanguageSetting
from galeri.model.theme import INDEX_NAMES, PAGE_TEMPLATES, Theme
from galeri.model.words import Language
from galeri.reading.languages import language
from galeri.reading.theme import ROLES, read_theme
from tests.support.galleries import THEME, Small


def languages(*tags: str) -> tuple[Language, ...]:
    return tuple(language(LanguageSetting(tag=tag), default=not index) for index, tag in enumerate(tags))


def codes(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return sorted((problem.code, str(problem.place)) for problem in problems)


def read(gallery: Small, *tags: str) -> Theme:
    theme, problems = read_theme(gallery.root, "plain", languages(*tags))
    assert problems == []
    assert theme is not None
    return theme


def catalogue(pieces: str) -> str:
    return (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "index"\nmsgid "Pieces"\nmsgstr "{pieces}"\n'
    )


def test_a_whole_theme_has_no_problem(gallery: Small) -> None:
    theme = read(gallery, "id", "en")
    assert theme.settings.name == "Plain"
    assert [file.path.split(".")[0] for file in theme.static] == ["static/plain"]


def test_a_theme_that_is_not_there_is_told_with_the_one_that_was_likely_meant(gallery: Small) -> None:
    theme, problems = read_theme(gallery.root, "plane", languages("id"))
    assert theme is None
    assert [(p.code, p.values) for p in problems] == [("unknown-theme", {"name": "plane", "guess": "plain"})]


def test_the_bundled_theme_is_found_from_any_gallery(gallery: Small) -> None:
    theme, problems = read_theme(gallery.root, "pendapa", languages("id", "en"))
    assert problems == []
    assert theme is not None


def test_a_theme_of_the_gallery_comes_before_the_bundled_one_of_the_same_name(gallery: Small) -> None:
    (gallery.root / "themes/plain").rename(gallery.root / "themes/pendapa")
    theme, _ = read_theme(gallery.root, "pendapa", languages("id"))
    assert theme is not None
    assert theme.settings.name == "Plain"


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_a_template_that_every_theme_needs_is_missed(gallery: Small, template: str) -> None:
    (gallery.root / "themes/plain/templates" / template).unlink()
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert [(p.code, p.values) for p in problems] == [("missing-template", {"name": template})]


@pytest.mark.parametrize("role", ROLES)
def test_a_recipe_for_every_role_of_photo_is_needed(gallery: Small, role: str) -> None:
    images = {each: recipe for each, recipe in THEME["images"].items() if each != role}  # type: ignore[attr-defined]
    gallery.dump("themes/plain/theme.yaml", {**THEME, "images": images})
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert [(p.code, p.values) for p in problems] == [("missing-recipe", {"role": role})]


def test_an_address_for_every_kind_is_needed_in_every_language_of_the_theme_and_in_english(
    gallery: Small,
) -> None:
    full = {kind.name: kind.folder for kind in KINDS.values()}
    most = {name: folder for name, folder in full.items() if name != "motif"}
    gallery.dump("themes/plain/theme.yaml", {**THEME, "segments": {"id": most, "en": full}})
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert [(p.code, p.values) for p in problems] == [
        ("missing-segment", {"kind": "motif", "language": "id"})
    ]
    gallery.dump("themes/plain/theme.yaml", {**THEME, "segments": {"id": full}})
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert {p.code for p in problems} == {"missing-segment"}
    assert len(problems) == len(KINDS)


def test_the_facts_of_a_theme_are_checked_like_those_of_a_record(gallery: Small) -> None:
    gallery.write(
        "themes/plain/theme.yaml", "name: Plain\npage_size: 0\nsegments: {}\nimages: {card: {width: [1]}}\n"
    )
    theme, problems = read_theme(gallery.root, "plain", languages("id"))
    assert theme is None
    assert codes(problems) == [
        ("missing-key", "themes/plain/theme.yaml:4:10"),
        ("out-of-range", "themes/plain/theme.yaml:2:1"),
        ("unknown-key", "themes/plain/theme.yaml:4:17"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("name: 'x", "invalid-yaml"), (b"name: \xe9", "not-utf8"), ("", "not-a-mapping")],
)
def test_a_theme_file_that_can_not_be_read_is_told(gallery: Small, text: str | bytes, code: str) -> None:
    gallery.write("themes/plain/theme.yaml", text)
    theme, problems = read_theme(gallery.root, "plain", languages("id"))
    assert theme is None
    assert [problem.code for problem in problems] == [code]


def test_a_field_that_a_theme_gives_twice_is_told(gallery: Small) -> None:
    with (gallery.root / "themes/plain/theme.yaml").open("a") as file:
        file.write("name: Again\n")
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert [problem.code for problem in problems] == ["duplicate-key"]


def test_a_folder_without_a_theme_file_is_told(gallery: Small) -> None:
    (gallery.root / "themes/plain/theme.yaml").unlink()
    theme, problems = read_theme(gallery.root, "plain", languages("id"))
    assert theme is None
    assert [problem.code for problem in problems] == ["missing-facts"]


@pytest.mark.parametrize(
    ("files", "tag", "expected"),
    [
        (["id", "jv", "jv-Java"], "jv-Java", "jv-Java"),
        (["id", "jv"], "jv-Java", "jv"),
        (["id"], "jv-Java", "id"),
        (["id", "en"], "en", "en"),
        (["id"], "en", ""),
        (["id"], "en-GB", ""),
        ([], "mad", ""),
        (["ar"], "mad", ""),
    ],
)
def test_interface_text_is_the_languages_own_else_its_bases_else_the_default_languages(
    gallery: Small, files: list[str], tag: str, expected: str
) -> None:
    for name in files:
        gallery.write(f"themes/plain/locale/{name}.po", catalogue(f"Karya {name}"))
    theme = read(gallery, "id", tag)
    assert [Path(file).name for file in theme.catalogues[tag]] == ([f"{expected}.po"] if expected else [])
    assert theme.names[tag]["product"] == (f"Karya {expected}" if expected else "Pieces")
    assert theme.names[tag]["home"] == "Home"
    assert theme.names[tag].keys() == INDEX_NAMES.keys()


def test_interface_text_that_can_not_be_read_is_told_at_its_line(gallery: Small) -> None:
    gallery.write("themes/plain/locale/id.po", catalogue("Karya") + "\nno line of a catalogue\n")
    _, problems = read_theme(gallery.root, "plain", languages("id"))
    assert codes(problems) == [("bad-catalogue", "themes/plain/locale/id.po:8")]


@pytest.mark.parametrize(
    "path",
    [
        "templates/_page.html",
        "templates/product.html",
        "templates/new.html",
        "locale/id.po",
        "static/plain.css",
    ],
)
def test_whatever_shapes_a_page_changes_a_digest_of_the_theme(gallery: Small, path: str) -> None:
    gallery.write("themes/plain/locale/id.po", catalogue("Karya"))
    before = read(gallery, "id")
    file = gallery.root / "themes/plain" / path
    file.write_bytes((file.read_bytes() if file.is_file() else b"") + b"\n")
    after = read(gallery, "id")
    digests = {
        "templates": (before.templates, after.templates),
        "locale": (before.texts, after.texts),
        "static": (before.static, after.static),
    }
    for part, (was, now) in digests.items():
        assert (was != now) == path.startswith(part)


def test_a_language_without_addresses_of_its_own_takes_its_bases_else_those_of_english(
    gallery: Small,
) -> None:
    english = {kind.name: kind.folder for kind in KINDS.values()}
    segments = {"en": english, "jv": english | {"product": "garapan"}}
    gallery.dump("themes/plain/theme.yaml", {**THEME, "segments": segments})
    theme = read(gallery, "id")
    assert [theme.segment(tag, "product") for tag in ("jv", "jv-Java", "id", "en")] == [
        "garapan",
        "garapan",
        "products",
        "products",
    ]


def test_a_recipe_may_leave_the_quality_of_a_format_to_the_program(gallery: Small) -> None:
    gallery.edit("themes/plain/theme.yaml", "  page:\n", "  page:\n    quality: {webp: 60}\n")
    theme = read(gallery, "id")
    recipe = theme.settings.images["page"]
    assert recipe.quality["webp"] == 60
    assert set(recipe.formats) <= recipe.quality.keys()
