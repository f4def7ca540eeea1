"""The kinds of value that curators write, each with the rule that it must keep.

A rule that is broken raises `PydanticCustomError` whose type is a problem code of `problem_codes.PROBLEMS`.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, NamedTuple, NoReturn

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_LENGTHS = ("mm", "cm", "m")
_WEIGHTS = ("g", "kg")
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)", re.ASCII)
_DURATION = re.compile(r"(\d{1,4}) (day|week|month)s?", re.ASCII)
_RATE = re.compile(r"(\d{1,7}) per (day|week|month|year)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HS = re.compile(r"\d{4}(?:\.?\d{2}(?:\.?\d{2}){0,2})?", re.ASCII)
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FOCUS = re.compile(r"(\d{1,3})% (\d{1,3})%", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_PHONE = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that nobody types: XML and HTML can't hold them."""


class Quantity(NamedTuple):
    """A measure: its number and its unit, in the singular where it is a word (`200 cm`, `30 day`)."""

    number: float
    unit: str


class Focus(NamedTuple):
    """The point of a photo that a crop must keep, in percent from the left and from the top."""

    x: int
    y: int


def fail(code: str, value: object, **more: str) -> NoReturn:
    """Raise the problem `code` about `value` from inside a validator."""
    raise PydanticCustomError(code, "{value}", {"value": str(value), **more})


def _clean(value: str) -> str:
    if CONTROL.search(value):
        fail("control-character", ascii(CONTROL.search(value).group()))  # type: ignore[union-attr]
    return unicodedata.normalize("NFC", value).strip()


def not_blank(value: str) -> str:
    """Refuse text that is empty or only spaces."""
    return value or fail("empty-text", value)


def _pattern(code: str, pattern: re.Pattern[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        return value if pattern.fullmatch(value) else fail(code, value)

    return check


def _quantity(code: str, units: tuple[str, ...]) -> Callable[[Any], Quantity]:
    def parse(value: Any) -> Quantity:  # noqa: ANN401 - whatever YAML held there
        if isinstance(value, Quantity):
            return value
        match = _QUANTITY.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None or match[2] not in units:
            fail(code, value, units=", ".join(units))
        return Quantity(float(match[1]), match[2])

    return parse


def _counted(code: str, pattern: re.Pattern[str]) -> Callable[[Any], Quantity]:
    def parse(value: Any) -> Quantity:  # noqa: ANN401 - whatever YAML held there
        if isinstance(value, Quantity):
            return value
        match = pattern.fullmatch(value.strip()) if isinstance(value, str) else None
        return Quantity(float(match[1]), match[2]) if match else fail(code, value)

    return parse


def _date(value: Any) -> date:  # noqa: ANN401 - whatever YAML held there
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    fail("bad-date", value)


def _focus(value: Any) -> Focus:  # noqa: ANN401 - whatever YAML held there
    if isinstance(value, Focus):
        return value
    match = _FOCUS.fullmatch(value) if isinstance(value, str) else None
    if match is None or max(int(match[1]), int(match[2])) > 100:  # noqa: PLR2004 - percent
        fail("bad-focus", value)
    return Focus(int(match[1]), int(match[2]))


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/<>\"'`{}|\\^]+\.[^\s<>\"'`{}|\\^]+", value):
        fail("bad-url", value)
    return value


def _file_name(value: str) -> str:
    if "/" in value or "\\" in value or value in {"", ".", ".."}:
        fail("bad-file-name", value)
    return value


def _written_as(pattern: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$", "examples": list(examples)})


def _number_as_text(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held there
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _hs_code(value: Any) -> str:  # noqa: ANN401 - whatever YAML held there
    text = _number_as_text(value)
    return text if isinstance(text, str) and _HS.fullmatch(text) else fail("bad-hs-code", value)


Line = Annotated[str, AfterValidator(_clean)]
"""A line of text, in Unicode form C, without control characters."""
Text = Line
"""One paragraph or several, plain or Markdown as the field says."""
Id = Annotated[str, AfterValidator(_clean)]
"""The id of another record: the name of its folder."""
FileName = Annotated[str, AfterValidator(_clean), AfterValidator(_file_name)]
"""The name of a file in the record's own folder."""
Number = Annotated[str, BeforeValidator(_number_as_text), AfterValidator(_clean)]
"""A number that is a name (a certificate's, a form's): kept as text."""
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written year-month-day: `2026-11-01`."""
Length = Annotated[
    Quantity,
    BeforeValidator(_quantity("bad-length", _LENGTHS)),
    _written_as(r"\d+(\.\d+)? ?(mm|cm|m)", "200 cm"),
]
"""A length in mm, cm or m."""
Weight = Annotated[
    Quantity, BeforeValidator(_quantity("bad-weight", _WEIGHTS)), _written_as(r"\d+(\.\d+)? ?(g|kg)", "380 g")
]
"""A weight in g or kg."""
Duration = Annotated[
    Quantity,
    BeforeValidator(_counted("bad-duration", _DURATION)),
    _written_as(r"\d+ (day|week|month)s?", "30 days"),
]
"""A time in days, weeks or months."""
Rate = Annotated[
    Quantity,
    BeforeValidator(_counted("bad-rate", _RATE)),
    _written_as(r"\d+ per (day|week|month|year)", "40 per month"),
]
"""How many in a day, week, month or year."""
HsCode = Annotated[
    str,
    BeforeValidator(_hs_code),
    _written_as(_HS.pattern, "5208.52"),
]
"""A code of the Harmonized System: four, six, eight or ten digits, with or without points."""
Colour = Annotated[
    str, AfterValidator(_pattern("bad-colour", _COLOUR)), _written_as(_COLOUR.pattern, "#7a3b12")
]
"""A colour as CSS writes it in hexadecimal."""
FocusPoint = Annotated[Focus, BeforeValidator(_focus), _written_as(_FOCUS.pattern, "50% 30%")]
"""The point of a photo that a crop must keep."""
Time = Annotated[str, AfterValidator(_pattern("bad-time", _TIME)), _written_as(_TIME.pattern, "09:00")]
"""A time of day, 24 hours."""
Url = Annotated[
    str, AfterValidator(_clean), AfterValidator(_url), _written_as(r"https?://.+", "https://example.org/")
]
"""A web address with http or https."""
Phone = Annotated[
    str, AfterValidator(_pattern("bad-phone", _PHONE)), _written_as(r"\+\d{7,15}", "+6281234567890")
]
"""A telephone number in international form (ITU-T E.164)."""
