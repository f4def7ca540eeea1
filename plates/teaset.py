"""The tea set of Sumbermujur: bamboo cut and turned, a teapot and cups on a tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light, still
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud, streaks
from plates.turned import Turned
from plates.vector import Sheet, spline
from plates.vessels import fibre

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.vector import Points

BAMBOO = colour.tone("d2b06a")


def _cup(rng: Generator, picture: Field, x: float, foot: float, radius: float, tall: float) -> Field:
    body = Turned(
        x, ((foot - tall, radius), (foot - tall * 0.5, radius * 0.985), (foot, radius * 0.97)), 0.26
    )
    s = still.skin(body, picture.shape[1], picture.shape[0])
    grain = fibre(rng, s, 3, 300, radius)
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


def _tray(rng: Generator, picture: Field, x: float, foot: float, radius: float) -> Field:
    body = Turned(x, ((foot - 46, radius), (foot - 30, radius * 1.004), (foot, radius * 0.985)), 0.30)
    high, wide = picture.shape[:2]
    s = still.skin(body, wide, high)
    side = BAMBOO * (0.9 + 0.05 * fibre(rng, s, 3, 60, radius * 0.5))[..., None]
    px, py = grid(wide, high)
    far = np.hypot((px - x - 50) / radius, (py - foot - 20) / (0.31 * radius))
    shade = 0.62 * smoothstep(1.10, 0.92, far)
    picture = np.asarray(picture * (1 - shade)[..., None], dtype=np.float32)
    picture = mix(picture, still.matt(s, np.asarray(side, dtype=np.float32), 0.0, 0.1, 30), s.cover)
    strip = np.floor((px + 0.2 * radius) / (0.115 * radius))
    seam = np.abs(np.mod((px + 0.2 * radius) / (0.115 * radius), 1) - 0.5)
    tint = 1 + 0.07 * np.sin(strip * 2.4) + 0.04 * streaks(rng, wide, high, 3, 240, 2)
    tint = tint * (1 - 0.35 * smoothstep(0.485, 0.498, np.asarray(seam, dtype=np.float32)))
    face = light.lit(
        np.asarray(BAMBOO * tint[..., None], dtype=np.float32), np.full((high, wide), 0.62, dtype=np.float32)
    )
    edge, floor = body.ring(wide, high, radius, foot - 46), body.ring(wide, high, radius * 0.955, foot - 34)
    picture = mix(picture, np.asarray(face * 1.1, dtype=np.float32), smoothstep(1.003, 0.998, edge))
    return mix(picture, np.asarray(face * 0.86, dtype=np.float32), smoothstep(1.003, 0.998, floor))


def _tube(rng: Generator, picture: Field, line: Points, wide: float) -> Field:
    """Bend a thin culm along a line: a handle, or the body of a spout."""
    sheet = Sheet(picture.shape[1], picture.shape[0])
    sheet.stroke(line, [wide, 0.78 * wide])
    mask = sheet.mask()
    tube = np.asarray(0.5 * wide * np.sqrt(np.clip(blur(mask, wide * 0.22) * 2 - 1, 0, 1)), dtype=np.float32)
    grain = streaks(rng, picture.shape[1], picture.shape[0], 60, 3, 2)
    hue = np.asarray(BAMBOO * (1 + 0.06 * grain)[..., None], dtype=np.float32)
    return mix(picture, light.lit(hue, light.facing(tube, wrap=0.2)), mask)


def _teapot(rng: Generator, picture: Field, x: float, foot: float, radius: float, tall: float) -> Field:
    up = spline([(x + 0.8 * radius, foot - 0.34 * tall), (x + 1.35 * radius, foot - 0.55 * tall),
                 (x + 1.72 * radius, foot - 0.86 * tall)], 14)  # fmt: skip
    picture = _tube(rng, picture, up, 0.34 * radius)
    end = Turned(up[-1][0], ((up[-1][1], 1.0),), 0.7)
    hole = end.ring(picture.shape[1], picture.shape[0], 0.10 * radius, float(up[-1][1]) - 4)
    picture = mix(picture, colour.tone("3a2a14"), smoothstep(1.06, 0.94, hole))
    grip = spline([(x - 0.9 * radius, foot - 0.84 * tall), (x - 1.46 * radius, foot - 0.80 * tall),
                   (x - 1.50 * radius, foot - 0.42 * tall), (x - 0.9 * radius, foot - 0.30 * tall)], 16)  # fmt: skip
    picture = _tube(rng, picture, grip, 0.17 * radius)
    picture = _cup(rng, picture, x, foot, radius, tall)
    high, wide = picture.shape[:2]
    body = Turned(x, ((foot - tall, radius), (foot, radius)), 0.26)
    grain = streaks(rng, wide, high, 140, 4, 2)
    hue = np.asarray(BAMBOO * (0.98 + 0.05 * grain)[..., None], dtype=np.float32)
    for part, drop, bright in ((1.05, 14, 0.46), (1.05, -8, 0.74), (0.95, -16, 0.86)):
        disc = body.ring(wide, high, part * radius, foot - tall + drop)
        flat = light.lit(hue, np.full((high, wide), 0.66 * bright, dtype=np.float32))
        picture = mix(picture, flat, smoothstep(1.006, 0.996, disc))
    knob = Turned(x, ((foot - tall - 96, 0.10 * radius), (foot - tall - 84, 0.17 * radius),
                      (foot - tall - 16, 0.14 * radius)), 0.26)  # fmt: skip
    s = still.skin(knob, wide, high)
    picture = mix(picture, still.matt(s, hue, 0.0, 0.16, 40), s.cover)
    tip = knob.ring(wide, high, 0.11 * radius, foot - tall - 96)
    return mix(picture, np.asarray(hue * 0.9, dtype=np.float32), smoothstep(1.03, 0.97, tip))


def tray(rng: Generator) -> Field:
    """Set a bamboo teapot and its cups on a tray."""
    picture = still.stage(rng, (2400, 1800), colour.tone("6f6a58"), colour.tone("7a5a40"), 760)
    picture = _tray(rng, picture, 1240, 1330, 960)
    picture = _cup(rng, picture, 1560, 1160, 150, 258)
    picture = _cup(rng, picture, 1900, 1230, 156, 268)
    picture = _teapot(rng, picture, 800, 1290, 232, 470)
    for x, foot, radius, tall in ((1560, 1420, 172, 296), (1120, 1480, 176, 303)):
        picture = _cup(rng, picture, x, foot, radius, tall)
    return light.vignette(picture, 0.3)


def detail(rng: Generator) -> Field:
    """Come close to a cup's cut rim and its node."""
    picture = still.stage(rng, (2400, 1800), colour.tone("6f6a58"), colour.tone("8a6a4a"), 500)
    blurred = blur(_cup(rng, picture, 2010, 830, 300, 560), 9)
    return light.vignette(_cup(rng, blurred, 980, 1980, 640, 1420), 0.3)
