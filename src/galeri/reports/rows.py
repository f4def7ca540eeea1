"""What all reports share: a row tells of one record what there is to do, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from galeri.model.gallery import Gallery
from galeri.model.problem import Severity
from galeri.model.records import KINDS, Record, Ref

SOON = 90
"""Days before the end at which a certificate or a consent should be renewed."""
YEAR = 365
"""Days after which what was checked has to be checked again."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a report: how grave it is (None: all is well), how things stand, of which record, and in which file.

    `state` is a word of the report's own; `record` is `kind:id`, or empty; `path` is relative to the gallery's folder.
    """

    severity: Severity | None
    state: str
    record: str
    path: str


def records(gallery: Gallery) -> Iterator[Record[Any]]:
    """Give every record, kind by kind."""
    return (record for kind in gallery.records.values() for record in kind.values())


def named(ref: Ref) -> str:
    """Write a record as stories do: `kind:id`."""
    return f"{ref.kind}:{ref.id}"


def facts_path(ref: Ref) -> str:
    """Give the file of a record's facts."""
    return f"{folder(ref)}/{ref.kind}.yaml"


def folder(ref: Ref) -> str:
    """Give a record's folder."""
    return f"content/{KINDS[ref.kind].folder}/{ref.id}"


def title(gallery: Gallery, record: Record[Any]) -> str:
    """Give a record's title in the default language, or its id."""
    telling = record.tellings.get(gallery.languages[0].tag)
    return telling.words.title if telling else record.id
