"""The flat figures of damar kurung: people in profile, houses, boats and trees, outlined and filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from plates.vector import Points, ellipse, spline, wobble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

    from plates.canvas import Field

Hue = tuple[int, int, int]
PAPER: Hue = (250, 238, 210)
INK: Hue = (40, 24, 30)
RED: Hue = (206, 48, 40)
BLUE: Hue = (40, 84, 160)
GREEN: Hue = (44, 128, 74)
YELLOW: Hue = (244, 190, 50)
PURPLE: Hue = (128, 60, 132)
PINK: Hue = (232, 120, 140)
VEIL: Hue = (252, 246, 236)
SKIN: Hue = (236, 178, 122)
DRESS = (RED, BLUE, GREEN, PURPLE, PINK)


class Painting:
    """Paper, painted by hand with ink and flat colour."""

    def __init__(
        self, rng: Generator, width: int, height: int, zoom: float = 1, *, plain: bool = False
    ) -> None:
        """Take a sheet of paper; zoom makes the picture finer, not the drawing larger; plain is ink alone."""
        self.rng = rng
        self.size = (width, height)
        self.zoom = zoom
        self.plain = plain
        self.fine = 2 * zoom
        self.image = Image.new("RGB", (round(width * self.fine), round(height * self.fine)), PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def shape(
        self, points: Points | Sequence[tuple[float, float]], hue: Hue | None, ink: float = 3.0
    ) -> None:
        """Fill a shape and draw round it."""
        drawn = wobble(np.asarray(points, dtype=float), self.rng, 0.8, 5)
        path = [(float(x) * self.fine, float(y) * self.fine) for x, y in drawn]
        if hue:
            self.draw.polygon(path, fill=PAPER if self.plain and hue != INK else hue)
        if ink:
            self.draw.line([*path, path[0], path[1]], fill=INK, width=round(ink * self.fine), joint="curve")

    def line(
        self, points: Points | Sequence[tuple[float, float]], hue: Hue = INK, width: float = 3.0
    ) -> None:
        """Draw a line."""
        drawn = wobble(np.asarray(points, dtype=float), self.rng, 0.7, 5)
        path = [(float(x) * self.fine, float(y) * self.fine) for x, y in drawn]
        self.draw.line(path, fill=hue, width=max(1, round(width * self.fine)), joint="curve")

    def picture(self) -> Field:
        """Give the painting in linear light."""
        small = self.image.resize((self.image.width // 2, self.image.height // 2), Image.Resampling.BOX)
        srgb = np.asarray(small, dtype=np.float32) / np.float32(255)
        return np.asarray(np.power(srgb, 2.2), dtype=np.float32)


def _head(p: Painting, x: float, y: float, h: float, way: int, cover: str) -> None:
    r = 0.085 * h
    face = spline(
        [
            (0, -1.1),
            (0.75, -0.7),
            (0.86, -0.2),
            (1.3, 0.12),
            (0.85, 0.25),
            (0.7, 0.85),
            (0, 1),
            (-0.8, 0.4),
            (-0.8, -0.5),
        ],
        5,
        closed=True,
    )
    p.shape(face * np.array([way * r, r]) + np.array([x, y]), SKIN)
    if cover == "peci":
        p.shape(
            [
                (x - 0.85 * r, y - 0.45 * r),
                (x - 0.75 * r, y - 1.5 * r),
                (x + 0.75 * r, y - 1.5 * r),
                (x + 0.85 * r, y - 0.45 * r),
            ],
            INK,
        )
    elif cover == "kerudung":
        veil = [(0.5, -1.15), (-0.6, -1.3), (-1.2, -0.3), (-1.5, 1.6), (-0.2, 2.0), (0.1, 0.8), (-0.2, -0.4)]
        p.shape(spline(veil, 5, closed=True) * np.array([way * r, r]) + np.array([x, y]), VEIL)
    else:
        hair = [(0.7, -0.8), (0, -1.3), (-0.9, -0.9), (-1.1, 0.2), (-0.5, 0.3), (-0.2, -0.5)]
        p.shape(spline(hair, 5, closed=True) * np.array([way * r, r]) + np.array([x, y]), INK)
        p.shape(ellipse(x - way * 1.25 * r, y + 0.1 * r, 0.5 * r, 0.5 * r, 0, 14), INK)
    p.shape(ellipse(x + way * 0.42 * r, y - 0.12 * r, 0.16 * r, 0.12 * r, 0, 10), INK, 0)
    p.line([(x + way * 0.5 * r, y + 0.52 * r), (x + way * 0.82 * r, y + 0.46 * r)], RED, 2.4)


def _cloth(p: Painting, box: tuple[float, float, float, float], kind: int) -> None:
    left, top, right, bottom = box
    for k in range(1, 4):
        y = top + (bottom - top) * k / 4
        if kind % 2:
            p.line([(left + 3, y), (right - 3, y)], YELLOW, 2.4)
        else:
            for x in np.linspace(left + 6, right - 6, 4):
                p.shape(ellipse(x + (k % 2) * 4, y, 2.6, 2.6, 0, 8), PAPER, 0)


def person(p: Painting, x: float, y: float, h: float, way: int, cover: str, hold: str = "") -> None:
    """Draw someone walking, holding something or nothing."""
    dress, skirt = (DRESS[int(k)] for k in p.rng.permutation(len(DRESS))[:2])
    w = 0.15 * h
    for step in (-0.5, 0.55):
        foot = [
            (x + step * w, y),
            (x + step * w + way * 0.12 * h, y),
            (x + step * w + way * 0.02 * h, y - 0.05 * h),
        ]
        p.shape(foot, SKIN)
    p.shape(
        [
            (x - 0.62 * w, y - 0.5 * h),
            (x + 0.62 * w, y - 0.5 * h),
            (x + w, y - 0.04 * h),
            (x - w, y - 0.04 * h),
        ],
        skirt,
    )
    _cloth(p, (x - 0.8 * w, y - 0.48 * h, x + 0.8 * w, y - 0.05 * h), int(p.rng.integers(2)))
    body = [(-0.55, -0.82), (0.5, -0.82), (0.72, -0.6), (0.68, -0.42), (-0.68, -0.42), (-0.75, -0.6)]
    p.shape([(x + way * a * w, y + b * h) for a, b in body], dress)
    hand = (x + way * 0.27 * h, y - 0.60 * h)
    p.line([(x, y - 0.76 * h), (x + way * 0.12 * h, y - 0.58 * h), hand], INK, 0.075 * h)
    p.line([(x, y - 0.76 * h), (x + way * 0.12 * h, y - 0.58 * h), hand], dress, 0.05 * h)
    p.shape(ellipse(hand[0], hand[1], 0.03 * h, 0.03 * h, 0, 10), SKIN)
    _head(p, x, y - 0.915 * h, h, way, cover)
    if hold == "lantern":
        lantern(p, hand[0] + way * 0.05 * h, hand[1] - 0.12 * h, 0.19 * h)
    elif hold == "umbrella":
        p.line([hand, (hand[0], y - 1.1 * h)], INK, 4)
        dome = np.linspace(np.pi, 2 * np.pi, 14)
        p.shape(
            np.stack([hand[0] + 0.3 * h * np.cos(dome), y - 1.06 * h + 0.15 * h * np.sin(dome)], axis=1), RED
        )
    elif hold == "tray":
        p.shape(ellipse(hand[0] + way * 0.04 * h, hand[1] - 0.06 * h, 0.12 * h, 0.04 * h, 0, 20), YELLOW)


def sitting(p: Painting, x: float, y: float, h: float, way: int, cover: str) -> None:
    """Draw someone sitting cross-legged, a hand held out."""
    dress, skirt = (DRESS[int(k)] for k in p.rng.permutation(len(DRESS))[:2])
    p.shape(ellipse(x + way * 0.05 * h, y - 0.1 * h, 0.30 * h, 0.11 * h, 0, 24), skirt)
    _cloth(p, (x - 0.2 * h, y - 0.17 * h, x + 0.2 * h, y - 0.02 * h), 0)
    body = [(-0.10, -0.54), (0.09, -0.54), (0.14, -0.14), (-0.16, -0.14)]
    p.shape([(x + way * a * h, y + b * h) for a, b in body], dress)
    hand = (x + way * 0.30 * h, y - 0.24 * h)
    p.line([(x, y - 0.48 * h), (x + way * 0.16 * h, y - 0.24 * h), hand], INK, 0.075 * h)
    p.line([(x, y - 0.48 * h), (x + way * 0.16 * h, y - 0.24 * h), hand], dress, 0.05 * h)
    _head(p, x, y - 0.64 * h, h, way, cover)


def lantern(p: Painting, x: float, y: float, size: float) -> None:
    """Draw a small damar kurung."""
    p.shape(
        [
            (x - size / 2, y),
            (x + size / 2, y),
            (x + size / 2, y + size * 1.2),
            (x - size / 2, y + size * 1.2),
        ],
        YELLOW,
    )
    for k in range(3):
        a = x - size / 2 + size * k / 3
        p.shape([(a, y), (a + size / 3, y), (a + size / 6, y - size * 0.3)], RED, 2)


def dish(p: Painting, x: float, y: float, size: float) -> None:
    """Draw a heap of rice on a tray."""
    p.shape([(x - size * 0.7, y - size * 0.3), (x, y - size * 1.3), (x + size * 0.7, y - size * 0.3)], YELLOW)
    p.shape(ellipse(x, y - size * 0.2, size, size * 0.25, 0, 24), GREEN)


def mosque(p: Painting, x: float, y: float, size: float) -> None:
    """Draw the mosque with its tiered roof."""
    p.shape(
        [
            (x - 0.5 * size, y),
            (x - 0.5 * size, y - 0.42 * size),
            (x + 0.5 * size, y - 0.42 * size),
            (x + 0.5 * size, y),
        ],
        PAPER,
    )
    for k in (-0.32, 0, 0.32):
        arch = [(k - 0.09, 0), (k - 0.09, -0.22), (k, -0.32), (k + 0.09, -0.22), (k + 0.09, 0)]
        p.shape([(x + a * size, y + b * size) for a, b in arch], BLUE if k else RED)
    for low, high, wide, top in (
        (0.40, 0.62, 0.68, 0.30),
        (0.60, 0.80, 0.44, 0.18),
        (0.78, 1.02, 0.28, 0.02),
    ):
        roof = [(-wide, -low), (wide, -low), (top, -high), (-top, -high)]
        p.shape([(x + a * size, y + b * size) for a, b in roof], RED)
        for k in np.linspace(-0.8, 0.8, 7):
            p.line([(x + k * wide * size, y - low * size), (x + k * top * size, y - high * size)], INK, 1.6)
    p.line([(x, y - 1.0 * size), (x, y - 1.14 * size)], INK, 4)
    p.shape(ellipse(x, y - 1.15 * size, 0.035 * size, 0.035 * size, 0, 12), YELLOW)


def tree(p: Painting, x: float, y: float, h: float) -> None:
    """Draw a tree, every leaf on its own."""
    p.shape(
        [(x - 0.04 * h, y), (x + 0.04 * h, y), (x + 0.02 * h, y - 0.6 * h), (x - 0.02 * h, y - 0.6 * h)], SKIN
    )
    for level, reach, count in ((0.5, 0.30, 6), (0.68, 0.27, 6), (0.84, 0.19, 5), (0.96, 0.07, 2)):
        for k in np.linspace(-1, 1, count):
            leaf = ellipse(
                x + k * reach * h, y - level * h + abs(k) * 0.05 * h, 0.075 * h, 0.04 * h, k * 0.7, 16
            )
            p.shape(leaf, GREEN, 2.4)


def boat(p: Painting, x: float, y: float, size: float, way: int) -> None:
    """Draw a boat with its sail, on waves with fish."""
    hull = spline(
        [(-0.8, -0.22), (-0.5, -0.06), (0, 0), (0.5, -0.06), (0.85, -0.3), (0.5, -0.2), (-0.4, -0.2)],
        6,
        closed=True,
    )
    p.line([(x, y - 0.15 * size), (x, y - 1.05 * size)], INK, 5)
    sail = spline([(0.02, -1.0), (0.5, -0.6), (0.55, -0.28), (0.02, -0.25)], 8, closed=True)
    p.shape(sail * size * np.array([way, 1]) + np.array([x, y]), YELLOW)
    for k in (0.35, 0.5, 0.65):
        p.line([(x + way * 0.04 * size, y - k * size), (x + way * 0.4 * size, y - k * 0.95 * size)], RED, 3)
    p.shape(hull * size * np.array([way, 1]) + np.array([x, y]), BLUE)
    person(p, x - way * 0.4 * size, y - 0.16 * size, 0.55 * size, way, "peci")


def fish(p: Painting, x: float, y: float, size: float, way: int) -> None:
    """Draw a fish."""
    body = spline(
        [(1, 0), (0.4, -0.38), (-0.5, -0.12), (-1, -0.4), (-0.85, 0), (-1, 0.4), (-0.5, 0.12), (0.4, 0.38)],
        5,
        closed=True,
    )
    p.shape(body * size * np.array([way, 1]) + np.array([x, y]), DRESS[int(p.rng.integers(5))], 2.4)
    p.shape(ellipse(x + way * 0.62 * size, y - 0.08 * size, 3, 3, 0, 8), PAPER, 1.6)
