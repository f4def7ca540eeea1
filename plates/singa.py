"""The head of dhadhak merak: a tiger of carved wood covered in painted hide, a maned face with open jaws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, light
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.carving import puff
from plates.noise import cloud
from plates.vector import Points, Sheet, ellipse, place, ribbon, spline

if TYPE_CHECKING:
    from numpy.random import Generator

RIM = [
    (0, -0.92),
    (0.46, -0.92),
    (0.82, -0.62),
    (0.98, -0.08),
    (0.92, 0.40),
    (0.60, 0.82),
    (0.24, 0.99),
    (0, 1.0),
]
STRIPES = (
    [(0.98, -0.20), (0.78, -0.16), (0.64, -0.24)], [(1.0, 0.04), (0.82, 0.08), (0.70, 0.02)],
    [(0.98, 0.28), (0.84, 0.30), (0.72, 0.24)], [(0.88, 0.50), (0.76, 0.48), (0.66, 0.42)],
    [(0.80, -0.60), (0.62, -0.48), (0.46, -0.46)], [(0.62, -0.80), (0.44, -0.66), (0.30, -0.66)],
    [(0.10, -0.90), (0.12, -0.72), (0.05, -0.52)], [(0.30, -0.92), (0.28, -0.80), (0.18, -0.70)],
)  # fmt: skip


class Head:
    """A face that is built up part by part: colour and height."""

    def __init__(self, rng: Generator, size: tuple[int, int], at: tuple[float, float], scale: float) -> None:
        """Lay the furred face."""
        self.rng, self.size, self.at, self.scale = rng, size, at, scale
        width, height = size
        half = spline(RIM, 12)
        self.rim = np.vstack([half, (half * np.array([-1, 1]))[::-1]])
        self.face = self.filled(self.rim)
        self.hair = _hair(rng, size, at, scale)
        x, y = grid(width, height)
        glow = smoothstep(1.05, 0.1, np.hypot(x - at[0], y - at[1]) / scale)
        self.hue = mix(colour.tone("9c4a16") * np.ones((height, width, 1)), colour.tone("d98a2e"), glow)
        self.hue = np.asarray(self.hue * (0.62 + 0.5 * self.hair)[..., None], dtype=np.float32)
        self.shape = np.asarray(
            0.34 * scale * puff(self.face, 0.42 * scale) + 7 * self.hair, dtype=np.float32
        )
        self.shine = np.zeros((height, width), dtype=np.float32)

    def filled(self, points: Points) -> Field:
        """Give a shape of the face as a mask."""
        sheet = Sheet(*self.size)
        sheet.fill(place(np.asarray(points, dtype=float), *self.at, 0, self.scale))
        return sheet.mask()

    def both(self, points: Points) -> Field:
        """Give a shape and its mirror image."""
        there = np.asarray(points, dtype=float)
        return np.maximum(self.filled(there), self.filled(there * np.array([-1, 1])))

    def paint(
        self, mask: Field, code: str, lift: float = 0, *, furred: bool = False, shine: float = 0
    ) -> None:
        """Colour a part, raise it and polish it."""
        tint = (0.66 + 0.46 * self.hair) if furred else np.ones_like(mask)
        soft = blur(mask, 5) if furred else mask
        self.hue = mix(self.hue, np.asarray(colour.tone(code) * tint[..., None], dtype=np.float32), soft)
        if lift:
            self.shape = np.asarray(
                self.shape + lift * self.scale * puff(mask, 0.1 * self.scale), dtype=np.float32
            )
        if shine:
            self.shape = np.asarray(self.shape - 7 * self.hair * soft, dtype=np.float32)
            self.hair = np.asarray(self.hair * (1 - soft), dtype=np.float32)
        self.shine = np.where(mask > 0.5, shine, self.shine).astype(np.float32)


def _hair(rng: Generator, size: tuple[int, int], at: tuple[float, float], scale: float) -> Field:
    """Comb short hair outwards from the nose."""
    sheet = Sheet(*size, 1)
    count = int(26000 * (scale / 400) ** 0.5)
    for px, py, stray, value in zip(
        rng.uniform(-1.05, 1.05, count),
        rng.uniform(-1.0, 1.05, count),
        rng.normal(0, 0.2, count),
        rng.uniform(0.1, 1, count),
        strict=True,
    ):
        t = np.arctan2(py - 0.2, px) + stray
        line = np.array([(px, py), (px + 0.085 * np.cos(t), py + 0.085 * np.sin(t))]) * scale + np.array(at)
        sheet.line(line, 2, value)
    return blur(sheet.mask(), 0.7)


def _features(head: Head) -> None:
    for x, y, a, b, lift in ((0.62, 0.36, 0.26, 0.30, 0.05), (0.38, -0.48, 0.19, 0.10, 0.05)):
        head.paint(head.both(ellipse(x, y, a, b, 0.3)), "ece0c4", lift, furred=True)
    head.paint(head.both(ellipse(0.24, 0.36, 0.27, 0.21, -0.2)), "f1e6cc", 0.16, furred=True)
    head.paint(head.filled(ellipse(0, 0.90, 0.26, 0.11)), "ece0c4", 0.06, furred=True)
    for k, stripe in enumerate(STRIPES):
        head.paint(
            head.both(ribbon(spline(stripe, 8), [0.10, 0.09, 0.01] if k < 6 else [0.07, 0.06, 0.01])),
            "1a1210",
        )
    ridge = [(-0.13, -0.42), (0.13, -0.42), (0.17, 0.12), (-0.17, 0.12)]
    head.paint(head.filled(spline(ridge, 8, closed=True)), "c9772a", 0.14, furred=True)


def _eyes(head: Head) -> None:
    for x in (-0.40, 0.40):
        head.paint(head.filled(ellipse(x, -0.17, 0.235, 0.20)), "7c1d18", 0.05, shine=0.3)
        head.paint(head.filled(ellipse(x, -0.17, 0.20, 0.165)), "f4ecd4", 0.10, shine=0.9)
        head.paint(head.filled(ellipse(x * 0.96, -0.16, 0.105, 0.11)), "d39a20", 0.0, shine=0.9)
        head.paint(head.filled(ellipse(x * 0.96, -0.16, 0.058, 0.075)), "120d0b", 0.0, shine=0.9)
    brow = ribbon(
        spline([(0.14, -0.30), (0.34, -0.43), (0.62, -0.38), (0.70, -0.22)], 8), [0.05, 0.09, 0.07, 0.01]
    )
    head.paint(head.both(brow), "1a1210", 0.05)


def _jaws(head: Head) -> None:
    nose = [(-0.21, 0.10), (0, 0.06), (0.21, 0.10), (0.16, 0.24), (0, 0.32), (-0.16, 0.24)]
    head.paint(head.filled(spline(nose, 8, closed=True)), "8f2a22", 0.12, shine=0.5)
    head.paint(head.both(ellipse(0.09, 0.20, 0.045, 0.03, 0.5)), "1a0d0b", -0.05)
    mouth = [
        (-0.44, 0.56),
        (-0.2, 0.52),
        (0, 0.56),
        (0.2, 0.52),
        (0.44, 0.56),
        (0.34, 0.76),
        (0, 0.86),
        (-0.34, 0.76),
    ]
    head.paint(head.filled(spline(mouth, 8, closed=True)), "4a0f10", -0.14)
    head.paint(head.filled(ellipse(0, 0.76, 0.19, 0.09)), "b8352c", 0.06, shine=0.4)
    for k in range(-5, 6):
        x, top = 0.068 * k, 0.545 + 0.006 * abs(k)
        head.paint(
            head.filled(np.array([(x - 0.03, top), (x + 0.03, top), (x, top + 0.075)])),
            "f4ead0",
            0.03,
            shine=0.6,
        )
    for x, y, way in ((0.33, 0.555, 1), (0.25, 0.80, -1)):
        fang = np.array([(x - 0.045, y), (x + 0.045, y), (x, y + way * 0.17)])
        head.paint(head.both(fang), "f6edd6", 0.05, shine=0.7)


def mane(rng: Generator, size: tuple[int, int], at: tuple[float, float], scale: float) -> tuple[Field, Field]:
    """Give the mane's strands and where it lies: long dark hair that falls away from the face."""
    strands, cover = Sheet(*size, 1), Sheet(*size, 1)
    for _ in range(3600):
        t = rng.uniform(0, 2 * np.pi)
        start, long = rng.uniform(0.80, 1.0), rng.uniform(0.18, 0.42)
        bend = rng.normal(0, 0.12) + 0.25 * np.cos(t)
        path = [(s * np.cos(t + bend * (s - start)), s * np.sin(t + bend * (s - start)) + 0.10 * (s - start)) for s in
                (start, start + 0.5 * long, start + long)]  # fmt: skip
        line = place(spline(path, 5), *at, 0, scale)
        strands.line(line, 3, rng.uniform(0.1, 1))
        cover.line(line, 6)
    return blur(strands.mask(), 0.6), cover.mask()


