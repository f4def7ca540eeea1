"""Ways a cloth can lie for its picture, so that no two look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, ground, hang, light
from plates.canvas import Field, grid, mix, smoothstep
from plates.drape import Cloth, Laying, Ridge, folds, lay, photograph
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator


def hemmed(picture: Field, edge: int, hue: Field) -> Field:
    """Turn a hem at the right and the foot."""
    framed = picture.copy()
    for part in (framed[-edge:], framed[:, -edge:]):
        part[:] = hue * (0.9 + 0.1 * part.mean(axis=-1, keepdims=True))
    return framed


def fan(rng: Generator, cloth: Cloth, table: Field, turn: float = -0.1, sheen: float = 0.0) -> Field:
    """Let the cloth lie in folds that fan out from above, landscape."""
    height, width = table.shape[:2]
    ridges = [
        Ridge(rng.uniform(350, 500), 500, 1.0, 120, 1500, 170, 0.08),
        Ridge(rng.uniform(900, 1150), 300, 1.22, 150, 1400, 215, -0.05),
        Ridge(rng.uniform(1500, 1750), 700, 1.42, 120, 1300, 180, 0.06),
        Ridge(rng.uniform(2050, 2250), 500, 1.62, 110, 1200, 150, -0.07),
        Ridge(rng.uniform(600, 1400), 1400, 1.1, 70, 600, 90, 0.1),
    ]
    shape = folds(rng, width, height, ridges, 9)
    rows = cloth.cover.shape[0]
    laid = lay(cloth, shape, Laying(width / 2 + 40, height * 0.88 - rows / 2, turn, 1.0, 0.24))
    return light.vignette(photograph(laid, table, sheen=sheen), 0.28)


def corner(rng: Generator, cloth: Cloth, table: Field, turn: float = 0.2, sheen: float = 0.0) -> Field:
    """Let the cloth come in from the left, its right edge and foot on the table, portrait."""
    height, width = table.shape[:2]
    ridges = [
        Ridge(width * 0.25, height * 0.4, 0.95 + turn, 110, 1600, 150, 0.06),
        Ridge(width * 0.55, height * 0.2, 1.15 + turn, 130, 1200, 170, -0.07),
        Ridge(width * 0.72, height * 0.6, 0.86 + turn, 85, 1000, 105, 0.09),
        Ridge(width * 0.15, height * 0.8, 0.6 + turn, 120, 900, 130, 0.1),
        Ridge(width * 0.5, height * 0.8, 1.05 + turn, 70, 800, 85, -0.1),
    ]
    rows, columns = cloth.cover.shape
    shape = folds(rng, width, height, ridges, 9)
    laid = lay(cloth, shape, Laying(width * 0.86 - columns / 2, height * 0.86 - rows / 2, turn, 1.0, 0.2))
    return light.vignette(photograph(laid, table, sheen=sheen))


def folded(rng: Generator, picture: Field, table: Field, *, turn: float = -0.16, sheen: float = 0.0) -> Field:
    """Fold the cloth in four and lay it down: layers at the open sides, a round fold at the other."""
    height, width = table.shape[:2]
    out: Field = table
    total = np.zeros((height, width), dtype=np.float32)
    hue = table
    cover = np.zeros((height, width), dtype=np.float32)
    x, y = grid(width, height)
    cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
    wave = 10 * cloud(rng, width, height, 500, 2)
    across = (x - width / 2) * cos + (y - height / 2) * sin
    down = (y - height / 2) * cos - (x - width / 2) * sin
    rows, columns = picture.shape[:2]
    for k in range(4):
        half = (0.335 * width + rng.normal(0, 5) - 5 * k, 0.345 * height + rng.normal(0, 5) - 4 * k)
        dx, dy = rng.normal(0, 6) + 7 - 5 * k, rng.normal(0, 4) + 12 - 8 * k
        bend = 5 * np.sin(down / 210 + k) + 3 * np.sin(across / 160 + 2 * k)
        far = np.maximum(np.abs(across - dx + bend) - half[0], np.abs(down - dy + bend) - half[1])
        on = smoothstep(1.5, -1.5, far)
        u = np.clip(across - dx + columns / 2, 1, columns - 2).astype(int)
        v = np.clip(down - dy + rows / 2 + 60 * k, 1, rows - 2).astype(int)
        sampled = picture[v, u]
        hue = mix(hue, sampled, on)
        level = 16 + 21 * k + 10 * (1 - np.exp(np.minimum(far, 0) / 11)) + wave * 0.8
        total = np.where(on > 0.5, level, total).astype(np.float32)
        cover = np.maximum(cover, on)
    crease = 9 * np.exp(-((across / 12) ** 2)) - 6 * np.exp(-(((down - 20) / 10) ** 2))
    total = np.asarray(total + cover * (crease + 8 * cloud(rng, width, height, 260, 2)), dtype=np.float32)
    seen = light.shadow(total, 160, 16)
    open_ = light.hollow(total, 8, 30, 100)
    lit = light.lit(hue, light.facing(total), 0.25 + 0.75 * seen, open_)
    if sheen:
        lit = np.asarray(lit + (sheen * light.gloss(total, 9) * seen)[..., None] * (0.7 * hue + 0.02))
    flat = light.lit(table, np.full_like(cover, 0.62), seen, open_)
    out = mix(flat, np.asarray(lit, dtype=np.float32), cover)
    return light.vignette(out, 0.26)


def hung(
    rng: Generator, picture: Field, wall: str, fringe: str, *, pitch: float = 0, rise: float = 90
) -> Field:
    """Hang the cloth over a rod, portrait."""
    piece = batik.as_cloth(rng, picture, pitch, 0, 0.03)
    if fringe:
        piece = hang.fringed(rng, piece, 120, 10, colour.tone(fringe))
    back = ground.wall(rng, 1800, 2400, colour.tone(wall), (0.25, 0.2))
    return light.vignette(hang.hung(rng, piece, back, centre=900, top=190, rise=rise, period=410))


def macro(
    rng: Generator, cloth: Cloth, turn: float = 0.12, *, sheen: float = 0.0, line: float = 0.2
) -> Field:
    """Come close, landscape: a gentle wave, and only part of it sharp."""
    return macro_on(rng, cloth, np.zeros((1800, 2400, 3), dtype=np.float32), turn, sheen=sheen, line=line)


def macro_on(
    rng: Generator, cloth: Cloth, table: Field, turn: float, *, sheen: float = 0.0, line: float = 0.2
) -> Field:
    """Come close to a cloth that shows what it lies on."""
    height, width = table.shape[:2]
    waves = [Ridge(1750, 400, 2.1, 380, 1700, 150, 0.05), Ridge(400, 1600, 2.25, 280, 1200, 95, -0.05)]
    laid = lay(cloth, folds(rng, width, height, waves, 10), Laying(1200, 900, turn, 1.0, 0.15))
    lit = photograph(laid, table, sheen=sheen)
    x, y = grid(width, height)
    away = np.abs((y + line * x - 900 - line * 1200) / 1500)
    soft = smoothstep(0.28, 0.8, np.asarray(away, dtype=np.float32))
    return light.vignette(light.focus(lit, soft, 8))
