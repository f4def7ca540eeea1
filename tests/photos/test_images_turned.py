"""However the camera was held: every photo is upright, in its header and in its pixels, and crops follow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from galeri.making.photo_scaling import stored_box
from galeri.model.values import Focus
from galeri.planning.pictures import frame
from galeri.reading.photos import read_header
from tests.photos.samples import COLOURS, corners, heic, made, near, output, quarters, saved

STORED: dict[int, Image.Transpose | None] = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture lies in a file of each orientation (Exif 3.0, tag 274: where row 0 and column 0 are)."""


def lying(orientation: int) -> Image.Image:
    turn = STORED[orientation]
    return quarters() if turn is None else quarters().transpose(turn)


def tagged(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[274] = orientation
    return exif


KINDS: dict[str, Callable[[int], bytes]] = {
    "JPEG": lambda to: saved(lying(to), "JPEG", quality=92, exif=tagged(to)),
    "PNG": lambda to: saved(lying(to), "PNG", exif=tagged(to)),
    "WebP": lambda to: saved(lying(to), "WEBP", lossless=True, exif=tagged(to)),
    "AVIF": lambda to: saved(lying(to), "AVIF", quality=90, exif=tagged(to)),
    "TIFF": lambda to: saved(lying(to), "TIFF", tiffinfo={274: to}),
}


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_is_upright_in_its_header_and_in_its_pixels(
    kind: str, orientation: int, tmp_path: Path
) -> None:
    data = KINDS[kind](orientation)
    (tmp_path / "a").write_bytes(data)
    header = read_header(tmp_path, "a")
    assert (header.width, header.height) == (320, 240)
    (image,) = made(data, output("webp"))
    assert image.size == (160, 120)
    for seen, expected in zip(corners(image), COLOURS, strict=True):
        assert near(seen, expected, 8), f"{kind}, {orientation}: {seen} for {expected}"


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("quarter", range(4))
def test_a_crop_shows_what_lies_round_its_focus_however_the_photo_is_stored(
    orientation: int, quarter: int
) -> None:
    focus = Focus(100 * (quarter % 2), 100 * (quarter // 2))
    shown = frame(320, 240, focus, (4, 9))
    cut = (shown.left, shown.top, shown.width, shown.height)
    image, square = made(
        KINDS["PNG"](orientation),
        output("webp", 40, cut),
        output("webp", 30, (160 * (quarter % 2), 120 * (quarter // 2), 160, 120), height=30),
    )
    assert image.size == (40, 90)
    assert near(corners(image)[quarter % 2 + 2 * (quarter // 2)], COLOURS[quarter], 8)
    assert square.size == (30, 30)
    for seen in corners(square):
        assert near(seen, COLOURS[quarter], 8)


def test_a_telephones_photo_is_turned_once_and_not_twice(tmp_path: Path) -> None:
    """HEIF says itself how it is turned; its EXIF says it once more."""
    data = heic(lying(6), exif=tagged(6).tobytes())
    (tmp_path / "a.heic").write_bytes(data)
    header = read_header(tmp_path, "a.heic")
    assert (header.width, header.height) == (320, 240)
    (image,) = made(data, output("webp"))
    assert all(near(seen, expected, 8) for seen, expected in zip(corners(image), COLOURS, strict=True))


@pytest.mark.parametrize("orientation", [0, 9, 255, 65535])
def test_an_orientation_that_does_not_exist_is_upright(orientation: int) -> None:
    (image,) = made(saved(quarters(), "PNG", exif=tagged(orientation)), output("webp"))
    assert all(near(seen, expected, 8) for seen, expected in zip(corners(image), COLOURS, strict=True))


BOXES = [
    # orientation, where the upper left ninth of the upright photo is stored: left, top, right, bottom, in ninths
    (1, (0, 0, 3, 3)),
    (2, (6, 0, 9, 3)),
    (3, (6, 6, 9, 9)),
    (4, (0, 6, 3, 9)),
    (5, (0, 0, 3, 3)),
    (6, (0, 6, 3, 9)),
    (7, (6, 6, 9, 9)),
    (8, (6, 0, 9, 3)),
]


@pytest.mark.parametrize(("orientation", "expected"), BOXES)
def test_a_box_of_the_upright_photo_is_found_where_it_is_stored(
    orientation: int, expected: tuple[int, ...]
) -> None:
    found = stored_box((0, 0, 1 / 3, 1 / 3), orientation)
    assert near([9 * edge for edge in found], expected, 1e-9)
