"""What each photo still lacks, such as alternative text in a language, what it is large enough for, how sharp it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from galeri.model.gallery import Gallery
from galeri.model.photo_needs import SHARP, Measure, enough_for
from galeri.model.problem import Severity
from galeri.model.records import Record, RecordPhoto
from galeri.reports.rows import Row, named, records


@dataclass(frozen=True, slots=True)
class PhotoRow(Row):
    """`size` is width and height in pixels; `lacks` names fields, `alt` with its language.

    `enough` says for what there are pixels enough: one of photo_needs.USES. `sharp` is the sharpness that was measured:
    below photo_needs.SHARP a photo looks blurred; None where it was not measured, or is too small to be judged.
    """

    role: str
    size: str
    enough: str
    sharp: int | None
    lacks: tuple[str, ...]


def photos(gallery: Gallery, _: date) -> Iterator[PhotoRow]:
    """Tell of every photo of every record."""
    for record in records(gallery):
        yield from (_photo(gallery, record, photo) for photo in record.photos)


def sharpened(rows: Iterable[PhotoRow], measures: Mapping[str, Measure]) -> Iterator[PhotoRow]:
    """Put in how sharp each photo is, by its path; one that looks blurred has to be taken again."""
    for row in rows:
        measured = measures.get(row.path)
        if measured is None or measured.sharpness is None:
            yield row
            continue
        sharp = replace(row, sharp=round(measured.sharpness))
        if measured.sharpness >= SHARP or row.state == "withheld":
            yield sharp
        else:
            lacks = (*row.lacks, "sharpness")
            yield replace(sharp, severity=Severity.WARNING, state="incomplete", lacks=lacks)


def _photo(gallery: Gallery, record: Record[Any], photo: RecordPhoto) -> PhotoRow:
    facts, file = photo.facts, photo.file
    alt = [language.tag for language in gallery.languages if not _has_alt(record, language.tag, facts.file)]
    lacks = [f"alt ({tag})" for tag in alt]
    lacks += [] if facts.credit else ["credit"]
    lacks += [] if facts.licence or gallery.settings.licence else ["licence"]
    state = "withheld" if facts.child else "incomplete" if lacks else "complete"
    default = gallery.languages[0].tag in alt
    severity = None if state != "incomplete" else Severity.WARNING if default else Severity.NOTE
    size = f"{file.width} × {file.height}"
    enough = enough_for(record.ref.kind, facts.role, max(file.width, file.height))
    return PhotoRow(
        severity, state, named(record.ref), file.path, facts.role, size, enough, None, tuple(lacks)
    )


def _has_alt(record: Record[Any], tag: str, file: str) -> bool:
    telling = record.tellings.get(tag)
    said = telling.words.photos.get(file) if telling else None
    return bool(said and said.alt)
