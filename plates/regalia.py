"""Metal of rank: the keris of Aeng Tong-tong, Majapahit's sun from Bejijong, the pewter ship of Bangka."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, ground, light, medal
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.carving import puff
from plates.noise import cloud, streaks
from plates.vector import Points, Sheet, ellipse, place, spiral, spline

if TYPE_CHECKING:
    from numpy.random import Generator

WIDTH, HEIGHT = 2400, 1800


def _blade(x: Field, y: Field, size: float) -> tuple[Field, Field, Field]:
    """Give the place along the blade (0 to 1), across it (-1 to 1), and its half width."""
    s = x / (1560 * size)
    wave = np.sin(2 * np.pi * 4.5 * s + 0.2) * 46 * size * smoothstep(0.04, 0.2, s) * (1.05 - 0.75 * s)
    half = size * (74 * np.clip(1 - s, 0, 1.2) ** 0.62 + 4) * (1 + 0.9 * np.exp(-s / 0.045))
    half = np.where(s < 0, size * (74 * 1.9 + 60), half)
    t = (y - wave) / np.maximum(half, 1)
    return (
        np.asarray(s, dtype=np.float32),
        np.asarray(t, dtype=np.float32),
        np.asarray(half, dtype=np.float32),
    )


def _pamor(rng: Generator, s: Field, t: Field, size: float) -> Field:
    """Forge the pamor: layers of nickel that follow the folding, nested points at the foot."""
    high, wide = s.shape
    fold = cloud(rng, wide, high, 150 * size, 4, 0.55)
    phase = 6.5 * np.abs(t) ** 0.9 + 1.25 * fold - 26 * s * (0.35 + 0.65 * np.exp(-s / 0.28))
    lines = np.sin(2 * np.pi * phase)
    fine = np.sin(2 * np.pi * (3.1 * phase + 0.8 * fold))
    drawn = smoothstep(-0.5, 1.3, np.asarray(lines + 0.6 * fine, dtype=np.float32))
    strong = 0.3 + 0.7 * smoothstep(-0.9, 0.7, cloud(rng, wide, high, 260 * size, 3))
    return np.asarray(drawn * strong, dtype=np.float32)


def _keris(
    rng: Generator, size: float, at: tuple[float, float], turn: float
) -> tuple[Field, Field, Field, Field]:
    x, y = grid(WIDTH, HEIGHT)
    cos, sin = np.cos(turn), np.sin(turn)
    u, v = (x - at[0]) * cos + (y - at[1]) * sin, (y - at[1]) * cos - (x - at[0]) * sin
    s, t, _half = _blade(np.asarray(u), np.asarray(v), size)
    cover = smoothstep(1.02, 0.99, np.abs(t)) * (s > 0) * smoothstep(1.0, 0.997, s)
    ganja = smoothstep(1.5, -1.5, np.abs(u + 6 * size) - 22 * size) * smoothstep(
        2, -2, np.abs(v - 22 * size) - 178 * size + 0.0 * u
    )
    edge = 1 - np.abs(t)
    ridge = 26 * size * np.clip(edge, 0, 1) ** 0.85 + 5 * size * np.exp(-((t / 0.10) ** 2))
    pamor = _pamor(rng, s, t, size)
    shape = np.where(cover > 0.02, ridge + 1.6 * pamor, 0) + np.where(ganja > 0.5, 30 * size, 0)
    rough = 0.5 * cloud(rng, WIDTH, HEIGHT, 5, 2)
    solid = np.maximum(cover, ganja)
    return (
        np.asarray(shape + rough, dtype=np.float32),
        np.asarray(solid, dtype=np.float32),
        pamor,
        np.asarray(np.maximum(u, -400), dtype=np.float32),
    )


def _iron(shape: Field, pamor: Field) -> Field:
    hue = mix(
        colour.tone("2b2d31") * np.ones((*shape.shape, 1), dtype=np.float32),
        colour.tone("c6c2b8"),
        0.85 * pamor,
    )
    face = light.facing(shape, wrap=0.25)
    lit = light.lit(hue, face, 1.0, 1.0)
    shine = 0.35 * light.gloss(blur(shape, 1.5), 18) * (0.35 + 0.65 * pamor)
    return np.asarray(lit + shine[..., None], dtype=np.float32)


def _hilt(rng: Generator, size: float, at: tuple[float, float], turn: float) -> tuple[Field, Field, Field]:
    def put(points: Points) -> Points:
        return place(np.asarray(points, dtype=float) * size, at[0], at[1], turn)

    sheet = Sheet(WIDTH, HEIGHT)
    grip = [
        (-40, -34),
        (-110, -52),
        (-210, -62),
        (-300, -30),
        (-380, 40),
        (-420, 132),
        (-370, 176),
        (-300, 140),
        (-250, 66),
        (-150, 48),
        (-40, 36),
    ]
    sheet.fill(put(spline(grip, 10, closed=True)))
    ring = Sheet(WIDTH, HEIGHT)
    ring.fill(put(np.array([(-64, -46), (-26, -46), (-26, 46), (-64, 46)])))
    wood, metal = sheet.mask(), ring.mask()
    carved = Sheet(WIDTH, HEIGHT)
    for k in range(5):
        carved.line(put(spline([(-90 - 44 * k, -44), (-112 - 46 * k, 0), (-86 - 44 * k, 40)], 8)), 5 * size)
    carved.line(put(spiral(-345, 100, 54, 1.6, 0.4, 40)), 6 * size)
    shape = (
        62 * size * puff(wood, 60 * size)
        - 7 * size * blur(carved.mask(), 2)
        + 74 * size * puff(metal, 26 * size)
    )
    grain = 1 + 0.16 * streaks(rng, WIDTH, HEIGHT, 160, 8, 3)
    hue = mix(
        np.asarray(colour.tone("5c3018") * grain[..., None], dtype=np.float32), colour.tone("d8a545"), metal
    )
    return hue, np.asarray(shape, dtype=np.float32), np.maximum(wood, metal)


def _keris_on(rng: Generator, size: float, at: tuple[float, float], turn: float, cloth: str) -> Field:
    shape, solid, pamor, _ = _keris(rng, size, at, turn)
    hue, hilt, wood = _hilt(rng, size, at, turn)
    table = ground.linen(rng, WIDTH, HEIGHT, colour.tone(cloth), 0.05)
    whole = np.maximum(solid * (shape + 16), wood * (hilt + 14))
    seen = light.shadow(np.asarray(whole, dtype=np.float32), 200, 16)
    picture = light.lit(table, np.full_like(seen, 0.62), seen, 1 - 0.5 * blur(np.maximum(solid, wood), 12))
    picture = mix(picture, _iron(shape, pamor), solid)
    handle = light.lit(hue, light.facing(hilt), 1.0, light.hollow(hilt, 10, 40))
    handle = handle + (0.4 * light.gloss(blur(hilt, 1.5), 34))[..., None]
    return mix(picture, np.asarray(handle, dtype=np.float32), wood)


def keris(rng: Generator) -> Field:
    """Lay the keris on linen."""
    return light.vignette(_keris_on(rng, 1.16, (560, 1330), -0.46, "b9aa8e"), 0.3)


def keris_detail(rng: Generator) -> Field:
    """Come close to the pamor at the blade's foot."""
    picture = _keris_on(rng, 2.6, (330, 1420), -0.46, "b9aa8e")
    return light.vignette(picture, 0.3)


