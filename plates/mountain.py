"""Batik of Lumajang: the great banana hanging in its bunch, and Semeru among clouds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, ground, layouts, rice
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.vector import ribbon, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

LUMAJANG = Palette("33201c", "d9a028", "4a7436", "8c3a24", 0.05)


def _leaf(d: Design, side: int, reach: float, lift: float) -> None:
    """Draw a banana leaf that arches aside, torn along its ribs."""
    rib = [
        (0, -168),
        (side * 0.42 * reach, -168 - lift),
        (side * 0.8 * reach, -150 - 0.6 * lift),
        (side * reach, -66),
    ]
    line = spline(rib, 14)
    d.shape(ribbon(line, [8, 74, 98, 88, 54, 6]), "soga")
    d.vein(line[3:-3], 5)
    way = np.gradient(line, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None]
    for k in range(6, len(line) - 6, 4):
        half = 0.40 * np.interp(k / len(line), [0, 0.2, 0.4, 0.6, 0.8, 1], [8, 74, 98, 88, 54, 6])
        for turn in (-1, 1):
            out = np.array([-way[k, 1], way[k, 0]]) * turn * half + way[k] * 0.5 * half
            d.vein(np.array([line[k], line[k] + out]), 2.6)


def _fruit(d: Design, x: float, y: float, side: int, size: float) -> None:
    """Draw one banana that curves out from the stalk and up."""
    path = np.array([(0, 0), (34, 34), (84, 40), (128, 2), (140, -52)]) * np.array([side * size, size])
    line = spline(path + np.array([x, y]), 9)
    d.shape(ribbon(line, [12, 34, 46, 44, 26, 10]), "red")
    d.vein(line[6:-6], 3.2)
    d.dot(line[-1][0], line[-1][1], 4)


def bunch(d: Design) -> None:
    """Draw a bunch of pisang agung: leaves above, few and great fruits, the flower's heart below."""
    for side in (-1, 1):
        _leaf(d, side, 236, 62)
    d.stem(spline([(0, -176), (10, -90), (-4, 20), (2, 150)], 10), [16, 20, 16, 9])
    d.shape(spline([(-64, -70), (0, -90), (64, -70), (60, 60), (0, 104), (-60, 60)], 8, closed=True), "red")
    for y, size in ((56, 0.70), (-14, 0.88), (-88, 1.0)):
        for side in (-1, 1):
            _fruit(d, 0, y, side, size)
            _fruit(d, 0, y - 10, side, 0.62 * size)
    heart = [(0, 138), (36, 178), (30, 226), (0, 262), (-30, 226), (-36, 178)]
    d.shape(spline(heart, 8, closed=True), "dark")
    for x in (-14, 0, 14):
        d.vein(spline([(0.3 * x, 154), (1.5 * x, 196), (0.4 * x, 244)], 8), 2.8)


def _ridge(d: Design, outline: list[tuple[float, float]], bath: str) -> None:
    d.shape(spline(outline, 8, closed=True), bath)


def semeru(d: Design) -> None:
    """Draw the mountain: a ribbed cone over terraced hills, its smoke in curls."""
    cone = [(-176, 86), (-104, 6), (-46, -86), (-20, -118), (20, -118), (46, -86), (104, 6), (176, 86)]
    _ridge(d, [*cone, (0, 104)], "dark")
    for k in range(-3, 4):
        bend = 7 * (-1) ** k
        d.vein(spline([(5 * k, -104), (18 * k + bend, -50), (34 * k - bend, 14), (46 * k, 74)], 8), 3.4)
    for x, y in ((-104, 74), (104, 74), (0, 92)):
        _ridge(
            d, [(x - 112, y + 42), (x - 60, y - 14), (x, y - 34), (x + 60, y - 14), (x + 112, y + 42)], "soga"
        )
        for k in range(3):
            half, low = 74 - 20 * k, y + 22 - 17 * k
            d.vein(spline([(x - half, low), (x, low - 15), (x + half, low)], 10), 3)
    for x, y, size, way in ((2, -156, 34, 1), (46, -196, 30, -1), (8, -226, 24, 1)):
        d.stem(spiral(x, y, size, way * 1.3, np.pi / 2, 50)[:44], [9, 6, 4])


def flat(rng: Generator, width: int, height: int, zoom: float, first: int = 0) -> Field:
    """Draw and dye bunches and mountains in a half drop."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=5)
    for row, y in enumerate(np.arange(60.0, d.size[1] + 400, 300)):
        for x in np.arange((row % 2) * 290.0, d.size[0] + 400, 580):
            if (row + first) % 2 == 0:
                bunch(d.at(x + rng.normal(0, 4), y, rng.normal(0, 0.03), 0.94))
            else:
                semeru(d.at(x + rng.normal(0, 4), y + 6, rng.normal(0, 0.02), 0.9))
    rice.strew(d, 34, 7)
    return dyed(rng, d, LUMAJANG, (width, height), None, 0.5)


def cloth(rng: Generator) -> Field:
    """Lay the cloth in a fan of folds."""
    picture = layouts.hemmed(flat(rng, 2700, 2100, 0.86), 30, colour.tone("2c1814"))
    table = ground.plaster(rng, 2400, 1800, colour.tone("c9bda2"))
    return blur(layouts.fan(rng, batik.as_cloth(rng, picture, 0, 0, 0.03), table), 0.7)


def detail(rng: Generator) -> Field:
    """Come close to a bunch and a mountain."""
    picture = resize(flat(rng, 1450, 1150, 1.3, 1), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), 0.08), 0.7)
