"""Damar kurung of Gresik: a four-sided paper lantern, lit from within."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plates import colour, folk, ground, light, scene
from plates.canvas import Field, blur, grid, mix, smoothstep
from plates.noise import cloud, streaks

if TYPE_CHECKING:
    from numpy.random import Generator

WIDE, TALL = 1120, 1400
CAMERA = scene.Camera(1800, 2400, (-90, -520, 150), (0, 0, 84), 4300)


def _triangles(p: folk.Painting, y: float, size: float, *, up: bool) -> None:
    """Set a row of triangles: up to God, down as blessing."""
    width = p.size[0]
    count = round(width / size)
    step = width / count
    hues = (folk.RED, folk.GREEN, folk.YELLOW, folk.BLUE)
    tall = step * 0.9
    for k in range(count):
        a = k * step
        tip, base = (y, y + tall) if up else (y + tall, y)
        p.shape([(a + 2, base), (a + step - 2, base), (a + step / 2, tip)], hues[k % 4])
        inner = base + (tip - base) * 0.42
        p.shape([(a + step * 0.3, base), (a + step * 0.7, base), (a + step / 2, inner)], folk.PAPER, 2.2)


def _ground(p: folk.Painting, y: float) -> None:
    p.line([(0, y), (p.size[0], y)], folk.RED, 7)
    p.line([(0, y + 8), (p.size[0], y + 8)], folk.INK, 3)


def _to_the_mosque(p: folk.Painting, y: float) -> None:
    folk.mosque(p, 560, y, 270)
    for x, way, cover, hold in (
        (92, 1, "kerudung", "lantern"),
        (222, 1, "peci", ""),
        (330, 1, "sanggul", "tray"),
        (808, -1, "peci", "lantern"),
        (922, -1, "kerudung", ""),
        (1040, -1, "peci", "umbrella"),
    ):
        folk.person(p, x, y, 252 if x not in {222, 922} else 214, way, cover, hold)


def _kenduri(p: folk.Painting, y: float) -> None:
    covers = ("peci", "kerudung", "sanggul", "peci")
    for k, x in enumerate((116, 420, 700, 1004)):
        folk.sitting(p, x, y, 330, 1 if k % 2 == 0 else -1, covers[k])
    for x in (268, 852):
        folk.dish(p, x, y, 58)
    folk.dish(p, 560, y, 44)
    p.line([(560, y - 366), (560, y - 320)], folk.INK, 3)
    folk.lantern(p, 560, y - 290, 104)


def _at_sea(p: folk.Painting, y: float) -> None:
    for x, way in ((260, 1), (830, -1)):
        folk.boat(p, x, y - 44, 250, way)
    along = np.linspace(0, p.size[0], 160)
    for k in range(3):
        p.line(np.stack([along, y - 40 + 15 * k + 7 * np.sin(along / 19 + k)], axis=1), folk.BLUE, 4)
    for x, way in ((90, 1), (520, -1), (590, 1), (1030, -1)):
        folk.fish(p, x, y - 16, 34, way)


def _market(p: folk.Painting, y: float) -> None:
    folk.tree(p, 90, y, 290)
    folk.tree(p, 1040, y, 290)
    for x, way, cover, hold in (
        (240, 1, "sanggul", "umbrella"),
        (400, 1, "kerudung", "tray"),
        (700, -1, "peci", "lantern"),
        (880, -1, "sanggul", "tray"),
    ):
        folk.person(p, x, y, 256, way, cover, hold)
    folk.dish(p, 550, y, 58)


def side(rng: Generator, scenes: str, zoom: float = 1) -> Field:
    """Paint one side: three rows between triangles."""
    p = folk.Painting(rng, WIDE, TALL, zoom)
    scene_rows(p, scenes)
    return p.picture()


def scene_rows(p: folk.Painting, scenes: str) -> None:
    """Paint scenes in rows, triangles down above them and up below."""
    drawn = {"mosque": _to_the_mosque, "kenduri": _kenduri, "sea": _at_sea, "market": _market}
    _triangles(p, 18, 112, up=False)
    for k, name in enumerate(scenes.split()):
        y = 500 + 376 * k - 16
        if k < 3:
            drawn[name](p, y)
            _ground(p, y)
    _triangles(p, TALL - 122, 112, up=True)


def glowing(rng: Generator, paint: Field, lean: float) -> Field:
    """Light the paper from behind: brightest before the lamp, its fibres showing."""
    high, wide = paint.shape[:2]
    x, y = grid(wide, high)
    far = np.hypot((x / wide - 0.5 - lean) * 1.0, (y / high - 0.56) * 1.15)
    lamp = 0.30 + 1.55 * np.exp(-((far / 0.34) ** 2)) + 0.5 * np.exp(-((far / 0.75) ** 2))
    fibres = 1 + 0.05 * cloud(rng, wide, high, 18, 3) + 0.03 * streaks(rng, wide, high, 3, 60)
    sag = 1 + 0.05 * cloud(rng, wide, high, 320, 2)
    warm = np.stack([lamp * 1.06, lamp**1.15 * 0.80, lamp**1.45 * 0.44], axis=-1)
    brushed = 0.9 + 0.16 * streaks(rng, wide, high, 26, 90, 2) + 0.10 * cloud(rng, wide, high, 60, 2)
    through = paint ** np.maximum(brushed, 0.4)[..., None] * (fibres * sag)[..., None]
    return np.asarray(through * warm * 1.05, dtype=np.float32)


def _frame(rng: Generator, wide: int, high: int, thick: int) -> tuple[Field, Field]:
    """Make the frame of one side: posts and rails of bamboo, seen against the light."""
    x, y = grid(wide, high)
    near = np.minimum(np.minimum(x, wide - x), np.minimum(y, high - y))
    cover = smoothstep(thick + 1, thick - 1, near)
    round_ = np.clip(1 - (2 * near / thick - 1) ** 2, 0, 1)
    grain = 1 + 0.12 * streaks(rng, wide, high, 3, 200) * (x < thick)
    edge = np.exp(-(((near - thick) / 7) ** 2))
    hue = colour.tone("6b4526") * (0.10 + 0.28 * round_ * grain)[..., None]
    hue = hue + edge[..., None] * np.array([0.5, 0.22, 0.06], dtype=np.float32) * 0.5
    return np.asarray(hue, dtype=np.float32), cover


def _panel(rng: Generator, scenes: str, lean: float, dim: float, zoom: float) -> Field:
    picture = glowing(rng, side(rng, scenes, zoom), lean) * dim
    hue, cover = _frame(rng, picture.shape[1], picture.shape[0], round(40 * zoom))
    return mix(np.asarray(picture, dtype=np.float32), hue, cover)


def _crest(rng: Generator, dim: float) -> tuple[Field, Field]:
    """Cut the paper crest along the top: a row of points."""
    wide, high = WIDE, 190
    x, y = grid(wide, high)
    step = wide / 8
    tri = np.abs(np.mod(x, step) / step - 0.5) * 2
    cover = smoothstep(-2, 2, y - 12 - tri * (high * 0.72))
    inner = smoothstep(-2, 2, y - 62 - tri * (high * 0.80))
    red, gold = np.array([0.55, 0.05, 0.02]), np.array([0.75, 0.36, 0.06])
    hue = np.where(inner[..., None] > 0.5, gold, red) * (0.25 + 0.6 * (y / high))[..., None] * dim
    return np.asarray(hue * (1 + 0.05 * cloud(rng, wide, high, 12, 2))[..., None], dtype=np.float32), cover


def _room(rng: Generator, camera: scene.Camera) -> Field:
    """Make the dark room: a table that takes the lantern's light, and the wall behind."""
    size = 1800
    wood = ground.boards(rng, size, size, colour.tone("7a5233"), 420)
    x, y = grid(size, size)
    far = np.hypot(x - 900, y - 1010) / 900
    glow = 0.012 + 0.62 * np.exp(-((far / 0.42) ** 1.5))
    lit = wood * glow[..., None] * np.array([1.5, 0.85, 0.42], dtype=np.float32)
    wall = np.asarray(
        ground.wall(rng, camera.width, camera.height, colour.tone("3a2a20"), (0.5, 0.5)), dtype=np.float32
    )
    px, py = grid(camera.width, camera.height)
    halo = np.exp(-((np.hypot((px - 880) / 900, (py - 1150) / 1050)) ** 2) * 1.3)
    warm = np.array([1.3, 0.85, 0.5], dtype=np.float32)
    room = np.asarray(wall * (0.10 + 0.55 * halo)[..., None] * warm, dtype=np.float32)
    table = scene.show(
        camera, room, scene.Face((-330, 300, 0), (660, 0, 0), (0, -660, 0), np.asarray(lit, dtype=np.float32))
    )
    soft = smoothstep(0.62 * camera.height, 0.79 * camera.height, py)
    return mix(blur(table, 5), table, soft)


