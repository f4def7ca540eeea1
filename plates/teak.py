"""Carved teak of Karduluk: scrolls, leaves and flowers in layers, cut into a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light
from plates.canvas import Field, blur, grid, mix
from plates.carving import puff
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, ellipse, place, ribbon, spiral, spline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
TEAK = colour.tone("94622f")
HALF = (1.34, 0.93)
LEVELS = (0.050, 0.075, 0.105, 0.130, 0.160)
Put = tuple[float, float, float, float]
Vine = tuple[Points, float, tuple[tuple[float, int, float], ...]]


class Panel:
    """A panel being carved: five layers of raised shapes, each with its own cuts, in the panel's own measure."""

    def __init__(self, x: float, y: float, size: float) -> None:
        """Take a flat panel."""
        self.raised = [Sheet(WIDTH, HEIGHT) for _ in LEVELS]
        self.cuts = [Sheet(WIDTH, HEIGHT) for _ in LEVELS]
        self.at = (x, y, size)

    def to(self, points: Points, put: Put = (0, 0, 0, 1), side: int = 1) -> Points:
        """Bring points to the picture, mirrored where side is -1."""
        x, y, size = self.at
        there = place(np.asarray(points, dtype=float), *put) * np.array([side, 1])
        return np.asarray(there * size + np.array([x, y]))

    def blade(self, layer: int, put: Put, side: int, bend: float) -> None:
        """Carve one pointed lobe with its rib."""
        spine = spline([(0, 0), (0.36, -0.06 * bend), (0.72, -0.26 * bend), (1.0, -0.62 * bend)], 12)
        self.raised[layer].fill(self.to(ribbon(spine, [0.10, 0.34, 0.40, 0.27, 0.02]), put, side))
        self.cuts[layer].line(self.to(spine[3:-6], put, side), 0.034 * put[3] * self.at[2])

    def leaf(self, put: Put, side: int, bend: float = 1.0) -> None:
        """Carve a leaf: a long lobe over two pairs of short ones."""
        x, y, turn, size = put
        for layer, off, part in ((1, 0.95, 0.50), (1, -0.95, 0.46), (2, 0.50, 0.72), (2, -0.50, 0.68)):
            self.blade(layer, (x, y, turn + off, size * part), side, 0.5 * bend - 0.35 * np.sign(off))
        self.blade(3, put, side, bend)

    def flower(self, put: Put, side: int, petals: int = 8) -> None:
        """Carve a flower of two rings of petals round a boss."""
        x, y, turn, size = put
        for layer, start, far, long in ((2, 0.0, 0.62, 0.40), (3, 0.5, 0.40, 0.30)):
            for k in range(petals):
                t = turn + (k + start) * 2 * np.pi / petals
                at = (x + far * size * np.cos(t), y + far * size * np.sin(t))
                wide = 1.9 * far * size / petals
                self.raised[layer].fill(self.to(ellipse(*at, long * size, wide, t, 28), side=side))
                rib = np.array([(0.3, 0.0), (0.9, 0.0)]) * far * size
                self.cuts[layer].line(self.to(rib, (x, y, t, 1), side), 0.022 * size * self.at[2] + 1.5)
        self.raised[4].fill(self.to(ellipse(x, y, 0.19 * size, 0.19 * size), side=side))

    def vine(self, line: Points, wide: float, side: int) -> None:
        """Carve a stem that thins, with a line down its back."""
        size = self.at[2]
        self.raised[0].stroke(self.to(line, side=side), [wide * size, 0.55 * wide * size])
        self.cuts[0].line(self.to(line[3:-3], side=side), 0.10 * wide * size)

    def heights(self) -> Field:
        """Give the relief: every layer lies over the ones below it."""
        size = self.at[2]
        shape = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        for level, raised, cuts in zip(LEVELS, self.raised, self.cuts, strict=True):
            mask = raised.mask()
            cut = blur(np.asarray(cuts.mask() * mask, dtype=np.float32), 1.6)
            body = size * (
                level * 0.45 * mask + (0.03 + 0.45 * level) * puff(mask, 0.04 * size) - 0.020 * cut
            )
            shape = np.maximum(shape, np.asarray(body, dtype=np.float32))
        return shape


def _on(line: Points, share: float) -> tuple[float, float, float]:
    k = int(share * (len(line) - 2))
    (x, y), (x2, y2) = line[k], line[k + 1]
    return float(x), float(y), float(np.arctan2(y2 - y, x2 - x))


