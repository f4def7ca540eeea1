"""The main gallery: a pendapa at dusk, its lamp lit, mirrored in the wet court."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1600
FLOOR = 1150.0
EAVES, WAIST, RIDGE = 742.0, 540.0, 268.0
GLOW = np.array([1.0, 0.58, 0.24], dtype=np.float32)


def _sky(rng: Generator) -> Field:
    x, y = grid(WIDTH, HEIGHT)
    t = smoothstep(0, 1120, y)
    high, low, rim = colour.tone("1b2a4e"), colour.tone("66749a"), colour.tone("d9905a")
    sky = mix(mix(high, low, t), rim, 0.75 * smoothstep(620, 1160, y) * (0.65 + 0.35 * np.sin(x / 800 + 0.4)))
    veil = streaks(rng, WIDTH, HEIGHT, 900, 70, 4, 0.6)
    cloudy = smoothstep(0.1, 1.6, veil) * smoothstep(150, 800, y)
    return mix(sky, colour.tone("8a6670"), 0.42 * cloudy)


def _trees(rng: Generator) -> Field:
    x, y = grid(WIDTH, HEIGHT)
    crowns = 950 + 75 * np.sin(x / 260) + 46 * np.sin(x / 97 + 1)
    crowns = crowns + 22 * cloud(rng, WIDTH, HEIGHT, 60, 4, 0.7) - 130 * np.exp(-(((x - 180) / 260) ** 2))
    crowns = crowns - 150 * np.exp(-(((x - 2260) / 240) ** 2))
    return smoothstep(-8, 8, y - crowns)


def _palm(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.stroke(
        spline([(x + 0.12 * size, y + size), (x + 0.06 * size, y + 0.5 * size), (x, y)], 12),
        [0.05 * size, 0.03 * size],
    )
    for turn in (-3.0, -2.7, -2.4, -2.12, -1.85, -1.3, -1.02, -0.74, -0.45, -0.15, 0.15):
        tip = (x + 0.44 * size * np.cos(turn), y + 0.36 * size * np.sin(turn) + 0.10 * size)
        mid = (x + 0.24 * size * np.cos(turn), y + 0.24 * size * np.sin(turn) - 0.05 * size)
        frond = spline([(x, y), mid, tip], 16)
        sheet.stroke(frond, [2, 5, 2])
        for k in range(2, len(frond), 1):
            fx, fy = frond[k]
            sheet.line(
                np.array([(fx, fy), (fx + 0.015 * size, fy + 0.085 * size * (1 - k / len(frond)) + 8)]), 2.2
            )


def _roof(rng: Generator, corners: Points, rows: int, ember: float) -> tuple[Field, Field, Field]:
    """Tile one slope: its colour, cover and the warm light under its lower edge."""
    x, y = grid(WIDTH, HEIGHT)
    (xa, ya), (xb, _), (xc, yc), (xd, _) = corners
    v = np.clip((y - ya) / (yc - ya), -0.2, 1.2)
    left, right = xa + (xd - xa) * v, xb + (xc - xb) * v
    u = (x - left) / (right - left)
    row = v * rows
    i = np.floor(row)
    part = row - i
    column = u * 64 + 0.5 * np.mod(i, 2)
    k = np.abs(np.mod(column, 1) - 0.5) * 2
    tile = np.sqrt(np.clip(1 - 0.8 * k * k, 0, 1)) * (0.45 + 0.55 * part)
    ids = (np.floor(column) * 57 + i * 131).astype(int) % 4096
    own = (1 + 0.13 * rng.standard_normal(4096).astype(np.float32))[ids]
    moss = smoothstep(0.3, 1.6, cloud(rng, WIDTH, HEIGHT, 240, 4, 0.6))
    hue = (
        mix(colour.tone("5b3c33"), colour.tone("3e4234"), 0.6 * moss)
        * (own * (0.25 + 0.85 * tile))[..., None]
    )
    sky = 0.42 + 0.25 * (1 - u) + 0.10 * (1 - v)
    lit = hue * sky[..., None] * np.array([0.82, 0.95, 1.3], dtype=np.float32)
    lit = lit + (ember * np.exp(-((1 - v) / 0.05)) * tile)[..., None] * GLOW * 0.25
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.fill(corners)
    return np.asarray(lit, dtype=np.float32), sheet.mask(), np.asarray(v, dtype=np.float32)


def _hall(rng: Generator) -> Field:
    """Light the hall: a carved screen at the back, the lamp, the boards of the ceiling."""
    x, y = grid(WIDTH, HEIGHT)
    far = np.hypot((x - 1200) / 900, (y - 900) / 420)
    glow = 1.5 * np.exp(-((far / 0.42) ** 1.4)) + 0.25
    panel = np.mod(x - 1200 + 95, 190) - 95
    lattice = np.minimum(np.abs(np.mod(panel + y, 46) - 23), np.abs(np.mod(panel - y, 46) - 23))
    bars = smoothstep(7, 4, lattice) + smoothstep(
        9, 6, np.hypot(np.mod(panel + y, 46) - 23, np.mod(panel - y, 46) - 23)
    )
    screen = (np.abs(panel) < 68) * (np.abs(y - 905) < 80)
    carved = np.where(screen, 0.45 + 0.75 * np.clip(bars, 0, 1), 1.0)
    frame = (
        smoothstep(70, 74, np.abs(panel))
        + smoothstep(7, 4, np.abs(y - 992))
        + smoothstep(7, 4, np.abs(y - 818))
    )
    low = smoothstep(3, 0, np.abs(np.maximum(np.abs(panel) - 46, np.abs(y - 1060) - 42)))
    relief = np.clip(carved + 0.35 * np.clip(frame, 0, 1) - 0.4 * low, 0.2, 2)
    wood = colour.tone("7a4a26") * (relief * (1 + 0.08 * streaks(rng, WIDTH, HEIGHT, 6, 140, 2)))[..., None]
    door = smoothstep(96, 92, np.abs(x - 1200)) * (y > 868)
    wood = mix(np.asarray(wood, dtype=np.float32), colour.tone("2a170c"), 0.85 * door)
    ceiling = smoothstep(812, 800, y)
    return np.asarray(wood * (glow * (1 - 0.45 * ceiling))[..., None] * GLOW * 1.7, dtype=np.float32)


def _pillar(picture: Field, x: float, wide: float, top: float, foot: float, strength: float) -> Field:
    px, py = grid(WIDTH, HEIGHT)
    off = (px - x) / (wide / 2)
    cover = smoothstep(1.03, 0.97, np.abs(off)) * (py > top) * (py < foot)
    towards = np.sign(1200 - x) if abs(x - 1200) > 5 else 0.0
    face = np.clip(0.35 + 0.65 * towards * off, 0, 1) ** 1.3
    band = 1 + 0.5 * (np.abs(py - top - 46) < 9) + 0.5 * (np.abs(py - foot + 70) < 8)
    warm = colour.tone("6a3d1e") * (face * strength * band)[..., None] * GLOW * 2
    cool = colour.tone("30384c") * (0.10 * (1 - face))[..., None]
    out = mix(picture, np.asarray(warm + cool, dtype=np.float32), np.asarray(cover, dtype=np.float32))
    stone = smoothstep(1.7, 1.6, np.abs(off)) * (py > foot - 34) * (py < foot + 2)
    base = colour.tone("8b8378") * (0.10 + 0.45 * face * strength)[..., None] * (GLOW + 0.3)
    return mix(out, np.asarray(base, dtype=np.float32), np.asarray(stone, dtype=np.float32))


def _build(rng: Generator, picture: Field) -> Field:
    x, y = grid(WIDTH, HEIGHT)
    inside = smoothstep(428, 431, x) * smoothstep(1972, 1969, x) * (y > EAVES - 4) * (y < FLOOR - 26)
    picture = mix(picture, _hall(rng), np.asarray(inside, dtype=np.float32))
    for px, wide, strength in ((905, 40, 1.5), (1495, 40, 1.5), (1010, 30, 1.2), (1390, 30, 1.2)):
        picture = _pillar(picture, px, wide, EAVES, FLOOR - 44, strength)
    beam = (np.abs(x - 1200) < 330) * smoothstep(4, 0, np.abs(y - 806) - 15)
    tiers = np.asarray(
        colour.tone("8a5a2e") * (0.9 + 0.3 * np.cos((y - 806) / 3.4))[..., None] * GLOW, dtype=np.float32
    )
    picture = mix(picture, tiers, np.asarray(beam, dtype=np.float32))
    picture = _lamp(picture)
    for px, wide, strength in ((300, 36, 0.55), (600, 38, 0.8), (1800, 38, 0.8), (2100, 36, 0.55)):
        picture = _pillar(picture, px, wide, EAVES - 10, FLOOR - 8, strength)
    lower = np.array([(800, WAIST), (1600, WAIST), (2240, EAVES + 12), (160, EAVES + 12)], dtype=float)
    upper = np.array([(985, RIDGE), (1415, RIDGE), (1612, WAIST + 16), (788, WAIST + 16)], dtype=float)
    for corners, rows, ember in ((lower, 13, 1.0), (upper, 17, 0.06)):
        hue, cover, _ = _roof(rng, corners, rows, ember)
        under = np.asarray(
            picture * (1 - 0.6 * blur(cover, 22)[..., None] * (y > corners[2][1])[..., None]),
            dtype=np.float32,
        )
        picture = mix(under, hue, cover)
        fascia = (
            smoothstep(3, 0, np.abs(y - corners[2][1] - 7) - 8) * (x > corners[3][0]) * (x < corners[2][0])
        )
        picture = mix(picture, colour.tone("20140e") * 0.7, np.asarray(fascia, dtype=np.float32))
    return _ridge(picture)


def _lamp(picture: Field) -> Field:
    x, y = grid(WIDTH, HEIGHT)
    chain = (np.abs(x - 1200) < 2.2) * (y > EAVES) * (y < 872)
    picture = mix(picture, colour.tone("1a0f08"), np.asarray(chain, dtype=np.float32) * 0.9)
    body = smoothstep(1.05, 0.9, np.hypot((x - 1200) / 26, (y - 896) / 32))
    bright = np.array([3.2, 2.1, 1.0], dtype=np.float32)
    return mix(picture, bright, body)


def _ridge(picture: Field) -> Field:
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.fill(
        np.array([(972, RIDGE - 12), (1428, RIDGE - 12), (1424, RIDGE + 10), (976, RIDGE + 10)], dtype=float)
    )
    for side in (-1, 1):
        for foot, head in (((985, RIDGE), (788, WAIST + 16)), ((800, WAIST), (160, EAVES + 12))):
            ends = [(1200 + side * (1200 - p[0]), p[1]) for p in (foot, head)]
            sheet.line(np.array(ends), 15)
        x = 1200 + side * 226
        sheet.stroke(
            spline(
                [
                    (x - side * 8, RIDGE),
                    (x + side * 26, RIDGE - 24),
                    (x + side * 22, RIDGE - 58),
                    (x, RIDGE - 52),
                ],
                10,
            ),
            [22, 15, 5],
        )
    sheet.stroke(spline([(1200, RIDGE), (1200, RIDGE - 40), (1200, RIDGE - 74)], 8), [40, 22, 3])
    return mix(picture, colour.tone("2d2a33") * 0.75, sheet.mask())


def _court(rng: Generator, picture: Field) -> Field:
    """Lay steps and a wet court before the hall, and mirror it."""
    x, y = grid(WIDTH, HEIGHT)
    ripple = streaks(rng, WIDTH, HEIGHT, 160, 7, 2)
    depth = np.maximum(y - FLOOR - 52, 0)
    u = np.asarray(x + ripple * (2 + depth * 0.03), dtype=np.float32)
    mirror = sample(
        blur(picture, 4, 1.5), u, np.asarray(FLOOR - 30 - depth * 1.35 + ripple * 2, dtype=np.float32)
    )
    far = 1 / np.maximum(y - 900, 1)
    tiles = np.minimum(
        np.abs(np.mod((x - 1200) * far * 7, 1) - 0.5), np.abs(np.mod(far * 2600, 1) - 0.5) * 1.2
    )
    joint = smoothstep(0.46, 0.50, 0.5 - tiles + 0.46 * 0) if tiles.size else tiles
    stone = colour.tone("3a3534") * (0.22 + 0.04 * cloud(rng, WIDTH, HEIGHT, 120, 4))[..., None]
    wet = smoothstep(-1.0, 0.6, cloud(rng, WIDTH, HEIGHT, 420, 3)) * 0.75
    floor = stone + mirror * (wet * (0.85 - 0.35 * smoothstep(0, 420, depth)))[..., None]
    floor = np.asarray(floor * (1 - 0.25 * joint)[..., None], dtype=np.float32)
    spill = np.exp(-(((x - 1200) / 620) ** 2) - depth / 120)
    floor = floor + (0.16 * spill)[..., None] * GLOW
    out = mix(picture, np.asarray(floor, dtype=np.float32), smoothstep(FLOOR + 50, FLOOR + 54, y))
    for k, (top, left) in enumerate(((FLOOR - 14, 230.0), (FLOOR + 10, 200.0), (FLOOR + 32, 168.0))):
        step = (y > top) * (y <= top + 24) * (x > left) * (x < WIDTH - left)
        shine = 0.16 + 0.60 * np.exp(-(((x - 1200) / 700) ** 2)) * (1 if k == 0 else 0.55 - 0.12 * k) * (
            1.3 - (y - top) / 24
        )
        hue = colour.tone("8d8274") * shine[..., None] * (GLOW + 0.18)
        out = mix(out, np.asarray(hue, dtype=np.float32), np.asarray(step, dtype=np.float32))
    return out


def dusk(rng: Generator) -> Field:
    """Draw the pendapa at dusk."""
    picture = _sky(rng)
    picture = mix(picture, colour.tone("12161c") * 0.7, _trees(rng))
    sheet = Sheet(WIDTH, HEIGHT)
    for x, y, size in ((120, 560, 560), (2300, 500, 640), (2120, 690, 420)):
        _palm(sheet, x, y, size)
    picture = mix(picture, colour.tone("10141a") * 0.7, sheet.mask())
    picture = _court(rng, _build(rng, picture))
    bright = np.maximum(picture - 0.7, 0)
    picture = picture + 0.22 * blur(bright, 18) + 0.16 * blur(bright, 90)
    return light.vignette(np.asarray(picture * 1.15, dtype=np.float32), 0.3)
