"""How pieces are set, whatever their stories' length and their photos' shapes."""

from collections import defaultdict
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from tests.books.printed import Book, printed
from tests.support.galleries import Small, photo

MM = 72 / 25.4
EDGE = 18
"""The narrowest margin of a square page, in mm, but for the hyphens and stops that hang into it."""
WORDS = "kain ini dicelup ke dalam gentong tanah liat berulang kali sampai warnanya meresap"


def paragraph(number: int, lines: int) -> str:
    return f"Awal{number} {' '.join([WORDS] * lines)} akhir{number}."


def told(gallery: Small, story: str, sizes: list[tuple[int, int]]) -> Book:
    """Print the hat with a story, and photos of the given sizes."""
    (gallery.root / "content/products/topi/topi.jpg").unlink()
    names = [f"{number}.jpg" for number in range(len(sizes))]
    for number, (name, size) in enumerate(zip(names, sizes, strict=True)):
        gallery.write(f"content/products/topi/{name}", photo((90, 20 * number, 40), size))
    facts = ", ".join(f"{{file: {name}}}" for name in names)
    gallery.edit("content/products/topi/product.yaml", "[{file: topi.jpg}]", f"[{facts}]")
    alt = ", ".join(f"{name}: {{alt: Topi}}" for name in names)
    gallery.edit("content/products/topi/id.md", "{topi.jpg: {alt: Topi}}", f"{{{alt}}}")
    gallery.edit("content/products/topi/id.md", "Kisah topi.", story)
    report = printed(gallery)
    assert [each.code for each in report.problems] == []
    return Book(report.made[0])


def lines(book: Book, number: int) -> dict[bool, list[str]]:
    """Give the lines of a page by column: False the left one, from the top down."""
    found: dict[tuple[bool, int], list[str]] = defaultdict(list)
    with pypdfium2.PdfDocument(book.path) as pdf:
        page = pdf[number - 1]
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, low, _, high = text.get_charbox(index)
            if 24 * MM < low < page.get_height() - 27 * MM:
                row = round(-(low + high) / 2 / 6)
                found[left > page.get_width() / 2, row].append(text.get_text_range(index, 1))
    columns: dict[bool, list[str]] = {False: [], True: []}
    for (column, _), letters in sorted(found.items()):
        columns[column].append("".join(letters))
    return columns


def pages_of(book: Book) -> tuple[int, int]:
    """Give the page on which the hat opens, and the last that tells of it."""
    first = book.page_with("Teduh.")
    last = next(
        n
        for n in range(first + 1, len(book.pages))
        if "Topi pandan" in book.pages[n] or "Para perajin" in book.pages[n]
    )
    return first, last


@pytest.mark.parametrize("length", range(4, 12))
def test_no_line_of_a_paragraph_stands_alone_at_the_foot_or_the_head_of_a_column(
    kain: Small, length: int
) -> None:
    story = "\n\n".join(paragraph(number, 2 + (number + length) % 4) for number in range(4 * length))
    book = told(kain, story, [(1600, 1200)])
    first, last = pages_of(book)
    checked = 0
    for page in range(first + 1, last + 1):
        for column in lines(book, page).values():
            if len(column) > 1:
                checked += 1
                assert not column[-1].lstrip().startswith("Awal")
                assert "akhir" not in column[0] or "Awal" in column[0]
    assert checked > 1


@pytest.mark.parametrize("story", ["Pendek.", "\n\n".join(paragraph(n, 5) for n in range(40))])
@pytest.mark.parametrize(
    "sizes",
    [
        [(1600, 1200)],
        [(1200, 1600)],
        [(3000, 700)],
        [(700, 3000)],
        [(1600, 1200), (900, 1400)] * 4 + [(1200, 1200)],
    ],
    ids=["wide", "tall", "very wide", "very tall", "nine"],
)
def test_words_and_photos_stay_between_the_margins_but_for_the_first_photo_that_fills_the_pages_corner(
    kain: Small, story: str, sizes: list[tuple[int, int]]
) -> None:
    book = told(kain, story, sizes)
    first, last = pages_of(book)
    shown = []
    corners = []
    with pypdfium2.PdfDocument(book.path) as pdf:
        for number in range(first, last + 1):
            page = pdf[number - 1]
            wide, high = page.get_size()
            text = page.get_textpage()
            if not text.count_chars():
                continue  # what faces a story that ends on a left page
            photos = [
                each.get_bounds()
                for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
            ]
            for index in range(text.count_chars()):
                left, low, right, top = text.get_charbox(index)
                if right > left:
                    assert left > (3 + EDGE) * MM
                    assert right < wide - (3 + EDGE) * MM
                    assert 3 * MM < low < top < high - 3 * MM
                    assert not any(
                        x1 < right and left < x2 and y1 < top and low < y2 for x1, y1, x2, y2 in photos
                    )
            for left, low, right, top in photos:
                if number > first and len(sizes) == 1:
                    continue  # the only photo once more, cut to a frame
                shown.append((right - left) / (top - low))
                assert right < wide - (2.9 + EDGE) * MM
                assert low > (3 + EDGE) * MM
                if left > (2.9 + EDGE) * MM:
                    assert top < high - (3 + EDGE) * MM
                else:
                    assert (left, top) == pytest.approx((0, high), abs=0.1)
                    corners.append(number)
    assert corners == [first]
    assert sorted(shown) == pytest.approx(sorted(w / h for w, h in sizes), rel=0.02)


