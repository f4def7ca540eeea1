"""The grain of hide: pebbles between fine creases, pores, and colour that never took evenly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, blur, grid, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator


def _pebbles(rng: Generator, width: int, height: int, cell: float) -> Field:
    """Give how far every place lies from the border between two pebbles, in cells."""
    columns, rows = int(width / cell) + 4, int(height / cell) + 4
    px = rng.uniform(0.1, 0.9, (rows, columns)).astype(np.float32)
    py = rng.uniform(0.1, 0.9, (rows, columns)).astype(np.float32)
    x, y = grid(width, height)
    u = x / cell + 1.5 + 0.25 * cloud(rng, width, height, 5 * cell, 1)
    v = y / cell + 1.5 + 0.25 * cloud(rng, width, height, 5 * cell, 1)
    i, j = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    first = np.full((height, width), 9.0, dtype=np.float32)
    second = first.copy()
    for dj in (-1, 0, 1):
        for di in (-1, 0, 1):
            a, b = np.clip(i + di, 0, columns - 1), np.clip(j + dj, 0, rows - 1)
            far = np.hypot(u - a - px[b, a], v - b - py[b, a]).astype(np.float32)
            second = np.minimum(second, np.maximum(far, first))
            first = np.minimum(first, far)
    return np.asarray(second - first, dtype=np.float32)


def grain(rng: Generator, width: int, height: int, fine: float) -> tuple[Field, Field]:
    """Give heights and tint; fine is how close the camera is, 1 for a whole bag."""
    pebble = smoothstep(0.0, 0.34, _pebbles(rng, width, height, 11 * fine))
    calm = 0.55 + 0.45 * smoothstep(-1, 1, cloud(rng, width, height, 420, 2))
    crease = np.exp(-np.abs(cloud(rng, width, height, 240 * fine, 3)) / 0.02)
    relief = fine * (0.9 * calm * blur(pebble, 0.7 * fine) - 0.7 * crease)
    relief = relief + 0.9 * cloud(rng, width, height, 90, 2)
    tint = 0.90 + 0.10 * pebble * calm + 0.07 * cloud(rng, width, height, 420, 3) - 0.05 * crease
    return np.asarray(relief, dtype=np.float32), np.asarray(tint, dtype=np.float32)
