"""What is wrong with photos and films that can be read: too small, blurred, shown twice, moving, or telling a place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from galeri.model.photo_needs import (
    ALIKE,
    SCREEN,
    SHARP,
    Measure,
    printed_length,
    printed_pixels,
)
from galeri.model.problem import Place, Problem
from galeri.model.records import PhotoFile, Record, RecordPhoto
from galeri.model.theme import Recipe, Role

_SQUARE = 0.02
"""Two pictures are of one shape where their ratios of width to height differ by no more than this part."""


@dataclass(frozen=True, slots=True)
class Album:
    """All that is known of photos: the theme's recipes by role, and what was measured, by digest."""

    recipes: Mapping[Role, Recipe]
    measures: Mapping[str, Measure]


def check_photos(records: Iterable[Record[Any]], album: Album) -> Iterator[Problem]:
    """Check every photo of every record."""
    first: dict[str, str] = {}
    for record in records:
        for photo in record.photos:
            yield from _of_file(photo.file)
            yield from _size(record, photo, album.recipes)
            yield from _blurred(photo.file, album.measures)
        if record.film and record.film.located:
            yield Problem("film-position", Place(record.film.path), {"file": record.film.path})
        yield from _same(record, album.measures)
        yield from _shared(record, first)


def _of_file(file: PhotoFile) -> Iterator[Problem]:
    if file.animated:
        yield Problem("animated-photo", Place(file.path))
    if file.located:
        yield Problem("photo-position", Place(file.path))


def _size(record: Record[Any], photo: RecordPhoto, recipes: Mapping[Role, Recipe]) -> Iterator[Problem]:
    """Tell the gravest lack of pixels only: what is small on a screen is small in print anyway."""
    role, file = photo.facts.role, photo.file
    has = max(file.width, file.height)
    screen = SCREEN[role]
    widest = recipes[screen.shown].widths[-1] if screen.shown in recipes else screen.sharp
    least, sharp = min(screen.least, widest), min(screen.sharp, widest)
    millimetres = printed_length(record.ref.kind, role)
    size = {"width": str(file.width), "height": str(file.height)}
    if has < least:
        yield Problem("small-photo", Place(file.path), size | {"least": str(least)})
    elif has < sharp:
        yield Problem("soft-photo", Place(file.path), size | {"least": str(sharp)})
    elif (
        has < printed_pixels(millimetres) and widest >= screen.least
    ):  # a theme of thumbnails asks for nothing
        needed = {"millimetres": str(millimetres), "least": str(printed_pixels(millimetres))}
        yield Problem("small-print", Place(file.path), size | needed)


def _blurred(file: PhotoFile, measures: Mapping[str, Measure]) -> Iterator[Problem]:
    measured = measures.get(file.digest)
    if measured and measured.sharpness is not None and measured.sharpness < SHARP:
        values = {"sharpness": f"{measured.sharpness:.0f}", "least": f"{SHARP:.0f}"}
        yield Problem("blurred-photo", Place(file.path), values)


def _same(record: Record[Any], measures: Mapping[str, Measure]) -> Iterator[Problem]:
    """Find pictures that a record shows twice, also as a smaller or newly encoded copy; each is told once."""
    told: set[str] = set()
    for one, other in combinations(record.photos, 2):
        if other.file.path not in told and _alike(one.file, other.file, measures):
            told.add(other.file.path)
            yield Problem("same-photo", Place(other.file.path), {"other": one.facts.file})


def _alike(one: PhotoFile, other: PhotoFile, measures: Mapping[str, Measure]) -> bool:
    if one.digest == other.digest:
        return True
    first, second = measures.get(one.digest), measures.get(other.digest)
    if first is None or second is None:
        return False
    across, down = one.width * other.height, other.width * one.height
    if abs(across - down) > _SQUARE * max(across, down):
        return False
    distance = sum(abs(a - b) for a, b in zip(first.glimpse, second.glimpse, strict=True))
    return distance / len(first.glimpse) < ALIKE


def _shared(record: Record[Any], first: dict[str, str]) -> Iterator[Problem]:
    """Tell of a file that an earlier record shows, too; `first` gathers where each digest was first seen."""
    for photo in record.photos:
        other = first.setdefault(photo.file.digest, photo.file.path)
        if other.rpartition("/")[0] != photo.file.path.rpartition("/")[0]:
            yield Problem("shared-photo", Place(photo.file.path), {"other": other})
