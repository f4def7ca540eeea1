"""A book → its first page as a picture, which Typst draws out of the PDF."""

from pathlib import Path

import typst

COVER_WIDTH = 640
"""Pixels."""

_SHEET = """#set page(width: {width}pt, height: auto, margin: 0pt)
#image("/{name}", page: 1, width: 100%)"""


def book_cover(book: Path) -> bytes:
    """Draw the first page of a PDF whose name holds letters, digits, hyphens and dots: a PNG, COVER_WIDTH wide."""
    source = _SHEET.format(width=COVER_WIDTH, name=book.name).encode()
    made = typst.Compiler(root=book.parent).compile(source, format="png", ppi=72)
    if not isinstance(made, bytes):
        raise TypeError(made)  # one page is drawn, so it is one picture
    return made