def _sun(x: float, y: float, size: float) -> tuple[Field, Field]:
    """Draw Surya Majapahit: eight rays round a ring, scrolls between."""
    base, rays, fine = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
    base.dot(x, y, 0.98 * size)
    for k in range(8):
        t = k * np.pi / 4
        ray = np.array([(-0.17, -0.40), (0, -0.95), (0.17, -0.40)]) * size
        rays.fill(place(ray, x, y, t))
        fine.line(place(np.array([(0.0, -0.44), (0.0, -0.86)]) * size, x, y, t), 0.014 * size)
        for side in (-1, 1):
            curl = spiral(side * 0.125 * size, -0.68 * size, 0.10 * size, 1.4 * side, np.pi / 2, 40)
            rays.line(place(curl, x, y, t + np.pi / 8), 0.026 * size)
        bud = ellipse(0, -0.50 * size, 0.05 * size, 0.08 * size)
        rays.fill(place(bud, x, y, t + np.pi / 8))
        petal = ellipse(0, -0.235 * size, 0.055 * size, 0.10 * size)
        fine.line(place(petal, x, y, t), 0.012 * size, closed=True)
    rim, core = Sheet(WIDTH, HEIGHT), Sheet(WIDTH, HEIGHT)
    for radius, thick in ((0.955, 0.05), (0.375, 0.035), (0.13, 0.03)):
        circle = ellipse(x, y, radius * size, radius * size, 0, 160)
        rim.line(circle, thick * size, closed=True)
    for k in range(48):
        t = k * np.pi / 24
        rim.dot(x + 0.895 * size * np.cos(t), y + 0.895 * size * np.sin(t), 0.017 * size)
    core.dot(x, y, 0.11 * size)
    shape = 0.03 * size * base.mask() + 0.075 * size * puff(rays.mask(), 0.05 * size)
    shape = shape + 0.06 * size * puff(rim.mask(), 0.022 * size) + 0.09 * size * puff(core.mask(), 0.1 * size)
    return np.asarray(shape - 0.02 * size * blur(fine.mask(), 2), dtype=np.float32), base.mask()


