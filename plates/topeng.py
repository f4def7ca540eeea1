"""Topeng Malangan: Panji's mask, carved of light wood, painted and hung on a dark wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, panji
from plates.canvas import Field, Loose, blur, grid, mix, smoothstep
from plates.carving import groove, puff
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, ellipse, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

GREEN = colour.tone("2b6b48")
RED = colour.tone("a52a22")
GILT = colour.tone("d19c3a")
BLACK = colour.tone("15120f")
WHITE = colour.tone("f0e8d6")
WOOD = colour.tone("c8a673")


@dataclass
class Mask:
    """A mask being made: its size, its paint, its heights and where it is solid."""

    width: int
    height: int
    x: float
    y: float
    unit: float
    paint: Field
    shape: Field
    solid: Field

    def put(self, points: Points) -> Points:
        """Bring points into the picture."""
        return np.asarray(points * self.unit + np.array([self.x, self.y]))

    def sheet(self) -> Sheet:
        """Take a sheet of the picture's size."""
        return Sheet(self.width, self.height)

    def filled(self, *shapes: Points) -> Field:
        """Draw shapes as one mask."""
        sheet = self.sheet()
        for shape in shapes:
            sheet.fill(self.put(shape))
        return sheet.mask()

    def brush(self, where: Field, hue: Field) -> None:
        """Paint."""
        self.paint[...] = mix(self.paint, hue, where)

    def lift(self, by: Loose) -> None:
        """Raise or cut the surface."""
        self.shape += by

    def level(self, where: Field, height: Field) -> None:
        """Set a part on top, at its own height."""
        self.shape[...] = np.where(where > 0.5, height, self.shape)
        self.solid[...] = np.maximum(self.solid, where)

    def around(self, *shapes: Points) -> Mask:
        """Work only on the part of the mask that holds some shapes."""
        points = self.put(np.vstack(shapes))
        margin = 0.12 * self.unit
        low = np.maximum(points.min(axis=0) - margin, 0).astype(int)
        high = np.minimum(points.max(axis=0) + margin, (self.width, self.height)).astype(int)
        high = np.maximum(high, low + 8)
        low = np.minimum(low, (self.width - 8, self.height - 8))
        part = (slice(low[1], high[1]), slice(low[0], high[0]))
        paint, shape, solid = self.paint[part], self.shape[part], self.solid[part]
        high_, wide = shape.shape
        return Mask(wide, high_, self.x - low[0], self.y - low[1], self.unit, paint, shape, solid)


def blank(rng: Generator, width: int, height: int, x: float, y: float, unit: float) -> Mask:
    """Carve the face out of the block."""
    px, py = grid(width, height)
    made = Mask(width, height, x, y, unit, np.zeros((height, width, 3), dtype=np.float32), px, px.copy())
    made.solid = made.filled(panji.outline())
    made.shape = panji.sculpt((px - x) / unit, (py - y) / unit) * np.float32(unit)
    grain = 1 + 0.05 * streaks(rng, width, height, 9, 500, 2)
    made.paint = np.asarray(GREEN * grain[..., None], dtype=np.float32)
    return made


def _eyes(whole: Mask) -> None:
    for side in (-1, 1):
        e = panji.eye(side)
        m = whole.around(*e.values())
        white = m.filled(e["white"])
        m.lift(0.02 * m.unit * puff(white, 0.06 * m.unit))
        m.brush(white, WHITE * 0.9)
        m.brush(m.filled(e["iris"]) * white, BLACK)
        ring = m.filled(e["iris"] * 0.3 + e["iris"].mean(axis=0) * 0.7)
        m.brush(ring * white, colour.tone("050403"))
        for name in ("lid", "lower", "brow"):
            line = m.filled(e[name])
            m.brush(line, BLACK)
            m.lift((0.018 if name != "brow" else 0.012) * m.unit * puff(line, 0.03 * m.unit))
        sheet = m.sheet()
        sheet.line(m.put(e["crease"]), 0.012 * m.unit)
        m.lift(groove(sheet.mask(), 0.02 * m.unit, 3))
        m.brush(sheet.mask() * 0.55, BLACK)


