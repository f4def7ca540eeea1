"""The old court motifs in sogan brown: kawung, parang and truntum, and tong centong from Madura."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, gentongan, light
from plates.batik import Bath
from plates.canvas import Field, grid, resize, smoothstep
from plates.drape import Laying, Ridge, folds, lay, photograph
from plates.vector import Points, Sheet, ellipse, place, spline, wobble

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 1600, 1200
BROWN = colour.tone("5a3216")
SOGA = colour.tone("b9752f")
DARK = colour.tone("1c1a26")


def _shown(rng: Generator, picture: Field, turn: float, pitch: float = 5.2) -> Field:
    piece = batik.as_cloth(rng, picture, pitch)
    ridges = [Ridge(1250, 200, 2.1, 260, 1200, 120, 0.06), Ridge(300, 1000, 2.3, 200, 900, 80, -0.06)]
    shape = folds(rng, WIDTH, HEIGHT, ridges, 8)
    laid = lay(piece, shape, Laying(WIDTH / 2, HEIGHT / 2, turn, 1.0, 0.2))
    lit = photograph(laid, np.zeros((HEIGHT, WIDTH, 3), dtype=np.float32))
    x, y = grid(WIDTH, HEIGHT)
    away = np.abs((y + 0.2 * x - 760) / 1100)
    return light.vignette(
        light.focus(lit, smoothstep(0.36, 0.9, np.asarray(away, dtype=np.float32)), 6), 0.24
    )


def kawung(rng: Generator) -> Field:
    """Draw kawung: four ovals round a point, two seeds in each."""
    width, height, step = 1900, 1500, 236
    wax, isen, brown = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    reach = step / np.sqrt(2)
    for row in range(-1, int(2 * height / step) + 2):
        for column in range(-1, int(width / step) + 2):
            x = column * step + (row % 2) * step / 2 + rng.normal(0, 1.5)
            y = row * step / 2 + rng.normal(0, 1.5)
            for k in range(2):
                turn = np.pi / 4 + k * np.pi / 2
                _oval(
                    rng, (wax, isen), x + reach / 2 * np.cos(turn), y + reach / 2 * np.sin(turn), turn, reach
                )
            brown.fill(place(np.array([(-15, 0), (0, -15), (15, 0), (0, 15)], dtype=float), x, y))
            wax.fill(place(np.array([(-15, 0), (0, -15), (15, 0), (0, 15)], dtype=float), x, y))
            for k in range(4):
                t = k * np.pi / 2
                wax.dot(x + step / 2 + 15 * np.cos(t), y + 15 * np.sin(t), 5.5)
    masks = [batik.by_hand(rng, sheet.mask(), 1.2) for sheet in (wax, isen, brown)]
    baths = [
        Bath(DARK, 1 - masks[0], 0.34),
        Bath(BROWN, np.maximum(1 - masks[0], masks[1]), 0.9),
        Bath(SOGA, masks[2] + 0.16, 0.8),
    ]
    return _shown(rng, batik.dyed(rng, baths, batik.crackle(rng, width, height, 1.6), 0.7), 0.06)


def _oval(rng: Generator, sheets: tuple[Sheet, Sheet], x: float, y: float, turn: float, reach: float) -> None:
    a, b = reach * 0.425, reach * 0.245
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    shape = np.stack([a * np.cos(t), b * np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.9], axis=1)
    sheets[0].fill(wobble(place(shape, x, y, turn), rng, 1.4))
    inner = wobble(place(shape * 0.80, x, y, turn), rng, 1.2)
    sheets[1].line(inner, 2.6, closed=True)
    for k in (-1, 1):
        off = k * a * 0.40
        seed = ellipse(x + off * np.cos(turn), y + off * np.sin(turn), a * 0.2, b * 0.16, turn, 20)
        sheets[1].fill(wobble(seed, rng, 0.8))


BLADE = [
    (-0.36, -0.98), (0.02, -1.0), (0.30, -0.88), (0.34, -0.60), (0.20, -0.30), (0.11, 0.0), (0.15, 0.32),
    (0.30, 0.60), (0.36, 0.98), (-0.02, 1.0), (-0.30, 0.88), (-0.34, 0.60), (-0.20, 0.30), (-0.11, 0.0),
    (-0.15, -0.32), (-0.30, -0.60),
]  # fmt: skip


def _parang_band(rng: Generator, sheets: tuple[Sheet, Sheet], to: Points, long: float, half: float) -> None:
    step = half * 0.74
    for s in np.arange(-long, long, step):
        shape = spline(BLADE, 5, closed=True) * half
        shape[:, 0] += 0.20 * half * np.sin(np.pi * shape[:, 1] / half)
        lean = np.stack([shape[:, 0] + 0.30 * shape[:, 1] + s, shape[:, 1]], axis=1)
        sheets[0].fill(wobble(lean, rng, 1.3) @ to[:2] + to[2])
        inner = np.stack([0.62 * shape[:, 0] + 0.264 * shape[:, 1] + s, 0.86 * shape[:, 1]], axis=1)
        sheets[1].line(wobble(inner, rng, 1.0) @ to[:2] + to[2], 2.6, closed=True)
        for side in (-1, 1):
            for k in range(3):
                p = (
                    np.array([[s + side * half * (0.20 - 0.06 * k), side * half * (0.70 - 0.22 * k)]])
                    @ to[:2]
                    + to[2]
                )
                sheets[1].dot(p[0, 0], p[0, 1], 4.2 - 0.6 * k)
        gap = np.array(
            [[s + step / 2 + 0.24 * half, 0.80 * half], [s + step / 2 - 0.24 * half, -0.80 * half]]
        )
        for p in gap @ to[:2] + to[2]:
            sheets[0].dot(p[0], p[1], 3.4)


def parang(rng: Generator) -> Field:
    """Draw parang: rows of blades down the diagonal, mlinjon between the rows."""
    width, height, half, row = 1900, 1500, 128.0, 366.0
    wax, isen, brown = Sheet(width, height), Sheet(width, height), Sheet(width, height)
    turn = np.pi / 4
    cos, sin = np.cos(turn), np.sin(turn)
    for k in range(-4, 5):
        origin = np.array([width / 2 - sin * k * row, height / 2 + cos * k * row])
        to = np.array([(cos, sin), (-sin, cos), origin])
        _parang_band(rng, (wax, isen), to, 1400, half)
        for edge in (-1, 1):
            for off in (half + 13, half + 22):
                line = np.stack([np.linspace(-1500, 1500, 200), np.full(200, edge * off)], axis=1)
                wax.line(wobble(line, rng, 1.2) @ to[:2] + to[2], 3.6)
        for s in np.arange(-1400, 1400, 62.0):
            for size, sheet, value in ((27, wax, 1), (17, brown, 1), (17, isen, 0), (5, wax, 1)):
                shape = np.array([(-1.08, 0), (0, -1), (1.08, 0), (0, 1)]) * size + np.array([s, row / 2])
                sheet.fill(wobble(shape, rng, 0.8) @ to[:2] + to[2], value)
    masks = [batik.by_hand(rng, sheet.mask(), 1.2) for sheet in (wax, isen, brown)]
    baths = [
        Bath(DARK, 1 - masks[0], 0.34),
        Bath(BROWN, np.maximum(1 - masks[0], masks[1]), 0.9),
        Bath(SOGA, masks[2] + 0.20, 0.9),
    ]
    return _shown(rng, batik.dyed(rng, baths, batik.crackle(rng, width, height, 1.6), 0.7), 0.02)


def truntum(rng: Generator) -> Field:
    """Draw truntum: small flowers scattered like stars on a dark ground."""
    width, height, step = 1900, 1500, 172
    wax, isen = Sheet(width, height), Sheet(width, height)
    for row in range(int(height / step * 2) + 2):
        for column in range(int(width / step) + 2):
            x = column * step + (row % 2) * step / 2 + rng.normal(0, 2)
            y = row * step / 2 + rng.normal(0, 2)
            _star(rng, wax, isen, x, y, 56 if (row + column) % 2 else 50)
            for k in range(4):
                t = np.pi / 4 + k * np.pi / 2
                far = step * 0.25
                if k < 2:
                    _sprig(wax, x + far * np.cos(t), y + far * np.sin(t), t)
    masks = [batik.by_hand(rng, sheet.mask(), 1.1) for sheet in (wax, isen)]
    baths = [
        Bath(DARK, 1 - masks[0], 0.6),
        Bath(BROWN, np.maximum(1 - masks[0], 0.9 * masks[1]), 0.7),
        Bath(SOGA, 0.22 + 0 * masks[0], 0.8),
    ]
    return _shown(rng, batik.dyed(rng, baths, batik.crackle(rng, width, height, 1.0), 0.6), -0.05)


def _star(rng: Generator, wax: Sheet, isen: Sheet, x: float, y: float, size: float) -> None:
    for k in range(8):
        t = k * np.pi / 4 + rng.normal(0, 0.04)
        long = size if k % 2 == 0 else size * 0.74
        petal = ellipse(
            x + long * 0.6 * np.cos(t), y + long * 0.6 * np.sin(t), long * 0.40, size * 0.13, t, 18
        )
        wax.fill(wobble(petal, rng, 0.8))
        isen.line(np.array([(x + long * r * np.cos(t), y + long * r * np.sin(t)) for r in (0.34, 0.82)]), 1.8)
    wax.dot(x, y, size * 0.22)
    isen.dot(x, y, size * 0.12)


def _sprig(wax: Sheet, x: float, y: float, turn: float) -> None:
    for k, r in ((-1, 3.0), (0, 3.8), (1, 3.0)):
        wax.dot(x + 11 * k * np.cos(turn), y + 11 * k * np.sin(turn), r)


def centong(rng: Generator) -> Field:
    """Show tong centong: a cross of ladles on scales."""
    small = gentongan.flat(rng, 1100, 860, 860, 1.2, 2.0)
    return _shown(rng, resize(small, 1900, 1486), 0.12, 5.6)