def test_a_story_that_is_a_little_too_long_is_set_smaller_so_that_it_ends_on_its_page(kain: Small) -> None:
    book = told(kain, "\n\n".join(paragraph(n, 4) for n in range(12)), [(1600, 1200)])
    first, last = pages_of(book)
    assert last == first + 1
    with pypdfium2.PdfDocument(book.path) as pdf:
        text = pdf[first].get_textpage()
        sizes = {round(pypdfium2.raw.FPDFText_GetFontSize(text, n), 1) for n in range(text.count_chars())}
    assert min(sizes - {0.0, 1.0}) < 9.6


def test_a_photo_faces_a_story_that_ends_on_a_left_page(kain: Small) -> None:
    book = told(kain, "\n\n".join(paragraph(n, 5) for n in range(17)), [(2400, 1800)])
    first, last = pages_of(book)
    assert book.pages[last - 1].strip() == f"Kabupaten {last}"  # the running head and the folio
    assert last % 2 == 1
    with pypdfium2.PdfDocument(book.path) as pdf:
        [photo] = pdf[last - 1].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        left, _, right, _ = photo.get_bounds()
    assert right - left > 100 * MM
    assert first % 2 == 0


@pytest.mark.parametrize("paper", ["square", "a5"])
@pytest.mark.parametrize("letters", [40, 200, 330, 420, 900])
def test_a_page_is_the_same_whether_its_words_are_measured_or_surely_fit(
    kain: Small, letters: int, paper: str
) -> None:
    meaning = " ".join([WORDS] * 20)[:letters]
    kain.write("content/products/topi/topi.jpg", photo((90, 40, 40), (1600, 1200)))
    kain.edit("content/products/topi/id.md", "philosophy: Teduh.", f"philosophy: {meaning}.")
    [book] = printed(kain, paper=paper).made
    opening = Path(__file__).parents[2] / "themes/pendapa/catalogue/opening.typ"
    asked = "if _brief(product.view)"
    source = opening.read_text(encoding="utf-8")
    assert asked in source
    kain.write("themes/pendapa/catalogue/opening.typ", source.replace(asked, "if false"))
    again = printed(kain, paper=paper)
    assert (again.made, again.kept) == ((), (book,))  # nothing to write: the bytes are the same


@pytest.mark.parametrize("paper", ["square", "a4", "a5"])
def test_a_story_and_how_the_piece_is_made_have_a_column_each_where_both_fit_one(
    kain: Small, paper: str
) -> None:
    steps = ", ".join(f"{{title: Langkah {n}, text: {paragraph(n, 2)}}}" for n in range(6))
    kain.edit("content/products/topi/id.md", "philosophy:", f"process: [{steps}]\nphilosophy:")
    kain.edit(
        "content/products/topi/id.md", "Kisah topi.", "\n\n".join(paragraph(n, 4) for n in range(10, 15))
    )
    book = Book(printed(kain, paper=paper).made[0])
    page = book.page_with("Langkah 0")
    with pypdfium2.PdfDocument(book.path) as pdf:
        middle = pdf[page - 1].get_width() / 2
        text = pdf[page - 1].get_textpage()
        left, right = text.get_text_bounded(right=middle), text.get_text_bounded(left=middle)
    assert all(f"Awal{n}" in left and f"akhir{n}" in left for n in range(10, 15))
    assert "Langkah" not in left
    assert all(f"Langkah {n}" in right for n in range(6))
    assert pages_of(book)[1] == page


@pytest.mark.parametrize("length", range(13, 25))
def test_no_piece_ends_in_a_few_lines_on_a_page_of_their_own(kain: Small, length: int) -> None:
    steps = ", ".join(f"{{title: Langkah {n}, text: {paragraph(n, 2)}}}" for n in range(7))
    kain.edit("content/products/topi/id.md", "philosophy:", f"process: [{steps}]\nphilosophy:")
    story = "\n\n".join(paragraph(n, 1) for n in range(10, 10 + length))
    book = told(kain, story, [(1600, 1200), (1500, 1000)])
    after = book.pages[pages_of(book)[0] + 1]
    assert after.startswith("Para perajin") or len(after) > 400


@pytest.mark.parametrize("size", [(500, 640), (200, 900)], ids=["small", "narrow"])
def test_the_caption_of_a_small_photo_keeps_clear_of_the_words_beside_it(
    kain: Small, size: tuple[int, int]
) -> None:
    kain.write("content/products/topi/topi.jpg", photo((90, 40, 40), size))
    caption = "Topi ini terhampar di atas tikar di beranda rumah pada suatu pagi"
    kain.edit("content/products/topi/id.md", "{alt: Topi}", f"{{alt: Topi, caption: {caption}}}")
    book = Book(printed(kain).made[0])
    with pypdfium2.PdfDocument(book.path) as pdf:
        text = pdf[book.page_with("Teduh.") - 1].get_textpage()
        said = text.get_text_range()
        rights = [text.get_charbox(said.index(word))[2] for word in ("terhampar", "beranda", "pagi")]
        left = text.get_charbox(said.index("Teduh."))[0]
    assert max(rights) < left
