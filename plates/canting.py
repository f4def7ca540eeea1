"""The canting: a copper bowl and spout on a wooden handle, drawing wax on cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour, light, weave, wire
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.drape import Ridge, folds
from plates.noise import streaks
from plates.vector import Points, Sheet, ellipse, spline, wobble

if TYPE_CHECKING:
    from numpy.random import Generator

COPPER = colour.tone("d08a58")
TIP = (640.0, 690.0)


def _tool(relief: wire.Relief) -> None:
    handle = spline([(1500, 60), (1330, 196), (1150, 338), (1000, 452)], 60)
    sizes = np.interp(np.linspace(0, 1, len(handle)), [0, 0.06, 0.5, 0.85, 1], [10, 26, 34, 27, 18])
    for (x, y), r, z in zip(handle, sizes, np.linspace(190, 150, len(handle)), strict=True):
        relief.ball(float(x), float(y), float(z), float(r), 2)
    for k in range(26):
        t = k / 25
        relief.wire(ellipse(1000 - 30 * t, 452 + 24 * t, 13 - 3 * t, 19, 0.66, 30), 4, 150 + 3 * t, 1)
    bowl = spline([(968, 474), (925, 500), (872, 540), (822, 580)], 160)
    swell = np.interp(np.linspace(0, 1, len(bowl)), [0, 0.2, 0.55, 0.85, 1], [26, 62, 78, 52, 20])
    for (x, y), r in zip(bowl, swell, strict=True):
        relief.ball(float(x), float(y), 120, float(r), 1)
    spout = spline([(836, 572), (776, 590), (716, 606), (668, 640), TIP], 30)
    thick = np.interp(np.linspace(0, 1, len(spout)), [0, 0.3, 1], [22, 13, 6])
    for k, (x, y) in enumerate(spout):
        relief.ball(float(x), float(y), float(np.interp(k, [0, len(spout)], [120, 6])), float(thick[k]), 1)
    for t in np.linspace(0, 1, 26):
        relief.wire(ellipse(912, 496, 50 * t + 1, 30 * t + 1, -0.6, 90), 3, 194, 3)
    ring = ellipse(912, 496, 54, 34, -0.6, 90)
    relief.wire(np.vstack([ring, ring[:1]]), 6, 193, 1)


def _drawn(rng: Generator) -> tuple[Field, Field]:
    """Draw what is already waxed, and what is still a pencil line."""
    wax, pencil = Sheet(1600, 1200), Sheet(1600, 1200)
    step = 300
    for row in range(-1, 8):
        for column in range(-1, 8):
            x, y = column * step + (row % 2) * step / 2 + 40, row * step / 2 - 60
            for k in range(2):
                t = np.pi / 4 + k * np.pi / 2
                shape = ellipse(x + 106 * np.cos(t), y + 106 * np.sin(t), 90, 50, t, 48)
                done = bool(shape[:, 1].mean() > 640 + 0.32 * (shape[:, 0].mean() - 300))
                _outline(rng, wax if done else pencil, shape, done=done)
    part = ellipse(TIP[0] - 20, TIP[1] - 88, 90, 50, -np.pi / 4, 90)
    near = np.argmin(np.hypot(*(part - np.array(TIP)).T))
    arc = np.roll(part, -near, axis=0)[:40]
    wax.line(arc + (np.array(TIP) - arc[0]), 11)
    return wax.mask(), pencil.mask()


def _outline(rng: Generator, sheet: Sheet, shape: Points, *, done: bool) -> None:
    sheet.line(wobble(shape, rng, 1.6), 10.5 if done else 2.0, closed=True)
    if done:
        middle = shape.mean(axis=0)
        sheet.line(wobble((shape - middle) * 0.55 + middle, rng, 1.4), 6, closed=True)
        sheet.dot(float(middle[0]), float(middle[1]), 7)


def drawing(rng: Generator) -> Field:
    """Show the canting at work, half the pattern waxed."""
    width, height = 1600, 1200
    wax, pencil = _drawn(rng)
    wax = batik.by_hand(rng, wax, 1.0)
    bulge, shade, _ = weave.plain(rng, width, height, 5.0, 2)
    shape = folds(rng, width, height, [Ridge(1300, 1000, 2.3, 240, 900, 90, 0.1)], 7)
    cloth = colour.COTTON * (0.93 * shade)[..., None]
    cloth = mix(np.asarray(cloth, dtype=np.float32), colour.tone("6d6258"), 0.55 * pencil)
    seep = smoothstep(0.1, 0.9, wax)
    hue = mix(cloth, colour.tone("8a5a26"), 0.86 * seep)
    bead = 3.4 * np.sqrt(np.clip(blur(wax, 1.5), 0, 1))
    shape = np.asarray(shape + 1.3 * bulge * (1 - seep) + bead, dtype=np.float32)
    relief = wire.Relief(width, height)
    _tool(relief)
    metal, cover, heights = _tool_lit(rng, relief)
    seen = light.shadow(np.asarray(heights * cover, dtype=np.float32), 330, 80)
    near = 1 - 0.25 * blur(cover, 26)
    lit = light.lit(hue, light.facing(shape), 0.34 + 0.66 * seen, near)
    gleam = 0.5 * seep * light.gloss(blur(shape, 0.8), 30) * seen
    lit = np.asarray(lit + gleam[..., None], dtype=np.float32)
    x, y = grid(width, height)
    far = np.hypot(x - 690, (y - 700) * 1.25) / 1150
    lit = light.focus(lit, smoothstep(0.3, 0.95, np.asarray(far, dtype=np.float32)), 7)
    return light.vignette(mix(lit, metal, cover), 0.26)


def _tool_lit(rng: Generator, relief: wire.Relief) -> tuple[Field, Field, Field]:
    wood, wax = np.abs(relief.mark - 2) < 0.5, relief.mark > 2.5
    mirrored = wire.studio(relief.nx, relief.ny)[..., None] * COPPER * 1.25
    face = np.clip(-0.5 * relief.nx - 0.55 * relief.ny + 0.62, 0, 1)
    high, wide = relief.height.shape
    grain = 1 + 0.10 * streaks(rng, wide, high, 9, 9, 3)
    matt = light.lit(
        np.asarray(colour.tone("8a5a34") * grain[..., None], dtype=np.float32), face.astype(np.float32)
    )
    gleam = 0.25 * np.exp(-(((relief.nx + 0.4) / 0.2) ** 2) - ((relief.ny + 0.45) / 0.2) ** 2)
    shown = np.where(wood[..., None], matt + gleam[..., None], mirrored)
    shown = np.where(wax[..., None], colour.tone("3a2110") + 0.5 * gleam[..., None], shown)
    solid = (relief.height > -1e3).astype(np.float32)
    cover = relief.cover()
    lit = (
        relief.smaller(np.asarray(shown * solid[..., None], dtype=np.float32))
        / np.maximum(cover, 0.02)[..., None]
    )
    return np.asarray(lit, dtype=np.float32), cover, relief.heights()
