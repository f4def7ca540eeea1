"""Carved teak of Karduluk: scrolls, leaves and flowers cut deep into a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light
from plates.canvas import Field, blur, grid, mix
from plates.carving import puff
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, ellipse, place, ribbon, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800
TEAK = colour.tone("8a5a30")
Put = tuple[float, float, float, float]


class Panel:
    """A panel being carved: raised shapes and cut lines, drawn in the panel's own measure."""

    def __init__(self, x: float, y: float, size: float) -> None:
        """Take a flat panel."""
        self.low, self.high, self.cut, self.frame = (Sheet(WIDTH, HEIGHT) for _ in range(4))
        self.at = (x, y, size)

    def to(self, points: Points, put: Put = (0, 0, 0, 1)) -> Points:
        """Bring points to the picture."""
        x, y, size = self.at
        there = place(np.asarray(points, dtype=float), put[0], put[1], put[2], put[3])
        return np.asarray(there * size + np.array([x, y]))

    def leaf(self, put: Put, curl: float = 0.3) -> None:
        """Carve a curled leaf with its lobes and ribs."""
        spine = spline([(0, 0), (0.34, -0.10 * curl), (0.68, -0.34 * curl), (0.92, -0.9 * curl)], 12)
        self.high.fill(self.to(ribbon(spine, [0.06, 0.30, 0.40, 0.30, 0.04]), put))
        for k, (s, side) in enumerate(((0.25, 1), (0.45, 1), (0.65, 1), (0.3, -1), (0.52, -1))):
            x, y = spine[int(s * (len(spine) - 1))]
            lobe = ellipse(x + 0.02 * k, y + side * 0.17, 0.13, 0.085, side * 0.7, 18)
            self.high.fill(self.to(lobe, put))
        self.cut.line(self.to(spine[2:-3], put), 0.026 * put[3] * self.at[2])
        for s in (0.3, 0.46, 0.62):
            x, y = spine[int(s * (len(spine) - 1))]
            for side in (-1, 1):
                rib = spline([(x, y), (x + 0.10, y + side * 0.07), (x + 0.16, y + side * 0.15)], 5)
                self.cut.line(self.to(rib, put), 0.016 * put[3] * self.at[2])

    def scroll(self, put: Put, way: int, *, flower: bool = False) -> None:
        """Carve a scroll with leaves on its back and a bud or a flower in its eye."""
        line = spiral(0, 0, 0.62, 1.25 * way, np.pi, 60)[:48]
        self.low.stroke(self.to(line, put), [0.13 * put[3] * self.at[2], 0.09 * put[3] * self.at[2]])
        self.cut.line(self.to(line[2:-2], put), 0.014 * put[3] * self.at[2])
        for k, size in ((3, 0.56), (12, 0.56), (21, 0.48)):
            x, y = line[k]
            turn = np.arctan2(y, x) + 0.75 * way
            px, py, pt, ps = put
            cos, sin = np.cos(pt) * ps, np.sin(pt) * ps
            self.leaf((px + x * cos - y * sin, py + x * sin + y * cos, pt + turn, ps * size), 0.4 * way)
        x, y = line[-1]
        if flower:
            for k in range(6):
                t = k * np.pi / 3
                petal = ellipse(x + 0.15 * np.cos(t), y + 0.15 * np.sin(t), 0.12, 0.085, t, 18)
                self.high.fill(self.to(petal, put))
                self.cut.line(
                    self.to(np.array([(x, y), (x + 0.22 * np.cos(t), y + 0.22 * np.sin(t))]), put), 4
                )
        self.high.fill(self.to(ellipse(x, y, 0.085, 0.085), put))

    def border(self, half: tuple[float, float]) -> None:
        """Carve the frame and its row of beads."""
        a, b = half
        for grow, thick in ((1.0, 0.05), (0.93, 0.022)):
            corners = np.array([(-a, -b), (a, -b), (a, b), (-a, b)]) * grow
            self.frame.line(self.to(corners), thick * self.at[2], closed=True)
        for x in np.arange(-a + 0.08, a, 0.075):
            for y in (-b * 0.965, b * 0.965):
                spot = self.to(np.array([[x, y]]))[0]
                self.high.dot(float(spot[0]), float(spot[1]), 0.021 * self.at[2])


