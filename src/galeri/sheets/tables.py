"""Sheets of texts → rows of records: which kind, which id, which field each cell is; and what does not fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import NamedTuple

from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.reading.files import slug, usable_id
from galeri.reading.schema import guess
from galeri.sheets.cells import tidy
from galeri.sheets.columns import ID, columns
from galeri.sheets.grids import Book, Grid
from galeri.sheets.mapping import IdFrom, known_name
from galeri.sheets.mapping import Mapping as SheetMapping
from galeri.sheets.workbook import REMARK

_BY_NAME = {name: kind.name for kind in KINDS.values() for name in (kind.name, kind.folder)}


class Entry(NamedTuple):
    """What a row says of a field, and where."""

    text: str
    place: Place
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the record's id, where the row starts, and its cells that hold something, by the names of columns."""

    id: str
    place: Place
    number: int
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one kind, and in which column of the sheet each field stands."""

    kind: str
    grid: Grid
    places: Mapping[str, int]
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def place(self, row: Row, name: str) -> Place:
        """Find the cell of a field; the row's first cell where the sheet has no such column."""
        if name in row.entries:
            return row.entries[name].place
        return self.grid.place(row.number, self.places[name]) if name in self.places else row.place


def tables(book: Book, tags: tuple[str, ...], mapping: SheetMapping | None) -> list[Table]:
    """Read every sheet that is a kind's, or the one that is mapped."""
    if mapping is None:
        return [_own(grid, tags) for grid in book.grids]
    for grid in book.grids:
        if len(book.grids) == 1 or grid.title == mapping.sheet:
            return [_mapped(grid, mapping)]
    titles = [grid.title for grid in book.grids]
    file = book.grids[0].file if book.grids else ""
    problem = Problem("missing-sheet", Place(file), {"name": mapping.sheet} | guess(mapping.sheet, titles))
    return [Table(mapping.kind, Grid(file, mapping.sheet, {}), {}, (), (problem,))]


def _own(grid: Grid, tags: tuple[str, ...]) -> Table:
    name = (grid.title or PurePath(grid.file).stem).lower()
    kind = _BY_NAME.get(name) or _BY_NAME.get(name.rpartition("-")[2])
    place = Place(f"{grid.file}:{grid.title}" if grid.title else grid.file)
    if kind is None:
        wrong = Problem("unknown-kind", place, {"name": name} | guess(name, _BY_NAME))
        return Table("", grid, {}, (), (wrong,))
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for column, cell in grid.rows.get(1, {}).items():
        if cell.text in places:
            problems.append(Problem("duplicate-key", grid.place(1, column), {"key": cell.text}))
        elif cell.text == ID or (not cell.formula and known_name(cell.text, kind, tags)):
            places[cell.text] = column
        else:
            values = {"key": cell.text} | guess(cell.text, columns(kind, tags))
            problems.append(Problem("unknown-key", grid.place(1, column), values))
    if ID not in places:
        problems.append(Problem("missing-column", place, {"name": ID}))
    table = Table(kind, grid, places, (), tuple(problems))
    fields = {name: column for name, column in places.items() if name != ID}
    return _filled(table, 1, fields) if ID in places else table


def _mapped(grid: Grid, mapping: SheetMapping) -> Table:
    heads = {cell.text: column for column, cell in reversed(grid.rows.get(mapping.header, {}).items())}
    needed = [*mapping.columns, *(mapping.id.from_ if isinstance(mapping.id, IdFrom) else (mapping.id,))]
    place = grid.place(mapping.header, 1)
    problems = tuple(
        Problem("missing-column", place, {"name": heading} | guess(heading, heads))
        for heading in dict.fromkeys(needed)
        if heading not in heads
    )
    places = {name: heads[heading] for heading, name in mapping.columns.items() if heading in heads}
    table = Table(mapping.kind, grid, places, (), problems)
    return table if problems else _filled(table, mapping.header, places, (mapping, heads))


def _filled(
    table: Table,
    header: int,
    fields: Mapping[str, int],
    mapped: tuple[SheetMapping, Mapping[str, int]] | None = None,
) -> Table:
    rows: dict[str, Row] = {}
    problems = list(table.problems)
    for number in table.grid.rows:
        if number <= header:
            continue
        row = _row(table, number, fields, mapped)
        if row is None:
            continue
        wrong = list(_wrong(row, rows))
        problems += wrong
        if all(problem.code == "formula-cell" for problem in wrong):
            entries = {name: entry for name, entry in row.entries.items() if not entry.formula}
            rows[row.id] = replace(row, entries=entries)
    return replace(table, rows=tuple(rows.values()), problems=tuple(problems))


def _row(
    table: Table,
    number: int,
    fields: Mapping[str, int],
    mapped: tuple[SheetMapping, Mapping[str, int]] | None,
) -> Row | None:
    cells, grid = table.grid.rows[number], table.grid
    entries = {
        name: Entry(tidy(cells[column].text), grid.place(number, column), cells[column].formula)
        for name, column in fields.items()
        if column in cells
    }
    if mapped is None:
        first = table.places[ID]
        text = cells[first].text if first in cells else ""
        return None if text.startswith(REMARK) else Row(text, grid.place(number, first), number, entries)
    mapping, heads = mapped
    if not entries:
        return None
    headings = mapping.id.from_ if isinstance(mapping.id, IdFrom) else (mapping.id,)
    parts = [cells[heads[each]].text for each in headings if heads[each] in cells]
    made = slug(" ".join(parts)) if isinstance(mapping.id, IdFrom) and parts else "".join(parts)
    place = grid.place(number, heads[headings[0]])
    return Row(made, place, number, _translated(entries, mapping, place))


def _translated(entries: Mapping[str, Entry], mapping: SheetMapping, place: Place) -> Mapping[str, Entry]:
    """Put the words of the program for those of the sheet, and add what is the same in every row."""
    meanings = {
        mapping.columns[heading]: words
        for heading, words in mapping.values.items()
        if heading in mapping.columns
    }
    known = {
        name: entry._replace(text=meanings.get(name, {}).get(entry.text, entry.text))
        for name, entry in entries.items()
    }
    return {name: Entry(text, place) for name, text in mapping.always.items()} | known


def _wrong(row: Row, before: Mapping[str, Row]) -> Iterator[Problem]:
    if not row.id:
        yield Problem("missing-key", row.place, {"key": ID})
    elif row.id in before:
        yield Problem("repeated-row", row.place, {"id": row.id, "other": str(before[row.id].number)})
    elif better := usable_id(row.id):
        yield Problem("unportable-name", row.place, {"name": row.id, "guess": better})
    for entry in row.entries.values():
        if entry.formula:
            yield Problem("formula-cell", entry.place, {"value": entry.text})
