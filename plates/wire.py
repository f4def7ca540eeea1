"""Wire, beads and chain: round bodies swept along lines, kept as a height and a normal for every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, Loose, grid, resize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plates.vector import Points

_BALLS: dict[int, tuple[Field, Field, Field]] = {}


def _ball(size: int) -> tuple[Field, Field, Field]:
    if size not in _BALLS:
        x, y = grid(size, size)
        nx, ny = (x - size / 2) / (size / 2), (y - size / 2) / (size / 2)
        rest = 1 - nx * nx - ny * ny
        nz = np.sqrt(np.maximum(rest, 0))
        _BALLS[size] = (
            np.where(rest > 0, nz * np.float32(size / 2), np.float32(-1e4)).astype(np.float32),
            nx.astype(np.float32),
            ny.astype(np.float32),
        )
    return _BALLS[size]


class Relief:
    """What has been laid down so far: heights and the two flat parts of the normal, finer than the picture."""

    def __init__(self, width: int, height: int, fine: int = 2) -> None:
        """Start with nothing."""
        self.fine = fine
        shape = (height * fine, width * fine)
        self.height = np.full(shape, -1e4, dtype=np.float32)
        self.nx = np.zeros(shape, dtype=np.float32)
        self.ny = np.zeros(shape, dtype=np.float32)
        self.mark = np.zeros(shape, dtype=np.float32)

    def ball(self, x: float, y: float, z: float, radius: float, mark: float = 1) -> None:
        """Set a ball."""
        size = max(3, round(2 * radius * self.fine))
        left, top = round(x * self.fine - size / 2), round(y * self.fine - size / 2)
        high, wide = self.height.shape
        if left < 0 or top < 0 or left + size > wide or top + size > high:
            return
        lift, nx, ny = _ball(size)
        here = (slice(top, top + size), slice(left, left + size))
        raised = lift + np.float32(z * self.fine)
        higher = raised > self.height[here]
        self.height[here][higher] = raised[higher]
        self.nx[here][higher] = nx[higher]
        self.ny[here][higher] = ny[higher]
        self.mark[here][higher] = mark

    def wire(
        self, line: Points, radius: float, z: float | Sequence[float] | Loose = 0, mark: float = 1
    ) -> None:
        """Sweep a wire along a line; z may change along it."""
        placed, levels, _ = _even(line, z, max(0.5, 0.13 * radius))
        for (x, y), lift in zip(placed, levels, strict=True):
            self.ball(float(x), float(y), float(lift), radius, mark)

    def twisted(self, line: Points, radius: float, z: float = 0, pitch: float = 3.2, mark: float = 1) -> None:
        """Sweep two wires twisted round each other, as filigree wire is."""
        placed, _, along = _even(line, z, max(0.5, 0.35 * radius))
        way = np.gradient(placed, axis=0)
        way /= np.maximum(np.hypot(way[:, 0], way[:, 1])[:, None], 1e-6)
        phase = 2 * np.pi * along / (pitch * radius)
        off = 0.5 * radius
        for sign in (1, -1):
            shift = sign * off * np.sin(phase)
            lift = z + sign * off * np.cos(phase)
            for k in range(len(placed)):
                x, y = placed[k, 0] - way[k, 1] * shift[k], placed[k, 1] + way[k, 0] * shift[k]
                self.ball(float(x), float(y), float(lift[k]), radius * 0.6, mark)

    def cover(self) -> Field:
        """Say where anything lies, at the picture's size."""
        return self.smaller((self.height > -1e3).astype(np.float32))

    def smaller(self, field: Field) -> Field:
        """Bring a fine field to the picture's size."""
        high, wide = field.shape[0] // self.fine, field.shape[1] // self.fine
        parts = field.reshape(high, self.fine, wide, self.fine, -1).mean(axis=(1, 3))
        return np.asarray(parts[..., 0] if field.ndim == 2 else parts, dtype=np.float32)

    def heights(self) -> Field:
        """Give heights above the ground at the picture's size."""
        return np.asarray(self.smaller(np.maximum(self.height, 0)) / self.fine, dtype=np.float32)


def _even(line: Points, z: float | Sequence[float] | Loose, step: float) -> tuple[Points, Points, Points]:
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    along = np.arange(0, gone[-1] + step / 2, step)
    placed = np.stack([np.interp(along, gone, line[:, k]) for k in (0, 1)], axis=1)
    given = np.atleast_1d(np.asarray(z, dtype=float))
    levels = np.interp(along, np.linspace(0, gone[-1], len(given)), given)
    return placed, levels, along


def studio(nx: Field, ny: Field) -> Field:
    """Say what a polished surface mirrors: a wide window to the upper left, a strip to the right, a dark room."""
    window = np.exp(-(((nx + 0.42) / 0.26) ** 2) - ((ny + 0.46) / 0.24) ** 2)
    strip = 0.34 * np.exp(-(((nx - 0.62) / 0.13) ** 2) - ((ny + 0.05) / 0.42) ** 4)
    bounce = 0.20 * np.exp(-(((ny - 0.72) / 0.22) ** 2))
    sky = 0.30 * np.clip(-ny * 0.6 - nx * 0.5 + 0.45, 0, 1)
    edge = np.clip(1.05 - (nx * nx + ny * ny), 0, 1) ** 0.4
    return np.asarray(
        (3.4 * window + 1.7 * strip + 1.4 * bounce + sky) * (0.25 + 0.75 * edge) + 0.03, dtype=np.float32
    )


def enlarge(field: Field, fine: int) -> Field:
    """Bring a field of the picture's size to the fine size."""
    high, wide = field.shape[:2]
    return resize(field, wide * fine, high * fine)
