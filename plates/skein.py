"""Hanks of hand-spun thread, twisted and laid side by side, from undyed to the deepest indigo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light
from plates.canvas import Field, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator

BLUES = ("efe3c8", "8aa3b8", "4a6a92", "2b4370", "172445")


@dataclass(frozen=True)
class Hank:
    """One hank: its middle, its way, half its length and its thickness."""

    x: float
    y: float
    turn: float
    half: float
    radius: float
    phase: float


def _ply(q: Field, along: Field, yarn: Field, radius: Field, lean: float) -> tuple[Field, Field]:
    inside = np.clip(1 - q * q, 0, 1)
    angle = np.arcsin(np.clip(q, -0.999, 0.999))
    u = (angle * 150 + along * lean + 4000) % (yarn.shape[1] - 2)
    v = (along + 3000) % (yarn.shape[0] - 2)
    thread = sample(yarn, np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32))
    return np.asarray(radius * np.sqrt(inside), dtype=np.float32), thread


def hank(h: Hank, width: int, height: int, yarn: Field) -> tuple[Field, Field, Field]:
    """Twist one hank: its heights, its threads' brightness and its cover."""
    x, y = grid(width, height)
    cos, sin = np.cos(h.turn), np.sin(h.turn)
    along = (x - h.x) * cos + (y - h.y) * sin
    across = (y - h.y) * cos - (x - h.x) * sin + 14 * np.sin(along / 400 + h.phase)
    end = np.clip(1 - (np.abs(along) / h.half) ** 6, 0, 1) ** 0.5
    tight = 0.8 + 0.2 * np.cos(along / h.half * 2.2)
    radius = np.asarray(h.radius * end * tight + 0.01, dtype=np.float32)
    phase = 2 * np.pi * along / (h.radius * 6.4) + h.phase
    best = np.full((height, width), -1e3, dtype=np.float32)
    shade = np.ones((height, width), dtype=np.float32)
    for side in (1, -1):
        q = (across - side * 0.62 * radius * np.sin(phase)) / radius
        lift, thread = _ply(np.asarray(q, dtype=np.float32), along, yarn, radius, side * 0.0 + 0.42)
        z = np.where(np.abs(q) < 1, lift + side * 0.55 * radius * np.cos(phase), -1e3)
        shade = np.where(z > best, thread, shade)
        best = np.maximum(best, np.asarray(z, dtype=np.float32))
    cover = smoothstep(-900, -800, best) * smoothstep(0.0, 0.12, np.asarray(end, dtype=np.float32))
    return np.maximum(best + 0.95 * h.radius, 0) * cover, shade.astype(np.float32), cover


def _table(rng: Generator, width: int, height: int) -> Field:
    return ground.linen(rng, width, height, colour.tone("c6b092"), 0.05)


def hanks(rng: Generator) -> Field:
    """Lay five hanks on linen, each dipped more often than the last."""
    width, height = 2400, 1800
    yarn = streaks(rng, 1400, 5000, 5.5, 260, 2, 0.7)
    hue = _table(rng, width, height)
    shape = np.zeros((height, width), dtype=np.float32)
    solid = np.zeros((height, width), dtype=np.float32)
    for k, code in enumerate(BLUES):
        turn = 1.36 + rng.normal(0, 0.035)
        one = Hank(
            400 + 408 * k + rng.normal(0, 10), 900 + rng.normal(0, 26), turn, 840, 108, rng.uniform(0, 6)
        )
        lift, shade, cover = hank(one, width, height, yarn)
        uneven = 1 + 0.16 * cloud(rng, width, height, 210, 2)
        dyed = colour.tone(code) * (uneven * (1 + 0.24 * shade))[..., None]
        hue = mix(hue, np.asarray(dyed, dtype=np.float32), cover)
        shape = np.where(cover > 0.5, lift + 5.5 * shade, shape)
        solid = np.maximum(solid, cover)
    seen = light.shadow(np.maximum(shape, 0), 260, 50)
    open_ = light.hollow(shape, 14, 40, 120)
    face = light.facing(shape, wrap=0.3)
    face = mix(np.full_like(face, 0.62), face, solid)
    picture = light.lit(hue, face, 0.22 + 0.78 * seen, open_)
    return light.vignette(picture, 0.26)
