"""Photo × recipe → derivatives, by arithmetic alone."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from galeri.model.outputs import Frame, ImageOutput, Rights
from galeri.model.records import RecordPhoto
from galeri.model.theme import Recipe
from galeri.model.values import Focus
from galeri.model.views import Source

MAKER = "4"
"""Rises when the same description gives other bytes: file names carry it, as hosts cache images for ever."""

_NEAR = 1.15
"""Two widths within this factor are nearly the same: the smaller saves nothing worth a file."""
_LONGEST = 16383
"""Pixels: the longest side that WebP can have (RFC 9649, section 2.7); the other formats reach further."""
_SUFFIX = {"webp": "webp", "jpeg": "jpg", "avif": "avif"}
_ELASTIC = {"avif", "webp"}
"""Formats that give fewer bytes for more time, and for less quality; JPEG, the fallback, is made in one way."""
_UNKNOWN = Rights()


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


def height(width: int, shown: Frame, ratio: tuple[int, int] | None) -> int:
    """Give the height in pixels of a derivative of `shown` that is `width` wide.

    Frames are whole pixels and so only nearly of their ratio; where that makes one pixel in height, the ratio
    decides, so that all pictures of one ratio and width are of one height.
    """
    own = round(width * shown.height / shown.width)
    asked = round(width * ratio[1] / ratio[0]) if ratio else own
    return max(1, min(asked if abs(asked - own) == 1 else own, shown.height, _LONGEST))


def derivatives(
    photo: RecordPhoto, recipe: Recipe, folder: str, rights: Rights = _UNKNOWN, *, fine: bool = False
) -> list[ImageOutput]:
    """Plan the files of a photo for a recipe: each format at each width, in the recipe's order.

    `folder` is where they go, such as `images/batik-gentongan`; `fine` gives fewer bytes for more time.
    """
    shown = frame(photo.file.width, photo.file.height, photo.facts.focus, recipe.ratio)
    available = max(1, min(shown.width, _LONGEST, shown.width * _LONGEST // shown.height))
    described = [
        ImageOutput(
            path="",
            source="",
            digest=photo.file.digest,
            frame=shown,
            width=width,
            height=height(width, shown, recipe.ratio),
            format=fmt,
            quality=recipe.quality[fmt],
            sharpen=recipe.sharpen,
            ground=recipe.ground,
            rights=rights,
            fine=fine and fmt in _ELASTIC,
            heaviest=_limit(recipe.heaviest, width) if fmt in _ELASTIC else None,
            pixels=photo.file.width * photo.file.height,
        )
        for fmt in recipe.formats
        for width in widths(recipe.widths_in(fmt), available)
    ]
    stem = f"{folder}/{_stem(photo.facts.file)}"
    return [replace(each, path=_path(stem, each), source=photo.file.path) for each in described]


def sources(outputs: list[ImageOutput]) -> tuple[Source, ...]:
    """Gather derivatives by format, in the order in which they were planned."""
    formats = dict.fromkeys(output.format for output in outputs)
    return tuple(
        Source(f"image/{fmt}", tuple((o.path, o.width) for o in outputs if o.format == fmt))
        for fmt in formats
    )


def _limit(heaviest: Mapping[int, int], width: int) -> int | None:
    """Give the kilobytes of the narrowest of the widths named that is at least as wide, or None."""
    named = min((each for each in heaviest if each >= width), default=None)
    return heaviest[named] if named else None


def _path(stem: str, output: ImageOutput) -> str:
    """Name a derivative by all that its bytes depend on."""
    digest = hashlib.blake2b(f"{MAKER}|{output}".encode(), digest_size=6).hexdigest()
    return f"{stem}-{output.width}.{digest}.{_SUFFIX[output.format]}"


def _stem(file: str) -> str:
    """Give the beginning of a derivative's name: that of the photo's `file`, as every host bears it."""
    stem = PurePosixPath(file).stem.lower()
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in stem).strip("-") or "photo"
