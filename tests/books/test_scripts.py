"""Whatever script a name or a story is written in: its lines break where they may, and none of it leaves the page."""

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.books.printed import Book, printed
from tests.support.galleries import Small

JAVANESE = Path("/usr/share/fonts/truetype/noto/NotoSansJavanese-Regular.ttf")
"""No package on PyPI has it; Debian's is fonts-noto-core."""
CHINESE = Path(str(files("noto_cjk_sans_jp_regular").joinpath("NotoSansCJKjp-Regular.otf")))
STORIES = {
    "jv-Java": "ꦧꦛꦶꦏ꧀ꦒꦼꦤ꧀ꦛꦺꦴꦔꦤ꧀ꦏꦒꦮꦺꦢꦺꦤꦶꦁꦥꦫꦮꦤꦶꦠꦲꦶꦁꦠꦚ꧀ꦗꦸꦁꦧꦸꦩꦶ",
    "zh-Hans": "这块布是用陶缸里的天然染料慢慢染成的、颜色一层一层地深入棉线之中。",
    "ms-Arab": "کاٴين اين دچلوڤ ددالم تمڤاين تانه ليت دڠن ڤورنا دري عالم سمولاجادي. ",
    "ar": "صُبغ هذا القماش في جرة من الطين بأصباغ طبيعية تتغلغل في القطن طبقة بعد طبقة. ",
}
TITLES = {"jv-Java": "ꦧꦛꦶꦏ꧀ꦩꦺꦒ", "zh-Hans": "云纹布", "ms-Arab": "کاٴين اون", "ar": "قماش الغيوم"}
needs_javanese = pytest.mark.skipif(
    not JAVANESE.is_file(), reason="there is no Javanese font on this machine"
)
LANGUAGES = [pytest.param("jv-Java", marks=needs_javanese), "zh-Hans", "ms-Arab", "ar"]


def written_in(gallery: Small, tag: str) -> Book:
    """Tell the cloth in a language, at length, and print it in that language."""
    gallery.edit("galeri.yaml", "languages: [id, en]", f"languages: [id, en, {tag}]")
    words = f"title: {TITLES[tag]}\nphilosophy: {STORIES[tag]}\n"
    gallery.write(f"content/products/kain/{tag}.md", f"---\n{words}---\n{STORIES[tag] * 12}\n")
    (gallery.root / "fonts").mkdir()
    for script, font in (("jv-Java", JAVANESE), ("zh-Hans", CHINESE)):
        if tag == script:
            shutil.copy(font, gallery.root / "fonts")
            gallery.edit("galeri.yaml", "editions:\n", "print_fonts: [Libertinus Serif]\neditions:\n")
    report = printed(gallery, language=tag)
    assert [each for each in report.problems if each.code != "missing-glyphs"] == []
    return Book(report.made[0])


def boxes(book: Book, number: int) -> Iterator[tuple[str, float, float, float]]:
    """Give each letter of a page with its left and right edge in mm, and how high it stands."""
    with pypdfium2.PdfDocument(book.path) as pdf:
        text = pdf[number - 1].get_textpage()
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            left, low, right, _ = text.get_charbox(index)
            if letter.strip():
                yield letter, left / 72 * 25.4 - 3, right / 72 * 25.4 - 3, low


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_long_story_breaks_into_lines_and_stays_between_the_margins(kain: Small, tag: str) -> None:
    book = written_in(kain, tag)
    opening = opening_of(book)
    for page in (opening, opening + 1):
        found = list(boxes(book, page))
        assert min(left for _, left, _, _ in found) > 18
        assert max(right for _, _, right, _ in found) < 210 - 18
    assert len({round(low) for letter, _, _, low in boxes(book, opening + 1) if letter in STORIES[tag]}) > 8


def opening_of(book: Book) -> int:
    """Find the page on which the cloth begins: it has the address of the cloth's page."""
    [found] = [number for number, text in enumerate(book.pages, 1) if re.search(r"/\W?kain/", text)]
    return found


@pytest.mark.parametrize("tag", ["ms-Arab", "ar"])
def test_a_book_that_is_read_from_the_right_begins_each_line_there(kain: Small, tag: str) -> None:
    book = written_in(kain, tag)
    opening = opening_of(book)
    with pikepdf.open(book.path) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
    title = [right for letter, _, right, _ in boxes(book, opening) if letter in TITLES[tag]]
    assert max(title) > 210 / 2


def test_the_page_of_a_piece_with_a_latin_title_stands_where_a_line_from_the_right_ends(kain: Small) -> None:
    book = written_in(kain, "ar")
    contents = next(number for number, text in enumerate(book.pages, 1) if "pandan" in text)
    letters = list(boxes(book, contents))
    line = next(low for letter, _, _, low in letters if letter == "T")
    row = [(letter, left) for letter, left, _, low in letters if abs(low - line) < 4]
    page = [left for letter, left in row if letter.isdecimal()]
    title = [left for letter, left in row if letter.isalpha()]
    assert max(page) < min(title)
    assert min(title) > 210 / 2


def test_a_font_with_latin_letters_does_not_set_latin_text_where_the_settings_say_so(kain: Small) -> None:
    written_in(kain, "zh-Hans")
    printed(kain, language="id")
    assert fonts_of(Book(kain.root / "books/katalog-id.pdf")) == {"LibertinusSerif"}


def fonts_of(book: Book) -> set[str]:
    """Name the families that a book's text is set in, but for those of numbers under bars and of code."""
    with pikepdf.open(book.path) as pdf:
        names = {
            str(each.BaseFont)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        }
    return {name.split("+")[-1].split("-")[0] for name in names} - {"DejaVuSansMono"}


@needs_javanese
def test_lines_of_javanese_stand_as_far_apart_as_their_stacked_letters_need(kain: Small) -> None:
    book = written_in(kain, "jv-Java")
    page = book.picture(opening_of(book) + 1, dpi=127)  # five pixels a millimetre
    column = page.convert("L").crop((27 * 5, 24 * 5, 100 * 5, 180 * 5))
    rows = (column.crop((0, y, column.width, y + 1)).tobytes() for y in range(column.height))
    dark = [min(row) < 128 for row in rows]
    lines = sum(now and not before for before, now in pairwise([False, *dark]))
    assert lines > 10
