"""The bytes of a workbook or of a CSV file → sheets of texts, each cell with its place."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from galeri.model.problem import GaleriError, Place
from galeri.sheets.cells import tidy
from galeri.sheets.workbook import FULL, LISTS

MOST_BYTES = 300_000_000
"""Bytes that a workbook may unpack to: no council's is larger, and one that is, is a bomb."""
MOST_COLUMNS = 2_000
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERRORS = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)")


class Cell(NamedTuple):
    """A cell's text; `formula` where it holds a formula, or what came of a broken one."""

    text: str
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its cells that hold something, by row and column from 1; `title` is empty for a CSV file."""

    file: str
    title: str
    rows: dict[int, dict[int, Cell]] = field(repr=False)

    def place(self, row: int, column: int) -> Place:
        """Give a cell's place as spreadsheets write it: `makers.xlsx:artisans!C7`."""
        sheet = f"{self.title}!" if self.title else ""
        return Place(f"{self.file}:{sheet}{get_column_letter(column)}{row}")


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of a file; `full` is None where it was not written by this program, else whether nothing lacks."""

    grids: tuple[Grid, ...]
    full: bool | None = None


def read_book(data: bytes, name: str) -> Book:
    """Read a file by what its name ends with; raises GaleriError where it is no workbook and no CSV file."""
    if name.lower().endswith(".csv"):
        return Book((Grid(name, "", _rows(_csv(data, name))),))
    if not name.lower().endswith(".xlsx"):
        message = "“{path}” is neither a workbook (.xlsx) nor a table (.csv); save it as one of them"
        raise GaleriError(message, path=name)
    try:
        return _workbook(data, name)
    except Exception as error:  # a hostile or torn file may raise anything
        message = "“{path}” can't be read as a workbook; open it in a spreadsheet program and save it again"
        raise GaleriError(message, path=name) from error


def _workbook(data: bytes, name: str) -> Book:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_BYTES:
            raise ValueError(name)
    with warnings.catch_warnings(action="ignore"):
        book = load_workbook(io.BytesIO(data), read_only=True)
        grids = []
        full: bool | None = None
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = _rows([_cell(each) for each in row[:MOST_COLUMNS]] for row in sheet.iter_rows())
            if sheet.title == LISTS:
                full = rows.get(1, {}).get(1) == Cell(FULL)
            elif not sheet.title.startswith("_"):
                grids.append(Grid(name, sheet.title, rows))
    return Book(tuple(grids), full)


def _cell(cell: Any) -> Cell:  # noqa: ANN401 - several classes of openpyxl
    if cell.data_type in {"f", "e"}:
        return Cell(str(cell.value), formula=True)
    text = _text(cell.value)
    return Cell(text, formula=_ERRORS.fullmatch(text) is not None and cell.data_type != "s")


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a cell may hold
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return f"{value:.0f}"
        case date() | time():
            return _when(value)
        case _:
            return tidy(_CODE.sub(lambda code: chr(int(code[1], 16)), str(value)))


def _when(value: date | time) -> str:
    if isinstance(value, time):
        return value.isoformat("minutes")
    midnight = isinstance(value, datetime) and value.time() == time()
    return value.date().isoformat() if isinstance(value, datetime) and midnight else value.isoformat()


def _csv(data: bytes, name: str) -> Iterator[list[Cell]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "“{path}” is not UTF-8 text; save it as “CSV UTF-8”"
        raise GaleriError(message, path=name) from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            yield [Cell(tidy(each), formula=each.startswith(("\t", "\r", "="))) for each in row]
    except csv.Error as error:
        message = "“{path}” is not a table in CSV: {reason}"
        raise GaleriError(message, path=name, reason=str(error)) from error


def _rows(found: Iterable[list[Cell]]) -> dict[int, dict[int, Cell]]:
    rows = {
        number: {index: cell for index, cell in enumerate(row, 1) if cell.text or cell.formula}
        for number, row in enumerate(found, 1)
    }
    return {number: row for number, row in rows.items() if row}
