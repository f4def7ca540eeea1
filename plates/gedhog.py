"""Batik tulis on gedhog cloth of Tuban: hand-spun cotton from the backstrap loom, indigo, vines and phoenix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, ground, hang, light, lokcan
from plates.batik import Bath
from plates.canvas import Field, grid, resize, smoothstep
from plates.design import Design
from plates.drape import Laying, Ridge, folds, lay, photograph

if TYPE_CHECKING:
    from numpy.random import Generator

BLUE = colour.tone("182444")
MID = colour.tone("4a6890")
RUST = colour.tone("8c4a2a")


def flat(rng: Generator, width: int, height: int, scale: float, veins: float = 1.0) -> Field:
    """Draw and dye a length of cloth: vines in rows, a phoenix in flight between them."""
    design = Design(rng, round(width / scale), round(height / scale), outline=5.5)
    lokcan.threes(design, 62)
    for row, y in enumerate(np.arange(330, height / scale + 400, 1010)):
        for x in np.arange(360 - (row % 2) * 540, width / scale + 400, 1080):
            lokcan.phoenix(design.at(x + 130, y + 552, -0.12 + rng.normal(0, 0.04), 0.98))
        lokcan.vine(design, y, 780, 205)
    masks = {name: resize(mask, width, height) for name, mask in design.masks(2.0).items()}
    isen = 1 - masks["isen"]
    baths = [
        Bath(BLUE, np.maximum(1 - masks["wax"], masks["dark"] * isen * 0.9), 0.95),
        Bath(MID, masks["soga"] * isen, 0.9),
        Bath(RUST, masks["red"] * isen + 0.07, 0.9),
    ]
    return batik.dyed(rng, baths, batik.crackle(rng, width, height, veins), 0.6)


def _banded(picture: Field, foot: int) -> Field:
    """Weave stripes into the two ends, above the fringe."""
    banded = picture.copy()
    high = len(banded)
    white, blue = colour.COTTON * 0.86, colour.dye(colour.COTTON, (0.95, BLUE))
    for top, bottom, hue in (
        (96, 0, blue),
        (84, 76, white),
        (68, 34, colour.dye(white, (0.8, RUST))),
        (26, 18, white),
    ):
        banded[high - foot - top : high - foot - bottom] = hue
    return banded


def cloth(rng: Generator) -> Field:
    """Hang the cloth over a bamboo rod before a limewashed wall."""
    width, height = 1800, 2400
    picture = _banded(flat(rng, 1260, 1960, 0.66), 150)
    piece = batik.as_cloth(rng, picture, 4.6)
    piece = hang.fringed(rng, piece, 150, 13, colour.tone("c9b894") * 0.85)
    wall = ground.wall(rng, width, height, colour.tone("d3c6ae"), (0.25, 0.2))
    return light.vignette(hang.hung(rng, piece, wall, centre=900, top=190, rise=96, period=400))


def detail(rng: Generator) -> Field:
    """Come close to the phoenix, on threads as uneven as hands spin them."""
    width, height = 2400, 1800
    picture = flat(rng, 2900, 2500, 1.5, 1.4)
    piece = batik.as_cloth(rng, picture, 11)
    waves = [Ridge(1700, 500, 2.0, 420, 1700, 150, 0.05), Ridge(300, 1500, 2.2, 300, 1200, 90, -0.05)]
    laid = lay(piece, folds(rng, width, height, waves, 10), Laying(1230, 850, -0.08, 1.0, 0.15))
    lit = photograph(laid, np.zeros((height, width, 3), dtype=np.float32))
    x, y = grid(width, height)
    away = np.abs((y + 0.2 * x - 1050) / 1600)
    return light.vignette(light.focus(lit, smoothstep(0.3, 0.85, away), 9))
