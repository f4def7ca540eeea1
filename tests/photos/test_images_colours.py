"""Colours are those of the source, whatever profile came with it: compared with arithmetic, to the level."""

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from galeri.making.photo_colours import in_srgb
from tests.photos.profiles import (
    INKS,
    WIDE,
    cmyk_profile,
    encoded,
    grey_profile,
    lab_in_srgb,
    linear,
    rgb_profile,
)
from tests.photos.profiles import (
    in_srgb as expected_of,
)
from tests.photos.samples import corners, heic, made, near, output, saved

PATCHES = [
    (0, 0, 0), (255, 255, 255), (128, 128, 128), (40, 40, 40), (150, 120, 90), (120, 140, 100),
    (100, 110, 150), (180, 130, 120), (140, 100, 130), (200, 190, 140),
]  # fmt: skip
"""Colours of cloth, wood and skin that sRGB holds, from whatever space they come."""


def flat(mode: str, colour: Any) -> Image.Image:  # noqa: ANN401 - a level or several
    return Image.new(mode, (64, 64), colour)


def converted(image: Image.Image, profile: bytes) -> tuple[int, ...]:
    pixel = in_srgb(image, profile).getpixel((32, 32))
    assert isinstance(pixel, tuple)
    return pixel


@pytest.mark.parametrize("space", WIDE)
@pytest.mark.parametrize("patch", PATCHES)
def test_a_profile_of_a_camera_gives_the_colours_that_its_definition_gives(
    space: str, patch: tuple[int, int, int]
) -> None:
    assert near(converted(flat("RGB", patch), rgb_profile(space)), expected_of(patch, space).tolist(), 1.5)


@pytest.mark.parametrize("space", WIDE)
def test_the_profiles_differ_enough_for_these_tests_to_mean_something(space: str) -> None:
    assert not near((140, 100, 60), expected_of((140, 100, 60), space).tolist(), 4)


def test_a_colour_beyond_srgb_goes_to_its_edge_and_nowhere_else() -> None:
    red, green, blue = converted(flat("RGB", (0, 255, 0)), rgb_profile("Display P3"))
    assert (red, blue) == (0, 0)
    assert green >= 253


@pytest.mark.parametrize("grey", [0, 32, 96, 160, 255])
@pytest.mark.parametrize("gamma", [1.0, 1.8, 2.2])
def test_a_greyscale_profile_gives_the_greys_that_its_gamma_gives(grey: int, gamma: float) -> None:
    expected = float(encoded(np.array((grey / 255) ** gamma)))
    assert near(converted(flat("L", grey), grey_profile(gamma)), (expected,) * 3, 1.5)


def test_a_greyscale_photo_with_alpha_obeys_its_profile_too() -> None:
    *colour, alpha = converted(flat("LA", (96, 128)), grey_profile(1.8))
    assert near(colour, (float(encoded(np.array((96 / 255) ** 1.8))),) * 3, 1.5)
    assert alpha == 128


def test_alpha_passes_through_a_profile_as_it_is() -> None:
    *colour, alpha = converted(flat("RGBA", (150, 120, 90, 77)), rgb_profile("Adobe RGB (1998)"))
    assert near(colour, expected_of((150, 120, 90), "Adobe RGB (1998)").tolist(), 1.5)
    assert alpha == 77


class TestPrint:
    """A press's white is the page's white, its black is black, and between them nothing is cut off."""

    def test_bare_paper_is_white_and_the_full_black_is_black(self) -> None:
        assert near(converted(flat("CMYK", (0, 0, 0, 0)), cmyk_profile()), (255, 255, 255), 1)
        assert near(converted(flat("CMYK", (255, 255, 255, 255)), cmyk_profile()), (0, 0, 0), 3)

    def test_an_ink_keeps_its_colour(self) -> None:
        red = lab_in_srgb(*INKS[(0, 1, 1, 0)])
        assert near(converted(flat("CMYK", (0, 255, 255, 0)), cmyk_profile()), red.tolist(), 8)

    def test_shadows_keep_their_order_down_to_black(self) -> None:
        levels = [
            converted(flat("CMYK", (key, key, key, key)), cmyk_profile())[1] for key in range(200, 256, 11)
        ]
        assert levels == sorted(levels, reverse=True)
        assert len(set(levels)) == len(levels)

    def test_a_jpeg_as_an_image_editor_writes_it_for_print(self) -> None:
        data = saved(flat("CMYK", (0, 255, 255, 0)), "JPEG", quality=95, icc_profile=cmyk_profile())
        (image,) = made(data, output("webp", 64, (0, 0, 64, 64)))
        assert near(corners(image)[0], lab_in_srgb(*INKS[(0, 1, 1, 0)]).tolist(), 9)