def _bronze(rng: Generator, x: float, y: float, size: float) -> Field:
    shape, solid = _sun(x, y, size)
    stone = (
        ground.plaster(rng, WIDTH, HEIGHT, colour.tone("4b443c"))
        * (1 + 0.10 * cloud(rng, WIDTH, HEIGHT, 40, 5, 0.7))[..., None]
    )
    lit = medal.cast(
        rng, shape, solid, np.asarray(stone, dtype=np.float32),
        tint=colour.tone("dca055"), dark=colour.tone("2c3a30"), rough=0.045,
    )  # fmt: skip
    return light.vignette(lit, 0.34)


def sun(rng: Generator) -> Field:
    """Show the cast sun whole."""
    return _bronze(rng, 1190, 890, 760)


def sun_detail(rng: Generator) -> Field:
    """Come close to its rays and scrolls."""
    return _bronze(rng, 820, 1400, 1700)


def _ship(x: float, y: float, size: float) -> tuple[Field, Field]:
    """Draw a two-masted ship on waves within a plate's rim."""

    def put(points: list[tuple[float, float]] | Points) -> Points:
        return np.asarray(np.asarray(points, dtype=float) * size + np.array([x, y]))

    base, body, fine, rim = (Sheet(WIDTH, HEIGHT) for _ in range(4))
    base.dot(x, y, size)
    body.fill(
        put(
            spline(
                [(-0.52, 0.16), (-0.36, 0.38), (0.32, 0.38), (0.60, 0.10), (0.30, 0.20), (-0.36, 0.22)],
                8,
                closed=True,
            )
        )
    )
    for mast, tall in ((-0.20, -0.60), (0.16, -0.68)):
        body.line(put([(mast, 0.22), (mast, tall)]), 0.022 * size)
        sail = spline(
            [(mast + 0.02, tall + 0.06), (mast + 0.26, -0.22), (mast + 0.28, 0.08), (mast + 0.02, 0.10)],
            8,
            closed=True,
        )
        body.fill(put(sail))
        for k in range(4):
            fine.line(
                put([(mast + 0.03, 0.02 - 0.14 * k), (mast + 0.26 - 0.05 * k, 0.0 - 0.14 * k)]), 0.010 * size
            )
    body.fill(put(spline([(0.36, 0.12), (0.50, -0.18), (0.19, -0.60), (0.30, -0.1)], 8, closed=True)))
    for k in range(5):
        wave = np.linspace(-0.7, 0.7, 120)
        line = np.stack([wave, 0.42 + 0.062 * k + 0.02 * np.sin(wave * 22 + k * 2)], axis=1)
        fine.line(put(line[np.hypot(line[:, 0], line[:, 1]) < 0.74]), 0.014 * size)
    for k in range(3):
        fine.line(
            put(
                spline(
                    [
                        (-0.46 + 0.03 * k, 0.20 + 0.05 * k),
                        (0, 0.27 + 0.045 * k),
                        (0.48 - 0.05 * k, 0.16 + 0.06 * k),
                    ],
                    8,
                )
            ),
            0.010 * size,
        )
    for radius, thick in ((0.965, 0.05), (0.80, 0.03)):
        rim.line(ellipse(x, y, radius * size, radius * size, 0, 200), thick * size, closed=True)
    for k in range(60):
        t = k * np.pi / 30
        wide = 0.03 if k % 2 else 0.018
        rim.fill(
            ellipse(
                x + 0.882 * size * np.cos(t), y + 0.882 * size * np.sin(t), 0.034 * size, wide * size, t, 16
            )
        )
    shape = (
        0.03 * size * base.mask()
        + 0.07 * size * puff(body.mask(), 0.05 * size)
        - 0.018 * size * blur(fine.mask(), 2)
    )
    return np.asarray(shape + 0.05 * size * puff(rim.mask(), 0.02 * size), dtype=np.float32), base.mask()


