"""Rows → the bytes of a workbook: a sheet per kind, with explained columns and drop-down lists."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from galeri.model.records import KINDS
from galeri.sheets.cells import NO, YES, looks_like_formula, read
from galeri.sheets.columns import ID, Column, Shape
from galeri.sheets.headings import Heading, KindRows, Say, headings, note

REMARK = "#"
"""A row whose first cell starts so is for people alone."""
LISTS = "_lists"
"""The hidden sheet of the drop-down lists; sheets whose names start with `_` are not read."""
FULL = "full"
"""What stands in the first cell of LISTS where nothing was left out."""
FIRST_ROW = 3
_SPARE_ROWS = 1000
_EXACT = 10**15
"""Spreadsheets keep 15 digits."""
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = PatternFill("solid", fgColor="E8E2D6")
_WIDE = {"story": 60, "summary": 45, "title": 30}


def workbook(sheets: Sequence[KindRows], tags: tuple[str, ...], say: Say, *, full: bool) -> bytes:
    """Write a workbook; `full` notes in it that nothing was left out of it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "galeri"
    lists = _Lists(book, {rows.kind: [row[ID] for row in rows.rows] for rows in sheets}, full=full)
    for rows in sheets:
        sheet = book.create_sheet(KINDS[rows.kind].folder)
        shown = headings(rows, tags, full=full)
        _head(sheet, shown, say)
        for number, row in enumerate(rows.rows, FIRST_ROW):
            _fill(sheet.cell(number, 1), row[ID])
            for index, heading in enumerate(shown, 2):
                if text := row.get(heading.name):
                    _put(sheet.cell(number, index), heading.column, text)
        _dress(sheet, shown, lists, FIRST_ROW + len(rows.rows) + _SPARE_ROWS)
    lists.hide()
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class _Lists:
    """The hidden sheet that drop-down lists take their choices from."""

    def __init__(self, book: Workbook, ids: Mapping[str, Sequence[str]], *, full: bool) -> None:
        self._book = book
        self._ids = ids
        self._columns: list[tuple[str, ...]] = [(FULL if full else "published",)]

    def validation(self, column: Column) -> DataValidation | None:
        """Offer the choices of a column; ids and lists may be others, too."""
        choices = (YES[1], NO[1]) if column.shape is Shape.YES else column.choices
        choices = choices or tuple(self._ids.get(column.links, ()))
        if not choices:
            return None
        if choices not in self._columns:
            self._columns.append(choices)
        letter = get_column_letter(self._columns.index(choices) + 1)
        open_ended = bool(column.links) or column.shape is Shape.LIST or len(column.choices) == 1
        return DataValidation(
            "list",
            formula1=f"'{LISTS}'!${letter}$1:${letter}${len(choices)}",
            allow_blank=True,
            showErrorMessage=not open_ended,
        )

    def hide(self) -> None:
        """Write the sheet, and hide it."""
        sheet = self._book.create_sheet(LISTS)
        for index, choices in enumerate(self._columns, 1):
            for number, choice in enumerate(choices, 1):
                _fill(sheet.cell(number, index), choice)
        sheet.sheet_state = "hidden"


def _head(sheet: Worksheet, shown: Sequence[Heading], say: Say) -> None:
    about = say("the folder's name and the address: small letters, digits and hyphens")
    for index, (name, told, noted) in enumerate(_told(shown, say), 1):
        top, below = sheet.cell(1, index), sheet.cell(2, index)
        _fill(top, name)
        _fill(below, f"{REMARK} {about}" if index == 1 else told)
        top.comment = Comment(about if index == 1 else noted, "galeri", height=120, width=320)
        top.font, top.fill = Font(bold=True), _HEAD
        below.font, below.fill = Font(italic=True, size=9), _HEAD
        below.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C3"
    sheet.row_dimensions[2].height = 50


def _told(shown: Sequence[Heading], say: Say) -> Iterator[tuple[str, str, str]]:
    yield ID, "", ""
    for each in shown:
        yield each.name, say.sentence(each.column.note), note(each.column, say)


def _dress(sheet: Worksheet, shown: Sequence[Heading], lists: _Lists, last: int) -> None:
    """Give each column its width, its format for cells that are yet to be filled, and its drop-down list."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["A"].number_format = 28, "@"
    for index, each in enumerate(shown, 2):
        letter = get_column_letter(index)
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDE.get(each.column.path[-1], 18)
        dimension.number_format = _format(each.column)
        if validation := lists.validation(each.column):
            validation.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(validation)


def _format(column: Column) -> str:
    formats = {Shape.DATE: "yyyy-mm-dd", Shape.WHOLE: "General", Shape.NUMBER: "General"}
    return formats.get(column.shape, "@")


def _put(cell: Cell | MergedCell, column: Column, text: str) -> None:
    value = read(column, text)
    if (
        column.shape in {Shape.WHOLE, Shape.NUMBER}
        and isinstance(value, (int, float))
        and abs(value) < _EXACT
    ):
        cell.value = value
    elif column.shape is Shape.DATE and text > "1901" and (day := _day(text)):
        cell.value, cell.number_format = day, _format(column)
    else:
        _fill(cell, text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fill(cell: Cell | MergedCell, text: str) -> None:
    """Write text as text: nothing in it is a formula, an error or a number, whatever it looks like."""
    cell.value = _CODE.sub("_x005F_", text)
    cell.data_type, cell.number_format = "s", "@"
    if looks_like_formula(text) or text[0] in "=+-@":
        cell.quotePrefix = True
    if "\n" in text:
        cell.alignment = Alignment(wrap_text=False, vertical="top")
