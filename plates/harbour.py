"""The harbour shop: shelves of cloth, boxes, mats and jars beside a window on the boats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import besek, colour, cual, gedhog, gentongan, light, parengan, tika, turned
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.noise import cloud, streaks
from plates.vector import Sheet, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1600
SHELVES = (800.0, 1370.0)


@dataclass
class Still:
    """A still life before a wall: its colours and how far everything stands out."""

    hue: Field
    shape: Field

    def put(self, hue: Field, shape: Field, cover: Field) -> None:
        """Set one thing in front."""
        self.hue = mix(self.hue, hue, cover)
        self.shape = np.asarray(self.shape + (shape - self.shape) * cover, dtype=np.float32)


def _wall(rng: Generator) -> Still:
    x, _y = grid(WIDTH, HEIGHT)
    board = np.mod(x + 40, 236)
    seam = np.exp(-(((board - 118) / 3.0) ** 2))
    grain = streaks(rng, WIDTH, HEIGHT, 9, 500, 3, 0.6)
    worn = smoothstep(0.9, 2.0, cloud(rng, WIDTH, HEIGHT, 220, 4, 0.6) + 0.7 * grain)
    paint = (
        colour.tone("c9c6b4") * (1 + 0.04 * grain + 0.03 * np.sin(np.floor((x + 158) / 236) * 2.3))[..., None]
    )
    hue = mix(np.asarray(paint, dtype=np.float32), colour.tone("8f7556"), 0.5 * worn)
    return Still(
        np.asarray(hue * (1 - 0.6 * seam)[..., None], dtype=np.float32),
        np.asarray(1.2 * grain - 5 * seam, dtype=np.float32),
    )


def _plank(rng: Generator, still: Still, top: float) -> None:
    x, y = grid(WIDTH, HEIGHT)
    inside = smoothstep(70, 73, x) * smoothstep(1622, 1619, x)
    grain = streaks(rng, WIDTH, HEIGHT, 600, 8, 3, 0.7)
    wood = colour.tone("6d4a2e") * (1 + 0.14 * grain)[..., None]
    board = inside * smoothstep(top - 1, top + 1, y) * smoothstep(top + 40, top + 38, y)
    still.put(
        np.asarray(wood, dtype=np.float32),
        np.asarray(210 - 6 * np.abs((y - top - 20) / 20) ** 4, dtype=np.float32),
        board,
    )
    for left in (180.0, 1480.0):
        bracket = (
            smoothstep(3, 0, np.abs(x - left) - 16) * (y > top + 38) * (y < top + 150 - (x - left) * 0.0)
        )
        still.put(
            np.asarray(wood * 0.7, dtype=np.float32),
            np.full_like(x, 150) - (y - top) * 0.8,
            bracket.astype(np.float32),
        )


def folded(
    still: Still, texture: Field, at: tuple[float, float], size: tuple[float, float], bow: float
) -> None:
    """Lay a folded cloth on the shelf, its round fold to the front."""
    x, y = grid(WIDTH, HEIGHT)
    left, foot = at
    wide, tall = size
    sag = bow * np.sin(np.pi * np.clip((x - left) / wide, 0, 1))
    q = (y - sag - foot + tall / 2) / (tall / 2)
    cover = smoothstep(1.02, 0.97, np.abs(q)) * smoothstep(0, 3, x - left) * smoothstep(0, 3, left + wide - x)
    layers = 1 - 0.22 * np.exp(-((np.mod(q * 2 + 1.0, 1) - 0.5) ** 2) / 0.004) * (np.abs(q) < 0.8)
    near = np.minimum(x - left, left + wide - x)
    shape = 120 + 44 * np.sqrt(np.clip(1 - q * q, 0, 1)) - 26 * np.exp(-np.maximum(near, 0) / 9)
    hue = sample(
        texture,
        np.asarray(np.mod(x - left, texture.shape[1]), dtype=np.float32),
        np.asarray(20 + (q + 1) * tall / 2, dtype=np.float32),
    )
    still.put(
        np.asarray(hue * layers[..., None], dtype=np.float32),
        np.asarray(shape, dtype=np.float32),
        np.asarray(cover, dtype=np.float32),
    )


def box(
    rng: Generator, still: Still, at: tuple[float, float], size: tuple[int, int], dark: tuple[bool, bool]
) -> None:
    """Stand one half of a besek on the shelf, its lower left corner at a point."""
    wide, tall = size
    hue, relief = besek.panel(rng, wide, tall, 22, dark, None)
    left, top = int(at[0]), int(at[1]) - tall
    part = (slice(top, top + tall), slice(left, left + wide))
    x, y = grid(wide, tall)
    near = np.minimum(np.minimum(x, wide - x), np.minimum(y, tall - y))
    still.hue[part] = hue
    still.shape[part] = 185 + 0.6 * relief - 22 * np.exp(-near / 7)


def _rolls(rng: Generator, still: Still, x: float, foot: float, radius: float) -> None:
    px, py = grid(WIDTH, HEIGHT)
    dx, dy = px - x, py - foot + radius
    far, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    turns = far / 9.5 - angle / (2 * np.pi) + 0.12 * cloud(rng, WIDTH, HEIGHT, 60, 2)
    part = np.mod(turns, 1)
    edge = smoothstep(0.0, 0.2, part) * smoothstep(1.0, 0.8, part)
    dyed = (np.floor(turns) % 5 == 1)[..., None]
    hue = np.where(dyed, tika.HUES[1], tika.STRAW) * (0.25 + 0.75 * edge)[..., None]
    cover = smoothstep(radius + 1, radius - 1, far)
    shape = 190 + 5 * edge - 30 * smoothstep(radius - 10, radius, far)
    still.put(np.asarray(hue, dtype=np.float32), np.asarray(shape, dtype=np.float32), cover)


def _jar(rng: Generator, still: Still, x: float, foot: float, size: float, hue: str) -> None:
    profile = (
        (-1.5, 0.30),
        (-1.42, 0.36),
        (-1.30, 0.28),
        (-1.1, 0.42),
        (-0.62, 0.62),
        (-0.2, 0.50),
        (0.0, 0.38),
    )
    jar = turned.Turned(x, tuple((foot + a * size, r * size) for a, r in profile), 0.04)
    shape, cover, at = jar.body(WIDTH, HEIGHT)
    ring = np.sin(at / 5) * 0.03 + 0.06 * cloud(rng, WIDTH, HEIGHT, 50, 4)
    glaze = smoothstep(0.3, -0.3, (at - foot) / size + 0.75 + 0.06 * np.sin(x + shape / 30))
    clay = colour.tone("9a6244") * (1 + ring)[..., None]
    body = mix(np.asarray(clay, dtype=np.float32), colour.tone(hue), glaze)
    still.put(body, np.asarray(90 + shape + 20 * ring, dtype=np.float32), cover)


def stack(rng: Generator, still: Still, cloths: list[Field], left: float, foot: float, wide: float) -> None:
    """Lay folded cloths on one another."""
    for k, texture in enumerate(cloths):
        tall = 66 + 10 * (k % 2)
        shift = rng.normal(0, 7)
        folded(
            still, texture, (left + shift, foot - 70 * k), (wide + rng.normal(0, 8), tall), rng.normal(0, 3)
        )


def _window(rng: Generator, picture: Field) -> Field:
    """Open the window: evening sea, boats at the quay, the frame against the light."""
    x, y = grid(WIDTH, HEIGHT)
    sky = mix(colour.tone("e9a867") * 1.5, colour.tone("8fa6bc"), smoothstep(900, 180, y))
    sun = np.exp(-((np.hypot(x - 2090, y - 850) / 240) ** 1.5))
    warm = np.array([1.0, 0.72, 0.36], dtype=np.float32)
    sky = np.asarray(sky + sun[..., None] * warm, dtype=np.float32)
    wave = streaks(rng, WIDTH, HEIGHT, 120, 5, 2)
    glitter = np.clip(wave, 0, 3) * np.exp(-(((x - 2090) / (90 + (y - 930) * 0.4)) ** 2))
    sea = colour.tone("5e7686") * (0.9 + 0.1 * wave)[..., None] + (0.8 * glitter)[..., None] * np.array(
        [1.0, 0.75, 0.45]
    )
    view = mix(np.asarray(sky, dtype=np.float32), np.asarray(sea, dtype=np.float32), smoothstep(928, 932, y))
    boats = Sheet(WIDTH, HEIGHT)
    for bx, by, s in ((1880, 975, 150), (2170, 1010, 200), (2330, 950, 110)):
        boats.fill(
            spline(
                [
                    (bx - s, by - 0.30 * s),
                    (bx - 0.7 * s, by),
                    (bx + 0.6 * s, by),
                    (bx + 1.05 * s, by - 0.42 * s),
                    (bx + 0.5 * s, by - 0.2 * s),
                ],
                8,
                closed=True,
            )
        )
        for off, tall in ((-0.3, 1.9), (0.3, 2.3)):
            boats.line(np.array([(bx + off * s, by - 0.2 * s), (bx + off * s, by - tall * s)]), 6)
            boats.line(np.array([(bx + off * s, by - tall * s), (bx + 1.0 * s, by - 0.35 * s)]), 2)
            boats.stroke(
                np.array(
                    [
                        (bx + (off - 0.34) * s, by - 0.75 * tall * s),
                        (bx + (off + 0.34) * s, by - 0.82 * tall * s),
                    ]
                ),
                12,
            )
    view = blur(mix(view, colour.tone("33323a"), 0.92 * boats.mask()), 4)
    hole = (
        smoothstep(1730, 1734, x)
        * smoothstep(2316, 2312, x)
        * smoothstep(230, 234, y)
        * smoothstep(1226, 1222, y)
    )
    bars = np.minimum(np.abs(x - 2023), np.abs(y - 720))
    return mix(
        picture,
        np.asarray(view * 1.05, dtype=np.float32),
        np.asarray(hole * smoothstep(13, 16, bars), dtype=np.float32),
    )


def _frame(rng: Generator, still: Still) -> None:
    x, y = grid(WIDTH, HEIGHT)
    far = np.maximum(np.abs(x - 2023) - 292, np.abs(y - 728) - 498)
    cover = smoothstep(-2, 1, far) * smoothstep(66, 63, far)
    wood = colour.tone("4f6a6c") * (1 + 0.07 * streaks(rng, WIDTH, HEIGHT, 12, 12, 3))[..., None]
    still.put(
        np.asarray(wood, dtype=np.float32), np.asarray(60 + 12 * np.cos(far / 10), dtype=np.float32), cover
    )
    bars = smoothstep(17, 14, np.minimum(np.abs(x - 2023), np.abs(y - 720))) * (far < 0)
    still.put(
        np.asarray(wood * 0.7, dtype=np.float32), np.full_like(x, 40), np.asarray(bars, dtype=np.float32)
    )


def cloths(rng: Generator) -> list[Field]:
    """Make six cloths to fold: three batiks and ikats, a songket, a stripe and a plain one."""
    indigo = colour.dye(colour.COTTON, (0.9, gedhog.BLUE))
    stripes = indigo * np.ones((160, 700, 1), dtype=np.float32)
    stripes[:, np.mod(np.arange(700), 70) < 12] = colour.IVORY * 0.9
    plain = colour.tone("a6432e") * (1 + 0.03 * streaks(rng, 700, 160, 3, 60))[..., None]
    return [
        gentongan.flat(rng, 700, 160, 260, 0.42),
        gedhog.flat(rng, 700, 160, 0.34),
        parengan.flat(rng, 700, 160, 0.30, 3.0, 3.0)[0],
        cual.flat(rng, 700, 160, 150, 2.0, 0).colour,
        np.asarray(stripes, dtype=np.float32),
        np.asarray(plain, dtype=np.float32),
    ]


def shelf(rng: Generator) -> Field:
    """Draw the shelves and the window."""
    still = _wall(rng)
    for top in SHELVES:
        _plank(rng, still, top)
    _frame(rng, still)
    a, b, c, d, e, f = cloths(rng)
    high, low = SHELVES
    stack(rng, still, [a, f, b, e], 150, high, 470)
    box(rng, still, (700, high), (330, 150), (False, False))
    box(rng, still, (690, high - 150), (350, 92), (False, True))
    _jar(rng, still, 1190, high, 230, "2b4a52")
    _jar(rng, still, 1450, high, 170, "6a3a24")
    for x, r in ((250, 78), (402, 74)):
        _rolls(rng, still, x, low, r)
    _rolls(rng, still, 328, low - 128, 74)
    stack(rng, still, [d, c, e, b, f], 560, low, 500)
    box(rng, still, (1150, low), (420, 190), (True, False))
    box(rng, still, (1140, low - 190), (440, 100), (False, True))
    seen = light.shadow(still.shape, 420, 60)
    face = light.facing(still.shape, wrap=0.2)
    open_ = light.hollow(still.shape, 20, 60, 140)
    lit = light.lit(still.hue, face, 0.22 + 0.78 * seen, open_)
    px, py = grid(WIDTH, HEIGHT)
    evening = np.exp(-((np.hypot(px - 1900, py - 800) / 900) ** 2))
    lit = np.asarray(
        lit * (0.86 + 0.22 * evening)[..., None] * np.array([1.04, 0.98, 0.90]), dtype=np.float32
    )
    picture = _window(rng, lit)
    bright = np.maximum(picture - 0.8, 0)
    return light.vignette(np.asarray(picture + 0.25 * blur(bright, 60), dtype=np.float32), 0.3)
