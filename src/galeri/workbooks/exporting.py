"""The order of an export: read, choose what may be seen, guard, write."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from galeri.model.gallery import Gallery
from galeri.model.private import PrivateValue
from galeri.model.problem import GaleriError, Problem, Severity
from galeri.model.records import KINDS
from galeri.options import STATE
from galeri.pipeline import today
from galeri.planning.publishable import publishable
from galeri.publishing.privacy import Guard
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook
from galeri.sheets.headings import KindRows, Say
from galeri.sheets.rows import cells, shown_cells
from galeri.sheets.workbook import workbook
from galeri.sheets.writing import write_new


@dataclass(frozen=True, slots=True)
class Exported:
    """How an export went: problems, and how many records were written; None where nothing was."""

    problems: tuple[Problem, ...]
    records: int | None = None


def export_workbook(root: Path, target: Path, say: Say, *, full: bool) -> Exported:
    """Write the gallery in `root` as a workbook to `target`, a new file.

    It holds what may be published today; with `full` all that the records hold. What is private is in neither.
    Raises GaleriError where the file can't be written, or is there already.
    """
    if target.suffix.lower() != ".xlsx":
        message = "“{path}” is no name of a workbook; end it with .xlsx"
        raise GaleriError(message, path=str(target))
    book = PhotoBook(root / STATE / "cache" / "photos.json")
    read = read_gallery(root, book)
    book.save()
    if read.gallery is None or any(each.severity is Severity.ERROR for each in read.problems):
        return Exported(read.problems)
    tags = tuple(language.tag for language in read.gallery.languages)
    sheets, guarded = _sheets(read.gallery, tags, read.private, full=full)
    found = tuple(_private(sheets, guarded, target.name))
    if found:
        return Exported(found)
    write_new(target, workbook(sheets, tags, say, full=full))
    return Exported(read.problems, sum(len(each.rows) for each in sheets))


def _sheets(
    gallery: Gallery, tags: tuple[str, ...], private: tuple[PrivateValue, ...], *, full: bool
) -> tuple[list[KindRows], tuple[PrivateValue, ...]]:
    if full:
        return [
            KindRows(kind, [cells(record, tags) for record in records.values()])
            for kind, records in gallery.records.items()
        ], private
    shown, withheld = publishable(gallery, today(), drafts=False)
    hidden = gallery.records["artisan"].keys() - shown.records["artisan"].keys()
    links = (PrivateValue(f"artisan:{each}", "id", f"artisan:{each}", name=True) for each in sorted(hidden))
    return [
        KindRows(kind, [shown_cells(record, tags, shown) for record in records.values()])
        for kind, records in shown.records.items()
    ], (*private, *withheld, *links)


def _private(sheets: list[KindRows], guarded: tuple[PrivateValue, ...], file: str) -> Iterator[Problem]:
    """Search every row for what no output may hold."""
    guard = Guard(guarded)
    for sheet in sheets:
        for row in sheet.rows:
            page = f"{file}:{KINDS[sheet.kind].folder}:{row['id']}"
            problem = guard.find("\n|\n".join(row.values()).encode(), page)
            if problem:
                yield problem