def _mouth(whole: Mask) -> None:
    m = whole.around(spline(panji.LIP_LOW, 4), spline(panji.LIP_TOP, 4))
    upper = m.filled(np.vstack([spline(panji.LIP_TOP, 8), spline(panji.LIP_SLIT, 8)]))
    lower = m.filled(np.vstack([spline(panji.LIP_LOW, 8), spline(panji.LIP_SLIT[::-1], 8)]))
    m.lift(0.05 * m.unit * (puff(upper, 0.06 * m.unit) + 1.15 * puff(lower, 0.07 * m.unit)))
    m.brush(np.maximum(upper, lower), RED * 0.85)
    slit = m.sheet()
    slit.stroke(m.put(spline(panji.LIP_SLIT, 8)), [0, 0.022 * m.unit, 0.03 * m.unit, 0.022 * m.unit, 0])
    teeth = m.sheet()
    teeth.stroke(m.put(spline(panji.LIP_SLIT[1:4], 8) + np.array([0, -0.004])), 0.014 * m.unit)
    m.lift(groove(slit.mask(), 0.03 * m.unit, 3))
    m.brush(slit.mask(), BLACK)
    m.brush(teeth.mask(), WHITE * 0.8)
    edge = m.sheet()
    for line in (panji.LIP_TOP, panji.LIP_LOW):
        edge.line(m.put(spline(line, 8)), 0.010 * m.unit)
    m.brush(edge.mask() * 0.8, BLACK)


def carve(whole: Mask, outline: Points, relief: float, hue: Field, level: float) -> None:
    """Carve one leaf with an inner leaf and a rib, and paint it."""
    m = whole.around(outline)
    where = m.filled(outline)
    middle = outline.mean(axis=0)
    inner = m.filled(outline * 0.62 + middle * 0.38)
    core = m.filled(outline * 0.30 + middle * 0.70)
    rounded = (
        0.30 * puff(where, 0.08 * m.unit)
        + 0.16 * puff(inner, 0.05 * m.unit)
        - 0.1 * puff(core, 0.03 * m.unit)
    )
    lift = m.unit * (level + relief * 1.6 * rounded)
    m.level(where, np.asarray(lift, dtype=np.float32))
    m.brush(where, BLACK)
    m.brush(m.filled(outline * 0.93 + middle * 0.07), hue)
    m.brush(inner, BLACK)
    m.brush(m.filled(outline * 0.56 + middle * 0.44), RED if hue is GILT else GILT)
    m.brush(core, GILT if hue is GILT else WHITE)


def _crown(whole: Mask) -> None:
    hues = {"gold": GILT, "red": RED}
    for side in (-1, 1):
        for outline, relief, name in panji.ears(side):
            carve(whole, outline, relief, hues[name], 0.12)
    for k, (outline, relief, name) in enumerate(panji.crown()):
        carve(whole, outline, relief, hues[name], 0.24 + 0.022 * k)
    for low, high, hue, lift in (
        (-0.02, 0.06, BLACK, 0.03),
        (0.05, 0.09, GILT, 0.06),
        (0.09, 0.21, RED, 0.035),
        (0.21, 0.25, GILT, 0.06),
    ):
        shapes: list[Points] = []
        panji.band(shapes.append, low, high)
        m = whole.around(*shapes)
        where = m.filled(*shapes)
        across = (grid(m.width, m.height)[0] - m.x) / m.unit
        bow = 0.62 * np.sqrt(np.clip(1.1 - across * across, 0, 1)) + lift
        m.level(where, np.asarray(m.unit * (bow + 0.05 * puff(where, 0.03 * m.unit)), dtype=np.float32))
        m.brush(where, hue)
    _beads(whole)


