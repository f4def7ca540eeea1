"""The gentong: the clay jar that gives batik gentongan its name, a cloth over its rim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, gentongan, ground, light, turned, weave
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator

LOW = np.array([-0.74, -0.46, 0.49], dtype=np.float32)
JAR = turned.Turned(
    1080, ((560, 500), (600, 470), (680, 480), (860, 640), (1180, 790), (1600, 760), (2000, 560))
)


def _clay(rng: Generator, width: int, height: int, at: Field) -> tuple[Field, Field]:
    bands = cloud(rng, 8, height * 2, 26, 3)[:, :1]
    rings = np.interp(at.ravel(), np.arange(height * 2), bands[:, 0]).reshape(at.shape)
    stains = smoothstep(0.35, 0.95, 0.5 + 0.35 * streaks(rng, width, height, 60, 700, 3) - (at - 700) / 900)
    clay = (
        colour.tone("8a5238") * (1 + 0.10 * cloud(rng, width, height, 300, 5, 0.6) + 0.05 * rings)[..., None]
    )
    hue = mix(np.asarray(clay, dtype=np.float32), colour.tone("1b2338"), 0.85 * stains)
    return hue, np.asarray(2.2 * rings + 0.45 * cloud(rng, width, height, 8, 3), dtype=np.float32)


def _hung(rng: Generator, width: int, height: int, jar_height: Field) -> tuple[Field, Field, Field]:
    x, y = grid(width, height)
    left = 1010 + 26 * np.sin(y / 150) - 0.05 * (y - 600)
    right = 1500 + 22 * np.sin(y / 120 + 1) + 0.07 * (y - 600)
    rim = JAR.top[0] + JAR.above * np.sqrt(np.maximum(JAR.top[1] ** 2 - (x - JAR.x) ** 2, 0)) - 26
    foot = 1560 + 60 * np.sin(x / 90) - 0.2 * (x - 1200)
    cover = smoothstep(0, 4, x - left) * smoothstep(0, 4, right - x)
    cover *= smoothstep(0, 5, y - rim) * smoothstep(0, 4, foot - y)
    u = (x - left) / (right - left)
    hang = (
        30
        * np.sin(2 * np.pi * (u * 3.2 + 0.05 * np.sin(y / 160)))
        * (0.35 + 0.65 * smoothstep(0, 700, y - rim))
    )
    over = 40 * np.sqrt(np.clip(1 - ((y - rim - 46) / 46) ** 2, 0, 1)) * (y < rim + 46) + 40 * (
        y >= rim + 46
    ) * np.exp(-(((y - rim - 46) / 60) ** 2))
    height_map = blur(jar_height, 10) + 30 + hang + over
    flat_cloth = gentongan.flat(rng, 1100, 1300, 560, 0.8)
    hue = sample(flat_cloth, 40 + u * 860 + 0.35 * hang, (y - rim) * 1.02 + 60)
    return (
        np.asarray(hue * weave.fine(rng, width, height, 0.04)[..., None] * 0.9, dtype=np.float32),
        cover,
        height_map,
    )


def jar(rng: Generator) -> Field:
    """Show the dye jar in low light, the cloth over its rim."""
    width, height = 2400, 1800
    body, cover, at = JAR.body(width, height)
    hue, relief = _clay(rng, width, height, at)
    rim_y, rim_r = JAR.top
    ring = JAR.ring(width, height, rim_r + 12, rim_y)
    lip = np.clip(1 - ((ring - 0.955) / 0.075) ** 2, 0, None)
    mouth = smoothstep(0.005, -0.005, ring - 0.90)
    on_lip = smoothstep(0.0, 0.12, lip)
    shape = np.where(on_lip > 0.3, 520 + 46 * np.sqrt(lip), body) + relief
    depth = JAR.ring(width, height, rim_r * 0.86, rim_y + 62)
    bath = mix(colour.tone("06080f"), colour.tone("141c34"), smoothstep(1.0, 0.2, depth))
    cloth_hue, cloth_cover, cloth_height = _hung(rng, width, height, shape)
    hue, shape = mix(hue, cloth_hue, cloth_cover), shape + (cloth_height - shape) * cloth_cover
    solid = np.maximum(np.maximum(cover, on_lip), cloth_cover)
    seen = light.shadow(solid * shape, 420, 40, LOW)
    face = light.facing(np.asarray(shape, dtype=np.float32), LOW, 0.05)
    open_ = light.hollow(np.asarray(shape * solid, dtype=np.float32), 30, 90)
    lit = light.lit(hue, face**1.15 * 1.25, 0.12 + 0.88 * seen, 0.6 * open_)
    lit += (0.10 * light.gloss(blur(shape, 1.5), 30, LOW) * (1 - cloth_cover) * seen)[..., None]
    sheet = bath * (1 + 2.5 * np.exp(-(((grid(width, height)[0] - 860) / 150) ** 2)))[..., None] * 0.8
    back = ground.wall(rng, width, height, colour.tone("3d3026"), (0.22, 0.18)) * 0.55
    picture = mix(back, lit, solid)
    picture = mix(picture, np.asarray(sheet, dtype=np.float32), mouth * (1 - cloth_cover))
    return light.vignette(picture, 0.4)
