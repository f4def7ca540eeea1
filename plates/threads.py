"""Threads of gold and wool: the tudung manto of Lingga, the knitting of South Bangka."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, layouts
from plates.canvas import Field, blur, grid, mix
from plates.drape import Cloth
from plates.noise import cloud, streaks
from plates.vector import Sheet, ellipse, place

if TYPE_CHECKING:
    from numpy.random import Generator


def _ant(sheet: Sheet, x: float, y: float, size: float, way: int) -> None:
    for off, r in ((-0.5, 0.30), (0.0, 0.20), (0.42, 0.24)):
        sheet.dot(x + way * off * size, y, r * size)
    for off in (-0.3, 0.0, 0.3):
        for side in (-1, 1):
            sheet.line(
                np.array([(x + off * size, y), (x + (off + way * 0.14) * size, y + side * 0.55 * size)]),
                0.09 * size,
            )


def _tekat(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Lay a flower of flat metal thread: eight pointed petals, crossed within."""
    for k in range(8):
        t = k * np.pi / 4
        petal = (
            np.array([(0.12, 0), (0.5, -0.16), (1.0, 0), (0.5, 0.16)]) * size * (1.0 if k % 2 == 0 else 0.72)
        )
        sheet.fill(place(petal, x, y, t))
    sheet.dot(x, y, 0.2 * size)
    sheet.dot(x, y, 0.11 * size, 0)


def manto_cloth(rng: Generator, width: int, height: int, step: float, foot: float) -> Cloth:
    """Set gold on dark gauze: ants in rows, flowers between, a wide golden hem."""
    sheet = Sheet(width, height)
    for row, y in enumerate(np.arange(step * 0.3, height - foot - step * 0.9, step * 0.62)):
        if row % 2:
            for x in np.arange(0, width + step, step * 0.235):
                _ant(sheet, x, y, step * 0.082, 1 if row % 4 == 1 else -1)
        else:
            for x in np.arange((row % 4) * step * 0.25, width + step, step):
                _tekat(sheet, x, y, step * 0.2)
    top = height - foot
    for low, high in ((-0.55, -0.50), (-0.44, -0.42), (-0.03, 0.0), (0.05, 0.07)):
        sheet.fill(
            np.array(
                [
                    (0, top + low * step),
                    (width, top + low * step),
                    (width, top + high * step),
                    (0, top + high * step),
                ]
            )
        )
    for x in np.arange(0, width + step, step * 0.42):
        _tekat(sheet, x, top - 0.23 * step, step * 0.17)
        lozenge = np.array([(0, -0.13), (0.05, 0), (0, 0.13), (-0.05, 0)]) * step + np.array(
            [x + step * 0.21, top - 0.23 * step]
        )
        sheet.fill(lozenge)
        sheet.line(ellipse(x, top - 0.23 * step, step * 0.2, step * 0.2, 0, 40), step * 0.014, closed=True)
    gold = sheet.mask()
    x, y = grid(width, height)
    net = 0.5 + 0.5 * np.cos(2 * np.pi * x / 9) * np.cos(2 * np.pi * y / 9)
    lines = 0.7 + 0.3 * np.cos(2 * np.pi * (x + y) / (step * 0.03))
    glint = 1 + 0.25 * streaks(rng, width, height, 3, 14)
    gauze = colour.tone("15131c") * (0.9 + 0.25 * net)[..., None]
    hue = mix(
        np.asarray(gauze, dtype=np.float32),
        np.asarray(colour.tone("b78c34") * (lines * glint)[..., None]),
        gold,
    )
    cover = np.maximum(0.78 + 0.10 * net, gold) * (y < height - foot * 0.35)
    relief = np.asarray(0.12 * net + 2.2 * gold * lines, dtype=np.float32)
    metal = np.asarray(0.85 * gold * lines * np.clip(glint, 0.3, 1.8), dtype=np.float32)
    return Cloth(hue, np.asarray(cover, dtype=np.float32), relief, metal)


def manto(rng: Generator) -> Field:
    """Let the veil lie in folds on pale stone."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("c6b8a4"))
    return blur(layouts.fan(rng, manto_cloth(rng, 2700, 1950, 330, 60), table, -0.07), 1.1)


def manto_detail(rng: Generator) -> Field:
    """Come close to the ants and the hem."""
    table = colour.tone("c6b8a4") * np.ones((1800, 2400, 1), dtype=np.float32)
    piece = manto_cloth(rng, 2800, 2150, 1000, 260)
    return blur(layouts.macro_on(rng, piece, np.asarray(table, dtype=np.float32), 0.06), 0.8)


YARN = [colour.tone(c) for c in ("e8dcc4", "2f5d73", "c2573a", "e0a83e", "6d8a5a", "7a2f3a")]
ROWS = "000440000110000000000000000000110000440002220033003300222000055115500"


def knit(rng: Generator, width: int, height: int, pitch: float) -> Cloth:
    """Knit in stripes and small figures: every stitch a V of twisted yarn."""
    x, y = grid(width, height)
    x = x + pitch * 0.10 * cloud(rng, width, height, pitch * 7, 2)
    y = y + pitch * 0.10 * cloud(rng, width, height, pitch * 7, 2)
    u = x / pitch
    column = np.floor(u)
    fu = u - column - 0.5
    v = y / (pitch * 0.80) + 0.85 * np.abs(fu)
    row = np.floor(v)
    fv = v - row - 0.5
    arm = (np.abs(fu) - 0.25) / 0.25
    body = np.clip(1 - arm**2 * 0.9 - (2 * fv) ** 2 * 0.75, 0, 1)
    lift = np.sqrt(body)
    ply = 0.5 + 0.5 * np.cos(2 * np.pi * (fv * 2.2 - np.sign(fu) * arm * 0.9))
    fuzz = cloud(rng, width, height, 3, 2)
    index = np.array([int(c) for c in ROWS])[row.astype(int) % len(ROWS)]
    off = np.mod(row, len(ROWS)) - 20
    diamond = (np.abs(np.mod(column, 14) - 7) + np.abs(off)) % 4 < 1
    figure = (np.abs(off) < 8) & diamond
    hues = np.stack(YARN)[np.where(figure, 3, index)]
    shade = (0.35 + 0.68 * lift) * (0.88 + 0.16 * ply) * (1 + 0.05 * fuzz)
    relief = pitch * (0.34 * lift + 0.035 * ply)
    hue = np.asarray(hues * shade[..., None], dtype=np.float32)
    return Cloth(hue, np.ones((height, width), dtype=np.float32), np.asarray(relief, dtype=np.float32))


def shawl(rng: Generator) -> Field:
    """Lay the shawl down, its corner to the lower right."""
    table = ground.boards(rng, 1800, 2400, colour.tone("8f7355"), 560)
    return blur(layouts.corner(rng, knit(rng, 2300, 2700, 40), table, 0.16), 1.5)


def shawl_detail(rng: Generator) -> Field:
    """Come close to the stitches."""
    return blur(layouts.macro(rng, knit(rng, 2800, 2200, 80), 0.1), 1.1)
