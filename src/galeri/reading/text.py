"""Bytes → text, and a story's file → its front matter and its body."""

import re
from dataclasses import dataclass
from typing import NoReturn

MAX_BYTES = 1_000_000
"""No record's words or facts are longer; such a file is not what its name says."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass
class TextError(Exception):
    """Bytes that are not the text they should be: a problem code, and the line (0: the whole file)."""

    code: str
    line: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A story's file: YAML between two lines of `---`, then Markdown from line `body_line` (from 1) on."""

    front: str
    body: str
    body_line: int


def decode(data: bytes) -> str:
    """Decode UTF-8 with or without a byte order mark; line ends become line feeds.

    Raises TextError where the bytes are not UTF-8 or more than MAX_BYTES.
    """
    if len(data) > MAX_BYTES:
        _fail("file-too-large", 0, size=str(len(data)), limit=str(MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail("not-utf8", data.count(b"\n", 0, error.start) + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split(text: str) -> Sheet:
    """Split a story's file at its fences; raises TextError where the front matter does not start or end."""
    opening = _FENCE.match(text)
    if opening is None:
        _fail("no-front-matter", 1)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        _fail("open-front-matter", 1)
    front = text[opening.end() : closing.start()]
    body = text[closing.end() :]
    stripped = body.lstrip("\n")
    line = text.count("\n", 0, len(text) - len(stripped)) + 1
    return Sheet(front, stripped.rstrip(), line)


def _fail(code: str, line: int, **values: str) -> NoReturn:
    raise TextError(code, line, values)
