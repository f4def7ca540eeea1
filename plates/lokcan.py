"""Lung-lungan and lokcan: the trailing vines and the phoenix of batik gedhog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates.vector import ellipse, ribbon, spiral, spline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plates.design import Design


def _feather(d: Design, root: tuple[float, float], path: Sequence[tuple[float, float]], bath: str) -> None:
    line = spline([root, *path], 14)
    d.shape(ribbon(line, [9, 20, 25, 21, 13]), bath)
    d.vein(line[4:-4], 3)
    end = line[-1]
    d.shape(ellipse(end[0], end[1], 25, 25), "dark" if bath != "dark" else "soga")
    d.dot(end[0], end[1], 8)
    for k in range(5):
        t = k * 1.257
        d.dot(end[0] + 15 * np.cos(t), end[1] + 15 * np.sin(t), 2.6)


def _wing(d: Design) -> None:
    for k in range(7):
        t = -2.55 + 0.215 * k
        reach = 270 - 15 * abs(k - 2)
        tip = (18 + reach * np.cos(t), -8 + reach * np.sin(t))
        mid = (18 + 0.55 * reach * np.cos(t - 0.14), -8 + 0.55 * reach * np.sin(t - 0.14))
        feather = spline([(18, -8), mid, tip], 10)
        d.shape(ribbon(feather, [12, 31, 38, 31, 10]), ("soga", "dark")[k % 2])
        d.vein(feather[3:-2], 2.6)
    d.shape(
        spline([(-64, -58), (-10, -74), (52, -52), (60, -4), (10, 14), (-40, -14)], 8, closed=True), "red"
    )
    for row, count in ((-46, 5), (-26, 5), (-8, 3)):
        for k in range(count):
            x = -34 + 20 * k + (row % 4) * 2
            arc = np.linspace(0.1, np.pi - 0.1, 8)
            d.vein(np.stack([x + 9 * np.cos(arc), row + 8 * np.sin(arc)], axis=1), 2.4)


def phoenix(d: Design) -> None:
    """Draw the phoenix in flight, its tail streaming out behind."""
    tails = [
        ([(-150, 8), (-260, -48), (-380, -70), (-470, -20)], "soga"),
        ([(-150, 40), (-270, 34), (-390, 60), (-450, 128)], "dark"),
        ([(-130, 66), (-240, 110), (-330, 176), (-350, 250)], "soga"),
    ]
    for path, bath in tails:
        _feather(d, (-60, 26), path, bath)
    neck = [(70, 10), (128, -18), (158, -74), (150, -122)]
    d.shape(ribbon(spline(neck, 10), [74, 52, 38, 34]), "dark")
    d.shape(
        spline([(-96, 34), (-40, -34), (60, -30), (112, 12), (60, 62), (-30, 70)], 10, closed=True), "dark"
    )
    for x in range(-50, 80, 24):
        for y in (8, 30, 50):
            d.dot(x + (y % 4) * 5, y, 4)
    _wing(d)
    for x, y, r in ((112, -8, 4), (134, -36, 4), (148, -66, 4), (152, -92, 3.4)):
        d.dot(x, y, r)
    d.shape(ellipse(158, -138, 31, 25, -0.2, 30), "red")
    d.shape(spline([(184, -150), (232, -138), (190, -124)], 6, closed=True), "soga")
    for turn, reach in ((-2.35, 66), (-1.95, 74), (-1.5, 64)):
        tip = (150 + reach * np.cos(turn), -156 + reach * np.sin(turn))
        d.stem(spline([(150, -156), (142 + 0.5 * (tip[0] - 150), -190), tip], 8), [5, 6])
        d.shape(ellipse(tip[0], tip[1], 10, 13, 0, 20), "red")
    d.dot(166, -143, 6)
    for x in (10, 46):
        d.stem(spline([(x, 62), (x + 10, 94), (x - 6, 120)], 6), [7, 5])


def leaf(d: Design, x: float, y: float, turn: float, size: float, bath: str) -> None:
    """Draw a vine's leaf, curled at its tip and filled with fine lines."""
    outline = [(0, 0), (0.25, -0.26), (0.62, -0.3), (1.0, -0.06), (0.7, 0.1), (0.34, 0.16)]
    cos, sin = size * np.cos(turn), size * np.sin(turn)

    def to(p: float, q: float) -> tuple[float, float]:
        return x + p * cos - q * sin, y + p * sin + q * cos

    d.shape(spline([to(*p) for p in outline], 7, closed=True), bath)
    d.vein(spline([to(0.06, -0.01), to(0.5, -0.08), to(0.88, -0.07)], 7), 3.2)
    for k in (0.28, 0.44, 0.6):
        d.vein(np.array([to(k, -0.06), to(k + 0.1, -0.2)]), 2.4)
        d.vein(np.array([to(k, -0.04), to(k + 0.12, 0.05)]), 2.4)


def tendril(d: Design, x: float, y: float, radius: float, up: int) -> None:
    """Wind a tendril off the vine into its bend, leaves on its back and a flower within."""
    line = spiral(x, y, radius, up * 1.2, np.pi, 46)[:37]
    for k, bath, size in ((27, "dark", 0.62), (21, "soga", 0.74), (14, "soga", 0.6)):
        px, py = line[k]
        out = float(np.arctan2(py - y, px - x))
        leaf(d, px, py, out + 0.7 * up, radius * size, bath)
    d.stem(line, [13, 10, 7])
    cx, cy = line[-1]
    for k in range(6):
        t = k * np.pi / 3 + 0.3
        d.shape(ellipse(cx + 30 * np.cos(t), cy + 30 * np.sin(t), 21, 14, t, 20), "red" if k % 2 else "soga")
    d.shape(ellipse(cx, cy, 18, 18), "red")
    for k in range(5):
        d.dot(cx + 9 * np.cos(k * 1.257), cy + 9 * np.sin(k * 1.257), 3)


def vine(d: Design, y: float, wave: float, height: float) -> None:
    """Trail one vine from side to side, a tendril in every bend and leaves on every crest."""
    width, _ = d.size
    x = np.arange(-wave, width + wave, 20.0)
    line = np.stack([x, y - height * np.sin(2 * np.pi * x / wave)], axis=1)
    d.at(0, 0)
    for k, cx in enumerate(np.arange(-wave * 0.75, width + wave, wave / 2)):
        up = -1 if k % 2 else 1
        for turn, size in ((-2.35, 118), (-0.85, 128), (-1.55, 96)):
            leaf(d, cx, y - up * (height + 4), turn * up, size, "dark" if size < 100 else "soga")
    d.stem(line, 13)
    for k, cx in enumerate(np.arange(-wave * 0.75, width + wave, wave / 2)):
        tendril(d, cx, y, wave * 0.25, -1 if k % 2 else 1)


def threes(d: Design, step: float) -> None:
    """Fill the ground with dots in threes, set by eye."""
    width, height = d.size
    for row, y in enumerate(np.arange(0, height, step)):
        for x in np.arange((row % 2) * step / 2, width, step):
            cx, cy = x + d.rng.normal(0, step * 0.09), y + d.rng.normal(0, step * 0.09)
            turn = d.rng.uniform(0, 2)
            for k in range(3):
                t = turn + k * 2.094
                d.sheets["wax"].dot(cx + 8 * np.cos(t), cy + 8 * np.sin(t), d.rng.uniform(2.4, 3.5))
