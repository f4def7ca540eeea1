"""Grain: fractal noise, streaks along a fibre, cracks and other irregularities of nature and hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from plates.canvas import Field, resize

if TYPE_CHECKING:
    from numpy.random import Generator


def cloud(rng: Generator, width: int, height: int, cell: float, octaves: int = 4, fade: float = 0.5) -> Field:
    """Draw fractal noise around 0, its largest waves about one cell wide."""
    return streaks(rng, width, height, cell, cell, octaves, fade)


def streaks(
    rng: Generator,
    width: int,
    height: int,
    across: float,
    down: float,
    octaves: int = 1,
    fade: float = 0.5,
) -> Field:
    """Draw noise with cells of one width and another height: the grain of fibre, wood or brushed metal."""
    total = np.zeros((height, width), dtype=np.float32)
    weight, norm = 1.0, 0.0
    for _ in range(octaves):
        columns = max(2, int(width / across) + 2)
        rows = max(2, int(height / down) + 2)
        seeds = rng.standard_normal((rows, columns)).astype(np.float32)
        total += weight * resize(seeds, width, height)
        norm += weight * weight
        weight *= fade
        across, down = max(across / 2, 1), max(down / 2, 1)
    return np.asarray(total / np.sqrt(norm), dtype=np.float32)


def wander(rng: Generator, count: int, step: float) -> Field:
    """Draw a smooth line of noise around 0: how a hand strays."""
    knots = rng.standard_normal(max(4, int(count / step) + 3)).astype(np.float32)
    places = np.linspace(0, len(knots) - 1.001, count)
    left = places.astype(int)
    t = places - left
    t = t * t * (3 - 2 * t)
    return np.asarray(knots[left] * (1 - t) + knots[left + 1] * t, dtype=np.float32)


def cracks(rng: Generator, width: int, height: int, count: int, length: float) -> Field:
    """Draw fine branching cracks, as wax breaks in the dye bath; 1 in the crack, 0 beside it."""
    sheet = Image.new("L", (width * 2, height * 2), 0)
    draw = ImageDraw.Draw(sheet)
    for _ in range(count):
        x, y = rng.uniform(0, width * 2), rng.uniform(0, height * 2)
        _crack(rng, draw, (x, y), rng.uniform(0, 2 * np.pi), length * 2 * rng.uniform(0.3, 1.6))
    small = sheet.resize((width, height), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float32) / np.float32(255)


def _crack(
    rng: Generator, draw: ImageDraw.ImageDraw, start: tuple[float, float], angle: float, length: float
) -> None:
    x, y = start
    gone = 0.0
    while gone < length:
        step = rng.uniform(8, 34)
        angle += rng.normal(0, 0.32)
        nx, ny = x + np.cos(angle) * step, y + np.sin(angle) * step
        draw.line([(x, y), (nx, ny)], fill=int(rng.uniform(90, 255)), width=int(rng.integers(1, 4)))
        if rng.random() < 0.06:
            _crack(rng, draw, (nx, ny), angle + rng.choice([-1, 1]) * rng.uniform(0.7, 1.4), length * 0.3)
        x, y, gone = nx, ny, gone + step
