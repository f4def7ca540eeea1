"""Fonts hold the letters of one language's pages, each from the first font that has it."""

from dataclasses import replace

from galeri.model.outputs import FontOutput, Plan, StylesheetOutput
from galeri.model.theme import FontFile, FontRole
from tests.planning.makers import gallery, planned, record, theme, told

LATIN = frozenset(range(0x20, 0x250))


def font(
    name: str,
    covered: frozenset[int] = LATIN,
    role: FontRole = "titles",
    weight: str = "400",
    style: str = "normal",
) -> FontFile:
    return FontFile(role, f"/fonts/{name}", f"fonts/{name}", f"digest of {name}", covered, weight, style)


def made(*fonts: FontFile, story: str = "", tags: tuple[str, ...] = ("id", "en")) -> Plan:
    shown = gallery(
        record("material", "katun", {"id": "Kátun", "en": told("material", "Cotton", story)}), tags=tags
    )
    return planned(shown, replace(theme(), fonts=fonts, letters={"id": "ß"}))


def outputs(plan: Plan, tag: str) -> list[FontOutput]:
    found = [each for each in plan.outputs.values() if isinstance(each, FontOutput)]
    return [each for each in found if each.path.startswith(f"static/fonts/{tag}.")]


def test_without_fonts_nothing_is_planned_and_nothing_is_asked_for() -> None:
    plan = made()
    assert not [path for path in plan.outputs if path.startswith("static/fonts/")]
    assert plan.sites["id"].fonts == ()
    assert all(not each.faces for each in plan.outputs.values() if isinstance(each, StylesheetOutput))


def test_a_language_has_the_letters_of_its_own_pages_and_of_its_alphabet() -> None:
    plan = made(font("a.ttf"), story="Über Baumwolle: ǆ")
    (indonesian,), (english,) = outputs(plan, "id"), outputs(plan, "en")
    assert {"á", "ß", "Q", "z", "7"} <= set(indonesian.letters)
    assert {"Ü", "ǆ"} <= set(english.letters)
    assert not {"Ü", "ǆ"} & set(indonesian.letters)


def test_a_letter_is_taken_from_the_first_font_that_has_it() -> None:
    plan = made(font("a.ttf", frozenset(map(ord, "abc "))), font("b.ttf"))
    first, second = outputs(plan, "id")
    assert first.letters == " abc"
    assert not set(first.letters) & set(second.letters)
    (style,) = [each for each in plan.outputs.values() if isinstance(each, StylesheetOutput)]
    assert [face.letters for face in style.faces[:2]] == [first.letters, second.letters]


def test_bold_and_italic_have_all_letters_too_and_are_not_fetched_at_once() -> None:
    plan = made(font("a.ttf"), font("b.ttf", weight="700"), font("c.ttf", style="italic"))
    assert len({each.letters for each in outputs(plan, "id")}) == 1
    (first,) = plan.sites["id"].fonts
    assert plan.outputs[first].shown == "fonts/a.ttf"  # type: ignore[union-attr]


def test_a_font_for_several_roles_is_one_file() -> None:
    plan = made(font("a.ttf"), font("a.ttf", role="text"), font("a.ttf", role="labels"))
    assert len(outputs(plan, "id")) == 1
    assert len(plan.sites["id"].fonts) == 1


def test_a_font_without_letters_of_a_language_is_left_out_there() -> None:
    plan = made(font("arab.ttf", frozenset({0x20, *range(0x600, 0x700)})), tags=("id", "ar"))
    assert outputs(plan, "id") == [
        each for each in outputs(plan, "id") if set(each.letters) & set("العربية")
    ]  # the name of the other language, in the switcher
    assert set("ابت") <= set(outputs(plan, "ar")[0].letters)


def test_a_new_letter_gives_a_new_name_and_the_same_letters_the_same() -> None:
    before, same, after = (made(font("a.ttf"), story=story) for story in ("", "abc", "ǆ"))
    names = [[each.path for each in outputs(plan, "en")] for plan in (before, same, after)]
    assert names[0] == names[1] != names[2]
    assert outputs(before, "id") == outputs(after, "id")