def _pewter(rng: Generator, x: float, y: float, size: float) -> Field:
    shape, solid = _ship(x, y, size)
    boards = ground.boards(rng, WIDTH, HEIGHT, colour.tone("6b5038"), 560)
    lit = medal.cast(
        rng, np.asarray(shape, dtype=np.float32), solid, boards,
        tint=colour.tone("d3d5d6"), dark=colour.tone("3c4045"), rough=0.025, bright=1.1,
    )  # fmt: skip
    return light.vignette(lit, 0.3)


def plate(rng: Generator) -> Field:
    """Show the pewter plate whole."""
    return _pewter(rng, 1230, 900, 740)


def plate_detail(rng: Generator) -> Field:
    """Come close to sails and waves."""
    return _pewter(rng, 1150, 880, 1600)


def _stone(
    x: Field, y: Field, at: tuple[float, float], size: tuple[float, float], warp: Field
) -> tuple[Field, Field]:
    far = np.hypot((x - at[0]) / size[0], (y - at[1]) / size[1]) * (1 + 0.10 * warp)
    cover = smoothstep(1.01, 0.99, np.asarray(far, dtype=np.float32))
    return np.asarray(np.sqrt(np.clip(1 - far**2.2, 0, 1)), dtype=np.float32), cover


def _satam(rng: Generator, stones: list[tuple[float, float, float, float]]) -> Field:
    x, y = grid(WIDTH, HEIGHT)
    felt = ground.linen(rng, WIDTH, HEIGHT, colour.tone("d9cfbd"), 0.035)
    shape, solid = np.zeros((HEIGHT, WIDTH), dtype=np.float32), np.zeros((HEIGHT, WIDTH), dtype=np.float32)
    for px, py, a, b in stones:
        warp = cloud(rng, WIDTH, HEIGHT, a * 0.9, 2)
        dome, cover = _stone(x, y, (px, py), (a, b), warp)
        grooves = np.abs(cloud(rng, WIDTH, HEIGHT, a * 0.34, 3, 0.45))
        pits = np.minimum(cloud(rng, WIDTH, HEIGHT, a * 0.10, 2), 0.4)
        worm = smoothstep(0.24, 0.05, grooves)
        lift = 0.75 * b * dome - (0.075 * b * blur(worm, 2.5) - 0.014 * b * pits) * cover
        shape, solid = np.where(cover > 0.5, lift, shape).astype(np.float32), np.maximum(solid, cover)
    nx, ny, _ = light.normals(blur(shape, 0.8))
    from_window = np.exp(-(((nx + 0.40) / 0.24) ** 2) - ((ny + 0.44) / 0.22) ** 2)
    strip = np.exp(-(((nx - 0.58) / 0.14) ** 2) - ((ny + 0.1) / 0.4) ** 4)
    seen = light.shadow(np.asarray(shape * solid, dtype=np.float32), 330, 40)
    body = colour.tone("17161a") * (0.5 + 0.8 * light.facing(shape))[..., None]
    lit = body + (1.5 * from_window + 0.35 * strip + 0.05)[..., None] * np.array([0.92, 0.96, 1.0])
    table = light.lit(felt, np.full_like(seen, 0.62), seen, 1 - 0.55 * blur(solid, 18))
    return light.vignette(mix(table, np.asarray(lit, dtype=np.float32), solid), 0.26)


def satam(rng: Generator) -> Field:
    """Lay five satam stones on felt."""
    return _satam(
        rng,
        [
            (760, 760, 300, 260),
            (1490, 640, 230, 200),
            (1320, 1210, 330, 250),
            (1980, 1080, 190, 210),
            (620, 1350, 170, 150),
        ],
    )


def satam_detail(rng: Generator) -> Field:
    """Come close to the grooves that only the ground has cut."""
    return _satam(rng, [(1180, 920, 900, 720)])
