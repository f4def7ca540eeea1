"""Embroidery: flat stitch in shaded thread, each petal and leaf with a way of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import colour, weave
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.drape import Cloth
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse, place, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

Hues = tuple[str, str]


@dataclass(frozen=True)
class Patch:
    """One filled shape: its outline, its thread at the foot and at the tip, and the way its stitches run."""

    outline: Points
    hues: Hues
    way: float


def petal(x: float, y: float, size: float, turn: float, wide: float, hues: Hues) -> Patch:
    """Give a petal with a notched rim, its foot at a place."""
    rim = [
        (0, 0),
        (0.34, 0.62),
        (0.74, 1.0),
        (1.0, 0.52),
        (0.92, 0),
        (1.0, -0.52),
        (0.74, -1.0),
        (0.34, -0.62),
    ]
    shape = spline(np.array(rim) * np.array([1, wide]), 6, closed=True)
    return Patch(place(shape, x, y, turn, size), hues, turn)


def bloom(x: float, y: float, size: float, turn: float, hues: Hues, heart: str) -> list[Patch]:
    """Give an open flower: three rows of petals, paler inwards, and a heart of knots."""
    out = []
    for count, reach, wide, start in ((8, 1.0, 0.34, 0.0), (7, 0.74, 0.30, 0.4), (6, 0.47, 0.30, 0.1)):
        for k in range(count):
            t = turn + start + k * 2 * np.pi / count
            out.append(petal(x, y, reach * size, t, wide, hues))
    for k in range(7):
        t, far = k * 2 * np.pi / 6, 0.0 if k == 6 else 0.10 * size
        knot = ellipse(x + far * np.cos(t), y + far * np.sin(t), 0.062 * size, 0.062 * size, 0, 14)
        out.append(Patch(knot, (heart, heart), t))
    return out


def bud(x: float, y: float, size: float, turn: float, hues: Hues, green: Hues) -> list[Patch]:
    """Give a bud in its calyx."""
    out = [petal(x, y, size, turn + t, 0.26, hues) for t in (-0.34, 0.34, 0.0)]
    return out + [petal(x, y, 0.5 * size, turn + t, 0.2, green) for t in (-0.42, 0.42)]


def leaf(x: float, y: float, size: float, turn: float, green: Hues) -> list[Patch]:
    """Give a leaf in two halves, their stitches slanting to the rib."""
    out = []
    for side in (-1, 1):
        half = spline(
            np.array([(0, 0), (0.5, 0.03), (1, 0.10), (0.66, side * 0.26), (0.28, side * 0.22)]),
            7,
            closed=True,
        )
        out.append(Patch(place(half, x, y, turn, size), green, turn + side * 0.7))
    return out


def stem(points: Points, width: float, green: Hues) -> list[Patch]:
    """Give a stem in short slanting stitches."""
    out = []
    for k in range(0, len(points) - 3, 3):
        part = points[k : k + 5]
        way = float(np.arctan2(part[-1, 1] - part[0, 1], part[-1, 0] - part[0, 0]))
        out.append(Patch(ribbon(part, width), green, way + 0.45))
    return out


def vine(
    x: float, y: float, step: float, count: int, hues: tuple[Hues, Hues], green: Hues, heart: str
) -> list[Patch]:
    """Give a vine that waves along a border: flowers in its hollows, buds and leaves on the way."""
    along = np.arange(0, count * step + 1, step / 24)
    swing = 0.20 * step
    line = np.stack([x + along, y + swing * np.sin(np.pi * along / step)], axis=1)
    out = stem(line, 0.030 * step, green)
    for k in range(count):
        side = 1 if k % 2 == 0 else -1
        cx, cy = x + (k + 0.5) * step, y - side * 0.10 * step
        foot = (x + (k + 0.08) * step, y + side * 0.06 * step)
        stalk = spline([foot, (cx - 0.24 * step, cy - side * 0.2 * step), (cx, cy)], 10)
        out += stem(stalk, 0.024 * step, green)
        tip = (x + (k + 0.98) * step, y - side * 0.36 * step)
        curl = spline([(x + (k + 0.72) * step, y + side * 0.14 * step), (cx + 0.42 * step, cy), tip], 10)
        out += stem(curl, 0.020 * step, green)
        for px, py, size, t in (
            (0.12, 0.10, 0.34, 1.9),
            (0.30, 0.17, 0.34, 0.9),
            (0.66, 0.18, 0.34, 1.6),
            (0.86, 0.08, 0.30, 0.5),
            (0.22, -0.20, 0.30, -1.7),
            (0.80, -0.22, 0.28, -2.4),
        ):
            out += leaf(x + (k + px) * step, y + side * py * step, size * step, side * t, green)
        out += bud(*tip, 0.15 * step, -side * 1.1, hues[(k + 1) % 2], green)
        out += bloom(cx, cy, 0.27 * step, 0.3 * k, hues[k % 2], heart)
    return out


def sewn(rng: Generator, size: tuple[int, int], patches: list[Patch], cloth: Field, thread: float) -> Cloth:
    """Sew patches on a cloth: little padding, each thread catching the light along its way."""
    width, height = size
    x, y = grid(width, height)
    stray = 1.1 * cloud(rng, width, height, 26, 1)
    hue = np.asarray(cloth * weave.fine(rng, width, height, 0.05)[..., None], dtype=np.float32)
    relief = np.zeros((height, width), dtype=np.float32)
    for patch in patches:
        low = np.maximum(patch.outline.min(axis=0) - 6, 0).astype(int)
        high = np.minimum(patch.outline.max(axis=0) + 6, (width, height)).astype(int)
        if (high - low < 4).any():
            continue
        part = (slice(low[1], high[1]), slice(low[0], high[0]))
        sheet = Sheet(int(high[0] - low[0]), int(high[1] - low[1]))
        sheet.fill(patch.outline - low)
        mask = sheet.mask()
        cos, sin = np.cos(patch.way), np.sin(patch.way)
        across = (y[part] * cos - x[part] * sin + stray[part]) / thread
        row = np.floor(across)
        round_ = np.sqrt(np.clip(1 - (2 * (across - row) - 1) ** 2, 0, 1))
        own = (1 + 0.09 * rng.standard_normal(512).astype(np.float32))[row.astype(int) % 512]
        reach = patch.outline @ np.array([cos, sin])
        gone = (x[part] * cos + y[part] * sin - reach.min()) / max(float(np.ptp(reach)), 1e-6)
        uneven = 0.16 * rng.standard_normal(512).astype(np.float32)[row.astype(int) % 512]
        shade = smoothstep(0.12, 0.92, np.asarray(gone + uneven, dtype=np.float32))
        thread_hue = mix(colour.tone(patch.hues[0]), colour.tone(patch.hues[1]), shade[..., None])
        dyed = thread_hue * (own * (0.70 + 0.32 * round_))[..., None]
        edge = blur(mask, max(1.0, 0.7 * thread))
        hue[part] = hue[part] * (1 - 0.30 * edge * (1 - mask))[..., None]
        hue[part] = mix(hue[part], np.asarray(dyed, dtype=np.float32), mask)
        lift = 1.3 * thread * np.sqrt(np.clip(edge, 0, 1)) + 0.30 * thread * round_
        relief[part] = relief[part] * (1 - mask) + mask * (0.1 * relief[part] + lift)
    return Cloth(hue, np.ones((height, width), dtype=np.float32), relief)
