"""The structure of a book, by which those who can't see its pages read it: joined from that of its quires.

ISO 32000-1, 14.7 tells of the tree and of its parent tree, which leads back to it from pages and links; 14.8.4 of
what elements mean.
"""

from typing import Any

import pikepdf

LINK = "place:"
"""What the address of a link to a place in the book begins with, as templates write it."""


def address(link: Any) -> str:  # noqa: ANN401 - an annotation
    """Give the address that a link leads to; "" where it leads to a place in the file."""
    return str(link.get("/A", {}).get("/URI", ""))


def list_contents(pdf: pikepdf.Pdf) -> None:
    """Make tables of contents of lists whose items all begin with a link to a place."""
    _list_contents(_document(pdf))


def _list_contents(element: Any) -> None:  # noqa: ANN401
    for kid in _kids(element):
        if kid.S == "/L" and _leads_on(kid):
            _contents(kid)
        else:
            _list_contents(kid)


def _leads_on(listed: Any) -> bool:  # noqa: ANN401
    kids = _kids(listed)
    return bool(kids) and all(_leads_on(each) if each.S == "/L" else _leads_to_place(each) for each in kids)


def _leads_to_place(item: Any) -> bool:  # noqa: ANN401
    element = item
    while element.S != "/Link" and (kids := _kids(element)):
        element = kids[-1 if element.S == "/LI" else 0]  # after the mark
    return any(_is_link(each) and address(each.Obj).startswith(LINK) for each in element.get("/K", []))


def _contents(listed: Any) -> None:  # noqa: ANN401
    """Turn a list, with those that lie in it, into a table of contents."""
    listed.S = pikepdf.Name.TOC
    if "/A" in listed:
        del listed.A  # how a list is numbered
    for each in _kids(listed):
        if each.S == "/L":
            _contents(each)
        else:
            body = _kids(each)[-1]
            each.S, body.S = pikepdf.Name.TOCI, pikepdf.Name.Reference
            each.K = pikepdf.Array([body])  # its mark is empty


def unlink(pdf: pikepdf.Pdf, link: Any) -> None:  # noqa: ANN401
    """Make plain text of what a link was drawn on."""
    numbered = pdf.Root.StructTreeRoot.ParentTree.Nums
    index = [int(key) for key in numbered[::2]].index(int(link.StructParent))
    element = numbered[2 * index + 1]
    element.S = pikepdf.Name.Span
    element.K = pikepdf.Array([each for each in element.K if not _is_link(each)])


def tell_apart(pdf: pikepdf.Pdf, number: int) -> None:
    """Make the ids of a quire's table cells ones that no other quire has (14.7.2)."""
    if "/IDTree" not in pdf.Root.StructTreeRoot:
        return
    for cell in pdf.objects:
        if isinstance(cell, pikepdf.Dictionary) and cell.get("/S") in {"/TH", "/TD"}:
            if "/ID" in cell:
                cell.ID = pikepdf.String(f"{number} {cell.ID}")
            for about in cell.get("/A", []):
                if "/Headers" in about:
                    about.Headers = pikepdf.Array(
                        [pikepdf.String(f"{number} {each}") for each in about.Headers]
                    )


def add_structure(book: pikepdf.Pdf, other: pikepdf.Pdf) -> None:
    """Take over the structure of a quire whose pages the book has already, without headings that nobody sees."""
    root: Any = book.Root.StructTreeRoot
    taken = book.copy_foreign(other.Root.StructTreeRoot)
    document = _document(book)
    more = [each for each in taken.K[0].K if each.S != "/H1" or len(each.K)]
    for each in more:
        each.P = document
    document.K.extend(more)
    first = int(root.ParentTreeNextKey)
    numbered = taken.ParentTree.Nums
    for index in range(0, len(numbered), 2):
        numbered[index] = int(numbered[index]) + first
    root.ParentTree.Nums.extend(numbered)
    root.ParentTreeNextKey = first + int(taken.ParentTreeNextKey)
    if "/IDTree" in taken:
        cells = [*root.get("/IDTree", {}).get("/Names", [])[1::2], *taken.IDTree.Names[1::2]]
        named = sorted((str(cell.ID), cell) for cell in cells)
        root.IDTree = pikepdf.Dictionary(Names=pikepdf.Array([each for pair in named for each in pair]))


def _document(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401 - the element that holds all others
    [document] = pdf.Root.StructTreeRoot.K
    return document


def _kids(element: Any) -> list[Any]:  # noqa: ANN401
    """Give the elements within an element, without what they are drawn with."""
    return [each for each in element.get("/K", []) if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def _is_link(kid: Any) -> bool:  # noqa: ANN401
    return isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
