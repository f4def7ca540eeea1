"""Sanitized HTML → XHTML that is well-formed XML, as Typst reads it, with places to break words marked."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser

_EMPTY = frozenset({"br", "hr", "img"})
"""The elements of an allow-list that have no end tag (HTML, 13.1.2)."""
_VERBATIM = frozenset({"code", "kbd", "pre", "samp", "var"})
"""Elements whose text is shown letter by letter."""


def xhtml(html: str, words: Callable[[str], str] = str) -> str:
    """Write HTML fragments as one XML element `story`; `words` is applied to every text but code."""
    reader = _Reader(words)
    reader.feed(html)
    reader.close()
    return ET.tostring(reader.builder.close(), encoding="unicode")


class _Reader(HTMLParser):
    """Builds a tree; an end tag that ends nothing is passed over, an element left open is closed."""

    def __init__(self, words: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.words = words
        self.builder = ET.TreeBuilder()
        self.open: list[str] = []
        self.builder.start("story", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.open.append(tag)
        if tag in _EMPTY:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open and tag not in _EMPTY:
            while self.open[-1] != tag:
                self._end()
            self._end()

    def handle_data(self, data: str) -> None:
        self.builder.data(data if _VERBATIM.intersection(self.open) else self.words(data))

    def close(self) -> None:
        super().close()
        while self.open:
            self._end()
        self.builder.end("story")

    def _end(self) -> None:
        self.builder.end(self.open.pop())
