"""Dhadhak merak of Ponorogo: a fan of shed peafowl feathers above the tiger's head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, peafowl, singa
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
RINGS = (
    (1.00, "4c5a22"), (0.80, "8a6a24"), (0.66, "b58a3a"), (0.56, "1f6e62"), (0.42, "1a8a94"), (0.34, "16265e"),
)  # fmt: skip


def _barbs(rng: Generator, origin: tuple[float, float], scale: float) -> Field:
    """Lay the ground of barbs: fine lines that leave the stems slantwise, bronze over dark green."""
    x, y = grid(WIDTH, HEIGHT)
    dx, dy = x - origin[0], y - origin[1]
    far, angle = np.hypot(dx, dy), np.arctan2(dx, -dy)
    per = 0.075 / max(scale, 0.3) * 1.1
    side = np.abs(np.mod(angle / per, 1) - 0.5) * 2
    texture = streaks(rng, 1500, 1500, 3, 60, 2, 0.7)
    u = np.abs(np.mod(side * 90 * scale + far * 0.62 + angle * 900, 2990) - 1495) + 2
    v = np.abs(np.mod(far * 0.9 - side * 120 * scale, 2990) - 1495) + 2
    line = sample(texture, np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32))
    glow = smoothstep(-0.4, 1.4, cloud(rng, WIDTH, HEIGHT, 260 * scale, 3) + 0.5 * line)
    hue = mix(
        colour.tone("10231a") * np.ones((HEIGHT, WIDTH, 1), dtype=np.float32),
        colour.tone("4d5c24"),
        0.9 * glow,
    )
    hue = mix(hue, colour.tone("8a6a30"), 0.30 * smoothstep(0.5, 1.8, line))
    stem = smoothstep(0.035, 0.015, np.abs(side - 0.02))
    hue = mix(hue, colour.tone("cdbf9a"), 0.55 * stem * smoothstep(60, 300, far))
    return np.asarray(hue * (0.75 + 0.22 * line)[..., None], dtype=np.float32)


def _eye(picture: Field, at: tuple[float, float], size: float, turn: float) -> None:
    """Lay one eye over the barbs: loose barbs, bronze, turquoise, and the dark heart with its notch."""
    reach = int(size * 1.5)
    x0, y0 = max(0, int(at[0]) - reach), max(0, int(at[1]) - reach)
    x1, y1 = min(WIDTH, int(at[0]) + reach), min(HEIGHT, int(at[1]) + reach)
    if x1 - x0 < 8 or y1 - y0 < 8:
        return
    x, y = grid(x1 - x0, y1 - y0)
    dx, dy = x + x0 - at[0], y + y0 - at[1]
    a, b = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
    a, b = a / size, b / (size * 0.82)
    far, angle = np.hypot(a, b), np.arctan2(b, a)
    lean = angle + 0.9 * np.sign(b) * np.exp(-np.abs(b) * 3)
    hair = np.sin(lean * 95 + 5 * np.sin(lean * 7)) * 0.5 + np.sin(lean * 57 + 1.3) * 0.5
    ragged = far * (1 + 0.035 * hair)
    part = picture[y0:y1, x0:x1]
    shade = smoothstep(1.5, 0.7, np.hypot(a - 0.12, b - 0.16))
    part *= (1 - 0.55 * shade)[..., None]
    heart = np.hypot(a + 0.10, b * 1.08) * (1 + 0.55 * np.exp(-((angle / 0.34) ** 2)) * (a > 0))
    for reach_, code in RINGS:
        measure = ragged if reach_ > 0.5 else heart * (1 + 0.015 * hair)
        cover = smoothstep(reach_ * 1.04, reach_ * 0.95, measure)
        if reach_ > 0.9:
            cover = cover * (0.55 + 0.45 * (hair > -0.2))
        hue = colour.tone(code) * (0.92 + 0.22 * hair)[..., None]
        glint = np.clip(-0.6 * a * np.sin(turn) - 0.7 * b + 0.35, 0, 1)
        part[...] = mix(
            part, np.asarray(hue * (0.75 + 0.9 * glint)[..., None], dtype=np.float32), np.asarray(cover)
        )
    spark = np.exp(-(((a + 0.12) / 0.20) ** 2) - ((b + 0.16) / 0.12) ** 2)
    part += (0.10 * spark * (far < 0.5))[..., None] * np.array([0.5, 0.8, 1.0], dtype=np.float32)
    stem = smoothstep(0.022, 0.010, np.abs(b)) * smoothstep(-0.62, -0.86, a) * (a > -1.3)
    part[...] = mix(part, colour.tone("b7a878"), 0.6 * np.asarray(stem, dtype=np.float32))


def _fan(
    rng: Generator, origin: tuple[float, float], scale: float, rows: list[tuple[float, int, float]]
) -> Field:
    picture = _barbs(rng, origin, scale)
    x, y = grid(WIDTH, HEIGHT)
    picture = picture * (0.9 - 0.25 * smoothstep(0, 2400, np.hypot(x - 500, y - 300)))[..., None]
    picture = np.asarray(picture, dtype=np.float32)
    for radius, count, size in rows:
        spread = np.linspace(-1.62, 1.62, count) + rng.normal(0, 0.008, count)
        for t in rng.permutation(spread):
            far = radius * (1 + rng.normal(0, 0.02))
            at = (origin[0] + far * np.sin(t), origin[1] - far * np.cos(t))
            _eye(
                picture,
                (float(at[0]), float(at[1])),
                size * rng.uniform(0.92, 1.06),
                float(t - np.pi / 2),
            )
    key = 1.25 - 0.5 * smoothstep(0.0, 1.0, np.asarray((x / WIDTH + y / HEIGHT) / 1.8, dtype=np.float32))
    return light.vignette(
        np.asarray(picture * key[..., None] * np.array([1.05, 1.0, 0.92]) * 1.35, dtype=np.float32), 0.34
    )


def fan(rng: Generator) -> Field:
    """Show the fan, the peacock standing in it and the tiger's head at its foot."""
    rows = [
        (1930.0, 37, 118.0),
        (1660.0, 32, 114.0),
        (1400.0, 28, 110.0),
        (1150.0, 24, 105.0),
        (905.0, 19, 100.0),
    ]
    picture = _foot(rng, _fan(rng, (1200.0, 1900.0), 1.0, rows))
    picture = peafowl.standing(picture, (1200.0, 1010.0), 1.0)
    whole = singa.set_in(rng, picture, (1200.0, 1330.0), 400.0)
    return blur(light.vignette(whole, 0.2), 0.9)


