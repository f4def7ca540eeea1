"""Markdown → the links to records that it holds, each with its place."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from galeri.model.records import Ref, StoryLink

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_LINK = re.compile(r"(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)<?([A-Za-z]+):(?!//)([ \t]*[^\s)>:/]*)")
_PHOTO = re.compile(r"!\[[^\]]*\]\(\s*<?((?![/#])[^\s)>:]+)(?=[\s)>])")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "javascript", "data", "vbscript"})


def links(markdown: str) -> Iterator[StoryLink]:
    """Find the links written as `[text](kind:id)`, in order; lines and columns count from 1.

    Reference definitions (`[a]: kind:id`) count too. Code, fenced or `inline`, holds no links.
    """
    for number, line in _outside_code(markdown):
        for match in _LINK.finditer(line):
            if match[1].lower() not in _SCHEMES:
                yield StoryLink(Ref(match[1], match[2]), number, match.start(1) + 1)


def photos(markdown: str) -> Iterator[tuple[str, int, int]]:
    """Find the photos shown as `![text](file)`, in order: name, line and column; not those with a web address."""
    if "![" in markdown:
        for number, line in _outside_code(markdown):
            for match in _PHOTO.finditer(line):
                yield unquote(match[1]), number, match.start(1) + 1


def _outside_code(markdown: str) -> Iterator[tuple[int, str]]:
    """Give the lines that may hold links, by number from 1, with spaces in place of code."""
    fence = ""
    for number, line in enumerate(markdown.split("\n"), 1):
        if opening := _FENCE.match(line):
            fence = _toggled(fence, opening[1])
        elif not fence and "]" in line:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def _toggled(fence: str, marks: str) -> str:
    if not fence:
        return marks
    return "" if marks.startswith(fence) else fence
