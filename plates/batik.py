"""Batik: wax drawn on cloth, baths of dye, and what the wax lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import colour, weave
from plates.canvas import Field, blur, sample, smoothstep
from plates.canvas import grid as pixel_grid
from plates.drape import Cloth
from plates.noise import cloud, cracks

if TYPE_CHECKING:
    from numpy.random import Generator


@dataclass(frozen=True)
class Bath:
    """One dye: its colour, and the mask of where the cloth was open to it."""

    hue: Field
    open_: Field
    strength: float = 1.0


def by_hand(rng: Generator, mask: Field, amount: float = 1.6, cell: float = 40) -> Field:
    """Let a drawn mask stray as a canting strays, and bleed a little at its edge."""
    high, wide = mask.shape[:2]
    x, y = pixel_grid(wide, high)
    u = x + amount * cloud(rng, wide, high, cell, 2)
    v = y + amount * cloud(rng, wide, high, cell, 2)
    return sample(blur(mask, 0.6), u, v)


def uneven(rng: Generator, width: int, height: int, depth: float = 0.14) -> Field:
    """Say how unevenly a bath takes: pools of stronger and weaker colour."""
    pools = cloud(rng, width, height, 520, 4, 0.6)
    return np.asarray(1 + depth * pools, dtype=np.float32)


def crackle(rng: Generator, width: int, height: int, density: float = 1.0) -> Field:
    """Crack the wax: fine veins, more of them where the cloth was folded in the jar."""
    count = int(width * height / 26000 * density)
    veins = cracks(rng, width, height, count, 190)
    where = smoothstep(-0.6, 1.3, cloud(rng, width, height, 620, 2))
    return np.asarray(veins * (0.25 + 0.75 * where), dtype=np.float32)


def dyed(rng: Generator, baths: list[Bath], veins: Field, seep: float = 0.45) -> Field:
    """Dye a cloth bath by bath; the first bath's dye is what enters the cracks."""
    high, wide = veins.shape
    taken: list[tuple[Field | float, Field]] = []
    for k, bath in enumerate(baths):
        reach = bath.open_ + 0.05 * blur(bath.open_, 3) * (1 - bath.open_)
        leak = seep * veins * (1 - bath.open_) if k == 0 else 0.0
        strength = bath.strength * (reach * uneven(rng, wide, high) + leak)
        taken.append((np.asarray(strength, dtype=np.float32), bath.hue))
    cloth = colour.COTTON * np.ones((high, wide, 1), dtype=np.float32)
    return colour.dye(cloth, *taken)


def as_cloth(rng: Generator, picture: Field, pitch: float, margin: int = 0, strength: float = 0.045) -> Cloth:
    """Put a dyed picture on woven cloth; pitch is the threads' width in pixels, 0 for a fine cloth."""
    high, wide = picture.shape[:2]
    if pitch:
        bulge, shade, _ = weave.plain(rng, wide, high, pitch)
        relief, grain = bulge * pitch * 0.30, shade
    else:
        grain = weave.fine(rng, wide, high, strength)
        relief = (grain - 1) * 6
    cover = np.ones((high, wide), dtype=np.float32)
    if margin:
        cover[:margin] = cover[-margin:] = 0
        cover[:, :margin] = cover[:, -margin:] = 0
    return Cloth(np.asarray(picture * grain[..., None], dtype=np.float32), cover, relief.astype(np.float32))
