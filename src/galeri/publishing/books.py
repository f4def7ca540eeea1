"""Books → files: each is searched for private values, set once, and kept by its key."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from galeri.making.book_errors import BookFailedError
from galeri.making.books import make_book
from galeri.making.manuscripts import manuscript, text
from galeri.model.digests import digest
from galeri.model.outputs import BookOutput, BookPhoto
from galeri.model.problem import Place, Problem
from galeri.model.theme import Theme
from galeri.publishing.privacy import Guard


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book that is there: where it is kept, whether it was set just now, and the warnings that it gives."""

    file: Path
    new: bool
    problems: tuple[Problem, ...]


class Press:
    """Sets books, and keeps them in a folder by their keys."""

    def __init__(self, root: Path, theme: Theme, guard: Guard, shelf: Path) -> None:
        """Take the gallery's folder, its theme, what no book may hold, and where books are kept."""
        self.root = root
        self.theme = theme
        self.guard = guard
        self.shelf = shelf

    def book(self, output: BookOutput, key: str) -> MadeBook:
        """Give a book, set now if it was not before; raises BookFailedError."""
        kept = self.shelf / f"{key}.pdf"
        notes = self.shelf / f"{key}.json"
        if kept.is_file() and notes.is_file():
            return MadeBook(kept, new=False, problems=_read(notes))
        self.shelf.mkdir(parents=True, exist_ok=True)
        fresh = self.shelf / f"{key}.{os.getpid()}.new"
        try:
            problems = self._set(output, fresh)
            notes.write_text(json.dumps([_plain(each) for each in problems]), encoding="utf-8")
            fresh.replace(kept)
        finally:
            fresh.unlink(missing_ok=True)
        return MadeBook(kept, new=True, problems=problems)

    def cover(self, key: str) -> None:
        """Keep a picture of the first page of the book under this key beside it, where there is none yet."""
        picture = self.shelf / f"{key}.png"
        if picture.is_file():
            return
        from galeri.making.book_covers import book_cover  # noqa: PLC0415 - a press has no use for it

        fresh = picture.with_suffix(f".{os.getpid()}.new")
        try:
            fresh.write_bytes(book_cover(self.shelf / f"{key}.pdf"))
            fresh.replace(picture)
        finally:
            fresh.unlink(missing_ok=True)

    def _set(self, output: BookOutput, target: Path) -> tuple[Problem, ...]:
        catalogues = self.theme.catalogues
        told = [manuscript(output, view, catalogues[view.language.tag]) for view in output.views]
        for each in told:
            if wrong := self.guard.find(text(each).encode(), output.path):
                raise BookFailedError([wrong])
        return tuple(make_book(output, told, self.theme.book, self._load, target))

    def _load(self, photo: BookPhoto) -> bytes:
        data = (self.root / photo.source).read_bytes()
        if digest(data) != photo.digest:
            raise BookFailedError([Problem("changed-file", Place(photo.source))])
        return data


def deliver(made: MadeBook, target: Path) -> bool:
    """Put a book at `target`, all of it or nothing; say whether anything had to be written."""
    if target.is_file() and digest(target.read_bytes()) == digest(made.file.read_bytes()):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.galeri-new")
    try:
        shutil.copyfile(made.file, fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return True


def _plain(problem: Problem) -> tuple[str, str, int, int, dict[str, str]]:
    return problem.code, problem.place.path, problem.place.line, problem.place.column, dict(problem.values)


def _read(notes: Path) -> tuple[Problem, ...]:
    found = json.loads(notes.read_text(encoding="utf-8"))
    return tuple(
        Problem(code, Place(path, line, column), values) for code, path, line, column, values in found
    )