def _foot(rng: Generator, picture: Field) -> Field:
    """Bind the feathers' feet with red cloth and gold."""
    x, y = grid(WIDTH, HEIGHT)
    far = np.hypot(x - 1200, y - 1900)
    turn = np.arctan2(x - 1200, 1900 - y)
    band = smoothstep(792, 788, far)
    hue = colour.tone("8c1f1c") * (0.8 + 0.10 * cloud(rng, WIDTH, HEIGHT, 14, 3))[..., None]
    beads = np.hypot(np.mod(turn * 762, 34) - 17, far - 762)
    wave = np.abs(far - 706 - 20 * np.sin(turn * 52))
    gold = np.maximum(smoothstep(14, 11, beads), smoothstep(6, 3, wave))
    hue = mix(np.asarray(hue, dtype=np.float32), colour.tone("e0ad4a"), gold)
    shape = 14 * np.sqrt(np.clip(1 - (beads / 14) ** 2, 0, 1)) + 8 * smoothstep(6, 0, wave)
    lit = light.lit(hue, light.facing(np.asarray(shape, dtype=np.float32)))
    dark = 1 - 0.5 * blur(band, 24) * (1 - band)
    return mix(np.asarray(picture * dark[..., None], dtype=np.float32), lit, band)


def detail(rng: Generator) -> Field:
    """Come close to a few eyes."""
    rows = [(4350.0, 31, 420.0), (3620.0, 27, 410.0), (2900.0, 23, 400.0)]
    return _fan(rng, (1100.0, 4420.0), 3.2, rows)