def set_in(rng: Generator, picture: Field, at: tuple[float, float], scale: float) -> Field:
    """Set the head into a picture."""
    height, width = picture.shape[:2]
    strands, cover = mane(rng, (width, height), at, scale)
    hair = mix(colour.tone("140d0b") * np.ones((height, width, 1)), colour.tone("6a4427"), strands)
    shade = 1 - 0.6 * blur(cover, 40)
    out = np.asarray(picture * shade[..., None], dtype=np.float32)
    lit_hair = light.lit(
        np.asarray(hair, dtype=np.float32), light.facing(np.asarray(9 * strands, dtype=np.float32))
    )
    out = mix(out, lit_hair, smoothstep(0.1, 0.7, cover))
    head = Head(rng, (width, height), at, scale)
    ear = head.both(ellipse(0.70, -0.84, 0.20, 0.22, 0.5))
    inner = head.both(ellipse(0.70, -0.82, 0.12, 0.14, 0.5))
    head.paint(ear, "b0601f", 0.14, furred=True)
    head.paint(inner, "2a1712", -0.08)
    _features(head)
    _eyes(head)
    _jaws(head)
    solid = np.maximum(head.face, ear)
    shape = np.asarray((head.shape + 4 * cloud(rng, width, height, 120, 2)) * solid, dtype=np.float32)
    seen = light.shadow(shape, 200, 26)
    lit = light.lit(head.hue, light.facing(shape), 0.3 + 0.7 * seen, light.hollow(shape, 12, 40))
    gleam = head.shine * light.gloss(blur(shape, 2), 40)
    lit = np.asarray(lit + gleam[..., None], dtype=np.float32)
    return mix(out, lit, smoothstep(0.2, 0.8, solid))
