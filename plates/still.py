"""Still life on a table: round things lit from the upper left, standing in their own shadow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import ground, light, wire
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.turned import Turned


@dataclass
class Skin:
    """A turned body's surface in the picture: heights, cover, place on the profile and round the axis."""

    shape: Field
    cover: Field
    at: Field
    angle: Field


def stage(rng: Generator, size: tuple[int, int], wall: Field, table: Field, edge: float) -> Field:
    """Set a lit table before a wall, its far edge out of focus."""
    width, height = size
    back = ground.wall(rng, width, height, wall, (0.28, 0.25)) * 0.92
    x, y = grid(width, height)
    far = np.hypot((x - width * 0.42) / width, (y - edge - 300) / height)
    top = table * (1.12 - 0.55 * smoothstep(0.0, 0.9, far))[..., None]
    top = top * (1 + 0.02 * cloud(rng, width, height, 300, 3))[..., None]
    out = mix(
        np.asarray(back, dtype=np.float32),
        np.asarray(top, dtype=np.float32),
        smoothstep(edge - 9, edge + 9, y),
    )
    return np.asarray(out, dtype=np.float32)


def shade(picture: Field, x: float, foot: float, radius: float, tall: float, dark: float = 0.62) -> Field:
    """Throw a body's soft shadow to the right on the table."""
    high, wide = picture.shape[:2]
    px, py = grid(wide, high)
    reach = tall * 0.62
    u = (px - x) / reach
    along = np.clip(u, 0, 1)
    centre = foot + 0.10 * reach * along
    spread = radius * (0.36 - 0.12 * along)
    edge = 12 + 70 * along
    far = np.hypot(np.maximum(px - x - reach, 0) + np.maximum(x - px, 0) * 0.34, (py - centre))
    cast = smoothstep(1.0, -1.0, (far - spread) / edge) * (1 - 0.75 * along)
    contact = np.exp(-((np.hypot((px - x) / radius, (py - foot) / (radius * 0.27)) / 1.07) ** 6))
    amount = np.clip(dark * cast + 0.55 * contact, 0, 0.92)
    return np.asarray(picture * (1 - amount)[..., None], dtype=np.float32)


def skin(body: Turned, width: int, height: int) -> Skin:
    """Find a turned body's surface."""
    shape, cover, at = body.body(width, height)
    x, _ = grid(width, height)
    angle = np.arctan2(x - body.x, np.maximum(shape, 0.5))
    whole = smoothstep(0.5, 1.0, blur(cover, 1.6))
    return Skin(shape, whole, at, np.asarray(angle, dtype=np.float32))


def matt(s: Skin, hue: Field, relief: Field | float = 0.0, shine: float = 0.0, power: float = 30) -> Field:
    """Light a body of wood, clay or stone."""
    shape = np.asarray(s.shape + relief, dtype=np.float32)
    face = light.facing(shape, wrap=0.12)
    under = 0.55 + 0.45 * smoothstep(0.0, 0.5, face)
    lit = light.lit(hue, face, 1.0, under)
    gloss = shine * light.gloss(blur(shape, 1.5), power)
    return np.asarray(lit + gloss[..., None], dtype=np.float32)


def metal(s: Skin, tint: Field, relief: Field | float = 0.0, bright: float = 1.2) -> Field:
    """Light a body of polished metal."""
    shape = np.asarray(s.shape + relief, dtype=np.float32)
    nx, ny, _ = light.normals(shape)
    return np.asarray(wire.studio(nx, ny)[..., None] * tint * bright, dtype=np.float32)


def stand(picture: Field, s: Skin, lit: Field, body: Turned) -> Field:
    """Stand a lit body on the table."""
    foot, radius = body.profile[-1]
    widest = max(r for _, r in body.profile)
    shaded = shade(picture, body.x, foot, max(radius, 0.45 * widest), foot - body.top[0])
    return mix(shaded, lit, s.cover)


def mouth(picture: Field, body: Turned, lip: Field, inside: Field, wall: float) -> Field:
    """Open a body at its rim: the lip, and the dark within."""
    high, wide = picture.shape[:2]
    y, radius = body.top
    outer = body.ring(wide, high, radius, y)
    inner = body.ring(wide, high, radius - wall, y)
    x, _ = grid(wide, high)
    soft = 1.6 / radius
    out = mix(picture, lip, smoothstep(1 + soft, 1 - soft, outer))
    depth = np.clip(0.35 + 0.65 * (x - body.x + radius) / (2 * radius), 0.2, 1)
    return mix(
        out, np.asarray(inside * depth[..., None], dtype=np.float32), smoothstep(1 + soft, 1 - soft, inner)
    )


def fold(place: Field, count: int) -> Field:
    """Fold a place back and forth into a texture, so that it never shows a seam."""
    return np.asarray(np.abs(np.mod(place, 2 * count) - count) * 0.995 + 2, dtype=np.float32)
