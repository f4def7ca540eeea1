"""A page on paper is a sheet with what matters, and a code that leads back to it."""

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from tests.browser.pages import FOLDERS, RECORDS, address
from tests.browser.visits import Visitors

MARGINS: Any = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
"""What browsers leave free by themselves."""


def printed(visitors: Visitors, kind: str, tag: str) -> Any:  # noqa: ANN401 - a document of an untyped library
    page = visitors.by("desktop").open(address(kind, tag))
    return pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", margin=MARGINS)))


def words(document: Any) -> str:  # noqa: ANN401
    return " ".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("tag", FOLDERS)
def test_the_code_on_paper_leads_to_the_page_s_canonical_address(visitors: Visitors, tag: str) -> None:
    document = printed(visitors, "product", tag)
    found = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())
    canonical = visitors.by("desktop").page.locator("link[rel=canonical]").get_attribute("href")
    assert [each.text for each in found] == [canonical]
    assert (canonical or "-") in words(document).replace("\r\n", "").replace(" ", "")


def test_a_sheet_has_title_story_and_facts_without_what_only_a_screen_needs(visitors: Visitors) -> None:
    document = printed(visitors, "product", "en")
    page = visitors.by("desktop").page
    said = words(document)
    for part in ("h1", ".facts dt >> nth=0"):
        assert (page.locator(part).first.text_content() or "-").strip() in said
    for part in (".menu a >> nth=0", ".trail a >> nth=0", ".languages a >> nth=2"):
        assert (page.locator(part).first.text_content() or "-").strip() not in said


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_takes_two_sheets_at_the_most_where_its_story_is_short(
    visitors: Visitors, kind: str
) -> None:
    assert len(printed(visitors, kind, "id")) <= 2


def test_a_province_of_many_pieces_and_makers_takes_two_sheets(visitors: Visitors) -> None:
    page = visitors.by("desktop").open(address("region", "id"))
    page.locator(".shelf").first.evaluate(
        """(shelf) => {
          const photo = document.querySelector('.tile-photo img, .feature-photo img');
          const tile = `<li class="tile"><div class="tile-photo">${photo.outerHTML}</div>
            <h3><a href="#">Batik tulis tenun gedhog Tuban</a></h3><p>Kelompok Contoh Kerek</p><p>Kabupaten Tuban</p>
          </li>`;
          const list = `<h2>Karya</h2><ul class="tiles">${tile.repeat(31)}</ul>`;
          shelf.insertAdjacentHTML('afterend', `<section class="shelf">${list}</section>`.repeat(2));
          shelf.remove();
        }"""
    )
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", margin=MARGINS)))
    assert len(document) <= 2


@pytest.mark.parametrize("kind", RECORDS)
def test_screens_do_not_show_what_is_for_paper(visitors: Visitors, kind: str) -> None:
    page = visitors.by().open(address(kind, "id"))
    assert page.locator(".printed").count() == 1
    assert not page.locator(".printed").is_visible()


def test_paper_is_not_inked_where_the_screen_is_dark(visitors: Visitors) -> None:
    visitor = visitors.by("desktop", color_scheme="dark")
    document = pypdfium2.PdfDocument(BytesIO(visitor.open(address("product", "id")).pdf(margin=MARGINS)))
    sheet = document[0].render(scale=1).to_pil().convert("L")
    assert sheet.getpixel((5, 5)) == sheet.getpixel((sheet.width - 5, sheet.height // 2)) == 255
