"""Photo × recipe → derivatives, by arithmetic alone."""

import hashlib
from pathlib import PurePosixPath

from galeri.model.outputs import Frame, ImageOutput, Rights
from galeri.model.records import RecordPhoto
from galeri.model.theme import Recipe
from galeri.model.values import Focus
from galeri.model.views import Source

MAKER = "2"
"""Rises when the same description gives other bytes: file names carry it, as hosts cache images for ever."""

_NEAR = 1.15
"""Two widths within this factor are nearly the same: the smaller saves nothing worth a file."""
_LONGEST = 16383
"""Pixels: the longest side that WebP can have (RFC 9649, section 2.7); the other formats reach further."""
_SUFFIX = {"webp": "webp", "jpeg": "jpg", "avif": "avif"}
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
    photo: RecordPhoto, recipe: Recipe, folder: str, rights: Rights = _UNKNOWN
) -> list[ImageOutput]:
    """Plan the files of a photo for a recipe: each format at each width, in the recipe's order.

    `folder` is where they go, such as `images/batik-gentongan`.
    """
    shown = frame(photo.file.width, photo.file.height, photo.facts.focus, recipe.ratio)
    available = max(1, min(shown.width, _LONGEST, shown.width * _LONGEST // shown.height))
    sizes = [(width, height(width, shown, recipe.ratio)) for width in widths(recipe.widths, available)]
    stem = f"{folder}/{_stem(photo.facts.file)}"
    alike = f"{MAKER}|{photo.file.digest}|{shown}|{recipe.sharpen}|{recipe.ground}|{rights}"
    return [
        ImageOutput(
            path=f"{stem}-{size[0]}.{_digest(f'{alike}|{size}|{fmt}|{quality}')}.{_SUFFIX[fmt]}",
            source=photo.file.path,
            digest=photo.file.digest,
            frame=shown,
            width=size[0],
            height=size[1],
            format=fmt,
            quality=quality,
            sharpen=recipe.sharpen,
            ground=recipe.ground,
            rights=rights,
        )
        for fmt, quality in ((fmt, recipe.quality[fmt]) for fmt in recipe.formats)
        for size in sizes
    ]


def sources(outputs: list[ImageOutput]) -> tuple[Source, ...]:
    """Gather derivatives by format, in the order in which they were planned."""
    formats = dict.fromkeys(output.format for output in outputs)
    return tuple(
        Source(f"image/{fmt}", tuple((o.path, o.width) for o in outputs if o.format == fmt))
        for fmt in formats
    )


def _stem(file: str) -> str:
    """Give the beginning of a derivative's name: that of the photo's `file`, as every host bears it."""
    stem = PurePosixPath(file).stem.lower()
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in stem).strip("-") or "photo"


def _digest(described: str) -> str:
    return hashlib.blake2b(described.encode(), digest_size=6).hexdigest()
