"""How far each record is translated: complete, partial, missing, or older than its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from galeri.model.digests import digest
from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import Record, Telling
from galeri.reports.rows import Row, folder, named, records

_LENGTH = 12
"""Hexadecimal digits of a source's digest: enough to tell two texts apart, and short enough to be copied."""


@dataclass(frozen=True, slots=True)
class Translation(Row):
    """`lacks` are fields that the source has; `source` is what `translated_from` has to be."""

    language: str
    lacks: tuple[str, ...]
    source: str


def translations(gallery: Gallery, _: date) -> Iterator[Translation]:
    """Tell of each record and each language but the default one."""
    default, *others = (language.tag for language in gallery.languages)
    for record in records(gallery):
        source = record.tellings.get(default)
        if source:
            yield from (_translation(record, source, tag) for tag in others)


def source_digest(source: Telling) -> str:
    """Digest all words of a language, its story too, as a translation notes them under `translated_from`."""
    words = source.words.model_dump_json(exclude={"translated_from"}, exclude_defaults=True)
    return digest(f"{words}\n{source.story.markdown}".encode())[:_LENGTH]


def _translation(record: Record[Any], source: Telling, tag: str) -> Translation:
    telling = record.tellings.get(tag)
    lacks = tuple(sorted(_filled(source) - _filled(telling))) if telling else ()
    wanted = source_digest(source)
    noted = telling.words.translated_from if telling else ""
    state = (
        "missing"
        if telling is None
        else "older"
        if noted not in {"", wanted}
        else "partial"
        if lacks
        else "complete"
    )
    severity = {"missing": Severity.NOTE, "older": Severity.WARNING, "partial": Severity.NOTE}.get(state)
    path = f"{folder(record.ref)}/{tag}.md"
    return Translation(severity, state, named(record.ref), path, tag, lacks, wanted)


def _filled(telling: Telling) -> set[str]:
    """Name all that is said: fields, the story, and the texts of each photo."""
    words = telling.words
    said = {
        name
        for name in type(words).model_fields
        if name not in {"photos", "translated_from"} and getattr(words, name)
    }
    said |= {
        f"{file} {part}"
        for file, each in words.photos.items()
        for part in ("alt", "caption", "credit")
        if getattr(each, part)
    }
    return said | ({"story"} if telling.story.markdown else set())
