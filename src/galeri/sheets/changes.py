"""Rows against records: what would be added, changed and taken out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from galeri.model.problem import Place, Problem
from galeri.model.records import Record, Ref
from galeri.sheets.cells import SHORTENED, looks_like_formula, same
from galeri.sheets.columns import ID, Column, columns, numbered
from galeri.sheets.rows import cells
from galeri.sheets.tables import Row, Table


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that differs from its record: `new` is empty where the value is taken out."""

    name: str
    column: Column
    number: int
    old: str
    new: str
    place: Place


@dataclass(frozen=True, slots=True)
class RecordChange:
    """All that a workbook changes of one record; `record` is None for a new one, `row` for one that is taken out."""

    ref: Ref
    record: Record[Any] | None
    row: Row | None
    table: Table = field(repr=False)
    changes: tuple[Change, ...] = ()


def compare(
    table: Table, records: Mapping[str, Record[Any]], tags: tuple[str, ...], *, prune: bool
) -> list[RecordChange]:
    """List what a table changes; only with `prune` do empty cells and lacking rows take anything out."""
    found = []
    for row in table.rows:
        record = records.get(row.id)
        changes = tuple(_changes(table, row, cells(record, tags) if record else {}, tags, prune=prune))
        if changes or record is None:
            found.append(RecordChange(Ref(table.kind, row.id), record, row, table, changes))
    if prune:
        kept = {row.id for row in table.rows}
        gone = (record for name, record in records.items() if name not in kept)
        found += [RecordChange(record.ref, record, None, table) for record in gone]
    return found


def _changes(
    table: Table, row: Row, before: Mapping[str, str], tags: tuple[str, ...], *, prune: bool
) -> Iterator[Change]:
    known = columns(table.kind, tags)
    for name in dict.fromkeys((*row.entries, *(before if prune else ()))):
        if name == ID or (name not in row.entries and name not in table.places):
            continue
        key, number = numbered(name)
        old, new = before.get(name, ""), row.entries[name].text if name in row.entries else ""
        if not same(known[key], old, new):
            yield Change(name, known[key], number, old, new, table.place(row, name))


def refused(change: Change, file: str) -> Problem | None:
    """Give what forbids a change: a text that is a formula to some program, or one that was never whole."""
    if looks_like_formula(change.new):
        return Problem("formula-cell", change.place, {"value": change.new[:60]})
    if change.old.endswith(SHORTENED.strip()):
        return Problem("shortened-cell", change.place, {"file": file})
    return None
