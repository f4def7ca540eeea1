"""Ikat: yarn bound and dyed before weaving, so that every colour's edge feathers along the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, blur, grid, sample
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator


def weft(rng: Generator, mask: Field, thread: float, stray: float, bundle: int = 5) -> Field:
    """Feather a mask along the weft: each thread slips a little, each bundle together, dye seeps at the ties."""
    high, wide = mask.shape
    x, y = grid(wide, high)
    row = np.floor(y / thread)
    count = int(high / thread) + 3
    own = rng.normal(0, stray, count)
    together = np.repeat(rng.normal(0, stray * 0.8, count // bundle + 2), bundle)[:count]
    slip = (own + together)[row.astype(int)] + stray * 0.6 * cloud(rng, wide, high, 160, 2)
    seeped = 0.55 * blur(mask, 0.3, stray * 0.55) + 0.45 * blur(mask, 0.3, stray * 1.9)
    middle = (row + 0.5) * thread
    feathered = sample(seeped, np.asarray(x + slip, dtype=np.float32), np.asarray(middle, dtype=np.float32))
    return np.asarray(np.clip((feathered - 0.18) / 0.62, 0, 1), dtype=np.float32)


def picks(rng: Generator, width: int, height: int, thread: float, uneven: float) -> Field:
    """Give each weft thread a strength of its own."""
    rows = rng.normal(1, uneven, int(height / thread) + 3)
    y = (np.arange(height) / thread).astype(int)
    return np.asarray(rows[y][:, None] * np.ones((1, width)), dtype=np.float32)
