"""Plates for the pages that teach: a technique caught half way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import (
    colour,
    cual,
    folk,
    gentong,
    ground,
    ikat,
    kurung,
    layouts,
    light,
    parengan,
    plait,
    silver,
    skein,
    wire,
)
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.lessons import small
from plates.noise import cloud, streaks
from plates.vector import Sheet, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 1600, 1200


def _half_plaited(rng: Generator, turn: float, hues: tuple[Field, Field], table: str, pitch: float) -> Field:
    """Plait two thirds of the picture; beyond, the strips lie open and wait."""
    x, y = grid(WIDTH, HEIGHT)
    cos, sin = np.cos(turn), np.sin(turn)
    u = ((x - 800) * cos + (y - 600) * sin) / pitch + 40
    v = ((y - 600) * cos - (x - 800) * sin) / pitch + 40
    edge_u, edge_v = 43.0, 37.0
    spread = 1 + 0.018 * np.maximum(edge_v - v, 0)
    su = np.asarray(edge_u - (edge_u - u) / spread, dtype=np.float32)
    sv = np.asarray(edge_v + (v - edge_v) / (1 + 0.014 * np.maximum(u - edge_u, 0)), dtype=np.float32)
    p = plait.twill(su, sv)
    only_standing, only_lying = (v < edge_v) & (u < edge_u), (u > edge_u) & (v > edge_v)
    bare = (v < edge_v) & (u > edge_u)
    standing = np.where(only_standing, 1.0, np.where(only_lying, 0.0, p.standing))
    fu, fv = su - np.floor(su) - 0.5, sv - np.floor(sv) - 0.5
    across = np.where(standing > 0.5, fu, fv).astype(np.float32)
    loose = only_standing | only_lying
    strip = np.where(standing > 0.5, np.floor(su), np.floor(sv)).astype(np.float32)
    along = np.where(standing > 0.5, sv, su).astype(np.float32)
    height = np.where(loose, 0.12 * (1 - (2 * across) ** 4), p.height).astype(np.float32)
    whole = plait.Plaited(height, np.asarray(standing, dtype=np.float32), strip, across, along)
    cover = np.where(bare, 0, np.where(loose, smoothstep(0.47, 0.44, np.abs(across)), 1)).astype(np.float32)
    grain = plait.fibre(rng, whole, pitch, pitch * 0.45)
    tint = plait.own(rng, whole, 0.10) * (1 + 0.08 * grain) * np.where(loose, 1, plait.gaps(whole))
    hue = plait.coloured(whole, *hues) * tint[..., None]
    shape = np.asarray((8 + pitch * 0.85 * height + 0.6 * grain) * cover, dtype=np.float32)
    seen = light.shadow(shape, 90, 9)
    lit = light.lit(
        np.asarray(hue, dtype=np.float32), light.facing(shape), 0.3 + 0.7 * seen, light.hollow(shape, 10, 40)
    )
    floor = ground.boards(rng, WIDTH, HEIGHT, colour.tone(table), 420)
    below = light.lit(floor, np.full_like(seen, 0.6), seen, 1 - 0.4 * blur(cover, 8))
    return light.vignette(mix(below, lit, cover), 0.28)


def bamboo(rng: Generator) -> Field:
    """Plait bamboo: the twill grows strip by strip."""
    return _half_plaited(rng, 0.16, (colour.tone("d9bb7c"), colour.tone("6a4826")), "4a3728", 50)


def pandanus(rng: Generator) -> Field:
    """Plait pandanus on the diagonal."""
    return _half_plaited(rng, 0.80, (colour.tone("dcc796"), colour.tone("9c1f3a")), "6d5a48", 34)


def dipping(rng: Generator) -> Field:
    """Dip in the jar."""
    return small(gentong.jar(rng))


def painting(rng: Generator) -> Field:
    """Paint the lantern's paper: ink first, colour after."""
    seed = int(rng.integers(1 << 30))
    sheets = []
    for plain in (False, True):
        p = folk.Painting(np.random.default_rng(seed), 1120, 1400, 1.6, plain=plain)
        kurung.scene_rows(p, "mosque kenduri sea")
        sheets.append(p.picture()[260:1460, 90:1690])
    x, y = grid(WIDTH, HEIGHT)
    done = smoothstep(60, -60, np.asarray(x - 930 - 0.25 * (y - 600) + 40 * np.sin(y / 90), dtype=np.float32))
    brushed = 0.9 + 0.12 * streaks(rng, WIDTH, HEIGHT, 30, 90, 2)
    paper = mix(sheets[1], sheets[0], done) ** np.maximum(brushed, 0.5)[..., None]
    shape = 0.4 * cloud(rng, WIDTH, HEIGHT, 7, 3) + 22 * cloud(rng, WIDTH, HEIGHT, 500, 2)
    lit = light.lit(np.asarray(paper, dtype=np.float32), light.facing(np.asarray(shape, dtype=np.float32)))
    return light.vignette(lit, 0.24)


