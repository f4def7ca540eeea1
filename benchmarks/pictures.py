"""Pictures of cloth as a camera of 12 megapixels takes them: each its own weave, motif, colours, folds and grain.

They are drawn from a seed, once, and kept in the benchmarks' folder of the user's cache.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plane = NDArray[Any]

SIZE = (4000, 3000)
SMALL = (480, 360)
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "galeri-benchmarks"
DOTS = 0.6  # the sine from which a dot is dyed: higher is smaller
QUALITY = 92  # of JPEG, as cameras write it
VERSION = "1"  # rises when other pictures are drawn


def draw(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw the cloth of a seed."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    folds = _folds(x, y, size, chance)
    across, along = _turned(x + 40 * folds, y + 25 * folds, chance.uniform(0, np.pi))
    motif = _motif(across, along, chance)
    light = (0.75 + 0.25 * folds) * _threads(across, along, chance)
    ground, dye = chance.uniform(0.25, 0.95, 3), chance.uniform(0.05, 0.6, 3)
    planes = [(ground[band] * (1 - motif) + dye[band] * motif) * light for band in range(3)]
    grain = chance.standard_normal((3, size[1], size[0]), dtype=np.float32) * 0.012
    levels = (np.stack(planes) + grain).clip(0, 1) * 255
    return Image.fromarray(levels.transpose(1, 2, 0).astype(np.uint8))


def _folds(x: Plane, y: Plane, size: tuple[int, int], chance: np.random.Generator) -> Plane:
    """Lay the cloth in a few broad folds, from -1 to 1."""
    waves = np.zeros_like(x)
    for _ in range(3):
        right, down, start = chance.uniform(-2, 2), chance.uniform(-2, 2), chance.uniform(0, 6)
        waves += np.sin(2 * np.pi * (right * x / size[0] + down * y / size[1]) + np.float32(start))
    return waves / np.float32(3)


def _turned(x: Plane, y: Plane, angle: float) -> tuple[Plane, Plane]:
    sine, cosine = np.float32(np.sin(angle)), np.float32(np.cos(angle))
    return x * cosine + y * sine, y * cosine - x * sine


def _threads(across: Plane, along: Plane, chance: np.random.Generator) -> Plane:
    """Weave warp over weft and weft over warp; no thread is quite as light as the next."""
    warp, weft = across / chance.uniform(5, 14), along / chance.uniform(5, 14)
    shades = chance.uniform(0.75, 1.1, 4096).astype(np.float32)
    over = (np.floor(warp) + np.floor(weft)) % 2 == 0
    round_ = np.where(over, np.abs(np.sin(np.pi * warp)), np.abs(np.sin(np.pi * weft)))
    thread = np.where(over, np.floor(warp), np.floor(weft) + 977).astype(np.int32) % shades.size
    return shades[thread] * (0.55 + 0.45 * round_)


def _motif(across: Plane, along: Plane, chance: np.random.Generator) -> Plane:
    """Repeat a flower of rings and petals, with dots between, as wax resists dye: hard edges."""
    tile, petals = chance.uniform(160, 420), chance.integers(3, 9)
    u, v = across / tile % 1 - 0.5, along / tile % 1 - 0.5
    far, turn = np.hypot(u, v), np.arctan2(v, u)
    flower = far < 0.28 + 0.14 * np.cos(petals * turn)
    rings = np.sin(far * chance.uniform(40, 110)) > 0
    dots = np.minimum(np.sin(across * 60 / tile), np.sin(along * 60 / tile)) > DOTS
    return np.where(flower, rings, dots).astype(np.float32)


def pictures(count: int, size: tuple[int, int] = SIZE) -> list[Path]:
    """Give so many pictures of a size, and draw those that are not there yet."""
    folder = CACHE / f"pictures-{VERSION}-{size[0]}x{size[1]}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"cloth-{seed:04}.jpg" for seed in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            part = path.with_suffix(".part")
            draw(seed, size).save(part, "JPEG", quality=QUALITY)
            part.replace(path)
    return paths
