"""Emblems: a round of each group's own work in a turned wooden ring, on ivory paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import (
    batik,
    besek,
    colour,
    cual,
    folk,
    gedhog,
    gentongan,
    ground,
    kurung,
    light,
    lokcan,
    panji,
    parengan,
    plait,
    silver,
    tika,
    topeng,
    wire,
)
from plates.batik import Bath
from plates.canvas import Field, blur, grid, mix, resize, smoothstep
from plates.carving import puff
from plates.design import Design
from plates.noise import cloud, streaks
from plates.vector import ellipse

if TYPE_CHECKING:
    from numpy.random import Generator

SIZE = 1600
MIDDLE = SIZE / 2
ROUND, RING = 590.0, 74.0


def mount(rng: Generator, inside: Field, *, glow: bool = False) -> Field:
    """Set a lit picture into the ring."""
    x, y = grid(SIZE, SIZE)
    far = np.hypot(x - MIDDLE, y - MIDDLE)
    angle = np.arctan2(y - MIDDLE, x - MIDDLE)
    q = (far - ROUND - RING / 2) / (RING / 2)
    on_ring = smoothstep(1.02, 0.98, np.abs(q))
    lift = 46 * np.sqrt(np.clip(1 - q * q, 0, 1)) + 5 * np.cos(np.pi * np.clip(2.2 * q, -1, 1)) + 10 * on_ring
    grain = streaks(rng, SIZE, SIZE, 8, 8, 3)
    rings = np.sin(far / 5.5 + 2.2 * cloud(rng, SIZE, SIZE, 260, 2) + 1.5 * np.sin(angle))
    wood = colour.tone("5a3620") * (1 + 0.10 * rings + 0.05 * grain)[..., None]
    seen = light.shadow(np.asarray(lift * on_ring, dtype=np.float32), 120, 18)
    paper = ground.plaster(rng, SIZE, SIZE, colour.tone("ece1cb"))
    near = 1 - 0.35 * blur(smoothstep(ROUND + RING + 2, ROUND + RING - 2, far), 26)
    out = light.lit(paper, np.full_like(far, 0.63), seen, near)
    within = inside if glow else inside * (0.25 + 0.75 * seen)[..., None]
    edge = 1 - 0.35 * smoothstep(ROUND - 40, ROUND, far)
    picture = mix(
        out, np.asarray(within * edge[..., None], dtype=np.float32), smoothstep(ROUND + 4, ROUND - 1, far)
    )
    turned = light.lit(np.asarray(wood, dtype=np.float32), light.facing(np.asarray(lift, dtype=np.float32)))
    turned = turned + (0.28 * light.gloss(np.asarray(lift, dtype=np.float32), 30))[..., None]
    return light.vignette(mix(picture, np.asarray(turned, dtype=np.float32), on_ring), 0.16)


def plain(hue: Field, shape: Field, shine: float = 0.0) -> Field:
    """Light a picture that lies in the ring."""
    seen = light.shadow(shape, 90, 8)
    lit = light.lit(hue, light.facing(shape), 0.35 + 0.65 * seen, light.hollow(shape, 12, 40))
    return np.asarray(lit + (shine * light.gloss(blur(shape, 1.5), 26) * seen)[..., None], dtype=np.float32)


def _cloth(rng: Generator, picture: Field, pitch: float) -> Field:
    piece = batik.as_cloth(rng, picture, pitch)
    wave = 14 * cloud(rng, SIZE, SIZE, 420, 2)
    return plain(piece.colour, np.asarray(piece.relief + wave, dtype=np.float32))


def tanjungbumi(rng: Generator) -> Field:
    """Show a cross of rice ladles on scales."""
    small = gentongan.medallion(rng, 1000)
    return mount(rng, _cloth(rng, resize(small, SIZE, SIZE), 6.0))


def kerek(rng: Generator) -> Field:
    """Show the phoenix on hand-spun cloth."""
    design = Design(rng, 1000, 1000, outline=5.5)
    lokcan.threes(design, 62)
    lokcan.phoenix(design.at(608, 520, -0.1, 0.80))
    for k in range(18):
        t = k * np.pi / 9
        design.at(0, 0)
        lokcan.leaf(
            design, 500 + 318 * np.cos(t), 500 + 318 * np.sin(t), t + 1.0, 64, "soga" if k % 2 else "dark"
        )
    masks = {name: resize(mask, SIZE, SIZE) for name, mask in design.masks(1.6).items()}
    isen = 1 - masks["isen"]
    baths = [
        Bath(gedhog.BLUE, np.maximum(1 - masks["wax"], masks["dark"] * isen * 0.9), 0.95),
        Bath(gedhog.MID, masks["soga"] * isen, 0.9),
        Bath(gedhog.RUST, masks["red"] * isen + 0.07, 0.9),
    ]
    picture = batik.dyed(rng, baths, batik.crackle(rng, SIZE, SIZE, 1.2), 0.6)
    return mount(rng, _cloth(rng, picture, 8.5))


def parengan_(rng: Generator) -> Field:
    """Show one gunungan in feathered ikat."""
    picture, relief = parengan.flat(rng, 1950, 2560, 1.7, 6.6, 11.0)
    left, top = 296, 944
    part = (slice(top, top + SIZE), slice(left, left + SIZE))
    return mount(rng, plain(picture[part], relief[part] + 14 * cloud(rng, SIZE, SIZE, 420, 2)))


def wonoanti(rng: Generator) -> Field:
    """Show twill turned into a diamond."""
    u, v = plait.strips(SIZE, SIZE, 64)
    p = plait.twill(u + 0.5, v + 0.5, (13, 13))
    grain = plait.fibre(rng, p, 80, 36)
    tint = plait.own(rng, p, 0.11) * (1 + 0.09 * grain) * plait.gaps(p)
    hue = plait.coloured(p, besek.PALE, besek.SKIN) * tint[..., None]
    shape = np.asarray(64 * 0.85 * p.height + 0.8 * grain, dtype=np.float32)
    return mount(rng, plain(np.asarray(hue, dtype=np.float32), shape, 0.1))


def pulo(rng: Generator) -> Field:
    """Show a filigree rosette on dark cloth."""
    relief = wire.Relief(SIZE, SIZE)
    silver.pendant(relief, MIDDLE, MIDDLE, 500)
    cloth = ground.linen(rng, SIZE, SIZE, colour.tone("23283a"), 0.12)
    shape = np.asarray(10 * cloud(rng, SIZE, SIZE, 300, 2), dtype=np.float32)
    return mount(rng, silver.on_cloth(rng, relief, cloth, shape))


def kedungmonggo(rng: Generator) -> Field:
    """Show a carved and painted rosette of the crown's leaves."""
    m = topeng.blank(rng, SIZE, SIZE, MIDDLE, MIDDLE, 560)
    m.paint[...] = topeng.GREEN * (1 + 0.05 * streaks(rng, SIZE, SIZE, 9, 500, 2))[..., None]
    m.shape[...] = 0
    m.solid[...] = 1
    for count, tall, wide, start, hue, level in (
        (12, 0.96, 0.40, 0.0, topeng.GILT, 0.04),
        (12, 0.70, 0.30, 0.5, topeng.RED, 0.10),
        (8, 0.46, 0.30, 0.0, topeng.GILT, 0.16),
    ):
        for k in range(count):
            turn = (k + start) * 2 * np.pi / count
            base = (0.12 * np.sin(turn), -0.12 * np.cos(turn))
            topeng.carve(m, panji.leafage(base, turn, tall, wide), 0.22, hue, level)
    for radius, hue in ((0.20, topeng.BLACK), (0.18, topeng.RED), (0.10, topeng.GILT)):
        where = m.filled(ellipse(0, 0, radius, radius))
        m.level(where, np.asarray(560 * (0.26 + 0.10 * puff(where, 40)), dtype=np.float32))
        m.brush(where, hue)
    topeng.aged(rng, m)
    lit = plain(m.paint, m.shape)
    lit = lit + (0.22 * light.gloss(blur(m.shape, 2), 34))[..., None]
    return mount(rng, np.asarray(lit, dtype=np.float32))


