"""Tika paca of Serasan: pandanus strips, plaited on the diagonal, a clove flower in the twill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, plait
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

STRAW = colour.tone("dcc796")
HUES = np.stack([STRAW, *(colour.tone(code) for code in ("9c1f3a", "57307a", "1c6a48", "d98e1e"))])
TILE = 40


def clove() -> tuple[Field, Field]:
    """Draw the tile: which strip shows, and what colour a standing strip has there (0 is undyed)."""
    i, j = np.meshgrid(np.arange(TILE), np.arange(TILE))
    a, b = i - TILE / 2 + 0.5, j - TILE / 2 + 0.5
    x, y = np.abs(a - b) / np.sqrt(2), np.abs(a + b) / np.sqrt(2)
    far, near = np.maximum(x, y), np.minimum(x, y)
    petal = (near < 0.46 * far) & (near < 0.62 * (14.2 - far)) & (far > 2.4)
    heart = (x + y) < 3.0
    buds = (x + y > 8.4) & (np.abs(x - y) < 2.2) & (x + y < 15.5) & ~petal
    square = np.maximum(np.abs(a), np.abs(b))
    frame = (square > TILE / 2 - 3.2) & (square < TILE / 2 - 0.9)
    hue = np.select([heart, petal, buds, frame], [4, 1, 2, 3], 0)
    shift = np.mod(j - i, 4)
    design = np.where(hue > 0, shift < 3, shift < 2)
    return design.astype(np.float32), hue.astype(np.float32)


def _hues(rng: Generator, p: plait.Plaited, u: Field, v: Field) -> tuple[Field, Field]:
    _, hue = clove()
    pick = hue[np.floor(v).astype(int) % TILE, np.floor(u).astype(int) % TILE].astype(int)
    worn = 1 + 0.09 * rng.standard_normal((512, 1)).astype(np.float32)
    return np.asarray(HUES[pick] * worn[p.strip.astype(int) % 512], dtype=np.float32), STRAW


def mat(rng: Generator, u: Field, v: Field, fine: float) -> tuple[Field, Field]:
    """Plait the mat at places counted in strips: its colour and its heights in strip widths."""
    p = plait.by_design(u, v, clove()[0])
    dyed, straw = _hues(rng, p, u, v)
    grain = plait.fibre(rng, p, fine, fine * 0.4)
    crease = 1 - 0.10 * np.exp(-((p.across / 0.05) ** 2))
    tint = plait.own(rng, p, 0.07) * (1 + 0.07 * grain) * plait.gaps(p) * crease
    hue = plait.coloured(p, dyed, straw) * tint[..., None]
    return np.asarray(hue, dtype=np.float32), np.asarray(p.height + 0.012 * grain, dtype=np.float32)


def rolled(rng: Generator) -> Field:
    """Lay the mat down, one end rolled up, on a slate floor."""
    width, height = 2400, 1800
    x, y = grid(width, height)
    turn = -0.13
    cos, sin = np.cos(turn), np.sin(turn)
    along = (x - 1200) * cos + (y - 900) * sin + 6 * cloud(rng, width, height, 600, 2)
    across = (y - 900) * cos - (x - 1200) * sin + 6 * cloud(rng, width, height, 600, 2)
    radius, axis = 205.0, 640.0
    q = (along - axis) / radius
    on_roll = np.abs(q) < 1
    over = axis + radius * np.arcsin(np.clip(q, -0.999, 0.999)) + 90
    s = np.where(on_roll, over, along)
    side = np.where(on_roll, 742 + 5 * np.sin(over / 60), 730.0)
    inside = smoothstep(2, -2, np.abs(across) - side) * smoothstep(2, -2, along - axis - radius)
    pitch = 21.0
    u = (s + across) / pitch / np.sqrt(2) + 400
    v = (across - s) / pitch / np.sqrt(2) + 404
    hue, low = mat(rng, np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32), 26)
    lift = np.where(on_roll, radius * (1 + np.sqrt(np.clip(1 - q * q, 0, 1))), 8)
    wave = 10 * cloud(rng, width, height, 420, 2) * (~on_roll)
    near_edge = smoothstep(46, 8, side - np.abs(across))
    hue = mix(hue, np.asarray(hue * 0.82, dtype=np.float32), near_edge)
    close = np.exp(-(np.maximum(axis - radius - along, 0) / 55)) * (~on_roll)
    hue = np.asarray(hue * (1 - 0.7 * close)[..., None], dtype=np.float32)
    shape = np.asarray((lift + wave + pitch * 0.8 * low + 5 * near_edge), dtype=np.float32)
    floor = ground.plaster(rng, width, height, colour.tone("6d7274"))
    return light.vignette(lit_mat(hue, shape, np.asarray(inside, dtype=np.float32), floor), 0.3)


def lit_mat(hue: Field, shape: Field, cover: Field, floor: Field) -> Field:
    """Light a mat and the floor it lies on."""
    whole = np.asarray(shape * cover, dtype=np.float32)
    seen = light.shadow(whole, 520, 34)
    open_ = light.hollow(whole, 10, 60, 200)
    face = light.facing(shape)
    lit = light.lit(hue, face, 0.2 + 0.8 * seen, open_)
    lit = lit + (0.10 * light.gloss(blur(shape, 1.6), 12) * seen)[..., None] * colour.KEY
    table = light.lit(floor, np.full_like(cover, 0.62), seen, 1 - 0.5 * blur(cover, 14))
    return mix(table, np.asarray(lit, dtype=np.float32), cover)


def detail(rng: Generator) -> Field:
    """Come close to one clove flower."""
    width, height = 2400, 1800
    x, y = grid(width, height)
    pitch = 62.0
    bend = 12 * cloud(rng, width, height, 700, 2)
    px, py = x - 1200 + 0.06 * y + bend, y - 880 - 0.06 * x + bend
    u = (px + py) / pitch / np.sqrt(2) + TILE * 10 + TILE / 2
    v = (py - px) / pitch / np.sqrt(2) + TILE * 10 + TILE / 2
    hue, low = mat(rng, np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32), 70)
    shape = np.asarray(pitch * 0.8 * low + 26 * cloud(rng, width, height, 900, 1), dtype=np.float32)
    lit = lit_mat(hue, shape + 20, np.ones_like(shape), np.zeros((height, width, 3), dtype=np.float32))
    away = np.abs((y + 0.15 * x - 1080) / 1500)
    return light.vignette(
        light.focus(lit, smoothstep(0.34, 0.85, np.asarray(away, dtype=np.float32)), 8), 0.3
    )
