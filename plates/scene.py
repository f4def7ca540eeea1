"""A small stage: flat faces in space, each lit in its own plane, seen through one lens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from plates import light
from plates.canvas import Field, blur, grid, mix, sample, smoothstep
from plates.vector import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

Vector = NDArray[np.float64]
SUN = np.array([-0.50, -0.42, 0.76])


@dataclass(frozen=True)
class Camera:
    """Where the eye is, where it looks, and how long the lens is (in pixels)."""

    width: int
    height: int
    eye: tuple[float, float, float]
    to: tuple[float, float, float]
    lens: float

    def axes(self) -> tuple[Vector, Vector, Vector]:
        """Give the lens's right, down and forward."""
        ahead = np.subtract(self.to, self.eye)
        ahead = ahead / np.linalg.norm(ahead)
        right = np.cross(ahead, [0, 0, 1])
        right /= np.linalg.norm(right)
        return right, np.cross(ahead, right), ahead

    def project(self, point: Sequence[float] | Vector) -> tuple[float, float]:
        """Say where in the picture a point in space is."""
        right, down, ahead = self.axes()
        off = np.subtract(point, self.eye)
        far = off @ ahead
        return (
            float(self.width / 2 + self.lens * (off @ right) / far),
            float(self.height / 2 + self.lens * (off @ down) / far),
        )

    def on_plane(self, origin: Vector, normal: Vector, x: Field, y: Field) -> tuple[Field, Field, Field]:
        """Say where the rays through pixels meet a plane, from its origin."""
        right, down, ahead = self.axes()
        rx, ry = (x - self.width / 2) / self.lens, (y - self.height / 2) / self.lens
        ray = [rx * right[k] + ry * down[k] + ahead[k] for k in range(3)]
        steep = ray[0] * normal[0] + ray[1] * normal[1] + ray[2] * normal[2]
        eye = np.asarray(self.eye) - origin
        far = -(eye @ normal) / np.where(np.abs(steep) < 1e-6, 1e-6, steep)
        meet = [np.asarray(eye[k] + far * ray[k], dtype=np.float32) for k in range(3)]
        return meet[0], meet[1], meet[2]


@dataclass(frozen=True)
class Face:
    """A flat rectangle in space: a corner, its two edges (to the right and down), and its picture, lit."""

    corner: tuple[float, float, float]
    right: tuple[float, float, float]
    down: tuple[float, float, float]
    picture: Field
    cover: Field | None = None


def plane_light(right: Sequence[float] | Vector, down: Sequence[float] | Vector, sun: Vector = SUN) -> Field:
    """Turn the sun into a face's own plane."""
    a = np.asarray(right) / np.linalg.norm(right)
    b = np.asarray(down) / np.linalg.norm(down)
    out = np.cross(b, a)
    return np.array([sun @ a, sun @ b, sun @ out], dtype=np.float32)


def show(camera: Camera, picture: Field, face: Face) -> Field:
    """Set one face into the picture."""
    o, a, b = (np.asarray(v, dtype=float) for v in (face.corner, face.right, face.down))
    corners = np.array([camera.project(p) for p in (o, o + a, o + b, o + a + b)])
    x0, y0 = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
    x1 = min(int(corners[:, 0].max()) + 3, camera.width)
    y1 = min(int(corners[:, 1].max()) + 3, camera.height)
    if x1 <= x0 or y1 <= y0:
        return picture
    x, y = grid(x1 - x0, y1 - y0)
    normal = np.cross(a, b)
    normal /= np.linalg.norm(normal)
    px, py, pz = camera.on_plane(o, normal, x + x0, y + y0)
    u = (px * a[0] + py * a[1] + pz * a[2]) / float(a @ a)
    v = (px * b[0] + py * b[1] + pz * b[2]) / float(b @ b)
    high, wide = face.picture.shape[:2]
    looked = sample(face.picture, u * wide, v * high)
    soft_u = np.abs(np.gradient(u, axis=1)) + np.abs(np.gradient(u, axis=0)) + 1e-6
    soft_v = np.abs(np.gradient(v, axis=1)) + np.abs(np.gradient(v, axis=0)) + 1e-6
    inside = np.clip(np.minimum(u, 1 - u) / soft_u + 0.5, 0, 1) * np.clip(
        np.minimum(v, 1 - v) / soft_v + 0.5, 0, 1
    )
    if face.cover is not None:
        inside = inside * sample(face.cover, u * wide, v * high)
    out = picture.copy()
    part = out[y0:y1, x0:x1]
    out[y0:y1, x0:x1] = mix(part, looked, np.asarray(inside, dtype=np.float32))
    return out


def cast(
    camera: Camera, points: Sequence[Sequence[float]], soft: float, floor: float = 0, sun: Vector = SUN
) -> Field:
    """Throw the shadow of a convex body (its corners) on the floor: 1 in the light, 0 in the shadow."""
    fallen = [np.asarray(p) - sun * ((p[2] - floor) / sun[2]) for p in points]
    spots = np.array([camera.project(p) for p in fallen])
    sheet = Sheet(camera.width, camera.height, 1)
    sheet.fill(_hull(spots))
    dark = sheet.mask()
    return np.asarray(1 - (0.55 * blur(dark, soft) + 0.45 * blur(dark, soft * 0.3)), dtype=np.float32)


def _hull(points: NDArray[np.float64]) -> NDArray[np.float64]:
    ordered = sorted(map(tuple, points))

    def half(items: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
        out: list[tuple[float, ...]] = []
        for p in items:
            while len(out) > 1 and _turns(out[-2], out[-1], p) <= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def _turns(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def lit_face(albedo: Field, height: Field, towards: Field, shade: Field | float = 1.0) -> Field:
    """Light a face's picture in its own plane."""
    face = light.facing(height, towards, 0.12)
    return light.lit(albedo, face, shade, shade)


def rounded(height: Field, edge: float) -> Field:
    """Let a face's edges fall away, as folded edges do."""
    high, wide = height.shape
    x, y = grid(wide, high)
    near = np.minimum(np.minimum(x, wide - x), np.minimum(y, high - y))
    drop = 1 - smoothstep(0, edge, near)
    return np.asarray(height - edge * 0.9 * drop * drop, dtype=np.float32)
