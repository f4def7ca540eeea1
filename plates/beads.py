"""Glass beads of Plumbon Gambang: drawn over a lamp from waste glass, strung in three rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.vector import Points, spline

if TYPE_CHECKING:
    from numpy.random import Generator

HUES = [
    colour.tone(c) for c in ("16356b", "8f1f24", "1f6a5a", "d6a02a", "e9e2cf", "141318", "3f7fa0", "b5562a")
]


def _pattern(kind: int, lon: Field, lat: Field) -> tuple[Field, Field]:
    """Give the two inlays of a bead: eyes, bands, chevrons, rosettes or combed waves."""
    if kind == 0:
        cell = np.hypot(np.mod(lon * 3 / np.pi + 0.5 * (lat > 0), 1) * 1.05 - 0.52, np.abs(lat) * 1.0 - 0.36)
        return smoothstep(0.30, 0.27, cell), smoothstep(0.15, 0.12, cell)
    if kind == 1:
        first = smoothstep(0.5, 0.6, np.cos(lat * 9))
        return first, smoothstep(0.10, 0.06, np.abs(lat)) * 1.0
    if kind == 2:
        zig = np.abs(np.mod(lon * 4 / np.pi, 1) - 0.5) * 2
        far = np.abs(np.mod(lat * 1.7 - zig * 0.5, 0.8) - 0.4)
        return smoothstep(0.22, 0.18, far), smoothstep(0.09, 0.05, far)
    if kind == 3:
        wave = np.abs(np.mod(lat * 2.4 + 0.28 * np.sin(lon * 6), 0.9) - 0.45)
        return smoothstep(0.24, 0.19, wave), smoothstep(0.10, 0.06, wave)
    stripe = np.cos(lon * 10 + 1.2 * lat)
    return smoothstep(0.15, 0.35, stripe), smoothstep(0.86, 0.93, stripe)


def bead(picture: Field, rng: Generator, at: tuple[float, float], radius: float, turn: float) -> None:
    """Melt one bead of any colours into the picture."""
    spin = rng.uniform(0, 6)
    base, first, second = (HUES[int(k)] for k in rng.permutation(len(HUES))[:3])
    _melt(picture, at, radius, (turn, spin), (base, first, second), int(rng.integers(5)))


def patterned(  # a bead whose colours and inlay are chosen
    picture: Field,
    rng: Generator,
    at: tuple[float, float],
    radius: float,
    turn: float,
    hues: tuple[Field, Field, Field],
    kind: int,
) -> None:
    """Melt one chosen bead into the picture."""
    _melt(picture, at, radius, (turn, rng.uniform(0, 6)), hues, kind)


def _melt(
    picture: Field,
    at: tuple[float, float],
    radius: float,
    turns: tuple[float, float],
    hues: tuple[Field, Field, Field],
    kind: int,
) -> None:
    """Melt a bead: its glass, its inlay, the window in it and the light through it."""
    turn, spin = turns
    base, first, second = hues
    high, wide = picture.shape[:2]
    x0, y0 = max(0, int(at[0] - radius) - 2), max(0, int(at[1] - radius) - 2)
    x1, y1 = min(wide, int(at[0] + radius) + 3), min(high, int(at[1] + radius) + 3)
    if x1 - x0 < 4 or y1 - y0 < 4:
        return
    x, y = grid(x1 - x0, y1 - y0)
    nx, ny = (x + x0 - at[0]) / radius, (y + y0 - at[1]) / (radius * 0.97)
    rest = np.clip(1 - nx * nx - ny * ny, 0, 1)
    nz = np.sqrt(rest)
    along, side = nx * np.cos(turn) + ny * np.sin(turn), ny * np.cos(turn) - nx * np.sin(turn)
    lat = np.arcsin(np.clip(along, -1, 1))
    lon = np.arctan2(side, nz) + spin
    a, b = _pattern(kind, np.asarray(lon, dtype=np.float32), np.asarray(lat, dtype=np.float32))
    hue = mix(mix(base * np.ones((*x.shape, 1), dtype=np.float32), first, 0.95 * a), second, 0.95 * b)
    hole = smoothstep(0.93, 0.97, np.abs(along))
    lambert = np.clip(-0.52 * nx - 0.58 * ny + 0.63 * nz, 0, 1)
    through = np.exp(-(((nx - 0.42) / 0.42) ** 2) - ((ny - 0.46) / 0.40) ** 2)
    window = smoothstep(0.30, 0.17, np.maximum(np.abs(nx + 0.36 + 0.15 * ny) * 1.25, np.abs(ny + 0.42)))
    rim = (1 - nz) ** 3
    lit = hue * (0.16 + 0.95 * lambert + 0.75 * through)[..., None] + (0.55 * window + 0.22 * rim)[..., None]
    lit = lit * (1 - 0.85 * hole)[..., None]
    cover = smoothstep(1.0, 0.975, np.sqrt(nx * nx + ny * ny))
    part = picture[y0:y1, x0:x1]
    part[...] = mix(part, np.asarray(lit, dtype=np.float32), cover)


def _strung(
    rng: Generator, line: Points, radius: float, uneven: float = 0.16
) -> list[tuple[float, float, float, float]]:
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    out, s = [], 0.0
    while s < gone[-1]:
        r = radius * rng.uniform(1 - uneven, 1 + uneven)
        s += r
        x, y = np.interp(s, gone, line[:, 0]), np.interp(s, gone, line[:, 1])
        x2, y2 = np.interp(s + 2, gone, line[:, 0]), np.interp(s + 2, gone, line[:, 1])
        out.append((float(x), float(y), r, float(np.arctan2(y2 - y, x2 - x))))
        s += r * 0.95
    return out


def _laid(rng: Generator, lines: list[tuple[Points, float]], cloth: str) -> Field:
    width, height = 2400, 1800
    table = ground.linen(rng, width, height, colour.tone(cloth), 0.05)
    picture = light.lit(table, np.full((height, width), 0.66, dtype=np.float32))
    placed = [_strung(rng, line, radius) for line, radius in lines]
    x, y = grid(width, height)
    dark, warm = np.zeros((height, width), dtype=np.float32), np.zeros((height, width), dtype=np.float32)
    for row in placed:
        for bx, by, r, _ in row:
            x0, x1, y0, y1 = max(0, int(bx - r)), int(bx + 3 * r), max(0, int(by - r)), int(by + 3 * r)
            px, py = x[y0:y1, x0:x1], y[y0:y1, x0:x1]
            far = np.hypot(px - bx - 0.55 * r, py - by - 0.6 * r) / r
            dark[y0:y1, x0:x1] = np.maximum(dark[y0:y1, x0:x1], smoothstep(1.15, 0.55, far))
            spot = np.hypot(px - bx - 0.95 * r, py - by - 1.0 * r) / r
            warm[y0:y1, x0:x1] = np.maximum(warm[y0:y1, x0:x1], smoothstep(0.5, 0.0, spot))
    picture = picture * (1 - 0.72 * blur(dark, 7))[..., None] * (1 + 0.9 * blur(warm, 9))[..., None]
    picture = np.asarray(picture, dtype=np.float32)
    for row in placed:
        for bx, by, r, turn in row:
            bead(picture, rng, (bx, by), r, turn)
    return light.vignette(picture, 0.28)


def strings(rng: Generator) -> Field:
    """Lay three strings of beads on linen."""
    curves = [
        (spline([(-60, 420), (500, 300), (1100, 520), (1700, 380), (2460, 240)], 40), 66.0),
        (spline([(-60, 1000), (420, 820), (1000, 1010), (1640, 900), (2460, 720)], 40), 88.0),
        (spline([(-60, 1580), (560, 1330), (1180, 1480), (1800, 1390), (2460, 1180)], 40), 74.0),
    ]
    return _laid(rng, curves, "cbbd9f")


def detail(rng: Generator) -> Field:
    """Come close to a few beads."""
    curves = [
        (spline([(-300, 420), (700, 560), (1700, 420), (2700, 620)], 40), 270.0),
        (spline([(-300, 1380), (800, 1240), (1700, 1420), (2700, 1260)], 40), 310.0),
    ]
    return _laid(rng, curves, "cbbd9f")
