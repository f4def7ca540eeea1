"""Pieces of embroidery: a flowered border on silk, and white work with eyelets and a scalloped hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, layouts
from plates.canvas import Field, grid, mix, resize, smoothstep
from plates.drape import Cloth
from plates.lessons import small
from plates.stitch import Patch, bloom, bud, leaf, sewn, stem, vine
from plates.vector import Sheet, ellipse, place, spline

if TYPE_CHECKING:
    from numpy.random import Generator

ROSE, PEACH = ("8e1f45", "ee8fa4"), ("c2603a", "f6cf9a")
GREEN, HEART = ("2f5d3c", "8fb36a"), "f0c64a"
WHITE, CREAM, DEW = ("e6dcc6", "fbf8f0"), ("d9cbae", "f4ecd8"), "efe0b8"
HOLE = 0.052


def scallops(width: float, y: float, step: float, hues: tuple[str, str]) -> list[Patch]:
    """Give a hem of satin stitch that follows its scallops."""
    out = []
    for x in np.arange(0, width + step, step):
        for k in range(7):
            a, b = np.pi * k / 7, np.pi * (k + 1) / 7 + 0.05
            arc = np.linspace(a, b, 5)
            outer = np.stack([x + 0.5 * step * np.cos(arc), y + 0.42 * step * np.sin(arc)], axis=1)
            inner = np.stack([x + 0.5 * step * np.cos(arc), y + 0.24 * step * np.sin(arc)], axis=1)
            out.append(Patch(np.vstack([outer, inner[::-1]]), hues, (a + b) / 2))
    return out


def trimmed(piece: Cloth, y: float, step: float) -> Cloth:
    """Cut the cloth away below its scallops."""
    height, width = piece.cover.shape
    x, down = grid(width, height)
    off = np.abs(np.mod(x + step / 2, step) - step / 2) / (step / 2)
    edge = y + 0.42 * step * np.sqrt(np.clip(1 - off**2, 0, 1))
    cover = piece.cover * smoothstep(1.5, -1.5, np.asarray(down - edge, dtype=np.float32))
    return Cloth(piece.colour, np.asarray(cover, dtype=np.float32), piece.relief)


def silk(rng: Generator, size: tuple[int, int], step: float, foot: float, thread: float) -> Cloth:
    """Sew the border of a kebaya: a vine above the hem, sprigs strewn over the field."""
    width, height = size
    y = height - foot
    count = int(width / step) + 3
    patches = vine(-0.6 * step, y - 0.62 * step, step, count, (ROSE, PEACH), GREEN, HEART)
    patches += scallops(width, y - 0.06 * step, 0.25 * step, (GREEN[1], "d9b45a"))
    for row, top in enumerate(np.arange(y - 1.7 * step, -step, -0.72 * step)):
        for k, x in enumerate(np.arange((row % 2) * 0.4 * step - step, width + step, 0.8 * step)):
            turn = -1.2 if (k + row) % 2 else -1.9
            stalk = spline([(x, top + 0.2 * step), (x + 0.03 * step, top + 0.1 * step), (x, top)], 6)
            patches += stem(stalk, 0.018 * step, GREEN)
            patches += leaf(x, top + 0.15 * step, 0.17 * step, turn + 2.2, GREEN)
            patches += leaf(x, top + 0.12 * step, 0.15 * step, turn - 1.1, GREEN)
            patches += bud(x, top, 0.13 * step, turn, (ROSE, PEACH)[row % 2], GREEN)
    base = colour.tone("243a4c") * np.ones((height, width, 1), dtype=np.float32)
    piece = sewn(rng, size, patches, np.asarray(base, dtype=np.float32), thread)
    return trimmed(piece, y - 0.06 * step, 0.25 * step)


def _eyelets(width: float, y: float, step: float) -> list[tuple[float, float, float, float, float]]:
    """Place the cut holes: flowers of six, and a row over the hem."""
    out = []
    for k, x in enumerate(np.arange(0.25 * step, width + step, 0.5 * step)):
        out.append((x, y - 0.13 * step, HOLE * step * 0.8, HOLE * step * 0.8, 0.0))
        if k % 2:
            for j in range(6):
                t = j * np.pi / 3
                px, py = x + 0.095 * step * np.cos(t), y - 0.36 * step + 0.095 * step * np.sin(t)
                out.append((px, py, HOLE * step, 0.55 * HOLE * step, t))
    return out


def linen(rng: Generator, size: tuple[int, int], step: float, foot: float, thread: float) -> Cloth:
    """Sew the hem of a prayer veil in white on white, and cut and bind its eyelets."""
    width, height = size
    y = height - foot
    patches = vine(-0.4 * step, y - 0.92 * step, step, int(width / step) + 3, (WHITE, CREAM), CREAM, DEW)
    patches += scallops(width, y, 0.25 * step, WHITE)
    for row, top in enumerate(np.arange(y - 1.75 * step, -step, -0.6 * step)):
        for x in np.arange((row % 2) * 0.4 * step, width + step, 0.8 * step):
            patches += bloom(x, top, 0.075 * step, 0.2, WHITE, DEW)
    holes = _eyelets(width, y, step)
    for x, h, a, b, t in holes:
        rim = place(ellipse(0, 0, a * 1.6, b * 1.9, 0, 24), x, h, t)
        patches.append(Patch(rim, WHITE, t + np.pi / 2))
    base = colour.tone("ebe5d8") * np.ones((height, width, 1), dtype=np.float32)
    piece = trimmed(sewn(rng, size, patches, np.asarray(base, dtype=np.float32), thread), y, 0.25 * step)
    cut = Sheet(width, height)
    for x, h, a, b, t in holes:
        cut.fill(place(ellipse(0, 0, a, b, 0, 24), x, h, t))
    cover = piece.cover * (1 - cut.mask())
    return Cloth(piece.colour, np.asarray(cover, dtype=np.float32), piece.relief)


def kebaya(rng: Generator) -> Field:
    """Lay the embroidered silk in a fan of folds."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("d6cabb"))
    return layouts.fan(rng, silk(rng, (2700, 2000), 470, 70, 2.6), table, -0.06, 0.5)


