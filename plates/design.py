"""A batik design in layers: what wax covers, what each bath colours, and the fine filling drawn last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.batik import by_hand
from plates.vector import Points, Sheet, place, wobble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

    from plates.canvas import Field

LAYERS = ("wax", "red", "soga", "dark", "isen")


class Design:
    """Sheets drawn together, with a hand that strays a little."""

    def __init__(self, rng: Generator, width: int, height: int, fine: int = 2, outline: float = 5) -> None:
        """Take blank sheets."""
        self.rng = rng
        self.size = (width, height)
        self.sheets = {name: Sheet(width, height, fine) for name in LAYERS}
        self.outline = outline
        self.origin = (0.0, 0.0, 0.0, 1.0)

    def at(self, x: float, y: float, turn: float = 0, scale: float = 1) -> Design:
        """Draw what follows from here."""
        self.origin = (x, y, turn, scale)
        return self

    def _put(self, points: Points, stray: float = 1.0) -> Points:
        x, y, turn, scale = self.origin
        drawn = wobble(np.asarray(points, dtype=float), self.rng, 1.1 * stray / max(scale, 0.3))
        return place(drawn, x, y, turn, scale)

    def shape(self, points: Points, bath: str) -> None:
        """Draw a shape with a waxed outline, and open its inside to a bath."""
        there = self._put(points)
        scale = self.origin[3]
        for name in LAYERS[1:]:
            self.sheets[name].fill(there, 0)
            self.sheets[name].line(there, self.outline * scale, 0, closed=True)
        self.sheets["wax"].fill(there)
        self.sheets["wax"].line(there, 2 * self.outline * scale, closed=True)
        if bath in self.sheets:
            self.sheets[bath].fill(there)
            self.sheets[bath].line(there, self.outline * scale * 0.7, 0, closed=True)

    def stem(self, points: Points, widths: Sequence[float] | float) -> None:
        """Draw a line left white."""
        there = self._put(points)
        scaled = np.asarray(widths, dtype=float) * self.origin[3]
        self.sheets["wax"].stroke(there, scaled)
        self.sheets["isen"].stroke(there, scaled)

    def vein(self, points: Points, width: float = 3) -> None:
        """Draw a fine white line inside a shape."""
        self.sheets["isen"].line(self._put(points, 0.6), width * self.origin[3])

    def dot(self, x: float, y: float, radius: float = 3) -> None:
        """Set a white dot inside a shape."""
        there = self._put(np.array([[x, y], [x, y]]), 0.4)[0]
        grown = radius * self.origin[3] * self.rng.uniform(0.8, 1.2)
        self.sheets["isen"].dot(there[0], there[1], grown)
        self.sheets["wax"].dot(there[0], there[1], grown)

    def masks(self, stray: float = 1.4) -> dict[str, Field]:
        """Give the layers as masks, strayed together."""
        packed = np.dstack([self.sheets[name].mask() for name in LAYERS])
        strayed = by_hand(self.rng, packed, stray)
        return {name: strayed[..., k] for k, name in enumerate(LAYERS)}
