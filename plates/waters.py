"""Batik of waters: fish and dragonflies of Bekasi, the gonggong of Tanjungpinang."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, centong, colour, fields, ground, layouts
from plates.canvas import Field, blur, resize
from plates.design import Design
from plates.palette import Palette, dyed
from plates.shrimp import shrimp
from plates.vector import ellipse, place, ribbon, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

BEKASI = Palette("b5501c", "8e1f22", "2d6a44", "23407a", 0.03)
GONGGONG = Palette("7a1f3c", "d9862e", "2a7a78", "4a2a6a", 0.03)


def fish(d: Design, bath: str) -> None:
    """Draw a fish with its scales."""
    body = [
        (150, 0),
        (90, -52),
        (0, -62),
        (-90, -24),
        (-150, -62),
        (-130, 0),
        (-150, 62),
        (-90, 24),
        (0, 58),
        (90, 48),
    ]
    d.shape(spline(body, 7, closed=True), bath)
    arc = np.linspace(-1.2, 1.2, 8)
    for k in range(5):
        for j in range(-1, 2):
            x, y = 44 - 28 * k, 27 * j * (1 - 0.12 * k)
            d.vein(np.stack([x - 15 * np.cos(arc), y + 13 * np.sin(arc)], axis=1), 2.6)
    d.vein(np.stack([84 - 22 * np.cos(arc), 46 * np.sin(arc)], axis=1), 3.4)
    d.dot(114, -12, 7)
    for k in (-1, 0, 1):
        d.vein(np.array([(-104, 9 * k), (-138, 34 * k)]), 2.6)


def dragonfly(d: Design) -> None:
    """Draw a dragonfly, wings open."""
    for side in (-1, 1):
        for y, lift in ((-34, -40), (-6, 34)):
            wing = spline(
                [
                    (0, y),
                    (70 * side, y + lift - 16),
                    (150 * side, y + lift),
                    (74 * side, y + lift * 0.4 + 26),
                ],
                8,
                closed=True,
            )
            d.shape(wing, "soga" if lift < 0 else "red")
            d.vein(spline([(8 * side, y), (80 * side, y + lift * 0.8), (136 * side, y + lift)], 6), 2.2)
            d.vein(spline([(40 * side, y + lift * 0.2), (80 * side, y + lift * 0.4)], 4), 2.2)
    d.shape(ribbon(spline([(0, -60), (3, 20), (-3, 100), (4, 170)], 10), [26, 26, 13, 10, 15]), "dark")
    for k in range(7):
        d.vein(np.array([(-8, 40 + 18 * k), (8, 40 + 18 * k)]), 2.4)
    d.shape(ellipse(0, -72, 24, 19), "red")


def golok(d: Design) -> None:
    """Draw the golok, the broad knife, as a sign of pride."""
    blade = [(-15, 0), (-17, -90), (-12, -180), (8, -256), (36, -206), (44, -140), (33, -60), (15, 0)]
    d.shape(spline(blade, 8, closed=True), "dark")
    d.vein(spline([(-7, -12), (-8, -90), (-3, -170), (9, -226)], 8), 3)
    d.shape(ribbon(spline([(2, 12), (2, 50), (-8, 84), (-30, 96)], 8), [30, 24, 28, 34]), "red")
    for y in (28, 44, 60):
        d.vein(np.array([(-9, y), (13, y)]), 3)


def rice(d: Design) -> None:
    """Draw an ear of rice."""
    line = spline([(0, 190), (14, 80), (8, -40), (60, -130)], 12)
    d.stem(line, [7, 4])
    for k in range(12, len(line), 2):
        x, y = line[k]
        for side in (-1, 1):
            turn = -1.1 + side * 0.6
            d.shape(ellipse(x + side * 15, y, 17, 7.5, turn, 14), "soga" if side < 0 else "red")


def bekasi_flat(rng: Generator, width: int, height: int, zoom: float) -> Field:
    """Draw and dye fish and shrimp, dragonflies, rice and golok."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=4.6)
    fields.grains(d, 60)
    for row, y in enumerate(np.arange(60.0, d.size[1] + 300, 262)):
        for k, x in enumerate(np.arange((row % 2) * 205.0, d.size[0] + 300, 410)):
            d.at(x + rng.normal(0, 6), y + rng.normal(0, 6), rng.normal(0, 0.1), 0.88)
            if row % 2 == 0:
                turn = 0.2 if k % 2 else -0.1
                (fish if k % 2 else shrimp)(d.at(x, y, turn, 0.9), "dark" if k % 2 else "soga")
            elif (k + row // 2) % 2:
                dragonfly(d.at(x, y - 24, 0.35 + rng.normal(0, 0.1), 0.94))
            else:
                golok(d.at(x - 44, y + 62, 0.5, 0.88))
            rice(d.at(x + 205, y + 16, 0.25 if k % 2 else -0.3, 0.66))
    return dyed(rng, d, BEKASI, (width, height))


def snail(d: Design) -> None:
    """Draw the gonggong: a whorled shell that opens like a flower."""
    shell = [
        (0, -170),
        (50, -96),
        (104, -30),
        (120, 60),
        (60, 140),
        (-30, 160),
        (-84, 90),
        (-66, -10),
        (-38, -90),
    ]
    d.shape(spline(shell, 8, closed=True), "red")
    for y, half in ((-110, 34), (-66, 58), (-20, 84)):
        d.vein(spline([(-half * 0.8, y + 14), (0, y - 8), (half * 0.9, y + 10)], 8), 4.4)
    mouth = [(20, 0), (92, 20), (96, 84), (40, 130), (-10, 120), (0, 50)]
    d.shape(spline(mouth, 8, closed=True), "dark")
    d.vein(spiral(40, 66, 34, 1.2, 0.4, 30), 4)
    for k in range(6):
        d.dot(-44 + 5 * k, 100 - 22 * k, 4)


def gonggong_flower(d: Design) -> None:
    """Set four shells round a heart, leaves between."""
    x, y, turn, scale = d.origin
    for k in range(4):
        t = turn + k * np.pi / 2
        px, py = place(np.array([[0.0, -150.0 * scale]]), 0, 0, t)[0]
        snail(d.at(x + px, y + py, t, scale * 0.66))
    d.at(x, y, turn, scale)
    for k in range(4):
        t = (k + 0.5) * np.pi / 2
        centong.leaf(d, 70 * np.cos(t), 70 * np.sin(t), t, 150, "soga")
    d.shape(ellipse(0, 0, 42, 42), "soga")
    for k in range(8):
        d.dot(25 * np.cos(k * 0.785), 25 * np.sin(k * 0.785), 5)


def _cloud_band(d: Design, y: float) -> None:
    """Trail awan larat, the drifting clouds, across the cloth."""
    x = np.arange(-60, d.size[0] + 120, 16.0)
    d.at(0, 0)
    d.stem(np.stack([x, y + 34 * np.sin(x / 70)], axis=1), 9)
    for k, cx in enumerate(np.arange(0.0, d.size[0] + 220, 220)):
        way = 1 if k % 2 else -1
        d.stem(spiral(cx + 40, y + way * 44, 46, way * 1.3, np.pi / 2 * way, 40)[:34], [9, 6, 5])
        centong.leaf(d, cx + 100, y + way * 14, -0.8 * way, 74, "soga")


def gonggong_flat(rng: Generator, width: int, height: int, zoom: float, foot: float = 0) -> Field:
    """Draw and dye shells and clouds, and bamboo shoots at the foot."""
    d = Design(rng, round(width / zoom), round(height / zoom), outline=5)
    fields.grains(d, 66)
    for row, y in enumerate(np.arange(180.0, d.size[1] + 500, 640)):
        for x in np.arange(((row % 2) - 0.5) * 300, d.size[0] + 500, 600):
            gonggong_flower(d.at(x + 150, y, 0.0, 1.0))
        _cloud_band(d, y + 320)
    if foot:
        _shoots(d, d.size[1] - foot)
    return dyed(rng, d, GONGGONG, (width, height), None, 0.3)


def _shoots(d: Design, y: float) -> None:
    """Keep the foot of the cloth for bamboo shoots, under a white line."""
    wide, high = d.size
    for sheet in d.sheets.values():
        sheet.fill(np.array([(0, y - 26), (wide, y - 26), (wide, high), (0, high)]), 0)
    d.at(0, 0)
    for line in (y - 26, y - 8):
        d.stem(np.array([(0.0, line), (wide, line)]), 7)
    for x in np.arange(60.0, d.size[0] + 120, 120):
        d.at(x, d.size[1] - 20)
        tall = d.size[1] - 20 - y
        for grow, bath in ((1.0, "dark"), (0.66, "red"), (0.36, "soga")):
            d.shape(np.array([(-56 * grow, 0), (0, -tall * grow), (56 * grow, 0)]), bath)


def bekasi(rng: Generator) -> Field:
    """Lay the cloth in a fan of folds."""
    picture = layouts.hemmed(bekasi_flat(rng, 2700, 2100, 0.84), 30, colour.tone("8c3a14"))
    table = ground.boards(rng, 2400, 1800, colour.tone("574636"), 520)
    return blur(layouts.fan(rng, batik.as_cloth(rng, picture, 0, 0, 0.03), table, 0.1), 0.6)


def bekasi_detail(rng: Generator) -> Field:
    """Come close to a fish and a dragonfly."""
    picture = resize(bekasi_flat(rng, 1450, 1150, 1.5), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.5), -0.12), 0.9)


def tanjungpinang(rng: Generator) -> Field:
    """Hang the cloth, bamboo shoots at its foot."""
    return layouts.hung(rng, gonggong_flat(rng, 1240, 1960, 0.72, 330), "d5cdbf", "")


def tanjungpinang_detail(rng: Generator) -> Field:
    """Come close to four shells in flower."""
    picture = resize(gonggong_flat(rng, 1450, 1150, 1.5), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 7.0), 0.08), 0.6)
