"""Positions → a map of dots: the islands as a field of them, and the gallery's regions on it.

Equirectangular: a degree of longitude is as long as it is in the middle of the map, `cos(latitude)` of a degree of
latitude. North is up. The unit is the distance between two dots of land.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from galeri.model.archipelago import SHORES, Point
from galeri.model.records import Region
from galeri.model.views import MapDot, MapView
from galeri.planning.localized import Localized

_LONGER = 80
"""Dots along the map's longer side."""
_FINEST = 0.06
"""Degrees between two dots at the least: the shores are known no better."""
_LEAST = 3.2
"""Degrees of latitude that a map is high at the least, so that a single place has its surroundings."""
_ROOM = 0.07
"""Part of the height that is left free around the outermost regions."""
_RATIOS = (1.4, 2.6)
"""Width to height, at the least and at the most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows: its north-western corner and the distance of its dots (degrees), its size in dots.

    `stretch` is the length of a degree of longitude, as a part of one of latitude.
    """

    north: float
    west: float
    step: float
    stretch: float
    width: int
    height: int

    def place(self, position: Point) -> Point:
        """Give x and y of a position, in dots, to a tenth."""
        latitude, longitude = position
        across = (longitude - self.west) * self.stretch / self.step
        return round(across, 1), round((self.north - latitude) / self.step, 1)


@lru_cache(maxsize=64)
def framed(positions: tuple[Point, ...]) -> Frame:
    """Choose what a map of these positions shows."""
    latitudes, longitudes = zip(*positions, strict=True)
    middle = (max(latitudes) + min(latitudes)) / 2
    stretch = math.cos(math.radians(middle))
    height = max(_LEAST, (max(latitudes) - min(latitudes)) * (1 + 2 * _ROOM))
    width = max(_RATIOS[0] * height, (max(longitudes) - min(longitudes)) * stretch + 2 * _ROOM * height)
    height = max(height, width / _RATIOS[1])
    step = max(_FINEST, max(width, height) / _LONGER)
    across, down = math.ceil(width / step), math.ceil(height / step)
    west = (max(longitudes) + min(longitudes)) / 2 - across * step / stretch / 2
    return Frame(round(middle + down * step / 2, 4), round(west, 4), step, stretch, across, down)


@lru_cache(maxsize=64)
def land(frame: Frame) -> tuple[tuple[int, int, int], ...]:
    """Give the dots of land as rows of neighbours: the first one's x and y, and how many there are."""
    cells = {cell for shore in SHORES for cell in _inside(frame, shore)}
    return tuple(_runs(cell for cell in cells if 0 <= cell[0] < frame.height and 0 <= cell[1] < frame.width))


def _inside(frame: Frame, shore: tuple[Point, ...]) -> Iterator[tuple[int, int]]:
    """Give row and column of each dot whose middle lies on an island; a small one has a single dot."""
    placed = [frame.place(point) for point in shore]
    columns, rows = zip(*placed, strict=True)
    small = True
    for row in range(math.floor(min(rows)), math.ceil(max(rows))):
        for start, end in _crossed(placed, row + 0.5):
            for column in range(math.ceil(start - 0.5), math.floor(end + 0.5)):
                small = False
                yield row, column
    if small:
        yield math.floor(sum(rows) / len(rows)), math.floor(sum(columns) / len(columns))


def _crossed(shore: Sequence[Point], y: float) -> Iterator[Point]:
    """Give where a line from west to east runs over an island: from which x to which."""
    found = sorted(
        x + (y - top) * (other - x) / (bottom - top)
        for (x, top), (other, bottom) in zip(shore, (*shore[1:], shore[0]), strict=True)
        if min(top, bottom) <= y < max(top, bottom)
    )
    yield from zip(found[::2], found[1::2], strict=True)


def _runs(cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    row = column = count = -1
    for y, x in sorted(cells):
        if (y, x) == (row, column + count):
            count += 1
            continue
        if count > 0:
            yield column, row, count
        row, column, count = y, x, 1
    if count > 0:
        yield column, row, count


def gallery_map(localized: Localized, marked: Region | None = None) -> MapView | None:
    """Draw the gallery's regions; those of `marked` stand out, and its own place bears its name.

    A region within another is shown among that one's regions, any other among all. None where nothing that stands out
    has a position. A region stands for itself only where none below it has a position.
    """
    placed = {each.id: each for each in localized.gallery.records["region"].values() if each.facts.position}
    trails = {name: _trail(localized, name) for name in placed}
    here = {name for name, trail in trails.items() if marked is None or marked.id in trail}
    if not here:
        return None
    first = _trail(localized, marked.id)[-1] if marked else ""
    near = [name for name, trail in trails.items() if marked and first != marked.id and first in trail]
    frame = framed(tuple(sorted(placed[name].facts.position for name in near or placed)))
    above = {each.facts.parent for each in placed.values()}
    own = marked.facts.position if marked else None
    spots = [
        MapDot(localized.addresses.record(each.ref), *frame.place(each.facts.position), name in here)
        for name, each in placed.items()
        if name not in above
    ]
    return MapView(
        width=frame.width,
        height=frame.height,
        land=land(frame),
        dots=tuple(each for each in spots if 0 <= each.x <= frame.width and 0 <= each.y <= frame.height),
        mark=frame.place(own) if own else None,
        ringed=marked is not None and marked.id not in above,
    )


def _trail(localized: Localized, name: str) -> list[str]:
    """Give the ids of a region and of those above it, the widest last."""
    regions = localized.gallery.records["region"]
    trail: list[str] = []
    while name in regions:
        trail.append(name)
        name = regions[name].facts.parent or ""
    return trail
