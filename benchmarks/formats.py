"""Formats, speeds and qualities at equal quality: bytes and processor time of each where SSIMULACRA2 is the same.

Each photo is scaled by the program itself to the widths that are asked for, encoded in every setting at a few
qualities, decoded and scored. Between two qualities the logarithm of the bytes, the processor time and the quality are
taken to be straight lines over the score. Name photos as arguments; without any those of the demonstration's pieces
are measured.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image, features
from ssimulacra2 import compute_ssimulacra2

from benchmarks.codecs import SETTINGS, Setting
from galeri.making.photo_colours import in_srgb
from galeri.making.photo_decoding import decode
from galeri.making.photo_scaling import cut, reduction
from galeri.model.outputs import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARPEN = 100
SCORES = (60, 70, 80)
DEMO = "content/products/*/*.jpg"


@dataclass(frozen=True, slots=True)
class Point:
    """One encoding: its quality and score, the natural logarithm of its bytes, and its seconds of processor time."""

    quality: float
    score: float
    size: float
    seconds: float


Curve = list[Point]  # of one photo in one setting, with rising scores


def picture(path: Path, width: int) -> Image.Image:
    """Scale a photo as a build does."""
    data = path.read_bytes()
    whole = decode(data).whole
    wanted, frame = (width, round(width * whole[1] / whole[0])), Frame(0, 0, *whole)
    photo = decode(data, reduction(whole, frame, wanted))
    upright = replace(photo, image=in_srgb(photo.image, photo.profile))
    return cut(upright, frame)(wanted, SHARPEN)


def point(source: Image.Image, setting: Setting, quality: int) -> Point:
    """Encode and score; the fastest of two runs counts, as the first may find the machine cold."""
    runs = []
    for _ in range(2 if setting.quick else 1):
        made = BytesIO()
        start = time.process_time()
        options: dict[str, Any] = dict(setting.options)
        source.save(made, setting.format, quality=quality, **options)
        runs.append(time.process_time() - start)
    score = float(compute_ssimulacra2(lossless(source), made))
    return Point(quality, score, math.log(len(made.getvalue())), min(runs))


def lossless(source: Image.Image) -> BytesIO:
    """Keep a picture as the metric reads it: as a file."""
    kept = BytesIO()
    source.save(kept, "PPM")
    return kept


def curves(photo: Path, width: int, settings: Sequence[Setting]) -> list[Curve]:
    """Measure one photo at one width, in each of the settings."""
    source = picture(photo, width)
    return [
        sorted((point(source, setting, quality) for quality in setting.qualities), key=lambda p: p.score)
        for setting in settings
    ]


def at(curve: Curve, score: float) -> Point:
    """Interpolate a curve at a score; beyond its ends its last piece goes on."""
    low, high = next(((a, b) for a, b in pairwise(curve) if b.score >= score), (curve[-2], curve[-1]))
    share = (score - low.score) / (high.score - low.score)

    def between(one: float, other: float) -> float:
        return one + share * (other - one)

    return Point(
        between(low.quality, high.quality),
        score,
        between(low.size, high.size),
        between(low.seconds, high.seconds),
    )


def table(width: int, settings: Sequence[Setting], measured: Sequence[list[Curve]]) -> Iterator[str]:
    """Write a width's table: quality (median), kilobytes (geometric mean), processor time (mean), by score."""
    yield f"| {width} px | " + " | ".join(f"quality, KB, s at {score}" for score in SCORES) + " |"
    yield "|---" + "|---:" * len(SCORES) + "|"
    for number, setting in enumerate(settings):
        cells = (cell([at(photo[number], score) for photo in measured]) for score in SCORES)
        yield f"| {setting.name} | " + " | ".join(cells) + " |"


def cell(points: Sequence[Point]) -> str:
    """Sum up all photos."""
    size = math.exp(fmean(each.size for each in points)) / 1000
    return (
        f"{median(each.quality for each in points):.0f}, {size:.1f}, {fmean(e.seconds for e in points):.3f}"
    )


def measure(paths: Sequence[Path], widths: Sequence[int], settings: Sequence[Setting], workers: int) -> None:
    """Print the versions and one table for each width."""
    libraries = ("pil", "avif", "webp", "libjpeg_turbo")
    print(f"{len(paths)} photos; " + ", ".join(f"{name} {features.version(name)}" for name in libraries))
    with ProcessPoolExecutor(workers) as pool:
        for width in widths:
            measured = list(pool.map(partial(curves, width=width, settings=settings), paths))
            print("", *table(width, settings, measured), sep="\n", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("photos", nargs="*", type=Path, metavar="PHOTO")
    asked.add_argument("--widths", nargs="+", type=int, default=[640, 1280], metavar="PIXELS")
    asked.add_argument("--only", nargs="+", default=[""], metavar="TEXT", help="settings whose names hold it")
    asked.add_argument("--workers", type=int, default=1, help="photos that are measured at once")
    given = asked.parse_args()
    chosen = [each for each in SETTINGS if any(text in each.name for text in given.only)]
    measure(given.photos or sorted(Path().glob(DEMO)), given.widths, chosen, given.workers)


if __name__ == "__main__":
    main()
