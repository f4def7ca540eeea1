"""Embroidery: satin stitch in silk over a ground, each leaf with a way of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, layouts, weave
from plates.canvas import Field, grid, mix
from plates.carving import puff
from plates.drape import Cloth
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse, place, ribbon, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator


@dataclass(frozen=True)
class Patch:
    """One filled shape: its outline, its thread and the way its stitches run."""

    outline: Points
    hue: str
    way: float


def bloom(x: float, y: float, size: float, turn: float, hues: tuple[str, str, str]) -> list[Patch]:
    """Give a flower: two rows of petals and a heart."""
    out = []
    for count, reach, long, wide, hue, start in (
        (8, 0.62, 0.42, 0.26, hues[0], 0.0),
        (6, 0.36, 0.26, 0.18, hues[1], 0.4),
    ):
        for k in range(count):
            t = turn + start + k * 2 * np.pi / count
            petal = ellipse(
                x + reach * size * np.cos(t), y + reach * size * np.sin(t), long * size, wide * size, t, 30
            )
            out.append(Patch(petal, hue, t))
    out.append(Patch(ellipse(x, y, 0.2 * size, 0.2 * size), hues[2], 0.8))
    return out


def leaf(x: float, y: float, size: float, turn: float, hue: str) -> list[Patch]:
    """Give a leaf in two halves, their stitches meeting at the rib."""
    rib = np.array([(0, 0), (0.5, -0.04), (1, 0)])
    out = []
    for side in (-1, 1):
        half = spline(np.vstack([rib, [(0.66, side * 0.24), (0.3, side * 0.25)]]), 7, closed=True)
        out.append(Patch(place(half, x, y, turn, size), hue, turn + side * 0.85))
    return out


def stem(points: list[tuple[float, float]], width: float, hue: str) -> list[Patch]:
    """Give a stem in short slanting stitches."""
    line = spline(points, 10)
    out = []
    for k in range(0, len(line) - 6, 5):
        part = line[k : k + 7]
        way = float(np.arctan2(part[-1, 1] - part[0, 1], part[-1, 0] - part[0, 0]))
        out.append(Patch(ribbon(part, width), hue, way + 0.5))
    return out


def spray(x: float, y: float, size: float, flip: int, hues: tuple[str, str, str], green: str) -> list[Patch]:
    """Give a spray: stems, leaves, two flowers and buds."""

    def to(a: float, b: float) -> tuple[float, float]:
        return x + flip * a * size, y + b * size

    out = stem([to(-0.2, 1.5), to(0.15, 0.9), to(0.05, 0.3), to(0.0, 0.0)], 0.05 * size, green)
    out += stem([to(0.1, 0.75), to(0.5, 0.5), to(0.8, 0.62)], 0.04 * size, green)
    out += stem([to(0.08, 0.55), to(-0.4, 0.4), to(-0.75, 0.05)], 0.04 * size, green)
    for a, b, s, t in (
        (0.1, 1.05, 0.7, 0.25),
        (0.1, 1.0, 0.66, 2.6),
        (0.12, 0.55, 0.5, -0.7),
        (-0.3, 0.42, 0.45, 2.2),
        (-0.05, 1.4, 0.6, 3.4),
    ):
        out += leaf(*to(a, b), s * size, t if flip > 0 else np.pi - t, green)
    out += bloom(*to(0, -0.1), 0.55 * size, 0.2, hues)
    out += bloom(*to(0.92, 0.66), 0.34 * size, 0.5, hues)
    out += bloom(*to(-0.8, 0.0), 0.26 * size, 0.1, (hues[1], hues[0], hues[2]))
    return out


def sewn(rng: Generator, size: tuple[int, int], patches: list[Patch], cloth: Field, thread: float) -> Cloth:
    """Sew patches on a cloth: padded, each thread catching the light along its way."""
    width, height = size
    x, y = grid(width, height)
    x = x + 2.0 * cloud(rng, width, height, 30, 1)
    hue = np.asarray(cloth * weave.fine(rng, width, height, 0.04)[..., None], dtype=np.float32)
    relief = np.zeros((height, width), dtype=np.float32)
    for patch in patches:
        low = np.maximum(patch.outline.min(axis=0) - 8, 0).astype(int)
        high = np.minimum(patch.outline.max(axis=0) + 8, (width, height)).astype(int)
        if (high - low < 6).any():
            continue
        part = (slice(low[1], high[1]), slice(low[0], high[0]))
        sheet = Sheet(int(high[0] - low[0]), int(high[1] - low[1]))
        sheet.fill(patch.outline - low)
        mask = sheet.mask()
        across = (y[part] * np.cos(patch.way) - x[part] * np.sin(patch.way)) / thread
        row = np.floor(across)
        round_ = np.sqrt(np.clip(1 - (2 * (across - row) - 1) ** 2, 0, 1))
        own = (1 + 0.10 * rng.standard_normal(512).astype(np.float32))[row.astype(int) % 512]
        pad = puff(mask, 5 * thread)
        dyed = colour.tone(patch.hue) * (own * (0.72 + 0.3 * round_))[..., None]
        hue[part] = mix(hue[part], np.asarray(dyed, dtype=np.float32), mask)
        relief[part] = relief[part] * (1 - mask) + mask * (2.4 * thread * pad + 0.32 * thread * round_)
    return Cloth(hue, np.ones((height, width), dtype=np.float32), relief)


SIDOARJO = ("d8435a", "f0a0a8", "f2c84a")
BANGIL = ("f6f1e4", "efe6d2", "e2d2ae")


def _kebaya(rng: Generator, width: int, height: int, step: float, thread: float) -> Cloth:
    patches: list[Patch] = []
    for row, y in enumerate(np.arange(0.1 * step, height + step, step * 1.25)):
        for k, x in enumerate(np.arange((row % 2) * step * 0.9, width + step, step * 1.8)):
            patches += spray(x, y, step * 0.62, 1 if (k + row) % 2 else -1, SIDOARJO, "3f7a4a")
            patches += bloom(
                x + step * 0.9, y + step * 0.95, step * 0.13, 0.3, ("f2c84a", "d8435a", "f6f1e4")
            )
    ground_ = colour.tone("2a3f5e") * np.ones((height, width, 1), dtype=np.float32)
    return sewn(rng, (width, height), patches, np.asarray(ground_, dtype=np.float32), thread)


def _mukena(rng: Generator, width: int, height: int, step: float, thread: float, foot: float) -> Cloth:
    patches: list[Patch] = []
    for k, x in enumerate(np.arange(0, width + step, step)):
        patches += spray(x, height - foot - step * 1.25, step * 0.5, 1 if k % 2 else -1, BANGIL, "e9dfc8")
        for side in (-1, 1):
            curl = spiral(
                x + side * step * 0.25, height - foot - step * 0.12, step * 0.17, 1.2 * side, np.pi / 2, 40
            )[:32]
            patches += stem([(float(a), float(b)) for a, b in curl[::3]], step * 0.035, "efe6d2")
    for x in np.arange(0, width + step, step * 0.25):
        scallop = ellipse(x, height - foot + step * 0.06, step * 0.125, step * 0.13, 0, 24)
        patches.append(Patch(scallop, "f6f1e4", np.pi / 2))
    for y in np.arange(step * 0.4, height - foot - step * 2.3, step * 0.8):
        for x in np.arange(0, width + step, step * 0.8):
            patches += bloom(x, y, step * 0.10, 0.2, BANGIL)
    ground_ = colour.tone("e3d8c4") * np.ones((height, width, 1), dtype=np.float32)
    piece = sewn(rng, (width, height), patches, np.asarray(ground_, dtype=np.float32), thread)
    return _eyelets(piece, step, foot)


def _eyelets(piece: Cloth, step: float, foot: float) -> Cloth:
    """Cut and bind a row of eyelets over the scalloped edge."""
    height, width = piece.cover.shape
    holes, rims = Sheet(width, height), Sheet(width, height)
    for x in np.arange(step * 0.125, width, step * 0.25):
        holes.dot(x, height - foot - step * 0.02, step * 0.042)
        rims.dot(x, height - foot - step * 0.02, step * 0.070)
    rim = rims.mask()
    x, y = grid(width, height)
    beyond = y - (height - foot + step * 0.06)
    wave = np.abs(np.mod(x + step * 0.125, step * 0.25) - step * 0.125)
    inside = beyond < np.sqrt(np.maximum((step * 0.13) ** 2 - wave**2, 0))
    cover = piece.cover * (1 - holes.mask()) * inside
    relief = np.asarray(piece.relief + 5 * rim * (1 - holes.mask()), dtype=np.float32)
    hue = mix(piece.colour, colour.tone("f6f1e4"), 0.8 * rim)
    return Cloth(hue, np.asarray(cover, dtype=np.float32), relief)


def kebaya(rng: Generator) -> Field:
    """Lay the embroidered silk in a fan of folds."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("d6cabb"))
    return layouts.fan(rng, _kebaya(rng, 2700, 2000, 330, 4.2), table, -0.08, 0.7)


def kebaya_detail(rng: Generator) -> Field:
    """Come close to petals and stitches."""
    return layouts.macro(rng, _kebaya(rng, 2750, 2180, 1000, 8.0), 0.1, sheen=0.8)


def mukena(rng: Generator) -> Field:
    """Lay white work on blue plaster, its scalloped hem in front."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("4f6478"))
    return layouts.fan(rng, _mukena(rng, 2700, 2000, 360, 4.0, 60), table, 0.07, 0.3)


def mukena_detail(rng: Generator) -> Field:
    """Come close to eyelets and the scalloped edge."""
    piece = _mukena(rng, 2750, 2300, 860, 7.0, 330)
    table = colour.tone("4f6478") * np.ones((1800, 2400, 1), dtype=np.float32)
    return layouts.macro_on(rng, piece, np.asarray(table, dtype=np.float32), 0.05)
