"""A large picture → the averages of its blocks, in bands: the whole is never held twice."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image

_BAND = 256
"""Pixels: the height of what is averaged at once, in whole blocks of every size."""


def averaged(image: Image.Image, block: int) -> Image.Image:
    """Average blocks of `block` × `block` pixels; those at the right and the bottom may hold fewer."""
    if image.mode not in {"LA", "RGBA"}:
        return image.reduce(block)  # only of what is transparent does Pillow make a copy before
    return _in_bands(
        image.mode, image.size, block, lambda top, bottom: image.crop((0, top, image.width, bottom))
    )


def averaged_heif(data: bytes, block: int) -> Image.Image:
    """Decode a HEIC and average blocks of its pixels where its decoder holds them, without a copy in Pillow.

    Raises whatever the decoder does.
    """
    from pillow_heif import open_heif  # noqa: PLC0415 - slow to import, and few need it

    photo = open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    pixels, mode, size, stride = photo.data, photo.mode, photo.size, photo.stride

    def band(top: int, bottom: int) -> Image.Image:
        rows = bytes(pixels[top * stride : bottom * stride])
        return Image.frombytes(mode, (size[0], bottom - top), rows, "raw", mode, stride)

    return _in_bands(mode, size, block, band)


def _in_bands(
    mode: str, size: tuple[int, int], block: int, band: Callable[[int, int], Image.Image]
) -> Image.Image:
    made = Image.new(mode, (-(-size[0] // block), -(-size[1] // block)))
    for top in range(0, size[1], _BAND):
        made.paste(band(top, min(top + _BAND, size[1])).reduce(block), (0, top // block))
    return made
