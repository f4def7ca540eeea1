"""Threads over and under one another: plain weave with relief, uneven as hand-spun yarn is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, grid
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator


def _threads(rng: Generator, width: int, height: int, pitch: float, slub: float) -> tuple[Field, Field]:
    x, y = grid(width, height)
    sway = 0.35 * slub
    across = (x + sway * streaks(rng, width, height, 60, 420)) / pitch
    down = (y + sway * streaks(rng, width, height, 420, 60)) / pitch
    return across.astype(np.float32), down.astype(np.float32)


def plain(
    rng: Generator, width: int, height: int, pitch: float, slub: float = 3, uneven: float = 0.10
) -> tuple[Field, Field, Field]:
    """Weave plainly: heights (in threads' widths), brightness of the yarn, and 1 where the warp is on top."""
    across, down = _threads(rng, width, height, pitch, slub)
    i, j = np.floor(across), np.floor(down)
    fu, fv = np.pi * (across - i - 0.5), np.pi * (down - j - 0.5)
    over = ((i + j) % 2 < 1).astype(np.float32)
    rise = 0.62 + 0.38 * np.cos(np.where(over > 0.5, fv, fu))
    bulge = np.maximum(np.cos(np.where(over > 0.5, fu, fv)), 0) ** 0.7 * rise
    ends = rng.normal(0, uneven, int(np.max(across)) + 9).astype(np.float32)
    picks = rng.normal(0, uneven, int(np.max(down)) + 9).astype(np.float32)
    own = np.where(over > 0.5, ends[i.astype(int) + 3], picks[j.astype(int) + 3])
    fuzz = 0.05 * cloud(rng, width, height, 2.2, 1)
    shade = (0.66 + 0.36 * bulge) * (1 + own + fuzz)
    return bulge.astype(np.float32), shade.astype(np.float32), over


def fine(rng: Generator, width: int, height: int, strength: float = 0.045) -> Field:
    """Give the grain of a cloth too fine to see its threads singly."""
    warp = streaks(rng, width, height, 2.4, 70) + 0.6 * streaks(rng, width, height, 7, 300)
    weft = streaks(rng, width, height, 70, 2.4) + 0.6 * streaks(rng, width, height, 300, 7)
    return np.asarray(1 + strength * (warp + weft) * 0.7, dtype=np.float32)
