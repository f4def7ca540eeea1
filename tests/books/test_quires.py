"""A book is set in quires, one after the other, and then bound: nobody can tell from what is in the file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.books.printed import Book, printed
from tests.support.galleries import Small

TABLE = "\n\n| Ukuran | Harga |\n|---|---|\n| Besar | Dua |\n"
STUBS = "".join(f"#let {name}() = []\n" for name in ("glossary", "indexes", "makers", "outlets", "prices"))


@pytest.fixture
def piecemeal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set no more than one piece in a quire."""
    monkeypatch.setattr("galeri.making.quires._MOST", 1)


def printed_book(gallery: Small) -> Book:
    assert printed(gallery).problems == ()
    return Book(gallery.root / "books/katalog-id.pdf")


def bookmarks(book: Book) -> list[tuple[str, list[str]]]:
    with pikepdf.open(book.path) as pdf, pdf.open_outline() as outline:
        return [(item.title, [below.title for below in item.children]) for item in outline.root]


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give every element of the structure, from the root down."""
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        yield element
        kids = (kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary))
        for kid in kids:
            if "/S" in kid:
                assert kid.P.objgen == element.objgen
                waiting.append(kid)


def links(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, Any]]:
    for page in pdf.pages:
        for link in page.obj.get("/Annots", []):
            yield page, link


@pytest.mark.usefixtures("piecemeal")
def test_a_book_in_many_quires_is_the_book_in_few(book: Book, kain: Small) -> None:
    bound = printed_book(kain)
    assert bound.pages == book.pages
    assert bookmarks(bound) == bookmarks(book)
    assert dict(bookmarks(bound))["Kabupaten"] == ["Kain awan", "Topi pandan"]
    with pikepdf.open(bound.path) as many, pikepdf.open(book.path) as few:
        kinds = [Counter(str(each.S) for each in elements(pdf)) for pdf in (many, few)]
    assert kinds[0] == kinds[1]


@pytest.mark.usefixtures("piecemeal")
def test_every_piece_of_a_page_and_every_link_belongs_to_the_structure(kain: Small) -> None:
    with pikepdf.open(printed_book(kain).path) as pdf:
        known = {each.objgen for each in elements(pdf)}
        listed = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, listed[::2]), listed[1::2], strict=True))
        for page in pdf.pages:
            for number, element in enumerate(
                owners[int(page.obj.StructParents)] if "/StructParents" in page.obj else []
            ):
                assert element.objgen in known
                assert number in [kid for kid in element.K if isinstance(kid, int)]
        for _, link in links(pdf):
            element = owners[int(link.StructParent)]
            assert element.S == "/Link"
            assert element.objgen in known
            assert link.objgen in [
                kid.Obj.objgen for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
            ]
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(owners)


@pytest.mark.usefixtures("piecemeal")
def test_links_inside_the_book_lead_to_the_page_of_what_they_name(kain: Small) -> None:
    book = printed_book(kain)
    with pikepdf.open(book.path) as pdf:
        listed = list(pdf.Root.Names.Dests.Names)
        places = dict(zip(map(str, listed[::2]), listed[1::2], strict=True))
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        inside = [link for _, link in links(pdf) if "/A" not in link]
        told = {str(link.Contents): numbers[places[str(link.Dest)][0].objgen] for link in inside}
        elsewhere = [str(link.A.URI) for _, link in links(pdf) if "/A" in link]
    assert list(map(str, listed[::2])) == sorted(map(str, listed[::2]))
    assert {"Kain awan", "Kelompok Pesisir", "Batik tulis", "Awan"} <= told.keys()
    for title in ("Kain awan", "Kelompok Pesisir", "Batik tulis", "Awan"):
        assert title in book.pages[told[title]]
    assert all(address.startswith("https:") for address in elsewhere)


def test_contents_are_a_table_of_contents_for_those_who_listen(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        parts = [each for each in elements(pdf) if str(each.S) in {"/TOC", "/TOCI", "/Reference"}]
        above = Counter((str(each.P.S), str(each.S)) for each in parts)
    makers = {"Kelompok Pesisir"}  # whom the index tells
    unlisted = {"Daftar isi", "Teknik", "Bahan", "Motif", "Perajin", "Wilayah"} | makers
    titles = [title for part, below in bookmarks(book) for title in (part, *below) if title not in unlisted]
    lines = above["/TOC", "/TOCI"]
    assert lines == above["/TOCI", "/Reference"] == len(titles)
    assert above["/TOC", "/TOC"] == sum(1 for _, below in bookmarks(book) if set(below) - unlisted)


def test_what_a_theme_leaves_out_is_named_and_not_linked(kain: Small) -> None:
    kain.write("themes/pendapa/catalogue/back.typ", STUBS)
    book = printed_book(kain)
    assert "Dibuat oleh Kelompok Pesisir" in book.text
    assert "Para perajin" not in book.text
    with pikepdf.open(book.path) as pdf:
        assert not [link for _, link in links(pdf) if "/A" in link and str(link.A.URI).startswith("place:")]
        objects = {link.objgen for _, link in links(pdf)}
        for element in elements(pdf):
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                    assert kid.Obj.objgen in objects


@pytest.mark.usefixtures("piecemeal")
def test_cells_of_tables_in_several_quires_have_ids_of_their_own(kain: Small) -> None:
    for name in ("kain", "topi"):
        path = f"content/products/{name}/id.md"
        kain.write(path, (kain.root / path).read_text(encoding="utf-8") + TABLE)
    with pikepdf.open(printed_book(kain).path) as pdf:
        cells = [each for each in elements(pdf) if each.S in {"/TH", "/TD"}]
        listed = list(pdf.Root.StructTreeRoot.IDTree.Names)
    ids = [str(each.ID) for each in cells if "/ID" in each]
    assert len(ids) == len(set(ids)) > 2 * 2
    assert list(map(str, listed[::2])) == sorted(ids)
    named = [
        str(each) for cell in cells for about in cell.get("/A", []) for each in about.get("/Headers", [])
    ]
    assert named
    assert set(named) <= set(ids)


def test_the_file_tells_how_many_pages_the_whole_book_has(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        assert f"<xmpTPg:NPages>{len(pdf.pages)}</xmpTPg:NPages>".encode() in pdf.Root.Metadata.read_bytes()


def test_contents_that_grow_with_their_numbers_move_all_that_follows(kain: Small) -> None:
    kain.write("themes/pendapa/catalogue/front.typ", front("page != none"))
    book = printed_book(kain)
    cloth = book.page_with("Awan itu lewat.")
    assert f"Batik tulis, {cloth}" in book.text
    assert str(cloth) in book.pages[cloth - 1]


def test_contents_that_never_come_to_rest_are_told(kain: Small) -> None:
    pages = printed_book(kain).page_with("Kabupaten", "2 karya")
    kain.write("themes/pendapa/catalogue/front.typ", front(f"page == {pages}"))
    [problem] = printed(kain).problems
    assert (problem.code, str(problem.place)) == ("template-failed", "themes/pendapa/catalogue/book.typ")


def front(when: str) -> str:
    """Give the theme's front, whose contents take two pages more when that holds of the page of the first chapter."""
    bundled = Path(__file__).parents[2] / "themes/pendapa/catalogue/front.typ"
    return bundled.read_text(encoding="utf-8").replace(
        "#let contents() = {\n",
        "#let contents() = {\n"
        "  let page = quire.places.at(chapter-place(book.chapters.first()), default: none)\n"
        f"  if {when} {{ cloth-page(); cloth-page() }}\n",
    )


@pytest.mark.usefixtures("piecemeal")
def test_letters_that_no_font_has_are_told_of_all_quires_at_once(kain: Small) -> None:
    letters = {"kain": "ꦩ", "topi": "ᮞ"}
    for name, letter in letters.items():
        path = f"content/products/{name}/id.md"
        kain.write(path, (kain.root / path).read_text(encoding="utf-8") + f"\n\nSatu {letter} saja.\n")
    problems = printed(kain).problems
    assert {each.code for each in problems} == {"undisplayed-letters"}
    assert {each.values["characters"] for each in problems} == set(letters.values())
