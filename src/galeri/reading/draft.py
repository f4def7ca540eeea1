"""A gallery's folder → all that is read of it, before its records are held against one another.

What an earlier draft read is taken from it where the files are the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from galeri.model.private import PrivateValue
from galeri.model.problem import Problem
from galeri.model.records import Ref
from galeri.model.theme import Theme
from galeri.reading.desk import Book, desk
from galeri.reading.files import File, file_at, scan
from galeri.reading.folders import folders
from galeri.reading.fonts import read_fonts
from galeri.reading.homes import FONTS, ICONS, theme_homes
from galeri.reading.pieces import NONE, Piece, Pieces, read_pieces
from galeri.reading.records import ReadRecord
from galeri.reading.settings import FILE, ReadSettings, read_settings
from galeri.reading.theme import read_theme

Stamps = tuple[tuple[File, ...], ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What all records stand on: the settings and the theme, what is wrong with them, and their files."""

    files: Stamps
    asked: ReadSettings
    theme: Theme | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A gallery as its files say it; `strays` is what is wrong with files that belong to no record."""

    ground: Ground
    pieces: Pieces
    strays: tuple[Problem, ...]

    @property
    def records(self) -> dict[Ref, ReadRecord]:
        """All records by ref, broken ones too."""
        return {ref: piece.read for ref, piece in self.pieces.items()}

    @property
    def private(self) -> tuple[PrivateValue, ...]:
        """What no output may hold."""
        return tuple(value for piece in self.pieces.values() for value in piece.private)

    def problems(self) -> Iterator[Problem]:
        """Tell what is wrong with each file by itself."""
        yield from self.ground.asked.problems
        yield from self.ground.problems
        yield from self.strays
        for piece in self.pieces.values():
            yield from piece.problems


def read_draft(root: Path, book: Book, base_url: str | None = None, before: Draft | None = None) -> Draft:
    """Read everything in the folder `root`; without settings no record can be read.

    `book` describes photos; `base_url` stands in for that of the settings.
    """
    ground = _ground(root, base_url, before.ground if before else None)
    listing = scan(root, "content")
    if ground.asked.settings is None:
        return Draft(ground, NONE, listing.problems)
    found, problems = folders(listing.files)
    working = desk(root, listing, book, ground.asked.languages)
    pieces = read_pieces(found, working, before.pieces if before else NONE)
    return Draft(ground, pieces, (*listing.problems, *problems))


def read_again(
    root: Path, book: Book, base_url: str | None, before: Draft, paths: Iterable[str]
) -> Draft | None:
    """Read only what is at the `paths` that changed, and take all else from `before`.

    None where more than the theme and what stands in whole records has changed: then all has to be read.
    """
    inside = {path.rpartition("/")[0] for path in paths if path.startswith("content/")}
    elsewhere = any(not path.startswith("content/") for path in paths)
    ground = _ground(root, base_url, before.ground) if elsewhere else before.ground
    pieces = dict(before.pieces)
    for folder in inside:
        piece = _piece_again(root, book, before, folder)
        if piece is None:
            return None
        if piece != pieces[piece.folder.ref]:
            pieces[piece.folder.ref] = piece
    return replace(before, ground=ground, pieces=pieces) if ground.asked == before.ground.asked else None


def _piece_again(root: Path, book: Book, before: Draft, path: str) -> Piece | None:
    if path.count("/") != 2 or any(each.place.path.startswith(path) for each in before.strays):  # noqa: PLR2004 - content/<kind>s/<id>
        return None
    listing = scan(root, path)
    found, problems = folders(listing.files)
    if len(found) != 1 or problems or listing.problems or found[0].ref not in before.pieces:
        return None
    working = desk(root, listing, book, before.ground.asked.languages)
    return read_pieces(found, working)[found[0].ref]


def _ground(root: Path, base_url: str | None, before: Ground | None) -> Ground:
    files = _stamps(root)
    if before and before.files == files:
        return before
    asked = read_settings(root, base_url)
    settings = asked.settings
    if settings is None:
        return Ground(files, asked, None, ())
    theme, problems = read_theme(root, settings.theme, asked.languages, settings.appearance, asked.places)
    if theme:
        theme, wrong = read_fonts(root, settings, theme, asked.places)
        problems += [each for each in wrong if each not in problems]
    return Ground(files, asked, theme, tuple(problems))


def _stamps(root: Path) -> Stamps:
    alone = tuple(filter(None, (file_at(root, name) for name in (FILE, *ICONS))))
    return (alone, scan(root, FONTS).files, *(scan(home, "").files for home in theme_homes(root)))
