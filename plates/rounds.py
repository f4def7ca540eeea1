"""More emblems: a sawn culm, pamor, beads, a cast sun, a mat, a drumhead, onyx, brass, a carved flower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import beads, colour, covers, emblem, ground, light, medal, regalia, teak, wire
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.emblem import MIDDLE, ROUND, SIZE, mount
from plates.noise import cloud, streaks
from plates.vector import Sheet, ellipse

if TYPE_CHECKING:
    from numpy.random import Generator


def _polar() -> tuple[Field, Field]:
    x, y = grid(SIZE, SIZE)
    far = np.hypot(x - MIDDLE, y - MIDDLE) / ROUND
    return np.asarray(far, dtype=np.float32), np.asarray(np.arctan2(y - MIDDLE, x - MIDDLE), dtype=np.float32)


def _middle(picture: Field, x: int, y: int) -> Field:
    """Cut the emblem's square out of a plate, round a place."""
    half = SIZE // 2
    return picture[y - half : y + half, x - half : x + half]


def _bundles(rng: Generator) -> Field:
    """Scatter the culm's fibre bundles: few and thick within, many and fine near the skin."""
    sheet = Sheet(SIZE, SIZE)
    radius = 0.57
    while radius < 0.93:
        depth = (radius - 0.57) / 0.36
        step = 0.046 - 0.024 * depth
        count = int(2 * np.pi * radius / step)
        for angle in (np.arange(count) + rng.uniform(-0.3, 0.3, count)) * 2 * np.pi / count + rng.uniform(
            0, 1
        ):
            far = (radius + rng.uniform(-0.2, 0.2) * step) * ROUND
            size = (0.30 + 0.06 * rng.standard_normal()) * step * ROUND
            sheet.dot(MIDDLE + far * float(np.cos(angle)), MIDDLE + far * float(np.sin(angle)), float(size))
        radius += step * 0.9
    return sheet.mask()


def sumbermujur(rng: Generator) -> Field:
    """Show a culm sawn across: its wall full of fibres, darker and denser to the skin."""
    far, angle = _polar()
    wall = (far - 0.56 - 0.02 * np.sin(angle * 2 + 1)) / 0.36
    inside = smoothstep(0.0, 0.02, wall) * smoothstep(1.0, 0.985, wall)
    dots = _bundles(rng) * inside
    pale = colour.tone("e3cd92") * (1 - 0.25 * np.clip(wall, 0, 1) ** 3)[..., None]
    hue = mix(
        np.asarray(pale, dtype=np.float32), colour.tone("7a5426"), (0.45 + 0.5 * np.clip(wall, 0, 1)) * dots
    )
    skin = smoothstep(0.93, 0.97, wall) * inside
    hue = mix(hue, colour.tone("6f7f3a"), skin)
    hollow = mix(
        colour.tone("2c2012") * np.ones_like(hue), colour.tone("8a6a38"), smoothstep(0.1, 0.56, far) * 0.5
    )
    cloth = ground.linen(rng, SIZE, SIZE, colour.tone("5b5f4a"), 0.03)
    base = mix(cloth, np.asarray(hollow, dtype=np.float32), smoothstep(0.0, -0.02, wall))
    shape = np.asarray(90 * inside + 1.5 * dots, dtype=np.float32)
    picture = mix(base, hue, inside)
    return mount(rng, emblem.plain(np.asarray(picture, dtype=np.float32), shape))


def aeng_tong_tong(rng: Generator) -> Field:
    """Show pamor in rings, nickel bright in dark iron."""
    far, angle = _polar()
    fold = cloud(rng, SIZE, SIZE, 420, 4, 0.5)
    phase = 7.5 * far + 0.55 * fold + 0.35 * np.sin(3 * angle)
    drawn = smoothstep(-0.4, 1.1, np.sin(2 * np.pi * phase) + 0.35 * np.sin(2 * np.pi * (2.2 * phase + fold)))
    hue = mix(
        colour.tone("2a2c30") * np.ones((SIZE, SIZE, 1), dtype=np.float32),
        colour.tone("c9c6bc"),
        0.86 * drawn,
    )
    shape = 70 * np.sqrt(np.clip(1.15 - far * far, 0, 2)) + 2.2 * drawn + 0.18 * cloud(rng, SIZE, SIZE, 6, 2)
    return mount(rng, emblem.plain(hue, np.asarray(shape, dtype=np.float32), 0.22))


def gudo(rng: Generator) -> Field:
    """Lay two rings of beads."""
    cloth = ground.linen(rng, SIZE, SIZE, colour.tone("3a3f46"), 0.08)
    far, _ = _polar()
    shade = np.exp(-(((far - 0.70) / 0.17) ** 2)) + np.exp(-(((far - 0.30) / 0.15) ** 2))
    picture = np.asarray(cloth * (0.95 - 0.6 * np.clip(shade, 0, 1))[..., None], dtype=np.float32)
    for radius, size, count in ((0.70, 92.0, 14), (0.30, 66.0, 8)):
        for k in range(count):
            t = 2 * np.pi * k / count
            at = (MIDDLE + radius * ROUND * np.cos(t), MIDDLE + radius * ROUND * np.sin(t))
            beads.bead(picture, rng, at, size, t + np.pi / 2)
    return mount(rng, picture)


def bejijong(rng: Generator) -> Field:
    """Show the cast sun."""
    shape, solid = regalia.sunburst(1200, 900, 560)
    dark = ground.plaster(rng, regalia.WIDTH, regalia.HEIGHT, colour.tone("3b352e"))
    lit = medal.cast(
        rng, shape, solid, dark, tint=colour.tone("e0a458"), dark=colour.tone("2c3a30"), rough=0.03
    )
    return mount(rng, _middle(lit, 1200, 900))


