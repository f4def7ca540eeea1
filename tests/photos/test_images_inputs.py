"""Photos as they come: every kind of file shows the same picture, whatever it was made with."""

from collections.abc import Callable

import pytest
from PIL import Image

from galeri.making.images import make_images
from tests.photos.samples import COLOURED, COLOURS, CUT, GREY, corners, made, near, output, quarters, saved

IVORY = (255, 253, 248)
LUMA = [round(0.299 * red + 0.587 * green + 0.114 * blue) for red, green, blue in COLOURS]


@pytest.mark.parametrize("kind", COLOURED)
def test_every_kind_of_file_shows_its_first_picture_in_its_own_colours(kind: str) -> None:
    webp, jpeg, avif = made(COLOURED[kind](), output("webp"), output("jpeg"), output("avif"))
    for image in (webp, jpeg, avif):
        assert image.size == (160, 120)
        assert image.mode == "RGB"
        for seen, expected in zip(corners(image), COLOURS, strict=True):
            assert near(seen, expected, 7), f"{image.format} of {kind}: {seen} for {expected}"


@pytest.mark.parametrize("kind", GREY)
def test_greys_stay_the_greys_that_they_were(kind: str) -> None:
    (image,) = made(GREY[kind](), output("webp"))
    for seen, expected in zip(corners(image), LUMA, strict=True):
        assert near(seen, (expected,) * 3, 3), f"{kind}: {seen} for {expected}"


def test_a_drawing_of_black_and_white_keeps_both() -> None:
    drawn = quarters().convert("L").point([0] * 100 + [255] * 156).convert("1")
    (image,) = made(saved(drawn, "PNG"), output("webp"))
    expected = [(255 * (grey >= 100),) * 3 for grey in LUMA]
    assert all(near(seen, grey, 2) for seen, grey in zip(corners(image), expected, strict=True))


@pytest.mark.parametrize("kind", CUT)
def test_what_is_transparent_stays_so_where_the_format_can_and_shows_the_ground_where_not(kind: str) -> None:
    ground = "#fffdf8"
    webp, avif, jpeg = made(CUT[kind](), *(output(fmt, ground=ground) for fmt in ("webp", "avif", "jpeg")))
    for image in (webp, avif):
        assert image.mode == "RGBA"
        assert [corner[3] for corner in corners(image)] == [255, 255, 255, 0], image.format
    assert jpeg.mode == "RGB"
    assert near(corners(jpeg)[3], IVORY, 2)
    assert near(corners(jpeg)[0], COLOURS[0], 7)


def test_the_rim_of_a_cutout_takes_no_colour_from_what_is_hidden() -> None:
    """The hidden parts of this one are black, as editors leave them; white shows no grey seam on white."""
    white = Image.new("RGBA", (320, 240), (0, 0, 0, 0))
    white.paste((255, 255, 255, 255), (80, 61, 241, 180))
    (jpeg,) = made(saved(white, "PNG"), output("jpeg", 107, ground="#ffffff", sharpen=100))
    assert jpeg.getextrema() == ((255, 255),) * 3


def test_no_outputs_ask_for_nothing() -> None:
    assert made(b"not even an image") == []


def _all() -> dict[str, Callable[[], bytes]]:
    return COLOURED | {f"{name}, cut": each for name, each in CUT.items()}


@pytest.mark.parametrize("kind", _all())
def test_the_same_file_gives_the_same_bytes_each_time(kind: str) -> None:
    data, wanted = _all()[kind](), [output("webp"), output("jpeg", 100)]
    assert dict(make_images(data, wanted)) == dict(make_images(data, wanted[::-1]))
