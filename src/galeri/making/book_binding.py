"""Quires → a book: one PDF with all their pages, bookmarks and places, and with links from one to another.

ISO 32000-1 tells what is joined: bookmarks (12.3.3), named destinations (12.3.2.3), annotations of links (12.5.6.5).
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from galeri.making.book_structure import LINK, add_structure, address, list_contents, tell_apart, unlink
from galeri.making.soft_hyphens import whole_words

PLACE = "at "
"""What the name of a place begins with, before a record's path."""
_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+(?=<)")


@dataclass(frozen=True, slots=True)
class SetQuire:
    """A quire that is set: its file, its count of pages, and whether it goes on with the chapter of the one before."""

    path: Path
    pages: int
    continues: bool


def look_up(path: Path, *, continues: bool) -> tuple[SetQuire, dict[str, int]]:
    """Look at a quire: give it, and its places, each with its page there; the first is 0."""
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        places = _places(_named(pdf.Root))
        found = {name.removeprefix(PLACE): numbers[where[0].objgen] for name, where in places}
        return SetQuire(path, len(numbers), continues), found


def bound(quires: Sequence[SetQuire], titles: Mapping[str, str], known: Container[str]) -> pikepdf.Pdf:
    """Bind quires, one at a time.

    `titles` says by path what links to places are called, for those who can't see them; `known` are the places of all
    quires, and a link to any other becomes plain text. What belongs to the whole (language, metadata, colours) is that
    of the first.
    """
    book = _opened(quires[0], 0, titles, known)
    places = dict(_places(_named(book.Root)))
    for number, quire in enumerate(quires[1:], 1):
        for name, where in _add(book, _opened(quire, number, titles, known), continues=quire.continues):
            places.setdefault(name, where)
    named = pikepdf.Array([each for place in sorted(places.items()) for each in place])
    book.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=named))
    about = book.Root.Metadata
    about.write(_PAGES.sub(str(len(book.pages)).encode(), about.read_bytes()))
    return book


def _opened(quire: SetQuire, number: int, titles: Mapping[str, str], known: Container[str]) -> pikepdf.Pdf:
    """Open a quire and make it ready for the others; the first has the contents."""
    pdf = pikepdf.open(quire.path)
    if number == 0:
        list_contents(pdf)
    whole_words(pdf)
    tell_apart(pdf, number)
    for page in pdf.pages:
        _join_links(pdf, page.obj, titles, known)
    return pdf


def _named(root: Any) -> Any:  # noqa: ANN401 - of a file
    """Give the names of a file's places and where these are, in turn."""
    return root.get("/Names", {}).get("/Dests", {}).get("/Names", [])


def _places(named: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    listed = list(named)
    yield from ((str(name), where) for name, where in zip(listed[::2], listed[1::2], strict=True))


def _join_links(pdf: pikepdf.Pdf, page: Any, titles: Mapping[str, str], known: Container[str]) -> None:  # noqa: ANN401
    """Lead a page's links to places there."""
    lost = set()
    for link in page.get("/Annots", []):
        to = address(link)
        path = to.removeprefix(LINK)
        if path == to:
            continue
        if path in known:
            del link.A
            link.Dest = pikepdf.String(PLACE + path)
            link.Contents = pikepdf.String(titles.get(path, path))
        else:
            unlink(pdf, link)
            lost.add(link.objgen)
    if lost:
        page.Annots = pikepdf.Array([each for each in page.Annots if each.objgen not in lost])


def _add(book: pikepdf.Pdf, other: pikepdf.Pdf, *, continues: bool) -> list[tuple[str, Any]]:
    """Add a quire to a book; give its places."""
    first = int(book.Root.StructTreeRoot.ParentTreeNextKey)
    for page in other.pages:
        for link in page.obj.get("/Annots", []):
            if "/StructParent" in link:
                link.StructParent = int(link.StructParent) + first
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + first
    places = other.make_indirect(
        pikepdf.Array(_named(other.Root))
    )  # what is copied must be an object of its own
    book.pages.extend(other.pages)  # first of all: what follows names them
    add_structure(book, other)
    if "/Outlines" in other.Root:
        _hang(book, book.copy_foreign(other.Root.Outlines), continues=continues)
    return list(_places(book.copy_foreign(places)))


def _hang(book: pikepdf.Pdf, more: Any, *, continues: bool) -> None:  # noqa: ANN401
    """Add bookmarks to those of the book; where a chapter goes on, what is below its name there to what is here."""
    if "/First" not in more:
        return
    if "/First" not in book.Root.get("/Outlines", {}):
        book.Root.Outlines = more
        return
    above = book.Root.Outlines
    if continues:
        above, more = above.Last, more.First
    each = more.get("/First")
    while each is not None:
        each.Parent = above
        each = each.get("/Next")
    above.Last.Next, more.First.Prev = more.First, above.Last
    above.Last = more.Last
    above.Count = int(above.Count) + int(more.Count)  # less than nothing is below what is closed
