"""The map of dots on a region's page."""

import gzip

import pytest

from tests.browser.pages import FOLDERS, address
from tests.browser.visits import Visitors


@pytest.mark.parametrize("tag", FOLDERS)
def test_a_region_is_marked_on_a_map_that_says_in_words_what_it_shows(visitors: Visitors, tag: str) -> None:
    drawing = visitors.by().open(address("region", tag)).locator(".map svg")
    name = drawing.locator("text").text_content() or ""
    assert drawing.is_visible()
    assert name in (drawing.get_attribute("aria-label") or "-")
    assert drawing.locator("circle").count() == 1
    assert drawing.locator(".map-here").get_attribute("d")


def test_the_map_is_no_mirror_image_where_text_runs_from_the_right(visitors: Visitors) -> None:
    drawn = [
        visitors.by().open(address("region", tag)).locator(".map-land").evaluate(
            "(land) => [land.getAttribute('d'), land.getScreenCTM().a > 0]"
        )
        for tag in ("id", "ar")
    ]  # fmt: skip
    assert drawn[0] == drawn[1]
    assert drawn[0][1]


def test_the_mark_can_be_told_from_the_page_in_either_scheme(visitors: Visitors) -> None:
    for scheme in ("light", "dark"):
        page = visitors.by(color_scheme=scheme).open(address("region", "id"))
        here, ground = page.evaluate(
            "[getComputedStyle(document.querySelector('.map-here')).stroke,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        assert here != ground
        assert page.locator(".map-name").bounding_box()


def test_the_map_is_light(visitors: Visitors) -> None:
    drawing = visitors.by().open(address("region", "id")).locator(".map").evaluate("(map) => map.outerHTML")
    assert len(gzip.compress(drawing.encode(), 6)) < 6_000


def test_the_index_of_regions_shows_them_all(visitors: Visitors) -> None:
    page = visitors.by().open("wilayah/")
    assert page.locator(".map-here").get_attribute("d")
    assert page.locator(".map text").count() == 0
