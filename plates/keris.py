"""The keris of Aeng Tong-tong: a waved blade of folded iron and nickel, its hilt carved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.carving import puff
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, ellipse, place, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800


def _blade(x: Field, y: Field, size: float) -> tuple[Field, Field, Field]:
    """Give the place along the blade (0 to 1), across it (-1 to 1), and its half width."""
    s = x / (1560 * size)
    wave = np.sin(2 * np.pi * 4.5 * s + 0.2) * 46 * size * smoothstep(0.04, 0.2, s) * (1.05 - 0.75 * s)
    half = size * (74 * np.clip(1 - s, 0, 1.2) ** 0.62 + 4) * (1 + 0.9 * np.exp(-s / 0.045))
    half = np.where(s < 0, size * (74 * 1.9 + 60), half)
    t = (y - wave) / np.maximum(half, 1)
    return (
        np.asarray(s, dtype=np.float32),
        np.asarray(t, dtype=np.float32),
        np.asarray(half, dtype=np.float32),
    )


def _pamor(rng: Generator, s: Field, t: Field, size: float) -> Field:
    """Forge the pamor: layers of nickel that follow the folding, nested points at the foot."""
    high, wide = s.shape
    fold = cloud(rng, wide, high, 150 * size, 4, 0.55)
    foot = np.exp(-((s / 0.17) ** 2))
    points = np.abs(t) * 1.5 + 30 * s
    layers = 6.5 * np.abs(t) ** 0.9 - 9 * s
    phase = points * foot + layers * (1 - foot) + (0.9 - 0.72 * foot) * fold
    lines = np.sin(2 * np.pi * phase)
    fine = (1 - foot) * np.sin(2 * np.pi * (3.1 * phase + 0.8 * fold))
    drawn = smoothstep(-0.5, 1.3, np.asarray(lines + 0.6 * fine, dtype=np.float32))
    strong = 0.3 + 0.7 * smoothstep(-0.9, 0.7, cloud(rng, wide, high, 260 * size, 3))
    return np.asarray(drawn * strong, dtype=np.float32)


def _keris(
    rng: Generator, size: float, at: tuple[float, float], turn: float
) -> tuple[Field, Field, Field, Field]:
    x, y = grid(WIDTH, HEIGHT)
    cos, sin = np.cos(turn), np.sin(turn)
    u, v = (x - at[0]) * cos + (y - at[1]) * sin, (y - at[1]) * cos - (x - at[0]) * sin
    s, t, _half = _blade(np.asarray(u), np.asarray(v), size)
    cover = smoothstep(1.02, 0.99, np.abs(t)) * (s > 0) * smoothstep(1.0, 0.997, s)
    tail = np.clip((v + 20 * size) / (230 * size), -1, 1)
    thick = size * (27 - 15 * np.where(tail > 0, tail, 0.55 * -tail))
    ganja = smoothstep(1.5, -1.5, np.abs(u + (4 + 12 * tail * tail) * size) - thick) * smoothstep(
        2, -2, np.abs(v - 30 * size) - 190 * size
    )
    edge = 1 - np.abs(t)
    ridge = 26 * size * np.clip(edge, 0, 1) ** 0.85 + 5 * size * np.exp(-((t / 0.10) ** 2))
    pamor = _pamor(rng, s, t, size)
    shape = np.where(cover > 0.02, ridge + 1.6 * pamor, 0) + np.where(ganja > 0.5, 30 * size, 0)
    rough = 0.5 * cloud(rng, WIDTH, HEIGHT, 5, 2)
    solid = np.maximum(cover, ganja)
    return (
        np.asarray(shape + rough, dtype=np.float32),
        np.asarray(solid, dtype=np.float32),
        pamor,
        np.asarray(np.maximum(u, -400), dtype=np.float32),
    )


def _iron(shape: Field, pamor: Field) -> Field:
    hue = mix(
        colour.tone("2b2d31") * np.ones((*shape.shape, 1), dtype=np.float32),
        colour.tone("c6c2b8"),
        0.85 * pamor,
    )
    face = light.facing(shape, wrap=0.25)
    lit = light.lit(hue, face, 1.0, 1.0)
    shine = 0.35 * light.gloss(blur(shape, 1.5), 18) * (0.35 + 0.65 * pamor)
    return np.asarray(lit + shine[..., None], dtype=np.float32)


def _hilt(rng: Generator, size: float, at: tuple[float, float], turn: float) -> tuple[Field, Field, Field]:
    def put(points: Points) -> Points:
        return place(np.asarray(points, dtype=float) * size, at[0], at[1], turn)

    sheet = Sheet(WIDTH, HEIGHT)
    grip = [
        (-40, -34),
        (-110, -52),
        (-210, -62),
        (-300, -30),
        (-380, 40),
        (-420, 132),
        (-370, 176),
        (-300, 140),
        (-250, 66),
        (-150, 48),
        (-40, 36),
    ]
    sheet.fill(put(spline(grip, 10, closed=True)))
    ring = Sheet(WIDTH, HEIGHT)
    ring.fill(put(ellipse(-52, 0, 24, 54)))
    wood, metal = sheet.mask(), ring.mask()
    carved = Sheet(WIDTH, HEIGHT)
    for k in range(5):
        carved.line(put(spline([(-90 - 44 * k, -44), (-112 - 46 * k, 0), (-86 - 44 * k, 40)], 8)), 5 * size)
    carved.line(put(spiral(-345, 100, 54, 1.6, 0.4, 40)), 6 * size)
    shape = (
        62 * size * puff(wood, 60 * size)
        - 7 * size * blur(carved.mask(), 2)
        + 90 * size * puff(metal, 15 * size)
    )
    grain = 1 + 0.16 * streaks(rng, WIDTH, HEIGHT, 160, 8, 3)
    hue = mix(
        np.asarray(colour.tone("5c3018") * grain[..., None], dtype=np.float32), colour.tone("d8a545"), metal
    )
    return hue, np.asarray(shape, dtype=np.float32), np.maximum(wood, metal)


def _sheath(rng: Generator, size: float, at: tuple[float, float], turn: float) -> tuple[Field, Field, Field]:
    """Lay the wooden sheath beside the blade: a long scabbard under a boat-shaped crosspiece."""

    def put(points: Points) -> Points:
        return place(np.asarray(points, dtype=float) * size, at[0], at[1], turn)

    body, boat, line = (Sheet(WIDTH, HEIGHT) for _ in range(3))
    body.fill(put(spline([(0, -66), (500, -58), (1000, -46), (1420, -22), (1420, 22), (1000, 46),
                          (500, 58), (0, 66)], 10, closed=True)))  # fmt: skip
    boat.fill(put(spline([(-96, -250), (-30, -306), (40, -250), (66, -120), (74, 0), (70, 130), (30, 236),
                          (-40, 300), (-120, 300), (-96, 236), (-66, 120), (-72, -120)], 12, closed=True)))  # fmt: skip
    for k in range(2):
        bow = [(-52 + 30 * k, 222 - 30 * k), (-2, 130), (16, 0), (6, -120), (-40 + 30 * k, -226 + 30 * k)]
        line.line(put(spline(bow, 12)), 4.5 * size)
    low, high = body.mask(), boat.mask()
    shape = np.maximum(56 * size * puff(low, 52 * size), 78 * size * puff(high, 62 * size))
    shape = shape - 5 * size * blur(np.asarray(line.mask() * high, dtype=np.float32), 2)
    grain = 1 + 0.13 * streaks(rng, WIDTH, HEIGHT, 200, 9, 3)
    hue = np.asarray(colour.tone("7a4a24") * grain[..., None], dtype=np.float32)
    return hue, np.asarray(shape, dtype=np.float32), np.maximum(low, high)


def _wooden(hue: Field, shape: Field) -> Field:
    lit = light.lit(hue, light.facing(shape), 1.0, light.hollow(shape, 10, 40))
    return np.asarray(lit + (0.36 * light.gloss(blur(shape, 1.5), 34))[..., None], dtype=np.float32)


def _keris_on(rng: Generator, size: float, at: tuple[float, float], turn: float, cloth: str) -> Field:
    shape, solid, pamor, _ = _keris(rng, size, at, turn)
    hue, hilt, wood = _hilt(rng, size, at, turn)
    table = ground.linen(rng, WIDTH, HEIGHT, colour.tone(cloth), 0.05)
    cover, sheath, case = _sheath(rng, size, (at[0] + 330 * size, at[1] + 370 * size), turn)
    whole = np.maximum(np.maximum(solid * (shape + 16), wood * (hilt + 14)), case * (sheath + 12))
    seen = light.shadow(np.asarray(whole, dtype=np.float32), 200, 16)
    picture = light.lit(
        table, np.full_like(seen, 0.62), seen, 1 - 0.5 * blur(np.maximum(np.maximum(solid, wood), case), 12)
    )
    picture = mix(picture, _iron(shape, pamor), solid)
    picture = mix(picture, _wooden(cover, sheath), case)
    return mix(picture, _wooden(hue, hilt), wood)


def whole(rng: Generator) -> Field:
    """Lay the keris on linen."""
    return light.vignette(_keris_on(rng, 1.08, (480, 930), -0.40, "b9aa8e"), 0.3)


def foot(rng: Generator) -> Field:
    """Come closest to the nested points of junjung drajat."""
    return light.vignette(_keris_on(rng, 4.6, (130, 1430), -0.36, "b9aa8e"), 0.3)


def detail(rng: Generator) -> Field:
    """Come close to the pamor at the blade's foot."""
    picture = _keris_on(rng, 2.5, (330, 1180), -0.40, "b9aa8e")
    return light.vignette(picture, 0.3)
