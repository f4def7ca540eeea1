"""Pictures as arrays of linear light: grids, sampling, blurring, and the way out to a file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

Field = NDArray[np.float32]
Loose = NDArray[np.floating[Any]]

LEAST_QUALITY = 70
BEST_QUALITY = 86


def grid(width: int, height: int) -> tuple[Field, Field]:
    """Give the x and y of every pixel's centre."""
    x = np.arange(width, dtype=np.float32) + np.float32(0.5)
    y = np.arange(height, dtype=np.float32) + np.float32(0.5)
    across, down = np.meshgrid(x, y)
    return across.astype(np.float32), down.astype(np.float32)


def smoothstep(low: float, high: float, value: Loose) -> Field:
    """Ease from 0 at low to 1 at high."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)


def mix(below: Loose, above: Loose, amount: Loose | float) -> Field:
    """Blend two pictures (or a picture and a colour) by a mask."""
    if isinstance(amount, np.ndarray) and amount.ndim == 2 and max(below.ndim, above.ndim) != 2:
        amount = amount[..., None]
    return np.asarray(below + (above - below) * amount, dtype=np.float32)


def resize(field: Field, width: int, height: int, how: Image.Resampling = Image.Resampling.BICUBIC) -> Field:
    """Resample a field or a picture to another size."""
    if field.ndim == 3:
        bands = [resize(field[..., k], width, height, how) for k in range(field.shape[2])]
        return np.stack(bands, axis=-1)
    image = Image.fromarray(np.ascontiguousarray(field, dtype=np.float32))
    return np.asarray(image.resize((width, height), how), dtype=np.float32)


def _gauss(field: Field, sigma: float, axis: int) -> Field:
    reach = max(1, int(3 * sigma + 0.5))
    taps = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    taps /= taps.sum()
    pad = [(0, 0)] * field.ndim
    pad[axis] = (reach, reach)
    wide = np.pad(field, pad, mode="edge")
    out = np.zeros_like(field)
    size = field.shape[axis]
    for k, tap in enumerate(taps):
        part = wide[k : k + size] if axis == 0 else wide[:, k : k + size]
        out += part * np.float32(tap)
    return out


def blur(field: Field, sigma: float, across: float | None = None) -> Field:
    """Blur by a Gaussian; sigma down, and across where it differs. Wide blurs work on a smaller picture."""
    other = sigma if across is None else across
    shrink = int(max(1, min(sigma, other) / 2))
    if shrink > 1:
        high, wide = field.shape[:2]
        small = resize(field, max(2, wide // shrink), max(2, high // shrink), Image.Resampling.BOX)
        return resize(blur(small, sigma / shrink, other / shrink), wide, high)
    out = field.astype(np.float32)
    if sigma > 0.2:
        out = _gauss(out, sigma, 0)
    return _gauss(out, other, 1) if other > 0.2 else out


def sample(texture: Field, u: Field, v: Field) -> Field:
    """Look a texture up at fractional places, bilinearly; beyond its edge the edge goes on."""
    high, wide = texture.shape[:2]
    u = np.clip(u - 0.5, 0, wide - 1.001)
    v = np.clip(v - 0.5, 0, high - 1.001)
    left, top = u.astype(np.int32), v.astype(np.int32)
    fu, fv = (u - left).astype(np.float32), (v - top).astype(np.float32)
    flat = texture.reshape(high * wide, -1)
    at = top * wide + left
    fu, fv = fu[..., None], fv[..., None]
    upper = flat[at] * (1 - fu) + flat[at + 1] * fu
    lower = flat[at + wide] * (1 - fu) + flat[at + wide + 1] * fu
    out = upper * (1 - fv) + lower * fv
    return np.asarray(out[..., 0] if texture.ndim == 2 else out, dtype=np.float32)


def soft_clip(picture: Field) -> Field:
    """Roll the brightest light off as film does."""
    x = np.maximum(picture, 0)
    return np.asarray(x / np.cbrt(1 + x * x * x), dtype=np.float32)


def to_bytes(picture: Field) -> NDArray[np.uint8]:
    """Turn linear light into sRGB bytes."""
    x = soft_clip(picture)
    srgb = np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.power(np.maximum(x, 1e-6), 1 / 2.4) - 0.055)
    return np.asarray(np.clip(srgb * 255 + 0.5, 0, 255), dtype=np.uint8)


def _encode(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, progressive=True, optimize=True, subsampling="4:2:0")
    return out.getvalue()


def save(picture: Field, path: Path, budget: int) -> tuple[int, int]:
    """Write a JPEG in the best quality that fits the budget (in KB), and give the quality and size."""
    image = Image.fromarray(to_bytes(picture))
    low, high = LEAST_QUALITY, BEST_QUALITY
    best = _encode(image, low)
    while low < high:
        middle = (low + high + 1) // 2
        data = _encode(image, middle)
        if len(data) <= budget * 1000:
            low, best = middle, data
        else:
            high = middle - 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(best)
    return low, len(best)
