"""Marble and onyx of Besole: turned vases and bowls, their veins running through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, mix, sample, smoothstep
from plates.noise import cloud
from plates.turned import Turned
from plates.vector import spline

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator


def _marble(rng: Generator, s: still.Skin, veil: str, vein: str, scale: float) -> Field:
    """Run grey veins aslant through pale marble, a few strong and many faint."""
    high, wide = s.at.shape
    flow = cloud(rng, 1500, 1500, 520, 4, 0.5)
    kinks = cloud(rng, 1500, 1500, 130, 4, 0.55)
    u, v = still.fold(s.angle * scale + 700, 1490), still.fold(s.at, 1490)
    packed = np.dstack([flow, kinks]).astype(np.float32)
    looked = sample(packed, u, v)
    slant = (0.72 * s.angle * scale + s.at) / scale
    run = slant * 1.5 + 0.42 * looked[..., 0] + 0.085 * looked[..., 1]
    many = slant * 4.3 - 1.4 * s.angle + 0.9 * looked[..., 0] + 0.22 * looked[..., 1]
    strong = np.abs(np.mod(run, 1) - 0.5) / (0.4 + 0.6 * smoothstep(-1, 1, looked[..., 1]))
    faint = np.abs(np.mod(many, 1) - 0.5)
    ground_ = colour.tone(veil) * np.ones((high, wide, 1), dtype=np.float32)
    base = mix(ground_, colour.tone(vein), 0.22 * smoothstep(-0.6, 1.6, looked[..., 0]))
    dark = 0.62 * np.exp(-strong / 0.012) + 0.20 * np.exp(-strong / 0.10) + 0.16 * np.exp(-faint / 0.035)
    return mix(base, colour.tone(vein), np.clip(dark, 0, 0.85))


def _onyx(rng: Generator, s: still.Skin, veil: str, vein: str, scale: float) -> Field:
    """Lay the bands of onyx one over another, as the stone was laid down."""
    high, wide = s.at.shape
    flow = sample(
        cloud(rng, 1500, 1500, 600, 3, 0.45),
        still.fold(s.angle * scale + 700, 1490),
        still.fold(s.at, 1490),
    )
    place = (s.at + 0.25 * s.angle * scale) / scale * 5.2 + 1.1 * flow
    band = 0.5 + 0.5 * np.sin(place * 2.1 + 1.3 * np.sin(place * 0.9))
    fine = 0.5 + 0.5 * np.sin(place * 13 + 2 * np.sin(place * 3.1))
    milk = smoothstep(0.72, 0.95, 0.5 + 0.5 * np.sin(place * 1.3 + 2.0))
    hue = mix(
        colour.tone(veil) * np.ones((high, wide, 1), dtype=np.float32), colour.tone(vein), 0.62 * band**2
    )
    hue = hue * (0.93 + 0.07 * fine)[..., None]
    return mix(np.asarray(hue, dtype=np.float32), colour.tone("f2e8d2"), 0.55 * milk)


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
    veined: Callable[[Generator, still.Skin, str, str, float], Field] = _marble,
) -> Field:
    x, foot, size = at
    smooth = spline(line, 10)
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in smooth), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    hue = veined(rng, s, hues[0], hues[1], size * 0.6)
    lit = still.matt(s, hue, 0.0, 0.55, 90) + 0.06 * hue
    picture = still.stand(picture, s, np.asarray(lit, dtype=np.float32), body)
    lip = colour.tone(hues[0]) * 0.95
    return still.mouth(
        picture, body, lip, mix(colour.tone(hues[0]), colour.tone(hues[1]), 0.5) * 0.55, size * 0.045
    )


def marble(rng: Generator) -> Field:
    """Set a marble vase, an onyx bowl and a jar on slate."""
    picture = still.stage(rng, (2400, 1800), colour.tone("4d5152"), colour.tone("3a3c3e"), 900)
    picture = _stone(rng, picture, (1790, 1200, 420), VASE, ("e2bd84", "8a5128"), _onyx)
    picture = _stone(rng, picture, (640, 1300, 640), VASE, ("ece7dd", "6d7076"))
    picture = _stone(rng, picture, (1330, 1510, 500), BOWL, ("cfd2a4", "7f7a45"), _onyx)
    return light.vignette(picture, 0.32)


def marble_detail(rng: Generator) -> Field:
    """Come close to the veins of the vase's shoulder."""
    picture = still.stage(rng, (2400, 1800), colour.tone("4d5152"), colour.tone("3a3c3e"), 600)
    return light.vignette(_stone(rng, picture, (1150, 2150, 1480), VASE, ("ece7dd", "6d7076")), 0.3)
