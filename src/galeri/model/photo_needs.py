"""What a photo must be for what is made of it, and what is measured of it: each number once, with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from galeri.model.theme import Role


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured of a photo's pixels.

    `sharpness` is the largest variance of the Laplacian in any of its tiles, in squared levels of 8 bits, at a
    size of 1000 pixels; None where the photo is too small to be judged. `glimpse` is the whole photo in 8 × 8 grey
    pixels, row by row.
    """

    sharpness: float | None
    glimpse: bytes


class Screen(NamedTuple):
    """What a role of photo needs on a screen, in pixels of the longer side.

    `shown` is the theme's role for it. Below `least` a page can only show it small; from `sharp` on it is crisp on
    a telephone of today, whose screen has some 1200 pixels across.
    """

    shown: Role
    least: int
    sharp: int


SCREEN: Mapping[str, Screen] = MappingProxyType(
    {
        "piece": Screen("page", 640, 1200),
        "detail": Screen("page", 640, 1200),
        "place": Screen("page", 640, 1200),
        "process": Screen("step", 480, 800),
        "portrait": Screen("portrait", 320, 600),
    }
)
"""By the role that a record gives its photo. No more is asked for than the theme's widest picture of that role."""

DPI = 300
"""Pixels an inch that a printer asks for: finer than an eye tells at reading distance."""
MILLIMETRES_AN_INCH = 25.4
PRINTED: Mapping[str, int] = MappingProxyType(
    {"piece": 180, "detail": 85, "place": 85, "process": 85, "portrait": 55}
)
"""Millimetres of the longer side in a catalogue on A4: the width of its text, half of it, a third of it."""
PRINTED_ELSEWHERE = 85
"""Millimetres for a photo of a motif, a technique or a place: it stands beside the text."""
USES = ("print", "every screen", "most screens", "too small")
"""What a photo may be large enough for, in words of reports."""

SHARP = 50.0
"""A photo with no tile of at least this sharpness looks blurred (docs/images.md tells how it was measured)."""
ALIKE = 1.5
"""Two glimpses whose pixels differ by less than this on average, of 255 levels, are of the same picture."""


def printed_length(kind: str, role: str) -> int:
    """Give the millimetres of the longer side in print, for a photo that a kind of record gives a role."""
    return PRINTED[role] if kind == "product" or role == "portrait" else PRINTED_ELSEWHERE


def enough_for(kind: str, role: str, longer: int) -> str:
    """Say which of USES a photo with `longer` pixels on its longer side is large enough for."""
    least = (printed_pixels(printed_length(kind, role)), SCREEN[role].sharp, SCREEN[role].least, 0)
    return next(use for use, pixels in zip(USES, least, strict=True) if longer >= pixels)


def printed_pixels(millimetres: int) -> int:
    """Give the pixels that a length in print needs."""
    return round(millimetres / MILLIMETRES_AN_INCH * DPI)
