"""Cast metal in relief: Majapahit's sun from Bejijong, the pewter ship of Bangka."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, medal
from plates.canvas import Field, blur, mix, smoothstep
from plates.carving import puff
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse, place, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800


def sunburst(x: float, y: float, size: float) -> tuple[Field, Field]:
    """Draw Surya Majapahit: eight rays round a ring, scrolls between."""
    base, rays, fine = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
    base.dot(x, y, 0.98 * size)
    for k in range(8):
        t = k * np.pi / 4
        ray = np.array([(-0.17, -0.40), (0, -0.95), (0.17, -0.40)]) * size
        rays.fill(place(ray, x, y, t))
        fine.line(place(np.array([(0.0, -0.44), (0.0, -0.86)]) * size, x, y, t), 0.014 * size)
        for side in (-1, 1):
            curl = spiral(side * 0.125 * size, -0.68 * size, 0.10 * size, 1.4 * side, np.pi / 2, 40)
            rays.line(place(curl, x, y, t + np.pi / 8), 0.026 * size)
        bud = ellipse(0, -0.50 * size, 0.05 * size, 0.08 * size)
        rays.fill(place(bud, x, y, t + np.pi / 8))
        petal = ellipse(0, -0.235 * size, 0.055 * size, 0.10 * size)
        fine.line(place(petal, x, y, t), 0.012 * size, closed=True)
    rim, core = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
    for radius, thick in ((0.955, 0.05), (0.375, 0.035), (0.13, 0.03)):
        circle = ellipse(x, y, radius * size, radius * size, 0, 160)
        rim.line(circle, thick * size, closed=True)
    for k in range(48):
        t = k * np.pi / 24
        rim.dot(x + 0.895 * size * np.cos(t), y + 0.895 * size * np.sin(t), 0.017 * size)
    core.dot(x, y, 0.11 * size)
    shape = 0.03 * size * base.mask() + 0.075 * size * puff(rays.mask(), 0.05 * size)
    shape = shape + 0.06 * size * puff(rim.mask(), 0.022 * size) + 0.09 * size * puff(core.mask(), 0.1 * size)
    return np.asarray(shape - 0.02 * size * blur(fine.mask(), 2), dtype=np.float32), base.mask()


def _bronze(rng: Generator, x: float, y: float, size: float, rough: float = 0.045) -> Field:
    shape, solid = sunburst(x, y, size)
    stone = (
        ground.plaster(rng, WIDTH, HEIGHT, colour.tone("4b443c"))
        * (1 + 0.10 * cloud(rng, WIDTH, HEIGHT, 40, 5, 0.7))[..., None]
    )
    lit = medal.cast(
        rng, shape, solid, np.asarray(stone, dtype=np.float32),
        tint=colour.tone("dca055"), dark=colour.tone("2c3a30"), rough=rough,
    )  # fmt: skip
    return light.vignette(lit, 0.34)


def sun(rng: Generator) -> Field:
    """Show the cast sun whole."""
    return _bronze(rng, 1190, 890, 760)


def sun_in_stone(rng: Generator) -> Field:
    """Cut the same sun in grey stone, as builders did."""
    shape, solid = sunburst(1200, 900, 830)
    worn = 5 * cloud(rng, WIDTH, HEIGHT, 140, 2, 0.5) + 1.0 * cloud(rng, WIDTH, HEIGHT, 14, 2)
    shape = np.asarray(1.1 * blur(shape, 3) + worn, dtype=np.float32)
    spots = np.clip(cloud(rng, WIDTH, HEIGHT, 160, 5, 0.6), -2, 2)
    hue = colour.tone("8d8778") * (1 + 0.08 * spots + 0.03 * cloud(rng, WIDTH, HEIGHT, 10, 2))[..., None]
    moss = smoothstep(1.0, 2.0, np.asarray(spots + 0.6 * solid, dtype=np.float32))
    hue = mix(np.asarray(hue, dtype=np.float32), colour.tone("6a7052"), 0.4 * moss)
    seen = light.shadow(shape, 200, 26)
    lit = light.lit(hue, light.facing(shape), 0.25 + 0.75 * seen, light.hollow(shape, 14, 60))
    return light.vignette(lit, 0.3)


def sun_detail(rng: Generator) -> Field:
    """Come close to its rays and scrolls."""
    return _bronze(rng, 820, 1400, 1700, 0.02)


def _ship(x: float, y: float, size: float) -> tuple[Field, Field]:
    """Draw a two-masted ship on waves within a plate's rim."""

    def put(points: list[tuple[float, float]] | Points) -> Points:
        return np.asarray(np.asarray(points, dtype=float) * size + np.array([x, y]))

    base, body, fine, rim, spars = (Sheet(WIDTH, HEIGHT) for _ in range(5))
    base.dot(x, y, size)
    body.fill(
        put(
            spline(
                [(-0.52, 0.16), (-0.36, 0.38), (0.32, 0.38), (0.60, 0.10), (0.30, 0.20), (-0.36, 0.22)],
                8,
                closed=True,
            )
        )
    )
    for mast, tall in ((-0.20, -0.60), (0.16, -0.68)):
        spars.line(put([(mast, 0.24), (mast, tall)]), 0.024 * size)
        sail = spline(
            [(mast + 0.02, tall + 0.06), (mast + 0.26, -0.22), (mast + 0.28, 0.08), (mast + 0.02, 0.10)],
            8,
            closed=True,
        )
        body.fill(put(sail))
        for k in range(4):
            fine.line(
                put([(mast + 0.03, 0.02 - 0.14 * k), (mast + 0.26 - 0.05 * k, 0.0 - 0.14 * k)]), 0.010 * size
            )
    for k in range(5):
        wave = np.linspace(-0.7, 0.7, 120)
        line = np.stack([wave, 0.42 + 0.062 * k + 0.02 * np.sin(wave * 22 + k * 2)], axis=1)
        fine.line(put(line[np.hypot(line[:, 0], line[:, 1]) < 0.74]), 0.014 * size)
    for k in range(3):
        fine.line(
            put(
                spline(
                    [
                        (-0.46 + 0.03 * k, 0.20 + 0.05 * k),
                        (0, 0.27 + 0.045 * k),
                        (0.48 - 0.05 * k, 0.16 + 0.06 * k),
                    ],
                    8,
                )
            ),
            0.010 * size,
        )
    for radius, thick in ((0.965, 0.05), (0.80, 0.03)):
        rim.line(ellipse(x, y, radius * size, radius * size, 0, 200), thick * size, closed=True)
    for k in range(60):
        t = k * np.pi / 30
        wide = 0.03 if k % 2 else 0.018
        rim.fill(
            ellipse(
                x + 0.882 * size * np.cos(t), y + 0.882 * size * np.sin(t), 0.034 * size, wide * size, t, 16
            )
        )
    shape = (
        0.03 * size * base.mask()
        + np.maximum(
            0.07 * size * puff(body.mask(), 0.05 * size), 0.045 * size * puff(spars.mask(), 0.010 * size)
        )
        - 0.018 * size * blur(fine.mask(), 2)
    )
    return np.asarray(shape + 0.05 * size * puff(rim.mask(), 0.02 * size), dtype=np.float32), base.mask()


def pewter(rng: Generator, x: float, y: float, size: float) -> Field:
    """Cast the plate with the ship, at a place and a radius."""
    shape, solid = _ship(x, y, size)
    boards = ground.boards(rng, WIDTH, HEIGHT, colour.tone("6b5038"), 560)
    lit = medal.cast(
        rng, np.asarray(shape, dtype=np.float32), solid, boards,
        tint=colour.tone("d3d5d6"), dark=colour.tone("3c4045"), rough=0.025, bright=1.1,
    )  # fmt: skip
    return light.vignette(lit, 0.3)


def plate(rng: Generator) -> Field:
    """Show the pewter plate whole."""
    return pewter(rng, 1230, 900, 740)


def plate_detail(rng: Generator) -> Field:
    """Come close to sails and waves."""
    return pewter(rng, 1150, 880, 1600)
