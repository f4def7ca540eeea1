"""Plates for the pages that teach: one motif at a time, close enough to follow its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from plates import (
    batik,
    centong,
    colour,
    covers,
    cual,
    folk,
    gedhog,
    keris,
    kurung,
    layouts,
    light,
    lokcan,
    parengan,
    regalia,
    tika,
    topeng,
)
from plates.batik import Bath
from plates.canvas import Field, grid, resize
from plates.design import Design
from plates.drape import Cloth
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 1600, 1200


def small(picture: Field) -> Field:
    """Bring a plate to the size of a teaching page."""
    return resize(picture, WIDTH, HEIGHT, Image.Resampling.BOX)


def cut(cloth: Cloth, left: int, top: int, width: int = 2750, height: int = 2180) -> Cloth:
    """Cut a piece out of a cloth."""
    part = (slice(top, top + height), slice(left, left + width))
    metal = None if cloth.metal is None else cloth.metal[part]
    return Cloth(cloth.colour[part], cloth.cover[part], cloth.relief[part], metal)


def ducks(rng: Generator) -> Field:
    """Show bebek setaman: ducks that swim in pairs."""
    return small(layouts.macro(rng, cual.flat(rng, 2750, 2180, 1070, 7.0, 0), 0.04, sheen=0.8))


def sumping(rng: Generator) -> Field:
    """Show kembang sumping."""
    piece = cut(cual.flat(rng, 3520, 2850, 1070, 7.0, 0), 765, 665)
    return small(layouts.macro(rng, piece, -0.05, sheen=0.8))


def clove(rng: Generator) -> Field:
    """Show bunga cengkeh."""
    return small(tika.detail(rng))


def gunungan(rng: Generator) -> Field:
    """Show one gunungan."""
    picture, relief = parengan.flat(rng, 2580, 3050, 2.0, 8.0, 14.0)
    whole = Cloth(picture, np.ones(relief.shape, dtype=np.float32), relief)
    return small(layouts.macro(rng, cut(whole, 10, 1078, 2560, 1960), 0.02, sheen=0.3))


def _blue(rng: Generator, design: Design) -> Cloth:
    masks = {name: resize(mask, 2750, 2180) for name, mask in design.masks(1.6).items()}
    isen = 1 - masks["isen"]
    baths = [
        Bath(gedhog.BLUE, np.maximum(1 - masks["wax"], masks["dark"] * isen * 0.9), 0.95),
        Bath(gedhog.MID, masks["soga"] * isen, 0.9),
        Bath(gedhog.RUST, masks["red"] * isen + 0.07, 0.9),
    ]
    picture = batik.dyed(rng, baths, batik.crackle(rng, 2750, 2180, 1.2), 0.6)
    return batik.as_cloth(rng, picture, 10)


def phoenix(rng: Generator) -> Field:
    """Show lokcan, the phoenix."""
    design = Design(rng, 1150, 912, outline=5.5)
    lokcan.threes(design, 62)
    lokcan.phoenix(design.at(690, 470, -0.06, 0.98))
    return small(layouts.macro(rng, _blue(rng, design), 0.05))


def vines(rng: Generator) -> Field:
    """Show lung-lungan, the trailing vine."""
    design = Design(rng, 1500, 1190, outline=5.5)
    lokcan.threes(design, 62)
    lokcan.vine(design, 240, 780, 205)
    lokcan.vine(design, 850, 780, 205)
    return small(layouts.macro(rng, _blue(rng, design), -0.06))


def scales(rng: Generator) -> Field:
    """Show sisik malaya, the scales."""
    fine = resize(centong.scales(rng, 1375, 1090, 96), 2750, 2180)
    baths = [
        Bath(colour.tone("16203f"), 1 - 0.94 * fine, 0.95),
        Bath(colour.tone("a8662a"), 0.12 + 0 * fine, 0.9),
    ]
    picture = batik.dyed(rng, baths, batik.crackle(rng, 2750, 2180, 1.6), 0.7)
    return small(layouts.macro(rng, batik.as_cloth(rng, picture, 8), 0.1))


def triangles(rng: Generator) -> Field:
    """Show the triangles of damar kurung, up and down, on glowing paper."""
    p = folk.Painting(rng, 1600, 1200, 1.0)
    hues = (folk.RED, folk.GREEN, folk.YELLOW, folk.BLUE)
    for row, (y, up) in enumerate(((110, False), (330, True), (700, False), (920, True))):
        for k in range(8):
            a, tall = 200.0 * k, 180.0
            tip, base = (y, y + tall) if up else (y + tall, y)
            p.shape([(a + 4, base), (a + 196, base), (a + 100, tip)], hues[(k + row) % 4], 5)
            inner = base + (tip - base) * 0.42
            p.shape([(a + 60, base), (a + 140, base), (a + 100, inner)], folk.PAPER, 3.5)
    for y in (60, 566, 600, 634, 1150):
        p.line([(0, y), (1600, y)], folk.RED if y != 600 else folk.INK, 9)
    lit = kurung.glowing(rng, p.picture(), -0.1)
    return light.vignette(np.asarray(lit * 0.9, dtype=np.float32), 0.3)


def sinom(rng: Generator) -> Field:
    """Show sinom, the curls below the crown."""
    return small(light.vignette(topeng.hung(rng, topeng.make(rng, 2400, 1800, 1200, 2330, 1900)), 0.3))


def urna(rng: Generator) -> Field:
    """Show urna, the mark between the brows."""
    return small(light.vignette(topeng.hung(rng, topeng.make(rng, 2400, 1800, 1180, 1840, 2500)), 0.3))


def carved(rng: Generator) -> Field:
    """Show the mask in bare sengon wood, before any paint."""
    m = topeng.make(rng, 2400, 1800, 1240, 960, 760)
    x, y = grid(2400, 1800)
    far = np.hypot(x - 1000, (y - 300) * 0.4) + 30 * cloud(rng, 2400, 1800, 400, 3)
    rings = np.sin(far / 13) + 0.5 * np.sin(far / 5.1)
    m.paint[...] = colour.tone("d3b07c") * (1 + 0.07 * rings + 0.03 * cloud(rng, 2400, 1800, 5, 2))[..., None]
    m.shape += 1.1 * cloud(rng, 2400, 1800, 26, 2)
    return small(light.vignette(topeng.bare(rng, m), 0.3))


def point(rng: Generator) -> Field:
    """Show junjung drajat, the nested points at a blade's foot."""
    return small(keris.foot(rng))


def box(rng: Generator) -> Field:
    """Show peti susun, boxes within boxes."""
    return small(covers.box(rng))


def sunstone(rng: Generator) -> Field:
    """Show the sun of Majapahit in stone."""
    return small(regalia.sun_in_stone(rng))
