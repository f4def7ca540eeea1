"""Tong centong, the rice ladles of Tanjungbumi, on a ground of sisik malaya, the scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.batik import by_hand
from plates.vector import Points, Sheet, ellipse, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.canvas import Field
    from plates.design import Design

HEAD = [(0, -96), (26, -101), (48, -128), (57, -172), (50, -222), (28, -252), (0, -260)]


def _head() -> Points:
    right = HEAD
    left = [(-x, y) for x, y in reversed(HEAD[1:-1])]
    return spline(right + left, 8, closed=True)


def ladle(d: Design, bath: str = "red") -> None:
    """Draw one ladle, its handle at the middle and its bowl away from it."""
    d.shape(ribbon(spline([(0, -20), (3, -52), (0, -96)], 8), [13, 20, 30]), "soga")
    d.shape(_head(), bath)
    inner = _head() * 0.7 + np.array([0, -0.3 * 180])
    d.vein(np.vstack([inner, inner[:1]]), 3.2)
    for k in range(-2, 3):
        d.vein(spline([(0, -128), (k * 6, -160), (k * 11, -216 + 5 * abs(k))], 6), 2.4)
    for t in np.linspace(0.5, 2 * np.pi - 0.5, 17):
        d.dot(47 * np.sin(t), -180 + 68 * np.cos(t), 2.3)


def flower(d: Design, bath: str = "soga") -> None:
    """Draw the eight-petalled flower the ladles meet in."""
    for k in range(8):
        t = k * np.pi / 4 + np.pi / 8
        x, y = 47 * np.sin(t), -47 * np.cos(t)
        d.shape(ellipse(x, y, 14, 25, t, 20), bath if k % 2 else "dark")
        d.vein(np.array([[x * 0.8, y * 0.8], [x * 1.3, y * 1.3]]), 3)
    d.shape(ellipse(0, 0, 25, 25), "red")
    for k in range(7):
        t = k * 2 * np.pi / 7
        d.dot(14 * np.sin(t), 14 * np.cos(t), 2.6)
    d.dot(0, 0, 4)


def leaf(d: Design, x: float, y: float, turn: float, size: float, bath: str) -> None:
    """Draw a leaf with its veins, its foot at a place."""
    cos, sin = np.cos(turn), np.sin(turn)

    def to(p: float, q: float) -> tuple[float, float]:
        return x + size * (p * cos - q * sin), y + size * (p * sin + q * cos)

    outline = [to(0, 0), to(0.3, -0.22), to(0.66, -0.2), to(1, 0.04), to(0.62, 0.2), to(0.28, 0.18)]
    d.shape(spline(outline, 7, closed=True), bath)
    d.vein(spline([to(0.05, 0), to(0.5, -0.02), to(0.88, 0.02)], 6), 2.8)
    for k in (0.25, 0.42, 0.58):
        d.vein(np.array([to(k, -0.01), to(k + 0.13, -0.12)]), 2.2)
        d.vein(np.array([to(k, 0.01), to(k + 0.13, 0.11)]), 2.2)


def sprig(d: Design) -> None:
    """Draw a curling sprig with leaves and buds, to fill the space between."""
    d.stem(
        spline([(0, 150), (34, 76), (-4, 0), (-40, -74), (6, -138), (52, -112), (40, -78)], 12), [4, 8, 7, 5]
    )
    for x, y, turn, size, bath in (
        (24, 98, -0.5, 84, "soga"),
        (22, 60, 3.5, 76, "red"),
        (-2, 6, -0.25, 92, "red"),
        (-18, -34, 3.3, 80, "soga"),
        (-34, -84, 3.9, 66, "dark"),
    ):
        leaf(d, x, y, turn, size, bath)
    d.shape(ellipse(34, -80, 20, 20), "red")
    d.dot(34, -80, 5)
    for k in range(6):
        d.dot(34 + 30 * np.cos(k * 1.05), -80 + 30 * np.sin(k * 1.05), 3)


def scales(rng: Generator, width: int, height: int, pitch: float) -> Field:
    """Cover a sheet with overlapping scales, each an arc, an inner arc and a dot."""
    rows, columns = 18, 14
    tall = round(pitch * 0.52 * rows)
    sheet = Sheet(round(pitch * columns), tall, 3)
    t = np.linspace(0.04 * np.pi, 0.96 * np.pi, 14)
    for row in range(-2, rows + 2):
        for column in range(-1, columns + 1):
            cx = (column + (row % 2) / 2) * pitch
            cy = row * pitch * 0.52 + 0.5 * np.sin(column * 2.1 + (row % rows))
            for radius, wide in ((0.5, 2.7), (0.3, 1.9)):
                r = pitch * radius
                sheet.line(np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], axis=1), wide * pitch / 34)
            sheet.dot(cx, cy + pitch * 0.13, 1.9 * pitch / 34)
    tile = sheet.mask()
    across, down = width // tile.shape[1] + 1, height // tall + 1
    return by_hand(rng, np.tile(tile, (down, across))[:height, :width], 1.4, 60)


def rosettes(d: Design, pitch: float, scale: float) -> None:
    """Set crosses of ladles in a half drop, a flower and sprigs between them."""
    width, height = d.size
    rng = d.rng
    for column, x in enumerate(np.arange(-pitch * 0.2, width + pitch, pitch * 0.5)):
        for y in np.arange((column % 2) * pitch / 2 - pitch * 0.1, height + pitch, pitch):
            px, py = x + rng.normal(0, 4), y + rng.normal(0, 4)
            cross(d, px, py, rng.normal(0, 0.03), scale)
            _between(d, px + pitch * 0.25, py, pitch * 0.25, scale, 1 if column % 2 else -1)


def cross(d: Design, x: float, y: float, turn: float, scale: float) -> None:
    """Draw four ladles crossed, a flower where they meet."""
    for k in range(4):
        d.at(x, y, turn + k * np.pi / 2 + d.rng.normal(0, 0.025), scale)
        ladle(d, "red")
    flower(d.at(x, y, turn, scale))


def _between(d: Design, x: float, y: float, step: float, scale: float, flip: int) -> None:
    rng = d.rng
    sprig(d.at(x, y + step, flip * 0.78 + rng.normal(0, 0.06), scale * 0.98))
    sprig(d.at(x, y - step, flip * -0.78 + np.pi + rng.normal(0, 0.06), scale * 0.98))
    flower(d.at(x + step, y, rng.normal(0.3, 0.2), scale * 0.86))