def test_lab_needs_no_profile_to_be_understood() -> None:
    lab = Image.merge("LAB", [flat("L", level) for level in (round(60 * 2.55), 128 + 20, 128 + 15)])
    data = saved(lab, "TIFF")
    (image,) = made(data, output("webp", 64, (0, 0, 64, 64)))
    assert near(corners(image)[0], lab_in_srgb(60, 20, 15).tolist(), 4)


EARTH = (150, 110, 90)
ROUTES = {
    "JPEG": lambda profile: saved(flat("RGB", EARTH), "JPEG", quality=95, icc_profile=profile),
    "PNG": lambda profile: saved(flat("RGB", EARTH), "PNG", icc_profile=profile),
    "WebP": lambda profile: saved(flat("RGB", EARTH), "WEBP", lossless=True, icc_profile=profile),
    "AVIF": lambda profile: saved(flat("RGB", EARTH), "AVIF", quality=95, icc_profile=profile),
    "TIFF": lambda profile: saved(flat("RGB", EARTH), "TIFF", icc_profile=profile),
    "HEIC": lambda profile: heic(flat("RGB", EARTH), icc_profile=profile),
}


@pytest.mark.parametrize("kind", ROUTES)
def test_a_profile_is_found_in_every_kind_of_file_that_can_hold_one(kind: str) -> None:
    whole = (0, 0, 64, 64)
    wanted = [output(fmt, 32, whole) for fmt in ("webp", "jpeg", "avif")]
    expected = expected_of(EARTH, "ProPhoto RGB").tolist()
    assert not near(EARTH, expected, 40)
    for image in made(ROUTES[kind](rgb_profile("ProPhoto RGB")), *wanted):
        assert near(corners(image)[2], expected, 4), image.format
        assert "icc_profile" not in image.info


def test_a_photo_in_srgb_is_not_converted_whoever_wrote_its_profile() -> None:
    image = flat("RGB", PATCHES[0])
    for profile in (
        b"",
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        rgb_profile("sRGB"),
    ):
        assert in_srgb(image, profile) is image
    assert in_srgb(image, rgb_profile("Display P3")) is not image


def test_a_photo_in_srgb_with_its_profile_keeps_its_colours() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for patch in PATCHES:
        assert near(converted(flat("RGB", patch), profile), patch, 0)


@pytest.mark.parametrize(
    ("mode", "colour", "profile"),
    [
        ("RGB", (150, 120, 90), b"no profile at all"),
        ("RGB", (150, 120, 90), rgb_profile("Display P3")[:150]),
        ("RGB", (150, 120, 90), grey_profile(1.8)),
        ("L", 150, rgb_profile("Display P3")),
        ("RGB", (150, 120, 90), cmyk_profile()),
    ],
    ids=["noise", "truncated", "grey for colour", "colour for grey", "print for a screen"],
)
def test_a_profile_that_is_broken_or_fits_not_is_passed_over(mode: str, colour: Any, profile: bytes) -> None:  # noqa: ANN401
    expected = (colour,) * 3 if isinstance(colour, int) else colour
    assert converted(flat(mode, colour), profile) == expected


def test_the_arithmetic_of_these_tests_knows_white_and_middle_grey() -> None:
    assert encoded(linear(np.array([0.0, 0.5, 1.0]), None)).round(6).tolist() == [0, 127.5, 255]
    assert lab_in_srgb(100, 0, 0).round().tolist() == [255, 255, 255]
