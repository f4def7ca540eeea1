"""Maps of dots put regions where they lie, and islands around them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.model.gallery import Gallery
from galeri.model.views import MapView
from galeri.planning.maps import framed, gallery_map, land
from tests.planning.makers import gallery, localized, record

SURABAYA, BANYUWANGI, BANDUNG, NATUNA = (-7.26, 112.75), (-8.21, 114.37), (-6.91, 107.61), (3.94, 108.39)
POSITIONS = st.tuples(
    st.floats(-11, 6).map(lambda degrees: round(degrees, 2)),
    st.floats(95, 141).map(lambda degrees: round(degrees, 2)),
)


def provinces() -> Gallery:
    return gallery(
        record("region", "jatim", level="province", position=(-7.7, 112.5)),
        record("region", "surabaya", level="city", parent="jatim", position=SURABAYA),
        record("region", "banyuwangi", parent="jatim", position=BANYUWANGI),
        record("region", "jabar", level="province", position=BANDUNG),
        record("region", "kepri", level="province"),
        record("region", "natuna", parent="kepri", position=NATUNA),
        record("region", "bali", level="province"),
    )


def drawn(name: str = "") -> MapView:
    made = provinces()
    found = gallery_map(localized(made, "id"), made.records["region"].get(name))
    assert found
    return found


def here(found: MapView) -> list[str]:
    return [dot.path.split("/")[-2] for dot in found.dots if dot.here]


@given(st.lists(POSITIONS, min_size=1, max_size=20))
def test_every_region_is_on_the_map_wherever_it_lies(positions: list[tuple[float, float]]) -> None:
    frame = framed(tuple(positions))
    for x, y in map(frame.place, positions):
        assert 0 < x < frame.width
        assert 0 < y < frame.height
    for column, row, count in land(frame):
        assert 0 <= row < frame.height
        assert 0 <= column < column + count <= frame.width


def test_a_degree_of_longitude_is_shortened_by_the_cosine_of_the_latitude() -> None:
    frame = framed(((-8.0, 110.0), (-8.0, 116.0)))
    (west, north), (east, _) = frame.place((-7.0, 111.0)), frame.place((-7.0, 112.0))
    _, south = frame.place((-8.0, 111.0))
    assert (east - west) / (south - north) == pytest.approx(math.cos(math.radians(8)), abs=0.02)


def test_north_is_up_and_east_is_right() -> None:
    frame = framed((SURABAYA, BANYUWANGI))
    (x, y), (right, lower) = frame.place(SURABAYA), frame.place(BANYUWANGI)
    assert (x < right, y < lower) == (True, True)


@pytest.mark.parametrize(
    ("position", "is_land"),
    [((-7.5, 110.5), True), ((-5.0, 110.5), False), ((-0.5, 113.5), True), ((0.0, 120.8), False)],
    ids=["Boyolali", "the Java Sea", "inner Borneo", "the gulf of Tomini"],
)
def test_dots_of_land_lie_on_islands_and_none_in_the_sea(
    position: tuple[float, float], *, is_land: bool
) -> None:
    frame = framed(((-8.5, 108.0), (2.0, 122.0)))
    x, y = map(math.floor, frame.place(position))
    found = any(row == y and column <= x < column + count for column, row, count in land(frame))
    assert found is is_land


def test_the_smallest_island_has_a_dot() -> None:
    frame = framed(((-8.5, 108.0), (2.0, 122.0)))
    x, y = map(math.floor, frame.place((-5.81, 112.66)))
    assert (x, y, 1) in land(frame)


def test_a_region_has_its_ring_and_its_place_is_that_of_its_dot() -> None:
    found = drawn("surabaya")
    assert here(found) == ["surabaya"]
    assert found.ringed
    assert found.mark == next((dot.x, dot.y) for dot in found.dots if dot.here)


def test_a_region_within_another_is_shown_among_that_ones_regions_alone() -> None:
    assert len(drawn("surabaya").dots) == 2
    assert len(drawn("jatim").dots) == 4


def test_a_province_is_told_by_the_regions_in_it_and_has_no_ring_around_its_middle() -> None:
    found = drawn("jatim")
    assert here(found) == ["banyuwangi", "surabaya"]
    assert found.mark
    assert not found.ringed


def test_a_province_without_a_position_still_shows_what_is_in_it() -> None:
    found = drawn("kepri")
    assert (here(found), found.mark) == (["natuna"], None)


def test_the_index_of_regions_shows_all_of_them() -> None:
    assert here(drawn()) == ["banyuwangi", "jabar", "natuna", "surabaya"]


def test_where_nothing_has_a_position_there_is_no_map() -> None:
    made = provinces()
    assert gallery_map(localized(made, "id"), made.records["region"]["bali"]) is None
    assert gallery_map(localized(gallery(record("region", "bali")), "id")) is None


def test_a_map_is_light_however_large_the_gallery() -> None:
    many = [
        record("region", f"r{number}", position=(-6 - number % 23 / 10, 106 + number % 71 / 10))
        for number in range(500)
    ]
    made = gallery(*many)
    found = gallery_map(localized(made, "id"), made.records["region"]["r7"])
    assert found
    assert len(found.land) < 400
    assert sum(count for _, _, count in found.land) < 80 * 80
