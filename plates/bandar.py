"""Weft ikat of Bandar Kidul: ceplok stars and tirto, the running water, in the blues of Kediri's looms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, ikat, layouts, weave
from plates.canvas import blur
from plates.drape import Cloth
from plates.vector import Sheet, place

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.canvas import Field

GROUND = colour.tone("5a1a3a")
HUES = {
    "white": colour.tone("eee3cc"),
    "gold": colour.tone("d59a34"),
    "blue": colour.tone("2c5a86"),
    "ink": colour.tone("1c1626"),
}


def _star(sheets: dict[str, Sheet], x: float, y: float, size: float) -> None:
    def lay_in(points: np.ndarray, name: str) -> None:
        for key, sheet in sheets.items():
            sheet.fill(place(points * size, x, y), 1.0 if key == name else 0.0)

    for grow, name in ((1.0, "white"), (0.86, "blue"), (0.60, "gold"), (0.44, "ink"), (0.22, "white")):
        points = []
        for k in range(16):
            r = grow * (1.0 if k % 2 == 0 else 0.62)
            points.append((r * np.cos(k * np.pi / 8), r * np.sin(k * np.pi / 8)))
        lay_in(np.array(points), name)
    for k in range(4):
        t = np.pi / 4 + k * np.pi / 2
        bud = np.array([(1.02, 0), (1.22, -0.12), (1.42, 0), (1.22, 0.12)])
        lay_in(place(bud, 0, 0, t), "gold")


def _water(sheets: dict[str, Sheet], y: float, width: int, step: float) -> None:
    x = np.arange(-step, width + step, step / 12)
    for off, thick, name in (
        (0, 0.40, "ink"),
        (0, 0.30, "blue"),
        (0, 0.14, "white"),
        (0.36, 0.05, "gold"),
        (-0.36, 0.05, "gold"),
    ):
        line = np.stack([x, y + off * step + 0.22 * step * np.sin(2 * np.pi * x / step)], axis=1)
        for key, sheet in sheets.items():
            sheet.line(line, thick * step, 1.0 if key == name else 0.0)


def flat(rng: Generator, width: int, height: int, step: float, thread: float, stray: float) -> Cloth:
    """Tie, dye and weave a length."""
    sheets = {name: Sheet(width, height) for name in HUES}
    for row, y in enumerate(np.arange(step * 0.4, height + step, step * 1.5)):
        for x in np.arange((row % 2) * step * 0.5, width + step, step):
            _star(sheets, x, y, step * 0.36)
        _water(sheets, y + step * 0.75, width, step * 0.5)
    picture = GROUND * np.ones((height, width, 1), dtype=np.float32)
    seed = int(rng.integers(1 << 30))
    for name, sheet in sheets.items():
        seeped = ikat.weft(np.random.default_rng(seed), sheet.mask(), thread, stray)
        picture = picture + (HUES[name] - picture) * seeped[..., None]
    strength = ikat.picks(rng, width, height, thread, 0.06)
    if thread < 5:
        grain = weave.fine(rng, width, height, 0.035)
        relief = (grain - 1) * 7
    else:
        relief, grain, over = weave.plain(rng, width, height, thread, 1.5, 0.05)
        picture = picture + (GROUND - picture) * (0.5 * over[..., None])
        relief = relief * thread * 0.28
    hue = np.asarray(picture * (grain * strength)[..., None], dtype=np.float32)
    return Cloth(hue, np.ones((height, width), dtype=np.float32), np.asarray(relief, dtype=np.float32))


def cloth(rng: Generator) -> Field:
    """Lay the cloth down, its corner to the lower right."""
    table = ground.plaster(rng, 1800, 2400, colour.tone("b9b4a6"))
    return blur(layouts.corner(rng, flat(rng, 2300, 2800, 300, 3.0, 4.4), table, -0.18, 0.4), 0.7)


def detail(rng: Generator) -> Field:
    """Come close to a star and the water."""
    return blur(layouts.macro(rng, flat(rng, 2750, 2180, 880, 8.0, 15.0), 0.06, sheen=0.3), 0.7)
