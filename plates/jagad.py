"""Sekar jagad of Klampar: a map of islands, each with a pattern and bright colours of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from plates import batik, colour, ground, layouts
from plates.canvas import Field, blur, grid, resize, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

POTS = np.stack(
    [colour.tone(c) for c in ("b3241f", "e0a020", "1f5a3c", "1d2f6a", "c2551c", "1a1716", "7a2350")]
)
LINES = np.stack(
    [colour.tone(c) for c in ("f2d27a", "7c1d1a", "f0e2b0", "efe2c4", "fbe7b4", "d9a648", "f3dcc0")]
)


def _near(rng: Generator, width: int, height: int, cell: float) -> tuple[Field, Field]:
    x, y = grid(width, height)
    x = x + 0.27 * cell * cloud(rng, width, height, cell * 1.1, 2)
    y = y + 0.27 * cell * cloud(rng, width, height, cell * 1.1, 2)
    first = np.full((height, width), 1e9, dtype=np.float32)
    second = first.copy()
    which = np.zeros((height, width), dtype=np.float32)
    k = 0
    for row in range(-1, int(height / cell) + 2):
        for column in range(-1, int(width / cell) + 2):
            px = (column + 0.5 + rng.uniform(-0.42, 0.42)) * cell
            py = (row + 0.5 + rng.uniform(-0.42, 0.42)) * cell
            far = np.hypot(x - px, y - py).astype(np.float32)
            second = np.minimum(second, np.maximum(far, first))
            which = np.where(far < first, k, which)
            first = np.minimum(first, far)
            k += 1
    return which.astype(np.float32), np.asarray(second - first, dtype=np.float32)


def _rosette(x: Field, y: Field, step: float) -> Field:
    px = np.mod(x, step) - step / 2
    py = np.mod(y + step / 2 * np.mod(np.floor(x / step), 2), step) - step / 2
    far, angle = np.hypot(px, py), np.arctan2(py, px)
    petals = np.maximum(far - step * (0.25 + 0.13 * np.cos(5 * angle)), 0.07 * step - far)
    return np.asarray(np.maximum(petals, 0), dtype=np.float32)


def _fills(x: Field, y: Field, s: float) -> list[Field]:
    """Give the distance to the lines of each filling."""
    row = np.floor(y / (15 * s))
    scale = np.hypot(np.mod(x + row * 14 * s, 28 * s) - 14 * s, np.mod(y, 15 * s))
    px, py = np.mod(x + y, 40 * s) - 20 * s, np.mod(x - y, 40 * s) - 20 * s
    ovals = np.minimum(np.abs(np.hypot(px / 0.5, py) - 17 * s), np.abs(np.hypot(px, py / 0.5) - 17 * s))
    dots = np.hypot(
        np.mod(x + 10 * s * np.mod(np.floor(y / (17 * s)), 2), 20 * s) - 10 * s, np.mod(y, 17 * s) - 8 * s
    )
    waves = np.abs(np.mod(y + 7 * s * np.sin(x / (12 * s)), 17 * s) - 8.5 * s)
    net = np.minimum(np.abs(np.mod(x + y, 30 * s) - 15 * s), np.abs(np.mod(x - y, 30 * s) - 15 * s))
    net = np.minimum(
        net, np.abs(np.hypot(np.mod(x + y + 15 * s, 30 * s) - 15 * s, np.mod(x - y, 30 * s) - 15 * s) - 2 * s)
    )
    return [
        np.abs(scale - 13 * s),
        _rosette(x, y, 62 * s),
        ovals,
        np.abs(dots - 3 * s),
        waves,
        net,
        _rosette(y, x, 44 * s),
    ]


def flat(rng: Generator, width: int, height: int, cell: float, zoom: float) -> Field:
    """Draw and dye the islands."""
    which, edge = _near(rng, width, height, cell)
    x, y = grid(width, height)
    wobble = 2.2 * zoom
    x = x + wobble * cloud(rng, width, height, 30 * zoom, 2)
    y = y + wobble * cloud(rng, width, height, 30 * zoom, 2)
    ids = which.astype(int)
    pot = (ids * 5 + ids // 7) % len(POTS)
    kind = (ids * 3 + ids // 5) % 7
    lines = np.choose(kind, _fills(np.asarray(x), np.asarray(y), zoom))
    hue = POTS[pot] * batik.uneven(rng, width, height)[..., None]
    drawn = smoothstep(3.0 * zoom, 1.4 * zoom, np.asarray(lines, dtype=np.float32))
    drawn = drawn * smoothstep(13 * zoom, 20 * zoom, edge)
    hue = hue + (LINES[pot] - hue) * drawn[..., None]
    rim = smoothstep(13 * zoom, 10 * zoom, edge)
    hue = hue + (colour.COTTON * 0.95 - hue) * rim[..., None]
    shore = smoothstep(4.6 * zoom, 3.0 * zoom, edge)
    hue = hue + (POTS[5] - hue) * (0.9 * shore)[..., None]
    beads = np.hypot(np.mod(x, 15 * zoom) - 7.5 * zoom, np.mod(y, 15 * zoom) - 7.5 * zoom)
    hue = hue + (POTS[5] - hue) * (smoothstep(2.6 * zoom, 1.6 * zoom, beads) * rim * (1 - shore))[..., None]
    veins = batik.crackle(rng, width, height, 1.0)
    return np.asarray(hue * (1 - 0.4 * veins[..., None]), dtype=np.float32)


def cloth(rng: Generator) -> Field:
    """Lay the cloth folded on pale plaster."""
    picture = flat(rng, 1900, 1760, 330, 1.25)
    table = ground.plaster(rng, 2400, 1800, colour.tone("d8c9b2"))
    piece = batik.as_cloth(rng, picture, 0, 0, 0.03)
    return blur(layouts.folded(rng, piece.colour, table, turn=0.14), 0.7)


def detail(rng: Generator) -> Field:
    """Come close to where islands meet."""
    picture = resize(flat(rng, 1450, 1150, 470, 1.9), 2750, 2180)
    return blur(layouts.macro(rng, batik.as_cloth(rng, picture, 13), 0.1), 0.9)


def lesson(rng: Generator) -> Field:
    """Show the islands on a teaching page."""
    return resize(detail(rng), 1200, 900, Image.Resampling.BOX)
