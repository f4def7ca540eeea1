"""What a person can be found by, where it stands in a text: identity numbers, telephone numbers, e-mail addresses.

Indonesia's personal data law (UU 27/2022) holds for all of them. Prices, dates and codes are none, however they look.
"""

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

_SIXTEEN = re.compile(
    r"(?<![\w.,+-])(?:\d{16}|\d{6}([ .-])\d{6}\1\d{4}|\d{4}([ .-])\d{4}\2\d{4}\2\d{4}"
    r"|\d\d([ .-])\d\d\3\d\d\3\d{6}\3\d{4})(?![\w-]|[.,]\d)"
)
_PROVINCES = frozenset({*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77),
                        81, 82, *range(91, 98)})  # fmt: skip
"""Codes of the provinces (Kepmendagri 100.1.1-6117/2022); those that are gone still stand in the numbers of the old."""
_WOMEN = 40
"""Is added to the day of birth in a woman's NIK."""
_LAST_REGENCY = 79

_MOBILE = r"(?:\+62|(?<=wa\.me/)62|0)[ .-]?8[1-9]\d(?:[ .-]?\d){6,9}"
_LANDLINE = r"(?:\(0\d{2,3}\) ?|\+62[ .-]?\(?[2-7]\d{1,2}\)?[ .-]?|0[2-7]\d{1,2}-)\d{3,4}[ .-]?\d{3,4}"
_ABROAD = r"\+[1-9]\d{0,2}(?:[ -]?\(\d{1,4}\))?(?:[ -]?\d){7,13}"
_PHONE = re.compile(
    rf"(?<![\w+.,)-])(?<!\d[ /:])(?<!\d[\u2013\u2014])(?:wa\.me/)?({_MOBILE}|{_LANDLINE}|{_ABROAD})(?![\w%°-]|[.,:/]\d)"
)
_HS = re.compile(r"\d{4}\.\d\d(?:\.\d\d(?:\.?\d\d)?|\.\d{4})?")
_THOUSANDS = re.compile(r"\+\d{1,3}(?:[ -]\d{3})+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")


class Found(NamedTuple):
    """What was found: a problem code's first word (`nik`, `phone` or `email`), the text as written, and its offset."""

    what: str
    text: str
    at: int


def personal(text: str) -> Iterator[Found]:
    """Find everything in `text` by which a person can be found."""
    numbers = {match.start(): match[0] for match in _SIXTEEN.finditer(text) if is_nik(match[0])}
    yield from (Found("nik", number, at) for at, number in numbers.items())
    for match in _PHONE.finditer(text):
        if not (match.start(1) in numbers or _HS.fullmatch(match[1]) or _THOUSANDS.fullmatch(match[1])):
            yield Found("phone", match[1], match.start(1))
    if "@" in text:
        yield from (Found("email", match[0], match.start()) for match in _EMAIL.finditer(text))


def is_nik(text: str) -> bool:
    """Whether the digits of `text` are a NIK: region, day of birth (plus 40 for a woman) and a number (UU 24/2013)."""
    digits = re.sub(r"\D", "", text)
    if len(digits) != 16 or int(digits[:2]) not in _PROVINCES or digits[12:] == "0000":  # noqa: PLR2004
        return False
    regency, district = int(digits[2:4]), int(digits[4:6])
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= _WOMEN if day > _WOMEN else 0
    if not (1 <= regency <= _LAST_REGENCY and district and 1 <= month <= 12):  # noqa: PLR2004 - months
        return False
    return 1 <= day <= calendar.monthrange(2000, month)[1]


def plain(found: str) -> str:
    """Write a telephone number or an address so that two ways of writing it are equal; +62 stands for a trunk's 0."""
    if "@" in found:
        return found.lower()
    digits = re.sub(r"\D", "", found)
    return "62" + digits[1:] if digits.startswith("0") else digits
