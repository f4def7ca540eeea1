"""Leather of Tanggulangin: a satchel of cow hide, cut, stitched and burnished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, wire
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.carving import puff
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
TAN = colour.tone("8e4f24")
THREAD = colour.tone("e6d3ac")


def _round(left: float, top: float, right: float, foot: float, radius: float) -> Points:
    """Give a rectangle with round corners, walked evenly."""
    parts = []
    for cx, cy, start in (
        (right - radius, top + radius, -0.5),
        (right - radius, foot - radius, 0.0),
        (left + radius, foot - radius, 0.5),
        (left + radius, top + radius, 1.0),
    ):
        t = np.linspace(start * np.pi, (start + 0.5) * np.pi, 16)
        parts.append(np.stack([cx + radius * np.cos(t), cy + radius * np.sin(t)], axis=1))
    line = np.vstack([*parts, parts[0][:1]])
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    along = np.arange(0, gone[-1], 4.0)
    return np.stack([np.interp(along, gone, line[:, k]) for k in (0, 1)], axis=1)


def hide(rng: Generator, fine: float) -> tuple[Field, Field]:
    """Give the grain of hide: a net of creases and pores, and its uneven colour."""
    net = np.abs(cloud(rng, WIDTH, HEIGHT, 13 * fine, 2, 0.5))
    pebbles = smoothstep(0.0, 0.5, net)
    creases = np.abs(cloud(rng, WIDTH, HEIGHT, 190 * fine, 3))
    relief = 1.7 * fine * pebbles - 2.0 * np.exp(-creases / 0.03) + 1.2 * cloud(rng, WIDTH, HEIGHT, 70, 2)
    tint = 0.86 + 0.16 * pebbles + 0.08 * cloud(rng, WIDTH, HEIGHT, 340, 3)
    return np.asarray(relief, dtype=np.float32), np.asarray(tint, dtype=np.float32)


class Bag:
    """Pieces of leather laid one on another."""

    def __init__(self, rng: Generator, fine: float) -> None:
        """Start with hide and an empty table."""
        self.grain, self.tint = hide(rng, fine)
        self.hue = np.zeros((HEIGHT, WIDTH, 3), dtype=np.float32)
        self.shape = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        self.solid = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        self.metal = np.zeros((HEIGHT, WIDTH), dtype=np.float32)

    def piece(self, outline: Points, lift: float, bulge: float, hue: Field) -> None:
        """Lay a piece with burnished edges."""
        sheet = Sheet(WIDTH, HEIGHT)
        sheet.fill(outline)
        mask = sheet.mask()
        edge = 1 - puff(mask, 10)
        level = lift + bulge * puff(mask, 150) + 9 * puff(mask, 10) + self.grain
        self.shape = np.where(mask > 0.5, level, self.shape).astype(np.float32)
        dyed = hue * (self.tint * (1 - 0.45 * edge))[..., None]
        self.hue = mix(self.hue, np.asarray(dyed, dtype=np.float32), mask)
        self.solid = np.maximum(self.solid, mask)

    def sew(self, line: Points, size: float) -> None:
        """Sew a row of saddle stitches along a line."""
        thread, holes = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
        gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        for s in np.arange(0, gone[-1], size * 2.6):
            ends = [np.array([np.interp(s + d, gone, line[:, k]) for k in (0, 1)]) for d in (0.0, size * 1.9)]
            way = float(np.arctan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0])) + 0.10
            middle = (ends[0] + ends[1]) / 2
            thread.fill(ellipse(float(middle[0]), float(middle[1]), size, size * 0.30, way, 16))
            for x, y in ends:
                holes.dot(float(x), float(y), size * 0.32)
        stitch, hole = thread.mask(), holes.mask()
        self.shape = np.asarray(self.shape - 5 * blur(hole, 2) + 5 * puff(stitch, 5), dtype=np.float32)
        self.hue = mix(mix(self.hue, colour.tone("1c0d06"), 0.8 * hole), THREAD, stitch)

    def brass(self, mask: Field, lift: Field) -> None:
        """Set a piece of brass on top."""
        self.shape = np.where(mask > 0.5, lift, self.shape).astype(np.float32)
        self.metal = np.maximum(self.metal, mask)
        self.solid = np.maximum(self.solid, mask)

    def picture(self, table: Field) -> Field:
        """Light it all."""
        seen = light.shadow(np.asarray(self.shape * self.solid, dtype=np.float32), 240, 24)
        open_ = light.hollow(self.shape, 12, 40, 120)
        lit = light.lit(self.hue, light.facing(self.shape), 0.25 + 0.75 * seen, open_)
        lit = (
            lit
            + ((0.16 * light.gloss(self.shape, 16) + 0.10 * light.gloss(blur(self.shape, 5), 30)) * seen)[
                ..., None
            ]
        )
        nx, ny, _ = light.normals(blur(self.shape, 0.8))
        shine = wire.studio(nx, ny)[..., None] * colour.tone("e6b860") * 1.2
        lit = mix(np.asarray(lit, dtype=np.float32), np.asarray(shine, dtype=np.float32), self.metal)
        below = light.lit(table, np.full_like(seen, 0.62), seen, 1 - 0.5 * blur(self.solid, 18))
        return mix(below, lit, self.solid)


def _ring(x: float, y: float, a: float, b: float, thick: float) -> tuple[Field, Field]:
    px, py = grid(WIDTH, HEIGHT)
    far = np.maximum(np.abs(px - x) - a, np.abs(py - y) - b)
    off = np.hypot(np.maximum(np.abs(px - x) - a + 14, 0), np.maximum(np.abs(py - y) - b + 14, 0)) - 14
    d = np.where(far < -14, far, off)
    mask = smoothstep(thick + 1, thick - 1, np.abs(d))
    return mask, np.asarray(130 + 1.2 * np.sqrt(np.clip(thick * thick - d * d, 0, None)), dtype=np.float32)


def satchel(rng: Generator) -> Field:
    """Lay the satchel on limewashed boards."""
    bag = Bag(rng, 1.0)
    bag.piece(_round(1000, 60, 1400, 420, 150), 22, 10, TAN * 0.8)
    bag.piece(_round(1075, 130, 1325, 420, 100), 0, 0, colour.tone("b9ab95"))
    bag.piece(_round(420, 300, 1980, 1620, 110), 34, 46, TAN * 0.9)
    bag.sew(_round(452, 332, 1948, 1588, 84), 11)
    flap = _round(400, 260, 2000, 1120, 260)
    bag.piece(flap, 70, 40, TAN)
    bag.sew(_round(434, 294, 1966, 1086, 230), 11)
    bag.piece(_round(1110, 900, 1290, 1380, 60), 104, 14, TAN * 0.82)
    bag.sew(_round(1130, 920, 1270, 1360, 44), 10)
    for args in ((1200, 1215, 108, 78, 15),):
        mask, lift = _ring(*args)
        bag.brass(mask, lift)
    px, py = grid(WIDTH, HEIGHT)
    pin = smoothstep(12, 9, np.hypot(px - 1200, np.maximum(np.abs(py - 1210) - 70, 0)))
    bag.brass(
        pin, np.asarray(146 + 8 * np.sqrt(np.clip(1 - ((px - 1200) / 12) ** 2, 0, 1)), dtype=np.float32)
    )
    boards = ground.boards(rng, WIDTH, HEIGHT, colour.tone("b9ab95"), 620)
    return light.vignette(bag.picture(boards), 0.28)


def detail(rng: Generator) -> Field:
    """Come close to the seam and the buckle."""
    bag = Bag(rng, 1.35)
    bag.piece(_round(-400, -900, 2900, 1250, 420), 60, 30, TAN)
    bag.sew(_round(-330, -830, 2830, 1180, 360), 27)
    bag.piece(_round(980, 500, 1480, 2300, 120), 104, 30, TAN * 0.82)
    bag.sew(_round(1030, 550, 1430, 2250, 84), 25)
    mask, lift = _ring(1230, 1330, 310, 200, 36)
    bag.brass(mask, lift)
    base = colour.tone("6a3a1a") * np.ones((HEIGHT, WIDTH, 1), dtype=np.float32)
    return light.vignette(bag.picture(np.asarray(base, dtype=np.float32)), 0.28)
