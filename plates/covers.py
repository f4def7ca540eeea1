"""Plaited covers: the tudung saji of Lingga, the kopiah of resam fern, the mats of Bawean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, plait, still, tika
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud
from plates.turned import Turned

if TYPE_CHECKING:
    from numpy.random import Generator

PANDAN = colour.tone("d9c48e")
RED, GREEN, VIOLET = (colour.tone(c) for c in ("a5252f", "22704c", "5c2f7a"))
TEAK_LEAF = colour.tone("8a2f2c")
FERN, PALE = colour.tone("4a2a18"), colour.tone("c9a468")


def _cone(rng: Generator, picture: Field, x: float, foot: float, size: float) -> Field:
    line = ((-0.86, 0.02), (-0.80, 0.10), (-0.55, 0.42), (-0.25, 0.78), (-0.06, 0.99), (0.0, 1.02))
    body = Turned(x, tuple((foot + a * size, r * size) for a, r in line), 0.34)
    s = still.skin(body, picture.shape[1], picture.shape[0])
    place = (s.at - foot) / size + 0.86
    u = s.angle * 22 + 40
    v = place * 34 + 40
    p = plait.twill(
        np.multiply(u + v, np.float32(0.75), dtype=np.float32),
        np.multiply(v - u + 90, np.float32(0.75), dtype=np.float32),
    )
    grain = plait.fibre(rng, p, 40, 18)
    petal = np.abs(np.mod(s.angle * 5 / np.pi, 1) - 0.5) * 2
    star = place - 0.42 - 0.16 * petal
    ring = np.select(
        [np.abs(star) < 0.05, np.abs(star - 0.13) < 0.03, np.abs(place - 0.78) < 0.028, np.abs(place - 0.16) < 0.05],
        [1, 2, 3, 1], 0,
    )  # fmt: skip
    hues = np.stack([PANDAN, RED, GREEN, VIOLET])[ring]
    dyed = np.where(p.standing[..., None] > 0.5, hues, mix(hues, PANDAN, 0.45))
    hue = dyed * (plait.own(rng, p, 0.07) * (1 + 0.07 * grain) * plait.gaps(p))[..., None]
    rim = smoothstep(0.836, 0.842, np.asarray(place, dtype=np.float32))
    wrap = 0.8 + 0.25 * np.sin(s.angle * 120)
    hue = mix(
        np.asarray(hue, dtype=np.float32),
        np.asarray(colour.tone("8a5a2c") * wrap[..., None], dtype=np.float32),
        rim,
    )
    relief = 7 * p.height * size / 700 + 9 * rim
    lit = still.matt(s, np.asarray(hue, dtype=np.float32), np.asarray(relief, dtype=np.float32), 0.10, 20)
    px, py = grid(picture.shape[1], picture.shape[0])
    far = np.hypot((px - x - 0.16 * size) / (1.16 * size), (py - foot - 0.02 * size) / (0.42 * size))
    shaded = np.asarray(picture * (1 - 0.62 * smoothstep(1.12, 0.82, far))[..., None], dtype=np.float32)
    whole = np.minimum(s.cover, smoothstep(0.3, 0.6, blur(s.cover, 4)))
    out = mix(shaded, lit, whole)
    knob = np.hypot(px - x, (py - foot + 0.88 * size) * 1.1) / (0.055 * size)
    shade = np.clip(1.1 - 0.5 * ((px - x) + (py - foot + 0.88 * size)) / (0.055 * size), 0.3, 1.6)
    return mix(
        out,
        np.asarray(colour.tone("6b4020") * shade[..., None], dtype=np.float32),
        smoothstep(1.02, 0.95, knob),
    )


def cover(rng: Generator) -> Field:
    """Set a food cover on a table."""
    picture = still.stage(rng, (2400, 1800), colour.tone("99a29a"), colour.tone("7a5a40"), 640)
    return light.vignette(_cone(rng, picture, 1200, 1250, 900), 0.3)


def cover_detail(rng: Generator) -> Field:
    """Come close to the star round the crown."""
    picture = still.stage(rng, (2400, 1800), colour.tone("99a29a"), colour.tone("7a5a40"), 300)
    return light.vignette(_cone(rng, picture, 1150, 1900, 1900), 0.28)


def needled(rng: Generator, u: Field, v: Field) -> tuple[Field, Field]:
    """Plait resam by the needle: colour and bulge at u stitches along and v rows down."""
    row = np.floor(v)
    fu = np.mod(u + 0.5 * np.mod(row, 2), 1) - 0.5
    fv = v - row - 0.5
    bulge = np.sqrt(np.clip(1 - (1.9 * fu) ** 2 * 0.55 - (2 * fv) ** 2 * 0.8, 0, 1))
    zig = np.abs(np.mod(u / 13, 1) - 0.5) * 2
    band = np.abs(v - 8.5 - 4 * zig)
    light_ = (
        (band < 1.0)
        | (np.abs(v - 8.5 + 4 * zig - 8) < 1.0)
        | (np.abs(v - 1.5) < 0.6)
        | (np.abs(v - 17.5) < 0.6)
    )
    ids = (np.floor(u + 0.5 * np.mod(row, 2)) * 31 + row * 17).astype(int) % 2048
    own = (1 + 0.12 * rng.standard_normal(2048).astype(np.float32))[ids]
    hue = np.where(light_[..., None], PALE, FERN) * (own * (0.45 + 0.65 * bulge))[..., None]
    return np.asarray(hue, dtype=np.float32), np.asarray(bulge, dtype=np.float32)


def _cap(
    rng: Generator, picture: Field, x: float, foot: float, size: float, rows: float, stitches: float
) -> Field:
    body = Turned(
        x, ((foot - 0.72 * size, 0.90 * size), (foot - 0.3 * size, 0.96 * size), (foot, size)), 0.30
    )
    s = still.skin(body, picture.shape[1], picture.shape[0])
    v = (s.at - foot + 0.72 * size) / (0.72 * size) * rows
    hue, bulge = needled(
        rng, np.asarray(s.angle * stitches / np.pi + 60, dtype=np.float32), np.asarray(v, dtype=np.float32)
    )
    lit = still.matt(s, hue, 0.9 * size / rows * 0.12 * bulge, 0.22, 26)
    out = still.stand(picture, s, lit, body)
    high, wide = out.shape[:2]
    px, py = grid(wide, high)
    dx, dy = (px - x) / (0.90 * size), (py - foot + 0.72 * size) / (0.90 * size * 0.30)
    far, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    count = stitches * 0.9
    tv = np.asarray((1 - far) * rows * 0.9 + 30, dtype=np.float32)
    hue, bulge = needled(rng, np.asarray(angle * count / np.pi * 0.5 + 80, dtype=np.float32), tv)
    star = np.abs(np.mod(angle * 4 / np.pi, 1) - 0.5) * 2
    hue = mix(
        hue,
        np.asarray(PALE * (0.45 + 0.65 * bulge)[..., None], dtype=np.float32),
        smoothstep(0.05, 0.03, np.abs(far - 0.45 - 0.2 * star)),
    )
    face = 0.62 + 0.10 * (0.5 - dx * 0.3)
    top = light.lit(hue, np.asarray(face, dtype=np.float32))
    soft = smoothstep(1.005, 0.99, np.asarray(far, dtype=np.float32))
    edge = 1 + 0.35 * np.exp(-(((far - 0.985) / 0.02) ** 2)) * (dx < 0.3)
    return mix(out, np.asarray(top * edge[..., None], dtype=np.float32), soft)


def cap(rng: Generator) -> Field:
    """Set the cap on a table."""
    picture = still.stage(rng, (2400, 1800), colour.tone("b3a68f"), colour.tone("8b7a5e"), 700)
    return light.vignette(_cap(rng, picture, 1180, 1280, 640, 19, 62), 0.3)


def cap_detail(rng: Generator) -> Field:
    """Come close to the needle-plaited rows."""
    picture = still.stage(rng, (2400, 1800), colour.tone("b3a68f"), colour.tone("8b7a5e"), 300)
    return light.vignette(_cap(rng, picture, 1120, 1900, 1560, 19, 62), 0.28)


def boxes() -> Field:
    """Draw peti susun, boxes within boxes, for the mats of Bawean: 1 where the red strip shows."""
    i, j = np.meshgrid(np.arange(32), np.arange(32))
    ring = np.maximum(np.abs(i - 15.5), np.abs(j - 15.5))
    on = np.mod(ring, 8) < 4
    shift = np.mod(j - i, 4)
    return np.asarray(np.where(on, shift < 3, shift < 1), dtype=np.float32)


def _bawean(rng: Generator, pitch: float, turn: float) -> tuple[Field, Field, Field]:
    """Plait red strips through pale ones: the face, the back, and the heights."""
    x, y = grid(2400, 1800)
    bend = 10 * cloud(rng, 2400, 1800, 600, 2)
    cos, sin = np.cos(turn), np.sin(turn)
    u = ((x - 1200) * cos + (y - 900) * sin + bend) / pitch + 336
    v = ((y - 900) * cos - (x - 1200) * sin + bend) / pitch + 336
    p = plait.by_design(np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32), boxes())
    grain = plait.fibre(rng, p, pitch, pitch * 0.4)
    tint = (plait.own(rng, p, 0.06) * (1 + 0.03 * grain) * plait.gaps(p))[..., None]
    face = plait.coloured(p, TEAK_LEAF, tika.STRAW) * tint
    back = plait.coloured(p, tika.STRAW, TEAK_LEAF) * tint
    return (
        np.asarray(face, dtype=np.float32),
        np.asarray(back, dtype=np.float32),
        np.asarray(pitch * 0.8 * (p.height + 0.012 * grain), dtype=np.float32),
    )


def mat(rng: Generator) -> Field:
    """Lay the mat on a wooden floor, one corner turned back."""
    hue, reverse, low = _bawean(rng, 22, 0.70)
    x, y = grid(2400, 1800)
    edge = np.minimum(
        np.minimum(x - 260, 2060 - x + 0.06 * y), np.minimum(y - 190 + 0.05 * x, 1640 - y + 0.03 * x)
    )
    inside = smoothstep(-2, 2, edge + 5 * cloud(rng, 2400, 1800, 300, 2))
    far = (x - 1560) * 0.72 + (y - 1100) * 0.69
    curl = smoothstep(300, 560, far)
    roll = np.clip((far - 330) / 150, -1, 1)
    lift = 10 + 130 * np.sqrt(np.clip(1 - roll * roll, 0, 1)) * (far > 180) * (far < 480)
    back = (far > 330) & (far < 480)
    hue = np.where(back[..., None], reverse * 0.9, hue)
    inside = inside * (far < 480)
    shape = np.asarray(lift + low + 8 * cloud(rng, 2400, 1800, 420, 2) + 0 * curl, dtype=np.float32)
    floor = ground.boards(rng, 2400, 1800, colour.tone("6a4a33"), 480)
    picture = tika.lit_mat(
        np.asarray(hue, dtype=np.float32), shape, np.asarray(inside, dtype=np.float32), floor
    )
    return light.vignette(blur(picture, 0.8), 0.3)


def mat_detail(rng: Generator) -> Field:
    """Come close to boxes within boxes."""
    hue, _, low = _bawean(rng, 46, 0.16)
    shape = low + 24 * cloud(rng, 2400, 1800, 900, 1) + 20
    lit = tika.lit_mat(
        hue,
        np.asarray(shape, dtype=np.float32),
        np.ones_like(low),
        np.zeros((1800, 2400, 3), dtype=np.float32),
    )
    x, y = grid(2400, 1800)
    away = np.abs((y - 0.2 * x - 600) / 1500)
    return light.vignette(
        light.focus(blur(lit, 0.7), smoothstep(0.30, 0.85, np.asarray(away, dtype=np.float32)), 8), 0.3
    )


def box(rng: Generator) -> Field:
    """Show peti susun: one box within the other, whole."""
    hue, _, low = _bawean(rng, 34, np.pi / 4)
    shape = np.asarray(low + 14 * cloud(rng, 2400, 1800, 900, 1) + 20, dtype=np.float32)
    bare = np.zeros((1800, 2400, 3), dtype=np.float32)
    return light.vignette(blur(tika.lit_mat(hue, shape, np.ones_like(low), bare), 1.3), 0.26)
