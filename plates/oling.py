"""Gajah oling of Banyuwangi: a trunk, or an eel, that curls like a question mark, in flower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from plates import batik, centong, colour, ground, layouts, rice
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.vector import Points, ellipse, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

OLING = Palette("17181f", "8f2b20", "b27a36", "3a4f7a", 0.05)
TRUNK = (
    (-64, 214), (6, 158), (56, 96), (78, 20), (62, -58), (6, -114), (-66, -126), (-126, -90), (-146, -26),
    (-122, 32), (-68, 50), (-26, 20), (-38, -28),
)  # fmt: skip
WIDTHS = (4, 28, 48, 62, 70, 72, 68, 60, 52, 44, 34, 24, 12)


def _body(d: Design) -> Points:
    """Draw the trunk with its rings."""
    line = spline(TRUNK, 18)
    d.shape(ribbon(line, WIDTHS), "soga")
    wide = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(WIDTHS)), WIDTHS)
    way = np.gradient(line, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None]
    arc = np.linspace(-0.30, 0.30, 7)
    for k in range(24, len(line) - 12, 7):
        side = np.array([-way[k, 1], way[k, 0]])
        bow = line[k] + wide[k] * (arc[:, None] * side + (0.09 - arc[:, None] ** 2) * 1.4 * way[k])
        d.vein(bow, 3.4)
    return line


def manggar(d: Design, x: float, y: float, turn: float) -> None:
    """Draw a spray of coconut blossom."""
    for k in range(7):
        t = turn - 0.75 + 0.25 * k
        reach = 118 - 6 * abs(k - 3)
        mid = (x + 62 * np.cos(t - 0.08), y + 62 * np.sin(t - 0.08))
        tip = (x + reach * np.cos(t), y + reach * np.sin(t))
        d.stem(spline([(x, y), mid, tip], 8), [5, 4, 3])
        d.dot(tip[0], tip[1], 8)


def oling(d: Design) -> None:
    """Draw gajah oling: leaves and blossoms along its back, an eye of flower at its tip."""
    manggar(d, 72, -34, -0.35)
    for x, y, turn, size, bath in (
        (74, 44, 0.1, 108, "dark"),
        (54, 96, 0.5, 96, "red"),
        (16, -112, -1.2, 104, "red"),
        (-58, -130, -1.75, 104, "dark"),
        (-124, -98, -2.4, 96, "red"),
        (6, 160, 0.75, 84, "dark"),
        (-34, 190, 2.7, 80, "red"),
    ):
        centong.leaf(d, x, y, turn, size, bath)
    _body(d)
    d.shape(ellipse(-40, -32, 19, 19), "red")
    d.dot(-40, -32, 6)


def flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye gajah oling in a half drop."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=4.8)
    for row, y in enumerate(np.arange(100.0, d.size[1] + 400, 276)):
        for k, x in enumerate(np.arange((row % 2) * 260.0, d.size[0] + 400, 520)):
            turn = (0.25 if row % 2 else np.pi + 0.25) + rng.normal(0, 0.05)
            oling(d.at(x + rng.normal(0, 5), y, turn, 0.86))
            centong.flower(d.at(x + 260, y + 8, 0.2 * k, 0.66))
    rice.strew(d, 42, 6.5)
    return dyed(rng, d, OLING, (width, height), None, 0.5)


def cloth(rng: Generator) -> Field:
    """Lay the cloth folded on a dark table."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("8f7f6a"))
    piece = batik.as_cloth(rng, flat(rng, 1900, 1760, 0.92), 0, 0, 0.03)
    return blur(layouts.folded(rng, piece.colour, table, turn=-0.2), 0.7)


def detail(rng: Generator) -> Field:
    """Come close to one trunk."""
    picture = resize(flat(rng, 1450, 1150, 1.5), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), 0.1), 0.7)


def lesson(rng: Generator) -> Field:
    """Show gajah oling on a teaching page."""
    return resize(detail(rng), 1200, 900, Image.Resampling.BOX)