def _gild(picture: Field, reach: float) -> Field:
    """Let the brightest light bleed, as it does in a lens."""
    bright = np.maximum(picture - 0.75, 0)
    return np.asarray(picture + 0.20 * blur(bright, reach) + 0.10 * blur(bright, reach * 4), dtype=np.float32)


def _stage(rng: Generator, camera: scene.Camera, zoom: float = 1) -> Field:
    picture = _room(rng, camera)
    half, low, high = 60.0, 10.0, 160.0
    spin = 0.62
    ex = np.array([np.cos(spin), np.sin(spin), 0]) * half
    ey = np.array([-np.sin(spin), np.cos(spin), 0]) * half
    up = np.array([0, 0, high - low])
    base = np.array([0, 0, low])
    for corner, right, scenes, lean, dim in (
        (base - ex + ey + up, -2 * ey, "market kenduri mosque", 0.10, 0.80),
        (base - ex - ey + up, 2 * ex, "mosque kenduri sea", -0.06, 1.0),
    ):
        panel = _panel(rng, scenes, lean, dim, zoom)
        picture = scene.show(camera, picture, scene.Face(tuple(corner), tuple(right), tuple(-up), panel))
        hue, cover = _crest(rng, dim)
        lift = np.array([0, 0, 17.0])
        crest = scene.Face(tuple(corner + lift), tuple(right), tuple(-lift * 1.02), hue, cover)
        picture = scene.show(camera, picture, crest)
    for foot in (-ex + ey, -ex - ey, ex - ey):
        top, end = camera.project(base + foot), camera.project(base + foot - np.array([0, 0, low]))
        picture = _foot(picture, top, end)
    return picture


