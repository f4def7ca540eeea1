"""Turned and headed with hide: the drums of Sentul."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks
from plates.turned import Turned

if TYPE_CHECKING:
    from numpy.random import Generator


MAHOGANY = colour.tone("7a3320")


def fibre(rng: Generator, s: still.Skin, fine: float, long: float, scale: float) -> Field:
    """Run the grain of wood or bamboo up a turned body, around 0."""
    grain = streaks(rng, 1600, 1600, fine, long, 2, 0.7)
    return sample(grain, still.fold(s.angle * scale + 800, 1590), still.fold(s.at, 1590))


def _head(picture: Field, body: Turned, rng: Generator) -> Field:
    high, wide = picture.shape[:2]
    y, radius = body.top
    ring = body.ring(wide, high, radius * 0.985, y - 14)
    hide = cloud(rng, wide, high, 120, 5, 0.65)
    hue = colour.tone("dcc8a4") * (1 + 0.07 * hide + 0.04 * streaks(rng, wide, high, 160, 4, 2))[..., None]
    tone_ = 1.08 - 0.22 * smoothstep(-0.3, 1.0, (grid(wide, high)[0] - body.x) / radius)
    lit = light.lit(np.asarray(hue, dtype=np.float32), np.asarray(0.66 * tone_, dtype=np.float32))
    hoop = body.ring(wide, high, radius * 1.03, y)
    rope = (
        colour.tone("3a2c22")
        * (0.75 + 0.4 * np.sin(np.arctan2(grid(wide, high)[1] - y, grid(wide, high)[0] - body.x) * 120))[
            ..., None
        ]
    )
    out = mix(picture, np.asarray(rope, dtype=np.float32), smoothstep(1.01, 0.99, hoop))
    return mix(out, lit, smoothstep(1.01, 0.99, ring))


def _ropes(s: still.Skin, top: float, low: float, radius: float) -> Field:
    v = (s.at - top) / (low - top)
    count = 10
    phase = s.angle * count / np.pi
    zig = np.abs(np.mod(phase, 1) * 2 - 1)
    far = np.abs(zig - np.clip(v, 0, 1)) * radius * 0.10
    half = 0.009 * radius
    on = smoothstep(half, 0.8 * half, far) * (v > 0) * (v < 1)
    return np.asarray(on * np.sqrt(np.clip(1 - (far / half) ** 2, 0, 1)), dtype=np.float32)


def _drum(rng: Generator, picture: Field, x: float, foot: float, size: float) -> Field:
    line = (
        (-1.62, 0.385),
        (-1.50, 0.392),
        (-1.15, 0.38),
        (-0.82, 0.285),
        (-0.62, 0.20),
        (-0.42, 0.205),
        (-0.15, 0.275),
        (0.0, 0.31),
    )
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in line), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    grain = fibre(rng, s, 4, 240, size * 0.5)
    place = (s.at - foot) / size
    hue = MAHOGANY * (1 + 0.09 * grain)[..., None]
    wave = np.abs(np.mod(s.angle * 9 / np.pi, 1) - 0.5) * 2
    band = smoothstep(0.012, 0.004, np.abs(np.abs(place + 0.20) - 0.075))
    tooth = smoothstep(-0.02, 0.02, wave - np.abs(place + 0.20) * 14) * (np.abs(place + 0.20) < 0.068)
    hue = mix(
        np.asarray(hue, dtype=np.float32), colour.tone("e0c48a"), np.clip(0.9 * band + 0.8 * tooth, 0, 1)
    )
    rope = _ropes(s, foot - 1.60 * size, foot - 0.74 * size, size)
    twist = 0.75 + 0.25 * np.sin(s.at / 4 + s.angle * 50)
    hue = (
        mix(hue, colour.tone("e4dccb"), smoothstep(0.04, 0.06, rope))
        * np.where(rope > 0.05, twist, 1)[..., None]
    )
    hoop = smoothstep(13, 9, np.abs(s.at - foot + 0.73 * size))
    hue = mix(np.asarray(hue, dtype=np.float32), colour.tone("3a2c22"), hoop)
    lit = still.matt(s, hue, 0.5 * grain + 11 * rope + 10 * hoop - 4 * tooth, 0.22, 36)
    return _head(still.stand(picture, s, lit, body), body, rng)


def drums(rng: Generator) -> Field:
    """Set three drums together, 60, 50 and 40 cm tall."""
    picture = still.stage(rng, (2400, 1800), colour.tone("8c7d66"), colour.tone("5c4433"), 980)
    for x, foot, size in ((1840, 1330, 530), (600, 1500, 795), (1240, 1640, 662)):
        picture = _drum(rng, picture, x, foot, size)
    return light.vignette(picture, 0.3)


def drum_detail(rng: Generator) -> Field:
    """Come close to the hide, the hoop and the rope."""
    picture = still.stage(rng, (2400, 1800), colour.tone("8c7d66"), colour.tone("5c4433"), 700)
    return light.vignette(_drum(rng, picture, 1150, 3420, 1850), 0.3)
