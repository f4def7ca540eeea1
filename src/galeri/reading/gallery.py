"""A gallery's folder → the gallery, its theme, its private values and its problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from galeri.model.facts_shared import Contact
from galeri.model.gallery import Gallery, link
from galeri.model.private import PrivateValue
from galeri.model.problem import Problem
from galeri.model.records import Record, Ref
from galeri.model.theme import Theme
from galeri.reading.checks import check
from galeri.reading.desk import Book
from galeri.reading.draft import Draft, read_draft
from galeri.reading.files import Listing
from galeri.reading.folders import folders
from galeri.reading.pieces import read_pieces
from galeri.reading.records import Desk, ReadRecord
from galeri.reading.together import check_together
from galeri.reading.whole import Whole


@dataclass(frozen=True, slots=True)
class Read:
    """All that a gallery's folder holds; `gallery` and `theme` are None where an error forbids to go on.

    `whole` knows where each part of a record is written.
    """

    gallery: Gallery | None
    theme: Theme | None
    private: tuple[PrivateValue, ...]
    problems: tuple[Problem, ...]
    whole: Whole | None = None

    @property
    def strict(self) -> bool:
        """Whether the settings ask that warnings stop a build."""
        return self.gallery is not None and self.gallery.settings.strict


@dataclass(frozen=True, slots=True)
class Content:
    """All records of content/, broken ones too, what none of their outputs may hold, and what is wrong with them."""

    records: Mapping[Ref, ReadRecord]
    private: tuple[PrivateValue, ...]
    problems: tuple[Problem, ...]

    def whole(self) -> list[Record[Any]]:
        """List the records whose facts could be read."""
        return [read.record for read in self.records.values() if read.record]


def read_gallery(root: Path, book: Book, base_url: str | None = None) -> Read:
    """Read everything in the folder `root`.

    `book` remembers the photos that were looked at before; `base_url` stands in for that of the settings.
    """
    return checked(read_draft(root, book, base_url))


def checked(draft: Draft) -> Read:
    """Hold the records of a draft against one another, and link those whose facts could be read."""
    problems = list(draft.problems())
    asked, theme = draft.ground.asked, draft.ground.theme
    settings, languages = asked.settings, asked.languages
    if settings is None:
        return Read(None, None, (), _sorted(problems))
    records = draft.records
    whole = Whole(records, languages[0].tag, settings.contact)
    problems += (*check(whole), *check_together(whole, draft.ground))
    gallery = link(settings, languages, (read.record for read in records.values() if read.record))
    return Read(gallery, theme, draft.private, _sorted(problems), whole)


def read_content(listing: Listing, desk: Desk, default: str, contact: Contact) -> Content:
    """Read every record among the files of content/, and check them.

    `default` is the default language's tag, and `contact` the council's.
    """
    found, problems = folders(listing.files)
    pieces = read_pieces(found, desk)
    records = {ref: piece.read for ref, piece in pieces.items()}
    problems += (problem for piece in pieces.values() for problem in piece.problems)
    whole = Whole(records, default, contact)
    problems += (*check(whole), *check_together(whole))
    private = tuple(value for piece in pieces.values() for value in piece.private)
    return Content(records, private, tuple(problems))


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
