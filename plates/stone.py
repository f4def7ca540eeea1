"""Marble and onyx of Besole: turned vases and bowls, their veins running through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, mix, sample, smoothstep
from plates.noise import cloud
from plates.turned import Turned

if TYPE_CHECKING:
    from numpy.random import Generator


def _marble(rng: Generator, s: still.Skin, veil: str, vein: str, scale: float) -> Field:
    high, wide = s.at.shape
    flow = cloud(rng, 1500, 1500, 420, 5, 0.6)
    ridge = np.abs(cloud(rng, 1500, 1500, 300, 5, 0.55) + 0.5 * flow)
    fine = np.abs(cloud(rng, 1500, 1500, 150, 4, 0.6))
    u, v = still.fold(s.angle * scale + 700, 1490), still.fold(s.at + 0.35 * s.angle * scale, 1490)
    packed = np.dstack([flow, ridge, fine]).astype(np.float32)
    looked = sample(packed, u, v)
    base = mix(
        colour.tone(veil) * np.ones((high, wide, 1), dtype=np.float32),
        colour.tone(vein),
        0.28 * smoothstep(-0.5, 1.5, looked[..., 0]),
    )
    dark = (
        0.55 * np.exp(-looked[..., 1] / 0.07)
        + 0.30 * np.exp(-looked[..., 1] / 0.4)
        + 0.2 * np.exp(-looked[..., 2] / 0.09)
    )
    return mix(base, colour.tone(vein), np.clip(dark, 0, 0.85))


VASE = (
    (-1.5, 0.26),
    (-1.44, 0.30),
    (-1.34, 0.20),
    (-1.2, 0.19),
    (-0.95, 0.44),
    (-0.6, 0.58),
    (-0.25, 0.40),
    (-0.06, 0.28),
    (0, 0.32),
)
BOWL = ((-0.62, 0.86), (-0.5, 0.85), (-0.25, 0.66), (-0.1, 0.36), (-0.06, 0.30), (0.0, 0.36))


def _stone(  # a stone vessel: where, how large, which profile and colours
    rng: Generator,
    picture: Field,
    at: tuple[float, float, float],
    line: tuple[tuple[float, float], ...],
    hues: tuple[str, str],
) -> Field:
    x, foot, size = at
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in line), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    hue = _marble(rng, s, hues[0], hues[1], size * 0.6)
    lit = still.matt(s, hue, 0.0, 0.55, 90) + 0.06 * hue
    picture = still.stand(picture, s, np.asarray(lit, dtype=np.float32), body)
    lip = colour.tone(hues[0]) * 0.95
    return still.mouth(
        picture, body, lip, mix(colour.tone(hues[0]), colour.tone(hues[1]), 0.5) * 0.55, size * 0.045
    )


def marble(rng: Generator) -> Field:
    """Set a marble vase, an onyx bowl and a jar on slate."""
    picture = still.stage(rng, (2400, 1800), colour.tone("4d5152"), colour.tone("3a3c3e"), 900)
    picture = _stone(rng, picture, (1790, 1200, 420), VASE, ("d8b98c", "7a4a2a"))
    picture = _stone(rng, picture, (640, 1300, 640), VASE, ("ece7dd", "6d7076"))
    picture = _stone(rng, picture, (1330, 1510, 500), BOWL, ("c9cfa6", "7d6b3c"))
    return light.vignette(picture, 0.32)


def marble_detail(rng: Generator) -> Field:
    """Come close to the veins of the vase's shoulder."""
    picture = still.stage(rng, (2400, 1800), colour.tone("4d5152"), colour.tone("3a3c3e"), 600)
    return light.vignette(_stone(rng, picture, (1150, 2150, 1480), VASE, ("ece7dd", "6d7076")), 0.3)
