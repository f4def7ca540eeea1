"""A photo's bytes and frozen descriptions → derivatives: upright, in sRGB, with nothing in them but whose they are."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, features

from galeri.making.photo_colours import in_srgb
from galeri.making.photo_decoding import BrokenImageError, decode, stored_size
from galeri.making.photo_rights import iptc, xmp
from galeri.making.photo_scaling import on_ground, reduction, scaled, sharpened
from galeri.model.outputs import ImageOutput

__all__ = ["BrokenImageError", "codecs", "encode", "make_images"]

_SPEED = {False: 8, True: 6}
"""AVIF's speed of an encoding that is quick, and of one that is fine; so with the methods of WebP."""
_METHOD = {False: 4, True: 6}
_LEAST = 38
"""The quality below which no file is made lighter: what is then to be seen is worse than what it costs."""
_STEP = 4
"""By how much the quality of a file that is too heavy is lowered at once."""
_LIBRARIES = ("pil", "webp", "libjpeg_turbo", "avif", "littlecms2")


def codecs() -> str:
    """Name the versions of what decodes, converts and encodes images, for keys.

    HEIC's decoder is not among them: what HEVC decodes to is laid down to the bit, and to ask it costs an import.
    """
    return ", ".join(f"{name} {features.version(name)}" for name in _LIBRARIES)


def make_images(data: bytes, outputs: Sequence[ImageOutput]) -> Iterator[tuple[ImageOutput, bytes]]:
    """Make all `outputs` of one photo; raises BrokenImageError where it can't be decoded.

    What they share is done once, but no output depends on which others are asked for.
    """
    if not outputs:
        return
    size = stored_size(data)
    fractions: dict[int, list[ImageOutput]] = {}
    for output in outputs:
        fraction = reduction(size, output.frame, (output.width, output.height))
        fractions.setdefault(fraction, []).append(output)
    for fraction, made_of_it in fractions.items():
        photo = decode(data, fraction)
        for alike in _alike(made_of_it):
            first = alike[0]
            shown = scaled(photo, first.frame, (first.width, first.height))
            yield from _encoded(in_srgb(shown, photo.profile), alike)


def _alike(outputs: Sequence[ImageOutput]) -> list[list[ImageOutput]]:
    """Gather outputs that differ in nothing but their format."""
    found: dict[object, list[ImageOutput]] = {}
    for each in outputs:
        found.setdefault((each.frame, each.width, each.height, each.sharpen), []).append(each)
    return list(found.values())


def _encoded(shown: Image.Image, outputs: Sequence[ImageOutput]) -> Iterator[tuple[ImageOutput, bytes]]:
    """Sharpen once, and once more only where a transparent picture is laid on a ground before."""
    crisp = sharpened(shown, outputs[0].sharpen)
    for output in outputs:
        if output.format == "jpeg" and shown.mode == "RGBA":
            yield output, encode(sharpened(on_ground(shown, output.ground), output.sharpen), output)
        else:
            yield output, encode(crisp, output)


def encode(image: Image.Image, output: ImageOutput) -> bytes:
    """Encode a picture with its rights; where it is heavier than it may be, in as low a quality as it takes."""
    quality = output.quality
    made = _saved(image, output, quality)
    while output.heaviest and len(made) > output.heaviest * 1000 and quality > _LEAST:
        quality = max(_LEAST, quality - _STEP)
        made = _saved(image, output, quality)
    return made


def _saved(image: Image.Image, output: ImageOutput, quality: int) -> bytes:
    """Save a picture with no profile: what carries none is sRGB (CSS Color 4, section 10.1)."""
    made = BytesIO()
    packet = xmp(output.rights)
    about = {"xmp": packet} if packet else {}
    match output.format:
        case "jpeg":
            options = {"progressive": True, "optimize": True, "extra": iptc(output.rights)}
            image.save(made, "JPEG", quality=quality, **options, **about)
        case "webp":
            image.save(made, "WEBP", quality=quality, method=_METHOD[output.fine], **about)
        case _:
            # One thread: the processes of the pool keep all cores busy.
            speed = _SPEED[output.fine]
            image.save(
                made, "AVIF", quality=quality, speed=speed, subsampling="4:4:4", max_threads=1, **about
            )
    return made.getvalue()
