"""Drawing by line: splines, ribbons and shapes on supersampled sheets that become masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from plates.noise import wander

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

    from plates.canvas import Field

Points = NDArray[np.float64]


def spline(
    points: Sequence[tuple[float, float]] | Points, steps: int = 16, *, closed: bool = False
) -> Points:
    """Lay a smooth curve through points."""
    p = np.asarray(points, dtype=float)
    before, after = (p[-1], p[:2]) if closed else (2 * p[0] - p[1], [2 * p[-1] - p[-2]])
    p = np.vstack([before, p, *after])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for k in range(1, len(p) - 2):
        a, b, c, d = p[k - 1], p[k], p[k + 1], p[k + 2]
        bend = 2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - 3 * c + d - a) * t**3
        parts.append(0.5 * bend)
    if not closed:
        parts.append(p[-2][None])
    return np.vstack(parts)


def ellipse(x: float, y: float, a: float, b: float, turn: float = 0, count: int = 48) -> Points:
    """Give an ellipse's outline."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return place(np.stack([a * np.cos(t), b * np.sin(t)], axis=1), x, y, turn)


def place(points: Points, x: float = 0, y: float = 0, turn: float = 0, scale: float = 1) -> Points:
    """Scale, turn and move points."""
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    return np.asarray(points @ np.array([[cos, sin], [-sin, cos]]) + np.array([x, y]))


def spiral(x: float, y: float, radius: float, turns: float, start: float = 0, count: int = 60) -> Points:
    """Give a spiral that winds in to its centre."""
    t = np.linspace(0, 1, count)
    r = radius * (1 - t) ** 0.8
    angle = start + 2 * np.pi * turns * t
    return np.stack([x + r * np.cos(angle), y + r * np.sin(angle)], axis=1)


def wobble(points: Points, rng: Generator, amount: float, step: float = 7) -> Points:
    """Let a hand stray from a line."""
    stray = np.stack([wander(rng, len(points), step), wander(rng, len(points), step)], axis=1)
    return points + amount * stray


def ribbon(points: Points, widths: Points | float | Sequence[float]) -> Points:
    """Give the outline of a stroke that swells and thins."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1])[:, None], 1e-6)
    side = np.stack([-along[:, 1], along[:, 0]], axis=1)
    given = np.atleast_1d(np.asarray(widths, dtype=float))
    wide = np.interp(np.linspace(0, 1, len(points)), np.linspace(0, 1, len(given)), given)[:, None] / 2
    return np.vstack([points + side * wide, (points - side * wide)[::-1]])


class Sheet:
    """A sheet to draw on, several times finer than its mask."""

    def __init__(self, width: int, height: int, fine: int = 2) -> None:
        """Take a blank sheet."""
        self.size = (width, height)
        self.fine = fine
        self.image = Image.new("L", (width * fine, height * fine), 0)
        self.draw = ImageDraw.Draw(self.image)

    def _scaled(self, points: Points) -> list[tuple[float, float]]:
        return [(float(x), float(y)) for x, y in points * self.fine]

    def fill(self, points: Points, value: float = 1) -> None:
        """Fill an outline."""
        self.draw.polygon(self._scaled(points), fill=int(value * 255))

    def line(self, points: Points, width: float, value: float = 1, *, closed: bool = False) -> None:
        """Draw a line of even width with round ends."""
        path = self._scaled(np.vstack([points, points[:1]]) if closed else points)
        thick = max(1, round(width * self.fine))
        joint = "curve" if thick > 7 else None
        self.draw.line(path, fill=int(value * 255), width=thick, joint=joint)
        if thick > 3:
            for x, y in (path[0], path[-1]):
                r = thick / 2 - 0.5
                self.draw.ellipse((x - r, y - r, x + r, y + r), fill=int(value * 255))

    def stroke(self, points: Points, widths: Points | float | Sequence[float], value: float = 1) -> None:
        """Draw a line that swells and thins."""
        self.fill(ribbon(points, widths), value)

    def dot(self, x: float, y: float, radius: float, value: float = 1) -> None:
        """Set a dot."""
        f = self.fine
        box = ((x - radius) * f, (y - radius) * f, (x + radius) * f, (y + radius) * f)
        self.draw.ellipse(box, fill=int(value * 255))

    def mask(self) -> Field:
        """Give the drawing as a mask from 0 to 1."""
        small = self.image.resize(self.size, Image.Resampling.BOX) if self.fine > 1 else self.image
        return np.asarray(small, dtype=np.float32) / np.float32(255)
