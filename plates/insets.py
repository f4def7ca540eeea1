"""Emblems cut from a plate: the middle of a maker's own work, in the turned ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from plates import emblem
from plates.canvas import Field, resize

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

SIDE = 1200


def of(
    paint: Callable[[Generator], Field], left: int = 300, top: int = 0, side: int = 1800
) -> Callable[[Generator], Field]:
    """Give a painter that sets a square of another plate into the ring."""

    def painted(rng: Generator) -> Field:
        square = paint(rng)[top : top + side, left : left + side]
        whole = emblem.mount(rng, resize(square, emblem.SIZE, emblem.SIZE))
        return resize(whole, SIDE, SIDE, Image.Resampling.BOX)

    return painted
