"""What a piece lies on or hangs before: linen, plaster, dark boards, a limewashed wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator


def plaster(rng: Generator, width: int, height: int, hue: Field) -> Field:
    """Spread quiet, slightly uneven plaster."""
    patches = 0.035 * cloud(rng, width, height, 700, 3, 0.6) + 0.010 * cloud(rng, width, height, 9, 2)
    return np.asarray(hue * (1 + patches)[..., None], dtype=np.float32)


def linen(rng: Generator, width: int, height: int, hue: Field, strength: float = 0.06) -> Field:
    """Spread linen: slubbed threads both ways."""
    threads = streaks(rng, width, height, 3.2, 130) + streaks(rng, width, height, 130, 3.2)
    patches = 0.03 * cloud(rng, width, height, 800, 2)
    return np.asarray(hue * (1 + strength * 0.6 * threads + patches)[..., None], dtype=np.float32)


def boards(rng: Generator, width: int, height: int, hue: Field, plank: float = 620) -> Field:
    """Lay old boards from left to right."""
    _, y = grid(width, height)
    y = y + 5 * cloud(rng, width, height, 900, 1)
    row = np.floor(y / plank + 0.37)
    rings = streaks(rng, width, height, 1500, 26, 3, 0.7)
    pores = np.clip(streaks(rng, width, height, 190, 2.6), 0, 3)
    tint = 1 + 0.10 * np.sin(row * 2.7 + 0.5)
    gap = np.abs(y / plank + 0.37 - row)
    seam = 1 - 0.75 * np.exp(-((np.minimum(gap, 1 - gap) * plank / 3.2) ** 2))
    value = tint * (1 + 0.16 * rings - 0.07 * pores) * seam
    warm = np.array([1.0, 0.96, 0.92], dtype=np.float32) ** (0.6 * rings[..., None])
    return np.asarray(np.clip(hue * value[..., None] * warm, 0.002, 1), dtype=np.float32)


def wall(
    rng: Generator, width: int, height: int, hue: Field, glow: tuple[float, float] = (0.3, 0.3)
) -> Field:
    """Raise a wall that the light grazes: brighter near one place, trowel marks across it."""
    x, y = grid(width, height)
    far = np.hypot(x / width - glow[0], (y / height - glow[1]) * height / width)
    fall = 1.18 - 0.75 * smoothstep(0.0, 0.95, far.astype(np.float32))
    marks = cloud(rng, width, height, 240, 4, 0.55)
    relief = np.gradient(blur(marks, 1.5), axis=1) + np.gradient(blur(marks, 1.5), axis=0)
    value = fall * (1 + 0.03 * marks + np.clip(1.6 * relief, -0.08, 0.08))
    return np.asarray(hue * value[..., None], dtype=np.float32)


def shelf(back: Field, front: Field, edge: float) -> Field:
    """Set a wall above a table's far edge, softly."""
    height = back.shape[0]
    y = np.arange(height, dtype=np.float32)[:, None] * np.ones((1, back.shape[1]), dtype=np.float32)
    return mix(back, front, smoothstep(edge - 5, edge + 5, y))
