"""A value ↔ the text of its cell. What a cell can't be read as stays text, for the schema to refuse."""

import re
from datetime import date
from typing import Any

from galeri.reading.yaml_tree import Tree
from galeri.sheets.columns import Column, Shape

YES = ("ya", "yes", "true", "benar", "1")
NO = ("tidak", "no", "false", "salah", "0")
LONGEST = 32_767
"""UTF-16 code units: a cell of Excel holds no more (Excel specifications and limits)."""
SHORTENED = "\n\n[…]"
"""How the text of a cell ends that could not be given whole."""

_WHOLE = re.compile(r"[-+]?\d{1,300}", re.ASCII)
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
_BETWEEN = re.compile(r"(?<!;);(?!;)")
_FORMULA = re.compile(r"[=\t\r]|[@+-](?!\s|$)")
_HARMLESS = re.compile(r"[+-][\d\s().,;+-]*|-{3,}(\s[\s\S]*)?")


def written(column: Column, value: Any) -> str:  # noqa: ANN401 - a value of any field
    """Write a value of the model as its cell's text; an absent one is an empty cell."""
    if value is None:
        return ""
    if column.shape in {Shape.LIST, Shape.NUMBERS}:
        return "; ".join(_scalar(Shape.TEXT, each).replace(";", ";;") for each in value)
    return _short(_lines(_scalar(column.shape, value)))


def read(column: Column, text: str) -> Tree:
    """Read a cell's text, which is not empty, as its YAML would give it."""
    if column.shape in {Shape.LIST, Shape.NUMBERS}:
        items = [each.strip().replace(";;", ";") for each in _BETWEEN.split(text)]
        numbers = column.shape is Shape.NUMBERS
        return [_number(each) if numbers else each for each in items if each]
    if column.shape is Shape.YES:
        word = text.lower()
        return True if word in YES else False if word in NO else text
    if column.shape is Shape.WHOLE:
        return int(text) if _WHOLE.fullmatch(text) else text
    return _number(text) if column.shape is Shape.NUMBER else text


def same(column: Column, one: str, other: str) -> bool:
    """Whether two texts of a cell mean the same."""
    if one == other:
        return True
    return bool(one and other) and read(column, one) == read(column, other)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula (OWASP, CSV injection); a list or a number is none."""
    return bool(_FORMULA.match(text)) and not _HARMLESS.fullmatch(text)


def tidy(text: str) -> str:
    """Give a cell's text with line feeds as line ends and nothing around it."""
    return _lines(text).strip()


def _scalar(shape: Shape, value: Any) -> str:  # noqa: ANN401 - a value of any field
    match value:
        case bool():
            return YES[1] if value else NO[1]
        case date():
            return value.isoformat()
        case (float() as number, str(unit)):
            return _quantity(shape, number, unit)
        case (int(x), int(y)):
            return f"{x}% {y}%"
        case float():
            return f"{value:.0f}" if value.is_integer() else repr(value)
        case _:
            return str(value)


def _quantity(shape: Shape, number: float, unit: str) -> str:
    count = f"{number:.0f}" if number.is_integer() else repr(number)
    if shape is Shape.RATE:
        return f"{count} per {unit}"
    return f"{count} {unit}{'s' if shape is Shape.DURATION and number != 1 else ''}"


def _number(text: str) -> Tree:
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _short(text: str) -> str:
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text[: LONGEST // 4] + SHORTENED
