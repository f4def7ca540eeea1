"""Besek of Wonoanti: lidded boxes plaited of split bamboo, natural and dark with its own skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, plait, scene
from plates.canvas import Field, blur, grid, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

PALE = colour.tone("d9bb7c")
SKIN = colour.tone("54391f")
FINE = 8.125
CAMERA = scene.Camera(2400, 1800, (-95, -480, 400), (-8, 40, 22), 3350)


def panel(
    rng: Generator,
    wide: int,
    high: int,
    pitch: float,
    dark: tuple[bool, bool],
    centre: tuple[float, float] | None,
) -> tuple[Field, Field]:
    """Plait one panel: its colour and its heights. Dark says whether standing and lying strips keep their skin."""
    u, v = plait.strips(wide, high, pitch)
    u = u + 0.05 * cloud(rng, wide, high, 160, 1)
    v = v + 0.05 * cloud(rng, wide, high, 160, 1)
    p = plait.twill(np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32), centre)
    grain = plait.fibre(rng, p)
    standing, lying = (SKIN if d else PALE for d in dark)
    tint = plait.own(rng, p, 0.10) * (1 + 0.10 * grain) * plait.gaps(p)
    warm = 1 + 0.05 * cloud(rng, wide, high, 400, 2)
    hue = plait.coloured(p, standing, lying) * (tint * warm)[..., None]
    return np.asarray(hue, dtype=np.float32), np.asarray(
        pitch * 0.9 * p.height + 0.5 * grain, dtype=np.float32
    )


def _side(
    rng: Generator,
    size: tuple[int, int],
    pitch: float,
    towards: Field,
    dark: tuple[bool, bool],
    shade: Field | float,
) -> Field:
    hue, height = panel(rng, size[0], size[1], pitch, dark, None)
    return scene.lit_face(hue, scene.rounded(height, 16), towards, shade)


def _rim(rng: Generator, wide: int, towards: Field) -> Field:
    """Fold the edge over: a doubled strip bound at intervals."""
    x, y = grid(wide, 64)
    bind = np.exp(-((np.mod(x, 92) - 46) ** 2) / 90)
    height = 10 * np.sqrt(np.clip(1 - ((y - 32) / 34) ** 2, 0, 1)) + 7 * bind
    hue = (
        PALE
        * (0.95 + 0.06 * cloud(rng, wide, 64, 30, 3) - 0.3 * np.exp(-(((y - 32) / 2.2) ** 2)) * (1 - bind))[
            ..., None
        ]
    )
    return scene.lit_face(np.asarray(hue, dtype=np.float32), np.asarray(height, dtype=np.float32), towards)


def box(
    rng: Generator, picture: Field, at: tuple[float, float], half: float, tall: float, spin: float
) -> Field:
    """Set a lidded box on the table: body, lid over it, and the rim where they meet."""
    cos, sin = np.cos(spin), np.sin(spin)
    ex, ey = np.array([cos, sin, 0]), np.array([-sin, cos, 0])
    base = np.array([at[0], at[1], 0.0])
    up = np.array([0, 0, 1.0])
    for r, low, high, is_lid in ((half * 0.965, 0.0, tall * 0.62, False), (half, tall * 0.52, tall, True)):
        rise = high - low
        wide, high_px = int(r * FINE), max(8, int(rise * FINE))
        for across, out in ((ey, -ex), (ex, -ey), (-ey, ex)):
            if (np.asarray(CAMERA.eye) - base) @ out < r * 1.2:
                continue
            corner = base + out * r - across * r * (1 if out @ ey < 0.5 else -1) + up * high
            right = across * 2 * r
            corner = base + out * r - right / 2 + up * high
            if np.cross(right, -up * rise) @ out > 0:
                right, corner = -right, base + out * r + right / 2 + up * high
            towards = scene.plane_light(right, -up * rise)
            under = None if is_lid else _under(2 * wide, high_px)
            shade: Field | float = 1.0 if under is None else under
            hue = _side(rng, (2 * wide, high_px), 52, towards, (False, is_lid), shade)
            face = scene.Face(tuple(corner), tuple(right), tuple(-up * rise), hue)
            picture = scene.show(CAMERA, picture, face)
            edge = scene.Face(
                tuple(corner - up * (rise - 4.6)),
                tuple(right),
                tuple(-up * 4.6),
                _rim(rng, 2 * wide, towards),
            )
            picture = scene.show(CAMERA, picture, edge) if is_lid else picture
    return scene.show(CAMERA, picture, _lid(rng, base + up * tall, ex * half, ey * half))


def _under(wide: int, high: int) -> Field:
    _, y = grid(wide, high)
    return np.asarray(
        0.22 + 0.78 * smoothstep(0.16 * high, 0.6 * high, y) * smoothstep(1.2 * high, 0.8 * high, y),
        dtype=np.float32,
    )


def _lid(rng: Generator, middle: np.ndarray, ex: np.ndarray, ey: np.ndarray) -> scene.Face:
    size = int(2 * np.linalg.norm(ex) * FINE)
    right, down = 2 * ex, -2 * ey
    count = size / 52
    centre = (float(np.floor(count / 2)), float(np.floor(count / 2)))
    hue, height = panel(rng, size, size, 52, (False, True), centre)
    lit = scene.lit_face(hue, scene.rounded(height, 22), scene.plane_light(right, down))
    return scene.Face(tuple(middle - ex + ey), tuple(right), tuple(down), lit)


def boxes(rng: Generator) -> Field:
    """Set two boxes on dark boards."""
    size = 2600
    wood = ground.boards(rng, size, size, colour.tone("6a4e38"), 560)
    floor = light.lit(wood, np.full((size, size), 0.7, dtype=np.float32))
    picture = np.zeros((1800, 2400, 3), dtype=np.float32)
    picture = scene.show(CAMERA, picture, scene.Face((-560, 640, 0), (1200, 0, 0), (0, -1000, 0), floor))
    places = (((-104.0, 172.0), 62.0, 64.0, 0.30), ((14.0, 10.0), 96.0, 92.0, -0.42))
    for at, half, tall, spin in places:
        corners = [
            (
                at[0] + half * (a * np.cos(spin) - b * np.sin(spin)),
                at[1] + half * (a * np.sin(spin) + b * np.cos(spin)),
                z,
            )
            for a in (-1, 1)
            for b in (-1, 1)
            for z in (0, tall)
        ]
        picture = picture * (0.16 + 0.84 * scene.cast(CAMERA, corners, 26))[..., None]
        picture = box(rng, np.asarray(picture, dtype=np.float32), at, half, tall, spin)
    _, y = grid(2400, 1800)
    return light.vignette(light.focus(picture, smoothstep(620, 0, y), 9), 0.3)


def detail(rng: Generator) -> Field:
    """Come close to the twill where it turns into diamonds, raking light across the strips."""
    width, height = 2400, 1800
    u, v = plait.strips(width, height, 118)
    cos, sin = np.cos(0.18), np.sin(0.18)
    bend = 0.06 * cloud(rng, width, height, 500, 2)
    tu, tv = u * cos - v * sin + 40 + bend, u * sin + v * cos + 40 - bend
    p = plait.twill(np.asarray(tu, dtype=np.float32), np.asarray(tv, dtype=np.float32), (48, 49))
    grain = plait.fibre(rng, p, 130, 60)
    hue = (
        plait.coloured(p, PALE, SKIN)
        * (plait.own(rng, p, 0.11) * (1 + 0.09 * grain) * plait.gaps(p))[..., None]
    )
    shape = np.asarray(
        118 * 0.85 * p.height + 0.9 * grain + 30 * cloud(rng, width, height, 900, 1), dtype=np.float32
    )
    seen = light.shadow(shape, 90, 8)
    face = light.facing(shape)
    lit = light.lit(np.asarray(hue, dtype=np.float32), face, 0.35 + 0.65 * seen, light.hollow(shape, 12, 40))
    lit = lit + (0.10 * light.gloss(blur(shape, 1.5), 26) * seen)[..., None]
    x, y = grid(width, height)
    away = np.abs((y + 0.3 * x - 1250) / 1500)
    return light.vignette(light.focus(np.asarray(lit, dtype=np.float32), smoothstep(0.3, 0.85, away), 9), 0.3)