def gresik(rng: Generator) -> Field:
    """Show glowing paper: triangles up and down round a lantern."""
    p = folk.Painting(rng, 1000, 1000, 1.6)
    hues = (folk.RED, folk.GREEN, folk.YELLOW, folk.BLUE)
    for count, low, high in ((32, 362, 300), (32, 246, 300)):
        for k in range(count):
            a, b, c = (2 * np.pi * (k + f) / count for f in (0.04, 0.96, 0.5))
            outline = [(500 + low * np.cos(t), 500 + low * np.sin(t)) for t in (a, b)]
            p.shape([*outline, (500 + high * np.cos(c), 500 + high * np.sin(c))], hues[k % 4])
    for k in range(5):
        left = 380 + 48 * k
        p.shape([(left, 366), (left + 48, 366), (left + 24, 312)], folk.RED)
        p.shape([(left, 640), (left + 48, 640), (left + 24, 596)], hues[k % 4])
        p.shape([(left, 370), (left + 48, 370), (left + 24, 412)], hues[(k + 1) % 4])
    p.shape([(380, 368), (620, 368), (620, 642), (380, 642)], None, 8)
    folk.boat(p, 500, 560, 132, 1)
    for k in range(2):
        x = np.linspace(386, 614, 60)
        p.line(np.stack([x, 562 + 13 * k + 4 * np.sin(x / 9)], axis=1), folk.BLUE, 4)
    for at in (326, 674):
        folk.tree(p, at, 642, 230)
    p.line([(284, 646), (716, 646)], folk.RED, 7)
    lit = kurung.glowing(rng, p.picture(), 0.0)
    return mount(rng, np.asarray(lit * 0.9, dtype=np.float32), glow=True)


def serasan(rng: Generator) -> Field:
    """Show the clove flower in pandanus."""
    x, y = grid(SIZE, SIZE)
    pitch = 44.0 * np.sqrt(2)
    u = (x - MIDDLE + y - MIDDLE) / pitch + 10.5 * tika.TILE
    v = (y - x) / pitch + 10.5 * tika.TILE
    hue, low = tika.mat(rng, np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32), 50)
    return mount(rng, plain(hue, np.asarray(36 * low, dtype=np.float32), 0.08))


def mentok(rng: Generator) -> Field:
    """Show kembang sumping in gold on red silk."""
    piece = cual.flat(rng, 1700, 2300, 880, 7.0, 0)
    left, top = 880 - 800, 352 - 800 + 1091
    part = (slice(top, top + SIZE), slice(left, left + SIZE))
    shape = piece.relief[part] + 16 * cloud(rng, SIZE, SIZE, 420, 2)
    lit = plain(piece.colour[part], np.asarray(shape, dtype=np.float32))
    metal = piece.metal[part] if piece.metal is not None else shape * 0
    glint = metal * light.gloss(np.asarray(shape, dtype=np.float32), 10)
    return mount(rng, np.asarray(lit + glint[..., None] * np.array([1.0, 0.72, 0.34]), dtype=np.float32))
