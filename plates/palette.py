"""Turning a drawn design into dyed cloth with a palette of four pots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from plates import batik, colour
from plates.batik import Bath
from plates.canvas import Field, resize

if TYPE_CHECKING:
    from numpy.random import Generator

    from plates.design import Design


@dataclass(frozen=True)
class Palette:
    """The ground's colour, the three colours of the shapes, and the tint that everything takes."""

    ground: str
    red: str
    soga: str
    dark: str
    tint: float = 0.06


def dyed(
    rng: Generator,
    design: Design,
    pots: Palette,
    size: tuple[int, int],
    fine: Field | None = None,
    veins: float = 0.8,
) -> Field:
    """Dye a design at a size; fine is a drawing that wax keeps white within the ground."""
    width, height = size
    masks = {name: resize(mask, width, height) for name, mask in design.masks(1.3).items()}
    open_ = 1 - masks["wax"]
    if fine is not None:
        open_ = np.asarray(open_ * (1 - 0.86 * fine), dtype=np.float32)
    isen = 1 - masks["isen"]
    baths = [Bath(colour.tone(pots.ground), open_, 0.95)]
    baths += [Bath(colour.tone(getattr(pots, k)), masks[k] * isen, 0.95) for k in ("red", "dark")]
    baths.append(Bath(colour.tone(pots.soga), masks["soga"] * isen + pots.tint, 0.95))
    return batik.dyed(rng, baths, batik.crackle(rng, width, height, veins), 0.25 + 0.2 * veins)
