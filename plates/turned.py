"""Things round about an axis: jars, bowls, drums and knobs, seen a little from above."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Field, grid, smoothstep
from plates.vector import Points, spline


@dataclass(frozen=True)
class Turned:
    """A turned body in the picture: its axis, its profile as (y, radius), and how far from above it is seen."""

    x: float
    profile: tuple[tuple[float, float], ...]
    above: float = 0.25

    def line(self) -> Points:
        """Give the profile as a smooth line."""
        return spline(self.profile, 24)

    @property
    def top(self) -> tuple[float, float]:
        """Give the height and radius of the rim."""
        return self.profile[0]

    def body(self, width: int, height: int) -> tuple[Field, Field, Field]:
        """Give the body's heights, its cover, and the place on the profile that each pixel shows."""
        x, y = grid(width, height)
        line = self.line()
        across = x - self.x
        at = y.copy()
        for _ in range(14):
            radius = np.interp(at, line[:, 0], line[:, 1]).astype(np.float32)
            depth = np.sqrt(np.maximum(radius * radius - across * across, 0))
            before, at = at, y - self.above * depth
        settled = smoothstep(9, 3, np.abs(at - before))
        inside = settled * smoothstep(-1.2, 1.2, radius - np.abs(across))
        inside *= smoothstep(-1.5, 1.5, at - self.top[0]) * smoothstep(-1.5, 1.5, self.profile[-1][0] - at)
        return depth.astype(np.float32), inside, at.astype(np.float32)

    def ring(self, width: int, height: int, radius: float, y: float) -> Field:
        """Measure from an ellipse round the axis: 1 on it, less inside, more outside."""
        x, down = grid(width, height)
        far = np.hypot((x - self.x) / radius, (down - y) / (radius * self.above))
        return np.asarray(far, dtype=np.float32)
