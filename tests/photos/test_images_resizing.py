"""Pictures are resized alike by either library, on every processor, and on machines that have only one of them."""

from typing import Any

import cykooz_resizer
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from galeri.making import photo_resizing
from galeri.making.images import codecs
from galeri.making.photo_resizing import Filter, resizer
from tests.photos.samples import COLOURED, COLOURS, corners, cutout, made, near, output

MODES = ["RGB", "RGBA"]
MOST = 3
"""Levels by which two libraries may differ anywhere: weights are rounded in one of them."""


@pytest.fixture
def without_the_quick_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_resizing, "quick", None)


def grain(mode: str, size: tuple[int, int] = (301, 203)) -> Image.Image:
    """Draw noise that no filter drives out of range, and that is as noisily transparent if it can be."""
    seeded = np.random.default_rng(7).integers(64, 192, (size[1], size[0], len(mode)), dtype=np.uint8)
    return Image.fromarray(seeded)


def levels(image: Image.Image) -> Any:  # noqa: ANN401 - an array
    return np.asarray(image.convert("RGBa") if image.mode == "RGBA" else image).astype(int)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("through", Filter)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_both_libraries_show_any_part_in_any_size_alike(
    through: Filter, mode: str, data: st.DataObject
) -> None:
    left = data.draw(st.floats(0, 200))
    right = data.draw(st.floats(left + 60, 301))
    top = data.draw(st.floats(0, 100))
    bottom = data.draw(st.floats(top + 60, 203))
    size = (data.draw(st.integers(1, 60)), data.draw(st.integers(1, 60)))
    image, box = grain(mode), (left, top, right, bottom)
    ours = resizer(image, box)(size, through)
    theirs = image.resize(size, through.value, box)
    assert (ours.mode, ours.size) == (theirs.mode, theirs.size) == (mode, size)
    assert np.abs(levels(ours) - levels(theirs)).max() <= MOST


@pytest.mark.parametrize("through", Filter)
def test_a_whole_picture_in_its_own_size_is_left_as_either_library_would_leave_it(through: Filter) -> None:
    image = grain("RGB")
    whole = (0, 0, *image.size)
    assert resizer(image, whole)(image.size, through) is image
    for resize in (photo_resizing._quickly, photo_resizing._in_pillow):  # noqa: SLF001 - what it is spared
        assert resize(image, whole)(image.size, through).tobytes() == image.tobytes()


@pytest.mark.parametrize("through", Filter)
@pytest.mark.parametrize("box", [(0, 0, 301, 202.5), (0.5, 0, 301, 203)])
def test_a_part_of_a_picture_is_resized_even_to_the_size_of_the_whole(
    box: tuple[float, float, float, float], through: Filter
) -> None:
    image = grain("RGB")
    made = resizer(image, box)(image.size, through)
    assert made.size == image.size
    assert made.tobytes() != image.tobytes()


@pytest.mark.parametrize("through", Filter)
@pytest.mark.parametrize("mode", MODES)
def test_every_processor_gives_the_same_pixels(
    mode: str, through: Filter, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, sizes = grain(mode, (1201, 903)), [(960, 722), (333, 250), (61, 46), (7, 5)]
    with_all = [resizer(image, (0, 0, *image.size))(size, through).tobytes() for size in sizes]

    def plain() -> cykooz_resizer.Resizer:
        resizing = real()
        resizing.cpu_extensions = cykooz_resizer.CpuExtensions.none
        return resizing

    real = cykooz_resizer.Resizer
    monkeypatch.setattr(cykooz_resizer, "Resizer", plain)
    assert [resizer(image, (0, 0, *image.size))(size, through).tobytes() for size in sizes] == with_all


@pytest.mark.usefixtures("without_the_quick_one")
def test_a_machine_without_the_quick_library_makes_the_same_pictures() -> None:
    wanted = [output("webp", width, sharpen=sharpen) for width, sharpen in ((160, 0), (80, 100), (40, 40))]
    for image in made(COLOURED["JPEG"](), *wanted):
        for seen, expected in zip(corners(image), COLOURS, strict=True):
            assert near(seen, expected, 12)


def test_what_resizes_is_named_among_what_makes_images(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "resizer cykooz_resizer 4" in codecs()
    monkeypatch.setattr(photo_resizing, "quick", None)
    assert codecs().endswith("resizer pillow")


def test_a_large_part_stays_with_pillow_and_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_resizing, "_MOST", 1000)
    monkeypatch.setattr(photo_resizing, "quick", object())  # which can't resize
    image = cutout()
    shown = resizer(image, (0, 0, *image.size))((80, 60), Filter.bilinear)
    assert shown.tobytes() == image.resize((80, 60), Image.Resampling.BILINEAR).tobytes()
