"""Batik of fields and gardens: spilt rice of Jetis, the banana of Lumajang, the leaves of Simpor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, centong, colour, ground, layouts
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.vector import ellipse, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

JETIS = Palette("1f1a1c", "a8281e", "2f6a3a", "c07a22", 0.04)
LUMAJANG = Palette("5a1f16", "d9a028", "3f6b2c", "27405a", 0.05)
SIMPOR = Palette("3a2350", "e0b02c", "3c7a42", "4a2414", 0.03)


def grains(d: Design, step: float) -> None:
    """Spill rice over the ground."""
    width, height = d.size
    for y in np.arange(0.0, height, step):
        for x in np.arange(0.0, width, step):
            cx, cy = x + d.rng.uniform(0, step), y + d.rng.uniform(0, step)
            d.sheets["wax"].fill(ellipse(cx, cy, 8.5, 3.4, d.rng.uniform(0, np.pi), 12))


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


def jetis_flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye the spilt rice and its flowers."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=4.6)
    grains(d, 27)
    for row, y in enumerate(np.arange(120.0, d.size[1] + 300, 330)):
        for x in np.arange((row % 2) * 170.0, d.size[0] + 300, 340):
            bayem(
                d.at(
                    x + rng.normal(0, 6),
                    y + rng.normal(0, 6),
                    rng.normal(0.1 if row % 2 else -0.1, 0.08),
                    0.92,
                )
            )
    return dyed(rng, d, JETIS, (width, height))


def hand(d: Design) -> None:
    """Draw a hand of pisang agung, the great banana, under its leaf."""
    leaf = [
        (-18, -60),
        (-84, -150),
        (-104, -270),
        (-66, -384),
        (24, -420),
        (96, -330),
        (100, -190),
        (20, -56),
    ]
    d.shape(spline(leaf, 8, closed=True), "soga")
    d.vein(spline([(-10, -60), (20, -190), (60, -310)], 8), 5)
    for k in range(7):
        t = 0.14 + 0.115 * k
        at = (-10 + 72 * t, -60 - 250 * t)
        d.vein(spline([at, (at[0] + 62, at[1] - 18 + 20 * k / 7)], 4), 2.8)
        d.vein(spline([at, (at[0] - 66, at[1] - 34)], 4), 2.8)
    d.stem(spline([(0, -70), (-4, 10), (6, 60)], 8), [14, 20])
    for k, turn in enumerate((-0.95, -0.48, 0.0, 0.46, 0.92)):
        path = np.array([(0, 0), (24, 70), (40, 150), (30, 226)]) * np.array([1 if turn >= 0 else -1, 1])
        cos, sin = np.cos(-turn), np.sin(-turn)
        turned = path @ np.array([[cos, sin], [-sin, cos]]) + np.array([0, 20])
        line = spline(turned, 10)
        d.shape(ribbon(line, [20, 46, 50, 36, 12]), "red")
        d.vein(line[5:-6], 3.4)
        d.dot(line[-1][0], line[-1][1], 5 + k % 2)


def semeru(d: Design) -> None:
    """Draw the mountain with its smoke."""
    d.shape(
        spline(
            [(-190, 90), (-90, -20), (-34, -104), (30, -104), (96, -14), (190, 90), (0, 98)], 7, closed=True
        ),
        "dark",
    )
    for k in range(5):
        d.vein(spline([(-20 + 12 * k, -92), (-70 + 36 * k, -10), (-124 + 62 * k, 76)], 8), 3)
    for k, (x, y) in enumerate(((6, -136), (38, -172), (14, -214), (58, -244))):
        d.shape(ellipse(x, y, 30 + 3 * k, 24), "none")
        d.dot(x, y, 5)


def lumajang_flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye bananas and the mountain."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=5.2)
    grains(d, 46)
    for row, y in enumerate(np.arange(150.0, d.size[1] + 400, 345)):
        for k, x in enumerate(np.arange((row % 2) * 230.0, d.size[0] + 400, 460)):
            if (k + row // 2) % 2 == 0:
                hand(d.at(x, y + 40, rng.normal(0, 0.05), 0.72))
            else:
                semeru(d.at(x, y + 30, rng.normal(0, 0.03), 0.86))
    return dyed(rng, d, LUMAJANG, (width, height))


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


def jetis(rng: Generator) -> Field:
    """Hang the cloth."""
    return layouts.hung(rng, jetis_flat(rng, 1200, 1950, 0.8), "cfc3ae", "")


def jetis_detail(rng: Generator) -> Field:
    """Come close to a flower among the rice."""
    picture = resize(jetis_flat(rng, 1450, 1150, 1.35), 2750, 2180)
    return layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), -0.1)


def lumajang(rng: Generator) -> Field:
    """Lay the cloth in a fan of folds."""
    picture = layouts.hemmed(lumajang_flat(rng, 2700, 2100, 0.86), 30, colour.tone("4a1a12"))
    table = ground.plaster(rng, 2400, 1800, colour.tone("c9bda2"))
    return layouts.fan(rng, batik.as_cloth(rng, picture, 0, 0, 0.03), table)


def lumajang_detail(rng: Generator) -> Field:
    """Come close to a hand of bananas."""
    picture = resize(lumajang_flat(rng, 1450, 1150, 1.3), 2750, 2180)
    return layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), 0.14)


def simpor(rng: Generator) -> Field:
    """Lay the cloth down, its corner to the lower right."""
    picture = layouts.hemmed(simpor_flat(rng, 2400, 2800, 0.86), 30, colour.tone("2c1a3e"))
    table = ground.boards(rng, 1800, 2400, colour.tone("9a7a58"), 640)
    return blur(layouts.corner(rng, batik.as_cloth(rng, picture, 0, 0, 0.03), table, 0.22, 0.3), 0.7)


def simpor_detail(rng: Generator) -> Field:
    """Come close to the flower between its leaves."""
    picture = resize(simpor_flat(rng, 1450, 1150, 1.4), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.0), -0.08), 0.8)
