"""Spilt rice of Jetis: grains on a dark ground, spinach and sugar cane in flower between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, centong, layouts
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.vector import ellipse, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

JETIS = Palette("1f1a1c", "a8281e", "2f6a3a", "c07a22", 0.04)


def strew(d: Design, step: float, size: float = 8.5) -> None:
    """Strew grains where nothing is drawn yet; they keep clear of what they lie between."""
    drawn = np.asarray(d.sheets["wax"].image.reduce(8), dtype=np.float32) / np.float32(255)
    near = blur(drawn, 2.2)
    cell = 8 / d.sheets["wax"].fine
    high, wide = near.shape
    for y in np.arange(0.0, d.size[1], step):
        for x in np.arange(0.0, d.size[0], step):
            cx, cy = x + d.rng.uniform(0, 0.8 * step), y + d.rng.uniform(0, 0.8 * step)
            turn = d.rng.uniform(0, np.pi)
            if near[min(int(cy / cell), high - 1), min(int(cx / cell), wide - 1)] < 0.04:
                d.sheets["wax"].fill(ellipse(cx, cy, size, 0.4 * size, turn, 12))


def bayem(d: Design) -> None:
    """Draw a stem of spinach in flower: spikes, and leaves at its foot."""
    d.stem(spline([(0, 190), (12, 80), (-8, -40), (4, -150)], 10), [8, 6, 5])
    for x, y, turn, size, bath in (
        (6, 150, -0.5, 130, "soga"),
        (4, 130, 3.6, 130, "soga"),
        (4, 60, -0.7, 112, "red"),
        (0, 40, 3.8, 112, "red"),
        (-4, -30, -0.85, 88, "soga"),
        (-4, -46, 3.95, 88, "soga"),
    ):
        centong.leaf(d, x, y, turn, size, bath)
    for k in range(9):
        grain = 21 - 1.5 * k
        d.shape(
            ellipse(2 + 6 * np.sin(k * 2.3), -74 - 21 * k, grain, grain * 0.74, 0, 20),
            "dark" if k % 2 else "red",
        )
        d.dot(2 + 6 * np.sin(k * 2.3), -74 - 21 * k, 3)


def tebu(d: Design) -> None:
    """Draw sugar cane in flower: a plume over leaves that bend down."""
    d.stem(spline([(0, 196), (6, 70), (-4, -50), (3, -190)], 12), [11, 8, 4])
    for y in (168, 128, 88):
        d.vein(np.array([(-8, y), (9, y - 2)]), 3)
    for side, y, reach, bath in ((1, 120, 128, "soga"), (-1, 96, 132, "soga"), (1, 50, 104, "dark")):
        bend = [(0, y), (side * 0.4 * reach, y - 62), (side * 0.85 * reach, y - 40), (side * reach, y + 36)]
        line = spline(bend, 10)
        d.shape(ribbon(line, [9, 24, 20, 5]), bath)
        d.vein(line[4:-5], 2.4)
    for k in range(8):
        y, reach = -30 - 19 * k, 62 - 6 * k
        for side in (-1, 1):
            plume = spline([(0, y), (side * 0.6 * reach, y - 22), (side * reach, y - 50)], 8)
            d.shape(ribbon(plume, [4, 12, 4]), "red" if k % 2 else "dark")


def flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye the spilt rice and what flowers in it."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=4.6)
    for row, y in enumerate(np.arange(120.0, d.size[1] + 300, 330)):
        lean = 0.1 if row % 2 else -0.1
        for x in np.arange((row % 2) * 170.0, d.size[0] + 300, 340):
            at = (x + rng.normal(0, 6), y + rng.normal(0, 6), rng.normal(lean, 0.08), 0.92)
            (tebu if row % 3 == 1 else bayem)(d.at(*at))
    strew(d, 27)
    return dyed(rng, d, JETIS, (width, height), None, 0.5)


def cloth(rng: Generator) -> Field:
    """Hang the cloth."""
    return blur(layouts.hung(rng, flat(rng, 1200, 1950, 0.8), "cfc3ae", "", rise=46), 0.7)


def detail(rng: Generator) -> Field:
    """Come close to flowers among the rice."""
    picture = resize(flat(rng, 1450, 1150, 1.35), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), -0.1), 0.7)
