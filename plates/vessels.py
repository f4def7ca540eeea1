"""Turned and cut vessels: bamboo of Sumbermujur, drums of Sentul, marble of Besole, brass of Cindogo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks
from plates.turned import Turned

if TYPE_CHECKING:
    from numpy.random import Generator

BAMBOO = colour.tone("d2b06a")
MAHOGANY = colour.tone("7a3320")
BRASS = colour.tone("e6ad62")


def _fold(place: Field, count: int) -> Field:
    """Fold a place back and forth into a texture, so that it never shows a seam."""
    return np.asarray(np.abs(np.mod(place, 2 * count) - count) * 0.995 + 2, dtype=np.float32)


def _fibre(rng: Generator, s: still.Skin, fine: float, long: float, scale: float) -> Field:
    grain = streaks(rng, 1600, 1600, fine, long, 2, 0.7)
    return sample(grain, _fold(s.angle * scale + 800, 1590), _fold(s.at, 1590))


def _cup(rng: Generator, picture: Field, x: float, foot: float, radius: float, tall: float) -> Field:
    body = Turned(
        x, ((foot - tall, radius), (foot - tall * 0.5, radius * 0.985), (foot, radius * 0.97)), 0.26
    )
    s = still.skin(body, picture.shape[1], picture.shape[0])
    grain = _fibre(rng, s, 3, 300, radius)
    node = s.at - (foot - tall * 0.26)
    ring = 7 * np.exp(-((node / 9) ** 2)) - 5 * np.exp(-(((node - 12) / 4) ** 2))
    skin_ = 0.5 + 0.5 * np.tanh(3 * cloud(rng, picture.shape[1], picture.shape[0], 260, 2))
    hue = mix(BAMBOO * (1 + 0.07 * grain)[..., None], colour.tone("b98f4c"), 0.35 * skin_)
    hue = np.asarray(hue * (1 - 0.45 * np.exp(-(((node - 12) / 3) ** 2)))[..., None], dtype=np.float32)
    lit = still.matt(s, np.asarray(hue, dtype=np.float32), 0.5 * grain + ring, 0.16, 40)
    picture = still.stand(picture, s, lit, body)
    lip = (
        colour.tone("e6cf98")
        * (1 + 0.06 * streaks(rng, picture.shape[1], picture.shape[0], 3, 3, 2))[..., None]
    )
    return still.mouth(
        picture, body, np.asarray(lip * 0.9, dtype=np.float32), colour.tone("7a5a30") * 0.6, radius * 0.12
    )


def bamboo(rng: Generator) -> Field:
    """Set bamboo cups and a pitcher on a table."""
    picture = still.stage(rng, (2400, 1800), colour.tone("6f6a58"), colour.tone("8a6a4a"), 820)
    for x, foot, radius, tall in (
        (620, 1130, 235, 640),
        (1060, 1010, 150, 250),
        (1840, 1080, 160, 270),
        (1430, 1350, 190, 330),
        (920, 1490, 180, 305),
    ):
        picture = _cup(rng, picture, x, foot, radius, tall)
    return light.vignette(picture, 0.3)


def bamboo_detail(rng: Generator) -> Field:
    """Come close to a cup's cut rim and its node."""
    picture = still.stage(rng, (2400, 1800), colour.tone("6f6a58"), colour.tone("8a6a4a"), 500)
    blurred = blur(_cup(rng, picture, 2010, 830, 300, 560), 9)
    return light.vignette(_cup(rng, blurred, 980, 1980, 640, 1420), 0.3)


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
    count = 11
    phase = s.angle * count / np.pi
    zig = np.abs(np.mod(phase, 1) * 2 - 1)
    far = np.abs(zig - np.clip(v, 0, 1)) * radius * 0.13
    half = 0.0105 * radius
    on = smoothstep(half, 0.8 * half, far) * (v > 0) * (v < 1)
    return np.asarray(on * np.sqrt(np.clip(1 - (far / half) ** 2, 0, 1)), dtype=np.float32)


