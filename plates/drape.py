"""Cloth as it lies or hangs: folds as heights, and a flat cloth carried over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import light
from plates.canvas import Field, blur, grid, mix, resize, sample, smoothstep
from plates.noise import cloud, streaks, wander

if TYPE_CHECKING:
    from numpy.random import Generator


GLINT = np.array([1.0, 0.72, 0.34], dtype=np.float32)


@dataclass(frozen=True)
class Cloth:
    """A flat cloth: its colour, where there is cloth at all, and the relief of its threads."""

    colour: Field
    cover: Field
    relief: Field
    metal: Field | None = None


@dataclass(frozen=True)
class Laid:
    """A cloth as it lies in the picture: colour, cover, whole height, and where metal thread shows."""

    colour: Field
    cover: Field
    height: Field
    metal: Field


@dataclass(frozen=True)
class Ridge:
    """One fold: where it passes, which way it runs (radians), and how wide, long and high it is."""

    x: float
    y: float
    angle: float
    width: float
    length: float
    rise: float
    bend: float = 0.0


@dataclass(frozen=True)
class Laying:
    """How a cloth lies in the picture: its centre, turn and scale, and how far folds shift the pattern."""

    x: float
    y: float
    turn: float = 0.0
    scale: float = 1.0
    tilt: float = 0.35


def folds(rng: Generator, width: int, height: int, ridges: list[Ridge], rumple: float = 6) -> Field:
    """Add ridges up on a softly uneven ground."""
    wide, high = width // 4, height // 4
    x, y = grid(wide, high)
    x, y = x * 4, y * 4
    stray = cloud(rng, wide, high, 260, 2) * 34
    total = cloud(rng, wide, high, 150, 3, 0.4) * rumple
    for r in ridges:
        cos, sin = np.float32(np.cos(r.angle)), np.float32(np.sin(r.angle))
        along = (x - r.x) * cos + (y - r.y) * sin
        across = (y - r.y) * cos - (x - r.x) * sin + stray + r.bend * (along / r.length) ** 2 * r.length
        wide_here = r.width * (1 + 0.25 * along / r.length)
        lean = np.where(across > 0, 0.8, 1.25)
        profile = np.exp(-(np.abs(across / (wide_here * lean)) ** 1.8))
        total = total + r.rise * profile * np.exp(-(np.abs(along / r.length) ** 3))
    return resize(np.asarray(total, dtype=np.float32), width, height)


def pleats(rng: Generator, width: int, height: int, period: float, rise: float, loosen: float = 0.6) -> Field:
    """Let a cloth hang: folds from a rod, that wander and open towards the hem."""
    wide, high = width // 4, height // 4
    x, y = grid(wide, high)
    down = y / high
    warp = wander(rng, wide, 70)[None] * 0.9 + cloud(rng, wide, high, 330, 2) * loosen * down
    phase = 2 * np.pi * x * 4 / period + warp * 1.7
    broad = np.sin(phase) + 0.35 * np.sin(2.1 * phase + 1.3 + 2 * down)
    sharp = 1 - np.abs(np.sin(phase * 0.5 + 0.6 + 0.8 * warp)) ** 0.7
    strength = 0.45 + 0.7 * down + 0.25 * wander(rng, wide, 60)[None]
    total = rise * strength * (0.6 * broad + 0.5 * sharp) + 4 * streaks(rng, wide, high, 20, 120, 2)
    return resize(blur(np.asarray(total, dtype=np.float32), 2.2), width, height)


def lay(cloth: Cloth, height: Field, laying: Laying) -> Laid:
    """Carry a cloth over folds: its colour, cover and whole height at every place in the picture."""
    high, wide = height.shape
    x, y = grid(wide, high)
    down, across = (np.asarray(slope, dtype=np.float32) for slope in np.gradient(height))
    x = x - laying.x + 9 * blur(across, 6)
    y = y - laying.y + laying.tilt * height + 9 * blur(down, 6)
    cos, sin = np.float32(np.cos(laying.turn)), np.float32(np.sin(laying.turn))
    rows, columns = cloth.cover.shape
    u = (x * cos + y * sin) / laying.scale + columns / 2
    v = (y * cos - x * sin) / laying.scale + rows / 2
    metal = np.zeros_like(cloth.cover) if cloth.metal is None else cloth.metal
    packed = np.dstack([cloth.colour, cloth.cover, cloth.relief, metal])
    looked = sample(packed, u, v)
    inside = (u > 1) & (u < columns - 1) & (v > 1) & (v < rows - 1)
    shape = height + looked[..., 4] * laying.scale
    return Laid(looked[..., :3], looked[..., 3] * inside, shape, looked[..., 5])


def photograph(
    laid: Laid,
    ground: Field,
    *,
    sheen: float = 0.0,
    thickness: float = 9,
    reach: float = 260,
) -> Field:
    """Light a laid cloth and the ground it lies on."""
    cover, height = laid.cover, laid.height
    floor = float(np.percentile(height, 2))
    raised = height - floor
    whole = cover * (thickness + np.maximum(raised, 0))
    seen = light.shadow(whole, reach)
    open_ = light.hollow(whole, 18, 60, 150)
    face = light.facing(height)
    cloth = light.lit(laid.colour, face, 0.25 + 0.75 * seen, open_)
    if sheen:
        shine = light.gloss(blur(height, 1.2), 9) * seen
        cloth = np.asarray(
            cloth + (sheen * shine)[..., None] * (0.75 * laid.colour + 0.018), dtype=np.float32
        )
    if laid.metal.any():
        glint = laid.metal * seen * (1.3 * light.gloss(height, 14) + 0.5 * light.gloss(blur(height, 3), 5))
        cloth = np.asarray(cloth + glint[..., None] * GLINT, dtype=np.float32)
    contact = 1 - 0.55 * blur(cover, 16)
    table = light.lit(ground, np.full_like(cover, 0.62), seen * (0.35 + 0.65 * contact), contact)
    return mix(table, cloth, smoothstep(0.05, 0.95, cover))
