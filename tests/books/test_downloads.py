"""The catalogues that a site offers: a page of them in each language, with their covers."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import html
from PIL import Image, ImageChops, ImageStat

from tests.books.printed import Book
from tests.support.galleries import Small

OFFERED = "    foreword: tentang\n    subtitle: {id: Dari dua tangan, en: By two hands}\n    publish: true\n"
PAGES = {"id": "katalog", "en": "en/catalogues"}


@pytest.fixture
def offering(kain: Small) -> Small:
    """A gallery whose site offers its edition in both languages."""
    kain.edit("galeri.yaml", "    foreword: tentang\n", OFFERED)
    kain.built()
    return kain


def page(gallery: Small, path: str) -> Any:  # noqa: ANN401 - lxml has no types
    return html.fromstring((gallery.output / path).read_text(encoding="utf-8"))


def listed(gallery: Small, tag: str) -> list[Any]:
    return list(page(gallery, f"{PAGES[tag]}/index.html").xpath("//main//li[@class='book']"))


def target(gallery: Small, tag: str, link: Any) -> Path:  # noqa: ANN401 - lxml has no types
    return (gallery.output / PAGES[tag] / str(link)).resolve()


@pytest.mark.parametrize(
    ("tag", "first", "told"),
    [
        ("id", "katalog-id", ["Dari dua tangan", "Cetakan pertama", "Indonesia", "halaman"]),
        ("en", "katalog-en", ["By two hands", "First edition", "English", "pages"]),
    ],
)
def test_a_page_lists_the_published_books_those_in_its_own_language_first(
    offering: Small, tag: str, first: str, told: list[str]
) -> None:
    books = listed(offering, tag)
    files = [target(offering, tag, each.xpath(".//a/@href")[0]) for each in books]
    assert files[0].name == f"{first}-screen.pdf"
    assert {each.name for each in files} == {"katalog-id-screen.pdf", "katalog-en-screen.pdf"}
    words = " ".join(books[0].text_content().split())
    assert all(each in words for each in told), words
    assert f"{len(Book(files[0]).pages)} {told[-1]}" in words
    assert books[1].xpath(".//h2/a/@lang") == ["en" if tag == "id" else "id"]


def test_the_cover_of_a_listed_book_is_its_first_page_whole(offering: Small) -> None:
    for each in listed(offering, "en"):
        with pypdfium2.PdfDocument(target(offering, "en", each.xpath(".//a/@href")[0])) as pdf:
            shown = pdf[0].render(scale=1).to_pil().convert("RGB").resize((64, 64))
        with Image.open(target(offering, "en", each.xpath(".//img/@src")[0])) as cover:
            assert cover.width == cover.height
            drawn = cover.convert("RGB").resize((64, 64))
        assert max(ImageStat.Stat(ImageChops.difference(shown, drawn)).mean) < 12


def test_the_page_is_reached_from_the_first_page_and_from_every_foot_and_is_in_the_sitemap(
    offering: Small,
) -> None:
    home = page(offering, "en/index.html")
    assert home.xpath("//main//h2/a/@href")[-1] == "../en/catalogues/"
    assert len(home.xpath("//main//li[@class='book']")) == 1
    piece = page(offering, "en/products/kain/index.html")
    assert piece.xpath("//footer//h2/a/@href") == ["../../../en/catalogues/"]
    sitemap = (offering.output / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"<loc>https://kecil.example/galeri/{path}/</loc>" in sitemap for path in PAGES.values())
    own = page(offering, "katalog/index.html")
    assert own.xpath("//link[@hreflang='en']/@href") == ["https://kecil.example/galeri/en/catalogues/"]


def test_without_a_published_book_there_is_neither_the_page_nor_a_link_to_it(kain: Small) -> None:
    kain.built()
    assert not any((kain.output / path).exists() for path in PAGES.values())
    for path in ("index.html", "en/index.html", "en/products/kain/index.html"):
        text = (kain.output / path).read_text(encoding="utf-8")
        assert "catalogues" not in text
        assert "katalog" not in text


def test_a_book_in_two_languages_is_listed_once_with_both(kain: Small) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", f"{OFFERED}    bilingual: [id, en]\n")
    kain.built()
    [book] = listed(kain, "en")
    assert "Indonesian and English" in book.text_content()
    foot = page(kain, "en/index.html").xpath("//footer//section")[0].text_content()
    assert "Indonesian and English" in foot


def test_a_cover_changes_with_its_book_and_with_nothing_else(offering: Small) -> None:
    offering.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain")
    made = set(offering.built().made)
    assert "books/katalog-id-screen.pdf" in made
    assert not any(each.startswith("images/books/") for each in made)
    offering.edit("galeri.yaml", "id: Dari dua tangan", "id: Dari tiga tangan")
    made = set(offering.built().made)
    assert any(each.startswith("images/books/") for each in made)
