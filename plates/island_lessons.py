"""Teaching plates of Bekasi and the islands: one motif, one technique or one material at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, covers, fields, ground, layouts, light, satam, threads, waters
from plates.canvas import Field, blur, grid, mix, resize, smoothstep
from plates.design import Design
from plates.lessons import HEIGHT, WIDTH, cut, small
from plates.noise import cloud
from plates.palette import Palette, dyed

if TYPE_CHECKING:
    from numpy.random import Generator


def _close(rng: Generator, picture: Field, turn: float) -> Field:
    piece = batik.as_cloth(rng, resize(picture, 2750, 2180), 7.0)
    return small(layouts.macro(rng, piece, turn))


def golok(rng: Generator) -> Field:
    """Show one golok and an ear of rice on either side."""
    d = Design(rng, 967, 767, outline=5)
    fields.grains(d, 60)
    waters.golok(d.at(430, 520, 0.62, 1.45))
    for x, y, turn in ((180, 400, -0.2), (790, 420, 0.2)):
        waters.rice(d.at(x, y, turn, 1.0))
    return _close(rng, dyed(rng, d, waters.BEKASI, (1450, 1150)), 0.06)


def simpor(rng: Generator) -> Field:
    """Show simpor leaves alone, rib by rib."""
    d = Design(rng, 967, 767, outline=5)
    fields.grains(d, 60)
    for x, y, turn, tall in (
        (330, 640, 0.1, 1.5),
        (640, 660, 0.7, 1.3),
        (760, 250, 2.2, 1.0),
        (120, 330, -0.9, 1.1),
    ):
        fields.simpor_leaf(d.at(x, y, turn, tall), "soga", 1.0)
    pots = Palette("3a1f52", "c99a1e", "2f7a44", "4a2412", 0.03)
    return _close(rng, dyed(rng, d, pots, (1450, 1150)), -0.05)


def gonggong(rng: Generator) -> Field:
    """Show one shell large, and its neighbours in flower."""
    d = Design(rng, 967, 767, outline=5)
    fields.grains(d, 60)
    waters.snail(d.at(330, 390, 0.35, 1.7))
    waters.gonggong_flower(d.at(770, 400, 0.0, 0.86))
    return _close(rng, dyed(rng, d, waters.GONGGONG, (1450, 1150), None, 0.3), 0.05)


def ants(rng: Generator) -> Field:
    """Show ants in a row, and the row above."""
    piece = cut(threads.manto_cloth(rng, 3800, 4400, 1300, 60), 500, 912)
    return small(layouts.macro_on(rng, piece, np.full((1800, 2400, 3), 0.16, dtype=np.float32), 0.04))


def tekat(rng: Generator) -> Field:
    """Show the work on the frame: half the flowers laid, the others only drawn."""
    piece = threads.manto_cloth(rng, 2750, 2180, 820, 60)
    x, _ = grid(2750, 2180)
    done = smoothstep(20, -20, np.asarray(x - 1560 - 60 * cloud(rng, 2750, 2180, 300, 2), dtype=np.float32))
    metal = piece.metal if piece.metal is not None else np.zeros_like(done)
    bare = colour.tone("16141d") * np.ones((2180, 2750, 1), dtype=np.float32)
    gold = smoothstep(0.0, 0.3, metal)
    line = np.clip(gold - blur(gold, 5), 0, 1) * 1.6
    chalk = mix(np.asarray(bare, dtype=np.float32), colour.tone("cfc7b8"), line * 0.7)
    hue = mix(chalk, piece.colour, done)
    shape = np.asarray(piece.relief * done + 16 * cloud(rng, 2750, 2180, 700, 2), dtype=np.float32)
    lit = light.lit(hue, light.facing(shape))
    glint = (metal * done * (0.35 + 0.8 * light.gloss(shape, 14)))[..., None] * np.array([1.0, 0.72, 0.34])
    whole = np.asarray(lit + glint, dtype=np.float32)[190:1990, 175:2575]
    return small(light.vignette(_framed(rng, whole), 0.26))


def _framed(rng: Generator, picture: Field) -> Field:
    high, wide = picture.shape[:2]
    x, y = grid(wide, high)
    bar = np.minimum(y - 30, 190 - y)
    wood = light.lit(
        ground.boards(rng, wide, high, colour.tone("8a5f36"), 900), 0.5 + 0.5 * smoothstep(0, 60, bar)
    )
    lace = smoothstep(5, 2, np.abs(np.mod(x + 0.6 * y, 120) - 60)) * (y > 150) * (y < 290)
    below = picture * (1 - 0.5 * smoothstep(300, 190, y))[..., None]
    strung = mix(np.asarray(below, dtype=np.float32), colour.tone("d8cdb4"), lace)
    return mix(strung, wood, smoothstep(-2, 2, bar))


def stitches(rng: Generator) -> Field:
    """Show a few stitches, so near that the yarn can be followed."""
    return small(blur(layouts.macro(rng, threads.knit(rng, 2800, 2200, 150), 0.06), 1.0))


def tektite(rng: Generator) -> Field:
    """Show two satam stones, one as found and one polished."""
    return small(satam.laid(rng, [(640, 930, 400, 350), (1690, 900, 450, 380)], as_found=1))


def resam(rng: Generator) -> Field:
    """Show rows of needle plaiting, and the fibre that waits beyond them."""
    x, y = grid(WIDTH, HEIGHT)
    bent = y + 90 * np.cos((x - 800) / 900)
    rows = np.asarray(bent / 62 - 3.2, dtype=np.float32)
    hue, bulge = covers.needled(
        rng, np.asarray(x / 88 + 40, dtype=np.float32), np.asarray(rows, dtype=np.float32)
    )
    edge = 10.0
    ply = np.mod(bent, 19.0) / 19.0 - 0.5
    strand = np.sqrt(np.clip(1 - (2.1 * ply) ** 2, 0, 1))
    loose = covers.FERN * (0.5 + 0.9 * strand)[..., None]
    within = smoothstep(edge + 0.04, edge - 0.04, rows)
    gap = smoothstep(0.05, 0.3, np.asarray(strand, dtype=np.float32))
    floor = ground.linen(rng, WIDTH, HEIGHT, colour.tone("b9ab92"), 0.05)
    cover = np.maximum(within, gap * (rows < edge + 2.4))
    shape = np.asarray((14 * np.where(within > 0.5, bulge, 0.5 * strand) + 4) * cover, dtype=np.float32)
    seen = light.shadow(shape, 90, 9)
    lit = light.lit(
        mix(np.asarray(loose, dtype=np.float32), hue, within), light.facing(shape), 0.3 + 0.7 * seen
    )
    below = light.lit(floor, np.full_like(seen, 0.6), seen, 1 - 0.4 * blur(cover, 8))
    return light.vignette(mix(below, lit, cover), 0.28)
