"""The face and crown of Panji, as Malang carves him: where every shape lies, in half widths of the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.canvas import Field, smoothstep
from plates.carving import arc, bump
from plates.vector import Points, Sheet, ellipse, place, ribbon, spiral, spline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FACE = [
    (0.0, 1.28),
    (0.30, 1.19),
    (0.57, 0.92),
    (0.79, 0.48),
    (0.905, -0.05),
    (0.93, -0.45),
    (0.86, -0.80),
    (0.5, -0.95),
]
EYE_TOP = [(-0.70, -0.17), (-0.58, -0.235), (-0.42, -0.245), (-0.27, -0.165), (-0.15, -0.06)]
EYE_LOW = [(-0.15, -0.06), (-0.30, -0.055), (-0.45, -0.075), (-0.60, -0.115), (-0.70, -0.17)]
LIP_TOP = [
    (-0.29, 0.585),
    (-0.16, 0.60),
    (-0.055, 0.575),
    (0, 0.595),
    (0.055, 0.575),
    (0.16, 0.60),
    (0.29, 0.585),
]
LIP_SLIT = [(0.29, 0.585), (0.16, 0.645), (0, 0.66), (-0.16, 0.645), (-0.29, 0.585)]
LIP_LOW = [(0.29, 0.585), (0.17, 0.70), (0, 0.755), (-0.17, 0.70), (-0.29, 0.585)]


def mirror(points: Sequence[tuple[float, float]] | Points) -> Points:
    """Give the other side."""
    return np.asarray(np.asarray(points, dtype=float) * np.array([-1, 1]))


def outline() -> Points:
    """Give the face's edge."""
    return spline([*FACE, *[(-x, y) for x, y in FACE[:0:-1]]], 14, closed=True)


def sculpt(x: Field, y: Field) -> Field:
    """Carve the face: its mass, brows, eyes, nose, lips and chin."""
    mass = 0.72 * np.sqrt(np.clip(1.08 - (x / 1.06) ** 2 - (np.abs(y - 0.1) / 1.62) ** 2.6, 0, 2))
    side = np.abs(x)
    z = mass + 0.05 * bump(side, y, (0.50, 0.30), (0.30, 0.34))
    z = z + 0.07 * bump(x, y, (0, 1.05), (0.26, 0.20)) - 0.03 * bump(x, y, (0, 0.86), (0.30, 0.06))
    z = z + 0.075 * arc(side, y, ((0.08, -0.33), (0.3, -0.46), (0.55, -0.45), (0.82, -0.28)), 0.085)
    z = z - 0.085 * bump(side, y, (0.40, -0.15), (0.36, 0.13), 0.12)
    z = z + 0.085 * bump(side, y, (0.42, -0.14), (0.26, 0.10), 0.2)
    z = z + nose(x, y)
    z = z + 0.05 * bump(x, y, (0, 0.62), (0.36, 0.16)) + 0.012 * bump(side, y, (0.33, 0.56), (0.06, 0.06))
    return np.asarray(z, dtype=np.float32)


def nose(x: Field, y: Field) -> Field:
    """Carve the straight, pointed nose with its small wings."""
    down = smoothstep(-0.62, 0.30, y)
    under = smoothstep(0.45, 0.33, y)
    wide = 0.055 + 0.05 * down
    bridge = np.exp(-((np.abs(x) / wide) ** 1.7)) * (0.05 + 0.27 * down) * under * smoothstep(-0.6, -0.2, y)
    wings = 0.09 * bump(np.abs(x), y, (0.115, 0.345), (0.07, 0.06))
    foot = 0.05 * bump(x, y, (0, 0.30), (0.2, 0.14))
    return np.asarray(bridge + wings + foot, dtype=np.float32)


