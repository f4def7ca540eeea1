"""Small pictures are crisp, ring nowhere, beat nowhere, and are the same whatever else is made beside them."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from galeri.making.images import make_images
from galeri.making.photo_decoding import decode
from galeri.making.photo_scaling import cut, on_ground, reduction
from galeri.model.outputs import Frame
from galeri.model.theme import Recipe
from tests.photos.samples import output, quarters, saved

SHARPEN = Recipe(widths=(1,)).sharpen
LOW, HIGH = 60, 190
SIZES = (800, 640, 480, 320, 160)


def small(image: Image.Image, width: int, percent: int = 0) -> NDArray[np.float64]:
    """Scale a whole picture down, and give its red levels."""
    wanted = (width, round(width * image.height / image.width))
    return np.asarray(shown(image, wanted, percent).getchannel("R")).astype(float)


def shown(image: Image.Image, size: tuple[int, int], percent: int) -> Image.Image:
    """Scale a whole picture to a size."""
    return cut(decode(saved(image, "PNG")), Frame(0, 0, *image.size))(size, percent)


def slanted_edge() -> Image.Image:
    """Draw a hard edge, dark left and light right, that crosses the pixels at every fraction."""
    y, x = np.mgrid[0:900, 0:1200]
    return Image.fromarray(np.where(x - 600 + (y - 450) / 10 > 0, HIGH, LOW).astype(np.uint8)).convert("RGB")


def weave(period: float) -> Image.Image:
    """Draw threads, light and dark, `period` pixels apart."""
    y, x = np.mgrid[0:900, 0:1200]
    threads = 127.5 + 60 * np.sin(2 * np.pi * x / period) + 60 * np.sin(2 * np.pi * y / period)
    return Image.fromarray(threads.clip(0, 255).astype(np.uint8)).convert("RGB")


def overshoot(levels: NDArray[np.float64]) -> float:
    """Say how far a picture of the edge leaves its two levels, in percent of the step between them."""
    return 100 * max(float(np.max(levels)) - HIGH, LOW - float(np.min(levels)), 0) / (HIGH - LOW)


class TestHalos:
    @pytest.mark.parametrize("width", SIZES)
    def test_scaling_alone_leaves_none(self, width: int) -> None:
        assert overshoot(small(slanted_edge(), width)) == 0

    @pytest.mark.parametrize("width", SIZES)
    def test_sharpening_as_the_program_does_unasked_leaves_less_than_lanczos_alone(self, width: int) -> None:
        ours = overshoot(small(slanted_edge(), width, SHARPEN))
        size = (width, round(width * 3 / 4))
        theirs = slanted_edge().resize(size, Image.Resampling.LANCZOS).getchannel("R")
        assert ours < overshoot(np.asarray(theirs).astype(float))
        assert ours <= 9

    @pytest.mark.parametrize("width", SIZES)
    def test_an_edge_rises_without_turning_back_before_it_is_sharpened(self, width: int) -> None:
        for row in small(slanted_edge(), width)[:: max(1, width // 40)]:
            assert all(left <= right for left, right in pairwise(row.tolist()))


class TestWeaves:
    @pytest.mark.parametrize("period", [2.3, 2.7, 3.1])
    def test_threads_too_fine_to_be_shown_fade_and_do_not_beat(self, period: float) -> None:
        levels = small(weave(period), 320, SHARPEN)
        assert levels.std() < 6
        assert levels.mean() == pytest.approx(127.5, abs=2)

    def test_threads_that_can_be_shown_are_shown(self) -> None:
        whole = np.asarray(weave(15).getchannel("R")).astype(float).std()
        assert small(weave(15), 320, SHARPEN).std() > 0.8 * whole


class TestSharpening:
    @pytest.mark.parametrize(
        ("percent", "known"), [(0, Image.Resampling.BILINEAR), (100, Image.Resampling.BICUBIC)]
    )
    def test_none_is_a_triangle_and_a_hundred_percent_a_cubic(
        self, percent: int, known: Image.Resampling
    ) -> None:
        image = weave(9)
        made, expected = shown(image, (500, 375), percent), image.resize((500, 375), known)
        assert np.abs(np.asarray(made).astype(int) - np.asarray(expected).astype(int)).max() <= 2

    @pytest.mark.parametrize("percent", [1, 40, 100, 200])
    @pytest.mark.parametrize("size", [(20, 20), (7, 5)])
    def test_what_is_flat_stays_as_it_is(self, percent: int, size: tuple[int, int]) -> None:
        made = shown(Image.new("RGB", (20, 20), (1, 127, 254)), size, percent)
        assert made.getcolors() == [(size[0] * size[1], (1, 127, 254))]

    def test_half_is_half_way(self) -> None:
        none, half, all_of_it = (small(weave(9), 500, percent) for percent in (0, 50, 100))
        assert np.abs(half - (none + all_of_it) / 2).max() <= 1

    def test_more_is_more(self) -> None:
        contrast = [small(weave(20), 320, percent).std() for percent in (0, 25, 50, 100, 200)]
        assert contrast == sorted(contrast)
        assert len(set(contrast)) == len(contrast)

    @pytest.mark.parametrize("size", [(1, 1), (2, 9), (9, 2), (1, 50), (40, 30)])
    @pytest.mark.parametrize("percent", [0, 40, 100, 200])
    def test_a_picture_that_is_not_scaled_stays_as_it_is(self, size: tuple[int, int], percent: int) -> None:
        image = Image.radial_gradient("L").resize(size).convert("RGB")
        assert shown(image, size, percent).tobytes() == image.tobytes()

    @pytest.mark.parametrize("percent", [40, 100, 200])
    def test_alpha_is_never_sharpened_and_no_rim_is(self, percent: int) -> None:
        image = quarters().convert("RGBA")
        image.putalpha(Image.radial_gradient("L").resize(image.size))
        assert shown(image, (160, 120), percent).tobytes() == shown(image, (160, 120), 0).tobytes()

    def test_the_inside_of_a_cutout_is_as_crisp_as_a_picture_without_a_rim(self) -> None:
        image = weave(9).convert("RGBA")
        image.paste((0, 0, 0, 0), (0, 0, 100, 900))
        made, whole = (np.asarray(shown(each, (500, 375), 100).convert("RGB")) for each in (image, weave(9)))
        assert np.array_equal(made[:, 60:], whole[:, 60:])


def test_a_ground_shows_as_much_as_the_picture_lets_through() -> None:
    half = Image.new("RGBA", (4, 4), (0, 0, 0, 128))
    assert on_ground(half, "#ffffff").getpixel((1, 1)) == (127, 127, 127)
    assert on_ground(quarters(), "#ff0000").tobytes() == quarters().tobytes()


REDUCTIONS = [
    # photo, frame, wanted, reduction
    ((4000, 3000), (4000, 3000), (2000, 1500), 2),
    ((4000, 3000), (4000, 3000), (2001, 1501), 1),
    ((4000, 3000), (4000, 3000), (320, 240), 2),
    ((3999, 3000), (3999, 3000), (320, 240), 1),
    ((8000, 6000), (8000, 6000), (320, 240), 4),
    ((8000, 6000), (8000, 6000), (2000, 1500), 4),
    ((8000, 6000), (8000, 6000), (2400, 1800), 2),
    ((16000, 12000), (16000, 12000), (320, 240), 8),
    ((16320, 12240), (16320, 12240), (1920, 1440), 8),
    ((8000, 6000), (1500, 6000), (1000, 4000), 1),
    ((8000, 6000), (8000, 800), (1000, 100), 4),
    ((1200, 900), (1200, 900), (100, 75), 1),
]


@pytest.mark.parametrize(("size", "frame", "wanted", "expected"), REDUCTIONS)
def test_a_jpeg_is_decoded_as_small_as_is_enough(
    size: tuple[int, int], frame: tuple[int, int], wanted: tuple[int, int], expected: int
) -> None:
    assert reduction(size, Frame(0, 0, *frame), wanted) == expected


def big() -> bytes:
    grain = Image.effect_noise((4003, 3001), 60).convert("RGB")
    return saved(Image.blend(grain, quarters(4004, 3002).crop((0, 0, 4003, 3001)), 0.7), "JPEG", quality=88)


def test_a_picture_is_the_same_whatever_else_is_made_in_the_same_breath() -> None:
    data, whole, part = big(), (0, 0, 4003, 3001), (1000, 0, 2401, 3001)
    wanted = [output("webp", width, whole, sharpen=40) for width in (2400, 1920, 960, 320)]
    wanted += [output("jpeg", 1200, whole), output("webp", 320, part), output("jpeg", 320, part)]
    wanted += [output("webp", 640, part, sharpen=100), output("webp", 320, whole, sharpen=100)]
    together = dict(make_images(data, wanted))
    assert set(together) == set(wanted)
    for each in wanted:
        assert dict(make_images(data, [each]))[each] == together[each]
    assert dict(make_images(data, wanted[::-1])) == together


@pytest.mark.parametrize("percent", [0, 100])
@pytest.mark.parametrize("fraction", [1, 2])
def test_a_frame_lies_to_the_pixel_where_it_is_asked_for(fraction: int, percent: int) -> None:
    """Of a drawing of four quarters, each quarter alone holds one colour, to its very edge."""
    photo = decode(saved(quarters(4004, 3002), "JPEG", quality=98, subsampling=0), fraction)
    for left, top in ((0, 0), (2002, 0), (0, 1501), (2002, 1501)):
        made = cut(photo, Frame(left, top, 2002, 1501))((200, 150), percent)
        levels = np.asarray(made).astype(int)
        assert int(np.ptp(levels, axis=(0, 1)).max()) <= 20, (left, top, made.getextrema())