def _quarter(up: int) -> Iterator[Vine]:
    """Give the vines of one quarter: the line, its width, and its leaves by place, side, length and bend."""
    mirror = np.array([1, up])
    big = spiral(0.70, 0.43, 0.345, 1.22, -np.pi / 2, 100)[:84]
    stem = spline([(0.20, 0.05), (0.44, 0.07), (0.60, 0.083)], 8)
    leaves = ((0.40, -1, 0.22), (0.52, -1, 0.20), (0.635, -1, 0.20), (0.33, 1, 0.15), (0.50, 1, 0.14))
    yield np.vstack([stem, big[3:]]) * mirror, 0.052, leaves
    corner = spiral(1.165, 0.66, 0.135, -1.15, np.pi, 60)[:46]
    rise = spline([(1.045, 0.40), (1.032, 0.52), (1.03, 0.60)], 8)
    yield np.vstack([rise, corner[2:]]) * mirror, 0.036, ((0.34, 1, 0.15), (0.60, 1, 0.13), (0.78, 1, 0.11))
    inner = spiral(0.215, 0.68, 0.135, -1.15, np.pi, 60)[:46]
    rise = spline([(0.05, 0.34), (0.082, 0.50), (0.08, 0.62)], 8)
    yield np.vstack([rise, inner[2:]]) * mirror, 0.036, ((0.40, 1, 0.15), (0.58, 1, 0.14), (0.76, 1, 0.11))


def _carve(p: Panel) -> None:
    for side in (-1, 1):
        for up in (-1, 1):
            for k, (line, wide, leaves) in enumerate(_quarter(up)):
                p.vine(line, wide, side)
                for share, way, size in leaves:
                    x, y, turn = _on(line, share)
                    p.leaf((x, y, turn + 0.85 * way * up, size), side, 0.8 * way * up)
                x, y, _ = _on(line, 0.995)
                p.flower((x, y, 0.0, 0.07 if k else 0.17), side, 5 if k else 8)
        p.leaf((0.96, 0.0, 0.0, 0.30), side, 0.0)
        p.leaf((0.30, 0.0, 0.0, 0.26), side, 0.0)
    for up in (-1, 1):
        p.leaf((0.0, up * 0.30, up * np.pi / 2, 0.34), 1, 0.0)
    p.flower((0, 0, 0, 0.32), 1, 8)


def _frame(p: Panel, x: Field, y: Field) -> Field:
    """Raise a moulded frame round the field."""
    x0, y0, size = p.at
    out = np.maximum(np.abs(x - x0) / size - HALF[0], np.abs(y - y0) / size - HALF[1]) / 0.075
    mould = np.where(out > 0, np.clip(0.55 + 0.45 * np.sin(np.pi * np.clip(out, 0, 1) * 1.5), 0, 1), 0)
    rise = np.where(out > 1, 0.62, mould)
    return np.asarray(0.10 * size * rise, dtype=np.float32)


def wood(rng: Generator) -> tuple[Field, Field]:
    """Give teak its colour, and the fine unevenness of its grain."""
    _, y = grid(WIDTH, HEIGHT)
    swing = 90 * cloud(rng, WIDTH, HEIGHT, 900, 2)
    rings = np.sin((y + swing) / 23 + 1.2 * cloud(rng, WIDTH, HEIGHT, 420, 2))
    fibre = streaks(rng, WIDTH, HEIGHT, 520, 8, 2, 0.6)
    hue = TEAK * (1 + 0.045 * fibre + 0.085 * rings)[..., None]
    return np.asarray(hue, dtype=np.float32), fibre


def lit(rng: Generator, shape: Field, flat: Field) -> Field:
    """Light carved teak: dark in the depths, a soft shine on what stands out; flat is where no chisel was."""
    hue, fibre = wood(rng)
    deep = np.clip((blur(shape, 34) - shape) / 30, 0, 1)
    hue = mix(hue, colour.tone("2a150a"), 0.62 * deep)
    chips = cloud(rng, WIDTH, HEIGHT, 46, 1) * (1 - flat)
    shape = np.asarray(shape + 1.5 * chips + 0.22 * fibre, dtype=np.float32)
    seen = light.shadow(shape, 170, 20)
    seen_lit = light.lit(hue, light.facing(shape), 0.22 + 0.78 * seen, light.hollow(shape, 14, 50, 120))
    shine = 0.15 * light.gloss(blur(shape, 2), 22) * seen
    return np.asarray(seen_lit + shine[..., None], dtype=np.float32)


def relief(x: float, y: float, size: float) -> tuple[Field, Field]:
    """Carve the panel: its heights, and where its surface was left flat."""
    p = Panel(x, y, size)
    _carve(p)
    carved = p.heights()
    frame = _frame(p, *grid(WIDTH, HEIGHT))
    flat = np.clip((carved + frame) / 4, 0, 1)
    return np.asarray(carved + frame, dtype=np.float32), np.asarray(flat, dtype=np.float32)


def panel(rng: Generator) -> Field:
    """Show the panel."""
    return light.vignette(lit(rng, *relief(1200, 900, 800)), 0.3)


def detail(rng: Generator) -> Field:
    """Come close to a scroll and its flower."""
    return light.vignette(lit(rng, *relief(2120, 1560, 1720)), 0.3)