def _beads(whole: Mask) -> None:
    for k in range(-7, 8):
        x = k * 0.125
        y = float(panji.forehead(np.array([x], dtype=np.float32))[0]) - 0.15
        size = 0.044 if k % 2 == 0 else 0.028
        round_ = ellipse(x, y, size, size * 1.15)
        m = whole.around(round_)
        bead = m.filled(round_)
        m.lift(0.05 * m.unit * puff(bead, size * m.unit))
        m.brush(bead, GILT if k % 2 == 0 else WHITE)
    cula = panji.leafage((0, -0.62), 0, 0.52, 0.30)
    carve(whole, cula, 0.22, GILT, 0.78)
    urna = panji.leafage((0, -0.335), 0, 0.17, 0.085)
    m = whole.around(urna)
    where = m.filled(urna)
    m.lift(0.035 * m.unit * puff(where, 0.03 * m.unit))
    m.brush(where, GILT)
    m.brush(m.filled(urna * 0.5 + urna.mean(axis=0) * 0.5), RED)


def _hair(m: Mask) -> None:
    sheet = m.sheet()
    panji.curls(sheet, m.put, 0.018 * m.unit)
    for side in (-1, 1):
        line = spiral(0.80 * side, 0.08, 0.085, 1.2 * side, 0 if side > 0 else np.pi, 40)
        lead = spline([(0.915 * side, -0.22), (0.90 * side, -0.10), tuple(line[0])], 8)
        sheet.stroke(m.put(np.vstack([lead[:-1], line])), [4, 0.05 * m.unit, 0.04 * m.unit, 4])
    m.lift(0.012 * m.unit * puff(sheet.mask(), 6))
    m.brush(sheet.mask(), BLACK)


def make(rng: Generator, width: int, height: int, x: float, y: float, unit: float) -> Mask:
    """Make the whole mask."""
    m = blank(rng, width, height, x, y, unit)
    _eyes(m)
    _mouth(m)
    _hair(m)
    _crown(m)
    return m


def aged(rng: Generator, m: Mask) -> None:
    """Wear the paint a little where hands touch, and let dust settle in the hollows."""
    rough = cloud(rng, m.width, m.height, 60, 4, 0.6)
    sharp = m.shape - blur(m.shape, 0.02 * m.unit)
    worn = smoothstep(2.1, 3.6, sharp * 200 / m.unit + 0.9 * rough)
    worn = worn * smoothstep(0.05 * m.unit, 0.02 * m.unit, np.abs(sharp))
    m.brush(np.asarray(0.4 * worn, dtype=np.float32), WOOD)
    m.paint = np.asarray(m.paint * (1 + 0.05 * rough)[..., None], dtype=np.float32)
    m.lift(0.22 * streaks(rng, m.width, m.height, 9, 200, 2) + 0.7 * cloud(rng, m.width, m.height, 90, 2))


def hung(rng: Generator, m: Mask) -> Field:
    """Age it, hang it on the wall and light it."""
    aged(rng, m)
    return bare(rng, m, 1.0)


def bare(rng: Generator, m: Mask, glaze: float = 0.25) -> Field:
    """Hang it on the wall as it is and light it; glaze is how much its paint shines."""
    raised = np.asarray(m.solid * (m.shape + 60), dtype=np.float32)
    seen = light.shadow(raised, 620, 70)
    face = light.facing(m.shape, wrap=0.1)
    open_ = light.hollow(np.asarray(np.where(m.solid > 0.5, m.shape, 0), dtype=np.float32), 14, 50, 160)
    lit = light.lit(m.paint, face, 0.18 + 0.82 * seen, open_)
    shine = glaze * (0.30 * light.gloss(blur(m.shape, 2), 34) + 0.07 * light.gloss(blur(m.shape, 3), 6))
    lit = np.asarray(lit + (shine * seen * open_)[..., None] * colour.KEY, dtype=np.float32)
    wall = ground.wall(rng, m.width, m.height, colour.tone("5a4638"), (0.26, 0.22))
    behind = light.lit(wall, np.full_like(seen, 0.6), seen, 1 - 0.4 * blur(m.solid, 70))
    return mix(behind, lit, smoothstep(0.1, 0.9, m.solid))


def mask(rng: Generator) -> Field:
    """Show the whole mask."""
    return light.vignette(hung(rng, make(rng, 1800, 2400, 880, 1370, 610)), 0.36)


def detail(rng: Generator) -> Field:
    """Come close to the calm eyes, the brow and the crown's edge."""
    return light.vignette(hung(rng, make(rng, 2400, 1800, 1540, 1330, 1160)), 0.3)
