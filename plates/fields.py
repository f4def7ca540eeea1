"""Batik of gardens: the leaves and flowers of Simpor, and the grains that fill a ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, ground, layouts
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.vector import ellipse, spline

if TYPE_CHECKING:
    from numpy.random import Generator

SIMPOR = Palette("3a2350", "e0b02c", "3c7a42", "4a2414", 0.03)


def grains(d: Design, step: float) -> None:
    """Spill rice over the ground."""
    width, height = d.size
    for y in np.arange(0.0, height, step):
        for x in np.arange(0.0, width, step):
            cx, cy = x + d.rng.uniform(0, step), y + d.rng.uniform(0, step)
            d.sheets["wax"].fill(ellipse(cx, cy, 8.5, 3.4, d.rng.uniform(0, np.pi), 12))


def simpor_leaf(d: Design, bath: str, tall: float) -> None:
    """Draw the broad simpor leaf with its straight ribs."""
    half = [(0, 0), (64, -40), (112, -130), (104, -230), (56, -300), (0, -330)]
    outline = np.array(half + [(-x, y) for x, y in half[-2:0:-1]]) * np.array([1, tall])
    d.shape(spline(outline, 8, closed=True), bath)
    d.vein(np.array([(0, -8), (0, -316 * tall)]), 5)
    for k in range(9):
        y = -40 - 30 * k
        reach = 86 * np.sin(np.pi * (0.16 + 0.078 * k))
        for side in (-1, 1):
            d.vein(
                spline(
                    [(0, y * tall), (side * reach * 0.6, (y - 22) * tall), (side * reach, (y - 38) * tall)], 5
                ),
                2.8,
            )


def simpor_flower(d: Design) -> None:
    """Draw the yellow flower, five petals and a star of seeds."""
    for k in range(5):
        t = k * 2 * np.pi / 5
        petal = spline([(0, -20), (52, -64), (40, -128), (0, -116), (-40, -128), (-52, -64)], 6, closed=True)
        cos, sin = np.cos(t), np.sin(t)
        turned = petal @ np.array([[cos, sin], [-sin, cos]])
        d.shape(turned, "red")
        d.vein(turned[::9] * 0.7, 2.4)
    d.shape(ellipse(0, 0, 36, 36), "dark")
    for k in range(9):
        d.dot(21 * np.cos(k * 0.698), 21 * np.sin(k * 0.698), 4)


def coffee(d: Design) -> None:
    """Draw the coffee glass of Manggar, steaming."""
    d.shape(np.array([(-46, -70), (46, -70), (34, 62), (-34, 62)], dtype=float), "none")
    d.shape(np.array([(-38, -34), (38, -34), (29, 50), (-29, 50)], dtype=float), "dark")
    d.shape(ellipse(0, 74, 66, 13), "red")
    for x in (-22, 0, 22):
        d.stem(spline([(x, -86), (x + 12, -106), (x - 10, -128), (x + 6, -152)], 6), [5, 3])


def simpor_flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye simpor leaves, flowers and coffee glasses, set as a stamp sets them."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=5)
    grains(d, 58)
    for row, y in enumerate(np.arange(0.0, d.size[1] + 400, 300)):
        for k, x in enumerate(np.arange((row % 2) * 240.0, d.size[0] + 400, 480)):
            for turn in (-0.95, 0.95, np.pi - 0.95, np.pi + 0.95):
                simpor_leaf(d.at(x, y, turn, 0.62), "soga", 1.0)
            simpor_flower(d.at(x, y, 0.2 * (k % 2), 0.78))
            coffee(d.at(x + 240, y + 6, 0, 0.72))
    return dyed(rng, d, SIMPOR, (width, height), None, 0.3)


def simpor(rng: Generator) -> Field:
    """Lay the cloth down, its corner to the lower right."""
    picture = layouts.hemmed(simpor_flat(rng, 2400, 2800, 0.86), 30, colour.tone("2c1a3e"))
    table = ground.boards(rng, 1800, 2400, colour.tone("9a7a58"), 640)
    return blur(layouts.corner(rng, batik.as_cloth(rng, picture, 0, 0, 0.03), table, 0.22, 0.3), 0.7)


def simpor_detail(rng: Generator) -> Field:
    """Come close to the flower between its leaves."""
    picture = resize(simpor_flat(rng, 1450, 1150, 1.4), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.0), -0.08), 0.8)
