"""Emblems of the makers in Bekasi and on the islands: each group's own work in the turned ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from plates import batik, colour, covers, emblem, fields, light, plait, regalia, satam, threads, waters
from plates.canvas import Field, blur, grid, mix, resize, smoothstep
from plates.emblem import MIDDLE, ROUND, SIZE
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.drape import Cloth

WIDE = 1200


def _set(rng: Generator, inside: Field) -> Field:
    return resize(emblem.mount(rng, inside), WIDE, WIDE, Image.Resampling.BOX)


def _lit(rng: Generator, hue: Field, relief: Field | float = 0.0, wave: float = 14) -> Field:
    shape = np.asarray(relief + wave * cloud(rng, SIZE, SIZE, 420, 2), dtype=np.float32)
    seen = light.shadow(shape, 90, 8)
    return light.lit(hue, light.facing(shape), 0.35 + 0.65 * seen, light.hollow(shape, 12, 40))


def _square(cloth: Cloth, left: int, top: int) -> tuple[Field, Field]:
    part = (slice(top, top + SIZE), slice(left, left + SIZE))
    return cloth.colour[part], cloth.relief[part]


def _round(rng: Generator, picture: Field, left: int, top: int) -> Field:
    hue, relief = _square(batik.as_cloth(rng, picture, 6.0), left, top)
    return _set(rng, _lit(rng, hue, relief))


def bekasi(rng: Generator) -> Field:
    """Show a shrimp and a dragonfly on orange cloth."""
    return _round(rng, waters.bekasi_flat(rng, 2400, 2000, 1.9), 700, 290)


def simpor(rng: Generator) -> Field:
    """Show the yellow flower among simpor leaves."""
    return _round(rng, fields.simpor_flat(rng, 2400, 2400, 2.3), 300, 575)


def tanjungpinang(rng: Generator) -> Field:
    """Show four shells in flower."""
    return _round(rng, waters.gonggong_flat(rng, 2600, 2600, 1.75), 772, 635)


def pangkalpinang(rng: Generator) -> Field:
    """Show the ship of the pewter plate."""
    cast = regalia.pewter(rng, 1200, 900, 880)
    return _set(rng, cast[100 : 100 + SIZE, 400 : 400 + SIZE])


def tanjungpandan(rng: Generator) -> Field:
    """Show one satam stone."""
    felt = satam.laid(rng, [(1180, 880, 430, 350)])
    return _set(rng, felt[100 : 100 + SIZE, 400 : 400 + SIZE])


def toboali(rng: Generator) -> Field:
    """Show stitches and the knitted diamond."""
    hue, relief = _square(threads.knit(rng, 1800, 2300, 46), 60, 60)
    return _set(rng, blur(_lit(rng, hue, relief), 1.0))


def daik(rng: Generator) -> Field:
    """Show flowers and ants in flat gold thread on black gauze."""
    piece = threads.manto_cloth(rng, 2400, 2600, 640, 60)
    hue, relief = _square(piece, 800, 176)
    lit = _lit(rng, hue, 3 * relief)
    metal = piece.metal[176 : 176 + SIZE, 800 : 800 + SIZE] if piece.metal is not None else relief * 0
    glint = metal * light.gloss(np.asarray(3 * relief, dtype=np.float32), 10)
    return _set(rng, np.asarray(lit + glint[..., None] * np.array([0.5, 0.36, 0.17]), dtype=np.float32))


def _polar() -> tuple[Field, Field]:
    x, y = grid(SIZE, SIZE)
    far = np.hypot(x - MIDDLE, y - MIDDLE) / ROUND
    return np.asarray(far, dtype=np.float32), np.arctan2(y - MIDDLE, x - MIDDLE)


def kelapa(rng: Generator) -> Field:
    """Show the crown of a resam cap from above, row round row."""
    far, angle = _polar()
    around = np.asarray(angle * 42 / np.pi + 100, dtype=np.float32)
    hue, bulge = covers.needled(rng, around, np.asarray(24 * far + 24, dtype=np.float32))
    petal = np.abs(np.mod(angle * 4 / np.pi, 1) - 0.5) * 2
    pale = np.asarray(covers.PALE * (0.45 + 0.65 * bulge)[..., None], dtype=np.float32)
    for middle, deep, half in ((0.62, 0.20, 0.045), (0.26, 0.10, 0.03)):
        hue = mix(hue, pale, smoothstep(half + 0.02, half, np.abs(far - middle - deep * petal)))
    return _set(rng, _lit(rng, hue, 9 * bulge))


def mepar(rng: Generator) -> Field:
    """Show a food cover from above, its coloured star round the crown."""
    far, angle = _polar()
    ring = np.asarray(6.2 * np.log(far + 0.05), dtype=np.float32)
    turn = np.asarray(angle * 24 / np.pi, dtype=np.float32)
    p = plait.twill(
        np.asarray(turn + 1.25 * ring + 96, dtype=np.float32),
        np.asarray(turn - 1.25 * ring + 96, dtype=np.float32),
    )
    petal = np.abs(np.mod(angle * 4 / np.pi, 1) - 0.5) * 2
    star = far - 0.56 - 0.16 * petal
    chosen = [
        np.abs(star) < 0.06,
        np.abs(star - 0.15) < 0.03,
        np.abs(far - 0.24) < 0.05,
        np.abs(far - 0.93) < 0.03,
    ]
    hues = np.stack([covers.PANDAN, covers.RED, covers.GREEN, covers.VIOLET])[
        np.select(chosen, [1, 2, 3, 1], 0)
    ]
    dyed = np.where(p.standing[..., None] > 0.5, hues, mix(hues, covers.PANDAN, 0.4))
    tint = plait.own(rng, p, 0.08) * (1 + 0.06 * plait.fibre(rng, p, 40, 18)) * plait.gaps(p)
    hue = mix(
        np.asarray(dyed * tint[..., None], dtype=np.float32),
        colour.tone("6b4020"),
        smoothstep(0.075, 0.07, far),
    )
    cone = np.asarray(240 * (1 - far) + 14 * p.height, dtype=np.float32)
    return _set(rng, _lit(rng, hue, cone, 0))