def kebaya_detail(rng: Generator) -> Field:
    """Come close to petals and stitches."""
    return layouts.macro(rng, silk(rng, (2750, 2180), 1180, 110, 5.0), 0.06, sheen=0.6)


def mukena(rng: Generator) -> Field:
    """Lay white work on blue plaster, its scalloped hem in front."""
    table = ground.plaster(rng, 2400, 1800, colour.tone("4f6478"))
    return layouts.fan(rng, linen(rng, (2700, 2000), 460, 80, 2.6), table, 0.07, 0.2)


def mukena_detail(rng: Generator) -> Field:
    """Come close to eyelets and the scalloped edge."""
    piece = linen(rng, (2750, 2400), 980, 470, 4.6)
    table = colour.tone("4f6478") * np.ones((1800, 2400, 1), dtype=np.float32)
    return layouts.macro_on(rng, piece, np.asarray(table, dtype=np.float32), 0.05)


def half_sewn(rng: Generator) -> Field:
    """Leave a border half sewn: on the right there is only the pencil line."""
    width, height = 1600, 1200
    patches = vine(-170, 620, 560, 4, (ROSE, PEACH), GREEN, HEART)
    left = [p for p in patches if p.outline[:, 0].mean() < 800 + 0.25 * (p.outline[:, 1].mean() - 600)]
    pencil = Sheet(width, height)
    for each in patches:
        pencil.line(each.outline, 1.8, closed=True)
    base = colour.tone("e9e0d0") * np.ones((height, width, 1), dtype=np.float32)
    marked = mix(np.asarray(base, dtype=np.float32), colour.tone("5a6c88"), 0.6 * pencil.mask())
    piece = sewn(rng, (width, height), left, marked, 3.6)
    wide, high = 2750, 2063
    large = Cloth(
        resize(piece.colour, wide, high),
        resize(piece.cover, wide, high),
        resize(1.7 * piece.relief, wide, high),
    )
    return small(layouts.macro(rng, large, 0.04, sheen=0.4))
