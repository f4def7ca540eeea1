"""What is decoded to a fraction is the average of the whole, however it was decoded."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from galeri.making.photo_decoding import decode
from tests.photos.samples import heic, saved

KINDS: dict[str, Callable[[Image.Image], bytes]] = {
    "PNG": lambda image: saved(image, "PNG"),
    "TIFF": lambda image: saved(image, "TIFF"),
    "WebP": lambda image: saved(image, "WEBP", lossless=True),
    "HEIC": heic,
}


def grain(mode: str) -> Image.Image:
    """Draw more than two bands of noise whose last blocks are not whole."""
    levels = np.random.default_rng(3).integers(0, 256, (603, 205, 3), dtype=np.uint8)
    image = Image.fromarray(levels)
    if mode == "RGBA":
        image.putalpha(Image.radial_gradient("L").resize(image.size))
    return image.convert(mode)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("block", [2, 4, 8])
@pytest.mark.parametrize("kind", KINDS)
def test_a_fraction_is_the_average_of_the_whole(kind: str, block: int, mode: str) -> None:
    data = KINDS[kind](grain(mode))
    whole, part = decode(data), decode(data, block)
    assert part.image.mode == whole.image.mode
    assert part.image.tobytes() == whole.image.reduce(block).tobytes()
    assert (part.whole, part.orientation, part.profile) == (whole.whole, whole.orientation, whole.profile)
