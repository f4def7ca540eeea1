"""A small gallery, printed once for all tests that only read its books."""

from pathlib import Path

import pytest

from tests.books.printed import Book, printable, printed
from tests.support.galleries import Small, small_gallery


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a small gallery's books, in both of its languages, and one for screens."""
    gallery = printable(small_gallery(tmp_path_factory.mktemp("books") / "gallery"))
    for options in ({"language": ""}, {"screen": True}):
        report = printed(gallery, **options)
        assert report.problems == ()
    return gallery.root / "books"


@pytest.fixture(scope="session")
def book(shelf: Path) -> Book:
    """The book in Indonesian, for print."""
    return Book(shelf / "katalog-id.pdf")


@pytest.fixture
def kain(gallery: Small) -> Small:
    """A gallery of a test's own that can be printed."""
    return printable(gallery)
