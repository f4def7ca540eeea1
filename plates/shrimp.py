"""A shrimp for batik: a bent, ringed body, a fan of a tail, feelers that trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.vector import ribbon, spline

if TYPE_CHECKING:
    from plates.design import Design
    from plates.vector import Points


def _inward(point: Points) -> tuple[Points, Points]:
    """Give the way from the back to the belly, and the way along the body."""
    way = np.array([20.0, 70.0]) - point
    way = way / np.hypot(*way)
    return way, np.array([-way[1], way[0]])


def shrimp(d: Design, bath: str) -> None:
    """Draw a shrimp that swims to the right, its tail curled under."""
    back = spline([(118, -38), (60, -64), (-20, -60), (-92, -14), (-112, 58), (-84, 112)], 12)
    for k in range(14, 50, 7):
        out, along = _inward(back[k])
        d.stem(
            spline([back[k] + out * 20, back[k] + out * 52 + along * 4, back[k] + out * 66 + along * 16], 6),
            [6, 4],
        )
    for spread in (-0.5, 0.0, 0.5):
        tip = (-66 + 40 * np.sin(spread), 122 + 42 * np.cos(spread))
        d.shape(ribbon(spline([(-84, 104), (-76, 120), tip], 8), [14, 24, 10]), "red")
    d.shape(ribbon(back, [20, 52, 66, 60, 44, 26]), bath)
    for k in range(6):
        out, along = _inward(back[18 + 7 * k])
        ring = [back[18 + 7 * k] + out * off + along * bow for off, bow in ((-24, 0), (0, 8), (24, 0))]
        d.vein(spline(ring, 6), 3)
    d.dot(92, -44, 6)
    for lift, reach in ((-96, 150), (-70, 196)):
        d.stem(spline([(116, -42), (reach, lift), (reach - 30, lift - 44)], 10), [5, 3])
