"""A photo's bytes → what is measured of its pixels, from the smallest decoding that is good for it."""

from array import array
from collections.abc import Sequence

from PIL import Image, ImageFilter

from galeri.making.photo_decoding import decode, stored_size
from galeri.making.photo_scaling import on_ground
from galeri.model.photo_needs import Measure

SIZE = 1000
"""Pixels of the longer side at which sharpness is measured: about what a screen shows."""
_JUDGED = 400
"""Pixels: of less than this on the longer side, nobody can tell whether it is blurred or only small."""
_TILES = (32, 32)
"""The photo is cut into so many tiles: a bowl on a plain ground is sharp, though most of it is smooth."""
_GLIMPSE = (8, 8)
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), 1, 128)
"""Each pixel's four neighbours less four times itself, about 128, clipped to 8 bits."""
_LEVELS = [float(value - 128) for value in range(256)]


def measure(data: bytes) -> Measure:
    """Measure a photo; raises BrokenImageError where it can't be decoded."""
    size = stored_size(data)
    fraction = next((each for each in (8, 4, 2) if max(size) >= SIZE * each), 1)
    grey = _grey(decode(data, fraction).image)
    sharpness = round(_sharpness(grey), 1) if max(size) >= _JUDGED else None
    return Measure(sharpness, grey.resize(_GLIMPSE, Image.Resampling.BOX).tobytes())


def _grey(image: Image.Image) -> Image.Image:
    """Bring a photo to its luminance, no larger than it is measured."""
    scale = SIZE / max(image.size)
    if scale < 1:
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        image = image.resize(size, Image.Resampling.BOX)
    if image.mode in {"RGBA", "LA"}:
        image = on_ground(image.convert("RGBA"), "#ffffff")
    return image.getchannel("L") if image.mode == "LAB" else image.convert("L")


def _sharpness(grey: Image.Image) -> float:
    """Give the largest variance of the Laplacian in a tile (Pech-Pacheco and others, 2000, LAPV, by tiles)."""
    if min(grey.size) < 3:  # noqa: PLR2004 - no pixel has four neighbours
        return 0.0
    edges = grey.filter(_LAPLACIAN).crop((1, 1, grey.width - 1, grey.height - 1))
    means, squares = (_by_tile(edges, table) for table in (_LEVELS, [level * level for level in _LEVELS]))
    return max(square - mean * mean for mean, square in zip(means, squares, strict=True))


def _by_tile(edges: Image.Image, table: list[float]) -> Sequence[float]:
    """Look each pixel up in a table; give the mean of each tile."""
    return array("f", edges.point(table, "F").resize(_TILES, Image.Resampling.BOX).tobytes())
