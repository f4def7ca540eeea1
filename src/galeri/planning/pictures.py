"""Photo × recipe → derivatives, by arithmetic alone."""

import hashlib
from pathlib import PurePosixPath

from galeri.model.outputs import Frame, ImageOutput
from galeri.model.records import RecordPhoto
from galeri.model.theme import Recipe
from galeri.model.values import Focus
from galeri.model.views import Source

MAKER = "2"
"""Rises when the same description gives other bytes: file names carry it, as hosts cache images for ever."""

_NEAR = 1.15
"""Two widths within this factor are nearly the same: the smaller saves nothing worth a file."""
_SUFFIX = {"webp": "webp", "jpeg": "jpg", "avif": "avif"}


def frame(width: int, height: int, focus: Focus, ratio: tuple[int, int] | None) -> Frame:
    """Give the largest frame of `ratio` within `width` × `height` pixels, as near round `focus` as the edges allow."""
    if ratio is None:
        return Frame(0, 0, width, height)
    across, down = ratio
    if width * down > height * across:
        wide, high = max(1, round(height * across / down)), height
    else:
        wide, high = width, max(1, round(width * down / across))
    left = min(max(round(width * focus.x / 100 - wide / 2), 0), width - wide)
    top = min(max(round(height * focus.y / 100 - high / 2), 0), height - high)
    return Frame(left, top, wide, high)


def widths(wanted: tuple[int, ...], available: int) -> tuple[int, ...]:
    """Choose widths (pixels, rising) of those wanted, never larger than `available`.

    In place of larger ones comes `available` itself, unless a chosen one is nearly as wide.
    """
    kept = [width for width in sorted(set(wanted)) if width <= available]
    if len(kept) < len(set(wanted)) and (not kept or kept[-1] * _NEAR < available):
        kept.append(available)
    spaced = [kept[-1]]
    for width in reversed(kept[:-1]):
        if width * _NEAR <= spaced[-1]:
            spaced.append(width)
    return tuple(reversed(spaced))


def derivatives(photo: RecordPhoto, recipe: Recipe, folder: str) -> list[ImageOutput]:
    """Plan the files of a photo for a recipe: each format at each width, in the recipe's order.

    `folder` is where they go, such as `images/batik-gentongan`.
    """
    shown = frame(photo.file.width, photo.file.height, photo.facts.focus, recipe.ratio)
    outputs = []
    for fmt in recipe.formats:
        for width in widths(recipe.widths, shown.width):
            height = max(1, round(width * shown.height / shown.width))
            quality = recipe.quality[fmt]
            outputs.append(_output(photo, shown, (width, height), fmt, quality, folder))
    return outputs


def sources(outputs: list[ImageOutput]) -> tuple[Source, ...]:
    """Gather derivatives by format, in the order in which they were planned."""
    formats = dict.fromkeys(output.format for output in outputs)
    return tuple(
        Source(f"image/{fmt}", tuple((o.path, o.width) for o in outputs if o.format == fmt))
        for fmt in formats
    )


def _output(
    photo: RecordPhoto, shown: Frame, size: tuple[int, int], fmt: str, quality: int, folder: str
) -> ImageOutput:
    described = f"{MAKER}|{photo.file.digest}|{shown}|{size}|{fmt}|{quality}"
    digest = hashlib.blake2b(described.encode(), digest_size=6).hexdigest()
    stem = PurePosixPath(photo.facts.file).stem.lower()
    safe = "".join(char if char.isascii() and char.isalnum() else "-" for char in stem).strip("-") or "photo"
    path = f"{folder}/{safe}-{size[0]}.{digest}.{_SUFFIX[fmt]}"
    return ImageOutput(path, photo.file.path, photo.file.digest, shown, *size, fmt, quality)
