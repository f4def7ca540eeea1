"""Searches outputs for values that none may hold: of `private.yaml`, and names that are withheld."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from galeri.model.outputs import ImageOutput, Rights, ShareOutput
from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS

SHORTEST = 5
"""Characters: a shorter value (`L`, `BCA`, `002`) stands in any text by chance, so it is not looked for."""
SHORTEST_NAME = 3
"""Characters: a name is looked for as whole words, also as addresses and file names join them."""

_written = attrgetter(*(field.name for field in fields(Rights)))
_SPACES = re.compile(r"\s+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.()/\u2010-\u2015-]+(?=\d)")
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>")
_DIGITS = re.compile(r"[\d+()\s.-]{5,}")
_TRUNK = re.compile(r"^(?:\+?62|0)(?=8|[2-9]\d)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_PLACEHOLDER = re.compile(r"data:image/webp;base64,[A-Za-z0-9+/=]*")
"""A picture of a few pixels, in which any short name stands by chance."""
_LONG_NUMBER = re.compile(r"\d{8,}")


class Guard:
    """Finds private values in outputs however they are spaced, escaped, or split by markup."""

    def __init__(self, values: Iterable[PrivateValue]) -> None:
        """Take the values to look for; those shorter than SHORTEST are passed over."""
        wanted = [(needle, value) for value in values for needle in _needles(value)]
        self._values = [value for _, value in wanted]
        self._search = AhoCorasick([needle for needle, _ in wanted]) if wanted else None

    def find(self, data: bytes, page: str) -> Problem | None:
        """Report the first private value in an output's text or in its path, `page`."""
        if self._search is None:
            return None
        text = _PLACEHOLDER.sub("", data.decode("utf-8", "replace"))
        for read in _readings(f"{page}\n{text}"):
            spaced = _spaced(read)
            joined = _BETWEEN_DIGITS.sub("", spaced)
            problem = self._in(spaced, spaced, page) or self._in(joined, spaced, page)
            if problem:
                return problem
        return None

    def _in(self, text: str, spaced: str, page: str) -> Problem | None:
        assert self._search is not None  # noqa: S101 - `find` asked
        for index, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            value = self._values[index]
            needle = text[start:end]
            number = needle.isdigit() and not value.name
            if _number(needle).search(spaced) if number else _whole(text, start, end, words=value.name):
                kind, _, name = value.record.partition(":")
                code = "withheld-name" if value.name else "private-value"
                place = Place(
                    f"content/{KINDS[kind].folder}/{name}/" + ("" if value.name else "private.yaml")
                )
                return Problem(code, place, {"page": page, "record": value.record, "field": value.field})
        return None


def words_of(picture: ImageOutput | ShareOutput) -> tuple[str, ...]:
    """Give all that is written into a picture."""
    if isinstance(picture, ImageOutput):
        return _written(picture.rights)
    return (picture.title, picture.gallery, *(words_of(picture.photo) if picture.photo else ()))


def _needles(value: PrivateValue) -> set[str]:
    """Give the spellings in which a value is looked for: as it is, and telephone numbers without their trunk."""
    text = _spaced(value.value).strip()
    if value.name:
        return {text.replace(" ", between) for between in " -_"} if len(text) >= SHORTEST_NAME else set()
    if len(text) < SHORTEST:
        return set()
    if _DIGITS.fullmatch(value.value.strip()):
        number = re.sub(r"\D", "", value.value)
        return {needle for needle in (number, _TRUNK.sub("", number)) if len(needle) >= SHORTEST}
    joined = _BETWEEN_DIGITS.sub("", text)
    return {text, joined, *_LONG_NUMBER.findall(joined)}


def _readings(text: str) -> Iterator[str]:
    """Give a text as its source says it, and as a reader sees it: decoded, without tags, which may part words."""
    decoded = unquote(_ESCAPE.sub(_unescaped, text)) if "\\" in text or "%" in text else text
    for each in dict.fromkeys((text, decoded)):
        yield from map(html.unescape, (each, _TAGS.sub("", each), _TAGS.sub(" ", each)))


def _unescaped(match: re.Match[str]) -> str:
    """Undo what JSON escapes."""
    return chr(int(match[1], 16)) if match[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(match[2], match[2])


@lru_cache(maxsize=4096)
def _number(digits: str) -> re.Pattern[str]:
    """Find a number however it is grouped, with or without a trunk, but not as a part of a longer one."""
    between = r"[\s.()/\u2010-\u2015-]*"
    return re.compile(rf"(?<!\d)(?:\+?(?:00)?62{between}0?|0)?{between}{between.join(digits)}(?!\d)")


def _whole(text: str, start: int, end: int, *, words: bool) -> bool:
    """Whether a hit is no part of a longer number, nor, for names, of a longer word."""
    before, first = text[max(0, start - 1) : start], text[start]
    last, after = text[end - 1], text[end : end + 1]
    inside_number = (first.isdigit() and before.isdigit()) or (last.isdigit() and after.isdigit())
    inside_word = words and ((before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum()))
    return not (inside_number or inside_word)


def _spaced(text: str) -> str:
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
        text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0], "")), text)
    return _SPACES.sub(" ", text).casefold()
