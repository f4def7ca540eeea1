"""A book in two languages: both stand on the same page, each run of text under its own language."""

import re

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from galeri.model.problem import GaleriError
from tests.books.printed import Book, printed
from tests.support.galleries import Small

MM = 72 / 25.4


@pytest.fixture
def both(kain: Small) -> Book:
    """The small gallery's book in Indonesian and English."""
    report = printed(kain, language="", bilingual=("id", "en"))
    assert report.problems == ()
    assert [path.name for path in report.made] == ["katalog-id-en.pdf"]
    return Book(report.made[0])


def test_a_piece_is_told_in_both_languages_on_the_same_pages(both: Book) -> None:
    opening = both.page_with("Kain awan", "Cloud cloth", "Awan itu lewat.")
    assert opening % 2 == 0
    assert "panjang 200 cm dan lebar 105 cm" in both.pages[opening]
    assert "200 cm long and 105 cm wide" in both.pages[opening]
    assert "Kisah kain, dari Kelompok Pesisir." in both.pages[opening]
    assert "The story of a cloth." in both.pages[opening]


def test_the_contents_name_each_piece_in_both_languages_with_its_page(both: Book) -> None:
    contents = next(text for text in both.pages if "Daftar isi · Contents" in text)
    told = re.search(r"Kain awan Cloud cloth (\d+)", contents)
    assert told is not None
    assert int(told[1]) == both.page_with("Cloud cloth", "Awan itu lewat.")


def test_each_run_of_text_says_its_language(both: Book) -> None:
    with pikepdf.open(both.path) as pdf:
        assert pdf.Root.Lang == "id"
        spoken = {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }
        with pdf.open_metadata() as about:
            assert (about["pdfaid:conformance"], about["pdfuaid:part"]) == ("A", "1")
    assert {"id", "en"} <= spoken


def test_a_photo_stands_once_where_both_languages_tell_of_it(both: Book) -> None:
    assert len(both.images()) == 4


def test_numbers_and_order_are_those_of_the_first_language(kain: Small) -> None:
    kain.write("content/products/topi/en.md", "---\ntitle: A hat\n---\nThe story of a hat.\n")
    printed(kain, language="", bilingual=("en", "id"))
    english = Book(kain.root / "books/katalog-en-id.pdf")
    assert english.page_with("A hat", "Teduh.") < english.page_with("Cloud cloth", "Awan itu lewat.")
    printed(kain, language="", bilingual=("id", "en"))
    indonesian = Book(kain.root / "books/katalog-id-en.pdf")
    hat = indonesian.page_with("A hat", "Teduh.")
    assert hat > indonesian.page_with("Cloud cloth", "Awan itu lewat.")
    assert indonesian.pages[hat - 1].count("2") >= 2


def test_an_edition_may_ask_for_two_languages(kain: Small) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    bilingual: [en, id]\n")
    assert [path.name for path in printed(kain, language="").made] == ["katalog-en-id.pdf"]
    assert [path.name for path in printed(kain).made] == ["katalog-id.pdf"]  # but one may be asked for


def test_a_private_value_in_the_second_language_stops_the_book(kain: Small) -> None:
    kain.write("content/artisans/kelompok/private.yaml", "address: Jalan Rahasia 12\n")
    kain.edit("content/products/kain/en.md", "The story", "At Jalan Rahasia 12, the story")
    problems = printed(kain, language="", bilingual=("id", "en")).problems
    assert [each.code for each in problems] == ["private-value"]
    assert not (kain.root / "books").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"bilingual": ("id", "ar"), "language": ""}, "the gallery has no language “ar”; it has: id, en"),
        (
            {"bilingual": ("id", "en")},
            "a book is in one language or sets two side by side: ask for either",
        ),
    ],
)
def test_what_cannot_stand_side_by_side_is_told(
    kain: Small, options: dict[str, object], message: str
) -> None:
    with pytest.raises(GaleriError) as caught:
        printed(kain, **options)
    assert str(caught.value) == message


def test_a_piece_that_ends_high_up_on_a_right_page_shows_its_photo_below(kain: Small) -> None:
    sentence = "Kain ini dicelup ke dalam gentong tanah liat berulang kali. "
    story = "\n\n".join(f"Awal {n}. {sentence * 6}" for n in range(15))
    kain.edit("content/products/topi/id.md", "Kisah topi.", story)
    book = Book(printed(kain, language="", bilingual=("id", "en")).made[0])
    last = book.page_with("Awal 14.")
    assert last % 2 == 1
    with pypdfium2.PdfDocument(book.path) as pdf:
        [photo] = pdf[last - 1].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        left, low, right, _ = photo.get_bounds()
        middle = pdf[last - 1].get_height() / 2
    assert right - left > 100 * MM
    assert low < middle
