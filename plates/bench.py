"""At the bench: pamor welded and etched, brass in its mould, a bead at the lamp, teak half carved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import beads, colour, ground, lessons, light, medal, regalia, teak
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, place, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
GLOW = np.array([1.0, 0.30, 0.045], dtype=np.float32)


def _bar(y: float, left: float, right: float, half: float) -> tuple[Field, Field, Field]:
    """Forge a flat bar: its heights, its cover, and the place across it."""
    x, down = grid(WIDTH, HEIGHT)
    t = (down - y) / half
    inside = smoothstep(-2, 2, np.minimum(np.minimum(x - left, right - x), half * (1 - np.abs(t))))
    edge = np.clip(np.minimum(np.minimum(x - left, right - x), half * (1 - np.abs(t))) / 26, 0, 1)
    shape = 46 * np.sqrt(1 - (1 - edge) ** 2)
    return np.asarray(shape, dtype=np.float32), inside, np.asarray(t, dtype=np.float32)


def pamor(rng: Generator) -> Field:
    """Show three states of one bar: a stack of plates, welded and still hot, etched."""
    x, _ = grid(WIDTH, HEIGHT)
    bars = [_bar(330, 260, 2140, 150), _bar(900, 180, 2240, 132), _bar(1460, 120, 2300, 120)]
    shape = np.asarray(sum(b[0] for b in bars), dtype=np.float32)
    cover = np.asarray(sum(b[1] for b in bars), dtype=np.float32)
    scale = cloud(rng, WIDTH, HEIGHT, 26, 4, 0.6)
    iron = colour.tone("3a3b3e") * (1 + 0.12 * scale)[..., None]
    fold = cloud(rng, WIDTH, HEIGHT, 330, 4, 0.5)
    plates = np.mod((bars[0][2] + 1) * 4.5, 1)
    seam = smoothstep(0.08, 0.02, np.abs(np.mod((bars[0][2] + 1) * 9, 1) - 0.0))
    stack = mix(np.asarray(iron, dtype=np.float32), colour.tone("aeb0ad"), (plates > 0.5) * 0.9)
    wire = np.minimum(np.abs(x - 700), np.abs(x - 1700)) < 34
    etched = smoothstep(-0.35, 0.9, np.sin(2 * np.pi * (2.6 * bars[2][2] + 1.5 * fold)))
    last = mix(colour.tone("26272b") * np.ones_like(iron), colour.tone("c9c6bd"), 0.85 * etched)
    heat = smoothstep(700, 2150, np.asarray(x + 40 * fold, dtype=np.float32)) * bars[1][1]
    hue = np.where(bars[0][1][..., None] > 0.5, stack, np.where(bars[2][1][..., None] > 0.5, last, iron))
    hue = np.where((wire & (bars[0][1] > 0.5))[..., None], colour.tone("55524c"), hue)
    shape = shape - 7 * seam * bars[0][1] + 16 * wire * bars[0][1] * np.abs(np.sin(x / 5.4)) + 1.2 * scale
    shape = np.asarray(shape + 1.5 * etched * bars[2][1], dtype=np.float32)
    table = ground.plaster(rng, WIDTH, HEIGHT, colour.tone("3b342e")) * (1 + 0.08 * scale)[..., None]
    seen = light.shadow(np.asarray(shape * cover, dtype=np.float32), 160, 18)
    base = light.lit(np.asarray(table, dtype=np.float32), np.full_like(seen, 0.62), seen)
    face = light.lit(np.asarray(hue, dtype=np.float32), light.facing(shape, wrap=0.2))
    face = face + (0.26 * light.gloss(blur(shape, 1.6), 16) * (1 - heat))[..., None]
    flakes = 1 - 0.35 * smoothstep(0.6, 1.8, scale)
    fire = (2.6 * heat**1.5 * flakes)[..., None] * (
        GLOW + np.array([0, 0.34, 0.10], dtype=np.float32) * heat[..., None]
    )
    halo = blur(np.asarray(heat, dtype=np.float32), 90)[..., None] * GLOW * 0.75
    return lessons.small(
        light.vignette(mix(base + halo, np.asarray(face + fire, dtype=np.float32), cover), 0.3)
    )


def mould(rng: Generator) -> Field:
    """Open a clay mould: the hollow on the left, the brass just out of it on the right."""
    left, right, size = (650.0, 930.0), (1790.0, 930.0), 440.0
    hollow, round_ = regalia.sunburst(left[0], left[1], size)
    cast, solid = regalia.sunburst(right[0], right[1], size)
    x, y = grid(WIDTH, HEIGHT)
    ragged = 16 * cloud(rng, WIDTH, HEIGHT, 190, 3)
    slab = np.maximum(np.abs(x - left[0]) - 545, np.abs(y - 890) - 640) + ragged
    corner = smoothstep(6, -6, np.asarray(slab, dtype=np.float32))
    gate = (
        smoothstep(1.0, 0.75, np.abs(x - left[0]) / (58 + 0.16 * np.clip(480 - y, 0, 400)))
        * (y < 520)
        * corner
    )
    depth = 54 * round_ * (blur(round_, 8) > 0.5) + 1.15 * hollow
    clay = 92 * corner - depth - 46 * blur(np.asarray(gate * (1 - round_), dtype=np.float32), 6)
    clay = clay + corner * (2.2 * cloud(rng, WIDTH, HEIGHT, 30, 4, 0.6))
    hue = colour.tone("a3663f") * (1 + 0.07 * cloud(rng, WIDTH, HEIGHT, 260, 4))[..., None]
    burnt = np.clip(blur(np.maximum(round_, gate).astype(np.float32), 14), 0, 1) * corner
    hue = mix(np.asarray(hue, dtype=np.float32), colour.tone("3a2a22"), 0.72 * burnt)
    floor = ground.plaster(rng, WIDTH, HEIGHT, colour.tone("5d5348"))
    floor = np.asarray(floor * (1 + 0.09 * cloud(rng, WIDTH, HEIGHT, 14, 3))[..., None], dtype=np.float32)
    metal = medal.cast(
        rng, cast, solid, floor, tint=colour.tone("d8a052"), dark=colour.tone("3a3022"), rough=0.06
    )
    shape = np.asarray(clay, dtype=np.float32)
    seen = light.shadow(shape, 220, 24)
    lit = light.lit(hue, light.facing(shape), 0.22 + 0.78 * seen, light.hollow(shape, 16, 60))
    shaded = metal * (0.3 + 0.7 * mix(np.ones_like(seen), seen, smoothstep(1300, 1200, x)))[..., None]
    return lessons.small(light.vignette(mix(np.asarray(shaded, dtype=np.float32), lit, corner), 0.3))


def _rod(picture: Field, line: Points, wide: float, hue: Field, shine: float = 0.5) -> Field:
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.line(line, wide)
    mask = sheet.mask()
    tube = np.asarray(0.5 * wide * np.sqrt(np.clip(blur(mask, wide * 0.24) * 2 - 1, 0, 1)), dtype=np.float32)
    lit = light.lit(hue * np.ones_like(picture), light.facing(tube, wrap=0.3))
    lit = lit + (shine * light.gloss(tube, 24))[..., None]
    return mix(picture, np.asarray(lit, dtype=np.float32), mask)


def lamp(rng: Generator) -> Field:
    """Hold a bead in the flame, and a rod of green glass to the bead."""
    x, y = grid(WIDTH, HEIGHT)
    picture = ground.wall(rng, WIDTH, HEIGHT, colour.tone("241f1e"), (0.45, 0.5)).copy()
    picture = _rod(picture, np.array([(-60.0, 905.0), (1500.0, 835.0)]), 24, colour.tone("8d8d8a"))
    picture = _rod(
        picture, spline([(2460, 250), (1800, 560), (1352, 762)], 20), 74, colour.tone("1f7a5e"), 0.8
    )
    at, radius = (1180.0, 852.0), 236.0
    beads.patterned(
        picture, rng, at, radius, -0.045, (colour.tone("c8472a"), beads.HUES[3], beads.HUES[4]), 3
    )
    far = np.hypot(x - at[0], y - at[1]) / radius
    near = np.exp(-(((x - 1345) / 150) ** 2) - ((y - 765) / 120) ** 2)
    hot = np.clip(0.55 * smoothstep(1.02, 0.6, far) * smoothstep(700, 1180, y) + 1.3 * near, 0, 1.6)
    lift = np.clip((1760 - y) / 1500, 0, 1)
    sway = 26 * np.sin(y / 210) + 18 * cloud(rng, WIDTH, HEIGHT, 420, 2)
    across = np.abs(x - 1190 - sway)
    width = 330 * np.sqrt(lift) * (1 - lift) ** 0.62 + 1
    flame = smoothstep(1.0, 0.25, np.asarray(across / width, dtype=np.float32)) * (lift > 0) * (lift < 1)
    core = smoothstep(0.62, 0.05, np.asarray(across / width, dtype=np.float32)) * smoothstep(0.62, 0.1, lift)
    veil = flame * (1 - 0.72 * smoothstep(1.04, 0.96, far))
    amber, blue = np.array([1.0, 0.52, 0.14]), np.array([0.10, 0.26, 1.0])
    picture = picture + (0.62 * veil * (1 - 0.6 * core))[..., None] * amber
    picture = picture + (0.42 * core * (1 - 0.8 * smoothstep(1.04, 0.96, far)))[..., None] * blue
    picture = picture + hot[..., None] * np.array([1.0, 0.34, 0.06]) * 0.9
    halo = blur(np.asarray(flame + near, dtype=np.float32), 150)[..., None] * amber * 0.30
    return lessons.small(light.vignette(np.asarray(picture + halo, dtype=np.float32), 0.25))


def _chisel(rng: Generator, picture: Field, at: tuple[float, float], turn: float) -> Field:
    def put(points: list[tuple[float, float]]) -> Points:
        return place(np.array(points, dtype=float), at[0], at[1], turn)

    steel, wood = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
    steel.fill(put([(0, -44), (60, -48), (470, -26), (520, -22), (520, 22), (470, 26), (60, 48), (0, 44)]))
    wood.fill(put([tuple(p) for p in spline([(500, -40), (640, -66), (900, -74), (1060, -60), (1090, 0),
                   (1060, 60), (900, 74), (640, 66), (500, 40)], 8)]))  # fmt: skip
    blade, grip = steel.mask(), wood.mask()
    shape = np.asarray(90 + 40 * blur(blade, 14) + 62 * blur(grip, 22), dtype=np.float32)
    body = np.maximum(blade, grip)
    seen = light.shadow(np.asarray(shape * body, dtype=np.float32), 260, 30)
    picture = np.asarray(
        picture * (0.35 + 0.65 * mix(seen, np.ones_like(seen), body))[..., None], dtype=np.float32
    )
    grain = 1 + 0.12 * streaks(rng, WIDTH, HEIGHT, 12, 160, 2)
    hue = mix(
        colour.tone("8f9294") * np.ones_like(picture),
        np.asarray(colour.tone("5a3519") * grain[..., None], dtype=np.float32), grip,
    )  # fmt: skip
    lit = light.lit(hue, light.facing(shape, wrap=0.25)) + (0.4 * light.gloss(blur(shape, 2), 26))[..., None]
    return mix(picture, np.asarray(lit, dtype=np.float32), body)


def carving(rng: Generator) -> Field:
    """Stop half-way through a panel: carved on the left, pencilled on the right."""
    x, y = grid(WIDTH, HEIGHT)
    shape, flat = teak.relief(1210, 860, 1500)
    wave = 60 * cloud(rng, WIDTH, HEIGHT, 260, 2)
    done = smoothstep(1330, 1230, np.asarray(x - 0.35 * (y - 900) + wave, dtype=np.float32))
    whole = float(np.percentile(shape, 99.5))
    edges = np.hypot(*np.gradient(blur(shape, 2)))
    pencil = smoothstep(1.6, 4.0, np.asarray(edges, dtype=np.float32)) * (1 - done)
    cut = np.asarray(done * shape + (1 - done) * whole, dtype=np.float32)
    lit = teak.lit(rng, cut, np.asarray(np.maximum(flat * done, 1 - done), dtype=np.float32))
    lit = np.asarray(lit * (1 - 0.62 * pencil)[..., None], dtype=np.float32)
    return lessons.small(light.vignette(_chisel(rng, lit, (1290, 1010), 0.42), 0.2))
