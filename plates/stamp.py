"""The cap: a stamp of copper strips set on edge, and the wax it has printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, light, weave, wire
from plates.canvas import Field, blur, mix, smoothstep
from plates.drape import Ridge, folds
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse, place, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 1600, 1200
COPPER = colour.tone("c9794a")
STEP = 356.0
CAP = (1170.0, 760.0, -0.22, 268.0)


def _lines() -> list[Points]:
    """Give the pattern's lines in a square from -1 to 1: a flower, sprays to its corners, half a star at each side."""
    out = [ellipse(0, 0, 0.13, 0.13, 0, 30), ellipse(0, 0, 0.05, 0.05, 0, 16)]
    for k in range(8):
        t = k * np.pi / 4
        petal = spline([(0.14, 0), (0.34, 0.13), (0.52, 0), (0.34, -0.13)], 10, closed=True)
        out.append(place(petal, 0, 0, t))
        out.append(place(np.array([(0.2, 0.0), (0.4, 0.0)]), 0, 0, t))
    for k in range(4):
        t = np.pi / 4 + k * np.pi / 2
        out.append(place(spline([(0.54, 0.0), (0.8, 0.08), (1.06, 0.0), (1.26, -0.1)], 12), 0, 0, t))
        for side in (-1, 1):
            leaf = spline(
                [(0.74, side * 0.04), (0.86, side * 0.26), (1.06, side * 0.28), (0.94, side * 0.10)],
                8,
                closed=True,
            )
            out.append(place(leaf, 0, 0, t))
        turn = k * np.pi / 2
        for reach in (0.16, 0.27):
            half = np.linspace(np.pi / 2, 1.5 * np.pi, 24)
            arc = np.stack([0.97 + reach * np.cos(half), reach * 1.25 * np.sin(half)], axis=1)
            out.append(place(arc, 0, 0, turn))
    closed = [np.vstack([line, line[:1]]) if len(line) in {16, 30, 32, 40} else line for line in out]
    return [np.asarray(line) for line in closed]


def _printed(rng: Generator) -> Field:
    """Print row after row, each a hair off the last; the cap has not reached the lower right."""
    wax = Sheet(WIDTH, HEIGHT)
    for row in range(-1, 4):
        for column in range(-1, 5):
            x, y = 130 + column * STEP + rng.normal(0, 2), 120 + row * STEP + rng.normal(0, 2)
            if (row == 2 and column > 1) or row > 2:
                continue
            for line in _lines():
                wax.line(place(line, x, y, rng.normal(0, 0.004), STEP / 2), 9)
    return wax.mask()


def _cap() -> wire.Relief:
    relief = wire.Relief(WIDTH, HEIGHT)
    x, y, turn, size = CAP
    for k in np.linspace(-0.84, 0.84, 7):
        for bar in (np.array([(k, -1.0), (k, 1.0)]), np.array([(-1.0, k), (1.0, k)])):
            relief.wire(place(bar, x, y, turn, size), 3.2, 18, 2)
    for depth in range(5):
        for line in _lines():
            relief.wire(place(line, x, y, turn, size), 4.4, 30 + 9 * depth, 1 if depth > 3 else 2)
    frame = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0)])
    for depth in range(5):
        relief.wire(place(frame, x, y, turn, size), 5.5, 24 + 9 * depth, 2)
    return relief


def _metal(relief: wire.Relief) -> Field:
    """Light the strips: bright along their edge, dark with wax below."""
    mirrored = wire.studio(relief.nx, relief.ny)[..., None] * COPPER * 1.3
    edge = relief.mark < 1.5
    shown = np.where(edge[..., None], mirrored + 0.10 * COPPER, 0.42 * mirrored)
    solid = (relief.height > -1e3).astype(np.float32)
    cover = np.maximum(relief.cover(), 0.02)
    return np.asarray(
        relief.smaller(np.asarray(shown * solid[..., None])) / cover[..., None], dtype=np.float32
    )


def printing(rng: Generator) -> Field:
    """Lay the cap face up on the cloth that it is printing."""
    wax = batik.by_hand(rng, _printed(rng), 0.8)
    shade = weave.fine(rng, WIDTH, HEIGHT, 0.03)
    shape = folds(rng, WIDTH, HEIGHT, [Ridge(300, 1000, 2.3, 240, 900, 60, 0.1)], 6)
    cloth = colour.COTTON * (0.93 * shade)[..., None]
    uneven = 0.9 + 0.08 * cloud(rng, WIDTH, HEIGHT, 60, 2)
    seep = smoothstep(0.1, 0.9, wax)
    hue = mix(np.asarray(cloth, dtype=np.float32), colour.tone("85521f"), 0.86 * uneven * seep)
    bead = 3.4 * np.sqrt(np.clip(blur(wax, 1.5), 0, 1))
    shape = np.asarray(shape + 5 * (shade - 1) * (1 - seep) + bead, dtype=np.float32)
    relief = _cap()
    base = Sheet(WIDTH, HEIGHT)
    base.fill(place(np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]), *CAP))
    plate = base.mask()
    cover = relief.cover()
    heights = np.maximum(relief.heights() * cover, 16 * plate)
    seen = light.shadow(np.asarray(heights, dtype=np.float32), 240, 30)
    near = 1 - 0.35 * blur(np.maximum(plate, cover), 24)
    lit = light.lit(hue, light.facing(shape), 0.34 + 0.66 * seen, near)
    lit = np.asarray(
        lit + (0.5 * seep * light.gloss(blur(shape, 0.8), 30) * seen)[..., None], dtype=np.float32
    )
    back = light.lit(
        np.asarray(colour.tone("4a2a1a") * np.ones((HEIGHT, WIDTH, 1)), dtype=np.float32),
        np.full_like(seen, 0.5), 0.2 + 0.8 * seen, light.hollow(np.asarray(heights, dtype=np.float32), 10, 30),
    )  # fmt: skip
    out = mix(mix(lit, back, plate), _metal(relief), cover)
    return light.vignette(out, 0.26)
