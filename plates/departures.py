"""The airport shop: a counter with cloth and boxes, an aeroplane beyond the glass at daybreak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, harbour, light
from plates.canvas import Field, blur, grid, mix, resize, smoothstep
from plates.noise import streaks
from plates.vector import Sheet, ellipse, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = harbour.WIDTH, harbour.HEIGHT
SILL = 1180.0
HORIZON = 800.0
MULLIONS = (60.0, 820.0, 1580.0, 2340.0)


def _sky(rng: Generator) -> Field:
    _x, y = grid(WIDTH, HEIGHT)
    high, low = colour.tone("6f8fb4"), colour.tone("f0c392") * 1.25
    sky = mix(np.asarray(low * np.ones((HEIGHT, WIDTH, 1)), dtype=np.float32), high, smoothstep(760, 60, y))
    cloud = smoothstep(0.5, 1.8, streaks(rng, WIDTH, HEIGHT, 700, 60, 4)) * smoothstep(760, 560, y)
    sky = mix(sky, colour.tone("f6dcc4"), np.asarray(0.55 * cloud, dtype=np.float32))
    apron = colour.tone("8d8a86") * (1 + 0.05 * streaks(rng, WIDTH, HEIGHT, 500, 4, 2))[..., None]
    return mix(sky, np.asarray(apron, dtype=np.float32), smoothstep(HORIZON - 2, HORIZON + 2, y))


def _shapes(*outlines: list[tuple[float, float]]) -> Field:
    sheet = Sheet(WIDTH, HEIGHT)
    for outline in outlines:
        sheet.fill(spline(outline, 8, closed=True))
    return sheet.mask()


def _fuselage() -> list[tuple[float, float]]:
    above = [(262, 712), (285, 680), (340, 650), (430, 634), (700, 630), (1100, 628), (1500, 628)]
    behind = [(1830, 640), (1990, 662), (1850, 730), (1600, 772)]
    below = [(1100, 777), (700, 778), (430, 774), (330, 760), (275, 738)]
    return [*above, *behind, *below]


def _plane(view: Field) -> Field:
    """Park an aeroplane, its nose to the left, on its shadow."""
    _x, y = grid(WIDTH, HEIGHT)
    shade = Sheet(WIDTH, HEIGHT)
    shade.fill(ellipse(1080, 905, 830, 26))
    view = mix(view, colour.tone("4e4c4c"), 0.75 * blur(shade.mask(), 12))
    legs = Sheet(WIDTH, HEIGHT)
    for x in (480.0, 1010.0, 1120.0):
        legs.line(np.array([(x, 760.0), (x, 880.0)]), 14)
        legs.fill(ellipse(x, 884, 26, 26))
    view = mix(view, colour.tone("35343a"), legs.mask())
    fin = _shapes([(1690, 650), (1770, 530), (1850, 415), (1885, 400), (1945, 400), (1960, 425), (1975, 660)])
    view = mix(view, colour.tone("9a3a2c"), fin)
    body = _shapes(_fuselage())
    white = colour.tone("efe9df") * (1.08 - 0.42 * smoothstep(640, 778, y))[..., None]
    view = mix(view, np.asarray(white, dtype=np.float32), body)
    stripe = body * smoothstep(725, 728, y) * smoothstep(742, 739, y)
    view = mix(view, colour.tone("9a3a2c"), np.asarray(stripe, dtype=np.float32))
    panes = Sheet(WIDTH, HEIGHT)
    for k in range(27):
        panes.fill(ellipse(470 + 45 * k, 690, 9, 13))
    panes.fill(spline([(318, 676), (372, 654), (378, 678), (322, 692)], 6, closed=True))
    view = mix(view, colour.tone("3c4654"), panes.mask())
    wing = _shapes([(880, 752), (1180, 748), (1560, 838), (1600, 852), (1280, 830)])
    view = mix(view, colour.tone("b9b3a8"), wing)
    engine = _shapes([(870, 800), (900, 772), (1080, 778), (1130, 806), (1080, 836), (900, 840)])
    return mix(view, colour.tone("d8d2c6"), engine)


def _frame(rng: Generator, view: Field) -> Field:
    x, _y = grid(WIDTH, HEIGHT)
    bars = np.min([np.abs(x - m) for m in MULLIONS], axis=0)
    metal = colour.tone("5c5f60") * (1 + 0.04 * streaks(rng, WIDTH, HEIGHT, 6, 300, 2))[..., None]
    lit = metal * (1.15 - 0.5 * smoothstep(0, 26, bars))[..., None]
    return mix(view, np.asarray(lit, dtype=np.float32), smoothstep(27, 24, bars))


def _counter(rng: Generator, still: harbour.Still) -> None:
    x, y = grid(WIDTH, HEIGHT)
    grain = streaks(rng, WIDTH, HEIGHT, 700, 9, 3, 0.7)
    front = np.asarray(colour.tone("7a5433") * (1 + 0.13 * grain)[..., None], dtype=np.float32)
    slats = 6 * np.cos(2 * np.pi * x / 150)
    still.put(front, np.asarray(150 + slats, dtype=np.float32), smoothstep(SILL + 58, SILL + 62, y))
    top = smoothstep(SILL - 2, SILL, y) * smoothstep(SILL + 62, SILL + 58, y)
    still.put(np.asarray(front * 1.25, dtype=np.float32), np.full_like(x, 230), top)


def _goods(rng: Generator, still: harbour.Still) -> None:
    a, b, c, d, e, f = harbour.cloths(rng)
    harbour.stack(rng, still, [a, e, b, f], 130, SILL, 500)
    harbour.box(rng, still, (740, SILL), (340, 150), (False, False))
    harbour.box(rng, still, (730, SILL - 150), (360, 92), (False, True))
    harbour.stack(rng, still, [c, f, d], 1230, SILL, 480)
    harbour.box(rng, still, (1830, SILL), (400, 180), (True, False))
    harbour.box(rng, still, (1820, SILL - 180), (420, 96), (False, True))


def shop(rng: Generator) -> Field:
    """Draw the counter before the glass, 1600 by 1067 pixels."""
    view = blur(_frame(rng, _plane(_sky(rng))), 2.5)
    still = harbour.Still(view, np.zeros((HEIGHT, WIDTH), dtype=np.float32))
    _counter(rng, still)
    _goods(rng, still)
    near = smoothstep(60, 100, still.shape)
    seen = light.shadow(still.shape, 420, 60)
    lit = light.lit(
        still.hue,
        light.facing(still.shape, wrap=0.2),
        0.3 + 0.7 * seen,
        light.hollow(still.shape, 20, 60, 140),
    )
    warm = np.asarray(lit * np.array([1.06, 0.98, 0.9]), dtype=np.float32)
    return resize(light.vignette(mix(view, warm, near), 0.25), 1600, 1067)
