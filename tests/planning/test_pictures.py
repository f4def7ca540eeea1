"""Which part of a photo is shown, and in which sizes: arithmetic that no photo can surprise."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from galeri.model.outputs import Frame
from galeri.model.theme import Recipe
from galeri.model.values import Focus
from galeri.planning.pictures import derivatives, frame, sources, widths
from tests.planning.makers import photo

FRAMES = [
    # photo; focus; ratio; the frame by its left and top edge, its width and its height
    ((1000, 500), (50, 50), None, (0, 0, 1000, 500)),
    ((1000, 500), (0, 0), None, (0, 0, 1000, 500)),
    ((1000, 500), (50, 50), (1, 1), (250, 0, 500, 500)),
    ((1000, 500), (0, 50), (1, 1), (0, 0, 500, 500)),
    ((1000, 500), (100, 50), (1, 1), (500, 0, 500, 500)),
    ((1000, 500), (30, 0), (1, 1), (50, 0, 500, 500)),
    ((1000, 500), (20, 0), (1, 1), (0, 0, 500, 500)),
    ((500, 1000), (50, 50), (1, 1), (0, 250, 500, 500)),
    ((500, 1000), (50, 0), (1, 1), (0, 0, 500, 500)),
    ((500, 1000), (50, 100), (1, 1), (0, 500, 500, 500)),
    ((1000, 1000), (50, 50), (4, 5), (100, 0, 800, 1000)),
    ((1000, 1000), (50, 50), (5, 4), (0, 100, 1000, 800)),
    ((800, 1000), (0, 100), (4, 5), (0, 0, 800, 1000)),
    ((2400, 1260), (0, 0), (1200, 630), (0, 0, 2400, 1260)),
    ((1, 1), (50, 50), (1200, 630), (0, 0, 1, 1)),
    ((10000, 1), (100, 50), (4, 5), (9999, 0, 1, 1)),
    ((1, 10000), (50, 100), (5, 4), (0, 9999, 1, 1)),
]


@pytest.mark.parametrize(("size", "focus", "ratio", "expected"), FRAMES)
def test_the_frame_is_the_largest_of_its_ratio_and_as_near_the_focus_as_the_edges_allow(
    size: tuple[int, int],
    focus: tuple[int, int],
    ratio: tuple[int, int] | None,
    expected: tuple[int, int, int, int],
) -> None:
    assert frame(*size, Focus(*focus), ratio) == Frame(*expected)


SIZES = st.integers(1, 12_000)
RATIOS = st.none() | st.tuples(st.integers(1, 2000), st.integers(1, 2000))
PERCENT = st.integers(0, 100)


@given(SIZES, SIZES, PERCENT, PERCENT, RATIOS)
def test_no_frame_leaves_the_photo_and_every_frame_fills_it_one_way(
    width: int, height: int, x: int, y: int, ratio: tuple[int, int] | None
) -> None:
    made = frame(width, height, Focus(x, y), ratio)
    assert 0 <= made.left <= made.left + made.width <= width
    assert 0 <= made.top <= made.top + made.height <= height
    assert made.width >= 1
    assert made.height >= 1
    assert made.width == width or made.height == height


@given(
    st.integers(50, 12_000), st.integers(50, 12_000), PERCENT, PERCENT, st.tuples(*[st.integers(1, 20)] * 2)
)
def test_the_frame_has_its_ratio_to_the_pixel_and_holds_the_focus(
    width: int, height: int, x: int, y: int, ratio: tuple[int, int]
) -> None:
    made = frame(width, height, Focus(x, y), ratio)
    across, down = ratio
    assert abs(made.width - made.height * across / down) <= max(1, across / down)
    assert made.left - 1 <= width * x / 100 <= made.left + made.width + 1
    assert made.top - 1 <= height * y / 100 <= made.top + made.height + 1


WIDTHS = [
    # wanted, available, made
    ((480, 960, 1600), 2000, (480, 960, 1600)),
    ((480, 960, 1600), 1600, (480, 960, 1600)),
    ((480, 960, 1600), 1599, (480, 960, 1599)),
    ((480, 960, 1600), 1200, (480, 960, 1200)),
    ((480, 960, 1600), 1000, (480, 960)),
    ((480, 960, 1600), 960, (480, 960)),
    ((480, 960, 1600), 500, (480,)),
    ((480, 960, 1600), 480, (480,)),
    ((480, 960, 1600), 479, (479,)),
    ((480, 960, 1600), 1, (1,)),
    ((480,), 4000, (480,)),
    ((480,), 100, (100,)),
    ((1600, 480, 960, 480), 2000, (480, 960, 1600)),
    ((1000, 1100, 1200), 5000, (1000, 1200)),
    ((320, 340, 360), 5000, (360,)),
]


@pytest.mark.parametrize(("wanted", "available", "made"), WIDTHS)
def test_the_widths_are_those_wanted_as_far_as_the_photo_reaches(
    wanted: tuple[int, ...], available: int, made: tuple[int, ...]
) -> None:
    assert widths(wanted, available) == made


@given(st.lists(st.integers(1, 8000), min_size=1, max_size=8), st.integers(1, 12_000))
def test_no_width_is_larger_than_the_photo_and_no_two_are_nearly_the_same(
    wanted: list[int], available: int
) -> None:
    made = widths(tuple(wanted), available)
    assert made
    assert max(made) <= available
    assert set(made) <= {*wanted, available}
    for narrow, wide in pairwise(made):
        assert wide >= narrow * 1.15
    assert max(made) * 1.15 >= min(max(wanted), available)


def recipe(**more: object) -> Recipe:
    return Recipe.model_validate({"widths": [320, 640], "formats": ["webp", "jpeg"], **more})


@given(SIZES, SIZES, RATIOS, st.lists(st.integers(1, 8000), min_size=1, max_size=4))
def test_all_files_of_a_picture_have_one_ratio_and_no_file_is_larger_than_its_frame(
    width: int, height: int, ratio: tuple[int, int] | None, wanted: list[int]
) -> None:
    made = derivatives(photo("a.jpg", (width, height)), recipe(ratio=ratio, widths=wanted), "images/x")
    assert len({output.frame for output in made}) == 1
    assert len({output.path for output in made}) == len(made)
    for output in made:
        assert 1 <= output.width <= output.frame.width
        assert 1 <= output.height <= output.frame.height
        exact = output.width * output.frame.height / output.frame.width
        assert output.height == max(1, round(exact)) or (ratio and abs(output.height - exact) <= 1.5)


def test_the_formats_come_in_the_order_of_the_recipe_each_from_narrow_to_wide() -> None:
    made = derivatives(photo("Kain Awan.JPG"), recipe(), "images/products/kain")
    assert [(output.format, output.width, output.height) for output in made] == [
        ("webp", 320, 240),
        ("webp", 640, 480),
        ("jpeg", 320, 240),
        ("jpeg", 640, 480),
    ]
    found = sources(made)
    assert [source.type for source in found] == ["image/webp", "image/jpeg"]
    assert [width for _, width in found[0].files] == [320, 640]
    assert [output.path.rpartition(".")[2] for output in made] == ["webp", "webp", "jpg", "jpg"]
    assert all(output.path.startswith("images/products/kain/kain-awan-") for output in made)


def test_the_last_format_has_widths_of_its_own_where_the_recipe_names_them() -> None:
    made = derivatives(photo("kain.jpg"), recipe(fallback=(640, 200)), "images/x")
    assert [(output.format, output.width) for output in made] == [
        ("webp", 320),
        ("webp", 640),
        ("jpeg", 200),
        ("jpeg", 640),
    ]


@pytest.mark.parametrize(
    "name", ["きれ.jpg", "كتاب.png", "---.jpg", "a b/c.jpg".replace("/", "_"), "100%.jpg", "é.jpg"]
)
def test_file_names_of_images_are_plain_whatever_the_photo_is_called(name: str) -> None:
    for output in derivatives(photo(name), recipe(), "images/x"):
        assert output.path.isascii()
        assert set(output.path) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./")


def paths(width: int = 900, **changes: object) -> list[str]:
    facts = {"focus": changes.pop("focus", "50% 50%")}
    file = str(changes.pop("file", "a.jpg"))
    return [
        output.path for output in derivatives(photo(file, (1200, width), **facts), recipe(**changes), "i")
    ]


def test_another_photo_frame_size_or_quality_gives_other_file_names_and_nothing_else_does() -> None:
    base = paths(ratio=[1, 1])
    assert base == paths(ratio=[1, 1])
    assert base == paths(ratio=[2, 2], focus="50% 0%")  # a frame as high as the photo can't move down
    for other in (
        paths(ratio=[4, 5]),
        paths(ratio=[1, 1], focus="0% 50%"),
        paths(ratio=[1, 1], quality={"webp": 1, "jpeg": 1}),
        paths(ratio=[1, 1], file="A.jpg"),
        paths(ratio=[1, 1], width=901),
    ):
        assert not set(base) & set(other)


@given(PERCENT)
def test_where_nothing_is_cropped_the_focus_changes_nothing(x: int) -> None:
    assume(x != 50)
    assert paths(focus=f"{x}% {x}%") == paths()
