"""No print speaks of a maker who withdrew consent, or of one whose consent has expired."""

import shutil
from pathlib import Path

import pikepdf
import pytest

from galeri.printing import PrintOptions, print_books
from tests.books.printed import Book
from tests.support.withheld import GALLERY, WITHHELD

AGREED = ("Kelompok Teratai", "Lotus Group")
"""The maker who agreed, in each language."""


@pytest.fixture(scope="module", params=["id", "en"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The catalogue of the whole gallery, in one language."""
    folder = tmp_path_factory.mktemp("consent") / "gallery"
    shutil.copytree(GALLERY, folder)
    report = print_books(PrintOptions(folder, language=request.param))
    [file] = report.made
    return Book(Path(file))


@pytest.mark.parametrize("what", WITHHELD)
def test_no_page_holds(book: Book, what: str) -> None:
    assert not [mark for mark in WITHHELD[what] if mark in book.text]


def test_nothing_beside_the_pages_holds_any_of_it(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        held = "".join(map(repr, pdf.objects))
    assert any(name in held for name in AGREED)
    assert not [mark for marks in WITHHELD.values() for mark in marks if mark in held]


def test_the_maker_who_agreed_is_in_it(book: Book) -> None:
    assert any(name in book.text for name in AGREED)
