"""Searches outputs for values that none may hold: of `private.yaml`, and names that are withheld."""

import html
import re
import unicodedata
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS

SHORTEST = 5
"""Characters: a shorter value (`L`, `BCA`, `002`) stands in any text by chance, so it is not looked for."""

_SPACES = re.compile(r"\s+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.()/\u2010-\u2015-]+(?=\d)")
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>")
_DIGITS = re.compile(r"[\d+()\s.-]{5,}")
_TRUNK = re.compile(r"^(?:\+?62|0)(?=8|[2-9]\d)")


class Guard:
    """Finds private values in outputs however they are spaced, escaped, or split by markup."""

    def __init__(self, values: Iterable[PrivateValue]) -> None:
        """Take the values to look for; those shorter than SHORTEST are passed over."""
        wanted = [(needle, value) for value in values for needle in _needles(value)]
        self._values = [value for _, value in wanted]
        self._search = AhoCorasick([needle for needle, _ in wanted]) if wanted else None

    def find(self, data: bytes, page: str) -> Problem | None:
        """Report the first private value in an output's text or in its path, `page`; what is no text holds none."""
        if self._search is None or b"\0" in data:
            return None
        text = html.unescape(f"{page}\n{data.decode('utf-8', 'replace')}")
        for shown in (text, _TAGS.sub("", text)):
            problem = self._in(_spaced(shown), page) or self._in(_joined(shown), page)
            if problem:
                return problem
        return None

    def _in(self, text: str, page: str) -> Problem | None:
        assert self._search is not None  # noqa: S101 - `find` asked
        for index, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            value = self._values[index]
            if _whole(text, start, end, words=value.name):
                kind, _, name = value.record.partition(":")
                code = "withheld-name" if value.name else "private-value"
                place = Place(
                    f"content/{KINDS[kind].folder}/{name}/" + ("" if value.name else "private.yaml")
                )
                return Problem(code, place, {"page": page, "record": value.record, "field": value.field})
        return None


def _needles(value: PrivateValue) -> set[str]:
    """Give the spellings in which a value is looked for: as it is, and telephone numbers without their trunk."""
    text = _spaced(value.value).strip()
    if len(text) < SHORTEST:
        return set()
    if _DIGITS.fullmatch(value.value.strip()):
        number = re.sub(r"\D", "", value.value)
        return {needle for needle in (number, _TRUNK.sub("", number)) if len(needle) >= SHORTEST}
    return {text}


def _whole(text: str, start: int, end: int, *, words: bool) -> bool:
    """Whether a hit is no part of a longer number, nor, for names, of a longer word."""
    before, first = text[start - 1 : start], text[start]
    last, after = text[end - 1], text[end : end + 1]
    inside_number = (
        first.isdigit() and before.isdigit() and not text[max(0, start - 3) : start].endswith(("62", "0"))
    )
    inside_number = inside_number or (last.isdigit() and after.isdigit())
    inside_word = words and ((before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum()))
    return not (inside_number or inside_word)


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).casefold()


def _joined(text: str) -> str:
    return _BETWEEN_DIGITS.sub("", _spaced(text))
