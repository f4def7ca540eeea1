"""The motifs are drawings that a browser can show, and as many marks as each of them has."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

STYLE = Path(__file__).parents[2] / "themes/pendapa/styles/15-ornaments.css"
SVG = "{http://www.w3.org/2000/svg}"


def source(name: str) -> str:
    found = re.search(rf'--{name}: url\("data:image/svg\+xml,([^"]+)"\)', STYLE.read_text(encoding="utf-8"))
    assert found, name
    return unquote(found[1])


def drawing(name: str) -> etree._Element:
    return etree.fromstring(source(name))


@pytest.mark.parametrize("name", ["kawung", "parang", "truntum"])
def test_a_motif_is_a_square_that_repeats_and_refers_to_nothing_that_it_lacks(name: str) -> None:
    root = drawing(name)
    left, top, width, height = map(float, root.get("viewBox", "").split())
    assert (left, top) == (0, 0)
    assert width == height > 0
    ids = {each.get("id") for each in root.iter()}
    assert {use.get("href", "")[1:] for use in root.iter(f"{SVG}use")} <= ids


def test_kawung_is_one_fruit_with_two_seeds_turned_to_four() -> None:
    root = drawing("kawung")
    fruit = next(each for each in root.iter(f"{SVG}path") if each.get("id"))
    assert len(re.findall("M", fruit.get("d", ""))) == 3
    assert fruit.get("fill-rule") == "evenodd"
    assert {use.get("transform") for use in root.iter(f"{SVG}use")} == {
        "rotate(180 12 12)",
        "rotate(90 12 12)",
    }


def test_parang_rises_at_half_a_right_angle_and_a_shift_of_a_repeat_falls_upon_itself() -> None:
    root = drawing("parang")
    rows = next(root.iter(f"{SVG}g"))
    assert rows.get("transform") == "rotate(-45)"
    blades = {(float(use.get("x", 0)), float(use.get("y", 0))) for use in rows.iter(f"{SVG}use")}
    across = 30 / 2**0.5
    middle = [blade for blade in blades if 0 <= (blade[0] + blade[1]) / 2**0.5 < 30]
    assert len(middle) >= 6
    for u, v in blades:
        near = [(u + across, v + across), (u - across, v - across)]
        inside = [
            (x, y) for x, y in near if 0 < (x + y) / 2**0.5 < 30 and 0 < (y - x) / 2**0.5 < 30
        ]  # fmt: skip
        assert all(any(abs(x - a) + abs(y - b) < 0.05 for a, b in blades) for x, y in inside)


def test_truntum_has_eight_rays() -> None:
    root = drawing("truntum")
    petals = next(each for each in root.iter(f"{SVG}g") if each.get("id") == "q")
    star = next(each for each in root.iter(f"{SVG}g") if each.get("id") == "s")
    rays = len(list(petals)) * sum(use.get("href") == "#q" for use in star.iter(f"{SVG}use"))
    assert rays == 8


@pytest.mark.parametrize(
    ("file", "names"),
    [("catalogue/ornaments.typ", ("kawung", "parang", "truntum")), ("share.typ", ("kawung",))],
)
def test_prints_and_share_pictures_draw_the_motifs_as_pages_do(file: str, names: tuple[str, ...]) -> None:
    drawn = (STYLE.parents[1] / file).read_text(encoding="utf-8")
    assert [name for name in names if source(name) not in drawn] == []
