"""The headings of a sheet: its columns in their order, and what explains them to a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from galeri.model.records import KINDS
from galeri.sheets.columns import Column, Shape, columns, numbered

_INTERNAL = ("consent.",)
"""Columns of the council's own files, which are in a full workbook alone."""


class Say(Protocol):
    """Says a sentence of the program in the language of the person."""

    def __call__(self, message: str, **values: object) -> str:
        """Say `message` with its braces filled in."""

    def sentence(self, message: str) -> str:
        """Say `message` with its braces as they are."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of one sheet: its name in the first row, and the column of the schema that it is."""

    name: str
    column: Column


@dataclass(frozen=True, slots=True)
class KindRows:
    """The rows of a kind: the cells of each record by the names of their columns."""

    kind: str
    rows: Sequence[Mapping[str, str]]


def headings(rows: KindRows, tags: tuple[str, ...], *, full: bool) -> list[Heading]:
    """List the columns of a kind: titles, then single fields, then lists, each with room for one item more."""
    found = list(columns(rows.kind, tags).values())
    if not full:
        found = [column for column in found if not column.key.startswith(_INTERNAL)]
    most = Counter[str]()
    for name in {name for row in rows.rows for name in row}:
        key, number = numbered(name)
        most[_group(key)] = max(most[_group(key)], number)
    single = sorted((each for each in found if not each.repeated), key=lambda each: each.path != ("title",))
    return [
        *(Heading(each.key, each) for each in single),
        *(
            Heading(each.named(number), each)
            for group in dict.fromkeys(_group(each.key) for each in found if each.repeated)
            for number in range(1, most[group] + 2)
            for each in found
            if each.repeated and _group(each.key) == group
        ),
    ]


def note(column: Column, say: Say) -> str:
    """Explain a column: what it holds, and how that is written."""
    parts = [say.sentence(column.note)] if column.note else []
    if column.required and len(column.path) == 1:
        parts.append(say("Must be filled in."))
    if column.choices:
        parts.append(say("One of: {choices}.", choices=", ".join(column.choices)))
    if column.links:
        parts.append(say("An id from the sheet “{sheet}”.", sheet=KINDS[column.links].folder))
    if column.shape in {Shape.LIST, Shape.NUMBERS}:
        parts.append(
            say("Several are parted by a semicolon; a semicolon that belongs to one is doubled (;;).")
        )
    if column.shape is Shape.DATE:
        parts.append(say("A day, year-month-day: 2026-11-01."))
    if column.shape is Shape.YES:
        parts.append(say("yes or no."))
    if column.repeated:
        parts.append(say("The number is the item's; for more items, add columns with the next numbers."))
    return "\n".join(parts)


def _group(key: str) -> str:
    return key.partition(".#")[0]