def _carved(rng: Generator, x: float, y: float, size: float) -> Field:
    p = Panel(x, y, size)
    for side in (-1, 1):
        for up in (-1, 1):
            turn = 0.0 if side < 0 else np.pi
            p.scroll((side * 0.64, up * 0.42, turn, 0.60), up * -side, flower=True)
            p.scroll((side * 1.14, up * 0.46, turn + np.pi, 0.34), up * side)
            p.leaf((side * 1.00, up * 0.10, turn + np.pi + up * side * 0.25, 0.40), 0.3 * up * side)
            p.low.stroke(
                p.to(
                    spline(
                        [
                            (side * 0.30, up * 0.20),
                            (side * 0.16, up * 0.6),
                            (side * 0.40, up * 0.70),
                            (side * 1.02, up * 0.72),
                        ],
                        10,
                    )
                ),
                0.035 * size,
            )
            p.leaf((side * 1.02, up * 0.72, turn + 0.06 * up, 0.30), 0.2 * up)
            p.leaf((side * 0.60, up * 0.71, turn + np.pi + 0.3 * up * side, 0.28), -0.3 * up)
        for k in range(3):
            p.leaf((side * 0.06, 0.0, (0.0 if side > 0 else np.pi) + (k - 1) * 0.55, 0.36), 0.1)
    for k in range(8):
        t = k * np.pi / 4
        p.high.fill(p.to(ellipse(0.17 * np.cos(t), 0.17 * np.sin(t), 0.12, 0.062, t, 22)))
        p.cut.line(
            p.to(np.array([(0.08 * np.cos(t), 0.08 * np.sin(t)), (0.25 * np.cos(t), 0.25 * np.sin(t))])),
            0.012 * size,
        )
    p.high.fill(p.to(ellipse(0, 0, 0.075, 0.075)))
    for up in (-1, 1):
        for turn in (-0.6, 0.0, 0.6):
            p.leaf((0, up * 0.22, up * np.pi / 2 + turn, 0.42), 0.2)
    p.border((1.52, 0.92))
    return _lit(rng, p, size)


def _lit(rng: Generator, p: Panel, size: float) -> Field:
    low, high, cut, frame = (sheet.mask() for sheet in (p.low, p.high, p.cut, p.frame))
    shape = 0.06 * size * puff(low, 0.05 * size) + 0.11 * size * puff(high, 0.06 * size)
    shape = shape - 0.022 * size * blur(cut, 2.2) + 0.09 * size * puff(frame, 0.03 * size)
    x, y = grid(WIDTH, HEIGHT)
    chips = cloud(rng, WIDTH, HEIGHT, 34, 2) * (1 - np.clip(low + high + frame, 0, 1))
    rings = np.sin(
        (y + 60 * cloud(rng, WIDTH, HEIGHT, 700, 2)) / 19 + 1.4 * cloud(rng, WIDTH, HEIGHT, 220, 2)
    )
    pores = np.clip(streaks(rng, WIDTH, HEIGHT, 120, 3), 0, 3)
    fibre = streaks(rng, WIDTH, HEIGHT, 420, 9, 3, 0.7)
    hue = TEAK * (1 + 0.10 * fibre + 0.06 * rings - 0.05 * pores)[..., None]
    deep = np.clip((blur(shape, 0.03 * size) - shape) / (0.05 * size), 0, 1)
    hue = mix(np.asarray(hue, dtype=np.float32), colour.tone("2c170b"), 0.6 * deep)
    shape = np.asarray(shape + 1.6 * chips + 0.4 * fibre - 0.5 * pores + 0 * x, dtype=np.float32)
    seen = light.shadow(shape, 160, 18)
    lit = light.lit(hue, light.facing(shape), 0.2 + 0.8 * seen, light.hollow(shape, 14, 50, 120))
    shine = 0.16 * light.gloss(blur(shape, 1.5), 24) * seen
    return light.vignette(np.asarray(lit + shine[..., None], dtype=np.float32), 0.32)


def panel(rng: Generator) -> Field:
    """Show the panel."""
    return _carved(rng, 1200, 900, 745)


def detail(rng: Generator) -> Field:
    """Come close to a scroll and its flower."""
    return _carved(rng, 2150, 1330, 1650)
