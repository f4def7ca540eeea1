"""Leather of Tanggulangin: a satchel of cow hide, cut, stitched and burnished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, hide, light, wire
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.carving import puff
from plates.vector import Points, Sheet, ellipse, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
TAN = colour.tone("8a4a20")
DARK = colour.tone("5f3014")
THREAD = colour.tone("e6d3ac")


def _even(line: Points, step: float = 4.0) -> Points:
    """Walk a line in even steps."""
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    along = np.arange(0, gone[-1], step)
    return np.stack([np.interp(along, gone, line[:, k]) for k in (0, 1)], axis=1)


def _within(outline: Points, inset: float) -> Points:
    """Give the line that runs inside an outline, as a seam does."""
    way = np.gradient(outline, axis=0)
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1])[:, None], 1e-6)
    side = np.stack([-way[:, 1], way[:, 0]], axis=1)
    return _even(outline + inset * side)


class Bag:
    """Pieces of leather laid one on another."""

    def __init__(self, rng: Generator, fine: float) -> None:
        """Start with hide and nothing else."""
        self.grain, self.tint = hide.grain(rng, WIDTH, HEIGHT, fine)
        self.hue = np.zeros((HEIGHT, WIDTH, 3), dtype=np.float32)
        self.shape = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        self.solid = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        self.metal = np.zeros((HEIGHT, WIDTH), dtype=np.float32)

    def piece(self, outline: Points, lift: float, bulge: float, hue: Field, soft: float = 150) -> None:
        """Lay a piece with burnished edges."""
        sheet = Sheet(WIDTH, HEIGHT)
        sheet.fill(outline)
        mask = sheet.mask()
        edge = 1 - puff(mask, 9)
        level = lift + bulge * puff(mask, soft) + 9 * puff(mask, 9) + self.grain
        near = 1 - 0.45 * blur(mask, 16) * (1 - mask)
        self.hue = self.hue * near[..., None]
        self.metal = self.metal * (1 - mask)
        self.shape = np.where(mask > 0.5, level, self.shape).astype(np.float32)
        dyed = hue * (self.tint * (1 - 0.5 * edge))[..., None]
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
        sunk = blur(np.maximum(stitch, hole), 0.5 * size)
        self.shape = np.asarray(self.shape - 9 * sunk - 5 * hole + 6 * puff(stitch, 5), dtype=np.float32)
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
        sheen = 0.10 * light.gloss(self.shape, 14) + 0.13 * light.gloss(blur(self.shape, 6), 24)
        lit = lit + (sheen * seen)[..., None]
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
    return mask, np.asarray(150 + 1.2 * np.sqrt(np.clip(thick * thick - d * d, 0, None)), dtype=np.float32)


def _mirrored(half: list[tuple[float, float]]) -> Points:
    """Close a half outline, given from the top down, by its mirror image."""
    line = spline(half, 14)
    whole = np.vstack([line, (line * np.array([-1, 1]))[::-1]])
    return np.asarray(whole + np.array([1200, 0]))


def satchel(rng: Generator) -> Field:
    """Lay the satchel on pale plaster, its strap laid above."""
    bag = Bag(rng, 1.0)
    strap = spline([(606, 470), (420, 260), (560, 96), (1000, 60), (1560, 70), (1900, 150), (1796, 470)], 30)
    bag.piece(ribbon(strap, 74), 14, 8, DARK * 1.25, 40)
    for inset in (26, -26):
        bag.sew(_within(strap, inset), 8)
    body = _mirrored(
        [(0, 410), (520, 410), (600, 440), (640, 900), (676, 1420), (620, 1600), (480, 1640), (0, 1648)]
    )
    bag.piece(body, 26, 60, TAN * 0.86)
    bag.sew(_within(body, 34), 11)
    for side in (-1, 1):
        tab = np.array([(-58, -40), (58, -40), (58, 150), (0, 196), (-58, 150), (-58, -40)])
        bag.piece(_even(tab + np.array([1200 + side * 596, 440])), 60, 12, DARK * 1.2, 60)
        mask, lift = _ring(1200 + side * 596, 452, 62, 44, 12)
        bag.brass(mask, lift)
    flap = _mirrored(
        [(0, 372), (500, 372), (612, 410), (640, 640), (640, 860), (520, 1030), (260, 1112), (0, 1130)]
    )
    bag.piece(flap, 78, 46, TAN)
    bag.sew(_within(flap, 34), 11)
    tongue = _mirrored([(0, 900), (70, 906), (88, 950), (88, 1300), (54, 1372), (0, 1390)])
    bag.piece(tongue, 116, 14, DARK * 1.3, 50)
    bag.sew(_even(_mirrored([(0, 920), (48, 924), (66, 964), (66, 1296), (40, 1350), (0, 1368)])), 9)
    mask, lift = _ring(1200, 1210, 112, 70, 14)
    bag.brass(mask, lift)
    px, py = grid(WIDTH, HEIGHT)
    pin = smoothstep(10, 8, np.hypot(px - 1200, np.maximum(np.abs(py - 1210) - 62, 0)))
    bag.brass(
        pin, np.asarray(160 + 8 * np.sqrt(np.clip(1 - ((px - 1200) / 10) ** 2, 0, 1)), dtype=np.float32)
    )
    table = ground.plaster(rng, WIDTH, HEIGHT, colour.tone("c2b69f"))
    return light.vignette(bag.picture(table), 0.28)


def detail(rng: Generator) -> Field:
    """Come close to the seams and the buckle."""
    bag = Bag(rng, 2.1)
    frame = np.array([(-200, -200), (2600, -200), (2600, 2000), (-200, 2000)], dtype=float)
    bag.piece(frame, 10, 0, TAN * 0.82)
    flap = _mirrored([(0, -900), (1700, -900), (1700, 700), (1240, 1010), (620, 1180), (0, 1230)])
    bag.piece(flap, 60, 30, TAN)
    bag.sew(_within(flap, 86), 27)
    tongue = _mirrored([(0, 380), (180, 392), (226, 470), (232, 1300), (236, 2400), (0, 2400)])
    bag.piece(tongue, 110, 30, DARK * 1.3, 90)
    bag.sew(_even(_mirrored([(0, 438), (130, 444), (172, 500), (178, 1300), (182, 2400)])), 25)
    mask, lift = _ring(1200, 1390, 300, 190, 34)
    bag.brass(mask, lift)
    px, py = grid(WIDTH, HEIGHT)
    pin = smoothstep(26, 23, np.hypot(px - 1200, np.maximum(np.abs(py - 1390) - 176, 0)))
    bag.brass(
        pin, np.asarray(170 + 22 * np.sqrt(np.clip(1 - ((px - 1200) / 26) ** 2, 0, 1)), dtype=np.float32)
    )
    base = colour.tone("6a3a1a") * np.ones((HEIGHT, WIDTH, 1), dtype=np.float32)
    return light.vignette(bag.picture(np.asarray(base, dtype=np.float32)), 0.28)
