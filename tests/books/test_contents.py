"""What a book holds, as a reader finds it: by its text, its numbers and its codes."""

import re
from pathlib import Path

import zxingcpp

from tests.books.printed import Book, printed
from tests.support.galleries import Small


def test_the_front_matter_names_the_book_its_edition_and_who_made_it(book: Book) -> None:
    assert "Kain dan topi" in book.pages[0]
    colophon = book.pages[book.page_with("ISBN", "978-602-00-0000-8", "Penyunting") - 1]
    for words in ("Cetakan pertama", "Redaksi Contoh", "Dewan Contoh", "CC-BY-4.0", "1 November 2026"):
        assert words in colophon
    foreword = book.pages[book.page_with("Kisah kami.") - 1]
    assert "Ketua Dewan Contoh" in foreword


def test_the_contents_give_the_page_of_every_piece(book: Book) -> None:
    contents = next(text for text in book.pages if "Daftar isi" in text)
    for title, philosophy in (("Kain awan", "Awan itu lewat."), ("Topi pandan", "Teduh.")):
        told = re.search(rf"{title}[ ·.]+(\d+)", contents)
        assert told is not None
        assert int(told[1]) == book.page_with(title, philosophy)


def test_the_indexes_give_the_pages_of_every_maker_technique_material_motif_and_place(book: Book) -> None:
    index = book.pages[book.page_with("Indeks", "Batik tulis,") - 1]
    cloth, hat = book.page_with("Awan itu lewat."), book.page_with("Teduh.")
    for entry in ("Batik tulis", "Katun", "Awan"):
        assert f"{entry}, {cloth}" in index
    for entry in ("Kelompok Pesisir", "Provinsi", "Kabupaten"):
        assert f"{entry}, {cloth}, {hat}" in index


def test_each_page_bears_its_own_number(book: Book) -> None:
    for words in (("Awan itu lewat.",), ("Indeks", "Batik tulis,"), ("Kisah kelompok.",)):
        number = book.page_with(*words)
        assert re.search(rf"\b{number}\b", book.pages[number - 1])


def test_a_piece_opens_on_a_left_page_and_its_story_lies_beside_it(book: Book) -> None:
    opening = book.page_with("Awan itu lewat.")
    assert opening % 2 == 0
    assert "Kisah kain, dari Kelompok Pesisir." in book.pages[opening]


def test_a_piece_tells_its_facts_in_the_language_of_the_book(book: Book, shelf: Path) -> None:
    opening = book.pages[book.page_with("Awan itu lewat.") - 1]
    for words in ("Dibuat oleh Kelompok Pesisir", "panjang 200 cm dan lebar 105 cm", "Rp1.250.000"):
        assert words in opening
    english = Book(shelf / "katalog-en.pdf")
    assert "Cloth and hat" in english.pages[0]
    assert "200 cm long and 105 cm wide" in english.text
    assert "The story of a cloth." in english.text


def test_the_code_beside_a_piece_leads_to_its_page(book: Book) -> None:
    page = book.picture(book.page_with("Awan itu lewat."), dpi=200)
    assert [each.text for each in zxingcpp.read_barcodes(page)] == [
        "https://kecil.example/galeri/produk/kain/"
    ]


def test_the_price_list_is_dated(book: Book) -> None:
    prices = book.pages[book.page_with("Daftar harga", "Berlaku pada") - 1]
    assert "Kain awan Kelompok Pesisir Rp1.250.000 1 November 2026" in prices


def test_a_book_can_do_without_prices(kain: Small) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    price_list: false\n")
    assert printed(kain).problems == ()
    assert "Rp1.250.000" not in Book(kain.root / "books/katalog-id.pdf").text


def test_only_the_pieces_of_what_is_asked_for_are_in_a_book(kain: Small) -> None:
    kain.edit("content/collections/pameran/collection.yaml", "[topi, kain]", "[topi]")
    kain.edit("content/collections/pameran/id.md", "notes: {kain: Lihat awannya.}\n", "")
    assert printed(kain, limits={"collection": "pameran"}).problems == ()
    text = Book(kain.root / "books/katalog-pameran-id.pdf").text
    assert "Topi pandan" in text
    assert "Kain awan" not in text
    assert "Batik tulis" not in text  # a technique that none of these pieces names


def test_chapters_may_be_techniques_and_pieces_without_one_come_last(kain: Small) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    order: technique\n")
    assert printed(kain).problems == ()
    book = Book(kain.root / "books/katalog-id.pdf")
    assert (
        book.page_with("Awan itu lewat.")
        < book.page_with("Karya lainnya", "1 karya")
        < book.page_with("Teduh.")
    )


def test_a_draft_is_in_no_book_unless_it_is_asked_for(kain: Small) -> None:
    kain.edit("content/products/topi/product.yaml", "curation: approved", "curation: draft")
    printed(kain)
    assert "Topi pandan" not in Book(kain.root / "books/katalog-id.pdf").text
    printed(kain, drafts=True)
    assert "Topi pandan" in Book(kain.root / "books/katalog-id.pdf").text


def test_words_are_hyphenated_at_line_ends_and_whole_in_the_text(kain: Small) -> None:
    story = "Keberlangsungan pertanggungjawaban mempertimbangkan ketidakseimbangan. " * 20
    kain.edit("content/products/kain/id.md", "Kisah kain,", f"{story}\n\nKisah kain,")
    printed(kain)
    book = Book(kain.root / "books/katalog-id.pdf")
    assert book.text.count("mempertimbangkan") == 20
    assert book.hyphens() > 5


def test_the_back_bears_the_isbn_as_a_code_that_scanners_read(book: Book) -> None:
    back = book.picture(len(book.pages), dpi=200)
    [found] = zxingcpp.read_barcodes(back)
    assert (found.format, found.text) == (zxingcpp.BarcodeFormat.EAN13, "9786020000008")


def test_a_page_that_a_part_begins_on_has_no_running_head(kain: Small) -> None:
    book = Book(printed(kain).made[0])
    [opening] = [page for page in book.pages if page.startswith("Cara membaca buku ini")]
    assert opening.count("Cara membaca buku ini") == 1  # its title
    assert book.pages[book.page_with("Kisah kain") - 1].startswith("Kabupaten")


def test_a_page_of_cloth_bears_no_words(kain: Small) -> None:
    book = Book(printed(kain).made[0])
    assert book.pages[book.page_with("Kabupaten", "2 karya") - 2] == ""
