"""What a book's file is, as printers, archives and readers of all kinds need it."""

import shutil
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from galeri.model.problem import Severity
from tests.books.printed import Book, printed
from tests.support.galleries import Small

MM = 72 / 25.4


def boxes(page: pikepdf.Page) -> list[list[float]]:
    """Give the media, bleed and trim box of a page in mm: left, bottom, right, top."""
    found = (page.obj.MediaBox, page.obj.BleedBox, page.obj.TrimBox)
    return [[round(float(side) / MM, 1) for side in box.as_list()] for box in found]


def test_pages_are_square_with_three_millimetres_of_bleed_on_all_sides(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        for page in pdf.pages:
            assert boxes(page) == [[0, 0, 216, 216], [0, 0, 216, 216], [3, 3, 213, 213]]


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a4", (210, 297)), ("a5", (148, 210)), ("b5", (176, 250)), ((240.0, 280.0), (240, 280))],
)
def test_paper_of_any_size_is_set(
    kain: Small, paper: str | tuple[float, float], size: tuple[int, int]
) -> None:
    assert not printed(kain, paper=paper).stopped
    with pikepdf.open(kain.root / "books/katalog-id.pdf") as pdf:
        left, bottom, right, top = boxes(pdf.pages[0])[2]
    assert (round(right - left), round(top - bottom)) == size
    assert "Awan itu lewat." in Book(kain.root / "books/katalog-id.pdf").text


def test_every_font_is_embedded(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]
        assert fonts
        assert all(any(f"/FontFile{kind}" in each for kind in ("", 2, 3)) for each in fonts)


def test_a_book_says_that_it_is_for_archives_and_for_everybody(book: Book) -> None:
    with pikepdf.open(book.path) as pdf, pdf.open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == "Kain dan topi"
        assert pdf.Root.Lang == "id"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot.K


def test_chapters_and_pieces_are_bookmarks(book: Book) -> None:
    with pikepdf.open(book.path) as pdf, pdf.open_outline() as outline:
        found = {item.title: [below.title for below in item.children] for item in outline.root}
    assert found["Kabupaten"] == ["Kain awan", "Topi pandan"]
    assert {"Daftar isi", "Indeks", "Daftar harga"} <= found.keys()


