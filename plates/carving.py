"""Carving: drawn shapes that become rounded relief."""

from __future__ import annotations

import numpy as np

from plates.canvas import Field, blur, smoothstep


def puff(mask: Field, radius: float) -> Field:
    """Round a flat shape off, as a carver does: 0 outside, 1 on its back."""
    near = smoothstep(0.5, 1.0, blur(mask, radius * 0.35))
    far = smoothstep(0.42, 1.0, blur(mask, radius))
    return np.asarray(mask * np.sqrt(np.clip(0.45 * near + 0.55 * far, 0, 1)), dtype=np.float32)


def groove(line: Field, depth: float, soft: float = 1.5) -> Field:
    """Cut a line in."""
    return np.asarray(-depth * blur(line, soft), dtype=np.float32)


def bump(x: Field, y: Field, at: tuple[float, float], size: tuple[float, float], turn: float = 0) -> Field:
    """Raise a soft mound."""
    dx, dy = x - at[0], y - at[1]
    u = (dx * np.cos(turn) + dy * np.sin(turn)) / size[0]
    v = (dy * np.cos(turn) - dx * np.sin(turn)) / size[1]
    return np.asarray(np.exp(-(u * u + v * v)), dtype=np.float32)


def arc(x: Field, y: Field, points: tuple[tuple[float, float], ...], wide: float) -> Field:
    """Raise a soft ridge along a curve y(x) given by points."""
    px, py = zip(*points, strict=True)
    curve = np.polyval(np.polyfit(px, py, min(3, len(px) - 1)), x)
    middle, half = (px[0] + px[-1]) / 2, abs(px[-1] - px[0]) / 2
    fade = np.clip(1 - (np.abs(x - middle) / half) ** 3, 0, 1)
    return np.asarray(np.exp(-(((y - curve) / wide) ** 2)) * fade, dtype=np.float32)
