"""Weft ikat of Parengan: gunungan, the mountain that is a gate, on the flying-shuttle loom's fine cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, ikat, light, weave
from plates.canvas import Field, grid, smoothstep
from plates.drape import Cloth, Laying, Ridge, folds, lay, photograph
from plates.vector import Points, Sheet, spline

if TYPE_CHECKING:
    from numpy.random import Generator

TEAL = colour.tone("123f4c")
ROSE = colour.tone("a83a4a")
AMBER = colour.tone("d69a3c")
LEAFY = colour.tone("5d7a3a")
INK = colour.tone("171c2c")
STEP = 12.0


def _mirrored(right: list[tuple[float, float]]) -> Points:
    left = [(-x, y) for x, y in reversed(right)]
    return np.array(right + left, dtype=float)


def _stepped(points: Points) -> Points:
    """Turn an outline into the steps that tied bundles of weft make."""
    out = []
    for k, (x, y) in enumerate(points):
        nx, ny = points[(k + 1) % len(points)]
        count = max(1, round(abs(ny - y) / STEP))
        for j in range(count):
            t, s = j / count, (j + 1) / count
            out += [(x + (nx - x) * t, y + (ny - y) * t), (x + (nx - x) * t, y + (ny - y) * s)]
    return np.array(out)


GATE = spline(
    [(0, -330), (26, -262), (70, -214), (66, -150), (128, -96), (150, -20), (120, 60), (168, 110)], 7
)


def gunungan(sheets: dict[str, Sheet], x: float, y: float, scale: float) -> None:
    """Draw one gunungan into the sheets: outline, body, gate, tree and wings."""

    def put(points: Points, name: str, grow: float = 1.0) -> None:
        for sheet in sheets.values():
            sheet.fill(_stepped(points * grow) * scale + np.array([x, y]), 0)
        if name in sheets:
            sheets[name].fill(_stepped(points * grow) * scale + np.array([x, y]))

    side = [(float(a), float(b)) for a, b in GATE]
    put(_mirrored([*side, (168, 210), (110, 250)]), "cream", 1.09)
    put(_mirrored([*side, (168, 210), (110, 250)]), "rose")
    put(
        _mirrored(
            [(0, -250), (26, -190), (50, -120), (92, -60), (104, 10), (76, 84), (110, 120), (110, 196)]
        ),
        "amber",
    )
    put(
        _mirrored([(0, -205), (18, -150), (38, -88), (70, -40), (80, 8), (52, 84), (84, 124), (84, 196)]),
        "ink",
    )
    put(_mirrored([(0, -150), (12, -96), (12, 30), (18, 70)]), "cream")
    for level, reach in ((-92, 34), (-46, 52), (0, 58)):
        for side_ in (-1, 1):
            branch = np.array(
                [(10, level + 20), (reach, level - 22), (reach + 6, level - 2), (10, level + 38)]
            )
            put(branch * np.array([side_, 1]), "leafy")
    put(_mirrored([(0, 84), (30, 96), (48, 130), (48, 196)]), "cream")
    put(_mirrored([(0, 108), (18, 116), (30, 140), (30, 196)]), "rose")
    for k in range(3):
        put(_mirrored([(0, 206 + 15 * k), (118 - 6 * k, 206 + 15 * k), (118 - 6 * k, 214 + 15 * k)]), "cream")


def lozenge(sheets: dict[str, Sheet], x: float, y: float, scale: float) -> None:
    """Draw the small stepped lozenge that stands between."""
    for size, name in ((88, "cream"), (72, "amber"), (54, "ink"), (34, "rose"), (15, "cream")):
        shape = np.array([(0, -size), (size * 0.72, 0), (0, size), (-size * 0.72, 0)], dtype=float)
        for sheet in sheets.values():
            sheet.fill(_stepped(shape) * scale + np.array([x, y]), 0)
        sheets[name].fill(_stepped(shape) * scale + np.array([x, y]))


def _band(sheets: dict[str, Sheet], y: float, width: int, scale: float) -> None:
    """Weave a band of plain weft between two rows, a chain of ties along its middle."""
    stripes = ((0, 60, "ink"), (4, 10, "cream"), (14, 46, "rose"), (50, 56, "cream"))
    for top, bottom, name in stripes:
        box = np.array([(0, top), (width / scale, top), (width / scale, bottom), (0, bottom)]) * scale
        for key, sheet in sheets.items():
            sheet.fill(box + np.array([0, y]), 1.0 if key == name else 0.0)
    for x in np.arange(0, width / scale, 43):
        knot = np.array([(x, 20), (x + 22, 20), (x + 22, 40), (x, 40)]) * scale + np.array([0, y])
        sheets["amber"].fill(knot)
        sheets["rose"].fill(knot, 0)


def flat(
    rng: Generator, width: int, height: int, scale: float, thread: float, stray: float
) -> tuple[Field, Field]:
    """Dye the weft and weave it: the cloth's colour, and the relief of its threads."""
    sheets = {name: Sheet(width, height) for name in ("cream", "rose", "amber", "ink", "leafy")}
    across, down = 430 * scale, 700 * scale
    for row, y in enumerate(np.arange(0.52 * down, height + down, down)):
        for x in np.arange(((row % 2) - 0.5) * across, width + across, across):
            gunungan(sheets, x, y, scale)
            lozenge(sheets, x + across / 2, y - 0.18 * down, scale)
            lozenge(sheets, x + across / 2, y + 0.30 * down, scale * 0.62)
        _band(sheets, y - 0.56 * down, width, scale)
    hues = {"cream": colour.IVORY, "rose": ROSE, "amber": AMBER, "ink": INK, "leafy": LEAFY}
    picture = TEAL * np.ones((height, width, 1), dtype=np.float32)
    seed = int(rng.integers(1 << 30))
    for name, sheet in sheets.items():
        feathered = ikat.weft(np.random.default_rng(seed), sheet.mask(), thread, stray)
        picture = picture + (hues[name] - picture) * feathered[..., None]
    strength = ikat.picks(rng, width, height, thread, 0.07)
    if thread < 5:
        grain = weave.fine(rng, width, height, 0.035)
        relief = (grain - 1) * 7
    else:
        relief, grain, over = weave.plain(rng, width, height, thread, 1.5, 0.05)
        picture = picture * (1 - 0.55 * over[..., None]) + TEAL * 0.55 * over[..., None]
        relief = relief * thread * 0.28
    return np.asarray(picture * (grain * strength)[..., None], dtype=np.float32), relief.astype(np.float32)


