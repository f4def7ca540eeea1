"""Satam, the black stones of Belitung: polished as they lay, their grooves their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800


def _stone(
    x: Field, y: Field, at: tuple[float, float], size: tuple[float, float], warp: Field
) -> tuple[Field, Field]:
    far = np.hypot((x - at[0]) / size[0], (y - at[1]) / size[1]) * (1 + 0.10 * warp)
    cover = smoothstep(1.01, 0.99, np.asarray(far, dtype=np.float32))
    return np.asarray(np.sqrt(np.clip(1 - far**2.2, 0, 1)), dtype=np.float32), cover


def laid(rng: Generator, stones: list[tuple[float, float, float, float]], as_found: int = 0) -> Field:
    """Lay stones on felt, each given as x, y and its two radii; the first as_found of them are not polished."""
    x, y = grid(WIDTH, HEIGHT)
    felt = ground.linen(rng, WIDTH, HEIGHT, colour.tone("d9cfbd"), 0.035)
    shape, solid = np.zeros((HEIGHT, WIDTH), dtype=np.float32), np.zeros((HEIGHT, WIDTH), dtype=np.float32)
    raw = np.zeros_like(solid)
    for k, (px, py, a, b) in enumerate(stones):
        warp = cloud(rng, WIDTH, HEIGHT, a * 0.9, 2)
        dome, cover = _stone(x, y, (px, py), (a, b), warp)
        grooves = np.abs(cloud(rng, WIDTH, HEIGHT, a * 0.34, 3, 0.45))
        pits = np.minimum(cloud(rng, WIDTH, HEIGHT, a * 0.10, 2), 0.4)
        worm = smoothstep(0.24, 0.05, grooves)
        lift = 0.75 * b * dome - (0.075 * b * blur(worm, 2.5) - 0.014 * b * pits) * cover
        shape, solid = np.where(cover > 0.5, lift, shape).astype(np.float32), np.maximum(solid, cover)
        raw = np.maximum(raw, cover * (k < as_found))
    nx, ny, _ = light.normals(blur(shape, 0.8))
    from_window = np.exp(-(((nx + 0.40) / 0.24) ** 2) - ((ny + 0.44) / 0.22) ** 2)
    strip = np.exp(-(((nx - 0.58) / 0.14) ** 2) - ((ny + 0.1) / 0.4) ** 4)
    seen = blur(light.shadow(np.asarray(shape * solid, dtype=np.float32), 330, 40), 9)
    body = colour.tone("17161a") * (0.5 + 0.8 * light.facing(shape))[..., None]
    shine = (1.5 * from_window + 0.35 * strip + 0.05) * (1 - 0.96 * raw)
    lit = body + shine[..., None] * np.array([0.92, 0.96, 1.0])
    if as_found:
        dust = (1 + 0.22 * cloud(rng, WIDTH, HEIGHT, 12, 3)) * (0.35 + 0.9 * light.facing(shape))
        lit = mix(np.asarray(lit, dtype=np.float32), colour.tone("4b443c") * dust[..., None], 0.85 * raw)
    table = light.lit(felt, np.full_like(seen, 0.62), seen, 1 - 0.55 * blur(solid, 18))
    return light.vignette(mix(table, np.asarray(lit, dtype=np.float32), solid), 0.26)


def stones(rng: Generator) -> Field:
    """Lay five satam stones on felt."""
    return laid(
        rng,
        [
            (760, 760, 300, 260),
            (1490, 640, 230, 200),
            (1320, 1210, 330, 250),
            (1980, 1080, 190, 210),
            (620, 1350, 170, 150),
        ],
    )


def detail(rng: Generator) -> Field:
    """Come close to the grooves that only the ground has cut."""
    return laid(rng, [(1180, 920, 900, 720)])