def lantern(rng: Generator) -> Field:
    """Set the lantern on a table at night."""
    return light.vignette(_gild(_stage(rng, CAMERA), 26), 0.3)


def _foot(picture: Field, top: tuple[float, float], end: tuple[float, float]) -> Field:
    x, y = grid(picture.shape[1], picture.shape[0])
    cover = smoothstep(19, 16, np.abs(x - top[0])) * (y > top[1] - 8) * smoothstep(end[1] + 2, end[1] - 2, y)
    shade = 0.06 + 0.10 * np.exp(-(((x - top[0]) / 9) ** 2))
    hue = colour.tone("8a5a30") * shade[..., None]
    return mix(picture, np.asarray(hue, dtype=np.float32), np.asarray(cover, dtype=np.float32))


def detail(rng: Generator) -> Field:
    """Come close to one side: figures in rows on glowing paper."""
    camera = scene.Camera(2400, 1800, (34, -330, 150), (4, -22, 114), 6600)
    picture = _stage(rng, camera, 1.8)
    x, _y = grid(2400, 1800)
    picture = light.focus(picture, smoothstep(760, 0, x) * 0.9, 9)
    fibres = 1 + 0.03 * cloud(rng, 2400, 1800, 8, 3)
    return light.vignette(_gild(np.asarray(picture * fibres[..., None], dtype=np.float32), 30), 0.3)
