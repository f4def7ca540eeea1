"""The folder of a gallery → what reading its records needs of the world."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from galeri.model.records import FilmFile, PhotoFile
from galeri.model.words import Language
from galeri.reading.files import File, Listing
from galeri.reading.records import Desk
from galeri.reading.text import MAX_BYTES, TextError


class Book(Protocol):
    """Describes photos, and films, which are published as they are, below the folder `root`."""

    def look(self, root: Path, file: File) -> PhotoFile:
        """Describe a photo; raises BrokenPhotoError where it is none."""

    def film(self, root: Path, file: File) -> FilmFile:
        """Describe a film."""


def desk(root: Path, listing: Listing, book: Book, languages: tuple[Language, ...]) -> Desk:
    """Give what reading the records of the folder `root` needs."""
    return Desk(
        _loader(root),
        lambda file: book.look(root, file),
        lambda file: book.film(root, file),
        tuple(each.tag for each in languages),
        frozenset(problem.place.path for problem in listing.problems),
    )


def _loader(root: Path) -> Callable[[File], bytes]:
    base = str(root)

    def load(file: File) -> bytes:
        try:
            with open(f"{base}/{file.path}", "rb") as opened:  # noqa: PTH123 - thousands of files: Path costs
                return opened.read(MAX_BYTES + 1)
        except OSError as error:
            code, reason = "unreadable-file", error.strerror or str(error)
            raise TextError(code, 0, {"reason": reason}) from None

    return load
