"""Cloth hung over a bamboo rod before a wall, with its fringe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import light
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.colour import tone
from plates.drape import Cloth, Laying, lay, pleats
from plates.noise import cloud, streaks, wander

if TYPE_CHECKING:
    from numpy.random import Generator


def fringed(rng: Generator, cloth: Cloth, length: int, pitch: float, hue: Field) -> Cloth:
    """Turn the last rows of a cloth into a fringe of twisted threads."""
    wide = cloth.cover.shape[1]
    x, y = grid(wide, length)
    down = y / length
    stray = wander(rng, wide, pitch)[None] * 0.3 + cloud(rng, wide, length, pitch * 1.4, 2) * 0.35 * down
    at = x / pitch + stray * down
    own = np.floor(at).astype(int) % 997
    middle = np.abs(at - np.floor(at) - 0.5)
    reach = 0.8 + 0.2 * rng.random(997).astype(np.float32)[own]
    wide_here = 0.46 - 0.16 * np.sqrt(down)
    cover = smoothstep(0.08, -0.02, middle - wide_here) * smoothstep(0.01, -0.02, down - reach)
    round_ = np.sqrt(np.clip(1 - (middle / np.maximum(wide_here, 0.05)) ** 2, 0, 1))
    twist = 0.8 + 0.2 * np.sin(2 * np.pi * (y / (pitch * 0.9) + 1.3 * at))
    colour, covers, relief = cloth.colour.copy(), cloth.cover.copy(), cloth.relief.copy()
    colour[-length:] = hue * (twist * (0.75 + 0.25 * round_))[..., None]
    covers[-length:] = cover
    relief[-length:] = round_ * pitch * 0.3
    return Cloth(colour, covers, relief)


def rod(rng: Generator, width: int, height: int, y: float, radius: float) -> tuple[Field, Field, Field]:
    """Lay a bamboo rod across: its colour, cover and height."""
    x, down = grid(width, height)
    joints = np.cumsum(rng.uniform(420, 620, 9)) - 300
    near = np.min(np.abs(x[0][:, None] - joints[None]), axis=1)[None]
    swell = 1 + 0.07 * np.exp(-((near / 16) ** 2)) - 0.05 * np.exp(-((near / 4) ** 2))
    off = (down - y) / (radius * swell)
    cover = smoothstep(0.03, -0.03, np.abs(off) - 1)
    fibre = streaks(rng, width, height, 700, 3, 2)
    hue = tone("b08a4e") * (1 + 0.06 * fibre - 0.35 * np.exp(-((near / 5) ** 2)))[..., None]
    lift = radius * np.sqrt(np.clip(1 - off * off, 0, 1))
    return np.asarray(hue, dtype=np.float32), cover, np.asarray(lift, dtype=np.float32)


def hung(
    rng: Generator,
    cloth: Cloth,
    wall: Field,
    *,
    centre: float,
    top: float,
    rise: float = 34,
    period: float = 430,
    sheen: float = 0.0,
) -> Field:
    """Hang a cloth before a wall and light it."""
    height, width = wall.shape[:2]
    _, y = grid(width, height)
    drop = np.maximum(y - top, 0)
    radius = 34.0
    falls = pleats(rng, width, height, period, rise) * (0.25 + 0.75 * smoothstep(0, 700, drop))
    roll = radius * np.sqrt(np.clip(1 - (1 - drop / (2 * radius)) ** 2, 0, 1)) * (drop < 2 * radius)
    roll = np.where(drop < radius, roll, radius * (0.55 + 0.45 * np.exp(-(((drop - radius) / 70) ** 2))))
    shape = np.asarray(falls + blur(roll, 3), dtype=np.float32)
    placed = Laying(centre, top + cloth.cover.shape[0] / 2, 0.0, 1.0, 0.14)
    laid = lay(cloth, shape, placed)
    colour, relief = laid.colour, laid.height
    cover = laid.cover * smoothstep(-2, 2, y - top)
    pole, pole_cover, lift = rod(rng, width, height, top + radius + 3, radius)
    solid = np.maximum(cover, pole_cover)
    whole = np.where(cover > 0.5, relief + 46, pole_cover * (46 + lift))
    face = light.facing(np.asarray(np.where(cover > 0.5, relief, lift), dtype=np.float32))
    seen = light.shadow(np.asarray(whole * solid, dtype=np.float32), 330, 46)
    open_ = light.hollow(np.asarray(whole * solid, dtype=np.float32), 20, 70, 160)
    hue = mix(pole, colour, cover)
    lit = light.lit(hue, face, 0.3 + 0.7 * seen, open_)
    if sheen:
        shine = sheen * light.gloss(blur(relief, 1.2), 10) * cover * seen
        lit = np.asarray(lit + shine[..., None] * (0.4 * colour + 0.05), dtype=np.float32)
    behind = light.lit(wall, np.full_like(cover, 0.62), 0.25 + 0.75 * seen, 1 - 0.35 * blur(solid, 60))
    return mix(behind, lit, solid)
