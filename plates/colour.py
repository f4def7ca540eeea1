"""Colour from the dye pots, in linear light, and dyes that lie over one another as dyes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from plates.canvas import Field


def tone(code: str) -> Field:
    """Turn an sRGB hex code into linear light."""
    parts = np.array([int(code[k : k + 2], 16) / 255 for k in (0, 2, 4)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear.astype(np.float32)


IVORY = tone("efe4cc")
COTTON = tone("f3ead8")
PAPER = tone("f4ecdd")
INDIGO = tone("1d2c52")
INDIGO_PALE = tone("5a7396")
MENGKUDU = tone("8f2a22")
SOGA = tone("9a5a22")
SOGAN = tone("4a2b17")
GOLD = tone("d6a94a")
NIGHT = tone("14110f")
LEAF = tone("4b6b3a")
STRAW = tone("d8bd83")
TEAK = tone("6b4426")
CLAY = tone("9b5a3c")
KEY = np.array([1.0, 0.95, 0.87], dtype=np.float32)
FILL = np.array([0.80, 0.88, 1.0], dtype=np.float32)


def dye(cloth: Field, *baths: tuple[Field | float, Field]) -> Field:
    """Dip white cloth: each bath is how strongly it took, and the colour it gives at full strength."""
    dense = np.zeros(3, dtype=np.float32)
    total: Field = dense
    for strength, hue in baths:
        absorbed = -np.log(np.maximum(hue / COTTON, 0.004)).astype(np.float32)
        taken = strength[..., None] * absorbed if isinstance(strength, np.ndarray) else strength * absorbed
        total = np.asarray(total + taken, dtype=np.float32)
    return np.asarray(cloth * np.exp(-total), dtype=np.float32)
