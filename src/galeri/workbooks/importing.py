"""The order of an import: read, compare, write in memory, read again as any gallery, and only then write."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galeri.model.facts_shared import Contact
from galeri.model.problem import GaleriError, Problem, Severity
from galeri.model.records import Ref
from galeri.model.words import Language
from galeri.options import STATE
from galeri.reading.desk import desk
from galeri.reading.files import scan
from galeri.reading.gallery import Content, read_content
from galeri.reading.photos import PhotoBook
from galeri.reading.settings import read_settings
from galeri.sheets.changes import RecordChange, compare
from galeri.sheets.files import folder, paths, rewritten
from galeri.sheets.grids import Book, read_book
from galeri.sheets.mapping import read_mapping
from galeri.sheets.outcome import new_errors, outcome
from galeri.sheets.tables import Table, tables
from galeri.sheets.writing import replace_all

_CELL = re.compile(r"(.*[:!])([A-Z]{1,3})([0-9]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import that is yet to be written: problems, what it changes, and the bytes of files before and after."""

    problems: tuple[Problem, ...]
    changes: tuple[RecordChange, ...] = ()
    made: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    before: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def stopped(self) -> bool:
        """Whether an error forbids to write it."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def gone(self) -> list[str]:
        """List the folders of the records that are taken out."""
        return [folder(change) for change in self.changes if change.row is None]


def prepare(root: Path, file: Path, mapping: Path | None = None, *, prune: bool = False) -> Prepared:
    """Compare a workbook or a table with the gallery in `root`; nothing is written.

    Raises GaleriError where a file can't be read, or where `prune` is asked of a workbook that is not whole.
    """
    asked = read_settings(root)
    if asked.settings is None:
        return Prepared(asked.problems)
    tags = tuple(language.tag for language in asked.languages)
    mapped, wrong = read_mapping(_bytes(mapping), mapping.name, tags) if mapping else (None, [])
    if wrong:
        return Prepared(tuple(wrong))
    book = read_book(_bytes(file), file.name)
    _refuse_partial(book, file, prune=prune)
    found = tables(book, tags, mapped)
    contact = asked.settings.contact if asked.settings else Contact()
    return _compared(root, found, asked.languages, contact, prune=prune)


def write(root: Path, prepared: Prepared) -> None:
    """Write what was prepared, all of it or nothing.

    Raises GaleriError where a file has changed meanwhile, or can't be written.
    """
    if prepared.stopped:
        message = "this import has errors, so it can't be written"
        raise GaleriError(message)
    replace_all(root, root / STATE, prepared.made, prepared.before, prepared.gone)


def _compared(
    root: Path, found: list[Table], languages: tuple[Language, ...], contact: Contact, *, prune: bool
) -> Prepared:
    listing = scan(root, "content")
    book = PhotoBook(root / STATE / "cache" / "photos.json")
    working = desk(root, listing, book, languages)
    before = read_content(listing, working, languages[0].tag, contact)
    changes = tuple(
        change for table in found for change in _changes(table, before, working.tags, prune=prune)
    )
    problems = [problem for table in found for problem in table.problems]
    problems += _unread(found, before)
    originals = _originals(root, changes, before)
    made, refused = _made(changes, before, originals)
    problems += refused
    gone = [folder(change) for change in changes if change.row is None]
    after = outcome(listing, working, languages[0].tag, contact, made, gone)
    book.save()
    errors = new_errors(before, after, {change.ref: change for change in changes})
    refused_at = {problem.place for problem in problems}
    # A row that can't be read is not there for others to name: what comes of that is not told.
    told = [
        error
        for error in errors
        if error.place not in refused_at and not (problems and error.code == "unknown-reference")
    ]
    return Prepared(tuple(sorted((*problems, *told), key=_as_read)), changes, made, originals)


def _as_read(problem: Problem) -> tuple[str, int, int, str, str]:
    """Order cells by sheet, row and column, as a person goes through them."""
    path = problem.place.path
    cell = _CELL.fullmatch(path)
    return (
        (cell[1], int(cell[3]), len(cell[2]), cell[2], problem.code)
        if cell
        else (path, 0, 0, "", problem.code)
    )


def _changes(table: Table, before: Content, tags: tuple[str, ...], *, prune: bool) -> list[RecordChange]:
    records = {ref.id: read.record for ref, read in before.records.items() if ref.kind == table.kind}
    return compare(table, {name: record for name, record in records.items() if record}, tags, prune=prune)


def _unread(found: Iterable[Table], before: Content) -> Iterator[Problem]:
    """Find the problems of records that the tables hold, but whose own files can't be read.

    A folder that holds photos alone waits for its facts: it is none of them.
    """
    named = {Ref(table.kind, row.id) for table in found for row in table.rows}
    broken = {read.folder for ref, read in before.records.items() if ref in named and read.record is None}
    for problem in before.problems:
        inside = "/".join(problem.place.path.split("/")[:3]) in broken
        if inside and problem.severity is Severity.ERROR and problem.code != "missing-facts":
            yield problem


def _made(
    changes: Iterable[RecordChange], before: Content, originals: Mapping[str, bytes]
) -> tuple[dict[str, bytes], list[Problem]]:
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for change in changes:
        if change.row is not None:
            read = before.records.get(change.ref)
            mine = {
                path: originals[path].decode("utf-8", "replace")
                for path in paths(change, read)
                if path in originals
            }
            texts, wrong = rewritten(change, read, mine)
            made |= {path: text.encode() for path, text in texts.items()}
            problems += wrong
    return made, problems


def _originals(root: Path, changes: Iterable[RecordChange], before: Content) -> dict[str, bytes]:
    """Read the files that may be edited, as they are."""
    named = {path for change in changes for path in paths(change, before.records.get(change.ref))}
    return {path: (root / path).read_bytes() for path in sorted(named) if (root / path).is_file()}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(message, reason=error.strerror or str(error), path=str(path)) from error


def _refuse_partial(book: Book, file: Path, *, prune: bool) -> None:
    if prune and book.full is False:
        message = "“{path}” holds only what may be published, so nothing can be taken out by it; export it with --full"
        raise GaleriError(message, path=str(file))
