"""Brass of Cindogo: jars cast, turned and engraved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, smoothstep
from plates.noise import cloud
from plates.turned import Turned
from plates.vector import spline

if TYPE_CHECKING:
    from numpy.random import Generator

BRASS = colour.tone("e6ad62")


def _engraved(rng: Generator, s: still.Skin, foot: float, size: float) -> Field:
    place = (s.at - foot) / size
    lines = sum(
        np.exp(-(((place - k) / 0.006) ** 2)) for k in (-1.30, -1.26, -0.98, -0.94, -0.42, -0.38, -0.12)
    )
    wave = np.cos(s.angle * 12) * 0.05
    vine = np.exp(-(((place + 0.68 - wave) / 0.010) ** 2))
    petal = np.abs(np.mod(s.angle * 8 / np.pi, 1) - 0.5) * 2
    arch = np.exp(-(((place + 0.26 + 0.09 * np.sqrt(np.clip(1 - petal**2, 0, 1))) / 0.008) ** 2))
    dots = np.exp(-(((np.mod(s.angle * 24 / np.pi, 1) - 0.5) / 0.18) ** 2) - (((place + 0.96) / 0.012) ** 2))
    hammer = cloud(rng, s.at.shape[1], s.at.shape[0], 30, 2)
    turn = np.mod(s.angle * 12 / np.pi, 1) - 0.5
    bud = np.exp(-((turn / 0.16) ** 2) - (((place + 0.68 + 0.35 * wave) / 0.022) ** 2))
    return np.asarray(-5 * (lines + vine + arch) + 6 * (dots + bud) + 0.22 * hammer, dtype=np.float32)


JAR = (
    (-1.62, 0.30),
    (-1.56, 0.34),
    (-1.44, 0.24),
    (-1.2, 0.22),
    (-0.95, 0.50),
    (-0.6, 0.60),
    (-0.3, 0.48),
    (-0.14, 0.27),
    (-0.08, 0.26),
    (0, 0.38),
)


def _brass(
    rng: Generator, picture: Field, at: tuple[float, float, float], line: tuple[tuple[float, float], ...]
) -> Field:
    x, foot, size = at
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in spline(line, 10)), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    relief = _engraved(rng, s, foot, size)
    lit = still.metal(s, BRASS, np.asarray(relief * size / 700, dtype=np.float32), 1.15)
    aged = np.clip(-relief / 5, 0, 1) + 0.2 * smoothstep(
        0.2, 1.6, cloud(rng, s.at.shape[1], s.at.shape[0], 240, 4)
    )
    lit = lit * (1 - 0.55 * np.clip(aged, 0, 1))[..., None] + 0.05 * BRASS
    picture = still.stand(picture, s, np.asarray(lit, dtype=np.float32), body)
    return still.mouth(picture, body, BRASS * 0.62, BRASS * 0.16, size * 0.035)


def jars(rng: Generator) -> Field:
    """Set brass vessels before a dark wall."""
    picture = still.stage(rng, (1800, 2400), colour.tone("3d332b"), colour.tone("4a3527"), 1290)
    picture = _brass(rng, picture, (1330, 1640, 560), JAR)
    picture = _brass(rng, picture, (650, 1900, 860), JAR)
    return light.vignette(picture, 0.36)


def detail(rng: Generator) -> Field:
    """Come close to the engraved shoulder."""
    picture = still.stage(rng, (2400, 1800), colour.tone("3d332b"), colour.tone("4a3527"), 700)
    return light.vignette(_brass(rng, picture, (1180, 2250, 1700), JAR), 0.34)
