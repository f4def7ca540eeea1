"""Cast metal in relief: a drawn height lit as brass, pewter or bronze."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import light, wire
from plates.canvas import Field, blur, mix, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator


def cast(  # a cast piece has this many sides to it
    rng: Generator,
    shape: Field,
    solid: Field,
    ground: Field,
    *,
    tint: Field,
    dark: Field,
    rough: float = 0.03,
    bright: float = 1.15,
) -> Field:
    """Light a cast relief: polished where it is high, dark with age where it is deep."""
    high, wide = shape.shape
    pitted = shape + 1.1 * cloud(rng, wide, high, 9, 3, 0.6) * rough * 9
    nx, ny, _ = light.normals(np.asarray(pitted, dtype=np.float32))
    mirrored = wire.studio(np.asarray(1.15 * nx, dtype=np.float32), np.asarray(1.15 * ny, dtype=np.float32))
    deep = np.clip((blur(shape, 16) - shape) / 16, 0, 1) + 0.5 * np.clip((blur(shape, 50) - shape) / 40, 0, 1)
    stain = np.clip(deep + 0.12 * cloud(rng, wide, high, 200, 4), 0, 1)
    hue = mix(tint * np.ones((high, wide, 1), dtype=np.float32), dark, 0.85 * stain)
    seen = light.shadow(np.asarray(shape * solid, dtype=np.float32), 260, 30)
    lit = hue * (mirrored * (0.45 + 0.55 * seen) * bright + 0.10)[..., None]
    table = light.lit(ground, np.full_like(solid, 0.62), seen, 1 - 0.5 * blur(solid, 16))
    return mix(table, np.asarray(lit, dtype=np.float32), smoothstep(0.1, 0.9, solid))
