"""A book's manuscripts → those of its quires: the parts that are set one after the other, and then bound.

What sets a page holds all pages of its document at once, and goes through it again where pages name one another. So a
book is set in quires of a few pieces: they name pages only of quires that are set already, and links from one to
another get their targets when the book is bound.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from galeri.making.manuscripts import Manuscript, text

_MOST = 40
"""Pieces in a quire."""
_LISTED = frozenset({"record", "makers", "region", "techniques", "price", "ask"})
"""What contents, figures and lists of prices tell of a piece that stands in another quire, and of its record."""
_NAMED = frozenset({"kind", "id", "title", "lang"})
_AT_THE_END = ("artisans", "techniques", "materials", "motifs", "venues", "indexes")
"""What no chapter tells."""


@dataclass(frozen=True, slots=True)
class Quire:
    """A part of a book, or the whole of what is none.

    `name` is `front`, `chapter`, `back` or `whole`; `books` is the book in each of its languages as far as this part
    tells it. A chapter's quire holds its pieces from `start` up to `end`.
    """

    name: str
    books: tuple[Mapping[str, Any], ...]
    start: int = 0
    end: int = 0


def quires(manuscripts: Sequence[Manuscript]) -> list[Quire]:
    """Part a book into its quires, in their order: the front, each chapter in one or more, the back."""
    books = [each["book"] for each in manuscripts]
    listed = tuple({**book, "chapters": [_listed(part) for part in book["chapters"]]} for book in books)
    chapters = [
        each
        for parts in zip(*(book["chapters"] for book in books), strict=True)
        for each in _parted(books, parts)
    ]
    return [Quire("front", listed), *chapters, Quire("back", listed)]


def whole(manuscripts: Sequence[Manuscript]) -> Quire:
    """Leave what is no book undivided."""
    return Quire("whole", tuple(each["book"] for each in manuscripts))


def _parted(books: Sequence[Mapping[str, Any]], parts: Sequence[Mapping[str, Any]]) -> Iterator[Quire]:
    """Part a chapter, in each language, after every so many of its pieces."""
    count = len(parts[0]["products"])
    bare = dict.fromkeys(_AT_THE_END, ())
    for start in range(0, count, _MOST):
        end = min(start + _MOST, count)
        held = [{**part, "products": _told(part["products"], start, end)} for part in parts]
        yield Quire(
            "chapter",
            tuple({**book, **bare, "chapters": [each]} for book, each in zip(books, held, strict=True)),
            start,
            end,
        )


def _told(products: Sequence[Mapping[str, Any]], start: int, end: int) -> list[Mapping[str, Any]]:
    return [each if start <= index < end else _brief(each) for index, each in enumerate(products)]


def _listed(part: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**part, "products": [_brief(each) for each in part["products"]]}


def _brief(product: Mapping[str, Any]) -> Mapping[str, Any]:
    view = {name: value for name, value in product["view"].items() if name in _LISTED}
    view["record"] = {name: value for name, value in view["record"].items() if name in _NAMED}
    return {"number": product["number"], "url": product["url"], "view": view}


def places(book: Mapping[str, Any]) -> dict[str, str]:
    """Give the places that a book has for records: the path of each, and its title.

    A technique's place is among the words of the craft, also where it opens a chapter.
    """
    openings = (part["opening"] for part in book["chapters"] if part["opening"])
    views = [
        *(each for each in openings if each["record"]["kind"] != "technique"),
        *(each["view"] for part in book["chapters"] for each in part["products"]),
        *(each for name in _AT_THE_END if name != "indexes" for each in book[name]),
    ]
    records = [each["record"] for each in views]
    return {book["paths"][f"{each['kind']}:{each['id']}"]: each["title"] for each in records}


def written(
    manuscript: Manuscript, quire: Quire, index: int, first: int, pages: Mapping[str, int | None]
) -> str:
    """Write what templates see of a quire in the book's language number `index`.

    `first` is the number of its first page; `pages` gives each place of the book, and its page as far as it is known.
    """
    told = {"name": quire.name, "first": first, "start": quire.start, "end": quire.end, "places": pages}
    return text({**manuscript, "book": quire.books[index], "quire": told})
