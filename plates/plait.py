"""Plaiting: strips over two and under two, each row shifted by one, straight or turned into diamonds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, grid, mix, sample, smoothstep
from plates.noise import streaks

if TYPE_CHECKING:
    from numpy.random import Generator


@dataclass(frozen=True)
class Plaited:
    """A piece of plaiting: its heights in strip widths, which strip shows, and where on the strip."""

    height: Field
    standing: Field
    strip: Field
    across: Field
    along: Field


def strips(width: int, height: int, pitch: float) -> tuple[Field, Field]:
    """Give every pixel's place counted in strips."""
    x, y = grid(width, height)
    return np.asarray(x / pitch, dtype=np.float32), np.asarray(y / pitch, dtype=np.float32)


def _turned(place: Field, middle: float | None) -> Field:
    if middle is None:
        return place
    return np.asarray(np.abs(place - middle - 0.5) + 0.5, dtype=np.float32)


def twill(u: Field, v: Field, centre: tuple[float, float] | None = None, shift: float = 1) -> Plaited:
    """Plait 2/2 twill; round a centre it turns into diamonds."""
    tu = _turned(u, centre[0] if centre else None)
    tv = _turned(v, centre[1] if centre else None)
    i, j = np.floor(tu), np.floor(tv)
    over = np.mod(j - shift * i, 4) < 2
    rise = np.cos(np.pi / 2 * (tv - shift * i - 1))
    lie = np.cos(np.pi / 2 * (shift * tu - j - 2 + (0 if shift > 0 else 1)))
    return _pick(u, v, np.asarray(over), (rise, lie))


def _pick(u: Field, v: Field, over: Field, waves: tuple[Field, Field]) -> Plaited:
    fu, fv = u - np.floor(u) - 0.5, v - np.floor(v) - 0.5
    wave = np.where(over, waves[0], waves[1])
    across = np.where(over, fu, fv)
    edge = smoothstep(0.5, 0.43, np.abs(across).astype(np.float32))
    level = np.sign(wave) * np.sqrt(np.abs(wave)) * 0.10 - 0.10 * (2 * across) ** 4 + 0.16 * edge
    return Plaited(
        level.astype(np.float32),
        over.astype(np.float32),
        np.where(over, np.floor(u), np.floor(v)).astype(np.float32),
        across.astype(np.float32),
        np.where(over, v, u).astype(np.float32),
    )


def by_design(u: Field, v: Field, design: Field) -> Plaited:
    """Plait from a drawn design: 1 where the standing strip shows, repeating in both directions."""
    rows, columns = design.shape
    i, j = np.floor(u).astype(int) % columns, np.floor(v).astype(int) % rows
    over = design[j, i] > 0.5
    fu, fv = u - np.floor(u) - 0.5, v - np.floor(v) - 0.5
    up = np.where(over, design[(j - 1) % rows, i], 1 - design[j, (i - 1) % columns])
    down = np.where(over, design[(j + 1) % rows, i], 1 - design[j, (i + 1) % columns])
    along = np.where(over, fv, fu)
    dip = np.where(along < 0, (1 - up) * (-2 * along) ** 2, (1 - down) * (2 * along) ** 2)
    return _pick(u, v, np.asarray(over), (1 - 1.0 * dip, 1 - 1.0 * dip))


def fibre(rng: Generator, p: Plaited, fine: float = 60, long: float = 26) -> Field:
    """Give each strip the grain of its fibre, around 0."""
    grain = streaks(rng, 900, 900, 4, 120, 2, 0.7)
    x = np.mod((p.across + 0.5) * fine + p.strip * 71.7 + 330 * p.standing, 896)
    y = np.mod(p.along * long + p.strip * 193.1, 896)
    return sample(grain, np.asarray(x + 1, dtype=np.float32), np.asarray(y + 1, dtype=np.float32))


def own(rng: Generator, p: Plaited, spread: float) -> Field:
    """Give each strip a brightness of its own."""
    values = rng.normal(1, spread, (2, 512)).astype(np.float32)
    return np.asarray(values[p.standing.astype(int), p.strip.astype(int) % 512])


def gaps(p: Plaited) -> Field:
    """Darken the seams between strips: 1 on a strip, less at its edge."""
    return np.asarray(0.32 + 0.68 * smoothstep(0.495, 0.44, np.abs(p.across)), dtype=np.float32)


def coloured(p: Plaited, standing: Field, lying: Field) -> Field:
    """Colour the strips: standing and lying are a colour, or a picture of colours by strip."""
    return mix(lying, standing, p.standing)