def eye(side: int) -> dict[str, Points]:
    """Draw one eye: white, iris, lids and brow."""
    top, low = spline(EYE_TOP, 10), spline(EYE_LOW, 10)
    brow = spline([(-0.10, -0.34), (-0.26, -0.465), (-0.48, -0.505), (-0.70, -0.43), (-0.86, -0.27)], 10)
    crease = spline([(-0.17, -0.16), (-0.30, -0.27), (-0.48, -0.33), (-0.70, -0.26)], 10)
    parts = {
        "white": np.vstack([top, low]),
        "iris": ellipse(-0.405, -0.155, 0.088, 0.098),
        "lid": ribbon(top, [0.018, 0.05, 0.055, 0.04, 0.02]),
        "lower": ribbon(low, [0.012, 0.018, 0.012]),
        "brow": ribbon(brow, [0.02, 0.058, 0.066, 0.045, 0.01]),
        "crease": crease,
    }
    return {name: shape if side < 0 else mirror(shape) for name, shape in parts.items()}


def forehead(x: Field) -> Field:
    """Say how low the crown comes on the forehead."""
    sides = smoothstep(0.60, 1.03, np.abs(x).astype(np.float32))
    return np.asarray(-0.86 + 0.19 * np.exp(-((x / 0.34) ** 2)) + 0.62 * sides, dtype=np.float32)


def leafage(base: tuple[float, float], turn: float, tall: float, wide: float) -> Points:
    """Give an upright carved leaf."""
    shape = spline(
        [
            (0, 0),
            (-0.46, -0.16),
            (-0.52, -0.45),
            (-0.26, -0.74),
            (0, -1),
            (0.26, -0.74),
            (0.52, -0.45),
            (0.46, -0.16),
        ],
        8,
        closed=True,
    )
    return place(shape * np.array([wide, tall]), base[0], base[1], turn)


def crown() -> list[tuple[Points, float, str]]:
    """List the crown's carved leaves from back to front: outline, relief and colour."""
    leaves = []
    for turn in (-0.62, 0.62, -0.40, 0.40, -0.19, 0.19, 0.0):
        x = 1.05 * np.sin(turn) * 0.95
        base = (x, -0.92 + 0.42 * turn * turn)
        tall = 0.80 - 0.62 * turn * turn
        leaves.append((leafage(base, turn * 0.75, tall, 0.44), 0.16, "gold"))
    for turn in (-0.62, 0.62, -0.45, 0.45, -0.28, 0.28, -0.1, 0.1):
        base = (1.04 * np.sin(turn), -0.92 + 0.36 * turn * turn)
        leaves.append((leafage(base, turn * 0.8, 0.36, 0.25), 0.20, "red"))
    return leaves


def ears(side: int) -> list[tuple[Points, float, str]]:
    """List the carved ornaments over the ears."""
    out = []
    for k, (x, y, turn, tall) in enumerate(
        (
            (0.93, 0.20, 0.26, 0.80),
            (0.95, 0.24, 0.62, 0.62),
            (0.94, 0.30, 1.02, 0.48),
            (0.90, 0.34, 1.56, 0.35),
        )
    ):
        leaf = leafage((x, y), turn, tall, 0.30 - 0.02 * k)
        out.append((leaf if side > 0 else mirror(leaf), 0.10, "gold" if k % 2 == 0 else "red"))
    return out


def band(draw: Callable[[Points], None], low: float, high: float) -> None:
    """Fill the crown's band between two distances above the forehead's line."""
    x = np.linspace(-1.0, 1.0, 90)
    line = forehead(x.astype(np.float32)).astype(float)
    lower = np.stack([x, line - low], axis=1)
    upper = np.stack([x, line - high], axis=1)[::-1]
    draw(np.vstack([lower, upper]))


def curls(sheet: Sheet, put: Callable[[Points], Points], gauge: float) -> None:
    """Draw sinom, the small curls of the hairline, below the crown."""
    for k in range(-6, 7):
        x = k * 0.108
        y = float(forehead(np.array([x], dtype=np.float32))[0]) + 0.045
        way = 1 if k >= 0 else -1
        line = spiral(x, y, 0.055, -1.1 * way, np.pi * (0.9 if way > 0 else 0.1), 30)
        sheet.line(put(line), gauge)
