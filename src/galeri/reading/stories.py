"""Markdown → the links to records that it holds, each with its place."""

import re
from collections.abc import Iterator

from galeri.model.records import Ref, StoryLink

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_LINK = re.compile(r"(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)<?([A-Za-z]+):([^\s)>:/]+)")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "javascript", "data", "vbscript"})


def links(markdown: str) -> Iterator[StoryLink]:
    """Find the links written as `[text](kind:id)`, in order; lines and columns count from 1.

    Reference definitions (`[a]: kind:id`) count too. Code, fenced or `inline`, holds no links.
    """
    fence = ""
    for number, line in enumerate(markdown.split("\n"), 1):
        if opening := _FENCE.match(line):
            fence = _toggled(fence, opening[1])
        elif not fence and "]" in line:
            plain = _CODE.sub(lambda code: " " * len(code[0]), line)
            for match in _LINK.finditer(plain):
                if match[1].lower() not in _SCHEMES:
                    yield StoryLink(Ref(match[1], match[2]), number, match.start(1) + 1)


def _toggled(fence: str, marks: str) -> str:
    if not fence:
        return marks
    return "" if marks.startswith(fence) else fence
