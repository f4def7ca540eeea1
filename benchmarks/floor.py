"""The floor under photo work: what the bare codecs take for the same derivatives, one decoding and the encodings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.photo_sites import JPEG_QUALITY, JPEG_WIDTH, WEBP_QUALITY, WIDTHS
from galeri.making import images
from galeri.making.photo_decoding import decode, stored_size
from galeri.making.photo_scaling import cut, reduction
from galeri.model.outputs import Frame, ImageOutput
from galeri.model.theme import Recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def asked(size: tuple[int, int]) -> list[ImageOutput]:
    """Describe the derivatives of a whole photo of a size in pixels, as sharp as the program makes them unasked."""
    sharpen = Recipe(widths=WIDTHS).sharpen
    ladder = [("webp", width, WEBP_QUALITY) for width in WIDTHS] + [("jpeg", JPEG_WIDTH, JPEG_QUALITY)]
    return [
        ImageOutput(
            f"{width}.{fmt}",
            "",
            "",
            Frame(0, 0, *size),
            width,
            round(width * size[1] / size[0]),
            fmt,
            quality,
            sharpen,
        )
        for fmt, width, quality in ladder
    ]


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that some work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(photos: Sequence[Path], rounds: int) -> tuple[float, float]:
    """Return the seconds of processor time for all photos: by the program, and by the codecs alone.

    Of each photo the fastest of so many rounds counts, in which the two take turns. The codecs are given the very
    pixels that the program encodes.
    """
    whole = bare = 0.0
    for path in photos:
        taken = _of_one(path.read_bytes(), rounds)
        whole += min(ours for ours, _ in taken)
        bare += min(codecs for _, codecs in taken)
    return whole, bare


def _of_one(data: bytes, rounds: int) -> list[tuple[float, float]]:
    size = stored_size(data)
    outputs = asked(size)
    sizes = [(each.width, each.height) for each in outputs]
    fraction = reduction(size, outputs[0].frame, max(sizes))
    shown = cut(decode(data, fraction), outputs[0].frame)
    pictures = [(shown(wanted, each.sharpen), each) for wanted, each in zip(sizes, outputs, strict=True)]

    def codecs() -> None:
        decode(data, fraction)
        for picture, each in pictures:
            images.encode(picture, each)

    return [
        (seconds(lambda: list(images.make_images(data, outputs))), seconds(codecs)) for _ in range(rounds)
    ]