def cloth(rng: Generator) -> Field:
    """Lay the cloth down in easy waves."""
    width, height = 2400, 1800
    picture, relief = flat(rng, 2300, 1500, 0.82, 3.0, 4.6)
    piece = Cloth(picture, np.ones(relief.shape, dtype=np.float32), relief)
    ridges = [Ridge(700, 300, 0.5, 110, 1300, 170, 0.1), Ridge(1500, 1150, 0.36, 140, 1400, 210, -0.08)]
    ridges += [Ridge(1900, 500, 0.62, 85, 900, 120, 0.1), Ridge(600, 1300, 0.3, 80, 900, 120, 0.1)]
    laid = lay(piece, folds(rng, width, height, ridges, 8), Laying(1080, 960, -0.1, 1.0, 0.3))
    table = ground.plaster(rng, width, height, colour.tone("d9c6a8"))
    return light.vignette(photograph(laid, table, sheen=0.35))


def detail(rng: Generator) -> Field:
    """Come close to a gunungan's edge, where the colours feather into one another."""
    width, height = 2400, 1800
    picture, relief = flat(rng, 3000, 2200, 2.5, 8.0, 17.0)
    piece = Cloth(picture, np.ones(relief.shape, dtype=np.float32), relief)
    ridges = [Ridge(1700, 500, 2.0, 420, 1700, 150, 0.05), Ridge(300, 1500, 2.2, 300, 1200, 90, -0.05)]
    laid = lay(piece, folds(rng, width, height, ridges, 8), Laying(1300, 960, 0.06, 1.0, 0.15))
    lit = photograph(laid, np.zeros((height, width, 3), dtype=np.float32), sheen=0.3)
    x, y = grid(width, height)
    away = np.abs((y + 0.15 * x - 1000) / 1500)
    return light.vignette(light.focus(lit, smoothstep(0.3, 0.85, away), 8))