def test_every_picture_is_described(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        told = {
            str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        }
    assert {"Kain terbentang", "Canting di tangan", "Topi", "Kode menuju karya ini di web"} <= told


def test_photos_have_300_pixels_an_inch_where_they_are_largest_and_no_stand_in_is_left(book: Book) -> None:
    with pikepdf.open(book.path) as pdf:
        kain = next(each for each in pdf.pages[0].Resources.XObject.values() if each.Subtype == "/Image")
        drawn = [
            float(each.operands[0])
            for each in pikepdf.parse_content_stream(pdf.pages[0], "cm")
            if float(each.operands[0]) > 100
        ]
    assert kain.Width / (max(drawn) / 72) == pytest.approx(300, abs=1)
    assert (8, 8) not in book.images()
    assert len(book.images()) == 4


def test_what_a_screen_gets_is_lighter_and_has_no_bleed(book: Book, shelf: Path) -> None:
    screen = Book(shelf / "katalog-id-screen.pdf")
    with pikepdf.open(screen.path) as pdf:
        assert [round(float(side) / MM) for side in pdf.pages[0].obj.MediaBox.as_list()] == [0, 0, 210, 210]
        assert screen.path.stat().st_size / len(pdf.pages) < 150_000
    assert max(screen.images()) < max(book.images())
    assert screen.text == book.text


def test_two_galleries_in_two_folders_give_the_same_bytes(
    book: Book, kain: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # another day, before consent ends
    assert printed(kain).problems == ()
    assert (kain.root / "books/katalog-id.pdf").read_bytes() == book.path.read_bytes()


def test_where_nothing_changed_nothing_is_set(kain: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    first = printed(kain)
    assert [path.name for path in first.made] == ["katalog-id.pdf"]
    monkeypatch.setattr("galeri.publishing.books.make_book", refuse)
    again = printed(kain)
    assert (again.made, again.kept) == ((), first.made)
    first.made[0].unlink()
    assert printed(kain).made == first.made  # written again, from what was kept


def refuse(*_: object) -> None:
    pytest.fail("a book was set again")


def test_a_changed_story_photo_or_sentence_sets_the_book_anew(kain: Small) -> None:
    shutil.copytree(Path(__file__).parents[2] / "themes/pendapa", kain.root / "themes/pendapa")
    printed(kain)
    for path, old, new in (
        ("content/products/kain/id.md", "Kisah kain", "Cerita kain"),
        ("content/products/kain/product.yaml", "focus: 50% 30%", "focus: 10% 30%"),
        ("themes/pendapa/locale/id.po", "Daftar harga", "Harga-harga"),
        ("themes/pendapa/catalogue/book.typ", "  prices()\n", ""),
    ):
        kain.edit(path, old, new)
        assert [each.name for each in printed(kain).made] == ["katalog-id.pdf"], path


def test_an_edition_that_is_published_is_a_file_of_the_site(kain: Small) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    publish: true\n")
    assert {"books/katalog-id-screen.pdf", "books/katalog-en-screen.pdf"} <= set(kain.built().made)
    assert kain.built().made == ()
    assert "Awan itu lewat." in Book(kain.output / "books/katalog-id-screen.pdf").text


def test_every_page_offers_the_published_books_with_size_and_pages_its_own_language_first(
    kain: Small,
) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    publish: true\n")
    kain.built()
    for page, told, others in (
        ("index.html", "PDF, {} MB, {} halaman", "Inggris, PDF"),
        ("en/products/kain/index.html", "PDF, {} MB, {} pages", "Indonesian, PDF"),
    ):
        root = html.fromstring((kain.output / page).read_text(encoding="utf-8"))
        links = root.xpath("//footer//a[@type='application/pdf']")
        [first, second] = [(kain.output / page).parent / each.get("href") for each in links]
        assert (first.name, second.name) == tuple(
            f"katalog-{tag}-screen.pdf" for tag in (("en", "id") if "en/" in page else ("id", "en"))
        )
        size = first.stat().st_size / 1_000_000
        notes = [each.getnext().text_content() for each in links]
        number = f"{max(size, 0.1):.1f}"
        written = number if "en/" in page else number.replace(".", ",")
        assert notes[0] == f"({told.format(written, len(Book(first).pages))})"
        assert others in notes[1]


def test_a_published_book_that_cannot_be_set_is_told_once_and_nothing_is_published(kain: Small) -> None:
    offered = "    foreword: tentang\n    publish: true\n    languages: [id]\n"
    kain.edit("galeri.yaml", "    foreword: tentang\n", offered)
    kain.write("themes/pendapa/catalogue/back.typ", "#let x = unheard-of\n")
    errors = [each for each in kain.build().problems if each.severity is Severity.ERROR]
    assert [(each.code, str(each.place)) for each in errors] == [
        ("template-failed", "themes/pendapa/catalogue/back.typ:1:10")
    ]
    assert not kain.output.exists()


def test_a_gallery_of_nothing_but_a_title_has_a_book(tmp_path: Path) -> None:
    gallery = Small(tmp_path)
    gallery.write("galeri.yaml", "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\n")
    assert printed(gallery).problems == ()
    assert "Galeri" in Book(tmp_path / "books/catalogue-id.pdf").text


def test_crop_marks_stand_outside_the_bleed_and_only_when_asked_for(book: Book, kain: Small) -> None:
    assert printed(kain, marks=True).problems == ()
    marked = Book(kain.root / "books/katalog-id.pdf")
    with pikepdf.open(marked.path) as pdf:
        assert boxes(pdf.pages[4]) == [[-10, -10, 226, 226], [0, 0, 216, 216], [3, 3, 213, 213]]
    page = marked.picture(5, dpi=254)  # ten pixels a millimetre
    corner, cut = page.crop((0, 0, 90, 236 * 10)).convert("L"), 13 * 10
    dark = {y for y in range(corner.height) for x in range(20, 80) if corner.getpixel((x, y)) < 200}  # type: ignore[operator]
    assert dark
    assert all(min(abs(y - cut), abs(y - (236 * 10 - cut))) <= 2 for y in dark)
    assert marked.text == book.text


def test_pages_are_a_multiple_of_four_when_asked_for_and_the_spine_is_told(kain: Small) -> None:
    counts = set()
    for extra in ("", "    multiple_of_four: true\n", "    multiple_of_four: true\n    order: technique\n"):
        kain.edit("galeri.yaml", "    foreword: tentang\n", "    foreword: tentang\n    leaf: 0.12\n" + extra)
        [(path, pages, wide)] = printed(kain).spines
        assert path.name == "katalog-id.pdf"
        assert wide == pytest.approx(pages / 2 * 0.12)
        counts.add((bool(extra), pages % 4))
        kain.edit("galeri.yaml", "    leaf: 0.12\n" + extra, "")
    assert {rest for asked, rest in counts if asked} == {0}
