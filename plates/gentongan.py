"""Batik gentongan of Tanjungbumi: long baths in clay jars, ladles on a ground of scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, centong, colour, ground, light
from plates.batik import Bath
from plates.canvas import Field, grid, resize, smoothstep
from plates.design import Design
from plates.drape import Laying, Ridge, folds, lay, photograph

if TYPE_CHECKING:
    from numpy.random import Generator

RED = colour.tone("96281c")
DEEP = colour.tone("16203f")
BROWN = colour.tone("a8662a")


def flat(rng: Generator, width: int, height: int, pitch: float, scale: float, veins: float = 0.8) -> Field:
    """Dye a length of the cloth, lying flat."""
    design = Design(rng, width, height, outline=4.6)
    centong.rosettes(design, pitch, scale)
    return _bathed(rng, design, scale, veins)


def medallion(rng: Generator, size: int) -> Field:
    """Dye a square with one cross of ladles in its middle, sprigs between."""
    design = Design(rng, size, size, outline=4.6)
    middle = size / 2
    for k in range(4):
        turn = np.pi / 4 + k * np.pi / 2
        far = 0.215 * size
        centong.sprig(
            design.at(middle + far * np.cos(turn), middle + far * np.sin(turn), turn + np.pi / 2, 0.92)
        )
    centong.cross(design, middle, middle, 0.0, 1.22)
    return _bathed(rng, design, 1.0, 1.4)


def _bathed(rng: Generator, design: Design, scale: float, veins: float) -> Field:
    width, height = design.size
    masks = design.masks(1.2)
    fine = centong.scales(rng, width, height, 44 * scale)
    isen = 1 - masks["isen"]
    open_ = (1 - masks["wax"]) * (1 - 0.86 * fine)
    dark = masks["dark"] * isen
    baths = [
        Bath(DEEP, np.maximum(open_, dark), 0.95),
        Bath(RED, masks["red"] * isen, 1.0),
        Bath(BROWN, masks["soga"] * isen + 0.10, 0.95),
        Bath(RED, (1 - masks["wax"]) * 0.35, 0.5),
    ]
    return batik.dyed(rng, baths, batik.crackle(rng, width, height, veins), 0.3 + 0.22 * veins)


def _hemmed(picture: Field, edge: int) -> Field:
    framed = picture.copy()
    shade = colour.dye(colour.COTTON, (0.95, DEEP), (0.3, RED))
    for part in (framed[-edge:], framed[:, -edge:]):
        part[:] = shade * (0.9 + 0.1 * part.mean(axis=-1, keepdims=True))
    return framed


def cloth(rng: Generator) -> Field:
    """Lay the cloth down in soft folds, its hem to the lower right."""
    width, height = 1800, 2400
    picture = _hemmed(flat(rng, 2300, 2700, 690, 0.98), 34)
    piece = batik.as_cloth(rng, picture, 0, 0, 0.03)
    ridges = [
        Ridge(430, 900, 1.12, 105, 1700, 150, 0.06),
        Ridge(900, 500, 1.34, 130, 1100, 175, -0.07),
        Ridge(1330, 1350, 1.02, 85, 1100, 110, 0.09),
        Ridge(230, 1900, 0.72, 120, 900, 130, 0.12),
        Ridge(860, 1930, 1.22, 75, 800, 92, -0.12),
        Ridge(1180, 2050, 0.98, 60, 420, 60, 0.1),
    ]
    height_map = folds(rng, width, height, ridges, 9)
    laid = lay(piece, height_map, Laying(590, 1010, -0.16, 1.0, 0.22))
    table = ground.boards(rng, width, height, colour.tone("5a4534"), 700)
    return light.vignette(photograph(laid, table))


def detail(rng: Generator) -> Field:
    """Come close: the threads, the veins of broken wax, one rosette."""
    width, height = 2400, 1800
    small = flat(rng, 1500, 1150, 1080, 1.56, 2.6)
    picture = resize(small, 2700, 2070)
    piece = batik.as_cloth(rng, picture, 7.5)
    waves = [Ridge(1900, 300, 2.25, 330, 1500, 150, 0.05), Ridge(500, 1700, 2.35, 260, 1200, 90, -0.05)]
    height_map = folds(rng, width, height, waves, 10)
    laid = lay(piece, height_map, Laying(1200, 900, 0.22, 1.1, 0.2))
    picture = photograph(laid, np.zeros((height, width, 3), dtype=np.float32))
    x, y = grid(width, height)
    away = np.abs((y - 0.35 * x - 560) / 1500)
    return light.vignette(light.focus(picture, smoothstep(0.28, 0.85, away), 8))
