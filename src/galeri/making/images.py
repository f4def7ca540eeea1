"""A photo's bytes and frozen descriptions → derivatives: upright, in sRGB, with nothing in them but whose they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from math import log

from PIL import Image, features

from galeri.making.photo_colours import in_srgb
from galeri.making.photo_decoding import BrokenImageError, DecodedPhoto, decode, stored_size
from galeri.making.photo_resizing import library
from galeri.making.photo_rights import iptc, xmp
from galeri.making.photo_scaling import cut, on_ground, reduction
from galeri.model.outputs import ImageOutput

__all__ = ["BrokenImageError", "codecs", "encode", "encode_for_press", "make_images"]

_SPEED = {False: 9, True: 6}
"""AVIF's speed of an encoding that is quick, and of one that is fine; so with the methods of WebP."""
_METHOD = {False: 4, True: 6}
_LEAST = 38
"""The quality below which no file is made lighter: what is then to be seen is worse than what it costs."""
_STEP = 4
"""By how much at least the quality of a file that is too heavy is lowered at once."""
_SAVED = 0.17
"""The share of its bytes that a file loses by a step at the most; plates lost 8 to 17 %."""
_LIBRARIES = ("pil", "webp", "libjpeg_turbo", "avif", "littlecms2")


def codecs() -> str:
    """Name the versions of what decodes, converts, resizes and encodes images, for keys.

    HEIC's decoder is not among them: what HEVC decodes to is laid down to the bit, and to ask it costs an import.
    """
    return ", ".join([*(f"{name} {features.version(name)}" for name in _LIBRARIES), f"resizer {library()}"])


Encode = Callable[[Image.Image, ImageOutput], bytes]
"""Turns pixels into a file."""


def make_images(
    data: bytes, outputs: Sequence[ImageOutput], encoded: Encode | None = None
) -> Iterator[tuple[ImageOutput, bytes]]:
    """Make all `outputs` of one photo; raises BrokenImageError where it can't be decoded.

    What they share is done once, but no output depends on which others are asked for. `encoded` stands in for
    `encode`.
    """
    encoded = encoded or encode
    if not outputs:
        return
    size = stored_size(data)
    for decoded_alike in _gathered(outputs, lambda each: _reduction(size, each)):
        photo = _decoded(data, _reduction(size, decoded_alike[0]))
        frames = _gathered(decoded_alike, lambda each: each.frame)
        while frames:
            framed_alike = frames.pop()
            shown = cut(photo, framed_alike[0].frame)
            if not frames:
                del photo  # the whole is not needed any more, and may be large
            for alike in _gathered(framed_alike, lambda each: (_size(each), each.sharpen)):
                picture = shown(_size(alike[0]), alike[0].sharpen)
                yield from ((each, encoded(picture, each)) for each in alike)
                del picture
            del shown  # before the next frame is cut out, or the next photo decoded


def _gathered(
    outputs: Sequence[ImageOutput], key: Callable[[ImageOutput], object]
) -> list[list[ImageOutput]]:
    """Gather outputs that are alike in something."""
    found: dict[object, list[ImageOutput]] = {}
    for each in outputs:
        found.setdefault(key(each), []).append(each)
    return list(found.values())


def _size(output: ImageOutput) -> tuple[int, int]:
    return output.width, output.height


def _reduction(size: tuple[int, int], output: ImageOutput) -> int:
    return reduction(size, output.frame, _size(output))


def _decoded(data: bytes, fraction: int) -> DecodedPhoto:
    photo = decode(data, fraction)
    return replace(photo, image=in_srgb(photo.image, photo.profile))


def encode(image: Image.Image, output: ImageOutput) -> bytes:
    """Encode a picture with its rights; where it is heavier than it may be, in as low a quality as it takes."""
    quality = output.quality
    made = _saved(image, output, quality)
    while output.heaviest and len(made) > output.heaviest * 1000 and quality > _LEAST:
        quality = max(_LEAST, quality - _STEP * _steps(len(made) / (output.heaviest * 1000)))
        made = _saved(image, output, quality)
    return made


def _steps(times: float) -> int:
    """Say by how many steps a file that is so many times too heavy must be lowered at the least."""
    return max(1, int(log(times) / -log(1 - _SAVED)))


def encode_for_press(image: Image.Image, output: ImageOutput) -> bytes:
    """Encode a JPEG as every press reads it, row by row and with the standard's tables: that is six times as quick."""
    made = BytesIO()
    packet = xmp(output.rights)
    about = {"xmp": packet} if packet else {}
    ready = on_ground(image, output.ground)
    ready.save(made, "JPEG", quality=output.quality, extra=iptc(output.rights), **about)
    return made.getvalue()


def _saved(image: Image.Image, output: ImageOutput, quality: int) -> bytes:
    """Save a picture with no profile: what carries none is sRGB (CSS Color 4, section 10.1)."""
    made = BytesIO()
    packet = xmp(output.rights)
    about = {"xmp": packet} if packet else {}
    match output.format:
        case "jpeg":
            options = {"progressive": True, "optimize": True, "extra": iptc(output.rights)}
            on_ground(image, output.ground).save(made, "JPEG", quality=quality, **options, **about)
        case "webp":
            image.save(made, "WEBP", quality=quality, method=_METHOD[output.fine], **about)
        case _:
            # One thread: the processes of the pool keep all cores busy.
            speed = _SPEED[output.fine]
            image.save(
                made, "AVIF", quality=quality, speed=speed, subsampling="4:4:4", max_threads=1, **about
            )
    return made.getvalue()
