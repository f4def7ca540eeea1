"""Tenun cual of Mentok: red silk, limar in the weft, gold laid in as songket: flowers and ducks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, ikat, light, weave
from plates.canvas import Field, grid, mix, smoothstep
from plates.drape import Cloth, Laying, Ridge, folds, lay, photograph
from plates.vector import Points, Sheet, ellipse, spline

if TYPE_CHECKING:
    from numpy.random import Generator

RED = colour.tone("7c1020")
GOLD = colour.tone("b98a2e")
LIMAR = (colour.tone("d9a93c"), colour.tone("2f6a4a"), colour.tone("4a2a66"), colour.tone("e6d3ae"))
DUCK = [
    (-46, -4), (-30, 4), (-8, -4), (8, -14), (14, -30), (22, -40), (34, -38), (38, -31), (50, -27), (38, -24),
    (32, -14), (40, 2), (34, 20), (14, 30), (-16, 28), (-34, 16),
]  # fmt: skip


def flower(sheet: Sheet, x: float, y: float, s: float) -> None:
    """Draw kembang sumping: eight petals round a heart, each left open inside."""
    for k in range(8):
        t = k * np.pi / 4
        long = 46 if k % 2 == 0 else 34
        px, py = x + s * long * 0.62 * np.cos(t), y + s * long * 0.62 * np.sin(t)
        sheet.fill(ellipse(px, py, s * long * 0.44, s * 11, t, 20))
        sheet.fill(ellipse(px, py, s * long * 0.2, s * 4, t, 16), 0)
    sheet.dot(x, y, 13 * s)
    sheet.dot(x, y, 7 * s, 0)
    sheet.dot(x, y, 3.4 * s)
    for k in range(8):
        t = (k + 0.5) * np.pi / 4
        sheet.fill(_lozenge(x + s * 50 * np.cos(t), y + s * 50 * np.sin(t), 6 * s))


def _lozenge(x: float, y: float, r: float) -> Points:
    return np.array([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], dtype=float)


def duck(sheet: Sheet, x: float, y: float, s: float, way: int) -> None:
    """Draw one duck, swimming."""

    def put(points: Points) -> Points:
        return np.asarray(np.asarray(points) * s * np.array([way, 1]) + np.array([x, y]))

    sheet.fill(put(np.array(DUCK, dtype=float)))
    wing = spline([(-24, 4), (-4, 0), (18, 4), (10, 16), (-10, 18)], 6, closed=True)
    sheet.line(put(wing), 4.2 * s, 0, closed=True)
    sheet.line(put(np.array([(-10, 9), (8, 9)])), 3.4 * s, 0)
    sheet.dot(x + way * 29 * s, y - 32 * s, 3 * s, 0)
    for k in range(3):
        sheet.line(
            put(spline([(-40, 38 + 9 * k), (-14, 34 + 9 * k), (12, 38 + 9 * k), (38, 34 + 9 * k)], 6)),
            3.6 * s,
        )


def _field(sheet: Sheet, step: float, head: float) -> None:
    width, height = sheet.size
    end = height - head - step * 0.28 if head else height + step
    for row, y in enumerate(np.arange(step * 0.4, end, step * 0.62)):
        for k, x in enumerate(np.arange((row % 2) * step / 2, width + step, step)):
            if row % 2:
                duck(sheet, x, y, step / 190, 1 if (k + row // 2) % 2 else -1)
            else:
                flower(sheet, x, y, step / 170)
            sheet.fill(_lozenge(x + step / 2, y, step * 0.045))
            sheet.fill(_lozenge(x + step / 4, y + step * 0.31, step * 0.028))


def _head(sheet: Sheet, y: float, tall: float) -> None:
    """Lay in the end: bands, a chain of lozenges, and the bamboo-shoot points above."""
    width, height = sheet.size
    sheet.fill(np.array([(0, y), (width, y), (width, height), (0, height)]), 0)
    step = tall * 0.52
    for x in np.arange(step / 2, width + step, step):
        for grow, value in ((1.0, 1.0), (0.80, 0.0), (0.66, 1.0), (0.42, 0.0), (0.27, 1.0)):
            top, half = y + tall * (1.2 - 1.14 * grow), step * 0.49 * grow
            sheet.fill(np.array([(x - half, y + tall * 1.2), (x, top), (x + half, y + tall * 1.2)]), value)
    at = y + tall * 1.25
    for low, high in ((0, 0.05), (0.10, 0.13), (0.42, 0.45), (0.50, 0.55)):
        box = [
            (0, at + low * tall),
            (width, at + low * tall),
            (width, at + high * tall),
            (0, at + high * tall),
        ]
        sheet.fill(np.array(box))
    for x in np.arange(0, width + 60, tall * 0.26):
        sheet.fill(_lozenge(x, at + 0.275 * tall, tall * 0.12))
        sheet.fill(_lozenge(x, at + 0.275 * tall, tall * 0.06), 0)
        sheet.fill(_lozenge(x, at + 0.275 * tall, tall * 0.025))


def _limar(rng: Generator, width: int, height: int, step: float, thread: float, head: float) -> Field:
    picture = RED * np.ones((height, width, 1), dtype=np.float32)
    seed = int(rng.integers(1 << 30))
    for k, hue in enumerate(LIMAR):
        sheet = Sheet(width, height)
        for row, y in enumerate(np.arange(step * 0.71, height + step, step * 0.62)):
            if head and y > height - head - step * 0.2:
                continue
            for x in np.arange(
                ((row + 1) % 2) * step / 2 - step / 4 + (k % 2) * step / 2, width + step, step
            ):
                r = step * (0.17 - 0.035 * k)
                sheet.line(_lozenge(x, y, r) * np.array([1, 1]), step * 0.026, closed=True)
        spread = ikat.weft(np.random.default_rng(seed), sheet.mask(), thread, thread * 1.6)
        picture = mix(picture, hue, 0.78 * spread)
    return picture


def flat(rng: Generator, width: int, height: int, step: float, thread: float, head: float) -> Cloth:
    """Weave a length: limar silk, and gold over it on the grid of the threads."""
    columns, rows = round(width / thread), round(height / thread)
    sheet = Sheet(columns, rows, 1)
    _field(sheet, step / thread, head / thread)
    if head:
        _head(sheet, rows - head / thread, head / thread / 1.9)
    drawn = sheet.mask() > 0.5
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    tied = np.mod(i + 2 * j, 7) == 0
    x, y = grid(width, height)
    ci, rj = np.minimum((x / thread).astype(int), columns - 1), np.minimum((y / thread).astype(int), rows - 1)
    gold = (drawn & ~tied)[rj, ci].astype(np.float32)
    fall = y / thread - np.floor(y / thread) - 0.5
    round_ = np.sqrt(np.clip(1 - (2.1 * fall) ** 2, 0, 1))
    glint = 1 + 0.22 * rng.standard_normal((rows, max(1, columns // 3) + 1)).astype(np.float32)[rj, ci // 3]
    silk = _limar(rng, width, height, step, thread, head) * weave.fine(rng, width, height, 0.04)[..., None]
    metal = gold * (0.35 + 0.65 * round_) * np.clip(glint, 0.3, 1.8)
    hue = mix(silk, np.asarray(GOLD * (0.6 + 0.5 * round_ * glint)[..., None], dtype=np.float32), gold)
    relief = (0.30 * thread * (gold * round_) + 0.06 * thread * round_).astype(np.float32)
    return Cloth(hue, np.ones((height, width), dtype=np.float32), relief, np.asarray(metal, dtype=np.float32))


def cloth(rng: Generator) -> Field:
    """Let the silk fall in deep folds over a dark ground, its golden head in front."""
    width, height = 2400, 1800
    piece = flat(rng, 2600, 2000, 300, 3.0, 620)
    ridges = [
        Ridge(500, 500, 1.02, 120, 1600, 200, 0.08),
        Ridge(1060, 300, 1.22, 150, 1500, 250, -0.05),
        Ridge(1660, 700, 1.38, 130, 1300, 220, 0.06),
        Ridge(2150, 500, 1.52, 110, 1200, 180, -0.07),
        Ridge(800, 1400, 1.1, 70, 600, 80, 0.1),
    ]
    laid = lay(piece, folds(rng, width, height, ridges, 10), Laying(1240, 560, -0.10, 1.0, 0.3))
    table = ground.plaster(rng, width, height, colour.tone("2b2420"))
    return light.vignette(photograph(laid, table, sheen=0.9), 0.34)


def detail(rng: Generator) -> Field:
    """Come close to the gold: floats over the silk, a duck and a flower."""
    width, height = 2400, 1800
    piece = flat(rng, 2800, 2200, 900, 7.5, 0)
    ridges = [Ridge(1700, 500, 2.0, 420, 1700, 170, 0.05), Ridge(300, 1500, 2.2, 300, 1200, 110, -0.05)]
    laid = lay(piece, folds(rng, width, height, ridges, 8), Laying(1260, 900, 0.07, 1.0, 0.15))
    lit = photograph(laid, np.zeros((height, width, 3), dtype=np.float32), sheen=0.8)
    x, y = grid(width, height)
    away = np.abs((y + 0.15 * x - 1000) / 1500)
    return light.vignette(light.focus(lit, smoothstep(0.3, 0.85, away), 8), 0.3)
