"""Each kind of value that curators write keeps its rule, and what breaks it is told by a problem that is known."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from galeri.model import values
from galeri.model.problem_codes import PROBLEMS
from galeri.model.values import Focus, Quantity

GOOD: list[tuple[Any, Any, Any]] = [
    (values.Date, "2026-11-01", date(2026, 11, 1)),
    (values.Date, "2024-02-29", date(2024, 2, 29)),
    (values.Length, "200 cm", Quantity(200, "cm")),
    (values.Length, "2.5m", Quantity(2.5, "m")),
    (values.Length, " 7 mm ", Quantity(7, "mm")),
    (values.Weight, "380 g", Quantity(380, "g")),
    (values.Weight, "1.25 kg", Quantity(1.25, "kg")),
    (values.Duration, "30 days", Quantity(30, "day")),
    (values.Duration, "1 week", Quantity(1, "week")),
    (values.Rate, "40 per month", Quantity(40, "month")),
    (values.HsCode, "5208.52", "5208.52"),
    (values.HsCode, 520852, "520852"),
    (values.HsCode, "5208", "5208"),
    (values.HsCode, "5208.52.10.00", "5208.52.10.00"),
    (values.FocusPoint, "50% 30%", Focus(50, 30)),
    (values.FocusPoint, "0% 100%", Focus(0, 100)),
    (values.Time, "00:00", "00:00"),
    (values.Time, "23:59", "23:59"),
    (values.Url, "https://a.example/b?c=d", "https://a.example/b?c=d"),
    (values.Url, "http://a.example", "http://a.example"),
    (values.Phone, "+6281234567890", "+6281234567890"),
    (values.FileName, "Kain 1.jpg", "Kain 1.jpg"),
    (values.Number, 12, "12"),
    (values.Number, "K-014", "K-014"),
    (values.Line, "  cafe\u0301 ", "café"),
    (values.Line, "two\nlines\twith a tab", "two\nlines\twith a tab"),
]

BAD: list[tuple[Any, Any, str]] = [
    (values.Date, "2026-02-30", "bad-date"),
    (values.Date, "2025-02-29", "bad-date"),
    (values.Date, "1-11-2026", "bad-date"),
    (values.Date, "20261101", "bad-date"),
    (values.Date, "2026-W01-1", "bad-date"),
    (values.Date, 2026, "bad-date"),
    (values.Date, None, "bad-date"),
    (values.Length, "200", "bad-length"),
    (values.Length, "200 inch", "bad-length"),
    (values.Length, "-2 cm", "bad-length"),
    (values.Length, "1,5 m", "bad-length"),
    (values.Length, 200, "bad-length"),
    (values.Length, "2  cm", "bad-length"),
    (values.Weight, "2 cm", "bad-weight"),
    (values.Weight, "٢ kg", "bad-weight"),
    (values.HsCode, "٥٢٠٨", "bad-hs-code"),
    (values.Time, "0٩:00", "bad-time"),
    (values.Phone, "+6٢81234567", "bad-phone"),
    (values.Duration, "30", "bad-duration"),
    (values.Duration, "30 years", "bad-duration"),
    (values.Duration, "a month", "bad-duration"),
    (values.Rate, "40", "bad-rate"),
    (values.Rate, "40 a month", "bad-rate"),
    (values.HsCode, "520", "bad-hs-code"),
    (values.HsCode, "5208.5", "bad-hs-code"),
    (values.HsCode, "5208,52", "bad-hs-code"),
    (values.HsCode, "5208.52.10.00.00", "bad-hs-code"),
    (values.FocusPoint, "50 30", "bad-focus"),
    (values.FocusPoint, "101% 0%", "bad-focus"),
    (values.FocusPoint, "-1% 0%", "bad-focus"),
    (values.FocusPoint, "50%", "bad-focus"),
    (values.FocusPoint, 50, "bad-focus"),
    (values.Time, "24:00", "bad-time"),
    (values.Time, "9:00", "bad-time"),
    (values.Time, "09.00", "bad-time"),
    (values.Time, "09:60", "bad-time"),
    (values.Url, "a.example", "bad-url"),
    (values.Url, "ftp://a.example/", "bad-url"),
    (values.Url, "javascript:alert(1)", "bad-url"),
    (values.Url, "https://localhost", "bad-url"),
    (values.Url, "https://a.example/ b", "bad-url"),
    (values.Url, 'https://a.example/"><script>', "bad-url"),
    (values.Url, "https://a.example/\nx", "bad-url"),
    (values.Phone, "081234567890", "bad-phone"),
    (values.Phone, "+62 812 3456", "bad-phone"),
    (values.Phone, "+0812345678", "bad-phone"),
    (values.Phone, "+1234567890123456", "bad-phone"),
    (values.FileName, "a/b.jpg", "bad-file-name"),
    (values.FileName, "..", "bad-file-name"),
    (values.FileName, "a\\b.jpg", "bad-file-name"),
    (values.FileName, "", "bad-file-name"),
    (values.Line, "a\x00", "control-character"),
    (values.Line, "a\x1b[31m", "control-character"),
    (values.Line, "a\x7f", "control-character"),
]


@pytest.mark.parametrize(("kind", "written", "read"), GOOD)
def test_a_good_value_is_read(kind: Any, written: Any, read: Any) -> None:  # noqa: ANN401 - of every kind
    assert TypeAdapter(kind).validate_python(written) == read


@pytest.mark.parametrize(("kind", "written", "code"), BAD)
def test_a_bad_value_is_told(kind: Any, written: Any, code: str) -> None:  # noqa: ANN401 - of every kind
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(written)
    assert [error["type"] for error in caught.value.errors()] == [code]
    assert code in PROBLEMS


@pytest.mark.parametrize(("kind", "written", "read"), GOOD)
def test_what_was_read_once_can_be_read_again(kind: Any, written: Any, read: Any) -> None:  # noqa: ANN401
    del written
    assert TypeAdapter(kind).validate_python(read) == read


READERS = [TypeAdapter(kind) for kind in {id(kind): kind for kind, *_ in GOOD}.values()]


@given(
    st.sampled_from(READERS), st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
)
def test_no_value_is_refused_but_by_a_problem_that_is_known(reader: TypeAdapter[Any], value: object) -> None:
    try:
        reader.validate_python(value)
    except ValidationError as error:
        assert {each["type"] for each in error.errors()} <= {*PROBLEMS, "string_type"}  # noqa: PT017
