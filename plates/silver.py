"""Silver of Pulo: chain links drawn and closed by hand, and a pendant of twisted filigree wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, wire
from plates.canvas import Field, blur, mix, smoothstep
from plates.drape import Ridge, folds
from plates.noise import cloud
from plates.vector import Points, ellipse, place, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

SILVER = colour.tone("f1efe9")
TARNISH = colour.tone("4b4642")


def link(
    relief: wire.Relief, x: float, y: float, turn: float, size: float, *, flat: bool, lean: float = 0
) -> None:
    """Lay one link: flat ones show their ring, the others stand on edge through their neighbours."""
    gauge = size * 0.13
    if flat:
        t = np.linspace(0, 2 * np.pi, 40)
        ring = np.stack([size * 0.62 * np.cos(t), size * 0.36 * np.sin(t)], axis=1)
        relief.wire(place(ring, x, y, turn), gauge, gauge + gauge * (1 + lean * np.sin(t)))
        return
    t = np.linspace(0, np.pi, 24)
    for lift in (1, -0.4):
        arch = np.stack([size * 0.62 * np.cos(t), 0.16 * size * lift * np.sin(t)], axis=1)
        relief.wire(place(arch, x, y, turn), gauge, gauge * (1.2 + 2.2 * np.sin(t) * max(lift, 0.25)))


def chain(relief: wire.Relief, rng: Generator, line: Points, size: float) -> None:
    """Lay a chain along a line."""
    gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    spots = np.arange(size * 0.5, gone[-1], size * 0.86)
    for flat in (True, False):
        for k, s in enumerate(spots):
            if (k % 2 == 0) != flat:
                continue
            x, y = np.interp(s, gone, line[:, 0]), np.interp(s, gone, line[:, 1])
            a, b = np.interp(s + 3, gone, line[:, 0]), np.interp(s + 3, gone, line[:, 1])
            turn = float(np.arctan2(b - y, a - x)) + rng.normal(0, 0.05)
            link(
                relief,
                x + rng.normal(0, 0.6),
                y + rng.normal(0, 0.6),
                turn,
                size,
                flat=flat,
                lean=rng.normal(0, 0.2),
            )


def _scrolls(relief: wire.Relief, x: float, y: float, turn: float, size: float, gauge: float) -> None:
    for side in (1, -1):
        curl = spiral(0.50, 0.23 * side, 0.26, 1.6 * side, np.pi, 50)
        low = spiral(0.80, 0.12 * side, 0.15, 1.3 * side, np.pi, 40)
        for line in (curl, low):
            relief.twisted(place(line * size, x, y, turn), gauge, gauge)


def pendant(relief: wire.Relief, x: float, y: float, size: float) -> None:
    """Build the pendant: eight petals of scrolls round a setting, granules between, drops below."""
    gauge = size * 0.017
    for k in range(8):
        turn = k * np.pi / 4
        petal = spline(
            [(0.2, 0), (0.45, 0.28), (0.82, 0.27), (1.0, 0), (0.82, -0.27), (0.45, -0.28)], 12, closed=True
        )
        petal = np.vstack([petal, petal[:1]])
        relief.wire(place(petal * size, x, y, turn), gauge * 1.7, gauge * 1.6)
        relief.twisted(
            place(petal * 0.9 * size + np.array([0.05 * size, 0]), x, y, turn), gauge * 1.05, gauge
        )
        _scrolls(relief, x, y, turn, size, gauge * 0.95)
        between = turn + np.pi / 8
        for reach, r in ((0.84, 2.7), (0.70, 1.8), (0.62, 1.4)):
            relief.ball(
                x + reach * size * np.cos(between), y + reach * size * np.sin(between), gauge, gauge * r
            )
        relief.ball(x + 1.03 * size * np.cos(turn), y + 1.03 * size * np.sin(turn), gauge, gauge * 3.0)
    for radius, beads in ((0.30, 30), (0.17, 18)):
        ring = ellipse(x, y, radius * size, radius * size, 0, 80)
        relief.wire(np.vstack([ring, ring[:1]]), gauge * 1.5, gauge * 2)
        for k in range(beads):
            t = 2 * np.pi * k / beads
            r = (radius - 0.045) * size
            relief.ball(x + r * np.cos(t), y + r * np.sin(t), gauge * 1.8, gauge * 1.35)
    relief.ball(x, y, size * -0.01, size * 0.105)


def bail(relief: wire.Relief, x: float, y: float, size: float) -> None:
    """Hang the pendant from a ring."""
    ring = ellipse(x, y, size, size * 1.25, 0, 60)
    relief.wire(np.vstack([ring, ring[:1]]), size * 0.22, size * 0.5)


def drops(relief: wire.Relief, x: float, y: float, size: float) -> None:
    """Let three short chains with drops hang below."""
    for k, length in ((-1, 3), (0, 4), (1, 3)):
        turn = np.pi / 2 - k * np.pi / 4
        px, py = x + size * 1.06 * np.cos(turn), y + size * 1.1 * np.sin(turn)
        for j in range(length):
            link(relief, px, py + j * size * 0.12, np.pi / 2, size * 0.13, flat=j % 2 == 0)
        end = py + (length - 0.6) * size * 0.12
        for t in np.linspace(0, 1, 60):
            relief.ball(px, end + t * size * 0.17, 2, size * (0.014 + 0.055 * np.sin(np.pi * t**1.5) ** 1.2))


def shine(rng: Generator, relief: wire.Relief) -> tuple[Field, Field]:
    """Light the silver as polished metal, dark where polish does not reach; its colour and its cover."""
    height, width = relief.height.shape[0] // relief.fine, relief.height.shape[1] // relief.fine
    rough = 0.035 * cloud(rng, width, height, 26, 3)
    rough = wire.enlarge(rough, relief.fine)
    mirrored = wire.studio(relief.nx + rough, relief.ny - rough)
    solid = (relief.height > -1e3).astype(np.float32)
    low = relief.height * solid
    deep = np.clip((blur(low, 7) / np.maximum(blur(solid, 7), 0.05) - low) / 9, 0, 1)
    tint = SILVER + (TARNISH - SILVER) * (0.75 * deep)[..., None]
    lit = mirrored[..., None] * tint * solid[..., None]
    cover = relief.cover()
    colour_ = relief.smaller(np.asarray(lit, dtype=np.float32)) / np.maximum(cover, 0.02)[..., None]
    return np.asarray(colour_, dtype=np.float32), cover


def on_cloth(rng: Generator, relief: wire.Relief, cloth: Field, shape: Field) -> Field:
    """Set the silver on a cloth, its shadow and a little of its light on the threads."""
    metal, cover = shine(rng, relief)
    whole = relief.heights() * cover
    seen = light.shadow(np.asarray(whole, dtype=np.float32), 120, 10)
    near = 1 - 0.6 * blur(cover, 9)
    face = light.facing(shape)
    lit = light.lit(cloth, face, seen * (0.3 + 0.7 * near), near * light.hollow(shape, 60, 150))
    lit = lit + 0.03 * blur(cover, 24)[..., None] * colour.KEY
    return mix(np.asarray(lit, dtype=np.float32), metal * 1.3, smoothstep(0.02, 0.98, cover))


def _cloth(rng: Generator, width: int, height: int, pitch: float) -> tuple[Field, Field]:
    ridges = [Ridge(2000, 300, 2.2, 190, 1600, 130, 0.1), Ridge(300, 1500, 2.35, 220, 1300, 120, -0.1)]
    shape = folds(rng, width, height, ridges, 8)
    return ground.linen(rng, width, height, colour.tone("23283a"), pitch), shape


def necklace(rng: Generator) -> Field:
    """Lay the necklace down on dark cloth, its chain in an easy loop."""
    width, height = 2400, 1800
    relief = wire.Relief(width, height)
    left = [(1180, 758), (1020, 700), (800, 560), (610, 360), (520, 170), (500, 24)]
    right = [(1180, 758), (1340, 706), (1600, 590), (1850, 420), (2010, 220), (2080, 24)]
    for line in (left, right):
        chain(relief, rng, spline(line, 40), 60)
    bail(relief, 1180, 786, 34)
    pendant(relief, 1180, 1160, 330)
    drops(relief, 1180, 1160, 330)
    cloth, shape = _cloth(rng, width, height, 0.10)
    return light.vignette(on_cloth(rng, relief, cloth, shape), 0.35)


def detail(rng: Generator) -> Field:
    """Come close to the filigree."""
    width, height = 2400, 1800
    relief = wire.Relief(width, height)
    pendant(relief, 1090, 960, 790)
    bail(relief, 1090, 96, 70)
    cloth, shape = _cloth(rng, width, height, 0.12)
    return light.vignette(on_cloth(rng, relief, cloth, shape), 0.35)