def filigree(rng: Generator) -> Field:
    """Fill the frame with twisted wire."""
    relief = wire.Relief(WIDTH, HEIGHT)
    silver.pendant(relief, 560, 980, 900)
    cloth = ground.linen(rng, WIDTH, HEIGHT, colour.tone("2b2622"), 0.10)
    shape = np.asarray(10 * cloud(rng, WIDTH, HEIGHT, 300, 2), dtype=np.float32)
    return light.vignette(silver.on_cloth(rng, relief, cloth, shape), 0.3)


def chain(rng: Generator) -> Field:
    """Close link after link."""
    relief = wire.Relief(WIDTH, HEIGHT)
    silver.chain(relief, rng, spline([(120, 950), (480, 860), (820, 620), (1160, 420), (1500, 300)], 40), 190)
    silver.chain(relief, rng, spline([(700, 1090), (1000, 1010), (1240, 850), (1460, 760)], 40), 96)
    cloth = ground.linen(rng, WIDTH, HEIGHT, colour.tone("3a2a22"), 0.10)
    shape = np.asarray(10 * cloud(rng, WIDTH, HEIGHT, 300, 2), dtype=np.float32)
    return light.vignette(silver.on_cloth(rng, relief, cloth, shape), 0.3)


def spun(rng: Generator) -> Field:
    """Show hand-spun thread, close."""
    yarn = streaks(rng, 1400, 5000, 7.5, 300, 2, 0.7)
    hue = ground.linen(rng, 2400, 1800, colour.tone("8d7a60"), 0.05)
    shape, solid = np.zeros((1800, 2400), dtype=np.float32), np.zeros((1800, 2400), dtype=np.float32)
    for k, code in enumerate(("efe3c8", "e4d3b0")):
        one = skein.Hank(1200, 560 + 720 * k, 0.10 - 0.16 * k, 1500, 250, 1.3 + 2 * k)
        lift, shade, cover = skein.hank(one, 2400, 1800, yarn)
        dyed = colour.tone(code) * (1 + 0.24 * shade)[..., None]
        hue = mix(hue, np.asarray(dyed, dtype=np.float32), cover)
        shape = np.where(cover > 0.5, lift + 8 * shade, shape).astype(np.float32)
        solid = np.maximum(solid, cover)
    seen = light.shadow(shape, 330, 60)
    face = mix(np.full_like(shape, 0.62), light.facing(shape, wrap=0.3), solid)
    return small(
        light.vignette(light.lit(hue, face, 0.3 + 0.7 * seen, light.hollow(shape, 14, 40, 120)), 0.26)
    )


def songket(rng: Generator) -> Field:
    """Lay gold in over the silk, float by float."""
    piece = cual.flat(rng, 2560, 1960, 1300, 12.0, 0)
    return small(layouts.macro(rng, piece, 0.05, sheen=0.8))


