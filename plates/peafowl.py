"""The peacock that stands in the fan: a blue neck of scales, a small head and its crest."""

from __future__ import annotations

import numpy as np

from plates import colour, light
from plates.canvas import Field, blur, grid, mix
from plates.carving import puff
from plates.vector import Sheet, ellipse, place, ribbon, spline

NECK = [(0, 40), (-34, -70), (-8, -180), (34, -280), (26, -372)]


def standing(picture: Field, at: tuple[float, float], scale: float) -> Field:
    """Set the peacock into a picture, its breast at a place."""
    height, width = picture.shape[:2]
    body, beak, crest, eye = (Sheet(width, height) for _ in range(4))
    neck = place(spline(NECK, 14), *at, 0, scale)
    body.fill(ribbon(neck, np.array([230, 190, 118, 84, 70]) * scale))
    body.fill(place(ellipse(30, -392, 52, 40, -0.2), *at, 0, scale))
    beak.fill(place(np.array([(70, -410), (132, -386), (74, -372)]), *at, 0, scale))
    for k in range(7):
        t = -1.95 + 0.16 * k
        foot, tip = (20 + 4 * k, -424), (20 + 4 * k + 96 * np.cos(t), -424 + 96 * np.sin(t))
        crest.line(place(np.array([foot, tip]), *at, 0, scale), 4 * scale)
        crest.fill(place(ellipse(tip[0], tip[1], 15, 8, t), *at, 0, scale))
    eye.fill(place(ellipse(44, -398, 9, 9), *at, 0, scale))
    x, y = grid(width, height)
    step = 26 * scale
    row = np.floor(y / (0.5 * step) + 0.5)
    scales = np.hypot(np.mod(x + row * step / 2, step) - step / 2, np.mod(y + 0.25 * step, 0.5 * step)) / step
    mask = body.mask()
    hue = mix(colour.tone("123a8c") * np.ones((height, width, 1)), colour.tone("1f8fb0"), 0.75 - 0.8 * scales)
    shape = np.asarray(60 * puff(mask, 60 * scale) + 3 * (1 - scales), dtype=np.float32)
    lit = light.lit(np.asarray(hue, dtype=np.float32), light.facing(shape))
    lit = lit + (0.25 * light.gloss(blur(shape, 2), 18))[..., None] * np.array([0.5, 0.8, 1.0])
    out = np.asarray(picture * (1 - 0.6 * blur(mask, 26))[..., None], dtype=np.float32)
    out = mix(out, colour.tone("2a86a8"), crest.mask())
    out = mix(out, colour.tone("c9b48a"), beak.mask())
    out = mix(out, np.asarray(lit, dtype=np.float32), mask)
    return mix(out, colour.tone("f3ead0"), eye.mask())