def bawean(rng: Generator) -> Field:
    """Show boxes within boxes in red and pale pandanus."""
    return mount(rng, _middle(covers.box(rng), 1200, 900))


def sentul(rng: Generator) -> Field:
    """Look straight down on a drumhead, its hoop and its ropes."""
    far, angle = _polar()
    hide = colour.tone("dcc7a0") * (1 + 0.06 * cloud(rng, SIZE, SIZE, 150, 5, 0.6))[..., None]
    rubbed = np.exp(-((far / 0.42) ** 2))
    hide = mix(np.asarray(hide, dtype=np.float32), colour.tone("bd9c6c"), 0.45 * rubbed)
    q = (far - 0.84) / 0.055
    hoop = smoothstep(1.04, 0.96, np.abs(q))
    twist = 0.5 + 0.5 * np.sin(angle * 110 + 2.2 * q)
    spoke = np.abs(np.mod(angle * 14 / np.pi, 1) - 0.5) * 2
    rope = smoothstep(0.26, 0.18, np.asarray(spoke, dtype=np.float32)) * (far > 0.895)
    hue = mix(hide, colour.tone("2e241c"), smoothstep(0.895, 0.905, far))
    hue = mix(hue, colour.tone("e6dccb"), rope)
    hue = mix(hue, np.asarray(colour.tone("6b4a2c") * (0.7 + 0.5 * twist)[..., None], dtype=np.float32), hoop)
    shape = 46 * hoop * np.sqrt(np.clip(1 - q * q, 0, 1)) + 5 * hoop * twist + 24 * rope
    shape = shape + 1.4 * cloud(rng, SIZE, SIZE, 60, 3) - 20 * (far > 0.9)
    return mount(rng, emblem.plain(np.asarray(hue, dtype=np.float32), np.asarray(shape, dtype=np.float32)))


def besole(rng: Generator) -> Field:
    """Show a polished slice of onyx, band within band."""
    x, y = grid(SIZE, SIZE)
    bend = cloud(rng, SIZE, SIZE, 520, 3, 0.5)
    place = np.hypot(x - 300, (y - 1250) * 1.15) / 150 + 1.1 * bend
    band = 0.5 + 0.5 * np.sin(place * 2.1 + 1.3 * np.sin(place * 0.9))
    fine = 0.5 + 0.5 * np.sin(place * 15 + 2 * np.sin(place * 3.1))
    milk = smoothstep(0.78, 0.97, 0.5 + 0.5 * np.sin(place * 1.3 + 2.0))
    hue = mix(
        colour.tone("dcb781") * np.ones((SIZE, SIZE, 1), dtype=np.float32),
        colour.tone("7d4a22"),
        0.7 * band**2,
    )
    hue = mix(
        np.asarray(hue * (0.92 + 0.08 * fine)[..., None], dtype=np.float32), colour.tone("f4ead6"), 0.7 * milk
    )
    far, _ = _polar()
    shape = np.asarray(60 * np.sqrt(np.clip(1.3 - far * far, 0, 2)), dtype=np.float32)
    return mount(rng, emblem.plain(hue, shape, 0.2))


def cindogo(rng: Generator) -> Field:
    """Look into a turned brass dish: rings, a wreath of petals, a boss."""
    far, angle = _polar()
    petal = np.abs(np.mod(angle * 8 / np.pi, 1) - 0.5) * 2
    arch = np.exp(-(((far - 0.56 - 0.13 * np.sqrt(np.clip(1 - petal**2, 0, 1))) / 0.010) ** 2))
    rings = sum(np.exp(-(((far - r) / 0.008) ** 2)) for r in (0.20, 0.225, 0.50, 0.53, 0.80, 0.83))
    tool = 0.35 * np.sin(far * 900) + 0.5 * streaks(rng, SIZE, SIZE, 6, 6, 2)
    dish = (
        40 * np.cos(np.clip(far, 0, 1) * 6.0)
        + 34 * np.exp(-((far / 0.13) ** 2))
        + 70 * smoothstep(0.84, 1.0, far)
    )
    dots = np.exp(-(((np.mod(angle * 18 / np.pi, 1) - 0.5) / 0.2) ** 2) - (((far - 0.88) / 0.022) ** 2))
    shape = np.asarray(dish - 6 * (arch + rings) + 9 * dots + 0.12 * tool, dtype=np.float32)
    nx, ny, _ = light.normals(shape)
    lit = wire.studio(nx, ny)[..., None] * colour.tone("e6ad62") * 1.2 + 0.08 * colour.tone("e6ad62")
    aged = np.clip((blur(shape, 10) - shape) / 10, 0, 1)
    return mount(rng, np.asarray(lit * (1 - 0.6 * aged)[..., None], dtype=np.float32))


def karduluk(rng: Generator) -> Field:
    """Show one carved flower."""
    p = teak.Panel(1200, 900, 560)
    for k in range(8):
        t = (k + 0.5) * np.pi / 4
        p.leaf((0.42 * np.cos(t), 0.42 * np.sin(t), t, 0.44), 1, 0.0)
    p.flower((0, 0, 0, 0.62), 1, 8)
    p.raised[0].line(p.to(ellipse(0, 0, 0.95, 0.95, 0, 120)), 0.07 * 560, closed=True)
    shape = p.heights()
    lit = teak.lit(rng, shape, np.asarray(np.clip(shape / 4, 0, 1), dtype=np.float32))
    return mount(rng, _middle(lit, 1200, 900))