def loom(rng: Generator) -> Field:
    """Weave on the gedhog loom: the open warp above, the cloth below."""
    x, y = grid(WIDTH, HEIGHT)
    pitch = 17.0
    across = (x + 2.2 * streaks(rng, WIDTH, HEIGHT, 60, 420)) / pitch
    i = np.floor(across)
    fell = 470 + 5 * cloud(rng, WIDTH, HEIGHT, 200, 2)
    down = (y + 2.2 * streaks(rng, WIDTH, HEIGHT, 420, 60)) / pitch
    j = np.floor(down)
    fu, fv = np.pi * (across - i - 0.5), np.pi * (down - j - 0.5)
    over = np.mod(i + j, 2) < 1
    woven = y > fell
    bulge = np.maximum(np.cos(np.where(over, fu, fv)), 0) ** 0.7 * (
        0.62 + 0.38 * np.cos(np.where(over, fv, fu))
    )
    thread = np.sqrt(np.clip(1 - (2.5 * (across - i - 0.5)) ** 2, 0, 1))
    shed = np.mod(i, 2) < 1
    lift = np.where(woven, 10 * bulge, 9 * thread + 26 * shed * smoothstep(0, 420, fell - y))
    cover = np.where(woven, 1.0, smoothstep(0.05, 0.3, np.asarray(thread, dtype=np.float32)))
    blue = (np.mod(i, 34) < 9) | (np.mod(i, 34) == 12)
    warp = np.where(blue[..., None], colour.tone("22365f"), colour.tone("e9dcc0"))
    weft = np.where((np.mod(j, 26) < 4)[..., None], colour.tone("22365f"), colour.tone("e9dcc0"))
    own = (1 + 0.10 * rng.standard_normal(512).astype(np.float32))[
        np.where(over | ~woven, i, j).astype(int) % 512
    ]
    hue = (
        np.where((over | ~woven)[..., None], warp, weft)
        * (own * np.where(woven, 0.62 + 0.4 * bulge, 0.6 + 0.4 * thread))[..., None]
    )
    shape = np.asarray(lift * cover, dtype=np.float32)
    seen = light.shadow(shape, 120, 12)
    lit = light.lit(
        np.asarray(hue, dtype=np.float32), light.facing(shape), 0.25 + 0.75 * seen, light.hollow(shape, 8, 30)
    )
    below = light.lit(
        ground.plaster(rng, WIDTH, HEIGHT, colour.tone("3a2c22")), np.full_like(shape, 0.5), 0.3 + 0.7 * seen
    )
    return light.vignette(mix(below, lit, np.asarray(cover, dtype=np.float32)), 0.28)


def tied(rng: Generator) -> Field:
    """Bind the weft: ties guard what stays pale, the dye takes the rest."""
    x, y = grid(WIDTH, HEIGHT)
    pitch = 13.0
    names = ("cream", "rose", "amber", "ink", "leafy")
    sheets = {name: Sheet(WIDTH, HEIGHT) for name in names}
    parengan.gunungan(sheets, 800, 640, 1.75)
    pale = np.max(np.stack([sheet.mask() for sheet in sheets.values()]), axis=0)
    seeped = ikat.weft(rng, pale, pitch, 7.0)
    j = np.floor(y / pitch)
    thread = np.sqrt(np.clip(1 - (2.15 * (y / pitch - j - 0.5)) ** 2, 0, 1))
    bundle = np.floor(j / 4)
    middle = (bundle * 4 + 2) * pitch
    inside = pale[np.clip(middle, 0, HEIGHT - 1).astype(int), np.clip(x, 0, WIDTH - 1).astype(int)] > 0.5
    wraps = inside & (np.mod(x + 37 * np.mod(bundle, 3), 64) < 40)
    q = (y - middle) / (2.05 * pitch)
    cord = np.where(wraps & (np.abs(q) < 1), np.sqrt(np.clip(1 - q * q, 0, 1)), 0)
    turns = 0.78 + 0.22 * np.cos(2 * np.pi * (x + 3 * q) / 7)
    own = (1 + 0.08 * rng.standard_normal(512).astype(np.float32))[j.astype(int) % 512]
    dyed = colour.tone("123f4c") + (colour.tone("efe4cc") - colour.tone("123f4c")) * seeped[..., None]
    hue = dyed * (own * (0.5 + 0.5 * thread))[..., None]
    hue = np.where((cord > 0)[..., None], colour.tone("c99a4e") * turns[..., None], hue)
    shape = np.asarray(np.where(cord > 0, 14 + 16 * cord + 1.2 * turns, 8 * thread), dtype=np.float32)
    seen = light.shadow(shape, 90, 8)
    lit = light.lit(
        np.asarray(hue, dtype=np.float32), light.facing(shape), 0.3 + 0.7 * seen, light.hollow(shape, 8, 30)
    )
    return light.vignette(lit, 0.28)