def _drum(rng: Generator, picture: Field, x: float, foot: float, size: float) -> Field:
    line = (
        (-1.62, 0.56),
        (-1.50, 0.57),
        (-1.15, 0.55),
        (-0.80, 0.40),
        (-0.60, 0.27),
        (-0.40, 0.28),
        (-0.15, 0.38),
        (0.0, 0.43),
    )
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in line), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    grain = _fibre(rng, s, 4, 240, size * 0.5)
    place = (s.at - foot) / size
    hue = MAHOGANY * (1 + 0.09 * grain)[..., None]
    wave = np.abs(np.mod(s.angle * 9 / np.pi, 1) - 0.5) * 2
    band = smoothstep(0.012, 0.004, np.abs(np.abs(place + 0.20) - 0.075))
    tooth = smoothstep(-0.02, 0.02, wave - np.abs(place + 0.20) * 14) * (np.abs(place + 0.20) < 0.068)
    hue = mix(
        np.asarray(hue, dtype=np.float32), colour.tone("e0c48a"), np.clip(0.9 * band + 0.8 * tooth, 0, 1)
    )
    rope = _ropes(s, foot - 1.52 * size, foot - 0.74 * size, size)
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
    """Set three drums in a row, large to small."""
    picture = still.stage(rng, (2400, 1800), colour.tone("8c7d66"), colour.tone("5c4433"), 980)
    for x, foot, size in ((1790, 1260, 560), (620, 1400, 720), (1250, 1560, 620)):
        picture = _drum(rng, picture, x, foot, size)
    return light.vignette(picture, 0.3)


def drum_detail(rng: Generator) -> Field:
    """Come close to the hide, the hoop and the rope."""
    picture = still.stage(rng, (2400, 1800), colour.tone("8c7d66"), colour.tone("5c4433"), 700)
    return light.vignette(_drum(rng, picture, 1150, 2680, 1400), 0.3)


def _marble(rng: Generator, s: still.Skin, veil: str, vein: str, scale: float) -> Field:
    high, wide = s.at.shape
    flow = cloud(rng, 1500, 1500, 420, 5, 0.6)
    ridge = np.abs(cloud(rng, 1500, 1500, 300, 5, 0.55) + 0.5 * flow)
    fine = np.abs(cloud(rng, 1500, 1500, 150, 4, 0.6))
    u, v = _fold(s.angle * scale + 700, 1490), _fold(s.at + 0.35 * s.angle * scale, 1490)
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


def _engraved(rng: Generator, s: still.Skin, foot: float, size: float) -> Field:
    place = (s.at - foot) / size
    lines = sum(
        np.exp(-(((place - k) / 0.006) ** 2)) for k in (-1.30, -1.26, -0.98, -0.94, -0.42, -0.38, -0.12)
    )
    wave = np.cos(s.angle * 16) * 0.055
    vine = np.exp(-(((place + 0.68 - wave) / 0.010) ** 2))
    petal = np.abs(np.mod(s.angle * 8 / np.pi, 1) - 0.5) * 2
    arch = np.exp(-(((place + 0.26 + 0.09 * np.sqrt(np.clip(1 - petal**2, 0, 1))) / 0.008) ** 2))
    dots = np.exp(-(((np.mod(s.angle * 24 / np.pi, 1) - 0.5) / 0.18) ** 2) - (((place + 0.96) / 0.012) ** 2))
    hammer = cloud(rng, s.at.shape[1], s.at.shape[0], 30, 2)
    return np.asarray(-5 * (lines + vine + arch) + 6 * dots + 0.5 * hammer, dtype=np.float32)


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
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in line), 0.24)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    relief = _engraved(rng, s, foot, size)
    lit = still.metal(s, BRASS, np.asarray(relief * size / 700, dtype=np.float32), 1.15)
    aged = np.clip(-relief / 5, 0, 1) + 0.2 * smoothstep(
        0.2, 1.6, cloud(rng, s.at.shape[1], s.at.shape[0], 240, 4)
    )
    lit = lit * (1 - 0.55 * np.clip(aged, 0, 1))[..., None] + 0.05 * BRASS
    picture = still.stand(picture, s, np.asarray(lit, dtype=np.float32), body)
    return still.mouth(picture, body, BRASS * 0.62, BRASS * 0.16, size * 0.035)


def brass(rng: Generator) -> Field:
    """Set brass vessels before a dark wall."""
    picture = still.stage(rng, (1800, 2400), colour.tone("3d332b"), colour.tone("4a3527"), 1290)
    picture = _brass(rng, picture, (1330, 1640, 560), JAR)
    picture = _brass(rng, picture, (650, 1900, 860), JAR)
    return light.vignette(picture, 0.36)


def brass_detail(rng: Generator) -> Field:
    """Come close to the engraved shoulder."""
    picture = still.stage(rng, (2400, 1800), colour.tone("3d332b"), colour.tone("4a3527"), 700)
    return light.vignette(_brass(rng, picture, (1180, 2250, 1700), JAR), 0.34)
