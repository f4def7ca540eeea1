"""Light: from heights to normals, soft light from the upper left, shadow, and the look of the lens."""

from __future__ import annotations

import numpy as np
from PIL import Image

from plates.canvas import Field, blur, grid, mix, resize, smoothstep
from plates.colour import FILL, KEY

LIGHT = np.array([-0.52, -0.58, 0.63], dtype=np.float32)


def normals(height: Field) -> tuple[Field, Field, Field]:
    """Give the three parts of the surface's normal, from heights in pixels."""
    down, across = np.gradient(height)
    length = 1 / np.sqrt(across * across + down * down + 1)
    return (
        np.asarray(-across * length, dtype=np.float32),
        np.asarray(-down * length, dtype=np.float32),
        np.asarray(length, dtype=np.float32),
    )


def facing(height: Field, light: Field = LIGHT, wrap: float = 0.15) -> Field:
    """Say how much each place faces the light, from 0 to 1, the edge of darkness softened by wrap."""
    nx, ny, nz = normals(height)
    lambert = nx * light[0] + ny * light[1] + nz * light[2]
    return np.asarray(np.clip((lambert + wrap) / (1 + wrap), 0, 1), dtype=np.float32)


def shadow(height: Field, reach: float = 260, soft: float = 26, light: Field = LIGHT) -> Field:
    """March every place towards the light: 1 where it sees it, 0 where something stands between."""
    high, wide = height.shape
    small = resize(height, wide // 4, high // 4, Image.Resampling.BOX)
    across, down = light[0] / np.hypot(light[0], light[1]), light[1] / np.hypot(light[0], light[1])
    rise = light[2] / np.hypot(light[0], light[1])
    pad = int(reach / 4) + 2
    wider = np.pad(small, pad, mode="edge")
    blocked = np.zeros_like(small)
    for step in np.unique(np.geomspace(1, reach / 4, 90).astype(int)):
        dx, dy = round(float(across * step)), round(float(down * step))
        there = wider[pad + dy : pad + dy + small.shape[0], pad + dx : pad + dx + small.shape[1]]
        above = there - small - step * 4 * rise
        blocked = np.maximum(blocked, above / (soft * (0.25 + step * 4 / reach)))
    lit = 1 - smoothstep(0.0, 1.0, np.clip(blocked, 0, 1))
    return np.clip(resize(blur(lit, 1.4), wide, high), 0, 1)


def hollow(height: Field, *scales: float) -> Field:
    """Darken what lies lower than its surroundings: 1 in the open, less in a fold."""
    high, wide = height.shape
    small = resize(height, wide // 4, high // 4, Image.Resampling.BOX)
    dark = np.zeros_like(small)
    for scale in scales:
        dark += np.clip((blur(small, scale / 4) - small) / scale, 0, 1)
    return np.clip(resize(np.exp(-2.2 * dark).astype(np.float32), wide, high), 0.05, 1)


def gloss(height: Field, power: float, light: Field = LIGHT) -> Field:
    """Give the highlight of a shining surface."""
    nx, ny, nz = normals(height)
    half = light + np.array([0, 0, 1], dtype=np.float32)
    half /= np.linalg.norm(half)
    towards = np.clip(nx * half[0] + ny * half[1] + nz * half[2], 0, 1)
    return np.asarray(towards**power, dtype=np.float32)


def lit(albedo: Field, face: Field, seen: Field | float = 1.0, open_: Field | float = 1.0) -> Field:
    """Light a matt surface by a warm key and a cool fill."""
    key = np.asarray(face * seen * 1.34, dtype=np.float32)[..., None] * KEY
    fill = np.asarray(open_ * (0.20 + 0.05 * face), dtype=np.float32)[..., None] * FILL
    return np.asarray(albedo * (key + fill), dtype=np.float32)


def vignette(picture: Field, strength: float = 0.22) -> Field:
    """Let the corners fall off a little, the lower right most."""
    high, wide = picture.shape[:2]
    x, y = grid(wide, high)
    dx, dy = x / wide - 0.46, y / high - 0.45
    fall = 1 - strength * smoothstep(0.12, 0.75, dx * dx + dy * dy) * 1.6
    return np.asarray(picture * fall[..., None], dtype=np.float32)


def focus(picture: Field, amount: Field, strongest: float = 7) -> Field:
    """Let parts of the picture fall out of focus: amount 0 is sharp, 1 as soft as can be."""
    half = blur(picture, strongest * 0.42)
    full = blur(picture, strongest)
    first = mix(picture, half, np.clip(amount * 2, 0, 1))
    return mix(first, full, np.clip(amount * 2 - 1, 0, 1))
